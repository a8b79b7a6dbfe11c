"""All questions, read when the first is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from threading import Lock

from careercoach_desktop.features.evidence.bank.choosing import Wanted, choose
from careercoach_desktop.features.evidence.bank.fields import FieldFinder
from careercoach_desktop.features.evidence.bank.question import BankQuestion, Field, Level
from careercoach_desktop.features.evidence.bank.reading import read_file
from careercoach_desktop.features.evidence.bank.weights import Weights
from careercoach_desktop.foundation.resources import resource


class QuestionBank:
    """One for the whole application; what it has read stays with it. It may be asked from any thread."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds the files; None: those the application came with."""
        self._folder = folder
        self._reading = Lock()

    @cached_property
    def _read(self) -> tuple[dict[str, Field], dict[str, BankQuestion]]:
        with self._reading:
            if "_read" in self.__dict__:  # another thread was quicker
                return self._read
            fields: dict[str, Field] = {}
            questions: dict[str, BankQuestion] = {}
            for path in sorted((self._folder or resource("questions")).glob("*.toml")):
                field, found = read_file(path)
                if field is not None:
                    fields[field.id] = field
                for question in found:
                    if questions.setdefault(question.id, question) is not question:
                        raise ValueError(f"{path.name}: question {question.id} is there already")
            return fields, questions

    @cached_property
    def _finder(self) -> FieldFinder:
        return FieldFinder(self.fields())

    @cached_property
    def _weights(self) -> Weights:
        return Weights(self.questions())

    def fields(self) -> tuple[Field, ...]:
        """Every field of work there are questions for, by name."""
        return tuple(sorted(self._read[0].values(), key=lambda field: field.name))

    def fields_for(self, text: str) -> tuple[str, ...]:
        """Ids of the fields a title or a posting belongs to, the likeliest first, three at most; nothing when no word
        tells. The first line weighs most: hand in the title before the posting."""
        return self._finder.find(text)

    def question(self, question_id: str) -> BankQuestion | None:
        """One by its id; None when this version of the bank has it no more."""
        return self._read[1].get(question_id)

    def questions(
        self, kind: str | None = None, field: str | None = None, level: Level | str | None = None
    ) -> tuple[BankQuestion, ...]:
        """Those that suit a kind of interview, are from a field (empty: from none) and are that hard; None: any."""
        return tuple(
            question
            for question in self._read[1].values()
            if (kind is None or kind in question.types)
            and (field is None or question.field == field)
            and (level is None or question.level == level)
        )

    def choose(self, wanted: Wanted) -> list[BankQuestion]:
        """Questions for one conversation, in the order to ask them; the same for the same wishes."""
        return choose(self.questions(), wanted, self._weights)
