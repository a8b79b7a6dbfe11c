"""Whether the system asks for less motion: the one place that asks each desktop in its own way.

Qt has no such hint yet, so Windows, macOS, KDE and GNOME are asked directly; GNOME answers through a small program, for
which nothing waits. Where nobody answers, motion is allowed (it is short and rare).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QSettings
from PySide6.QtWidgets import QApplication, QStyle

_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION, winuser.h


class Motion(QObject):
    """Ask ``is_reduced`` whenever something is about to move."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._asked = QProcess(self)
        self._reduced = self._ask_system()

    @property
    def is_reduced(self) -> bool:
        style = self._application.style()
        return self._reduced or style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= 0

    def _ask_system(self) -> bool:
        if sys.platform == "win32":
            return not _windows_animates()
        if sys.platform == "darwin":
            return bool(QSettings("apple.com", "universalaccess").value("reduceMotion", 0, int))
        desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
        if "KDE" in desktop:
            return kde_is_still(Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "kdeglobals")
        if desktop:
            self._asked.finished.connect(self._hear_gnome)
            self._asked.start("gsettings", ["get", "org.gnome.desktop.interface", "enable-animations"])
        return False

    def _hear_gnome(self) -> None:
        self._reduced = bytes(self._asked.readAllStandardOutput().data()).strip() == b"false"


def kde_is_still(settings: Path) -> bool:
    """KDE writes how long animations last, as a factor; nought is none."""
    factor = QSettings(str(settings), QSettings.Format.IniFormat).value("KDE/AnimationDurationFactor", 1.0, float)
    return isinstance(factor, float) and factor <= 0


def _windows_animates() -> bool:
    import ctypes  # 8 ms that only Windows needs to spend

    animates = ctypes.c_int(1)
    library = getattr(ctypes, "windll")  # noqa: B009 - absent elsewhere, which type checkers would report
    library.user32.SystemParametersInfoW(_CLIENT_AREA_ANIMATION, 0, ctypes.byref(animates), 0)
    return bool(animates.value)
