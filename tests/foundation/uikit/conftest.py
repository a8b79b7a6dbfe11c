"""Widget tests stand on a real QApplication, a real Desk and the kit's own theme."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from careercoach_desktop.foundation.uikit.focus import last_input
from careercoach_desktop.foundation.uikit.theme import Theme, current_theme
from tests.support.windows import await_, bus, desk, qt_loop, show

__all__ = ["await_", "bus", "desk", "qt_loop", "show"]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light theme; what a test chose is taken back."""
    theme = current_theme()
    theme.choose("light")
    last_input.note(keyboard=False)
    yield theme
    theme.choose("light")
