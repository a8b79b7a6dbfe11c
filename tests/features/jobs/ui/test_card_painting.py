"""Painting leaves the theme alone, shows what matters, and paints a card once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import (
    CaptureState,
    Job,
    JobCard,
    JobStatus,
    Posting,
    TimelineEntry,
    TimelineKind,
    WorkMode,
)
from careercoach_desktop.features.jobs.ui.card_painting import (
    CARD_HEIGHT,
    CardLook,
    card_picture,
    drag_picture,
    due_words,
    first_sentence,
    near_deadline,
)
from careercoach_desktop.features.jobs.ui.column_model import spoken, tooltip
from careercoach_desktop.features.jobs.ui.drawer import header_facts
from careercoach_desktop.features.jobs.ui.words import deadline_words, entry_words, place_words, salary_words
from careercoach_desktop.foundation.uikit import current_theme

TODAY = date(2026, 11, 23)
CARD = JobCard(
    id=1,
    title="Platform Engineer",
    company="Halden Rail",
    location="Leeds",
    work_mode=WorkMode.HYBRID,
    status=JobStatus.INTERESTED,
    rank=1.0,
    score=74,
    tags=("infra",),
    priority=False,
    deadline=None,
    entered_column=datetime(2026, 11, 21, 12).astimezone(),
    capture=CaptureState.READ,
    problem="",
)


def picture(card: JobCard, look: CardLook | None = None) -> QImage:
    return card_picture(card, look or CardLook(), 210, 1.0, TODAY).toImage()


def has_amber(image: QImage) -> bool:
    """Nothing else on a card is this much redder than blue; smoothing thins the strokes, so not one exact colour."""
    pixels = (image.pixelColor(x, y) for y in range(CARD_HEIGHT) for x in range(image.width()))
    return any(pixel.red() - pixel.blue() > 60 for pixel in pixels)


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_painting_never_changes_the_theme_s_colours(qtbot: QtBot, choice: str) -> None:
    theme = current_theme()
    theme.choose(choice)
    before = {name: QColor(theme.color(name)) for name in theme.palette.names()}
    picture(CARD, CardLook(hovered=True))
    picture(replace(CARD, capture=CaptureState.FAILED, problem="No. Paste it."), CardLook(selected=True))
    drag_picture(CARD, 3, 210, 1.0, TODAY)
    after = {name: theme.color(name) for name in theme.palette.names()}
    theme.choose("system")
    assert after == before


def test_a_near_deadline_is_amber_and_a_far_one_is_not(qtbot: QtBot) -> None:
    assert has_amber(picture(replace(CARD, deadline=TODAY + timedelta(days=7))))
    assert not has_amber(picture(replace(CARD, deadline=TODAY + timedelta(days=8))))
    assert not has_amber(picture(replace(CARD, deadline=TODAY, status=JobStatus.APPLIED)))


def test_an_interview_ahead_is_told_before_all_else_and_one_that_was_is_not(qtbot: QtBot) -> None:
    ahead = replace(CARD, next_interview=datetime(2099, 12, 3, 9, tzinfo=UTC))
    over = replace(CARD, next_interview=datetime(2020, 12, 3, 9, tzinfo=UTC))
    assert due_words(replace(ahead, deadline=TODAY), TODAY).startswith("3 Dec 2099 ")
    assert "interview 3 Dec 2099" in spoken(ahead, TODAY)
    assert has_amber(picture(ahead))
    assert due_words(over, TODAY) == ""
    assert not has_amber(picture(over))


def test_a_card_being_read_shows_how_far_it_is(qtbot: QtBot) -> None:
    reading = replace(CARD, capture=CaptureState.READING)
    accent = current_theme().color("accent").rgb()

    def done(progress: float) -> int:
        image = picture(reading, CardLook(progress=progress))
        return sum(image.pixel(x, 84) == accent for x in range(image.width()))

    assert 0 < done(0.2) < done(0.6) < done(1.0)


def test_the_same_card_is_painted_once(qtbot: QtBot) -> None:
    first = card_picture(CARD, CardLook(), 210, 1.0, TODAY)
    again = card_picture(replace(CARD), CardLook(), 210, 1.0, TODAY)
    other = card_picture(replace(CARD, score=75), CardLook(), 210, 1.0, TODAY)
    assert again.cacheKey() == first.cacheKey()
    assert other.cacheKey() != first.cacheKey()


def test_high_density_screens_get_sharp_cards(qtbot: QtBot) -> None:
    sharp = card_picture(CARD, CardLook(), 210, 2.0, TODAY)
    assert (sharp.width(), sharp.devicePixelRatio()) == (420, 2.0)


def test_only_open_jobs_have_a_near_deadline() -> None:
    soon = TODAY + timedelta(days=1)
    assert near_deadline(replace(CARD, deadline=soon), TODAY) == soon
    assert near_deadline(replace(CARD, deadline=soon, status=JobStatus.OFFER_RECEIVED), TODAY) is None


def test_words() -> None:
    assert place_words("UK", WorkMode.REMOTE) == "Remote (UK)"
    assert place_words("Remote (EU)", WorkMode.REMOTE) == "Remote (EU)"
    assert place_words("", WorkMode.REMOTE) == "Remote"
    assert place_words("Leeds", None) == "Leeds"
    assert first_sentence("It shows this only to members. Paste the text.") == "It shows this only to members."
    assert first_sentence("Reading was cancelled.") == "Reading was cancelled."


@pytest.mark.parametrize(
    ("low", "high", "currency", "period", "words"),
    [
        (75_000, 90_000, "EUR", "YEAR", "€75–90k"),
        (52_500, None, "GBP", "YEAR", "from £52.5k"),
        (None, 60_000, "CHF", None, "up to CHF 60k"),
        (450, 450, "GBP", "DAY", "£450 a day"),
        (None, None, "EUR", "YEAR", ""),
    ],
)
def test_salaries(low: float | None, high: float | None, currency: str, period: str | None, words: str) -> None:
    posting = Posting.model_validate(
        {"salary_min": low, "salary_max": high, "salary_currency": currency, "salary_period": period}
    )
    assert salary_words(posting) == words


def test_the_drawer_tells_a_deadline_only_as_urgent_as_it_is() -> None:
    job = Job(
        id=1,
        posting=Posting(title="Engineer", company="Halden Rail", deadline=TODAY + timedelta(days=3)),
        status=JobStatus.INTERESTED,
        rank=1.0,
        score=None,
        tags=(),
        priority=False,
        notes="",
        archived=False,
        capture=CaptureState.READ,
        problem="",
        has_page=False,
        created=CARD.entered_column,
        applied=None,
        entered_column=CARD.entered_column,
    )
    assert header_facts(job, TODAY)[-1] == ("calendar-check", "amber", "Closes Thu")
    assert header_facts(replace(job, status=JobStatus.APPLIED), TODAY)[-1] == ("clock", "second", "until 26 Nov")
    assert [fact[2] for fact in header_facts(job, TODAY)][:1] == ["Halden Rail"]


def test_a_job_asks_to_be_followed_up_from_the_day_that_is_due() -> None:
    applied = replace(CARD, status=JobStatus.APPLIED, follow_up=TODAY)
    assert due_words(applied, TODAY) == "Follow up"
    assert due_words(replace(applied, follow_up=TODAY + timedelta(days=1)), TODAY) == ""
    assert due_words(replace(applied, follow_up=None), TODAY) == ""
    assert due_words(replace(CARD, deadline=TODAY), TODAY) == "Closes today"
    assert "follow up" in spoken(applied, TODAY)


def test_nobody_is_followed_up_about_a_job_that_is_only_of_interest() -> None:
    assert due_words(replace(CARD, follow_up=TODAY), TODAY) == "Reminder"
    assert "reminder" in spoken(replace(CARD, follow_up=TODAY), TODAY)


def test_the_same_weekday_next_week_is_told_by_its_date() -> None:
    assert deadline_words(TODAY + timedelta(days=6), TODAY) == "Closes Sun"
    assert deadline_words(TODAY + timedelta(days=7), TODAY) == "Closes 30 Nov"


def test_the_tip_says_how_long_an_application_has_waited() -> None:
    applied = replace(CARD, status=JobStatus.APPLIED, follow_up=TODAY)
    waiting = replace(applied, entered_column=datetime(2026, 11, 16, 12).astimezone())
    assert tooltip(waiting, TODAY) == "Applied 7 days ago"


def test_follow_up_is_amber_on_the_card(qtbot: QtBot) -> None:
    applied = replace(CARD, status=JobStatus.APPLIED, follow_up=TODAY - timedelta(days=2))
    assert has_amber(picture(applied))
    assert not has_amber(picture(replace(applied, follow_up=None)))


def test_a_card_that_could_not_be_read_names_what_to_do(qtbot: QtBot) -> None:
    failed = replace(CARD, capture=CaptureState.FAILED, problem="localhost could not be reached.", score=None, tags=())
    image = picture(failed)
    ink = current_theme().color("on_soft")
    assert ink.blue() - ink.green() > 60
    foot = [image.pixelColor(x, y) for x in range(10, 140) for y in range(76, 92)]
    assert any(pixel.blue() - pixel.green() > 60 for pixel in foot)


@pytest.mark.parametrize(
    ("kind", "text", "words"),
    [
        (TimelineKind.EXPORTED, "“Lena Marsh – Northwind”, version 1", "Exported “Lena Marsh – Northwind”, version 1"),
        (TimelineKind.TAILORED, "and saved as version 1", "Résumé tailored and saved as version 1"),
    ],
)
def test_the_timeline_says_each_thing_once(kind: TimelineKind, text: str, words: str) -> None:
    assert entry_words(TimelineEntry(1, 1, kind, CARD.entered_column, text)) == words


def test_a_closed_posting_is_told_kindly_and_only_while_nothing_was_sent() -> None:
    closed = replace(CARD, closed=True)
    assert due_words(closed, TODAY) == "Closed"
    assert due_words(replace(closed, deadline=TODAY + timedelta(days=2)), TODAY) == "Closed", "the page knows better"
    assert due_words(replace(closed, deadline=date(2026, 5, 3)), TODAY) == "Closed 3 May"
    assert due_words(replace(closed, status=JobStatus.APPLIED), TODAY) == ""
    assert "You can keep the card." in tooltip(closed, TODAY)
    assert "the page says it is closed" in spoken(closed, TODAY)
