"""Skills a model would add to the list: those in evidence together, each other in a change of its own, left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.tailoring.drafting.names import SKILLS, Names
from careercoach_desktop.features.tailoring.drafting.proof import skill_claim
from careercoach_desktop.features.tailoring.drafting.proposal import Edit
from careercoach_desktop.features.tailoring.drafting.sizes import (
    LONGEST_SKILL,
    MOST_ADDED,
    clipped,
    has_new_link,
    line_of,
)
from careercoach_desktop.features.tailoring.drafting.texts import NO_REASON
from careercoach_desktop.features.tailoring.engine.apply import added_id
from careercoach_desktop.features.tailoring.engine.situation import Situation, listing
from careercoach_desktop.features.tailoring.model import Change, ChangeKind


def additions(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """At most eight skills that the list does not hold yet."""
    present = {word.casefold() for word in now.resume.skill_names()}
    room = MOST_ADDED
    for edit in edits:
        group = names.groups.get(edit.target)
        if group is None and edit.target != SKILLS:
            continue
        words = [word for each in edit.items if (word := line_of(each, LONGEST_SKILL)) and not has_new_link(word, "")]
        words = [word for word in dict.fromkeys(words) if word.casefold() not in present][:room]
        room -= len(words)
        present |= {word.casefold() for word in words}
        yield from _split(edit, words, group if group is not None and group.keywords else None, now)


def _split(edit: Edit, words: Sequence[str], group: Skill | None, now: Situation) -> Iterator[Change]:
    found = {word: skill_claim(word, now.evidence) for word in words}
    proved = [word for word, claim in found.items() if claim.supported]
    if proved:
        proofs = [quote for word in proved for quote in found[word].evidence[:1]]
        yield _change(edit, proved, group, now, "", proofs)
    for word in words:
        if word not in proved:
            yield _change(edit, [word], group, now, f"-{added_id(word)}", [])


def _change(
    edit: Edit, words: list[str], group: Skill | None, now: Situation, suffix: str, proofs: list[Quote]
) -> Change:
    target = group.id if group is not None else SKILLS
    before = group.keywords if group is not None else now.resume.skill_names()
    return Change(
        id=f"surface-{target}{suffix}",
        kind=ChangeKind.SKILLS_ORDER,
        target=target,
        title="Skills · added",
        headline=f"Lists {listing(words)}",
        reason=clipped(edit.reason) or NO_REASON,
        evidence=list(dict.fromkeys(proofs)),
        before="\n".join(before),
        after="\n".join([*before, *words]),
        order=[*before, *words] if group is not None else [],
        added=words,
    )
