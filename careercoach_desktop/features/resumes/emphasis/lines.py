"""A marked text cut into pieces and put together again: what Enter, Backspace and pasting several lines do."""

from __future__ import annotations

from collections.abc import Iterable

from careercoach_desktop.features.resumes.emphasis.runs import Run, marks_of, runs
from careercoach_desktop.features.resumes.model import Mark

Marked = tuple[str, list[Mark]]
"""A text and its marks."""


def cut(text: str, marks: Iterable[Mark], at: int) -> tuple[Marked, Marked]:
    """What stands before and after character ``at``; a mark that lies across is in both. Spaces at the cut go."""
    before: list[Run] = []
    after: list[Run] = []
    done = 0
    for run in runs(text, marks):
        middle = min(max(at - done, 0), len(run.text))
        before.append(Run(run.text[:middle], run.bold, run.italic, run.url))
        after.append(Run(run.text[middle:], run.bold, run.italic, run.url))
        done += len(run.text)
    return trimmed(before), trimmed(after)


def joined(*pieces: Marked) -> Marked:
    """The pieces one after the other, with a space between two that touch."""
    whole: list[Run] = []
    for text, marks in pieces:
        if whole and text and whole[-1].text and not whole[-1].text[-1].isspace() and not text[0].isspace():
            whole.append(Run(" "))
        whole.extend(runs(text, marks))
    return "".join(run.text for run in whole), marks_of(whole)


def trimmed(pieces: Iterable[Run]) -> Marked:
    """The runs as one marked text without space around it."""
    whole = list(pieces)
    text = "".join(run.text for run in whole)
    lead, length = len(text) - len(text.lstrip()), len(text.strip())
    found = [
        mark.model_copy(update={"start": max(mark.start - lead, 0), "end": min(mark.end - lead, length)})
        for mark in marks_of(whole)
    ]
    return text.strip(), [mark for mark in found if mark.start < mark.end]
