"""The face of evidence: the page of stories, and what can be done at the bullets of a résumé."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.feature import Action, Feature, Keys, Page, PageDoor, Provider
from careercoach_desktop.foundation.storage.search.model import SearchEntry, SearchSource

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.ui import EvidenceActions
    from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage
    from careercoach_desktop.features.resumes.ui import PageWay
    from careercoach_desktop.foundation.terminal.commands import CommandLine


def _install(provider: Provider) -> None:
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.resumes.service import ResumeService
    from careercoach_desktop.foundation.storage.database import Database

    service = EvidenceService(provider.get(Database), provider.get(ResumeService))  # listens from now on
    provider.offer(EvidenceService, lambda: service)
    provider.offer(QuestionBank, QuestionBank)


def _bullet_actions(provider: Provider) -> EvidenceActions:
    """One for all forms, so that they know the same."""
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.evidence.ui import EvidenceActions
    from careercoach_desktop.foundation.uikit import Desk

    if not provider.offers(EvidenceActions):
        made = EvidenceActions(provider.get(Desk), provider.get(EvidenceService))
        provider.offer(EvidenceActions, lambda: made)
    return provider.get(EvidenceActions)


def _stories_page(provider: Provider) -> StoriesPage:
    from careercoach_desktop.features.evidence.bank import QuestionBank
    from careercoach_desktop.features.evidence.service.coaching import StoryCoach
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService
    from careercoach_desktop.features.evidence.ui.stories_page import StoriesPage
    from careercoach_desktop.foundation.uikit import Desk

    coach = StoryCoach(provider.get(QuestionBank))
    return StoriesPage(provider.get(Desk), provider.get(EvidenceService), coach, _bullet_actions(provider))


def _door(_provider: Provider) -> PageWay:
    from careercoach_desktop.features.resumes.ui import PageWay

    return PageWay("My stories", "book-open", "evidence.stories")


def _tidy(provider: Provider) -> None:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService

    provider.get(EvidenceService).purge_removed()


def _search_entries(session: Any, after: int, limit: int) -> Sequence[SearchEntry]:
    from careercoach_desktop.features.evidence.store import search_entries

    return search_entries(session, after, limit)


def _stories(provider: Provider) -> None:
    provider.get(PageDoor).show("evidence.stories", None)


def _new_story(provider: Provider) -> None:
    provider.get(PageDoor).show("evidence.stories", None).write_new()


def _commands(line: CommandLine) -> None:
    from careercoach_desktop.features.evidence.cli import add_commands

    add_commands(line)


_KEYS = (
    Keys("Among stories", ("Up", "Down"), "Go from story to story"),
    Keys("Among stories", ("Del",), "Delete it"),
)


FEATURE = Feature(
    "evidence",
    _install,
    pages=(Page("evidence.stories", "My stories", "book-open", 34, _stories_page, in_sidebar=False, under="resumes"),),
    fills={"resumes.bullet_actions": _bullet_actions, "resumes.doors": _door},
    tidy=_tidy,
    actions=(
        Action("evidence.stories", "My stories", "book-open", _stories,
               keywords=("star", "evidence", "proof", "interview", "marked", "bullets")),
        Action("evidence.new", "Write a story", "plus", _new_story, keywords=("star", "new", "evidence")),
    ),
    keys=_KEYS,
    commands=_commands,
    searches=(SearchSource("story", "Stories", "book-open", "evidence.stories", _search_entries),),
)  # fmt: skip
