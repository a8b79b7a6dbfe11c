"""What a proposed change claims that nothing proves: asked when it is drafted, and again when a fact is added."""

from __future__ import annotations

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.service import (
    EvidenceBase,
    borrowed,
    check,
    check_text,
    off_the_quotes,
    ungrounded,
)
from careercoach_desktop.features.resumes.model import ResumeData, Skill
from careercoach_desktop.features.tailoring.model import TEXTS, Change, ChangeKind


def unproved(change: Change, posting: str, evidence: EvidenceBase) -> list[Claim]:
    """Of a wording: what the truth check finds, words that only the posting has, and sentences about nothing in
    evidence. Of skills to add: those that are not in evidence. ``posting`` is its description."""
    if change.kind in TEXTS:
        entry = change.target if change.kind is ChangeKind.ADD_BULLET else ""
        claims = check_text(change.after, evidence, path=change.bullet_id or change.target, entry=entry).unsupported
        claims += borrowed(change.after, posting, evidence, change.target)
        claims += ungrounded(change.after, evidence, change.target)
        if change.kind is ChangeKind.ADD_BULLET and not claims:
            claims += off_the_quotes(change.after, [quote.text for quote in change.evidence], change.target)
        return claims
    return [claim for word in change.added if not (claim := skill_claim(word, evidence)).supported]


def skill_claim(word: str, evidence: EvidenceBase) -> Claim:
    """What listing the word would claim, and whether that is so."""
    claims = [each for each in check(ResumeData(skills=[Skill(name=word)]), evidence).claims if each.text == word]
    reason = f"{word} is not in your evidence."
    return next(iter(claims), Claim(kind=ClaimKind.SKILL, text=word, supported=False, reason=reason))
