"""What a long résumé can leave out for this job: old work that answers nothing asked. Hidden, never deleted."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.evidence.service import passages
from careercoach_desktop.features.tailoring.engine.situation import Entry, Situation, entry_name
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

MORE_THAN_A_PAGE = 330
"""Words; from here old projects may go."""
LONG = 560
"""Words; from here old bullets may go."""
_OLD_YEARS = 8
_KEPT_BULLETS = 2
_MOST_HIDDEN = 8


def _words(now: Situation) -> int:
    return sum(len(passage.text.split()) for passage in passages(now.resume))


def _last_year(entry: Entry, today_year: int) -> int | None:
    if entry.current:
        return today_year
    written = entry.end or entry.start
    return int(written[:4]) if written else None


def _is_old(now: Situation, entry: Entry) -> bool:
    last = _last_year(entry, now.today.year)
    return last is not None and last <= now.today.year - _OLD_YEARS


def _whole_text(entry: Entry) -> str:
    parts = [entry_name(entry), *(bullet.text for bullet in entry.highlights), *getattr(entry, "keywords", [])]
    return ". ".join([*parts, getattr(entry, "description", ""), getattr(entry, "summary", "")])


def _old_projects(now: Situation) -> Iterator[Change]:
    for project in now.resume.projects:
        if project.id in now.resume.hidden or not _is_old(now, project) or now.relevance(_whole_text(project)) > 0:
            continue
        year = _last_year(project, now.today.year)
        yield Change(
            id=f"hide-{project.id}",
            kind=ChangeKind.HIDE,
            target=project.id,
            title="Projects · left out",
            headline=f"{project.name}, {year}" if project.name else f"Project of {year}",
            reason="Nothing in it answers this posting, and it is from some time ago. "
            "Your résumé keeps it; this page does not.",
            before=project.name,
        )


def _old_bullets(now: Situation) -> Iterator[Change]:
    for job in now.resume.work:
        if job.id in now.resume.hidden or not _is_old(now, job):
            continue
        for place, bullet in enumerate(job.highlights, 1):
            if place <= _KEPT_BULLETS or bullet.id in now.resume.hidden or now.relevance(bullet.text) > 0:
                continue
            yield Change(
                id=f"hide-{bullet.id}",
                kind=ChangeKind.HIDE,
                target=bullet.id,
                title=f"{entry_name(job)} · bullet {place}",
                headline="Leaves out an older point",
                reason="It answers nothing this posting asks, and your résumé is long. "
                "Your résumé keeps it; this page does not.",
                before=bullet.text,
            )


def hidings(now: Situation) -> Iterator[Change]:
    """Old projects first, then the later bullets of old jobs, at most eight changes."""
    length = _words(now)
    found = list(_old_projects(now)) if length >= MORE_THAN_A_PAGE else []
    found += _old_bullets(now) if length >= LONG else []
    yield from found[:_MOST_HIDDEN]
