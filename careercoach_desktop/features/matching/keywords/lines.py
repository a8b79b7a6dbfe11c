"""A posting cut into sentences that know under which heading they stand, in English, German, French and Spanish.

Headings decide most: "What you bring" makes must-haves, "Nice to have" does not, and what stands under "Benefits" or
"About us" is no requirement at all. Wording inside a sentence ("von Vorteil", "is a plus") overrules the heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from careercoach_desktop.features.evidence.service import SkillKind, plain, skill_list, stems
from careercoach_desktop.features.jobs.model import Posting


class LineKind(StrEnum):
    """What a sentence is for."""

    TITLE = "title"
    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    ASIDE = "aside"
    """Benefits, the company, how to apply: nothing there is asked."""
    OPEN = "open"
    """No heading says; counts as asked when the posting has no section for requirements."""


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    kind: LineKind


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_NICE_HEADING = _words(
    r"nice[- ]to[- ]have|\bbonus\b|\bpreferred\b|\bdesirable\b|\bdesired\b|good to have|"
    r"\bplus(?:es)?\b|ideally|it['’]s (?:a )?great if|even better|extra credit|von vorteil|"
    r"wünschenswert|idealerweise|pluspunkte|wäre schön|\bun plus\b|\batouts?\b|souhaité|apprécié|"
    r"serait un plus|\bse valora|\bdeseable|valorable|\bplus\b|preferiblemente"
)
_MUST_HEADING = _words(
    r"require(?:ments?|d)?\b|qualifications?|what (?:you|we)['’]?(?:ll|re| will| should)? (?:need|bring|look)|"
    r"what we(?:['’]d)? (?:ask|expect|want|hope|would like)|we (?:ask for|expect)|"
    r"you (?:have|bring|need|are)\b|about you\b|who you are|must[- ]haves?|your (?:profile|skills|"
    r"background|experience|qualifications)|we(?:['’]re| are) looking for|looking for\b|essential|"
    r"(?:key |technical |core )?skills\b|ideal candidate|candidate profile|\bexperience\b|person "
    r"specification|education\b|minimum|(?:dein|ihr|das|unser) profil|^profil\b|anforderung|"
    r"voraussetzung|qualifikation|das bring(?:st|en)|was (?:du|sie) mitbring|das solltest du|deine "
    r"skills|was wir (?:uns )?(?:erwarten|wünschen|suchen)|damit (?:überzeug|punkt|begeister)|"
    r"kenntnisse|(?:du|sie) (?:hast|haben|bist|sind|bringst|bringen)\b|mitbringen|womit du|profil "
    r"(?:recherché|requis|souhaité|attendu)|(?:votre|ton|le) profil|compétences|exigences|prérequis|"
    r"pré-requis|ce que (?:vous|nous|tu) (?:apport|recherch|attend)|vous (?:êtes|avez|possédez)|"
    r"requisitos|perfil|qué (?:buscamos|necesitas|esperamos|pedimos)|lo que (?:buscamos|pedimos|"
    r"necesitas)|competencias|imprescindible|formación|conocimientos|buscamos"
)
_DUTY_HEADING = _words(
    r"responsib|\bduties\b|what you(?:['’]ll| will)? (?:do|be doing|work|own)|(?:the|your|key|main|"
    r"this) (?:role|job|tasks?|position|mission|work)\b|day[- ]to[- ]day|you will\b|in this role|job "
    r"description|\btasks\b|key accountabilities|your impact|aufgaben|tätigkeit|das erwartet dich|was "
    r"dich erwartet|verantwortung|deine rolle|ihre rolle|das machst du|stellenbeschreibung|"
    r"missions?\b|responsabilit|vos tâches|votre rôle|le poste|descriptif|activités|funciones|tareas|"
    r"responsabilidades|qué harás|lo que harás|tu (?:rol|misión|día)|el puesto|descripción"
)
_ASIDE_HEADING = _words(
    r"benefit|what we (?:offer|provide)|we offer|\bperks\b|\babout (?:us|the company|our)|who we are|"
    r"our (?:company|culture|values|mission|story|offer)|why (?:us|join|work|you)|how to apply|"
    r"\bapply\b|equal opportunit|diversity|compensation|\bsalary\b|\bpay\b|contact|application "
    r"process|interview process|hiring process|privacy|what['’]s in it|\bbenefici|life at|wir bieten|"
    r"was wir (?:dir |ihnen )?bieten|unser angebot|das bieten wir|benefits|über uns|wer wir sind|das "
    r"sind wir|deine vorteile|ihre vorteile|kontakt|bewerb|darauf kannst du|vergütung|gehalt|nous "
    r"(?:offrons|proposons)|ce que nous (?:offrons|proposons)|avantages|à propos|qui sommes[- ]nous|"
    r"l['’]entreprise|pourquoi nous|postuler|candidature|rémunération|notre (?:société|entreprise|"
    r"offre)|ofrecemos|qué ofrecemos|beneficios|sobre (?:nosotros|la empresa)|quiénes somos|por qué|"
    r"contacto|salario|condiciones"
)
_NICE_WORDING = _words(
    r"nice[- ]to[- ]have|\b(?:is|are|would be|as|be|considered|seen as) (?:also )?(?:a |an )?(?:big |"
    r"huge |strong |definite |real )?(?:plus|bonus|advantage|asset)\b|\bbonus(?: points)?\b|\ba "
    r"plus\b|\bpreferred\b|\bpreferably\b|\bdesirable\b|\bideally\b|\badvantageous\b|\bbeneficial\b|"
    r"\boptional(?:ly)?\b|not (?:strictly )?(?:required|essential|necessary)|good to have|\bwelcome\b|"
    r"\bhelpful\b|von vorteil|wünschenswert|idealerweise|gerne? (?:auch )?(?:mit|gesehen)|\bein "
    r"plus\b|\boptional\b|vorteilhaft|pluspunkt|nicht zwingend|kein muss|bestenfalls|(?:est|serait|"
    r"sont|seraient|constitue\w*) un (?:vrai |réel )?(?:plus|atout|avantage)|\bun plus\b|\bun atout\b|"
    r"\bsouhaité|\bapprécié|\bidéalement\b|de préférence|\bse valora\w*|\bvalorable\b|\bdeseable|\bun "
    r"plus\b|\bidealmente\b|\bpreferible|\bserá un plus\b|se valorará"
)
_MUST_WORDING = _words(
    r"\bmust\b|\bis required\b|\bare required\b|\brequired\b|\bmandatory\b|\bessential\b|you (?:have|"
    r"bring|need)\b|\bproven\b|at least \w+ years?|\bminimum\b|\b\d+\+? years?\b|zwingend|"
    r"\berforderlich\b|vorausgesetzt|voraussetzung|mindestens|(?:du|sie) (?:hast|haben|bringst|"
    r"bringen|verfügst|verfügen)\b|fundierte|sehr gute|(?:mehrjährige )?erfahrung (?:in|mit|im)\b|"
    r"\bexigé|\bobligatoire|\bimpératif|indispensable|vous (?:avez|possédez|maîtrisez|justifiez)|"
    r"maîtrise d|expérience (?:de|en|d['’])|au moins|minimum|imprescindible|\bobligatori|\brequerid|"
    r"\bnecesari[oa]\b|experiencia (?:en|con|de|mínima)|mínimo|dominio de|al menos"
)
_HEADING_MARK = re.compile(r"^#{1,6}\s+(.*)$")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(.+?)(?:\*\*|__):?$")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪◦‣–]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ0-9)%”\"][.!?])\s+(?=[A-ZÀ-Þ¿¡“\"(])|;\s+")


def _heading_of(line: str) -> str | None:
    """The heading a line is, or None. Marked ones, bold lines, and short lines ending in a colon or without full
    stop."""
    marked = _HEADING_MARK.match(line) or _BOLD_LINE.match(line)
    if marked:
        return marked[1].strip(" :*_")
    if _BULLET.match(line) or len(line) > 70:
        return None
    if line.endswith(":"):
        return line[:-1].strip(" *_")
    # A bare short line is a heading or a requirement of few words: figures, commas and tool names make it the latter.
    if len(line.split()) > 6 or line.endswith((".", ",", ";")) or re.search(r"[\d,]", line):
        return None
    if any(hit.skill.kind is SkillKind.TOOL for hit in skill_list().find_in(line)):
        return None
    return line.strip(" ?!*_")


def heading_kind(heading: str) -> LineKind | None:
    """What stands under a heading, or None when its words say nothing."""
    for kind, pattern in (
        (LineKind.NICE, _NICE_HEADING),
        (LineKind.ASIDE, _ASIDE_HEADING),
        (LineKind.DUTY, _DUTY_HEADING),
        (LineKind.MUST, _MUST_HEADING),
    ):
        if pattern.search(heading):
            return kind
    return None


_NICE_HINTS = (
    "nice", "plus", "bonus", "advantage", "asset", "prefer", "desirab", "ideal", "beneficial", "option", "necessary",
    "required", "essential", "good to have", "welcome", "helpful", "vorteil", "wünschenswert", "gern", "zwingend",
    "muss", "bestenfalls", "atout", "avantage", "souhait", "apprécié", "idéal", "préférence", "valora", "deseable",
)  # fmt: skip
"""A sentence without any of these is no nice-to-have: most sentences need no pattern at all."""
_MUST_HINTS = (
    "must", "required", "mandatory", "essential", "you have", "you bring", "you need", "proven", "at least", "minimum",
    "year", "zwingend", "erforderlich", "vorausgesetzt", "voraussetzung", "mindestens", "du ", "sie ", "fundierte",
    "sehr gute", "erfahrung", "exigé", "obligatoire", "impératif", "indispensable", "vous ", "maîtrise", "expérience",
    "au moins", "imprescindible", "obligatori", "requerid", "necesari", "experiencia", "mínimo", "dominio", "al menos",
)  # fmt: skip


def wording_kind(sentence: str, under: LineKind) -> LineKind:
    """The kind of a sentence under a heading of kind ``under``, after its own wording had its say."""
    if under is LineKind.ASIDE:
        return under
    lower = sentence.casefold()
    if any(hint in lower for hint in _NICE_HINTS) and _NICE_WORDING.search(sentence):
        return LineKind.NICE
    if under is LineKind.MUST or under is LineKind.NICE:
        return under
    return LineKind.MUST if any(hint in lower for hint in _MUST_HINTS) and _MUST_WORDING.search(sentence) else under


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def _description_lines(description: str) -> list[Line]:
    lines: list[Line] = []
    under = LineKind.OPEN
    for raw in description.splitlines():
        line = raw.strip()
        if not line:
            continue
        heading = _heading_of(line)
        if heading is not None:
            kind = heading_kind(heading)
            marked = bool(_HEADING_MARK.match(line) or _BOLD_LINE.match(line))
            if kind is not None:
                under = kind
                continue
            if marked:
                under = LineKind.OPEN
                continue
        parts = _sentences(plain(_BULLET.sub("", line)))
        lines += [Line(part, wording_kind(part, under)) for part in parts]
    return lines


def lines_of(posting: Posting) -> list[Line]:
    """The title and every sentence of the posting once, requirements first; repeated sentences are dropped."""
    found = [Line(posting.title, LineKind.TITLE)] if posting.title else []
    for texts, kind in ((posting.requirements, LineKind.MUST), (posting.responsibilities, LineKind.DUTY)):
        for text in texts:
            found += [Line(part, wording_kind(part, kind)) for part in _sentences(plain(text))]
    described = _description_lines(posting.description)
    benefits = {stems(plain(text)) for text in posting.benefits}
    seen: dict[tuple[str, ...], int] = {}
    lines: list[Line] = []
    for line in found + described:
        key = stems(line.text)
        if not key or key in benefits:
            continue
        if key in seen:
            # The same sentence in the description knows its heading better than the extracted list does.
            earlier = lines[seen[key]]
            if line.kind is LineKind.NICE or earlier.kind is LineKind.OPEN:
                lines[seen[key]] = line
            continue
        seen[key] = len(lines)
        lines.append(line)
    return lines
