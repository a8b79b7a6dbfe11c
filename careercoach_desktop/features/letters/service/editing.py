"""A letter edited: every verb checks it again and returns what undo needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.letters.checking import without
from careercoach_desktop.features.letters.model import LetterDraft, Paragraph
from careercoach_desktop.features.letters.service.base import LetterVerbs, no_resume
from careercoach_desktop.features.resumes.model import new_id

LINES = ("subject", "greeting", "closing", "signature")
"""The parts of a letter that are no paragraphs, as ``set_text`` names them."""


class Editing(LetterVerbs):
    """Raises KeyError for a letter or a paragraph that is not there."""

    def set_text(self, letter_id: int, part: str, text: str) -> str:
        """Write one part: a line of ``LINES``, or a paragraph by its id. Returns the text before."""
        before: list[str] = []

        def write(draft: LetterDraft) -> LetterDraft:
            before[:] = [_text_of(draft, part)]
            if part in LINES:
                return draft.model_copy(update={part: text})
            return _with(draft, part, lambda each: each.model_copy(update={"text": text}))

        self._revise(letter_id, write, check=part not in LINES)
        return before[0]

    def add_paragraph(self, letter_id: int, after: str | None, text: str = "") -> str:
        """A new paragraph behind the one named (at the beginning for None); returns its id."""
        paragraph = Paragraph(id=new_id(), text=text)

        def add(draft: LetterDraft) -> LetterDraft:
            at = 0 if after is None else _place(draft, after) + 1
            return _arranged(draft, [*draft.paragraphs[:at], paragraph, *draft.paragraphs[at:]])

        self._revise(letter_id, add)
        return paragraph.id

    def remove_paragraph(self, letter_id: int, paragraph_id: str) -> tuple[int, Paragraph]:
        """Take it out; returns its place and itself, for ``put_paragraph``."""
        taken: list[tuple[int, Paragraph]] = []

        def remove(draft: LetterDraft) -> LetterDraft:
            taken[:] = [(_place(draft, paragraph_id), draft.paragraph(paragraph_id))]
            return _arranged(draft, [each for each in draft.paragraphs if each.id != paragraph_id])

        self._revise(letter_id, remove)
        return taken[0]

    def put_paragraph(self, letter_id: int, at: int, paragraph: Paragraph) -> None:
        """Put a paragraph that was taken out where it was; harmless when it is there."""

        def put(draft: LetterDraft) -> LetterDraft:
            others = [each for each in draft.paragraphs if each.id != paragraph.id]
            return _arranged(draft, [*others[:at], paragraph, *others[at:]])

        self._revise(letter_id, put)

    def move_paragraph(self, letter_id: int, paragraph_id: str, to: int) -> int:
        """Move it to the place ``to`` (from 0; beyond the end is the end); returns its place before."""
        before: list[int] = []

        def move(draft: LetterDraft) -> LetterDraft:
            before[:] = [_place(draft, paragraph_id)]
            others = [each for each in draft.paragraphs if each.id != paragraph_id]
            at = max(0, to)
            return _arranged(draft, [*others[:at], draft.paragraph(paragraph_id), *others[at:]])

        self._revise(letter_id, move, check=False)
        return before[0]

    def accept(self, letter_id: int, paragraph_id: str, accepted: bool) -> bool:
        """Let a paragraph stand though something in it is not proved, or no longer; returns what it was before."""
        before: list[bool] = []

        def let(draft: LetterDraft) -> LetterDraft:
            before[:] = [draft.paragraph(paragraph_id).accepted]
            return _with(draft, paragraph_id, lambda each: each.model_copy(update={"accepted": accepted}))

        self._revise(letter_id, let, check=False)
        return before[0]

    def remove_claim(self, letter_id: int, paragraph_id: str, claim: Claim) -> str:
        """Take out what makes the claim: an item, a clause or the sentence. Returns the paragraph's text before.

        UserError ``no-resume`` when no résumé is left to tell by."""
        material = self._material_of(self.letter(letter_id))
        if material is None:
            raise no_resume()
        before: list[str] = []

        def remove(draft: LetterDraft) -> LetterDraft:
            before[:] = [draft.paragraph(paragraph_id).text]
            text: str = self._below.child.call(without, before[0], claim, material)
            return _with(draft, paragraph_id, lambda each: each.model_copy(update={"text": text}))

        self._revise(letter_id, remove)
        return before[0]

    def add_evidence(self, letter_id: int, note: str) -> None:
        """Keep a fact the person states about themselves, then check the letter against it again."""
        self._below.profile.add_note(note)
        self._revise(letter_id, lambda draft: draft)

    def put_draft(self, letter_id: int, draft: LetterDraft) -> LetterDraft:
        """Put a whole draft in place of the present one, which is returned: the undo of ``restore``."""
        before: list[LetterDraft] = []

        def put(present: LetterDraft) -> LetterDraft:
            before[:] = [present]
            return draft

        self._revise(letter_id, put)
        return before[0]


def _text_of(draft: LetterDraft, part: str) -> str:
    return str(getattr(draft, part)) if part in LINES else draft.paragraph(part).text


def _place(draft: LetterDraft, paragraph_id: str) -> int:
    return draft.paragraphs.index(draft.paragraph(paragraph_id))


def _arranged(draft: LetterDraft, paragraphs: Sequence[Paragraph]) -> LetterDraft:
    return draft.model_copy(update={"paragraphs": list(paragraphs)})


def _with(draft: LetterDraft, paragraph_id: str, change: Callable[[Paragraph], Paragraph]) -> LetterDraft:
    draft.paragraph(paragraph_id)  # there is one, or KeyError
    return _arranged(draft, [change(each) if each.id == paragraph_id else each for each in draft.paragraphs])
