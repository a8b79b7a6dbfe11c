"""Files that a page or the drawer is given: each attached, what can't be is said, and one undo for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.documents.service import AttachmentService, DocumentService


async def attach_files(
    desk: Desk,
    documents: DocumentService,
    attachments: AttachmentService,
    paths: Sequence[Path],
    job_id: int | None = None,
) -> int | None:
    """Attach each; one that can't be stops none of the others. The document of the last one."""
    made: list[int] = []
    last = None
    for path in paths:
        try:
            attached = await desk.work(attachments.attach, path, job_id=job_id)
        except UserError as error:
            desk.report(error)
            continue
        last = attached.document_id
        if attached.known:
            desk.toast(f"“{path.name}” is here already, as “{attached.title}”.")
        else:
            made.append(attached.document_id)
    if made:
        _offer_undo(desk, documents, made)
    return last


def _offer_undo(desk: Desk, documents: DocumentService, made: list[int]) -> None:
    async def away() -> None:
        for document_id in made:
            await desk.run(documents.remove, document_id)

    async def back() -> None:
        for document_id in made:
            await desk.run(documents.bring_back, document_id)

    change = desk.undo.push("attached a file" if len(made) == 1 else f"attached {len(made)} files", away, back)
    desk.offer_undo("File attached" if len(made) == 1 else f"{len(made)} files attached", change)
