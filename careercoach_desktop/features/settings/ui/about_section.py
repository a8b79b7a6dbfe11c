"""What this program is, what it fetches, and whose work it stands on."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QWidget

from careercoach_desktop import __version__
from careercoach_desktop.features.settings.ui.page_parts import small, stacked, tr
from careercoach_desktop.foundation.uikit import Card, Size, Text, Weight, column


class AboutSection(QWidget):
    def __init__(self) -> None:
        super().__init__()
        about = Card(tr("About"))
        about.add(
            Text(f"Career Coach {__version__}", size=Size.LARGE, weight=Weight.BOLD, selectable=True),
            small(
                tr(
                    "No account, no server of ours, no statistics. Only fetching a page and asking Claude need the "
                    "internet."
                )
            ),
        )
        fetched = Card(tr("What is fetched"))
        fetched.add(
            small(
                tr(
                    "A posting’s page, when you add a job by its link or have it read again: that page, and what it "
                    "needs when it has to be opened in a browser."
                ),
                "second",
            ),
            small(
                tr("Claude, when you press a button that says so; what is sent then stands in Settings, under Claude."),
                "second",
            ),
            small(tr("Nothing else, and nothing by itself: no updates, no fonts, no pictures."), "second"),
        )
        licences = Card(tr("Licences"))
        licences.add(
            small(tr("Career Coach: MIT licence. Qt for Python: LGPL 3. Typst: Apache 2.0. PDFium: BSD."), "second"),
            small(tr("Typeface: Inter, SIL Open Font License. Icons: Phosphor, MIT."), "second"),
            small(f"Python {platform.python_version()}, Qt {qVersion()}"),
        )
        self.setLayout(column(stacked(about, fetched, licences, name=tr("About")), spacing=0))
