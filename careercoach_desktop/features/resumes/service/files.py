"""Files that become résumés: what the résumé is called."""

from __future__ import annotations

from pathlib import PurePath


def title_from(file_name: str) -> str:
    """What a résumé is called until its person's name is read: the file's name in plain words."""
    stem = PurePath(file_name).stem.replace("_", " ").replace("-", " ")
    words = " ".join(stem.split()) or "Résumé"
    if not words.islower():
        return words
    return " ".join("CV" if word == "cv" else word.title() for word in words.split())
