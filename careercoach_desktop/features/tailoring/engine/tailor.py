"""The engine itself: proposals in the order of the page, the truth check on every text, the score before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.features.evidence.service import check, check_text
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.engine.adding import additions
from careercoach_desktop.features.tailoring.engine.apply import apply_changes
from careercoach_desktop.features.tailoring.engine.hiding import hidings
from careercoach_desktop.features.tailoring.engine.measuring import measured
from careercoach_desktop.features.tailoring.engine.ordering import bullet_orders, project_order, skills_orders
from careercoach_desktop.features.tailoring.engine.situation import Situation
from careercoach_desktop.features.tailoring.engine.spares import Spare
from careercoach_desktop.features.tailoring.engine.summary import summaries
from careercoach_desktop.features.tailoring.engine.surfacing import surfaced
from careercoach_desktop.features.tailoring.engine.wording import renamings, rewrites
from careercoach_desktop.features.tailoring.model import LOCAL, TEXTS, Change, Decision, Draft


def _proposals(now: Situation) -> Iterator[list[Change]]:
    hidden = list(hidings(now))
    gone = {change.target for change in hidden}
    rewritten = [each for each in (_checked(now, change) for change in rewrites(now)) if each.target not in gone]
    # Summary and order look at the bullets as they will read, so that a tool just named counts.
    then = now.with_resume(apply_changes(now.resume, rewritten)) if rewritten else now
    yield _in_own_words(now, summaries(then), rewritten)
    yield rewritten
    yield list(additions(now))
    orders = _in_own_words(now, bullet_orders(then), rewritten)
    yield [each for each in orders if each.target not in gone]
    added = list(surfaced(now))
    by_group = {change.target: change.added for change in added}
    yield [*added, *renamings(now), *skills_orders(now, by_group)]
    yield [*(each for each in project_order(now)), *hidden]


def _in_own_words(now: Situation, changes: Iterable[Change], rewritten: list[Change]) -> list[Change]:
    """Evidence is what the person wrote: a bullet that another change rewords is quoted as it was, with what that
    change rests on."""
    reworded = {change.target: change for change in rewritten if change.decision is Decision.ACCEPTED}
    quoted = []
    for change in changes:
        quotes: list[Quote] = []
        for quote in change.evidence:
            other = reworded.get(quote.path)
            own = [quote] if other is None else [now.quote(quote.path, other.before), *other.evidence]
            quotes += [each for each in own if each not in quotes]
        quoted.append(change.model_copy(update={"evidence": quotes}))
    return quoted


def _checked(now: Situation, change: Change) -> Change:
    """The change with the unsupported claims it would make; with any, it is not accepted."""
    claims: list[Claim] = []
    if change.kind in TEXTS:
        claims = check_text(change.after, now.evidence, path=change.bullet_id or change.target).unsupported
    elif change.added or change.renamed:
        claims = _claims_of_skills(now, change)
    return change.model_copy(update={"claims": claims, "decision": Decision.REJECTED}) if claims else change


def _claims_of_skills(now: Situation, change: Change) -> list[Claim]:
    """What the skills section would claim with the change, and only the change, in it."""
    words = {word.casefold() for word in (*change.added, *change.renamed.values())}
    only = ResumeData(skills=apply_changes(now.resume, [change]).skills)
    return [claim for claim in check(only, now.evidence).unsupported if claim.text.casefold() in words]


def tailor(
    resume: ResumeData,
    posting: Posting,
    preferences: Preferences,
    profile_notes: str,
    today: date,
    stories: Sequence[Quote] = (),
    focus: Sequence[str] = (),
    spares: Sequence[Spare] = (),
) -> Draft:
    """A draft for one résumé and one posting (about 0.1 s). ``stories`` and ``spares`` is what the person tells beside
    the résumé, ``focus`` what they want to bring out."""
    now = Situation.of(resume, posting, profile_notes, today, stories, focus=focus, spares=spares)
    changes = [_checked(now, change) for proposed in _proposals(now) for change in proposed]
    draft = Draft(engine=LOCAL, changes=changes, focus=tuple(focus))
    return measured(draft, resume, posting, preferences, today)
