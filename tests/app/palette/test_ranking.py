"""Which actions a few letters mean."""

from __future__ import annotations

import pytest

from careercoach_desktop.app.actions import all_actions
from careercoach_desktop.app.features import FEATURES, pages, searched
from careercoach_desktop.app.palette.lines import ActionLine, Head, Line, RecordLine, lines_before_typing, lines_for
from careercoach_desktop.app.palette.ranking import ranked, recent_first
from careercoach_desktop.foundation.feature import Action
from careercoach_desktop.foundation.storage.search.model import Hit, Marked

ACTIONS = all_actions(FEATURES, pages(), lambda _name: None)


def meant(typed: str) -> list[str]:
    return [one.action.name for one in ranked(typed, ACTIONS)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("add", "jobs.add"),
        ("add a r", "resumes.add"),
        ("job add", "jobs.add"),
        ("resume check", "resumes.check"),
        ("RÉSUMÉS", "go.resumes"),
        ("settings", "go.settings"),
        ("dark", "look.dark"),
        ("theme light", "look.light"),
        ("backup", "settings.back_up"),
        ("clip", "jobs.paste"),
        ("aj", "jobs.add"),
        ("gtj", "go.jobs"),
        ("shortcus", "frame.shortcuts"),
        ("setings", "go.settings"),
        ("quit", "frame.close"),
    ],
)
def test_a_few_letters_mean_an_action(typed: str, first: str) -> None:
    if typed == "aj":
        assert first not in meant(typed), "initials are those of the words in their order: Add a job is “aaj”"
        assert meant("aaj")[0] == first
    else:
        assert meant(typed)[0] == first


@pytest.mark.parametrize("typed", ["zeppelin", "data", "x9", "…", '"', "", "   ", "lena marsh", "🙂", "q" * 5000])
def test_other_words_mean_none(typed: str) -> None:
    assert [name for name in meant(typed) if name != "settings.folder"] == []


def test_the_beginning_of_the_title_comes_before_the_beginning_of_a_word() -> None:
    def action(name: str, title: str, *keywords: str) -> Action:
        return Action(name, title, "plus", lambda _provider: None, keywords=keywords)

    actions = [action("keyword", "Save", "open"), action("word", "Re open"), action("title", "Open it")]
    assert [one.action.name for one in ranked("open", actions)] == ["title", "word", "keyword"]


def test_what_was_typed_is_marked_in_the_title() -> None:
    (first, *_) = ranked("res go", ACTIONS)
    assert [first.title.text[begin:end] for begin, end in first.title.ranges] == ["Go", "Rés"]


def test_what_was_used_lately_comes_first() -> None:
    recent = ["look.dark", "frame.shortcuts"]
    assert [action.name for action in recent_first(ACTIONS, recent)][:2] == recent
    lines = lines_before_typing(ACTIONS, recent)
    assert named(lines)[:4] == ["# Used lately", "look.dark", "frame.shortcuts", "# Actions"]
    assert len([line for line in lines if isinstance(line, ActionLine)]) == len(ACTIONS), "each stands there once"
    assert named(lines_before_typing(ACTIONS, []))[0] == "# Actions"


def test_records_follow_the_actions_that_are_meant_and_come_before_those_that_only_resemble() -> None:
    words = Marked("Shortcus Ltd")
    hits = {kind: [Hit(kind, 1, words, Marked(""), Marked(""))] for kind in ("document", "job", "resume")}
    sources = searched()
    assert named(lines_for("shortcut", ACTIONS, sources, hits)) == [
        "# Actions", "frame.shortcuts", "# Jobs", "job", "# Résumés", "resume", "# Documents", "document"
    ]  # fmt: skip
    assert named(lines_for("shortcus", ACTIONS, sources, hits)) == [
        "# Jobs", "job", "# Résumés", "resume", "# Documents", "document", "# Actions", "frame.shortcuts"
    ]  # fmt: skip
    assert lines_for("zeppelin", ACTIONS, sources, {}) == []


def named(lines: list[Line]) -> list[str]:
    return [
        f"# {line.title}" if isinstance(line, Head)
        else line.hit.kind if isinstance(line, RecordLine)
        else line.action.name
        for line in lines
    ]  # fmt: skip


def test_names_and_keys_are_there_once() -> None:
    names = [action.name for action in ACTIONS]
    assert len(set(names)) == len(names)
    keys = [action.keys for action in ACTIONS if action.keys]
    assert len(set(keys)) == len(keys)
