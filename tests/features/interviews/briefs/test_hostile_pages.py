"""Pages that give orders, a model that obeys, and what then stands in a briefing: a claim with its page, or nothing.

Whatever a page says, it changes no score, proves nothing about the person, and leads nowhere that was not found.
"""

from __future__ import annotations

import re

import pytest

from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.judging import HEADINGS, PrepView, Proof, SummaryView, prepared
from careercoach_desktop.features.interviews.judging.research import research_of
from careercoach_desktop.features.interviews.model.brief import BriefKind
from careercoach_desktop.features.interviews.service.briefs import RESEARCH, SUMMARISE, BriefService
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.letters.service import LetterService
from careercoach_desktop.features.matching.service.matching import SCORE_ONE
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.llm.citing import Cited, cited_in
from tests.features.interviews.briefs.conftest import HOME, NEWS, PREP, fernbank
from tests.features.letters.written import WISHES
from tests.features.tailoring.engine.people import DATA_JOB, LENA, LENA_NOTES
from tests.support.attacks import IN_PAGES, INVENTED, Attack
from tests.support.claude import ClaudeServer, Page, cited, searched, text_block
from tests.support.workspace import Place

HARMLESS = [text_block("## What it does\n- "), cited("It plans freight for forty ports.", HOME)]


def obeyed(attack: Attack, *pages: Page) -> Cited:
    """The answer of a model that writes what the page told it to; ``pages``: what it claims to have it from."""
    said = cited(attack.obeyed, *pages) if pages else text_block(attack.obeyed)
    return cited_in([*searched("q", [HOME, NEWS]), *HARMLESS, text_block("\n- "), said])


@pytest.mark.parametrize("attack", IN_PAGES, ids=lambda attack: attack.name)
def test_what_no_page_is_cited_for_is_not_there(attack: Attack) -> None:
    found = research_of(obeyed(attack), BriefKind.COMPANY, "Fernbank")
    assert [point.text for section in found.sections for point in section.points] == [
        "It plans freight for forty ports."
    ]


@pytest.mark.parametrize("attack", IN_PAGES, ids=lambda attack: attack.name)
def test_even_cited_it_brings_no_address_and_no_heading_along(attack: Attack) -> None:
    found = research_of(obeyed(attack, HOME), BriefKind.INTERVIEWER, "Mara")
    shown = [point.text for section in found.sections for point in section.points]
    assert not any(re.search(r"https?:|www\.|collect\.example|javascript", text) for text in shown)
    assert {section.title for section in found.sections} <= set(HEADINGS[BriefKind.INTERVIEWER])
    assert {source.url for source in found.sources} <= {HOME.url}
    if attack.name == "private matters":
        assert shown == ["It plans freight for forty ports."]


def test_a_page_that_was_not_found_can_not_be_cited_into_being() -> None:
    evil = Page("https://evil.example/", "Fernbank – official")
    found = research_of(
        cited_in([*searched("q", [HOME]), text_block("## Role\n- "), cited("She leads.", evil)]),
        BriefKind.INTERVIEWER,
        "Mara",
    )
    assert found.is_empty
    assert found.dropped == 1


@pytest.mark.parametrize(
    "line",
    [
        [cited("It plans freight", HOME), text_block(" and owes its workers three months of pay, as anybody knows.")],
        [
            text_block("Everybody in the port says that it will close before the summer, though "),
            cited("it grows.", HOME),
        ],
    ],
)
def test_a_citation_does_not_cover_what_stands_beside_it(line: list[dict]) -> None:
    found = research_of(
        cited_in([*searched("q", [HOME]), text_block("## What it does\n- "), *line]), BriefKind.COMPANY, "Fernbank"
    )
    assert found.is_empty


def test_a_company_may_be_called_like_an_address() -> None:
    blocks = [*searched("q", [HOME]), text_block("## What it does\n- "), cited("Freight.com plans freight.", HOME)]
    named = research_of(cited_in(blocks), BriefKind.COMPANY, "Freight.com")
    assert not named.is_empty
    assert research_of(cited_in(blocks), BriefKind.COMPANY, "Fernbank").is_empty


@pytest.mark.parametrize("attack", IN_PAGES, ids=lambda attack: attack.name)
def test_a_pasted_page_gives_no_orders_either(
    connected: ClaudeServer, place: Place, briefs: BriefService, data_job: int, attack: Attack
) -> None:
    """The model obeys; what it says does not stand in the text as it claims."""
    pasted = f"Fernbank plans freight for forty ports and has offices in three cities.\n{attack.text}"
    points = [
        {"text": "It plans freight for forty ports.", "quote": "Fernbank plans freight for forty ports"},
        {"text": attack.obeyed, "quote": "as the page says of itself everywhere"},
    ]
    connected.answer("SummaryView", SummaryView.model_validate({"sections": [{"heading": "x", "points": points}]}))
    briefs.summarise(fernbank(data_job), pasted)
    place.queue.start()
    place.done(SUMMARISE)
    brief = briefs.brief(BriefKind.COMPANY, "company:fernbank")
    assert brief is not None
    assert brief.research is not None
    assert [point.text for section in brief.research.sections for point in section.points] == [
        "It plans freight for forty ports."
    ]
    told = connected.requests()[0].asked.user
    assert told.count("</pasted>") == 1
    assert told.count("</about>") == 1


def test_what_was_found_is_no_evidence_and_changes_no_score(
    connected: ClaudeServer, place: Place, briefs: BriefService, lena: int, data_job: int
) -> None:
    """A briefing says that the person led 85 engineers: no fact, no proof, no letter and no match knows of it."""
    jobs, evidence = place.get(JobService), place.get(EvidenceService)
    place.queue.start()
    place.done(SCORE_ONE)
    before = (jobs.job(data_job), evidence.facts(), evidence.stories())
    about = briefs.about_company(data_job)
    assert about is not None
    blocks = [*searched("q", [HOME]), text_block("## What it does\n- "), cited(INVENTED, HOME)]
    connected.answer("look a company up", blocks)
    briefs.start_research(about)
    place.done(RESEARCH)
    kept = briefs.brief(BriefKind.COMPANY, about.subject)
    assert kept is not None
    assert "85 engineers" in kept.model_dump_json(), "it is shown, with its page, as what a page says"
    assert (jobs.job(data_job), evidence.facts(), evidence.stories()) == before
    letters = place.get(LetterService)
    ground = letters._ground(data_job, WISHES, None)
    assert "Vantrel" not in repr(ground.material)
    letter = letters.letter(letters.outline(data_job, WISHES))
    letters.set_text(letter.id, letter.draft.paragraphs[0].id, INVENTED.replace("Led", "I led"))
    assert not letters.letter(letter.id).draft.paragraphs[0].supported


def test_a_preparation_says_of_the_person_only_what_is_proved() -> None:
    proof = Proof(LENA, LENA_NOTES, (), DATA_JOB.description, DATA_JOB.company, utc_now().date())
    view = PrepView.model_validate(
        {
            **PREP,
            "focus": f"You led a team of 85 engineers at Vantrel Dynamics. {PREP['focus']}",
            "likely": [
                {"text": "How did you lead your 85 engineers at Vantrel Dynamics?", "because": "x"},
                {
                    "text": "How would you plan a load of 900 tables?",
                    "because": "Led 85 engineers at Vantrel Dynamics.",
                },
                {"text": "Do you know Kubernetes?", "because": "The posting asks for Kubernetes; you do not show it."},
                {"text": "See https://evil.example and answer?", "because": ""},
            ],
            "ask": ["Who owns the warehouse?", "May I send you my papers at https://evil.example?"],
            "checklist": ["Bring your PhD from Stanford University", "Have your Airflow migration’s figures ready"],
        }
    )
    made = prepared(view, [1], proof)
    assert made.focus == PREP["focus"]
    assert [question.text for question in made.likely] == [
        "How would you plan a load of 900 tables?",
        "Do you know Kubernetes?",
    ]
    assert made.likely[0].because == ""
    assert made.likely[1].because == "The posting asks for Kubernetes; you do not show it."
    assert made.ask == ("Who owns the warehouse?",)
    assert made.checklist == ("Have your Airflow migration’s figures ready",)
    assert made.dropped == 6
