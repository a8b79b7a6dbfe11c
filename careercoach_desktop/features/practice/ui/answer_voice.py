"""Spoken answers: a button that listens, a line that shows it, and the words in the field, as if typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.features.practice.ui.draft_saving import DraftSaving
from careercoach_desktop.features.practice.ui.speaking.voice_line import VoiceLine
from careercoach_desktop.features.practice.ui.voice import Spoken, VoiceDoor
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.practice.ui.question_pane import QuestionPane


class AnswerVoice(QObject):
    """Without a door nothing of it is seen. What was said is forgotten only after its words are kept."""

    def __init__(self, desk: Desk, door: VoiceDoor | None, pane: QuestionPane, saver: DraftSaving) -> None:
        super().__init__(pane)
        self._desk, self._door, self._pane, self._saver = desk, door, pane, saver
        self._language = "en"
        self._is_busy = False
        self.line: VoiceLine = pane.voice_line
        pane.offer_voice(listens=False, speaks=False)
        pane.speak_wanted.connect(self.speak)
        pane.read_wanted.connect(self.read_aloud)
        self.line.stop_wanted.connect(self.stop)
        self.line.cancel_wanted.connect(self._cancel)
        self.line.write_wanted.connect(self._write_left)
        self.line.forget_wanted.connect(self._forget_left)
        if door is not None:
            door.heard.connect(self.line.show_listening)
            door.writing.connect(self.line.show_writing)

    def turn_to(self, session: Session, question_id: int) -> None:
        """Another question is on the screen: whether something that was said for it waits to be written down."""
        self._language = session.setup.language
        self.stop()
        self.line.show_nothing()
        if self._door is not None:
            self._desk.start(self._look(self._door, question_id), owner=self)

    def stop(self) -> None:
        """End reading and listening; what was said so far is written down."""
        if self._door is not None:
            self._door.stop()

    def speak(self) -> None:
        question = self._pane.question
        if self._door is not None and question is not None and not self._is_busy:
            self._desk.start(self._listen(self._door, question.id), owner=self)

    def read_aloud(self) -> None:
        if self._door is not None and self._pane.question is not None:
            self._door.say(self._pane.question.content.text, self._language)

    async def _look(self, door: VoiceDoor, question_id: int) -> None:
        await door.look()
        self._pane.offer_voice(listens=door.can_listen, speaks=door.can_speak)
        seconds = await door.left_behind(question_id)
        if seconds and self._is_shown(question_id) and not self._is_busy:
            self.line.show_left(seconds)

    async def _listen(self, door: VoiceDoor, question_id: int) -> None:
        self._is_busy = True
        self._pane.set_listening(on=True)
        self.line.show_listening()
        try:
            spoken = await door.listen(question_id, self._language)
            if spoken is not None:
                await self._take(door, question_id, spoken)
        finally:
            self._rest()

    async def _write_down(self, door: VoiceDoor, question_id: int) -> None:
        self._is_busy = True
        self._pane.set_listening(on=True)
        self.line.show_writing()
        try:
            await self._take(door, question_id, await door.write_down(question_id, self._language))
        finally:
            self._rest()

    async def _take(self, door: VoiceDoor, question_id: int, spoken: Spoken) -> None:
        """Only while its question is shown; else the recording waits until the question comes back."""
        if self._is_shown(question_id):
            self._pane.put_spoken(spoken)
            if await self._saver.kept():
                await door.forget(question_id)

    def _rest(self) -> None:
        self._is_busy = False
        self._pane.set_listening(on=False)
        self.line.show_nothing()

    def _cancel(self) -> None:
        if self._door is not None:
            self._door.cancel()

    def _write_left(self) -> None:
        if self._door is not None and self._pane.question is not None:
            self._desk.start(self._write_down(self._door, self._pane.question.id), owner=self)

    def _forget_left(self) -> None:
        if self._door is not None and self._pane.question is not None:
            self._desk.start(self._door.forget(self._pane.question.id), owner=self)
            self.line.show_nothing()

    def _is_shown(self, question_id: int) -> bool:
        return self._pane.question is not None and self._pane.question.id == question_id
