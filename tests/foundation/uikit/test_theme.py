"""The theme: one place decides light or dark, everything follows at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.uikit import theme as theme_module
from careercoach_desktop.foundation.uikit.buttons import Button
from careercoach_desktop.foundation.uikit.gallery import build_gallery
from careercoach_desktop.foundation.uikit.motion import kde_is_still
from careercoach_desktop.foundation.uikit.stylesheet import stylesheet
from careercoach_desktop.foundation.uikit.texts import Text
from careercoach_desktop.foundation.uikit.theme import Theme, current_theme
from careercoach_desktop.foundation.uikit.tokens import DARK, LIGHT


def colour_in_the_middle(widget: QLabel | Button) -> str:
    picture = widget.grab().toImage()
    return picture.pixelColor(picture.width() // 2, 6).name().upper()


def test_there_is_one_theme(theme: Theme) -> None:
    assert current_theme() is theme


def test_choosing_dark_changes_the_palette_the_colours_and_what_is_painted(theme: Theme, qtbot: QtBot) -> None:
    button = Button("Add job", "primary")
    qtbot.addWidget(button)
    button.show()
    assert colour_in_the_middle(button) == LIGHT.accent

    with qtbot.waitSignal(theme.changed):
        theme.choose("dark")

    assert theme.is_dark
    assert theme.color("window").name().upper() == DARK.window
    assert QApplication.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert colour_in_the_middle(button) == DARK.accent


def test_choosing_the_same_again_disturbs_nobody(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose("light")


def test_the_systems_choice_is_followed_until_the_person_makes_one(
    theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = QGuiApplication.styleHints().colorSchemeChanged
    theme.choose("system")
    monkeypatch.setattr(theme_module, "system_prefers_dark", lambda: True)
    told.emit(Qt.ColorScheme.Dark)
    assert theme.is_dark

    theme.choose("light")
    told.emit(Qt.ColorScheme.Dark)
    assert not theme.is_dark

    theme.choose("system")
    assert theme.is_dark


def test_an_unknown_choice_is_refused(theme: Theme) -> None:
    with pytest.raises(ValueError, match="sepia"):
        theme.choose("sepia")


def test_the_stylesheet_knows_every_name_it_uses() -> None:
    for palette in (LIGHT, DARK):
        assert "$" not in stylesheet(palette)


def test_fonts_are_measured_in_pixels_and_come_in_the_kits_weights(theme: Theme) -> None:
    font = theme.font(17, 600)
    assert (font.pixelSize(), int(font.weight())) == (17, 600)
    text = Text("Lena Marsh", size=12, tone="second")
    assert text.font().pixelSize() == 12


def test_text_shows_markup_as_it_was_written(theme: Theme, qtbot: QtBot) -> None:
    for wrap in (False, True):
        text = Text("<b>5 < 6</b>\nnext", wrap=wrap)
        qtbot.addWidget(text)
        assert text.text() == "<b>5 < 6</b>\nnext"
    assert "&lt;b&gt;" in QLabel.text(text)


def test_a_cut_text_carries_the_whole_as_its_tip(theme: Theme, qtbot: QtBot) -> None:
    text = Text("Senior Data Engineer for the Northwind platform", elide=True)
    qtbot.addWidget(text)
    text.resize(80, 20)
    text.show()
    text.grab()
    assert text.toolTip() == "<p>Senior Data Engineer for the Northwind platform</p>"


@pytest.mark.parametrize("choice", ["light", "dark"])
def test_the_gallery_shows_every_widget_in_this_theme(theme: Theme, qtbot: QtBot, choice: str) -> None:
    theme.choose(choice)
    gallery = build_gallery(theme)
    qtbot.addWidget(gallery)
    gallery.show()

    picture = gallery.grab().toImage()

    ground = picture.pixelColor(gallery.width() - 4, 4).name().upper()
    assert ground == (DARK if choice == "dark" else LIGHT).window
    shades = {
        picture.pixelColor(x, y).rgb() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)
    }
    assert len(shades) > 20


def test_nothing_moves_when_the_system_asks_for_stillness(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme._motion, "_reduced", False)
    assert theme.duration(150) == 150
    monkeypatch.setattr(theme._motion, "_reduced", True)
    assert theme.duration(150) == 0


@pytest.mark.parametrize(("factor", "still"), [("0", True), ("0.5", False), ("", False)])
def test_kde_says_how_long_things_may_move(tmp_path: Path, factor: str, *, still: bool) -> None:
    file = tmp_path / "kdeglobals"
    file.write_text(f"[KDE]\nAnimationDurationFactor={factor}\n" if factor else "[KDE]\n")
    assert kde_is_still(file) is still


def test_a_colour_is_the_callers_own_to_change(theme: Theme) -> None:
    theme.color("text").setAlpha(10)
    assert theme.color("text").alpha() == 255


def test_a_tip_shows_markup_as_it_was_written(theme: Theme, qtbot: QtBot) -> None:
    text = Text("Senior <img src=x> & <b>Dev</b>, platform and reliability", elide=True)
    qtbot.addWidget(text)
    text.resize(80, 20)
    text.show()
    text.grab()
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;" in text.toolTip()
