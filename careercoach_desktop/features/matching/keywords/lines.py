"A posting cut into sentences that know under which heading they stand, in English, German, French and "
"Spanish.  Headings decide most: "What you bring" makes must-haves, "Nice to have" does not, and what "
"stands under "Benefits" or "About us" is no requirement at all. Wording inside a sentence ("von Vorteil","
" "is a plus") overrules the heading. "

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
    r"nice[- ]to[- ]have|\bbonus\b|\bpreferred\b|\bdesirable\b|\bdesired\b|good to have|\bplus(?:es)?\b|"
    r"ideally|it['’]s (?:a )?great if|even better|extra credit|von vorteil|wünschenswert|idealerweise|"
    r"pluspunkte|wäre schön|\bun plus\b|\batouts?\b|souhaité|apprécié|serait un plus|\bse valora|\bdeseable|"
    r"valorable|\bplus\b|preferiblemente"
)
_MUST_HEADING = _words(
    r"require(?:ments?|d)?\b|qualifications?|what (?:you|we)['’]?(?:ll|re| will)? (?:need|bring|look)|"
    r"you (?:have|bring|need|are)\b|about you\b|who you are|must[- ]haves?|"
    r"your (?:profile|skills|background|experience|qualifications)|we(?:['’]re| are) looking for|"
    r"looking for\b|essential|(?:key |technical |core )?skills\b|ideal candidate|candidate profile|"
    r"\bexperience\b|person specification|education\b|minimum|(?:dein|ihr|das|unser) profil|^profil\b|"
    r"anforderung|voraussetzung|qualifikation|das bring(?:st|en)|was (?:du|sie) mitbring|das solltest du|"
    r"deine skills|was wir (?:uns )?(?:erwarten|wünschen|suchen)|damit (?:überzeug|punkt|begeister)|"
    r"kenntnisse|(?:du|sie) (?:hast|haben|bist|sind|bringst|bringen)\b|mitbringen|womit du|"
    r"profil (?:recherché|requis|souhaité|attendu)|(?:votre|ton|le) profil|compétences|exigences|prérequis|"
    r"pré-requis|ce que (?:vous|nous|tu) (?:apport|recherch|attend)|vous (?:êtes|avez|possédez)|requisitos|"
    r"perfil|qué (?:buscamos|necesitas|esperamos|pedimos)|lo que (?:buscamos|pedimos|necesitas)|competencias|"
    r"imprescindible|formación|conocimientos|buscamos"
)
_DUTY_HEADING = _words(
    r"responsib|\bduties\b|what you(?:['’]ll| will)? (?:do|be doing|work|own)|"
    r"(?:the|your|key|main|this) (?:role|job|tasks?|position|mission|work)\b|day[- ]to[- ]day|you will\b|"
    r"in this role|job description|\btasks\b|key accountabilities|your impact|aufgaben|tätigkeit|"
    r"das erwartet dich|was dich erwartet|verantwortung|deine rolle|ihre rolle|das machst du|"
    r"stellenbeschreibung|missions?\b|responsabilit|vos tâches|votre rôle|le poste|descriptif|activités|"
    r"funciones|tareas|responsabilidades|qué harás|lo que harás|tu (?:rol|misión|día)|el puesto|descripción"
)
_ASIDE_HEADING = _words(
    r"benefit|what we (?:offer|provide)|we offer|\bperks\b|\babout (?:us|the company|our)|who we are|"
    r"our (?:company|culture|values|mission|story|offer)|why (?:us|join|work|you)|how to apply|\bapply\b|"
    r"equal opportunit|diversity|compensation|\bsalary\b|\bpay\b|contact|application process|"
    r"interview process|hiring process|privacy|what['’]s in it|\bbenefici|life at|wir bieten|"
    r"was wir (?:dir |ihnen )?bieten|unser angebot|das bieten wir|benefits|über uns|wer wir sind|das sind wir|"
    r"deine vorteile|ihre vorteile|kontakt|bewerb|darauf kannst du|vergütung|gehalt|"
    r"nous (?:offrons|proposons)|ce que nous (?:offrons|proposons)|avantages|à propos|qui sommes[- ]nous|"
    r"l['’]entreprise|pourquoi nous|postuler|candidature|rémunération|notre (?:société|entreprise|offre)|"
    r"ofrecemos|qué ofrecemos|beneficios|sobre (?:nosotros|la empresa)|quiénes somos|por qué|contacto|salario|"
    r"condiciones"
)
_NICE_WORDING = _words(
    r"nice[- ]to[- ]have|"
    r"\b(?:is|are|would be|as|be|considered|seen as) (?:also )?(?:a |an )?(?:big |huge |strong |definite |real )?(?:plus|bonus|advantage|asset)\b|"
    r"\bbonus(?: points)?\b|\ba plus\b|\bpreferred\b|\bpreferably\b|\bdesirable\b|\bideally\b|"
    r"\badvantageous\b|\bbeneficial\b|\boptional(?:ly)?\b|not (?:strictly )?(?:required|essential|necessary)|"
    r"good to have|\bwelcome\b|\bhelpful\b|von vorteil|wünschenswert|idealerweise|"
    r"gerne? (?:auch )?(?:mit|gesehen)|\bein plus\b|\boptional\b|vorteilhaft|pluspunkt|nicht zwingend|"
    r"kein muss|bestenfalls|"
    r"(?:est|serait|sont|seraient|constitue\w*) un (?:vrai |réel )?(?:plus|atout|avantage)|\bun plus\b|"
    r"\bun atout\b|\bsouhaité|\bapprécié|\bidéalement\b|de préférence|\bse valora\w*|\bvalorable\b|\bdeseable|"
    r"\bun plus\b|\bidealmente\b|\bpreferible|\bserá un plus\b|se valorará"
)
_MUST_WORDING = _words(
    r"\bmust\b|\bis required\b|\bare required\b|\brequired\b|\bmandatory\b|\bessential\b|"
    r"you (?:have|bring|need)\b|\bproven\b|at least \w+ years?|\bminimum\b|\b\d+\+? years?\b|zwingend|"
    r"\berforderlich\b|vorausgesetzt|voraussetzung|mindestens|"
    r"(?:du|sie) (?:hast|haben|bringst|bringen|verfügst|verfügen)\b|fundierte|sehr gute|"
    r"(?:mehrjährige )?erfahrung (?:in|mit|im)\b|\bexigé|\bobligatoire|\bimpératif|indispensable|"
    r"vous (?:avez|possédez|maîtrisez|justifiez)|maîtrise d|expérience (?:de|en|d['’])|au moins|minimum|"
    r"imprescindible|\bobligatori|\brequerid|\bnecesari[oa]\b|experiencia (?:en|con|de|mínima)|mínimo|"
    r"dominio de|al menos"
)
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
