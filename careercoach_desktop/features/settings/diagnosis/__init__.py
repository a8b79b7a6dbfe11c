"""Whether everything Career Coach stands on is in order, each with what to do. Looks only; changes nothing.

A check is one small function of the data folder; a new one joins ``CHECKS``.
"""

from __future__ import annotations

from careercoach_desktop.features.settings.diagnosis.checks import CHECKS, diagnose
from careercoach_desktop.features.settings.diagnosis.finding import Finding, State

__all__ = ["CHECKS", "Finding", "State", "diagnose"]
