"""A résumé prepared for many postings: which skills it shows and where, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from careercoach_desktop.features.evidence.service import (
    Passage,
    PassageKind,
    Skill,
    SkillKind,
    SkillList,
    Span,
    Tokens,
    fields_in,
    highest_degree,
    passages,
    skill_list,
    span_of,
    tokenize,
    years_covered,
)
from careercoach_desktop.features.matching.model import Place
from careercoach_desktop.features.resumes.model import ResumeData

LONGEST_QUOTE = 90
_PROMINENT_BULLETS = 2
"""The first bullets of an entry, which every reader sees."""
_LANGUAGE_NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "nl": "Dutch",
    "pt": "Portuguese",
    "pl": "Polish",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One place where a skill stands: the passage and the words that name it."""

    passage: Passage
    surface: str
    at: int
    """Where in the passage's text the words begin."""

    @property
    def in_work(self) -> bool:
        """In what the person did, not only in a list or the summary."""
        return self.passage.list in {"work", "projects", "volunteer"}

    @property
    def prominent(self) -> bool:
        """Where a reader of ten seconds looks: headline, summary, lists of skills, titles, an entry's first bullets."""
        kind = self.passage.kind
        if kind is PassageKind.BULLET:
            return self.passage.rank < _PROMINENT_BULLETS
        return kind is not PassageKind.OTHER

    def place(self) -> Place:
        return Place(
            path=self.passage.path, label=self.passage.label, quote=quote(self.passage.text, self.at, self.surface)
        )


def quote(text: str, at: int, surface: str) -> str:
    """At most ``LONGEST_QUOTE`` characters of ``text`` with ``surface`` in them, cut between words, marked with …"""
    text = " ".join(text.split()) if "\n" in text or "  " in text else text
    if len(text) <= LONGEST_QUOTE:
        return text
    found = text.find(surface)
    at = found if found >= 0 else min(at, len(text))
    start = max(0, min(at - 30, len(text) - LONGEST_QUOTE + 2))
    if start:
        start = text.find(" ", start) + 1 or start
        start = min(start, at)
    room = LONGEST_QUOTE - 2 - (start > 0)
    piece = text[start : start + room]
    if start + room < len(text) and " " in piece[len(surface) + max(0, at - start) :]:
        piece = piece.rsplit(" ", 1)[0]
    piece = piece.rstrip(" ,;:–-")
    return ("…" if start else "") + piece + ("…" if start + len(piece) < len(text) else "")


@dataclass(slots=True)
class ResumeIndex:
    """Everything ``match`` needs of a résumé. Build it once with ``ResumeIndex.of`` and match it against many
    postings."""

    resume: ResumeData
    today: date
    skills: SkillList
    standing: dict[Skill, list[Standing]] = field(default_factory=dict)
    implied: dict[Skill, Skill] = field(default_factory=dict)
    """Skills not named but had by having another: SQL by PostgreSQL."""
    spans: dict[str, Span] = field(default_factory=dict)
    entry_words: dict[str, set[str]] = field(default_factory=dict)
    """Comparable words of each work entry's title."""
    degree_level: int | None = None
    fields_studied: frozenset[str] = frozenset()
    _texts: list[tuple[Passage, Tokens, str]] = field(default_factory=list)

    @classmethod
    def of(cls, resume: ResumeData, today: date, skills: SkillList | None = None) -> ResumeIndex:
        """Read a résumé (about 5 ms for two pages); hidden parts don't count, a reader can't see them."""
        index = cls(resume, today, skills or skill_list())
        for passage in passages(resume):
            index._read(passage)
        index._speak()
        for skill in list(index.standing):
            for other in index.skills.implied(skill):
                if other not in index.standing:
                    index.implied.setdefault(other, skill)
        hidden = set(resume.hidden)
        for job in resume.work:
            span = span_of(job, today)
            if span is not None and job.id not in hidden:
                index.spans[job.id] = span
            index.entry_words[job.id] = set(tokenize(job.position).words)
        index.fields_studied = fields_in(
            "; ".join(f"{school.study_type} {school.area}" for school in resume.education if school.id not in hidden)
        )
        degrees = [
            highest_degree(f"{school.study_type} {school.area}")
            for school in resume.education
            if school.id not in hidden
        ]
        index.degree_level = max((int(level) for level in degrees if level is not None), default=None)
        return index

    def _read(self, passage: Passage) -> None:
        listed = passage.kind in {PassageKind.SKILL, PassageKind.LANGUAGE, PassageKind.CERTIFICATE}
        tokens = tokenize(passage.text)
        self._texts.append((passage, tokens, f" {' '.join(tokens.words)} "))
        for hit in self.skills.find(tokens, listed=listed):
            places = self.standing.setdefault(hit.skill, [])
            places.append(Standing(passage, hit.surface, tokens.starts[hit.first]))

    def _speak(self) -> None:
        """Who writes a résumé in a language can read and write it."""
        skill = self.skills.get(_LANGUAGE_NAMES.get(self.resume.language, ""))
        if skill is not None and skill not in self.standing:
            passage = Passage("language", "This résumé", f"Written in {skill.name}", PassageKind.LANGUAGE)
            self.standing[skill] = [Standing(passage, skill.name, 11)]

    def ended(self, entry: str) -> float | None:
        """Years since a job ended, 0 for one that goes on; None for what has no dates."""
        span = self.spans.get(entry)
        if span is None:
            return None
        return max(0.0, (self.today.year * 12 + self.today.month - span.last) / 12)

    def years_with(self, skill: Skill) -> float:
        """Years in those jobs whose own text names the skill, or one that implies it."""
        by = [skill, *(other for other in self.standing if skill in self.skills.implied(other))]
        entries = {place.passage.entry for each in by for place in self.standing.get(each, ())}
        return years_covered(self.spans[entry] for entry in entries if entry in self.spans)

    def standing_of(self, skill: Skill | None, term: str) -> list[Standing]:
        """Where a skill stands, or, for a term on no list, where its words do; work first, then lists."""
        if skill is not None:
            places = self.standing.get(skill, [])
        else:
            tokens = tokenize(term)
            needle = f" {' '.join(tokens.words)} "
            places = [
                Standing(passage, term, self._place(words, tokens.words))
                for passage, words, text in self._texts
                if needle in text
            ]
        return sorted(places, key=lambda each: not each.in_work)

    @staticmethod
    def _place(text: Tokens, words: list[str]) -> int:
        size = len(words)
        for at in range(len(text.words) - size + 1):
            if text.words[at : at + size] == words:
                return text.starts[at]
        return 0

    def related(self, skill: Skill) -> list[str]:
        """Neighbours of a missing skill that the résumé names, at most three."""
        if skill.kind not in {SkillKind.TOOL, SkillKind.CERTIFICATE}:
            return []
        return [other.display for other in self.skills.neighbours(skill) if other in self.standing][:3]
