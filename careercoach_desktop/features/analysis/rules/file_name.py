"""What the file is called: the first thing a recruiter sees of it, among two hundred others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from careercoach_desktop.features.analysis.model import Finding, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Situation

_UNFINISHED = re.compile(
    r"(?:^|[\s_.-])(?:final\d*|v\d+|new|neu|nouveau|nuevo|old|alt|copy|kopie|copie|copia|draft|entwurf|untitled|"
    r"document\d*|dokument\d*|scan\w*|img\w*|\(\d+\)|\d{1,2})(?=$|[\s_.()-])",
    re.IGNORECASE,
)
_WORDS = {"de": "Lebenslauf", "fr": "CV", "es": "CV", "it": "CV", "nl": "CV", "pt": "CV"}


def file_name(situation: Situation) -> Iterator[Finding]:
    """A name that does not name the person, or that looks unfinished."""
    if situation.file is None or not situation.file_name or not situation.data.basics.name.strip():
        return
    stem = PurePath(situation.file_name).stem
    nameless = not _names_somebody(stem, situation.data.basics.name)
    if not nameless and not _UNFINISHED.search(stem):
        return
    wanted = usual_name(situation.data.basics.name, situation.data.language, PurePath(situation.file_name).suffix)
    if not wanted:
        return
    yield Finding(
        rule="file.name",
        topic=Topic.FILE,
        severity=Severity.DETAIL,
        text=f"“{situation.file_name}” does not say whose it is." if nameless
        else f"“{situation.file_name}” looks unfinished.",
        why=f"A name such as “{wanted}” is found again.",
    )  # fmt: skip


def usual_name(name: str, language: str, suffix: str) -> str:
    """``Lena-Marsh-Resume.pdf``, without letters that some systems garble; empty when none are left."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    words = re.findall(r"[A-Za-z0-9]+", "".join(char for char in plain if not unicodedata.combining(char)))
    if not words:
        return ""
    words = [word.capitalize() if word.islower() or re.search("[A-Z]{2}", word) else word for word in words]
    return "-".join([*words, _WORDS.get(language, "Resume")]) + suffix.lower()


def _names_somebody(stem: str, name: str) -> bool:
    def flat(text: str) -> str:
        plain = unicodedata.normalize("NFKD", text.casefold())
        return "".join(char for char in plain if char.isalnum())

    parts = [flat(part) for part in name.split() if len(flat(part)) > 1]
    return any(part in flat(stem) for part in parts)
