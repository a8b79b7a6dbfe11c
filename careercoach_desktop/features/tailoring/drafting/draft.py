"""A proposal made into a draft, every change of it looked up and checked, the scores the local matcher's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.drafting.names import Names
from careercoach_desktop.features.tailoring.drafting.orders import orders
from careercoach_desktop.features.tailoring.drafting.proof import unproved
from careercoach_desktop.features.tailoring.drafting.proposal import EditKind, Proposal
from careercoach_desktop.features.tailoring.drafting.sizes import MOST_RECOMMENDATIONS, clipped
from careercoach_desktop.features.tailoring.drafting.skills import additions
from careercoach_desktop.features.tailoring.drafting.texts import hidings, rewrites, summaries
from careercoach_desktop.features.tailoring.engine import rescore
from careercoach_desktop.features.tailoring.engine.situation import Situation
from careercoach_desktop.features.tailoring.model import Change, Decision, Draft


def draft_from(
    proposal: Proposal,
    model: str,
    resume: ResumeData,
    posting: Posting,
    preferences: Preferences,
    profile_notes: str,
    today: date,
    stories: Sequence[Quote] = (),
) -> Draft:
    """``model`` is the id of what proposed it; ``stories`` may prove what it says, though it was not sent them.

    About 0.2 s of pure Python: call it in the child process.
    """
    now = Situation.of(resume, posting, profile_notes, today, stories)
    names = Names.of(resume, profile_notes)
    changes = list(_changes(proposal, now, names))
    return Draft(
        engine=model,
        changes=changes,
        recommendations=[text for each in proposal.recommendations if (text := clipped(each))][:MOST_RECOMMENDATIONS],
        score_before=match(resume, posting, preferences, today).score,
        score_after=rescore(resume, posting, preferences, changes, today),
    )


def _changes(proposal: Proposal, now: Situation, names: Names) -> Iterator[Change]:
    """In the order of the page; of several edits of one thing the first counts."""
    of = {kind: [edit for edit in proposal.edits if edit.kind is kind] for kind in EditKind}
    found = [
        *summaries(of[EditKind.SUMMARY], now, names),
        *rewrites(of[EditKind.REWRITE], now, names),
        *orders(of[EditKind.ORDER], now, names),
        *additions(of[EditKind.ADD_SKILLS], now, names),
        *hidings(of[EditKind.HIDE], now, names),
    ]
    seen: set[str] = set()
    for change in found:
        if change.id not in seen:
            seen.add(change.id)
            yield _proved(change, now)


def _proved(change: Change, now: Situation) -> Change:
    """The change with everything in it that nothing proves; with any such thing it stays out."""
    claims = unproved(change, now.posting.description, now.evidence)
    return change.model_copy(update={"claims": claims, "decision": Decision.REJECTED}) if claims else change
