"""An answer as a story: its sentences in their places, a title that says what it is about, the skills it shows.

Nothing is invented: what the answer does not tell stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service import SkillKind, skill_list
from careercoach_desktop.features.practice.model import Answer, Question, StarFinding, StarPart

_SENTENCES = re.compile(r"(?<=[.!?…])\s+")
_CLAUSES = re.compile(r"\s*[,;:]\s+(?!\d)")
_LONGEST_TITLE = 60
_LEAST_TITLE = 3
"""Words; fewer say nothing."""
_LONGEST_OPENING = 9
"""Words before a comma that only lead up to what a sentence says: “When I joined Brightwater, …”."""
_GOES_ON = frozenset({
    "and", "or", "but", "so", "who", "which", "that", "und", "oder", "aber", "der", "die", "das", "et", "ou", "mais",
    "qui", "y", "o", "pero", "que",
})  # fmt: skip
"""A clause that begins so is said of the one before."""
_PERSON = frozenset(["i", "i'd", "i'm", "i've", "we", "ich", "wir", "je", "nous", "yo"])
"""What leads up to somebody is what it is about."""
_MOST_SKILLS = 6
_SAME = 70.0
"""Per cent of likeness from which a story is what an answer told, though it was edited since."""


def story_of(question: Question, answer: Answer) -> StoryText:
    """The answer sentence by sentence: each goes where rules or Claude found that part in its words, the rest is what
    was done."""
    star = [*(answer.evaluation.star if answer.evaluation is not None else ()), *answer.local.star]
    told: dict[StarPart, list[str]] = {part: [] for part in StarPart}
    said = [" ".join(sentence.split()) for sentence in _SENTENCES.split(answer.text.strip())]
    for sentence in said:
        told[_part(sentence, star)].append(sentence)
    about = next((each for each in said if len(each.split()) >= _LEAST_TITLE), said[0])
    return StoryText(
        title=_title(about),
        situation=" ".join(told[StarPart.SITUATION]),
        task=" ".join(told[StarPart.TASK]),
        action=" ".join(told[StarPart.ACTION]),
        result=" ".join(told[StarPart.RESULT]),
        skills=_skills(answer.text, question.content.category),
    )


def tells_the_same(text: StoryText, answer: str) -> bool:
    """Whether a story is what this answer told, the words of both compared in any order."""
    return fuzz.token_sort_ratio(" ".join(part for _name, part in text.parts), answer) >= _SAME


def _part(sentence: str, star: Sequence[StarFinding]) -> StarPart:
    """Which part of a story a sentence tells."""
    plain = _plain(sentence)
    quotes = ((finding.part, _plain(finding.quote)) for finding in star if finding.quote)
    return next((part for part, quote in quotes if quote in plain or plain in quote), StarPart.ACTION)


def _plain(text: str) -> str:
    """As quotes are compared: one kind of apostrophe and space, and nothing behind where one was cut."""
    return " ".join(text.replace("’", "'").casefold().split()).rstrip(" .…")


def _title(sentence: str) -> str:
    """What the sentence says without what leads up to it, as many of its clauses as fit, else as many words."""
    clauses = [(match.start(), match.end()) for match in _CLAUSES.finditer(sentence)]
    starts = [0, *(end for _start, end in clauses)]
    ends = [*(start for start, _end in clauses), len(sentence.rstrip(".!?… "))]
    begin = int(bool(clauses) and _leads_up(sentence[: ends[0]], sentence[starts[1] :]))
    fitting = [end for end in ends[begin:] if end - starts[begin] <= _LONGEST_TITLE]
    told = sentence[starts[begin] : fitting[-1]] if fitting else _cut(sentence[starts[begin] :])
    return told[:1].upper() + told[1:]


def _leads_up(clause: str, rest: str) -> bool:
    """Whether a clause is only the way to the next one, which says something by itself."""
    first, *others = rest.split()
    if len(clause.split()) == 1:
        return True  # “Um, …”, “Honestly, …”
    is_whole = len(others) >= _LEAST_TITLE and _plain(first) not in _GOES_ON | _PERSON
    return is_whole and len(clause.split()) <= _LONGEST_OPENING


def _cut(text: str) -> str:
    words = text[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:.")
    return f"{words}…"


def _skills(text: str, asked: str) -> tuple[str, ...]:
    """The tools the answer names, and the skill that was ``asked`` for where it is one. What else a text may mean is
    for the person to say."""
    known = skill_list()
    tools = [hit.skill for hit in known.find_in(text) if hit.skill.kind is SkillKind.TOOL]
    shown = [hit.skill for hit in known.find_in(asked)]
    return tuple(dict.fromkeys(skill.display for skill in (*tools, *shown)))[:_MOST_SKILLS]
