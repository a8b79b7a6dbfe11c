"""What kind of round it is, with its icon."""

from __future__ import annotations

from careercoach_desktop.features.interviews.model import InterviewType
from careercoach_desktop.features.interviews.ui.words import TYPE_ICONS, tr, type_word
from careercoach_desktop.foundation.uikit import ComboButton, MenuEntry, open_menu


class TypeChoice(ComboButton):
    def __init__(self, kind: InterviewType) -> None:
        super().__init__([(each.value, type_word(each)) for each in InterviewType], tr("Kind"), value=kind.value)
        self.set_icon(TYPE_ICONS[kind])

    def kind(self) -> InterviewType:
        return InterviewType(self.value())

    def set_value(self, key: str) -> None:
        super().set_value(key)
        if key:
            self.set_icon(TYPE_ICONS[InterviewType(key)])

    def open_choices(self) -> None:
        entries = [
            MenuEntry(
                type_word(each),
                lambda each=each: self._choose(each.value),  # type: ignore[misc]  # mypy does not see the default's type
                icon=TYPE_ICONS[each],
                checked=True if each is self.kind() else None,
            )
            for each in InterviewType
        ]
        open_menu(self, entries)
