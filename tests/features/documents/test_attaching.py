"""Files that are attached: kept byte for byte, found by their words, never twice, handed out as they came."""

from __future__ import annotations

from pathlib import Path

import pytest

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.naming import safe_name, title_of, type_of
from careercoach_desktop.features.documents.service import AttachmentService, DocumentService, HandingService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.search.service import SearchService
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.documents.saving import keep
from tests.support.tasks import TaskWatch
from tests.support.workspace import Place


@pytest.fixture
def attachments(place: Place) -> AttachmentService:
    return place.get(AttachmentService)


@pytest.fixture
def handing(place: Place) -> HandingService:
    return place.get(HandingService)


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    path = tmp_path / "Arbeitszeugnis_Rio-Claro.txt"
    path.write_text("Frau Caldeira arbeitete stets zu unserer vollsten Zufriedenheit am Pegelnetz.", encoding="utf-8")
    return path


def test_a_file_is_kept_byte_for_byte_and_its_name_says_what_it_is(
    attachments: AttachmentService, documents: DocumentService, reference: Path, job_id: int
) -> None:
    made = attachments.attach(reference, job_id=job_id)
    card = documents.card(made.document_id)
    assert (card.title, card.type, card.company) == (
        "Arbeitszeugnis Rio Claro",
        DocumentType.REFERENCE,
        "Rio Claro",
    )
    assert card.file is not None
    assert (card.file.name, card.file.media_type) == ("Arbeitszeugnis_Rio-Claro.txt", "text/plain")
    reference.unlink()
    assert attachments.data(card.version_id).decode().startswith("Frau Caldeira")


def test_its_words_are_found_once_it_was_read(place: Place, attachments: AttachmentService, reference: Path) -> None:
    watch, queue = TaskWatch(place.database), place.get(TaskQueue)
    made = attachments.attach(reference)
    queue.start()
    watch.until(lambda task: task.state is TaskState.SUCCEEDED)
    hits = place.get(SearchService).search("pegelnetz")
    assert [(hit.kind, hit.record) for hit in hits] == [("document", made.document_id)]


def test_the_same_bytes_are_not_kept_twice(
    attachments: AttachmentService, documents: DocumentService, reference: Path, tmp_path: Path
) -> None:
    first = attachments.attach(reference)
    copy = tmp_path / "copy.txt"
    copy.write_bytes(reference.read_bytes())
    again = attachments.attach(copy)
    assert again.known
    assert again.document_id == first.document_id
    assert again.title == "Arbeitszeugnis Rio Claro"
    assert len(documents.cards()) == 1
    documents.remove(first.document_id)
    assert not attachments.attach(copy).known


def test_a_newer_file_becomes_the_next_version_and_the_old_one_can_come_back(
    attachments: AttachmentService, documents: DocumentService, reference: Path, tmp_path: Path
) -> None:
    made = attachments.attach(reference)
    newer = tmp_path / "zeugnis-2.txt"
    newer.write_text("Zweite Fassung", encoding="utf-8")
    assert not attachments.attach_version(made.document_id, newer).known
    assert attachments.attach_version(made.document_id, newer).known
    new, old = documents.versions(made.document_id)
    assert (new.number, old.number) == (2, 1)
    restored = documents.restore(old.id)
    assert restored.number == 3
    assert attachments.data(restored.id) == reference.read_bytes()
    assert documents.restore(restored.id).id == restored.id


def test_a_file_takes_no_place_of_what_was_made_here(
    attachments: AttachmentService, documents: DocumentService, reference: Path
) -> None:
    made = keep(documents, "Inês for Rio Claro")
    with pytest.raises(UserError) as refused:
        attachments.attach_version(made.document_id, reference)
    assert refused.value.code == "document-made-here"
    with pytest.raises(UserError):
        documents.retype(made.document_id, DocumentType.OTHER)
    attached = attachments.attach(reference)
    assert documents.retype(attached.document_id, DocumentType.TRANSCRIPT) is DocumentType.REFERENCE


def test_an_attached_resume_is_no_data(
    attachments: AttachmentService, documents: DocumentService, tmp_path: Path
) -> None:
    """Its type says résumé, but its content are the words of a file."""
    path = tmp_path / "Lebenslauf.txt"
    path.write_text("Inês Caldeira, Hydrologin", encoding="utf-8")
    made = attachments.attach(path)
    assert documents.card(made.document_id).type is DocumentType.RESUME
    documents.set_tags({made.document_id: ["sent", " sent ", ""]})
    assert documents.card(made.document_id).tags == ("sent",)


@pytest.mark.parametrize("size", [0, 50 * 1024 * 1024 + 1])
def test_nothing_and_too_much_are_refused_before_anything_is_kept(
    attachments: AttachmentService, documents: DocumentService, tmp_path: Path, size: int
) -> None:
    path = tmp_path / "film.bin"
    with path.open("wb") as file:
        file.truncate(size)
    with pytest.raises(UserError) as refused:
        attachments.attach(path)
    assert refused.value.code == ("document-too-large" if size else "document-empty")
    assert refused.value.next_step
    assert documents.cards() == []


def test_versions_are_handed_out_as_files(
    attachments: AttachmentService, documents: DocumentService, handing: HandingService, reference: Path
) -> None:
    attached = documents.card(attachments.attach(reference).document_id)
    made = keep(documents, "Inês – Rio Claro")
    letter = documents.save_version(DocumentType.COVER_LETTER, "Letter to Rio Claro", "Dear all", name="", details={})
    first, second, third = handing.lay_out([attached.version_id, made.id, letter.id])
    assert first.read_bytes() == reference.read_bytes()
    assert second.name == "inês-rio-claro.pdf"
    assert second.read_bytes().startswith(b"%PDF-")
    assert third.suffix in {".txt", ".pdf"}
    assert len({first.parent, second.parent}) == 2
    assert handing.lay_out([made.id]) == [second], "laid out again, it takes the place of the one before"


def test_what_is_done_to_a_document_can_be_taken_back(
    attachments: AttachmentService, documents: DocumentService, reference: Path, job_id: int
) -> None:
    made = attachments.attach(reference)
    assert documents.rename(made.document_id, "  Zeugnis   2024 ") == "Arbeitszeugnis Rio Claro"
    assert documents.card(made.document_id).title == "Zeugnis 2024"
    assert documents.assign(made.document_id, job_id) is None
    assert documents.assign(made.document_id, None) == job_id
    before = documents.set_tags({made.document_id: ["original"]})
    assert before == {made.document_id: ()}
    with pytest.raises(UserError):
        documents.rename(made.document_id, "   ")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\temp\\con.pdf", "con_.pdf"),
        ("zeugnis\u202efdp.exe", "zeugnis_fdp.exe"),
        ("a\x00b:c?.pdf", "a_b_c_.pdf"),
        ("....", "document"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * 80 + ".pdf"),
    ],
)
def test_no_name_of_a_file_leads_anywhere_or_misleads(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_tell_titles_and_types() -> None:
    assert title_of("ines_caldeira-cv.2024.pdf") == "ines caldeira cv 2024"
    assert title_of(".pdf") == "pdf"
    assert type_of("Anschreiben Rio Claro.docx") is DocumentType.COVER_LETTER
    assert type_of("my_cv_2024.pdf") is DocumentType.RESUME
    assert type_of("Master degree certificate.pdf") is DocumentType.TRANSCRIPT
    assert type_of("scan0001.pdf") is DocumentType.OTHER
