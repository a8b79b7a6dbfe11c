"""What was found about a company or a person: claims with the numbers of their pages, the pages, how old it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
from careercoach_desktop.features.analysis.ui import AskLine
from careercoach_desktop.features.interviews.model.brief import (
    SEARCHES,
    Brief,
    BriefKind,
    BriefPoint,
    BriefSheet,
    Research,
    ResearchAbout,
    Source,
)
from careercoach_desktop.features.interviews.service.brief_words import dropped_words, host_of, source_words, title_of
from careercoach_desktop.features.interviews.ui.briefs.section import BriefSection
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.citing import is_web_page
from careercoach_desktop.foundation.llm.faults import SETTINGS
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    Desk,
    Heading,
    IconView,
    Size,
    Space,
    Text,
    TextArea,
    column,
    holder,
    plain_tip,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.briefs import BriefService

_WAIT = 400
"""Milliseconds after the last key before a price is worked out."""


class ResearchSection(BriefSection):
    def __init__(self, desk: Desk, briefs: BriefService, about: ResearchAbout) -> None:
        self.about = about
        role = f", {about.role}" if about.role else ""
        super().__init__(
            desk,
            briefs,
            f"{about.name}{role}",
            about.subject,
            sends=_sends(about.kind).replace("{count}", str(SEARCHES[about.kind])),
            without_key=tr(
                "With a Claude key of your own, Claude looks this up on the web and names a page for every claim."
            ),
            verb=tr("Look it up") if about.kind is BriefKind.COMPANY else tr("Look them up"),
        )
        self._pastes = False

    @property
    def promise(self) -> str:
        if self.about.kind is BriefKind.COMPANY:
            return tr(
                "What the company does, its people and values, its latest news, how it hires; each with its page."
            )
        return tr("Their role, their path, talks and articles; each with its page, and nothing private.")

    @property
    def old_words(self) -> str:
        return tr("This is more than a week old.")

    @property
    def again_words(self) -> str:
        return tr("Look again")

    def look(self) -> BriefSheet:
        return self._briefs.research(self.about)

    def offer(self) -> ClaudeOffer:
        return self._briefs.offer_research(self.about)

    def begin(self) -> object:
        return self._briefs.start_research(self.about)

    def show_beside(self, place: QVBoxLayout) -> None:
        if self._pastes:
            box = PasteBox(self._desk, lambda pasted: self._briefs.offer_summary(self.about, pasted))
            box.summary_wanted.connect(lambda text: self._use(lambda: self._briefs.summarise(self.about, text)))
            box.note_wanted.connect(lambda text: self._use(lambda: self._briefs.keep_note(self.about, text)))
            box.left.connect(lambda: self._show_paste(on=False))
            place.addWidget(box)
            box.area.setFocus()
            return
        paste = Button(tr("Paste a page’s text instead"), "link", icon="clipboard-text")
        paste.clicked.connect(lambda: self._show_paste(on=True))
        place.addLayout(row(paste, STRETCH))

    def show_brief(self, _sheet: BriefSheet, brief: Brief) -> None:
        found = brief.research or Research()
        outside = Text(
            tr("Outside information: never used as proof about you."), size=Size.SMALL, tone="second", wrap=True
        )
        line = row(IconView("globe", "second", size=14), outside, spacing=Space.S)
        line.setStretch(1, 1)
        self.content.addLayout(line)
        if found.is_part:
            self.content.addWidget(Banner(tr("There was no room for the end: this is what had come by then.")))
        numbers = {source.url: number for number, source in enumerate(found.sources, 1)}
        for section in found.sections:
            self.content.addWidget(Heading(section.title, 3))
            for point in section.points:
                self.content.addWidget(_point(point, numbers))
        if found.sources:
            self.content.addWidget(Heading(tr("Sources"), 3))
            pages = column(spacing=2)
            for number, source in enumerate(found.sources, 1):
                pages.addLayout(_page(number, source))
            self.content.addLayout(pages)
        if left_out := dropped_words(found.dropped, research=True):
            self.content.addWidget(Text(left_out, size=Size.SMALL, tone="third", wrap=True))

    def _show_paste(self, *, on: bool) -> None:
        self._pastes = on
        if self._sheet is not None:
            self.show_sheet(self._sheet)

    def _use(self, verb: Callable[[], object]) -> None:
        self._pastes = False
        self.run(verb)


def _sends(kind: BriefKind) -> str:
    if kind is BriefKind.COMPANY:
        return tr(
            "Sends the company’s name, page and place and the job’s title to {host}, which searches the web, {count} "
            "times at most. Nothing about you is sent."
        )
    return tr(
        "Sends this person’s name, role, company and profile page and the job’s title to {host}, which searches the "
        "web, {count} times at most. Only their working life is looked for; nothing about you is sent."
    )


class PasteBox(QWidget):
    """A text from elsewhere, to be summed up or kept as it is. ``left`` when the person changed their mind."""

    summary_wanted = Signal(str)
    note_wanted = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, offer: Callable[[str], ClaudeOffer]) -> None:
        super().__init__()
        self._desk = desk
        self._offer = offer
        self.area = TextArea(
            tr("The page’s text"),
            placeholder=tr("Paste an About page, a profile or an article…"),
            min_lines=4,
            max_lines=10,
        )
        self._ask = AskLine(
            tr("Sends this text to {host}."),
            without_key=tr("With a Claude key it can be summed up."),
            verb=tr("Sum it up"),
        )
        self._ask.asked.connect(lambda: self.summary_wanted.emit(self.area.text()))
        self._ask.settings_wanted.connect(lambda: desk.open_remedy(SETTINGS))
        self._ask.hide()
        self._note = Button(tr("Keep it as a note"), "secondary")
        self._note.clicked.connect(lambda: self.note_wanted.emit(self.area.text()))
        cancel = Button(tr("Cancel"), "ghost")
        cancel.clicked.connect(self.left)
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._price)
        self.area.changed.connect(self._timer.start)
        self.setLayout(column(self.area, self._ask, row(self._note, cancel, STRETCH), spacing=Space.S))

    def _price(self) -> None:
        text = self.area.text()
        self._ask.setVisible(bool(text.strip()))
        if text.strip():
            self._desk.start(self._work_out(text), owner=self)

    async def _work_out(self, text: str) -> None:
        try:
            offer = await self._desk.work(self._offer, text)
        except UserError as problem:
            offer = ClaudeOffer("", "", problem=problem)
        if text == self.area.text():
            self._ask.show_offer(offer)


def _point(point: BriefPoint, numbers: dict[str, int]) -> QWidget:
    line = row(spacing=Space.XS)
    bullet = Text("•", tone="third", wrap=True)
    bullet.setFixedWidth(10)
    line.addWidget(bullet, 0, Qt.AlignmentFlag.AlignTop)
    line.addWidget(Text(point.text, wrap=True, selectable=True), 1)
    for source in sorted(point.sources, key=lambda each: numbers[each.url]):
        line.addWidget(_link(str(numbers[source.url]), numbers[source.url], source), 0, Qt.AlignmentFlag.AlignTop)
    return holder(line)


def _page(number: int, source: Source) -> QVBoxLayout:
    beside = " · ".join(part for part in (host_of(source), source.dated) if part)
    link = _link(f"{number}  {title_of(source)}", number, source)
    where = Text(beside, size=Size.SMALL, tone="third", elide=True)
    return column(row(link, STRETCH), row(18, where), spacing=0)


def _link(text: str, number: int, source: Source) -> Button:
    """Text that leads to the page when it is pressed, and says before where that is."""
    name = tr("Source {0}: {1}, {2}").format(number, title_of(source), host_of(source))
    link = Button(text, "link", name=name, tip=plain_tip(source_words(number, source)))
    link.clicked.connect(lambda: _open(source.url))
    return link


def _open(url: str) -> None:
    if is_web_page(url):  # whatever was stored: never a file, never another scheme
        QDesktopServices.openUrl(QUrl(url))
