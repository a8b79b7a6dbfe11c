"""One résumé before one posting: what is asked, what stands where, what is proved. The whole engine reads this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from careercoach_desktop.features.evidence.model import Quote
from careercoach_desktop.features.evidence.service import (
    EvidenceBase,
    Skill,
    SkillKind,
    content_words,
    same_word,
    skill_list,
    stems,
    tokenize,
)
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.matching.keywords import Asked, Demands, demands
from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.matching.scoring import ResumeIndex
from careercoach_desktop.features.resumes.model import Highlight, Project, ResumeData, Volunteer, Work
from careercoach_desktop.features.tailoring.engine.spares import Spare, with_spares

Entry = Work | Volunteer | Project
_FOCUS_WORTH = 3.0
_TIMES = {1: "once", 2: "twice", 3: "three times", 4: "four times", 5: "five times", 6: "six times"}


def entry_name(entry: Entry) -> str:
    """What people call the entry: the employer, the organisation, the project."""
    if isinstance(entry, Volunteer):
        return entry.organization or entry.position
    return entry.name or (entry.position if isinstance(entry, Work) else "Project")


def _speaks_of(area: str, skills: set[Skill], words: set[str]) -> bool:
    """Whether a text with these skills and words speaks of the area: of each skill in it and of its other words."""
    tokens = tokenize(area)
    hits = skill_list().find(tokens, listed=True)
    told = {word for hit in hits for word in tokens.words[hit.first : hit.last]}
    rest = [word for word in content_words(tokens) if word not in told]
    shown = {hit.skill for hit in hits} <= skills
    return bool(hits or rest) and shown and all(any(same_word(one, other) for other in words) for one in rest)


def listing(words: Sequence[str], last: str = "and") -> str:
    """``A, B and C``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""


def times(count: int) -> str:
    """``once``, ``twice``, ``three times`` …"""
    return _TIMES.get(count, f"{count} times")


@dataclass(slots=True)
class Situation:
    """Built once per tailoring with ``of``."""

    resume: ResumeData
    posting: Posting
    today: date
    index: ResumeIndex
    evidence: EvidenceBase
    demands: Demands
    asked: dict[Skill, Asked] = field(default_factory=dict)
    terms: list[Asked] = field(default_factory=list)
    """What can be named in a résumé: everything asked but traits and spoken languages, most wanted first."""
    focus: tuple[str, ...] = ()
    """What the person wants to bring out."""
    spares: Sequence[Spare] = ()
    """What they tell elsewhere about an entry."""

    @classmethod
    def of(
        cls,
        resume: ResumeData,
        posting: Posting,
        profile_notes: str,
        today: date,
        stories: Sequence[Quote] = (),
        *,
        focus: Sequence[str] = (),
        spares: Sequence[Spare] = (),
    ) -> Situation:
        wanted = demands(posting)
        nameable = [
            each
            for each in wanted.terms
            if each.skill is None or each.skill.kind not in {SkillKind.SOFT, SkillKind.LANGUAGE}
        ]
        evidence = EvidenceBase.from_resume(with_spares(resume, spares), profile_notes, stories, today=today)
        asked = {each.skill: each for each in nameable if each.skill is not None}
        index = ResumeIndex.of(resume, today)
        now = cls(resume, posting, today, index, evidence, wanted, asked, nameable, tuple(focus), spares)
        now.terms.sort(key=lambda each: not now.focused(each.term, listed=True))
        return now

    def with_resume(self, resume: ResumeData) -> Situation:
        """The same situation before another version of the résumé; what counts as evidence stays."""
        return replace(self, resume=resume, index=ResumeIndex.of(resume, self.today))

    @property
    def language(self) -> str:
        return self.resume.language

    def entries(self) -> Iterator[Entry]:
        """Work, volunteering and projects that are not hidden."""
        entries: list[Entry] = [*self.resume.work, *self.resume.volunteer, *self.resume.projects]
        for entry in entries:
            if entry.id not in self.resume.hidden:
                yield entry

    def bullets(self) -> Iterator[tuple[Entry, int, Highlight]]:
        """Visible bullets with their entry and place (from 1)."""
        for entry in self.entries():
            for place, bullet in enumerate(entry.highlights, 1):
                if bullet.id not in self.resume.hidden:
                    yield entry, place, bullet

    def asked_in(self, text: str, *, listed: bool = False) -> list[Asked]:
        """The terms a text answers, most wanted first."""
        tokens = tokenize(text)
        skills = {hit.skill for hit in skill_list().find(tokens, listed=listed)}
        padded = f" {' '.join(tokens.words)} "
        return [
            each
            for each in self.terms
            if (each.skill in skills if each.skill is not None else f" {' '.join(stems(each.term))} " in padded)
        ]

    def relevance(self, text: str, *, listed: bool = False) -> float:
        """How much of what is asked a text answers: musts count double, much-repeated terms a little more, and what
        the person wants to bring out most of all."""
        asked = sum(
            (2.0 if each.need is Need.MUST else 1.0) + 0.25 * (min(each.times, 4) - 1)
            for each in self.asked_in(text, listed=listed)
        )
        return asked + _FOCUS_WORTH * len(self.focused(text, listed=listed))

    def focused(self, text: str, *, listed: bool = False) -> list[str]:
        """The focus areas a text speaks of: by their skills, or by all of their words."""
        if not self.focus:
            return []
        tokens = tokenize(text)
        skills = {hit.skill for hit in skill_list().find(tokens, listed=listed)}
        words = set(tokens.words)
        return [area for area in self.focus if _speaks_of(area, skills, words)]

    def quote(self, path: str, text: str) -> Quote:
        """A quotation of evidence at ``path``; the label is the evidence's own."""
        label = next((each.quote.label for each in self.evidence.fragments if each.quote.path == path), "")
        return Quote(path=path, label=label, text=text)

    def named(self, asked: Asked) -> str:
        """A term in the middle of an English sentence about it: ``wound care``, ``DATEV``."""
        if asked.skill is not None and asked.skill.kind is SkillKind.METHOD and self.demands.language == "en":
            return asked.skill.name
        return asked.term

    def noun(self, asked: Asked, surface: str = "") -> str:
        """A term as a noun in the résumé's language, or nothing: the posting's wording when it is in that language,
        else the skills list's wording of what the résumé itself says (``surface``)."""
        if asked.skill is None or asked.skill.kind is not SkillKind.METHOD:
            return self.says(asked)
        if self.language == "en":
            return asked.skill.name
        if self.demands.language == self.language and asked.wordings:
            return asked.skill.listed_form(asked.wordings[0])
        return asked.skill.listed_form(surface) if surface else ""

    def says(self, asked: Asked) -> str:
        """How the posting names a term: its full name when it uses it, else its shortest wording."""
        if asked.skill is None:
            return asked.term
        for wording in asked.wordings:
            if stems(wording) == stems(asked.skill.name):
                return asked.skill.name if asked.skill.kind is not SkillKind.METHOD else wording
        known = [wording for wording in asked.wordings if len(wording.split()) <= 3] or list(asked.wordings)
        return min(known, key=len) if known else asked.term
