"""The letter's page before there is a letter: what it will be, the wishes, and the two ways."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.model import Job
from careercoach_desktop.features.letters.ui.composer import LetterComposer
from careercoach_desktop.features.letters.ui.writing_bar import WritingBar
from careercoach_desktop.foundation.uikit import Heading, Scroll, Space, Text, column, holder, row

PROMISE = (
    "A letter for this posting, resting on your own evidence. Nothing is invented: what nothing proves is marked, "
    "and you decide about every word."
)
_WIDTH = 560


class LetterStart(QWidget):
    def __init__(self, composer: LetterComposer) -> None:
        super().__init__()
        self.composer = composer
        self.bar = WritingBar()
        self._title = Heading("", level=2)
        words = Text(PROMISE, tone="second", wrap=True)
        body = holder(column(self._title, words, self.bar, composer, spacing=Space.L))
        body.setMaximumWidth(_WIDTH)
        line = row(margins=(Space.XXL, Space.XXXL, Space.XXL, Space.XXXL))
        line.addStretch(1)
        line.addWidget(body, 1000)
        line.addStretch(1)
        whole = column(line, spacing=0)
        whole.addStretch(1)
        self.setLayout(column(Scroll(whole, "Begin a letter"), spacing=0))

    def show_job(self, job: Job) -> None:
        company = job.posting.company
        self._title.setText(f"A letter to {company}" if company else "A letter")
        self.composer.show_job(job.id, None)
