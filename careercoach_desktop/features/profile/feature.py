"""The profile feature as the application sees it: one service; its panel stands on the settings page."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.foundation.storage.database import Database

    provider.offer(ProfileService, lambda: ProfileService(provider.get(Database)))


FEATURE = Feature(name="profile", install=_install)
