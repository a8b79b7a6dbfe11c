"""How well somebody says they speak a language, as one scale for CEFR levels and everyday words."""

from __future__ import annotations

import re

_LEVELS: list[tuple[int, re.Pattern[str]]] = [
    (
        6,
        re.compile(
            r"\bc2\b|\bnative|mother tongue|muttersprach|langue maternelle|nativo|nativa|lengua materna|"
            r"bilingu",
            re.IGNORECASE,
        ),
    ),
    (
        5,
        re.compile(
            r"\bc1\b|\bfluent|full professional|verhandlungssicher|fließend|fliessend|\bcourant|fluid[oa]|"
            r"advanced|\bavancé|avanzado|proficient",
            re.IGNORECASE,
        ),
    ),
    (
        4,
        re.compile(
            r"\bb2\b|upper[- ]intermediate|professional working|sehr gut|\bgood\b|gute?\b|business|"
            r"\bbon(?:ne)?\b|alto\b",
            re.IGNORECASE,
        ),
    ),
    (
        3,
        re.compile(
            r"\bb1\b|\bintermediate|conversational|intermédiaire|intermedio|limited working|mittel", re.IGNORECASE
        ),
    ),
    (2, re.compile(r"\ba2\b|elementary|\bbasic|grundkenntnisse|notions|básico|scolaire", re.IGNORECASE)),
    (1, re.compile(r"\ba1\b|beginner|anfänger|débutant|principiante", re.IGNORECASE)),
]


def level_in(text: str) -> int | None:
    """1 (beginner) to 6 (native), the highest a text says, or None."""
    return next((level for level, pattern in _LEVELS if pattern.search(text)), None)
