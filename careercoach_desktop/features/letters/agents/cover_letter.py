"""CoverLetter: a résumé, a posting and wishes in, a letter out; and single paragraphs of it anew.

What stays comes first (the rules, the résumé, the person's notes), so that the next job for the same résumé reads it
from the prompt cache. A paragraph written anew is another output, so another prefix: there the posting is settled too,
for it is the second paragraph of the same letter that reads it. Greeting lines, names and contact data are the
program's to write, so they need not be sent.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.jobs.model.posting_words import posting_words
from careercoach_desktop.features.letters.checking import Material
from careercoach_desktop.features.letters.drafting import Frame, RewrittenParagraphs, WrittenLetter
from careercoach_desktop.features.letters.model import LetterDraft, LetterLength, LetterWishes
from careercoach_desktop.features.matching.model import terms_of
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.tailoring.drafting import Names
from careercoach_desktop.foundation.llm.contact import contact_of
from careercoach_desktop.foundation.llm.model import Effort, Part, Purpose, Request
from careercoach_desktop.foundation.llm.prompts import Prompts, tagless

AGENT = "CoverLetter"
VERSION = 1
USUAL_ANSWERS = {LetterLength.SHORT: 900, LetterLength.MEDIUM: 1_150, LetterLength.LONG: 1_500}
"""Tokens of a usual answer, with the thinking before it."""
USUAL_PARAGRAPH = 450
MOST_TOKENS = 16_000
LONGEST_POSTING = 7_000
"""Letters; beyond that postings repeat what the company says about itself."""
LONGEST_NOTES = 5_000
_MOST_TERMS = 24
_TAGS = ("resume", "notes", "posting", "matcher", "wishes", "frame", "letter", "doubts")
_PROMPTS = Prompts("careercoach_desktop.features.letters.agents")


def letter_request(
    material: Material, wishes: LetterWishes, language: str, frame: Frame | None = None
) -> Request[WrittenLetter]:
    """About 50 ms of pure Python: call it in the child process or on the desk's background thread."""
    asked = _PROMPTS.fill(
        "cover_letter.write",
        language=language,
        tone=wishes.tone.value.lower(),
        length=wishes.length.value.lower(),
        focus=_safe("; ".join(wishes.focus)),
        people=_safe(", ".join(material.people)),
        wish=_safe(wishes.notes),
        frame=_safe(frame.text) if frame is not None else "",
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.LETTERS,
        system=_PROMPTS.fill("cover_letter.system"),
        parts=(*_settled(material), Part(_posting(material)), Part(asked)),
        output=WrittenLetter,
        contact=contact_of(material.resume.basics),
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_ANSWERS[wishes.length],
    )


def rewrite_request(
    material: Material,
    wishes: LetterWishes,
    draft: LetterDraft,
    asked: Sequence[str],
    wish: str = "",
    doubts: Mapping[str, Sequence[Claim]] | None = None,
) -> Request[RewrittenParagraphs]:
    """The paragraphs with these ids anew. ``doubts``: what nothing proves in them, for the round that puts it right."""
    letter = "\n".join(f"{each.id} {_flat(each.text)}" for each in draft.paragraphs)
    doubted = [
        f"{paragraph} “{_flat(claim.text)}”: {claim.reason}"
        for paragraph, claims in (doubts or {}).items()
        for claim in claims
    ]
    told = _PROMPTS.fill(
        "cover_letter.rewrite",
        letter=_safe(letter),
        language=draft.language,
        tone=wishes.tone.value.lower(),
        wish=_safe(wish),
        doubts=_safe("\n".join(doubted)),
        ids=", ".join(asked),
    )
    return Request(
        agent=AGENT,
        version=VERSION,
        purpose=Purpose.LETTERS,
        system=_PROMPTS.fill("cover_letter.system"),
        parts=(*_settled(material), Part(_posting(material), settled=True), Part(told)),
        output=RewrittenParagraphs,
        contact=contact_of(material.resume.basics),
        effort=Effort.MEDIUM,
        max_tokens=MOST_TOKENS,
        expected_tokens=USUAL_PARAGRAPH * len(asked),
    )


def _settled(material: Material) -> list[Part]:
    """The same for every letter from this résumé, to the byte."""
    names = Names.of(material.resume, material.notes[:LONGEST_NOTES])
    parts = [Part(_PROMPTS.fill("cover_letter.resume", resume=_safe("\n".join(names.lines))), settled=True)]
    if names.note_lines:
        parts.append(Part(_PROMPTS.fill("cover_letter.notes", notes=_safe("\n".join(names.note_lines))), settled=True))
    return parts


def _posting(material: Material) -> str:
    keywords = match(material.with_own_words(), material.posting, Preferences(), material.today).keywords
    return _PROMPTS.fill(
        "cover_letter.posting",
        posting=_safe(posting_words(material.posting, LONGEST_POSTING)),
        matched=_safe(terms_of(keywords, found=True, most=_MOST_TERMS)),
        missing=_safe(terms_of(keywords, found=False, most=_MOST_TERMS)),
    )


def _safe(text: str) -> str:
    return tagless(text, *_TAGS)


def _flat(text: str) -> str:
    return " ".join(text.split())
