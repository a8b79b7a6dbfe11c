"""Questions taken from the bank, as practice keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.features.jobs.model.posting_words import description_words
from careercoach_desktop.features.practice.model import Difficulty, PracticeSetup, QuestionContent

if TYPE_CHECKING:
    from careercoach_desktop.features.evidence.bank import BankQuestion, QuestionBank

_LONGEST_POSTING = 8_000


def from_bank(
    bank: QuestionBank, setup: PracticeSetup, posting: Posting, count: int, seed: int, before: Iterable[QuestionContent]
) -> list[QuestionContent]:
    """``before``: what was asked already and comes again only when nothing else is left."""
    from careercoach_desktop.features.evidence.bank import Wanted

    told = description_words(posting, _LONGEST_POSTING)
    wanted = Wanted(
        setup.type.value,
        setup.difficulty.value,
        count,
        fields=bank.fields_for(f"{posting.title}\n{told}"),
        posting=told,
        seed=seed,
        asked={each.bank_id for each in before if each.bank_id},
        language=setup.language,
    )
    return [content_of(question) for question in bank.choose(wanted)]


def content_of(question: BankQuestion) -> QuestionContent:
    return QuestionContent(
        text=question.text,
        category=question.category,
        difficulty=Difficulty(question.level.value),
        key_points=question.key_points,
        criteria=question.criteria,
        good_answer=question.good_answer,
        wants_story=question.wants_story,
        bank_id=question.id,
        field=question.field,
    )
