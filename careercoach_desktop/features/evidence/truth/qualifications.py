"""Degrees and certificates a sentence claims, against those in evidence: the level, and the subject it was in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import is_content, same_word, shared
from careercoach_desktop.features.evidence.vocabulary.degrees import NAMES, DegreeLevel, degrees_in
from careercoach_desktop.features.evidence.vocabulary.fields import fields_in
from careercoach_desktop.features.evidence.vocabulary.skills import skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_CERTIFIED = re.compile(
    r"\b(?:certified|chartered|licensed|zertifiziert\w*|certifié\w*|diplômé\w*|certificad[oa]|titulad[oa])\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(
    r"\b(?:to|until|up to|towards|for|bis(?: zum| zur)?|zum|zur|auf das|jusqu['’]au|au|pour le|hasta(?: el)?|al|"
    r"para el)\s$",
    re.IGNORECASE,
)
_SUBJECT_BEFORE = r"[’'s]*\s*(?:degree|abschluss|studium)?\s*(?:\([^)]*\)\s*)?(?:in|of|en|de|der|im)\s+"


def qualifications(said: Saying) -> Iterator[Found]:
    """Every degree and "certified …" of a sentence."""
    text, evidence = said.text, said.evidence
    for level, words in degrees_in(text):
        start = text.find(words)
        if not said.voice.theirs(start, start + len(words)) and not _UP_TO.search(text[:start]):
            yield _degree(said, level, words)
    yield from _papers(said)
    yield from _grades(said)
    for found in _CERTIFIED.finditer(text):
        if said.voice.theirs(found.start(), found.end()):
            continue
        if not _NAMED.search(found[0]) and any(each.kind is PassageKind.DEGREE for each in evidence.fragments):
            follows = _subject_words(text, found.end())
            studied = [
                each
                for each in evidence.fragments
                if each.kind in {PassageKind.DEGREE, PassageKind.SUMMARY, PassageKind.CERTIFICATE}
            ]
            proof = tuple(each for each in studied if not follows or shared(follows, each.words))
            reason = "" if proof else "Your evidence has no such qualification."
            yield Found(ClaimKind.CERTIFICATE, found[0], proof, reason)
            continue
        follows = {word for word in stems(text[found.end() : found.end() + 40])[:3] if len(word) > 2}
        if re.match(r"\s*(?:since|with|and|seit|mit|und|depuis|avec|et|desde|con|y|[,.;)])", text[found.end() :]):
            follows = {word for word in stems(text[max(0, found.start() - 40) : found.start()])[-3:] if len(word) > 2}
        proof = tuple(
            each for each in evidence.fragments if _certifies(each) and (not follows or shared(follows, each.words))
        )
        yield Found(ClaimKind.CERTIFICATE, found[0], proof, "" if proof else "Your evidence has no such certificate.")


_NAMED = re.compile(r"certif|zertif|charter|licen", re.IGNORECASE)


def _subject_words(text: str, end: int) -> set[str]:
    """What somebody is "diplômé en" or "titulada en"."""
    found = re.match(r"\s(?:(?:en|in|de|of)\s|d['’])([^,.;()]{3,40})", text[end:])
    return {word for word in stems(found[1])[:3] if len(word) > 3} if found else set()


_PAPER = re.compile(
    r"\b(?:course|curso|kurs|lehrgang|certificates?|certification|zertifikat\w*|zertifizierung|certificat|"
    r"certificado|certificación|accreditation|"
    r"diploma|diplom|diplôme|licen[cs]e|lizenz|(?:fort|weiter)bildung|título|carné|carnet|brevet|attestation|"
    r"habilitation|titel|schein|qualification|cualificación|acreditación|accréditation)\s"
    r"(?:as|in|of|for|als|in|für|zum|zur|im|de|du|en|comme|d['’]|como)\s?(?:an? |the |eine?n? |la |le |l['’])?"
    r"([^,.;:()]{3,50})",
    re.IGNORECASE,
)


_RAISES = frozenset(
    stems(
        "instructor trainer examiner assessor ausbilder prüfer dozent formateur formatrice instructeur examinateur "
        "instructora formador formadora examinador master expert lead advanced"
    )
)
"""Who teaches or examines something holds more than its certificate."""
_GRADES = {
    "first": r"first[- ]class(?: honou?rs| degree)?|(?:a|with) first(?= (?:in|from))",
    "distinction": r"(?:with|mit) (?:distinction|auszeichnung)|(?:summa |magna )?cum laude|mention très bien|"
    r"avec (?:les )?félicitations|sobresaliente|matrícula de honor",
    "merit": r"with merit|mention bien|mit prädikat|prädikatsexamen",
    "top": r"top of (?:my|the|her|his) (?:class|year)|best in (?:my|the|her|his) (?:class|year)|valedictorian|"
    r"(?:jahrgangs|kurs|lehrgangs)beste\w*|major de (?:ma |la |sa )?promotion|"
    r"(?:primer[oa]|número uno) de (?:mi|la|su) promoción",
}


_GRADE_WORDS = tuple(re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in _GRADES.values())


def _grades(said: Saying) -> Iterator[Found]:
    """How well a degree was passed: evidence must say it so."""
    for pattern in _GRADE_WORDS:
        for found in pattern.finditer(said.text):
            if said.voice.theirs(found.start(), found.end()):
                continue
            proof = [each for each in said.evidence.fragments if pattern.search(f"with {each.quote.text}")]
            proof = proof or [each for each in said.evidence.fragments if _is_first(each) and _says_first(found[0])]
            reason = "" if proof else f"Your evidence does not say “{found[0]}”."
            yield Found(ClaimKind.DEGREE, found[0], tuple(proof[:1]), reason)


def _says_first(words: str) -> bool:
    return "first" in words.casefold()


def _is_first(each: Fragment) -> bool:
    """A grade field that says "First"."""
    return each.quote.path.endswith(".score") and re.match(r"first|1st", each.quote.text, re.IGNORECASE) is not None


def _papers(said: Saying) -> Iterator[Found]:
    """ "a certificate in X": X must be what a paper in evidence is about."""
    evidence = said.evidence
    for found in _PAPER.finditer(said.text):
        if said.voice.theirs(found.start(), found.start(1)):
            continue
        words = {word for word in stems(found[1])[:4] if is_content(word)}
        raised = [word for word in words if word in _RAISES and word not in evidence.words]
        proof = [each for each in evidence.fragments if shared(words, each.content) * 2 > len(words) > 0 and not raised]
        proof = proof or evidence.in_full(stems(found[1])) or _by_skill(found[1], evidence)
        reason = "" if proof or not words else f"“{found[0].strip()}” is not in your evidence."
        yield Found(ClaimKind.CERTIFICATE, found[0].strip(), tuple(proof or evidence.fragments[:1]), reason)


def _by_skill(text: str, evidence: EvidenceBase) -> list[Fragment]:
    """A paper of the same subject, named in another language: the skills list knows both."""
    papers = {PassageKind.CERTIFICATE, PassageKind.DEGREE}
    hits = skill_list().find_in(text, listed=True)
    return [each for hit in hits for each in evidence.skills.get(hit.skill, ()) if each.kind in papers]


def _certifies(each: Fragment) -> bool:
    return each.kind is PassageKind.CERTIFICATE or _CERTIFIED.search(each.quote.text) is not None


_ANY_DEGREE = re.compile(r"\bdegree|studium|hochschul|universit|carrera", re.IGNORECASE)
"""A degree without its level: any that is as high."""
_OWN_NAME = re.compile(
    r"BTS|DUT|BUT|CAP|BEP|BP|HND|HNC|NVQ|BTEC|T Levels?|Meisterbrief|Gesellenbrief|Fachwirt\w*|Betriebswirt\w*|"
    r"bac pro|MBA|LLM|habilitation",
    re.IGNORECASE,
)
"""Names of qualifications that stand for nothing but themselves, whatever their level."""


def _degree(said: Saying, level: DegreeLevel, words: str) -> Found:
    text, evidence = said.text, said.evidence
    held = [each for each in evidence.fragments if level in _levels(each)]
    if not held and _ANY_DEGREE.search(words):
        held = [each for each in evidence.fragments if any(have >= level for have in _levels(each))]
    if _OWN_NAME.fullmatch(words) and stems(words)[0] in evidence.initials:
        full = tuple(each for each in evidence.fragments if each.kind is PassageKind.DEGREE)
        return Found(ClaimKind.DEGREE, words, full[:1] or tuple(evidence.fragments[:1]))
    if held and _OWN_NAME.fullmatch(words) and not any(stems(words)[0] in each.words for each in evidence.fragments):
        return Found(ClaimKind.DEGREE, words, (), f"“{words}” is not in your evidence.")
    if not held:
        return Found(ClaimKind.DEGREE, words, (), f"“{words}”: your evidence has no {NAMES[level]}.")
    subject = _subject_after(text, words)
    theirs = {word for each in held for word in _words_around(each, evidence)}
    if subject and not _same_field(subject, theirs, held, said):
        told = _with_subject(text, words)
        return Found(ClaimKind.DEGREE, told, (), f"The {NAMES[level]} in your evidence is in another subject.")
    return Found(ClaimKind.DEGREE, words, tuple(held), "")


def _levels(each: Fragment) -> set[DegreeLevel]:
    """What a fragment says; in the field of a degree a bare "Master" is one. Read once."""
    if each.degrees is None:
        each.degrees = _read_levels(each)
    return each.degrees


def _read_levels(each: Fragment) -> set[DegreeLevel]:
    found = {level for level, _ in degrees_in(each.quote.text)}
    if each.kind is PassageKind.DEGREE:
        found |= {level for level, pattern in _BARE if pattern.match(each.quote.text)}
    return found


_BARE = [
    (DegreeLevel.MASTER, re.compile(r"\s*(?:master|m[aá]ster|magister|ma|msc|meng|m2)\b", re.IGNORECASE)),
    (
        DegreeLevel.BACHELOR,
        re.compile(r"\s*(?:bachelor|licence|grado|diplomatura|ba|bsc|beng|bed|l3)\b", re.IGNORECASE),
    ),
    (DegreeLevel.DOCTORATE, re.compile(r"\s*(?:doct\w+|dokt\w+|ph\.?d|promotion)", re.IGNORECASE)),
]


def _same_subject(word: str, other: str) -> bool:
    return (
        same_word(word, other)
        or (len(word) >= 5 and other.startswith(word))
        or (len(other) >= 5 and word.startswith(other))
    )


def _same_field(subject: list[str], theirs: set[str], held: list[Fragment], said: Saying) -> bool:
    """Whether a degree's subject is the one held, also by another name or in another language."""
    if any(_same_subject(word, other) for word in subject for other in theirs):
        return True
    mine = fields_in(" ".join(subject))
    entries = {each.entry for each in held} - {""}
    told = [each.quote.text for entry in entries for each in said.evidence.by_entry.get(entry, ())]
    known, foreign = fields_in(" ".join(told)), said.language != said.evidence.resume.language
    return bool(mine & known) or (foreign and not (mine and known))


def _words_around(each: Fragment, evidence: EvidenceBase) -> set[str]:
    fragments = evidence.by_entry.get(each.entry, [each]) if each.entry else [each]
    return {word for other in fragments for word in other.tokens.words}


def _subject_found(text: str, words: str) -> re.Match[str] | None:
    """The subject that follows a degree, whether or not its name already ends with "in"."""
    end = text.find(words) + len(words)
    if re.search(r"\b(?:in|en|of)$", words):
        return re.match(r"()\s+([^,.;()]{3,40})", text[end:])
    return re.match(rf"({_SUBJECT_BEFORE})([^,.;()]{{3,40}})", text[end:], re.IGNORECASE)


def _with_subject(text: str, words: str) -> str:
    found = _subject_found(text, words)
    start = text.find(words)
    return text[start : start + len(words) + found.end()].strip() if found else words


def _subject_after(text: str, words: str) -> list[str]:
    """Content words of the subject after a degree ("Master's degree in *data science*")."""
    found = _subject_found(text, words)
    if found is None or not found[2][:1].isalpha():
        return []  # "my degree in 2017"
    first = re.split(r"\b(?:and|und|et|y|at|from|an der|am|à l|en la)\b", found[2])[0]
    return [word for word in stems(first)[:3] if len(word) > 2]
