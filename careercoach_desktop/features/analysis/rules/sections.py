"""Whether each part of the résumé is there and tells what readers look for."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Correction, Finding, Fix, Severity, Topic
from careercoach_desktop.features.analysis.rules.headings import unusual
from careercoach_desktop.features.analysis.rules.situation import (
    Bullet,
    Role,
    Situation,
    at,
    bullets_of,
    counted,
    named,
    places,
    same,
    share,
)

_SUMMARY_LEAST, _SUMMARY_MOST = 12, 90
_NO_SUMMARY = frozenset({"de", "ja"})
"""Languages in which a résumé without one is as usual as with one."""
_FEW_SKILLS, _MANY_SKILLS, _LONG_SKILL = 5, 40, 7
_MANY_BULLETS = 8


def nothing(_situation: Situation) -> Iterator[Finding]:
    """For a résumé in which not one value stands."""
    yield Finding(
        rule="content.empty",
        topic=Topic.EXPERIENCE,
        severity=Severity.IMPORTANT,
        text="There is nothing in the résumé yet.",
        why="Type in what it says, and everything else is looked at.",
        places=[at("basics.name")],
    )


def summary(situation: Situation) -> Iterator[Finding]:
    """Missing, too short to say anything, too long to be read."""
    text = situation.data.basics.summary.strip()
    if not text and situation.data.language in _NO_SUMMARY:
        return
    if not text:
        yield Finding(
            rule="summary.missing",
            topic=Topic.SUMMARY,
            severity=Severity.WORTH_DOING,
            text="There is no summary.",
            why="Two or three sentences on top say at once who you are and what you are looking for.",
            places=[at("basics.summary")],
        )
        return
    words = len(text.split())
    if not situation.counts_words:
        return
    if words < _SUMMARY_LEAST:
        yield Finding(
            rule="summary.short",
            topic=Topic.SUMMARY,
            severity=Severity.DETAIL,
            text=f"The summary has only {words} words.",
            why="Two or three sentences can say what you do, how long, and best at what.",
            places=[at("basics.summary", text)],
        )
    if words > _SUMMARY_MOST:
        yield Finding(
            rule="summary.long",
            topic=Topic.SUMMARY,
            severity=Severity.WORTH_DOING,
            text=f"The summary has {words} words.",
            why="Readers give it a few seconds; about fifty words are enough.",
            extent=min(1.0, (words - _SUMMARY_MOST) / 60 + 0.3),
            places=[at("basics.summary", text)],
        )


def _no_work(situation: Situation) -> Finding:
    """Nothing was read as work. Where something stands under a heading that says nothing to a program, it may well be
    the work: what was not recognised is not said to be missing."""
    other = bool(situation.data.volunteer or situation.data.projects)
    unknown = [section for section in unusual(situation.data) if section.highlights]
    if unknown:
        text = "No section was recognised as work."
        why = f"If it stands under “{unknown[0].title}”: a heading such as “Experience” is found by every program."
    else:
        text = "There are no jobs beside projects and volunteering." if other else "There are no jobs."
        why = "Internships and part-time work count, too."
    return Finding(
        rule="experience.missing",
        topic=Topic.EXPERIENCE,
        severity=Severity.WORTH_DOING if other else Severity.IMPORTANT,
        text=text,
        why=why,
        extent=0.3 if other else 1.0,
        places=[at(f"{section.id}.title", section.title) for section in unknown],
    )


def experience(situation: Situation) -> Iterator[Finding]:
    """Jobs, what they are called, what was done there."""
    work = situation.data.work
    if not work:
        yield _no_work(situation)
        return
    nameless = [job for job in work if not job.name.strip() or not job.position.strip()]
    if nameless:
        yield Finding(
            rule="experience.names",
            topic=Topic.EXPERIENCE,
            severity=Severity.IMPORTANT,
            text=f"{counted(len(nameless), 'job lacks', 'jobs lack')} an employer or a title.",
            why="Programs sort by both, and readers look for them first.",
            extent=share(nameless, work),
            places=[at(f"{job.id}.{'position' if job.name.strip() else 'name'}", named(job)) for job in nameless],
        )
    silent = [job for job in work[:4] if not job.summary.strip() and not list(bullets_of(job))]
    if silent:
        yield Finding(
            rule="experience.silent",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(silent), 'job says', 'jobs say')} nothing of what you did there.",
            why="Two to five bullets on what you did and what came of it make a job count.",
            extent=share(silent, work[:4]),
            places=[at(f"{job.id}.position", named(job)) for job in silent],
        )


def many_bullets(situation: Situation) -> Iterator[Finding]:
    """A job with so many bullets that the best ones drown."""
    crowded = [role for role in situation.roles if len(_distinct(role, situation)) > _MANY_BULLETS]
    if crowded:
        most = max(len(_distinct(role, situation)) for role in crowded)
        yield Finding(
            rule="experience.many-bullets",
            topic=Topic.EXPERIENCE,
            severity=Severity.DETAIL,
            text=f"One entry has {most} bullets." if len(crowded) == 1
            else f"{len(crowded)} entries have more than {_MANY_BULLETS} bullets.",
            why="Three to six are read; the strongest first.",
            extent=min(1.0, (most - _MANY_BULLETS) / 6 + 0.3),
            places=[at(_distinct(role, situation)[0].path, named(role)) for role in crowded],
        )  # fmt: skip


def education(situation: Situation) -> Iterator[Finding]:
    """Schools, degrees, years."""
    schools = situation.data.education
    if not schools:
        yield Finding(
            rule="education.missing",
            topic=Topic.EDUCATION,
            severity=Severity.WORTH_DOING,
            text="There is no education.",
            why="Many postings ask for it; your highest degree or training is enough.",
        )
        return
    nameless = [each for each in schools if not each.institution.strip()]
    if nameless:
        yield Finding(
            rule="education.school",
            topic=Topic.EDUCATION,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(nameless), 'entry does', 'entries do')} not name the school.",
            why="Readers look for it.",
            extent=share(nameless, schools),
            places=[at(f"{each.id}.institution", each.study_type or each.area) for each in nameless],
        )
    without = [each for each in schools if not each.study_type.strip() and not each.area.strip()]
    if without:
        yield Finding(
            rule="education.degree",
            topic=Topic.EDUCATION,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(without), 'entry names', 'entries name')} neither degree nor subject.",
            why="Postings ask for one or the other.",
            extent=share(without, schools),
            places=[at(f"{each.id}.study_type", each.institution) for each in without],
        )
    undated = [each for each in schools if not each.start and not each.end and not each.current]
    if undated:
        yield Finding(
            rule="education.dates",
            topic=Topic.EDUCATION,
            severity=Severity.DETAIL,
            text=f"{counted(len(undated), 'entry has', 'entries have')} no year.",
            why="A year tells that it is finished. Leave it out where you would rather not say.",
            extent=share(undated, schools),
            places=[at(f"{each.id}.end", each.institution or each.study_type) for each in undated],
        )


def skills(situation: Situation) -> Iterator[Finding]:
    """The words recruiters search for."""
    names = list(dict.fromkeys(_bare(name) for name in situation.data.skill_names()))
    if not names:
        yield Finding(
            rule="skills.missing",
            topic=Topic.SKILLS,
            severity=Severity.IMPORTANT,
            text="There is no list of skills.",
            why="Recruiters search by skill; what is in no list is often not found.",
            places=[at("skills")],
        )
        return
    if len(names) < _FEW_SKILLS:
        yield Finding(
            rule="skills.few",
            topic=Topic.SKILLS,
            severity=Severity.WORTH_DOING,
            text=f"Only {len(names)} {'skill is' if len(names) == 1 else 'skills are'} listed.",
            why="Eight to twenty that you really have are found more often.",
            extent=1 - len(names) / (_FEW_SKILLS + 1),
            places=[at(f"{situation.data.skills[0].id}.keywords")],
        )
    if len(names) > _MANY_SKILLS:
        yield Finding(
            rule="skills.many",
            topic=Topic.SKILLS,
            severity=Severity.DETAIL,
            text=f"{len(names)} skills are listed.",
            why="A reader can’t tell which ones matter; keep those the job needs.",
            extent=min(1.0, len(names) / (2 * _MANY_SKILLS)),
            places=[at(f"{situation.data.skills[0].id}.keywords")],
        )


def long_skills(situation: Situation) -> Iterator[Finding]:
    """Sentences where words are searched for."""
    if not situation.counts_words:
        return
    long = [(group, name) for group in situation.data.skills for name in (group.keywords or [group.name])
            if len(name.split()) >= _LONG_SKILL]  # fmt: skip
    if long:
        yield Finding(
            rule="skills.sentences",
            topic=Topic.SKILLS,
            severity=Severity.DETAIL,
            text=f"{counted(len(long), 'skill is', 'skills are')} written as a sentence.",
            why="Recruiters search by words: “SQL”, not “good knowledge of SQL and other languages”.",
            extent=min(1.0, len(long) / 3),
            places=[at(f"{group.id}.{'keywords' if group.keywords else 'name'}", name) for group, name in long],
        )


def skills_twice(situation: Situation) -> Iterator[Finding]:
    """The same word twice in one group."""
    corrections = []
    for group in situation.data.skills:
        kept: dict[str, str] = {}
        for word in group.keywords:
            kept.setdefault(_bare(word), word)
        if len(kept) < len(group.keywords):
            corrections.append(Correction(path=f"{group.id}.keywords", before=group.keywords, after=[*kept.values()]))
    if corrections:
        yield Finding(
            rule="skills.twice",
            topic=Topic.SKILLS,
            severity=Severity.DETAIL,
            text="A skill is listed twice.",
            why="Once is enough.",
            places=[at(each.path, ", ".join(each.before)) for each in corrections],
            fix=Fix(label="List it once", corrections=corrections),
        )


def bullets_twice(situation: Situation) -> Iterator[Finding]:
    """The same bullet again; where it is in the same entry, it can go."""
    seen: dict[str, str] = {}
    again, removed = [], []
    for bullet in situation.all_bullets:
        owner = seen.setdefault(same(bullet.text), bullet.role.id)
        if bullet in situation.bullets:
            continue
        again.append(bullet)
        if owner == bullet.role.id:
            removed.append(Correction(path=bullet.path, before=bullet.text, after=None))
    if again:
        yield Finding(
            rule="experience.bullets-twice",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(again), 'bullet says', 'bullets say')} the same as another.",
            why="Each line should tell something new.",
            extent=min(1.0, len(again) / 3),
            places=places(again),
            fix=Fix(label="Remove the repetition" if len(removed) == 1 else f"Remove {len(removed)} repetitions",
                    corrections=removed) if removed else None,
        )  # fmt: skip


def _distinct(role: Role, situation: Situation) -> list[Bullet]:
    return [bullet for bullet in situation.bullets if bullet.role is role]


def _bare(skill: str) -> str:
    """``sap tm`` is ``SAP TM``; ``C``, ``C++`` and ``.C`` are not each other."""
    return " ".join(skill.casefold().split())
