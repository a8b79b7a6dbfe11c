"""What a person keeps as evidence: bullets they stand by, and stories that tell how it was.

A mark belongs to a bullet of one résumé. Bullets keep their ids while a résumé is edited and in its copies, so marks
stay where they are; when a file is read again its bullets have new ids, and a mark follows the words it was set on. A
bullet that is really gone keeps its mark, with the words it had.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.career import PassageKind, passages
from careercoach_desktop.features.evidence.model import (
    EvidenceChanged,
    EvidenceMark,
    MarkedBullet,
    Quote,
    Standing,
    StoriesChanged,
    Story,
    StoryBegun,
    StoryQuestion,
    StoryText,
)
from careercoach_desktop.features.evidence.store import EvidenceStore, StoryRow
from careercoach_desktop.features.evidence.telling import story_of_bullet
from careercoach_desktop.features.resumes.model import ResumeData, ResumeDuplicated, ResumeRead, ResumeRestored
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

KEPT_AFTER_REMOVAL = timedelta(days=30)
STORY_PATH = "extra.story"
"""Where a quote from a story comes from, before its id; what begins with ``extra`` is a person's own statement."""
_LONGEST_NAME = 60
_SAME_WORDS = 90.0
"""Per cent of likeness from which a bullet that was read again is the one that was marked."""


class EvidenceService:
    """Verbs about marks return the mark before (None when there was none); ``put_back`` with it is their undo."""

    def __init__(self, database: Database, resumes: ResumeService, clock: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._resumes = resumes
        self._clock = clock
        database.bus.within(ResumeDuplicated, self._on_duplicated)
        database.bus.within(ResumeRead, self._on_other_bullets)
        database.bus.within(ResumeRestored, self._on_other_bullets)

    # --- marks -------------------------------------------------------------------------------------------------

    def marks(self, resume_id: int) -> list[MarkedBullet]:
        """The marked bullets of one résumé, in the order they were marked."""
        return self._marked([resume_id])

    def all_marks(self) -> list[MarkedBullet]:
        """The marked bullets of every résumé that is there."""
        return self._marked([card.id for card in self._resumes.cards()])

    def mark(self, resume_id: int, bullet_id: str, text: str) -> EvidenceMark | None:
        """Mark a bullet, which says ``text`` now; one that is marked stays as it is."""
        return self._change(resume_id, bullet_id, text, lambda mark: mark)

    def link(self, resume_id: int, bullet_id: str, text: str, story_id: int | None) -> EvidenceMark | None:
        """Let a story tell more about a bullet (None: none any more); a bullet that is linked is marked."""
        if story_id is not None:
            self.story(story_id)
        return self._change(resume_id, bullet_id, text, lambda mark: replace(mark, story_id=story_id))

    def tag(self, resume_id: int, bullet_id: str, text: str, skills: Sequence[str]) -> EvidenceMark | None:
        """Say which skills a bullet shows; a bullet that is tagged is marked."""
        return self._change(resume_id, bullet_id, text, lambda mark: replace(mark, skills=tidy(skills)))

    def unmark(self, resume_id: int, bullet_id: str) -> EvidenceMark | None:
        """Take the mark away, with its link and skills."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            before = store.mark(resume_id, bullet_id)
            if before is not None:
                store.forget_mark(resume_id, bullet_id)
                unit.emit(EvidenceChanged(resume_id))
        return before

    def put_back(self, resume_id: int, bullet_id: str, before: EvidenceMark | None) -> None:
        """Make a bullet's mark what it was (None: not marked); the undo of every verb about marks."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            if before is None:
                store.forget_mark(resume_id, bullet_id)
            else:
                known = before.story_id is None or store.story_row(before.story_id) is not None
                store.put_mark(before if known else replace(before, story_id=None))
            unit.emit(EvidenceChanged(resume_id))

    # --- stories -----------------------------------------------------------------------------------------------

    def stories(self) -> list[Story]:
        """Every story, the latest changed first, with how many bullets it is linked to and what it answers."""
        there = {card.id for card in self._resumes.cards()}
        with self._database.read() as session:
            store = EvidenceStore(session)
            found = store.stories()
            linked = store.linked([story.id for story in found])
            questions = store.questions([story.id for story in found])
        counts = {story: sum(resume in there for resume in resumes) for story, resumes in linked.items()}
        return [
            replace(story, bullets=counts.get(story.id, 0), questions=tuple(questions.get(story.id, ())))
            for story in found
        ]

    def story(self, story_id: int) -> Story:
        """One story. UserError ``story-gone`` when it was removed."""
        with self._database.read() as session:
            found = EvidenceStore(session).story(story_id)
        if found is None:
            raise _gone()
        return found

    def add_story(self, text: StoryText) -> int:
        """Keep a new story; returns its id. Undo is ``delete_story``. UserError ``story-title`` without a title."""
        with self._database.write() as unit:
            story_id = EvidenceStore(unit.session).add_story(_checked(text), self._clock())
            unit.emit(StoriesChanged(story_id))
        return story_id

    def begin_from_bullet(self, resume_id: int, bullet_id: str, text: str) -> StoryBegun:
        """Begin a story with what a bullet, which says ``text``, and its entry tell, and link the two. Undo is
        ``put_back`` with the mark before, and ``delete_story``."""
        _title, data = self._resumes.contents([resume_id]).get(resume_id, ("", ResumeData()))
        begun = story_of_bullet(data, bullet_id, text)
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            story_id = store.add_story(_checked(begun), self._clock())
            before = self._put(unit, resume_id, bullet_id, text, lambda mark: replace(mark, story_id=story_id))
            unit.emit(StoriesChanged(story_id))
        return StoryBegun(story_id, before)

    def story_from(self, text: StoryText, question: str = "", bank_id: str = "") -> int:
        """Keep what was told in an answer as a story that answers ``question``; returns its id. Undo is
        ``delete_story``. A text without a name gets its first words as one; UserError ``story-title`` when there are
        none."""
        told = text if text.title.strip() else replace(text, title=_first_words(text))
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            story_id = store.add_story(_checked(told), self._clock())
            if _plain(question):
                store.link_question(StoryQuestion(story_id, _plain(question), bank_id, self._clock()))
            unit.emit(StoriesChanged(story_id))
        return story_id

    def change_story(self, story_id: int, text: StoryText) -> StoryText:
        """Write what a story says; returns what it said before, for undo."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            row, story = _live(store, story_id)
            store.change_story(row, _checked(text), self._clock())
            unit.emit(StoriesChanged(story_id))
        return story.text

    def delete_story(self, story_id: int) -> None:
        """Take a story away; ``undelete_story`` brings it back, and bullets are linked to it again."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            row, _story = _live(store, story_id)
            row.removed = self._clock()
            store.put_story(row)
            unit.emit(StoriesChanged(story_id))

    def undelete_story(self, story_id: int) -> None:
        """Bring a removed story back. UserError ``story-gone`` when it was forgotten for good."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            row = store.story_row(story_id)
            if row is None:
                raise _gone()
            row.removed = None
            store.put_story(row)
            unit.emit(StoriesChanged(story_id))

    def purge_removed(self) -> int:
        """Forget for good the stories that were removed more than thirty days ago; how many."""
        with self._database.write() as unit:
            return EvidenceStore(unit.session).purge_stories(self._clock() - KEPT_AFTER_REMOVAL)

    # --- questions a story answers -----------------------------------------------------------------------------

    def link_question(self, story_id: int, question: str, bank_id: str = "") -> bool:
        """Say that a story answers a question; False when that was said before. Undo is ``unlink_question``.
        UserError ``story-gone``."""
        words = _plain(question)
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            _live(store, story_id)
            if not words or store.question(story_id, words) is not None:
                return False
            store.link_question(StoryQuestion(story_id, words, bank_id, self._clock()))
            unit.emit(StoriesChanged(story_id))
        return True

    def unlink_question(self, story_id: int, question: str) -> StoryQuestion | None:
        """Take that back; what was linked, for ``relink_question`` (None: nothing was)."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            before = store.question(story_id, _plain(question))
            if before is not None:
                store.unlink_question(story_id, before.question)
                unit.emit(StoriesChanged(story_id))
        return before

    def relink_question(self, linked: StoryQuestion) -> None:
        """Put a link back where it stood among the others; the undo of ``unlink_question``."""
        with self._database.write() as unit:
            store = EvidenceStore(unit.session)
            _live(store, linked.story_id)
            store.link_question(linked)
            unit.emit(StoriesChanged(linked.story_id))

    # --- as evidence -------------------------------------------------------------------------------------------

    def facts(self) -> list[Quote]:
        """What the person tells in their stories, as evidence a generated text may rest on."""
        with self._database.read() as session:
            found = EvidenceStore(session).stories()
        return [quote for story in found for quote in quotes(story)]

    def skills_used(self) -> list[str]:
        """Skills on marks and stories, each once, for suggesting them again."""
        with self._database.read() as session:
            store = EvidenceStore(session)
            used = [skill for mark in store.marks() for skill in mark.skills]
            used += [skill for story in store.stories() for skill in story.text.skills]
        return list(tidy(used))

    # --- inside ------------------------------------------------------------------------------------------------

    def _marked(self, resume_ids: Sequence[int]) -> list[MarkedBullet]:
        with self._database.read() as session:
            store = EvidenceStore(session)
            marks = store.marks(resume_ids[0]) if len(resume_ids) == 1 else store.marks()
            titles = {story.id: story.text.title for story in store.stories()}
        here: dict[int, list[EvidenceMark]] = {resume_id: [] for resume_id in resume_ids}
        for mark in marks:
            if mark.resume_id in here:
                here[mark.resume_id].append(mark)
        contents = self._resumes.contents([resume_id for resume_id, of_it in here.items() if of_it])
        found: list[MarkedBullet] = []
        for resume_id, of_it in here.items():
            title, data = contents.get(resume_id, ("", ResumeData()))
            now = bullets_of(data) if of_it else {}
            found.extend(_with_standing(mark, title, now, titles) for mark in of_it if resume_id in contents)
        return found

    def _change(
        self, resume_id: int, bullet_id: str, text: str, change: Callable[[EvidenceMark], EvidenceMark]
    ) -> EvidenceMark | None:
        with self._database.write() as unit:
            return self._put(unit, resume_id, bullet_id, text, change)

    def _put(
        self,
        unit: UnitOfWork,
        resume_id: int,
        bullet_id: str,
        text: str,
        change: Callable[[EvidenceMark], EvidenceMark],
    ) -> EvidenceMark | None:
        store = EvidenceStore(unit.session)
        before = store.mark(resume_id, bullet_id)
        now = before or EvidenceMark(resume_id, bullet_id, text.strip(), self._clock())
        store.put_mark(change(now))
        unit.emit(EvidenceChanged(resume_id))
        return before

    def _on_duplicated(self, event: ResumeDuplicated, unit: UnitOfWork) -> None:
        """A copy's bullets have the same ids and are as true as the original's."""
        store = EvidenceStore(unit.session)
        for mark in store.marks(event.resume_id):
            store.put_mark(replace(mark, resume_id=event.copy_id))

    def _on_other_bullets(self, event: ResumeRead | ResumeRestored, unit: UnitOfWork) -> None:
        """A file was read (again), or that was taken back: marks follow their words to the bullets' other ids."""
        store = EvidenceStore(unit.session)
        marks = store.marks(event.resume_id)
        if not marks:
            return
        now = bullets_of(self._resumes.data_in(unit, event.resume_id))
        taken = {mark.bullet_id for mark in marks}
        for mark in marks:
            bullet_id = None if mark.bullet_id in now else _found_again(mark.text, now, taken)
            if bullet_id is not None:
                taken.add(bullet_id)
                store.move_mark(mark, bullet_id)
        unit.emit(EvidenceChanged(event.resume_id))


def bullets_of(data: ResumeData) -> dict[str, str]:
    """Every bullet's id and what it says, those left off the page too."""
    return {
        passage.path: passage.text for passage in passages(data, with_hidden=True) if passage.kind is PassageKind.BULLET
    }


def quotes(story: Story) -> list[Quote]:
    """The parts of a story as evidence, with where they come from."""
    label = f"Your story “{story.text.title}”"
    parts = [text for _name, text in story.text.parts]
    skills = ", ".join(story.text.skills)
    return [Quote(path=f"{STORY_PATH}.{story.id}", label=label, text=text) for text in (*parts, skills) if text.strip()]


def tidy(words: Sequence[str]) -> tuple[str, ...]:
    """Each word once, whatever its letters, in the order given."""
    found: dict[str, str] = {}
    for word in words:
        plain = " ".join(word.split())
        if plain:
            found.setdefault(plain.casefold(), plain)
    return tuple(found.values())


def _plain(question: str) -> str:
    return " ".join(question.split())


def _first_words(text: StoryText) -> str:
    said = next((" ".join(part.split()) for _name, part in text.parts if part.strip()), "")
    return said if len(said) <= _LONGEST_NAME else f"{said[:_LONGEST_NAME].rsplit(' ', 1)[0].rstrip(',;:')} …"


def _with_standing(mark: EvidenceMark, resume_title: str, now: dict[str, str], stories: dict[int, str]) -> MarkedBullet:
    says = now.get(mark.bullet_id)
    if says is None:
        standing = Standing.GONE
    else:
        standing = Standing.SAME if says.strip() == mark.text.strip() else Standing.REWORDED
    story = stories.get(mark.story_id, "") if mark.story_id is not None else ""
    return MarkedBullet(mark, resume_title, standing, mark.text if says is None else says, story)


def _found_again(text: str, now: dict[str, str], taken: set[str]) -> str | None:
    """The bullet that says (nearly) what was marked, unless it has a mark of its own."""
    likeness = {bullet_id: fuzz.ratio(text, says) for bullet_id, says in now.items() if bullet_id not in taken}
    best = max(likeness, key=lambda bullet_id: likeness[bullet_id], default=None)
    return best if best is not None and likeness[best] >= _SAME_WORDS else None


def _checked(text: StoryText) -> StoryText:
    title = " ".join(text.title.split())
    if not title:
        raise UserError("A story needs a name.", "A few words that remind you of it are enough.", code="story-title")
    return replace(text, title=title, skills=tidy(text.skills), happened=" ".join(text.happened.split()))


def _live(store: EvidenceStore, story_id: int) -> tuple[StoryRow, Story]:
    row, story = store.story_row(story_id), store.story(story_id)
    if row is None or story is None:
        raise _gone()
    return row, story


def _gone() -> UserError:
    return UserError(
        "This story is no longer here.", "It may have been deleted; undo brings it back.", code="story-gone"
    )
