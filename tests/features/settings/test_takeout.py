"""Everything taken out into one file: complete, readable by other programs, without the key, stoppable."""

from __future__ import annotations

import csv
import io
import json
import threading
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model import Interviewer, InterviewPlan, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.features.jobs.model import Contact, JobStatus, Posting, Relation
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.practice.model import PracticeSetup
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.interchange import from_json_resume
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.settings.model import TakenOut
from careercoach_desktop.features.settings.service import EXPORT_TASK, TakeoutService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.model import TaskState
from tests.features.tailoring.engine.people import DATA_JOB, LENA
from tests.support.workspace import Place


@pytest.fixture
def lived_in(place: Place) -> Place:
    place.get(ProfileService).save(Profile(name="Lena Marsh", notes="Nightly batch = Spark on EMR."))
    place.add_resume(LENA, "Lena Marsh (final).TXT")
    jobs = place.get(JobService)
    job = place.add_job(DATA_JOB)
    jobs.move([job], JobStatus.APPLIED)
    priya = Contact(name="Priya Nair", email="priya@northwind.example")
    place.get(ContactService).add(priya, job, Relation.RECRUITER)
    jobs.set_notes(job, '=HYPERLINK("http://evil.example")')
    jobs.add_from_text("Baker wanted\n\nBread and rolls, every morning at four, in Leeds.")
    place.get(DocumentService).save_version(
        DocumentType.RESUME, "Lena – Northwind", LENA.model_dump_json(), name="first", details={"score": 81}, job_id=job
    )
    when = When(local=datetime.fromisoformat("2099-12-03T10:00"), zone="Europe/London")
    plan = InterviewPlan(when=when, interviewers=(Interviewer(name=priya.name, email=priya.email),), notes="Numbers!")
    round_ = place.get(InterviewService).schedule(job, plan, move_job=False)
    briefs = place.get(BriefService)
    briefs.prepare_locally(round_.id)
    about = briefs.about_company(job)
    assert about is not None
    briefs.keep_note(about, "They plan freight for forty ports, from Leeds to Gdansk.")
    practice = place.get(PracticeService)
    session_id = practice.begin(PracticeSetup(job_id=job, count=2))
    first, second = practice.session(session_id).questions
    practice.answer(first.id, "I moved the load to Spark, and it took 50 minutes.", 40, recording=b"RIFF sound")
    practice.keep_draft(second.id, "Half an answer", 9)
    return place


def taken(place: Place, tmp_path: Path) -> dict[str, bytes]:
    target = tmp_path / "mine.zip"
    place.get(TakeoutService).write(target)
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_the_file_says_what_is_in_it_and_holds_it(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    assert sorted(files) == [
        "README.txt",
        "briefings/1-senior-data-engineer.txt",
        "briefings/2-northwind.txt",
        "briefings/briefings.json",
        "claude-calls.csv",
        "documents/1-lena-northwind/about.json",
        "documents/1-lena-northwind/version-1.json",
        "interviews.json",
        "jobs/1-senior-data-engineer/description.md",
        "jobs/2-baker-wanted/as-kept.txt",
        "jobs/jobs.csv",
        "jobs/jobs.json",
        "people/people.json",
        "people/people.vcf",
        "practice/1/answer-1.wav",
        "practice/practice.json",
        "profile.json",
        "reminders.json",
        "resumes/1-lena-marsh-final/original-lena-marsh-final.txt",
        "resumes/1-lena-marsh-final/resume.json",
        "stories.json",
        "timeline.csv",
    ]
    said = files["README.txt"].decode()
    assert all(word in said for word in ("profile.json", "jobs.csv", "JSON Resume", "timeline.csv", "key"))


def test_people_come_out_for_an_address_book_and_with_their_jobs(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    assert b"EMAIL;TYPE=INTERNET:priya@northwind.example" in files["people/people.vcf"]
    (priya,) = json.loads(files["people/people.json"])
    assert (priya["name"], priya["jobs"][0]["relation"]) == ("Priya Nair", "RECRUITER")
    reminders = json.loads(files["reminders.json"])
    assert {(each["kind"], each["company"]) for each in reminders} >= {("NO_ANSWER", DATA_JOB.company)}


def test_interviews_come_out_with_their_clocks_and_people(lived_in: Place, tmp_path: Path) -> None:
    (round_,) = json.loads(taken(lived_in, tmp_path)["interviews.json"])
    assert (round_["company"], round_["when"]["local"]) == (DATA_JOB.company, "2099-12-03T10:00:00")
    assert (round_["when"]["zone"], round_["notes"]) == ("Europe/London", "Numbers!")
    assert [each["name"] for each in round_["interviewers"]] == ["Priya Nair"]


def test_briefings_come_out_to_be_read_and_with_all_that_is_kept_of_them(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    assert {each["kind"] for each in json.loads(files["briefings/briefings.json"])} == {"COMPANY", "PREPARATION"}
    assert b"forty ports" in files["briefings/2-northwind.txt"]
    assert b"They may ask" in files["briefings/1-senior-data-engineer.txt"]


def test_practice_comes_out_with_every_answer_and_what_was_only_begun(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    (session,) = json.loads(files["practice/practice.json"])
    first, second = session["questions"]
    assert first["answers"][0]["text"] == "I moved the load to Spark, and it took 50 minutes."
    assert first["answers"][0]["local"]["score"] >= 0
    assert (second["draft"], second["answers"]) == ("Half an answer", [])
    assert files["practice/1/answer-1.wav"] == b"RIFF sound"


def test_stories_and_marked_bullets_come_out(lived_in: Place, tmp_path: Path) -> None:
    evidence = lived_in.get(EvidenceService)
    story = evidence.add_story(StoryText(title="The night shift", result="50 minutes.", skills=("Spark",)))
    evidence.link(1, "gone", "Moved 140 jobs.", story)
    evidence.link_question(story, "What made you proud?")
    told = json.loads(taken(lived_in, tmp_path)["stories.json"])
    assert [(each["id"], each["title"], each["result"], each["skills"]) for each in told["stories"]] == [
        (story, "The night shift", "50 minutes.", ["Spark"])
    ]
    assert told["stories"][0]["answers"] == ["What made you proud?"]
    assert [(each["bullet"], each["story"], each["now"]) for each in told["bullets"]] == [
        ("Moved 140 jobs.", story, "GONE")
    ]


def test_resumes_come_out_as_they_went_in_and_as_json_resume(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    original, _media_type = lived_in.get(ResumeService).original(1)
    assert files["resumes/1-lena-marsh-final/original-lena-marsh-final.txt"] == original
    for name in ("resumes/1-lena-marsh-final/resume.json", "documents/1-lena-northwind/version-1.json"):
        again = from_json_resume(json.loads(files[name]))
        assert (again.basics.name, len(again.work)) == (LENA.basics.name, len(LENA.work))


def test_jobs_come_out_as_a_table_that_runs_nothing_and_as_json(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    rows = table(files["jobs/jobs.csv"])
    assert (rows[0]["title"], rows[0]["status"]) == ("Senior Data Engineer", "APPLIED")
    assert rows[0]["notes"] == '\'=HYPERLINK("http://evil.example")'
    records = json.loads(files["jobs/jobs.json"])
    assert records[0]["notes"] == '=HYPERLINK("http://evil.example")'
    assert Posting.model_validate(records[0]["posting"]) == lived_in.get(JobService).job(1).posting
    assert b"Bread and rolls" in files["jobs/2-baker-wanted/as-kept.txt"]
    moved = [row for row in table(files["timeline.csv"]) if row["what"] == "MOVED"]
    assert [(row["from"], row["to"], row["job"]) for row in moved] == [
        ("INTERESTED", "APPLIED", "Senior Data Engineer")
    ]


def test_profile_and_documents_come_out_whole(lived_in: Place, tmp_path: Path) -> None:
    files = taken(lived_in, tmp_path)
    assert Profile.model_validate_json(files["profile.json"]) == lived_in.get(ProfileService).profile()
    about = json.loads(files["documents/1-lena-northwind/about.json"])
    assert (about["title"], about["job"], about["versions"][0]["details"]) == ("Lena – Northwind", 1, {"score": 81})


def test_what_was_removed_is_not_taken_out(lived_in: Place, tmp_path: Path) -> None:
    lived_in.get(JobService).delete([1])
    lived_in.get(ResumeService).delete(1)
    names = taken(lived_in, tmp_path)
    assert not [name for name in names if name.startswith(("resumes/", "jobs/1-"))]


def test_an_empty_folder_can_be_taken_out_too(place: Place, tmp_path: Path) -> None:
    assert table(taken(place, tmp_path)["jobs/jobs.csv"]) == []


def test_as_a_task_it_says_how_far_it_is_and_tells_when_it_is_done(lived_in: Place, tmp_path: Path) -> None:
    told: list[object] = []
    lived_in.database.bus.after(TakenOut, told.append)
    target = tmp_path / "mine.zip"
    lived_in.queue.start()
    task_id = lived_in.get(TakeoutService).start(target)
    task = lived_in.watch.until_state(task_id, TaskState.SUCCEEDED)
    assert (task.kind, task.title) == (EXPORT_TASK, "Exporting everything to “mine.zip”")
    assert told == [TakenOut(target)]
    assert any(0 <= (one.progress or -1) < 1 and one.note for one in lived_in.watch.of(task_id))


def test_stopped_half_way_it_leaves_nothing_and_the_old_file_as_it_was(
    lived_in: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "mine.zip"
    target.write_bytes(b"an older export")
    reached, goes_on = threading.Event(), threading.Event()
    documents = lived_in.get(DocumentService)
    versions = documents.versions

    def held(document_id: int) -> object:
        reached.set()
        goes_on.wait(10)
        return versions(document_id)

    monkeypatch.setattr(documents, "versions", held)
    lived_in.queue.start()
    task_id = lived_in.get(TakeoutService).start(target)
    assert reached.wait(10)
    lived_in.queue.cancel(task_id)
    goes_on.set()
    lived_in.watch.until_state(task_id, TaskState.CANCELLED)
    assert target.read_bytes() == b"an older export"
    assert [path.name for path in tmp_path.iterdir() if path.is_file() and path.suffix == ".partial"] == []


def test_a_place_that_cannot_be_written_is_said(lived_in: Place, tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        lived_in.get(TakeoutService).write(tmp_path / "gone" / "mine.zip")
    assert told.value.next_step


def test_a_job_removed_meanwhile_is_left_out_without_stopping(
    lived_in: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    jobs = lived_in.get(JobService)
    cards = jobs.cards()
    jobs.delete([2])
    monkeypatch.setattr(jobs, "cards", lambda: cards)
    assert [row["id"] for row in table(taken(lived_in, tmp_path)["jobs/jobs.csv"])] == ["1"]
