"""Saved résumés for these tests."""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.resumes.model import Basics, ResumeData


def a_resume(name: str = "Inês Caldeira") -> ResumeData:
    return ResumeData(basics=Basics(name=name, label="Hydrologist", email="ines@caldeira.example"))


def keep(
    documents: DocumentService,
    title: str,
    *,
    job_id: int | None = None,
    document_id: int | None = None,
    data: ResumeData | None = None,
    **details: Any,
) -> DocumentVersion:
    """A résumé version as tailoring saves it."""
    return documents.save_version(
        DocumentType.RESUME,
        title,
        (data or a_resume()).model_dump_json(),
        name="2 changes accepted",
        details=details,
        job_id=job_id,
        document_id=document_id,
    )
