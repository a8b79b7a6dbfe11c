"""Briefings on a real file that holds every feature, with Claude on loopback."""

from __future__ import annotations

from datetime import datetime

import pytest

from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model import Interviewer, InterviewPlan, InterviewType, When
from careercoach_desktop.features.interviews.model.brief import BriefKind, ResearchAbout
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from tests.support.claude import Page, cited, searched, text_block
from tests.support.claude.fixtures import claude  # noqa: F401 - fixtures
from tests.support.connected import connected, no_keychain  # noqa: F401 - fixtures
from tests.support.lena import data_job, lena  # noqa: F401 - fixtures
from tests.support.windows import await_, desk, qt_loop, show  # noqa: F401 - fixtures
from tests.support.workspace import Place, child, place  # noqa: F401 - fixtures

HOME = Page("https://fernbank.example/about", "About Fernbank", "We plan freight for forty ports.", "3 weeks ago")
NEWS = Page("https://news.example/fernbank", "Fernbank grows", "Fernbank opens an office in Gdansk.", "2 days ago")
FERNBANK = [
    text_block("I will look that up."),
    *searched("Fernbank freight", [HOME, NEWS]),
    text_block("## What it does\n- "),
    cited("It plans freight for forty ports.", HOME),
    text_block("\n- It is surely the nicest place of all.\n## News of the last months\n- "),
    cited("An office in Gdansk opened in November 2026.", NEWS, HOME),
]
"""What Claude finds: two claims with their pages and one without."""
PREP = {
    "focus": "This round is about pipelines; you migrated 140 jobs to Airflow, so tell that first.",
    "likely": [
        {"text": "How do you test a pipeline?", "because": "The posting names data quality.", "stories": ["s1", "s99"]},
        {
            "text": "What do you do when a load fails at night?",
            "because": "You are on call in this role.",
            "stories": [],
        },
    ],
    "ask": ["Who owns the warehouse?"],
    "checklist": ["Open the meeting link once", "Have the migration’s figures ready"],
}
STORY = StoryText(
    title="The pipeline that lied",
    situation="Reports showed wrong figures each Monday.",
    task="I had to find out why.",
    action="I wrote tests for every table of the pipeline and found a job that ran twice.",
    result="Wrong figures fell from nine a month to none.",
    skills=("Python", "Testing"),
)


@pytest.fixture
def bus(database: Database) -> Bus:
    """The desk hears what the services tell."""
    return database.bus


@pytest.fixture
def briefs(place: Place) -> BriefService:  # noqa: F811
    return place.get(BriefService)


@pytest.fixture
def story(place: Place) -> int:  # noqa: F811
    return place.get(EvidenceService).add_story(STORY)


@pytest.fixture
def round_(place: Place, data_job: int) -> int:  # noqa: F811
    """A video call about the data job, with somebody who leads the team."""
    plan = InterviewPlan(
        type=InterviewType.VIDEO_CALL,
        when=When(local=datetime(2026, 12, 3, 10), zone="America/New_York"),  # noqa: DTZ001 - the wall has no zone
        link="https://meet.example/1",
        interviewers=(Interviewer(name="Mara Lindqvist", title="Head of Data", link="https://people.example/mara"),),
    )
    return place.get(InterviewService).schedule(data_job, plan).id


def fernbank(job_id: int) -> ResearchAbout:
    return ResearchAbout(kind=BriefKind.COMPANY, subject="company:fernbank", name="Fernbank", job_id=job_id)
