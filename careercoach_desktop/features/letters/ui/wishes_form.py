"""What a person wishes of a letter: how it sounds, how long it is, what it dwells on, what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.letters.model import LetterLength, LetterTemplate, LetterWishes, Tone
from careercoach_desktop.features.letters.ui.letter_words import LANGUAGES, LENGTHS, TONES, length_words
from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    ChipInput,
    ComboButton,
    FlowLayout,
    SegmentedControl,
    Size,
    Space,
    Text,
    TextArea,
    Weight,
    column,
    holder,
    recall,
    remember,
    row,
)

_REST_MS = 250
_TONE, _LENGTH = "letters.tone", "letters.length"
_PRIMARY, _NO_FRAME = "primary", "none"


def usual_wishes() -> LetterWishes:
    """The tone and length chosen last."""
    tones, lengths = [key for key, _name in TONES], [key for key, _name in LENGTHS]
    tone, length = recall(_TONE, tones[0]), recall(_LENGTH, LetterLength.MEDIUM.value)
    return LetterWishes(
        tone=Tone(tone if tone in tones else tones[0]),
        length=LetterLength(length if length in lengths else LetterLength.MEDIUM.value),
    )


class WishesForm(QWidget):
    """``changed`` a moment after something was chosen or typed. ``templates_wanted`` asks to look after the frames."""

    changed = Signal()
    templates_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.changed)
        self._tone = SegmentedControl(TONES, "Tone")
        self._length = SegmentedControl(LENGTHS, "Length", LetterLength.MEDIUM.value)
        self._words = Text("", size=Size.SMALL, tone="third")
        self._focus = ChipInput("Points to dwell on", add="Add a point")
        self._notes = TextArea(
            "Notes for this letter",
            placeholder="What else should it say? Facts you write here count as your own evidence.",
            min_lines=2,
            max_lines=6,
        )
        self._language = ComboButton(LANGUAGES, "Language", value="posting", compact=True)
        self._resume = ComboButton([(_PRIMARY, "Primary résumé")], "Rests on", value=_PRIMARY, compact=True)
        self._frame = ComboButton([(_NO_FRAME, "No template")], "Template", value=_NO_FRAME, compact=True)
        manage = Button("Manage", "link", name="Manage templates")
        manage.clicked.connect(self.templates_wanted)
        self.setLayout(
            column(
                _named("Tone", row(self._tone, STRETCH)),
                _named("Length", row(self._length, self._words, STRETCH, spacing=Space.M)),
                _named("Dwell on", self._focus),
                _named("Notes", self._notes),
                holder(self._flow(manage)),
                spacing=Space.M,
            )
        )
        self._listen()
        self.set_wishes(usual_wishes(), None)

    def wishes(self) -> LetterWishes:
        """What is chosen and typed now."""
        language, frame = self._language.value(), self._frame.value()
        return LetterWishes(
            tone=Tone(self._tone.value()),
            length=LetterLength(self._length.value()),
            focus=tuple(self._focus.typed()),
            notes=self._notes.text().strip(),
            language="" if language == "posting" else language,
            template_id=int(frame) if frame.isdigit() else None,
        )

    def resume_id(self) -> int | None:
        """The chosen résumé; None for the primary one."""
        chosen = self._resume.value()
        return int(chosen) if chosen.isdigit() else None

    def set_wishes(self, wishes: LetterWishes, resume_id: int | None) -> None:
        """Show these without telling."""
        self._tone.set_value(wishes.tone.value)
        self._length.set_value(wishes.length.value)
        self._focus.set_values(wishes.focus)
        self._notes.setText(wishes.notes)
        known = [key for key, _name in LANGUAGES]
        if wishes.language and wishes.language not in known:
            self._language.set_choices([*LANGUAGES, (wishes.language, wishes.language)])
        self._language.set_value(wishes.language or "posting")
        self._resume.set_value(str(resume_id) if resume_id is not None else _PRIMARY)
        self._resume.set_value(self._resume.value() or _PRIMARY)
        self._frame.set_value(str(wishes.template_id) if wishes.template_id is not None else _NO_FRAME)
        self._frame.set_value(self._frame.value() or _NO_FRAME)
        self._say_length()
        self._rest.stop()

    def set_resumes(self, cards: Sequence[ResumeCard]) -> None:
        """The résumés a letter can rest on; the primary one needs no choice."""
        chosen = self._resume.value()
        primary = next((card.title for card in cards if card.is_primary), "")
        others = [(str(card.id), card.title) for card in cards if not card.is_primary and card.version > 0]
        self._resume.set_choices([(_PRIMARY, f"{primary} (primary)" if primary else "Primary résumé"), *others])
        self._resume.set_value(chosen if chosen in dict(others) else _PRIMARY)

    def set_templates(self, templates: Sequence[LetterTemplate]) -> None:
        """The frames the person keeps."""
        self._frame.set_choices([(_NO_FRAME, "No template"), *((str(each.id), each.name) for each in templates)])
        self._frame.set_value(self._frame.value() or _NO_FRAME)

    def choose_template(self, template_id: int) -> None:
        self._frame.set_value(str(template_id))
        self._rest.start()

    def _flow(self, manage: Button) -> FlowLayout:
        """What is seldom changed, side by side where there is room."""
        flow = FlowLayout(spacing=Space.L)
        flow.addWidget(_named("Rests on", row(self._resume)))
        flow.addWidget(_named("Language", row(self._language)))
        flow.addWidget(_named("Template", row(self._frame, manage)))
        return flow

    def _listen(self) -> None:
        self._tone.changed.connect(lambda key: self._chosen(_TONE, key))
        self._length.changed.connect(lambda key: self._chosen(_LENGTH, key))
        for signal in (self._focus.changed, self._language.changed, self._resume.changed, self._frame.changed):
            signal.connect(lambda *_: self._rest.start())
        self._notes.changed.connect(self._rest.start)

    def _chosen(self, key: str, value: str) -> None:
        remember(key, value)
        self._say_length()
        self._rest.start()

    def _say_length(self) -> None:
        self._words.setText(length_words(LetterLength(self._length.value())))


def _named(name: str, content: object) -> QWidget:
    """A field under its name."""
    body = column(Text(name, size=Size.SMALL, weight=Weight.MEDIUM, tone="second"), content, spacing=6)  # type: ignore[arg-type]
    body.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(body)
