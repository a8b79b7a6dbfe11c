"""Rewrites and inventions that were written without a look at the truth check, and what it makes of them.

Twenty invented people (``people/``, JSON Resume) and, in five files of JSON lines, texts such as Claude writes into
tailored résumés and letters. ``en``, ``de``, ``fr``, ``es`` keep the résumé's language; ``across`` changes it. A case:

- ``evidence``: whose résumé; ``notes``: facts in the person's own words; ``posting``: an excerpt that was answered to;
- ``place``: bullet (``entry`` says of which entry), summary, skills, letter or answer; ``text``: what is claimed there;
- ``label``: honest or invented; an invention has a ``kind`` and the words that are ``invented``.

Another folder of the same form is read the same way: ``labelled(folder)``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.service import EvidenceBase, check, check_text
from careercoach_desktop.features.resumes.interchange import from_json_resume
from careercoach_desktop.features.resumes.model import ResumeData, Skill

HERE = Path(__file__).parent
TODAY = date(2026, 11, 20)
"""The day the texts were written: what “for six years” means depends on it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One text and what is true of it."""

    id: str
    language: str
    person: str
    resume: ResumeData
    place: str
    text: str
    honest: bool
    across: bool
    """Whether the résumé is in another language."""
    entry: str = ""
    notes: str = ""
    posting: str = ""
    kind: str = ""
    invented: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check made of one case: the claims it found unproved, and whether they name what is invented."""

    case: Case
    unproved: tuple[Claim, ...]

    @property
    def flagged(self) -> bool:
        return bool(self.unproved)

    @property
    def caught(self) -> bool:
        """One of the claims overlaps the invented words."""
        return any(_names(claim, words, self.case) for claim in self.unproved for words in self.case.invented)

    @property
    def right(self) -> bool:
        return not self.flagged if self.case.honest else self.caught


def labelled(folder: Path = HERE) -> list[Case]:
    """Every case of the folder."""
    people = {
        path.stem: from_json_resume(json.loads(path.read_text("utf-8"))) for path in (folder / "people").iterdir()
    }
    return [_case(json.loads(line), people) for path in sorted(folder.glob("*.jsonl")) for line in _lines(path)]


def judged(cases: list[Case]) -> Iterator[Verdict]:
    """Each case as the product checks it."""
    bases: dict[tuple[str, str], EvidenceBase] = {}
    for case in cases:
        key = (case.person, case.notes)
        if key not in bases:
            bases[key] = EvidenceBase.from_resume(case.resume, case.notes, today=TODAY)
        yield Verdict(case, tuple(claims(case, bases[key])))


def claims(case: Case, evidence: EvidenceBase) -> list[Claim]:
    """What the check finds unproved in one case."""
    if case.place == "skills":
        draft = case.resume.model_copy(deep=True)
        draft.skills = [Skill(name=word.strip()) for word in case.text.split(",")]
        return check(draft, evidence).unsupported
    path = "basics.summary" if case.place == "summary" else ""
    return check_text(case.text, evidence, path=path, entry=case.entry, posting=case.posting).unsupported


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def _case(told: dict[str, object], people: dict[str, ResumeData]) -> Case:
    def text(key: str) -> str:
        return str(told.get(key, ""))

    resume = people[text("evidence")]
    words = told.get("invented", [])
    assert isinstance(words, list)
    case = Case(
        id=text("id"),
        language=text("language"),
        person=text("evidence"),
        resume=resume,
        place=text("place"),
        text=text("text"),
        honest=text("label") == "honest",
        across=text("language") != resume.language,
        entry=text("entry"),
        notes=text("notes"),
        posting=text("posting"),
        kind=text("kind"),
        invented=tuple(words),
    )
    _sound(case)
    return case


def _sound(case: Case) -> None:
    """A case that is written wrongly would measure nothing."""
    assert case.place in {"bullet", "summary", "skills", "letter", "answer"}, case.id
    assert case.honest == (not case.kind) == (not case.invented), case.id
    assert all(words in case.text for words in case.invented), case.id
    assert (case.place == "bullet") == bool(case.entry), case.id


def _names(claim: Claim, invented: str, case: Case) -> bool:
    """Whether the claim and the invented words share a stretch of the text.

    A skill or language that is told by the name of the skills list, not in the words of the text, counts where a skill
    or a language is what was invented.
    """
    spans, wanted = _found(claim.text, case.text), _found(invented, case.text)
    if spans:
        return any(begin < stop and start < end for begin, end in spans for start, stop in wanted)
    if claim.kind is ClaimKind.SKILL and case.kind in {"SKILL", "LANGUAGE"}:
        return True
    return bool(_words(claim.text) & _words(invented))


@lru_cache(maxsize=4096)
def _found(words: str, text: str) -> tuple[tuple[int, int], ...]:
    low, needle = text.lower(), words.lower().strip().rstrip(".…")
    found, at = [], low.find(needle) if needle else -1
    while at >= 0:
        found.append((at, at + len(needle)))
        at = low.find(needle, at + 1)
    return tuple(found)


def _words(text: str) -> set[str]:
    return {word.strip(".,;:()“”„’'\"").lower() for word in text.split()} - {""}
