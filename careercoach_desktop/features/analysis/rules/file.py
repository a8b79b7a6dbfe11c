"""The file itself: whether a program gets the words out of it whole and in order."""

from __future__ import annotations

from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Finding, Place, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Situation, counted
from careercoach_desktop.foundation.documents.examining import FileFacts, SeenAt
from careercoach_desktop.foundation.documents.reading.sniff import DOCX, PDF

_UNREADABLE = 0.03
_JUMPS, _TORN, _COLUMNS, _TABLES, _BOXES = 0.06, 0.08, 0.3, 0.25, 0.05
_SMALL = 9.0
"""Points. Letters of 8.5 and less tire the eye on paper."""
_LARGE_FILE = 5 * 2**20
_PAGES, _MANY_PAGES = 2, 3
_FORMS = frozenset({"ja"})
"""Languages in which a résumé is a printed form: its tables are as they should be."""


def words_out_of_reach(situation: Situation) -> Iterator[Finding]:
    """Pictures instead of text, and letters the file does not name."""
    facts = situation.file
    if facts is None:
        return
    if facts.picture_pages:
        numbers = ", ".join(str(page + 1) for page in facts.picture_pages)
        yield Finding(
            rule="file.picture-pages",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text=f"Page {numbers} is a picture." if len(facts.picture_pages) == 1 else f"Pages {numbers} are pictures.",
            why="Most programs find no words in a picture; export the résumé as text, not as a scan.",
            extent=len(facts.picture_pages) / max(facts.pages, 1),
            places=[_whole(page) for page in facts.picture_pages],
        )
    if facts.unreadable >= _UNREADABLE:
        yield Finding(
            rule="file.unreadable-letters",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text=f"{_percent(facts.unreadable)} of the letters can be seen but not read by a program.",
            why="A font of this file does not say which letters it draws; another font puts it right.",
            extent=min(1.0, facts.unreadable * 4),
        )
    if facts.copy_forbidden:
        yield Finding(
            rule="file.copy-forbidden",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text="The PDF forbids taking text out of it.",
            why="Programs that obey this get an empty résumé; save it without protection.",
        )


def order_lost(situation: Situation) -> Iterator[Finding]:
    """Words stored in another order than they stand on the page."""
    facts = situation.file
    if facts is None:
        return
    if facts.jumps >= _JUMPS:
        yield Finding(
            rule="file.reading-order",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text="The file stores its lines in another order than you see them.",
            why="A program that reads them as stored mixes your jobs up.",
            extent=min(1.0, facts.jumps * 4),
            places=_seen(facts, "jumps"),
        )
    if facts.torn >= _TORN:
        yield Finding(
            rule="file.torn-lines",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text=f"In {_percent(facts.torn)} of the lines, words that stand together are stored apart.",
            why="Dates may lose their job; a tab instead of a table or box keeps them together.",
            extent=min(1.0, facts.torn * 4),
            places=_seen(facts, "torn"),
        )


def layout(situation: Situation) -> Iterator[Finding]:
    """Columns, tables, text boxes: programs may read across them or pass them over."""
    facts = situation.file
    if facts is None:
        return
    is_form = situation.data.language in _FORMS
    if facts.columns >= _COLUMNS and not is_form:
        yield Finding(
            rule="file.columns",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text="The text stands in columns.",
            why="Some programs read straight across them; one column is read right everywhere.",
            places=_seen(facts, "columns"),
        )
    if facts.tables >= _TABLES and not is_form:
        yield Finding(
            rule="file.tables",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text=f"{_percent(facts.tables)} of the text stands in tables.",
            why="Programs may read the cells in another order, or skip them.",
            extent=facts.tables,
        )
    if facts.text_boxes >= _BOXES:
        yield Finding(
            rule="file.text-boxes",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text=f"{_percent(facts.text_boxes)} of the text stands in text boxes.",
            why="Many programs skip boxes; write it into the page itself.",
            extent=min(1.0, 2 * facts.text_boxes),
        )
    if facts.pictures:
        yield Finding(
            rule="file.pictures",
            topic=Topic.FILE,
            severity=Severity.DETAIL,
            text=f"{counted(facts.pictures, 'picture stands', 'pictures stand')} among the text.",
            why="If words stand in it, no program reads them." if facts.pictures == 1
            else "If words stand in them, no program reads them.",
        )  # fmt: skip


def contact_out_of_reach(situation: Situation) -> Iterator[Finding]:
    """Contact that is only in a header or footer, or only behind a word one can click."""
    facts = situation.file
    if facts is None:
        return
    if facts.only_in_margin:
        where = "in the page’s header or footer" if facts.media_type == DOCX else "at the foot of a page"
        yield Finding(
            rule="file.contact-in-margin",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT if facts.media_type == DOCX else Severity.DETAIL,
            text=f"{_listed(facts.only_in_margin)} stands only {where}.",
            why="Many programs look for contact at the top of the text and pass margins over.",
            extent=1.0 if facts.media_type == DOCX else 0.3,
        )
    if facts.hidden_targets:
        yield Finding(
            rule="file.contact-behind-link",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text=f"{_listed(facts.hidden_targets)} is only behind a link.",
            why="On paper, and for many programs, it is not there; print it.",
        )


def leftovers(situation: Situation) -> Iterator[Finding]:
    """What nobody outside should see."""
    facts = situation.file
    if facts is None:
        return
    if facts.tracked_changes:
        yield Finding(
            rule="file.tracked-changes",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text=f"{counted(facts.tracked_changes, 'tracked change is', 'tracked changes are')} still in the file.",
            why="A reader sees what you struck out; accept the changes before you send it.",
        )
    if facts.comments:
        yield Finding(
            rule="file.comments",
            topic=Topic.FILE,
            severity=Severity.IMPORTANT,
            text=f"{counted(facts.comments, 'comment is', 'comments are')} still in the file.",
            why="A reader sees them; remove them before you send it.",
        )


def size_and_pages(situation: Situation) -> Iterator[Finding]:
    """Too heavy, too long, too small to read, of a kind that portals refuse."""
    facts = situation.file
    if facts is None:
        return
    if facts.size > _LARGE_FILE:
        yield Finding(
            rule="file.size",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING,
            text=f"The file has {facts.size / 2**20:.0f} MB.",
            why="Many portals refuse more than 5 MB; smaller pictures help.",
        )
    if facts.pages > _PAGES and not situation.is_academic:
        many = facts.pages > _MANY_PAGES
        yield Finding(
            rule="file.pages",
            topic=Topic.FILE,
            severity=Severity.WORTH_DOING if many else Severity.DETAIL,
            text=f"The résumé has {facts.pages} pages.",
            why="Two are what most readers expect; the first gets nearly all the attention.",
            extent=1.0 if many else 0.4,
        )
    if 0 < facts.body_size < _SMALL:
        yield Finding(
            rule="file.small-letters",
            topic=Topic.FILE,
            severity=Severity.DETAIL,
            text=f"Most letters are {facts.body_size:g} points high.",
            why="Ten points or more are easier to read.",
        )
    if facts.media_type not in {PDF, DOCX}:
        yield Finding(
            rule="file.kind",
            topic=Topic.FILE,
            severity=Severity.DETAIL,
            text="The file is neither a PDF nor a Word document.",
            why="Most portals ask for one of these; you can export both from here.",
        )


def _whole(page: int) -> Place:
    return Place(seen=SeenAt(page=page, left=0.0, top=0.0, right=1.0, bottom=1.0), quote=f"Page {page + 1}")


def _seen(facts: FileFacts, name: str) -> list[Place]:
    seen = facts.seen.get(name)
    return [Place(seen=seen, quote=f"Page {seen.page + 1}")] if seen is not None else []


def _percent(part: float) -> str:
    return f"{max(1, round(part * 100))} %"


def _listed(marks: list[str]) -> str:
    shown = " and ".join(f"“{mark}”" for mark in marks[:2])
    return shown if len(marks) <= 2 else f"“{marks[0]}” and {len(marks) - 1} more"
