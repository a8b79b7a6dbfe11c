"""The posting to read: its text as Markdown, edited in place as plain Markdown; its lists; the page as captured."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import Job, OriginalPage
from careercoach_desktop.features.jobs.ui.long_markdown import LongMarkdown
from careercoach_desktop.features.jobs.ui.origins import origin_of, origin_words
from careercoach_desktop.features.jobs.ui.words import moment_words, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    Heading,
    IconButton,
    SegmentedControl,
    Size,
    Space,
    Text,
    TextArea,
    column,
    holder,
    plain_tip,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

POSTING, ORIGINAL = "posting", "original"


class EditableText(QWidget):
    """A heading, a text, a pencil. The pencil (or ``begin``) turns the text into a plain editor: Ctrl+Enter or Save
    keeps it, Escape leaves it. ``committed`` brings the new text."""

    committed = Signal(str)

    def __init__(self, title: str, *, empty: str = "", hint: str = "", lines: int = 12) -> None:
        super().__init__()
        self._title, self._hint, self._lines = title, hint, lines
        self._editable = ""
        self.editor: TextArea | None = None
        self.edit = IconButton("pencil-simple", tr("Edit {0}").format(title.lower()), size=26)
        self.edit.clicked.connect(self.begin)
        self.head = row(Heading(title, 3), STRETCH, self.edit, spacing=Space.S)
        self._view = LongMarkdown(title)
        self._empty = Text(empty, tone="third", wrap=True)
        self._editing = column(spacing=Space.S)
        self.setLayout(column(self.head, self._view, self._empty, self._editing, spacing=6))

    def show_text(self, shown: str, editable: str, origin: str = "") -> None:
        """``shown`` as Markdown; ``editable`` is what the editor would hold."""
        self._editable = editable
        self.edit.setToolTip(plain_tip(" · ".join(part for part in (self.edit.accessibleName(), origin) if part)))
        self._view.set_markdown(shown)
        self.show_body(shown=True)

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark what is searched for."""
        self._view.mark_words(words)

    def show_body(self, *, shown: bool) -> None:
        """Show or hide what is below the heading."""
        has_text = bool(self._view.markdown())
        reading = shown and self.editor is None
        self._view.setVisible(reading and has_text)
        self._empty.setVisible(reading and not has_text and bool(self._empty.text()))
        self.edit.setVisible(reading)

    @property
    def is_open(self) -> bool:
        return self.editor is not None

    def begin(self) -> None:
        if self.editor is not None:
            return
        editor = self.editor = TextArea(self._title, text=self._editable, min_lines=4, max_lines=self._lines * 2)
        editor.installEventFilter(self)
        save = Button(tr("Save"), "primary", compact=True)
        save.clicked.connect(self.commit)
        leave = Button(tr("Cancel"), compact=True)
        leave.clicked.connect(self.close_editor)
        hint = Text(self._hint, size=Size.SMALL, tone="third", elide=True)
        line = row(hint, leave, save, spacing=Space.S)
        line.setStretch(0, 1)
        self._editing.addWidget(editor)
        self._editing.addWidget(holder(line))
        self._view.hide()
        self._empty.hide()
        self.edit.hide()
        self.show()
        editor.show()  # at once: what is not shown yet can't take the keyboard
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def commit(self) -> None:
        """Save what was written, if it is another text."""
        if self.editor is None:
            return
        written = self.editor.text()
        changed = written.strip() != self._editable.strip()
        self.close_editor()
        if changed:
            self.committed.emit(written.strip())

    def close_editor(self) -> None:
        """Show the text again; what was written is forgotten."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        editor.removeEventFilter(self)
        while (item := self._editing.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.show_body(shown=True)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.editor and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Escape:
                self.close_editor()
                return True
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.commit()
                return True
        return super().eventFilter(watched, event)


class PostingText(QWidget):
    """``edited`` brings changes of the posting, by field."""

    edited = Signal(dict)

    def __init__(self, desk: Desk, service: JobService) -> None:
        super().__init__()
        self._desk = desk
        self._service = service
        self._job: Job | None = None
        self._page: OriginalPage | None = None
        self._pages: list[OriginalPage] = []
        """Its own, then those of cards that were merged into it."""
        self._which = SegmentedControl(
            [(POSTING, tr("Cleaned up")), (ORIGINAL, tr("As captured"))], tr("What to read"), POSTING
        )
        self._which.changed.connect(lambda _key: self._turn())
        markdown = tr("Markdown: **bold**, - list, # heading")
        self.description = EditableText(
            tr("Posting"), empty=tr("There is no text here. The pencil lets you write or paste it."), hint=markdown,
            lines=16,
        )  # fmt: skip
        self.description.committed.connect(lambda text: self.edited.emit({"description": text}))
        self.description.head.insertWidget(1, self._which)
        self.lists = {
            "requirements": self._list("requirements", tr("Requirements")),
            "responsibilities": self._list("responsibilities", tr("Responsibilities")),
            "benefits": self._list("benefits", tr("Benefits")),
        }
        self._kept = Text("", size=Size.SMALL, tone="third", wrap=True)
        self.open_page = Button(tr("Open in browser"), "link")
        self.open_page.clicked.connect(self._open_page)
        self._original = LongMarkdown(tr("The page as it was captured"))
        self._plain = Text("", size=Size.SMALL, tone="second", wrap=True, selectable=True)
        self.other_page = Button(tr("Show the other posting"), "link")
        self.other_page.clicked.connect(self._show_other_page)
        about = row(self._kept, self.other_page, self.open_page, spacing=Space.S)
        about.setStretch(0, 1)
        self._captured = holder(column(about, self._original, self._plain, spacing=Space.S))
        self._captured.hide()
        self.setLayout(column(self.description, self._captured, *self.lists.values(), spacing=Space.L))

    def show_job(self, job: Job) -> None:
        """Show the job, or what changed of it; what is being written stays."""
        other = self._job is None or self._job.id != job.id
        if other:
            self.commit()
            self._page = None
            self._pages = []
            self._which.set_value(POSTING)
        self._job = job
        self._which.setVisible(job.has_page)
        self._which.setEnabled(not self.description.is_open)
        text = job.posting.description
        self.description.show_text(text, text, origin_words(origin_of(job, ["description"])))
        for name, section in self.lists.items():
            lines = getattr(job.posting, name)
            section.show_text(bullets(lines), "\n".join(lines), origin_words(origin_of(job, [name])))
        self._turn()

    def mark_words(self, words: tuple[str, ...]) -> None:
        """Mark what is searched for in the posting, its lists and the page as it was captured."""
        for text in (self.description, *self.lists.values()):
            text.mark_words(words)
        self._original.mark_words(words)

    def commit(self) -> None:
        """Save what is being written: another job is about to be shown."""
        for section in (self.description, *self.lists.values()):
            section.commit()

    def _list(self, field: str, title: str) -> EditableText:
        section = EditableText(title, hint=tr("One to a line"))
        section.committed.connect(lambda text: self.edited.emit({field: listed(text)}))
        return section

    def _turn(self) -> None:
        job = self._job
        if job is None:
            return
        original = self._which.value() == ORIGINAL and job.has_page
        self._captured.setVisible(original)
        self.description.show_body(shown=not original)
        for name, section in self.lists.items():
            apart = not within(getattr(job.posting, name), job.posting.description)
            section.setVisible(not original and (section.is_open or apart))
        if original:
            self._desk.start(self._show_original(job), owner=self)

    async def _show_original(self, job: Job) -> None:
        pages = await self._desk.run(self._service.originals, job.id)
        if not pages or self._job is not job:
            return
        if pages != self._pages:
            self._pages = pages
            self._show_page(pages[0])

    def _show_other_page(self) -> None:
        """The next of them, and after the last the first again."""
        at = self._pages.index(self._page) if self._page in self._pages else -1
        self._show_page(self._pages[(at + 1) % len(self._pages)])

    def _show_page(self, page: OriginalPage) -> None:
        self._page = page
        count = len(self._pages)
        self.other_page.setVisible(count > 1)
        self.other_page.setText(
            tr("Show the other posting") if count == 2 else tr("Show the next of {0} postings").format(count)
        )
        self._original.setVisible(page.is_markdown)
        self._plain.setVisible(not page.is_markdown)
        if page.is_markdown:
            self._original.set_markdown(page.text)
        else:
            self._plain.setText(page.text)
        source = tr(" from {0}").format(page.url) if page.url else ""
        when = moment_words(page.when, today_here())
        self._kept.setText(tr("Kept {0}{1}; it stays readable offline.").format(when, source))
        self.open_page.setVisible(looks_like_url(page.url) is not None)

    def _open_page(self) -> None:
        link = looks_like_url(self._page.url) if self._page is not None else None
        if link is not None:  # never a file: or another scheme that a page may have named
            QDesktopServices.openUrl(QUrl(link))


def bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def listed(text: str) -> list[str]:
    """What is written one to a line, with or without bullets."""
    lines = (line.strip().lstrip("-*•–").strip() for line in text.splitlines())
    return [line for line in lines if line]


def within(lines: Sequence[str], description: str) -> bool:
    """Whether a list needs no place of its own: it is empty, or the text above it says the same."""
    text = _letters_of_long(description) if lines else ""
    return all(_letters(line) in text for line in lines)


@lru_cache(maxsize=2)  # a job is shown again with each of its changes, and its text may be long
def _letters_of_long(text: str) -> str:
    return _letters(text)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())
