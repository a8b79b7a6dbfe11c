"""The face of interviews: the page, the drawer's tab, what tells of one in time, and the commands."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(provider: Provider) -> None:
    """Services, before the queue starts."""


FEATURE = Feature("interviews", _install)
