"""Everything one conversation of practice is made from, as plain values that travel to the child process."""

from __future__ import annotations

from dataclasses import dataclass

from careercoach_desktop.features.interviews.model.brief import Brief
from careercoach_desktop.features.letters.checking import Material
from careercoach_desktop.features.practice.model import PracticeSetup


@dataclass(frozen=True, slots=True)
class Situation:
    """``material`` is what the person can prove, and the posting. ``briefs`` are outside information about the company
    and the people who will ask; they make questions and never prove anything about the person."""

    setup: PracticeSetup
    material: Material
    briefs: tuple[Brief, ...] = ()
