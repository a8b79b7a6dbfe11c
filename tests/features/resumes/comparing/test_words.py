"""Word differences: what a reader is shown as changed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.resumes.comparing import Tone, difference, merged, moved, moved_first


def marked(segments, tone: Tone) -> list[str]:
    return [segment.text.strip() for segment in segments if segment.tone is tone]


def test_one_changed_word_is_one_mark_on_each_side() -> None:
    left, right = difference("Rebuilt the nightly batch jobs.", "Rebuilt the nightly Spark jobs.")

    assert marked(left, Tone.REMOVED) == ["batch"]
    assert marked(right, Tone.ADDED) == ["Spark"]


def test_an_added_clause_leaves_the_original_untouched() -> None:
    left, right = difference("Automated the reports.", "Automated the reports, saving 40 % of the week.")

    assert marked(left, Tone.REMOVED) == []
    assert marked(right, Tone.ADDED) == [", saving 40 % of the week"]


def test_neighbouring_changed_words_are_marked_as_one_phrase() -> None:
    left, right = difference("likes clean tidy models", "likes well tested models")

    assert marked(left, Tone.REMOVED) == ["clean tidy"]
    assert marked(right, Tone.ADDED) == ["well tested"]


def test_numbers_and_versions_are_whole_words() -> None:
    left, right = difference("from 6.5 h to 50 min", "from 6.5 h to 55 min")

    assert marked(left, Tone.REMOVED) == ["50"]
    assert marked(right, Tone.ADDED) == ["55"]


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_segments_give_both_texts_back(before: str, after: str) -> None:
    left, right = difference(before, after)

    assert "".join(segment.text for segment in left) == before
    assert "".join(segment.text for segment in right) == after


def test_only_what_came_forward_counts_as_moved() -> None:
    assert moved(["SQL", "Python", "Airflow", "dbt"], ["Airflow", "SQL", "Python", "dbt"]) == {"Airflow"}


def test_an_unchanged_order_moves_nothing() -> None:
    assert moved(["a", "b"], ["a", "b"]) == set()


def test_what_was_pushed_down_did_not_move() -> None:
    assert moved(["Migrated", "Rebuilt", "Introduced"], ["Rebuilt", "Introduced", "Migrated"]) == {
        "Rebuilt",
        "Introduced",
    }


def test_only_the_first_of_those_that_came_forward_together_leads() -> None:
    before = ["Migrated", "Rebuilt", "Introduced", "Moved", "Designed", "Wrote"]
    after = ["Rebuilt", "Introduced", "Moved", "Migrated", "Wrote", "Designed"]

    assert moved_first(before, after) == {"Rebuilt", "Wrote"}


def test_a_new_item_ahead_of_old_ones_came_forward() -> None:
    assert moved(["SQL"], ["Spark", "SQL"]) == {"Spark"}


def test_both_texts_read_as_one_keep_every_word() -> None:
    left, right = difference("Rebuilt the old batch jobs.", "Rebuilt nightly Spark jobs, twice.")

    through = merged(left, right)
    assert (
        "".join(segment.text for segment in through if segment.tone is not Tone.ADDED) == "Rebuilt the old batch jobs."
    )
    assert "".join(segment.text for segment in through if segment.tone is not Tone.REMOVED) == (
        "Rebuilt nightly Spark jobs, twice."
    )


@given(st.text(max_size=60), st.text(max_size=60))
def test_one_text_gives_both_back(before: str, after: str) -> None:
    through = merged(*difference(before, after))

    assert "".join(segment.text for segment in through if segment.tone is not Tone.ADDED) == before
    assert "".join(segment.text for segment in through if segment.tone is not Tone.REMOVED) == after
