"""Wordings a model proposes for bullets and the summary, and what it would leave out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.service import check_text
from careercoach_desktop.features.resumes.model import Highlight, Project
from careercoach_desktop.features.tailoring.drafting.names import SUMMARY, Bullet, Names
from careercoach_desktop.features.tailoring.drafting.proposal import Edit
from careercoach_desktop.features.tailoring.drafting.sizes import (
    LEAST_WORDS,
    LONGEST_SUMMARY,
    MOST_BULLETS,
    MOST_HIDDEN,
    MOST_REWRITES,
    clipped,
    has_new_link,
    line_of,
)
from careercoach_desktop.features.tailoring.engine.adding import addition
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation, entry_name, listing
from careercoach_desktop.features.tailoring.engine.spares import Source, Spare, told_id
from careercoach_desktop.features.tailoring.model import Change, ChangeKind, Decision

_SHORT_BULLET = 260
_KEPT_BULLETS = 2
_MOST_NAMED = 2
_LEAST_KEPT = 0.4
_SAID_ALREADY = 88.0
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")
NO_REASON = "No reason was given."


def summaries(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """At most one new summary."""
    before = now.resume.basics.summary
    for edit in edits[:1]:
        text = line_of(edit.text, LONGEST_SUMMARY)
        if not text or _same(text, before) or has_new_link(text, before):
            return
        proofs = [quote for claim in check_text(text, now.evidence).claims for quote in claim.evidence]
        opens = "Opens with who you are and what they ask for"
        yield Change(
            id="summary",
            kind=ChangeKind.SUMMARY,
            target="basics.summary",
            title="Summary",
            headline=headline(now, before, text) if before else opens,
            reason=_reason(edit, before, text),
            evidence=[quote for quote in names.quoted(edit.rests_on) if quote != names.quotes.get(SUMMARY)]
            or list(dict.fromkeys(proofs))[:_MOST_NAMED],
            before=before,
            after=text,
            decision=Decision.REJECTED if loss(before, text) else Decision.ACCEPTED,
        )


def rewrites(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """New wordings in the order of the page; identical and empty ones are none."""
    wanted = {edit.target: edit for edit in reversed(edits)}
    found = [
        change
        for name, bullet in names.bullets.items()
        if name in wanted and (change := _rewrite(wanted[name], name, bullet, now, names)) is not None
    ]
    yield from found[:MOST_REWRITES]


def _rewrite(edit: Edit, name: str, bullet: Bullet, now: Situation, names: Names) -> Change | None:
    before = bullet.highlight.text
    text = line_of(edit.text, longest_bullet(before))
    if not text or _same(text, before) or has_new_link(text, before):
        return None
    own = names.quotes[name]
    return Change(
        id=f"rewrite-{bullet.highlight.id}",
        kind=ChangeKind.REWRITE,
        target=bullet.highlight.id,
        title=title_of(bullet),
        headline=headline(now, before, text),
        reason=_reason(edit, before, text),
        evidence=[quote for quote in names.quoted(edit.rests_on) if quote != own] or [own],
        before=before,
        after=text,
        decision=Decision.REJECTED if loss(before, text) else Decision.ACCEPTED,
    )


def bullets_added(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """New points under an entry, at most four, each with the person's own words it is made of: without any, or saying
    what the entry says already, it is none."""
    found: list[Change] = []
    for edit in edits:
        entry = names.entries.get(edit.target)
        text = line_of(edit.text, _SHORT_BULLET, LEAST_WORDS)
        quotes = names.quoted([name for name in edit.rests_on if name[:1] in "xn"])
        if entry is None or not text or not quotes or has_new_link(text, quotes[0].text):
            continue
        said = [*(b.text for b in entry.highlights), *(each.after for each in found if each.target == entry.id)]
        if any(fuzz.token_set_ratio(text, each) >= _SAID_ALREADY for each in said):
            continue
        spare = _spare(edit, names, entry, text)
        new = [now.named(each) for each in now.asked_in(text)]
        words = f"Adds {listing(new[:_MOST_NAMED])}" if new else "Adds a point you tell elsewhere"
        change = addition(spare, entry_name(entry), text, words, clipped(edit.reason) or NO_REASON)
        found.append(change.model_copy(update={"evidence": quotes}))
    yield from found[:MOST_BULLETS]


def _spare(edit: Edit, names: Names, entry: Entry, text: str) -> Spare:
    """The point it is made of: one that is shown, or what its words make one."""
    own = (names.spares[name] for name in edit.rests_on if name in names.spares)
    found = next((each for each in own if each.entry == entry.id and each.source is Source.RESUME), None)
    quote = names.quoted(edit.rests_on)[0]
    return found or Spare(entry.id, told_id(text), text, quote, Source.TOLD)


def hidings(edits: Sequence[Edit], now: Situation, names: Names) -> Iterator[Change]:
    """What could be left out: bullets and projects that answer nothing asked. Always off until the person says so,
    never a job, never the last bullets of an entry."""
    going: dict[str, int] = {}
    found: list[Change] = []
    for edit in edits:
        if (bullet := names.bullets.get(edit.target)) is not None:
            entry = bullet.entry
            going[entry.id] = going.get(entry.id, 0) + 1
            if now.relevance(bullet.highlight.text) > 0 or len(entry.highlights) - going[entry.id] < _KEPT_BULLETS:
                continue
            found.append(_hiding(edit, bullet.highlight, title_of(bullet), bullet.highlight.text))
        elif isinstance(project := names.entries.get(edit.target), Project) and now.relevance(_whole(project)) <= 0:
            found.append(_hiding(edit, project, "Projects · left out", entry_name(project)))
    yield from found[:MOST_HIDDEN]


def _hiding(edit: Edit, what: Entry | Highlight, title: str, before: str) -> Change:
    return Change(
        id=f"hide-{what.id}",
        kind=ChangeKind.HIDE,
        target=what.id,
        title=title,
        headline="Could be left out for this job",
        reason=f"{clipped(edit.reason) or NO_REASON} Your résumé keeps it in any case.",
        before=before,
        decision=Decision.REJECTED,
    )


def _reason(edit: Edit, before: str, after: str) -> str:
    return " ".join(part for part in (clipped(edit.reason) or NO_REASON, loss(before, after)) if part)


def loss(before: str, after: str) -> str:
    """What a wording would silently take away, in a sentence; a change with a loss waits for the person's yes."""
    figures = [figure for figure in dict.fromkeys(_FIGURE.findall(before)) if figure not in _FIGURE.findall(after)]
    if figures:
        return f"It leaves out {listing(figures[:4])}, so it is off until you accept it."
    if len(after.split()) < _LEAST_KEPT * len(before.split()):
        return "It leaves out much of what stands there, so it is off until you accept it."
    return ""


def longest_bullet(before: str) -> int:
    """Letters a new wording may have."""
    return max(_SHORT_BULLET, 2 * len(before))


def _whole(project: Project) -> str:
    parts = [project.name, project.description, *project.keywords]
    return ". ".join([*parts, *(bullet.text for bullet in project.highlights)])


def title_of(bullet: Bullet) -> str:
    return f"{entry_name(bullet.entry)} · bullet {bullet.place}"


def headline(now: Situation, before: str, after: str) -> str:
    said = now.asked_in(before)
    new = [now.named(each) for each in now.asked_in(after) if each not in said]
    return f"Names {listing(new[:_MOST_NAMED])}" if new else "Worded for this job"


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).rstrip(".") == " ".join(other.split()).rstrip(".")
