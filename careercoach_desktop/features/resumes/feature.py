"""The résumés feature as the application sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        ExportService,
        OriginalService,
        ResumeService,
    )
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    # Made now, not on first use: their constructors register the task kinds the queue needs before it starts.
    resumes = ResumeService(get(Database), get(TaskQueue), get(ProfileService))
    corrections = CorrectionService(get(Database), get(TaskQueue), resumes, get(Claude))
    provider.offer(ResumeService, lambda: resumes)
    provider.offer(CorrectionService, lambda: corrections)
    provider.offer(ExportService, lambda: ExportService(get(ChildProcess)))
    provider.offer(OriginalService, lambda: OriginalService(resumes, get(ChildProcess)))


def _resumes_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService
    from careercoach_desktop.features.resumes.ui import ResumesPage
    from careercoach_desktop.foundation.uikit import Desk

    return ResumesPage(provider.get(Desk), provider.get(ResumeService), provider.get(ExportService))


def _check_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import CorrectionService, OriginalService, ResumeService
    from careercoach_desktop.features.resumes.ui import CheckPage
    from careercoach_desktop.foundation.uikit import Desk

    get = provider.get
    return CheckPage(get(Desk), get(ResumeService), get(OriginalService), get(CorrectionService))


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.resumes.service import ResumeService

    provider.get(ResumeService).purge_removed()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.resumes.cli import add_commands

    add_commands(line)


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.resumes.store import search_entries

    return search_entries(session, after, limit)


def _add(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes", None).browse()


def _check(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes.check", None)


_SUGGESTED = "While looking at Claude’s suggestions"
_CARDS = "On a résumé’s card"
_EXPORT = "While exporting a résumé"
_FORM = "While copying into a form"
_KEYS = (
    Keys(_CARDS, ("Up", "Down", "Left", "Right"), "Go from card to card"),
    Keys(_CARDS, ("Return", "Space"), "Open the résumé"),
    Keys(_CARDS, ("F2",), "Rename it"),
    Keys(_CARDS, ("Del",), "Delete it"),
    Keys("While checking a résumé", ("Return",), "Settle this field and go to the next doubtful one"),
    Keys(_SUGGESTED, ("Up", "Down"), "Go from suggestion to suggestion"),
    Keys(_SUGGESTED, ("A",), "Accept the suggestion"),
    Keys(_SUGGESTED, ("S",), "Skip it"),
    Keys(_EXPORT, ("Alt+Up", "Alt+Down"), "Move the chosen section"),
    Keys(_EXPORT, ("Space",), "Show or hide it"),
    Keys(_FORM, ("Return",), "Copy and go on to the next line"),
    Keys(_FORM, ("Space",), "Copy"),
    Keys(_FORM, ("Up", "Down"), "Go from line to line"),
)


FEATURE = Feature(
    name="resumes",
    install=_install,
    pages=(
        Page("resumes", "Résumés", "files", 30, _resumes_page),
        Page("resumes.check", "Check what was read", "files", 31, _check_page, in_sidebar=False, under="resumes"),
    ),
    tidy=_tidy,
    commands=_commands,
    actions=(
        Action("resumes.add", "Add a résumé…", "file-plus", _add, keywords=("import", "cv", "file", "pdf", "word")),
        Action("resumes.check", "Check my primary résumé", "check-circle", _check, keywords=("edit", "cv", "correct")),
    ),
    keys=_KEYS,
    search=SearchSource("resume", "Résumés", "file-text", "resumes", _search_entries),
)
