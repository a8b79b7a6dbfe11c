"""One visit of a page with a browser: started for it, closed after it. The only module that loads Playwright.

The browser has an empty profile in a temporary folder, no permissions, no downloads, no dialogs, and no way out but the
``Gateway``. Playwright drives it through a pipe: when this process dies, the pipe closes and both end.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeVar
from urllib.parse import urlsplit

from playwright.async_api import Browser as RunningBrowser
from playwright.async_api import (
    BrowserContext,
    CDPSession,
    Frame,
    Page,
    Playwright,
    Request,
    Response,
    Route,
    async_playwright,
)
from playwright.async_api import Error as PlaywrightError

from careercoach_desktop import __version__
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.browsers import Browser, browser_environment
from careercoach_desktop.foundation.web.fetching import FetchedPage
from careercoach_desktop.foundation.web.gateway import REFUSED, Gateway
from careercoach_desktop.foundation.web.limits import VisitLimits
from careercoach_desktop.foundation.web.refusals import (
    PASTE_INSTEAD,
    check_path,
    check_status,
    checked_url,
    garbled,
    human_check,
    in_circles,
    insecure,
    login_wall,
    not_a_page,
    too_large,
    too_slow,
    unreachable,
)
from careercoach_desktop.foundation.web.snapshot import (
    FRAME_NUMBER,
    MOST_FRAMES,
    SMALLEST_FRAME,
    STATE,
    NotTold,
    PageState,
    ask,
    picture,
    with_frames,
)

T = TypeVar("T")

POLL_SECONDS = 0.2
_UNWANTED = frozenset({"image", "media", "font", "texttrack", "manifest", "ping", "eventsource"})
_WORTH_WAITING_FOR = frozenset({"document", "script", "xhr", "fetch", "stylesheet"})
_SWITCHES = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-first-run", "--no-pings", "--disable-quic", "--disable-crash-reporter", "--deny-permission-prompts"),
    # sockets that do not go through the proxy stay closed
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--js-flags=--max-old-space-size=512",
)
# Playwright's own switches that would make a page freer than in a person's browser.
_NOT_THESE = ("--disable-popup-blocking", "--enable-unsafe-swiftshader", "--allow-pre-commit-input")


def visit(
    browser: Browser, url: str, gateway: Gateway, limits: VisitLimits, check_cancelled: Callable[[], None]
) -> FetchedPage:
    """The page at ``url`` as ``browser`` shows it once it has settled. Blocks; raises UserError."""
    with tempfile.TemporaryDirectory(prefix="careercoach-browser-", ignore_cleanup_errors=True) as folder:
        page = _Visit(url, gateway, limits)

        def check() -> None:
            check_cancelled()
            page.check_alive()

        # an event loop of this thread's own: the window's is not for waiting on programs
        with asyncio.Runner() as runner:
            return runner.run(_watched(page.through(browser, folder), check, limits.total, _host_of(url)))


async def _watched(work: Coroutine[Any, Any, T], check: Callable[[], None], seconds: float, host: str) -> T:
    """``work``, given up as soon as ``check`` raises or the time is over; it is always waited for."""
    task, deadline = asyncio.ensure_future(work), time.monotonic() + seconds
    try:
        while not task.done():
            await asyncio.wait({task}, timeout=0.1)
            check()
            if time.monotonic() > deadline and not task.done():
                raise too_slow(host)
        return task.result()
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


@asynccontextmanager
async def _started(start: Awaitable[T], end: Callable[[T], Awaitable[None]]) -> AsyncIterator[T]:
    """What ``start`` gives, and its ``end``: also when the visit is given up while it is still starting."""
    starting = asyncio.ensure_future(start)
    try:
        yield await asyncio.shield(starting)
    finally:
        await asyncio.wait({starting})
        if starting.exception() is None:
            await end(starting.result())


class _Visit:
    def __init__(self, url: str, gateway: Gateway, limits: VisitLimits) -> None:
        self._url = url
        self._gateway = gateway
        self._limits = limits
        self._page: Page
        self._under_way: set[Request] = set()
        self._last_traffic = 0.0
        self._answer: Response | None = None
        self._failed: Request | None = None
        self._has_crashed = False
        self._is_download = False

    async def through(self, browser: Browser, folder: str) -> FetchedPage:
        try:
            async with (
                _started(async_playwright().start(), lambda driver: driver.stop()) as driver,
                _started(self._launch(driver, browser, folder), RunningBrowser.close) as running,
            ):
                return await self._look(running)
        except PlaywrightError as error:
            # everything of the page's own is a UserError by now
            raise UserError(f"{browser.name} could not be started.", PASTE_INSTEAD, code="browser-failed") from error

    def check_alive(self) -> None:
        """Raises UserError once the page's process has ended (it wanted too much memory): it answers nothing more."""
        if self._has_crashed:
            raise garbled(_host_of(self._url))

    async def _launch(self, driver: Playwright, browser: Browser, folder: str) -> RunningBrowser:
        return await driver.chromium.launch(
            executable_path=browser.path,
            headless=True,
            args=list(_SWITCHES),
            ignore_default_args=list(_NOT_THESE),
            # Chromium's sandbox, on; as root on Linux it refuses to start with it
            chromium_sandbox=not (sys.platform.startswith("linux") and os.geteuid() == 0),
            proxy={"server": self._gateway.address, "bypass": "<-loopback>"},
            env=browser_environment(os.environ, folder),
            timeout=20_000,
        )

    async def _look(self, running: RunningBrowser) -> FetchedPage:
        context = await self._context(running)
        self._page = await context.new_page()
        await _spend_permit(self._page)
        self._listen(context)
        self._gateway.expect(_host_of(self._url))
        try:
            await self._page.goto(self._url, wait_until="commit", timeout=0)
        except PlaywrightError as error:
            raise self._trouble(error.message) from error
        try:
            session = await context.new_cdp_session(self._page)
            self._check(await self._settled(session))
            return await self._picture(session)
        except (PlaywrightError, NotTold) as error:
            raise self._trouble(str(error)) from error

    async def _context(self, running: RunningBrowser) -> BrowserContext:
        session = await running.new_browser_cdp_session()
        own = (await session.send("Browser.getVersion"))["userAgent"]
        context = await running.new_context(
            accept_downloads=False,
            service_workers="block",
            locale="en-GB",
            viewport={"width": 1280, "height": 2400},
            user_agent=f"{own} CareerCoachDesktop/{__version__} (one page at a person's request)",
        )
        await context.grant_permissions([])  # these and no others
        await context.route("**/*", self._judge)
        return context

    def _listen(self, context: BrowserContext) -> None:
        page = self._page
        context.on("page", self._on_other_page)
        context.on("request", self._on_request)
        context.on("requestfinished", self._on_over)
        context.on("requestfailed", self._on_failed)
        context.on("response", self._on_response)
        page.on("download", self._on_download)
        page.on("crash", self._on_crash)

    async def _judge(self, route: Route, request: Request) -> None:
        """Let what a reader needs through; the gateway judges where it goes."""
        wanted = _is_wanted(request)
        if wanted:
            self._gateway.expect(_host_of(request.url))
        try:
            await (route.continue_() if wanted else route.abort("blockedbyclient"))
        except PlaywrightError:
            return  # the page or the visit is over

    # What happens, as Playwright tells it ----------------------------------------------------------------------

    def _on_request(self, request: Request) -> None:
        if request.redirected_from is not None and _is_wanted(request):
            self._gateway.expect(_host_of(request.url))  # of these ``_judge`` is not told
        if request.resource_type in _WORTH_WAITING_FOR:
            self._under_way.add(request)
            self._last_traffic = time.monotonic()

    def _on_over(self, request: Request) -> None:
        if request in self._under_way:
            self._under_way.discard(request)
            self._last_traffic = time.monotonic()

    def _on_failed(self, request: Request) -> None:
        self._on_over(request)
        # aborted: another navigation took its place, or it led to a program, a file or a download instead of a page
        if self._is_of_the_page(request) and "ERR_ABORTED" not in (request.failure or ""):
            self._failed = request

    def _on_response(self, response: Response) -> None:
        if self._is_of_the_page(response.request):
            self._answer, self._failed = response, None

    def _on_download(self, _: object) -> None:
        self._is_download = True

    def _on_crash(self, _: object) -> None:
        self._has_crashed = True

    async def _on_other_page(self, other: Page) -> None:
        if other is not self._page:
            await other.close()

    def _is_of_the_page(self, request: Request) -> bool:
        try:
            return request.is_navigation_request() and request.frame == self._page.main_frame
        except PlaywrightError:
            return False  # a request without a frame: a worker's

    # Waiting and reading -------------------------------------------------------------------------------------

    async def _settled(self, session: CDPSession) -> PageState:
        """Wait until the page has stopped growing, or has had its time; how it is then."""
        began = changed = time.monotonic()
        state = PageState()
        while True:
            self._raise_trouble()
            seen = await self._state(session)
            now = time.monotonic()
            if (seen.length, seen.nodes) != (state.length, state.nodes):
                changed = now
            state = seen
            if state.is_too_large or now - began > self._limits.settle:
                return state
            if state.complete and not state.wants_a_person and now - changed >= self._patience(state):
                return state
            await asyncio.sleep(POLL_SECONDS)

    def _patience(self, state: PageState) -> float:
        """Seconds without new text after which the page counts as finished."""
        quiet = not self._under_way and time.monotonic() - self._last_traffic >= self._limits.quiet
        if state.has_little_text:
            return self._limits.still if quiet else self._limits.settle
        return self._limits.quiet if quiet else self._limits.still

    def _raise_trouble(self) -> None:
        if self._gateway.is_spent:
            raise UserError("The page loads more than a job posting needs.", PASTE_INSTEAD, code="page-too-large")
        if self._failed is not None:
            raise self._trouble(self._failed.failure or "")
        if self._answer is not None and self._answer.status == REFUSED:
            told = self._gateway.problem_with(_host_of(self._answer.url))
            if told is not None:
                raise told

    async def _state(self, session: CDPSession) -> PageState:
        try:
            return PageState.of(await ask(session, STATE))
        except (PlaywrightError, NotTold):
            if self._page.is_closed():
                raise
            return PageState()  # between two documents: asked again in a moment

    def _check(self, state: PageState) -> None:
        host = _host_of(self._page.url)
        if state.is_too_large:
            raise too_large(self._limits.html)
        if state.wants_a_person:
            raise human_check(host)
        if self._answer is not None:
            check_status(self._answer.status, self._answer.headers, host)
        check_path(urlsplit(self._page.url).path, host)
        if state.wants_a_password:
            raise login_wall(host)
        if not state.complete and not state.length:
            raise too_slow(host)

    async def _picture(self, session: CDPSession) -> FetchedPage:
        most = self._limits.html
        framed = await self._framed(session)
        html = await ask(session, picture(most, framed))
        if html is None or len(html) + sum(map(len, framed.values())) > most:
            raise too_large(most)
        return FetchedPage(
            url_final=str(checked_url(self._page.url)),
            body=with_frames(html, framed).encode("utf-8", "replace"),
            content_type="text/html",
            charset="utf-8",
            fetched_at=utc_now(),
        )

    async def _framed(self, session: CDPSession) -> dict[int, str]:
        """What the page's frames show, by their number: many companies show a job board's posting in one."""
        shown: dict[int, str] = {}
        for frame in self._page.main_frame.child_frames[:MOST_FRAMES]:
            try:
                node = await frame.frame_element()
                box = await node.bounding_box()
                if box is None or box["width"] < SMALLEST_FRAME[0] or box["height"] < SMALLEST_FRAME[1]:
                    continue
                number = int(await node.evaluate(FRAME_NUMBER))
                html = await self._inside(session, frame)
            except (PlaywrightError, NotTold):
                continue  # it went away, or is a page of the browser's own: not what a visitor would miss
            if number >= 0 and html is not None:
                shown[number] = html
        return shown

    async def _inside(self, session: CDPSession, frame: Frame) -> str | None:
        script = picture(self._limits.html, inside=True)
        try:
            own = await self._page.context.new_cdp_session(frame)
        except PlaywrightError:  # Chromium keeps it in the page's own process, with the page's own line
            told = await ask(session, script, frame.url)
        else:
            told = await ask(own, script)
        return None if told is None else str(told)

    def _trouble(self, message: str) -> UserError:
        """What a failed navigation means for a person."""
        host = _host_of(self._failed.url if self._failed else self._url)
        told = self._gateway.problem_with(host)
        if told is not None:
            return told
        if self._is_download or "Download is starting" in message:
            return not_a_page("a download")
        if "ERR_TOO_MANY_REDIRECTS" in message:
            return in_circles(host)
        if "ERR_CERT" in message or "ERR_SSL" in message:
            return insecure(host)
        if "TIMED_OUT" in message:
            return too_slow(host)
        if "net::ERR" in message and "ERR_ABORTED" not in message:
            return unreachable(host)
        return garbled(host)


async def _spend_permit(page: Page) -> None:
    """Keep the page from starting other programs (``mailto:``, ``zoommtg:`` …).

    Chromium lets one such address through after every touch of a person, and nobody touches anything here: an address
    that no program answers to uses that one up.
    """
    try:
        await page.goto("careercoach-nothing:")
    except PlaywrightError:
        return  # as it should


def _is_wanted(request: Request) -> bool:
    return request.resource_type not in _UNWANTED and request.url.startswith(("http://", "https://"))


def _host_of(url: str) -> str:
    """As Chromium writes it: in ASCII, small letters, an IPv6 address without its brackets."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""  # no connection is ever made to it
