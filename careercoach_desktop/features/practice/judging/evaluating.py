"""An answer's evaluation: the model's words cleaned, its quotes looked up, its suggestion put to the truth check."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.letters.checking import Material, evidence_of, unproved
from careercoach_desktop.features.letters.drafting.texts import paragraph_text
from careercoach_desktop.features.practice.judging.weighed import MendedSuggestion, WeighedAnswer
from careercoach_desktop.features.practice.model import WEAK, Evaluation, QuestionContent, StarFinding, StarPart
from careercoach_desktop.features.tailoring.drafting import Names
from careercoach_desktop.foundation.llm.saying import clipped, shortened

MOST_REMARKS = 4
LONGEST_SUGGESTION = 2_400
_LEAST_QUOTE = 2
"""Words; one alone stands in any answer."""


def evaluation_from(
    weighed: WeighedAnswer,
    question: QuestionContent,
    answer: str,
    material: Material,
    made_by: str,
    heard: Sequence[StarFinding] = (),
) -> Evaluation:
    """The checked evaluation of a whole reply. ``heard``: the parts of the story as rules found them."""
    grown = grown_evaluation(weighed, question, made_by)
    star = _star(weighed, answer, proofs(material), heard) if question.wants_story else ()
    return checked_again(grown.model_copy(update={"star": star}), material)


def grown_evaluation(weighed: WeighedAnswer, question: QuestionContent, made_by: str) -> Evaluation:
    """As much as has come of it, not checked yet; a score that is not there is 0. Without the STAR parts, whose quotes
    nobody has looked up."""
    known = {point.casefold(): point for point in question.key_points}
    missing = [known.get(text.casefold(), text) for text in _remarks(weighed.missing)]
    return Evaluation(
        score=weighed.score if isinstance(weighed.score, int) else 0,
        summary=clipped(weighed.summary, 400),
        strengths=_remarks(weighed.strengths),
        improvements=_remarks(weighed.improvements),
        missing=tuple(dict.fromkeys(missing)),
        suggested=_suggestion(weighed.suggested),
        made_by=made_by,
    )


def checked_again(evaluation: Evaluation, material: Material) -> Evaluation:
    """The same with the claims of its suggestion that nothing proves (any more, or yet)."""
    claims = unproved(evaluation.suggested, evidence_of(material), material.posting) if evaluation.suggested else []
    return evaluation.model_copy(update={"claims": tuple(claims)})


def mended(evaluation: Evaluation, told: MendedSuggestion, material: Material) -> Evaluation:
    """With the suggestion as it was put right, where that claims less than before."""
    again = checked_again(evaluation.model_copy(update={"suggested": _suggestion(told.suggested)}), material)
    return again if again.suggested and len(again.claims) < len(evaluation.claims) else evaluation


def wants_follow_up(evaluation: Evaluation) -> bool:
    """Whether the answer is weak enough to be asked about once more."""
    return evaluation.score < WEAK or bool(evaluation.missing)


def proofs(material: Material) -> dict[str, Quote]:
    """What the person can prove, by the names a prompt gives it: ``w1.2`` a bullet, ``t3`` a line of a story."""
    names = Names.of(material.resume, material.notes)
    return {**names.quotes, **{f"t{number}": quote for number, quote in enumerate(material.stories, 1)}}


def proof_lines(material: Material) -> tuple[list[str], list[str]]:
    """The résumé, and the notes and stories beside it, a named line each."""
    names = Names.of(material.resume, material.notes)
    stories = [f"t{number} {quote.label}: {_flat(quote.text)}" for number, quote in enumerate(material.stories, 1)]
    return names.lines, [*names.note_lines, *stories]


def _star(
    weighed: WeighedAnswer, answer: str, own: dict[str, Quote], heard: Sequence[StarFinding]
) -> tuple[StarFinding, ...]:
    """Every part once. A quote that the answer does not have is no quote: where rules heard the part that Claude says
    is told, it is shown in their words, not as missing. An offer is the person's own line."""
    said = {each.part: each for each in reversed(weighed.star)}
    by_rules = {each.part: each.quote for each in heard}
    found = []
    for part in StarPart:
        told = said.get(part)
        quote = _standing(told.quote, answer) if told is not None else ""
        if told is not None and told.quote.strip() and not quote:
            quote = by_rules.get(part, "")
        offered = own.get(told.evidence.strip().strip("[]")) if told is not None and not quote else None
        found.append(StarFinding(part=part, quote=quote, offer=_flat(offered.text) if offered is not None else ""))
    return tuple(found)


def _standing(quote: str, answer: str) -> str:
    """The quote as the answer has it; empty when it has not."""
    words = _words(quote.strip().strip("“”\"'…. "))
    if len(words) < _LEAST_QUOTE:
        return ""
    pattern = r"\W+".join(map(re.escape, words))
    shown = unicodedata.normalize("NFC", answer)
    found = re.search(rf"(?<!\w){pattern}(?!\w)", shown, re.IGNORECASE)
    return _flat(found.group()) if found is not None else ""


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text))


def _remarks(told: Sequence[str]) -> tuple[str, ...]:
    return tuple(text for each in told if (text := clipped(each)))[:MOST_REMARKS]


def _suggestion(text: str) -> str:
    paragraphs = [flat for part in re.split(r"\n+", text) if (flat := paragraph_text(part))]
    return shortened("\n\n".join(paragraphs), LONGEST_SUGGESTION)


def _flat(text: str) -> str:
    return " ".join(text.split())
