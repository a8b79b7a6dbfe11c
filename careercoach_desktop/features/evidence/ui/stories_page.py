"""My stories: what happened, told in four parts, to prove what a bullet only claims; and the marked bullets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.evidence.model import (
    EvidenceChanged,
    StoriesChanged,
    Story,
    StoryText,
)
from careercoach_desktop.features.evidence.ui.bullet_actions import EvidenceActions
from careercoach_desktop.features.evidence.ui.story_editor import StoryEditor
from careercoach_desktop.features.evidence.ui.story_list import BulletRow, StoryList
from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeRemoved
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    EmptyState,
    IconButton,
    Line,
    MenuEntry,
    PageHeader,
    RecordPlace,
    column,
    holder,
    open_menu,
    row,
)
from careercoach_desktop.foundation.uikit.undo import Change

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.service.coaching import StoryCoach
    from careercoach_desktop.features.evidence.service.keeping import EvidenceService

_TEACH = (
    "What did you do that you are proud of? Told in four short parts it proves what a bullet only claims, and is ready "
    "when an interviewer asks."
)
_NEW = StoryText(title="New story")


@dataclass
class _Step:
    """Writing in one field of one story, which is one step of undo."""

    story_id: int
    field: QWidget | None
    before: StoryText
    after: StoryText
    change: Change | None = None


class StoriesPage(QWidget):
    """``open_record(id)`` shows a story; None the list."""

    def __init__(self, desk: Desk, evidence: EvidenceService, coach: StoryCoach, actions: EvidenceActions) -> None:
        super().__init__()
        self._desk = desk
        self._evidence = evidence
        self._coach = coach
        self._actions = actions
        self._stories: dict[int, Story] = {}
        self._chosen: int | None = None
        self._in_editor: int | None = None
        self._begin = False
        self._loads = self._asked = 0
        """How many times it was read; the first reading that knows the story somebody asked for."""
        self._step: _Step | None = None
        self._header = PageHeader("My stories", back=True, line=True)
        self._header.back_requested.connect(lambda: desk.open("resumes"))
        self._delete = IconButton("trash", "Delete this story")
        self._delete.clicked.connect(lambda: self._on_delete(self._chosen))
        self._new = Button("New story", "primary", icon="plus")
        self._new.clicked.connect(self.write_new)
        self._header.add_action(self._delete, self._new)
        for button in (self._delete, self._new):
            button.hide()  # until it is known what there is
        self.list = StoryList()
        self.list.chosen.connect(self.choose)
        self.list.delete_wanted.connect(self._on_delete)
        self.list.bullet_chosen.connect(self._open_bullet)
        self.list.bullet_menu.connect(self._bullet_menu)
        self.editor = StoryEditor()
        self.editor.changed.connect(self._on_written)
        self.editor.questions.link_wanted.connect(self._on_link)
        self.editor.questions.unlink_wanted.connect(self._on_unlink)
        desk.undo.asked.connect(self.editor.flush)
        self._none = EmptyState("book-open", _TEACH, action="Write a story")  # beside bullets that are marked
        self._none.acted.connect(self.write_new)
        self._right = QStackedWidget()
        self._right.addWidget(self._none)
        self._right.addWidget(self.editor)
        both = row(self.list, Line(vertical=True), self._right, spacing=0)
        both.setStretch(2, 1)
        self._empty = EmptyState(
            "book-open",
            _TEACH,
            action="Write a story",
        )
        self._empty.acted.connect(self.write_new)
        self._stack = QStackedWidget()
        for each in (QWidget(), self._empty, holder(both)):
            self._stack.addWidget(each)
        self.setLayout(column(self._header, self._stack, spacing=0))
        for kind in (StoriesChanged, EvidenceChanged, ResumeChanged, ResumeRemoved):
            desk.on(kind, self._on_changed, owner=self)
        desk.on(ChangedElsewhere, self._on_changed, owner=self)
        desk.start(self._load(), owner=self)

    # --- showing -----------------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Called by navigation."""
        self.editor.flush()
        if record is not None:
            self._ask_for(record)
        self._desk.start(self._load(refresh=True), owner=self)

    def choose(self, story_id: int) -> None:
        """Show a story."""
        self.editor.flush()
        self._chosen = story_id
        self.list.select(story_id)
        self._show_chosen()

    def write_new(self) -> None:
        """Begin a new story; undo takes it away again."""
        self.editor.flush()
        self._desk.start(self._write_new(), owner=self)

    def _ask_for(self, story_id: int) -> None:
        self._chosen, self._begin, self._asked = story_id, True, self._loads + 1

    async def _load(self, *, refresh: bool = False) -> None:
        """``refresh`` shows the chosen story anew, unless somebody is writing in it."""
        self._loads += 1
        number = self._loads
        stories = await self._desk.run(self._evidence.stories)
        bullets = await self._desk.run(self._evidence.all_marks)
        if number < self._asked and all(story.id != self._chosen for story in stories):
            return  # read before there was what is asked for; the next reading knows it
        self._stories = {story.id: story for story in stories}
        if self._chosen not in self._stories:
            self._chosen = stories[0].id if stories else None
        self.list.show_all(stories, bullets, self._chosen)
        self._header.set_subtitle(str(len(stories)) if stories else "")
        self._delete.setVisible(bool(stories))
        self._new.setVisible(bool(stories))
        self._stack.setCurrentIndex(2 if stories or bullets else 1)
        if self._in_editor in self._stories:
            self.editor.questions.show_linked(self._stories[self._in_editor].questions)
        idle = self.editor.field_in_use is None
        if self._chosen != self._in_editor or self._begin or (refresh and idle):
            self._show_chosen()

    def _show_chosen(self) -> None:
        if self._in_editor in self._stories:
            self.editor.flush()  # what was typed while the other one was on its way
        story = self._stories.get(self._chosen) if self._chosen is not None else None
        self._in_editor = self._chosen
        self._right.setCurrentIndex(1 if story is not None else 0)
        if story is None:
            return
        self.editor.show_text(story.text)
        self.editor.questions.show_linked(story.questions)
        self._desk.start(self._look(story.id), owner=self)
        if self._begin:
            self._begin = False
            self.editor.begin()

    async def _look(self, story_id: int) -> None:
        """Show what rules see in a story, unless it was written on or left meanwhile."""
        story = self._stories.get(story_id)
        if story is None:
            return
        look = await self._desk.work(self._coach.look, story)
        if self._in_editor == story_id and self._stories.get(story_id) == story:
            self.editor.show_look(look)

    # --- questions it answers ----------------------------------------------------------------------------------

    def _on_link(self, question: str, bank_id: str) -> None:
        if self._in_editor is not None:
            self.editor.flush()
            self._desk.start(self._link(self._in_editor, question, bank_id), owner=self)

    def _on_unlink(self, question: str) -> None:
        if self._in_editor is not None:
            self.editor.flush()
            self._desk.start(self._unlink(self._in_editor, question), owner=self)

    async def _link(self, story_id: int, question: str, bank_id: str) -> None:
        if await self._desk.run(self._evidence.link_question, story_id, question, bank_id):
            self._desk.undo.push(
                "linked a question to a story",
                lambda: self._desk.run(self._evidence.unlink_question, story_id, question),
                lambda: self._desk.run(self._evidence.link_question, story_id, question, bank_id),
            )
            await self._look(story_id)

    async def _unlink(self, story_id: int, question: str) -> None:
        before = await self._desk.run(self._evidence.unlink_question, story_id, question)
        if before is not None:
            change = self._desk.undo.push(
                "took a question’s link away",
                lambda: self._desk.run(self._evidence.relink_question, before),
                lambda: self._desk.run(self._evidence.unlink_question, story_id, question),
            )
            self._desk.offer_undo("The story no longer answers this question", change)

    # --- writing -----------------------------------------------------------------------------------------------

    async def _write_new(self) -> None:
        story_id = await self._desk.run(self._evidence.add_story, _NEW)
        self._desk.undo.push(
            "added a story",
            lambda: self._desk.run(self._evidence.delete_story, story_id),
            lambda: self._desk.run(self._evidence.undelete_story, story_id),
        )
        self._ask_for(story_id)
        await self._load()

    def _on_written(self, text: StoryText) -> None:
        """The story that stands in the editor, which is not the chosen one while that is still on its way."""
        story_id = self._in_editor
        if story_id is None:
            return
        if story_id in self._stories:
            self._remember(story_id, text)
        self._desk.start(self._desk.run(self._evidence.change_story, story_id, text))  # whoever leaves

    def _remember(self, story_id: int, text: StoryText) -> None:
        """One step of undo for as long as the person writes in one field."""
        field, step = self.editor.field_in_use, self._step
        if (
            step is not None
            and (step.story_id, step.field) == (story_id, field)
            and step.change is not None
            and self._desk.undo.is_latest(step.change)
        ):
            step.after = text
        else:
            step = self._step = _Step(story_id, field, self._stories[story_id].text, text)
            step.change = self._desk.undo.push(
                f"wrote in “{text.title}”",
                lambda: self._write_back(story_id, step.before),
                lambda: self._write_back(story_id, step.after),
            )
        was = self._stories[story_id]
        self._stories[story_id] = replace(was, text=text)
        self._desk.start(self._look(story_id), owner=self)

    async def _write_back(self, story_id: int, text: StoryText) -> None:
        self._step = None
        await self._desk.run(self._evidence.change_story, story_id, text)
        self._chosen = story_id
        await self._load()
        self._show_chosen()
        if not self.isVisible():
            self._desk.open("evidence.stories", story_id)

    def _on_delete(self, story_id: int | None) -> None:
        self.editor.flush()
        if story_id is not None and story_id in self._stories:
            self._desk.start(self._remove(story_id, self._stories[story_id].text.title), owner=self)

    async def _remove(self, story_id: int, title: str) -> None:
        await self._desk.run(self._evidence.delete_story, story_id)
        change = self._desk.undo.push(
            f"deleted “{title}”",
            lambda: self._desk.run(self._evidence.undelete_story, story_id),
            lambda: self._desk.run(self._evidence.delete_story, story_id),
        )
        self._desk.offer_undo(f"“{title}” deleted", change)

    # --- bullets -----------------------------------------------------------------------------------------------

    def _open_bullet(self, shown: BulletRow) -> None:
        mark = shown.bullet.mark
        self._desk.open("resumes.edit", place=RecordPlace(mark.resume_id, mark.bullet_id))

    def _bullet_menu(self, shown: BulletRow) -> None:
        mark = shown.bullet.mark
        do = partial(self._do, mark.resume_id, mark.bullet_id, shown.bullet.now)
        write = MenuEntry("Write a story from it", partial(do, self._actions.write), icon="note-pencil")
        open_menu(
            shown,
            [
                MenuEntry("Open the résumé", partial(self._open_bullet, shown), icon="file-text"),
                MenuEntry("Link a story…", partial(do, self._actions.link), icon="book-open"),
                *([] if shown.bullet.story_title else [write]),
                MenuEntry("Tag skills…", partial(do, self._actions.tag), icon="tag"),
                MenuEntry("Take the evidence mark away", partial(do, self._actions.unmark), icon="medal"),
            ],
        )

    def _do(self, resume_id: int, bullet_id: str, text: str, verb: object) -> None:
        self._actions.attend(resume_id)
        self._desk.start(verb(resume_id, bullet_id, text), owner=self)  # type: ignore[operator]

    # --- changes -----------------------------------------------------------------------------------------------

    async def _on_changed(self, event: object) -> None:
        if self.isVisible():  # navigation loads the page when it comes into view
            await self._load(refresh=isinstance(event, ChangedElsewhere))

    def hideEvent(self, event: QHideEvent) -> None:
        self.editor.flush()
        super().hideEvent(event)
