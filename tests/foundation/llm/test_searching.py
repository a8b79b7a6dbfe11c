"""Asking Claude to search the web: what is sent, what counts as a source, what it costs, and every way it can fail."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.citing import Cited, cited_in, is_web_page
from careercoach_desktop.foundation.llm.model import NANO, ContactDetail, ContactKind, Outcome, Part, Purpose, Request
from careercoach_desktop.foundation.llm.words import estimate_words, searches_words
from tests.foundation.llm.conftest import Desk
from tests.support.claude import OLLAMA, Page, Reply, Trouble, cited, failed_search, searched, text_block

HOME = Page("https://fernbank.example/about", "About us", "We bake bread for forty shops.", "3 weeks ago")
NEWS = Page("https://news.example/fernbank", "Fernbank grows", "Fernbank opens a second bakery.", "2 days ago")
FOUND = [
    text_block("I will look that up."),
    *searched("Fernbank bakery", [HOME, NEWS]),
    text_block("## What it does\n- "),
    cited("It bakes bread for forty shops.", HOME),
    text_block("\n- "),
    cited("A second bakery opens.", NEWS, HOME),
]


def research(name: str = "Fernbank", *, searches: int = 5, contact: tuple[ContactDetail, ...] = ()) -> Request[Cited]:
    return Request(
        agent="seeker",
        version=1,
        purpose=Purpose.INTERVIEWS,
        system="You look companies up.",
        parts=(Part(f"The company: {name}"),),
        output=Cited,
        searches=searches,
        contact=contact,
    )


def test_an_answer_names_the_pages_it_rests_on(desk: Desk) -> None:
    desk.server.answer("companies", FOUND)
    answer = desk.claude.ask(research())
    [sent] = desk.server.requests("/v1/messages")
    assert sent.body["tools"] == [{"type": "web_search_20250305", "name": "web_search", "max_uses": 5}]
    assert "format" not in sent.body.get("output_config", {})
    lines = ["".join(piece.text for piece in line) for line in answer.value.lines]
    assert lines == [
        "I will look that up.",
        "## What it does",
        "- It bakes bread for forty shops.",
        "- A second bakery opens.",
    ]
    sources = [citation for piece in answer.value.lines[3] for citation in piece.citations]
    assert [(each.url, each.title, each.dated) for each in sources] == [
        (NEWS.url, "Fernbank grows", "2 days ago"),
        (HOME.url, "About us", "3 weeks ago"),
    ]
    assert answer.value.searches == answer.usage.searches == 1


def test_a_page_that_was_not_found_or_is_no_page_of_the_web_is_no_source() -> None:
    """Whatever a reply says it cites: only what the search found, and only where a person may be led."""
    bad = Page("javascript:alert(1)", "Click")
    made = cited_in([*searched("q", [HOME, bad]), cited("One.", HOME), cited("Two.", NEWS), cited("Three.", bad)])
    assert [len(piece.citations) for piece in made.pieces if piece.text.strip()] == [1, 0, 0]


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://fernbank.example/a?b=c", True),
        ("http://fernbank.example", True),
        ("file:///etc/passwd", False),
        ("https://bank.example@evil.example/", False),
        ("https:///nothing", False),
        ("https://fern bank.example", False),
        ("https://fern\u202ebank.example", False),
        ("https://[::1", False),
        ("https://x.example/" + "a" * 3_000, False),
    ],
)
def test_only_addresses_of_the_web_are_pages(url: str, is_one: bool) -> None:
    assert is_web_page(url) is is_one


def test_searches_cost_what_the_setting_says_and_the_budget_holds_them_back(desk: Desk) -> None:
    desk.server.answer("companies", FOUND)
    desk.settings.choose(claude_search_price=20.0)
    offer = desk.claude.estimate(research())
    assert offer.cost is not None
    assert offer.cost > 5 * 20 * NANO // 1_000
    assert estimate_words(offer).startswith("up to $0.1")
    assert searches_words(offer) == "up to 5 web searches"
    answer = desk.claude.ask(research())
    [call] = desk.claude.ledger.calls()
    assert call.usage.searches == 1
    assert answer.cost == call.cost
    assert call.cost is not None
    assert call.cost > 20 * NANO // 1_000
    assert desk.claude.ledger.sums()[""].usage.searches == 1
    desk.settings.choose(claude_monthly_budget=0.1)
    with pytest.raises(UserError) as refused:
        desk.claude.ask(research("Another"))
    assert refused.value.code == "claude-budget-reached"
    assert len(desk.server.requests("/v1/messages")) == 1


def test_the_same_is_not_searched_twice(desk: Desk) -> None:
    desk.server.answer("companies", FOUND)
    first, second = desk.claude.ask(research()), desk.claude.ask(research())
    assert first.value == second.value
    assert (second.kept, second.cost) == (True, 0)
    assert desk.claude.estimate(research()).kept
    assert len(desk.server.requests("/v1/messages")) == 1


def test_a_pause_is_gone_on_from_and_both_halves_count(desk: Desk) -> None:
    half = [*searched("Fernbank", [HOME]), text_block("## What it does\n- "), cited("It bakes bread.", HOME)]
    desk.server.answer("companies", Reply(half, "pause_turn"), times=1)
    desk.server.answer("companies", [*searched("news", [NEWS]), text_block("- "), cited("It grows.", NEWS, HOME)])
    value = desk.claude.ask(research()).value
    assert [["".join(piece.text for piece in line)] for line in value.lines] == [
        ["## What it does"],
        ["- It bakes bread."],
        ["- It grows."],
    ]
    assert value.searches == 2
    assert [sent.body["tools"][0]["max_uses"] for sent in desk.server.requests()] == [5, 4]
    assert len(value.lines[2][1].citations) == 2, "a page found before the pause is still a page that was found"


def test_an_answer_without_room_for_its_end_keeps_its_whole_lines(desk: Desk) -> None:
    desk.server.answer("companies", Reply([*FOUND, text_block("\n- and then it")], "max_tokens"))
    value = desk.claude.ask(research()).value
    assert value.cut
    assert "".join(piece.text for piece in value.lines[-1]) == "- A second bakery opens."
    assert len(desk.server.requests("/v1/messages")) == 1, "searching again is paid for again"


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        ("too_many_requests", "claude-search-busy"),
        ("unavailable", "claude-search-unavailable"),
        ("max_uses_exceeded", "claude-search-unavailable"),
    ],
)
def test_a_search_that_failed_says_so_and_is_not_kept(desk: Desk, problem: str, code: str) -> None:
    desk.server.answer("companies", [*failed_search("Fernbank", problem), text_block("I could not look.")], times=1)
    desk.server.answer("companies", FOUND)
    with pytest.raises(UserError) as failed:
        desk.claude.ask(research())
    assert (failed.value.code, failed.value.transient) == (code, False)
    assert failed.value.next_step
    assert desk.claude.ledger.calls()[0].usage.searches == 0, "a search that failed is not charged"
    assert desk.claude.ask(research()).value.has_sources, "who tries again gets another answer"


def test_one_search_too_many_spoils_nothing(desk: Desk) -> None:
    desk.server.answer("companies", [*FOUND, *failed_search("more", "max_uses_exceeded")])
    value = desk.claude.ask(research()).value
    assert value.problems == ("max_uses_exceeded",)
    assert value.has_sources


@pytest.mark.parametrize("trouble", [Trouble.SEARCH_OFF, Trouble.SEARCH_FORBIDDEN])
def test_an_organisation_may_have_it_switched_off(desk: Desk, trouble: Trouble) -> None:
    desk.server.misbehave(trouble)
    with pytest.raises(UserError) as refused:
        desk.claude.ask(research())
    # through an endpoint of one's own nobody can tell who forbids it
    assert refused.value.code == "claude-no-search"
    from careercoach_desktop.foundation.llm.faults import code_of

    said = {Trouble.SEARCH_OFF: 400, Trouble.SEARCH_FORBIDDEN: 403}[trouble]
    told = "Web search is not enabled for this organization."
    assert code_of(said, "invalid_request_error", None, told) == "claude-search-not-allowed"


def test_with_the_setting_off_nothing_is_ever_sent(desk: Desk) -> None:
    desk.settings.choose(claude_web_search="off")
    problem = desk.claude.search_problem(Purpose.INTERVIEWS)
    assert problem is not None
    with pytest.raises(UserError) as refused:
        desk.claude.ask(research())
    assert refused.value.code == problem.code == "claude-search-off"
    assert desk.server.requests() == []


def test_a_model_that_can_not_search_is_told_before_it_is_asked(desk: Desk) -> None:
    desk.server.change_model("claude-sonnet-5-5", web_search=False)
    assert desk.claude.search_problem(Purpose.INTERVIEWS) is None, "nobody asked the server yet"
    with pytest.raises(UserError) as refused:
        desk.claude.ask(research())
    assert refused.value.code == "claude-no-search"
    assert desk.server.requests("/v1/messages") == []
    assert desk.claude.search_problem(Purpose.INTERVIEWS) is not None


def test_a_server_of_ones_own_that_says_nothing_of_searching_is_not_asked_to(desk: Desk) -> None:
    """It would answer from memory, and what it names would be no page anybody looked at."""
    desk.server.speak(OLLAMA)
    desk.settings.choose(claude_model_interviews=OLLAMA.local_models[0])
    with pytest.raises(UserError) as refused:
        desk.claude.ask(research())
    assert refused.value.code == "claude-no-search"
    assert desk.server.requests("/v1/messages") == []


def test_contact_details_stay_here_and_what_was_sent_says_that_it_searches(desk: Desk) -> None:
    mine = (ContactDetail(ContactKind.EMAIL, "lena@marsh.example"),)
    desk.server.answer("companies", [*searched("q", [HOME]), text_block("- "), cited("Write to [[EMAIL]].", HOME)])
    value = desk.claude.ask(research("Fernbank; I am lena@marsh.example", contact=mine)).value
    [sent] = desk.server.requests("/v1/messages")
    assert "lena@marsh.example" not in str(sent.body)
    assert "lena@marsh.example" in value.text
    [call] = desk.claude.ledger.calls()
    kept = desk.claude.ledger.sent(call.id)
    assert kept is not None
    assert (kept.searches, kept.schema) == (5, None)


def test_what_was_searched_before_the_connection_broke_is_in_the_ledger(desk: Desk) -> None:
    desk.server.answer("companies", FOUND)
    desk.server.misbehave(Trouble.CUT, after=2)
    with pytest.raises(UserError) as broken:
        desk.claude.ask(research())
    assert broken.value.code == "claude-cut"
    [call] = desk.claude.ledger.calls()
    assert (call.outcome, call.usage.searches) == (Outcome.CUT, 1)
    assert call.cost is not None
    assert call.cost > NANO // 100
