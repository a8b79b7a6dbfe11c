"""Reads one posting from a page or file: structured data first, then the page as a person would read it."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date

from rapidfuzz import fuzz

from careercoach_desktop.features.jobs.capture import LARGEST_FILE, feeds, jsonld, microdata
from careercoach_desktop.features.jobs.capture.around import offer_mentions, offer_page
from careercoach_desktop.features.jobs.capture.article import description_of
from careercoach_desktop.features.jobs.capture.boards.answers import read_saved
from careercoach_desktop.features.jobs.capture.boards.finding import place_in, place_of
from careercoach_desktop.features.jobs.capture.closing import page_says_closed
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import names_job
from careercoach_desktop.features.jobs.capture.jobposting import is_over, offer_record, title_of, url_of
from careercoach_desktop.features.jobs.capture.labels import offer_days, offer_labelled, pairs_of
from careercoach_desktop.features.jobs.capture.markdown import from_markup, plain
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.pasted import read_text
from careercoach_desktop.features.jobs.capture.place import country_of_label
from careercoach_desktop.features.jobs.capture.prose import offer_from_prose
from careercoach_desktop.features.jobs.capture.refusals import PASTE_INSTEAD, check_page, not_a_posting, not_single
from careercoach_desktop.features.jobs.capture.sites import asides_of, offer_site, rules_for
from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.capture.viewed_source import viewed_source
from careercoach_desktop.features.jobs.capture.wording import folded, same
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.encoding import decode_page

_CONFIDENCE = {"json-ld": 0.95, "microdata": 0.9, "rdfa": 0.9}
_MARKUP = re.compile(
    r"<(?:!doctype html|html|head|body|div|p|section|article|h[1-6]|ul|table|script|span|main)\b", re.IGNORECASE
)

_HTTP_HEAD = re.compile(r"\AHTTP/\d(?:\.\d)? \d{3}[^\r\n]*\r?\n(?:[A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n)*\s*")
"""A server's answer saved with its head."""
_FEED = re.compile(r"\s*<(?:\?xml|rss|feed|jobs?|[\w:]+ [^<>]*xmlns)\b", re.IGNORECASE)

Candidate = tuple[str, jsonld.Record]


def read_posting(data: bytes, name: str, url: str = "", charset: str = "", seen: date | None = None) -> Posting:
    """See the package's ``read_posting``."""
    if len(data) > LARGEST_FILE:
        raise UserError("This file is too large for a job posting.", PASTE_INSTEAD, code="page-too-large")
    if name.lower().endswith((".mht", ".mhtml")) or data[:2000].lower().find(b"multipart/related") >= 0:
        data, charset, url = _unpacked(data, charset, url)
    text = _HTTP_HEAD.sub("", decode_page(data, charset).strip(), count=1)
    if not text:
        raise UserError("This file is empty.", PASTE_INSTEAD, code="not-a-posting")
    if text[0] in "{[":
        if (posting := read_saved(text)) is not None:
            return posting
        draft = feeds.read_json(text, url)
    elif _FEED.match(text) and not re.search(r"<(?:html|body)\b|<!doctype html", text[:3000], re.IGNORECASE):
        draft = feeds.read_xml(text, url)
    elif not _MARKUP.search(text) and not name.lower().endswith((".html", ".htm", ".xhtml")):
        return read_text(text, seen).model_copy(update={"source": _source(url), "url": without_tracking(url)})
    else:
        page = Page(text, url)
        if source_text := viewed_source(page.tree):
            page = Page(source_text, url)
        draft = _read_page(page, seen)
    draft.values.setdefault("url", without_tracking(url))
    place = place_of(url) or place_in(url, text) if url else None
    if place is not None:
        draft.values["board_id"] = place.key
    draft.values["source"] = _source(draft.text("url") or url)
    return draft.posting()


def _read_page(page: Page, seen: date | None) -> Draft:
    draft = Draft()
    site = rules_for(page)
    if site is not None:
        page.asides = asides_of(page, site)
    candidates: list[Candidate] = [
        ("json-ld", record) for record in jsonld.records_of(page.tree) if jsonld.is_type(record, "JobPosting")
    ]
    candidates += microdata.postings_of(page.tree, page.outline)
    chosen = _choose(page, candidates)
    structured = any(title_of(record) or record.get("description") for _, record in chosen)
    if page.url:
        draft.offer("url", page.url, "page", 0.9)
    if site is not None:
        offer_site(draft, page, site)
    for source, record in chosen:
        offer_record(draft, record, source, _CONFIDENCE[source])
        draft.offer("url", url_of(record), source, 0.5)
        draft.offer("closed", is_over(record, seen), source, 0.7)
    if not (draft.has("title") and draft.has("description") and draft.has("company")):
        offer_page(draft, page)
        draft.offer(
            "description",
            description_of(page, tuple(draft.text(field) for field in ("title", "company", "location"))),
            "page",
            0.7,
        )
        if not structured:
            offer_mentions(draft, page)
    else:
        offer_labelled(draft, page.lines, "page", 0.6, page.country)
    country = page.country or country_of_label(draft.text("location"))
    if country and not page.country and not structured:
        offer_days(draft, page.lines, "page", 0.76, country)
    for name, value, _ in pairs_of(page.lines) if seen and not draft.has("posted_date") else ():
        if name == "posted_date":
            draft.offer("posted_date", read_date(value, country=country, seen=seen), "page", 0.5)
    offer_from_prose(draft, "page", country)
    if not structured:
        check_page(page, draft)
    elif not draft.has("title"):
        raise not_a_posting()
    draft.offer("closed", page_says_closed(page, draft.text("title")), "page", 0.85)
    return draft


def _choose(page: Page, candidates: list[Candidate]) -> list[Candidate]:
    """The records of the page's own posting. Raises ``UserError`` when there are several and none is the page's."""
    distinct: dict[tuple[str, str], list[Candidate]] = {}
    for source, record in candidates:
        key = (folded(title_of(record)), url_of(record) if source == "json-ld" else "")
        distinct.setdefault(key, []).append((source, record))
    heads = [text for text in (page.title, page.meta("og:title"), *_first_headings(page)) if text]
    by_url = [group for (_, url), group in distinct.items() if url and page.url and url == page.url]
    if len({title for title, _ in distinct}) <= 1:
        group = [one for group in distinct.values() for one in group]
        return group if not group or by_url or _belongs(page, group[0][1], heads) else []
    if len(by_url) == 1:
        return by_url[0]
    named = [group for (title, _), group in distinct.items() if title and any(_has(head, title) for head in heads)]
    if len({folded(title_of(group[0][1])) for group in named}) == 1:
        return [one for group in named for one in group]
    raise not_single()


def _belongs(page: Page, record: jsonld.Record, heads: list[str]) -> bool:
    """Whether a page's only marked-up job is the page's own.

    It is not when every heading speaks of another job and the page's text is not the record's either.
    """
    title = title_of(record)
    telling = [head for head in heads if names_job(head)]
    if not title or not telling or page.length(0) < 300:
        return True
    if any(_has(head, title) or fuzz.token_set_ratio(folded(head), folded(title)) >= 60 for head in telling):
        return True
    told = folded(plain(from_markup(str(record.get("description") or "")[:2_000])))[:80]
    return len(told) >= 40 and told in folded(" ".join(line.text for line in page.lines))


def _has(head: str, title: str) -> bool:
    return f" {folded(title)} " in f" {folded(head)} " or same(head, title)


def _first_headings(page: Page) -> list[str]:
    return [node.text(strip=True, separator=" ")[:200] for node in page.tree.css("h1")[:3]]


def _unpacked(data: bytes, charset: str, url: str) -> tuple[bytes, str, str]:
    """The HTML inside a page saved as one file (MHTML), its charset, and the address it was saved from."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            body = part.get_payload(decode=True)
            address = str(part.get("Content-Location") or message.get("Snapshot-Content-Location") or "")
            if isinstance(body, bytes):
                return body, part.get_content_charset() or "", url or without_tracking(address)
    return data, charset, url


def _source(url: str) -> str:
    from careercoach_desktop.features.jobs.capture.urls import site_of

    return site_of(url) or "file"
