"""Filtering on the page: the popover, chips, search and order together, and what is there again after a start."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import Archived, Due, JobFilter, JobStatus, Posting, SortKey, View
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.store.tables import JOB
from careercoach_desktop.features.jobs.ui import JobsPage
from careercoach_desktop.features.jobs.ui.filter_popover import FilterPopover
from careercoach_desktop.features.jobs.ui.filter_words import FIELDS, parts_set, without
from careercoach_desktop.features.jobs.ui.panels import own_panels
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.uikit import Desk


def shown(page: JobsPage) -> str:
    return "".join(card.title for card in page._cards.shown_cards())


def wanted(page: JobsPage) -> JobFilter:
    return page._cards.view.filter


def chip_texts(page: JobsPage) -> list[str]:
    return [chip.text() for part, chip in page.filters._chips.items() if part in dict(parts_set(wanted(page)))]


def archive(database: Database, job_id: int) -> None:
    with database.write() as unit:
        unit.session.connection().execute(JOB.update().where(JOB.c.id == job_id).values(archived=True))


@pytest.fixture
def popover(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> FilterPopover:
    """Open, with A remote at £52k in Leeds, B on-site and tagged, C matched."""
    jobs.edit(five[0], {"work_mode": "REMOTE", "salary_min": 52_000, "salary_currency": "GBP", "location": "Leeds"})
    jobs.edit(five[1], {"work_mode": "ONSITE"})
    jobs.set_tags(five[1], ["infra"])
    jobs.record_match(five[2], 70, "{}")
    qtbot.waitUntil(lambda: page._cards.card(five[2]).score == 70)
    page._filter.click()
    assert page._popover is not None
    assert page._popover.isVisible()
    return page._popover


def test_chips_of_one_part_widen_and_parts_together_narrow(page: JobsPage, popover: FilterPopover) -> None:
    popover.modes.chip("REMOTE").click()
    assert shown(page) == "A"
    popover.modes.chip("ONSITE").click()
    assert shown(page) == "AB"
    popover.tags.chip("infra").click()
    assert shown(page) == "B"
    assert chip_texts(page) == ["Remote or on-site", "Tag infra"]
    assert popover._count.text() == "1 of 5 jobs"


def test_ranges_amounts_and_places_are_applied_when_the_typing_rests(
    page: JobsPage, popover: FilterPopover, qtbot: QtBot
) -> None:
    qtbot.keyClicks(popover.match.low, "70")
    qtbot.waitUntil(lambda: shown(page) == "C")
    popover._clear.click()
    assert shown(page) == "ABCDE"
    popover.pay.currency._choose("GBP")
    qtbot.keyClicks(popover.pay.amount, "52k")
    qtbot.waitUntil(lambda: shown(page) == "A")
    assert chip_texts(page) == ["£52,000 a year or more"]
    qtbot.keyClicks(popover.place.field, "york")
    qtbot.waitUntil(lambda: shown(page) == "")


def test_a_range_the_wrong_way_round_says_so_and_filters_nothing(
    page: JobsPage, popover: FilterPopover, qtbot: QtBot
) -> None:
    qtbot.keyClicks(popover.match.low, "80")
    qtbot.waitUntil(lambda: wanted(page).match_from == 80)
    qtbot.keyClicks(popover.match.high, "20")
    qtbot.waitUntil(lambda: popover.match.high.state == "error")
    assert wanted(page).match_to is None


def test_no_amount_is_said_at_the_field(page: JobsPage, popover: FilterPopover, qtbot: QtBot) -> None:
    qtbot.keyClicks(popover.pay.amount, "lots")
    qtbot.waitUntil(lambda: popover.pay.amount.state == "error")
    assert wanted(page) == JobFilter()


def test_deadlines_are_one_of_several(page: JobsPage, popover: FilterPopover) -> None:
    popover.due.chip(Due.THIS_WEEK.value).click()
    popover.due.chip(Due.NONE.value).click()
    assert wanted(page).due is Due.NONE
    popover.due.chip(Due.NONE.value).click()
    assert wanted(page).due is None


def test_escape_closes_it_and_the_keyboard_is_back_on_its_button(
    page: JobsPage, popover: FilterPopover, qtbot: QtBot
) -> None:
    qtbot.keyClick(popover.statuses.chip("INTERESTED"), Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is page._filter


def test_a_chip_in_the_row_takes_its_part_away_and_leaves_the_others(page: JobsPage, popover: FilterPopover) -> None:
    page._cards.set_filter(JobFilter(work_modes=("REMOTE",), salary_at_least=10_000.0, salary_currency="GBP"))
    page.filters.chip("salary").removed.emit()
    assert wanted(page) == JobFilter(work_modes=("REMOTE",))
    page.filters.chip("work_modes").removed.emit()
    assert shown(page) == "ABCDE"


def test_more_chips_than_there_is_room_for_are_counted(page: JobsPage, popover: FilterPopover) -> None:
    popover.hide()
    everything = JobFilter(
        statuses=("INTERESTED", "APPLIED", "REJECTED"),
        work_modes=("REMOTE", "HYBRID"),
        job_types=("CONTRACT", "INTERNSHIP"),
        salary_at_least=45_000.0,
        location="Newcastle upon Tyne",
        tags=("a rather long tag of mine", "another"),
        sources=("careers.a-very-long-name.example",),
        match_from=40,
        due=Due.THIS_MONTH,
        priority=True,
        follow_up=True,
        archived=Archived.SHOWN,
    )
    page._cards.set_filter(everything)
    line = page.filters._line
    hidden = [chip for chip in line._chips if not chip.isVisible()]
    assert line._more.text() == f"+{len(hidden)}"
    assert hidden
    assert page.minimumSizeHint().width() < 1000
    line._more.click()
    assert page._popover is not None
    assert page._popover.isVisible()


@pytest.mark.parametrize("part", FIELDS)
def test_every_part_has_words_and_can_be_taken_away(part: str) -> None:
    values: dict[str, Any] = {
        "statuses": ("OFFER_RECEIVED",),
        "work_modes": ("REMOTE",),
        "job_types": ("CONTRACT",),
        "salary_at_least": 50_000.0,
        "salary_currency": "CHF",
        "location": "Leeds",
        "tags": ("infra",),
        "sources": ("example.com",),
        "match_from": 20,
        "match_to": 80,
        "due": Due.PASSED,
        "priority": True,
        "follow_up": True,
        "archived": Archived.ONLY,
        "only": (3, 5),
    }
    whole = JobFilter(**{name: values[name] for name in FIELDS[part]})
    assert [name for name, words in parts_set(whole) if words] == [part]
    assert without(whole, part) == JobFilter()


def test_a_figure_elsewhere_shows_exactly_the_jobs_it_counts(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    page.show_only([five[1], five[3]])

    assert {card.id for card in page._cards.shown_cards()} == {five[1], five[3]}
    assert page.filters.chip("only").text() == "Only 2 jobs"
    page.filters.chip("only").removed.emit()
    assert len(page._cards.shown_cards()) == 5


def test_archived_jobs_it_counts_are_shown_too(page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot) -> None:
    jobs.archive([five[2]])
    qtbot.waitUntil(lambda: page._cards.total() == 4)

    page.show_only([five[1], five[2]])

    assert {card.id for card in page._cards.shown_cards()} == {five[1], five[2]}


# Search, order, archive, starts ------------------------------------------------------------------------------


def test_search_and_filter_hold_together_and_either_can_go_first(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    jobs.set_notes(five[0], "Zebra")
    jobs.set_notes(five[1], "zebra")
    jobs.set_priority(five[1], priority=True)
    qtbot.waitUntil(lambda: page._cards.card(five[1]).priority)
    page._search.setText("zebra")
    page._cards.set_filter(JobFilter(priority=True))
    qtbot.waitUntil(lambda: page._cards.words == ("zebra",))
    assert shown(page) == "B"
    page._cards.set_filter(JobFilter())
    qtbot.waitUntil(lambda: shown(page) == "AB")
    page._search.clear()
    qtbot.waitUntil(lambda: shown(page) == "ABCDE")
    assert page._cards.words == ()


def test_a_job_that_no_longer_holds_the_words_goes(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    jobs.set_notes(five[0], "zebra")
    page._search.setText("zebra")
    qtbot.waitUntil(lambda: shown(page) == "A")
    jobs.set_notes(five[0], "lion")
    qtbot.waitUntil(lambda: shown(page) == "")
    jobs.set_notes(five[3], "zebra")
    qtbot.waitUntil(lambda: shown(page) == "D")


def test_archived_jobs_are_hidden_until_asked_for(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, database: Database
) -> None:
    archive(database, five[0])
    jobs.set_priority(five[0], priority=True)  # tells the page
    qtbot.waitUntil(lambda: shown(page) == "BCDE")
    assert page.filters._count.text() == "4 jobs"
    page._cards.set_filter(JobFilter(archived=Archived.SHOWN))
    assert (shown(page), page.filters._count.text()) == ("ABCDE", "5 of 5 jobs")
    page._cards.set_filter(JobFilter(archived=Archived.ONLY))
    assert (shown(page), chip_texts(page)) == ("A", ["Only archived"])


def test_when_everything_is_archived_the_page_says_so_and_shows_it(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot, database: Database
) -> None:
    for job_id in five:
        archive(database, job_id)
        jobs.set_notes(job_id, "kept")
    qtbot.waitUntil(page.layouts.nothing.isVisible)
    assert page.layouts.nothing.text() == "Every job here is archived."
    page.layouts.nothing.button.click()
    assert shown(page) == "ABCDE"


def test_the_sort_button_says_and_turns_the_order(
    page: JobsPage, jobs: JobService, five: list[int], qtbot: QtBot
) -> None:
    for job_id, score in zip(five, (10, 50, 30), strict=False):
        jobs.record_match(job_id, score, "{}")
    qtbot.waitUntil(lambda: page._cards.card(five[2]).score == 30)
    button = page.sort
    entry = next(one for one in button.entries() if getattr(one, "text", "") == "Match")
    entry.run()
    assert shown(page) == "BCADE"
    assert (button.text(), button.accessibleName()) == ("Match", "Sorted: Match downwards")
    button.entries()[-1].run()
    assert shown(page) == "ACBDE"


def test_filter_and_order_are_there_again_after_a_start_but_not_the_words(
    page: JobsPage, jobs: JobService, desk: Desk, qtbot: QtBot
) -> None:
    page._cards.want(View(filter=JobFilter(statuses=("INTERESTED",), text="b"), sort=SortKey.TITLE, descending=True))
    qtbot.waitUntil(lambda: shown(page) == "B")
    again = JobsPage(desk, jobs, own_panels(desk, jobs))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: shown(again) == "EDCBA")
    assert again._search.text() == ""
    assert again.filters.chip("statuses").text() == "Interested"


def test_a_new_job_goes_where_the_order_says(page: JobsPage, jobs: JobService, qtbot: QtBot) -> None:
    page._cards.set_sort(SortKey.TITLE)
    jobs.add_manually(Posting(title="Bb"))
    qtbot.waitUntil(lambda: shown(page) == "ABBbCDE")
    jobs.move([page._cards.shown_cards()[0].id], JobStatus.APPLIED)
    qtbot.waitUntil(lambda: page._cards.models[JobStatus.APPLIED].rowCount() == 1)
    assert shown(page) == "ABBbCDE"
