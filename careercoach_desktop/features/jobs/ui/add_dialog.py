"""Adding jobs: one place to paste links, a posting's text or rows of a table, or to choose files."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.jobs.ui.intake import links_in, looks_like_table, recognised
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import Button, Dialog, IconView, Size, Text, holder, row
from careercoach_desktop.foundation.uikit.fields import TextArea

ADD, FILE, TABLE, BY_HAND = "add", "file", "table", "by-hand"


class AddDialog(Dialog):
    """Answers ``ADD`` (then ``text``), ``FILE``, ``TABLE``, ``BY_HAND`` or an empty string."""

    def __init__(self, parent: QWidget | None, *, title: str = "", by_text_only: bool = False) -> None:
        super().__init__(title or tr("Add jobs"), parent, width=560)
        hint = tr("Paste the posting’s text") if by_text_only else tr("Paste links, a posting’s text, or table rows")
        self._by_text_only = by_text_only
        self._area = TextArea(hint, placeholder=hint, min_lines=6, max_lines=16)
        self._area.installEventFilter(self)
        self._area.changed.connect(self._typed)
        self._icon = IconView("info", "third")
        self._seen = Text("", size=Size.SMALL, tone="third", elide=True)
        seen = row(self._icon, self._seen, spacing=6)
        seen.setStretch(1, 1)
        self.body.addWidget(self._area)
        self.body.addLayout(seen)
        if not by_text_only:
            self.body.addSpacing(4)
            self.body.addWidget(self._other_ways())
        self.add_button(tr("Cancel"), "")
        self._add = self.add_button(tr("Read it") if by_text_only else tr("Add job"), ADD, "primary")
        self._typed()
        self._area.setFocus()

    @property
    def text(self) -> str:
        return self._area.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter adds a link; in a text it is a new line, and Ctrl+Enter adds."""
        if watched is self._area and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if enter and self._add.isEnabled() and (control or len(links_in(self.text)) == 1):
                self._close_with(ADD)
                return True
        return super().eventFilter(watched, event)

    def _other_ways(self) -> QWidget:
        """What is no text: files, a table, or the person's own hand."""
        ways = (
            (tr("Choose files…"), "file-text", FILE),
            (tr("Import a spreadsheet…"), "table", TABLE),
            (tr("Fill it in by hand"), "pencil-simple", BY_HAND),
        )
        line = row(spacing=16)
        for words, icon, answer in ways:
            button = Button(words, "link", icon=icon)
            button.clicked.connect(lambda _checked=False, chosen=answer: self._close_with(chosen))
            line.addWidget(button)
        line.addStretch(1)
        return holder(line)

    def _typed(self) -> None:
        text = self.text
        links = links_in(text)
        said = recognised(text) if not self._by_text_only or not links else tr("That is a link; paste the text itself.")
        self._seen.setText(said or tr("Nothing is sent anywhere; a link is opened once, to read it."))
        is_table = not links and looks_like_table(text)
        icon = "link" if links else "table" if is_table else "article" if text.strip() else "info"
        self._icon.set_icon(icon, "accent" if text.strip() else "third")
        if not self._by_text_only:
            many = len(links) > 1
            self._add.setText(
                tr("Add {0} jobs").format(len(links)) if many else tr("Next…") if is_table else tr("Add job")
            )
        self._add.setEnabled(bool(text.strip()))
