"""The head of the review: what it is for, what it is worth, what can be done with it; it gives way as it narrows."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget

from careercoach_desktop.features.tailoring.model import Draft
from careercoach_desktop.foundation.uikit import Badge, Button, IconButton, PageHeader, Text


class ReviewHeader(PageHeader):
    """The page connects the buttons."""

    def __init__(self) -> None:
        super().__init__("", back=True, line=True)
        self.score = Badge("", large=True)
        self.ats = Text("", size=12, tone="second")
        self.add_beside(self.score, self.ats)
        self.accept_all = Button("", name="Accept all supported", tip="Accept every change that your evidence supports")
        self.compare = IconButton("git-diff", "Compare with a saved version or the original")
        self.preview = Button("", name="Preview", tip="Show the page as it will be printed (P)")
        self.preview.setCheckable(True)
        self.save = Button("", name="Save version", tip="Keep this as a version in Documents")
        self.export = Button("", "primary", name="Export", tip="Save it as a file")
        for button in (self.accept_all, self.compare, self.preview, self.save, self.export):
            self.add_action(button)
        self._write_buttons(short=False)

    def show_draft(self, draft: Draft, place: str) -> None:
        self.set_title(f"Tailored for {place}")
        self.score.setText(_moved(draft.score_before, draft.score_after) or "no score")
        ats = _moved(draft.ats_before, draft.ats_after)
        ats = f"{draft.ats_after}" if draft.ats_before == draft.ats_after and ats else ats
        self.ats.setText(f"ATS {ats}" if ats else "")
        self.ats.setToolTip("How easily an application program reads it, by rules on this computer")
        self.fit()

    def fit(self) -> None:
        """Words on the buttons give way first, then the ATS score; the title keeps its room as long as it can."""
        parent = self.parentWidget()
        room = self.width() if parent is None else parent.width()  # which is told of its new size before its children
        for short, with_ats in ((False, True), (True, True), (True, False)):
            self._write_buttons(short=short)
            self.ats.setVisible(with_ats and bool(self.ats.text()))
            if _width(self) <= room:
                break

    def _write_buttons(self, *, short: bool) -> None:
        self.accept_all.setText("Accept all" if short else "Accept all supported")
        self.save.setText("Save" if short else "Save version")
        shown = self.preview.isChecked()
        self.preview.setText(("Hide page" if shown else "Page") if short else "Hide preview" if shown else "Preview")
        self.export.setText("Export")
        self.save.set_icon("" if short else "floppy-disk")
        self.preview.set_icon("" if short else "file-text")
        self.export.set_icon("" if short else "download-simple")


def _moved(before: int | None, after: int | None) -> str:
    if before is None or after is None:
        return ""
    return f"{before} → {after}"


def _width(header: PageHeader) -> int:
    """What the header would like; everything in it is asked anew, the innermost first, because layouts remember what
    hid or was worded before."""
    for widget in reversed([header, *header.findChildren(QWidget)]):
        if (layout := widget.layout()) is not None:
            for inner in (*layout.findChildren(QLayout), layout):
                inner.invalidate()
        widget.updateGeometry()
    return header.sizeHint().width()
