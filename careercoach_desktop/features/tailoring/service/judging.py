"""What nothing proves in a change as it stands now, and what a change would have its person state."""

from __future__ import annotations

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.evidence.service import EvidenceBase, check_text
from careercoach_desktop.features.resumes.model import Education, Project, ResumeData, Volunteer, Work
from careercoach_desktop.features.tailoring.drafting import unproved
from careercoach_desktop.features.tailoring.engine.situation import entry_name
from careercoach_desktop.features.tailoring.model import Change, ChangeKind


def judged(change: Change, base: ResumeData, posting: str, evidence: EvidenceBase, *, is_local: bool) -> list[Claim]:
    """A wording of Claude's must rest on the evidence word by word, one of the person's own or of this computer's must
    pass the truth check."""
    if is_local or change.edited is not None:
        entry = change.target if change.kind is ChangeKind.ADD_BULLET else ""
        return unsupported(change.text, change.bullet_id or change.target, base, evidence, entry=entry)
    return unproved(change, posting, evidence)


def unsupported(text: str, target: str, base: ResumeData, evidence: EvidenceBase, *, entry: str = "") -> list[Claim]:
    """The claims of a new wording that nothing proves; a bullet is proved by its own entry."""
    entries: list[Work | Project | Volunteer | Education] = [
        *base.work,
        *base.projects,
        *base.volunteer,
        *base.education,
    ]
    own = next((each.id for each in entries if any(bullet.id == target for bullet in each.highlights)), entry)
    return check_text(text, evidence, path=target, entry=own).unsupported


def statement(change: Change, base: ResumeData) -> str:
    """The fact that would prove the change, as the person would note it: with the place it happened at."""
    if change.added:
        return f"I know {', '.join(change.added)}."
    entries: list[Work | Volunteer | Project] = [*base.work, *base.volunteer, *base.projects]
    for entry in entries:
        if entry.id == change.target or any(bullet.id == change.target for bullet in entry.highlights):
            return f"{entry_name(entry)}: {change.text}"
    return change.text
