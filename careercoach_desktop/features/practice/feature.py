"""The face of practice: the page, and the commands."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(provider: Provider) -> None:
    """Services, before the queue starts."""


FEATURE = Feature("practice", _install)
