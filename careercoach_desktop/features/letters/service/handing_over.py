"""A letter kept as a version of the job's document, compared with the résumé, set on paper; and the person's frames."""

from __future__ import annotations

from functools import partial
from typing import Any

from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion
from careercoach_desktop.features.evidence.service import Disagreement, disagreements
from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.letters.model import (
    GAP,
    Letter,
    LetterChanged,
    LetterDraft,
    LetterFormat,
    LetterTemplate,
)
from careercoach_desktop.features.letters.service.editing import Editing
from careercoach_desktop.features.letters.store import LetterStore
from careercoach_desktop.features.letters.typeset import typeset_docx, typeset_pdf
from careercoach_desktop.features.letters.typeset.page import page_of
from careercoach_desktop.features.letters.writing import plain_text
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.words import model_name

DRAFT = "draft"
"""The detail of a document's version that holds the draft it was saved from."""


class HandingOver(Editing):
    def save_as_document(self, letter_id: int) -> DocumentVersion:
        """Keep the letter as a version of the job's cover letter. Saving the same twice makes no second one."""
        letter = self.letter(letter_id)
        content = plain_text(letter.draft)
        if (kept := self._already_saved(letter, content)) is not None:
            return kept
        job, documents = self._below.jobs.job(letter.job_id), self._below.documents
        with self._below.database.write() as unit:
            version = documents.save_version(
                DocumentType.COVER_LETTER,
                " – ".join(part for part in (letter.draft.signature, job.posting.company or job.posting.title) if part),
                content,
                name=_version_name(letter.draft),
                details=_details(letter),
                job_id=letter.job_id,
                document_id=letter.document_id,
            )
            LetterStore(unit.session).set_document(letter_id, version.document_id)
            said = f"and saved as version {version.number}"
            self._below.jobs.record_event(unit, letter.job_id, TimelineKind.WRITTEN, said)
            unit.emit(LetterChanged(letter_id, letter.job_id))
        return version

    def restore(self, letter_id: int, version_id: int) -> LetterDraft:
        """Make the letter what it was when the version was saved; returns the draft before, for ``put_draft``.

        KeyError when the version holds no letter.
        """
        kept = self._below.documents.version(version_id).details[DRAFT]
        return self.put_draft(letter_id, LetterDraft.model_validate(kept))

    def export(self, letter_id: int, format: LetterFormat, style: ResumeStyle | None = None) -> bytes:  # noqa: A002
        """The letter as a file, in the look of the résumé it goes with unless another is chosen.

        UserError ``letter-has-gaps`` while a place to fill in is left.
        """
        letter = self.letter(letter_id)
        return self._on_paper(letter, letter.draft, format, style)

    def version_file(self, version: DocumentVersion) -> tuple[str, bytes]:
        """A saved letter as other programs take it, its suffix first: a PDF of what was saved then, in today's look.

        UserError as ``export``. A version that was not saved from a letter here is the words it holds.
        """
        letter = self._letter_of(version)
        if letter is None or DRAFT not in version.details:
            return ".txt", version.content.encode()
        draft = LetterDraft.model_validate(version.details[DRAFT])
        return ".pdf", self._on_paper(letter, draft, LetterFormat.PDF, None)

    def note_export(self, letter_id: int) -> None:
        """Tell the job's timeline that the letter was handed over as a file."""
        letter = self.letter(letter_id)
        self._below.jobs.record_event(None, letter.job_id, TimelineKind.EXPORTED, f"“{letter.draft.subject}”")

    def author(self, letter_id: int) -> str:
        """The name of the model that wrote it; empty for an outline made here."""
        draft = self.letter(letter_id).draft
        return "" if draft.is_local else model_name(draft.engine)

    def disagreements(self, letter_id: int) -> list[str]:
        """Where dates, titles and numbers of the letter, the résumé made for this job, the résumé it rests on and the
        profile differ: a sentence each."""
        letter = self.letter(letter_id)
        material = self._material_of(letter)
        if material is None:
            return []
        tailoring = self._below.tailoring.latest_for(letter.job_id)
        tailored = self._below.tailoring.review(tailoring.id).result if tailoring is not None else None
        compare = partial(disagreements, profile=self._below.profile.profile(), today=material.today)
        text = GAP.sub(" ", letter.draft.text)
        found: list[Disagreement] = self._below.child.call(compare, text, tailored, material.resume)
        return [each.sentence for each in found]

    # --- frames ------------------------------------------------------------------------------------------------------

    def templates(self) -> list[LetterTemplate]:
        """The person's own frames, by name."""
        with self._below.database.read() as session:
            return LetterStore(session).templates()

    def save_template(self, name: str, content: str) -> int:
        """Keep a frame; one of the same name is replaced. UserError without a name or without words."""
        title = " ".join(name.split())
        if not title or not content.strip():
            raise UserError("A template needs a name and some words.", "Give it both.", code="template-empty")
        with self._below.database.write() as unit:
            return LetterStore(unit.session).put_template(title, content.strip(), self._now())

    def remove_template(self, template_id: int) -> None:
        """Take it away; ``bring_back_template`` undoes it. KeyError when there is none."""
        with self._below.database.write() as unit:
            LetterStore(unit.session).set_template_removed(template_id, self._now())

    def bring_back_template(self, template_id: int) -> None:
        with self._below.database.write() as unit:
            LetterStore(unit.session).set_template_removed(template_id, None)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _on_paper(
        self,
        letter: Letter,
        draft: LetterDraft,
        format: LetterFormat,  # noqa: A002
        style: ResumeStyle | None,
    ) -> bytes:
        if draft.has_gaps:
            raise UserError(
                "There are still places to fill in: the words in brackets.",
                "Fill them in or take them out; your letter is safe.",
                code="letter-has-gaps",
            )
        if format is LetterFormat.TXT:
            return plain_text(draft).encode()
        job, material = self._below.jobs.job(letter.job_id), self._material_of(letter)
        resume = material.resume if material is not None else ResumeData()
        page = page_of(draft, resume, job.posting, self._now().date())
        make: Any = typeset_pdf if format is LetterFormat.PDF else typeset_docx
        made: bytes = self._below.child.call(make, page, style or self._style(letter))
        return made

    def _letter_of(self, version: DocumentVersion) -> Letter | None:
        """The letter it was saved from, or, when that was thrown away, the one the job has now."""
        known = version.details.get("letter_id")
        try:
            return self.letter(known) if isinstance(known, int) else None
        except KeyError:
            job_id = self._below.documents.card(version.document_id).job_id
            return self.latest_for(job_id) if job_id is not None else None

    def _already_saved(self, letter: Letter, content: str) -> DocumentVersion | None:
        if letter.document_id is None:
            return None
        newest = self._below.documents.versions(letter.document_id)[0]
        if newest.content != content:
            return None
        self._below.documents.bring_back(newest.document_id)
        return newest

    def _style(self, letter: Letter) -> ResumeStyle:
        """The look of the résumé it goes with: of the one made for this job, else of the résumé it rests on."""
        tailoring = self._below.tailoring.latest_for(letter.job_id)
        if tailoring is not None and tailoring.document_id is not None:
            newest = self._below.documents.versions(tailoring.document_id)[0]
            if (style := self._below.documents.saved(newest.id).style) is not None:
                return style
        if letter.resume_id is not None and self._below.resumes.exists(letter.resume_id):
            return self._below.resumes.resume(letter.resume_id).style
        return ResumeStyle()


def _version_name(draft: LetterDraft) -> str:
    words = f"{draft.words} words"
    left = len(draft.unsupported)
    return f"{words}, {left} not proved" if left else words


def _details(letter: Letter) -> dict[str, object]:
    draft = letter.draft
    return {
        "engine": draft.engine,
        "letter_id": letter.id,
        "subject": draft.subject,
        "words": draft.words,
        "claims": [claim.text for each in draft.paragraphs for claim in each.claims],
        "wishes": letter.wishes.model_dump(mode="json"),
        DRAFT: draft.model_dump(mode="json"),
    }
