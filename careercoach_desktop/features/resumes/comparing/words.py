"""What changed between two texts, word by word, so that a reader sees the edit and not two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\w+(?:[.,'’+#/-]\w+)*[+#%]*|\s+|[^\w\s]")


class Tone(StrEnum):
    SAME = "SAME"
    REMOVED = "REMOVED"
    ADDED = "ADDED"


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    tone: Tone = Tone.SAME


def difference(before: str, after: str) -> tuple[list[Segment], list[Segment]]:
    """Segments of ``before`` (SAME or REMOVED) and of ``after`` (SAME or ADDED); joined they give the texts back.

    A lone space between two changed words belongs to the change, so that a rewritten phrase is one mark.
    """
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    left: list[Segment] = []
    right: list[Segment] = []
    for tag, a0, a1, b0, b1 in _bridged(SequenceMatcher(None, old, new, autojunk=False).get_opcodes(), old):
        if tag == "equal":
            left.append(Segment("".join(old[a0:a1])))
            right.append(Segment("".join(new[b0:b1])))
            continue
        if a1 > a0:
            left.append(Segment("".join(old[a0:a1]), Tone.REMOVED))
        if b1 > b0:
            right.append(Segment("".join(new[b0:b1]), Tone.ADDED))
    return left, right


_Opcode = tuple[str, int, int, int, int]


def _bridged(opcodes: Sequence[_Opcode], old: Sequence[str]) -> list[_Opcode]:
    """Join changes that only white space keeps apart."""
    joined: list[_Opcode] = []
    for index, (tag, a0, a1, b0, b1) in enumerate(opcodes):
        only_space = tag == "equal" and not "".join(old[a0:a1]).strip()
        between = 0 < index < len(opcodes) - 1
        kind = "replace" if only_space and between else tag
        if joined and kind != "equal" and joined[-1][0] != "equal":
            _kind, start_a, _end_a, start_b, _end_b = joined[-1]
            joined[-1] = ("replace", start_a, a1, start_b, b1)
        else:
            joined.append((kind, a0, a1, b0, b1))
    return joined


def merged(before: Sequence[Segment], after: Sequence[Segment]) -> list[Segment]:
    """Both sides of a ``difference`` as one text to read through: what went, what came in its place, what stayed."""
    found: list[Segment] = []
    left = 0
    for segment in after:
        if segment.tone is Tone.SAME:
            while left < len(before) and before[left].tone is not Tone.SAME:
                found.append(before[left])
                left += 1
            left += 1
        elif left < len(before) and before[left].tone is Tone.REMOVED:
            found.append(before[left])
            left += 1
        found.append(segment)
    return [*found, *before[left:]]
