"""The check itself: a whole draft, or a plain text, against the person's evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercoach_desktop.features.evidence.career import Passage, PassageKind, passages
from careercoach_desktop.features.evidence.model import Claim, ClaimKind, Quote, TruthReport
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, read_fragment, sentences
from careercoach_desktop.features.evidence.truth.prose import claims_of
from careercoach_desktop.features.evidence.truth.records import Records
from careercoach_desktop.features.evidence.truth.saying import Saying, Standpoint
from careercoach_desktop.features.evidence.truth.voice import without_greeting
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.meanings import concepts
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, SkillKind, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import language_told, stems
from careercoach_desktop.features.resumes.model import ResumeData

_PROSE = {PassageKind.SUMMARY, PassageKind.BULLET, PassageKind.PROSE}


def check_text(
    text: str, evidence: EvidenceBase, *, path: str = "", entry: str = "", posting: str = "", addressee: str = ""
) -> TruthReport:
    """Every claim of a plain text.

    ``path`` and ``entry`` say where in the draft it stands: a bullet is proved by its own entry (found by the bullet's
    id when not named). A text without a place is a letter or an answer: proved by anything whose context fits, and what
    it says of the employer it speaks to is no claim. ``posting`` and ``addressee`` (that employer's name) help to tell
    the two apart; neither is evidence.
    """
    at = Standpoint(path, entry or evidence.home.get(path, ""))
    if at.is_letter:
        text = without_greeting(text)
    language = language_told(text, evidence.resume.language)
    asked = read_fragment(Quote(path="", label="", text=posting), "", PassageKind.PROSE) if posting.strip() else None
    told_to = frozenset(stems(addressee))
    claims: list[Claim] = []
    carried: frozenset[str] = frozenset()
    for sentence in sentences(text):
        said = Saying(evidence, at, sentence, carried, asked, told_to, language)
        claims.extend(claims_of(said))
        carried = said.entries or carried
    return TruthReport(claims=claims)


def _listed_skill(passage: Passage, evidence: EvidenceBase) -> Iterator[Claim]:
    """A keyword of a skills list: it must be in evidence, whatever it is; listed technologies must be of their
    own entry."""
    hits = skill_list().find_in(passage.text, listed=True)
    words = stems(passage.text)
    own = passage.entry if passage.list in {"work", "projects", "volunteer"} else ""
    proof: list[Quote] = []
    missing = ""
    for hit in hits:
        found = _method(hit, evidence) + [
            each.quote
            for each in evidence.skills.get(hit.skill, ())
            if not own or each.entry == own or own in each.entries or each.is_note
        ]
        found = found or [each.quote for each in evidence.in_full(stems(hit.surface)) if not own or each.entry == own]
        proof += found
        missing = missing if found else hit.skill.display
    covered = {word for hit in hits for word in stems(hit.surface)}
    rest = [word for word in words if word not in covered and is_content(word)]
    unknown = [word for word in rest if not _known(word, evidence)]
    things = [word for word in rest if word not in ROOTS]
    if unknown and len(words) > 1 and _folded(words, evidence):
        unknown = []
    if unknown and things and not set(unknown) & set(things):
        unknown, rest = [], things  # what it is about is known, only what is done with it is not
    if unknown and len(things) > 1 and 2 * len([word for word in unknown if word in things]) <= len(things):
        unknown = []
        rest = [word for word in things if _known(word, evidence)]
    same = evidence.texts.get(passage.text.casefold().strip())
    if same is not None and (not own or same.path.startswith(own)):
        proof, missing, unknown = [same, *proof], "", []
    elif not hits and not unknown:
        proof += [
            each.quote
            for each in evidence.fragments
            if 2 * sum(_among(word, each.words) for word in rest) >= len(rest) > 0
        ]
        missing = "" if proof else passage.text
    unknown = [word for word in unknown if not _begun_alike(word, evidence)]
    if unknown and set(unknown) <= _SAYS_LITTLE and len(rest) > len(unknown):
        unknown = []
    if hits and proof and not missing and len(unknown) <= 1:
        unknown = []  # "PowerShell-Skripte" names PowerShell
    missing = missing or (passage.text if unknown else "")
    yield Claim(
        kind=ClaimKind.SKILL,
        text=passage.text,
        path=passage.path,
        supported=not missing,
        evidence=[] if missing else list(dict.fromkeys(proof))[:3],
        reason=f"{missing} is not in your evidence." if missing else "",
    )


def _method(hit: Hit, evidence: EvidenceBase) -> list[Quote]:
    """A method listed in other words than the evidence has: what it is about must stand there."""
    if hit.skill.kind is not SkillKind.METHOD or evidence.skills.get(hit.skill):
        return []
    if alike := [
        each.quote
        for each in evidence.fragments
        if any(_begins_like(word, other) for word in stems(hit.surface) for other in each.words)
    ]:
        return alike
    things = [word for word in stems(hit.surface) if is_content(word) and word not in ROOTS]
    if not things or (len(things) == 1 and not concepts(things[0])):
        return []
    return [
        each.quote
        for each in evidence.fragments
        if 2 * sum(any(same_word(word, other) for other in each.words) for word in things) >= len(things) > 0
        and any(same_word(word, other) for word in things for other in each.words)
    ]


_SAYS_LITTLE = frozenset(
    stems(
        "team teams staff people skills skill management experience knowledge work working basics general daily "
        "professional "
        "kenntnisse erfahrung arbeit arbeiten grundlagen mitarbeiter allgemein équipe travail connaissances personnel "
        "equipo trabajo conocimientos personal gestión gestion"
    )
)
_ALIKE = 8


def _begun_alike(word: str, evidence: EvidenceBase) -> bool:
    """ "Hilfsmittelberatung" where evidence has "Hilfsmittelversorgung", "Handtherapie" for a "Handtherapeutin":
    the same thing with another ending."""
    return any(_begins_like(word, other, activity=True) for other in evidence.words)


def _begins_like(word: str, other: str, *, activity: bool = False) -> bool:
    """Whether two words differ in their ending only; ``activity`` allows another thing done with the same object."""
    same = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(other))
    if same < _ALIKE:
        return False
    rest = word[same:]
    return len(rest) <= _ENDING or (activity and rest not in _HIGHER and (rest in ROOTS or rest.endswith("ung")))


_ENDING = 4
_HIGHER = frozenset({"management", "leitung", "fuhrung", "verantwortung"})
"""“Qualitätszirkel” is no proof of “Qualitätsmanagement”."""


_LEAST_PART = 4


def _folded(words: Sequence[str], evidence: EvidenceBase) -> bool:
    """Whether evidence has as one compound what is listed in several words ("Planung von Diensten" – Dienstplanung)."""
    told = [word for word in words if is_content(word)]
    if len(told) != 2:
        return False
    head, first = told[0], told[1][: max(_LEAST_PART, len(told[1]) - 2)]
    return len(head) > _LEAST_PART and any(
        other.startswith(first) and other.endswith(head) and len(other) <= len(told[0]) + len(told[1]) + 1
        for other in evidence.words
    )


def _known(word: str, evidence: EvidenceBase) -> bool:
    """Whether a listed word stands in evidence, or begins one of its compounds."""
    return _among(word, evidence.words)


def _among(word: str, words: set[str]) -> bool:
    return any(
        same_word(word, other)
        or (len(word) >= 6 and (other.startswith(word) or other.endswith(word)))
        or (len(other) >= 6 and word.startswith(other))
        for other in words
    )


def check(draft: ResumeData, evidence: EvidenceBase) -> TruthReport:
    """Every employer, title, date, number, degree, certificate and skill of ``draft``, traced. Hidden parts are
    not claimed."""
    claims = list(Records(draft, evidence).claims())
    for passage in passages(draft):
        if passage.kind in _PROSE:
            claims.extend(check_text(passage.text, evidence, path=passage.path, entry=passage.entry).claims)
        elif passage.kind is PassageKind.SKILL or (
            passage.kind is PassageKind.OTHER and passage.list in {"education", "interests", "skills"}
        ):
            claims.extend(_listed_skill(passage, evidence))
    return TruthReport(claims=claims)
