"""Letters without Claude: outlined, edited, checked again with every change, kept as versions, handed over."""

from __future__ import annotations

import io

import docx
import pytest

from careercoach_desktop.features.documents.model import DocumentType
from careercoach_desktop.features.documents.service import DocumentService, HandingService
from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.jobs.model import Contact, Posting, Relation, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.letters.model import (
    GAP,
    Letter,
    LetterChanged,
    LetterDraft,
    LetterFormat,
    LetterReady,
    LetterWishes,
    Tone,
)
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.search.service import SearchService
from tests.features.letters.written import WISHES
from tests.support.workspace import Place


def fresh(letters: LetterService, letter: Letter) -> LetterDraft:
    return letters.letter(letter.id).draft


def finished(letters: LetterService, letter: Letter) -> LetterDraft:
    """The outline with every place filled in."""
    for each in letter.draft.paragraphs:
        if GAP.search(each.text):
            letters.remove_paragraph(letter.id, each.id)
    letters.add_paragraph(letter.id, letter.draft.paragraphs[0].id, "At Brightwater, I migrated 140 jobs to Airflow.")
    return fresh(letters, letter)


# --- the outline -----------------------------------------------------------------------------------------------------


def test_an_outline_is_stored_at_once_and_told(place: Place, letters: LetterService, lena: int, data_job: int) -> None:
    ready: list[LetterReady] = []
    place.database.bus.after(LetterReady, ready.append)
    letter_id = letters.outline(data_job, WISHES)
    assert ready == [LetterReady(letter_id, data_job)]
    letter = letters.letter(letter_id)
    assert letters.latest_for(data_job) == letter
    assert (letter.job_id, letter.resume_id, letter.wishes) == (data_job, lena, WISHES)
    assert letter.draft.is_local
    assert letter.draft.has_gaps
    assert letter.draft.unsupported == []


def test_there_is_nothing_to_write_from_without_a_resume(place: Place, letters: LetterService, data_job: int) -> None:
    for ask in (letters.offer, letters.outline, letters.start):
        with pytest.raises(UserError) as told:
            ask(data_job, WISHES)
        assert told.value.code == "no-resume"


def test_there_is_nothing_to_answer_without_a_description(place: Place, letters: LetterService, lena: int) -> None:
    job_id = place.add_job(Posting(title="Baker"))
    with pytest.raises(UserError) as told:
        letters.outline(job_id, WISHES)
    assert told.value.code == "posting-empty"


def test_whoever_is_known_to_hire_is_greeted(place: Place, letters: LetterService, lena: int, data_job: int) -> None:
    place.get(ContactService).add(Contact(name="Priya Nair"), data_job, Relation.HIRING_MANAGER)
    draft = letters.letter(letters.outline(data_job, WISHES.model_copy(update={"tone": Tone.FORMAL}))).draft
    assert draft.greeting == "Dear Priya Nair,"
    assert draft.closing == "Yours sincerely,"


def test_what_the_wishes_tell_is_evidence_like_any_note(letters: LetterService, lena: int, data_job: int) -> None:
    told = LetterWishes(notes="In 2024 I ran a Kafka cluster at home.")
    letter_id = letters.outline(data_job, told)
    added = letters.add_paragraph(letter_id, None, "I ran a Kafka cluster at home.")
    assert letters.letter(letter_id).draft.paragraph(added).claims == []
    other = letters.outline(data_job, WISHES)
    added = letters.add_paragraph(other, None, "I ran a Kafka cluster at home.")
    assert letters.letter(other).draft.paragraph(added).claims != []


# --- editing ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("part", ["subject", "greeting", "closing", "signature", "p1"])
def test_every_part_can_be_written_and_taken_back(letters: LetterService, outline: Letter, part: str) -> None:
    before = letters.set_text(outline.id, part, "Something else")
    assert "Something else" in (fresh(letters, outline).subject + fresh(letters, outline).text)
    letters.set_text(outline.id, part, before)
    assert fresh(letters, outline) == outline.draft


def test_a_paragraph_is_checked_as_soon_as_it_is_written(place: Place, letters: LetterService, outline: Letter) -> None:
    told: list[LetterChanged] = []
    place.database.bus.after(LetterChanged, told.append)
    letters.set_text(outline.id, "p1", "I led forty engineers at Google.")
    assert told == [LetterChanged(outline.id, outline.job_id)]
    claims = fresh(letters, outline).paragraph("p1").claims
    assert any("Google" in claim.text for claim in claims)
    assert any("forty" in claim.text for claim in claims)
    assert fresh(letters, outline).unsupported == claims


def test_an_unknown_part_or_letter_is_a_key_error(letters: LetterService, outline: Letter) -> None:
    with pytest.raises(KeyError):
        letters.set_text(outline.id, "p99", "")
    with pytest.raises(KeyError):
        letters.set_text(outline.id + 1, "p1", "")
    assert fresh(letters, outline) == outline.draft


def test_paragraphs_come_and_go_and_come_back(letters: LetterService, outline: Letter) -> None:
    added = letters.add_paragraph(outline.id, "p1", "I like trains.")
    assert [each.id for each in fresh(letters, outline).paragraphs][:3] == ["p1", added, "p2"]
    at, taken = letters.remove_paragraph(outline.id, added)
    assert (at, taken.text) == (1, "I like trains.")
    assert fresh(letters, outline) == outline.draft
    letters.put_paragraph(outline.id, at, taken)
    assert fresh(letters, outline).paragraphs[1].text == "I like trains."


def test_a_paragraph_is_moved_and_moved_back(letters: LetterService, outline: Letter) -> None:
    order = [each.id for each in outline.draft.paragraphs]
    before = letters.move_paragraph(outline.id, "p1", 2)
    assert [each.id for each in fresh(letters, outline).paragraphs] == ["p2", "p3", "p1", *order[3:]]
    letters.move_paragraph(outline.id, "p1", before)
    assert fresh(letters, outline) == outline.draft


def test_the_person_may_let_stand_what_nothing_proves(letters: LetterService, outline: Letter) -> None:
    letters.set_text(outline.id, "p1", "I led forty engineers.")
    assert letters.accept(outline.id, "p1", accepted=True) is False
    assert fresh(letters, outline).unsupported == []
    letters.set_text(outline.id, "p1", "I led forty engineers, gladly.")
    assert fresh(letters, outline).paragraph("p1").accepted
    letters.set_text(outline.id, "p1", "I led forty engineers at Google.")
    assert not fresh(letters, outline).paragraph("p1").accepted


def test_a_fact_added_as_evidence_proves_it(place: Place, letters: LetterService, outline: Letter) -> None:
    letters.set_text(outline.id, "p1", "I hold a PhD in physics.")
    assert fresh(letters, outline).unsupported
    letters.add_evidence(outline.id, "I hold a PhD in physics.")
    assert fresh(letters, outline).unsupported == []
    assert "I hold a PhD in physics." in place.get(ProfileService).profile().notes


@pytest.mark.parametrize(
    ("text", "named", "left"),
    [
        ("I know SQL, Rust and dbt.", "Rust", "I know SQL and dbt."),
        ("I know SQL, dbt and Rust.", "Rust", "I know SQL and dbt."),
        ("I know Rust and SQL.", "Rust", "I know SQL."),
        (
            "I migrated 140 jobs from cron to Airflow, leading forty people. I like clean models.",
            "forty",
            "I migrated 140 jobs from cron to Airflow. I like clean models.",
        ),
        ("I like clean models. I worked at Google.", "Google", "I like clean models."),
        (
            "I like clean models and cut the cost by 20 %. I worked at Google.",
            "Google",
            "I like clean models and cut the cost by 20 %.",
        ),
    ],
)
def test_what_makes_a_claim_is_taken_out_and_no_more(
    letters: LetterService, outline: Letter, text: str, named: str, left: str
) -> None:
    letters.set_text(outline.id, "p1", text)
    claim = next(each for each in fresh(letters, outline).paragraph("p1").claims if named in each.text)
    assert letters.remove_claim(outline.id, "p1", claim) == text
    assert fresh(letters, outline).paragraph("p1").text == left


def test_a_claim_nobody_makes_takes_nothing_out(letters: LetterService, outline: Letter) -> None:
    strange = Claim(kind=ClaimKind.SKILL, text="Rust", supported=False)
    letters.remove_claim(outline.id, "p1", strange)
    assert fresh(letters, outline) == outline.draft


def test_a_letter_outlives_its_resume(place: Place, letters: LetterService, outline: Letter, lena: int) -> None:
    place.get(ResumeService).delete(lena)
    letters.set_text(outline.id, "p1", "Still mine to write.")
    assert fresh(letters, outline).paragraph("p1").text == "Still mine to write."


def test_without_any_resume_nothing_pretends_to_be_taken_out(
    place: Place, letters: LetterService, outline: Letter, lena: int
) -> None:
    letters.set_text(outline.id, "p1", "I know Rust.")
    (claim,) = fresh(letters, outline).paragraph("p1").claims
    place.get(ResumeService).delete(lena)
    with pytest.raises(UserError) as told:
        letters.remove_claim(outline.id, "p1", claim)
    assert told.value.code == "no-resume"
    assert fresh(letters, outline).paragraph("p1").text == "I know Rust."


def test_the_letter_before_is_there_when_a_new_one_is_thrown_away(
    letters: LetterService, outline: Letter, data_job: int
) -> None:
    newest = letters.letter(letters.outline(data_job, WISHES.model_copy(update={"tone": Tone.FORMAL})))
    assert letters.latest_for(data_job) == newest
    assert letters.discard(newest.id) == newest
    assert letters.latest_for(data_job) == outline
    letters.put_back(newest)
    assert letters.latest_for(data_job) == newest
    assert letters.letter(outline.id) == outline


# --- the papers agree ------------------------------------------------------------------------------------------------


def test_papers_that_agree_say_nothing(letters: LetterService, outline: Letter) -> None:
    assert letters.disagreements(outline.id) == []


def test_another_figure_than_the_resumes_is_told_with_both(letters: LetterService, outline: Letter) -> None:
    letters.set_text(outline.id, "p1", "I rebuilt the nightly batch jobs, cutting run time from 6 h to 40 min.")
    (told,) = letters.disagreements(outline.id)
    assert "40 min" in told
    assert "50 min" in told


# --- versions --------------------------------------------------------------------------------------------------------


def test_saving_makes_a_version_of_the_jobs_cover_letter(place: Place, letters: LetterService, outline: Letter) -> None:
    first = letters.save_as_document(outline.id)
    assert letters.save_as_document(outline.id) == first  # nothing changed
    letters.set_text(outline.id, "p1", "I led forty engineers.")
    second = letters.save_as_document(outline.id)
    assert (second.document_id, second.number) == (first.document_id, 2)
    assert "I led forty engineers." in second.content
    assert second.details["subject"] == outline.draft.subject
    assert "forty engineers" in second.details["claims"] or second.details["claims"]
    (card,) = place.get(DocumentService).cards()
    assert (card.type, card.job_id) == (DocumentType.COVER_LETTER, outline.job_id)
    happened = place.get(JobService).timeline(outline.job_id)
    assert [entry.text for entry in happened if entry.kind is TimelineKind.WRITTEN] == [
        "and saved as version 2",
        "and saved as version 1",
    ]


def test_a_saved_letter_is_found_by_its_words(place: Place, letters: LetterService, outline: Letter) -> None:
    letters.set_text(outline.id, "p1", "I like zeppelins.")
    search = place.get(SearchService)
    assert search.search("zeppelins") == []
    version = letters.save_as_document(outline.id)
    assert [(hit.kind, hit.record) for hit in search.search("zeppelins")] == [("document", version.document_id)]


def test_the_next_letter_goes_on_with_the_same_document(letters: LetterService, outline: Letter, data_job: int) -> None:
    first = letters.save_as_document(outline.id)
    again = letters.outline(data_job, WISHES.model_copy(update={"tone": Tone.FORMAL}))
    assert letters.save_as_document(again).document_id == first.document_id


def test_an_earlier_version_comes_back_and_goes_again(letters: LetterService, outline: Letter) -> None:
    version = letters.save_as_document(outline.id)
    letters.set_text(outline.id, "p1", "Something else.")
    changed = fresh(letters, outline)
    before = letters.restore(outline.id, version.id)
    assert before == changed
    assert fresh(letters, outline) == outline.draft
    letters.put_draft(outline.id, before)
    assert fresh(letters, outline) == changed


# --- on paper --------------------------------------------------------------------------------------------------------


def test_nothing_is_handed_over_while_a_gap_is_left(letters: LetterService, outline: Letter) -> None:
    for kind in LetterFormat:
        with pytest.raises(UserError) as told:
            letters.export(outline.id, kind)
        assert told.value.code == "letter-has-gaps"


def test_a_pdf_says_what_the_letter_says(letters: LetterService, outline: Letter) -> None:
    draft = finished(letters, outline)
    text = read_document(letters.export(outline.id, LetterFormat.PDF), "letter.pdf").text
    flat = " ".join(text.split())
    for part in (draft.subject, draft.greeting, *(each.text for each in draft.paragraphs), draft.closing):
        assert " ".join(part.split()) in flat
    assert "Northwind" in flat


def test_a_word_file_says_the_same(letters: LetterService, outline: Letter) -> None:
    draft = finished(letters, outline)
    document = docx.Document(io.BytesIO(letters.export(outline.id, LetterFormat.DOCX)))
    lines = [paragraph.text for paragraph in document.paragraphs]
    for part in (draft.subject, draft.greeting, *(each.text for each in draft.paragraphs), draft.closing):
        assert part in lines


def test_plain_text_is_the_subject_and_the_letter(letters: LetterService, outline: Letter) -> None:
    draft = finished(letters, outline)
    assert letters.export(outline.id, LetterFormat.TXT).decode() == f"{draft.subject}\n\n{draft.text}\n"


def test_documents_hands_a_saved_letter_over_as_the_pdf_it_was(
    place: Place, letters: LetterService, outline: Letter
) -> None:
    then = finished(letters, outline)
    version = letters.save_as_document(outline.id)
    letters.set_text(outline.id, "subject", "Another subject")
    handed = place.get(HandingService).file(version.id)
    assert handed.name.endswith(".pdf")
    text = read_document(handed.data, handed.name).text
    assert then.subject in text
    assert "Another subject" not in text


def test_a_saved_letter_outlives_the_one_it_was_saved_from(
    place: Place, letters: LetterService, outline: Letter
) -> None:
    finished(letters, outline)
    version = letters.save_as_document(outline.id)
    letters.discard(outline.id)
    assert place.get(HandingService).file(version.id).data.decode() == version.content


def test_a_version_with_gaps_is_no_file_yet(place: Place, letters: LetterService, outline: Letter) -> None:
    version = letters.save_as_document(outline.id)
    with pytest.raises(UserError) as told:
        place.get(HandingService).file(version.id)
    assert told.value.code == "letter-has-gaps"


# --- frames ----------------------------------------------------------------------------------------------------------

FRAME = """Dear {company} team,

I found you on the {day}.

{body}

I can start as {role} in March.

Warm regards,
{name}"""


def test_a_frame_stands_around_the_letter(letters: LetterService, lena: int, data_job: int) -> None:
    template_id = letters.save_template("Usual", FRAME)
    draft = letters.letter(letters.outline(data_job, LetterWishes(template_id=template_id))).draft
    assert draft.greeting == "Dear Northwind team,"
    assert draft.paragraphs[0].text == "I found you on the [day]."
    assert draft.paragraphs[-1].text == "I can start as Senior Data Engineer in March."
    assert (draft.closing, draft.signature) == ("Warm regards,", "Lena Marsh")
    assert draft.has_gaps


def test_frames_are_kept_replaced_removed_and_brought_back(letters: LetterService) -> None:
    first = letters.save_template("  Usual ", "{body}")
    assert letters.save_template("Usual", "Hello, {body}") == first
    assert [(each.name, each.content) for each in letters.templates()] == [("Usual", "Hello, {body}")]
    letters.remove_template(first)
    assert letters.templates() == []
    letters.bring_back_template(first)
    assert [each.id for each in letters.templates()] == [first]
    with pytest.raises(UserError):
        letters.save_template(" ", "words")
    with pytest.raises(KeyError):
        letters.remove_template(first + 1)


def test_a_frame_that_was_removed_is_no_obstacle(letters: LetterService, lena: int, data_job: int) -> None:
    template_id = letters.save_template("Usual", FRAME)
    letters.remove_template(template_id)
    draft = letters.letter(letters.outline(data_job, LetterWishes(template_id=template_id))).draft
    assert draft.greeting == "Dear hiring team,"
