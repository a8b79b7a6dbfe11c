"""The person's contact details stay here: placeholders go out in their place and are turned back in the answer.

What is hidden is what is known: the details a request names (``contact_of`` gathers them), in any of the ways people
write them. ``hide`` looks at nothing but the text itself, so the same text is the same again in the next request, as
the prompt cache needs it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Protocol

from careercoach_desktop.foundation.llm.model import ContactDetail, ContactKind
from careercoach_desktop.foundation.llm.naming import Naming, email_pattern, link_pattern, phone_pattern, street_pattern

_NOTE = "(Contact details are replaced by placeholders such as {}. Where one belongs, write it exactly so.)"
_KINDS = "|".join(kind.value.replace("_", "[-_ ]?") for kind in ContactKind)
_CODE = rf"(?P<code>(?:{_KINDS.replace('EMAIL', 'E[-_ ]?MAIL')})(?:[-_ ]?\d{{1,2}})?)"
_PLACEHOLDER = re.compile(
    rf"(?P<open>\[\[|\{{\{{|<<|⟦|【|(?<!\w)[\[{{<])\s?{_CODE}\s?(?:\]{{1,2}}|\}}{{1,2}}|>{{1,2}}|⟧|】)(?!\()",
    re.IGNORECASE,
)
"""Ours are ``[[NAME]]``; a model that takes other brackets or another case is understood, code and links are not meant
(``List<Name>``, ``[Link](…)``)."""
_UNFINISHED = re.compile(r"(?:\[{1,2}|\{{1,2}|<{1,2}|⟦|【)[A-Za-z0-9 _-]{0,16}[\]}>]?$")
"""An end that may be the begin of one. A whole one with single closing brackets waits for the second, too."""
_WORDS = {
    ContactKind.NAME: "name",
    ContactKind.FIRST_NAME: "first name",
    ContactKind.LAST_NAME: "last name",
    ContactKind.EMAIL: "e-mail",
    ContactKind.PHONE: "phone",
    ContactKind.ADDRESS: "address",
    ContactKind.LINK: "link",
}


class _Location(Protocol):
    @property
    def address(self) -> str: ...
    @property
    def postal_code(self) -> str: ...
    @property
    def city(self) -> str: ...
    @property
    def text(self) -> str: ...


class _WebProfile(Protocol):
    @property
    def username(self) -> str: ...
    @property
    def url(self) -> str: ...


class ResumeContact(Protocol):
    """What a résumé says of its owner (``ResumeData.basics``)."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def url(self) -> str: ...
    @property
    def location(self) -> _Location: ...
    @property
    def profiles(self) -> Sequence[_WebProfile]: ...


class ProfileContact(Protocol):
    """What the profile says (``Profile``)."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def location(self) -> str: ...
    @property
    def links(self) -> Sequence[str]: ...


def contact_of(basics: ResumeContact | None = None, profile: ProfileContact | None = None) -> tuple[ContactDetail, ...]:
    """Everything of these that says who or where the person is, each once; the town alone stays.

    A request for Claude takes it as ``contact``."""
    found = [*(_of_resume(basics) if basics else ()), *(_of_profile(profile) if profile else ())]
    return tuple(dict.fromkeys(detail for detail in found if detail.text))


def _of_resume(basics: ResumeContact) -> Iterator[ContactDetail]:
    place = basics.location
    yield ContactDetail(ContactKind.NAME, basics.name.strip())
    yield ContactDetail(ContactKind.EMAIL, basics.email.strip())
    yield ContactDetail(ContactKind.PHONE, basics.phone.strip())
    yield from _streets(place.address, whole=True)
    yield from _streets(place.text, whole=False)
    if place.postal_code and place.city:
        yield ContactDetail(ContactKind.ADDRESS, f"{place.postal_code} {place.city}")
        yield ContactDetail(ContactKind.ADDRESS, f"{place.city} {place.postal_code}")
    for address in (basics.url, *(profile.url for profile in basics.profiles)):
        yield ContactDetail(ContactKind.LINK, address.strip())
    for profile in basics.profiles:
        yield ContactDetail(ContactKind.LINK, profile.username and "@" + profile.username.strip().lstrip("@"))


def _of_profile(profile: ProfileContact) -> Iterator[ContactDetail]:
    yield ContactDetail(ContactKind.NAME, profile.name.strip())
    yield ContactDetail(ContactKind.EMAIL, profile.email.strip())
    yield ContactDetail(ContactKind.PHONE, profile.phone.strip())
    yield from _streets(profile.location, whole=False)
    for link in profile.links:
        yield ContactDetail(ContactKind.LINK, link.strip())


def _streets(text: str, *, whole: bool) -> Iterator[ContactDetail]:
    """The pieces of an address that name a house or a postal code; ``whole``: it is a street even without a number."""
    for piece in map(str.strip, re.split(r"[,;\n]", text)):
        numbered = any(sign.isdigit() for sign in piece) and any(sign.isalpha() for sign in piece)
        if len(piece) >= 5 and (numbered or whole):
            yield ContactDetail(ContactKind.ADDRESS, piece)


def note_on(placeholders: Sequence[str]) -> str:
    """What to tell the model about these."""
    return _NOTE.format(", ".join(placeholders[:3]))


@dataclass(frozen=True, slots=True)
class Restored:
    """A text with its details back. ``missing``: what it asked for that is not known, in words (``phone``); such a
    placeholder has become a gap to fill (``[phone]``)."""

    text: str
    missing: tuple[str, ...] = ()


class Veil:
    """Hides and restores the details of one request. Without any it lets everything through as it is."""

    def __init__(self, details: Iterable[ContactDetail] = ()) -> None:
        self.details = tuple(details)
        self._told: dict[str, str] = {}
        """What stands for which detail, by its code."""
        self._alternatives: list[tuple[str, str]] = []
        self._names: list[tuple[Naming, str]] = []
        self._numbers = {kind: count(1) for kind in ContactKind}
        for detail in self.details:
            self._add(detail)
        self._alternatives.sort(key=lambda entry: _ORDER.index(_kind(entry[0])))
        self._whole = re.compile("|".join(f"({pattern})" for _, pattern in self._alternatives) or "(?!)")

    def __bool__(self) -> bool:
        return bool(self._told)

    def hide(self, text: str) -> str:
        """The text as it may be sent."""
        if not self._told or not text:
            return text
        hidden = self._whole.sub(self._placeholder, text)
        for naming, number in self._names:
            hidden = naming.hide_lone(hidden, f"[[FIRST-NAME{number}]]", f"[[LAST-NAME{number}]]")
        return hidden

    def placeholders_in(self, text: str) -> tuple[str, ...]:
        """Which of ours stand in a text that was hidden, each once."""
        return tuple(dict.fromkeys(f"[[{code}]]" for code in re.findall(r"\[\[([A-Z0-9-]+)\]\]", text) if code in self))

    def __contains__(self, code: object) -> bool:
        return code in self._told

    def detail(self, placeholder: str) -> str:
        """What stands behind ``[[NAME]]``; raises KeyError."""
        return self._told[placeholder.strip("[]")]

    def restore(self, text: str, *, in_json: bool = False) -> Restored:
        """The text with the details back in their places. ``in_json``: within JSON, whose strings must stay whole."""
        if not self._told:
            return Restored(text)
        missing: list[str] = []

        def put_back(found: re.Match[str]) -> str:
            code = _code(found["code"])
            if (told := self._told.get(code)) is not None:
                return json.dumps(told, ensure_ascii=False)[1:-1] if in_json else told
            if found["open"] not in ("[[", "{{", "<<", "⟦", "【"):
                return found[0]  # a gap of its own, as people leave them
            missing.append(_WORDS[_kind(code)])
            return f"[{missing[-1]}]"

        restored = _PLACEHOLDER.sub(put_back, text)
        return Restored(restored, tuple(dict.fromkeys(missing)))

    def _add(self, detail: ContactDetail) -> None:
        if not detail.text or self._whole_of(detail.text):
            return
        naming = Naming(detail.text) if detail.kind is ContactKind.NAME else None
        pattern = naming.pattern if naming is not None else _pattern(detail)
        if pattern is None and naming is None:
            return
        number = next(self._numbers[detail.kind])
        suffix = "" if number == 1 else f"-{number}"
        code = f"{detail.kind.value}{suffix}"
        self._told[code] = detail.text
        if pattern is not None:
            self._alternatives.append((code, pattern))
        if naming is not None:
            self._names.append((naming, suffix))
            self._told |= {f"FIRST-NAME{suffix}": naming.given, f"LAST-NAME{suffix}": naming.family or naming.given}

    def _whole_of(self, text: str) -> bool:
        """Whether this is another way to write a detail there is already."""
        return any(re.fullmatch(pattern, text) for _, pattern in self._alternatives)

    def _placeholder(self, found: re.Match[str]) -> str:
        return f"[[{self._alternatives[(found.lastindex or 1) - 1][0]}]]"


class Restoring:
    """The same for an answer as it comes in pieces; JSON, as all answers are. Hand it what comes, say what it says."""

    def __init__(self, veil: Veil) -> None:
        self._veil = veil
        self._held = ""
        self._before = ""
        """The last sign that was said: it tells code from a placeholder."""

    def feed(self, piece: str) -> str:
        """As much of what came as is sure; the begin of a placeholder waits for its end."""
        if not self._veil:
            return piece
        text = self._held + piece
        unfinished = _UNFINISHED.search(text)
        at = len(text) if unfinished is None else unfinished.start()
        self._held = text[at:]
        return self._said(text[:at])

    def rest(self) -> str:
        """What waited, at the end of a whole answer. One that broke off has no use for half a placeholder."""
        held, self._held = self._held, ""
        return self._said(held)

    def _said(self, text: str) -> str:
        before, self._before = self._before, text[-1:] or self._before
        return self._veil.restore(before + text, in_json=True).text[len(before) :]


_ORDER = (
    ContactKind.EMAIL,
    ContactKind.LINK,
    ContactKind.PHONE,
    ContactKind.ADDRESS,
    ContactKind.NAME,
    ContactKind.FIRST_NAME,
    ContactKind.LAST_NAME,
)
"""An address of an e-mail holds the name, so it is looked for first."""


def _kind(code: str) -> ContactKind:
    return ContactKind(re.sub(r"-\d+$", "", code).replace("-", "_"))


def _code(written: str) -> str:
    """``first name 2`` → ``FIRST-NAME-2``"""
    code = re.sub(r"[-_ ]+", "-", written.upper()).replace("E-MAIL", "EMAIL")
    code = code.replace("FIRSTNAME", "FIRST-NAME").replace("LASTNAME", "LAST-NAME")
    return re.sub(r"(?<=[A-Z])-?(\d+)$", r"-\1", code).removesuffix("-1")


def _pattern(detail: ContactDetail) -> str | None:
    """How a detail that is no name may be written; None when it is too short to be told from other text."""
    match detail.kind:
        case ContactKind.EMAIL:
            return email_pattern(detail.text)
        case ContactKind.PHONE:
            return phone_pattern(detail.text)
        case ContactKind.ADDRESS:
            return street_pattern(detail.text)
        case _:
            return link_pattern(detail.text)
