"""The prompt cache works: what stays is read from it, byte by byte, and no mark is set where it could do nothing.

The fake keys its cache on the model, the system prompt, the schema and everything before a mark, and keeps nothing
that is shorter than the model's minimum.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import Part, Purpose, Request
from careercoach_desktop.foundation.llm.opening import marks_in
from careercoach_desktop.foundation.llm.prices import price_list
from careercoach_desktop.foundation.llm.wire import SYSTEM
from careercoach_desktop.foundation.settings.model import Settings
from tests.foundation.llm.conftest import Desk, Verdict, question
from tests.support.claude import OLLAMA, Record, Trouble

RESUME = "Baked four hundred loaves a day and taught three apprentices. " * 100
"""Some 1,550 tokens."""
LETTER = "I would like to bake for you, as I have done these ten years. " * 20
RULES = "You judge whether a résumé fits a posting, and you are fair. " * 80


def marks(record: Record) -> list[bool]:
    """Of the system prompt, then of each part."""
    content = record.body["messages"][0]["content"]
    return ["cache_control" in block for block in (record.body["system"][0], *content)]


def paragraph(letter: str, text: str) -> Request[Verdict]:
    parts = (Part(RESUME, settled=True), Part(letter, settled=True), Part(text))
    return replace(question(), parts=parts)


def test_another_job_with_the_same_resume_reads_it(desk: Desk) -> None:
    first = desk.claude.ask(question("A baker.", resume=RESUME)).usage
    second = desk.claude.ask(question("A cook. We cook all day and all night.", resume=RESUME)).usage
    assert (first.cache_read, second.cache_write) == (0, 0)
    assert first.cache_write == second.cache_read > 1_500
    assert second.input < 100


def test_a_second_try_reads_what_the_first_wrote(desk: Desk) -> None:
    desk.server.misbehave(Trouble.CUT)
    with pytest.raises(UserError, match="broke"):
        desk.claude.ask(question(resume=RESUME))
    assert desk.claude.ask(question(resume=RESUME)).usage.cache_read > 1_500


def test_a_repair_and_a_longer_limit_read_it_too(desk: Desk) -> None:
    desk.server.misbehave(Trouble.SCHEMA_VIOLATION)
    desk.claude.ask(question("A baker.", resume=RESUME))
    desk.server.misbehave(Trouble.MAX_TOKENS)
    desk.claude.ask(question("A cook.", resume=RESUME))
    [written, *others] = [call.usage for call in reversed(desk.claude.ledger.calls())]
    assert written.cache_write > 1_500
    assert [usage.cache_write for usage in others] == [0, 0, 0]
    assert all(usage.cache_read == written.cache_write for usage in others)


def test_the_next_paragraph_reads_the_letter_and_a_changed_letter_still_the_resume(desk: Desk) -> None:
    first = desk.claude.ask(paragraph(LETTER, "The first paragraph.")).usage
    second = desk.claude.ask(paragraph(LETTER, "The second paragraph.")).usage
    assert second.cache_read == first.cache_write
    changed = desk.claude.ask(paragraph(f"Dear team. {LETTER}", "The second paragraph.")).usage
    assert 1_500 < changed.cache_read < second.cache_read
    assert 0 < changed.cache_write < 500, "the letter alone is written anew"


def test_two_resumes_of_one_agent_share_rules_that_are_long_enough(desk: Desk) -> None:
    asked = replace(question(resume=RESUME), system=RULES)
    desk.claude.ask(asked)
    other = desk.claude.ask(replace(question(resume=RESUME.replace("loaves", "rolls")), system=RULES)).usage
    assert other.cache_read > 1_024
    assert [marks(record) for record in desk.server.requests()] == [[True, True, False]] * 2


def test_a_resume_too_short_to_be_kept_is_not_marked(desk: Desk) -> None:
    usage = desk.claude.ask(question(resume="Ten years of bread. " * 20)).usage
    assert marks(desk.server.requests()[0]) == [False, False, False]
    assert (usage.cache_read, usage.cache_write) == (0, 0)


def test_another_agent_another_form_or_another_model_reads_nothing(desk: Desk) -> None:
    class Other(Verdict):
        note: str = ""

    desk.claude.ask(question(resume=RESUME))
    assert desk.claude.ask(replace(question(resume=RESUME), system="Other rules.")).usage.cache_read == 0
    assert desk.claude.ask(replace(question(resume=RESUME), output=Other)).usage.cache_read == 0
    assert desk.claude.ask(replace(question(resume=RESUME), purpose=Purpose.MATCHING)).usage.cache_read == 0


def test_after_five_minutes_it_is_written_again(desk: Desk) -> None:
    desk.claude.ask(question("A baker.", resume=RESUME))
    desk.server.pass_time(301)
    assert desk.claude.ask(question("A cook.", resume=RESUME)).usage.cache_read == 0


def test_a_server_of_ones_own_is_sent_no_marks(desk: Desk) -> None:
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_writing="qwen3:8b")
    desk.claude.ask(question(resume=RESUME))
    assert marks(desk.server.requests()[0])[:3] == [False, False, False]


def test_never_more_marks_than_the_api_takes() -> None:
    parts = tuple(Part(RESUME, settled=True) for _ in range(6))
    assert marks_in(RULES, parts, 1_024) == (2, 3, 4, 5)
    assert marks_in(RULES, (Part("A posting."),), 1_024) == (SYSTEM,)
    assert marks_in("", (), 1_024) == ()


def test_the_price_file_knows_the_least_that_each_model_keeps() -> None:
    chosen = {str(value) for name, value in Settings().model_dump().items() if name.startswith("claude_model_")}
    for name in chosen:
        option = price_list().option(name)
        assert option is not None
        assert option.cache_minimum is not None


def test_what_the_cache_saved_can_be_said(desk: Desk) -> None:
    desk.claude.ask(question("A baker.", resume=RESUME))
    second = desk.claude.ask(question("A cook.", resume=RESUME))
    saved = price_list().saved(second.model, second.usage)
    assert saved is not None
    assert saved == second.usage.cache_read * (2_000 - 100)
    assert price_list().saved("llama-of-the-house", second.usage) is None
    plain = replace(second.usage, cache_read=0)
    half = price_list().cost(second.model, plain, batch=True)
    assert half is not None
    assert price_list().cost(second.model, plain) == 2 * half
