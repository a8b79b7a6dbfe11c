"""All questions, read when the first is asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from threading import Lock

from careercoach_desktop.features.evidence.bank.choosing import Wanted, choose
from careercoach_desktop.features.evidence.bank.fields import FieldFinder
from careercoach_desktop.features.evidence.bank.question import ENGLISH, BankQuestion, Field, Level
from careercoach_desktop.features.evidence.bank.reading import read_file
from careercoach_desktop.features.evidence.bank.weights import Weights
from careercoach_desktop.foundation.resources import resource


class QuestionBank:
    """One for the whole application; what it has read stays with it. It may be asked from any thread.

    The files of the folder itself are in English, those in a folder below it in the language it is called by."""

    def __init__(self, folder: Path | None = None) -> None:
        """``folder`` holds the files; None: those the application came with."""
        self._folder = folder
        self._reading = Lock()
        self._read: dict[str, _Read] = {}

    @cached_property
    def _finder(self) -> FieldFinder:
        return FieldFinder(self.fields())

    def languages(self) -> tuple[str, ...]:
        """Codes of the languages there are questions in, English first."""
        return (ENGLISH, *sorted(path.name for path in self._home.iterdir() if path.is_dir()))

    def fields(self) -> tuple[Field, ...]:
        """Every field of work there are questions for, by name."""
        return tuple(sorted(self._in(ENGLISH).fields, key=lambda field: field.name))

    def fields_for(self, text: str) -> tuple[str, ...]:
        """Ids of the fields a title or a posting belongs to, the likeliest first, three at most; nothing when no word
        tells. The first line weighs most: hand in the title before the posting."""
        return self._finder.find(text)

    def question(self, question_id: str) -> BankQuestion | None:
        """One by its id, in whatever language; None when this version of the bank has it no more."""
        first, _, _ = question_id.partition("-")
        return self._in(first if first in self.languages() else ENGLISH).questions.get(question_id)

    def questions(
        self,
        kind: str | None = None,
        field: str | None = None,
        level: Level | str | None = None,
        language: str = ENGLISH,
    ) -> tuple[BankQuestion, ...]:
        """Those that suit a kind of interview, are from a field (empty: from none) and are that hard; None: any."""
        return tuple(
            question
            for question in self._in(language).questions.values()
            if (kind is None or kind in question.types)
            and (field is None or question.field == field)
            and (level is None or question.level == level)
        )

    def choose(self, wanted: Wanted) -> list[BankQuestion]:
        """Questions for one conversation, in the order to ask them; the same for the same wishes."""
        known = wanted.language if wanted.language in self.languages() else ENGLISH
        return choose(self.questions(language=known), wanted, self._in(known).weights)

    @property
    def _home(self) -> Path:
        return self._folder or resource("questions")

    def _in(self, language: str) -> _Read:
        """What there is in a language, nothing in one without a folder. Read once, by one thread."""
        found = self._read.get(language)
        if found is not None:
            return found
        with self._reading:
            if language not in self._read:
                folder = self._home if language == ENGLISH else self._home / language
                self._read[language] = _Read(folder, language)
            return self._read[language]


class _Read:
    """The files of one language."""

    def __init__(self, folder: Path, language: str) -> None:
        self.fields: list[Field] = []
        self.questions: dict[str, BankQuestion] = {}
        for path in sorted(folder.glob("*.toml")):
            field, found = read_file(path, language)
            if field is not None:
                self.fields.append(field)
            for question in found:
                if self.questions.setdefault(question.id, question) is not question:
                    raise ValueError(f"{path.name}: question {question.id} is there already")

    @cached_property
    def weights(self) -> Weights:
        return Weights(list(self.questions.values()))
