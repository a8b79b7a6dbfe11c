"""The face of today: what the day holds."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.due import DueService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.today.service import Below, TodayService

    get = provider.get
    below = Below(get(JobService), get(DueService), get(InterviewService), get(ProfileService))
    provider.offer(TodayService, lambda: TodayService(below))


FEATURE = Feature("today", _install)
