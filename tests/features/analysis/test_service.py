"""The analysis of a kept résumé: made once, kept, made anew when something changed; and what can be put right."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from careercoach_desktop.features.analysis.model import ScoreKind
from careercoach_desktop.features.analysis.service import AnalysisService
from careercoach_desktop.features.analysis.store import AnalysisStore, ResumeAnalysisRow
from careercoach_desktop.features.resumes.editing import SetValue
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.resources import resource
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.features.analysis.people import bo, maren
from tests.features.resumes.files import encrypted_pdf
from tests.support.workspace import Place


class CountingChild(ChildProcess):
    """Counts the visits; ``inner`` does the work."""

    def __init__(self, inner: ChildProcess) -> None:
        super().__init__()
        self._inner, self.visits = inner, 0

    def call(self, function: object, *args: object, timeout: float = 60.0) -> object:
        self.visits += 1
        return self._inner.call(function, *args, timeout=timeout)  # type: ignore[arg-type]


def rows(database: Database) -> list[ResumeAnalysisRow]:
    with database.read() as session:
        return [*session.exec(select(ResumeAnalysisRow))]


def put_again(database: Database, resume_id: int) -> None:
    """Store a second analysis of the same résumé."""
    with database.write() as unit:
        row = AnalysisStore(unit.session).of_resume(resume_id)
        assert row is not None
        AnalysisStore(unit.session).put(ResumeAnalysisRow.model_validate(row.model_dump() | {"id": None}))


def data_of(place: Place, resume_id: int) -> ResumeData:
    return place.get(ResumeService).resume(resume_id).data


def test_what_the_rules_say_is_kept(place: Place, service: AnalysisService) -> None:
    resume_id = place.add_resume(bo(), "cv_final_2.txt")
    told = service.analyse(resume_id)
    assert told.analysis.score(ScoreKind.OVERALL) < 50
    assert told.analysis.finding("file.name") is not None
    (row,) = rows(place.database)
    assert (row.resume_id, row.job_id, row.made_by) == (resume_id, None, "rules")
    assert row.overall == told.analysis.score(ScoreKind.OVERALL)
    assert service.analyse(resume_id) == told


def test_the_file_is_looked_at_once_and_the_rules_again_when_the_text_changes(
    place: Place, child: ChildProcess
) -> None:
    resumes, counting = place.get(ResumeService), CountingChild(child)
    service = AnalysisService(place.database, resumes, counting)
    resume_id = place.add_resume(bo())
    before = service.analyse(resume_id)
    resumes.edit(resume_id, [SetValue("basics.phone", "", "+44 20 7946 0018")])
    after = service.analyse(resume_id)
    assert counting.visits == 1
    assert before.analysis.finding("contact.phone") is not None
    assert after.analysis.finding("contact.phone") is None
    assert after.analysis.score(ScoreKind.ATS) > before.analysis.score(ScoreKind.ATS)
    assert len(rows(place.database)) == 1


def test_a_new_month_is_a_reason_to_look_again(place: Place, child: ChildProcess) -> None:
    days = [date(2019, 4, 30)]
    service = AnalysisService(place.database, place.get(ResumeService), child, today=lambda: days[0])
    resume_id = place.add_resume(maren())
    assert service.analyse(resume_id).analysis.finding("dates.future") is None
    days[0] = date(2018, 5, 1)
    assert service.analyse(resume_id).analysis.finding("dates.future") is not None


def test_a_real_file_is_looked_at(place: Place, service: AnalysisService) -> None:
    resume_id = place.get(ResumeService).import_path(resource("sample/lena-marsh.pdf")).resume_id
    place.queue.start()
    place.done("resumes.read")
    analysis = service.analyse(resume_id).analysis
    assert analysis.score(ScoreKind.OVERALL) > 90
    assert not any(finding.rule in ("file.columns", "file.reading-order") for finding in analysis.findings)


def test_a_file_that_cannot_be_opened_leaves_what_was_typed(place: Place, service: AnalysisService) -> None:
    resumes = place.get(ResumeService)
    resume_id = resumes.import_file(encrypted_pdf(), "locked.pdf").resume_id
    resumes.save_data(resume_id, maren())
    analysis = service.analyse(resume_id).analysis
    assert analysis.findings == []
    assert analysis.score(ScoreKind.OVERALL) == 100


def test_what_was_not_read_yet_cannot_be_analysed(place: Place, service: AnalysisService) -> None:
    resume_id = place.get(ResumeService).import_file(b"Maren", "m.txt").resume_id
    with pytest.raises(UserError) as refused:
        service.analyse(resume_id)
    assert refused.value.code == "resume-unread"
    with pytest.raises(UserError) as gone:
        service.analyse(4711)
    assert gone.value.code == "resume-gone"


def test_a_fix_is_an_edit_that_can_be_undone_and_redone(place: Place, service: AnalysisService) -> None:
    resume_id = place.add_resume(bo())
    before = data_of(place, resume_id)
    fixed = service.fix(resume_id, "contact.email-case")
    assert fixed.label == "Write it small"
    assert data_of(place, resume_id).basics.email == "bo.lind@example.org"
    assert service.analyse(resume_id).analysis.finding("contact.email-case") is None
    service.undo(fixed)
    assert data_of(place, resume_id) == before
    service.redo(fixed)
    assert data_of(place, resume_id).basics.email == "bo.lind@example.org"


def test_a_bullet_that_repeats_another_is_removed_and_comes_back_at_its_place(
    place: Place, service: AnalysisService
) -> None:
    resume_id = place.add_resume(bo())
    fixed = service.fix(resume_id, "experience.bullets-twice")
    assert [bullet.id for bullet in data_of(place, resume_id).work[0].highlights] == ["o1", "o2", "o3"]
    service.undo(fixed)
    assert [bullet.id for bullet in data_of(place, resume_id).work[0].highlights] == ["o1", "o2", "o3", "o4"]


def test_what_was_put_right_meanwhile_is_said_and_nothing_is_changed(place: Place, service: AnalysisService) -> None:
    resume_id = place.add_resume(bo())
    service.fix(resume_id, "writing.spaces")
    version = place.get(ResumeService).resume(resume_id).version
    for rule in ("writing.spaces", "contact.phone"):
        with pytest.raises(UserError) as refused:
            service.fix(resume_id, rule)
        assert refused.value.code == "analysis-nothing-to-fix"
    assert place.get(ResumeService).resume(resume_id).version == version


def test_one_analysis_a_resume_and_none_of_what_is_gone(place: Place, service: AnalysisService) -> None:
    resume_id = place.add_resume(bo())
    service.analyse(resume_id)
    with pytest.raises(IntegrityError):
        put_again(place.database, resume_id)
    with place.database.write() as unit:
        unit.session.connection().exec_driver_sql("DELETE FROM resume_version")
        unit.session.connection().exec_driver_sql("DELETE FROM resume")
    assert rows(place.database) == []
