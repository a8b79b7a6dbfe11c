"""Light or dark, asked once: Fusion, a palette and one stylesheet made from the tokens, and the word when it changes.

Widgets that paint themselves read ``current_theme().color(name)`` while painting, so they follow a change without
being told; ``changed`` is for those that keep pictures.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette, QPixmapCache
from PySide6.QtWidgets import QApplication

from careercoach_desktop.foundation.uikit import fonts, tokens
from careercoach_desktop.foundation.uikit.accessible import speak_roles
from careercoach_desktop.foundation.uikit.motion import Motion
from careercoach_desktop.foundation.uikit.stylesheet import stylesheet

_PICTURES_KIB = 48 * 1024  # icons, and the cards a board paints once
CHOICES = ("system", "light", "dark")


class Theme(QObject):
    """The application's look. One exists per QApplication: ask ``current_theme()``."""

    changed = Signal()

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._palette = tokens.LIGHT
        self._colors: dict[str, QColor] = {}
        self._fonts: dict[tuple[int, int], QFont] = {}
        self._family = fonts.interface_family()
        self._applied = False
        self._motion = Motion(application)
        application.setStyle("Fusion")
        speak_roles()
        QPixmapCache.setCacheLimit(_PICTURES_KIB)
        application.setFont(self.font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._apply)
        self._apply()

    @property
    def choice(self) -> str:
        """``"system"``, ``"light"`` or ``"dark"``: what the person chose."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        return self._palette is tokens.DARK

    @property
    def palette(self) -> tokens.Palette:
        return self._palette

    @property
    def reduced_motion(self) -> bool:
        """Whether the system asks for no animation."""
        return self._motion.is_reduced

    def duration(self, milliseconds: int) -> int:
        """How long a movement may take: nothing when motion is reduced."""
        return 0 if self.reduced_motion else milliseconds

    def choose(self, choice: str) -> None:
        """Follow the system or keep to one theme; raises ValueError for anything but ``CHOICES``."""
        if choice not in CHOICES:
            raise ValueError(f"unknown theme {choice!r}")
        self._choice = choice
        hints = QGuiApplication.styleHints()  # so that title bars and the system's own dialogs agree
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self._apply()

    def color(self, name: str) -> QColor:
        """A colour of the current theme by its name in ``tokens.Palette``; raises AttributeError for a wrong name."""
        found = self._colors.get(name)
        if found is None:
            found = self._colors[name] = QColor(self.hex(name))
        return QColor(found)  # the caller's own: one who sets its alpha must not fade everybody else's

    def hex(self, name: str) -> str:
        """The same as ``#rrggbb``, for rich text."""
        return cast("str", getattr(self._palette, name))

    def font(self, size: int = tokens.Size.BODY, weight: int = tokens.Weight.NORMAL) -> QFont:
        """The interface font; ``size`` in pixels, ``weight`` 400, 500 or 600."""
        key = (size, weight)
        if key not in self._fonts:
            self._fonts[key] = fonts.pixel_font(self._family, size, weight)
        return QFont(self._fonts[key])

    def _apply(self) -> None:
        wanted = tokens.DARK if self._wants_dark() else tokens.LIGHT
        if self._applied and wanted is self._palette:
            return
        self._applied = True
        self._palette = wanted
        self._colors.clear()
        self._application.setPalette(_qt_palette(wanted))
        self._application.setStyleSheet(stylesheet(wanted))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self._choice == "system":
            return system_prefers_dark()
        return self._choice == "dark"


def system_prefers_dark() -> bool:
    """What the desktop says; light where it says nothing."""
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def current_theme() -> Theme:
    """The one theme; made on first use. Raises RuntimeError before there is a QApplication."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise RuntimeError("The theme needs a QApplication.")  # noqa: TRY004 - a missing application, not a wrong type
    return _theme_of(application)


@cache
def _theme_of(application: QApplication) -> Theme:
    return Theme(application)


def _qt_palette(palette: tokens.Palette) -> QPalette:
    role = QPalette.ColorRole
    wanted = {
        role.Window: palette.window,
        role.WindowText: palette.text,
        role.Base: palette.surface,
        role.AlternateBase: palette.sunken,
        role.Text: palette.text,
        role.PlaceholderText: palette.third,
        role.Button: palette.surface,
        role.ButtonText: palette.text,
        role.BrightText: palette.on_accent,
        role.ToolTipBase: palette.text,
        role.ToolTipText: palette.window,
        role.Highlight: palette.accent,
        role.HighlightedText: palette.on_accent,
        role.Accent: palette.accent,
        role.Link: palette.on_soft,
        role.LinkVisited: palette.on_soft,
        role.Light: palette.surface,
        role.Midlight: palette.hover,
        role.Mid: palette.line,
        role.Dark: palette.line_strong,
        role.Shadow: palette.line_strong,
    }
    made = QPalette()
    for name, value in wanted.items():
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(palette.third))
    return made
