"""Pages opened in a real browser: what comes back, and what a page can't make it do."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug import Request, Response

import careercoach_desktop
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web import connection
from careercoach_desktop.foundation.web.browsers import Browser, browser_environment, found_browsers
from careercoach_desktop.foundation.web.fetching import FetchedPage
from careercoach_desktop.foundation.web.gateway import Gateway
from careercoach_desktop.foundation.web.limits import VisitLimits
from careercoach_desktop.foundation.web.rendering import PageRenderer
from careercoach_desktop.foundation.web.snapshot import LOADED
from careercoach_desktop.foundation.web.visiting import visit
from tests.support.browsing import BRIEF, processes_of, quick_renderer, wait_until
from tests.support.job_site import JobSite

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


def go_on() -> None:
    """Nobody cancels."""


def render(url: str, *, typed: bool = True, limits: VisitLimits = BRIEF) -> FetchedPage:
    return quick_renderer(limits).render(url, typed_by_user=typed, check_cancelled=go_on)


def refusal(url: str, *, typed: bool = True, limits: VisitLimits = BRIEF) -> UserError:
    with pytest.raises(UserError) as caught:
        render(url, typed=typed, limits=limits)
    assert caught.value.message
    assert caught.value.next_step
    return caught.value


def page_of(script: str) -> bytes:
    return f"<!doctype html><title>Baker</title><h1>Baker</h1><p id=said></p><script>{script}</script>".encode()


# What comes back -----------------------------------------------------------------------------------------------------


def test_a_page_that_builds_itself_comes_back_built(site: JobSite) -> None:
    url = site.self_built("job", "Night Baker", "Grüße aus der Backstube.", "Bread for four hundred.")
    page = render(url)
    html = page.body.decode(page.charset)
    assert "<h1>Night Baker</h1><p>Grüße aus der Backstube.</p><p>Bread for four hundred.</p>" in html
    assert (page.url_final, page.content_type) == (url, "text/html")
    assert page.fetched_at.tzinfo is not None


def test_a_page_is_waited_for_while_its_words_are_on_the_way(site: JobSite) -> None:
    def answer(_: Request) -> Response:
        site.release.wait(1.5)
        return Response("Night Baker")

    site.server.expect_request("/words").respond_with_handler(answer)
    script = "fetch('/words').then(a => a.text()).then(t => said.textContent = t)"
    assert b">Night Baker</p>" in render(site.add("job", page_of(script)), limits=replace(BRIEF, settle=15.0)).body


def test_code_and_its_excuses_stay_behind_and_data_comes_along(site: JobSite) -> None:
    html = b"""<body><h1>Baker</h1><noscript>You need to enable JavaScript</noscript><style>p {color: red}</style>
        <script>var secret = 1</script><script type="application/ld+json">{"@type": "JobPosting"}</script>"""
    body = render(site.add("job", html)).body
    assert b'{"@type": "JobPosting"}' in body
    assert [word for word in (b"enable JavaScript", b"color: red", b"secret") if word in body] == []


def test_what_stands_in_web_components_is_read_in_its_place(site: JobSite) -> None:
    script = """
        class Part extends HTMLElement { connectedCallback() {
          this.attachShadow({mode: 'open'}).innerHTML = '<h2>Duties</h2><slot></slot><p>Thank you.</p>'; } }
        customElements.define('job-part', Part);
        document.body.insertAdjacentHTML('beforeend', '<job-part><ul><li>Bake.</li></ul></job-part>')"""
    body = render(site.add("job", page_of(script))).body
    assert b"<job-part><h2>Duties</h2><ul><li>Bake.</li></ul><p>Thank you.</p></job-part>" in body


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
def test_a_posting_shown_in_a_frame_is_read_where_it_stands(
    site: JobSite, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "is_public", lambda _: True)  # as if the other host were a site of the internet
    site.add("board", b"<title>Board</title><h2>Duties</h2><script>document.body.append('Thank you.')</script>")
    board = site.url("board", host=host)
    frames = f"<iframe src='{board}' width=600 height=400></iframe><iframe src='{board}' width=1 height=1></iframe>"
    body = render(site.add("job", f"<title>Baker</title><h1>Baker</h1>{frames}<p>The end.</p>".encode())).body
    assert b"<h1>Baker</h1><div><h2>Duties</h2>Thank you.</div><iframe" in body.replace(b"\n", b"")
    assert (body.count(b"<title>"), body.count(b"Duties")) == (1, 1)


def test_pictures_films_and_fonts_are_not_fetched(site: JobSite) -> None:
    html = b"""<style>@font-face {font-family: f; src: url(/font.woff2)} h1 {font-family: f}</style><h1>Baker</h1>
        <img src=/picture.png><video src=/film.mp4 autoplay></video><script src=/code.js></script>"""
    site.add("code.js", b"document.title = 'Baker'", "text/javascript")
    render(site.add("job", html))
    assert sorted(set(site.asked_for) - {"/favicon.ico"}) == ["/code.js", "/job"]


def test_a_page_says_who_we_are_and_in_which_language_we_read(site: JobSite) -> None:
    render(site.url("page"))
    headers = site.server.log[0][0].headers
    assert "CareerCoachDesktop/" in headers["User-Agent"]
    assert headers["Accept-Language"].startswith("en")


def test_nothing_is_remembered_from_one_visit_to_the_next(site: JobSite) -> None:
    script = "said.textContent = `${document.cookie}|${localStorage.was}`; localStorage.was = document.cookie = 'here'"
    url = site.add("job", page_of(script))
    assert [b"|undefined</p>" in render(url).body for _ in range(2)] == [True, True]


def test_a_page_that_goes_on_for_ever_is_taken_as_it_is_by_then(site: JobSite) -> None:
    assert b"<h1>Baker</h1>" in render(site.endless("job")).body


def test_a_page_that_first_looks_at_the_browser_is_waited_for(site: JobSite) -> None:
    html = b"""<title>Just a moment...</title><p>Checking your browser.</p>
        <script>setTimeout(() => location.replace('/page'), 1200)</script>"""
    page = render(site.add("job", html), limits=replace(BRIEF, settle=15.0))
    assert (page.url_final, "Backstube" in page.body.decode()) == (site.url("page"), True)


# What is said when it can't be read ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (b"<title>Just a moment...</title><p>Verify you are human.</p>", "human-check"),
        (b"<p>One more step</p><div class='g-recaptcha'>.</div>", "human-check"),
        (b"<h1>Welcome back</h1><form><input name=e><input type=password></form>", "login-wall"),
    ],
)
def test_a_wall_is_named(site: JobSite, html: bytes, code: str) -> None:
    error = refusal(site.add("job", html), limits=replace(BRIEF, settle=1.0))
    assert error.code == code
    assert "aste the posting’s text instead" in error.next_step


def test_a_form_with_a_captcha_below_a_posting_is_no_wall(site: JobSite) -> None:
    html = b"<h1>Baker</h1>" + b"<p>You bake bread for the whole north of the island.</p>" * 20
    assert render(site.add("job", html + b"<form><div class='h-captcha'></div><input type=password></form>")).body


@pytest.mark.parametrize(
    ("status", "headers", "code"),
    [
        (404, {}, "page-gone"),
        (403, {"cf_mitigated": "challenge"}, "human-check"),
        (502, {}, "site-error"),
    ],
)
def test_a_site_that_refuses_is_understood(site: JobSite, status: int, headers: dict[str, str], code: str) -> None:
    assert refusal(site.add("job", b"<p>no</p>", status=status, **headers)).code == code


def test_a_page_that_never_lets_go_ends(site: JobSite) -> None:
    error = refusal(site.add("job", page_of("while (true) {}")), limits=VisitLimits(total=4.0))
    assert (error.code, error.transient) == ("site-timeout", True)


def test_a_page_that_wants_all_memory_ends(site: JobSite) -> None:
    script = "setTimeout(() => { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())) }, 300)"
    assert refusal(site.add("job", page_of(script))).code == "page-unreadable"


def test_a_site_that_says_nothing_ends(site: JobSite) -> None:
    def answer(_: Request) -> Response:
        site.release.wait(20)
        return Response("late")

    site.server.expect_request("/silent").respond_with_handler(answer)
    assert refusal(site.url("silent"), limits=VisitLimits(total=3.0)).code == "site-timeout"


@pytest.mark.parametrize(
    "script",
    [
        "said.innerHTML = '<i></i>'.repeat(200_000)",
        "said.title = 'x'.repeat(2_000_000)",
        "said.textContent = 'x'.repeat(2_000_000)",
    ],
)
def test_a_page_that_swells_is_refused(site: JobSite, script: str) -> None:
    limits = replace(BRIEF, html=1_000_000)
    assert refusal(site.add("job", page_of(script)), limits=limits).code == "page-too-large"


def test_a_page_that_loads_and_loads_is_refused(site: JobSite) -> None:
    site.add("much", bytes(300_000), "application/octet-stream")
    script = "const more = () => fetch('/much', {cache: 'no-store'}).then(a => a.blob()).then(more); more()"
    assert refusal(site.add("job", page_of(script)), limits=VisitLimits(traffic=1_000_000)).code == "page-too-large"


def test_a_download_is_not_a_page(site: JobSite) -> None:
    url = site.add("file", b"MZ", "application/octet-stream", content_disposition="attachment; filename=a.exe")
    assert refusal(url).code == "page-not-html"


def test_nobody_listening_and_circles_are_told_apart(site: JobSite) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert refusal(f"http://localhost:{taken.getsockname()[1]}/").code == "site-unreachable"
    assert refusal(site.redirect("round", "/round")).code == "too-many-redirects"


@pytest.mark.parametrize("url", ["file:///etc/passwd", "chrome://version", "javascript:alert(1)", "about:blank"])
def test_what_is_no_web_address_never_starts_a_browser(url: str) -> None:
    def find() -> list[Browser]:
        raise AssertionError("a browser was looked for")

    with pytest.raises(UserError) as caught:
        PageRenderer(lambda: True, find=find).render(url, typed_by_user=True, check_cancelled=go_on)
    assert caught.value.code == "url-invalid"


# Where it may go -----------------------------------------------------------------------------------------------------


def test_a_private_address_is_refused_unless_the_person_typed_it(site: JobSite) -> None:
    assert refusal(site.url("page"), typed=False).code == "address-private"
    assert site.asked_for == []


@pytest.mark.parametrize("by", ["script", "redirect"])
def test_a_page_may_not_lead_to_another_private_host(site: JobSite, by: str) -> None:
    inside = site.url("secret", host="127.0.0.1")
    site.add("secret", b"router")
    script = page_of(f"location.href = '{inside}'")
    away = site.add("job", script) if by == "script" else site.redirect("job", inside)
    assert refusal(away).code == "address-private"
    assert "/secret" not in site.asked_for


def test_a_page_can_not_open_a_file_of_this_computer(site: JobSite, tmp_path: Path) -> None:
    secret = tmp_path / "secret.html"
    secret.write_text("<p>my diary</p>")
    script = f"""
        document.body.insertAdjacentHTML('beforeend', '<iframe src="{secret.as_uri()}"></iframe>');
        fetch('{secret.as_uri()}').then(a => a.text()).catch(() => 'refused').then(t => said.textContent = t);
        setTimeout(() => location.href = '{secret.as_uri()}', 100)"""
    page = render(site.add("job", page_of(script)))
    assert page.url_final == site.url("job")
    assert b">refused</p>" in page.body
    assert b"diary" not in page.body


def test_scripts_frames_sockets_and_workers_reach_no_other_private_host(site: JobSite) -> None:
    site.add("secret", b"router", access_control_allow_origin="*")
    inside = site.url("secret", host="127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.socket(type=socket.SOCK_DGRAM) as datagrams:
        datagrams.bind(("127.0.0.1", 0))
        web_socket = f"ws://127.0.0.1:{listener.getsockname()[1]}/"
        stun = f"stun:127.0.0.1:{datagrams.getsockname()[1]}"
        script = f"""
            const gone = promise => promise.then(() => 'reached', () => 'refused');
            const open = new Promise((yes, no) => {{
              const s = new WebSocket('{web_socket}'); s.onopen = yes; s.onerror = no; }});
            const worker = new Promise((yes, no) => {{
              const code = `fetch('{inside}').then(() => postMessage(1), () => postMessage(0))`;
              const w = new Worker(URL.createObjectURL(new Blob([code])));
              w.onmessage = told => told.data ? yes() : no(); w.onerror = no; }});
            const call = new RTCPeerConnection({{iceServers: [{{urls: '{stun}'}}]}});
            call.createDataChannel('x'); call.createOffer().then(offer => call.setLocalDescription(offer));
            document.body.insertAdjacentHTML('beforeend', '<iframe src="{inside}"></iframe>');
            Promise.all([gone(fetch('{inside}')), gone(open), gone(worker)]).then(all => said.textContent = all)"""
        page = render(site.add("job", page_of(script)))
        assert b">refused,refused,refused</p>" in page.body
        assert "/secret" not in site.asked_for
        for door in (listener, datagrams):
            door.settimeout(0)
        with pytest.raises(BlockingIOError):
            listener.accept()
        with pytest.raises(BlockingIOError):
            datagrams.recvfrom(100)


def test_the_browser_asks_for_nothing_of_its_own(site: JobSite) -> None:
    with Gateway(30.0, "localhost", 10_000_000) as gateway:
        visit(found_browsers()[0], site.endless("job"), gateway, VisitLimits(settle=4.0), go_on)
        assert gateway.contacted == {"localhost"}


# What a page can't make it do ----------------------------------------------------------------------------------------


def test_dialogs_windows_permissions_workers_and_downloads_come_to_nothing(
    site: JobSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    site.add("popup", b"<p>hello</p>")
    site.add("worker.js", b"", "text/javascript")
    site.add("file", b"MZ", "application/octet-stream", content_disposition="attachment; filename=virus.exe")
    script = """
        const outcome = {};
        alert('Look!'); print(); outcome.confirm = confirm('Sure?'); outcome.prompt = prompt('Name?');
        outcome.popup = String(window.open('/popup'));
        document.body.insertAdjacentHTML('beforeend', '<a id=get href=/file download>get</a>'); get.click();
        const state = name => navigator.permissions.query({name}).then(p => p.state);
        const worker = navigator.serviceWorker ? navigator.serviceWorker.register('/worker.js') : Promise.reject();
        Promise.all([state('geolocation'), state('camera'), state('notifications'),
                     worker.then(found => found ? 'registered' : 'none', () => 'none')]).then(all => {
          outcome.rest = all; said.textContent = JSON.stringify(outcome) })"""
    html = render(site.add("job", page_of(script))).body.decode()
    outcome = json.loads(html.partition('<p id="said">')[2].partition("</p>")[0])
    assert outcome["popup"] == "null"
    assert (outcome["confirm"], outcome["prompt"]) == (False, None)
    assert outcome["rest"] == ["denied", "denied", "denied", "none"]
    assert {"/popup", "/worker.js"}.isdisjoint(site.asked_for)
    assert [path for path in tmp_path.rglob("*") if "virus" in path.name] == []


@LINUX
def test_no_other_program_is_started(site: JobSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opener, told = tmp_path / "xdg-open", tmp_path / "told"
    opener.write_text(f"#!/bin/sh\ntouch '{told}'\n")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    page = render(site.add("job", page_of("location.href = 'mailto:me@example.com'; said.textContent = 'sent'")))
    assert b">sent</p>" in page.body
    assert not told.exists()


# When it starts and ends ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("allowed", "words"),
    [(True, "install Chrome, Edge or Chromium"), (False, "in Settings")],
)
def test_without_a_browser_it_is_said_what_to_do(words: str, *, allowed: bool) -> None:
    def find() -> list[Browser]:
        return [] if allowed else [Browser("Chromium", Path("/nowhere"))]

    renderer = PageRenderer(lambda: allowed, find=find)
    with pytest.raises(UserError) as caught:
        renderer.render("https://example.com/", typed_by_user=True, check_cancelled=go_on)
    assert renderer.browser() is None
    assert (caught.value.code, words in caught.value.next_step) == ("page-needs-browser", True)


def test_a_browser_that_does_not_start_is_said(site: JobSite, tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    renderer = PageRenderer(lambda: True, find=lambda: [Browser("Chromium", broken)])
    with pytest.raises(UserError) as caught:
        renderer.render(site.url("page"), typed_by_user=True, check_cancelled=go_on)
    assert (caught.value.code, caught.value.message) == ("browser-failed", "Chromium could not be started.")


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for the browser's profile, by which its processes are told from others; short, as a socket's path is."""
    with tempfile.TemporaryDirectory(prefix="cc-") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", None)
        yield Path(folder)


class StoppedError(Exception):
    pass


@LINUX
@pytest.mark.parametrize("looks", [1, 2, 4])
def test_cancelling_while_it_starts_leaves_nothing_behind(site: JobSite, temporary: Path, looks: int) -> None:
    left = iter(range(looks))

    def check() -> None:
        if next(left, None) is None:
            raise StoppedError

    with pytest.raises(StoppedError):
        quick_renderer().render(site.url("page"), typed_by_user=True, check_cancelled=check)
    assert (processes_of(temporary), list(temporary.iterdir())) == ([], [])


@LINUX
@pytest.mark.parametrize("page", ["endless", "stuck"])
def test_cancelling_ends_the_browser_at_once(site: JobSite, temporary: Path, page: str) -> None:
    url = site.endless("job") if page == "endless" else site.add("job", page_of("while (true) {}"))
    seen: list[int] = []

    def check() -> None:
        if "/job" in site.asked_for or site.release.is_set():
            seen.extend(processes_of(temporary))
            raise StoppedError

    if page == "endless":  # its request is only logged once it is over
        threading.Timer(2.5, site.release.set).start()
    with pytest.raises(StoppedError):
        quick_renderer().render(url, typed_by_user=True, check_cancelled=check)
    assert seen
    wait_until(lambda: processes_of(temporary) == [])
    assert list(temporary.iterdir()) == []


KILLED = """
    import sys
    from careercoach_desktop.foundation.web.rendering import PageRenderer

    PageRenderer(lambda: True).render(sys.argv[1], typed_by_user=True, check_cancelled=lambda: None)
"""


@LINUX
def test_when_we_are_killed_the_browser_ends_too(site: JobSite, tmp_path: Path, temporary: Path) -> None:
    reached = threading.Event()

    def answer(_: Request) -> Response:
        reached.set()
        site.release.wait(20)
        return Response("late")

    site.server.expect_request("/job").respond_with_handler(answer)
    script = tmp_path / "killed.py"
    script.write_text(textwrap.dedent(KILLED), encoding="utf-8")
    checkout = str(Path(careercoach_desktop.__file__).parents[1])
    environment = {**os.environ, "PYTHONPATH": checkout}
    with subprocess.Popen([sys.executable, script, site.url("job")], env=environment) as process:
        assert reached.wait(20)
        assert processes_of(temporary)
        process.send_signal(signal.SIGKILL)
    wait_until(lambda: processes_of(temporary) == [])


def test_the_browser_is_told_no_key() -> None:
    """A page that breaks out of its sandbox reads the environment first."""
    ours = {"PATH": "/usr/bin", "ANTHROPIC_API_KEY": "sk-ant-secret", "Anthropic_Auth_Token": "secret"}
    assert browser_environment(ours, "/tmp/dumps") == {"PATH": "/usr/bin", "BREAKPAD_DUMP_LOCATION": "/tmp/dumps"}


def test_where_code_data_and_frames_came_from_is_told(site: JobSite) -> None:
    for name in ("app.js", "jobs.json"):
        site.add(name, b"{}", "application/json")
    site.add("frame", b"<p>Board</p>")
    script = (
        "fetch('/jobs.json'); document.body.append(Object.assign(document.createElement('script'), {src: 'app.js'}))"
    )
    html = page_of(script) + f"<iframe src='{site.url('frame')}' width=600 height=400></iframe>".encode()
    body = render(site.add("job", html)).body.decode()
    for name in ("app.js", "jobs.json", "frame"):
        assert f'<meta name="{LOADED}" content="{site.url(name)}">' in body, name
    assert "<script" not in body
