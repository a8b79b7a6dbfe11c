"""How well somebody says they speak a language, as one scale for CEFR levels and everyday words."""

from __future__ import annotations

import re

_LEVELS: list[tuple[int, re.Pattern[str]]] = [
    (
        6,
        re.compile(
            r"\bc2\b|\bnative|mother[- ]tongue|muttersprach|erstsprache|langue maternelle|nativ[oa]|lengua materna|"
            r"bilingu|bilingü|zweisprachig|first language|near-native|perfekt\w*|perfect|parfait\w*|perfecto",
            re.IGNORECASE,
        ),
    ),
    (
        5,
        re.compile(
            r"\bc1\b|\bfluen(?:t|cy)|full professional|verhandlungssicher|fließend|fliessend|\bcouramment|"
            r"\bcourante?\b|"
            r"fluid[oa]|fluidez|soltura|advanced|\bavancé|avanzad[oa]|fortgeschritten|proficien|\bexcellent|"
            r"ausgezeichnet|"
            r"mühelos\w*|problemlos\w*|ohne mühe|with ease|effortless\w*|sans (?:difficulté|peine|effort)|aisément|"
            r"(?:avec|en toute) (?:aisance|facilité)|à l['’]aise|sin (?:dificultad|problemas?|esfuerzo)|"
            r"con (?:toda )?facilidad|cómodamente|hervorragend|maîtrise|\bdomin(?:o|io)\b|beherrsch\w+|\bcommand of",
            re.IGNORECASE,
        ),
    ),
    (
        4,
        re.compile(
            r"\bb2\b|upper[- ]intermediate|professional working|sehr gut|very good|très bon|muy buen|business|"
            r"\balto\b|professionnel|profesional|strong|sicher\w*|gehoben|intermedio alto|intermédiaire supérieur",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\bb1\b|\bintermediate|conversational|intermédiaire|intermedio|limited working|mittel|\bgood\b|"
            r"\bgute?[nrs]?\b|"
            r"\bbon(?:ne)?\b|\bbuen[oa]?\b|working knowledge|conversaci",
            re.IGNORECASE,
        ),
    ),
    (
        2,
        re.compile(
            r"\ba2\b|elementary|\bbasics?\b|grundkenntnisse|notions|básic[oa]s?|scolaire|school|nociones|bases",
            re.IGNORECASE,
        ),
    ),
    (1, re.compile(r"\ba1\b|beginner|anfänger|débutant|principiante", re.IGNORECASE)),
]


def level_in(text: str) -> int | None:
    """1 (beginner) to 6 (native), the highest a text says, or None."""
    if re.search(r"\b[abc][12]\b", text, re.IGNORECASE):
        text = " ".join(re.findall(r"\b[abc][12]\b|near-native", text, re.IGNORECASE))
    return next((level for level, pattern in _LEVELS if pattern.search(text)), None)
