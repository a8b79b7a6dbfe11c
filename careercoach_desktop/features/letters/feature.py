"""The face of letters: the letter's page, the drawer's Letter tab, the button under the match, and the command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.letters.ui.keys import LETTER_KEYS
from careercoach_desktop.foundation.feature import Action, Feature, Page, PageDoor, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.letters.service import LetterService
    from careercoach_desktop.features.letters.ui.letter_panel import LetterPanel
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.letters.service import LetterService

    provider.offer(LetterService, lambda: _service(provider))
    provider.get(LetterService)  # registers its task kinds before the queue starts


def _service(provider: Provider) -> LetterService:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.contacts import ContactService
    from careercoach_desktop.features.letters.service import Below, LetterService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return LetterService(
        Below(
            database=provider.get(Database),
            queue=provider.get(TaskQueue),
            child=provider.get(ChildProcess),
            jobs=provider.get(JobService),
            contacts=provider.get(ContactService),
            resumes=provider.get(ResumeService),
            profile=provider.get(ProfileService),
            evidence=provider.get(EvidenceService),
            documents=provider.get(DocumentService),
            tailoring=provider.get(TailoringService),
            claude=provider.get(Claude),
        )
    )


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.letters.cli import add_commands

    add_commands(line)


def _letters(provider: Provider) -> LetterService:
    from careercoach_desktop.features.letters.service import LetterService

    return provider.get(LetterService)


def _resumes(provider: Provider) -> ResumeService:
    from careercoach_desktop.features.resumes.service import ResumeService

    return provider.get(ResumeService)


def _queue(provider: Provider) -> TaskQueue:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return provider.get(TaskQueue)


def _under_way(provider: Provider) -> Any:
    from careercoach_desktop.features.letters.ui.under_way import LettersUnderWay
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(LettersUnderWay):
        listening = LettersUnderWay(provider.get(Desk))
        provider.offer(LettersUnderWay, lambda: listening)
    return provider.get(LettersUnderWay)


def _letter_page(provider: Provider) -> Any:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.letters.ui.letter_page import LetterPage
    from careercoach_desktop.foundation.uikit import Desk

    return LetterPage(
        provider.get(Desk),
        _letters(provider),
        provider.get(JobService),
        _resumes(provider),
        provider.get(DocumentService),
        _queue(provider),
        _under_way(provider),
    )


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> LetterPanel:
        from careercoach_desktop.features.letters.ui.letter_panel import LetterPanel

        later = provider.later(_letters), provider.later(_resumes), provider.later(_queue)
        return LetterPanel(provider.get(Desk), *later, _under_way(provider))

    return DrawerPanel("letter", "Letter", 40, build)


def _match_action(provider: Provider) -> object:
    from careercoach_desktop.features.matching.ui import MatchAction
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)
    return MatchAction(
        "Write a letter", "envelope-simple", lambda job, _resume: desk.open(PAGE, section=f"job:{job.id}")
    )


def _writer(provider: Provider) -> object:
    """How a saved letter becomes a file in Documents: dragged out, copied or saved there."""
    from careercoach_desktop.features.documents.model import DocumentType, DocumentVersion

    def write(version: DocumentVersion) -> tuple[str, bytes]:
        return _letters(provider).version_file(version)

    return DocumentType.COVER_LETTER, write


def _announce(provider: Provider) -> None:
    from careercoach_desktop.features.letters.ui.letter_announcer import LetterAnnouncer
    from careercoach_desktop.foundation.uikit import Desk

    _under_way(provider)
    LetterAnnouncer(provider.get(Desk), provider.later(_letters), provider.get(PageDoor).front)


def _open_job(provider: Provider) -> Any:
    """The job the person is looking at, or None."""
    return getattr(provider.get(PageDoor).front(), "open_job", None)


def _write(provider: Provider) -> None:
    from careercoach_desktop.foundation.uikit import Desk

    if (job := _open_job(provider)) is not None:
        provider.get(Desk).open(PAGE, section=f"job:{job.id}")


PAGE = "letters.letter"

FEATURE = Feature(
    "letters",
    _install,
    pages=(Page(PAGE, "Letter", "envelope-simple", 91, _letter_page, in_sidebar=False, under="jobs"),),
    fills={"jobs.drawer": _drawer_panel, "matching.actions": _match_action, "documents.writers": _writer},
    attend=_announce,
    commands=_commands,
    actions=(
        Action(
            "letters.write",
            "Write a letter for this job",
            "envelope-simple",
            _write,
            keywords=("cover letter", "application", "motivation"),
            available=lambda provider: _open_job(provider) is not None,
        ),
    ),
    keys=LETTER_KEYS,
)
