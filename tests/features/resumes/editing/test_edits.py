"""Every edit does what it says, and its inverse leaves the résumé exactly as it was."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.editing import (
    Edit,
    InsertItem,
    MoveItem,
    RemoveItem,
    SetValue,
    apply,
    doubtful_paths,
    exact,
    inverse,
    looked_at,
    place,
    typed,
    written,
)
from careercoach_desktop.features.resumes.model import Education, Highlight, Mark, ResumeData, Work
from tests.features.resumes.people import ines


def do(data: ResumeData, edits: list[Edit]) -> None:
    for edit in edits:
        apply(data, edit)


def undo(data: ResumeData, edits: list[Edit]) -> None:
    for edit in reversed(edits):
        apply(data, inverse(edit))


EVERY_KIND: list[list[Edit]] = [
    typed(ines(), "basics.name", "Inês C."),
    typed(ines(), "basics.location", "Lisboa"),
    typed(ines(), "basics.phone", "+351 21 000 1133"),
    typed(ines(), "work2.end", "2021-02"),
    typed(ines(), "work1.current", after=False),
    typed(ines(), "b1", "Modelled 14 river basins."),
    typed(ines(), "skill1.keywords", ["Python"]),
    looked_at(ines(), "work2.end"),
    [InsertItem("work", 0, Work(id="new", name="Atlântico"))],
    [InsertItem("work1.highlights", 1, Highlight(id="b9", text="New."))],
    [InsertItem("education", 1, Education(id="edu2"))],
    [RemoveItem("work", 0, ines().work[0])],
    [RemoveItem("work1.highlights", 1, ines().work[0].highlights[1])],
    [RemoveItem("basics.profiles", 0, ines().basics.profiles[0])],
    [MoveItem("work", "work2", 1, 0)],
    [MoveItem("work1.highlights", "b1", 0, 1)],
    written(ines(), "b1", "Modelled 14 basins.", [Mark(start=0, end=8, bold=True)]),
    [
        RemoveItem("work1.highlights", 0, ines().work[0].highlights[0]),
        InsertItem("work2.highlights", 0, ines().work[0].highlights[0]),
    ],
]


@pytest.mark.parametrize("edits", EVERY_KIND)
def test_undoing_leaves_everything_as_it_was(edits: list[Edit]) -> None:
    data = ines()
    do(data, edits)
    assert data != ines()
    undo(data, edits)
    assert data == ines()


def test_typing_makes_a_doubtful_value_sure_and_keeps_its_place_in_the_original() -> None:
    data = ines()
    do(data, typed(data, "work2.end", "2021"))
    assert data.work[1].end == "2021"
    assert doubtful_paths(data) == ["basics.phone"]
    assert data.traces["work2.end"].regions == ines().traces["work2.end"].regions


def test_looking_at_a_sure_value_changes_nothing() -> None:
    assert looked_at(ines(), "basics.email") == []
    assert looked_at(ines(), "basics.name") == []


def test_typing_the_same_again_changes_nothing() -> None:
    assert typed(ines(), "basics.name", "Inês Caldeira") == []
    assert typed(ines(), "basics.location", "Porto, PT") == []


def test_a_retyped_place_forgets_the_parts_of_the_old_one() -> None:
    data = ines()
    do(data, typed(data, "basics.location", "Lisboa, Portugal"))
    assert place(data.basics.location) == "Lisboa, Portugal"
    assert data.basics.location.city == ""


def test_an_inserted_entry_is_a_copy_so_that_later_typing_does_not_reach_into_history() -> None:
    data, entry = ines(), Work(id="new", name="Atlântico")
    insert = InsertItem("work", 0, entry)
    apply(data, insert)
    apply(data, SetValue("new.name", "Atlântico", "Pacífico"))
    assert entry.name == "Atlântico"


@pytest.mark.parametrize(
    "edit",
    [
        SetValue("gone.name", "", "x"),
        InsertItem("gone.highlights", 0, Highlight(text="x")),
        InsertItem("work1.courses", 0, Highlight(text="x")),
        RemoveItem("work", 0, Work(id="gone")),
    ],
)
def test_an_edit_of_something_that_is_gone_is_refused(edit: Edit) -> None:
    with pytest.raises(KeyError):
        apply(ines(), edit)


def test_a_date_that_is_no_date_is_refused() -> None:
    with pytest.raises(ValueError, match="YYYY"):
        apply(ines(), SetValue("work2.end", "2020", "soon"))


BOLD_12 = [Mark(start=9, end=11, bold=True)]


def marked() -> ResumeData:
    data = ines()
    data.work[0].highlights[0].marks = list(BOLD_12)
    return data


def test_a_text_written_over_a_marked_bullet_keeps_the_mark_on_its_words() -> None:
    data = marked()
    apply(data, SetValue("b1", "Modelled 12 river basins.", "Successfully modelled 12 basins."))
    bullet = data.work[0].highlights[0]
    assert [bullet.text[mark.start : mark.end] for mark in bullet.marks] == ["12"]


def test_undo_brings_back_a_mark_whose_words_were_gone() -> None:
    data = marked()
    edit = exact(data, SetValue("b1", "Modelled 12 river basins.", "Modelled basins."))
    apply(data, edit)
    assert data.work[0].highlights[0].marks == []
    apply(data, inverse(edit))
    assert data == marked()


def test_typing_in_a_marked_bullet_can_be_undone_exactly() -> None:
    data = marked()
    edits = typed(data, "b1", "Modelled basins.")
    do(data, edits)
    undo(data, edits)
    assert data == marked()


def test_writing_a_bullet_as_it_is_changes_nothing() -> None:
    assert written(marked(), "b1", "Modelled 12 river basins.", BOLD_12) == []
    assert written(marked(), "b1", "Modelled 12 river basins.", []) != []


def test_what_is_moved_must_still_be_there() -> None:
    with pytest.raises(KeyError):
        apply(ines(), MoveItem("work", "gone", 0, 1))
