"""A letter's claims, paragraph by paragraph, and the demands it answers.

On top of the truth check, which traces what can be named: addresses that are not the person's, runs of words copied
from the posting, and the posting's own terms said of oneself. A posting that tells a model what to write gets no
further than a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.service import EvidenceBase, borrowed, check_text, plain, stems
from careercoach_desktop.features.evidence.truth.base import sentences
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.checking.addressed import (
    claims_work,
    is_their_own,
    taken_up,
    worked_there,
)
from careercoach_desktop.features.letters.checking.material import Material, reading_of
from careercoach_desktop.features.letters.model import GAP, LetterDraft, Paragraph
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Basics, ResumeData
from careercoach_desktop.foundation.llm.saying import new_links

LONGEST_COPY = 12
"""Words in a row that a letter may share with the posting; more is their text, not the person's."""
MOST_TERMS = 16
MOST_VERDICTS = 500
_EVERYONES = frozenset(
    stems(
        "year years experience professional work working career background jahr jahre berufserfahrung erfahrung beruf "
        "arbeit an ans année expérience professionnelle travail año años experiencia profesional trabajo carrera"
    )
)
"""Words every letter has: that the posting has them as well says nothing."""
_WORD = re.compile(r"\w+")
_STRANGE = re.compile(
    r"\b(?:(?:the|this) (?:candidate|applicant)|(?:hire|rate) (?:her|him|them|this|the)"
    r"|ignore (?:all|any|the|previous|prior)"
    r"|(?:previous|above|these|my|your) instructions?|system prompt|language model|as an ai"
    r"|d(?:er|ie|iese[r]?) (?:Kandidat|Kandidatin|Bewerber|Bewerberin)|Sprachmodell|(?:le|la|ce|cette) candidate?"
    r"|modèle de langage|(?:el|la|este|esta) candidat[oa]|modelo de lenguaje)\b",
    re.IGNORECASE,
)
"""What nobody writes in a letter about themselves, and a posting may have told a model to."""


def checked(draft: LetterDraft, material: Material) -> LetterDraft:
    """The draft with the claims of every paragraph that nothing proves, and the demands it answers and misses.

    A paragraph the person let stand stays so while it claims nothing more.
    """
    paragraphs = [_checked(each, material) for each in draft.paragraphs]
    matched, missing = _answered(draft, material)
    return draft.model_copy(update={"paragraphs": paragraphs, "matched": matched, "missing": missing})


def unproved(text: str, evidence: EvidenceBase, posting: Posting) -> list[Claim]:
    """What a paragraph claims about the person that nothing proves, each once; places to fill in claim nothing."""
    text = GAP.sub(" ", text)
    asked = f"{posting.title}\n{plain(posting.description)}"
    named = check_text(text, evidence, posting=asked, addressee=posting.company).unsupported
    found: dict[tuple[ClaimKind, str], Claim] = {}
    for claim in named:
        saying = [each for each in sentences(text) if claim.text in each]
        if not saying or not all(is_their_own(claim, each, posting) for each in saying):
            found.setdefault((claim.kind, claim.text), claim)
    for sentence in sentences(text):
        for claim in _beyond(sentence, evidence, posting):
            found.setdefault((claim.kind, claim.text), claim)
    return list(found.values())


def _checked(paragraph: Paragraph, material: Material) -> Paragraph:
    reading = reading_of(material)
    if len(reading.verdicts) > MOST_VERDICTS:
        reading.verdicts.clear()
    if paragraph.text not in reading.verdicts:
        reading.verdicts[paragraph.text] = unproved(paragraph.text, reading.evidence, material.posting)
    claims = reading.verdicts[paragraph.text]
    known = {(claim.kind, claim.text) for claim in paragraph.claims}
    stands = paragraph.accepted and all((claim.kind, claim.text) in known for claim in claims)
    return paragraph.model_copy(update={"claims": claims, "accepted": stands and bool(claims)})


def _beyond(sentence: str, evidence: EvidenceBase, posting: Posting) -> Iterator[Claim]:
    """What is not the truth check's to see: it looks at what a sentence names, not at whose words it is made of."""
    for skill in taken_up(sentence, posting):
        if skill not in evidence.skills:
            reason = f"{skill.display} is not in your evidence."
            yield Claim(kind=ClaimKind.SKILL, text=skill.name, supported=False, reason=reason)
    if worked_there(sentence, posting) and not set(stems(posting.company)) <= evidence.words:
        reason = f"{posting.company} is not in your evidence as somewhere you have worked."
        yield Claim(kind=ClaimKind.EMPLOYER, text=posting.company, supported=False, reason=reason)
    yield from _addresses(sentence, evidence)
    if (found := _STRANGE.search(sentence)) is not None:
        reason = "This does not read as if you wrote it about yourself."
        yield Claim(kind=ClaimKind.STATEMENT, text=found.group(), supported=False, reason=reason)
    if (copied := _copied(sentence, posting)) is not None:
        yield copied
    if claims_work(sentence, posting):
        for claim in borrowed(sentence, plain(posting.description), evidence):
            if not set(stems(claim.text)) & _EVERYONES:
                yield claim


def _addresses(sentence: str, evidence: EvidenceBase) -> Iterator[Claim]:
    """Addresses of the web or of mail that are not the person's own: nobody vouches for them."""
    basics = evidence.resume.basics
    own = [basics.email, basics.url, *(each.url for each in basics.profiles)]
    for address in new_links(sentence, " ".join([*own, *(each.quote.text for each in evidence.fragments)])):
        reason = f"The address {address} is not in your evidence."
        yield Claim(kind=ClaimKind.STATEMENT, text=address, supported=False, reason=reason)


def _copied(sentence: str, posting: Posting) -> Claim | None:
    words = [word.casefold() for word in _WORD.findall(sentence)]
    theirs = f" {' '.join(word.casefold() for word in _WORD.findall(plain(posting.description)))} "
    for at in range(len(words) - LONGEST_COPY):
        if f" {' '.join(words[at : at + LONGEST_COPY + 1])} " in theirs:
            reason = "This stands in the posting word for word."
            return Claim(kind=ClaimKind.STATEMENT, text=sentence, supported=False, reason=reason)
    return None


def _answered(draft: LetterDraft, material: Material) -> tuple[list[str], list[str]]:
    """Terms of the posting that the letter names and the evidence shows, and the other ones."""
    said = ResumeData(
        language=draft.language,
        basics=Basics(summary="\n".join(GAP.sub(" ", each.text) for each in draft.paragraphs)),
    )
    in_letter = {
        each.term for each in match(said, material.posting, Preferences(), material.today).keywords if each.found
    }
    shown = match(material.with_own_words(), material.posting, Preferences(), material.today).keywords
    matched = [each.term for each in shown if each.found and each.term in in_letter]
    missing = [each.term for each in shown if each.term not in matched]
    return matched[:MOST_TERMS], missing[:MOST_TERMS]
