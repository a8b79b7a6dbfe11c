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
    r"nice[- ]to[- ]have", r"\bbonus\b", r"\bpreferred\b", r"\bdesirable\b", r"\bdesired\b", r"good to have", r"\bplus(?:es)?\b", r"ideally",
    r"it['’]s (?:a )?great if", r"even better", r"extra credit", r"von vorteil", r"wünschenswert", r"idealerweise", r"pluspunkte", r"wäre schön",
    r"\bun plus\b", r"\batouts?\b", r"souhaité", r"apprécié", r"serait un plus", r"\bse valora", r"\bdeseable", r"valorable", r"\bplus\b", r"preferiblemente",
)  # fmt: skip
_MUST_HEADING = _words(
    r"require(?:ments?|d)?\b", r"qualifications?", r"what (?:you|we)['’]?(?:ll|re| will)? (?:need|bring|look)", r"you (?:have|bring|need|are)\b", r"about you\b",
    r"who you are", r"must[- ]haves?", r"your (?:profile|skills|background|experience|qualifications)", r"we(?:['’]re| are) looking for", r"looking for\b", r"essential",
    r"(?:key |technical |core )?skills\b", r"ideal candidate", r"candidate profile", r"\bexperience\b", r"person specification", r"education\b", r"minimum",
    r"(?:dein|ihr|das|unser) profil", r"^profil\b", r"anforderung", r"voraussetzung", r"qualifikation", r"das bring(?:st|en)", r"was (?:du|sie) mitbring", r"das solltest du", r"deine skills",
    r"was wir (?:uns )?(?:erwarten|wünschen|suchen)", r"damit (?:überzeug|punkt|begeister)", r"kenntnisse", r"(?:du|sie) (?:hast|haben|bist|sind|bringst|bringen)\b", r"mitbringen", r"womit du",
    r"profil (?:recherché|requis|souhaité|attendu)", r"(?:votre|ton|le) profil", r"compétences", r"exigences", r"prérequis", r"pré-requis", r"ce que (?:vous|nous|tu) (?:apport|recherch|attend)", r"vous (?:êtes|avez|possédez)",
    r"requisitos", r"perfil", r"qué (?:buscamos|necesitas|esperamos|pedimos)", r"lo que (?:buscamos|pedimos|necesitas)", r"competencias", r"imprescindible", r"formación", r"conocimientos", r"buscamos",
)  # fmt: skip
_DUTY_HEADING = _words(
    r"responsib", r"\bduties\b", r"what you(?:['’]ll| will)? (?:do|be doing|work|own)", r"(?:the|your|key|main|this) (?:role|job|tasks?|position|mission|work)\b", r"day[- ]to[- ]day", r"you will\b", r"in this role", r"job description",
    r"\btasks\b", r"key accountabilities", r"your impact", r"aufgaben", r"tätigkeit", r"das erwartet dich", r"was dich erwartet", r"verantwortung", r"deine rolle", r"ihre rolle", r"das machst du", r"stellenbeschreibung",
    r"missions?\b", r"responsabilit", r"vos tâches", r"votre rôle", r"le poste", r"descriptif", r"activités", r"funciones", r"tareas", r"responsabilidades", r"qué harás", r"lo que harás", r"tu (?:rol|misión|día)", r"el puesto", r"descripción",
)  # fmt: skip
_ASIDE_HEADING = _words(
    r"benefit", r"what we (?:offer|provide)", r"we offer", r"\bperks\b", r"\babout (?:us|the company|our)", r"who we are", r"our (?:company|culture|values|mission|story|offer)", r"why (?:us|join|work|you)", r"how to apply", r"\bapply\b",
    r"equal opportunit", r"diversity", r"compensation", r"\bsalary\b", r"\bpay\b", r"contact", r"application process", r"interview process", r"hiring process", r"privacy", r"what['’]s in it", r"\bbenefici", r"life at",
    r"wir bieten", r"was wir (?:dir |ihnen )?bieten", r"unser angebot", r"das bieten wir", r"benefits", r"über uns", r"wer wir sind", r"das sind wir", r"deine vorteile", r"ihre vorteile", r"kontakt", r"bewerb", r"darauf kannst du", r"vergütung", r"gehalt",
    r"nous (?:offrons|proposons)", r"ce que nous (?:offrons|proposons)", r"avantages", r"à propos", r"qui sommes[- ]nous", r"l['’]entreprise", r"pourquoi nous", r"postuler", r"candidature", r"rémunération", r"notre (?:société|entreprise|offre)",
    r"ofrecemos", r"qué ofrecemos", r"beneficios", r"sobre (?:nosotros|la empresa)", r"quiénes somos", r"por qué", r"contacto", r"salario", r"condiciones",
)  # fmt: skip
_NICE_WORDING = _words(
    r"nice[- ]to[- ]have", r"\b(?:is|are|would be|as|be|considered|seen as) (?:also )?(?:a |an )?(?:big |huge |strong |definite |real )?(?:plus|bonus|advantage|asset)\b", r"\bbonus(?: points)?\b", r"\ba plus\b", r"\bpreferred\b", r"\bpreferably\b",
    r"\bdesirable\b", r"\bideally\b", r"\badvantageous\b", r"\bbeneficial\b", r"\boptional(?:ly)?\b", r"not (?:strictly )?(?:required|essential|necessary)", r"good to have", r"\bwelcome\b", r"\bhelpful\b",
    r"von vorteil", r"wünschenswert", r"idealerweise", r"gerne? (?:auch )?(?:mit|gesehen)", r"\bein plus\b", r"\boptional\b", r"vorteilhaft", r"pluspunkt", r"nicht zwingend", r"kein muss", r"bestenfalls",
    r"(?:est|serait|sont|seraient|constitue\w*) un (?:vrai |réel )?(?:plus|atout|avantage)", r"\bun plus\b", r"\bun atout\b", r"\bsouhaité", r"\bapprécié", r"\bidéalement\b", r"de préférence",
    r"\bse valora\w*", r"\bvalorable\b", r"\bdeseable", r"\bun plus\b", r"\bidealmente\b", r"\bpreferible", r"\bserá un plus\b", r"se valorará",
)  # fmt: skip
_MUST_WORDING = _words(
    r"\bmust\b", r"\bis required\b", r"\bare required\b", r"\brequired\b", r"\bmandatory\b", r"\bessential\b", r"you (?:have|bring|need)\b", r"\bproven\b", r"at least \w+ years?", r"\bminimum\b", r"\b\d+\+? years?\b",
    r"zwingend", r"\berforderlich\b", r"vorausgesetzt", r"voraussetzung", r"mindestens", r"(?:du|sie) (?:hast|haben|bringst|bringen|verfügst|verfügen)\b", r"fundierte", r"sehr gute", r"(?:mehrjährige )?erfahrung (?:in|mit|im)\b",
    r"\bexigé", r"\bobligatoire", r"\bimpératif", r"indispensable", r"vous (?:avez|possédez|maîtrisez|justifiez)", r"maîtrise d", r"expérience (?:de|en|d['’])", r"au moins", r"minimum",
    r"imprescindible", r"\bobligatori", r"\brequerid", r"\bnecesari[oa]\b", r"experiencia (?:en|con|de|mínima)", r"mínimo", r"dominio de", r"al menos",
)  # fmt: skip
_HEADING_MARK = re.compile(r"^#{1,6}\s+(.*)$")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(.+?)(?:\*\*|__):?$")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪◦‣–]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ0-9)%”\"][.!?])\s+(?=[A-ZÀ-Þ¿¡“\"(])|;\s+")


def _heading_of(line: str) -> str | None:
    """The heading a line is, or None. Marked ones, bold lines, and short lines ending in a colon or without full stop."""
    marked = _HEADING_MARK.match(line) or _BOLD_LINE.match(line)
    if marked:
        return marked[1].strip(" :*_")
    if _BULLET.match(line) or len(line) > 70:
        return None
    if line.endswith(":"):
        return line[:-1].strip(" *_")
    # A bare short line may be a heading or a requirement of few words: figures, commas and tool names make it the latter.
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


def wording_kind(sentence: str, under: LineKind) -> LineKind:
    """The kind of a sentence under a heading of kind ``under``, after its own wording had its say."""
    if under is LineKind.ASIDE:
        return under
    if _NICE_WORDING.search(sentence):
        return LineKind.NICE
    if under in {LineKind.OPEN, LineKind.DUTY} and _MUST_WORDING.search(sentence):
        return LineKind.MUST
    return under


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
        for sentence in _sentences(plain(_BULLET.sub("", line))):
            lines.append(Line(sentence, wording_kind(sentence, under)))
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
