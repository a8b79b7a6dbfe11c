"""Orders a model proposes: bullets within their entry, skills groups, the keywords of one group. No word changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercoach_desktop.features.resumes.model import Skill
from careercoach_desktop.features.tailoring.drafting.names import SKILLS, Names
from careercoach_desktop.features.tailoring.drafting.proposal import Edit
from careercoach_desktop.features.tailoring.drafting.sizes import clipped
from careercoach_desktop.features.tailoring.drafting.texts import NO_REASON
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation, entry_name, listing
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_MOST_NAMED = 3


def orders(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """What is named comes first, the rest follows as it was; an order that changes nothing is none."""
    for edit in edits:
        if (entry := names.entries.get(edit.target)) is not None:
            yield from _bullets(edit, entry, now, names)
        elif (group := names.groups.get(edit.target)) is not None:
            yield from _keywords(edit, group, names)
        elif edit.target == SKILLS:
            yield from _groups(edit, now, names)


def _bullets(edit: Edit, entry: Entry, now: Situation, names: Names) -> Iterator[Change]:
    texts = {bullet.id: bullet.text for bullet in entry.highlights}
    wanted = [names.bullets[name].highlight.id for name in edit.items if name in names.bullets]
    order = _first(wanted, list(texts))
    if order == list(texts):
        return
    lead = texts[order[0]]
    named = listing([now.named(each) for each in now.asked_in(lead)[:_MOST_NAMED]])
    yield Change(
        id=f"order-{entry.id}",
        kind=ChangeKind.BULLET_ORDER,
        target=entry.id,
        title=f"{entry_name(entry)} · order",
        headline=f"Brings {named} to the top" if named else "Another order of bullets",
        reason=clipped(edit.reason) or NO_REASON,
        evidence=[now.quote(order[0], lead)],
        before="\n".join(texts.values()),
        after="\n".join(texts[each] for each in order),
        order=order,
    )


def _keywords(edit: Edit, group: Skill, names: Names) -> Iterator[Change]:
    exact = {word.casefold(): word for word in group.keywords}
    order = _first([exact[word.casefold()] for word in edit.items if word.casefold() in exact], group.keywords)
    if order == group.keywords:
        return
    yield Change(
        id=f"skills-{group.id}",
        kind=ChangeKind.SKILLS_ORDER,
        target=group.id,
        title=f"Skills · {group.name or 'order'}",
        headline=f"{', '.join(order[:_MOST_NAMED])} first",
        reason=clipped(edit.reason) or NO_REASON,
        evidence=names.quoted([edit.target]),
        before="\n".join(group.keywords),
        after="\n".join(order),
        order=order,
    )


def _groups(edit: Edit, now: Situation, names: Names) -> Iterator[Change]:
    shown = {group.id: group.name or ", ".join(group.keywords[:2]) for group in names.groups.values()}
    order = _first([names.groups[name].id for name in edit.items if name in names.groups], list(shown))
    if order == list(shown):
        return
    plain = all(not group.keywords for group in names.groups.values())
    yield Change(
        id="skills-groups",
        kind=ChangeKind.SKILLS_ORDER,
        target=SKILLS,
        title="Skills · order" if plain else "Skills · groups",
        headline=f"{', '.join(shown[each] for each in order[:_MOST_NAMED])} first",
        reason=clipped(edit.reason) or NO_REASON,
        evidence=[now.quote(SKILLS, ", ".join(shown.values()))],
        before="\n".join(shown.values()),
        after="\n".join(shown[each] for each in order),
        order=order,
    )


def _first(wanted: Sequence[str], present: Sequence[str]) -> list[str]:
    """``wanted`` in its order, each once and only where present, then the rest as it was."""
    return list(dict.fromkeys([*(each for each in wanted if each in present), *present]))
