"""What the engines cost for one job, warm. The baseline is pydantic making the résumé from its JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

from bench.figures import Figure, timed_in_turn
from careercoach_desktop.app.job_hunt import postings, read_resume_of_sample
from careercoach_desktop.features.evidence.service import EvidenceBase, check
from careercoach_desktop.features.matching.scoring import match
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.tailoring.engine import apply_changes, tailor
from careercoach_desktop.foundation.resources import resource

RUNS = 40


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    resume, today = read_resume_of_sample(), datetime.now().astimezone().date()
    profile = Profile.model_validate_json(resource("sample/profile.json").read_bytes())
    several = [posting for posting, _ in postings(30)]
    bare = _bare(resume)
    different = cycle(several)

    def match_one() -> object:
        return match(resume, next(different), profile.preferences, today)

    def tailor_one() -> object:
        return tailor(resume, next(different), profile.preferences, profile.notes, today)

    yield _figure("one job matched", match_one, bare)
    yield _figure("one job tailored", tailor_one, bare)
    draft = tailor(resume, several[0], profile.preferences, profile.notes, today)
    tailored = apply_changes(resume, draft.changes)

    def check_one() -> object:
        return check(tailored, EvidenceBase.from_resume(resume, profile.notes, today=today))

    yield _figure("one tailored résumé checked for truth", check_one, bare)


def _bare(resume: ResumeData) -> Callable[[], object]:
    told = resume.model_dump_json()
    return lambda: ResumeData.model_validate_json(told)


def _figure(name: str, run: Callable[[], object], bare: Callable[[], object]) -> Figure:
    samples, baseline = timed_in_turn(run, bare, RUNS, warm_up=3)
    return Figure(name, samples, "résumé from JSON", baseline)
