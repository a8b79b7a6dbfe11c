"""Exactly what one call sent to Claude, part by part, and what came back: nothing summed up, nothing left out."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from careercoach_desktop.features.activity.model import agent_words
from careercoach_desktop.features.activity.ui.words import count_words, tr
from careercoach_desktop.foundation.llm.model import AiCall, Sent, SentPart
from careercoach_desktop.foundation.llm.words import model_name
from careercoach_desktop.foundation.uikit import Dialog, Size, Text, Weight, current_theme

_WIDTH, _HEIGHT = 820, 480
_SCHEMA = "schema"


class SentDialog(Dialog):
    """``text`` is everything as plain text, for the clipboard."""

    def __init__(self, call: AiCall, sent: Sent, parent: QWidget | None = None) -> None:
        super().__init__(tr("What was sent"), parent, width=_WIDTH)
        self._sent = sent
        self._shows_schema = False
        what = f"{agent_words(call.agent)} · {model_name(sent.model)} · {call.endpoint}"
        self.body.addWidget(Text(what, tone="second", elide=True))
        if sent.replaced:
            self.body.addWidget(Text(_replaced_words(sent.replaced), size=Size.SMALL, tone="green", wrap=True))
        if sent.searches:
            self.body.addWidget(Text(_search_words(sent.searches), size=Size.SMALL, tone="second", wrap=True))
        self.view = QTextBrowser()
        self.view.setAccessibleName(tr("What was sent, and what came back"))
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setProperty("kit", "sunken")
        self.view.setOpenLinks(False)
        self.view.setFixedHeight(_HEIGHT)
        self.view.document().setDocumentMargin(16)
        self.view.setFont(current_theme().font(Size.SMALL))
        self.view.anchorClicked.connect(self._unfold)
        self.body.addWidget(self.view)
        copy = self.add_button(tr("Copy all"), "")
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text))
        self.add_button(tr("Close"), "", "primary")
        self._show()

    @property
    def text(self) -> str:
        return "\n\n".join(f"— {title} —\n{body}" for title, body in self._pieces(with_schema=True))

    def _unfold(self, url: QUrl) -> None:
        if url.toString() == _SCHEMA:
            self._shows_schema = not self._shows_schema
            at = self.view.verticalScrollBar().value()
            self._show()
            self.view.verticalScrollBar().setValue(at)

    def _show(self) -> None:
        theme = current_theme()
        head = f"color:{theme.hex('second')}; font-weight:{Weight.BOLD}; margin-top:14px; margin-bottom:4px"
        body = f"color:{theme.hex('text')}; white-space:pre-wrap; margin:0"
        made = [
            f'<p style="{head}">{escape(title)}</p><p style="{body}">{_marked(text)}</p>'
            for title, text in self._pieces(with_schema=self._shows_schema)
        ]
        if self._sent.schema is not None:
            words = tr("Fold the form of the answer") if self._shows_schema else tr("Show the form of the answer")
            made.append(
                f'<p style="{head}"><a href="{_SCHEMA}" style="color:{theme.hex("accent")}">{escape(words)}</a></p>'
            )
        self.view.setHtml("".join(made))

    def _pieces(self, *, with_schema: bool) -> list[tuple[str, str]]:
        """What is the person's own comes first; the rules are the same for everybody."""
        import json

        sent = self._sent
        pieces = [(_title(part), part.attachment or part.text) for part in sent.parts]
        if sent.reply:
            pieces.append((tr("What came back"), sent.reply))
        if sent.system:
            pieces.append((tr("The rules Claude was given"), sent.system))
        if with_schema and sent.schema is not None:
            pieces.append((tr("The form of the answer"), json.dumps(sent.schema, indent=1, ensure_ascii=False)))
        return pieces


def _title(part: SentPart) -> str:
    who = tr("Claude’s answer before") if part.role == "assistant" else tr("What it was asked with")
    size = tr("{count} letters").format(count=count_words(len(part.text))) if part.text else tr("a file")
    kept = tr("stays in Claude’s cache for a few minutes") if part.kept else ""
    return " · ".join(piece for piece in (who, size, kept) if piece)


def _marked(text: str) -> str:
    """Text as text: whatever stands in it is shown and never obeyed."""
    return escape(text).replace("\n", "<br>")


def _search_words(searches: int) -> str:
    if searches == 1:
        return tr("Claude could search the web once for it.")
    return tr("Claude could search the web up to {count} times for it.").format(count=searches)


def _replaced_words(replaced: tuple[str, ...]) -> str:
    listed = ", ".join(replaced)
    return tr("Your contact details stayed here. In their place stood: {placeholders}").format(placeholders=listed)
