"""Beside the letter: how long it is, what nothing proves, where it differs from the résumé, what of the posting it
answers, and what its writer says besides."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.evidence.model import Claim, Quote
from careercoach_desktop.features.letters.model import Letter, LetterDraft, Paragraph
from careercoach_desktop.features.letters.ui.claim_card import ClaimCard, Requirement, StandingCard
from careercoach_desktop.features.letters.ui.letter_words import counted, figures
from careercoach_desktop.foundation.uikit import (
    Banner,
    Heading,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
)

_MOST_MISSING = 8
_MOST_QUOTES = 3


class CheckPane(QWidget):
    """A part is built anew only when what it shows has changed: the keyboard stays on the button it was on."""

    shown_wanted = Signal(str, object)
    evidence_wanted = Signal(str, object)
    removal_wanted = Signal(str, object)
    stand_wanted = Signal(str)
    marked_again = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: dict[str, object] = {}
        self._parts: dict[str, QVBoxLayout] = {}
        self._body = column(spacing=Space.L, margins=(0, Space.L, Space.L, Space.XL))
        for name in ("figures", "claims", "differs", "asked", "points", "suggestions", "evidence"):
            self._parts[name] = column(spacing=Space.S)
            place = holder(self._parts[name])
            place.setVisible(False)
            self._body.addWidget(place)
        self._body.addStretch(1)
        self._scroll = Scroll(self._body, "About the letter")
        self.setLayout(column(self._scroll, spacing=0))

    def show_letter(self, letter: Letter) -> None:
        """What is known from the letter itself."""
        draft = letter.draft
        least, most = letter.wishes.length.words
        fits = _fit(draft, least, most)
        self._put("figures", (figures(draft), fits), lambda: [_figure(draft), *_said(fits)])
        claimed = [each for each in draft.paragraphs if each.claims]
        self._put("claims", [each.model_dump_json() for each in claimed], lambda: self._claims(claimed))
        self._put("asked", (draft.matched, draft.missing), lambda: _asked(draft))
        self._put("points", draft.key_points, lambda: _list("Key points", draft.key_points))
        title = "Suggestions" if draft.is_local else "Claude also suggests"
        self._put("suggestions", (title, draft.suggestions), lambda: _list(title, draft.suggestions))

    def show_growing(self, draft: LetterDraft) -> None:
        """While it is written: only how long it is, so that nothing else moves."""
        self._put("figures", figures(draft), lambda: [_figure(draft)])
        for name in ("claims", "differs", "asked", "points", "suggestions", "evidence"):
            self._put(name, (), list)

    def show_disagreements(self, sentences: Sequence[str]) -> None:
        """Where the letter says something else than the résumé or the profile."""
        self._put("differs", list(sentences), lambda: _differs(sentences))

    def show_evidence(self, quotes: Sequence[Quote]) -> None:
        """What the paragraph with the keyboard rests on."""
        self._put("evidence", [each.model_dump_json() for each in quotes], lambda: _evidence(quotes))

    def show_claims_of(self, part: str) -> None:
        """Bring a paragraph's card into view and give its first button the keyboard."""
        for card in self.findChildren(ClaimCard):
            if card.part == part:
                self._scroll.ensureWidgetVisible(card)
                card.buttons[1].setFocus()

    def _put(self, name: str, what: object, build: Callable[[], Sequence[QWidget]]) -> None:
        if self._shown.get(name) == what:
            return
        self._shown[name] = what
        part = self._parts[name]
        clear(part)
        made = build()
        for widget in made:
            part.addWidget(widget)
        place = part.parentWidget()
        if place is not None:
            place.setVisible(bool(made))

    def _claims(self, paragraphs: Sequence[Paragraph]) -> list[QWidget]:
        made: list[QWidget] = []
        open_claims = sum(len(each.claims) for each in paragraphs if not each.accepted)
        if open_claims:
            made.append(Heading(f"{counted(open_claims, 'claim')} not proved", level=3))
        cards = (self._standing(each) if each.accepted else self._card(each) for each in paragraphs)
        return [*made, *cards]

    def _card(self, paragraph: Paragraph) -> ClaimCard:
        card, part = ClaimCard(paragraph), paragraph.id

        def claim(number: int) -> Claim:
            return paragraph.claims[number]

        card.shown_wanted.connect(lambda number: self.shown_wanted.emit(part, claim(number)))
        card.evidence_wanted.connect(lambda number: self.evidence_wanted.emit(part, claim(number)))
        card.removal_wanted.connect(lambda number: self.removal_wanted.emit(part, claim(number)))
        card.stand_wanted.connect(lambda: self.stand_wanted.emit(part))
        return card

    def _standing(self, paragraph: Paragraph) -> StandingCard:
        card, part = StandingCard(paragraph), paragraph.id
        card.marked_again.connect(lambda: self.marked_again.emit(part))
        return card


def _fit(draft: LetterDraft, least: int, most: int) -> str:
    if not draft.complete or draft.is_local:
        return ""
    if draft.words < least:
        return f"Shorter than you wished ({least}–{most} words)"
    if draft.words > most:
        return f"Longer than you wished ({least}–{most} words)"
    return f"As long as you wished ({least}–{most} words)"


def _figure(draft: LetterDraft) -> Text:
    return Text(figures(draft), weight=600)


def _said(text: str) -> list[QWidget]:
    return [Text(text, size=Size.SMALL, tone="third", wrap=True)] if text else []


def _asked(draft: LetterDraft) -> list[QWidget]:
    """What they ask for: answered, then missing."""
    count = len(draft.matched) + len(draft.missing)
    if not count:
        return []
    made: list[QWidget] = [Heading(f"What they ask for · {len(draft.matched)} of {count} answered", level=3)]
    made += [Requirement(term, answered=True) for term in draft.matched]
    made += [Requirement(term, answered=False) for term in draft.missing[:_MOST_MISSING]]
    if len(draft.missing) > _MOST_MISSING:
        made.append(Text(f"and {len(draft.missing) - _MOST_MISSING} more", size=Size.SMALL, tone="third"))
    return made


def _list(title: str, lines: Sequence[str]) -> list[QWidget]:
    if not lines:
        return []
    return [Heading(title, level=3), *(Text(f"• {line}", size=Size.SMALL, tone="second", wrap=True) for line in lines)]


def _differs(sentences: Sequence[str]) -> list[QWidget]:
    if not sentences:
        return []
    return [Heading("Differs from what you say elsewhere", level=3), *(Banner(each, "warn") for each in sentences)]


def _evidence(quotes: Sequence[Quote]) -> list[QWidget]:
    if not quotes:
        return []
    said = [f"{quote.label}: “{quote.text}”" if quote.label else f"“{quote.text}”" for quote in quotes[:_MOST_QUOTES]]
    return [
        Heading("This paragraph rests on", level=3),
        *(Text(each, size=Size.SMALL, tone="second", wrap=True) for each in said),
    ]
