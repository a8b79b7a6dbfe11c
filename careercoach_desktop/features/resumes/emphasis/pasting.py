"""What somebody pastes, as lines of runs: of a web page or a word processor only bold, italic and links stay.

Python's own HTML parser reads it: it fetches nothing and draws nothing, whatever the clipboard holds.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

from careercoach_desktop.features.resumes.emphasis.lines import Marked, trimmed
from careercoach_desktop.features.resumes.emphasis.runs import Run

MOST = 200_000
"""Characters of HTML that are read; of more only the plain text is taken."""
_BLOCKS = {"p", "div", "li", "ul", "ol", "br", "tr", "table", "section", "article", "blockquote", "pre",
           "h1", "h2", "h3", "h4", "h5", "h6"}  # fmt: skip
_UNSEEN = {"style", "script", "head", "title", "template"}
_ALONE = {"br", "img", "hr", "meta", "link", "input", "wbr", "col"}
_BULLET = re.compile(r"^\s*(?:[•◦▪▫■□●○‣⁃·∙➢➤►▸✓✔*–—-]|\d{1,2}[.)])\s+")
_SPACE = re.compile(r"\s+")
_GOOD_LINKS = ("http://", "https://", "mailto:")
_HEAVY = re.compile(r"font-weight\s*:\s*(bold(?:er)?|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(normal|lighter|[1-5]00)", re.IGNORECASE)
_SLANTED = re.compile(r"font-style\s*:\s*(italic|oblique)", re.IGNORECASE)


def pasted_text(text: str) -> list[Marked]:
    """The lines of a plain text that say something, without the signs that lead bullets."""
    lines = (_BULLET.sub("", line).strip() for line in text.splitlines())
    return [(_SPACE.sub(" ", line), []) for line in lines if line]


def pasted_html(html: str) -> list[Marked]:
    """The same of HTML, with its bold, italic and links as marks; empty when there is nothing to read."""
    if len(html) > MOST:
        return []
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = []
    for line in reader.lines:
        lead = _BULLET.match("".join(run.text for run in line))
        text, marks = trimmed(_without(line, lead.end() if lead else 0))
        if text:
            found.append((text, marks))
    return found


def good_link(url: str) -> str:
    """The address as a link may carry it: with its scheme; empty for what leads to no page and no mailbox."""
    address = url.strip()
    if address.lower().startswith(_GOOD_LINKS):
        return address
    if re.match(r"^[\w.+-]+@[\w-]+\.[\w.-]+$", address):
        return f"mailto:{address}"
    if re.match(r"^[\w-]+(\.[\w-]+)+([/?#]\S*)?$", address):
        return f"https://{address}"
    return ""


def _without(line: list[Run], count: int) -> list[Run]:
    """The line without its first ``count`` characters."""
    left: list[Run] = []
    for run in line:
        gone = min(count, len(run.text))
        count -= gone
        left.append(Run(run.text[gone:], run.bold, run.italic, run.url))
    return left


class _Reader(HTMLParser):
    """Collects ``lines`` of runs; every open element is remembered with the look it gave."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[Run]] = [[]]
        self._open: list[tuple[str, bool, bool, str]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._break()
        if tag in _ALONE:
            return
        self._hidden += tag in _UNSEEN
        given = {name: value or "" for name, value in attrs}
        bold, italic, url = self._look
        style = given.get("style", "")
        bold = (bold or tag in ("b", "strong") or bool(_HEAVY.search(style))) and not _LIGHT.search(style)
        italic = italic or tag in ("i", "em", "cite") or bool(_SLANTED.search(style))
        if tag == "a":
            address = given.get("href", "").strip()
            url = address if address.lower().startswith(_GOOD_LINKS) else ""
        self._open.append((tag, bold, italic, url))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break()
        if any(name == tag for name, *_look in self._open):
            while self._open.pop()[0] != tag:
                pass
            self._hidden = sum(name in _UNSEEN for name, *_look in self._open)

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        text = _SPACE.sub(" ", data)
        line = self.lines[-1]
        before = line[-1].text if line else " "
        if before.endswith(" "):
            text = text.lstrip(" ")
        if text:
            line.append(Run(text, *self._look))

    @property
    def _look(self) -> tuple[bool, bool, str]:
        return self._open[-1][1:] if self._open else (False, False, "")

    def _break(self) -> None:
        if self.lines[-1]:
            self.lines.append([])
