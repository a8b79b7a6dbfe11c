"""Which of the person's bullets answer the posting best, employer by employer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from careercoach_desktop.features.evidence.service import skill_list, stems, tokenize
from careercoach_desktop.features.matching.model import Keyword, Need
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work

_LONGEST_BULLET = 45
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Chosen:
    """An employer with the bullets that speak for it here and the asked-for terms they answer."""

    job: Work
    bullets: tuple[Highlight, ...]
    terms: tuple[str, ...]


def chosen(resume: ResumeData, keywords: Sequence[Keyword], employers: int, bullets: int) -> list[Chosen]:
    """At most ``bullets`` bullets of at most ``employers`` employers, in the order of the résumé."""
    answers = _answers(keywords)
    jobs = [job for job in resume.work if job.id not in resume.hidden and (job.name or job.position)]
    rated = sorted(
        (
            (_worth(bullet, answers) - 0.4 * place, job, bullet)
            for place, job in enumerate(jobs)
            for bullet in job.highlights
            if bullet.id not in resume.hidden and len(bullet.text.split()) <= _LONGEST_BULLET
        ),
        key=lambda each: -each[0],
    )
    kept: dict[str, list[Highlight]] = {}
    for worth, job, bullet in rated:
        if kept and worth <= 0:
            break  # it answers nothing and shows no result
        if sum(map(len, kept.values())) < bullets and (job.id in kept or len(kept) < employers):
            kept.setdefault(job.id, []).append(bullet)
    return [
        Chosen(job, tuple(each for each in job.highlights if each in kept[job.id]), _terms(kept[job.id], answers))
        for job in jobs
        if job.id in kept
    ]


def about(resume: ResumeData, words: str) -> tuple[Work, Highlight] | None:
    """The bullet that speaks of what the person named: by a skill or by most of its words."""
    wanted, skills = set(stems(words)), {hit.skill for hit in skill_list().find(tokenize(words), listed=True)}
    for job in resume.work:
        for bullet in job.highlights:
            shown = {hit.skill for hit in skill_list().find(tokenize(bullet.text))}
            if bullet.id not in resume.hidden and (skills & shown or (wanted and wanted <= set(stems(bullet.text)))):
                return job, bullet
    return None


def _answers(keywords: Sequence[Keyword]) -> dict[str, list[Keyword]]:
    """Bullet id → what is asked for and stands there."""
    found: dict[str, list[Keyword]] = {}
    for keyword in keywords:
        for path in dict.fromkeys(place.path for place in keyword.places):
            found.setdefault(path, []).append(keyword)
    return found


def _worth(bullet: Highlight, answers: dict[str, list[Keyword]]) -> float:
    asked = sum(2.0 if each.need is Need.MUST else 1.0 for each in answers.get(bullet.id, ()))
    return asked + (0.9 if _FIGURE.search(bullet.text) else 0.0)


def _terms(bullets: Sequence[Highlight], answers: dict[str, list[Keyword]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.term for bullet in bullets for each in answers.get(bullet.id, ())))[:4]
