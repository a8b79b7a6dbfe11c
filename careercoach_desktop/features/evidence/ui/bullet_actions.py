"""Evidence at the bullets of a résumé: marking one, linking a story, tagging skills; each with its undo."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.evidence.model import (
    EvidenceChanged,
    EvidenceMark,
    MarkedBullet,
    StoriesChanged,
)
from careercoach_desktop.features.evidence.ui.dialogs import LinkStoryDialog, SkillsDialog
from careercoach_desktop.features.evidence.ui.words import badge_words
from careercoach_desktop.features.resumes.model import Highlight
from careercoach_desktop.features.resumes.ui import BulletBadge
from careercoach_desktop.foundation.uikit import Desk, MenuEntry

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService

_ICON = "medal"


class EvidenceActions(QObject):
    """What evidence puts into the slot ``resumes.bullet_actions``; see ``resumes.ui.BulletActions``."""

    changed = Signal(int)

    def __init__(self, desk: Desk, evidence: EvidenceService) -> None:
        super().__init__(desk)
        self._desk = desk
        self._evidence = evidence
        self._marks: dict[int, dict[str, MarkedBullet]] = {}
        desk.on(EvidenceChanged, lambda event: self._look(event.resume_id), owner=self)
        desk.on(StoriesChanged, self._on_stories, owner=self)

    def attend(self, resume_id: int) -> None:
        """Read the marks of a résumé that is shown."""
        self._desk.start(self._read(resume_id), owner=self)

    def marks(self, resume_id: int) -> dict[str, BulletBadge]:
        """Badges of the marked bullets, as far as they were read."""
        known = self._marks.get(resume_id, {})
        return {bullet_id: BulletBadge(_ICON, badge_words(marked)) for bullet_id, marked in known.items()}

    def entries_for(self, resume_id: int, bullet: Highlight) -> list[MenuEntry]:
        """For the menu of a bullet."""
        marked = self._marks.get(resume_id, {}).get(bullet.id)
        do = partial(self._start, resume_id, bullet.id, bullet.text.strip())
        has_story = marked is not None and bool(marked.story_title)
        story = "Change the story…" if has_story else "Link a story…"
        write = [] if has_story else [MenuEntry("Write a story from it", partial(do, self.write), icon="note-pencil")]
        return [
            MenuEntry("Take the evidence mark away", partial(do, self.unmark), icon=_ICON)
            if marked is not None
            else MenuEntry("Mark as evidence", partial(do, self.mark), icon=_ICON),
            MenuEntry(story, partial(do, self.link), icon="book-open"),
            *write,
            MenuEntry("Tag skills…", partial(do, self.tag), icon="tag"),
        ]

    # --- doing -------------------------------------------------------------------------------------------------

    async def mark(self, resume_id: int, bullet_id: str, text: str) -> None:
        """Mark a bullet the person stands by."""
        verb = partial(self._evidence.mark, resume_id, bullet_id, text)
        await self._do("marked a bullet as evidence", resume_id, bullet_id, verb)

    async def unmark(self, resume_id: int, bullet_id: str, _text: str) -> None:
        """Take the mark away, with its link and skills."""
        verb = partial(self._evidence.unmark, resume_id, bullet_id)
        await self._do("took an evidence mark away", resume_id, bullet_id, verb, "The evidence mark is gone")

    async def link(self, resume_id: int, bullet_id: str, text: str) -> None:
        """Ask which story tells more about a bullet; a new one is linked at once and opened to be written."""
        stories = await self._desk.run(self._evidence.stories)
        marked = self._marks.get(resume_id, {}).get(bullet_id)
        linked = marked.mark.story_id if marked is not None and marked.story_title else None
        dialog = LinkStoryDialog(text, stories, linked, self._window())
        answer = await dialog.answer()
        if answer == "new":
            await self.write(resume_id, bullet_id, text)
        elif answer == "link" and dialog.chosen != linked:
            verb = partial(self._evidence.link, resume_id, bullet_id, text, dialog.chosen)
            await self._do(
                "linked a bullet to a story" if dialog.chosen else "took the link to a story away",
                resume_id,
                bullet_id,
                verb,
            )

    async def tag(self, resume_id: int, bullet_id: str, text: str) -> None:
        """Ask which skills a bullet shows; those it names are suggested."""
        suggested = await self._desk.work(suggested_skills, self._evidence, text)
        marked = self._marks.get(resume_id, {}).get(bullet_id)
        before = marked.mark.skills if marked is not None else ()
        dialog = SkillsDialog(text, before, suggested, self._window())
        if await dialog.answer() == "tag" and tuple(dialog.skills) != before:
            verb = partial(self._evidence.tag, resume_id, bullet_id, text, dialog.skills)
            await self._do("changed the skills of a bullet", resume_id, bullet_id, verb)

    async def write(self, resume_id: int, bullet_id: str, text: str) -> None:
        """Begin a story with what a bullet and its entry tell, link the two and open it to be written on."""
        begun = await self._desk.run(self._evidence.begin_from_bullet, resume_id, bullet_id, text)
        story_id = begun.story_id

        async def undo() -> None:
            await self._desk.run(self._evidence.put_back, resume_id, bullet_id, begun.before)
            await self._desk.run(self._evidence.delete_story, story_id)

        async def redo() -> None:
            await self._desk.run(self._evidence.undelete_story, story_id)
            await self._desk.run(self._evidence.link, resume_id, bullet_id, text, story_id)

        self._desk.undo.push("wrote a story for a bullet", undo, redo, scope=("resume", resume_id))
        self._desk.open("evidence.stories", story_id)

    async def _do(
        self, label: str, resume_id: int, bullet_id: str, verb: Callable[[], EvidenceMark | None], said: str = ""
    ) -> None:
        before = await self._desk.run(verb)
        change = self._desk.undo.push(
            label,
            lambda: self._desk.run(self._evidence.put_back, resume_id, bullet_id, before),
            lambda: self._desk.run(verb),
            scope=("resume", resume_id),
        )
        if said:
            self._desk.offer_undo(said, change)

    # --- inside ------------------------------------------------------------------------------------------------

    def _start(
        self,
        resume_id: int,
        bullet_id: str,
        text: str,
        verb: Callable[[int, str, str], Coroutine[Any, Any, None]],
    ) -> None:
        self._desk.start(verb(resume_id, bullet_id, text), owner=self)

    def _window(self) -> QWidget | None:
        return self._desk.window

    def _look(self, resume_id: int) -> None:
        if resume_id in self._marks:
            self.attend(resume_id)

    def _on_stories(self, _event: StoriesChanged) -> None:
        for resume_id in self._marks:
            self.attend(resume_id)

    async def _read(self, resume_id: int) -> None:
        found = await self._desk.run(self._evidence.marks, resume_id)
        self._marks[resume_id] = {marked.mark.bullet_id: marked for marked in found}
        self.changed.emit(resume_id)


def suggested_skills(evidence: EvidenceService, text: str) -> list[str]:
    """Skills the text names, then those used before. Loads the list of skills: not on the Qt thread."""
    from careercoach_desktop.features.evidence.service import skill_list
    from careercoach_desktop.features.evidence.service.keeping import tidy

    named = [hit.skill.display for hit in skill_list().find_in(text)]
    return list(tidy([*named, *evidence.skills_used()]))
