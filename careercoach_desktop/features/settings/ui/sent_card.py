"""What leaves this computer for Claude, and when: a plain list, kept true by whoever adds an agent."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.settings.ui.page_parts import small, tr
from careercoach_desktop.foundation.uikit import STRETCH, Card, IconView, Space, Text, column, holder, row

_SENT = (
    (
        "file-text",
        "Reading a résumé",
        (
            "When you press “Let Claude look it over”: the text of that résumé, with your contact details, and "
            "what was read from it."
        ),
    ),
    (
        "image",
        "Reading a picture",
        "When you press “Let Claude read it” on a résumé that is only a picture: the file itself.",
    ),
    (
        "chart-bar",
        "Judging a résumé",
        (
            "When you press “Ask Claude” on its analysis: that résumé without name and contact details, your "
            "notes, what the rules found and, when you choose one, the posting it is for."
        ),
    ),
    (
        "briefcase",
        "Reading a posting",
        (
            "When you press “Ask Claude” on a job that was not fully read: the text of its page and what was "
            "read of it. Nothing about you."
        ),
    ),
    (
        "magnifying-glass",
        "Judging a posting",
        (
            "When you press “Ask Claude” under Analysis: the posting, what the rules found, and the résumé you "
            "compare it with, without name and contact details."
        ),
    ),
    (
        "scales",
        "Comparing jobs",
        (
            "When you press “Let Claude judge…” or “Ask Claude for its view”: the postings you chose, what you "
            "look for (titles, places, pay) and your résumé without name and contact details."
        ),
    ),
    (
        "pencil-simple",
        "Tailoring a résumé",
        ("When you press “Tailor with Claude”: that résumé without name and contact details, your notes, the posting."),
    ),
    (
        "envelope-simple",
        "Writing a letter",
        (
            "When you press “Write with Claude”: your résumé without name and contact details, your notes and "
            "wishes, and the posting. For one paragraph anew, the letter as it stands, too."
        ),
    ),
    (
        "list-bullets",
        "Preparing an interview",
        (
            "When you press “Prepare with Claude”: the posting, the kind of the round and who asks, your notes for it, "
            "what was found about the company, your résumé without name and contact details, your notes and stories."
        ),
    ),
    (
        "buildings",
        "Looking a company up",
        (
            "When you press “Look it up”: the company’s name, page and place and the job’s title. Claude searches the "
            "web with them. Nothing about you."
        ),
    ),
    (
        "users",
        "Looking an interviewer up",
        (
            "When you press “Look them up”: that person’s name, role, company and profile page and the job’s title. "
            "Claude searches the web with them. Nothing about you."
        ),
    ),
    (
        "clipboard-text",
        "Summing up what you pasted",
        "When you press “Sum it up”: the text you pasted and whom it is about.",
    ),
    (
        "microphone",
        "Practising an interview",
        (
            "When you practise with Claude: the posting, what was found about the company and the people when you "
            "choose so, your résumé without name and contact details, your notes and stories, and your answers as text."
        ),
    ),
    (
        "key",
        "Testing your key, asking for the list of models",
        "Only the key.",
    ),
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
                    "only to the server it was entered for. Every call stands in Activity, word for word."
                )
            )
        )


def _entry(icon: str, what: str, when: str) -> QWidget:
    words = column(Text(what, weight=500), small(when, "second"), spacing=2)
    made = row(holder(column(IconView(icon), STRETCH, margins=(0, 2, 0, 0))), words, spacing=Space.M)
    made.setStretch(1, 1)
    return holder(made)
