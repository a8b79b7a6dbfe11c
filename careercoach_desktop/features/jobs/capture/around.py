"""Reads title, company and place of a page that carries no structured data, from headings and what stands near them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.company_forms import company_forms_in, is_company_form
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import (
    COMPANY_FORM,
    is_generic,
    names_job,
    names_site,
    split_heading,
    without_opening,
)
from careercoach_desktop.features.jobs.capture.labels import is_label, offer_labelled
from careercoach_desktop.features.jobs.capture.lines import Line
from careercoach_desktop.features.jobs.capture.markdown import plain
from careercoach_desktop.features.jobs.capture.outline import BLOCKS, HEADINGS, TEXT
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.place import looks_like_place, read_place
from careercoach_desktop.features.jobs.capture.sections import section_named
from careercoach_desktop.features.jobs.capture.urls import site_of
from careercoach_desktop.features.jobs.capture.wording import folded, mentions, one_line, same, value_of

SOURCE = "page"
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TITLE_NAME = re.compile(
    r"(?:^|[\s_-])(?:job-?title|position-?title|posting-?(?:headline|title)|vacancy-?title|jobad-?title"
    r"|top-?card-?layout-+title|role-?title)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMPANY_NAME = re.compile(
    r"(?:^|[\s_-])(?:company|companyname|company-?name|employer|employer-?name|org|org-?name|organi[sz]ation"
    r"|organi[sz]ation-?name|hiring-?(?:company|organi[sz]ation))(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMPANY_LINK = re.compile(
    r"/(?:company|companies|employers?|cmp|firma|firmy|unternehmen|arbeitgeber|entreprises?|empresas?|bedrijf|fp)/"
    r"|[?&]company(?:id)?=",
    re.IGNORECASE,
)
_PLACE_NAME = re.compile(
    r"(?:^|[\s_-])(?:locations?|job-?location|place|workplace|city|locality|address|bullet)(?:$|[\s_-])", re.IGNORECASE
)
_ABOUT = re.compile(
    r"\A(?:about|om|über|à propos (?:de|d['’])|sobre|over|o společnosti|o firmie|acerca de|chi è|learn more about"
    r"|who is|life at|working at|why) ?(?P<name>[A-ZÀ-Ž0-9][\w&.'’+ -]{1,50}?)\??\Z",
    re.IGNORECASE,
)
_BOARD = re.compile(
    r"job|work|career|karrier|stell|empleo|emploi|praca|práce|kariér|vacatur|talent|linkedin|indeed|\.\w{2,4}\Z",
    re.IGNORECASE,
)
_NETWORKS = frozenset({"linkedin.com", "dk.linkedin.com", "facebook.com", "twitter.com", "x.com", "instagram.com"})
_POSTAL = re.compile(
    r"\A(?:(?:[A-Z]{1,2}[- ])?\d{4,5}|\d{3} \d{2}|\d{2}-\d{3}) (?P<town>[A-ZÀ-ŽØÅ][^\W\d_]+(?:[ -][^\W\d_]+){0,3})"
    r"(?:, [^\W\d_]+)?\Z"
)
"""``DK 2730 Herlev``, ``12489 Berlin``, ``110 00 Praha``: an address's last line."""
_TOWN = r"(?P<place>(?:St\. )?[A-ZÀ-ŽØÅ][\w-]+(?:(?:,? | / )(?:St\. )?[A-ZÀ-ŽØÅ][\w-]+){0,2})\b"
_IN = r"(?:in|i|à|en|a|v|w|te)"
_BASED = (
    r"\b(?:[Bb]ased in|located in|office in|[Pp]lace of work will be in|(?:unser\w*|[Aa]m) Standort(?: in)?"
    r"|Place of work is|basé\w* à"
    r"|[Ss]ituad[oa] en|con sede a|"
    r"[Mm]ísto výkonu práce:?|gevestigd in)"
)
_OWN_WORDS_LIST = """
    us the you we our this role job team position company opportunity me it oss os uns nous nosotros ons jobbet
    stillingen nas den die das dich
"""
_OWN_WORDS = frozenset(_OWN_WORDS_LIST.split())


@dataclass(frozen=True, slots=True)
class _Found:
    text: str
    place: int
    sure: float


def offer_page(draft: Draft, page: Page) -> None:
    """Offers the labelled facts of a page, then title, company and location from headings and their surroundings."""
    offer_labelled(draft, page.lines, SOURCE, 0.75, page.country)
    offer_labelled(draft, page.side_lines, SOURCE, 0.57, page.country)
    title = _title(page)
    if title is not None:
        draft.offer("title", title.text, SOURCE, title.sure)
    known = draft.text("title")
    if (head := split_heading(known)).sure >= 0.7:  # "Baker at Crumb": told by a word, not by a dash
        draft.offer("company", _name(head.company, page), SOURCE, 0.48)
    for heading, sure in ((page.title, 0.0), (page.meta("og:title"), 0.0), (page.meta("twitter:title"), -0.05)):
        if heading and known:
            parts = split_heading(heading, site=page.site_name, known=known)
            if parts.sure <= 0.5 and _BOARD.search(parts.company):
                continue
            draft.offer("company", _name(parts.company, page), SOURCE, parts.sure + sure - 0.1)
            draft.offer("location", read_place(parts.location), SOURCE, parts.sure + sure - 0.05)
    anchor = title.place if title is not None and title.place >= 0 else -1
    if anchor >= 0:
        _offer_near(draft, page, anchor)
        _offer_below(draft, page, anchor)


def offer_mentions(draft: Draft, page: Page) -> None:
    """Offers a company, and its town, that the text only mentions: the least sure source, read last."""
    text = "\n".join([plain(draft.text("description")), *(line.text for line in page.lines)])
    if draft.confidence("company") < 0.4:
        counts = {}
        for line in page.outline_lines:
            if (found := _ABOUT.match(line)) and folded(found["name"]).split()[0] not in _OWN_WORDS:
                counts[found["name"].strip()] = len(re.findall(re.escape(found["name"].strip()), text))
        best = max(counts, key=lambda name: counts[name], default="")
        if best and counts[best] >= 1:
            draft.offer("company", best, SOURCE, 0.45)
        formed = list(company_forms_in(text))
        if formed:
            draft.offer("company", max(formed, key=formed.count), SOURCE, 0.4)
        site_name = page.site_name
        if site_name and not is_generic(site_name) and not _BOARD.search(site_name):
            named = COMPANY_FORM.search(site_name) or mentions(text, site_name)
            draft.offer("company", value_of(site_name, most=60), SOURCE, 0.45 if named else 0.3)
    if not draft.has("location"):
        company = re.escape(draft.text("company")) if draft.has("company") else "(?!)"
        for pattern, sure in ((rf"{company} {_IN} {_TOWN}", 0.4), (rf"{_BASED} {_TOWN}", 0.35)):
            if found_at := re.search(pattern, text):
                draft.offer("location", found_at["place"].rstrip(".-"), SOURCE, sure)
        postal = (
            match for line in (*page.lines, *page.side_lines) for cell in line.cells if (match := _POSTAL.match(cell))
        )
        if (address := next(postal, None)) is not None:
            draft.offer("location", address["town"], SOURCE, 0.38)


def _title(page: Page) -> _Found | None:
    found: list[_Found] = []
    heads = [text for text in (page.title, page.meta("og:title"), page.meta("og:description")[:120]) if text]
    outline = page.outline
    frame_until = 0
    for place, tag in enumerate(outline.tags):
        if place in page.frame or outline.unseen(place):
            frame_until = max(frame_until, outline.ends[place])
        if tag == TEXT or (place < frame_until and tag != "h1"):
            continue
        named = tag not in HEADINGS and bool(
            _TITLE_NAME.search(_CAMEL.sub("-", outline.attributes(place).get("class", "")))
        )
        if (tag not in HEADINGS and not named) or not 3 <= page.length(place) <= (220 if tag == "h1" else 150):
            continue
        text = outline.all_text(place).strip()
        if named and re.search(r"\n\s*\S", text):
            continue
        text = one_line(text)
        echoed = any(mentions(head, text) for head in heads)
        sure = {"h1": 0.7, "h2": 0.45, "h3": 0.4}.get(tag, 0.65 if named else 0.3)
        sure += (0.12 if echoed else 0) + (0.08 if names_job(text) else 0) - (0.3 if place < frame_until else 0)
        if is_generic(text) or (tag != "h1" and not named and not echoed and not names_job(text)):
            continue
        found.append(_Found(text, place, sure - 0.0001 * len(found)))
    for head, sure in ((page.meta("og:title"), 0.5), (page.title, 0.45)):
        parts = split_heading(head, site=page.site_name) if head else None
        if parts and not is_generic(parts.title) and not names_site(parts.title, page.site_name):
            found.append(
                _Found(parts.title, _place_of(page, parts.title), sure + (0.1 if names_job(parts.title) else 0))
            )
    if not found:
        # pages laid out with tables and bold letters have no headings at all
        opening = (line for line in page.lines[:40] if _could_head(page, line))
        first = next((line for line in opening if line.text[-1] not in ".!?,:"), None)
        found += [_Found(first.text, first.place, 0.35)] if first is not None else []
    best = max(found, key=lambda one: one.sure, default=None)
    return best and _Found(without_opening(value_of(best.text)), best.place, min(best.sure, 0.9))


def _could_head(page: Page, line: Line) -> bool:
    """Whether a line that is no heading may be the job's name all the same."""
    if len(line.text) > 100 or not names_job(line.text) or is_generic(line.text):
        return False
    place = line.place
    while place >= 0 and page.outline.tags[place] not in BLOCKS:
        if page.outline.tags[place] == "a":
            return False  # it leads to the job, so this is not its page
        place = page.outline.parents[place]
    return place < 0 or page.outline.tags[place] != "li"


def _place_of(page: Page, text: str) -> int:
    return next((line.place for line in page.lines if same(line.text, text)), -1)


def _offer_near(draft: Draft, page: Page, anchor: int) -> None:
    """Company and place from elements named or linked as such, the nearer to the title the surer."""
    outline = page.outline
    frame_until = 0
    for place in range(max(0, anchor - 60), min(len(outline), anchor + 260)):
        if place in page.frame or outline.unseen(place):
            frame_until = max(frame_until, outline.ends[place])
        if place < frame_until or outline.tags[place] == TEXT or not 2 <= page.length(place) <= 100:
            continue
        attributes = outline.attributes(place)
        names = _CAMEL.sub(
            "-",
            " ".join(
                attributes.get(key, "")
                for key in ("class", "id", "data-testid", "data-test", "data-qa", "data-automation-id", "itemprop")
            ),
        )
        text = outline.all_text(place).strip()
        if re.search(r"\n\s*\S", text):
            continue
        text = one_line(text)
        far = abs(place - anchor) / 2000
        if _COMPANY_NAME.search(names):
            draft.offer("company", _name(text, page), SOURCE, 0.62 - far)
        elif outline.tags[place] == "a" and _leads_to_company(page, attributes.get("href", "")):
            draft.offer("company", _name(text, page), SOURCE, 0.66 - far)
        if (
            _PLACE_NAME.search(names)
            and not is_label(text)
            and len(text) <= 80
            and not same(text, draft.text("company"))
        ):
            draft.offer("location", read_place(text), SOURCE, (0.62 if looks_like_place(text) else 0.58) - far)


def _leads_to_company(page: Page, address: str) -> bool:
    """Whether a link leads to an employer's profile on this site; elsewhere it is the board's own "follow us"."""
    elsewhere = site_of(address)
    return bool(_COMPANY_LINK.search(address)) and elsewhere.removeprefix("www.") not in _NETWORKS - {
        page.site.removeprefix("www.")
    }


def _offer_below(draft: Draft, page: Page, anchor: int) -> None:
    """What boards print just under the title: company, place, and how the work is done."""
    lines = [line for line in page.lines if line.place > anchor and not same(line.text, draft.text("title"))][:9]
    for line in lines:
        parts = [part for cell in line.cells for part in re.split(r"\s+[·•|]\s+", cell[:160])]
        for cell in () if is_label(line.cells[0]) else parts:
            if len(cell) <= 32 and not re.search(r"[.!?:]", cell):
                draft.offer("work_mode", terms.work_mode(cell), SOURCE, 0.55)
                draft.offer("job_type", terms.job_type(cell), SOURCE, 0.55)
    cells = [
        cell.strip(" |·•") for line in lines[:5] for cell in (line.cells if len(line.cells) <= 4 else (line.text,))
    ]
    pieces = [cell for cell in cells if cell and not same(cell, draft.text("title"))]
    for position, text in enumerate(pieces[:6]):
        ends = bool(re.search(r"[.!?]\s*\Z", text)) and not is_company_form(text)
        if len(text) > 80 or is_label(text) or ":" in text or ends:
            break
        capital = text[:1].isupper() and not terms.work_mode(text) and not terms.job_type(text)
        if is_company_form(text):
            draft.offer("company", _name(text, page), SOURCE, 0.6)
        elif looks_like_place(text):
            draft.offer("location", read_place(text), SOURCE, 0.55)
        elif position == 0 and capital and _could_be_company(text, pieces[1:2]):
            draft.offer("company", _name(text, page), SOURCE, 0.35)
        elif position <= 2 and draft.has("company") and _could_be_town(text, draft, capital=capital):
            draft.offer("location", read_place(text), SOURCE, 0.35)


def _could_be_company(text: str, following: list[str]) -> bool:
    """Whether the first short line under a title may be whose job it is; a label over a number is not."""
    labels = any(re.fullmatch(r"[\W\d]*\d[\w-]*", line) for line in following)
    return len(text.split()) <= 5 and not section_named(text) and not is_generic(text) and not labels


def _could_be_town(text: str, draft: Draft, *, capital: bool) -> bool:
    return capital and len(text.split()) <= 3 and not section_named(text) and not same(text, draft.text("company"))


def _name(text: str, page: Page) -> str:
    """A company's name out of an element's text; empty when it is a label, a job or the board itself."""
    text = re.sub(
        r"\A(?:(?:company|employer|společnost|unternehmen|entreprise)\s*:|(?:by|at|bei|chez)\b:?)\s*",
        "",
        value_of(text, most=90),
        flags=re.IGNORECASE,
    )
    text = re.sub(r"\s*(?:logo|profile|careers?|jobs|karriere)\Z", "", text, flags=re.IGNORECASE).strip(" -–|·,")
    if (
        is_label(text)
        or is_generic(text)
        or (page.site_name and same(text, page.site_name) and page.site_name.count("."))
    ):
        return ""
    return (
        ""
        if re.search(r"\d+ (?:jobs|open|followers|reviews|applicants)|\bview\b|\bfollow\b", text, re.IGNORECASE)
        else text
    )
