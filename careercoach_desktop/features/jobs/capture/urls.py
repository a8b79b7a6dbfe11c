"""Addresses as people paste them and as postings keep them: complete, and without what only tracks the visitor."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_TRACKING_NAMES_LIST = """
    gclid gclsrc dclid gbraid wbraid fbclid msclkid yclid twclid ttclid li_fat_id igshid mc_cid mc_eid mkt_tok _ga
    _gl _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv oly_anon_id oly_enc_id wickedid s_cid
    icid cmpid _openstat trk trkinfo trackingid refid ebp lipi lici originalsubdomain midtoken midsig eid otptoken
    gh_src lever-source lever-origin ref_src ref_url spm scid sc_cid epik ncid rb_clickid ef_id s_kwcid
    jobboardsource jobsource
"""
_TRACKING_NAMES = frozenset(_TRACKING_NAMES_LIST.split())
_TRACKING_PREFIXES = (
    "utm_",
    "utm-",
    "pk_",
    "piwik_",
    "mtm_",
    "matomo_",
    "hsa_",
    "stm_",
    "itm_",
    "at_campaign",
    "at_medium",
)
_SESSION_NAMES = frozenset({"phpsessid", "jsessionid", "sessionid", "sid"})
_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,58})\Z", re.IGNORECASE
)
_ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}\Z|localhost\Z|\[[0-9a-f:.]+\]\Z", re.IGNORECASE)
_FILE_ENDING = re.compile(r"\.(?:pdf|docx?|txt|html?|md|json|rtf|odt)\Z", re.IGNORECASE)


def without_tracking(url: str) -> str:
    """``url`` plainly: lower-case host, no fragment, no tracking or session parameters. Empty if it is no web URL."""
    parts = _split(url)
    if parts is None:
        return ""
    kept = (
        [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
            if not _tracks(key)
        ]
        if parts.query.count("&") < 100
        else []
    )
    path = re.sub(r";jsessionid=[^/?#]*", "", parts.path, flags=re.IGNORECASE) or "/"
    fragment = parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return urlunsplit((parts.scheme.lower(), _host_and_port(parts), path, urlencode(kept), fragment))


def canonical(url: str, declared: str = "") -> str:
    """The address to keep for a page at ``url`` that names ``declared`` as its canonical one (either may be empty).

    A page's word counts only for an address on its own site that is not just the site's front page.
    """
    own = without_tracking(url)
    named = without_tracking(urljoin(url, declared)) if declared else ""
    if not own:
        return named
    if not named or site_of(named).split(".")[-2:] != site_of(own).split(".")[-2:]:
        return own
    return own if urlsplit(named).path in {"", "/"} and not urlsplit(named).query else named


def site_of(url: str) -> str:
    """The host a person would name the site by, e.g. ``jobs.example.com``; empty when there is none."""
    parts = _split(url)
    return (parts.hostname or "").removeprefix("www.") if parts is not None else ""


def looks_like_url(text: str) -> str | None:
    """The address in ``text`` when the whole text is one (``https://`` added where a person left it out), else None."""
    candidate = text.strip().strip("<>\"'").strip()
    if not candidate or len(candidate) > 4096 or re.search(r"\s", candidate):
        return None
    explicit = re.match(r"https?://", candidate, re.IGNORECASE)
    if not explicit and (
        "@" in candidate.partition("/")[0] or re.match(r"[a-z][a-z0-9+.-]*:(?!\d)", candidate, re.IGNORECASE)
    ):
        return None
    parts = _split(candidate if explicit else f"https://{candidate}")
    if parts is None:
        return None
    host = parts.hostname or ""
    if explicit:
        return (
            candidate
            if _HOST.match(host) or _ADDRESS.match(f"[{host}]" if ":" in host else host) or "." not in host
            else None
        )
    if "/" not in candidate and (_FILE_ENDING.search(candidate) or not _HOST.match(host)):
        return None
    if _HOST.match(host):
        return f"https://{candidate}"
    return f"http://{candidate}" if _ADDRESS.match(host) else None


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


def _host_and_port(parts: SplitResult) -> str:
    host = parts.hostname or ""
    if ":" in host:
        host = f"[{host}]"
    usual = {"http": 80, "https": 443}[parts.scheme.lower()]
    return host if parts.port in {None, usual} else f"{host}:{parts.port}"


def _tracks(key: str) -> bool:
    key = key.lower()
    return key in _TRACKING_NAMES or key in _SESSION_NAMES or key.startswith(_TRACKING_PREFIXES)
