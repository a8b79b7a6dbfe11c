"""The preparation of a round: a checklist that ticks, likely questions with the stories that answer them, questions to
ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from careercoach_desktop.features.analysis.model.judgement import ClaudeOffer
from careercoach_desktop.features.evidence.model import StoriesChanged
from careercoach_desktop.features.interviews.model import InterviewsChanged
from careercoach_desktop.features.interviews.model.brief import (
    Brief,
    BriefGrew,
    BriefOrigin,
    BriefSheet,
    LikelyQuestion,
    Preparation,
)
from careercoach_desktop.features.interviews.service.brief_words import dropped_words
from careercoach_desktop.features.interviews.ui.briefs.section import BriefSection
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    CheckBox,
    Desk,
    FlowLayout,
    Heading,
    Rows,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.briefs import BriefService

STORIES_PAGE = "evidence.stories"


class PreparationSection(BriefSection):
    @property
    def promise(self) -> str:
        return tr(
            "What they are likely to ask and which of your stories answer it, what you could ask, and what to have "
            "done before the day."
        )

    @property
    def old_words(self) -> str:
        return tr("The round, the posting, your résumé, a story or a briefing has changed since.")

    @property
    def again_words(self) -> str:
        return tr("Prepare again")

    def __init__(self, desk: Desk, briefs: BriefService, interview_id: int) -> None:
        subject = f"interview:{interview_id}"
        super().__init__(
            desk,
            briefs,
            tr("Preparation"),
            subject,
            sends=tr(
                "Sends the posting, the round, your résumé without name and contact details, your notes and stories to "
                "{host}. What it says about you is checked against them."
            ),
            without_key=tr(
                "With a Claude key of your own, Claude prepares this very round. The preparation made here needs none."
            ),
            verb=tr("Prepare with Claude"),
        )
        self._interview_id = interview_id
        self._growing: QVBoxLayout | None = None
        desk.on(InterviewsChanged, self._on_interviews, owner=self)
        desk.on(StoriesChanged, lambda _event: self.load(), owner=self)

    def look(self) -> BriefSheet:
        return self._briefs.preparation(self._interview_id)

    def offer(self) -> ClaudeOffer:
        return self._briefs.offer_preparation(self._interview_id)

    def begin(self) -> object:
        return self._briefs.start_preparation(self._interview_id)

    def show_beside(self, place: QVBoxLayout) -> None:
        here = Button(tr("Prepare on this computer, free"), "secondary", icon="list-bullets")
        here.clicked.connect(lambda: self.run(lambda: self._briefs.prepare_locally(self._interview_id)))
        place.addLayout(row(here, STRETCH))

    def show_sheet(self, sheet: BriefSheet) -> None:
        self._growing = None
        super().show_sheet(sheet)

    def show_growth(self, grew: BriefGrew) -> None:
        """The questions as they come, in the place of the promise; a preparation that is there stays until then."""
        if grew.preparation is None or self.brief is not None:
            return
        if self._growing is None:
            self._growing = column(spacing=Space.S)
            self.content.addLayout(self._growing)
        shown = [question.text for question in grew.preparation.likely]
        if self._growing.count() != len(shown):
            clear(self._growing)
            for text in shown:
                self._growing.addWidget(Text(text, tone="second", wrap=True))

    def show_brief(self, sheet: BriefSheet, brief: Brief) -> None:
        made = brief.preparation or Preparation()
        if made.is_part:
            self.content.addWidget(Banner(tr("Claude did not get to the end: this is what had come by then.")))
        if made.focus:
            self.content.addWidget(Text(made.focus, wrap=True, selectable=True))
        self._show_checklist(brief, made)
        if made.likely:
            self.content.addWidget(Heading(tr("They may ask"), 3))
            questions = Rows(tr("Questions they may ask"))
            questions.add(*(self._question(each, sheet.stories) for each in made.likely))
            self.content.addWidget(questions)
        if made.ask:
            self.content.addWidget(Heading(tr("You could ask"), 3))
            asking = Rows(tr("Questions you could ask"))
            asking.add(*(Text(each, wrap=True, selectable=True) for each in made.ask))
            self.content.addWidget(asking)
        left_out = dropped_words(made.dropped, research=False) if brief.origin is BriefOrigin.CLAUDE else ""
        if left_out:
            self.content.addWidget(Text(left_out, size=Size.SMALL, tone="third", wrap=True))

    def _show_checklist(self, brief: Brief, made: Preparation) -> None:
        if not made.checklist:
            return
        done = sum(0 <= each < len(made.checklist) for each in brief.ticked)
        count = Text(tr("{0} of {1}").format(done, len(made.checklist)), size=Size.SMALL, tone="third")
        self.content.addLayout(row(Heading(tr("Before the day"), 3), count, STRETCH, spacing=Space.S))
        ticks = column(spacing=2)
        for position, text in enumerate(made.checklist):
            tick = Tick(text, on=position in brief.ticked)
            tick.box.toggled.connect(
                lambda on, at=position: self._desk.start(
                    self._desk.run(self._briefs.tick, brief.id, at, on=on), owner=self
                )
            )
            ticks.addWidget(tick)
        self.content.addLayout(ticks)

    def _question(self, question: LikelyQuestion, stories: Mapping[int, str]) -> QWidget:
        lines = column(Text(question.text, weight=Weight.MEDIUM, wrap=True, selectable=True), spacing=Space.XS)
        if question.because:
            lines.addWidget(Text(question.because, size=Size.SMALL, tone="second", wrap=True))
        known = [each for each in question.story_ids if each in stories]
        if known:
            links = FlowLayout(Space.S)
            for story_id in known:
                name = tr("Your story “{0}”, open it").format(stories[story_id])
                link = Button(stories[story_id], "link", icon="book-open", name=name)
                link.clicked.connect(lambda _=False, story=story_id: self._desk.open(STORIES_PAGE, story))
                links.addWidget(link)
            lines.addWidget(holder(links))
        return holder(lines)

    def _on_interviews(self, event: InterviewsChanged) -> None:
        if self._interview_id in event.interview_ids:
            self.load()


class Tick(QWidget):
    """A line of a checklist: its words may be long, and pressing them ticks it."""

    def __init__(self, text: str, *, on: bool) -> None:
        super().__init__()
        self.box = CheckBox(name=text)
        self.box.setChecked(on)
        words = Text(text, tone="third" if on else "text", wrap=True)
        line = row(spacing=Space.XS)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)
        self.setLayout(line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.box.toggle()
