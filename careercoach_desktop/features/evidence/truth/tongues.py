"""Languages a sentence says somebody speaks, and how well: each word of level belongs to the language beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, SkillKind

_STOP = re.compile(r"[.;:!?]")
_LIST = re.compile(r"^\s*(?:,|,?\s*(?:and|und|et|y|e|sowie|as well as|ainsi que|así como|&|/))\s*$", re.IGNORECASE)

_TIED = re.compile(
    r"\s(?:(?:de|at|auf|à|con|in|im|a|d['’]|an?|un|on|with|mit)\s?){1,3}(?:[\w-]+\s){0,2}?(?:level|niveau|nivel|levels)\b|"
    r"\s[\w-]+\s(?:level|niveau)\b",
    re.IGNORECASE,
)
"""“inglés *de nivel intermedio*”: a level that follows its language."""


def tongues(said: Saying) -> Iterator[Found]:
    """Every spoken language of the sentence with its level."""
    hits = [hit for hit in said.read.hits if hit.skill.kind is SkillKind.LANGUAGE]
    hits = sorted([*hits, *_unlisted(said, hits)], key=lambda hit: hit.first)
    if not hits:
        return
    levels = _levels(said, hits)
    for hit, level in zip(hits, levels, strict=True):
        start, end = said.read.tokens.starts[hit.first], said.read.tokens.ends[hit.last - 1]
        if said.voice.theirs(start, end):
            continue
        proof = said.evidence.skills.get(hit.skill, [])
        if not proof:
            yield Found(ClaimKind.SKILL, hit.surface, (), f"{hit.skill.display} is not in your evidence.")
        elif level is not None and level[0] > _held(hit, proof):
            text = _reach(said.text, start, end, *level[1])
            yield Found(ClaimKind.SKILL, text, (), f"Your evidence does not show this level of {hit.skill.name}.")
        else:
            yield Found(ClaimKind.SKILL, hit.surface, tuple(proof))


def _unlisted(said: Saying, hits: list[Hit]) -> list[Hit]:
    """Languages of the résumé that the skills list has no name for, or finds only in company."""
    tokens, taken = said.read.tokens, {hit.first for hit in hits}
    found = []
    for at, word in enumerate(tokens.words):
        skill = said.evidence.tongues.get(word)
        if skill is not None and at not in taken and level_in(said.text) is not None:
            found.append(Hit(skill, at, at + 1, tokens.surface(at, at + 1)))
    return found


def _reach(text: str, start: int, end: int, first: int, last: int) -> str:
    return text[min(start, first) : max(end, last)]


def _held(hit: Hit, proof: list[Fragment]) -> int:
    listed = [each for each in proof if each.kind is PassageKind.LANGUAGE] or proof
    known = []
    for each in listed:
        one = [other for other in each.hits if other.skill.kind is SkillKind.LANGUAGE]
        found = level_in(each.quote.text) if len(one) <= 1 else None
        if len(one) > 1:
            at = next((place for place, other in enumerate(one) if other.skill is hit.skill), None)
            level = _levels_of(each.quote.text, each, one)[at] if at is not None else None
            found = level[0] if level else None
        if found is not None:
            known.append(found)
    return max(known, default=3)


_Level = tuple[int, tuple[int, int]]


def _levels(said: Saying, hits: list[Hit]) -> list[_Level | None]:
    return _levels_of(said.text, said.read, hits)


def _levels_of(text: str, read: Fragment, hits: list[Hit]) -> list[_Level | None]:
    """For each language the level told of it, and where the words for it stand."""
    starts = [read.tokens.starts[hit.first] for hit in hits]
    ends = [read.tokens.ends[hit.last - 1] for hit in hits]
    found: list[_Level | None] = []
    reached = _sentence_start(text, starts[0])
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        following = starts[at + 1] if at + 1 < len(starts) else _sentence_end(text, end)
        bracket = re.match(r"\s*[(\[:,–-]?\s*(?:level |niveau |nivel |auf )?([^()\[\],;]*)[)\]]?", text[end:following])
        before = _level_at(text, reached, start)
        after = _level_at(text, end, end + bracket.end()) if bracket else None
        close = text[end:].lstrip()[:1] in {"(", "[", ":", "–"} or _TIED.match(text, end) is not None
        last = at + 1 == len(starts)
        listed = bool(found) and _LIST.match(text[reached:start]) is not None
        level = (
            after
            if after and (close or last or not before) and not (listed and found[-1] and not close and not last)
            else before
        )
        if level is None and listed:
            level = found[-1]
        if level is not None and after == level and last:
            for place in range(at - 1, -1, -1):
                if found[place] is not None or not _LIST.match(text[ends[place] : starts[place + 1]]):
                    break
                found[place] = level
        found.append(level)
        used = bracket is not None and (close or (level is not None and level == after))
        reached = end + (bracket.end() if bracket and used else 0)
    return found


def _level_at(text: str, first: int, last: int) -> _Level | None:
    level = level_in(text[first:last])
    return (level, (first, last)) if level is not None else None


def _sentence_start(text: str, place: int) -> int:
    return max((found.end() for found in _STOP.finditer(text, 0, place)), default=0)


def _sentence_end(text: str, place: int) -> int:
    found = _STOP.search(text, place)
    return found.start() if found else len(text)
