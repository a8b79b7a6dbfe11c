"""Pages that build themselves with JavaScript, read with an installed browser: started for one page, then closed.

For what a plain fetch can't read, and as strict: same checks of every address, limits of time and size, no cookies, no
trace in the person's own browser. Playwright and the browser are loaded only when a page needs them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.browsers import Browser, found_browsers
from careercoach_desktop.foundation.web.fetching import FetchedPage
from careercoach_desktop.foundation.web.limits import VisitLimits
from careercoach_desktop.foundation.web.refusals import checked_url, unreachable


class PageRenderer:
    """Opens pages in an installed browser, one at a time however many threads ask.

    ``allowed``: whether the person lets us use a browser, asked each time.
    """

    def __init__(
        self,
        allowed: Callable[[], bool],
        *,
        find: Callable[[], Sequence[Browser]] = found_browsers,
        limits: VisitLimits | None = None,
    ) -> None:
        self._allowed = allowed
        self._find = find
        self._limits = limits or VisitLimits()
        self._turn = threading.Lock()

    def browser(self) -> Browser | None:
        """The browser that would be used now; None when none is installed or the person does not want one used."""
        return next(iter(self._find()), None) if self._allowed() else None

    def refusal(self) -> UserError:
        """What to say of a page that needs a browser while there is none to use."""
        if self._allowed():
            step = "To have it read, install Chrome, Edge or Chromium and try again, or paste the posting’s text."
        else:
            step = "Allow opening pages in your browser in Settings and try again, or paste the posting’s text."
        return UserError("This page builds itself with JavaScript.", step, code="page-needs-browser")

    def render(self, url: str, *, typed_by_user: bool, check_cancelled: Callable[[], None]) -> FetchedPage:
        """The page at ``url`` as a browser shows it, without its scripts. Blocks: call it on a worker thread.

        As ``PageFetcher.fetch``: ``typed_by_user`` lets its very host be private, ``check_cancelled`` is called often
        and may raise, and the codes of its UserErrors come from here too; besides, page-needs-browser (see
        ``refusal``) and browser-failed.
        """
        target = checked_url(url)
        browser = self.browser()
        if browser is None:
            raise self.refusal()
        while not self._turn.acquire(timeout=0.2):
            check_cancelled()
        try:
            # here and not above: a start that opens no such page never loads these
            from careercoach_desktop.foundation.web.gateway import Gateway
            from careercoach_desktop.foundation.web.visiting import visit

            host, port = target.raw_host.decode("ascii"), target.port or (443 if target.scheme == "https" else 80)
            trusted = self._trusted(host, port, check_cancelled) if typed_by_user else ""
            with Gateway(self._limits.total, trusted, self._limits.traffic) as gateway:
                return visit(browser, str(target), gateway, self._limits, check_cancelled)
        finally:
            self._turn.release()

    def _trusted(self, host: str, port: int, check_cancelled: Callable[[], None]) -> str:
        """``host`` if it is a private one, else nothing.

        A page's scripts may come back to its host through other ports and minutes later; a public name that turns
        private meanwhile is then refused.
        """
        import httpcore

        from careercoach_desktop.foundation.web.connection import Journey, is_public

        try:
            addresses = Journey(self._limits.total, host, check_cancelled).addresses(host, port, None)
        except (httpcore.ConnectError, httpcore.TimeoutException) as error:
            raise unreachable(host) from error
        return "" if any(is_public(address) for address in addresses) else host
