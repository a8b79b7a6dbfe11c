"""A file comes in, is kept for good, and is read in the background; whatever goes wrong, the card says what to do."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from sqlmodel import select

from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import ReadingState, ResumeImported, ResumeRead, Work
from careercoach_desktop.features.resumes.service import MAX_BYTES, ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobRow
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes import files
from tests.support.tasks import TaskWatch

PNG = b"\x89PNG"


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def read(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch, data: bytes, name: str) -> int:
    """Import and wait until the reading is over, well or badly."""
    resume_id = resumes.import_file(data, name).resume_id
    if not any(task.state is TaskState.SUCCEEDED for task in watch.seen):
        queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    return resume_id


def test_importing_answers_at_once_and_keeps_the_file(resumes: ResumeService, told: list[object]) -> None:
    imported = resumes.import_file(files.pdf(), "ines-caldeira_2026.pdf")
    card = resumes.cards()[0]
    assert not imported.duplicate
    assert (card.title, card.state, card.version, card.is_primary) == (
        "Ines Caldeira 2026", ReadingState.READING, 0, False,
    )  # fmt: skip
    assert resumes.original(imported.resume_id) == (files.pdf(), "application/pdf")
    assert ResumeImported(imported.resume_id) in told


@pytest.mark.parametrize(
    ("data", "name", "pages"),
    [
        (files.pdf, "ines.pdf", 1),
        (files.docx, "ines.docx", 0),
        (files.text, "ines.txt", 0),
        (files.json_resume, "ines.json", 0),
    ],
)
def test_every_kind_of_file_becomes_a_resume_with_a_picture(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch, told: list[object], data, name: str, pages: int
) -> None:
    resume_id = read(resumes, queue, watch, data(), name)
    resume, card = resumes.resume(resume_id), resumes.cards()[0]
    assert (resume.state, resume.problem, resume.version, resume.pages) == (ReadingState.READ, "", 1, pages)
    assert resume.data.basics.name == "Inês Caldeira"
    assert resume.data.basics.email == "ines@caldeira.example"
    assert any(work.name == "Rio Claro" for work in resume.data.work)
    assert resume.is_primary
    assert card.fields >= 3
    assert card.thumbnail is not None
    assert card.thumbnail.startswith(PNG)
    assert ResumeRead(resume_id) in told


def test_the_first_resume_becomes_primary_and_fills_the_profile_once(
    resumes: ResumeService, profiles: ProfileService, queue: TaskQueue, watch: TaskWatch
) -> None:
    profiles.save(Profile(phone="+351 99 999 9999"))
    first = read(resumes, queue, watch, files.pdf(), "first.pdf")
    second = read(resumes, queue, watch, files.text(), "second.txt")
    profile = profiles.profile()
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == first
    assert not resumes.resume(second).is_primary
    assert (profile.name, profile.email, profile.phone) == (
        "Inês Caldeira", "ines@caldeira.example", "+351 99 999 9999",
    )  # fmt: skip


def test_the_same_file_again_gives_the_resume_it_became(resumes: ResumeService, database: Database) -> None:
    first = resumes.import_file(files.pdf(), "one.pdf")
    again = resumes.import_file(files.pdf(), "copy of one.pdf")
    assert again.duplicate
    assert again.resume_id == first.resume_id
    assert len(resumes.cards()) == 1
    with database.read() as session:
        assert len(session.exec(select(BlobRow.sha256)).all()) == 1


def test_a_deleted_resume_does_not_stand_in_the_way_of_its_file(resumes: ResumeService) -> None:
    first = resumes.import_file(files.pdf(), "one.pdf")
    resumes.delete(first.resume_id)
    again = resumes.import_file(files.pdf(), "one.pdf")
    assert not again.duplicate
    assert again.resume_id != first.resume_id


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\nnot really", "broken.pdf"),
        (files.pdf()[: len(files.pdf()) // 3], "truncated.pdf"),
        (files.encrypted_pdf(), "locked.pdf"),
        (b"PK\x03\x04 nonsense", "broken.docx"),
        (b'["not", "a resume"]', "list.json"),
        (b"   \n \n", "blank.txt"),
    ],
)
def test_a_file_that_cannot_be_read_is_kept_and_says_what_to_do(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch, data: bytes, name: str
) -> None:
    resume_id = read(resumes, queue, watch, data, name)
    card = resumes.cards()[0]
    assert card.state is ReadingState.FAILED
    assert card.problem.endswith(".")
    assert card.next_step
    assert not card.is_primary
    assert resumes.original(resume_id)[0] == data


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 40, "holiday.mp4"),
        (b"GIF89a" + bytes(range(256)), "cv.pdf"),
        (zipped({"xl/workbook.xml": b"x"}), "cv.docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "cv.doc"),
    ],
)
def test_what_can_never_be_read_is_not_kept(resumes: ResumeService, database: Database, data: bytes, name: str) -> None:
    with pytest.raises(UserError) as refusal:
        resumes.import_file(data, name)
    assert refusal.value.message.startswith(f"“{name}” was not added. ")
    assert refusal.value.next_step
    assert resumes.cards() == []
    with database.read() as session:
        assert session.exec(select(BlobRow.sha256)).all() == []


def test_reading_can_be_tried_again(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> None:
    resume_id = read(resumes, queue, watch, files.text(), "ines.txt")
    resumes.read_again(resume_id)
    assert resumes.cards()[0].state is ReadingState.READING
    watch.until(lambda task: task.id > 1 and task.kind == "resumes.read" and task.state is TaskState.SUCCEEDED)
    assert resumes.resume(resume_id).version == 2


def test_what_was_stopped_while_it_waited_is_not_being_read_for_ever(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resumes.import_file(files.pdf(), "one.pdf")
    queue.cancel(queue.active()[0].id)
    card = resumes.cards()[0]
    assert (card.state, card.problem) == (ReadingState.FAILED, "Reading was stopped.")
    queue.again(watch.seen[0].id)
    assert resumes.cards()[0].state is ReadingState.READING


def test_typing_by_hand_makes_a_failed_resume_a_real_one(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = read(resumes, queue, watch, files.encrypted_pdf(), "locked.pdf")
    data = resumes.resume(resume_id).data
    data.basics.name = "Inês Caldeira"
    resumes.save_data(resume_id, data)
    card = resumes.cards()[0]
    assert (card.state, card.problem, card.fields, card.is_primary) == (ReadingState.READ, "", 1, True)


def test_a_resume_deleted_while_its_file_waits_is_left_alone(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = resumes.import_file(files.pdf(), "one.pdf").resume_id
    resumes.delete(resume_id)
    queue.start()
    watch.until(lambda task: task.state is TaskState.SUCCEEDED)
    assert resumes.cards() == []
    assert resumes.primary() is None


@pytest.mark.parametrize(("data", "code"), [(b"", "resume-empty"), (bytes(MAX_BYTES + 1), "resume-too-large")])
def test_hopeless_files_are_refused_before_anything_is_stored(resumes: ResumeService, data: bytes, code: str) -> None:
    with pytest.raises(UserError) as refused:
        resumes.import_file(data, "x.pdf")
    assert refused.value.code == code
    assert resumes.cards() == []


def test_a_path_that_is_gone_or_a_folder_is_refused(resumes: ResumeService, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "gone.pdf"):
        with pytest.raises(UserError) as refused:
            resumes.import_path(path)
        assert refused.value.code == "file-unreadable"


def test_the_name_of_a_file_cannot_smuggle_a_path_in(resumes: ResumeService) -> None:
    resumes.import_file(files.pdf(), "C:\\Users\\ines\\..\\cv.pdf")
    assert resumes.cards()[0].file_name == "cv.pdf"


def test_the_original_is_written_back_byte_for_byte(resumes: ResumeService, tmp_path: Path) -> None:
    resume_id = resumes.import_file(files.pdf(), "one.pdf").resume_id
    resumes.save_original(resume_id, tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes() == files.pdf()
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["out.pdf"]
    with pytest.raises(UserError, match="could not be saved"):
        resumes.save_original(resume_id, tmp_path / "no such folder" / "out.pdf")


def test_a_file_that_is_no_resume_says_so_and_does_not_become_primary(
    resumes: ResumeService, profiles: ProfileService, queue: TaskQueue, watch: TaskWatch
) -> None:
    read(resumes, queue, watch, b"Please find the shopping list attached, thanks.\n", "bad.txt")
    card = resumes.cards()[0]
    assert card.state is ReadingState.READ
    assert card.problem.startswith("This does not look like a résumé: only 1 field ")
    assert card.next_step
    assert not card.is_primary
    assert card.title == "Bad"
    assert resumes.primary() is None
    assert profiles.profile() == Profile()


def test_a_resume_read_after_such_a_file_becomes_primary_and_leaves_the_mark_to_nobody(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    read(resumes, queue, watch, b"Please find the shopping list attached, thanks.\n", "bad.txt")
    second = read(resumes, queue, watch, files.text(), "cv_final_2.txt")
    primary = resumes.primary()
    assert primary is not None
    assert primary.id == second
    resumes.delete(second)
    assert resumes.primary() is None


def test_typing_the_fields_of_such_a_file_makes_it_a_resume(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = read(resumes, queue, watch, b"Please find the shopping list attached, thanks.\n", "bad.txt")
    data = resumes.resume(resume_id).data
    data.basics.name = "Inês Caldeira"
    resumes.save_data(resume_id, data)
    assert resumes.primary() is None
    data.work.append(Work(name="Rio Claro", position="Baker"))
    resumes.save_data(resume_id, data)
    assert resumes.cards()[0].problem == ""
    assert resumes.cards()[0].is_primary


def test_whoever_says_that_it_looks_right_is_believed(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    resume_id = read(resumes, queue, watch, b"Please find the shopping list attached, thanks.\n", "bad.txt")
    resumes.mark_checked(resume_id)
    assert resumes.cards()[0].problem == ""
    assert resumes.cards()[0].is_primary


def test_a_resume_is_called_after_its_person_once_read(
    resumes: ResumeService, queue: TaskQueue, watch: TaskWatch
) -> None:
    read(resumes, queue, watch, files.text(), "cv_final_2.txt")
    assert resumes.cards()[0].title == "Inês Caldeira"
    second = read(resumes, queue, watch, files.pdf(), "cv_final_3.pdf")
    assert resumes.resume(second).title == "CV Final 3"


def test_a_title_that_was_typed_stays(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> None:
    resume_id = resumes.import_file(files.text(), "cv_final_2.txt").resume_id
    resumes.rename(resume_id, "For hospitals")
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{resume_id}" and task.state.is_over)
    assert resumes.resume(resume_id).title == "For hospitals"
