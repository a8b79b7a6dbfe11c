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


@dataclass
class Exported:
    """What became of an export: the files, and résumés with the sentence that says what to look at."""

    total: int
    written: list[Path] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    stopped: bool = False


async def write_all(
    desk: Desk,
    resumes: ResumeService,
    exports: ExportService,
    cards: Sequence[ResumeCard],
    folder: Path,
    bar: SelectionBar,
    kind: Format = "pdf",
) -> Exported:
    """One after the other, with progress on the bar and a way to stop between two files."""
    done = Exported(len(cards))

    def stop() -> None:
        done.stopped = True

    bar.stop_wanted.connect(stop)
    try:
        for number, card in enumerate(cards):
            bar.show_progress(number, len(cards), card.title)
            await _write(desk, resumes, exports, card, folder, kind, done)
            if done.stopped:
                break
    finally:
        bar.stop_wanted.disconnect(stop)
        bar.end_progress()
    return done


async def _write(
    desk: Desk,
    resumes: ResumeService,
    exports: ExportService,
    card: ResumeCard,
    folder: Path,
    kind: Format,
    done: Exported,
) -> None:
    if card.version == 0:
        done.problems.append((card.title, "There is nothing in it yet."))
        return
    if is_doubted(card):
        done.problems.append((card.title, f"Left out. {card.problem}"))
        return
    try:
        path, report = await desk.work(write_one, resumes, exports, card, folder, kind)
    except UserError as problem:
        done.problems.append((card.title, str(problem)))
    except ChildFailed:
        log.warning("a résumé could not be typeset", exc_info=True)
        done.problems.append((card.title, "It could not be typeset. Export it by itself to see more."))
    else:
        done.written.append(path)
        if not report.survived:
            said = " ".join(report.sentences()[:_MOST_SENTENCES])
            done.problems.append((card.title, f"Written, but some fields read differently. {said}"))


def write_one(
    resumes: ResumeService, exports: ExportService, card: ResumeCard, folder: Path, kind: Format = "pdf"
) -> tuple[Path, RereadReport]:
    """The file of one résumé in its own look, under a name that is free. On a background thread."""
    resume = resumes.resume(card.id)
    path = free_name(folder, resume.title, kind)
    known = [template.name for template in exports.templates()]
    usual = {} if resume.style.template in known else {"template": known[0]}
    return path, exports.write(resume.data, path, resume.style.model_copy(update=usual))


def free_name(folder: Path, title: str, kind: str = "pdf") -> Path:
    """``Lena Marsh.pdf`` in the folder, with a number when that is taken. Every system accepts the name."""
    stem = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST].strip(" .") or "Résumé"
    candidate, number = folder / f"{stem}.{kind}", 1
    while candidate.exists():
        number += 1
        candidate = folder / f"{stem} ({number}).{kind}"
    return candidate
