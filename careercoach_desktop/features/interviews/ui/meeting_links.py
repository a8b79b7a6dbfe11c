"""Links to meetings, recognised in what people paste."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from careercoach_desktop.features.interviews.invitations.meeting import addresses

_MEETINGS = (
    ("zoom.us", "Zoom"),
    ("zoom.com", "Zoom"),
    ("teams.microsoft.com", "Microsoft Teams"),
    ("teams.live.com", "Microsoft Teams"),
    ("meet.google.com", "Google Meet"),
    ("webex.com", "Webex"),
    ("whereby.com", "Whereby"),
    ("meet.jit.si", "Jitsi"),
    ("gotomeeting.com", "GoTo Meeting"),
    ("goto.com", "GoTo Meeting"),
    ("chime.aws", "Amazon Chime"),
    ("bluejeans.com", "BlueJeans"),
    ("skype.com", "Skype"),
    ("facetime.apple.com", "FaceTime"),
    ("coderpad.io", "CoderPad"),
    ("hackerrank.com", "HackerRank"),
    ("codility.com", "Codility"),
)
_BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*", re.IGNORECASE)


def link_in(text: str) -> str:
    """The first link to a meeting in a text, else the first link to anything; empty for none."""
    found = addresses(text)
    if not found and (bare := _BARE.search(text)) and meeting_name(f"https://{bare[0]}"):
        found = [f"https://{bare[0].rstrip('.,;:!?')}"]
    return next((link for link in found if meeting_name(link)), found[0] if found else "")


def meeting_name(link: str) -> str:
    """``Zoom`` for a link to one of its meetings; empty for any other link."""
    try:
        host = (urlsplit(link).hostname or "").casefold()
    except ValueError:  # an address with half a bracket
        return ""
    return next((name for end, name in _MEETINGS if host == end or host.endswith(f".{end}")), "")


def is_link(text: str) -> bool:
    """An address of the web and nothing else; ``file:`` or ``javascript:`` would do something else."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme.casefold() in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", text)
