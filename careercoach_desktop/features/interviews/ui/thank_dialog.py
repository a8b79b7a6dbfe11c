"""Writing to who asked, after a round: a draft to be made one's own, copied, mailed, or kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.following_up import (
    LANGUAGES,
    FollowUpDraft,
    Occasion,
    Wish,
    drafted,
    gaps_in,
)
from careercoach_desktop.features.interviews.model import Interviewer
from careercoach_desktop.features.interviews.ui.form_dialog import FormDialog
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Chip,
    ComboButton,
    FlowLayout,
    SegmentedControl,
    Size,
    Space,
    Text,
    TextArea,
    TextField,
    holder,
    row,
)

SENT = "sent"
EVERYBODY = "all"
_LANGUAGE_NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
_LONGEST_TOPIC = 44


@dataclass(frozen=True)
class Writing:
    """What the dialog opens with."""

    occasion: Occasion
    people: Sequence[Interviewer]
    topics: Sequence[str]
    """Lines of the person's own notes that they may mention."""
    language: str
    wish: Wish = Wish.THANKS


class ThankDialog(FormDialog):
    """Answers ``SENT`` or nothing. What was written is not lost by looking at another language, person or wish: each
    keeps its own text while the dialog is open."""

    copy_wanted = Signal()
    mail_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None, writing: Writing) -> None:
        super().__init__(tr("Write to them"), parent, width=640)
        self._writing = writing
        self._written: dict[tuple[str, ...], FollowUpDraft] = {}
        self._topics: list[str] = []
        self._handed_over = False
        wishes = [(Wish.THANKS.value, tr("Thank you")), (Wish.ASK.value, tr("Ask how it stands"))]
        self.wish = SegmentedControl(wishes, tr("What for"), writing.wish.value)
        self.language = ComboButton(
            [(each, _LANGUAGE_NAMES[each]) for each in LANGUAGES], tr("Language"), value=writing.language
        )
        everybody = [(EVERYBODY, tr("All of them together"))] if len(writing.people) > 1 else []
        each_one = [(str(at), each.name) for at, each in enumerate(writing.people)]
        self.who = ComboButton([*everybody, *each_one], tr("To"), value=EVERYBODY if everybody else "0")
        self.chips = [Chip(_cut(topic), checkable=True) for topic in writing.topics]
        self.subject = TextField(tr("Subject"))
        self.text = TextArea(tr("Message"), min_lines=11, max_lines=18)
        self.state = Text("", size=Size.SMALL, tone="third", elide=True)
        self._lay_out(bool(each_one))
        self._wire()
        self._key = self._current()
        self._show()
        self.text.setFocus()

    def recipients(self) -> list[Interviewer]:
        """Who it is to."""
        key = self.who.value()
        return [self._writing.people[int(key)]] if key.isdigit() and self._writing.people else [*self._writing.people]

    def draft(self) -> FollowUpDraft:
        """As it stands now."""
        return FollowUpDraft(self.subject.text().strip(), self.text.text().strip())

    def handed_over(self, words: str) -> None:
        """It was copied, mailed or kept: nothing is lost by closing."""
        self._handed_over = True
        self.state.set_tone("green")
        self.state.setText(words)

    def is_changed(self) -> bool:
        return not self._handed_over and self._is_edited()

    # Its parts -------------------------------------------------------------------------------------------------

    def _lay_out(self, has_people: bool) -> None:
        self.line(tr("What for"), holder(row(self.wish, STRETCH, self.language, spacing=Space.S)))
        if has_people:
            self.line(tr("To"), holder(row(self.who, STRETCH)))
        else:
            self.who.setParent(self)
            self.who.hide()
        self._mention = None
        if self.chips:
            flow = FlowLayout(6)
            for chip, topic in zip(self.chips, self._writing.topics, strict=True):
                chip.setToolTip(topic if len(topic) > _LONGEST_TOPIC else "")
                chip.setAccessibleName(tr("Mention: {0}").format(topic))
                flow.addWidget(chip)
            self._mention = holder(flow)
            self.line(tr("Mention"), self._mention, top=True)
        self.line(tr("Subject"), self.subject)
        self.line(tr("Message"), self.text, top=True)
        self.below(self.state)
        copy = Button(tr("Copy"), icon="copy")
        keep = Button(tr("Save to Documents"), icon="floppy-disk")
        copy.clicked.connect(self.copy_wanted)
        keep.clicked.connect(self.keep_wanted)
        self._buttons.insertWidget(0, copy)
        self._buttons.insertWidget(1, keep)
        self.add_button(tr("Close"), "")
        self.add_button(tr("I have sent it"), SENT)
        mail = Button(tr("Open in mail program"), "primary")
        mail.setDefault(True)
        mail.clicked.connect(self.mail_wanted)
        self._buttons.addWidget(mail)

    def _wire(self) -> None:
        for choice in (self.wish, self.language, self.who):
            choice.changed.connect(lambda _key: self._turn())
        for chip, topic in zip(self.chips, self._writing.topics, strict=True):
            chip.clicked.connect(lambda _checked=False, topic=topic, chip=chip: self._take(topic, on=chip.isChecked()))
        self.text.changed.connect(self._typed)
        self.subject.textEdited.connect(self._typed)

    def _current(self) -> tuple[str, ...]:
        return self.wish.value(), self.language.value(), self.who.value()

    def _fresh(self) -> FollowUpDraft:
        """The draft of what is chosen now, as nobody has touched it."""
        wish, language, _who = self._key
        return drafted(self._writing.occasion, Wish(wish), self.recipients(), language, self._topics)

    def _is_edited(self) -> bool:
        return self.draft() != self._shown or any(key != self._key for key in self._written)

    def _turn(self) -> None:
        if self.draft() != self._shown:
            self._written[self._key] = self.draft()
        else:
            self._written.pop(self._key, None)
        self._key = self._current()
        self._show()

    def _show(self) -> None:
        self._shown = self._fresh()
        there = self._written.get(self._key, self._shown)
        self.subject.setText(there.subject)
        self.text.setText(there.text)
        if self._mention is not None:
            self._mention.setEnabled(self._key[0] == Wish.THANKS.value)
        self._say()

    def _take(self, topic: str, *, on: bool) -> None:
        """Mention it: in a draft nobody has touched in its place, in one that was written in where the cursor is."""
        edited = self.draft() != self._shown
        self._topics = [*self._topics, topic] if on else [each for each in self._topics if each != topic]
        if not edited:
            self._show()
        elif on:
            self.text.insertPlainText(topic)
        self.text.setFocus()

    def _typed(self) -> None:
        self._handed_over = False
        self._say()
        self.fit_soon()

    def _say(self) -> None:
        gaps = gaps_in(self.text.text())
        one, more = (
            tr("One place in [brackets] is yours to fill in."),
            tr("{0} places in [brackets] are yours to fill in."),
        )
        self.state.set_tone("amber" if gaps else "third")
        words = (one if len(gaps) == 1 else more.format(len(gaps))) if gaps else tr("Nothing is sent from here.")
        self.state.setText(words)


def _cut(topic: str) -> str:
    return topic if len(topic) <= _LONGEST_TOPIC else f"{topic[: _LONGEST_TOPIC - 1].rstrip()}…"
