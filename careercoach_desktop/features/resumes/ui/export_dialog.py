"""Export: choose kind and look, see it at once, save a file that was read back and compared before.

The file is made while the person looks: what is saved is what was read back. Where a field did not survive, its list
has to be seen before the file can be saved.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QLocale, QSize, QTimer
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.resumes.handover import suggested_stem
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.typeset.lines import picture
from careercoach_desktop.features.resumes.typeset.templates import TEMPLATES
from careercoach_desktop.features.resumes.ui.export_options import ExportOptions
from careercoach_desktop.features.resumes.ui.export_preview import NOTES, ONE_PAGE_IN_WORD, ExportPreview
from careercoach_desktop.features.resumes.ui.form_copy_dialog import FormCopyDialog
from careercoach_desktop.features.resumes.ui.template_gallery import THUMBNAIL
from careercoach_desktop.features.resumes.ui.words import counted
from careercoach_desktop.foundation.uikit import Button, Desk, Dialog, Scroll, Space, recall, remember, row

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.handover import Format
    from careercoach_desktop.features.resumes.picture import Preview
    from careercoach_desktop.features.resumes.rereading import RereadReport
    from careercoach_desktop.features.resumes.service import ExportService

Keep = Callable[[ResumeStyle], Awaitable[object]]
Speak = Callable[[str], Awaitable[object]]
_LEAST, _MOST = QSize(980, 480), QSize(1360, 860)
_CHROME = 190
"""Pixels of the dialog above and below its content."""
_OPTIONS = 392
_REST_MS = 60
_STYLE = "resumes.style"
_FILTERS = {
    "pdf": "PDF (*.pdf)",
    "docx": "Word document (*.docx)",
    "html": "Web page (*.html)",
    "md": "Markdown (*.md)",
    "txt": "Plain text (*.txt)",
    "json": "JSON Resume (*.json)",
}


@dataclass(frozen=True, slots=True)
class _Made:
    """A file, how it was asked for, and what reading it back has shown."""

    style: ResumeStyle
    kind: str
    document: bytes
    report: RereadReport


class ExportDialog(Dialog):
    """``data`` is what is exported; ``title`` names the file (by default the person's name does). ``style`` is how it
    looks at first, ``keep`` is awaited with the look it was exported in when that is another one, ``speak`` with the
    language of its headings and dates; without ``speak`` that stays as it is.

    ``await run()`` shows the dialog and does the rest.
    """

    def __init__(
        self,
        desk: Desk,
        exports: ExportService,
        data: ResumeData,
        title: str = "",
        parent: QWidget | None = None,
        *,
        style: ResumeStyle | None = None,
        keep: Keep | None = None,
        speak: Speak | None = None,
    ) -> None:
        size = _room(parent)
        super().__init__("Export résumé", parent, width=size.width())
        self._desk, self._exports, self._data = desk, exports, data
        self._title = title
        self._style = _usual() if style is None or style == ResumeStyle() else _possible(style)
        self._kept, self._keep = style, keep
        self._language, self._speak = data.language, speak
        self._made: _Made | None = None
        self._seen: RereadReport | None = None
        self._thumbnails = 0
        self.options = ExportOptions(
            exports.templates(),
            self._style,
            has_photo=bool(picture(data.basics.image)),
            language=data.language if speak is not None else "",
        )
        self.preview = ExportPreview()
        self._lay_out(size.height())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(lambda: desk.start(self._refresh(), owner=self))
        self.options.changed.connect(self._when_changed)
        self.options.format_changed.connect(self._when_changed)
        self.options.language_changed.connect(self._when_language_changed)
        self.preview.sharper_wanted.connect(lambda: desk.start(self._draw_again(), owner=self))
        self.preview.list_closed.connect(self._name_the_button)
        self.preview.list_shown.connect(self._when_list_shown)
        desk.start(self._begin(), owner=self)

    def _lay_out(self, height: int) -> None:
        left = Scroll(self.options, "Options")
        left.setFixedWidth(_OPTIONS)
        left.setFixedHeight(height)
        self.preview.setFixedHeight(height)
        whole = row(left, self.preview, spacing=Space.L)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        form = Button("Copy into a form…", "ghost", icon="clipboard-text")
        form.clicked.connect(lambda: self._desk.start(self._copy(), owner=self))
        self._buttons.insertWidget(0, form)
        self.add_button("Cancel", "")
        self.export_button = Button("Export", "primary")
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(lambda: self._desk.start(self._export(), owner=self))
        self._buttons.addWidget(self.export_button)

    async def run(self) -> bool:
        """Show the dialog; True when a file was written."""
        return await self.answer() == "exported"

    # --- looking ---------------------------------------------------------------------------------------------------

    async def _begin(self) -> None:
        sections = await self._desk.work(self._exports.sections, self._data, self._style)
        self.options.set_sections(sections)
        self._rest.start()
        self.options.set_fonts(await self._desk.work(self._exports.fonts))

    def _when_language_changed(self, language: str) -> None:
        self._data = self._data.model_copy(update={"language": language})
        self._when_changed()
        self._desk.start(self._name_sections(), owner=self)

    async def _name_sections(self) -> None:
        """The headings to be ordered, in the language that was chosen."""
        self.options.set_sections(await self._desk.work(self._exports.sections, self._data, self.options.style_now()))

    async def _draw_again(self) -> None:
        """The same pages in the size they are shown in now."""
        style, kind, data, width = self.options.style_now(), self.options.format.value(), self._data, self._width()
        preview = await self._desk.work(self._exports.preview, data, style, width)
        if self._is_current(style, kind) and data is self._data:
            self.preview.redraw(preview, width)

    def _width(self) -> int:
        return self.preview.width_px()

    def _when_changed(self, _what: object = None) -> None:
        self._made = None
        self._name_the_button()
        self.preview.set_reading()
        self._rest.start()

    async def _refresh(self) -> None:
        """Show the file as chosen now, then make it and read it back; an older answer that comes late is dropped."""
        style, kind = self.options.style_now(), self.options.format.value()
        self.preview.set_reading()
        data, width = self._data, self._width()
        if kind in ("pdf", "docx"):
            preview = await self._desk.work(self._exports.preview, data, style, width)
            if not self._is_current(style, kind) or data is not self._data:
                return
            self.preview.set_preview(preview, width)
            self.preview.set_note(_about(preview, style, kind))
        made = await self._make(style, kind)
        if not self._is_current(style, kind) or data is not self._data:
            return
        if kind not in ("pdf", "docx"):
            await self._show_text(made, kind)
        self._made = made
        self.preview.set_report(made.report, self._data)
        await self._draw_thumbnails(style)

    async def _make(self, style: ResumeStyle, kind: str) -> _Made:
        file_type = cast("Format", kind)
        document, report = await self._desk.work(self._exports.typeset, self._data, style, file_type)
        return _Made(style, kind, document, report)

    async def _show_text(self, made: _Made, kind: str) -> None:
        self.preview.set_note(NOTES[kind])
        if kind in ("txt", "json"):
            self.preview.set_source(made.document.decode())
            return
        text = made if kind == "md" else await self._make(made.style, "md")
        self.preview.set_markdown(text.document.decode())

    async def _draw_thumbnails(self, style: ResumeStyle) -> None:
        """Every template as it would look now; begins again when the look changes meanwhile."""
        self._thumbnails += 1
        mine = self._thumbnails
        width = 2 * round(THUMBNAIL.width() * self.devicePixelRatioF())  # drawn larger and made smaller: finer lines
        for card in self.options.gallery.cards:
            look = style.model_copy(update={"template": card.template.name})
            drawn = await self._desk.work(self._exports.preview, self._data, look, width, pages=1)
            if mine != self._thumbnails:
                return
            if drawn.pages:
                card.set_page(drawn.pages[0].png)

    def _is_current(self, style: ResumeStyle, kind: str) -> bool:
        return style == self.options.style_now() and kind == self.options.format.value()

    # --- saving ----------------------------------------------------------------------------------------------------

    async def _export(self) -> None:
        """Save the file that was read back; where something is lost, show what first."""
        made = self._made
        if made is None:
            style, kind = self.options.style_now(), self.options.format.value()
            made = await self._make(style, kind)
            if not self._is_current(style, kind):
                return
            self._made = made
            self.preview.set_report(made.report, self._data)
        if not made.report.survived and self._seen is not made.report:
            self.preview.show_losses()
            return
        name = f"{self._title or suggested_stem(self._data)}.{made.kind}"
        path = await self._desk.choose_save("Export résumé", name, [_FILTERS[made.kind]])
        if path is None:
            return
        await self._desk.work(self._exports.save, made.document, path)
        remember(_STYLE, made.style.model_dump_json())
        if self._keep is not None and made.style != self._kept:
            await self._keep(made.style)
        if self._speak is not None and self._data.language != self._language:
            await self._speak(self._data.language)
        show = partial(self._desk.reveal, path)
        self._desk.toast(
            f"Exported {path.name}. {made.report.verdict()}", action="Open folder", on_action=show, tone="good"
        )
        self._close_with("exported")

    def _when_list_shown(self) -> None:
        self._seen = self._made.report if self._made is not None else None
        self.export_button.setText("Export anyway")

    def _name_the_button(self) -> None:
        self.export_button.setText("Export")

    async def _copy(self) -> None:
        await FormCopyDialog(self._desk, self._exports, self._data, self).answer()


def _about(preview: Preview, style: ResumeStyle, kind: str) -> str:
    """What is to be said about the pages, in a line or two."""
    if kind == "pdf":
        return " ".join((f"{counted(preview.page_count, 'page')}.", *preview.notes))
    return f"{NOTES[kind]} {ONE_PAGE_IN_WORD if style.one_page else ''}".strip()


def _room(parent: QWidget | None) -> QSize:
    """As large as the window behind allows, for the content: its width, and the height of the middle part."""
    window = parent.window().size() if parent is not None else _LEAST
    width = min(max(window.width() - 80, _LEAST.width()), _MOST.width())
    height = min(max(window.height() - _CHROME, _LEAST.height()), _MOST.height())
    return QSize(width, height)


def _usual() -> ResumeStyle:
    """The look of the last export; before the first one, the paper of the country."""
    kept: Any = recall(_STYLE, "")
    if kept:
        last = ResumeStyle.model_validate_json(kept)
        return _possible(last.model_copy(update={"order": [], "left_out": []}))
    american = QLocale().territory() in (QLocale.Country.UnitedStates, QLocale.Country.Canada)
    return ResumeStyle(paper="letter" if american else "a4")


def _possible(style: ResumeStyle) -> ResumeStyle:
    """``style``, with the usual template where its own is no longer there."""
    known = {each.name for each in TEMPLATES}
    return style if style.template in known else style.model_copy(update={"template": TEMPLATES[0].name})
