"""Finds the part of a page that is the posting's own text, by where the prose is, and writes it as Markdown."""

from __future__ import annotations

import re

from careercoach_desktop.features.jobs.capture.labels import is_label
from careercoach_desktop.features.jobs.capture.markdown import from_outline, plain
from careercoach_desktop.features.jobs.capture.outline import BLOCKS, HEADINGS, TEXT
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.wording import one_line, same

_HOLDERS_LIST = """
    html body main article section div td tr tbody table form center span header details dl li ul
"""
_HOLDERS = frozenset(_HOLDERS_LIST.split())
_DESCRIPTION_NAME = re.compile(
    r"(?:^|[\s_-])(?:job-?description|description|posting-?(?:body|content|description)|job-?(?:body|detail"
    r"|details|content|posting|ad|text)|vacancy-?\w*|stellenbeschreibung|show-more-less-html)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CHROME = re.compile(
    r"(?:apply(?: (?:now|here|for this (?:job|position|role)|online|on company website|today))?|easy apply"
    r"|save(?: job)?|saved|share(?: this job)?|report(?: this)?(?: job)?|print|email|send|copy link|show (?:more"
    r"|less)|read more|"
    r"back(?: to .{0,30})?|sign in|log ?in|join now|jetzt bewerben|online bewerben|bewerben|merken|teilen|drucken"
    r"|postuler|candidater|enregistrer|partager|inscribirme|solliciteer|"
    r"odpovědět|připomeň mi|sdílet|vytisknout|aplikuj|wyślij cv|ansøg(?: nu)?|søg stillingen|ansök|dismiss|close"
    r"|menu|next|previous|facebook|twitter|linkedin|whatsapp|xing|x)\W*",
    re.IGNORECASE,
)

_SHARE_LINK = re.compile(
    r"facebook\.com/(?:sharer|share|dialog)|(?:twitter|x)\.com/(?:share|intent)|linkedin\.com/(?:share|cws)"
    r"|xing\.com/(?:spi|app)"
    r"|(?:api\.)?whatsapp\.com/send|wa\.me/|t\.me/share|pinterest\.\w+/pin/create|reddit\.com/submit|\Amailto:\?",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:(?:uses?|accept|allow|necessary|store|third-party|our) (?:\w+ )?cookies"
    r"|cookies? (?:policy|settings|consent|preferences)"
    r"|verwende[nt] cookies|utilis\w+ (?:des|de) cookies|usa\w* cookies|používá\w* (?:soubory )?cookie\w*"
    r"|browser is (?:outdated|not supported)|veralteter browser|zastaralý prohlížeč|enable javascript)\b",
    re.IGNORECASE,
)


def description_of(page: Page, known: tuple[str, ...]) -> str:
    """The posting's text as Markdown; empty when the page holds no prose to speak of.

    ``known``: title, company and place as read elsewhere, which need no repeating above the text.
    """
    skipped = set(page.frame)
    if len(page.cards) >= 3:
        skipped.update(place for place, _ in page.cards)
    weights = _weights(page, skipped)
    holder = _holder(page, weights)
    if holder < 0:
        return ""
    skipped.update(_chrome(page, holder, known[0] if known else ""))
    return _without_masthead(from_outline(page.outline, holder, page.url, frozenset(skipped)), known)


def _weights(page: Page, skipped: set[int]) -> list[float]:
    """Running total of prose before each place: long texts count, links hardly, the frame and the hidden not at all."""
    outline = page.outline
    totals = [0.0]
    place, quiet_until, link_until, named_until = 0, 0, 0, 0
    for place, tag in enumerate(outline.tags):
        weight = 0.0
        if place >= quiet_until and (place in skipped or outline.unseen(place)):
            quiet_until = outline.ends[place]
        if place >= quiet_until:
            if tag == "a":
                link_until = max(link_until, outline.ends[place])
            elif tag == TEXT:
                length = len(outline.text(place).strip())
                weight = 0.1 * length if place < link_until else length if length >= 25 else 0.4 * length
                weight *= 2 if place < named_until else 1
            elif tag in {"div", "section", "article", "td"} and place >= named_until:
                attributes = outline.attributes(place)
                if _DESCRIPTION_NAME.search(f"{attributes.get('class', '')} {attributes.get('id', '')}"):
                    named_until = outline.ends[place]
        totals.append(totals[-1] + weight)
    return totals


def _holder(page: Page, totals: list[float]) -> int:
    """The smallest element that still holds nearly all of the prose; -1 when there is next to none."""
    outline = page.outline

    def prose(place: int) -> float:
        return totals[outline.ends[place]] - totals[place]

    if len(outline) == 0 or prose(0) < 30:
        return -1
    place = 0
    while True:
        best = max(outline.children(place), key=prose, default=-1)
        if best < 0 or outline.tags[best] not in _HOLDERS or prose(best) < 0.72 * prose(place):
            return place
        place = best


def _without_masthead(markdown: str, known: tuple[str, ...]) -> str:
    """The text without the labelled facts and names that many pages print above it, and without cookie notices."""
    blocks = [block for block in markdown.split("\n\n") if len(block) > 700 or not _NOTICE.search(block)]
    # lines of ornaments, and letters of a picture font
    blocks = [block for block in blocks if len(re.findall(r"\w", block)) >= 2]
    kept: list[str] = []
    labelled = False
    for number, block in enumerate(blocks):
        words = plain(block)
        if len(words) >= 80 or block.startswith(("- ", "#", "1. ", "**")):
            kept += blocks[number:]
            break
        repeats = any(same(words, name) for name in known if name)
        if not (is_label(words) or labelled or repeats):
            kept.append(block)
        labelled = is_label(words)
    return "\n\n".join(kept)


def _chrome(page: Page, holder: int, title: str) -> set[int]:
    """Buttons, share links and the title itself inside the text."""
    outline = page.outline
    found: set[int] = set()
    titled = False
    for place in range(holder + 1, outline.ends[holder]):
        tag = outline.tags[place]
        if (tag != "a" and tag not in BLOCKS) or page.length(place) > 160:
            continue
        text = one_line(outline.all_text(place))
        shares = tag == "a" and _SHARE_LINK.search(outline.attributes(place).get("href", ""))
        if text and (shares or _CHROME.fullmatch(text)):
            found.add(place)
        elif not titled and tag in HEADINGS and title and same(text, title):
            found.add(place)
            titled = True
    return found
