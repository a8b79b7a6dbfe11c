"""The outline: opening, what speaks for the person, what only they can say, a close."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from careercoach_desktop.features.evidence.service import EvidenceBase, skill_list
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.letters.checking import Material, evidence_of
from careercoach_desktop.features.letters.model import LOCAL, LetterDraft, LetterLength, LetterWishes, Paragraph
from careercoach_desktop.features.letters.outlining.choosing import Chosen, about, chosen
from careercoach_desktop.features.letters.outlining.phrases import (
    PHRASES,
    Phrases,
    at_company,
    of_tone,
    phrases_for,
    role_of,
)
from careercoach_desktop.features.matching.model import Need
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Preferences
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work
from careercoach_desktop.features.tailoring.engine.phrases import PHRASES as NUMBERS

_SIZES = {LetterLength.SHORT: (1, 2), LetterLength.MEDIUM: (2, 4), LetterLength.LONG: (3, 6)}
"""Employers, and bullets of them together."""
_MOST_LACKING = 3
_IRREGULAR = (
    "led built wrote ran cut grew made won taught sold set brought took kept held oversaw drove began gave found put "
    "rebuilt rewrote spoke met dealt"
)


def outlined(material: Material, wishes: LetterWishes, language: str) -> LetterDraft:
    """The draft, in one of the languages there are phrases for; nothing in it is checked yet."""
    language = language if language in PHRASES else "en"
    return _Outline(material, wishes, language).draft()


class _Outline:
    def __init__(self, material: Material, wishes: LetterWishes, language: str) -> None:
        self._material = material
        self._wishes = wishes
        self._language = language
        self._say: Phrases = phrases_for(language)
        self._evidence: EvidenceBase = evidence_of(material)
        self._posting: Posting = material.posting
        self._resume: ResumeData = material.resume
        self._used: set[str] = set()
        self._keywords = match(material.with_own_words(), material.posting, Preferences(), material.today).keywords

    def draft(self) -> LetterDraft:
        texts = [text for text in self._texts() if text]
        tone, people = self._wishes.tone, self._material.people
        return LetterDraft(
            engine=LOCAL,
            language=self._language,
            subject=self._say.subject_for(self._posting),
            greeting=self._say.greeting_for(people, tone),
            paragraphs=[Paragraph(id=f"p{number}", text=text) for number, text in enumerate(texts, 1)],
            closing=self._say.closing_for(people, tone),
            signature=self._material.name,
        )

    def _texts(self) -> Iterator[str]:
        yield self._opening()
        found = chosen(self._resume, self._keywords, *_SIZES[self._wishes.length])
        self._used = {bullet.id for each in found for bullet in each.bullets}
        for number, each in enumerate(found):
            yield self._body(each, is_first=number == 0)
        for focus in self._wishes.focus:
            yield self._focus(focus)
        if notes := " ".join(self._wishes.notes.split()):
            yield self._say.gap(self._say.notes.format(notes=notes))
        yield self._lacking()
        yield self._say.gap(self._say.why.format(company=self._posting.company or role_of(self._posting)))
        yield of_tone(self._say.endings, self._wishes.tone)

    def _opening(self) -> str:
        opening = self._say.opening_for(self._posting, self._wishes.tone)
        return " ".join(part for part in (opening, self._standing()) if part)

    def _standing(self) -> str:
        """Where the person works and for how long they have worked, as their dates say."""
        job = _latest(self._resume)
        if job is None:
            return ""
        years = int(self._evidence.years_of_work() + 0.05)
        say = self._say
        template = (
            (say.now_years if job.current else say.was_years) if years >= 2 else say.now if job.current else say.was
        )
        return template.format(
            title=job.position,
            employer=at_company(job.name, self._language),
            years=NUMBERS[self._language].number(years),
        ).replace("..", ".")

    def _body(self, each: Chosen, *, is_first: bool) -> str:
        parts = []
        if is_first and each.terms:
            parts.append(self._say.asks.format(terms=self._listed(each.terms)))
        parts += self._told(each.job, each.bullets)
        parts.append(self._say.gap(self._say.meaning))
        return " ".join(parts)

    def _told(self, job: Work, bullets: Sequence[Highlight]) -> Iterator[str]:
        """Bullets of one employer as sentences; those in another language than the letter are left to be translated."""
        texts = [" ".join(bullet.text.split()).rstrip(".;") for bullet in bullets]
        employer, say = job.name or job.position, self._say
        if self._resume.language[:2] != self._language:
            yield from (say.gap(say.translate.format(text=f"{text} ({employer})")) for text in texts)
            return
        deeds = [text for text in texts if say.i_did and _begins_with_a_deed(text)]
        for number, text in enumerate(deeds):
            told = text[:1].lower() + text[1:] + "."
            template = (say.i_did, say.i_also)[number] if number < 2 else "I {text}"
            yield template.format(employer=employer, text=told)
        if others := [text for text in texts if text not in deeds]:
            at = at_company(employer, self._language)
            yield say.did.format(employer=at, text=say.parts.join(others) + ".")

    def _focus(self, focus: str) -> str:
        focus = " ".join(focus.split())
        gap = self._say.gap(self._say.dwell.format(focus=focus))
        found = about(self._resume, focus)
        if found is None or found[1].id in self._used:
            return gap
        return " ".join((*self._told(found[0], [found[1]]), gap))

    def _lacking(self) -> str:
        lacking = [each.term for each in self._keywords if not each.found and each.need is Need.MUST]
        if not lacking:
            return ""
        return self._say.gap(self._say.lacking.format(terms=self._listed(lacking[:_MOST_LACKING])))

    def _listed(self, terms: Sequence[str]) -> str:
        """As a sentence names them: English writes “data pipelines” and “Airflow” there."""
        skills = skill_list()
        known = ((term, skills.lookup(term) if self._language == "en" else None) for term in terms)
        said = [skill.name if skill is not None and skill.display == term else term for term, skill in known]
        return NUMBERS[self._language].joined(said)


def _latest(resume: ResumeData) -> Work | None:
    jobs = [job for job in resume.work if job.id not in resume.hidden and job.position and job.name]
    return max(jobs, key=lambda job: (job.current, job.end or job.start or "", job.start or ""), default=None)


def _begins_with_a_deed(text: str) -> bool:
    """“Migrated 140 jobs …” can follow “I”; “Responsible for …” can’t."""
    first = re.match(r"[A-Z][a-z]+", text)
    word = first.group().casefold() if first else ""
    return word in _IRREGULAR.split() or (word.endswith("ed") and word not in ("need", "speed", "used"))
