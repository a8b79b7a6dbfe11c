"""The README: its first lines are the two commands, and what it shows and points to is there."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor, QImage

from tests.packaging.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = re.findall(r'(?:\]\(|src=")([^)"]+\.png)', README)


def test_the_two_commands_come_first() -> None:
    block = README.split("```")[1]
    assert README.index("```") < 40
    assert re.findall(r"^python3 packaging/dev\.py (\w+)", block, re.MULTILINE) == ["run", "test"]


def test_what_it_links_to_exists() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert {"ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"} <= set(links)
    for link in links:
        assert (ROOT / link).is_file(), link


def test_its_pictures_are_light() -> None:
    assert len(PICTURES) == 4
    assert sum((ROOT / picture).stat().st_size for picture in PICTURES) < 800 * 1024
    assert all(0 < QImage(str(ROOT / picture)).width() <= 1440 for picture in PICTURES)


@pytest.mark.usefixtures("importable_scripts")
def test_a_palette_keeps_the_rare_green_tick_green() -> None:
    from demonstration.readme import COLORS, with_palette

    picture = QImage(64, 64, QImage.Format.Format_RGB32)
    for y in range(64):
        for x in range(64):
            picture.setPixelColor(x, y, QColor(2 * x, 2 * x, 2 * y))
    tick = QColor("#2f9461")
    picture.setPixelColor(5, 5, tick)

    small = with_palette(picture)

    assert small.format() == QImage.Format.Format_Indexed8
    assert small.colorCount() <= COLORS
    shown = small.pixelColor(5, 5)
    assert abs(shown.green() - tick.green()) < 20
    assert shown.green() > shown.red() + 60
