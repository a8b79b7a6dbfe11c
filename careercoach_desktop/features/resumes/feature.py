"""The résumés feature as the application sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from careercoach_desktop.foundation.terminal.commands import CommandLine

ACTIONS = "resumes.actions"
"""Slot: a ``ResumeAction`` for every résumé's menu and head."""
DOORS = "resumes.doors"
"""Slot: a ``PageWay`` to a page of a higher feature, for the head of the page of résumés."""
BULLET_ACTIONS = "resumes.bullet_actions"
"""Slot: ``BulletActions`` for the bullets of the forms."""


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        ExportService,
        OriginalService,
        PhotoService,
        ResumeService,
        TranscriptionService,
    )
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    get = provider.get
    # Made now, not on first use: their constructors register the task kinds the queue needs before it starts.
    resumes = ResumeService(get(Database), get(TaskQueue), get(ProfileService))
    corrections = CorrectionService(get(Database), get(TaskQueue), resumes, get(Claude))
    transcriptions = TranscriptionService(get(Database), get(TaskQueue), resumes, get(Claude), get(ChildProcess))
    provider.offer(ResumeService, lambda: resumes)
    provider.offer(TranscriptionService, lambda: transcriptions)
    provider.offer(CorrectionService, lambda: corrections)
    provider.offer(ExportService, lambda: ExportService(get(ChildProcess)))
    provider.offer(PhotoService, lambda: PhotoService(get(ChildProcess)))
    provider.offer(OriginalService, lambda: OriginalService(resumes, get(ChildProcess)))


def _resumes_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import ExportService, ResumeService
    from careercoach_desktop.features.resumes.ui import ResumesPage
    from careercoach_desktop.foundation.uikit import Desk

    services = (provider.get(ResumeService), provider.get(ExportService))
    return ResumesPage(provider.get(Desk), *services, provider.filled(ACTIONS), provider.filled(DOORS))


def _check_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import (
        CorrectionService,
        OriginalService,
        ResumeService,
        TranscriptionService,
    )
    from careercoach_desktop.features.resumes.ui import CheckPage
    from careercoach_desktop.foundation.uikit import Desk

    get = provider.get
    services = (get(ResumeService), get(OriginalService), get(CorrectionService), get(TranscriptionService))
    page = CheckPage(get(Desk), *services, provider.filled(ACTIONS))
    _furnish(provider, page, page.form)
    return page


def _editor_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import ExportService, OriginalService, ResumeService
    from careercoach_desktop.features.resumes.ui import EditorPage
    from careercoach_desktop.foundation.spelling import Spelling
    from careercoach_desktop.foundation.uikit import Desk

    get = provider.get
    services = (get(ResumeService), get(OriginalService), get(ExportService))
    page = EditorPage(get(Desk), *services, Spelling(), provider.filled(ACTIONS))
    _furnish(provider, page, page.form)
    return page


def _furnish(provider: Provider, page: Any, form: Any) -> None:
    """A page with a form leads to the versions, its photo to pictures, its bullets to what higher features do with
    them."""
    from careercoach_desktop.features.resumes.service import PhotoService, ResumeService
    from careercoach_desktop.features.resumes.ui import BulletMarks, PhotoChoosing, offer_versions
    from careercoach_desktop.foundation.uikit import Desk

    PhotoChoosing(provider.get(Desk), provider.get(PhotoService), form, lambda: page.resume_id)
    offer_versions(provider.get(Desk), provider.get(ResumeService), page)
    BulletMarks(form, provider.filled(BULLET_ACTIONS), lambda: page.resume_id)


def _versions_page(provider: Provider) -> QWidget:
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.resumes.ui import VersionsPage
    from careercoach_desktop.foundation.uikit import Desk

    return VersionsPage(provider.get(Desk), provider.get(ResumeService))


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


def _write(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes", None).write_new()


def _check(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes.check", None)


def _edit(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes.edit", None)


def _export(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes.edit", None).export_primary()


def _versions(provider: Provider) -> None:
    provider.get(PageDoor).show("resumes.versions", None)


_WRITING = "While writing a résumé"
_WRITE = "With the editor open"
_SUGGESTED = "While looking at Claude’s suggestions"
_AMONG = "Among résumés"
_OPEN = "With a résumé open"
_VERSIONS = "While looking at versions"
_CARDS = "On a résumé’s card"
_EXPORT = "While exporting a résumé"
_FORM = "While copying into a form"
_KEYS = (
    Keys(_CARDS, ("Up", "Down", "Left", "Right"), "Go from card to card"),
    Keys(_CARDS, ("Return",), "Open the résumé"),
    Keys(_CARDS, ("Space",), "Select it, or take it out of the selection"),
    Keys(_CARDS, ("Shift+Left", "Shift+Right", "Shift+Up", "Shift+Down"), "Select several"),
    Keys(_CARDS, ("F2",), "Rename it"),
    Keys(_CARDS, ("Del",), "Delete it, or all that are selected"),
    Keys(_AMONG, ("Ctrl+A",), "Select all"),
    Keys(_AMONG, ("Esc",), "Select none"),
    Keys(_OPEN, ("Ctrl+S",), "Keep it as it is now, as a version with a name"),
    Keys(_VERSIONS, ("Up", "Down"), "Go from version to version"),
    Keys(_VERSIONS, ("F2",), "Name the version"),
    Keys(_VERSIONS, ("Esc",), "Go back to where you came from"),
    Keys(_VERSIONS, ("Ctrl+S",), "Save the present one as a version"),
    Keys("While checking a résumé", ("Return",), "Settle this field and go to the next doubtful one"),
    Keys(_WRITE, ("Ctrl+Shift+S",), "Export it"),
    Keys(_WRITING, ("Return",), "In a bullet: begin the next one"),
    Keys(_WRITING, ("Backspace",), "At the start of a bullet: join it to the one above"),
    Keys(_WRITING, ("Ctrl+B",), "Bold"),
    Keys(_WRITING, ("Ctrl+I",), "Italic"),
    Keys(_WRITING, ("Ctrl+K",), "In a bullet: link"),
    Keys(_WRITING, ("Alt+Up", "Alt+Down"), "Move the bullet, entry or group of skills"),
    Keys(_WRITING, ("Alt+Left", "Alt+Right"), "Move the skill"),
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
        Page("resumes.edit", "Edit a résumé", "files", 32, _editor_page, in_sidebar=False, under="resumes"),
        Page(
            "resumes.versions",
            "Versions",
            "clock-counter-clockwise",
            33,
            _versions_page,
            in_sidebar=False,
            under="resumes",
        ),
    ),
    slots=(ACTIONS, BULLET_ACTIONS, DOORS),
    tidy=_tidy,
    commands=_commands,
    actions=(
        Action("resumes.add", "Add a résumé…", "file-plus", _add, keywords=("import", "cv", "file", "pdf", "word")),
        Action("resumes.write", "Write a new résumé", "note-pencil", _write, keywords=("cv", "empty", "begin")),
        Action("resumes.check", "Check my primary résumé", "check-circle", _check, keywords=("cv", "correct")),
        Action("resumes.edit", "Edit my primary résumé", "pencil-simple", _edit, keywords=("write", "cv", "preview")),
        Action(
            "resumes.export",
            "Export my primary résumé…",
            "export",
            _export,
            keywords=("save", "download", "print", "pdf", "word", "docx", "html", "cv", "template"),
        ),
        Action(
            "resumes.versions",
            "Versions of my primary résumé",
            "clock-counter-clockwise",
            _versions,
            keywords=("history", "compare", "restore", "cv"),
        ),
    ),
    keys=_KEYS,
    searches=(SearchSource("resume", "Résumés", "file-text", "resumes", _search_entries, version=2),),
)
