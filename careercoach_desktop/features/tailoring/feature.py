"""The face of tailoring: the review page, the drawer's Tailor tab and the button under the match."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider

if TYPE_CHECKING:
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.features.tailoring.ui.tailor_panel import TailorPanel
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    provider.offer(
        TailoringService,
        lambda: TailoringService(
            provider.get(Database),
            provider.get(TaskQueue),
            provider.get(JobService),
            provider.get(ResumeService),
            provider.get(ProfileService),
            provider.get(DocumentService),
            provider.get(Claude),
            provider.get(EvidenceService),
        ),
    )
    provider.get(TailoringService)  # registers its task kind before the queue starts


def _review_page(provider: Provider) -> Any:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.resumes.service import ExportService
    from careercoach_desktop.features.tailoring.service import TailoringService
    from careercoach_desktop.features.tailoring.ui.review_page import ReviewPage
    from careercoach_desktop.foundation.uikit import Desk

    return ReviewPage(
        provider.get(Desk), provider.get(TailoringService), provider.get(DocumentService), provider.get(ExportService)
    )


def _service(provider: Provider) -> TailoringService:
    from careercoach_desktop.features.tailoring.service import TailoringService

    return provider.get(TailoringService)


def _queue(provider: Provider) -> TaskQueue:
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return provider.get(TaskQueue)


def _starter(provider: Provider) -> Any:
    from careercoach_desktop.features.tailoring.ui.starter import TailoringStarter
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(TailoringStarter):
        starter = TailoringStarter(provider.get(Desk), provider.later(_service))
        provider.offer(TailoringStarter, lambda: starter)
    return provider.get(TailoringStarter)


def _drawer_panel(provider: Provider) -> object:
    from careercoach_desktop.features.jobs.ui import DrawerPanel
    from careercoach_desktop.foundation.uikit import Desk

    def build() -> TailorPanel:
        from careercoach_desktop.features.tailoring.ui.tailor_panel import TailorPanel

        tailoring, queue = provider.later(_service), provider.later(_queue)
        return TailorPanel(provider.get(Desk), tailoring, queue, _starter(provider))

    return DrawerPanel("tailor", "Tailor", 30, build)


def _match_action(provider: Provider) -> object:
    from careercoach_desktop.features.matching.ui import MatchAction

    return MatchAction("Tailor my résumé", "sparkle", _starter(provider).ask, primary=True)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.tailoring.cli import add_commands

    add_commands(line)


def _open_job(provider: Provider) -> Any:
    """The job the person is looking at, or None."""
    return getattr(provider.get(PageDoor).front(), "open_job", None)


def _tailor(provider: Provider) -> None:
    if (job := _open_job(provider)) is not None:
        _starter(provider).start(job)


_REVIEW = "While reviewing a tailored résumé"
_KEYS = (
    Keys(_REVIEW, ("Up", "Down"), "Go from change to change"),
    Keys(_REVIEW, ("A",), "Accept the change"),
    Keys(_REVIEW, ("R",), "Reject the change"),
    Keys(_REVIEW, ("E",), "Edit its wording"),
    Keys(_REVIEW, ("Space",), "Accept it, or take that back"),
    Keys(_REVIEW, ("P",), "Show the page as it will be printed, or the original"),
)


FEATURE = Feature(
    "tailoring",
    _install,
    pages=(Page("tailoring.review", "Tailor review", "sparkle", 90, _review_page, in_sidebar=False, under="jobs"),),
    fills={"jobs.drawer": _drawer_panel, "matching.actions": _match_action},
    attend=_starter,
    commands=_commands,
    actions=(
        Action(
            "tailoring.tailor",
            "Tailor my résumé for this job",
            "sparkle",
            _tailor,
            keywords=("adapt", "version", "cv"),
            available=lambda provider: _open_job(provider) is not None,
        ),
    ),
    keys=_KEYS,
)
