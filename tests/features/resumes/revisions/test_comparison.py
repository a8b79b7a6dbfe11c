"""Two versions of a résumé, aligned: by id while it is edited, by what is said after it was read again."""

from __future__ import annotations

from careercoach_desktop.features.resumes.comparing import Tone
from careercoach_desktop.features.resumes.model import Highlight, Mark, ResumeData, Work, new_id
from careercoach_desktop.features.resumes.revisions import LineState, compare, tally
from tests.features.resumes.people import ines, many_jobs


def with_new_ids(data: ResumeData) -> ResumeData:
    """As if the same file had been read again."""
    fresh = data.model_copy(deep=True)
    for entry in (*fresh.work, *fresh.education, *fresh.skills, *fresh.languages):
        entry.id = new_id()
        for bullet in getattr(entry, "highlights", ()):
            bullet.id = new_id()
    return fresh


def test_the_same_resume_has_no_changes() -> None:
    assert compare(ines(), ines()).changed == []
    assert tally(ines(), ines()) == ()


def test_a_reworded_bullet_shows_the_words_that_changed() -> None:
    after = ines()
    after.work[0].highlights[0].text = "Modelled 14 river basins."

    (group,) = compare(ines(), after).changed
    (line,) = [line for line in group.lines if line.is_changed]
    assert (group.where, group.title) == ("work", "Rio Claro · Hydrologist")
    assert [segment.text for segment in line.before if segment.tone is Tone.REMOVED] == ["12"]
    assert [segment.text for segment in line.after if segment.tone is Tone.ADDED] == ["14"]
    assert [(each.where, each.bullets_changed) for each in tally(ines(), after)] == [("work", 1)]


def test_what_came_and_what_is_gone_stand_where_they_belong() -> None:
    after = ines()
    del after.work[0].highlights[1]
    after.work.insert(0, Work(id="work0", name="Águas Novas", position="Lead"))
    after.basics.email = ""

    changed = compare(ines(), after).changed
    assert [(group.title, group.state) for group in changed] == [
        ("", LineState.CHANGED),
        ("Águas Novas · Lead", LineState.ADDED),
        ("Rio Claro · Hydrologist", LineState.CHANGED),
    ]
    contact, _work, rio = changed
    assert [line.state for line in contact.lines if line.is_changed] == [LineState.REMOVED]
    assert [line.state for line in rio.lines if line.is_changed] == [LineState.REMOVED]
    basics, work = tally(ines(), after)
    assert basics.fields == ("email",)
    assert (work.added, work.bullets_removed, work.reordered) == (("Águas Novas · Lead",), 1, False)


def test_a_bullet_that_came_forward_moved_and_did_not_change() -> None:
    after = ines()
    after.work[0].highlights.reverse()

    (group,) = compare(ines(), after).changed
    assert [(line.state, line.moved) for line in group.lines if line.is_changed] == [(LineState.SAME, True)]
    assert tally(ines(), after)[0].reordered


def test_a_link_that_came_is_told_even_where_words_changed_too() -> None:
    after = ines()
    bullet = after.work[0].highlights[0]
    bullet.text += " Twice."
    bullet.marks = [Mark(start=0, end=8, url="https://basins.example")]
    (rio,) = compare(ines(), after).changed
    assert [line.emphasis for line in rio.lines if line.is_changed] == [("link",)]


def test_emphasis_and_what_is_left_off_the_page_are_changes_of_their_own() -> None:
    after = ines()
    after.work[0].highlights[0].marks = [Mark(start=0, end=8, bold=True)]
    after.hidden = ["work2"]

    rio, foz = compare(ines(), after).changed
    assert [line.emphasis for line in rio.lines if line.is_changed] == [("bold",)]
    assert foz.note == "left off the page"
    assert [(each.bullets_changed, each.left_off) for each in tally(ines(), after)] == [(1, 1)]
    assert [each.back_on for each in tally(after, ines())] == [1]


def test_a_file_read_again_is_compared_by_what_it_says() -> None:
    again = with_new_ids(ines())
    assert compare(ines(), again).changed == []

    again.work[0].highlights[1].text = "Led a team of five."
    assert [each.bullets_changed for each in tally(ines(), again)] == [1]


def test_equal_bullets_keep_their_own_counterparts() -> None:
    after = many_jobs(3)
    after.work[1].highlights.append(Highlight(id="new", text="First."))

    assert [line.state for line in compare(many_jobs(3), after).changed[0].lines if line.is_changed] == [
        LineState.ADDED
    ]
    assert [each.bullets_added for each in tally(many_jobs(3), after)] == [1]
