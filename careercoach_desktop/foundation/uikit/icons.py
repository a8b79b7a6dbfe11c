"""Phosphor icons as pictures in the theme's colours, cached by name, colour, size and screen density.

The font and its character map come with the QtAwesome distribution. They are read directly: importing QtAwesome loads
every font family it has and imports qtpy, which took 320 ms here, more than the whole first paint may take; this takes
6 ms.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPixmap, QPixmapCache

from careercoach_desktop.foundation.uikit.theme import current_theme

_FONT = "phosphor-1.3.0.ttf"
_CHARACTERS = "phosphor-charmap-1.3.0.json"

# Every icon the application uses; a name that is missing here is a mistake and raises.
_WORDS = """
    activity address-book archive arrow-clockwise arrow-counter-clockwise arrow-left arrow-right arrow-square-out
    arrow-u-up-left arrow-u-up-right arrows-down-up arrows-out article at
    bell book-open briefcase buildings bookmark-simple
    calendar-blank calendar-check calendar-plus calendar-x caret-down caret-left caret-right caret-up
    caret-double-left caret-double-right chart-bar chart-line-up
    chat-circle-text check check-circle circle circle-dashed clipboard-text clock clock-counter-clockwise cloud code
    columns command compass copy currency-dollar circle-half clock-afternoon
    database dots-six-vertical dots-three download-simple dots-three-vertical
    envelope export eye eye-slash envelope-simple
    file file-arrow-down file-arrow-up file-pdf file-plus file-text files flag floppy-disk folder folder-open folders
    funnel file-search
    gear-six git-diff globe graduation-cap globe-simple
    hard-drives heart hourglass house handshake hash
    identification-card image info identification-badge
    key keyboard
    lightbulb lightning link link-simple list list-bullets lock lock-open list-dashes
    magic-wand magnifying-glass magnifying-glass-minus magnifying-glass-plus map-pin
    medal microphone minus monitor moon
    money
    note note-pencil
    palette paper-plane-tilt paperclip pause pencil-simple percent
    phone play plus plus-circle printer push-pin paint-brush
    prohibit
    question quotes
    rows
    scales share-network shield-check shield-warning sliders sort-ascending sparkle stack star sun swap
    stop star-four selection
    table tag target text-align-left text-aa text-bolder text-italic
    timer translate trash tray trend-up trophy thumbs-up tree-structure
    upload-simple user user-circle users user-plus
    video-camera
    warning warning-circle warning-octagon wrench
    x x-circle
"""
NAMES = frozenset(_WORDS.split())


def icon_pixmap(name: str, color: str = "second", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``size`` pixels for a screen of density ``ratio``.

    ``color`` is a name of ``tokens.Palette`` or ``#rrggbb``. Raises KeyError for a name outside ``NAMES``.
    """
    if name not in NAMES:
        raise KeyError(f"{name!r} is not in icons.NAMES")
    ink = color if color.startswith("#") else current_theme().hex(color)
    key = f"icon/{name}/{ink}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = _draw(name, QColor(ink), size, ratio)
    QPixmapCache.insert(key, made)
    return made


def icon(name: str, color: str = "second", size: int = 16) -> QIcon:
    """The icon for Qt's own widgets (menus, actions), at normal and double density, with a faded disabled state."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        made.addPixmap(icon_pixmap(name, color, size, ratio))
        made.addPixmap(icon_pixmap(name, "third", size, ratio), QIcon.Mode.Disabled)
    return made


def paint_icon(painter: QPainter, name: str, color: str, area: QRectF, size: int = 16) -> None:
    """Paint the icon in the middle of ``area``, on whole pixels so that it stays sharp."""
    ratio = painter.device().devicePixelRatioF() if painter.device() else 1.0
    left = round(area.center().x() - size / 2)
    top = round(area.center().y() - size / 2)
    painter.drawPixmap(left, top, icon_pixmap(name, color, size, ratio))


def _draw(name: str, ink: QColor, size: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(_family())
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, _characters()[name])
    painter.end()
    return picture


def _folder() -> Path:
    package = find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise FileNotFoundError("The icon font is missing; install the application again.")
    return Path(package.submodule_search_locations[0]) / "fonts"


@cache
def _family() -> str:
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(_folder() / _FONT)))
    if not families:
        raise FileNotFoundError("The icon font could not be read; install the application again.")
    return families[0]


@cache
def _characters() -> dict[str, str]:
    """Names to characters, for the names in use."""
    with (_folder() / _CHARACTERS).open(encoding="utf-8") as file:
        codes = json.load(file)
    return {name: chr(int(codes[name], 16)) for name in NAMES if name in codes}
