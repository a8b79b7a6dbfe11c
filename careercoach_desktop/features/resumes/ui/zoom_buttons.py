"""The buttons below pages that make them larger and smaller."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.foundation.uikit import IconButton, ImagePages, Space, row


class ZoomButtons(QWidget):
    """Smaller, as wide as the view, larger."""

    def __init__(self, pages: ImagePages) -> None:
        super().__init__()
        buttons = []
        for icon, name, act in (
            ("magnifying-glass-minus", "Smaller", lambda: pages.zoom_by(1 / 1.2)),
            ("arrows-out", "Fit the width", pages.fit_width),
            ("magnifying-glass-plus", "Larger", lambda: pages.zoom_by(1.2)),
        ):
            button = IconButton(icon, name, size=26)
            button.clicked.connect(act)
            buttons.append(button)
        self.setLayout(row(*buttons, spacing=Space.S))
