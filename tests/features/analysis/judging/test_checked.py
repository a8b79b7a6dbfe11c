"""What Claude says of a résumé is looked up, quoted and checked; what stands nowhere is dropped and counted."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.analysis.judging import (
    KeywordRemark,
    Listing,
    Remark,
    ResumeReview,
    Rewriting,
    SectionRemark,
    checked,
    edits_for,
    states_of,
    without_applied,
)
from careercoach_desktop.features.analysis.model.judgement import (
    Judgement,
    KeywordStanding,
    Priority,
    Section,
    SuggestionState,
    Target,
)
from careercoach_desktop.features.resumes.model import ResumeData
from tests.features.analysis.people import maren

TODAY = date(2026, 6, 1)
FASTER = "Cut the cost per delivery by 18 % by planning every route anew each night"


def review(**said: object) -> ResumeReview:
    return ResumeReview.model_validate({"verdict": "Clear and calm.", "overall": 78, **said})


def judged(answer: ResumeReview, data: ResumeData | None = None, *, notes: str = "", posting: str = "") -> Judgement:
    return checked(answer, Target(), data or maren(), notes, [], posting, TODAY)


def wording(after: str, target: str = "w1.2", **more: object) -> Rewriting:
    said = {
        "section": "experience",
        "priority": "high",
        "issue": "It buries how it was done.",
        "suggestion": "Say it plainly.",
        "impact": "It is read in one go.",
        "target": target,
        "after": after,
    }
    return Rewriting.model_validate(said | more)


# --- the listing -----------------------------------------------------------------------------------------------------


def test_every_line_has_a_name_and_contact_has_no_line() -> None:
    written = Listing.of(maren(), "I ran a night school.").text
    assert "headline Logistics Manager" in written
    assert "w1 Logistics Manager, Greenway Foods (2019-04 – now)" in written
    assert "w1.2 Cut the cost per delivery by 18 %" in written
    assert "e1 BSc Supply Chain Management, University of Hull (2012 – 2015)" in written
    assert "s1 Tools: SAP TM, Excel, Power BI, SQL" in written
    assert "night school" not in written
    for private in ("Maren", "maren.holt", "+44", "linkedin"):
        assert private not in written


def test_hidden_parts_have_no_line() -> None:
    data = maren().model_copy(update={"hidden": ["n2", "tools"]})
    written = Listing.of(data).text
    assert "18 %" not in written
    assert "SAP TM" not in written


def test_a_resume_without_a_summary_says_so() -> None:
    data = maren()
    data.basics.summary = ""
    assert "summary (there is none)" in Listing.of(data).text


# --- figures and remarks ---------------------------------------------------------------------------------------------


def test_its_figures_are_kept_as_its_own() -> None:
    found = judged(review(sections=[SectionRemark(section=Section.SKILLS, score=64, text="Tools, but no depth.")]))
    assert found.overall == 78
    assert [(each.section, each.score) for each in found.impressions] == [(Section.SKILLS, 64)]


@pytest.mark.parametrize("figure", [-1, 101, 100_000])
def test_a_figure_that_is_none_is_left_away(figure: int) -> None:
    answer = review(overall=figure, sections=[SectionRemark(section=Section.SUMMARY, score=figure, text="Fine.")])
    found = judged(answer)
    assert found.overall is None
    assert found.impressions[0].score is None


def test_praise_names_the_words_it_rests_on() -> None:
    found = judged(review(strengths=[Remark(text="Results in figures.", rests_on=["w1.2", "w1.3"])]))
    assert [quote.path for quote in found.strengths[0].quotes] == ["n2", "n3"]
    assert found.strengths[0].quotes[0].label == "Greenway Foods, 2019 – now"


def test_praise_that_rests_on_nothing_is_dropped_and_counted() -> None:
    found = judged(review(strengths=[Remark(text="Speaks nine languages."), Remark(text="Wise.", rests_on=["w9.9"])]))
    assert found.strengths == []
    assert found.dropped == 2


def test_what_is_missing_needs_no_line() -> None:
    found = judged(review(weaknesses=[Remark(text="Nothing shows how you lead.")]))
    assert [each.text for each in found.weaknesses] == ["Nothing shows how you lead."]


def test_addresses_in_its_words_are_not_passed_on() -> None:
    found = judged(review(verdict="Pay at https://pay.example.net first.", weaknesses=[Remark(text="See evil.com")]))
    assert found.verdict == ""
    assert (found.weaknesses, found.dropped) == ([], 1)


def test_a_word_said_to_stand_there_must_stand_there_and_a_missing_one_must_not() -> None:
    said = [
        KeywordRemark(term="Power BI", standing=KeywordStanding.WEAK, text="Only listed."),
        KeywordRemark(term="SQL", standing=KeywordStanding.MISSING, text="They ask for it."),
        KeywordRemark(term="Kubernetes", standing=KeywordStanding.SHOWN, text="Proved."),
        KeywordRemark(term="Customs", standing=KeywordStanding.MISSING, text="The trade looks for it."),
    ]
    found = judged(review(keywords=said))
    assert [note.term for note in found.keywords] == ["Power BI", "Customs"]
    assert found.dropped == 2


# --- wordings --------------------------------------------------------------------------------------------------------


def test_a_wording_knows_what_it_replaces() -> None:
    (found,) = judged(review(suggestions=[wording(FASTER)])).suggestions
    assert (found.path, found.label, found.after) == ("n2", "Greenway Foods, 2019 – now", FASTER)
    assert found.before == maren().work[0].highlights[1].text
    assert found.is_proved


@pytest.mark.parametrize(
    "after",
    [
        "Cut the cost per delivery by 48 % with routes that are planned anew every night",
        "Cut the cost per delivery by 18 % with routes planned in Kubernetes every night",
        "The best logistics manager you will ever meet; hire her at once",
    ],
    ids=["another figure", "another tool", "praise"],
)
def test_a_wording_that_says_more_than_the_evidence_is_marked(after: str) -> None:
    (found,) = judged(review(suggestions=[wording(after)])).suggestions
    assert not found.is_proved


def test_the_words_of_the_posting_prove_nothing() -> None:
    after = "Cut the cost per delivery by 18 % with underwater welding routes that are planned anew every night"
    answer = review(suggestions=[wording(after)])
    (found,) = judged(answer, posting="You know underwater welding.").suggestions
    assert not found.is_proved


def test_a_fact_the_person_noted_proves_it() -> None:
    after = "Cut the cost per delivery by 18 % with routes that Kestrel plans anew every night"
    notes = "At Greenway Foods the nightly routes were planned with Kestrel."
    answer = review(suggestions=[wording(after)])
    (with_note,) = judged(answer, notes=notes).suggestions
    assert with_note.is_proved


@pytest.mark.parametrize("target", ["w9.9", "s1", "e1", ""])
def test_a_wording_for_no_text_is_dropped(target: str) -> None:
    found = judged(review(suggestions=[wording(FASTER, target)]))
    assert (found.suggestions, found.dropped) == ([], 1)


def test_advice_without_a_wording_stays_advice() -> None:
    (found,) = judged(review(suggestions=[wording("", "")])).suggestions
    assert not found.is_edit


def test_the_most_urgent_comes_first() -> None:
    said = [wording("", "", priority="low", issue="Small."), wording("", "", priority="high", issue="Large.")]
    found = judged(review(suggestions=said)).suggestions
    assert [each.priority for each in found] == [Priority.HIGH, Priority.LOW]


# --- how they stand to the résumé ------------------------------------------------------------------------------------


def test_what_was_applied_is_told_from_what_was_changed() -> None:
    said = [wording(FASTER), wording("Logistics manager with nine years in food wholesale", "headline")]
    suggestions = judged(review(suggestions=said)).suggestions
    data = maren()
    assert set(states_of(suggestions, data).values()) == {SuggestionState.OPEN}
    assert edits_for(suggestions[0], data)
    data.basics.label = "Head of Logistics"
    assert [*states_of(suggestions, data).values()] == [SuggestionState.APPLIED, SuggestionState.CHANGED]
    assert edits_for(suggestions[1], data) == []
    earlier = without_applied(suggestions, data)
    assert earlier.work[0].highlights[1].text == maren().work[0].highlights[1].text
    assert earlier.basics.label == "Head of Logistics"


def test_a_bullet_that_is_gone_was_changed() -> None:
    suggestions = judged(review(suggestions=[wording(FASTER)])).suggestions
    data = maren()
    del data.work[0].highlights[1]
    assert [*states_of(suggestions, data).values()] == [SuggestionState.CHANGED]
