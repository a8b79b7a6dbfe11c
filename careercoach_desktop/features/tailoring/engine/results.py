"""Results that stand only in the person's notes, joined to the bullet they belong to. English only: elsewhere the
grammar
of a joined clause can't be trusted.

"At Lowell the automated reports saved 40 % of the team's week" makes "Automated the monthly client reports,
saving 40 % of
the team's week." The bullet must be the only one the note can mean, and must not have a figure of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import Fragment, content_words, same_word, tokenize
from careercoach_desktop.features.resumes.model import Highlight
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation

_JOINED = {
    "saved": "saving",
    "cut": "cutting",
    "reduced": "reducing",
    "lowered": "lowering",
    "shortened": "shortening",
    "raised": "raising",
    "increased": "increasing",
    "halved": "halving",
    "doubled": "doubling",
    "freed": "freeing",
    "brought": "bringing",
}
_RESULT = re.compile(rf"^(?P<subject>.+?)\s(?P<verb>{'|'.join(_JOINED)})\s(?P<rest>[^.;]+?)\.?$", re.IGNORECASE)
_PAST = {joined: past for past, joined in _JOINED.items()}
_SHAPE = re.compile(
    rf"^(?P<verb>[A-Z]\w+) (?P<thing>(?:the|our|all) [^,;:()]+), (?P<result>{'|'.join(_PAST)}) "
    r"(?:the )?(?P<measure>[a-z]+(?: [a-z]+)?) (?P<by>(?:from|by) [^,;:()]*\d[^,;:()]*?)\.?$"
)
_LINKS = re.compile(r"\b(?:from|to|in|into|for|with|and|or|of|at|on|by|that|which)\b")
_MOST_WORDS = 14
_LEAST_SHARED = 2


@dataclass(frozen=True, slots=True)
class NotedResult:
    """A clause to join to a bullet, and the note that proves it."""

    entry: Entry
    place: int
    bullet: Highlight
    clause: str
    figure: str
    quote: Quote


def _plain(text: str) -> bool:
    """A bullet that can take a clause: one sentence without commas, brackets or a figure of its own."""
    return not re.search(r"[,;:()]|\.\s|\d", text.strip().rstrip("."))


def _belongs_to(now: Situation, note: Fragment, subject: str) -> tuple[Entry, int, Highlight] | None:
    words = content_words(tokenize(subject))
    rated = []
    for entry, place, bullet in now.bullets():
        if entry.id in note.entries:
            theirs = content_words(tokenize(bullet.text))
            shared = sum(1 for word in words if any(same_word(word, other) for other in theirs))
            rated.append((shared, entry, place, bullet))
    rated.sort(key=lambda each: -each[0])
    if not rated or rated[0][0] < _LEAST_SHARED or (len(rated) > 1 and rated[1][0] == rated[0][0]):
        return None
    return rated[0][1:]


def result_clause(bullet: str, language: str) -> str:
    """The result of a bullet as a clause: "Rebuilt the nightly jobs, cutting run time from 6 h to 50 min." makes
    "cut the run time of the nightly jobs from 6 h to 50 min."; empty where the bullet has another shape."""
    found = _SHAPE.match(bullet.strip()) if language == "en" else None
    if found is None or _LINKS.search(found["thing"]) or _LINKS.search(found["measure"]):
        return ""
    return f"{_PAST[found['result']]} the {found['measure']} of {found['thing']} {found['by']}."


def noted_results(now: Situation) -> Iterator[NotedResult]:
    """Results with a figure that notes give and bullets lack."""
    if now.language != "en":
        return
    for note in now.evidence.fragments:
        found = _RESULT.match(note.quote.text) if note.is_note and note.figures else None
        if found is None or len(found["rest"].split()) > _MOST_WORDS:
            continue
        figure = next((each for each in note.figures if each.start >= found.start("rest")), None)
        target = _belongs_to(now, note, found["subject"])
        if figure is None or target is None or not _plain(target[2].text):
            continue
        clause = f", {_JOINED[found['verb'].casefold()]} {found['rest']}"
        yield NotedResult(*target, clause, figure.text, note.quote)
