"""Reads one file of the bank. A mistake in a file is a bug of ours and says where it is."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from careercoach_desktop.features.evidence.bank.question import ENGLISH, TYPES, BankQuestion, Field, Level, Place


def read_file(path: Path, language: str = ENGLISH) -> tuple[Field | None, list[BankQuestion]]:
    """The field a file is about (None: general questions) and its questions, in their order. ValueError, with the
    question's id, where one is not whole."""
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    about = content.get("field")
    field = None if about is None else Field(about["id"], about["name"], tuple(about["words"]))
    found = []
    for said in content["question"]:
        try:
            found.append(_question(said, "" if field is None else field.id, language))
        except (KeyError, ValueError, TypeError) as fault:
            raise ValueError(f"{path.name}: question {said.get('id', '?')} is not whole") from fault
    return field, found


def _question(said: dict[str, Any], field: str, language: str) -> BankQuestion:
    question = BankQuestion(
        id=said["id"],
        text=said["text"],
        types=tuple(said["types"]),
        category=said["category"],
        level=Level(said["level"]),
        key_points=tuple(said["key_points"]),
        criteria=tuple(said["criteria"]),
        good_answer=said["good_answer"],
        field=field,
        wants_story=said.get("wants_story", False),
        place=Place(said.get("place", Place.MIDDLE)),
        language=language,
    )
    if not question.types or not set(question.types) <= set(TYPES):
        raise ValueError(f"unknown kinds of interviews: {question.types}")
    return question
