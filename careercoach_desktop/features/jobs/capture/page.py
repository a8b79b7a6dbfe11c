"""One web page, parsed once, with what every source asks of it: titles, addresses, and which parts are only frame."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import accumulate

from selectolax.lexbor import LexborNode

from careercoach_desktop.features.jobs.capture.headline import is_generic, marks_gender, names_job
from careercoach_desktop.features.jobs.capture.lines import Line, lines_of_page
from careercoach_desktop.features.jobs.capture.orders import is_order
from careercoach_desktop.features.jobs.capture.outline import HEADINGS, TEXT, Outline, parse, root_of
from careercoach_desktop.features.jobs.capture.urls import canonical, site_of
from careercoach_desktop.features.jobs.capture.wording import one_line

_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)\s*(https?://\S+?)\s*-->|<!--\s*Page saved with SingleFile\s*url:\s*(https?://\S+)",
    re.IGNORECASE,
)
_FRAME_TAGS = frozenset({"nav", "footer", "aside", "form", "header"})
_FRAME_ROLES = frozenset(
    {"navigation", "dialog", "alertdialog", "contentinfo", "banner", "search", "complementary", "alert", "menu"}
)
_FRAME_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|submenu|footer|breadcrumbs?|cookies?|cookie\w+|consent|gdpr"
    r"|onetrust|modal|popup|dialog|overlay|lightbox|newsletter|subscribe|subscription|sidebar|"
    r"social|socials|share|sharing|sign-?in|signup|log-?in|register|registration|related|similar|recommended"
    r"|recommendations?|suggestions?|also-viewed|other-(?:jobs|positions|offers)|more-jobs|"
    r"search|filters?|pagination|pager|toast|tooltip|skip-?links?|language-?\w*|advert\w*|ads?|comments?"
    r"|disclaimer|browser-?\w*|outdated\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SOMETHING_ELSE = re.compile(
    r"""["']@type["']\s*:\s*\[?\s*["'](?:News|Blog|Tech|Scholarly)?(?:Article|Posting|Product|Recipe|Event|Course"
    r"|Movie|FAQPage|HowTo)["']"""
    r"""|property=["']og:type["'][^>]{0,40}content=["'](?:product|video|music|book)""",
    re.IGNORECASE,
)
_LONGEST_HEAD = 1_000
"""Letters of a page's title, or of one thing it says of itself; nobody writes more."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_OTHER_JOBS = re.compile(
    r"\A(?:similar|related|other|more|recommended|further|weitere|ähnliche|andere|offres similaires|autres offres"
    r"|ofertas similares|otras ofertas|altre offerte|annunci simili|vergelijkbare|"
    r"podobné|další|podobne|lignende|liknande|people also viewed|you (?:may|might) also|jobs you might"
    r"|explore)\b.{0,60}\Z|\A.{0,60}\b(?:similar|related|recommended) (?:jobs?|openings|positions|roles|vacancies"
    r"|offers|opportunities|careers)\b.{0,30}\Z",
    re.IGNORECASE,
)
_JOB_LINK = re.compile(
    r"(?:[/?&=._-])(?:jobs?|careers?|stellen\w*|karriere|positions?|vacanc(?:y|ies)|offers?|offres?|emplois?"
    r"|empleos?|ofertas?|praca|prace|nabidk\w*|vacatures?|openings?|postings?|job\w*|rpd|stilling\w*"
    r"|pozice)(?:[/?=&._-]|$)",
    re.IGNORECASE,
)
_ASIDE_JOBS = re.compile(
    r"\A(?:similar|related|recommended|ähnliche|verwandte|offres? (?:similaires?|proches?)|ofertas? (?:similares"
    r"|relacionadas)|offerte simili|annunci simili|vergelijkbare|podobné|podobne|lignende|liknande|samankaltais"
    r"|people also viewed|jobs you (?:may|might)|you (?:may|might) also)\b.{0,60}\Z"
    r"|\A.{0,60}\b(?:similar|related|recommended) (?:jobs?|openings|positions|roles|vacancies|offers|opportunities"
    r"|careers)\b.{0,30}\Z",
    re.IGNORECASE,
)
_TEASER_TAGS = frozenset({"li", "div", "article", "tr", "a", "section"})
_CARD_NAME = re.compile(
    r"(?:^|[\s_-])(?:jobs?|positions?|vacanc(?:y|ies)|stellen?|postings?|listings?|openings?|offers?|career"
    r"|base-card|result|pozice)(?:$|[\s_-])",
    re.IGNORECASE,
)


class Page:
    """A parsed page. ``url`` may be empty (a saved file); then the page's own word for its address is used."""

    def __init__(self, html: str, url: str = "") -> None:
        self.html = html
        self.tree = parse(html)
        self.outline = Outline(root_of(self.tree))
        saved = _SAVED_FROM.search(html[:3000])
        fetched = url or (next(filter(None, saved.groups()), "") if saved else "")
        link = self.tree.css_first("link[rel=canonical]")
        declared = (link.attributes.get("href") or "") if link is not None else ""
        self.url = canonical(fetched, declared or self.meta("og:url"))
        self.asides: frozenset[int] = frozenset()
        """What the page's site puts between the words of an ad, as its rules say; set before the frame is asked for."""

    @cached_property
    def metas(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node in self.tree.css("meta"):
            name = (
                node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
            )
            found.setdefault(name.lower(), one_line((node.attributes.get("content") or "")[:_LONGEST_HEAD]))
        return found

    def meta(self, name: str) -> str:
        return self.metas.get(name, "")

    @cached_property
    def title(self) -> str:
        node = self.tree.css_first("title")
        return one_line(node.text()[:_LONGEST_HEAD]) if node is not None else ""

    @cached_property
    def site_name(self) -> str:
        return self.meta("og:site_name") or self.meta("application-name")

    @cached_property
    def is_something_else(self) -> bool:
        """Whether the page's own markup calls it an article, a product, an event or the like."""
        return bool(_SOMETHING_ELSE.search(self.html)) and "JobPosting" not in self.html

    @cached_property
    def country(self) -> str:
        """ISO 3166 code from the page's language (``en-US``), which settles dates and dollars; else empty."""
        node = self.tree.css_first("html")
        language = (node.attributes.get("lang") or "") if node is not None else ""
        found = re.fullmatch(r"[a-z]{2,3}[-_]([A-Za-z]{2})", language.strip()) or re.fullmatch(
            r"[a-z]{2}_([A-Z]{2})", self.meta("og:locale")
        )
        simple = {"cs": "CZ", "da": "DK", "sv": "SE", "nb": "NO", "no": "NO", "de": "DE"}
        return found[1].upper() if found else simple.get(language[:2].lower(), "")

    @cached_property
    def site(self) -> str:
        return site_of(self.url)

    @cached_property
    def _lengths(self) -> list[int]:
        """How many characters of text precede each place, code left out."""
        totals = [0]
        hidden_until = 0
        for place, tag in enumerate(self.outline.tags):
            if place >= hidden_until and self.outline.unseen(place):
                hidden_until = self.outline.ends[place]
            words = len(self.outline.text(place).strip()) if tag == TEXT and place >= hidden_until else 0
            totals.append(totals[-1] + words)
        return totals

    def length(self, place: int) -> int:
        """Characters of text inside an element."""
        return self._lengths[self.outline.ends[place]] - self._lengths[place]

    @cached_property
    def frame(self) -> frozenset[int]:
        """Elements that frame a page: menus, footers, dialogs, sign-in forms, other jobs. Never most of the page."""
        total = max(1, self.length(0))
        found: set[int] = set()
        place = 0
        while place < len(self.outline):
            if self._is_frame(place) and self.length(place) < 0.4 * total:
                found.add(place)
                place = self.outline.ends[place]
            else:
                place += 1
        found.update(self.other_jobs)
        return frozenset(found) | self.asides

    def frame_inside(self, place: int) -> frozenset[int]:
        """The part of the frame that stands inside an element."""
        return frozenset(inner for inner in self.frame if place < inner < self.outline.ends[place])

    @cached_property
    def _places(self) -> dict[int, int]:
        return {node.mem_id: place for place, node in enumerate(self.outline.nodes)}

    def place_of(self, node: LexborNode) -> int:
        """An element's place in the outline; -1 when it is not there."""
        return self._places.get(node.mem_id, -1)

    def _is_frame(self, place: int) -> bool:
        tag = self.outline.tags[place]
        if tag in {TEXT, "html", "body", "main", "article", "h1"}:
            return False
        attributes = self.outline.attributes(place)
        if attributes.get("role") in _FRAME_ROLES:
            return True
        if tag in _FRAME_TAGS and not (tag == "header" and self._holds_heading(place)):
            return True
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        return len(names) > 1 and bool(_FRAME_NAMES.search(_CAMEL.sub("-", names))) and not self._holds_heading(place)

    def _holds_heading(self, place: int) -> bool:
        return self._headings_before[self.outline.ends[place]] > self._headings_before[place]

    @cached_property
    def _headings_before(self) -> list[int]:
        """How many main headings precede each place."""
        return [0, *accumulate(tag == "h1" for tag in self.outline.tags)]

    @cached_property
    def other_jobs(self) -> set[int]:
        """What stands under a heading like "Similar jobs", up to the end of the element that holds both."""
        found: set[int] = set()
        for place, tag in enumerate(self.outline.tags):
            if (
                tag in HEADINGS
                and _OTHER_JOBS.match(one_line(self.outline.all_text(place)))
                and not names_job(self.outline.all_text(place))
            ):
                found.add(place)
                after = self.outline.ends[place]
                holder = self.outline.parents[place]
                # a heading alone in its box: what it announces is the box's neighbour
                while holder > 0 and self.length(holder) <= self.length(place) + 10:
                    after, holder = self.outline.ends[holder], self.outline.parents[holder]
                while holder >= 0 and after < self.outline.ends[holder]:
                    found.add(after)
                    after = self.outline.ends[after]
        return found

    @cached_property
    def cards(self) -> list[tuple[int, str]]:
        """Repeated teasers of jobs outside the frame: their places and headings."""
        found: list[tuple[int, str]] = []
        place = 0
        while place < len(self.outline):
            if place in self.frame or self.outline.unseen(place):
                place = self.outline.ends[place]
                continue
            group = self._group(place)
            if group:
                found.extend(group)
                place = self.outline.ends[place]
            else:
                place += 1
        return found

    @cached_property
    def cards_are_aside(self) -> bool:
        """Whether every teaser stands under a heading that calls them similar jobs: the page itself is about one."""
        outline = self.outline
        heading = next(
            (
                place
                for place, tag in enumerate(outline.tags)
                if tag in HEADINGS and _ASIDE_JOBS.match(one_line(outline.all_text(place)))
            ),
            len(outline),
        )
        return all(place > heading for place, _ in self.cards)

    @cached_property
    def linked_headings(self) -> list[str]:
        """Different headings outside the frame that are links to jobs."""
        found: list[str] = []
        frame_until = 0
        for place, tag in enumerate(self.outline.tags):
            if place in self.frame or self.outline.unseen(place):
                frame_until = max(frame_until, self.outline.ends[place])
            if place < frame_until or tag not in HEADINGS:
                continue
            inside = range(place, self.outline.ends[place])
            around = self.outline.parents[place]
            links = [inner for inner in (*inside, around) if inner >= 0 and self.outline.tags[inner] == "a"]
            text = one_line(self.outline.all_text(place))
            if any(_JOB_LINK.search(self.outline.attributes(link).get("href", "")) for link in links) and text:
                found.append(text)
        return list(dict.fromkeys(found))

    def _group(self, place: int) -> list[tuple[int, str]]:
        alike: dict[tuple[str, str], list[int]] = {}
        for child in self.outline.children(place):
            tag = self.outline.tags[child]
            if tag in _TEASER_TAGS or "-" in tag[1:]:
                classes = self.outline.attributes(child).get("class", "").split()
                alike.setdefault((tag, classes[0] if classes else ""), []).append(child)
        for members in alike.values():
            headed = [member for member in members if self._holds_heading(member)]
            if len(headed) == 1:
                members.remove(headed[0])  # the page's own head, beside what belongs to it
            if len(members) < 3:
                continue
            cards = [(member, heading) for member in members if (heading := self._card_heading(member))]
            distinct = {heading.casefold() for _, heading in cards}
            if len(cards) >= 0.6 * len(members) and len(distinct) >= 2:
                return cards
        return []

    def _card_heading(self, place: int) -> str:
        """The heading of a teaser that leads to a job; empty when it is no such teaser."""
        if not 3 <= self.length(place) <= 900 or self.outline.ends[place] - place > 500:
            return ""
        heading, linked, named = "", False, False
        for inner in range(place, self.outline.ends[place]):
            tag = self.outline.tags[inner]
            if tag == TEXT:
                heading = heading or one_line(self.outline.text(inner))
                continue
            attributes = self.outline.attributes(inner)
            named = named or bool(_CARD_NAME.search(_CAMEL.sub("-", attributes.get("class", ""))))
            if tag == "a":
                linked = True
                named = named or bool(_JOB_LINK.search(attributes.get("href", "")))
            if tag in HEADINGS:
                heading = one_line(self.outline.all_text(inner)) or heading
        if is_generic(heading) or len(heading) > 140:
            return ""
        if not linked:
            # rows that a script opens: only what is short and says clearly that it is a job
            short = self.length(place) <= 200 and len(heading) <= 90 and self.length(place) > len(heading)
            return heading if short and "\n" in self.outline.all_text(place).strip() and marks_gender(heading) else ""
        return heading if names_job(heading) or named else ""

    @cached_property
    def lines(self) -> list[Line]:
        """The page's lines without its frame, without other jobs' teasers, and without orders to language models."""
        skipped = self.frame | ({place for place, _ in self.cards} if len(self.cards) >= 3 else set())
        return [line for line in lines_of_page(self.outline, frozenset(skipped)) if not is_order(line.text)]

    @cached_property
    def side_lines(self) -> list[Line]:
        """Lines of side columns, where many sites put a job's facts; other jobs' teasers are left out."""
        sides = [place for place in self.frame if self.outline.tags[place] == "aside" or self._is_column(place)]
        if not sides:
            return []
        skipped = self.other_jobs | {place for place, _ in self.cards}
        lines = lines_of_page(self.outline, frozenset(skipped))
        return [line for line in lines if any(place <= line.place < self.outline.ends[place] for place in sides)]

    def _is_column(self, place: int) -> bool:
        attributes = self.outline.attributes(place)
        return bool(
            re.search(
                r"side-?bar|side-?col", f"{attributes.get('class', '')} {attributes.get('id', '')}", re.IGNORECASE
            )
        )

    @cached_property
    def outline_lines(self) -> list[str]:
        """Every short line of the page, its frame included: a company's name is often only there."""
        return [line.text for line in lines_of_page(self.outline) if len(line.text) <= 80]
