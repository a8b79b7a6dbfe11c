"""Words the computer's dictionary does not know are underlined, and put right from their menu."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from careercoach_desktop.features.resumes.ui import EditorPage
from careercoach_desktop.features.resumes.ui.bullet_field import BulletField
from careercoach_desktop.foundation.spelling import Spelling


class Words:
    def check(self, word: str, /) -> bool:
        return word.casefold() in {"modelled", "river", "basins", "led", "team", "the"}

    def suggest(self, _word: str, /) -> Sequence[str]:
        return ["team", "tear"]


@pytest.fixture
def spelling() -> Spelling:
    return Spelling(lambda language: [Words()] if language == "en" else ())


def underlined(field: BulletField) -> list[str]:
    wavy = QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    return [each.cursor.selectedText() for each in field.extraSelections() if each.format.underlineStyle() == wavy]


@pytest.fixture
def bullet(editor_page: EditorPage, qtbot: QtBot, ines_id: int) -> BulletField:
    editor_page.open_record(ines_id)
    qtbot.waitUntil(lambda: editor_page.form.go_to("b2"))
    field = QApplication.focusWidget()
    assert isinstance(field, BulletField)
    field.selectAll()
    qtbot.keyClicks(field, "Led a teem with QGIS.")
    qtbot.waitUntil(lambda: underlined(field) != [])
    return field


def menu(field: BulletField, word: str) -> dict[str, object]:
    cursor = field.textCursor()
    cursor.setPosition(field.text().index(word) + 1)
    at: QPoint = field.cursorRect(cursor).center()
    return {entry.text: entry.run for entry in field.more_entries(at)}


def test_a_word_nobody_knows_is_underlined_and_skills_are_not(bullet: BulletField) -> None:
    assert underlined(bullet) == ["teem", "with"]


def test_the_menu_puts_it_right_and_that_is_an_edit_like_any_other(
    bullet: BulletField, editor_page: EditorPage, qtbot: QtBot
) -> None:
    offers = menu(bullet, "teem")
    assert list(offers) == ["team", "tear", "“teem” is right"]
    offers["team"]()
    qtbot.waitUntil(lambda: editor_page.form.data.work[0].highlights[1].text == "Led a team with QGIS.")
    qtbot.waitUntil(lambda: underlined(bullet) == ["with"])


def test_what_a_person_says_is_right_is_right(bullet: BulletField, qtbot: QtBot) -> None:
    menu(bullet, "with")["“with” is right"]()
    qtbot.waitUntil(lambda: underlined(bullet) == ["teem"])


def test_a_right_word_has_the_usual_menu(bullet: BulletField) -> None:
    assert menu(bullet, "Led") == {}
