"""What a sentence says of itself: must, would be nice, not needed; and which part of it that is said of.

"FEA (ANSYS is a plus)" asks for one and wishes for the other; "Python is required, Java is not" asks for one. So a
sentence with such words is cut into clauses, each with its own kind. English, German, French and Spanish.
"""

from __future__ import annotations

import re

from careercoach_desktop.features.matching.keywords.kinds import LineKind
from careercoach_desktop.features.matching.keywords.patterns import any_of

_NICE = any_of(
    r"nice[- ]to[- ]have",
    r"\b(?:is|are|would be|as|be|considered|seen as) (?:also )?(?:a |an )?(?:\w+ )?(?:plus|bonus|advantage|asset)\b",
    r"\bbonus(?: points)?\b|\ba plus\b|\ban advantage\b|\bpreferred\b|\bpreferably\b|\bdesir(?:able|ed)\b",
    r"\bideally\b",
    r"\badvantageous\b|\bbeneficial\b|\boptional(?:ly)?\b",
    r"not (?:strictly|absolutely|necessarily|a must|mandatory|essential)",
    r"good to have|\bwelcome\b|\bhelpful\b|would be (?:nice|great|good|lovely|ideal|useful)",
    r"willing(?:ness)? to learn",
    r"(?:keen|eager|happy|open) to learn|an interest in|exposure to|even better",
    r"von vorteil|wünschenswert|idealerweise|gerne? (?:auch )?(?:mit|gesehen)|\bein plus\b|\boptional\b|vorteilhaft",
    r"pluspunkt|nicht zwingend|kein muss|bestenfalls|wäre(?:n)? (?:schön|toll|super|ideal|klasse)",
    r"bereitschaft,? .{0,60}lernen",
    r"(?:est|serait|sont|seraient|constitue\w*) un (?:vrai |réel )?(?:plus|atout|avantage)|\bun plus\b|\bun atout\b",
    r"\bsouhaité|\bapprécié|\bidéalement\b|de préférence|n['’](?:est|sont) pas (?:indispensable|obligatoire)",
    r"\bse valora\w*|\bvalorable\b|\bdeseable|\bidealmente\b|\bpreferible|se valorará",
    r"no (?:es|son) (?:imprescindible|obligatori)",
    r"\bvýhodou\b|\bvýhoda\b|mile widzian|\bmeriterande\b|\bgradit[ao]\b|costituisce titolo|\bbonusem\b",
)
_NICE_HINTS = (
    "nice", "plus", "bonus", "advantage", "asset", "prefer", "desir", "ideal", "beneficial", "option", "not ",
    "good to have", "welcome", "helpful", "would be", "learn", "interest in", "exposure", "better", "vorteil",
    "wünschenswert", "gern", "zwingend", "muss", "bestenfalls", "wäre", "lernen", "atout", "avantage", "souhait",
    "apprécié", "idéal", "préférence", " pas ", "valora", "deseable", "imprescindible", "obligatori", "výhod", "mile",
    "meriter", "gradit", "titolo",
)  # fmt: skip
"""A sentence without any of these is no nice-to-have: most sentences need no pattern at all."""
_NEEDED = r"(?:required|needed|necessary|expected|a requirement|a prerequisite)"
_NOT = any_of(
    rf"(?:is|are|was|were)(?: not|n['’]t) (?:a )?{_NEEDED}|\bnot {_NEEDED}\b",
    rf"\bno\b(?! (?:later|less|more|matter|problem))[^.;:]{{0,80}}?\b{_NEEDED}\b|no need (?:for|to)|\bunnecessary\b",
    r"you (?:do not|don['’]t|won['’]t|will not) (?:need|have to|require|touch|use|work with)|you need not",
    r"we (?:do not|don['’]t) (?:require|need|expect|ask|use|work with)|we(?:['’]re| are) not (?:looking for|asking)",
    r"nicht (?:erforderlich|nötig|notwendig|benötigt|vorausgesetzt|verlangt|gefordert|gebraucht)",
    r"setzen wir nicht voraus",
    r"(?:brauchst|benötigst|musst|brauchen|benötigen|müssen) (?:du|sie) (?:[\w-]+ ){0,4}(?:nicht|kein\w*)",
    r"\bkein\w* [^.;:]{0,60}?(?:erforderlich|nötig|notwendig|vorausgesetzt|benötigt)",
    r"n['’](?:est|sont) pas (?:nécessaire|requis|exigé|demandé)",
    r"\baucun\w* [^.;:]{0,60}?(?:requis|exigé|nécessaire|demandé)",
    r"pas besoin d|\b(?:non|pas) (?:requis|exigé|nécessaire|demandé)",
    r"no (?:es|son|será|serán) (?:necesari|requerid|un requisito)",
    r"no (?:se )?(?:requiere|necesita|exige|precisa|pide)",
    r"sin necesidad de|není (?:nutn|třeba|podmínk)|nie (?:jest )?wymagan|niet (?:vereist|nodig)",
    r"non (?:è|sono) (?:richiest|necessari)",
)
_NOT_HINTS = (
    "not", "n’t", "n't", "no ", "unnecessary", "nicht", "kein", "pas", "aucun", "non ", "sin ", "není", "nie ", "niet",
)  # fmt: skip
_MUST = any_of(
    r"\bmust\b|\brequired\b|\bmandatory\b|\bessential\b|you (?:have|bring|need)\b|\bproven\b|at least \w+ years?",
    r"\bminimum\b|\b\d+\+? years?\b|zwingend|\berforderlich\b|vorausgesetzt|voraussetzung|mindestens",
    r"(?:du|sie) (?:hast|haben|bringst|bringen|verfügst|verfügen)\b|fundierte|sehr gute",
    r"(?:mehrjährige )?erfahrung (?:in|mit|im)\b|\bexigé|\bobligatoire|\bimpératif|indispensable",
    r"vous (?:avez|possédez|maîtrisez|justifiez)|maîtrise d|expérience (?:de|en|d['’])|au moins|imprescindible",
    r"\bobligatori|\brequerid|\bnecesari[oa]\b|experiencia (?:en|con|de|mínima)|mínimo|dominio de|al menos",
)
_MUST_HINTS = (
    "must", "required", "mandatory", "essential", "you have", "you bring", "you need", "proven", "at least", "minimum",
    "year", "zwingend", "erforderlich", "vorausgesetzt", "voraussetzung", "mindestens", "du ", "sie ", "fundierte",
    "sehr gute", "erfahrung", "exigé", "obligatoire", "impératif", "indispensable", "vous ", "maîtrise", "expérience",
    "au moins", "imprescindible", "obligatori", "requerid", "necesari", "experiencia", "mínimo", "dominio", "al menos",
)  # fmt: skip
_BUT = re.compile(
    r",?\s+(?=(?:but|however|though|although|aber|jedoch|sondern|mais|cependant|pero|sino|aunque)\b)", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]{3,})\)")
_LEADS = re.compile(
    r"^\W*(?:ideally|preferably|bonus|nice[- ]to[- ]have|optional|idealerweise|idéalement)", re.IGNORECASE
)
_AND = re.compile(r"\b(?:and|or|und|oder|sowie|et|ou|y|o)\b|\b(?:are|sont|sind|wären|seraient|son)\b", re.IGNORECASE)
_POINTS_BACK = re.compile(r"\b(?:it|them|this|these|that|those|das|sie|dies)\W*$", re.IGNORECASE)
_SAME_SUBJECT = re.compile(
    r"^\W*(?:but|however|though|although|aber|jedoch|sondern|mais|cependant|pero|sino|aunque)\s+"
    r"(?:is |are |ist |sind |est |es )?(?:not|non|no|kein|nicht|pas|a|an|ein|un|is|"
    r"would|wäre|von|of|considered|welcome)\b",
    re.IGNORECASE,
)
"""A second side without a subject of its own."""
_SOON = 3
"""So many words are an item of a list, not a clause of its own."""


def says_nice(text: str) -> bool:
    """Whether a text says that it would be nice to have."""
    lower = text.casefold()
    return any(hint in lower for hint in _NICE_HINTS) and _NICE.search(text) is not None


def says_not(text: str) -> bool:
    """Whether a text says that something is not needed."""
    lower = text.casefold()
    return any(hint in lower for hint in _NOT_HINTS) and _NOT.search(text) is not None


def _says_must(text: str) -> bool:
    lower = text.casefold()
    return any(hint in lower for hint in _MUST_HINTS) and _MUST.search(text) is not None


def _own_kind(text: str) -> LineKind | None:
    if says_nice(text):
        return LineKind.NICE
    return LineKind.ASIDE if says_not(text) else None


def clauses(sentence: str, under: LineKind) -> list[tuple[str, LineKind]]:
    """The sentence in parts with their kinds, under a heading of kind ``under``: mostly one part."""
    if under is LineKind.ASIDE:
        return [(sentence, under)]
    if _own_kind(sentence) is None:
        must = under in {LineKind.OPEN, LineKind.DUTY} and _says_must(sentence)
        return [(sentence, LineKind.MUST if must else under)]
    found: list[tuple[str, LineKind]] = []
    rest = _BRACKETS.sub(lambda bracket: _outside(bracket, found), sentence)
    sides = [side for side in _BUT.split(rest) if side.strip(" ,.;:-–")]
    both = _of_one_thing(sides)
    if both is not None:
        return [*found, (rest, both)]
    for side in sides:
        found += _by_commas(side, under)
    return found


def _of_one_thing(sides: list[str]) -> LineKind | None:
    """The kind of a sentence whose two sides speak of the same thing, None when they don't.

    "Desirable but not required" is a wish; "we use React, but you won't touch it" is none.
    """
    if len(sides) != 2:
        return None
    first, second = (_own_kind(side) for side in sides)
    same = _SAME_SUBJECT.match(sides[1]) is not None or _POINTS_BACK.search(sides[1]) is not None
    if not same or second is None:
        return None
    return LineKind.NICE if LineKind.NICE in {first, second} else second


def _outside(bracket: re.Match[str], found: list[tuple[str, LineKind]]) -> str:
    """What is left of brackets: nothing when they are a clause of their own, else they say it of what is before."""
    kind = _own_kind(bracket[1])
    if kind is None or not any(word[:1].isupper() for word in bracket[1].split()):
        return bracket[0]
    found.append((bracket[1], kind))
    return ""


def _by_commas(side: str, under: LineKind) -> list[tuple[str, LineKind]]:
    """Each part between commas says it of itself, and of the items of a list before it."""
    own = _own_kind(side)
    base = LineKind.MUST if under in {LineKind.OPEN, LineKind.DUTY} and own is None and _says_must(side) else under
    if own is None:
        return [(side, base)]
    parts = [part.strip() for part in side.split(",") if part.strip()]
    kinds = [_own_kind(part) for part in parts]
    if len(parts) == 1 or all(kind is None for kind in kinds):
        return [(side, own)]
    last: LineKind | None = None
    out: list[tuple[str, LineKind]] = []
    for part, kind in zip(reversed(parts), reversed(kinds), strict=True):
        if kind is not None:
            last = kind if _AND.search(part) or kind is LineKind.ASIDE or _only_says(part) else None
            out.append((part, kind))
        elif last is not None and not _says_must(part) and len(part.split()) <= _SOON:
            out.append((part, last))
        else:
            last = None
            leading = _leading(parts, kinds, part)
            out.append((part, leading or (LineKind.MUST if _says_must(part) else under)))
    return out[::-1]


def _only_says(part: str) -> bool:
    """ "Kotlin, a plus": a part that names nothing speaks of what is before it."""
    return not re.search(r"\w{3,}", _NICE.sub("", part))


def _leading(parts: list[str], kinds: list[LineKind | None], part: str) -> LineKind | None:
    """ "Ideally you know Terraform, Ansible": what leads a list is said of all of it."""
    at = parts.index(part)
    led = [kind for before, kind in zip(parts[:at], kinds[:at], strict=True) if kind and _LEADS.match(before)]
    return led[-1] if led else None
