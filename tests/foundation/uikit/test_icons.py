"""Icons: a misspelt name is found here, a picture is drawn once."""

from __future__ import annotations

import sys

import pytest

from careercoach_desktop.foundation.uikit import icons
from careercoach_desktop.foundation.uikit.buttons import Button, IconButton
from careercoach_desktop.foundation.uikit.theme import Theme


def test_every_name_in_the_table_is_in_the_font(theme: Theme) -> None:
    assert icons.NAMES - set(icons._characters()) == set()


@pytest.mark.parametrize("name", sorted(icons.NAMES))
def test_every_icon_draws_something(theme: Theme, name: str) -> None:
    picture = icons.icon_pixmap(name, "text", 16, 1.0).toImage()
    assert any(picture.pixelColor(x, y).alpha() > 100 for x in range(16) for y in range(16))


def test_a_name_outside_the_table_is_refused(theme: Theme) -> None:
    for make in (lambda: icons.icon_pixmap("brifcase"), lambda: Button("x", icon="brifcase")):
        with pytest.raises(KeyError, match="brifcase"):
            make()
    with pytest.raises(KeyError, match="brifcase"):
        IconButton("brifcase", "Jobs")


def test_pictures_follow_the_theme_and_the_screen(theme: Theme) -> None:
    light = icons.icon_pixmap("check", "text", 16, 2.0)
    assert (light.width(), light.devicePixelRatio()) == (32, 2.0)
    theme.choose("dark")
    assert icons.icon_pixmap("check", "text", 16, 2.0).toImage() != light.toImage()


def test_the_same_picture_is_not_drawn_twice(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    first = icons.icon_pixmap("star", "green", 20, 1.0)
    monkeypatch.setattr(icons, "_draw", lambda *_: pytest.fail("drawn again"))
    assert icons.icon_pixmap("star", "green", 20, 1.0).cacheKey() == first.cacheKey()


def test_the_whole_of_qtawesome_is_never_imported(theme: Theme) -> None:
    icons.icon("plus")
    assert "qtawesome" not in sys.modules
