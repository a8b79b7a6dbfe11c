"""Pages that hold no single posting are refused in words a person can act on."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.capture import read_posting, read_text
from careercoach_desktop.foundation.errors import UserError
from tests.features.jobs.capture import pages

SEVERAL = """[{"title": "Baker", "company": "A", "url": "https://a.example/1", "location": "X"},
{"title": "Cook", "company": "A", "url": "https://a.example/2", "location": "X"}]"""


@pytest.mark.parametrize(
    ("html", "code"),
    [
        (pages.LISTING, "not-single-posting"),
        (pages.LISTING_TABLE, "not-single-posting"),
        (pages.LISTING_JSON_LD, "not-single-posting"),
        (SEVERAL, "not-single-posting"),
        (pages.SHELL, "page-needs-browser"),
        (pages.LOGIN_WALL, "login-wall"),
        (pages.CAPTCHA, "human-check"),
        (pages.CLOSED, "posting-closed"),
        (pages.NEWS, "not-a-posting"),
        (pages.SHOP, "not-a-posting"),
        (pages.ADVICE, "not-a-posting"),
        (pages.SEARCH_RESULTS, "not-single-posting"),
        (pages.CAREER_HOME, "not-single-posting"),
        (pages.NOT_FOUND, "posting-closed"),
        ("<html></html>", "not-a-posting"),
        ("", "not-a-posting"),
        ('{"error": "not found"}', "not-a-posting"),
        ('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x><job><title>Baker</title></job></x>', "not-a-posting"),
    ],
)  # fmt: skip
def test_a_refusal_says_what_it_is_and_what_to_do(html: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_posting(html.encode(), "page.html")
    assert caught.value.code == code
    assert "aste" in caught.value.next_step


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "1234 5678 9012 3456 7890 1234", "hi"])
def test_a_paste_without_text_is_refused(text: str) -> None:
    with pytest.raises(UserError) as caught:
        read_text(text)
    assert caught.value.code == "not-a-posting"


CAREERS = """<html lang="en"><head><title>{head}</title></head><body><h1>{name}</h1>
<p>We build software for surgeries and look after each other while we do. Nine hundred practices work with it.</p>
<h2>What we offer</h2><ul><li>30 days of holiday</li><li>A budget for learning</li></ul>
<h2>What you bring</h2><ul><li>Curiosity about health care</li><li>You like to work with others</li></ul>
<h2>What you will do</h2><ul><li>Talk to nurses and doctors</li><li>Make their days a little easier</li></ul>
<p>{more}</p><p>Apply on the page of the team you like best. {padding}</p></body></html>"""


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Careers | Surgically", "Make every visit count"),
        ("Welcome to our career section | Surgically", "Health care, told kindly"),
        ("Job opportunities – Surgically", "Surgically"),
        ("Internships – Surgically", "Internships"),
        ("Life at Surgically", "What to expect: your journey with us"),
    ],
)
def test_a_page_about_working_somewhere_is_no_posting(head: str, name: str) -> None:
    page = CAREERS.format(head=head, name=name, more="", padding="We answer everybody within a week. " * 12)
    with pytest.raises(UserError) as caught:
        read_posting(page.encode(), "page.html", "https://surgically.example/careers")
    assert caught.value.code in {"not-a-posting", "not-single-posting"}


def test_a_job_with_an_odd_name_is_still_one() -> None:
    facts = "Location: Leeds</p><p>Employment type: Full-time"
    page = CAREERS.format(head="Happiness Hero | Surgically", name="Happiness Hero", more=facts, padding="")
    posting = read_posting(page.encode(), "page.html", "https://surgically.example/careers/happiness-hero")
    assert (posting.title, posting.location) == ("Happiness Hero", "Leeds")
