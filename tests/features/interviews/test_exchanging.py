"""Invitations become rounds, change them and call them off, as the person decides; and go out again as files."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from careercoach_desktop.features.interviews.invitations.reading import read_invitations
from careercoach_desktop.features.interviews.model import InterviewOutcome, InterviewsChanged, InterviewType
from careercoach_desktop.features.interviews.model.exchange import Choice, News, Offer
from careercoach_desktop.features.interviews.service import Below, InterviewService
from careercoach_desktop.features.interviews.service.exchanging import ExchangeService
from careercoach_desktop.features.jobs.model import Contact, JobStatus, Posting, Relation
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.settings.service import SettingsService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.features.interviews.conftest import video_call, wall
from tests.features.interviews.invitations.files import event, invitation_file, marlow


@pytest.fixture
def exchange(
    database: Database,
    jobs: JobService,
    contacts: ContactService,
    settings: SettingsService,
    interviews: InterviewService,
    child: ChildProcess,
) -> ExchangeService:
    below = Below(database, jobs, contacts, settings.current)
    return ExchangeService(below, interviews, child, lambda: ("lena@marsh.example",))


@pytest.fixture
def marlow_job(jobs: JobService) -> int:
    return jobs.add_manually(Posting(title="Staff Data Engineer", company="Marlow Energy GmbH")).job_id


def only(exchange: ExchangeService, data: bytes) -> Offer:
    (offer,) = exchange.read(data).offers
    return offer


def moved(sequence: int = 1, stamp: str = "20261120T090000Z", hour: int = 16) -> bytes:
    text = marlow(sequence).replace("T140000", f"T{hour}0000").replace("T151500", f"T{hour}3000")
    return invitation_file(text.replace("20261120T090000Z", stamp))


def take(exchange: ExchangeService, data: bytes, job_id: int | None = None, *, anyway: bool = False) -> Sequence[int]:
    offers = exchange.read(data).offers
    return exchange.take_in([Choice(each.invitation, job_id, anyway=anyway) for each in offers]).ids


def test_an_invitation_becomes_a_round_of_the_job_it_is_for(
    exchange: ExchangeService, interviews: InterviewService, jobs: JobService, job: int, marlow_job: int
) -> None:
    offer = only(exchange, invitation_file(marlow(sequence=2)))
    assert offer.news is News.NEW
    assert [guess.job_id for guess in offer.guesses] == [marlow_job]
    assert interviews.for_job(marlow_job) == [], "nothing happens before the person has decided"
    (interview_id,) = exchange.take_in([Choice(offer.invitation, marlow_job)]).ids
    one = interviews.get(interview_id)
    assert one.when.same(wall("2027-03-10 14:00", minutes=75))
    assert one.type is InterviewType.TECHNICAL
    assert [each.name for each in one.interviewers] == ["Mira Okafor", "Tom Reed"]
    assert (one.uid, one.sequence, one.organiser) == ("round-2@marlow.example", 2, "mira@marlow.example")
    assert jobs.job(marlow_job).status is JobStatus.INTERVIEW_SCHEDULED


def test_taking_in_is_undone_and_done_again_in_one_step(
    exchange: ExchangeService, interviews: InterviewService, jobs: JobService, contacts: ContactService, marlow_job: int
) -> None:
    offer = only(exchange, invitation_file(marlow()))
    taken = exchange.take_in([Choice(offer.invitation, marlow_job)])
    exchange.take_back(taken)
    assert interviews.for_job(marlow_job) == []
    assert jobs.job(marlow_job).status is JobStatus.INTERESTED
    assert contacts.contacts() == []
    exchange.take_in_again(taken)
    assert [line.interview.id for line in interviews.for_job(marlow_job)] == list(taken.ids)
    assert len(contacts.contacts()) == 2


def test_a_job_is_never_chosen_for_the_person(exchange: ExchangeService, marlow_job: int) -> None:
    offer = only(exchange, invitation_file(marlow()))
    with pytest.raises(UserError) as caught:
        exchange.take_in([Choice(offer.invitation)])
    assert caught.value.code == "calendar-job"


def test_somebody_known_there_speaks_for_a_job(
    exchange: ExchangeService, contacts: ContactService, jobs: JobService, job: int, marlow_job: int
) -> None:
    contacts.add(Contact(name="Mira", email="mira@marlow.example"), job, Relation.RECRUITER)
    assert only(exchange, invitation_file(marlow())).guesses[0].job_id == job


def test_a_newer_version_changes_the_round_and_can_be_taken_back(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    (interview_id,) = take(exchange, invitation_file(marlow()), marlow_job)
    offer = only(exchange, moved())
    assert (offer.news, offer.changes) == (News.CHANGED, ("when",))
    taken = exchange.take_in([Choice(offer.invitation)])
    assert interviews.get(interview_id).when.same(wall("2027-03-10 16:00", minutes=30))
    exchange.take_back(taken)
    assert interviews.get(interview_id).when.same(wall("2027-03-10 14:00", minutes=75))


def test_an_older_version_changes_nothing_unless_the_person_wants_it(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    (interview_id,) = take(exchange, moved(sequence=3), marlow_job)
    assert only(exchange, invitation_file(marlow(sequence=1))).news is News.OLDER
    assert take(exchange, invitation_file(marlow(sequence=1))) == ()
    assert interviews.get(interview_id).when.local.hour == 16
    assert take(exchange, invitation_file(marlow(sequence=1)), anyway=True) == (interview_id,)
    assert interviews.get(interview_id).when.local.hour == 14


def test_a_version_made_after_our_own_change_is_newer_whatever_its_number(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    (interview_id,) = take(exchange, invitation_file(marlow()), marlow_job)
    for hour in (9, 10, 11):
        interviews.change(interview_id, {"when": wall(f"2027-03-11 {hour:02}:00")})
    assert only(exchange, moved(sequence=1)).news is News.OLDER
    assert only(exchange, moved(sequence=1, stamp="20270101T000000Z")).news is News.CHANGED


def test_the_same_file_again_says_nothing_new(exchange: ExchangeService, marlow_job: int) -> None:
    take(exchange, invitation_file(marlow()), marlow_job)
    assert only(exchange, invitation_file(marlow())).news is News.KNOWN


def test_what_the_person_added_stays(exchange: ExchangeService, interviews: InterviewService, marlow_job: int) -> None:
    (interview_id,) = take(exchange, invitation_file(marlow()), marlow_job)
    interviews.change(interview_id, {"notes": "Ask about wind", "link": "https://meet.example/x"})
    take(exchange, moved(sequence=5))
    one = interviews.get(interview_id)
    assert (one.notes, one.link) == ("Ask about wind", "https://meet.example/x")
    assert len(one.interviewers) == 2


def test_a_cancellation_cancels_and_can_be_taken_back(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    (interview_id,) = take(exchange, invitation_file(marlow()), marlow_job)
    offer = only(exchange, invitation_file(marlow(sequence=1), method="CANCEL"))
    assert offer.news is News.CANCELLED
    taken = exchange.take_in([Choice(offer.invitation)])
    assert interviews.get(interview_id).outcome is InterviewOutcome.CANCELLED
    exchange.take_back(taken)
    assert interviews.get(interview_id).outcome is InterviewOutcome.PENDING


def test_a_cancellation_of_what_is_not_here_says_so(exchange: ExchangeService) -> None:
    assert only(exchange, invitation_file(marlow(), method="CANCEL")).news is News.NOTHING_TO_CANCEL


def test_a_series_is_called_off_as_a_whole(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    start = {"DTSTART": ";TZID=Europe/Berlin:20270310T140000", "SUMMARY": ":Talk"}
    ids = take(exchange, invitation_file(event(**start, RRULE=":FREQ=DAILY;COUNT=3")), marlow_job)
    assert len(ids) == 3
    take(exchange, invitation_file(event(SEQUENCE=":1", SUMMARY=":Talk"), method="CANCEL"))
    assert all(interviews.get(each).cancelled for each in ids)


def test_a_removed_round_comes_back_with_its_invitation(
    exchange: ExchangeService, interviews: InterviewService, marlow_job: int
) -> None:
    (interview_id,) = take(exchange, invitation_file(marlow()), marlow_job)
    interviews.remove([interview_id])
    taken = exchange.take_in([Choice(only(exchange, moved(sequence=9)).invitation)])
    assert interviews.get(interview_id).when.local.hour == 16
    exchange.take_back(taken)
    with pytest.raises(KeyError):
        interviews.get(interview_id)


def test_an_unknown_zone_is_asked_for(exchange: ExchangeService, interviews: InterviewService, job: int) -> None:
    offer = only(exchange, invitation_file(event(DTSTART=";TZID=Mars/Phobos:20270310T140000", DURATION=":PT30M")))
    with pytest.raises(UserError) as caught:
        exchange.take_in([Choice(offer.invitation, job)])
    assert caught.value.code == "calendar-zone"
    (interview_id,) = exchange.take_in([Choice(offer.invitation, job, zone="Asia/Tokyo")]).ids
    assert interviews.get(interview_id).when.zone == "Asia/Tokyo"


def test_all_or_nothing_is_taken_in(exchange: ExchangeService, interviews: InterviewService, job: int) -> None:
    told: list[object] = []
    offers = exchange.read(invitation_file(marlow(), event(DTSTART=":20270310T140000Z"))).offers
    exchange._db.bus.after(InterviewsChanged, told.append)
    with pytest.raises(UserError):
        exchange.take_in([Choice(offers[0].invitation, job), Choice(offers[1].invitation)])
    assert interviews.for_job(job) == []
    assert told == []


def test_a_hostile_file_is_stopped_and_nothing_lost(
    exchange: ExchangeService, interviews: InterviewService, job: int
) -> None:
    interviews.schedule(job, video_call())
    with pytest.raises(UserError) as caught:
        exchange.read(b"BEGIN:VCALENDAR\r\n" * 100_000)
    assert caught.value.code == "calendar-deep"
    with pytest.raises(UserError) as caught:
        exchange.read(b"x" * (10 * 2**20 + 1))
    assert caught.value.code == "calendar-large"
    assert len(interviews.for_job(job)) == 1


def test_rounds_go_out_with_the_alarms_the_person_wants(
    exchange: ExchangeService, interviews: InterviewService, settings: SettingsService, job: int
) -> None:
    one = interviews.schedule(job, video_call(notes="secret"))
    settings.choose(interview_notices="30")
    text = exchange.export().decode()
    assert "TRIGGER:-PT30M" in text
    assert "secret" not in text
    assert "secret" in exchange.export([one.id], with_notes=True).decode()
    (read,) = read_invitations(exchange.export([one.id]), "America/New_York").invitations
    assert (read.uid, read.when) == (one.uid, one.when)


def test_many_rounds_go_out_as_one_file(exchange: ExchangeService, interviews: InterviewService, job: int) -> None:
    for day in range(1, 29):
        for hour in (9, 11, 14):
            interviews.schedule(job, video_call(wall(f"2027-02-{day:02} {hour:02}:00")))
    assert len(read_invitations(exchange.export(), "Europe/Berlin").invitations) == 84


def test_nothing_to_export_says_so(exchange: ExchangeService) -> None:
    with pytest.raises(UserError) as caught:
        exchange.export()
    assert caught.value.code == "interviews-none"


def test_a_change_counts_the_version_of_the_file_on(
    exchange: ExchangeService, interviews: InterviewService, job: int
) -> None:
    one = interviews.schedule(job, video_call())
    interviews.change(one.id, {"when": wall("2026-12-04 11:00")})
    (read,) = read_invitations(exchange.export(), "Europe/Berlin").invitations
    assert (read.uid, read.sequence) == (one.uid, 1)
