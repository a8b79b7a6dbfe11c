"""What is due follows from where jobs stand, at every moment and after every undo."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from careercoach_desktop.features.jobs.model import Contact, JobCard, JobStatus, Posting, Relation, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.service.importing import IMPORT_TASK, ImportService
from careercoach_desktop.features.reminders.model import ReminderKind
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from tests.features.jobs.conftest import Clock
from tests.support.tasks import TaskWatch

TODAY = date(2026, 11, 2)


def after(days: int) -> date:
    return TODAY + timedelta(days=days)


def added(jobs: JobService, title: str = "Engineer", **said: object) -> int:
    return jobs.add_manually(Posting.model_validate({"title": title, "company": "Halden Rail", **said})).job_id


def card(jobs: JobService, job_id: int) -> JobCard:
    return jobs.cards([job_id], with_archived=True)[0]


def kinds(due: DueService) -> list[tuple[ReminderKind, date]]:
    return [(line.reminder.kind, line.reminder.day) for line in due.lines()]


def test_a_deadline_is_due_three_days_before_while_nothing_was_sent(due: DueService, jobs: JobService) -> None:
    job = added(jobs, deadline=after(10))
    assert kinds(due) == [(ReminderKind.DEADLINE, after(7))]
    assert card(jobs, job).follow_up == after(7)
    before = jobs.edit(job, {"deadline": after(20)})
    assert kinds(due) == [(ReminderKind.DEADLINE, after(17))]
    jobs.edit(job, before, undoing=True)
    assert kinds(due) == [(ReminderKind.DEADLINE, after(7))]
    jobs.edit(job, {"deadline": None})
    assert kinds(due) == []
    assert card(jobs, job).follow_up is None


def test_an_application_without_an_answer_is_due_after_ten_days(due: DueService, jobs: JobService) -> None:
    job = added(jobs, deadline=after(10))
    placements = jobs.move([job], JobStatus.APPLIED)
    assert kinds(due) == [(ReminderKind.NO_ANSWER, after(10))]
    assert card(jobs, job).follow_up == after(10)
    jobs.put_back(placements)
    assert kinds(due) == [(ReminderKind.DEADLINE, after(7))]
    jobs.move([job], JobStatus.APPLIED)
    jobs.move([job], JobStatus.INTERVIEW_SCHEDULED)
    assert kinds(due) == []
    assert card(jobs, job).follow_up is None


def test_moving_many_cards_reminds_of_each(due: DueService, jobs: JobService, five: list[int]) -> None:
    jobs.move(five, JobStatus.APPLIED)
    assert {line.job_id for line in due.lines()} == set(five)
    assert {card(jobs, job).follow_up for job in five} == {after(10)}


def test_what_has_been_silent_for_months_is_let_go(due: DueService, jobs: JobService, clock: Clock) -> None:
    job = added(jobs)
    jobs.move([job], JobStatus.APPLIED)
    clock.now += timedelta(days=200)
    due.pass_over()
    assert kinds(due) == []
    assert card(jobs, job).follow_up is None


def test_a_deadline_that_is_over_is_let_go_by_the_daily_pass(due: DueService, jobs: JobService, clock: Clock) -> None:
    job = added(jobs, deadline=after(1))
    assert due.count() == 1
    clock.now += timedelta(days=3)
    due.pass_over()
    assert due.count() == 0
    assert card(jobs, job).follow_up is None


def test_the_daily_pass_looks_after_a_file_of_an_earlier_version(
    jobs: JobService, database: Database, settings: SettingsService, clock: Clock
) -> None:
    job = added(jobs, deadline=after(10))
    from careercoach_desktop.features.reminders.service import ReminderService

    due = DueService(database, ReminderService(database, clock), settings.current, clock)
    assert due.lines() == []
    due.pass_over()
    assert kinds(due) == [(ReminderKind.DEADLINE, after(7))]
    assert card(jobs, job).follow_up == after(7)


def test_what_is_removed_rests_and_comes_back_with_everything(due: DueService, jobs: JobService) -> None:
    job = added(jobs, deadline=after(10))
    due.remind([job], after(1), "Ring the recruiter")
    due.snooze(due.lines()[0].reminder.id, after(2))
    before = due.lines()
    assert len(before) == 2
    jobs.delete([job])
    assert due.lines() == []
    assert due.of_job(job) == []
    jobs.restore([job])
    assert due.lines() == before
    assert card(jobs, job).follow_up == after(2)


def test_ones_own_reminder_is_set_for_several_jobs_and_taken_back(
    due: DueService, jobs: JobService, five: list[int]
) -> None:
    made = due.remind(five[:2], after(3), " Ask about the team ")
    assert [line.reminder.text for line in due.of_job(five[0])] == ["Ask about the team"]
    assert card(jobs, five[1]).follow_up == after(3)
    gone = due.forget([one.id for one in made])
    assert due.lines() == []
    assert card(jobs, five[1]).follow_up is None
    due.put_back(gone)
    assert [line.job_id for line in due.lines()] == five[:2]


def test_the_nearest_day_stands_on_the_card(due: DueService, jobs: JobService) -> None:
    job = added(jobs, deadline=after(30))
    due.remind([job], after(5), "Ring Priya")
    assert card(jobs, job).follow_up == after(5)
    due.snooze(due.of_job(job)[0].reminder.id, after(6))
    assert card(jobs, job).follow_up == after(6)
    due.finish(due.of_job(job)[0].reminder.id)
    assert card(jobs, job).follow_up == after(27)


def test_a_day_that_is_not_in_the_future_is_no_snooze(due: DueService, jobs: JobService) -> None:
    due.remind([added(jobs)], TODAY, "Ring Priya")
    with pytest.raises(UserError) as problem:
        due.snooze(due.lines()[0].reminder.id, TODAY)
    assert problem.value.code == "day-past"


def test_done_stands_on_the_timeline_until_it_is_undone(due: DueService, jobs: JobService) -> None:
    job = added(jobs)
    due.remind([job], TODAY, "Ring Priya")
    finished = due.finish(due.lines()[0].reminder.id)
    assert (jobs.timeline(job)[0].kind, jobs.timeline(job)[0].text) == (TimelineKind.REMINDED, "Ring Priya")
    due.unfinish(finished)
    assert TimelineKind.REMINDED not in {entry.kind for entry in jobs.timeline(job)}
    assert due.count() == 1


def test_each_reminder_is_told_of_once_and_again_after_a_snooze(
    due: DueService, jobs: JobService, clock: Clock
) -> None:
    job = added(jobs, deadline=after(2))
    due.remind([job], after(4), "Ring Priya")
    assert [line.reminder.kind for line in due.news()] == [ReminderKind.DEADLINE]
    assert due.news() == []
    due.snooze(due.lines()[0].reminder.id, after(1))
    assert due.news() == []
    clock.now += timedelta(days=1)
    assert [line.reminder.kind for line in due.news()] == [ReminderKind.DEADLINE]


def test_whoever_wants_quiet_is_told_of_nothing_and_later_not_of_all_at_once(
    due: DueService, jobs: JobService, settings: SettingsService
) -> None:
    settings.choose(notifications="off")
    added(jobs, deadline=after(2))
    assert due.news() == []
    assert due.count() == 1


def test_the_days_are_a_setting(due: DueService, jobs: JobService, settings: SettingsService) -> None:
    waiting, closing = added(jobs), added(jobs, deadline=after(10))
    jobs.move([waiting], JobStatus.APPLIED)
    settings.choose(reminder_no_answer_days=21, reminder_deadline_days=1)
    assert kinds(due) == [(ReminderKind.DEADLINE, after(9)), (ReminderKind.NO_ANSWER, after(21))]
    assert card(jobs, closing).follow_up == after(9)


def test_a_persons_follow_up_is_due_and_stands_on_the_cards_of_their_jobs(
    due: DueService, jobs: JobService, contacts: ContactService
) -> None:
    job = added(jobs)
    priya = contacts.add(Contact(name="Priya Nair", next_follow_up=after(3)), job, Relation.RECRUITER)
    (line,) = due.lines()
    assert (line.title, line.contact_id, line.reminder.kind) == ("Priya Nair", priya, ReminderKind.FOLLOW_UP)
    assert [each.reminder for each in due.of_job(job)] == [line.reminder]
    assert card(jobs, job).follow_up == after(3)
    contacts.unlink(job, priya)
    assert card(jobs, job).follow_up is None
    contacts.link(job, priya, Relation.REFERRAL)
    assert card(jobs, job).follow_up == after(3)
    jobs.move([job], JobStatus.REJECTED)
    assert card(jobs, job).follow_up is None, "nobody writes to the recruiter of a job that is over because of it"


def test_snooze_and_done_show_at_the_person_too(due: DueService, contacts: ContactService) -> None:
    priya = contacts.add(Contact(name="Priya Nair", next_follow_up=TODAY))
    reminder = due.lines()[0].reminder
    due.snooze(reminder.id, after(2))
    assert contacts.contact(priya).next_follow_up == after(2)
    finished = due.finish(reminder.id)
    assert contacts.contact(priya).next_follow_up is None
    due.unfinish(finished)
    assert contacts.contact(priya).next_follow_up == after(2)


def test_silence_counts_from_the_last_contact(
    due: DueService, jobs: JobService, contacts: ContactService, clock: Clock
) -> None:
    job = added(jobs)
    jobs.move([job], JobStatus.APPLIED)
    priya = contacts.add(Contact(name="Priya Nair"), job)
    clock.now += timedelta(days=9)
    noted = contacts.note_contact(priya, after(9), None)
    assert kinds(due) == [(ReminderKind.NO_ANSWER, after(19))]
    contacts.forget_note(noted)
    assert kinds(due) == [(ReminderKind.NO_ANSWER, after(10))]


def test_a_record_that_gets_an_old_number_inherits_nothing(
    due: DueService, jobs: JobService, contacts: ContactService, database: Database, clock: Clock
) -> None:
    job = added(jobs, deadline=after(10))
    due.remind([job], after(3), "Ring Priya")
    jobs.delete([job])
    clock.now = datetime(2027, 1, 1, tzinfo=UTC)
    with database.write():
        jobs.purge_removed()
        contacts.purge_removed()
        due.forget_gone()
    assert added(jobs) == job
    assert due.lines() == []


def test_a_table_that_says_when_to_follow_up_brings_a_reminder(
    due: DueService, jobs: JobService, database: Database, queue: TaskQueue, child: ChildProcess, clock: Clock
) -> None:
    imports = ImportService(database, queue, jobs, child, clock)
    queue.register(TaskKind(IMPORT_TASK, imports.take_in))
    table = f"Title,Company,Follow up\nBaker,Crumb & Co,{after(4).isoformat()}\n".encode()
    watch = TaskWatch(database)
    _import_id, task_id = imports.begin(imports.look_at_file(table, "jobs.csv"))
    queue.start()
    watch.until(lambda task: task.id == task_id and task.state.is_over)
    assert kinds(due) == [(ReminderKind.FOLLOW_UP, after(4))]
    (job,) = jobs.cards()
    assert job.follow_up == after(4)
    jobs.delete([job.id])
    jobs.restore([job.id])
    assert kinds(due) == [(ReminderKind.FOLLOW_UP, after(4))]
    due.finish(due.lines()[0].reminder.id)
    jobs.delete([job.id])
    jobs.restore([job.id])
    assert kinds(due) == [], "done is done"
