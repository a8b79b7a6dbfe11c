"""Short ways to say what a rule looks at."""

from __future__ import annotations

from datetime import date
from typing import Any

from careercoach_desktop.features.analysis.model import Finding
from careercoach_desktop.features.analysis.rules import Situation, findings
from careercoach_desktop.features.resumes.model import Highlight, ResumeData, Work
from careercoach_desktop.foundation.documents.examining import FileFacts
from careercoach_desktop.foundation.documents.reading.sniff import PDF
from tests.features.analysis.people import bullets, maren

TODAY = date(2026, 11, 26)

ENGLISH = (
    "Planned the tours of the fleet with 12 vans",
    "Built the model that the company uses to forecast demand in 3 regions",
    "Trained 11 planners and wrote the handbook for them",
)


def file(**facts: Any) -> FileFacts:
    return FileFacts(**({"media_type": PDF, "size": 90_000, "pages": 1, "letters": 2000} | facts))


def found(
    data: ResumeData, facts: FileFacts | None = None, file_name: str = "", today: date = TODAY
) -> dict[str, Finding]:
    """Everything the rules say, by rule."""
    return {finding.rule: finding for finding in findings(Situation.of(data, today, facts, file_name))}


def with_bullets(*texts: str, language: str = "en", **job: Any) -> ResumeData:
    """Maren's résumé with one job and these bullets."""
    data = maren()
    fields = {"id": "job", "name": "Greenway", "position": "Manager", "start": "2019-04", "end": "2021-03"} | job
    data.work = [Work(**fields, highlights=bullets(*texts))]
    data.language = language
    return data


def with_jobs(*jobs: Work) -> ResumeData:
    data = maren()
    data.work = list(jobs)
    return data


def job(id: str, start: str | None, end: str | None = None, **more: Any) -> Work:  # noqa: A002 - the field's own name
    usual = {"name": f"Employer {id}", "position": "Planner", "highlights": [Highlight(id=f"{id}-b", text=ENGLISH[0])]}
    return Work(id=id, start=start, end=end, **(usual | more))
