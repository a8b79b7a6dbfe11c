"""The drawer's Match tab: the score with its parts, and every keyword with where it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careercoach_desktop.features.jobs.model import CaptureState, Job, JobChanged
from careercoach_desktop.features.matching.model import Keyword, MatchComputed, MatchReport, Need, ResumeFit
from careercoach_desktop.features.matching.ui.claude_view import ClaudeView
from careercoach_desktop.features.matching.ui.keyword_rows import KeywordRow, most_telling
from careercoach_desktop.features.matching.ui.score_parts import ScoreParts
from careercoach_desktop.features.resumes.model import (
    ReadingState,
    ResumeCard,
    ResumeChanged,
    ResumeRead,
    ResumeRemoved,
)
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Banner,
    Button,
    ComboButton,
    Desk,
    EmptyState,
    Heading,
    Line,
    Rows,
    ScoreRing,
    Scroll,
    Skeleton,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.matching.service import MatchingService
    from careercoach_desktop.features.resumes.service import ResumeService


_MOST_COMPARED = 8
"""Other résumés that are looked at for one that fits better."""


@dataclass(frozen=True)
class MatchAction:
    """A button a higher feature puts under the match; ``run`` gets the job and the chosen résumé's id."""

    text: str
    icon: str
    run: Callable[[Job, int | None], object]
    hint: str = ""
    primary: bool = False


ViewOf = Callable[[int, int | None, int | None], ClaudeView]
"""For a job, a résumé and the score that is computed here."""


class MatchPanel(QWidget):
    """Shows one job's match against the primary résumé, or another the person chooses."""

    def __init__(
        self,
        desk: Desk,
        matching: MatchingService,
        resumes: ResumeService,
        actions: Sequence[MatchAction],
        views: ViewOf | None = None,
    ) -> None:
        """``views`` makes what shows Claude's view of a job; None: there is none to show."""
        super().__init__()
        self._views = views
        self._desk = desk
        self._matching = matching
        self._resumes = resumes
        self._actions = actions
        self._job: Job | None = None
        self._resume_id: int | None = None
        self._body = column(spacing=16, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        self._foot = self._make_foot()
        self._foot.hide()
        self._shown: tuple[MatchReport, list[ResumeCard], ResumeFit | None] | None = None
        self._all_shown = False
        content = holder(column(self._body, spacing=0))
        # As tall as the lines are at the width they have: the least height of wrapped lines is that of a narrow column.
        content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.setLayout(column(Scroll(content, "Match"), self._foot, spacing=0))
        desk.on(MatchComputed, self._on_job_event, owner=self)
        desk.on(JobChanged, self._on_job_event, owner=self)
        for event in (ResumeRead, ResumeChanged, ResumeRemoved):
            desk.on(event, lambda _event: self._refresh(), owner=self)

    def show_job(self, job: Job) -> None:
        """Shows the skeleton at once and the match as soon as it is computed."""
        if self._job is None or self._job.id != job.id:
            self._shown = None
            self._all_shown = False
            clear(self._body)
            self._body.addWidget(Skeleton(lines=6))
            self._body.addStretch(1)
        self._job = job
        self._refresh()

    def _on_job_event(self, event: MatchComputed | JobChanged) -> None:
        if self._job is not None and event.job_id == self._job.id:
            self._refresh()

    def _refresh(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        cards = [card for card in await self._desk.run(self._resumes.cards) if card.state is ReadingState.READ]
        if self._resume_id not in {card.id for card in cards}:
            self._resume_id = next((card.id for card in cards if card.is_primary), None)
        if _never_read(job):
            if self._job is job:
                self._show_empty(_unread(job))
            return
        try:
            report = await self._desk.run(self._matching.report, job.id, self._resume_id)
        except UserError as problem:
            if self._job is job:
                self._show_empty(EmptyState("files", str(problem), action="Go to Résumés"))
            return
        better = await self._better(job, report, cards)
        if self._job is job and self._shown != (report, cards, better):
            self._shown = (report, cards, better)
            self._show(report, cards, better)

    async def _better(self, job: Job, report: MatchReport, cards: list[ResumeCard]) -> ResumeFit | None:
        """Another résumé that fits the job better than the one that is looked at."""
        others = [card.id for card in cards if card.id != self._resume_id][:_MOST_COMPARED]
        if not others or report.score is None:
            return None
        best = (await self._desk.run(self._matching.fits, job.id, others))[:1]
        return next((fit for fit in best if fit.score is not None and fit.score > report.score), None)

    def _show_empty(self, empty: EmptyState) -> None:
        self._shown = None
        self._foot.hide()
        clear(self._body)
        empty.acted.connect(lambda: self._desk.open("resumes"))
        self._body.addWidget(empty)
        self._body.addStretch(1)

    def _show(self, report: MatchReport, cards: list[ResumeCard], better: ResumeFit | None) -> None:
        clear(self._body)
        ring = ScoreRing(report.score, name="Match")
        self._body.addLayout(row(ring, ScoreParts(report.parts), spacing=20))
        self._body.addLayout(self._against(cards))
        if better is not None:
            self._body.addWidget(self._better_banner(better))
        view = self._views(self._job.id, self._resume_id, report.score) if self._views and self._job else None
        if view is not None:
            self._body.addWidget(view)
        if report.keywords:
            self._body.addLayout(column(Heading("What they ask for", level=3), self._keywords(report), spacing=12))
            if not self._all_shown and len(most_telling(report.keywords)) < len(report.keywords):
                self._body.addLayout(row(self._show_all(len(report.keywords)), STRETCH))
            if missing := _missing(report.keywords):
                self._body.addWidget(self._missing_banner(missing))
        else:
            self._body.addWidget(
                Banner("The posting names no skills we could look for, so the score rests on the other parts.")
            )
        if view is not None:
            self._body.addWidget(view.asking)
        self._body.addStretch(1)
        self._foot.setVisible(bool(self._actions))

    def _against(self, cards: list[ResumeCard]) -> QHBoxLayout:
        choices = [(str(card.id), f"{card.title} – primary" if card.is_primary else card.title) for card in cards]
        against = ComboButton(choices, "Résumé to match against", value=str(self._resume_id), icon="star")
        against.changed.connect(self._choose_resume)
        note = Text("the score is computed here", size=12, tone="third")
        return row(Text("Against", size=12, tone="second"), against, STRETCH, note, spacing=8)

    def _better_banner(self, better: ResumeFit) -> Banner:
        banner = Banner(
            f"“{better.title}” fits this job better: {better.score}.", icon="files", action="Compare with it"
        )
        banner.acted.connect(lambda: self._choose_resume(str(better.resume_id)))
        return banner

    def _choose_resume(self, key: str) -> None:
        self._resume_id = int(key)
        self._refresh()

    def _keywords(self, report: MatchReport) -> Rows:
        rows = Rows()
        for keyword in report.keywords if self._all_shown else most_telling(report.keywords):
            rows.add(KeywordRow(keyword))
        return rows

    def _show_all(self, count: int) -> Button:
        button = Button(f"Show all {count}", "link")
        button.clicked.connect(self._expand)
        return button

    def _expand(self) -> None:
        self._all_shown = True
        if self._shown is not None:
            self._show(*self._shown)

    def _missing_banner(self, missing: list[str]) -> Banner:
        names = _sentence_list(missing)
        banner = Banner(f"You can add {names} only as your own evidence.", icon="shield-check", action="Add evidence")
        banner.acted.connect(lambda: self._desk.open("evidence.stories"))
        return banner

    def _make_foot(self) -> QWidget:
        """What can be done about the match stays in sight, however long the list is."""
        items: list[Button] = []
        for action in self._actions:
            button = Button(action.text, "primary" if action.primary else "secondary", icon=action.icon)
            button.clicked.connect(lambda _checked=False, run=action.run: self._run(run))
            items.append(button)
        hints = " · ".join(action.hint for action in self._actions if action.hint)
        buttons = row(*items, STRETCH, Text(hints, size=12, tone="third"), spacing=8)
        buttons.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        return holder(column(Line(), buttons, spacing=0))

    def _run(self, action: Callable[[Job, int | None], object]) -> None:
        if self._job is not None:
            action(self._job, self._resume_id)


def _never_read(job: Job) -> bool:
    """There is no posting to match: its page is still being read, or could not be."""
    return job.capture is not CaptureState.READ and not job.posting.description.strip()


def _unread(job: Job) -> EmptyState:
    if job.capture is CaptureState.READING:
        return EmptyState("hourglass", "The match follows in a moment.", title="This posting is being read")
    return EmptyState(
        "briefcase",
        "Go to the Overview tab to try its page again or to paste the text. The match follows by itself.",
        title="This posting has not been read yet",
    )


def _missing(keywords: Sequence[Keyword]) -> list[str]:
    """The missing must-haves, or the missing rest when all must-haves are there; at most three names."""
    missing = [keyword for keyword in keywords if not keyword.found]
    must = [keyword.term for keyword in missing if keyword.need is Need.MUST]
    return (must or [keyword.term for keyword in missing])[:3]


def _sentence_list(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
