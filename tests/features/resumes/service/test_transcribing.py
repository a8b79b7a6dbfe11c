"""Claude reads a file of pictures: offered where reading failed, started by the person, kept as doubtful throughout."""

from __future__ import annotations

import base64

import pytest

from careercoach_desktop.features.resumes.editing import doubtful_paths, trace_of, values
from careercoach_desktop.features.resumes.model import Basics, ReadingState, ResumeData, ResumeRead, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService, TranscriptionService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from tests.features.resumes.transcripts import NOTHING, TRANSCRIPT, hardly_a_resume, unreadable_scan
from tests.support.claude import ClaudeServer, Trouble
from tests.support.paper import pdf
from tests.support.scanning import scanned
from tests.support.tasks import TaskWatch

SCAN = unreadable_scan()
RESUME = """
= Maya Okafor
maya.okafor\\@example.org | +44 113 496 0000 | Leeds
= Experience
*Senior Data Engineer*, Northgate Analytics #h(1fr) March 2021 – Present
- Cut the cost of storage by 38 % without losing any history
= Education
University of York, BSc Mathematics #h(1fr) 2014 – 2017
"""


@pytest.fixture
def scan_id(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch) -> int:
    """A scan in which nothing could be made out, the queue at work."""
    made = resumes.import_file(SCAN, "scan.pdf").resume_id
    queue.start()
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.FAILED)
    assert resumes.resume(made).state is ReadingState.FAILED
    return made


def test_the_offer_says_what_it_costs_and_sends_nothing(
    transcriptions: TranscriptionService, with_key: Claude, claude: ClaudeServer, scan_id: int
) -> None:
    offer = transcriptions.offer(scan_id)
    assert offer is not None
    assert offer.problem is None
    assert offer.host == claude.url.removeprefix("http://")
    assert offer.estimate is not None
    assert offer.estimate.input_tokens > 2 * 1_500  # two pages, at least what the vendor says a page takes
    assert offer.estimate.cost is not None
    assert 0 < offer.estimate.cost < 20_000_000  # two cents
    assert claude.requests(None) == []


def test_the_file_itself_is_sent_and_every_value_waits_to_be_looked_at(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    claude: ClaudeServer,
    scan_id: int,
    watch: TaskWatch,
) -> None:
    claude.answer("Transcript", TRANSCRIPT)
    watch.until_state(transcriptions.start(scan_id), TaskState.SUCCEEDED)
    (request,) = claude.requests()
    document = request.body["messages"][0]["content"][0]
    assert (document["type"], document["source"]["media_type"]) == ("document", "application/pdf")
    assert base64.b64decode(document["source"]["data"]) == SCAN

    resume = resumes.resume(scan_id)
    data = resume.data
    assert (resume.state, resume.problem) == (ReadingState.READ, "")
    assert (data.basics.name, data.basics.location.text) == ("Inês Caldeira", "Porto, Portugal")
    assert [(job.name, job.start, job.end, job.current) for job in data.work] == [
        ("Rio Claro", "2021-04", None, True),
        ("Foz & Filhos", "2019", None, False),
    ]
    assert [bullet.text for bullet in data.work[0].highlights] == ["Modelled 12 river basins.", "Led a team."]
    assert data.skill_names() == ["Python", "QGIS", "HEC-RAS"]
    assert data.sections[0].title == "Voluntary work"
    assert doubtful_paths(data) == [value.path for value in values(data)]
    trace = trace_of(data, "basics.name")
    assert trace is not None
    assert trace.note == "read by Claude from the picture"

    resumes.mark_checked(scan_id)
    assert doubtful_paths(resumes.resume(scan_id).data) == []


def test_what_was_typed_while_claude_reads_is_kept(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    claude: ClaudeServer,
    scan_id: int,
    watch: TaskWatch,
) -> None:
    def typed_meanwhile(_asked: object) -> dict[str, object]:
        resumes.save_data(scan_id, ResumeData(basics=Basics(name="Typed by hand")))
        return TRANSCRIPT

    claude.answer("Transcript", typed_meanwhile)
    task = watch.until_state(transcriptions.start(scan_id), TaskState.FAILED)
    assert task.code == "resume-typed-meanwhile"
    assert resumes.resume(scan_id).data.basics.name == "Typed by hand"
    assert len(resumes.versions(scan_id)) == 1


def test_that_it_was_read_is_told_so_that_marks_can_follow_their_words(
    transcriptions: TranscriptionService,
    with_key: Claude,
    claude: ClaudeServer,
    scan_id: int,
    watch: TaskWatch,
    told: list[object],
) -> None:
    claude.answer("Transcript", TRANSCRIPT)
    watch.until_state(transcriptions.start(scan_id), TaskState.SUCCEEDED)
    assert ResumeRead(scan_id) in told


def test_a_file_in_which_claude_sees_no_resume_stays_unread(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    claude: ClaudeServer,
    scan_id: int,
    watch: TaskWatch,
) -> None:
    claude.answer("Transcript", NOTHING)
    task = watch.until_state(transcriptions.start(scan_id), TaskState.FAILED)
    assert task.code == "resume-illegible"
    assert resumes.resume(scan_id).state is ReadingState.FAILED


def test_a_refused_key_changes_nothing(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    claude: ClaudeServer,
    scan_id: int,
    watch: TaskWatch,
) -> None:
    claude.misbehave(Trouble.BAD_KEY)
    watch.until_state(transcriptions.start(scan_id), TaskState.FAILED)
    assert resumes.resume(scan_id).version == 0


def test_without_a_key_the_offer_says_what_is_missing(transcriptions: TranscriptionService, scan_id: int) -> None:
    offer = transcriptions.offer(scan_id)
    assert offer is not None
    assert offer.problem is not None
    assert offer.problem.code == "claude-no-key"
    with pytest.raises(UserError, match="no Claude key"):
        transcriptions.start(scan_id)


def test_what_was_read_here_or_can_not_be_opened_is_not_offered(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    queue.start()
    read = resumes.import_file(b"Maya Okafor\nmaya@example.org\n", "maya.txt").resume_id
    broken = resumes.import_file(SCAN[:200], "broken.pdf").resume_id
    watch.until(lambda task: task.subject == f"resume:{read}" and task.state is TaskState.SUCCEEDED)
    watch.until(lambda task: task.subject == f"resume:{broken}" and task.state is TaskState.FAILED)
    assert transcriptions.offer(read) is None
    assert transcriptions.offer(broken) is None


def added(resumes: ResumeService, queue: TaskQueue, watch: TaskWatch, data: bytes, name: str) -> int:
    """Read to the end."""
    queue.start()
    made = resumes.import_file(data, name).resume_id
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.SUCCEEDED)
    return made


def test_a_picture_that_was_hardly_read_is_offered_until_claude_read_it(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    claude: ClaudeServer,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    made = added(resumes, queue, watch, hardly_a_resume(), "scan.pdf")
    assert resumes.resume(made).problem.startswith("This does not look like a résumé")
    offer = transcriptions.offer(made)
    assert offer is not None
    assert offer.problem is None
    claude.answer("Transcript", TRANSCRIPT)
    watch.until_state(transcriptions.start(made), TaskState.SUCCEEDED)
    assert resumes.resume(made).problem == ""
    assert transcriptions.offer(made) is None


def test_a_picture_is_offered_when_most_of_what_was_read_is_in_doubt(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    clear = added(resumes, queue, watch, scanned(pdf(RESUME), dpi=200, grain=4), "clear.pdf")
    assert transcriptions.offer(clear) is None
    data = resumes.resume(clear).data
    for trace in data.traces.values():
        trace.confidence = 0.3
    resumes.save_data(clear, data, VersionReason.READ)
    assert transcriptions.offer(clear) is not None
    resumes.mark_checked(clear)
    assert transcriptions.offer(clear) is None


def test_what_was_typed_in_is_not_read_over(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    made = added(resumes, queue, watch, hardly_a_resume(), "scan.pdf")
    data = resumes.resume(made).data
    data.basics.name = "Maya Okafor"
    resumes.save_data(made, data)
    assert resumes.resume(made).problem
    assert transcriptions.offer(made) is None


def test_a_file_of_text_that_is_no_resume_is_not_sent(
    transcriptions: TranscriptionService,
    resumes: ResumeService,
    with_key: Claude,
    queue: TaskQueue,
    watch: TaskWatch,
) -> None:
    made = added(resumes, queue, watch, pdf("A recipe for quince jelly. " * 30), "jelly.pdf")
    assert resumes.resume(made).problem
    assert transcriptions.offer(made) is None


def test_a_file_of_many_pages_is_not_sent(
    transcriptions: TranscriptionService, resumes: ResumeService, with_key: Claude, queue: TaskQueue, watch: TaskWatch
) -> None:
    queue.start()
    made = resumes.import_file(unreadable_scan(21), "long.pdf").resume_id
    watch.until(lambda task: task.subject == f"resume:{made}" and task.state is TaskState.FAILED)
    assert transcriptions.offer(made) is None
