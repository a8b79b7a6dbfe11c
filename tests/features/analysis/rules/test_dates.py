"""When things were. A year without a month is never held against anybody."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.resumes.model import Education, Project, Trace, Volunteer, Work
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import TODAY, file, found, job, with_jobs


def date_rules(*jobs: Work) -> set[str]:
    data = with_jobs(*jobs)
    data.education = []
    return {rule for rule in found(data) if rule.startswith("dates.")}


def test_jobs_in_good_order_say_nothing() -> None:
    assert date_rules(job("b", "2019-04", current=True), job("a", "2015-09", "2019-03")) == set()


def test_missing_dates() -> None:
    assert date_rules(job("b", None), job("a", "2015-09", "2019-03")) == {"dates.missing"}
    assert date_rules(job("b", "2020-01"), job("a", "2015-09", "2019-12")) == {"dates.open"}


def test_an_end_before_its_start() -> None:
    assert date_rules(job("a", "2019-09", "2015-03")) == {"dates.backwards"}
    assert date_rules(job("a", "2019", "2019")) == set()
    assert date_rules(job("a", "2019-09", "2019")) == {"dates.precision"}


def test_a_beginning_far_in_the_future() -> None:
    assert date_rules(job("a", "2062-01", current=True)) == {"dates.future"}
    assert date_rules(job("a", "2027-02", current=True)) == set()  # a job that is settled may be on it


@pytest.mark.parametrize(
    ("jobs", "gap"),
    [
        ((job("b", "2020-01", current=True), job("a", "2015-01", "2019-05")), "Jun 2019 to Dec 2019"),
        ((job("b", "2020", current=True), job("a", "2015", "2017")), "Jan 2018 to Dec 2019"),
    ],
)
def test_half_a_year_that_nothing_covers(jobs: tuple[Work, Work], gap: str) -> None:
    said = found(with_jobs(*jobs))["dates.gap"]
    assert gap in said.text
    assert said.places[0].path == "b.start"


def test_shorter_gaps_and_years_that_may_touch_are_none() -> None:
    assert "dates.gap" not in date_rules(job("b", "2019-10", current=True), job("a", "2015-01", "2019-05"))
    assert "dates.gap" not in date_rules(job("b", "2019", current=True), job("a", "2015", "2018"))


def test_study_volunteering_and_projects_fill_a_gap() -> None:
    jobs = (job("b", "2020-01", current=True), job("a", "2015-01", "2018-12"))
    assert "dates.gap" in found(with_jobs(*jobs))
    for entry in (
        Education(institution="Hull", start="2019-01", end="2019-12"),
        Volunteer(organization="Hospice", start="2019-01", end="2019-11"),
        Project(name="Boat", start="2019", end="2019"),
    ):
        data = with_jobs(*jobs)
        name = {Education: "education", Volunteer: "volunteer", Project: "projects"}[type(entry)]
        getattr(data, name).append(entry)
        assert "dates.gap" not in found(data)


def test_the_time_since_the_last_job_is_no_gap() -> None:
    assert date_rules(job("b", "2017-01", "2018-01"), job("a", "2015-01", "2016-12")) == set()


def test_a_job_without_an_end_hides_gaps_rather_than_inventing_them() -> None:
    assert date_rules(job("b", "2022-01", "2024-01"), job("a", "2015-01")) == {"dates.open"}


def test_two_full_jobs_at_one_time() -> None:
    both = job("b", "2016-01", "2019-01"), job("a", "2014-01", "2017-01")
    said = found(with_jobs(*both))["dates.overlap"]
    assert "Jan 2016 to Jan 2017" in said.text
    assert [place.path for place in said.places] == ["b.start", "a.start"]


def test_an_overlap_that_explains_itself_or_may_be_none_is_not_mentioned() -> None:
    part_time = job("b", "2016-01", "2019-01", position="Tutor (part-time)"), job("a", "2014-01", "2017-01")
    same = job("b", "2016-01", "2019-01", name="Acme"), job("a", "2014-01", "2017-01", name="Acme")
    years = job("b", "2016", "2019"), job("a", "2014", "2016")
    handover = job("b", "2016-11", "2019-01"), job("a", "2014-01", "2017-01")
    for jobs in (part_time, same, years, handover):
        assert "dates.overlap" not in date_rules(*jobs)


def test_oldest_first() -> None:
    assert "dates.order" in date_rules(job("a", "2015-01", "2016-12"), job("b", "2017-01", "2018-01"))
    assert "dates.order" not in date_rules(job("b", "2017-01", "2018-01"), job("a", "2015-01", "2016-12"))
    assert "dates.order" not in date_rules(job("a", "2015-01", "2016-12"))


def test_months_here_and_years_there() -> None:
    said = found(with_jobs(job("b", "2017-01", "2018-01"), job("a", "2015", "2016-12")))["dates.precision"]
    assert [place.path for place in said.places] == ["a.start"]
    assert "dates.precision" not in date_rules(job("b", "2017", "2018"), job("a", "2015", "2016"))


def test_how_the_file_writes_its_dates() -> None:
    data = with_jobs(job("b", "2019-04", "2020-01"), job("a", "2015-09", "2019-03"))
    texts = ("04/2019", "01/2020", "09/2015", "March 2019")
    for path, text in zip(("b.start", "b.end", "a.start", "a.end"), texts, strict=True):
        data.traces[path] = Trace(text=text)
    said = found(data, file(), "Maren-Holt.pdf")["dates.writing"]
    assert "“04/2019” and “March 2019”" in said.text
    assert [place.path for place in said.places] == ["a.end"]
    assert "dates.writing" not in found(data)
    data.traces["a.end"] = Trace(text="03/2019")
    assert "dates.writing" not in found(data, file(), "Maren-Holt.pdf")


def test_the_present_is_told_from_outside() -> None:
    assert date(2026, 11, 26) == TODAY
    assert "dates.future" not in found(maren(), today=date(2019, 4, 1))
    assert "dates.future" in found(maren(), today=date(2018, 1, 1))
