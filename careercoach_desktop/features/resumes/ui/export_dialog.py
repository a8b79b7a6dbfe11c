"""Export: choose a look, see the pages as they will be, save a file that was read back and compared first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.templates import TEMPLATES, Template
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    ClickCard,
    Desk,
    Dialog,
    ImagePages,
    SegmentedControl,
    Size,
    Space,
    Text,
    Weight,
    column,
    holder,
    recall,
    remember,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.handover import Format
    from careercoach_desktop.features.resumes.service import ExportService

_WIDTH, _HEIGHT = 820, 560
_REST_MS = 60


class ExportDialog(Dialog):
    """``data`` is what is set; ``title`` names the file. ``await run()`` shows it and does the rest."""

    def __init__(
        self, desk: Desk, exports: ExportService, data: ResumeData, title: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("Export résumé", parent, width=_WIDTH)
        self._desk = desk
        self._exports = exports
        self._data = data
        self._title = title
        self.template = str(recall("resumes.template", TEMPLATES[0].name))
        if self.template not in {each.name for each in TEMPLATES}:
            self.template = TEMPLATES[0].name
        self._looks: dict[str, ClickCard] = {each.name: self._look(each) for each in TEMPLATES}
        self._format = SegmentedControl([("pdf", "PDF"), ("docx", "Word")], "Format")
        american = QLocale().territory() in (QLocale.Country.UnitedStates, QLocale.Country.Canada)
        self._paper = SegmentedControl([("a4", "A4"), ("letter", "Letter")], "Paper", "letter" if american else "a4")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: desk.start(self._preview(), owner=self))
        self._paper.changed.connect(lambda _key: self._rest.start())
        self._pages = ImagePages("Preview")
        self._pages.setFixedHeight(_HEIGHT)
        self.body.addLayout(self._layout())
        self.add_button("Cancel", "")
        self.add_button("Export", "export", "primary")
        self._choose(self.template)

    def _layout(self) -> QHBoxLayout:
        choices = column(
            Text("Look", size=Size.SMALL, weight=Weight.BOLD, tone="second"),
            *self._looks.values(),
            Space.M,
            Text("Format", size=Size.SMALL, weight=Weight.BOLD, tone="second"),
            row(self._format, STRETCH),
            Space.S,
            Text("Paper", size=Size.SMALL, weight=Weight.BOLD, tone="second"),
            row(self._paper, STRETCH),
            Space.M,
            Text("The file is read back and compared before you get it.", size=Size.SMALL, tone="third", wrap=True),
            STRETCH,
        )
        left = holder(choices)
        left.setFixedWidth(250)
        whole = row(left, self._pages, spacing=Space.XL)
        whole.setStretch(1, 1)
        return whole

    async def run(self) -> bool:
        """Show the dialog; export when asked to. True when a file was written."""
        if await self.answer() != "export":
            return False
        style = self._style()
        kind: Format = "docx" if self._format.value() == "docx" else "pdf"
        remember("resumes.template", style.template)
        filters = {"pdf": "PDF (*.pdf)", "docx": "Word document (*.docx)"}
        path = await self._desk.choose_save("Export résumé", f"{self._title}.{kind}", [filters[kind]])
        if path is None:
            return False
        made, report = await self._desk.work(self._exports.typeset, self._data, style, kind)
        if not report.survived and not await self._confirmed(report.sentences()):
            return False
        await self._desk.work(self._exports.save, made, path)
        said = "Read back, nothing was lost." if report.survived else "Saved as it is."
        show = partial(self._desk.reveal, path)
        self._desk.toast(f"Exported {path.name}. {said}", action="Open folder", on_action=show, tone="good")
        return True

    async def _confirmed(self, sentences: list[str]) -> bool:
        shown = "\n".join(f"• {each}" for each in sentences[:6])
        return await self._desk.ask(
            "Some fields read differently",
            f"We read the file back, as an applicant system would:\n{shown}",
            confirm="Export anyway",
        )

    def _look(self, template: Template) -> ClickCard:
        card = ClickCard(template.title)
        words = Text(template.description, size=Size.SMALL, tone="second", wrap=True)
        card.add(Text(template.title, weight=Weight.BOLD), words)
        card.clicked.connect(lambda: self._choose(template.name))
        card.opened.connect(lambda: self._choose(template.name))
        return card

    def _choose(self, name: str) -> None:
        self.template = name
        for each, card in self._looks.items():
            card.set_selected(each == name)
        self._rest.start()

    def _style(self) -> ResumeStyle:
        """As chosen now."""
        return ResumeStyle.model_validate({"template": self.template, "paper": self._paper.value()})

    async def _preview(self) -> None:
        """Set the pages as chosen now; an older answer that comes late is not shown."""
        style = self._style()
        width = max(round((self._pages.width() - 60) * self._pages.devicePixelRatioF()), 200)
        preview = await self._desk.work(self._exports.preview, self._data, style, width)
        if style != self._style():
            return
        self._pages.set_pages([page.size_mm for page in preview.pages])
        for number, page in enumerate(preview.pages):
            self._pages.set_page(number, page.png)
