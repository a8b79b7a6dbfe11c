"""One document in a list: what it is, what it was made for, how fresh it is."""

from __future__ import annotations

from careercoach_desktop.features.documents.model import DocumentCard, DocumentType
from careercoach_desktop.foundation.uikit import ClickCard, Text, column, moment_words

TYPE_WORDS = {
    DocumentType.RESUME: "Résumé",
    DocumentType.COVER_LETTER: "Cover letter",
    DocumentType.PORTFOLIO: "Portfolio",
    DocumentType.TRANSCRIPT: "Transcript",
    DocumentType.REFERENCE: "Reference",
    DocumentType.OTHER: "Document",
}


class DocumentRow(ClickCard):
    """A card that is a button; ``document_id`` says which."""

    def __init__(self, card: DocumentCard) -> None:
        super().__init__(card.title)
        self.document_id = card.id
        purpose = ", ".join(part for part in (card.job_title, card.company) if part)
        details = f"{TYPE_WORDS[card.type]} · version {card.version} · {moment_words(card.updated)}"
        lines = [Text(card.title, weight=600, elide=True)]
        if purpose:
            lines.append(Text(f"for {purpose}", size=12, tone="second", elide=True))
        lines.append(Text(details, size=12, tone="third"))
        self.add(column(*lines, spacing=2))
