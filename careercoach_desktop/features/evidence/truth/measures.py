"""Physical units behind a number, so that "4 kA" and "4,000 A" are one value, and numbers within German compounds.

Kept apart from ``figures``: symbols of units mean something only in their own case ("4 A" is no article).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.vocabulary.numerals import numerals

_SYMBOLS: dict[str, tuple[str, float]] = {
    "mA": ("A", 1e-3), "A": ("A", 1.0), "kA": ("A", 1e3),
    "mV": ("V", 1e-3), "V": ("V", 1.0), "kV": ("V", 1e3),
    "W": ("W", 1.0), "kW": ("W", 1e3), "MW": ("W", 1e6), "GW": ("W", 1e9), "kWp": ("Wp", 1e3), "MWp": ("Wp", 1e6),
    "kWh": ("Wh", 1e3), "MWh": ("Wh", 1e6), "GWh": ("Wh", 1e9), "kVA": ("VA", 1e3), "MVA": ("VA", 1e6),
    "mg": ("g", 1e-3), "g": ("g", 1.0), "kg": ("g", 1e3), "t": ("g", 1e6),
    "µm": ("m", 1e-6), "mm": ("m", 1e-3), "cm": ("m", 1e-2), "m": ("m", 1.0), "km": ("m", 1e3),
    "m²": ("m2", 1.0), "m2": ("m2", 1.0), "qm": ("m2", 1.0), "sqm": ("m2", 1.0), "ha": ("m2", 1e4),
    "km²": ("m2", 1e6), "m³": ("m3", 1.0), "m3": ("m3", 1.0), "ml": ("m3", 1e-6), "l": ("m3", 1e-3),
    "L": ("m3", 1e-3), "hl": ("m3", 0.1),
    "kB": ("B", 1e3), "MB": ("B", 1e6), "GB": ("B", 1e9), "TB": ("B", 1e12), "PB": ("B", 1e15),
    "Hz": ("Hz", 1.0), "kHz": ("Hz", 1e3), "MHz": ("Hz", 1e6), "GHz": ("Hz", 1e9),
    "bar": ("bar", 1.0), "mbar": ("bar", 1e-3), "kN": ("N", 1e3), "MPa": ("Pa", 1e6), "kPa": ("Pa", 1e3),
}  # fmt: skip
_WORDS: dict[str, tuple[str, float]] = {
    r"(?:kilo-?amp[eè]re?s?|kiloamperios?)": ("A", 1e3), r"(?:amp[eè]res?|amps?|amperios?)": ("A", 1.0),
    r"(?:kilovolts?|kilovoltios?)": ("V", 1e3), r"(?:volts?|voltios?)": ("V", 1.0),
    r"(?:megawatts?|megavatios?)": ("W", 1e6), r"(?:kilowatts?|kilovatios?)": ("W", 1e3),
    r"(?:tonnen?|tonnes|tons|toneladas?)": ("g", 1e6),
    r"(?:kilos?|kilogramm?e?s?|kilogramos?)": ("g", 1e3), r"(?:grams?|gramm|grammes?|gramos?)": ("g", 1.0),
    r"(?:kilomet(?:er|re)n?s?|kilom[eè]tres?|kil[oó]metros?)": ("m", 1e3),
    r"(?:millimet(?:er|re)n?s?|millim[eè]tres?|mil[ií]metros?)": ("m", 1e-3),
    r"(?:centimet(?:er|re)s?|zentimetern?|centim[eè]tres?|cent[ií]metros?)": ("m", 1e-2),
    r"(?:square met(?:er|re)s?|quadratmetern?|m[eè]tres carrés|metros cuadrados)": ("m2", 1.0),
    r"(?:cubic met(?:er|re)s?|kubikmetern?|m[eè]tres cubes|metros cúbicos)": ("m3", 1.0),
    r"(?:met(?:er|re)s|metern?|m[eè]tres?|metros?)": ("m", 1.0),
    r"(?:hectares?|hektare?n?|hectáreas?)": ("m2", 1e4),
    r"(?:hectolit(?:er|re)s?|hektolitern?|hectolitros?)": ("m3", 0.1),
    r"(?:lit(?:er|re)s?|litern?|litros?)": ("m3", 1e-3),
    r"(?:terabytes?|téraoctets?)": ("B", 1e12), r"(?:gigabytes?|gigaoctets?)": ("B", 1e9),
}  # fmt: skip
_SYMBOL = re.compile(
    rf"[\s\u00a0\u202f]?({'|'.join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))})(?![\w’'])"
)
_WORD = [(re.compile(rf"\s{pattern}\b", re.IGNORECASE), unit) for pattern, unit in _WORDS.items()]


def measure(text: str, end: int) -> tuple[str, float, int] | None:
    """The physical unit right behind a number: its base, its factor, and where it ends."""
    found = _SYMBOL.match(text, end)
    if found is not None:
        return (*_SYMBOLS[found[1]], found.end())
    if text[end : end + 1] not in {" ", "\u00a0", "\u202f"}:
        return None
    for pattern, (unit, factor) in _WORD:
        word = pattern.match(text, end)
        if word is not None:
            return unit, factor, word.end()
    return None


MULTIPLIED = re.compile(r"\bmultipl[iy]\w*\b[^.;,]{0,40}\s(?:by|par|por|mit)\s(?:\w+ (?:than|de|als) )?$")
"""“multiplied by three”: a figure of times."""
_COMPOUND = re.compile(
    r"\b(zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwanzig|dreisig|dreissig|vierzig|funfzig)"
    r"(kopfig|stundig|minutig|tagig|wochig|monatig|jahrig|schicht|sprachig|stufig|teilig|stellig|zugig|gruppig|"
    r"spurig|geschossig|farbig|achsig|sitzig|seitig)\w*"
)
_TIMES = {
    "stundig": ("time", 60.0),
    "minutig": ("time", 1.0),
    "tagig": ("day", 1.0),
    "wochig": ("day", 7.0),
    "monatig": ("month", 1.0),
    "jahrig": ("month", 12.0),
}
"""What the second half of "sechsmonatig" measures; "dreiköpfig" counts."""


def in_compounds(flat: str) -> Iterator[tuple[float, str, int, int]]:
    """ "dreiköpfig", "Zweischichtbetrieb", "sechsmonatig": (value, unit, start, end) in a flat German text."""
    for found in _COMPOUND.finditer(flat):
        value = next(number for number, _, _ in numerals(found[1], "de"))
        unit, factor = _TIMES.get(found[2], ("", 1.0))
        yield value * factor, unit, found.start(), found.end()
