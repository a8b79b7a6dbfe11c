"""Rounds on screen: a real file, real services, a real window."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.interviews.model import InterviewPlan
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions, Services
from careercoach_desktop.features.interviews.ui.thanking import Thanking
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk
from tests.features.interviews.conftest import Clock, video_call, wall
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures


@pytest.fixture
def bus(database: Database) -> Bus:
    return database.bus


@pytest.fixture
def documents(database: Database, jobs: JobService) -> DocumentService:
    return DocumentService(database, jobs)


@pytest.fixture
def profile(database: Database) -> ProfileService:
    service = ProfileService(database)
    service.save(Profile(name="Lena Brandt"))
    return service


@pytest.fixture
def actions(
    desk: Desk,  # noqa: F811
    interviews: InterviewService,
    jobs: JobService,
    contacts: ContactService,
    profile: ProfileService,
    documents: DocumentService,
    clock: Clock,
) -> InterviewActions:
    thanking = Thanking(desk, jobs, profile, documents)
    return InterviewActions(desk, Services(interviews, jobs, contacts), thanking, now=clock)


def with_ana(**more: object) -> InterviewPlan:
    """Thursday at ten, a video call with Ana Silva."""
    ana = {"name": "Ana Silva", "title": "Head of Signals", "email": "ana@halden.example"}
    return video_call(wall("2026-12-03 10:00"), interviewers=(ana,), **more)
