"""Where a meeting takes place when it takes place on a screen, and what kind of interview its words sound like."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qs, urlsplit

from careercoach_desktop.features.interviews.model import InterviewType

_ADDRESS = re.compile(r"https?://[^\s<>\"'|\\^`{}\x00-\x20]{4,1990}", re.IGNORECASE)
_ROOMS = (
    ("teams.microsoft.com", ("/l/meetup-join", "/meet/", "/l/meeting")),
    ("teams.live.com", ("/meet/",)),
    ("teams.cloud.microsoft", ("/meet/", "/l/meetup-join")),
    ("zoom.us", ("/j/", "/w/", "/my/", "/s/")),
    ("zoom.com", ("/j/", "/w/", "/my/")),
    ("zoomgov.com", ("/j/",)),
    ("meet.google.com", ("/",)),
    ("webex.com", ("/",)),
    ("whereby.com", ("/",)),
    ("gotomeeting.com", ("/",)),
    ("goto.com", ("/",)),
    ("chime.aws", ("/",)),
    ("meet.jit.si", ("/",)),
    ("bluejeans.com", ("/",)),
    ("ringcentral.com", ("/join", "/j/")),
    ("join.skype.com", ("/",)),
    ("app.slack.com", ("/huddle",)),
    ("vc.feishu.cn", ("/j/",)),
    ("facetime.apple.com", ("/join",)),
    ("karat.io", ("/",)),
    ("coderpad.io", ("/",)),
    ("app.codesignal.com", ("/",)),
)
_TYPES = (
    (InterviewType.PHONE_SCREEN, r"phone|telephone|telefon|téléphon|call with|screen(ing)?\b|intro(ductory)? call"),
    (InterviewType.TECHNICAL, r"technical|coding|code|system design|architecture|technisch|technique|pair"),
    (InterviewType.BEHAVIORAL, r"behaviou?ral|values|culture|competenc"),
    (InterviewType.PANEL, r"\bpanel\b"),
    (InterviewType.FINAL, r"\bfinal\b|finale?s gespräch|dernier entretien"),
)


def addresses(text: str) -> list[str]:
    """The web addresses in a text, in their order, without what a mail filter wrapped around them."""
    found = (each.rstrip(".,;:!?)]>*_") for each in _ADDRESS.findall(text[:50_000]))
    return list(dict.fromkeys(_unwrapped(each) for each in found))[:50]


def meeting_link(surest: Iterable[str], texts: Iterable[str]) -> str:
    """The address to join at: one that names a known meeting service, else the first of the ``surest`` fields; empty
    when there is none. Texts give only known services: any other link in them may be anything."""
    sure = [each for text in surest for each in addresses(text)]
    found = [*sure, *(each for text in texts for each in addresses(text))]
    return next((each for each in found if _is_room(each)), sure[0] if sure else "")


def guessed_type(summary: str, *, link: str, place: str, phone: bool = False) -> InterviewType:
    """What it sounds like; the person decides."""
    for kind, words in _TYPES:
        if re.search(words, summary, re.IGNORECASE):
            return kind
    if link:
        return InterviewType.VIDEO_CALL
    if phone:
        return InterviewType.PHONE_SCREEN
    return InterviewType.IN_PERSON if place else InterviewType.OTHER


def looks_like_phone(place: str) -> bool:
    """Whether the place is a telephone number."""
    digits = sum(letter.isdigit() for letter in place)
    return digits >= 6 and digits * 2 >= len(place.strip())


def _is_room(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
    except ValueError:  # no address after all
        return False
    return any(
        (host == name or host.endswith(f".{name}")) and parts.path.startswith(ways) and len(parts.path) > 1
        for name, ways in _ROOMS
    )


def _unwrapped(address: str) -> str:
    """What Outlook's and Google's link filters lead to."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").lower()
        if host.endswith("safelinks.protection.outlook.com"):
            inner = parse_qs(parts.query).get("url", [""])[0]
        elif host.endswith("google.com") and parts.path == "/url":
            inner = parse_qs(parts.query).get("q", [""])[0]
        else:
            return address
    except ValueError:
        return address
    return inner if inner.lower().startswith(("https://", "http://")) else address
