"""A proposal made into a draft, every change of it looked up and checked, its figures made on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.drafting.names import Names
from careercoach_desktop.features.tailoring.drafting.orders import orders
from careercoach_desktop.features.tailoring.drafting.proof import unproved
from careercoach_desktop.features.tailoring.drafting.proposal import EditKind, Proposal
from careercoach_desktop.features.tailoring.drafting.sizes import MOST_RECOMMENDATIONS, MOST_SHOWN, clipped
from careercoach_desktop.features.tailoring.drafting.skills import additions
from careercoach_desktop.features.tailoring.drafting.texts import bullets_added, hidings, rewrites, summaries
from careercoach_desktop.features.tailoring.engine import Spare, measured
from careercoach_desktop.features.tailoring.engine.adding import offered
from careercoach_desktop.features.tailoring.engine.situation import Situation
from careercoach_desktop.features.tailoring.model import Change, Decision, Draft
from careercoach_desktop.foundation.llm.model import ContactDetail


@dataclass(frozen=True, slots=True)
class Material:
    """What a tailoring is made of. ``notes``, ``stories`` and ``spares`` are what the person tells beside the résumé;
    ``settled``: targets of changes they have decided already, which are not asked about again."""

    resume: ResumeData
    posting: Posting
    preferences: Preferences
    notes: str
    today: date
    stories: tuple[Quote, ...] = ()
    spares: tuple[Spare, ...] = ()
    focus: tuple[str, ...] = ()
    settled: frozenset[str] = frozenset()
    contact: tuple[ContactDetail, ...] = ()
    """What of the texts says who or where the person is."""

    def situation(self) -> Situation:
        """About 50 ms."""
        return Situation.of(
            self.resume, self.posting, self.notes, self.today, self.stories, focus=self.focus, spares=self.spares
        )

    def shown(self, now: Situation) -> tuple[Spare, ...]:
        """Of what is told elsewhere, what a request for this job shows."""
        return tuple(offered(now, MOST_SHOWN))


def draft_from(proposal: Proposal, model: str, material: Material) -> Draft:
    """``model`` is the id of what proposed it. About 0.2 s of pure Python: call it in the child process."""
    now = material.situation()
    names = Names.of(material.resume, material.notes, material.shown(now))
    draft = Draft(
        engine=model,
        changes=list(_changes(proposal, now, names)),
        recommendations=[text for each in proposal.recommendations if (text := clipped(each))][:MOST_RECOMMENDATIONS],
        impact=clipped(proposal.impact),
        focus=material.focus,
    )
    return measured(draft, material.resume, material.posting, material.preferences, material.today)


def _changes(proposal: Proposal, now: Situation, names: Names) -> Iterator[Change]:
    """In the order of the page; of several edits of one thing the first counts."""
    of = {kind: [edit for edit in proposal.edits if edit.kind is kind] for kind in EditKind}
    found = [
        *summaries(of[EditKind.SUMMARY], now, names),
        *rewrites(of[EditKind.REWRITE], now, names),
        *bullets_added(of[EditKind.ADD_BULLET], now, names),
        *orders(of[EditKind.ORDER], now, names),
        *additions(of[EditKind.ADD_SKILLS], now, names),
        *hidings(of[EditKind.HIDE], now, names),
    ]
    seen: set[str] = set()
    for change in found:
        if change.id not in seen:
            seen.add(change.id)
            yield proved(change, now)


def proved(change: Change, now: Situation) -> Change:
    """The change with everything in it that nothing proves; with any such thing it stays out."""
    claims = unproved(change, now.posting.description, now.evidence)
    return change.model_copy(update={"claims": claims, "decision": Decision.REJECTED}) if claims else change
