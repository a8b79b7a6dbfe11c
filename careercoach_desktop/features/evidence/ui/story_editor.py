"""One story to write in: what it is called, when it was, its four parts, the skills it shows, what it answers."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from careercoach_desktop.features.evidence.model import StoryLook, StoryText
from careercoach_desktop.features.evidence.ui.story_questions import StoryQuestions
from careercoach_desktop.features.evidence.ui.words import PROMPTS, figures_line
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    ChipInput,
    Scroll,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    Weight,
    column,
    holder,
    row,
)

_REST_MS = 500
_WIDTH = 960
_TOLD_ENOUGH = 2
"""Parts that are told before the editor says what is missing."""


class StoryEditor(QWidget):
    """``changed`` brings the text when writing rests for half a second, a field is left, or the editor is hidden.
    ``show_look`` shows what rules see in it: hints below its parts, its figures, questions it could answer."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown = StoryText()
        self.title = TextField("Name of the story", placeholder="A few words that remind you of it")
        self.happened = TextField("When it was", placeholder="Spring 2023")
        self.parts = {
            name: TextArea(label, placeholder=prompt, min_lines=3, max_lines=14)
            for name, (label, prompt) in PROMPTS.items()
        }
        self.skills = ChipInput("Skills it shows")
        self.hints = {name: _hint() for name in PROMPTS}
        self.figures = _hint()
        self.questions = StoryQuestions()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.flush)
        self._listen()
        head = row(_labelled("Name", self.title), _labelled("When", self.happened), spacing=Space.M)
        head.setStretch(0, 3)
        head.setStretch(1, 1)
        parts = [_labelled(PROMPTS[name][0], part, self.hints[name]) for name, part in self.parts.items()]
        hint = Text(
            "Write it as you would tell it. It is kept on this computer and counts as your evidence; "
            "where you ask Claude about an interview, it goes along.",
            size=Size.SMALL, tone="third", wrap=True,
        )  # fmt: skip
        skills = _labelled("Skills", self.skills)
        whole = holder(column(head, *parts, self.figures, skills, self.questions, hint, STRETCH, spacing=Space.L))
        whole.setMaximumWidth(_WIDTH)
        line = row(whole, STRETCH, margins=(Space.XXL, Space.XL, Space.XXL, Space.XL))
        line.setStretch(0, 1000)  # all there is, up to its greatest width
        self._page = Scroll(line, "Story")
        self.setLayout(column(self._page, spacing=0))

    def _listen(self) -> None:
        for field in (self.title, self.happened):
            field.textEdited.connect(lambda _text: self._rest.start())
            field.editingFinished.connect(self.flush)
        for part in self.parts.values():
            part.changed.connect(self._when_typed)
            part.committed.connect(lambda _text: self.flush())
        self.skills.changed.connect(lambda _words: self.flush())

    def show_text(self, text: StoryText) -> None:
        """Show a story that is saved."""
        self._shown = text
        for field, value in ((self.title, text.title), (self.happened, text.happened)):
            if field.text() != value:
                field.setText(value)
        for name, part in self.parts.items():
            if part.text() != getattr(text, name):
                part.setText(getattr(text, name))
        if tuple(self.skills.values()) != text.skills:
            self.skills.set_values(text.skills)
        self._rest.stop()
        self._mark_title()

    def show_look(self, look: StoryLook) -> None:
        """What rules see in the story as it stands. What a story that is hardly begun lacks is plain enough."""
        told = sum(bool(part.text().strip()) for part in self.parts.values())
        said = {gap.part: gap.said for gap in look.gaps} if told >= _TOLD_ENOUGH else {}
        for name, hint in self.hints.items():
            hint.setText(said.get(name, ""))
            hint.setVisible(name in said)
        self.figures.setText(figures_line(look.numbers))
        self.figures.setVisible(bool(look.numbers))
        self.questions.show_suggested(look.suggested)

    def text(self) -> StoryText:
        """What is written now."""
        parts = {name: part.text().strip() for name, part in self.parts.items()}
        return StoryText(
            title=self.title.text().strip(),
            happened=self.happened.text().strip(),
            skills=tuple(self.skills.values()),
            **parts,
        )

    def begin(self) -> None:
        """Put the keyboard where one begins to write: a new story's name is ready to be replaced."""
        if self.text().situation or self.text().action:
            self.parts["situation"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.title.selectAll()
        self._page.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        """Tell now what was written."""
        self._rest.stop()
        self._mark_title()
        text = self.text()
        if text.title and text != self._shown:
            self._shown = text
            self.changed.emit(text)

    @property
    def field_in_use(self) -> QWidget | None:
        """The field that has the keyboard: writing in one field is one step of undo."""
        focused = QApplication.focusWidget()
        return focused if focused is not None and self.isAncestorOf(focused) else None

    def _when_typed(self) -> None:
        if self.text() != self._shown:
            self._rest.start()

    def _mark_title(self) -> None:
        self.title.set_state("plain" if self.title.text().strip() else "error", "")


def _labelled(label: str, *below: QWidget) -> QWidget:
    words = Text(label, size=Size.SMALL, weight=Weight.MEDIUM, tone="second")
    return holder(column(words, *below, spacing=Space.XS))


def _hint() -> Text:
    """Empty and hidden until there is something to say."""
    hint = Text("", size=Size.SMALL, tone="third", wrap=True)
    hint.hide()
    return hint
