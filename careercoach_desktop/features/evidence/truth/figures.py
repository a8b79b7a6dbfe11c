"""Numbers in prose with their units, so that "6 h", "six hours" and "360 minutes" are one value and "40 %" is not "40".

English, German, French and Spanish. A number written ambiguously ("1.200") keeps both readings; two figures agree
when any
readings do. Four-digit years are dates, not figures (see ``calendar_years``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from careercoach_desktop.features.evidence.truth.measures import MULTIPLIED, in_compounds, measure
from careercoach_desktop.features.evidence.truth.shares import SHARES, TIMES
from careercoach_desktop.features.evidence.vocabulary.numerals import numerals
from careercoach_desktop.features.evidence.vocabulary.tokens import fold, language_told

_UNITS: list[tuple[str, str, float]] = [
    (
        (
            r"%|v\. ?h\.|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b|por cien\b|p\. ?c\.|"
            r"percentage points?\b|"
            r"prozentpunkte?n?\b|points de pourcentage\b|puntos porcentuales\b"
        ),
        "%",
        1,
    ),
    (r"seconds?\b|secs?\b|sekunden?\b|sek\b|secondes?\b|segundos?\b|s\b", "time", 1 / 60),
    (r"milliseconds?\b|millisekunden?\b|millisecondes?\b|milisegundos?\b|ms\b", "time", 1 / 60_000),
    (r"minutes?\b|mins?\b|minuten?\b|minutos?\b", "time", 1),
    (r"hours?\b|hrs?\b|h\b|stunden?\b|std\b|heures?\b|horas?\b", "time", 60),
    (
        (
            r"(?:working |business )?days?\b|(?:arbeits|werk)?tagen?\b|(?:arbeits|werk)?tage\b|jours?\b|dias?\b|"
            r"jornadas?\b|journees?\b"
        ),
        "day",
        1,
    ),
    (r"decades?\b|jahrzehnten?\b|jahrzehnte\b|decennies?\b|decadas?\b", "month", 120),
    (r"fortnights?\b", "day", 14),
    (r"quartalen?\b|quartale\b|trimestres?\b", "month", 3),
    (r"halbjahren?\b|halbjahre\b|semestres?\b", "month", 6),
    (r"weeks?\b|wochen?\b|semaines?\b|semanas?\b", "day", 7),
    (r"months?\b|monaten?\b|monate\b|mois\b|mes(?:es)?\b", "month", 1),
    (r"years?\b|yrs?\b|jahren?\b|jahre\b|ans?\b|annees?\b|anos?\b", "month", 12),
    (
        (
            r"x\b|times\b(?! (?:a|per|each|every|over)\b)|fold\b|-fold\b|fach\b|"
            r"mal (?:so|schneller|mehr|weniger|hoher|grosser|kurzer|besser)\b|"
            r"fois (?:plus|moins|aussi|mieux|superieur\w*)\b|veces (?:mas|menos|mejor|superior\w*)\b"
        ),
        "x",
        1,
    ),
    (r"teur\b|t€", "EUR", 1000),
    (r"€|(?:d[e']\s?)?euros?\b|eur\b", "EUR", 1),
    (r"\$|(?:de )?dollars?\b|(?:de )?dolares\b|usd\b|us-dollar\b", "USD", 1),
    (r"£|pounds?\b|gbp\b|pfund\b|(?:de )?livres(?: sterling)?\b|(?:de )?libras(?: esterlinas)?\b", "GBP", 1),
    (r"chf\b|francs? suisses?\b|franken\b", "CHF", 1),
]
_COMPILED = [(re.compile(rf"\s?-?(?:{pattern})"), unit, factor) for pattern, unit, factor in _UNITS]
_SCALE = re.compile(
    r"\s?(k|tsd|tausend|thousand|mille|mil|m|mn|mio|millions?|millionen|millones|bn|billions?|mrd|"
    r"milliarden?|milliards?|mill)\b(?:(?<=tsd)\.|(?<=mio)\.|(?<=mrd)\.|(?<=mill)\.)?"
)
_SCALES = {"k": 1e3, "t": 1e3, "mille": 1e3, "mil": 1e3, "b": 1e9, "mrd": 1e9, "milliard": 1e9, "milliarde": 1e9}
_MONEY_BEFORE = re.compile(r"([€$£]|\b(?:eur|usd|gbp|chf)\b)\s?$")
_CURRENCY = {"€": "EUR", "$": "USD", "£": "GBP"}
_DIGITS = re.compile(
    r"(?<![\w.,/:+])\d{1,3}(?:[ \u00a0\u202f'’.,]\d{3})+(?:[.,]\d{1,2})?(?![\d])|(?<![\w/:])\d+(?:[.,]\d+)?(?!\d)"
)
_CLOCKISH = re.compile(
    r"24\s?/\s?7|\b\d{1,2}:\d{1,2}\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b(?:1st|2nd|3rd|\d+th)\b|"
    r"\b[a-z]+-?\d+[a-z]*\b(?<!\d{4})|"
    r"\b(?:at|by|before|until|till|around|since) "
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?: in the (?:morning|afternoon|evening)| o.clock| ?[ap]\.?m\b)|\b(?:um|bis|vor|gegen|ab) \d{1,2} uhr\b"
)
_YEAR = re.compile(r"(?<![\w.,€$£])(?:19[5-9]\d|20[0-4]\d)(?![\w%]|[.,]\d)")
_AT_LEAST = re.compile(
    r"(?:more than|just over|well over|over|at least|upwards of|mehr als|uber|gut|mindestens|plus d[e']|au moins|"
    r"un peu plus de|"
    r"mas de|al menos|algo mas de|por encima de|>)\s*(?:[€$£]\s?)?(?:the |den |der |die |las |los |les )?$"
)
_ABOUT = re.compile(
    r"(?:about|around|roughly|approximately|nearly|almost|up to|some|ca\.?|circa|etwa|rund|fast|knapp|ungefahr|gegen|"
    r"environ|pres d[e']|(?:un peu )?moins d[e']|just under|not quite|close to|algo menos de|"
    r"quasi|quelque|unos|unas|alrededor de|cerca de|casi|bis zu|~|≈)\s*(?:[€$£]\s?)?$"
)
_HALF_AFTER = re.compile(r" (?:and a half|et demie?|y medi[oa])\b")
_ONE = r"(?:a|an|one|ein|eine|einem|einen|eines|einer|un|une|una)"
_TIME_WORD = (
    r"(hours?|stunden?|heures?|horas?|days?|tag(?:es|en?)?|jours?|dias?|weeks?|wochen?|semaines?|semanas?|months?|"
    r"monat(?:s|en?)?|mois|mes(?:es)?|years?|jahr(?:es|en?)?|ans?|annees?|anos?|decades?|jahrzehnts?|decennies?)"
)
_HALVES = [
    (re.compile(rf"\b{_ONE} {_TIME_WORD} (?:and a half|et demie?|y medi[oa])\b"), 1.5),
    (re.compile(rf"\b(?:anderthalb|eineinhalb|one and a half|{_ONE} and a half) {_TIME_WORD}\b"), 1.5),
    (re.compile(rf"\b(?:half an?|(?:ein(?:em|en|es)? )?halb(?:e|es|en|er)?|demi|medi[oa])[ -]{_TIME_WORD}\b"), 0.5),
]
_QUARTERS = [
    (
        re.compile(
            rf"\b(?:three[ -]quarters of an? |drei ?viertel[ -]?|trois quarts d'|tres cuartos de ){_TIME_WORD}\b"
        ),
        0.75,
    ),
    (re.compile(rf"\b(?:(?:a )?quarter of an? |(?:eine[rn]? )?viertel|un quart d'|un cuarto de ){_TIME_WORD}\b"), 0.25),
]
_BETWEEN_TIMES = re.compile(
    rf"\s(?!of\b|de\b|in\b|to\b|per\b|pro\b|je\b|jede[nrs]?\b|par\b|por\b|al?\b|each\b|every\b|chaque\b|cada\b|"
    rf"an?\b|und?\b|and\b|et\b|y\b|or\b)[a-z]+(?:-[a-z]+)?\s(?!an\b){_TIME_WORD}\b"
)
"""“four accident-free years”, “tres intensos meses”."""
_A_TIME = re.compile(rf"\b{_ONE} (?:single |einzigen |seul |solo )?{_TIME_WORD}\b")
"""“within a year”: one of something that is measured. A claim only when it tells how long somebody has worked."""
_TO_ONE = re.compile(
    r"\b(?:from|von|de|desde)\s\S+(?: \S+){0,2}? (?:to|auf|a|à)\s(one|eine[mnrs]?|einen?|une?|una?|uno)\b(?=\s(?:im|"
    r"pro|per|a|al|par|each)\b|\s*[.,;]|$)"
)
"""“from eleven to one a month”: elsewhere “one” claims nothing."""
_EVERY = re.compile(
    r"\b(?:jede[nrs]?|every|each|chaque|cada)\s(zweite|second|other|deuxieme|segunda?|dritte|third|troisieme|tercera?|"
    r"vierte|fourth|quatrieme|cuarta?|funfte|fifth|cinquieme|quinta?)[nrs]?\s" + _TIME_WORD + r"\b"
)
_ORDINAL_WORDS = "zw2 se2 ot2 de2 dr3 th3 tr3 te3 vi4 fo4 qua4 cu4 fu5 fi5 ci5 qui5"
_ORDINALS = {word[:-1]: float(word[-1]) for word in _ORDINAL_WORDS.split()}
"""By how an ordinal begins: “jede vierte Woche” is “alle vier Wochen”."""
_GERMAN_HALVES = re.compile(r"\b(zwei|drei|vier|funf|sechs|sieben|acht|neun)einhalb\b")
_MANY = [
    (re.compile(r"\b(?:dozens of|dutzende|des dizaines d|decenas de|docenas de)"), 20.0),
    (re.compile(r"\b(?:hundreds of|hunderte|des centaines d|cientos de|centenares de)"), 100.0),
    (re.compile(r"\b(?:thousands of|tausende|des milliers d|miles de)"), 1000.0),
]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in a text. ``values`` holds its readings in the unit's base (minutes, days, months; money as is)."""

    text: str
    start: int
    end: int
    values: tuple[float, ...]
    unit: str
    at_least: bool = False
    about: bool = False
    many: bool = False
    """“dozens of”: no value, a size that must be reached."""
    raw: tuple[float, ...] = ()
    """The readings as written, without scale and unit."""
    borrowed: bool = False
    """The unit is that of the number before it."""
    one: bool = False
    """“a year”: counts as evidence, and as a claim only when it says how long somebody has worked."""

    def agrees(self, evidence: Figure) -> bool:
        """Whether ``evidence`` proves this figure: the same value, more than "over N" says, or close to "about N"."""
        if self.unit != evidence.unit:
            return False
        if self.many:
            return max(evidence.values) >= self.values[0]
        return any(self._reading_agrees(mine, theirs) for mine in self.values for theirs in evidence.values)

    def _reading_agrees(self, mine: float, theirs: float) -> bool:
        # "a third" is 33.3 %; a draft may write 33 %.
        if self.unit == "%" and (mine != int(mine)) != (theirs != int(theirs)) and abs(mine - theirs) < 0.5:
            return True
        slack = 0.011 * max(abs(mine), abs(theirs)) if self.unit in {"%", "time"} and mine != int(mine) else 1e-6
        if abs(mine - theirs) <= max(slack, 1e-6):
            return True
        if self.at_least and mine <= theirs <= mine * 1.5:
            return True
        slack = 0.1 if self.raw and mine % 10 == 0 else 0.05 if self.raw else 0.12
        return self.about and abs(mine - theirs) <= slack * abs(mine)


def _readings(digits: str) -> tuple[float, ...]:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", digits)
    readings = set()
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare):
        readings.add(float(re.sub(r"[.,]", "", bare)))
        if bare.count(".") + bare.count(",") > 1 or bare.endswith("000"):
            return tuple(readings)
    marks = [char for char in bare if char in ".,"]
    if len(set(marks)) == 2:
        last = max(bare.rfind("."), bare.rfind(","))
        return (float(re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :]),)
    if len(marks) <= 1:
        readings.add(float(bare.replace(",", ".")))
    return tuple(sorted(readings)) or (float(re.sub(r"[.,]", "", bare)),)


def _scaled(text: str, end: int) -> tuple[float, int]:
    found = _SCALE.match(text, end)
    if not found or (
        found[1] == "m"
        and text[end : end + 1] == " "
        and not re.search(r"[€$£]|eur|usd|gbp", text[max(0, end - 14) : end + 6])
    ):
        return 1.0, end
    word = found[1].rstrip("s")
    return _SCALES.get(
        word, 1e6 if word.startswith("mi") or word in {"m", "mn"} else _SCALES.get(word[0], 1.0)
    ), found.end()


def _unit(text: str, start: int, end: int) -> tuple[str, float, int]:
    for pattern, unit, factor in _COMPILED:
        found = pattern.match(text, end)
        if found and found.end() > end:
            return unit, factor, found.end()
    before = _MONEY_BEFORE.search(text[max(0, start - 5) : start])
    if before:
        return _CURRENCY.get(before[1], before[1].upper()), 1.0, end
    return "", 1.0, end


def _masked(text: str, skip: list[tuple[int, int]]) -> str:
    for start, end in skip:
        text = text[:start] + "_" * (end - start) + text[end:]
    for pattern in (_CLOCKISH, _YEAR):
        text = pattern.sub(lambda found: "_" * len(found[0]), text)
    return text


def _flat(text: str) -> str:
    """Folded text of the same length, so that places stay places."""
    return "".join((fold(char)[:1] or " ") if not char.isascii() else char.lower() for char in text)


def _figure(flat: str, start: int, end: int, values: tuple[float, ...], original: str) -> Figure:
    half = _HALF_AFTER.match(flat, end)
    if half:
        values, end = tuple(value + 0.5 for value in values), half.end()
    scale, after = _scaled(flat, end)
    unit, factor, after = _unit(flat, start, after)
    late = _HALF_AFTER.match(flat, after) if unit in {"time", "month", "day"} and not half else None
    if late:  # "deux ans et demi"
        values, after = tuple(value + 0.5 for value in values), late.end()
    if not unit:
        # "from 6 to 4 hours": the first number borrows the unit of the second.
        ahead = re.match(
            r"\s?(?:to|bis zu|bis|auf|al|a|-|–|and|und|or|oder|et|y|o|hasta|instead of|rather than|statt|au lieu de|"
            r"en lugar de|en vez de)\s?"
            r"(?:las? |los |nach |auf )?([\w.,]+)",
            flat[after:],
        )
        if ahead and (ahead[1][0].isdigit() or any(numerals(ahead[1], ""))):
            further, reached = _scaled(flat, after + ahead.end())
            unit, factor, _ = _unit(flat, start, reached)
            scale = further if scale == 1.0 and max(values) < 1000 else scale
    if not unit and (physical := measure(original, after)) is not None:
        unit, factor, after = physical
    elif not unit and max(values) <= 60 and (apart := _BETWEEN_TIMES.match(flat, end)) is not None:
        unit, factor, _ = _unit(flat, apart.start(1), apart.start(1))
    elif not unit and MULTIPLIED.search(flat[max(0, start - 70) : start]):
        unit = "x"
    before = flat[max(0, start - 28) : start]
    plus = flat[after : after + 1] == "+"
    return Figure(
        original[start:after].strip(),
        start,
        after,
        tuple(value * scale * factor for value in values),
        unit,
        at_least=plus or _AT_LEAST.search(before) is not None,
        about=_ABOUT.search(before) is not None,
        raw=values,
    )


def _borrowed(flat: str, found: list[Figure]) -> list[Figure]:
    """ "from ten working days to six": a number that counts nothing has the unit of the one before it."""
    done: list[Figure] = []
    for each in found:
        before = next((other for other in reversed(done) if other.unit and other.raw), None)
        if (
            not each.unit
            and before is not None
            and each.start - before.end <= 60
            and (_COUNTS_NOTHING.match(flat, each.end) or _and_more(flat, before, each))
        ):
            factor = max(before.values) / max(before.raw) if max(before.raw) else 1.0
            near = before.unit in {"time", "day", "month"} or _CONNECTED.fullmatch(flat, before.end, each.start)
            if near and (before.unit not in {"EUR", "USD", "GBP", "CHF"} or factor == 1.0):
                values = tuple(value * factor for value in each.values)
                done.append(replace(each, values=values, unit=before.unit, borrowed=True))
                continue
        done.append(each)
    return done


def _and_more(flat: str, before: Figure, each: Figure) -> bool:
    """ "six years in cars and almost three of laboratory work": years again."""
    told = before.unit == "month" and _AND_THEN.search(flat, before.end, each.start)
    return bool(told) and _OF_WHAT.match(flat, each.end) is not None


_AND_THEN = re.compile(r"(?:\b(?:y|and|und|et|then|dann|puis|luego|despues)\s|,\s)(?:\S+\s){0,2}$")
_OF_WHAT = re.compile(r"\s(?:de|d'|of|in|im|en|als|as|como|comme|bei|at|chez)\b")
_CONNECTED = re.compile(
    r"[^.;:()]{0,24}?\b(?:to|auf|bis|a|al|statt|instead of|rather than|au lieu de|en lugar de|en vez de|and|und|et|y)\s"
    r"(?:only |just |nur |nach |solo |de )?"
)
_COUNTS_NOTHING = re.compile(
    r"\s*(?:$|[.,;:)!?]|(?:of them|davon|de ellos|de ellas|d'entre|in|im|within|at|before|after|instead|rather|statt|"
    r"nach|vor|bei|en|au|chez|avant|après|a|"
    r"al|antes|tras|de antes|d'avant|previously|earlier|before|fruher|vorher|zuvor|bisher|auparavant|precedemment|"
    r"anteriores|"
    r"per|pro|par|por|a|each|today|heute|and|und|et|y)\b)"
)


def figures(
    text: str, skip: list[tuple[int, int]] | None = None, language: str = "", *, ones: bool = False
) -> list[Figure]:
    """Every number of ``text`` in order. ``skip`` holds character ranges that are names (``ISO 27001``), not
    numbers; ``language`` is what a text too short to tell is written in; ``ones`` also reads "a year" as 12 months."""
    flat = _masked(_flat(text), skip or [])
    language = language_told(text, language)
    found = [_figure(flat, match.start(), match.end(), _readings(match[0]), text) for match in _DIGITS.finditer(flat)]
    found += [_figure(flat, start, end, (value,), text) for value, start, end in numerals(flat, language)]
    found += [
        _figure(flat, match.start(), match.end(), (_GERMAN_UNITS[match[1]] + 0.5,), text)
        for match in _GERMAN_HALVES.finditer(flat)
    ]
    found += [Figure(text[start:end], start, end, (value,), unit) for value, unit, start, end in in_compounds(flat)]
    if found:
        found += [_figure(flat, match.start(1), match.end(1), (1.0,), text) for match in _TO_ONE.finditer(flat)]
    for pattern, value in (*_HALVES, *_QUARTERS):
        found += [_timed(text, flat, match, value) for match in pattern.finditer(flat)]
    for match in _EVERY.finditer(flat):
        value = next(number for begin, number in _ORDINALS.items() if match[1].startswith(begin))
        found.append(_timed(text, flat, match, value, group=2))
    if ones:
        found += [replace(_timed(text, flat, match, 1.0), one=True) for match in _A_TIME.finditer(flat)]
    for patterns, unit in ((SHARES, "%"), (TIMES, "x")):
        for pattern, value in patterns:
            found += [_shared_out(text, flat, match, value, unit) for match in pattern.finditer(flat)]
    for pattern, value in _MANY:
        found += [
            Figure(text[match.start() : match.end()], match.start(), match.end(), (value,), "", many=True)
            for match in pattern.finditer(flat)
        ]
    found.sort(key=lambda each: (each.start, -each.end))
    kept: list[Figure] = []
    for each in found:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return _borrowed(flat, kept)


_GERMAN_UNITS = {"zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9}


def _shared_out(text: str, flat: str, match: re.Match[str], value: float, unit: str) -> Figure:
    before = flat[max(0, match.start() - 28) : match.start()] + (_LEADS_IN.match(match[0]) or [""])[0]
    at_least, about = _AT_LEAST.search(before) is not None, _ABOUT.search(before) is not None
    return Figure(
        text[match.start() : match.end()], match.start(), match.end(), (value,), unit, at_least=at_least, about=about
    )


_LEADS_IN = re.compile(r"(?:(?:by|about|almost|nearly|over|in|to|than|around|of|um|de) )?")
"""What a wording of a share begins with: "than half" of "more than half"."""


def _timed(text: str, flat: str, match: re.Match[str], value: float, group: int = 1) -> Figure:
    unit, factor, _ = _unit(flat, match.start(group), match.start(group))
    before = flat[max(0, match.start() - 28) : match.start()]
    return Figure(
        text[match.start() : match.end()],
        match.start(),
        match.end(),
        (value * factor,),
        unit,
        at_least=_AT_LEAST.search(before) is not None,
        about=_ABOUT.search(before) is not None,
    )


def calendar_years(text: str) -> list[tuple[int, int, int]]:
    """Four-digit years as (year, start, end)."""
    return [(int(match[0]), match.start(), match.end()) for match in _YEAR.finditer(text)]
