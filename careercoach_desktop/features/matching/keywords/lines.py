"""A posting cut into sentences that know under which heading they stand, in English, German, French and Spanish.

Headings decide most: "What you bring" makes must-haves, "Nice to have" does not, and what stands under "Benefits" or
"About us" is no requirement at all (``headings``). Wording inside a sentence ("von Vorteil", "is a plus", "not needed")
overrules the heading for the clause it stands in (``wording``).
"""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.service import SkillKind, plain, skill_list, stems
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords.headings import heading_kind
from careercoach_desktop.features.matching.keywords.kinds import Line, LineKind
from careercoach_desktop.features.matching.keywords.wording import clauses

_HEADING_MARK = re.compile(r"^(#{1,6})\s+(.*)$")
_BOLD_LINE = re.compile(r"^(?:\*\*|__)(.+?)(?:\*\*|__):?$")
_BULLET = re.compile(r"^\s*(?:[-*+•·▪◦‣–]|\d{1,2}[.)])\s+")
_SENTENCE_END = re.compile(
    r"(?<=[a-zà-ÿ0-9)%”\"][.!?])(?<!e\.g\.)(?<!i\.e\.)(?<!bzw\.)(?<!inkl\.)(?<!incl\.)(?<!ggf\.)(?<!etc\.)(?<!evtl\.)"
    r"\s+(?=[A-ZÀ-Þ¿¡“\"(])|;\s+"
)
_FILED_UNDER = re.compile(
    r"^\W*(?:industr(?:y|ies)|branche|company (?:size|type)|role type|category|sector|listed in|employer type|"
    r"employment (?:form|type)|contract (?:type|duration)|job (?:type|id)|zařazeno|reference|ref)\W*:",
    re.IGNORECASE,
)
"""What a job board files a posting under; its words ask for nothing."""
_BOLD, _BARE = 7, 8
"""Levels of headings that are only bold, or only short, below Markdown's six."""


def _heading_of(line: str) -> tuple[str, int] | None:
    """The heading a line is and its level, or None. Marked ones, bold lines, and short lines ending in a colon or
    without full stop."""
    marked = _HEADING_MARK.match(line)
    if marked:
        return marked[2].strip(" :*_"), len(marked[1])
    bold = _BOLD_LINE.match(line)
    if bold:
        return bold[1].strip(" :*_"), _BOLD
    if _BULLET.match(line) or len(line) > 70:
        return None
    if line.endswith(":"):
        return line[:-1].strip(" *_"), _BARE
    # A bare short line is a heading or a requirement of few words: figures, commas and tool names make it the latter.
    if len(line.split()) > 6 or line.endswith((".", ",", ";")) or re.search(r"[\d,]", line):
        return None
    if any(hit.skill.kind is SkillKind.TOOL for hit in skill_list().find_in(line)):
        return None
    return line.strip(" ?!*_"), _BARE


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def _cut(text: str, under: LineKind) -> list[Line]:
    """The clauses of every sentence of a paragraph."""
    if _FILED_UNDER.match(text):
        return [Line(text, LineKind.ASIDE, text)]
    return [
        Line(clause, kind, sentence)
        for sentence in _sentences(plain(text))
        for clause, kind in clauses(sentence, under)
    ]


def _description_lines(description: str) -> list[Line]:
    lines: list[Line] = []
    under, level = LineKind.OPEN, 0
    for raw in description.splitlines():
        line = raw.strip()
        if not line:
            continue
        heading = _heading_of(line)
        if heading is not None:
            words, at = heading
            kind = heading_kind(words)
            if kind is not None:
                under, level = kind, at
                continue
            if at < _BARE:
                # "Technical" below "What you bring" goes on with it; beside it, something new begins.
                under, level = (under, level) if at > level > 0 else (LineKind.OPEN, at)
                continue
        lines += _cut(_BULLET.sub("", line), under)
    return lines


def lines_of(posting: Posting) -> list[Line]:
    """The title and every clause of the posting once, requirements first; repeated ones are dropped."""
    found = [Line(posting.title, LineKind.TITLE, posting.title)] if posting.title else []
    for texts, kind in ((posting.requirements, LineKind.MUST), (posting.responsibilities, LineKind.DUTY)):
        for text in texts:
            found += _cut(text, kind)
    described = _description_lines(posting.description)
    benefits = {stems(plain(text)) for text in posting.benefits}
    seen: dict[tuple[str, ...], int] = {}
    lines: list[Line] = []
    for line in found + described:
        key = stems(line.text)
        if not key or key in benefits:
            continue
        if key in seen:
            # The same sentence in the description knows its heading better than the extracted list does.
            if line.kind is not LineKind.OPEN and lines[seen[key]].kind is not LineKind.TITLE:
                lines[seen[key]] = line
            continue
        seen[key] = len(lines)
        lines.append(line)
    return lines
