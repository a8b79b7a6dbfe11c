"""Input made to hurt: it is read or refused, and nothing of it runs or remains.

What could take forever is read where captures are read, in the child process: there, ``file-too-slow`` and
``file-too-big-to-read`` are what a bomb that went off looks like, and no test allows them.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable

import pytest

from careercoach_desktop.features.jobs.capture import read_posting, read_text
from careercoach_desktop.features.jobs.capture.jsonld import load, repaired
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.tasks.child import ChildProcess
from tests.features.jobs.capture import pages

DEEP = 60_000


def outcome(read: Callable[[], Posting]) -> str:
    """The title of what was read, or the code of the refusal; anything else fails the test."""
    try:
        return read().title
    except UserError as error:
        return error.code


def of_page(data: bytes) -> str:
    return outcome(lambda: read_posting(data, "page.html"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>x" + "<div>" * DEEP, "page-too-complex"),
        ("<p>x" + "<b>" * DEEP + "y", "not-a-posting"),
        ("<h2><b>" * 20_000 + "x", "page-too-complex"),
        ("<div class=nav>" * 2_000 + "<p>x y" * 20_000, "not-a-posting"),
        ("<div itemscope itemtype=JobPosting>" * 2_000 + "<p>x y" * 10_000, "not-a-posting"),
        ("<ul><li><a href=/jobs/1>" * 600 + "<li>Baker" * 20_000, "not-a-posting"),
        ("<table>" * 2_000 + "x", "not-a-posting"),
        ("[" * 200_000, "not-a-posting"),
        ('{"a":' * 200_000, "not-a-posting"),
        ('<script type="application/ld+json">' + "[" * 200_000 + "</script><h1>x</h1>", "not-a-posting"),
        (
            '<script type="application/ld+json">{"@type":"JobPosting","title":"' + "x\\" * 200_000 + "</script>",
            "not-a-posting",
        ),
        ('{"@type":"JobPosting","title":"Baker","description":"d","x":' + "9" * 10_000 + "}", "not-a-posting"),
        ("<a href='" + "x" * 1_000_000 + "'>y</a>", "not-a-posting"),
        ("<" * 500_000, "not-a-posting"),
        ("&lt;p" * 200_000, "not-a-posting"),
        ("\x00\x01\x02" * 1000, "not-a-page"),
    ],
)
def test_bombs_do_not_go_off(html: str, expected: str, child: ChildProcess) -> None:
    told = outcome(lambda: child.call(read_posting, html.encode(), "page.html"))
    assert told in {expected, "page-needs-browser", "page-too-complex"}


def test_a_huge_page_is_refused_before_it_is_parsed() -> None:
    assert of_page(b"<p>word " * 3_000_000) == "page-too-large"


@pytest.mark.parametrize(
    ("paragraphs", "expected"), [(10_000, of_page(pages.GERMAN_EMPLOYER.encode())), (200_000, "page-too-complex")]
)
def test_a_very_long_posting_is_read_up_to_a_size(paragraphs: int, expected: str, child: ChildProcess) -> None:
    lamps = b"<p>Lampen. </p>" * paragraphs
    data = pages.GERMAN_EMPLOYER.encode().replace(b"</article>", lamps + b"</article>")
    assert outcome(lambda: child.call(read_posting, data, "page.html")) == expected


def test_scripts_and_trackers_in_markup_never_reach_the_posting() -> None:
    evil = {
        "@type": "JobPosting",
        "title": "<img src=x onerror=alert(1)>Baker",
        "hiringOrganization": {"name": "<script>x</script>Crumb", "sameAs": "javascript:alert(1)"},
        "description": "<p onclick=x>Hi</p><script>bad()</script><iframe src=//e></iframe>"
        "<svg><script>bad()</script></svg><a href='javascript:bad()'>go</a>",
        "url": "data:text/html,x",
    }
    packed = json.dumps(evil).replace("</", "<\\/")
    posting = read_posting(f'<script type="application/ld+json">{packed}</script>'.encode(), "x.html")
    assert posting.title == "Baker"
    assert "bad()" not in posting.description
    assert "<" not in posting.description + posting.title + posting.company
    assert (posting.company_url, posting.url) == ("", "")


def test_wrong_shapes_in_markup_are_survived() -> None:
    odd: list[object] = [
        None,
        7,
        [],
        {},
        [[]],
        {"@value": {"@value": []}},
        True,
        "x" * 10_000,
        {"name": {"name": {"name": 1}}},
    ]
    fields = [
        "title",
        "hiringOrganization",
        "jobLocation",
        "baseSalary",
        "employmentType",
        "datePosted",
        "description",
        "url",
        "jobBenefits",
    ]
    chance = random.Random(4)
    for _ in range(150):
        record = {"@type": "JobPosting", **{field: chance.choice(odd) for field in fields}}
        assert of_page(f'<h1>Baker</h1><script type="application/ld+json">{json.dumps(record)}</script>'.encode())


def test_pages_cut_anywhere_are_survived() -> None:
    for html in (pages.JSON_LD, pages.MICRODATA, pages.NETWORK_BOARD):
        data = html.encode()
        for end in range(0, len(data), 97):
            assert of_page(data[:end])


def test_json_is_repaired_without_touching_what_is_right() -> None:
    right = '{"a": "say \\"hi\\", ok", "b": [1, 2, {"c": "x, \\"y\\": z"}], "d": "http://x//y"}'
    assert json.loads(repaired(right)) == json.loads(right)
    assert load('{"a": [1, 2,], /* why */ "b": "x",}') == [{"a": [1, 2], "b": "x"}]
    assert load('{"a": {"b": "cut off') == [{"a": {"b": "cut off"}}]


@pytest.mark.parametrize(
    "text", ["a" * 300_000, "€ 1" * 60_000, "- x\n" * 60_000, "Salary: " + "1," * 50_000, "1 000 " * 40_000]
)
def test_a_paste_of_nonsense_comes_to_an_end(text: str, child: ChildProcess) -> None:
    assert outcome(lambda: child.call(read_text, text)) not in {"file-too-slow", "file-too-big-to-read"}
