"""A written letter made into a draft, whole or while it grows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercoach_desktop.features.evidence.service import stems
from careercoach_desktop.features.letters.checking import Material, checked, evidence_of, unproved
from careercoach_desktop.features.letters.drafting.framing import Frame, framed
from careercoach_desktop.features.letters.drafting.texts import line_text, paragraph_text
from careercoach_desktop.features.letters.drafting.written import RewrittenParagraph, WrittenLetter
from careercoach_desktop.features.letters.model import LetterDraft, Paragraph
from careercoach_desktop.features.letters.outlining.phrases import GREETING_WORDS, phrases_for
from careercoach_desktop.features.tailoring.drafting import Names
from careercoach_desktop.foundation.llm.saying import clipped, has_new_link

MOST_PARAGRAPHS = 8
MOST_POINTS = 6
MOST_SUGGESTIONS = 4


def grown(
    written: WrittenLetter, engine: str, language: str, *, name: str = "", frame: Frame | None = None
) -> LetterDraft:
    """The draft of as much as has come of a written letter: whatever is missing is empty. Nothing is checked yet."""
    texts = [paragraph_text(each.text) for each in written.paragraphs]
    draft = LetterDraft(
        engine=engine,
        language=language,
        subject=line_text(written.subject),
        greeting=line_text(written.greeting),
        paragraphs=[Paragraph(id=f"p{number}", text=text) for number, text in enumerate(texts, 1) if text][
            :MOST_PARAGRAPHS
        ],
        closing=_unsigned(written.closing, name),
        signature=name,
        complete=False,
    )
    return framed(draft, frame) if frame is not None else draft


def letter_from(
    written: WrittenLetter,
    engine: str,
    language: str,
    material: Material,
    frame: Frame | None = None,
    *,
    complete: bool = True,
) -> LetterDraft:
    """The checked draft of a written letter (or of what had come of it). Lines that have no place for a mark – subject,
    greeting, closing – are our own where the model's claim something."""
    draft = grown(written, engine, language, name=material.name, frame=frame)
    evidence, names = evidence_of(material), Names.of(material.resume, material.notes)
    quotes = {f"p{number}": names.quoted(each.rests_on) for number, each in enumerate(written.paragraphs, 1)}
    paragraphs = [each.model_copy(update={"evidence": quotes.get(each.id, [])}) for each in draft.paragraphs]
    own = phrases_for(language)
    posting = material.posting

    def harmless(line: str) -> bool:
        return bool(line) and not has_new_link(line, "") and not unproved(line, evidence, posting)

    points = [text for each in written.key_points if (text := clipped(each))]
    update = {
        "paragraphs": paragraphs,
        "subject": draft.subject if harmless(_without_role(draft.subject, material)) else own.subject_for(posting),
        "greeting": draft.greeting if _greets_known(draft.greeting, material) else own.greeting_for(material.people),
        "closing": draft.closing if harmless(draft.closing) else own.closings[0],
        "key_points": [point for point in points if not unproved(point, evidence, posting)][:MOST_POINTS],
        "suggestions": [text for each in written.suggestions if (text := clipped(each))][:MOST_SUGGESTIONS],
        "complete": complete,
    }
    return checked(draft.model_copy(update=update), material)


def paragraphs_from(
    rewritten: Sequence[RewrittenParagraph],
    draft: LetterDraft,
    asked: Sequence[str],
    material: Material,
    *,
    mend: bool = False,
) -> LetterDraft:
    """``draft`` with the asked-for paragraphs as they were rewritten. ``mend``: they were to lose what nothing proves,
    so one that claims as much as before stays as it was."""
    evidence, names = evidence_of(material), Names.of(material.resume, material.notes)
    new = {each.id: each for each in rewritten if each.id in asked and paragraph_text(each.text)}

    def replaced(paragraph: Paragraph) -> Paragraph:
        if paragraph.id not in new:
            return paragraph
        text = paragraph_text(new[paragraph.id].text)
        if mend and len(unproved(text, evidence, material.posting)) >= len(paragraph.claims):
            return paragraph
        quotes = names.quoted(new[paragraph.id].rests_on)
        return paragraph.model_copy(update={"text": text, "evidence": quotes, "accepted": False})

    return checked(draft.model_copy(update={"paragraphs": [replaced(each) for each in draft.paragraphs]}), material)


def _unsigned(closing: str, name: str) -> str:
    """The closing without the name below it, which is ours to write."""
    lines = [line.strip() for line in closing.splitlines() if line.strip()]
    while len(lines) > 1 and name and lines[-1].casefold() == name.casefold():
        lines.pop()
    flat = paragraph_text(" ".join(lines))
    if name and flat.casefold().endswith(name.casefold()):
        flat = flat[: -len(name)].rstrip()
    return flat if len(flat) <= 240 else ""


def _without_role(subject: str, material: Material) -> str:
    """The role and the company, as the posting names them, are no claim in a subject line; nor is the own name."""
    for known in (material.posting.title, material.posting.company, material.name):
        if known:
            subject = re.sub(re.escape(known), "", subject, flags=re.IGNORECASE)
    theirs = set(stems(f"{material.posting.title} {material.posting.company} {material.name}"))
    return " ".join(word for word in subject.split() if not set(stems(word)) <= theirs or not stems(word)) or "–"


def _greets_known(greeting: str, material: Material) -> bool:
    """A greeting names nobody but those the posting or the job's card knows."""
    if not greeting or len(greeting) > 90 or has_new_link(greeting, ""):
        return False
    known = set(stems(f"{material.posting.description} {material.posting.company} {' '.join(material.people)}"))
    known |= set(stems(GREETING_WORDS))
    return all(word in known for word in stems(greeting))
