"""A posting's board is asked before its page is fetched: every board, and every way in which it may not answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop.features.jobs.model import CaptureState, Job, TimelineKind
from careercoach_desktop.features.jobs.service import CAPTURE_TASK, JobService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState
from careercoach_desktop.foundation.tasks.queue import TaskKind, TaskQueue
from careercoach_desktop.foundation.web.browsers import Browser
from careercoach_desktop.foundation.web.fetching import PageFetcher
from careercoach_desktop.foundation.web.rendering import PageRenderer
from tests.features.jobs.conftest import Clock
from tests.support.browsing import quick_renderer
from tests.support.job_boards import NOT_FOUND_PAGE, SAMPLES, BoardsFetcher, JobBoards, Sample
from tests.support.job_boards.answers import ASHBY, GREENHOUSE, RECRUITEE, TEAMTAILOR
from tests.support.tasks import TaskWatch

PAGE = """<!doctype html><html lang="en"><head><title>Signal Engineer – Halden Rail</title>
<script type="application/ld+json">{"@context": "https://schema.org", "@type": "JobPosting",
 "title": "Signal Engineer", "description": "<p>As the page tells it: keep trains on time.</p>",
 "hiringOrganization": {"@type": "Organization", "name": "Halden Rail"}}</script></head>
<body><h1>Signal Engineer</h1><p>As the page tells it: keep trains on time.</p>%s</body></html>"""
EMBED = (
    '<div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=haldenrail"></script>'
)
SHELL = "<!doctype html><title>Jobs</title><div id=app></div><script>start()</script>"

Run = Callable[[int], Job]


@pytest.fixture
def boards() -> Iterator[JobBoards]:
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        boards = JobBoards(server)
        yield boards
        boards.release.set()


@pytest.fixture
def renderer() -> PageRenderer:
    def find() -> list[Browser]:
        raise AssertionError("a browser was looked for")

    return PageRenderer(allowed=lambda: True, find=find)


@pytest.fixture
def fetcher(boards: JobBoards) -> PageFetcher:
    return boards.fetcher


@pytest.fixture
def jobs(
    database: Database, queue: TaskQueue, fetcher: PageFetcher, renderer: PageRenderer, clock: Clock
) -> JobService:
    service = JobService(database, queue, fetcher, renderer, clock)
    queue.register(TaskKind(CAPTURE_TASK, service.capture, resume_after_crash=True))
    database.bus.within(TaskChanged, service.note_task)
    return service


def path(url: str) -> str:
    """How ``asked_for`` shows an address."""
    return url.removeprefix("https://").partition("?")[0]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.board)
def test_every_board_fills_a_card_without_its_page(
    jobs: JobService, boards: JobBoards, run: Run, sample: Sample
) -> None:
    job = run(jobs.add_from_url(boards.sample(sample)).job_id)
    assert (job.capture, job.problem) == (CaptureState.READ, "")
    said = job.posting.model_dump(mode="json")
    assert {name: said[name] or None for name in sample.said} == {
        name: value or None for name, value in sample.said.items()
    }
    assert job.posting.origins["title"].source == sample.board
    assert boards.asked_for == [path(sample.endpoint)]
    assert boards.accepted(0).startswith("application/json")
    page = jobs.original(job.id)
    assert page is not None
    assert page.text.startswith("# Platform Engineer\n")
    assert page.url == sample.url
    assert job.has_page


def test_the_timeline_says_where_it_is_from_and_the_task_who_was_asked(
    jobs: JobService, boards: JobBoards, run: Run, database: Database
) -> None:
    watch = TaskWatch(database)
    job = run(jobs.add_from_url(boards.sample(GREENHOUSE)).job_id)
    newest = jobs.timeline(job.id)[0]
    assert (newest.kind, newest.text) == (TimelineKind.READ, "from boards.greenhouse.io")
    assert "Asking Greenhouse" in [task.note for task in watch.seen]


def test_what_the_person_wrote_meanwhile_stays(jobs: JobService, boards: JobBoards, run: Run) -> None:
    job_id = jobs.add_from_url(boards.sample(GREENHOUSE)).job_id
    jobs.edit(job_id, {"title": "The Leeds one"})
    posting = run(job_id).posting
    assert (posting.title, posting.company) == ("The Leeds one", "Halden Rail")


def test_reading_again_asks_again(jobs: JobService, boards: JobBoards, run: Run) -> None:
    job = run(jobs.add_from_url(boards.sample(GREENHOUSE)).job_id)
    jobs.read_again(job.id)
    assert run(job.id).capture == CaptureState.READ
    assert boards.asked_for == [path(GREENHOUSE.endpoint)] * 2


def test_an_archived_answer_is_read_without_asking_again(
    jobs: JobService, boards: JobBoards, run: Run, database: Database
) -> None:
    """As after a crash between archiving and reading."""
    job = run(jobs.add_from_url(boards.sample(ASHBY)).job_id)
    with database.write() as unit:
        jobs._restart(unit, jobs._source(unit, job.id), {"title": "haldenrail", "board_id": ""})
    again = run(job.id)
    assert (again.posting.title, again.posting.board_id) == ("Platform Engineer", ASHBY.said["board_id"])
    assert len(boards.asked_for) == 1


class TestWhenTheBoardHasNoAnswer:
    """The page is what is left, and it is read as ever."""

    @pytest.mark.parametrize(
        "answer",
        [
            (b"<!doctype html><html><h1>We moved</h1></html>", "text/html", 200),
            (b"<h1>Sign in</h1>", "text/html", 403),
            (b'{"id": 4012345, "title": "Platform Engi', "application/json", 200),
            (b"", "application/json", 200),
            (b"{}", "application/json", 200),
            (json.dumps({**GREENHOUSE.value, "id": 4099999}).encode(), "application/json", 200),
            (json.dumps({"jobs": [GREENHOUSE.value]}).encode(), "application/json", 200),
            (b"%PDF-1.7", "application/pdf", 200),
            (b"\x1f\x8b broken", "application/json", 200),
            (b'{"error": "internal"}', "application/json", 500),
            (b'{"status": 404}', "application/json", 404),
            (b"slow down", "text/plain", 429),
        ],
        ids=["html", "login", "broken", "empty", "object", "other-id", "list", "pdf", "bytes", "error", "gone", "busy"],
    )
    def test_the_page_is_read_instead(
        self, jobs: JobService, boards: JobBoards, run: Run, answer: tuple[bytes, str, int]
    ) -> None:
        body, kind, status = answer
        boards.add(GREENHOUSE.endpoint, body, kind, status, retry_after="90")
        boards.page(GREENHOUSE.url, PAGE % "")
        job = run(jobs.add_from_url(GREENHOUSE.url).job_id)
        assert (job.capture, job.problem) == (CaptureState.READ, "")
        assert (job.posting.title, job.posting.origins["title"].source) == ("Signal Engineer", "json-ld")
        assert job.posting.board_id == "greenhouse:haldenrail:4012345", "the address says that much"
        assert boards.asked_for == [path(GREENHOUSE.endpoint), path(GREENHOUSE.url)]
        page = jobs.original(job.id)
        assert page is not None
        assert "As the page tells it" in page.text

    def test_a_board_that_leads_elsewhere_is_not_followed(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        elsewhere = f"http://127.0.0.1:{boards.server.port}/elsewhere"
        boards.add(GREENHOUSE.endpoint, b"", status=302, location=elsewhere)
        boards.page(GREENHOUSE.url, PAGE % "")
        assert run(jobs.add_from_url(GREENHOUSE.url).job_id).posting.title == "Signal Engineer"
        assert "elsewhere" not in boards.asked_for

    def test_a_packed_answer_is_unpacked(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.packed(GREENHOUSE.endpoint, GREENHOUSE.body)
        assert run(jobs.add_from_url(GREENHOUSE.url).job_id).posting.title == "Platform Engineer"

    def test_a_board_whose_list_does_not_hold_the_posting(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.answer(ASHBY.endpoint, {"jobs": ASHBY.value["jobs"][:1]})
        boards.page(ASHBY.url, PAGE % "")
        posting = run(jobs.add_from_url(ASHBY.url).job_id).posting
        assert (posting.title, posting.board_id) == ("Signal Engineer", ASHBY.said["board_id"])


class TestASilentBoard:
    @pytest.fixture
    def fetcher(self, boards: JobBoards) -> PageFetcher:
        return BoardsFetcher(boards, read=0.2)

    def test_it_is_left_and_the_page_is_read(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.hang(GREENHOUSE.endpoint)
        boards.page(GREENHOUSE.url, PAGE % "")
        assert run(jobs.add_from_url(GREENHOUSE.url).job_id).posting.title == "Signal Engineer"


class TestAPostingThatIsOffline:
    def test_the_card_says_so_and_no_browser_is_opened(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.add(ASHBY.endpoint, b"Not Found", "text/plain", 404)
        boards.page(ASHBY.url, SHELL)
        job = run(jobs.add_from_url(ASHBY.url).job_id)
        assert job.capture == CaptureState.FAILED
        assert job.problem == (
            "Ashby says that this posting is no longer online. It may have been filled or taken down. "
            "If you have its text, paste it."
        )
        assert boards.asked_for == [path(ASHBY.endpoint), path(ASHBY.url)]

    def test_also_when_its_page_is_gone(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.add(GREENHOUSE.endpoint, b"{}", status=404)
        boards.add(GREENHOUSE.url, NOT_FOUND_PAGE, "text/html", 404)
        job = run(jobs.add_from_url(GREENHOUSE.url).job_id)
        assert job.problem.startswith("Greenhouse says that this posting is no longer online.")
        jobs.paste_text_instead(
            job.id, "Platform Engineer\n\nHalden Rail, Leeds\n\nWhat we ask\n- Three years with Linux"
        )
        assert run(job.id).capture == CaptureState.READ


class TestABusyBoard:
    @pytest.fixture
    def failed(
        self, jobs: JobService, boards: JobBoards, queue: TaskQueue, database: Database
    ) -> tuple[int, int, TaskWatch]:
        """A board that is busy and a page that holds nothing: the job, its task, and what was told of it."""
        watch = TaskWatch(database)
        boards.add(ASHBY.endpoint, b"slow down", "text/plain", 429, retry_after="240")
        boards.page(ASHBY.url, SHELL)
        job_id = jobs.add_from_url(ASHBY.url).job_id
        queue.start()
        return job_id, watch.until(lambda task: task.state is TaskState.RETRYING).id, watch

    def test_it_is_asked_again_when_it_said(
        self, jobs: JobService, queue: TaskQueue, failed: tuple[int, int, TaskWatch]
    ) -> None:
        job_id, task_id, _ = failed
        (task,) = [task for task in queue.latest() if task.id == task_id]
        assert "asks visitors to slow down" in task.error
        assert task.next_attempt is not None
        assert task.next_attempt - datetime.now(UTC) > timedelta(seconds=200)
        assert jobs.job(job_id).capture == CaptureState.READING, "it is not given up"
        assert not jobs.job(job_id).has_page, "the next try must not read the empty page"

    def test_the_next_try_has_the_answer(
        self, jobs: JobService, queue: TaskQueue, failed: tuple[int, int, TaskWatch], boards: JobBoards
    ) -> None:
        job_id, task_id, watch = failed
        boards.server.clear()
        boards.sample(ASHBY)
        queue.cancel(task_id)
        jobs.read_again(job_id)
        watch.until(lambda task: task.state is TaskState.SUCCEEDED)
        assert jobs.job(job_id).posting.title == "Platform Engineer"


class TestACompanysOwnSite:
    """Typed addresses of pages; what they are made with shows only when they are there."""

    def test_an_embedded_board_is_asked(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        url = boards.page("https://careers.haldenrail.example/roles", PAGE % EMBED) + "?gh_jid=4012345"
        boards.sample(GREENHOUSE)
        posting = run(jobs.add_from_url(url).job_id).posting
        assert (posting.title, posting.board_id) == ("Platform Engineer", "greenhouse:haldenrail:4012345")
        assert posting.origins["title"].source == "greenhouse"
        assert boards.asked_for == ["careers.haldenrail.example/roles", path(GREENHOUSE.endpoint)]

    @pytest.mark.parametrize("status", [404, 429, 500])
    def test_its_page_is_read_when_the_board_has_no_answer(
        self, jobs: JobService, boards: JobBoards, run: Run, status: int
    ) -> None:
        url = boards.page("https://careers.haldenrail.example/roles", PAGE % EMBED) + "?gh_jid=4012345"
        boards.add(GREENHOUSE.endpoint, b"{}", status=status)
        job = run(jobs.add_from_url(url).job_id)
        assert (job.capture, job.posting.title) == (CaptureState.READ, "Signal Engineer")
        assert job.posting.board_id == "greenhouse:haldenrail:4012345"

    @pytest.mark.parametrize(
        ("sample", "page_path", "mark"),
        [
            (RECRUITEE, "/o/platform-engineer", '<script src="https://cdn.recruiteecdn.com/site.js"></script>'),
            (TEAMTAILOR, "/jobs/61900-platform-engineer", '<link href="https://assets.teamtailor-cdn.com/a.css">'),
        ],
        ids=["recruitee", "teamtailor"],
    )
    def test_a_board_on_the_company_s_host_is_asked_there(
        self, jobs: JobService, boards: JobBoards, run: Run, sample: Sample, page_path: str, mark: str
    ) -> None:
        site = "https://careers.haldenrail.example"
        url = boards.page(site + page_path, PAGE % mark)
        endpoint = boards.add(site + "/" + path(sample.endpoint).partition("/")[2], sample.body)
        posting = run(jobs.add_from_url(url).job_id).posting
        assert (posting.title, posting.origins["title"].source) == ("Platform Engineer", sample.board)
        assert boards.asked_for == [path(url), path(endpoint)]

    def test_a_short_address_that_leads_to_a_board(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        boards.add("https://grnh.example/4f5a", b"", status=302, location=boards.here(GREENHOUSE.url))
        boards.page(GREENHOUSE.url, PAGE % "")
        boards.sample(GREENHOUSE)
        assert run(jobs.add_from_url("https://grnh.example/4f5a").job_id).posting.title == "Platform Engineer"


class TestACareersPageThatBuildsItself:
    """Which system it runs on shows only in a browser."""

    @pytest.fixture
    def renderer(self) -> PageRenderer:
        return quick_renderer()

    def test_the_board_it_loads_is_asked(self, jobs: JobService, boards: JobBoards, run: Run) -> None:
        site = boards.here("https://careers.haldenrail.example/")
        boards.page(
            "https://careers.haldenrail.example/", SHELL.replace("start()", "") + "<script src=app.js></script>"
        )
        embed = "https://boards.greenhouse.io/embed/job_board/js?for=haldenrail"
        script = f"document.head.append(Object.assign(document.createElement('script'), {{src: '{embed}'}}))"
        boards.add("https://careers.haldenrail.example/app.js", script.encode(), "text/javascript")
        boards.sample(GREENHOUSE)
        job = run(jobs.add_from_url(f"{site}?gh_jid=4012345").job_id)
        assert (job.posting.title, job.posting.board_id) == ("Platform Engineer", "greenhouse:haldenrail:4012345")
        assert job.posting.origins["title"].source == "greenhouse"
        assert "opened in" in jobs.timeline(job.id)[0].text
        assert boards.asked_for[-1] == path(GREENHOUSE.endpoint)
