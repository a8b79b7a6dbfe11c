"""Pages that need a browser: when one is opened, when not, and what the card says without one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from careercoach_desktop.features.jobs.model import CaptureState, Job, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.model import TaskState
from careercoach_desktop.foundation.tasks.queue import TaskQueue
from careercoach_desktop.foundation.web.browsers import Browser, found_browsers
from careercoach_desktop.foundation.web.rendering import PageRenderer
from tests.support.browsing import quick_renderer
from tests.support.job_site import SELF_BUILT, JobSite
from tests.support.tasks import TaskWatch

BUILT = (
    "Halden Rail, Leeds",
    "You keep the signalling platform of forty stations running, with a team of six.",
    "Requirements: three years with Linux, Kubernetes in production, and Go services that you wrote yourself.",
    "We offer 28 days of holiday and a pension. Apply with your résumé; we answer within two weeks.",
)


PLAIN = f"<h1>Platform Engineer</h1>{''.join(f'<p>{line}</p>' for line in BUILT)}"


@pytest.fixture
def site() -> Iterator[JobSite]:
    with HTTPServer(host="127.0.0.1", threaded=True) as server:
        yield JobSite(server)


@pytest.fixture
def renderer() -> PageRenderer:
    return quick_renderer()


def test_a_page_that_builds_itself_is_opened_in_the_browser_and_kept_as_it_looked(
    jobs: JobService, site: JobSite, run: Callable[[int], Job], database: Database
) -> None:
    watch = TaskWatch(database)
    url = site.self_built("job", "Platform Engineer", *BUILT)
    job = run(jobs.add_from_url(url).job_id)
    assert (job.posting.title, job.capture, job.problem) == ("Platform Engineer", CaptureState.READ, "")
    assert "Kubernetes" in job.posting.description
    page = jobs.original(job.id)
    assert page is not None
    assert "forty stations" in page.text
    assert "enable JavaScript" not in page.text
    newest = jobs.timeline(job.id)[0]
    name = found_browsers()[0].name
    assert (newest.kind, newest.text) == (TimelineKind.READ, f"from localhost, opened in {name}")
    assert f"Opening it in {name}" in [task.note for task in watch.seen]
    assert site.asked_for[:1] == ["/job"]


def test_a_site_that_looks_at_the_browser_first_is_opened_in_it(
    jobs: JobService, site: JobSite, run: Callable[[int], Job]
) -> None:
    site.self_built("posting", "Platform Engineer", *BUILT)

    def answer(request: Request) -> Response:
        if "passed" in request.headers.get("Cookie", ""):
            return Response("", status=302, headers={"Location": "/posting"})
        check = "<p>Checking your browser</p><script>document.cookie = 'passed=1'; location.reload()</script>"
        return Response(check, status=403, content_type="text/html", headers={"cf-mitigated": "challenge"})

    site.server.expect_request("/job").respond_with_handler(answer)
    job = run(jobs.add_from_url(site.url("job")).job_id)
    assert (job.posting.title, job.capture) == ("Platform Engineer", CaptureState.READ)


def test_a_page_that_holds_nothing_in_the_browser_either_is_said(
    jobs: JobService, site: JobSite, run: Callable[[int], Job]
) -> None:
    job = run(jobs.add_from_url(site.self_built("job", "Welcome")).job_id)
    assert (job.capture, job.problem) == (
        CaptureState.FAILED,
        "There is no job posting on this page. Paste the posting’s text instead.",
    )
    assert site.asked_for.count("/job") == 2  # once plainly, once in the browser


STUCK = b"<title>Platform Engineer</title><div id=app></div><script>while (true) {}</script>"


@pytest.fixture
def opening(jobs: JobService, site: JobSite, queue: TaskQueue, database: Database) -> tuple[int, int, TaskWatch]:
    """A page on which the browser hangs, being opened: its job, its task, and what was told of it."""
    watch = TaskWatch(database)
    job_id = jobs.add_from_url(site.add("job", STUCK)).job_id
    queue.start()
    task = watch.until(lambda task: task.note.startswith("Opening it in"))
    return job_id, task.id, watch


def test_cancelling_reaches_the_browser(
    jobs: JobService, queue: TaskQueue, opening: tuple[int, int, TaskWatch]
) -> None:
    job_id, task_id, watch = opening
    queue.cancel(task_id)
    watch.until_state(task_id, TaskState.CANCELLED)
    assert (jobs.job(job_id).capture, jobs.job(job_id).problem) == (CaptureState.FAILED, "Reading was cancelled.")


def test_leaving_does_not_wait_for_the_page_and_the_next_start_opens_it_again(
    queue: TaskQueue, opening: tuple[int, int, TaskWatch]
) -> None:
    _, task_id, _ = opening
    assert queue.stop()
    assert [(task.id, task.state) for task in queue.active()] == [(task_id, TaskState.QUEUED)]


class TestWithoutABrowser:
    @pytest.fixture
    def renderer(self) -> PageRenderer:
        return PageRenderer(allowed=lambda: True, find=list)

    def test_the_card_says_which_ones_would_help(
        self, jobs: JobService, site: JobSite, run: Callable[[int], Job]
    ) -> None:
        job = run(jobs.add_from_url(site.self_built("job", "Platform Engineer", *BUILT)).job_id)
        assert job.capture == CaptureState.FAILED
        assert "builds itself with JavaScript" in job.problem
        assert "install Chrome, Edge or Chromium" in job.problem
        assert "paste the posting’s text" in job.problem

    def test_a_page_that_wants_to_see_a_person_says_so(
        self, jobs: JobService, site: JobSite, run: Callable[[int], Job]
    ) -> None:
        url = site.add("job", b"<title>Just a moment...</title>", status=403, cf_mitigated="challenge")
        job = run(jobs.add_from_url(url).job_id)
        assert "wants proof that a person is looking" in job.problem


class TestWhereABrowserWouldBeWrong:
    @pytest.fixture
    def renderer(self) -> PageRenderer:
        def find() -> list[Browser]:
            raise AssertionError("a browser was looked for")

        return PageRenderer(allowed=lambda: True, find=find)

    def test_a_page_that_can_be_read_plainly_starts_none(
        self, jobs: JobService, httpserver: HTTPServer, run: Callable[[int], Job]
    ) -> None:
        httpserver.expect_request("/jobs/7").respond_with_data(PLAIN, content_type="text/html; charset=utf-8")
        assert run(jobs.add_from_url(httpserver.url_for("/jobs/7")).job_id).capture == CaptureState.READ

    def test_a_saved_page_starts_none(self, jobs: JobService, run: Callable[[int], Job]) -> None:
        shell = (SELF_BUILT % "job").encode()
        job = run(jobs.add_from_file(shell, "careers.html").job_id)
        assert (job.capture, "builds its text in a browser" in job.problem) == (CaptureState.FAILED, True)

    def test_a_login_wall_starts_none(
        self, jobs: JobService, httpserver: HTTPServer, run: Callable[[int], Job]
    ) -> None:
        httpserver.expect_request("/jobs/7").respond_with_data("Please sign in", status=403)
        assert "signed in" in run(jobs.add_from_url(httpserver.url_for("/jobs/7")).job_id).problem


WALLS = {
    "login": (("Welcome back", "Sign in to view this job."), "signed in"),
    "check": (("One moment", "Verify you are human to continue."), "proof that a person is looking"),
    "closed": (("Platform Engineer", "This job is no longer available."), "closed"),
    "cookies": (("We value your privacy", "Accept all cookies to continue to the site."), "no job posting"),
}


@pytest.mark.parametrize("kind", WALLS)
def test_what_stands_in_the_way_in_the_browser_is_said_too(
    jobs: JobService, site: JobSite, run: Callable[[int], Job], kind: str
) -> None:
    (title, line), said = WALLS[kind]
    job = run(jobs.add_from_url(site.self_built("job", title, line)).job_id)
    assert job.capture == CaptureState.FAILED
    assert said in job.problem
    assert "aste" in job.problem
    jobs.paste_text_instead(job.id, "Platform Engineer\n\nHalden Rail\n\n" + "\n".join(BUILT))
    assert run(job.id).capture == CaptureState.READ


def test_a_list_that_builds_itself_is_no_posting(jobs: JobService, site: JobSite, run: Callable[[int], Job]) -> None:
    names = ("Night Baker", "Shop Manager", "Delivery Driver", "Data Engineer")
    rows = "".join(
        f'<li class="job"><a href="/jobs/{at}"><h3>{name}</h3></a>Leeds</li>' for at, name in enumerate(names)
    )
    html = (
        f"<title>Careers</title><div id=app></div><script>app.innerHTML = '<h1>Open roles</h1><ul>{rows}</ul>'</script>"
    )
    job = run(jobs.add_from_url(site.add("jobs", html.encode())).job_id)
    assert (job.capture, job.problem.partition(".")[0]) == (
        CaptureState.FAILED,
        "This page lists several jobs, not one posting",
    )
