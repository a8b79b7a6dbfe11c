"""How to reach the person, and in what form."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.resumes.model import Location, ResumeData, WebProfile
from tests.features.analysis.people import maren
from tests.features.analysis.rules.situations import found


def changed(**basics: object) -> ResumeData:
    data = maren()
    for name, value in basics.items():
        setattr(data.basics, name, value)
    return data


@pytest.mark.parametrize(
    ("field", "empty", "rule"),
    [
        ("name", " ", "contact.name"),
        ("email", "", "contact.email"),
        ("phone", "", "contact.phone"),
        ("location", Location(), "contact.place"),
        ("profiles", [], "contact.link"),
    ],
)
def test_what_is_missing_is_said_with_its_place(field: str, empty: object, rule: str) -> None:
    said = found(changed(**{field: empty}))
    assert [*said] == [rule]
    assert said[rule].places[0].path.startswith("basics.")


def test_a_website_alone_is_a_link() -> None:
    assert "contact.link" not in found(changed(profiles=[], url="https://holt.example"))


@pytest.mark.parametrize("email", ["maren(at)holt.example", "maren@holt", "maren holt@example.org"])
def test_an_address_that_is_none_is_important(email: str) -> None:
    said = found(changed(email=email))
    assert said["contact.email-form"].fix is None
    assert "contact.email-case" not in said


def test_capitals_in_an_address_are_written_small() -> None:
    fix = found(changed(email="Maren.Holt@Example.org"))["contact.email-case"].fix
    assert fix is not None
    assert fix.corrections[0].after == "maren.holt@example.org"


def test_a_number_gets_the_code_of_its_country() -> None:
    said = found(changed(phone="020 7946 0018"))["contact.phone-form"]
    assert said.fix is not None
    assert said.fix.corrections[0].after == "+44 20 7946 0018"
    assert said.fix.label == "Write +44 20 7946 0018"


@pytest.mark.parametrize(
    ("phone", "country"),
    [("+1 614 555 5555", "US"), ("0044 20 7946 0018", "GB"), ("614-555-5555", ""), ("12", "GB"), ("ask me", "GB")],
)
def test_nothing_is_said_of_a_number_that_has_one_or_where_it_is_not_known(phone: str, country: str) -> None:
    assert "contact.phone-form" not in found(changed(phone=phone, location=Location(text="Here", country_code=country)))


@pytest.mark.parametrize("written", ["maren-holt", "@maren-holt", "in/maren-holt", "/in/maren-holt/"])
def test_a_link_that_is_only_a_user_name_is_completed(written: str) -> None:
    data = changed(profiles=[WebProfile(id="p", network="LinkedIn", url=written)])
    fix = found(data)["contact.link-form"].fix
    assert fix is not None
    assert fix.corrections[0].after == "https://www.linkedin.com/in/maren-holt"


def test_a_user_name_beside_an_empty_link_makes_one() -> None:
    data = changed(profiles=[WebProfile(id="p", network="GitHub", username="mholt")])
    fix = found(data)["contact.link-form"].fix
    assert fix is not None
    assert fix.corrections[0].after == "https://github.com/mholt"


@pytest.mark.parametrize(
    ("network", "url"),
    [
        ("LinkedIn", "https://www.linkedin.com/in/maren-holt"),
        ("LinkedIn", "linkedin.com/in/maren-holt"),
        ("Mastodon", "maren"),
        ("LinkedIn", "Maren Holt"),
    ],
)
def test_links_that_lead_somewhere_or_that_nobody_can_complete_stay(network: str, url: str) -> None:
    assert "contact.link-form" not in found(changed(profiles=[WebProfile(id="p", network=network, url=url)]))
