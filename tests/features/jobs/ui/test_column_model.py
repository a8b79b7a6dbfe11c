"""A column's model: small changes, told small; drops through the same door Qt uses."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.jobs.model import CaptureState, JobCard, JobFilter, JobStatus, View, WorkMode
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.column_model import ColumnModel, dragged_ids

INTERESTED, APPLIED = JobStatus.INTERESTED, JobStatus.APPLIED


def card(
    job_id: int, rank: float, *, status: JobStatus = INTERESTED, title: str = "Engineer", priority: bool = False
) -> JobCard:
    return JobCard(
        id=job_id,
        title=title,
        company="Halden Rail",
        location="Leeds",
        work_mode=WorkMode.HYBRID,
        status=status,
        rank=rank,
        score=74,
        tags=(),
        priority=priority,
        deadline=None,
        entered_column=datetime(2026, 11, 2, 9, tzinfo=UTC),
        capture=CaptureState.READ,
        problem="",
    )


def ids(model: ColumnModel) -> list[int | None]:
    return [model.id_at(row) for row in range(model.rowCount())]


@pytest.fixture
def model(qtbot: QtBot) -> ColumnModel:
    model = ColumnModel(INTERESTED)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.fill(card(job_id, rank=10.0 * job_id) for job_id in (1, 2, 3, 4))
    return model


def test_a_new_card_goes_where_its_rank_says(model: ColumnModel) -> None:
    model.put(card(9, rank=25.0))
    assert ids(model) == [1, 2, 9, 3, 4]


@pytest.mark.parametrize(("rank", "order"), [(5.0, [3, 1, 2, 4]), (15.0, [1, 3, 2, 4]), (99.0, [1, 2, 4, 3])])
def test_a_moved_card_is_moved_not_rebuilt(model: ColumnModel, qtbot: QtBot, rank: float, order: list[int]) -> None:
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    with qtbot.waitSignal(model.rowsMoved):
        model.put(card(3, rank=rank))
    assert ids(model) == order
    assert resets == []


def test_changed_words_repaint_one_card(model: ColumnModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged) as told:
        model.put(card(2, rank=20.0, title="Lead Engineer"))
    assert [told.args[0].row(), told.args[1].row()] == [1, 1]
    assert model.index(1).data() == "Lead Engineer"


def test_equal_ranks_show_the_newest_first(model: ColumnModel) -> None:
    model.put(card(7, rank=20.0))
    assert ids(model) == [1, 7, 2, 3, 4]


def test_dragged_cards_come_out_of_their_mime_data_in_column_order(model: ColumnModel) -> None:
    data = model.mimeData([model.index(2), model.index(0)])
    assert dragged_ids(data) == [1, 3]
    assert data.text() == "Engineer, Halden Rail\nEngineer, Halden Rail"


@pytest.mark.parametrize(("row", "before"), [(0, 1), (2, 3), (4, None), (-1, None)])
def test_a_drop_asks_for_the_exact_place(model: ColumnModel, qtbot: QtBot, row: int, before: int | None) -> None:
    source = ColumnModel(APPLIED)
    source.fill([card(8, 1.0, status=APPLIED), card(6, 2.0, status=APPLIED)])
    data = source.mimeData([source.index(0), source.index(1)])
    with qtbot.waitSignal(model.dropped) as asked:
        assert model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert asked.args == [[8, 6], before]


def test_foreign_data_is_no_move(model: ColumnModel, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setText("Senior Data Engineer")
    assert not model.canDropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())
    with qtbot.assertNotEmitted(model.dropped):
        assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex())


def test_a_screen_reader_hears_the_whole_card(model: ColumnModel) -> None:
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Engineer, Halden Rail, Leeds · Hybrid, Interested, match 74"
    )


def test_a_card_that_changes_column_leaves_the_old_one(qtbot: QtBot) -> None:
    cards = BoardCards()
    cards.fill([card(1, 1.0), card(2, 2.0)])
    cards.put([card(1, 1.0, status=APPLIED)])
    assert (ids(cards.models[INTERESTED]), ids(cards.models[APPLIED])) == ([2], [1])
    assert (cards.total(INTERESTED), cards.total(APPLIED), cards.total()) == (1, 1, 2)


def test_a_filter_hides_cards_but_counts_them(qtbot: QtBot) -> None:
    cards = BoardCards()
    cards.fill([card(1, 1.0, priority=True), card(2, 2.0)])
    cards.show_view(View(filter=JobFilter(priority=True)))
    cards.put([card(3, 0.5), card(4, 3.0, priority=True)])
    assert ids(cards.models[INTERESTED]) == [1, 4]
    assert (cards.shown(), cards.total()) == (2, 4)
    cards.put([card(1, 1.0)])
    assert ids(cards.models[INTERESTED]) == [4]
    cards.show_view(View())
    assert ids(cards.models[INTERESTED]) == [3, 1, 2, 4]


def test_a_move_shows_at_once_in_the_right_order(qtbot: QtBot) -> None:
    cards = BoardCards()
    cards.fill([card(1, 1.0), card(2, 2.0), card(3, 3.0), card(4, 1.0, status=APPLIED)])
    cards.place([3, 1], APPLIED, before=4)
    assert ids(cards.models[APPLIED]) == [3, 1, 4]
    cards.place([2], APPLIED, before=None)
    assert ids(cards.models[APPLIED]) == [3, 1, 4, 2]
    cards.place([4], APPLIED, before=1)
    assert ids(cards.models[APPLIED]) == [3, 4, 1, 2]


def test_new_scores_for_everything_keep_selection_and_place(model: ColumnModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.fill(card(job_id, rank=20.0 * job_id, title="Scored") for job_id in (1, 2, 3, 4))
    assert [one.title for one in model.cards] == ["Scored"] * 4
    model.put(card(9, rank=50.0))
    assert ids(model) == [1, 2, 9, 3, 4]


def test_what_was_read_before_a_move_does_not_put_its_cards_back(qtbot: QtBot) -> None:
    cards = BoardCards()
    old = card(1, 1.0)
    cards.fill([old])
    with cards.holding([1]):
        cards.place([1], APPLIED, before=None)
        cards.put([old])
        assert ids(cards.models[APPLIED]) == [1]
    cards.put([old])
    assert ids(cards.models[INTERESTED]) == [1]


def test_every_card_is_found_where_it_is_whatever_came_before(model: ColumnModel) -> None:
    model.put(card(5, rank=10.0))  # level with the first: the newer one above
    model.put(card(3, rank=5.0))
    model.take(2)
    model.put(card(4, rank=40.0, title="Head of Trains"))
    assert ids(model) == [3, 5, 1, 4]
    assert [model.row_of(job_id) for job_id in (3, 5, 1, 4)] == [0, 1, 2, 3]
    assert model.row_of(2) == -1
