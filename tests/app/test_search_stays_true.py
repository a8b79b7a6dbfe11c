"""Whatever is done to jobs, résumés and documents, the search index says the same as if it were filled afresh."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from careercoach_desktop.app.features import searched
from careercoach_desktop.app.sample import add_sample_data
from careercoach_desktop.app.schema import metadata
from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model import Interviewer, InterviewFilter, InterviewPlan, When
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import Contact, Posting
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.address_book import AddressBookService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.practice.model import PracticeSetup
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import Basics, ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.events import Bus
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.opening import open_database
from careercoach_desktop.foundation.storage.revisions import known_revisions
from careercoach_desktop.foundation.storage.search.service import SearchService
from tests.support.search import indexed, should_be_indexed
from tests.support.workspace import Place

LENA = ResumeData(basics=Basics(name="Lena Marsh", label="Data Engineer", summary="Moves meters to the cloud."))


@pytest.fixture
def true(place: Place) -> Callable[[int], None]:
    """``true(n)``: the index is right, and holds ``n`` records."""

    def check(count: int) -> None:
        assert indexed(place.database) == should_be_indexed(place.database)
        assert len(indexed(place.database)) == count

    return check


def found(place: Place, text: str) -> set[tuple[str, int]]:
    return {(hit.kind, hit.record) for hit in place.get(SearchService).search(text)}


def test_a_jobs_whole_life(place: Place, true: Callable[[int], None]) -> None:
    jobs = place.get(JobService)
    job = jobs.add_manually(Posting(title="Engineer", company="Northwind", description="**Kafka** and Spark.")).job_id
    true(1)
    assert found(place, "kafka") == {("job", job)}
    jobs.edit(job, {"description": "Only Flink.", "location": "Leeds"})
    jobs.set_notes(job, "Priya referred me")
    jobs.set_tags(job, ["dream job"])
    true(1)
    assert found(place, "kafka") == set()
    for word in ("flink", "leeds", "priya", "dream"):
        assert found(place, word) == {("job", job)}, word
    jobs.delete([job])
    true(0)
    jobs.restore([job])
    true(1)
    assert found(place, "flink") == {("job", job)}


def test_what_is_done_with_several_jobs(place: Place, true: Callable[[int], None]) -> None:
    jobs = place.get(JobService)
    posting = Posting(title="Engineer", company="Northwind", location="Leeds", description="**Kafka** and Spark.")
    ids = [jobs.add_manually(posting).job_id for _ in range(3)]
    before = jobs.tag(ids, add=["dream job"])
    true(3)
    assert found(place, "dream") == {("job", job) for job in ids}
    assert found(place, "kafka leeds") == {("job", job) for job in ids}
    jobs.put_tags(before)
    true(3)
    assert found(place, "dream") == set()
    jobs.archive(ids)
    jobs.set_priority_of(ids, priority=True)
    true(3)
    jobs.delete(ids[:2])
    true(1)
    jobs.restore(ids)
    true(3)


def test_two_jobs_that_become_one_and_two_again(place: Place, true: Callable[[int], None]) -> None:
    jobs = place.get(JobService)
    keep, other = (
        jobs.add_manually(Posting(title="Engineer", company="Northwind", description=words)).job_id
        for words in ("Kafka.", "Kafka and a little Flink.")
    )
    merged = jobs.merge(keep, [other])
    true(1)
    assert found(place, "flink") == {("job", keep)}
    jobs.unmerge(merged)
    true(2)
    assert found(place, "flink") == {("job", other)}


def test_a_persons_whole_life(place: Place, true: Callable[[int], None]) -> None:
    people, book = place.get(ContactService), place.get(AddressBookService)
    priya = people.add(Contact(name="Priya Nair", company="Northwind", notes="theorbo"))
    true(1)
    assert found(place, "theorbo nair") == {("contact", priya)}
    people.edit(people.contact(priya).model_copy(update={"notes": "lute"}))
    people.note_contact(priya, date(2026, 1, 2), None)
    true(1)
    assert found(place, "theorbo") == set()
    people.remove([priya])
    true(0)
    people.restore([priya])
    imported = book.import_vcards(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nEND:VCARD\n")
    true(2)
    book.take_back(imported)
    true(1)


def test_a_posting_that_is_read(place: Place, true: Callable[[int], None]) -> None:
    text = (
        "Senior Data Engineer\nNorthwind, Leeds\n\nWe rebuild the nightly Spark jobs of the meters with a small team."
    )
    job = place.get(JobService).add_from_text(text).job_id
    true(1)
    place.queue.start()
    place.done("jobs.capture")
    true(1)
    assert ("job", job) in found(place, "nightly meters")


def test_an_interviews_whole_life(place: Place, true: Callable[[int], None]) -> None:
    jobs, people, interviews = place.get(JobService), place.get(ContactService), place.get(InterviewService)
    job, other = (
        jobs.add_manually(Posting(title=title, company="Northwind")).job_id for title in ("Engineer", "Baker")
    )
    when = When(local=datetime.fromisoformat("2026-12-03T10:00"), zone="Europe/Berlin")
    plan = InterviewPlan(when=when, place="Pier 9", interviewers=(Interviewer(name="Ana Sousa"),), notes="theorbo")
    arranged = interviews.arrange(job, plan)
    made = arranged.interview.id
    true(4)  # two jobs, a person, a round
    for words in ("theorbo", "pier", "ana video", "engineer 2026"):
        assert ("interview", made) in found(place, words), words

    interviews.change(made, {"questions": "Why lutes?", "feedback": "kind", "notes": ""})
    true(4)
    assert found(place, "theorbo") == set()
    assert found(place, "lutes kind") == {("interview", made)}
    interviews.complete(made)
    jobs.edit(job, {"title": "Luthier"})
    assert ("interview", made) in found(place, "luthier")
    (person,) = people.contacts_of(job)
    people.edit(person.contact.model_copy(update={"name": "Ana Lopes"}))
    true(4)
    assert ("interview", made) in found(place, "lopes")
    people.remove([person.contact.id or 0])
    true(3)

    jobs.delete([job])
    true(1)
    jobs.restore([job])
    merged = jobs.merge(other, [job])
    true(2)
    assert ("interview", made) in found(place, "baker video")
    jobs.unmerge(merged)
    true(3)
    interviews.remove([made])
    true(2)
    interviews.restore([made])
    true(3)
    interviews.take_back(arranged)
    true(2)


def test_a_resumes_whole_life(place: Place, true: Callable[[int], None]) -> None:
    resumes = place.get(ResumeService)
    resume = place.add_resume(LENA, "lena.txt")
    true(1)
    assert found(place, "meters cloud") == {("resume", resume)}
    resumes.edit(resume, [SetValue("basics.summary", LENA.basics.summary, "Grows roses.")])
    resumes.rename(resume, "Garden version")
    true(1)
    assert found(place, "meters") == set()
    assert found(place, "garden roses") == {("resume", resume)}
    resumes.restore_version(resume, 1)
    true(1)
    assert found(place, "meters") == {("resume", resume)}
    resumes.delete(resume)
    true(0)
    resumes.undelete(resume)
    true(1)


def test_a_resume_that_is_read(place: Place, true: Callable[[int], None]) -> None:
    resume = place.get(ResumeService).import_file(b"Lena Marsh\nlena@marsh.example\n\nSkills\nKafka, Spark", "cv.txt")
    true(1)
    place.queue.start()
    place.done("resumes.read")
    true(1)
    assert ("resume", resume.resume_id) in found(place, "kafka")


def test_a_documents_whole_life(place: Place, true: Callable[[int], None]) -> None:
    documents = place.get(DocumentService)
    content = LENA.model_dump_json()
    saved = documents.save_version(DocumentType.RESUME, "Lena Marsh – Northwind", content, name="3 changes", details={})
    document = saved.document_id
    true(1)
    assert found(place, "northwind meters") == {("document", document)}
    assert found(place, "basics") == set(), "the names of fields are not the person's words"
    newer = ResumeData(basics=Basics(name="Lena Marsh", summary="Leads with Spark.")).model_dump_json()
    documents.save_version(DocumentType.RESUME, "", newer, name="", details={}, document_id=document)
    true(1)
    assert found(place, "meters") == set()
    documents.remove(document)
    true(0)
    documents.bring_back(document)
    true(1)
    assert found(place, "spark") == {("document", document)}


def test_the_sample_data_and_forgetting(place: Place, true: Callable[[int], None]) -> None:
    add_sample_data(place.provider)
    people, stories, practised = len(place.get(ContactService).contacts()), 3, 5
    interviews = len(place.get(InterviewService).listing(InterviewFilter()))
    assert (people, interviews) == (15, 8)
    besides = people + stories + practised + interviews
    true(31 + besides)
    jobs = place.get(JobService)
    jobs.delete([card.id for card in jobs.cards()[:10]])
    jobs.purge_removed()
    place.get(ResumeService).purge_removed()
    true(21 + besides)


def test_a_storys_whole_life(place: Place, true: Callable[[int], None]) -> None:
    evidence = place.get(EvidenceService)
    story = evidence.add_story(StoryText(title="The flood", action="Calibrated gauges.", skills=("Delft3D",)))
    true(1)
    for word in ("flood", "gauges", "delft3d"):
        assert found(place, word) == {("story", story)}, word
    evidence.change_story(story, StoryText(title="The storm"))
    true(1)
    assert found(place, "gauges") == set()
    evidence.link_question(story, "When did you keep calm?")
    true(1)
    assert found(place, "calm") == {("story", story)}
    taken = evidence.unlink_question(story, "When did you keep calm?")
    assert taken is not None
    assert found(place, "calm") == set()
    evidence.relink_question(taken)
    assert found(place, "calm") == {("story", story)}
    evidence.delete_story(story)
    true(0)
    evidence.undelete_story(story)
    true(1)
    assert found(place, "storm calm") == {("story", story)}
    kept = evidence.story_from(StoryText(action="Moved three deliveries."), "What about pressure?")
    true(2)
    assert found(place, "deliveries pressure") == {("story", kept)}


def test_a_practices_whole_life(place: Place, true: Callable[[int], None]) -> None:
    practice = place.get(PracticeService)
    session_id = practice.begin(PracticeSetup(role="Gauge reader", count=2))
    true(1)
    assert found(place, "gauge reader") == {("practice", session_id)}
    first = practice.session(session_id).questions[0].id
    practice.answer(first, "I rang the theorbo maker.", 20)
    true(1)
    assert found(place, "theorbo") == {("practice", session_id)}
    practice.answer(first, "I rang the lute maker.", 20)
    practice.skip(practice.session(session_id).questions[1].id)
    practice.finish(session_id)
    true(1)
    assert found(place, "theorbo") == set()
    practice.remove([session_id])
    true(0)
    practice.restore([session_id])
    true(1)
    assert found(place, "lute") == {("practice", session_id)}


def test_tags_and_copies_of_resumes(place: Place, true: Callable[[int], None]) -> None:
    resumes = place.get(ResumeService)
    resume = place.add_resume(LENA)
    resumes.tag([resume], ["offshore"])
    copy = resumes.duplicate(resume)
    true(2)
    assert found(place, "offshore meters") == {("resume", resume), ("resume", copy)}
    resumes.set_tags({resume: ()})
    true(2)
    assert found(place, "offshore") == {("resume", copy)}
    gone = resumes.delete_many([resume, copy])
    true(0)
    resumes.undelete_many(gone)
    true(2)


def test_a_file_of_an_earlier_version_is_filled(tmp_path: Path, place: Place) -> None:
    """Its jobs and résumés were stored before there was an index."""
    place.add_job(Posting(title="Engineer", description="Kafka"))
    place.add_resume(LENA)
    with place.database.write() as unit:
        connection = unit.session.connection()
        later = ("application", "job_contact", "contact", "saved_view", "reminder", "distinct_jobs", "job_import")
        since = ("resume_proposal", "resume_analysis", "evidence_mark", "story")
        judged = ("job_analysis", "resume_judgement", "job_judgement")
        written = ("letter", "letter_template", "document_file", "ai_sent", "ai_batch")
        met = ("interviewer", "interview_notice", "interview_brief", "calendar_link")
        practised = ("practice_answer", "practice_question", "practice_session", "interview", "story_question")
        gone = (*met, *practised, *since, *later, *judged, *written)
        for table in ("search_index", "search_entry", "search_state", *gone):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        for table, column in (
            ("task", "priority"),
            ("ai_call", "batch"),
            ("ai_call", "searches"),
            ("document", "tags"),
        ):
            connection.exec_driver_sql(f"ALTER TABLE {table} DROP COLUMN {column}")
        for column in ("style", "tags", "picture_is_old"):
            connection.exec_driver_sql(f"ALTER TABLE resume DROP COLUMN {column}")
        for index in ("ix_job_search", "ix_ai_call_started_outcome_cost"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        for index in ("board_id", "also_at", "merged_into", "company"):
            connection.exec_driver_sql(f"DROP INDEX ix_job_{index}")
        for column in ("board_id", "also_at", "follow_up", "merged_into", "closed", "next_interview"):
            connection.exec_driver_sql(f"ALTER TABLE job DROP COLUMN {column}")
        before = known_revisions()[known_revisions().index("0003_search") - 1]
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (before,))
    place.database.close()
    with closing(open_database(place.folder, Bus(), metadata())) as migrated:
        service = SearchService(migrated, searched())
        assert service.search("kafka") == []
        assert service.fill_stale() == ["job", "contact", "resume", "story", "document", "interview", "practice"]
        assert indexed(migrated) == should_be_indexed(migrated)
        assert [hit.kind for hit in service.search("kafka")] == ["job"]


def test_the_board_finds_parts_of_words_on_the_card_and_words_of_the_description(place: Place) -> None:
    jobs = place.get(JobService)
    job = place.add_job(
        Posting(title="Softwareentwickler", company="Köln Energie", description="Kafka, **dbt** and C++, C\\#")
    )
    other = place.add_job(Posting(title="Gardener", description="Roses"))
    jobs.set_notes(other, "Ask Priya")
    for text in ("entwick", "koln", "ENERG", "kafk", "dbt c++", "c#", "entwick kafka", "kafka energ"):
        assert jobs.matching(text) == {job}, text
    assert jobs.matching("riya") == {other}
    assert jobs.matching("afka") == frozenset(), "in a description, words are found from their beginning"
    assert jobs.matching("%") == frozenset()
    jobs.delete([job])
    assert jobs.matching("kafka") == frozenset()


def test_two_connections_see_the_same_index(place: Place) -> None:
    place.add_job(Posting(title="Engineer"))
    with closing(Database(place.database.path)) as other:
        assert indexed(other) == indexed(place.database)
