"""Chooses the typeface: the system's own, or the bundled Inter where a Linux desktop does not name a real one."""

from __future__ import annotations

import sys

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

from careercoach_desktop.foundation.resources import resource

# What Qt answers on Linux when no desktop told it anything: aliases, not choices anybody made.
_PLACEHOLDERS = frozenset({"", "sans", "sans serif", "sans-serif", "helvetica", "arial", "dejavu sans"})
# TrueType copies: Qt thickens the stems of CFF fonts (the .otf files), so that light text on dark would look bold.
_INTER = ("Inter-Regular.ttf", "Inter-Medium.ttf", "Inter-SemiBold.ttf", "Inter-Italic.ttf")


def interface_family() -> str:
    """The family every widget uses; registers the bundled fonts when they are needed."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if sys.platform in ("win32", "darwin") or _is_real(system):
        return system.family()
    return register_inter()


def register_inter() -> str:
    """Load the bundled fonts and return their family; raises FileNotFoundError on a broken installation."""
    if "Inter" not in QFontDatabase.families():
        for name in _INTER:
            QFontDatabase.addApplicationFont(str(resource(f"screen-fonts/{name}")))
    return "Inter"


def pixel_font(family: str, size: int, weight: int) -> QFont:
    """A font whose height is given in pixels, so that layouts agree with the design on every platform."""
    font = QFont(family)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    if sys.platform not in ("win32", "darwin"):
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _is_real(font: QFont) -> bool:
    asked = font.family().lower()
    return asked not in _PLACEHOLDERS and QFontInfo(font).family().lower() == asked
