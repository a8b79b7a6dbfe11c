"""Everything a tailoring is made of, read in one go: the résumé, the posting, and what the person tells elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from careercoach_desktop.features.evidence.model import MarkedBullet
from careercoach_desktop.features.evidence.service import EvidenceBase
from careercoach_desktop.features.evidence.service.keeping import STORY_PATH, EvidenceService
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.drafting import Material, settled
from careercoach_desktop.features.tailoring.engine import OtherResume, Spare, Told, spares, with_spares
from careercoach_desktop.features.tailoring.model import Change
from careercoach_desktop.foundation.llm.contact import contact_of

_MOST_OTHERS = 25
"""Other résumés that are looked through, the latest first."""


class Gatherer:
    """Reads from the features below; nothing here writes."""

    def __init__(
        self,
        resumes: ResumeService,
        profile: ProfileService,
        evidence: EvidenceService,
        now: Callable[[], datetime],
    ) -> None:
        self._resumes = resumes
        self._profile = profile
        self._evidence = evidence
        self._now = now

    def material(
        self,
        resume_id: int,
        resume: ResumeData,
        posting: Posting,
        focus: Sequence[str] = (),
        kept: Sequence[Change] = (),
    ) -> Material:
        profile = self._profile.profile()
        return Material(
            resume=resume,
            posting=posting,
            preferences=profile.preferences,
            notes=profile.notes,
            today=self._now().date(),
            stories=tuple(self._evidence.facts()),
            spares=self.spares(resume_id, resume),
            focus=tuple(focus),
            settled=settled(list(kept)),
            contact=contact_of(resume.basics, profile),
        )

    def evidence(self, resume_id: int, resume: ResumeData) -> EvidenceBase:
        """What a wording may rest on now."""
        whole = with_spares(resume, self.spares(resume_id, resume))
        return EvidenceBase.from_resume(whole, self._profile.profile().notes, self._evidence.facts())

    def spares(self, resume_id: int, resume: ResumeData) -> tuple[Spare, ...]:
        """What the person tells elsewhere about an entry of this résumé."""
        marks = self._evidence.all_marks()
        told = Told(self._others(resume_id, marks), tuple(self._evidence.facts()), _linked(marks))
        return tuple(spares(resume, told))

    def _others(self, resume_id: int, marks: Sequence[MarkedBullet]) -> tuple[OtherResume, ...]:
        ids = [card.id for card in self._resumes.cards() if card.id != resume_id][:_MOST_OTHERS]
        marked = {each: frozenset(m.mark.bullet_id for m in marks if m.mark.resume_id == each) for each in ids}
        return tuple(OtherResume(title, data, marked[at]) for at, (title, data) in self._resumes.contents(ids).items())


def _linked(marks: Sequence[MarkedBullet]) -> dict[str, frozenset[str]]:
    """The bullets each story is told of."""
    found: dict[str, set[str]] = {}
    for each in marks:
        if each.mark.story_id is not None:
            found.setdefault(f"{STORY_PATH}.{each.mark.story_id}", set()).add(each.mark.bullet_id)
    return {path: frozenset(bullets) for path, bullets in found.items()}
