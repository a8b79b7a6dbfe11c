"""The face of practice: the page, and the commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.practice.ui.keys import PRACTICE_KEYS
from careercoach_desktop.foundation.feature import Action, Feature, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.features.practice.ui.voice import VoiceDoor
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService

    provider.offer(PracticeService, lambda: _service(provider))
    provider.get(PracticeService)  # registers its task kinds before the queue starts
    provider.offer(SpeakingService, lambda: _speaking(provider))
    provider.get(SpeakingService)


def _service(provider: Provider) -> PracticeService:
    from careercoach_desktop.features.documents.service import DocumentService
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.practice.service import Below, PracticeService
    from careercoach_desktop.features.practice.service.outside import Outside
    from careercoach_desktop.features.profile.service import ProfileService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.llm.claude import Claude
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.child import ChildProcess
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    return PracticeService(
        Below(
            database=provider.get(Database),
            queue=provider.get(TaskQueue),
            child=provider.get(ChildProcess),
            jobs=provider.get(JobService),
            resumes=provider.get(ResumeService),
            profile=provider.get(ProfileService),
            evidence=provider.get(EvidenceService),
            documents=provider.get(DocumentService),
            claude=provider.get(Claude),
            bank=provider.get(QuestionBank),
            outside=Outside(provider.get(BriefService), provider.get(InterviewService)),
        )
    )


def _speaking(provider: Provider) -> SpeakingService:
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.foundation.settings.service import SettingsService
    from careercoach_desktop.foundation.speech import SpeechModels, models_folder
    from careercoach_desktop.foundation.storage.database import Database
    from careercoach_desktop.foundation.tasks.queue import TaskQueue

    database = provider.get(Database)
    models = SpeechModels(models_folder())
    shelf = database.path.parent / "recordings"
    return SpeakingService(database, models, provider.get(SettingsService), provider.get(TaskQueue), shelf)


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.practice.store import search_entries

    return search_entries(session, after, limit)


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.practice.cli import add_commands

    add_commands(line)


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.service.speaking import SpeakingService

    practice = provider.get(PracticeService)
    practice.purge_removed()
    practice.look_for_unfinished()
    provider.get(SpeakingService).forget_lost()


def _page(provider: Provider) -> Any:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.interviews.service import InterviewService
    from careercoach_desktop.features.interviews.service.briefs import BriefService
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.practice.service import PracticeService
    from careercoach_desktop.features.practice.ui.practice_page import PracticePage
    from careercoach_desktop.features.practice.ui.session_view import Practising
    from careercoach_desktop.features.practice.ui.setup_card import Grounds
    from careercoach_desktop.foundation.tasks.queue import TaskQueue
    from careercoach_desktop.foundation.uikit import Desk

    practice = provider.get(PracticeService)
    return PracticePage(
        provider.get(Desk),
        Practising(practice, provider.get(EvidenceService), provider.get(TaskQueue)),
        Grounds(practice, provider.get(JobService), provider.get(InterviewService), provider.get(BriefService)),
        _voice(provider),
    )


def _voice(provider: Provider) -> VoiceDoor:
    from careercoach_desktop.features.practice.service.speaking import SpeakingService
    from careercoach_desktop.features.practice.ui.speaking import MachineVoice
    from careercoach_desktop.features.practice.ui.speaking.microphone import Microphone
    from careercoach_desktop.features.practice.ui.speaking.speaker import Speaker
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)
    return MachineVoice(desk, provider.get(SpeakingService), Microphone(desk), Speaker(parent=desk))


def _match_action(provider: Provider) -> object:
    from careercoach_desktop.features.matching.ui import MatchAction
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)
    return MatchAction("Practise", "microphone", lambda job, _resume: desk.open(PAGE, section=f"job:{job.id}"))


def _round_action(provider: Provider) -> object:
    from careercoach_desktop.features.interviews.ui import InterviewAction
    from careercoach_desktop.foundation.uikit import Desk

    desk = provider.get(Desk)
    return InterviewAction(
        "Practise this round", "microphone", lambda line: desk.open(PAGE, section=f"interview:{line.interview.id}")
    )


def _begin(provider: Provider) -> None:
    provider.get(PageDoor).show(PAGE, None).show_home()


def _go_on(provider: Provider) -> None:
    provider.get(PageDoor).show(PAGE, None).go_on()


def _can_go_on(provider: Provider) -> bool:
    from careercoach_desktop.features.practice.service import PracticeService

    return provider.get(PracticeService).can_go_on()


def _open_job(provider: Provider) -> Any:
    """The job the person is looking at, or None."""
    return getattr(provider.get(PageDoor).front(), "open_job", None)


def _for_job(provider: Provider) -> None:
    from careercoach_desktop.foundation.uikit import Desk

    if (job := _open_job(provider)) is not None:
        provider.get(Desk).open(PAGE, section=f"job:{job.id}")


PAGE = "practice"

FEATURE = Feature(
    "practice",
    _install,
    pages=(Page(PAGE, "Practice", "microphone", 60, _page),),
    fills={"matching.actions": _match_action, "interviews.actions": _round_action},
    tidy=_tidy,
    commands=_commands,
    actions=(
        Action(
            "practice.begin",
            "Practise an interview",
            "microphone",
            _begin,
            keywords=("mock", "questions", "rehearse", "answers"),
        ),
        Action(
            "practice.go_on",
            "Go on with the practice interview",
            "play",
            _go_on,
            keywords=("resume", "continue", "mock"),
            available=_can_go_on,
        ),
        Action(
            "practice.job",
            "Practise for this job",
            "microphone",
            _for_job,
            keywords=("mock", "interview", "questions"),
            available=lambda provider: _open_job(provider) is not None,
        ),
    ),
    keys=PRACTICE_KEYS,
    searches=(SearchSource("practice", "Practice", "microphone", PAGE, _search_entries),),
)
