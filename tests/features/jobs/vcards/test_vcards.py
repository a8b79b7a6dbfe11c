"""Address-book files as the programs people have write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.vcards import BadCard, Card, read_cards, write_cards
from careercoach_desktop.foundation.tasks.child import ChildProcess

APPLE = """BEGIN:VCARD\r
VERSION:3.0\r
PRODID:-//Apple Inc.//macOS 15.1//EN\r
N:Nair;Priya;;Dr.;\r
FN:Dr. Priya Nair\r
ORG:Brackenfield Foods\\, Ltd.;Data;\r
TITLE:Head of Data\r
item1.EMAIL;type=INTERNET;type=pref:priya@brackenfield.example\r
item1.X-ABLabel:_$!<Work>!$_\r
EMAIL;type=INTERNET;type=HOME:priya.nair@mail.example\r
TEL;type=CELL;type=VOICE;type=pref:+44 7700 900123\r
item2.URL:https://brackenfield.example\r
X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/priyanair\r
NOTE:Met at the meetup\\; likes Rust.\\nHas two da\r
 chshunds.\r
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/\r
  2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkS\r
END:VCARD\r
"""

OUTLOOK = (
    b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
    b"N;LANGUAGE=de;CHARSET=Windows-1252:M\xfcller;J\xf6rg\r\n"
    b"FN;CHARSET=Windows-1252:J\xf6rg M\xfcller\r\n"
    b"ORG:Stahlwerk Nord GmbH\r\nTITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Leiter f=C3=BCr =\r\nEinkauf\r\n"
    b"TEL;WORK;VOICE:+49 40 123456\r\nTEL;WORK;FAX:+49 40 123457\r\n"
    b"EMAIL;PREF;INTERNET:joerg@stahlwerk.example\r\nEND:VCARD\r\n"
)

GOOGLE = """BEGIN:VCARD
VERSION:3.0
FN:Ana Sousa
N:Sousa;Ana;;;
EMAIL;TYPE=INTERNET:ana@example.com
TEL;TYPE=CELL:+351 912 345 678
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:
N:;;;;
END:VCARD
"""

FOUR = """BEGIN:VCARD
VERSION:4.0
FN:Sam “SJ” Jones
EMAIL;PREF=2:other@example.com
EMAIL;TYPE="work,home";PREF=1:sam@example.com
TEL;VALUE=uri;TYPE="voice,work":tel:+1-555-0100
URL;VALUE=uri:https://sam.example/?a=1;b=2
ORG:Sea\\;Shore;Boats
END:VCARD
"""


def test_a_card_from_a_mac() -> None:
    (card,) = read_cards(APPLE.encode())
    assert card == Card(
        "Dr. Priya Nair",
        "Brackenfield Foods, Ltd.",
        "Head of Data",
        ("priya@brackenfield.example", "priya.nair@mail.example"),
        ("+44 7700 900123",),
        ("https://www.linkedin.com/in/priyanair", "https://brackenfield.example"),
        "Met at the meetup; likes Rust.\nHas two dachshunds.",
    )


def test_a_card_from_outlook_with_its_old_letters_and_no_fax() -> None:
    (card,) = read_cards(OUTLOOK)
    assert card == Card(
        "Jörg Müller",
        "Stahlwerk Nord GmbH",
        "Leiter für Einkauf",
        ("joerg@stahlwerk.example",),
        ("+49 40 123456",),
    )


def test_an_entry_without_a_name_is_told_and_the_others_are_read() -> None:
    ana, nameless = read_cards(GOOGLE.encode())
    assert ana == Card("Ana Sousa", emails=("ana@example.com",), phones=("+351 912 345 678",))
    assert nameless == BadCard(2, "It has no name.")


def test_a_card_of_version_four() -> None:
    (card,) = read_cards(FOUR.encode())
    assert isinstance(card, Card)
    assert (card.name, card.company) == ("Sam “SJ” Jones", "Sea;Shore")
    assert card.emails == ("sam@example.com", "other@example.com")
    assert card.phones == ("+1-555-0100",)
    assert card.links == ("https://sam.example/?a=1;b=2",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_whole_file_in_any_of_the_usual_encodings(encoding: str) -> None:
    (card,) = read_cards("BEGIN:VCARD\nVERSION:3.0\nFN:Zoë Łuk\nEND:VCARD\n".encode(encoding))
    assert isinstance(card, Card)
    assert card.name == "Zoë Łuk"


def test_a_name_in_parts_only_a_company_and_an_assistant_within() -> None:
    parts = "BEGIN:VCARD\nVERSION:2.1\nN:Ames;Joe;B.;;\nAGENT:\nBEGIN:VCARD\nFN:Help\nEND:VCARD\nEND:VCARD\n"
    company = "BEGIN:VCARD\nVERSION:3.0\nORG:Halden Rail\nTEL:1\nEND:VCARD\n"
    joe, rail = read_cards((parts + company).encode())
    assert joe == Card("Joe B. Ames")
    assert rail == Card("Halden Rail", "Halden Rail", phones=("1",))


def test_what_is_no_address_book_gives_nothing() -> None:
    assert read_cards(b"") == []
    assert read_cards(b"%PDF-1.7 \x00\xff nothing here") == []


def test_a_file_that_breaks_off_gives_what_there_is() -> None:
    assert read_cards(b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida\r\nEMAIL:i") == [Card("Ida", emails=("i",))]


def test_lines_are_folded_between_letters_and_no_longer_than_the_standard_wants() -> None:
    written = write_cards([Card("Ünal Öztürk", notes="für " * 60)])
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    written.decode()


_WORDS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40)


@given(st.builds(Card, name=_WORDS, company=_WORDS, role=_WORDS, notes=st.text("ab\n,;\\:é 漢", max_size=200)))
def test_what_is_written_is_read_back(card: Card) -> None:
    (again,) = read_cards(write_cards([card]))
    assert isinstance(again, Card)
    assert (again.name, again.company, again.role) == (card.name, card.company, card.role)
    assert again.notes.strip() == card.notes.strip()


@given(st.binary(max_size=400))
def test_nothing_that_may_come_does_harm(data: bytes) -> None:
    read_cards(b"BEGIN:VCARD\n" + data + b"\nEND:VCARD\n")


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"a=\r\n" * 2_000_000, id="that goes on and on"),
        pytest.param(b";" * 4_000_000 + b"=", id="of nothing but parameters"),
        pytest.param(b"NOTE" + b";X=" * 2_000_000 + b":x", id="of many parameters"),
        pytest.param(b"NOTE:" + b"\r\n x" * 2_000_000, id="folded after every letter"),
    ],
)
def test_a_line_made_to_hurt_costs_no_more_than_its_length(line: bytes, child: ChildProcess) -> None:
    """In the child process, which stops what takes too long."""
    book = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Priya Nair\r\n" + line + b"\r\nEND:VCARD\r\n"
    (card,) = child.call(read_cards, book)
    assert card.name == "Priya Nair"
