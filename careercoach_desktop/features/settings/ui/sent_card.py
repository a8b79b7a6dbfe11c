"""What leaves this computer for Claude, and when: a plain list, kept true by whoever adds an agent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.page_parts import small, tr
from careercoach_desktop.foundation.uikit import Card, IconView, Space, Text, column, holder, row

_SENT = (
    (
        "file-text",
        "Reading a résumé",
        "When you press “Let Claude look it over”: the text of that résumé and what was read from it.",
    ),
    (
        "pencil-simple",
        "Tailoring a résumé",
        "When you press “Tailor with Claude”: that résumé without name and contacts, your notes and the posting.",
    ),
    (
        "briefcase",
        "Reading a posting",
        "When you press “Ask Claude” on a job: the text of its kept page and what was read from it.",
    ),
    ("key", "Testing your key, asking for the list of models", "Only the key."),
)


class SentCard(Card):
    def __init__(self) -> None:
        super().__init__(tr("What is sent"), spacing=Space.M)
        for icon, what, when in _SENT:
            self.add(_entry(icon, tr(what), tr(when)))
        self.add(
            small(
                tr(
                    "Nothing is sent without your click, and each time you see first what it will cost. Your key goes "
                    "only to the server it was entered for. Every call stands in Activity."
                )
            )
        )


def _entry(icon: str, what: str, when: str) -> QWidget:
    words = column(Text(what, weight=500), small(when, "second"), spacing=2)
    made = row(holder(column(IconView(icon), margins=(0, 2, 0, 0))), words, spacing=Space.M)
    made.setStretch(1, 1)
    return holder(made)
