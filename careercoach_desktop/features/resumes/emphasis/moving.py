"""Marks carried along when somebody (a tailoring, a correction, a fix) writes another text in place of the old one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from careercoach_desktop.features.resumes.model import Mark


def moved(before: str, after: str, marks: Iterable[Mark]) -> list[Mark]:
    """The marks of ``before`` where the same letters stand in ``after``. A mark whose words are gone or no longer stand
    together is dropped: emphasis on other words than the person chose would be wrong."""
    kept = [mark for mark in marks if mark.end <= len(before)]
    if before == after or not kept:
        return kept
    same = [block for block in Levenshtein.opcodes(before, after) if block.tag == "equal"]
    found: list[Mark] = []
    for mark in kept:
        for block in same:
            if block.src_start <= mark.start and mark.end <= block.src_end:
                shift = block.dest_start - block.src_start
                found.append(mark.model_copy(update={"start": mark.start + shift, "end": mark.end + shift}))
                break
    return found
