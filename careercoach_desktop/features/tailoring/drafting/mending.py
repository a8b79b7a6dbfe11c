"""Wordings that nothing proved, put to the model once more with the evidence they may rest on; then the person decides.

Only what is proved then takes the place of what was said first. What is not, stays as it was: marked, and left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.tailoring.drafting.draft import Material, proved
from careercoach_desktop.features.tailoring.drafting.names import Names
from careercoach_desktop.features.tailoring.drafting.proposal import Mending
from careercoach_desktop.features.tailoring.drafting.sizes import LEAST_WORDS, LONGEST_SUMMARY, has_new_link, line_of
from careercoach_desktop.features.tailoring.drafting.texts import headline, longest_bullet, loss
from careercoach_desktop.features.tailoring.engine import measured
from careercoach_desktop.features.tailoring.model import TEXTS, Change, ChangeKind, Decision, Draft

MOST_ASKED = 8
_MOST_PROOFS = 6


@dataclass(frozen=True, slots=True)
class Unproved:
    """A wording to say again: what of it is not proved, what stood there, what may prove another."""

    change_id: str
    text: str
    missing: tuple[str, ...]
    before: str
    proofs: tuple[str, ...]


def unproved_wordings(draft: Draft, material: Material) -> list[Unproved]:
    """Those worth another word: texts (a skill that is not in evidence can't be worded better)."""
    names = Names.of(material.resume, material.notes)
    found = [change for change in draft.changes if change.kind in TEXTS and not change.supported]
    return [
        Unproved(
            change.id,
            change.after,
            tuple(dict.fromkeys(claim.text if len(claim.text) < 80 else claim.reason for claim in change.claims)),
            change.before,
            tuple(_proofs(change, names)),
        )
        for change in found[:MOST_ASKED]
    ]


def _proofs(change: Change, names: Names) -> Sequence[str]:
    """What it named as its evidence, and whose entry it is; for a summary the titles of the work."""
    own = [quote.text for quote in change.evidence if quote.text != change.before]
    home = names.name_of(change.target).split(".")[0]
    if change.kind is ChangeKind.SUMMARY:
        near = [quote.text for name, quote in names.quotes.items() if name[:1] in "ws" and name[1:].isdigit()]
    else:
        near = [names.quotes[home].text] if home in names.quotes else []
    return list(dict.fromkeys([*own, *near]))[:_MOST_PROOFS]


def mended(draft: Draft, asked: Sequence[Unproved], answer: Mending, material: Material) -> Draft:
    """About 0.2 s of pure Python: call it in the child process."""
    now = material.situation()
    said = {asked[each.number - 1].change_id: each.text for each in answer.wordings if 0 < each.number <= len(asked)}
    changes: list[Change] = []
    count = 0
    for change in draft.changes:
        again = proved(_worded(change, said[change.id]), now) if change.id in said else change
        better = again is not change and again.supported and again.after not in ("", change.after)
        if better:
            count += 1
            headed = headline(now, change.before, again.after) if change.before else again.headline
            again = again.model_copy(update={"headline": headed})
        changes.append(again if better else change)
    told = draft.model_copy(update={"changes": changes, "mended": draft.mended + count})
    return measured(told, material.resume, material.posting, material.preferences, material.today)


def _worded(change: Change, text: str) -> Change:
    """The change with another wording, accepted unless it takes something away; as it was where that is no wording."""
    longest = LONGEST_SUMMARY if change.kind is ChangeKind.SUMMARY else longest_bullet(change.before)
    line = line_of(text, longest, 1 if change.before else LEAST_WORDS)
    if not line or has_new_link(line, change.before) or line == change.before:
        return change
    less = loss(change.before, line)
    reason = " ".join(part for part in (change.reason, less) if part)
    decision = Decision.REJECTED if less else Decision.ACCEPTED
    return change.model_copy(update={"after": line, "claims": [], "decision": decision, "reason": reason})
