"""Do the papers of one application agree? Résumé, tailored résumé, letter and profile, held against each other.

The truth check asks whether a claim is proved. Here two of the person's own papers are compared, and only what both of
them say, and say differently, is told: another year, another title, another number for the same thing, an achievement
at another employer. What one of them leaves out is no disagreement, and a doubtful likeness is left alone: a person
who is sent to look for nothing three times will not look a fourth time.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from careercoach_desktop.features.evidence.truth.agreeing.contact import about_contact, contact_told
from careercoach_desktop.features.evidence.truth.agreeing.resumes import between_resumes
from careercoach_desktop.features.evidence.truth.agreeing.told import between_text_and_resume
from careercoach_desktop.features.evidence.truth.agreeing.values import Disagreement
from careercoach_desktop.features.evidence.truth.base import EvidenceBase
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import ResumeData

__all__ = ["Disagreement", "between_resumes", "between_text_and_resume", "disagreements"]

LETTER, TAILORED, RESUME = "Your letter", "the tailored résumé", "your résumé"
NOTES = "Your notes"


def disagreements(
    letter: str,
    tailored: ResumeData | None,
    base: ResumeData,
    *,
    profile: Profile | None = None,
    today: date | None = None,
) -> list[Disagreement]:
    """What ``letter`` (may be empty), the tailored résumé, the résumé and the profile say differently, each thing once.

    The tailored résumé comes first, as it is the one that is sent with the letter. ``today`` ends current jobs.
    """
    found: dict[tuple[str, str, str], Disagreement] = {}
    for each in _all(letter, tailored, base, profile, today):
        found.setdefault((each.where_here, each.here, each.there), each)
    return list(found.values())


def _all(
    letter: str, tailored: ResumeData | None, base: ResumeData, profile: Profile | None, today: date | None
) -> Iterator[Disagreement]:
    sent = [(tailored, TAILORED)] if tailored is not None else []
    for resume, name in (*sent, (base, RESUME)):
        evidence = EvidenceBase.from_resume(resume, today=today)
        yield from between_text_and_resume(letter, evidence, LETTER, name)
        yield from contact_told(letter, resume.basics, LETTER, name)
    if tailored is not None:
        yield from between_resumes(tailored, base, "The tailored résumé", RESUME)
    if profile is not None:
        evidence = EvidenceBase.from_resume(base, today=today)
        yield from between_text_and_resume(profile.notes, evidence, NOTES, RESUME)
        yield from about_contact(profile, base, RESUME)
