"""Documents keep every version, and nothing removed is ever gone."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.documents.model import DocumentRemoved, DocumentSaved
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.resumes.model import ResumeStyle
from tests.features.documents.saving import a_resume, keep
from tests.support.workspace import Place


def test_a_saved_document_becomes_a_card_that_names_its_job(documents: DocumentService, job_id: int) -> None:
    saved = keep(documents, "Inês Caldeira – Rio Claro", job_id=job_id)
    (card,) = documents.cards()
    assert (card.id, card.title, card.version) == (saved.document_id, "Inês Caldeira – Rio Claro", 1)
    assert (card.job_id, card.job_title, card.company) == (job_id, "Hydrologist", "Rio Claro")


def test_saving_again_adds_a_version_and_keeps_the_first_as_it_was(documents: DocumentService) -> None:
    first = keep(documents, "For water", data=a_resume("Inês"))
    second = keep(documents, "For water", document_id=first.document_id, data=a_resume("Inês Caldeira"))
    assert [version.number for version in documents.versions(first.document_id)] == [2, 1]
    assert documents.saved(first.id).data.basics.name == "Inês"
    assert documents.saved(second.id).data.basics.name == "Inês Caldeira"
    assert [card.version for card in documents.cards()] == [2]


def test_every_version_has_its_own_name_and_details(documents: DocumentService) -> None:
    first = keep(documents, "For water", score_before=61, changes=["Summary"])
    keep(documents, "For water", document_id=first.document_id, score_before=70, changes=[])
    new, old = documents.versions(first.document_id)
    assert (old.name, old.details) == ("2 changes accepted", {"score_before": 61, "changes": ["Summary"]})
    assert new.details == {"score_before": 70, "changes": []}
    assert documents.version(first.id) == old


def test_the_document_changed_last_stands_first(documents: DocumentService) -> None:
    first = keep(documents, "First")
    keep(documents, "Second")
    keep(documents, "First", document_id=first.document_id)
    assert [card.title for card in documents.cards()] == ["First", "Second"]


def test_a_removed_document_leaves_the_page_and_comes_back_with_its_versions(documents: DocumentService) -> None:
    first = keep(documents, "For water")
    keep(documents, "For water", document_id=first.document_id)
    documents.remove(first.document_id)
    assert documents.cards() == []
    documents.bring_back(first.document_id)
    assert [(card.title, card.version) for card in documents.cards()] == [("For water", 2)]


def test_a_new_version_brings_a_removed_document_back(documents: DocumentService) -> None:
    first = keep(documents, "For water")
    documents.remove(first.document_id)
    keep(documents, "For water", document_id=first.document_id)
    assert [card.version for card in documents.cards()] == [2]


def test_an_export_is_on_the_job_s_timeline(documents: DocumentService, job_id: int, place: Place) -> None:
    first = keep(documents, "Inês for Rio Claro", job_id=job_id)
    second = keep(documents, "Inês for Rio Claro", job_id=job_id, document_id=first.document_id)
    documents.note_export(second.id)
    newest = place.get(JobService).timeline(job_id)[0]
    assert (newest.kind, newest.text) == (TimelineKind.EXPORTED, "“Inês for Rio Claro”, version 2")


def test_an_export_without_a_job_is_nobody_s_event(documents: DocumentService, job_id: int, place: Place) -> None:
    before = place.get(JobService).timeline(job_id)
    documents.note_export(keep(documents, "For everybody").id)
    assert place.get(JobService).timeline(job_id) == before


def test_a_document_outlives_the_removal_of_its_job(documents: DocumentService, job_id: int, place: Place) -> None:
    keep(documents, "Inês for Rio Claro", job_id=job_id)
    place.get(JobService).delete([job_id])
    assert [(card.title, card.job_title) for card in documents.cards()] == [("Inês for Rio Claro", "")]


def test_every_change_is_told(documents: DocumentService, job_id: int, place: Place) -> None:
    told: list[object] = []
    place.database.bus.after(DocumentSaved, told.append)
    place.database.bus.after(DocumentRemoved, told.append)
    document_id = keep(documents, "For water", job_id=job_id).document_id
    documents.remove(document_id)
    documents.bring_back(document_id)
    saved = DocumentSaved(document_id, job_id)
    assert told == [saved, DocumentRemoved(document_id, job_id), saved]


def test_what_does_not_exist_is_an_error_and_changes_nothing(documents: DocumentService) -> None:
    keep(documents, "For water")
    for act in (documents.version, documents.saved, documents.remove, documents.note_export):
        with pytest.raises(KeyError):
            act(999)
    with pytest.raises(KeyError):
        keep(documents, "For nobody", document_id=999)
    assert [card.title for card in documents.cards()] == ["For water"]


def test_a_version_keeps_its_look_and_later_ones_begin_with_it(documents: DocumentService) -> None:
    first = keep(documents, "For water", score_before=61)
    assert documents.saved(first.id).style is None
    look = ResumeStyle(template="classic", accent="#0B6E6E", left_out=["interests"])
    assert documents.restyle(first.id, look) is None
    second = keep(documents, "For water", document_id=first.document_id)
    assert documents.saved(first.id).style == documents.saved(second.id).style == look
    assert documents.version(first.id).details["score_before"] == 61

    assert documents.restyle(second.id, ResumeStyle()) is None
    assert (documents.saved(first.id).style, documents.saved(second.id).style) == (look, ResumeStyle())
    assert documents.restyle(first.id, None) == look
    assert "style" not in documents.version(first.id).details
