"""Two cards side by side: what differs, and what one card of both would hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.model import Job, JobStatus, Merged
from careercoach_desktop.features.jobs.ui.words import (
    MODE_WORDS,
    TYPE_WORDS,
    moment_words,
    salary_words,
    short_date,
    status_word,
    tr,
)
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    Desk,
    Dialog,
    Scroll,
    SegmentedControl,
    Size,
    Space,
    Text,
    Weight,
    clear,
    column,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.merging import MergePreview

MERGE, APART = "merge", "apart"
_MOST_HEIGHT = 430
_SHOWN_OF_NOTES = 160


async def compare_and_merge(desk: Desk, service: JobService, one: int, other: int) -> Merged | None:
    """Show two jobs side by side; merge them, or remember that they are two, as the person says."""
    older, newer = sorted((one, other))
    previews = {
        keep: await desk.run(service.merge_preview, keep, [gone]) for keep, gone in ((older, newer), (newer, older))
    }
    dialog = CompareDialog(desk.window, previews, preferred(previews[older]))
    answer = await dialog.answer()
    if answer == APART:
        await set_apart(desk, service, one, other)
    return await merge(desk, service, previews[dialog.keep]) if answer == MERGE else None


async def merge(desk: Desk, service: JobService, preview: MergePreview) -> Merged:
    """Merge, show the one that stays, and offer to take it back."""
    keep, others = preview.keep.id, [job.id for job in preview.others]
    held = {"merged": await desk.run(service.merge, keep, others)}

    async def undo() -> None:
        await desk.run(service.unmerge, held["merged"])

    async def redo() -> None:
        held["merged"] = await desk.run(service.merge, keep, others)

    named = preview.result.posting.title
    change = desk.undo.push(tr("Merge into “{0}”").format(named), undo, redo)
    desk.offer_undo(tr("Merged into “{0}”.").format(named), change, action=tr("Undo"))
    desk.open("jobs", keep)
    return held["merged"]


async def set_apart(desk: Desk, service: JobService, one: int, other: int) -> None:
    """Remember that these are two jobs; undo asks again."""
    await desk.run(service.set_distinct, one, other)

    async def undo() -> None:
        await desk.run(service.set_distinct, one, other, distinct=False)

    async def redo() -> None:
        await desk.run(service.set_distinct, one, other)

    change = desk.undo.push(tr("Not the same job"), undo, redo)
    desk.offer_undo(tr("Noted: these are two jobs."), change, action=tr("Undo"))


def preferred(preview: MergePreview) -> int:
    """Which of the two stays unless the person says otherwise: the one that went further, else the older."""
    keep, (other, *_) = preview.keep, preview.others
    begun = other.status is not JobStatus.INTERESTED and keep.status is JobStatus.INTERESTED
    return other.id if begun else keep.id


class CompareDialog(Dialog):
    """Answers ``MERGE`` (then ``keep``), ``APART`` or an empty string. ``previews``: by the job that would stay."""

    def __init__(self, parent: QWidget | None, previews: dict[int, MergePreview], keep: int) -> None:
        super().__init__(tr("Is this one job?"), parent, width=860)
        self._previews = previews
        older, newer = sorted(previews)
        choices = [(str(older), tr("Keep the older card")), (str(newer), tr("Keep the newer card"))]
        self._which = SegmentedControl(choices, tr("Which card stays"), str(keep))
        self._which.changed.connect(lambda _key: self._show())
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.S)
        for at in (1, 2, 3):
            self._grid.setColumnStretch(at, 1)
        self._scroll = Scroll(column(self._grid, margins=(0, 0, Space.M, 0)), tr("The two jobs"))
        self.body.addWidget(self._which)
        self.body.addWidget(self._scroll)
        note = tr("Notes, tags, history, applications and people of both are kept, and both postings stay readable.")
        self.body.addWidget(Text(note, size=Size.SMALL, tone="third", wrap=True))
        self.add_button(tr("Cancel"), "")
        self.add_button(tr("Not the same"), APART)
        self.add_button(tr("Merge"), MERGE, "primary")
        self._show()

    @property
    def keep(self) -> int:
        return int(self._which.value())

    def choose(self, keep: int) -> None:
        self._which.set_value(str(keep))
        self._show()

    def _show(self) -> None:
        clear(self._grid)
        older, newer = sorted(self._previews)
        preview = self._previews[self.keep]
        both = {job.id: job for job in (preview.keep, *preview.others)}
        heads = (tr("Older card"), tr("Newer card"), tr("The merged card"))
        for at, head in enumerate(heads, start=1):
            self._grid.addWidget(Text(head, size=Size.SMALL, tone="third"), 0, at)
        for line, fact in enumerate(compared(both[older], both[newer], preview.result), start=1):
            self._grid.addWidget(Text(fact.name, size=Size.SMALL, tone="third"), line, 0)
            for at, value in enumerate((fact.one, fact.other, fact.result), start=1):
                strong = fact.differs and value == fact.result and value != ""
                self._grid.addWidget(
                    Text(
                        value or "–",
                        size=Size.SMALL,
                        tone="text" if strong else "third" if not value or not fact.differs else "second",
                        weight=Weight.MEDIUM if at == 3 and fact.differs else Weight.NORMAL,
                        wrap=True,
                    ),
                    line,
                    at,
                )
        self._scroll.take_height(self.width() - 2 * Space.XXL, _MOST_HEIGHT)
        self.fit_soon()


@dataclass(frozen=True, slots=True)
class Compared:
    """A fact of both jobs in words, and of the merged one."""

    name: str
    one: str
    other: str
    result: str

    @property
    def differs(self) -> bool:
        return self.one != self.other or self.result != self.one


def compared(one: Job, other: Job, result: Job) -> list[Compared]:
    """Every fact that one of them has, or both together; those that differ first."""
    columns = [_facts(job, today_here()) for job in (one, other, result)]
    lines = [Compared(name, *(held[name] for held in columns)) for name in columns[0]]
    said = [line for line in lines if line.one or line.other or line.result]
    head = said[:2]  # what they are called by
    return head + sorted(said[2:], key=lambda line: not line.differs)


def _facts(job: Job, today: date) -> dict[str, str]:
    posting = job.posting
    words = len(posting.description.split())
    return {
        tr("Title"): posting.title,
        tr("Company"): posting.company,
        tr("Place"): posting.location,
        tr("Status"): status_word(job.status),
        tr("Added"): moment_words(job.created, today),
        tr("Applied"): moment_words(job.applied, today) if job.applied else "",
        tr("Work mode"): tr(MODE_WORDS[posting.work_mode]) if posting.work_mode else "",
        tr("Type"): tr(TYPE_WORDS[posting.job_type]) if posting.job_type else "",
        tr("Salary"): salary_words(posting),
        tr("Posted"): short_date(posting.posted_date, today) if posting.posted_date else "",
        tr("Deadline"): short_date(posting.deadline, today) if posting.deadline else "",
        tr("Link"): posting.url,
        tr("Also at"): "\n".join(job.also_at),
        tr("Posting"): tr("{0} words").format(words) if words else "",
        tr("Tags"): ", ".join(job.tags),
        tr("Priority"): tr("yes") if job.priority else "",
        tr("Notes"): _short(job.notes),
    }


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN_OF_NOTES else f"{plain[: _SHOWN_OF_NOTES - 1].rstrip()}…"
