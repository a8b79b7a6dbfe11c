"""What Claude learns of the person (contact details, or placeholders for them), and how much is done at once."""

from __future__ import annotations

from careercoach_desktop.features.settings.model import ClaudeOverview
from careercoach_desktop.features.settings.ui.choices import Choices
from careercoach_desktop.features.settings.ui.page_parts import Decided, below, line, small, tr
from careercoach_desktop.foundation.uikit import Card, CheckBox, ComboButton, Space

_CONTACT = "claude_contact"
_AT_ONCE = "claude_at_once"
_MOST = 8


class PrivacyCard(Card):
    """Saves a choice the moment it is made."""

    def __init__(self, choices: Choices) -> None:
        super().__init__(tr("Privacy"), spacing=Space.M)
        self._choices = choices
        self.hide_contact = CheckBox(tr("Hide my contact details from Claude"))
        self.hide_contact.clicked.connect(self._choose_contact)
        self._contact_decided = Decided()
        self.at_once = ComboButton([(str(each), str(each)) for each in range(1, _MOST + 1)], tr("How many at once"))
        self.at_once.changed.connect(lambda key: choices.save(_AT_ONCE, int(key), tr("how much is done at once")))
        self._at_once_decided = Decided()
        self.add(
            self.hide_contact,
            small(
                tr(
                    "Your name, e-mail, phone, address and links are replaced by placeholders such as [[NAME]] "
                    "and [[EMAIL]] before anything is sent, and put back into the answer on this computer. Employers, "
                    "titles and dates are sent: they are what Claude works with. A file that is sent as it is, and "
                    "checking what was read of your contact details, need the real ones."
                ),
                "second",
            ),
            self._contact_decided,
            line(tr("Calls at once"), self.at_once),
            below(self._at_once_decided, small(tr("What you wait for goes before what runs in the background."))),
        )

    def show_overview(self, overview: ClaudeOverview) -> None:
        settings, decided = overview.in_force.settings, overview.in_force.decided
        self.hide_contact.setChecked(settings.claude_contact == "hidden")
        self._contact_decided.show_for(decided.get(_CONTACT), self.hide_contact)
        self.at_once.set_value(str(settings.claude_at_once))
        self._at_once_decided.show_for(decided.get(_AT_ONCE), self.at_once)

    def _choose_contact(self) -> None:
        value = "hidden" if self.hide_contact.isChecked() else "sent"
        self._choices.save(_CONTACT, value, tr("what Claude learns of you"))
