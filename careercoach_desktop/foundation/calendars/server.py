"""One calendar server, asked politely: every request is one step, and every refusal says what to do."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from urllib.parse import unquote, urljoin, urlsplit

from caldav.davclient import DAVClient
from caldav.lib import error
from lxml import etree

from careercoach_desktop.foundation.calendars.model import (
    PLACE,
    Account,
    EventChanged,
    EventGone,
    NameTaken,
    ServerCalendar,
    StoredEvent,
)
from careercoach_desktop.foundation.calendars.session import PoliteSession, checked_address, same_house, wrong_address
from careercoach_desktop.foundation.errors import UserError

T = TypeVar("T")
_DAV, _CAL = "{DAV:}", "{urn:ietf:params:xml:ns:caldav}"
_CALENDAR_TYPE = {"Content-Type": "text/calendar; charset=utf-8"}
_AT_ONCE = 50
_LONGEST_WAIT = 3600.0

logging.getLogger("caldav").setLevel(logging.WARNING)  # what it says below that holds addresses and events


class CalendarServer:
    """Asks over one connection; ``close`` it, also from another thread to end a request that waits.

    Every method raises UserError ``calendar-offline`` and ``calendar-busy`` (transient), ``calendar-password``,
    ``calendar-forbidden``, ``calendar-missing``, ``calendar-full``, ``calendar-address``, ``calendar-elsewhere``,
    ``calendar-untrusted``, ``calendar-large`` or ``calendar-refused``.
    """

    def __init__(self, account: Account) -> None:
        self._home = checked_address(account.address)
        self._client = DAVClient(
            self._home,
            username=account.user,
            password=account.password,
            enable_rfc6764=False,  # no asking around where else somebody's calendar may be
            headers={"User-Agent": "CareerCoach"},
        )
        self._client.session.close()
        self._client.session = PoliteSession(self._home)
        self._closed = threading.Event()

    def __enter__(self) -> CalendarServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._closed.set()
        self._client.session.close()

    # Calendars ----------------------------------------------------------------------------------------------------

    def calendars(self) -> list[ServerCalendar]:
        """The person's calendars that can hold events, in the server's order. The address may be the server's, a
        person's or a calendar's own."""
        with _said():
            for start in (self._home, urljoin(self._home, "/.well-known/caldav")):
                home = self._homes(start)
                if home:
                    found = [each for address in home for each in self._in_home(address)]
                    return list({each.address: each for each in found}.values())
            found = self._in_home(self._home, depth=0) or self._in_home(self._home)
        if not found:
            raise wrong_address()
        return found

    def _homes(self, start: str) -> list[str]:
        """Where the server says that this person's calendars are; empty when it does not."""
        try:
            me = self._hrefs(start, f"{_DAV}current-user-principal")
            return self._hrefs(me[0], f"{_CAL}calendar-home-set") if me else []
        except EventGone:
            return []
        except error.AuthorizationError as exc:
            if exc.status != 403:  # somebody else's place, or none at all: the server itself may know better
                raise
            return []

    def _hrefs(self, address: str, wanted: str) -> list[str]:
        answer = self._propfind(address, [wanted], 0)
        return [
            urljoin(address, href.text)
            for prop in _found(answer, wanted)
            for href in prop.iter(f"{_DAV}href")
            if href.text
        ]

    def _in_home(self, address: str, depth: int = 1) -> list[ServerCalendar]:
        wanted = [f"{_DAV}resourcetype", f"{_DAV}displayname", f"{_CAL}supported-calendar-component-set"]
        try:
            answer = self._propfind(address, wanted, depth)
        except EventGone:
            return []
        found = []
        for response in answer.iter(f"{_DAV}response"):
            href = response.findtext(f"{_DAV}href")
            if href and next(response.iter(f"{_CAL}calendar"), None) is not None and _holds_events(response):
                name = next((each.text for each in response.iter(f"{_DAV}displayname") if each.text), "")
                whole = urljoin(address, href.strip())
                found.append(ServerCalendar(whole, _one_line(name) or _last_part(whole)))
        return found

    # Events -------------------------------------------------------------------------------------------------------

    def events(self, calendar: str, addresses: Sequence[str]) -> dict[str, StoredEvent | None]:
        """These events of a calendar as they are there; None for one that is gone. Only these are asked for."""
        found: dict[str, StoredEvent | None] = {
            each: self.event(each)
            for each in addresses
            if not each.startswith(calendar)  # moved to another one
        }
        inside = [each for each in addresses if each not in found]
        for start in range(0, len(inside), _AT_ONCE):
            some = inside[start : start + _AT_ONCE]
            found |= self._some_events(calendar, some)
            for each in some:
                if found.get(each) is None:  # a server may have listed it under another spelling, so ask for it itself
                    found[each] = self.event(each)
        return found

    def event(self, address: str) -> StoredEvent | None:
        """One event; None when there is none."""
        with _said():
            answer = self._request("GET", address)
        if answer.status in (404, 410):
            return None
        _check_status(answer)
        return StoredEvent(address, answer.headers.get("ETag", ""), _bytes(answer))

    def find(self, calendar: str, uid: str) -> StoredEvent | None:
        """The event of that name in a calendar, at whatever address; None when there is none, or several."""
        root = etree.Element(f"{_CAL}calendar-query", nsmap={"d": "DAV:", "c": _CAL.strip("{}")})
        prop = etree.SubElement(root, f"{_DAV}prop")
        etree.SubElement(prop, f"{_DAV}getetag")
        inside = etree.SubElement(root, f"{_CAL}filter")
        for name in ("VCALENDAR", "VEVENT"):
            inside = etree.SubElement(inside, f"{_CAL}comp-filter", name=name)
        named = etree.SubElement(inside, f"{_CAL}prop-filter", name="UID")
        etree.SubElement(named, f"{_CAL}text-match", collation="i;octet").text = uid
        with _said():
            answer = self._request("REPORT", calendar, etree.tostring(root).decode(), {"Depth": "1"})
        _check_status(answer)
        responses = answer.tree.iter(f"{_DAV}response") if answer.tree is not None else ()
        found = [each.findtext(f"{_DAV}href") or "" for each in responses]
        return self.event(urljoin(calendar, found[0].strip())) if len(found) == 1 else None

    def create(self, address: str, data: bytes) -> str:
        """Put a new event there; its version. Raises EventChanged when there is one already, NameTaken when another
        address has one of that name."""
        return self._put(address, data, {"If-None-Match": "*"})

    def replace(self, address: str, data: bytes, etag: str, known: bytes = b"") -> str:
        """Put the event there instead of version ``etag`` (empty: whichever is there); its version. ``known`` is what
        that version holds, for servers whose versions can't be relied on. Raises EventChanged when it is another one by
        now, EventGone when there is none."""
        return self._if_same(address, etag, known, lambda match: self._put(address, data, {"If-Match": match}))

    def delete(self, address: str, etag: str, known: bytes = b"") -> None:
        """Take an event away; harmless when it is gone. Raises EventChanged when it is another version by now."""
        with suppress(EventGone):
            self._if_same(address, etag, known, lambda match: self._delete(address, match))

    def _if_same(self, address: str, etag: str, known: bytes, change: Callable[[str], T]) -> T:
        """``change`` with what the server is to match. A weak version never matches anything (RFC 9110, 13.1.1), one
        that is not named can't, and some proxies hand out versions the server does not know: then we look ourselves,
        just before. The strong form is tried first all the same, because it may be the server's own."""
        if etag:
            try:
                return change(_opaque(etag))
            except EventChanged:
                if not known and etag == _opaque(etag):
                    raise
        if etag or known:
            self._look(address, etag, known)
        return change("*")

    def _look(self, address: str, etag: str, known: bytes) -> None:
        """Raises EventChanged unless what was known is still there, EventGone when there is none."""
        there = self.event(address)
        if there is None:
            raise EventGone
        same = _content(there.data) == _content(known) if known else _opaque(there.etag) == _opaque(etag)
        if not same:
            raise EventChanged

    def _delete(self, address: str, match: str) -> None:
        with _said():
            answer = self._request("DELETE", address, headers={"If-Match": match})
        if answer.status == 412:
            if self.event(address) is None:
                raise EventGone
            raise EventChanged
        if answer.status not in (404, 410):
            _check_status(answer)

    def _put(self, address: str, data: bytes, condition: dict[str, str]) -> str:
        with _said():
            try:
                answer = self._request("PUT", address, data.decode(), condition | _CALENDAR_TYPE)
            except error.AuthorizationError as exc:
                if exc.status == 403 and b"no-uid-conflict" in _as_bytes(exc.body):
                    raise NameTaken from exc
                raise
        if answer.status == 412:
            if "If-Match" in condition and self.event(address) is None:
                raise EventGone
            raise EventChanged
        if answer.status in (403, 409) and b"no-uid-conflict" in _bytes(answer):
            raise NameTaken
        if answer.status == 409 and "If-None-Match" in condition:  # servers that say no more than that
            raise NameTaken
        if answer.status in (404, 410) and "If-Match" in condition:
            raise EventGone
        _check_status(answer)
        if etag := answer.headers.get("ETag", ""):
            return str(etag)
        stored = self.event(address)  # a server that changed what it was given names no version
        return stored.etag if stored is not None else ""

    def _some_events(self, calendar: str, addresses: Sequence[str]) -> dict[str, StoredEvent | None]:
        root = etree.Element(f"{_CAL}calendar-multiget", nsmap={"d": "DAV:", "c": _CAL.strip("{}")})
        prop = etree.SubElement(root, f"{_DAV}prop")
        etree.SubElement(prop, f"{_DAV}getetag")
        etree.SubElement(prop, f"{_CAL}calendar-data")
        for each in addresses:
            etree.SubElement(root, f"{_DAV}href").text = urlsplit(each).path
        with _said():
            answer = self._request("REPORT", calendar, etree.tostring(root).decode(), {"Depth": "1"})
        _check_status(answer)
        by_path = {unquote(urlsplit(each).path): each for each in addresses}
        found: dict[str, StoredEvent | None] = {}
        for response in answer.tree.iter(f"{_DAV}response") if answer.tree is not None else ():
            path = unquote(urlsplit(urljoin(calendar, response.findtext(f"{_DAV}href") or "")).path)
            text = next((each.text for each in response.iter(f"{_CAL}calendar-data") if each.text), None)
            if path in by_path and text is not None:
                etag = next((each.text for each in response.iter(f"{_DAV}getetag") if each.text), "")
                found[by_path[path]] = StoredEvent(by_path[path], etag.strip(), text.encode())
        return found

    # --------------------------------------------------------------------------------------------------------------

    def _propfind(self, address: str, wanted: list[str], depth: int) -> Any:
        """The answer's tree. Raises EventGone when there is nothing of that kind."""
        root = etree.Element(f"{_DAV}propfind", nsmap={"d": "DAV:", "c": _CAL.strip("{}")})
        prop = etree.SubElement(root, f"{_DAV}prop")
        for name in wanted:
            etree.SubElement(prop, name)
        answer = self._request("PROPFIND", address, etree.tostring(root).decode(), {"Depth": str(depth)})
        if answer.status in (404, 405, 410, 501) or (answer.status < 300 and answer.tree is None):
            raise EventGone
        _check_status(answer)
        return answer.tree

    def _request(self, method: str, address: str, body: str = "", headers: dict[str, str] | None = None) -> Any:
        if not same_house(address, self._home):
            raise UserError(
                "The calendar server names a place at another server, and your password stays where you gave it.",
                "If that is right, enter the address of that server instead.",
                code="calendar-elsewhere",
            )
        return self._client.request(address, method, body, headers or {})


@contextmanager
def _said() -> Iterator[None]:
    """What caldav complains of as errors a person can act on."""
    try:
        yield
    except error.RateLimitError as exc:
        wait = min(float(getattr(exc, "retry_after_seconds", None) or 60.0), _LONGEST_WAIT)
        raise UserError(
            "The calendar server is busy and asks for patience.",
            "It is tried again by itself.",
            code="calendar-busy",
            transient=True,
            wait=wait,
        ) from exc
    except error.AuthorizationError as exc:
        raise (_forbidden() if exc.status == 403 else _wrong_password()) from exc
    except NotImplementedError as exc:  # no way to prove who one is that caldav knows
        raise _wrong_password() from exc
    except (etree.XMLSyntaxError, error.DAVError) as exc:
        raise _refused("") from exc


def _check_status(answer: Any) -> None:
    status = int(answer.status)
    if status < 300:
        return
    if status == 401:
        raise _wrong_password()
    if status == 403:
        raise _forbidden()
    if status in (404, 410):
        raise UserError(
            "This calendar is no longer on the server.",
            "Choose another calendar in the settings. Your interviews are safe here.",
            code="calendar-missing",
            place=PLACE,
        )
    if status in (413, 507):
        raise UserError(
            "There is no room left on the calendar server.",
            "Make room there, or choose another calendar.",
            code="calendar-full",
            place=PLACE,
        )
    if status >= 500:
        raise UserError(
            f"The calendar server has trouble of its own ({status}).",
            "It is tried again by itself.",
            code="calendar-busy",
            transient=True,
        )
    raise _refused(f" ({status})")


def _refused(detail: str) -> UserError:
    return UserError(
        f"The calendar server did not do what it was asked{detail}.",
        "Check that the address is that of a CalDAV server.",
        code="calendar-refused",
        place=PLACE,
    )


def _wrong_password() -> UserError:
    return UserError(
        "The calendar server does not accept this name and password.",
        "Enter them again. Some services want a password made for one app only; their own help says how.",
        code="calendar-password",
        place=PLACE,
    )


def _forbidden() -> UserError:
    return UserError(
        "You may not write in this calendar.",
        "Choose a calendar of your own.",
        code="calendar-forbidden",
        place=PLACE,
    )


def _opaque(etag: str) -> str:
    return etag.removeprefix("W/")


def _content(data: bytes) -> list[bytes]:
    """What an event says, however its lines end and whenever it was handed out."""
    return [line for line in data.splitlines() if line.strip() and not line.startswith(b"DTSTAMP")]


def _found(tree: Any, wanted: str) -> list[Any]:
    return list(tree.iter(wanted))


def _holds_events(response: Any) -> bool:
    kinds = [each.get("name") for each in response.iter(f"{_CAL}comp")]
    return not kinds or "VEVENT" in kinds


def _bytes(answer: Any) -> bytes:
    if answer.tree is not None:
        return bytes(etree.tostring(answer.tree))
    return bytes(answer._raw_body)  # noqa: SLF001 - ``raw`` has its line ends changed


def _as_bytes(body: object) -> bytes:
    return body if isinstance(body, bytes) else str(body or "").encode()


def _one_line(text: str) -> str:
    return " ".join("".join(each for each in text if each.isprintable() or each.isspace()).split())[:200]


def _last_part(address: str) -> str:
    return _one_line(unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])) or address
