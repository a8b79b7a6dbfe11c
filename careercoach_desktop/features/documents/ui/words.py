"""How documents are spoken of."""

from __future__ import annotations

from careercoach_desktop.features.documents.model import AttachedFile, DocumentCard, DocumentType, DocumentVersion
from careercoach_desktop.foundation.uikit import moment_words

TYPE_WORDS = {
    DocumentType.RESUME: "Résumé",
    DocumentType.COVER_LETTER: "Cover letter",
    DocumentType.PORTFOLIO: "Portfolio",
    DocumentType.TRANSCRIPT: "Transcript",
    DocumentType.REFERENCE: "Reference",
    DocumentType.OTHER: "Other",
}
TYPE_ICONS = {
    DocumentType.RESUME: "file-text",
    DocumentType.COVER_LETTER: "note-pencil",
    DocumentType.PORTFOLIO: "image",
    DocumentType.TRANSCRIPT: "graduation-cap",
    DocumentType.REFERENCE: "medal",
    DocumentType.OTHER: "file",
}


def job_words(card: DocumentCard) -> str:
    """``Hydrologist, Rio Claro``; empty when it is for no job."""
    return ", ".join(part for part in (card.job_title, card.company) if part)


def detail_words(card: DocumentCard) -> str:
    """``Résumé · version 3 · 2 h ago``"""
    version = f"version {card.version}" if card.version > 1 or card.file is None else ""
    suffix = card.file.name.rpartition(".")[2].upper() if card.file and "." in card.file.name else ""
    parts = (TYPE_WORDS[card.type], suffix, version, moment_words(card.updated))
    return " · ".join(part for part in parts if part)


def spoken(card: DocumentCard) -> str:
    """The row for a screen reader."""
    purpose = f"for {job_words(card)}" if job_words(card) else ""
    return ", ".join(part for part in (card.title, purpose, detail_words(card), *card.tags) if part)


def version_words(version: DocumentVersion) -> str:
    """``Version 2 · yesterday · 4 changes accepted``"""
    name = version.name if version.file is None else ""
    return " · ".join(part for part in (f"Version {version.number}", moment_words(version.created), name) if part)


def score_words(version: DocumentVersion) -> str:
    """``match 61 → 70``; empty for what has no score."""
    before, after = (version.details.get(key) for key in ("score_before", "score_after"))
    return f"match {before} → {after}" if before is not None and after is not None else ""


def file_words(file: AttachedFile) -> str:
    """``zeugnis.pdf · 1.2 MB``"""
    kilobytes = file.size / 1024
    size = f"{kilobytes / 1024:.1f} MB" if kilobytes >= 1000 else f"{max(1, round(kilobytes))} KB"
    return f"{file.name} · {size}"
