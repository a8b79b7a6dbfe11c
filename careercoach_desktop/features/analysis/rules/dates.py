"""When things were: gaps, overlaps, dates that are missing, impossible, or written in several ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from careercoach_desktop.features.analysis.model import Finding, Severity, Topic
from careercoach_desktop.features.analysis.rules import timeline
from careercoach_desktop.features.analysis.rules.situation import Situation, at, counted, named, share
from careercoach_desktop.features.analysis.rules.timeline import Span, month_words
from careercoach_desktop.features.resumes.editing import shown_date
from careercoach_desktop.features.resumes.model import Education, Project, Volunteer, Work

_GAP = 6
"""Months; a shorter one needs no word."""
_OVERLAP = 4

Dated = Work | Volunteer | Project | Education


def missing_dates(situation: Situation) -> Iterator[Finding]:
    """Jobs that do not say when."""
    work = situation.data.work
    without = [job for job in work if not job.start and not job.end and not job.current]
    if without:
        yield Finding(
            rule="dates.missing",
            topic=Topic.EXPERIENCE,
            severity=Severity.IMPORTANT,
            text=f"{counted(len(without), 'job has', 'jobs have')} no dates.",
            why="Readers and programs count your years from them.",
            extent=share(without, work),
            places=[at(f"{job.id}.start", named(job)) for job in without],
        )
    open_ended = [job for job in work if job.start and not job.end and not job.current]
    if open_ended:
        yield Finding(
            rule="dates.open",
            topic=Topic.EXPERIENCE,
            severity=Severity.DETAIL,
            text=f"{counted(len(open_ended), 'job has', 'jobs have')} only one date.",
            why="Write from when to when, or “now” if it goes on.",
            extent=share(open_ended, work),
            places=[at(f"{job.id}.end", named(job)) for job in open_ended],
        )


def impossible_dates(situation: Situation) -> Iterator[Finding]:
    """An end before its start, or a beginning that is still to come."""
    wrong: list[Dated] = [entry for entry in _dated(situation) if _is_backwards(entry)]
    if wrong:
        yield Finding(
            rule="dates.backwards",
            topic=Topic.EXPERIENCE,
            severity=Severity.IMPORTANT,
            text=f"{counted(len(wrong), 'entry ends', 'entries end')} before it began."
            if len(wrong) == 1
            else f"{len(wrong)} entries end before they began.",
            why="A slip like this makes a reader doubt the other dates.",
            places=[at(f"{entry.id}.end", _period(entry)) for entry in wrong],
        )
    now = timeline.this_month(situation.today)
    future = [job for job in situation.data.work if job.start and timeline.month_of(job.start, late=False) > now + 6]
    if future:
        yield Finding(
            rule="dates.future",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(future), 'job begins', 'jobs begin')} in the future.",
            why="Check the year.",
            places=[at(f"{job.id}.start", _period(job)) for job in future],
        )


def gaps_in_work(situation: Situation) -> Iterator[Finding]:
    """Half a year or more that nothing covers. The time since the last job is none: that is why one is looking."""
    jobs = [(job, span) for job in situation.data.work if (span := _widest(job, situation)) is not None]
    if len(jobs) < 2 or any(not job.start for job, _ in jobs):
        return
    first = min(span.first for _, span in jobs)
    spans = [span for entry in _dated(situation) if (span := _widest(entry, situation)) is not None]
    found = [gap for gap in timeline.gaps(spans, _GAP) if gap.first > first]
    if found:
        yield Finding(
            rule="dates.gap",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=_gap_words(found),
            why="A line about that time (family, study, travel, search) saves a question.",
            extent=min(1.0, sum(gap.last - gap.first + 1 for gap in found) / 36),
            places=[at(f"{_next_job(jobs, gap)}.start", f"{month_words(gap.first)} – {month_words(gap.last)}")
                    for gap in found],
        )  # fmt: skip


def overlaps_in_work(situation: Situation) -> Iterator[Finding]:
    """Two full jobs at one time, with no word of why."""
    found = []
    for one, other in combinations(situation.data.work, 2):
        if not one.name or one.name.casefold() == other.name.casefold():
            continue
        spans = [timeline.narrowest(job.start, job.end, current=job.current, today=situation.today)
                 for job in (one, other)]  # fmt: skip
        if any(span is None for span in spans) or any(_explained(job, situation) for job in (one, other)):
            continue
        shared = Span(max(s.first for s in spans if s), min(s.last for s in spans if s))
        if shared.last - shared.first + 1 >= _OVERLAP:
            found.append((one, other, shared))
    if found:
        one, other, shared = found[0]
        yield Finding(
            rule="dates.overlap",
            topic=Topic.EXPERIENCE,
            severity=Severity.DETAIL,
            text=f"Two jobs overlap from {month_words(shared.first)} to {month_words(shared.last)}."
            if len(found) == 1
            else f"{len(found)} pairs of jobs overlap.",
            why="If one was part-time or freelance, say so.",
            places=[at(f"{job.id}.start", f"{named(job)}, {_period(job)}")
                    for job in _each(found)],
        )  # fmt: skip


def oldest_first(situation: Situation) -> Iterator[Finding]:
    """Readers expect the latest job on top."""
    work = situation.data.work
    starts = [timeline.month_of(job.start, late=False) for job in work if job.start]
    rising = [later > earlier for earlier, later in pairwise(starts)]
    if len(starts) == len(work) >= 2 and all(rising) and not work[0].current:
        yield Finding(
            rule="dates.order",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text="Your jobs stand with the oldest first.",
            why="Most readers look for your latest job at the top.",
            places=[at(f"{work[0].id}.start", named(work[0]))],
        )


def uneven_precision(situation: Situation) -> Iterator[Finding]:
    """Months in some places and only years in others."""
    dates = [(f"{job.id}.{name}", value) for job in situation.data.work
             for name, value in (("start", job.start), ("end", job.end)) if value]  # fmt: skip
    years = [(path, value) for path, value in dates if len(value) == 4]
    if years and len(years) < len(dates):
        few = years if len(years) * 2 <= len(dates) else [each for each in dates if each not in years]
        yield Finding(
            rule="dates.precision",
            topic=Topic.EXPERIENCE,
            severity=Severity.DETAIL,
            text="Some of your jobs have months and others only years.",
            why="One way throughout reads calmer; months are better for programs that count experience.",
            extent=min(1.0, 2 * share(few, dates)),
            places=[at(path, shown_date(value)) for path, value in few],
        )


def mixed_writing(situation: Situation) -> Iterator[Finding]:
    """How the file itself writes its dates: ``03/2019`` here and ``March 2020`` there."""
    if situation.file is None:
        return
    written: dict[str, list[tuple[str, str]]] = {}
    for entry in (*situation.data.work, *situation.data.education):
        for name in ("start", "end"):
            trace = situation.data.traces.get(f"{entry.id}.{name}")
            if trace is not None and (shape := _shape(trace.text)):
                written.setdefault(shape, []).append((f"{entry.id}.{name}", trace.text))
    if len(written) < 2:
        return
    usual = max(written, key=lambda shape: len(written[shape]))
    others = [each for shape, found in written.items() if shape != usual for each in found]
    yield Finding(
        rule="dates.writing",
        topic=Topic.FILE,
        severity=Severity.DETAIL,
        text=f"The file writes its dates in {len(written)} ways, such as “{written[usual][0][1]}” and "
        f"“{others[0][1]}”.",
        why="One way throughout is read more surely.",
        extent=min(1.0, 2 * len(others) / sum(map(len, written.values()))),
        places=[at(path, text) for path, text in others],
    )


_SHAPES = (
    ("figures", re.compile(r"\d{1,2}\s*[/.-]\s*\d{4}|\d{4}\s*[/.-]\s*\d{1,2}")),
    ("words", re.compile(r"[^\W\d_]{3,}\.?,?\s+\d{4}")),
    ("short years", re.compile(r"[^\W\d_]{3,}\.?\s*['’]\d{2}")),
)


def _shape(text: str) -> str:
    """How a date with a month is written; years alone are no shape of their own."""
    return next((name for name, pattern in _SHAPES if pattern.fullmatch(text.strip())), "")


def _dated(situation: Situation) -> list[Dated]:
    data = situation.data
    return [*data.work, *data.volunteer, *data.projects, *data.education]


def _widest(entry: Dated, situation: Situation) -> Span | None:
    return timeline.widest(entry.start, entry.end, current=entry.current, today=situation.today)


def _is_backwards(entry: Dated) -> bool:
    if not entry.start or not entry.end:
        return False
    return timeline.month_of(entry.end, late=True) < timeline.month_of(entry.start, late=False)


def _period(entry: Dated) -> str:
    return f"{shown_date(entry.start)} – {shown_date(entry.end, current=entry.current)}".strip(" –")


def _gap_words(found: list[Span]) -> str:
    if len(found) == 1:
        return f"Nothing is listed from {month_words(found[0].first)} to {month_words(found[0].last)}."
    return f"{len(found)} gaps of half a year or more stand between your jobs."


def _next_job(jobs: list[tuple[Work, Span]], gap: Span) -> str:
    """The job after the gap; the last one where something else comes next."""
    after = [(span.first, job.id) for job, span in jobs if span.first > gap.last]
    return min(after)[1] if after else max(jobs, key=lambda each: each[1].first)[0].id


def _explained(job: Work, situation: Situation) -> bool:
    said = " ".join([job.name, job.position, job.summary, *(bullet.text for bullet in job.highlights[:1])])
    return situation.words is None or bool(situation.words.aside.search(said))


def _each(found: list[tuple[Work, Work, Span]]) -> list[Work]:
    """Every job of the pairs once."""
    jobs = {job.id: job for one, other, _ in found for job in (one, other)}
    return list(jobs.values())
