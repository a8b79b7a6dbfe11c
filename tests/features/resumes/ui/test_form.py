"""The form: every value in a field, doubtful ones in order, edits as small values, no freeze with 500 entries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.editing import (
    ENTRY_LISTS,
    RemoveItem,
    SetValue,
    doubtful_paths,
    inverse,
    values,
)
from careercoach_desktop.features.resumes.model import Basics, ResumeData, Skill, Trace, WebProfile
from careercoach_desktop.features.resumes.ui.editor_rows import LabelledRow
from careercoach_desktop.features.resumes.ui.form import ResumeForm
from careercoach_desktop.features.resumes.ui.form_field import LongField, path_of
from careercoach_desktop.features.resumes.ui.form_plan import CONTACT, LINKS, SECTIONS
from careercoach_desktop.foundation.uikit import ChipInput, TextField
from tests.features.resumes.people import ines, many_jobs

Made = tuple[ResumeForm, list[tuple[list, str]]]


@pytest.fixture
def make(stand: Callable[[QWidget], None], qtbot: QtBot) -> Callable[[ResumeData], Made]:
    def made(data: ResumeData) -> Made:
        form = ResumeForm()
        edits: list[tuple[list, str]] = []
        form.edited.connect(lambda done, label: edits.append((done, label)))
        stand(form)
        form.show_data(data)
        qtbot.waitUntil(lambda: not form.is_building)
        return form, edits

    return made


def field(form: ResumeForm, path: str) -> TextField:
    assert form.go_to(path), path
    widget = QApplication.focusWidget()
    assert path_of(widget) == path
    return widget


def type_into(qtbot: QtBot, widget: QWidget, text: str) -> None:
    widget.selectAll()
    qtbot.keyClicks(widget, text)
    qtbot.keyClick(widget, Qt.Key.Key_Tab)


def test_every_value_can_be_reached_and_shows_its_text(make) -> None:
    form, edits = make(ines())
    for value in values(ines()):
        if value.path.endswith(".keywords"):
            assert form.go_to(value.path)
            continue
        shown = field(form, value.path).text()
        assert shown in {value.text, "Apr 2021"}, value.path
    assert edits == []


def test_typing_makes_one_edit_when_the_field_is_left(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    type_into(qtbot, field(form, "work1.name"), "Rio Claro SA")
    assert edits == [([SetValue("work1.name", "Rio Claro", "Rio Claro SA")], "changed “Employer”")]
    assert form.data.work[0].name == "Rio Claro SA"


@pytest.mark.parametrize(
    ("typed", "start", "state"),
    [("Mar 2020", "2020-03", "good"), ("sometime", "2021-04", "error"), ("", None, "plain")],
)
def test_dates_are_understood_or_refused_in_place(
    make, qtbot: QtBot, typed: str, start: str | None, state: str
) -> None:
    form, _edits = make(ines())
    widget = field(form, "work1.start")
    widget.selectAll()
    qtbot.keyClick(widget, Qt.Key.Key_Delete)
    type_into(qtbot, widget, typed)
    assert form.data.work[0].start == start
    assert widget.state == state


def test_an_end_can_be_now_and_can_stop_being_now(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    type_into(qtbot, field(form, "work2.end"), "present")
    assert (form.data.work[1].end, form.data.work[1].current) == (None, True)
    assert field(form, "work2.end").text() == "now"
    type_into(qtbot, field(form, "work1.end"), "2024")
    assert (form.data.work[0].end, form.data.work[0].current) == ("2024", False)


def test_enter_walks_through_what_is_doubtful_and_says_when_it_is_done(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    assert form.doubts() == ["basics.phone", "work2.end"]
    form.focus_first()
    phone = QApplication.focusWidget()
    assert path_of(phone) == "basics.phone"
    assert phone.state == "doubtful"
    qtbot.keyClick(phone, Qt.Key.Key_Return)
    end = QApplication.focusWidget()
    assert path_of(end) == "work2.end"
    assert phone.state == "good"
    assert form.doubts() == ["work2.end"]
    with qtbot.waitSignal(form.walked):
        qtbot.keyClick(end, Qt.Key.Key_Return)
    assert doubtful_paths(form.data) == []
    assert [label for _done, label in edits] == ["looked at a field"] * 2


def test_enter_in_a_bullet_walks_too_and_writes_no_line(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    bullet = field(form, "b1")
    qtbot.keyClick(bullet, Qt.Key.Key_Return)
    assert path_of(QApplication.focusWidget()) == "basics.phone"
    assert form.data.work[0].highlights[0].text == "Modelled 12 river basins."


def test_a_bullet_is_added_typed_and_removed_from_the_keyboard(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    editor = form._editor_of("work1")
    editor.add_bullet()
    fresh = QApplication.focusWidget()
    qtbot.keyClicks(fresh, "Wrote the flood plan.")
    qtbot.keyClick(fresh, Qt.Key.Key_Tab)
    assert [bullet.text for bullet in form.data.work[0].highlights] == [
        "Modelled 12 river basins.", "Led a team.", "Wrote the flood plan.",
    ]  # fmt: skip
    second = field(form, "b2")
    second.selectAll()
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    qtbot.keyClick(second, Qt.Key.Key_Backspace)
    assert [bullet.text for bullet in form.data.work[0].highlights] == [
        "Modelled 12 river basins.", "Wrote the flood plan.",
    ]  # fmt: skip
    assert path_of(QApplication.focusWidget()) == "b1"
    assert isinstance(edits[-1][0][0], RemoveItem)


def test_an_empty_new_bullet_does_not_stay(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    form._editor_of("work1").add_bullet()
    form.go_to("basics.name")
    assert len(form.data.work[0].highlights) == 2


def test_entries_come_and_go_and_undo_brings_them_back_whole(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    card = form._cards["work"]
    card.remove_entry("work1")
    assert [work.id for work in form.data.work] == ["work2"]
    assert not form.go_to("work1.name")
    done, _label = edits[-1]
    form.replay([inverse(edit) for edit in reversed(done)])
    assert form.data.work == ines().work
    assert field(form, "b1").text() == "Modelled 12 river basins."
    card.add_entry()
    assert path_of(QApplication.focusWidget()).endswith(".name")
    assert len(form.data.work) == 3


def test_what_an_entry_does_not_have_is_offered_in_its_menu(make, qtbot: QtBot) -> None:
    form, _edits = make(ines())
    offered = {entry.text: entry.run for entry in form._editor_of("work2").menu_entries()}
    assert list(offered) == [
        "Add a bullet", "Add place", "Add about it", "Add technologies", "Add work mode", "Add link", "Move up",
        "Remove “Foz & Filhos”",
    ]  # fmt: skip
    offered["Add place"]()
    type_into(qtbot, QApplication.focusWidget(), "Braga")
    assert form.data.work[1].location == "Braga"


def test_a_section_is_started_and_goes_when_its_last_entry_goes(make, qtbot: QtBot) -> None:
    form, _edits = make(ResumeData())
    plan = next(plan for plan in form.absent_sections() if plan.where == "languages")
    form.start_section(plan)
    type_into(qtbot, QApplication.focusWidget(), "Portuguese")
    assert form.data.languages[0].language == "Portuguese"
    form._cards["languages"].remove_entry(form.data.languages[0].id)
    assert "languages" in {plan.where for plan in form.absent_sections()}


def test_skills_are_chips(make, qtbot: QtBot) -> None:
    form, edits = make(ines())
    chips = form.findChild(ChipInput)
    assert chips.values() == ["Python", "QGIS", "HEC-RAS"]
    chips._remove("QGIS")
    assert form.data.skills[0].keywords == ["Python", "HEC-RAS"]
    done, label = edits[-1]
    assert label == "changed the skills"
    form.replay([inverse(edit) for edit in reversed(done)])
    assert form.data.skills == ines().skills
    assert form.findChild(ChipInput).values() == ["Python", "QGIS", "HEC-RAS"]


def test_five_hundred_jobs_are_built_in_steps_that_let_the_window_answer(
    stand: Callable[[QWidget], None], qtbot: QtBot, qapp: QApplication
) -> None:
    form = ResumeForm()
    stand(form)
    form.show_data(many_jobs(500))
    assert form.is_building, "the window is asked again before all is there"
    steps = 0
    while form.is_building:
        qapp.processEvents()
        steps += 1
    assert steps > 5
    assert field(form, "w499.name").text() == "Employer 499"
    assert len(form._context.fields) < 200, "the rest is folded"


def test_a_doubtful_value_far_down_is_brought_into_view(stand: Callable[[QWidget], None], qtbot: QtBot) -> None:
    data = many_jobs(60)
    data.traces["w40.name"] = Trace(text="Employer 40", note="from two lines")
    form = ResumeForm()
    stand(form)
    form.show_data(data)
    form.focus_first()

    def in_view() -> bool:
        focused = QApplication.focusWidget()
        viewport = form._scroll.viewport()
        at = focused.mapTo(viewport, focused.rect().center())
        return path_of(focused) == "w40.name" and viewport.rect().contains(at)

    qtbot.waitUntil(lambda: not form.is_building)
    qtbot.waitUntil(in_view)


def overflow(field: LongField) -> float:
    """Pixels by which the widest line of a field reaches beyond what is painted of it."""
    layouts = [field.document().findBlockByNumber(at).layout() for at in range(field.document().blockCount())]
    lines = [layout.lineAt(number) for layout in layouts for number in range(layout.lineCount())]
    return max(line.position().x() + line.naturalTextWidth() for line in lines) - field.viewport().width()


class Swallower(QObject):
    """Keeps resize events from a widget, as Qt does when style and margins change back before the first paint."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.Resize


def test_no_letter_of_a_bullet_stands_under_its_mark(make, qtbot: QtBot) -> None:
    data = ines()
    data.work[0].highlights[0].text = (
        "Wrote the on-call handbook and ran the blameless reviews after every incident. " * 2
    )
    form, _ = make(data)
    bullet = field(form, data.work[0].highlights[0].id)
    assert isinstance(bullet, LongField)
    swallower = Swallower()
    bullet.viewport().installEventFilter(swallower)
    form.resize(form.width() - 190, form.height())
    qtbot.waitUntil(lambda: overflow(bullet) <= 0)
    lines = round(bullet.document().size().height())
    assert bullet.height() >= lines * bullet.fontMetrics().lineSpacing()


def row_of(form: ResumeForm, path: str) -> list[TextField]:
    """The fields of the row that ``path`` stands in."""
    widget: QWidget | None = field(form, path)
    while widget is not None and not isinstance(widget, LabelledRow):
        widget = widget.parentWidget()
    assert widget is not None
    return widget.findChildren(TextField)


def test_fields_stand_under_each_other_where_there_is_no_room_beside(make, qtbot: QtBot) -> None:
    form, _ = make(ines())
    start, end = row_of(form, "work1.start")
    assert start.y() == end.y()
    form.resize(420, 700)
    qtbot.waitUntil(lambda: start.mapTo(form, QPoint()).y() < end.mapTo(form, QPoint()).y())
    assert start.width() >= 300
    form.resize(900, 700)
    qtbot.waitUntil(lambda: start.mapTo(form, QPoint()).y() == end.mapTo(form, QPoint()).y())


def test_a_group_of_skills_begins_with_its_first_skill(stand: Callable[[QWidget], None], qtbot: QtBot) -> None:
    form = ResumeForm("Résumé", checking=False)
    stand(form)
    form.show_data(ines())
    qtbot.waitUntil(lambda: not form.is_building)
    card = form._cards["skills"]
    card.begin_group()
    qtbot.keyClicks(QApplication.focusWidget(), "Field work")
    assert form.data == ines(), "a name alone is no group yet"
    draft = card._draft.findChild(ChipInput)
    draft.begin_adding()
    qtbot.keyClicks(QApplication.focusWidget(), "Gauging")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [(group.name, group.keywords) for group in form.data.skills] == [
        ("", ["Python", "QGIS", "HEC-RAS"]), ("Field work", ["Gauging"]),
    ]  # fmt: skip
    assert path_of(QApplication.focusWidget()) == f"{form.data.skills[1].id}.keywords"


def test_the_level_of_a_skill_is_said_and_written(make, qtbot: QtBot) -> None:
    data = ines()
    data.skills = [Skill(id="s1", name="Python", level="expert"), Skill(id="s2", name="Excel (VBA)")]
    form, edits = make(data.model_copy(deep=True))
    chips = form.findChild(ChipInput)
    assert chips.values() == ["Python (expert)", "Excel (VBA)"]
    chips.begin_adding()
    qtbot.keyClicks(QApplication.focusWidget(), "R (good)")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [(skill.name, skill.level) for skill in form.data.skills] == [
        ("Python", "expert"), ("Excel (VBA)", ""), ("R", "good"),
    ]  # fmt: skip
    chips._remove("Python (expert)")
    assert [skill.name for skill in form.data.skills] == ["Excel (VBA)", "R"]
    for done, _label in reversed(edits):
        form.replay([inverse(edit) for edit in reversed(done)])
    assert form.data == data


def test_every_value_the_model_has_can_be_written(stand: Callable[[QWidget], None], qtbot: QtBot) -> None:
    """Whatever a résumé can say, the editor has a field for it (ids and what is kept unread apart)."""
    unwritten = {"id", "extra", "current", "image", "profiles", "level", "category"}  # a level stands behind its skill
    plans = {plan.where: plan for plan in (*SECTIONS, LINKS)}
    for where, kind in ENTRY_LISTS.items():
        fields = {field.name for row in plans[where].rows for field in row.fields}
        fields |= {"highlights"} if plans[where].bullets else set()
        fields |= {"name", "keywords"} if where == "skills" else set()
        assert set(kind.model_fields) - unwritten <= fields, where
    contact = {field.name for row in CONTACT for field in row.fields}
    assert set(Basics.model_fields) - unwritten - {"summary"} <= contact


def test_links_stand_below_the_contact_data_they_are_printed_with(make, qtbot: QtBot) -> None:
    data = ines()
    data.basics.profiles = [WebProfile(network="GitHub", url="https://github.example/ines")]
    form, _edits = make(data)
    titles = [form._cards_column.itemAt(at).widget().head.itemAt(0).widget().text() for at in range(3)]
    assert [title.partition(" ")[0] for title in titles] == ["Contact", "Links", "Summary"]
    data = ines()
    data.basics.profiles = []
    form.show_data(data)
    qtbot.waitUntil(lambda: not form.is_building)
    form.start_section(LINKS)
    assert form._cards_column.itemAt(1).widget() is form._cards[LINKS.where]


@pytest.mark.parametrize("width", [470, 560, 800])
def test_an_address_is_never_cut_beside_a_phone_number(make, qtbot: QtBot, width: int) -> None:
    data = ines()
    data.basics.email, data.basics.phone = "ines.caldeira-foz@hidrologia.example.org", "+351 21 555 01 23"
    form, _edits = make(data)
    form.resize(width, 800)
    for name in ("email", "phone"):
        field = form._context.fields[f"basics.{name}"].widget
        wanted = field.fontMetrics().horizontalAdvance(field.text()) + 20
        qtbot.waitUntil(lambda field=field, wanted=wanted: field.width() >= wanted)
