"""An answer of the ResumeAnalyzer made into a judgement: what names nothing is dropped and counted, a figure that is
none is left away, a wording that claims what nothing proves is marked and can't be applied."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from careercoach_desktop.features.analysis.judging.answer import (
    KeywordRemark,
    Remark,
    ResumeReview,
    Rewriting,
    SectionRemark,
)
from careercoach_desktop.features.analysis.judging.listing import Line, Listing
from careercoach_desktop.features.analysis.model.judgement import (
    Impression,
    Judgement,
    KeywordNote,
    KeywordStanding,
    Observation,
    Priority,
    Section,
    Suggestion,
    Target,
)
from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.features.evidence.service import EvidenceBase, borrowed, check_text, stems, ungrounded
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.foundation.llm.saying import clipped, has_new_link, line_of

MOST_OBSERVATIONS = 6
MOST_KEYWORDS = 16
MOST_SUGGESTIONS = 14
_LONGEST_VERDICT = 700
_LONGEST_TERM = 60
_SHORT_TEXT = 320
_ORDER = list(Priority)


def checked(
    review: ResumeReview,
    target: Target,
    resume: ResumeData,
    notes: str,
    stories: Sequence[Quote],
    posting: str,
    today: date,
) -> Judgement:
    """``notes`` and ``stories`` prove what the person says elsewhere; ``posting`` (empty for none) proves nothing.

    About 0.2 s of pure Python: call it in the child process.
    """
    listing = Listing.of(resume, notes)
    evidence = EvidenceBase.from_resume(resume, notes, stories, today=today)
    strengths = _observations(review.strengths, listing, must_rest=True)
    weaknesses = _observations(review.weaknesses, listing, must_rest=False)
    keywords = _keywords(review.keywords, listing)
    suggestions = _suggestions(review.suggestions, listing, posting, evidence)
    impressions = _impressions(review.sections)
    said = [*review.strengths, *review.weaknesses, *review.keywords, *review.suggestions, *review.sections]
    kept = [*strengths, *weaknesses, *keywords, *suggestions, *impressions]
    return Judgement(
        target=target,
        overall=_figure(review.overall),
        verdict=clipped(review.verdict, _LONGEST_VERDICT),
        impressions=impressions,
        strengths=strengths[:MOST_OBSERVATIONS],
        weaknesses=weaknesses[:MOST_OBSERVATIONS],
        keywords=keywords[:MOST_KEYWORDS],
        suggestions=suggestions[:MOST_SUGGESTIONS],
        dropped=len(said) - len(kept),
    )


def unproved(suggestion: Suggestion, evidence: EvidenceBase, posting: str) -> list[Claim]:
    """Everything in its wording that the person's evidence does not say."""
    claims = check_text(suggestion.after, evidence, path=suggestion.path).unsupported
    claims += borrowed(suggestion.after, posting, evidence, suggestion.path)
    return claims + ungrounded(suggestion.after, evidence, suggestion.path)


def _figure(value: int | None) -> int | None:
    """None, too, while an answer is still being written."""
    return value if value is not None and 0 <= value <= 100 else None


def _impressions(said: Iterable[SectionRemark]) -> list[Impression]:
    """One a section, the first of several."""
    found: dict[Section, Impression] = {}
    for each in said:
        text = clipped(each.text)
        if text and each.section is not Section.OVERALL:
            found.setdefault(each.section, Impression(section=each.section, score=_figure(each.score), text=text))
    return [found[section] for section in Section if section in found]


def _observations(said: Iterable[Remark], listing: Listing, *, must_rest: bool) -> list[Observation]:
    """``must_rest``: praise rests on words of the résumé; a lack may rest on nothing."""
    found = []
    for each in said:
        text, quotes = clipped(each.text), listing.quoted(each.rests_on)
        if text and (quotes or (not must_rest and not each.rests_on)):
            found.append(Observation(text=text, quotes=quotes[:3]))
    return found


def _keywords(said: Iterable[KeywordRemark], listing: Listing) -> list[KeywordNote]:
    """What is said to be there must be there, and what is said to be missing must be missing."""
    page = f" {' '.join(stems(listing.text))} "
    found: dict[str, KeywordNote] = {}
    for each in said:
        term = line_of(each.term, _LONGEST_TERM)
        words = " ".join(stems(term))
        if not words:
            continue
        stands = f" {words} " in page
        if stands is (each.standing is not KeywordStanding.MISSING):
            found.setdefault(words, KeywordNote(term=term, standing=each.standing, text=clipped(each.text)))
    order = list(KeywordStanding)
    return sorted(found.values(), key=lambda note: order.index(note.standing))


def _suggestions(said: Iterable[Rewriting], listing: Listing, posting: str, evidence: EvidenceBase) -> list[Suggestion]:
    """The most urgent first; of several wordings for one text the first."""
    found: list[Suggestion] = []
    worded: set[str] = set()
    for number, each in enumerate(said, 1):
        made = _suggestion(f"c{number}", each, listing)
        if made is None or (made.is_edit and made.path in worded):
            continue
        if made.is_edit:
            worded.add(made.path)
            made = made.model_copy(update={"claims": unproved(made, evidence, posting)})
        found.append(made)
    return sorted(found, key=lambda made: _ORDER.index(made.priority))


def _suggestion(name: str, said: Rewriting, listing: Listing) -> Suggestion | None:
    """None when it says nothing, or words for a text that is not there."""
    issue, text = clipped(said.issue), clipped(said.suggestion)
    line = listing.lines.get(said.target.strip())
    if not issue or not text or (said.after.strip() and (line is None or not line.is_text)):
        return None
    after = _wording(said.after, line) if line is not None and said.after.strip() else ""
    if said.after.strip() and not after:
        return None
    return Suggestion(
        id=name,
        section=said.section,
        priority=said.priority,
        issue=issue,
        text=text,
        impact=clipped(said.impact),
        path=line.path if line is not None else "",
        label=line.label if line is not None else "",
        before=line.text if line is not None else "",
        after=after,
    )


def _wording(after: str, line: Line) -> str:
    """The new text on one line; empty when it is what stands there already, endless, or brings an address."""
    text = line_of(after, max(_SHORT_TEXT, 2 * len(line.text)) if line.path != "basics.summary" else 900)
    same = " ".join(text.split()).rstrip(".") == " ".join(line.text.split()).rstrip(".")
    return "" if not text or same or has_new_link(text, line.text) else text
