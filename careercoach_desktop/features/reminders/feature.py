"""The face of reminders."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Feature, Provider


def _install(_provider: Provider) -> None:
    """Nothing to offer yet but the table."""


FEATURE = Feature("reminders", _install)
