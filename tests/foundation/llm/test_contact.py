"""Contact details stay on this computer: proved on the wire, and put back however the model writes their places."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from pydantic import BaseModel

from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import Basics, Location, WebProfile
from careercoach_desktop.foundation.llm.batches import BatchItem
from careercoach_desktop.foundation.llm.contact import Restored, Restoring, Veil, contact_of
from careercoach_desktop.foundation.llm.model import ContactDetail, ContactKind, Part, Request
from tests.foundation.llm.conftest import Desk, question
from tests.support.claude import Asked, Record, Reply, Trouble, text_block

ANNA = Basics(
    name="Dr. Anna Maria Müller",
    email="anna.mueller@web.example",
    phone="+49 170 1234567",
    url="https://annamueller.example",
    location=Location(
        address="Hauptstraße 12", postal_code="80331", city="München", text="Hauptstraße 12, 80331 München"
    ),
    profiles=[WebProfile(url="https://www.linkedin.com/in/anna-mueller-42/", username="anna-mueller-42")],
)
CONTACT = contact_of(ANNA)
SAID_BY_HERSELF = """ANNA MÜLLER
Hauptstr. 12, 80331 München
0170/123 45 67 · Anna.Mueller@web.example · de.linkedin.com/in/anna-mueller-42

Dear Mr Weber, Anna led a team of five at Müller GmbH from 2019 to 2021.
Reference: “Frau Müller is reliable.” See annamueller.example/work and CV_Anna_Mueller.pdf.

Anna"""
SECRETS = ("anna", "hauptstr", "80331", "1234567", "123 45 67", "@web", "linkedin.com", "frau müller", "anna-mueller")


class Letter(BaseModel):
    greeting: str
    paragraphs: list[str]


def letter_request(text: str = SAID_BY_HERSELF, *, note: str = "") -> Request[Letter]:
    parts = (Part(f"<resume>\n{text}\n</resume>", settled=True), Part(f"Write to the bakery. {note}"))
    return replace(question(), parts=parts, output=Letter, contact=CONTACT)  # type: ignore[arg-type]


def said(record: Record) -> str:
    """Everything that went over the wire."""
    return json.dumps(record.body, ensure_ascii=False)


def test_nothing_by_which_the_person_can_be_found_goes_over_the_wire(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "Dear team", "paragraphs": []})
    desk.claude.ask(letter_request(note="Sign as Anna Müller, anna.mueller@web.example."))
    [record] = desk.server.requests()
    assert [secret for secret in SECRETS if secret in said(record).lower()] == []
    assert "Müller GmbH" in said(record), "an employer stays"
    assert "2019 to 2021" in said(record)
    assert "Mr Weber" in said(record)


def test_details_come_back_in_the_answer_however_the_model_writes_their_places(desk: Desk) -> None:
    answer = {"greeting": "[[NAME]]", "paragraphs": ["[Name], {{Phone}}", "<E-Mail> and [[ link 2 ]]", "[Company]"]}
    desk.server.answer("Letter", answer)
    told = desk.claude.ask(letter_request()).value
    assert told.greeting == "Dr. Anna Maria Müller"
    assert told.paragraphs == [
        "Dr. Anna Maria Müller, +49 170 1234567",
        "anna.mueller@web.example and https://www.linkedin.com/in/anna-mueller-42/",
        "[Company]",
    ]


def test_a_placeholder_without_a_detail_becomes_a_gap_and_the_answer_says_so(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "Hello", "paragraphs": ["Call [[PHONE-7]] or {{link 9}}."]})
    answer = desk.claude.ask(letter_request())
    assert answer.value.paragraphs == ["Call [phone] or [link]."]
    assert answer.missing == ("phone", "link")


def test_what_only_looks_like_a_placeholder_stays_as_it_is(desk: Desk) -> None:
    said_so = ["Map<Name>, f{name} and arr[name]", "[Link](https://bakery.example)", "[[COMPANY]] [Your name]", "NAME"]
    desk.server.settings.delta_size = 1
    desk.server.answer("Letter", {"greeting": "", "paragraphs": said_so})
    pieces: list[str] = []
    assert desk.claude.ask(letter_request(), on_text=pieces.append).value.paragraphs == said_so
    assert json.loads("".join(pieces))["paragraphs"] == said_so


def test_a_detail_with_quotes_keeps_the_answer_whole(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "I am [[NAME]].", "paragraphs": []})
    asked = replace(letter_request(), contact=contact_of(Basics(name='Anna "Ann" O\\Neil')))
    asked = replace(asked, parts=(Part('Anna "Ann" O\\Neil'),))
    pieces: list[str] = []
    assert desk.claude.ask(asked, on_text=pieces.append).value.greeting == 'I am Anna "Ann" O\\Neil.'
    assert json.loads("".join(pieces))["greeting"] == 'I am Anna "Ann" O\\Neil.'


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 12, 400])
def test_pieces_never_show_a_placeholder_however_it_is_cut_up(desk: Desk, size: int) -> None:
    desk.server.settings.delta_size = size
    answer = {"greeting": "[[NAME]]", "paragraphs": ["[[FIRST-NAME]] [[EMAIL]]", "[[PHONE-3]] {x} [gap] [", "[[NAME]]"]}
    desk.server.answer("Letter", answer)
    pieces: list[str] = []
    value = desk.claude.ask(letter_request(), on_text=pieces.append).value
    assert json.loads("".join(pieces)) == value.model_dump()
    assert value.paragraphs == ["Anna anna.mueller@web.example", "[phone] {x} [gap] [", "Dr. Anna Maria Müller"]
    shown = [" ".join(pieces[:count]) for count in range(len(pieces))]
    assert not [text for text in shown if "[[" in text or "NAME" in text]


def test_half_a_placeholder_at_the_end_of_a_broken_answer_is_not_shown(desk: Desk) -> None:
    desk.server.settings.delta_size = 1
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": []})
    desk.server.misbehave(Trouble.CUT, after=len('{"greeting": "[[NA'))
    pieces: list[str] = []
    with pytest.raises(Exception, match="broke"):
        desk.claude.ask(letter_request(), on_text=pieces.append)
    assert "".join(pieces) == '{"greeting": "'


def test_who_wants_the_details_sent_sends_them(desk: Desk) -> None:
    desk.settings.choose(claude_contact="sent")
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": []})
    answer = desk.claude.ask(letter_request())
    assert "ANNA MÜLLER" in said(desk.server.requests()[0])
    assert answer.value.greeting == "[[NAME]]", "nothing was hidden, so this is the model's own"


def test_a_request_that_reads_contact_details_shows_them_and_its_estimate_says_so(desk: Desk) -> None:
    asked = replace(letter_request(), shows_contact=True)
    desk.server.answer("Letter", {"greeting": "", "paragraphs": []})
    desk.claude.ask(asked)
    assert "ANNA MÜLLER" in said(desk.server.requests()[0])
    assert desk.claude.estimate(asked).shows_contact
    assert not desk.claude.estimate(letter_request()).shows_contact


def test_the_preview_and_the_estimate_say_exactly_what_is_sent(desk: Desk) -> None:
    preview, estimate = desk.claude.preview(letter_request()), desk.claude.estimate(letter_request())
    assert desk.server.requests(None) == []
    desk.server.answer("Letter", {"greeting": "", "paragraphs": []})
    desk.claude.ask(letter_request())
    [record] = desk.server.requests()
    assert [part.text for part in preview.parts] == [
        block["text"] for message in record.body["messages"] for block in message["content"]
    ]
    assert preview.system == record.body["system"][0]["text"]
    assert set(estimate.replaced) == {"[[NAME]]", "[[FIRST-NAME]]", "[[LAST-NAME]]"} | {
        f"[[{code}]]" for code in ("ADDRESS", "ADDRESS-2", "PHONE", "EMAIL", "LINK", "LINK-2")
    }
    assert preview.replaced == estimate.replaced


def test_the_model_is_told_once_what_the_placeholders_are(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "", "paragraphs": []})
    desk.claude.ask(letter_request(note="I am Anna Müller."))
    assert said(desk.server.requests()[0]).count("placeholders such as [[NAME]]") == 1
    desk.claude.ask(letter_request("Ten years of bread."))
    assert "placeholders" not in said(desk.server.requests()[1])


def test_a_repair_leaks_nothing_and_repeats_the_models_own_words(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": "[[NAME]]"}, times=1)
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": ["fine"]})
    assert desk.claude.ask(letter_request()).value.greeting == "Dr. Anna Maria Müller"
    repair = desk.server.requests()[1]
    assert [secret for secret in SECRETS if secret in said(repair).lower()] == []


def test_an_answer_is_kept_for_what_was_sent_and_gets_its_details_anew(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": []})
    desk.claude.ask(letter_request())
    again = desk.claude.ask(letter_request())
    assert (again.kept, again.value.greeting) == (True, "Dr. Anna Maria Müller")
    desk.settings.choose(claude_contact="sent")
    assert not desk.claude.estimate(letter_request()).kept


def test_what_a_profile_knows_is_hidden_whatever_the_agent_knew(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": []})
    desk.claude.also_hide(lambda: contact_of(profile=Profile(name="Anna Müller", phone="0170 1234567")))
    answer = desk.claude.ask(replace(letter_request("ANNA MÜLLER, +49 170 1234567"), contact=()))
    assert answer.value.greeting == "Anna Müller"
    assert "müller" not in said(desk.server.requests()[0]).lower()
    assert "1234567" not in said(desk.server.requests()[0])


def test_the_hidden_resume_is_still_read_from_the_prompt_cache(desk: Desk) -> None:
    resume = SAID_BY_HERSELF + "\nBaked bread for Anna Müller’s bakery. " * 200
    desk.server.answer("Letter", {"greeting": "", "paragraphs": []})
    desk.claude.ask(letter_request(resume, note="A baker."))
    second = desk.claude.ask(letter_request(resume, note="A cook; sign with your phone, 0170 1234567."))
    assert second.usage.cache_read > 1_024
    assert second.usage.cache_write == 0


# The ways people write -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Anna Müller", "[[NAME]]"),
        ("ANNA MARIA MÜLLER", "[[NAME]]"),
        ("Anna M. Müller", "[[NAME]]"),
        ("Müller, Anna", "[[NAME]]"),
        ("A. Müller", "[[NAME]]"),
        ("Anna Mueller", "[[NAME]]"),
        ("Anna Muller", "[[NAME]]"),
        ("Anna Mu\u0308ller", "[[NAME]]"),
        ("Anna Müllers Zeugnis", "[[NAME]]s Zeugnis"),
        ("Lebenslauf_Anna-Müller.pdf", "Lebenslauf_[[NAME]].pdf"),
        ("Sehr geehrte Frau Müller,", "Sehr geehrte Frau [[LAST-NAME]],"),
        ("Müller GmbH & Co. KG", "Müller GmbH & Co. KG"),
        ("Molkerei Müller", "Molkerei Müller"),
        ("Der Müller mahlt.", "Der Müller mahlt."),
        ("Anna’s team", "[[FIRST-NAME]]’s team"),
        ("Hannah and Annabel", "Hannah and Annabel"),
        ("+49 (0)170 1234567", "[[PHONE]]"),
        ("0049 170 / 12 34 567", "[[PHONE]]"),
        ("(0170) 123-4567", "[[PHONE]]"),
        ("1701234567", "[[PHONE]]"),
        ("0170\t\u00a0123-\u00ad\u20104567", "[[PHONE]]"),
        ("91701234567890", "91701234567890"),
        ("ANNA.MUELLER@WEB.EXAMPLE", "[[EMAIL]]"),
        ("anna.mueller(at)web.example", "[[EMAIL]]"),
        ("joanna.mueller@web.example", "joanna.mueller@web.example"),
        ("Hauptstrasse 12\n80331 München", "[[ADDRESS]]\n[[ADDRESS-2]]"),
        ("based in München", "based in München"),
        ("http://www.annamueller.example/", "[[LINK]]"),
        ("@anna-mueller-42", "[[LINK-3]]"),
    ],
)
def test_a_detail_is_known_however_it_is_written(written: str, sent: str) -> None:
    assert Veil(CONTACT).hide(written) == sent


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Mark Baker", "We look for a Baker. Mark your calendar: May 2021."),
        ("Julia Stone", "Languages: Julia and Python. Stone walls."),
        ("April May", "From April 2020 to May 2021."),
        ("Will Rose", "You will lead. Will you? Rose by 12 %."),
        ("Paris Koch", "Koch in Paris gesucht."),
    ],
)
def test_a_name_that_is_also_a_word_leaves_the_word_alone(name: str, text: str) -> None:
    veil = Veil(contact_of(Basics(name=name)))
    assert veil.hide(text) == text
    assert name not in veil.hide(f"{text}\n{name}")
    first = name.split(maxsplit=1)[0]
    assert veil.hide(f"Dear {first},") == "Dear [[FIRST-NAME]],"


def test_names_without_spaces_or_with_particles_are_names() -> None:
    japanese = Veil(contact_of(Basics(name="田中 太郎")))
    assert japanese.hide("氏名：田中太郎です、田中      太郎") == "氏名：[[NAME]]です、[[NAME]]"
    dutch = Veil(contact_of(Basics(name="Jan van der Berg")))
    assert dutch.hide("Jan van der Berg, Herr van der Berg") == "[[NAME]], Herr [[LAST-NAME]]"


def test_a_name_of_one_word_is_hidden_like_a_given_name() -> None:
    assert (
        Veil(contact_of(Basics(name="Test"))).hide("Test the test. Dear Test,") == "Test the test. Dear [[FIRST-NAME]],"
    )
    assert Veil(contact_of(Basics(name="Aiyana"))).hide("Aiyana led it.") == "[[FIRST-NAME]] led it."
    assert Veil(contact_of(Basics(name="Aiyana"))).restore("[[NAME]] [[FIRST-NAME]]").text == "Aiyana Aiyana"


def test_what_somebody_is_called_on_a_site_is_hidden_when_it_is_no_word() -> None:
    profiles = [WebProfile(url="amueller"), WebProfile(username="LinkedIn"), WebProfile(username="rust")]
    veil = Veil(contact_of(Basics(profiles=profiles)))
    assert veil.hide("GitHub: amueller, LinkedIn, rust, @rust") == "GitHub: [[LINK]], LinkedIn, rust, [[LINK-3]]"


def test_hiding_is_the_same_each_time_and_of_nothing_is_nothing() -> None:
    assert Veil(CONTACT).hide(SAID_BY_HERSELF) == Veil(CONTACT).hide(SAID_BY_HERSELF)
    assert Veil().hide(SAID_BY_HERSELF) is SAID_BY_HERSELF
    assert Veil(contact_of(Basics())).hide("Anna") == "Anna"
    assert Veil().restore("[[NAME]]") == Restored("[[NAME]]")


def test_the_same_detail_from_resume_and_profile_has_one_placeholder() -> None:
    both = contact_of(ANNA, Profile(name="Anna Müller", phone="0170 1234567", email="Anna.Mueller@web.example"))
    assert set(Veil(both).hide("Anna Müller 0170 1234567 anna.mueller@web.example").split()) == {
        "[[NAME]]",
        "[[PHONE]]",
        "[[EMAIL]]",
    }


def test_a_bracket_that_begins_nothing_of_ours_is_shown_at_once() -> None:
    restoring = Restoring(Veil(CONTACT))
    assert restoring.feed('{"list": ["') == '{"list": ["'
    assert restoring.feed("a [") == "a "
    assert restoring.feed("gap to fill in by hand") == "[gap to fill in by hand"
    assert restoring.rest() == ""


def test_contact_holds_what_is_there_and_nothing_empty() -> None:
    assert contact_of(Basics(name=" ", email="")) == ()
    assert contact_of(Basics(email="a@b.example")) == (ContactDetail(ContactKind.EMAIL, "a@b.example"),)


def test_a_reply_with_thinking_first_is_restored_too(desk: Desk) -> None:
    desk.server.answer("Letter", Reply([text_block('{"greeting": "[[NAME]]", '), text_block('"paragraphs": []}')]))
    assert desk.claude.ask(letter_request()).value.greeting == "Dr. Anna Maria Müller"


def test_a_script_can_see_what_the_model_sees(desk: Desk) -> None:
    def echo(asked: Asked) -> dict[str, object]:
        return {"greeting": "x", "paragraphs": asked.user.splitlines()[2:4]}

    desk.server.answer("Letter", echo)
    assert desk.claude.ask(letter_request()).value.paragraphs == [
        "Dr. Anna Maria Müller",
        "Hauptstraße 12, 80331 München",
    ]


def test_many_questions_at_once_hide_and_restore_as_one_does_even_in_another_process(desk: Desk) -> None:
    desk.server.answer("Letter", {"greeting": "[[NAME]]", "paragraphs": ["[[PHONE]]"]})
    batch_id = desk.claude.batches.submit([BatchItem("a", letter_request()), BatchItem("b", letter_request(note="!"))])
    [request] = [record for record in desk.server.requests(None) if record.method == "POST"]
    assert [secret for secret in SECRETS if secret in said(request).lower()] == []
    [first, second] = desk.again().batches.collect(batch_id, Letter).answers
    assert first.value == second.value == Letter(greeting="Dr. Anna Maria Müller", paragraphs=["+49 170 1234567"])
    calls = desk.claude.ledger.calls()
    sent = desk.claude.ledger.sent(calls[0].id)
    assert sent is not None
    assert "[[NAME]]" in sent.replaced
    assert sent.reply.startswith('{"greeting": "[[NAME]]"')
    assert all(call.batch for call in calls)
