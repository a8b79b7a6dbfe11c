"""The sample data's practice, with a believable past, for people who want to look around first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from careercoach_desktop.features.practice.listening import local_feedback
from careercoach_desktop.features.practice.model import LOCAL, PracticeChanged, PracticeSetup, SampleAnswer
from careercoach_desktop.features.practice.service.choosing import content_of
from careercoach_desktop.features.practice.service.practising import Practising, evidence_lines
from careercoach_desktop.features.practice.store import PracticeStore
from careercoach_desktop.features.practice.summing import result_of


class SampleVerbs(Practising):
    def add_sample(
        self, setup: PracticeSetup, answers: Sequence[SampleAnswer], begun: datetime, *, finished: bool
    ) -> int:
        """A session as it would stand, had it been practised at that time; its id. A question that comes again is
        answered again. KeyError for one that is not in the bank."""
        when, own = begun, evidence_lines(self._material(setup))
        asked: dict[str, int] = {}
        with self._below.database.write() as unit:
            store = PracticeStore(unit.session)
            session_id = store.add_session(setup, self._title(setup), begun)
            for each in answers:
                question = self._below.bank.question(each.bank_id)
                if question is None:
                    raise KeyError(each.bank_id)
                content = content_of(question)
                if each.bank_id not in asked:
                    asked[each.bank_id] = store.add_question(session_id, content, LOCAL)
                question_id = asked[each.bank_id]
                if each.text:
                    when += timedelta(seconds=each.seconds + 20)
                    heard = local_feedback(content, each.text, each.seconds, None, own)
                    store.add_answer(question_id, each.text, each.seconds, heard, when)
                elif each.draft:
                    store.put_on_screen(question_id)
                    store.keep_draft(question_id, each.draft, each.seconds)
            if finished:
                store.finish(session_id, result_of(store.session(session_id)), when)
            else:
                store.touch(session_id, when)
            unit.emit(PracticeChanged(session_id))
        return session_id
