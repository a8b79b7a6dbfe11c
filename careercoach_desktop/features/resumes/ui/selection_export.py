"""Several résumés as files in one folder: one that fails does not stop the others."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.resumes.handover import Format
from careercoach_desktop.features.resumes.model import ResumeCard
from careercoach_desktop.features.resumes.ui.selection_bar import SelectionBar
from careercoach_desktop.features.resumes.ui.words import is_doubted
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildFailed
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.rereading import RereadReport
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService

log = logging.getLogger(__name__)

_FORBIDDEN = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST = 100
_MOST_SENTENCES = 2


@dataclass(frozen=True)
class Made:
    """A file that is ready, and what reading it back has shown. It is not on the disk yet."""

    title: str
    document: bytes
    report: RereadReport


@dataclass
class Exported:
    """What became of an export: what was made, the files, and résumés with the sentence that says what to look at."""

    total: int
    kind: Format
    made: list[Made] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False

    @property
    def whole(self) -> list[Made]:
        """Those that say the same when they are read back."""
        return [made for made in self.made if made.report.survived]

    def losses(self) -> list[tuple[str, str]]:
        """The others, each with what is lost."""
        lossy = [made for made in self.made if not made.report.survived]
        return [(made.title, " ".join(made.report.sentences()[:_MOST_SENTENCES])) for made in lossy]


async def make_all(
    desk: Desk,
    resumes: ResumeService,
    exports: ExportService,
    cards: Sequence[ResumeCard],
    bar: SelectionBar,
    kind: Format = "pdf",
) -> Exported:
    """One after the other, with progress on the bar and a way to stop between two files. Nothing is saved yet."""
    done = Exported(len(cards), kind)

    def stop() -> None:
        done.stopped = True

    bar.stop_wanted.connect(stop)
    try:
        for number, card in enumerate(cards):
            bar.show_progress(number, len(cards), card.title)
            await _make(desk, resumes, exports, card, done)
            if done.stopped:
                break
    finally:
        bar.stop_wanted.disconnect(stop)
        bar.end_progress()
    return done


async def save_all(desk: Desk, exports: ExportService, done: Exported, made: Sequence[Made], folder: Path) -> None:
    """Write what was made into the folder, each under a name that is free."""
    for each in made:
        try:
            done.written.append(await desk.work(_save, exports, each, folder, done.kind))
        except UserError as problem:
            done.problems.append((each.title, str(problem)))


async def _make(desk: Desk, resumes: ResumeService, exports: ExportService, card: ResumeCard, done: Exported) -> None:
    if card.version == 0:
        done.problems.append((card.title, "There is nothing in it yet."))
        return
    if is_doubted(card):
        done.problems.append((card.title, f"Left out. {card.problem}"))
        return
    try:
        done.made.append(await desk.work(_make_one, resumes, exports, card, done.kind))
    except UserError as problem:
        done.problems.append((card.title, str(problem)))
    except ChildFailed:
        log.warning("a résumé could not be typeset", exc_info=True)
        done.problems.append((card.title, "It could not be typeset. Export it by itself to see more."))


def _make_one(resumes: ResumeService, exports: ExportService, card: ResumeCard, kind: Format) -> Made:
    """The file of one résumé in its own look. On a background thread."""
    resume = resumes.resume(card.id)
    known = [template.name for template in exports.templates()]
    usual = {} if resume.style.template in known else {"template": known[0]}
    return Made(resume.title, *exports.typeset(resume.data, resume.style.model_copy(update=usual), kind))


def _save(exports: ExportService, made: Made, folder: Path, kind: Format) -> Path:
    path = free_name(folder, made.title, kind)
    exports.save(made.document, path)
    return path


def free_name(folder: Path, title: str, kind: str = "pdf") -> Path:
    """``Lena Marsh.pdf`` in the folder, with a number when that is taken. Every system accepts the name."""
    stem = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST].strip(" .") or "Résumé"
    candidate, number = folder / f"{stem}.{kind}", 1
    while candidate.exists():
        number += 1
        candidate = folder / f"{stem} ({number}).{kind}"
    return candidate
