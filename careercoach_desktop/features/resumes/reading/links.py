"""Web addresses near the name: link targets, printed addresses and handles such as ``GitHub: name``."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from careercoach_desktop.features.resumes.model import Basics, WebProfile
from careercoach_desktop.foundation.documents.model import Line

from .spans import Span, Tracer

_TLDS = (
    "com|org|net|io|dev|me|co|de|fr|es|it|nl|uk|us|ca|eu|in|ai|app|edu|info|page|site|tech|ch|at|be|br|pt|blog|xyz|pl|se"
    "|dk|no|fi|jp|cn|ie|nz|au|za|mx|ar|cl|gr|cz|sk|hu|ro|ua|tr|il|ae|lu|ee|lv|lt|si|hr|bg|kr|tw|hk|sg|tv|cc|ly|gg|so|to|is"
    "|online|shop|studio|design|digital|agency|works|cloud|software|systems|engineering|photography|art|club|world|example"
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]|,;•]+"
    rf"|(?<![@\w.])(?:[\w-]+\.)+(?:{_TLDS})(?:/[^\s<>()\[\]|,;•]*)?(?![\w@])",
    re.IGNORECASE,
)
_NETWORKS = {
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "gitlab": "GitLab",
    "twitter": "Twitter",
    "x.com": "X",
    "stackoverflow": "Stack Overflow",
    "facebook": "Facebook",
    "fb.co": "Facebook",
    "instagram": "Instagram",
    "youtube": "YouTube",
    "medium": "Medium",
    "xing": "XING",
    "behance": "Behance",
    "dribbble": "Dribbble",
    "kaggle": "Kaggle",
    "orcid": "ORCID",
    "scholar.google": "Google Scholar",
    "researchgate": "ResearchGate",
    "quora": "Quora",
    "bitbucket": "Bitbucket",
    "codepen": "CodePen",
    "leetcode": "LeetCode",
    "mastodon": "Mastodon",
    "hackerrank": "HackerRank",
    "bsky": "Bluesky",
    "t.me": "Telegram",
    "skype": "Skype",
}
_HANDLE = re.compile(r"^(?P<network>[A-Za-z ]{3,15})\s*:\s*(?://)?\s*(?P<user>@?[\w.-]{2,40})$")
BETWEEN_FACTS = re.compile(r"\t+|\s*[|•●·‖⋄◦∙■♦]\s*|\s{3,}|\s+[–—]\s+")
"""What parts the facts of a contact line."""


def read_links(basics: Basics, lines: list[Line], tracer: Tracer, used: list[tuple[Line, int, int]]) -> None:
    """Put the web addresses of the lines into the basics, each once, and note in ``used`` where they stand."""
    seen: set[str] = set()
    for line in lines:
        for target, span in _targets(line, used):
            key = re.sub(r"^(https?://)?(www\.)?", "", target.casefold()).rstrip("/")
            used.append((line, span.start, span.end))
            if not key or key in seen:
                continue
            seen.add(key)
            _add_link(basics, target, span, tracer)


def _targets(line: Line, used: list[tuple[Line, int, int]]) -> list[tuple[str, Span]]:
    """Web addresses of a line: link targets first, then what is printed, then handles such as ``GitHub: name``."""
    out: list[tuple[str, Span]] = []
    taken: list[tuple[int, int]] = [(start, end) for other, start, end in used if other is line]
    for link in line.links:
        span = Span(line, link.start, link.end).strip()
        if link.target.startswith(("http://", "https://", "www.")):
            out.append((link.target, span))
        taken.append((span.start, span.end))
    for found in _URL.finditer(line.text):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            span = Span(line, found.start(), found.end()).strip(" .,;:)")
            out.append((span.text, span))
            taken.append((span.start, span.end))
    for span in Span.whole(line).split(BETWEEN_FACTS):
        if handle := _HANDLE.match(span.text):
            network = network_of(handle.group("network").strip().replace(" ", "") + ".com")
            if network and not any(start < span.end and span.start < end for start, end in taken):
                out.append((span.text, span))
    return out


def _add_link(basics: Basics, target: str, span: Span, tracer: Tracer) -> None:
    network = network_of(target)
    handle = _HANDLE.match(target)
    if network and handle:
        network, username, url = network_of(handle.group("network").strip() + ".com"), handle.group("user"), target
    else:
        username, url = _username(target), target
    if not network and not basics.url:
        basics.url = target
        tracer.put("basics.url", span)
        return
    profile = WebProfile(network=network or "", username=username, url=url)
    basics.profiles.append(profile)
    tracer.put(f"{profile.id}.url", span)


def network_of(target: str) -> str:
    """The name of the social network a web address belongs to, else ``""``."""
    low = target.casefold()
    host = urlsplit(low if "//" in low else f"//{low}").netloc.removeprefix("www.")
    for mark, name in _NETWORKS.items():
        if host == mark or host.startswith(mark + ".") or f".{mark}." in f".{host}." or host.endswith("." + mark):
            return name
    return ""


def _username(target: str) -> str:
    path = urlsplit(target if "//" in target else f"//{target}").path.strip("/")
    return path.split("/")[-1] if path else ""
