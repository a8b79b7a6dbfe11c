"""Which addresses and pages mean a posting on a board we can ask, and which only look like it."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.capture.boards import kept_answer, place_behind, place_of
from tests.support.job_boards import SAMPLES, Sample
from tests.support.job_boards.answers import UUID


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.board)
def test_a_posting_of_every_board_is_known_and_where_to_ask_for_it(sample: Sample) -> None:
    place = place_of(sample.url)
    assert place is not None
    assert (place.board, place.endpoint) == (sample.board, sample.endpoint)


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("http://boards.greenhouse.io/Acme/jobs/4012345?gh_src=mail", "greenhouse:acme:4012345"),
        ("https://boards.eu.greenhouse.io/acme/jobs/4012345", "greenhouse:acme:4012345"),
        ("https://job-boards.greenhouse.io/acme/jobs/4012345#app", "greenhouse:acme:4012345"),
        ("https://job-boards.eu.greenhouse.io/acme/jobs/4012345", "greenhouse:acme:4012345"),
        ("https://boards-api.greenhouse.io/v1/boards/acme/jobs/4012345", "greenhouse:acme:4012345"),
        ("https://boards.greenhouse.io/embed/job_app?for=acme&token=4012345", "greenhouse:acme:4012345"),
        ("https://boards.greenhouse.io/acme?gh_jid=4012345", "greenhouse:acme:4012345"),
        (f"https://jobs.lever.co/acme/{UUID.upper()}/apply", f"lever:acme:{UUID}"),
        (f"https://api.lever.co/v0/postings/acme/{UUID}", f"lever:acme:{UUID}"),
        (f"https://jobs.ashbyhq.com/Acme%20Works/{UUID}/application", f"ashby:acme works:{UUID}"),
        (f"https://jobs.ashbyhq.com/acme?ashby_jid={UUID}", f"ashby:acme:{UUID}"),
        ("https://careers.smartrecruiters.com/Acme/744000154478885", "smartrecruiters:acme:744000154478885"),
        (
            f"https://jobs.smartrecruiters.com/oneclick-ui/company/Acme/publication/{UUID}",
            f"smartrecruiters:acme:{UUID}",
        ),
        ("https://acme.recruitee.com/en/o/baker/c/new", "recruitee:acme:baker"),
        ("https://apply.workable.com/acme/j/77DF64C44E/apply/", "workable:acme:77df64c44e"),
        ("https://acme.workable.com/j/77DF64C44E", "workable:acme:77df64c44e"),
        ("https://acme.jobs.personio.com/job/77?display=en", "personio:acme:77"),
        ("https://acme.na.teamtailor.com/jobs/61900", "teamtailor:acme:61900"),
        ("https://acme.bamboohr.com/jobs/view.php?id=42", "bamboohr:acme:42"),
        (f"https://ats.rippling.com/acme/jobs/{UUID}/apply", f"rippling:acme:{UUID}"),
        ("https://acme.wd5.myworkdayjobs.com/Careers/job/Leeds/Baker_JR-0077-1/apply", "workday:acme:jr-0077-1"),
        ("https://wd3.myworkdaysite.com/de-DE/recruiting/acme/Careers/job/Baker_R77", "workday:acme:r77"),
    ],
)
def test_the_same_posting_is_known_by_each_of_its_addresses(url: str, key: str) -> None:
    place = place_of(url)
    assert place is not None
    assert place.key == key
    assert place.endpoint.startswith("https://")


@pytest.mark.parametrize(
    "url",
    [
        # hosts that only look like a board's
        "https://boards.greenhouse.io.evil.example/acme/jobs/4012345",
        "https://evil-boards.greenhouse.io.example/acme/jobs/4012345",
        "https://xboards.greenhouse.io/acme/jobs/4012345",
        "https://boards.greenhouse.io@evil.example/acme/jobs/4012345",
        "https://evil.example/boards.greenhouse.io/acme/jobs/4012345",
        "https://boards.greenhouse.io:8443/acme/jobs/4012345",
        f"https://jobs.lever.co.example/acme/{UUID}",
        f"https://jobs.ashbyhq.com.example/acme/{UUID}",
        "https://recruitee.com.example/o/baker",
        "https://acme.evil.recruitee.com/o/baker",
        "https://acme.jobs.personio.de.example/job/77",
        "https://acme.myworkdayjobs.com.example/Careers/job/Baker_R77",
        # lists, and pages of the boards themselves
        "https://boards.greenhouse.io/acme",
        "https://jobs.lever.co/acme",
        "https://jobs.ashbyhq.com/acme",
        "https://apply.workable.com/acme/",
        "https://www.recruitee.com/o/baker",
        "https://acme.jobs.personio.de/",
        "https://acme.teamtailor.com/jobs",
        "https://acme.wd5.myworkdayjobs.com/en-US/Careers",
        # pieces that would lead out of the path they are put in
        "https://boards.greenhouse.io/..%2f..%2fadmin/jobs/4012345",
        f"https://jobs.ashbyhq.com/..%2Fapi/{UUID}",
        f"https://jobs.ashbyhq.com/acme%3Fa=b/{UUID}",
        "javascript:alert(1)//boards.greenhouse.io/acme/jobs/4012345",
        "not an address",
    ],
)
def test_what_only_looks_like_a_posting_on_a_board_is_none(url: str) -> None:
    assert place_of(url) is None


OWN = "https://careers.acme.example"


@pytest.mark.parametrize(
    ("url", "page", "key", "endpoint"),
    [
        (
            f"{OWN}/open-roles?gh_jid=4012345",
            '<div id="grnhse_app"></div><script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>',
            "greenhouse:acme:4012345",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/4012345?pay_transparency=true",
        ),
        (
            f"{OWN}/jobs/4012345/baker",
            '<iframe src="https://job-boards.greenhouse.io/embed/job_app?validityToken=x&amp;for=acme&amp;token=4012345">',
            "greenhouse:acme:4012345",
            "https://boards-api.greenhouse.io/v1/boards/acme/jobs/4012345?pay_transparency=true",
        ),
        (
            f"{OWN}/role/{UUID}",
            f'<a href="https://jobs.eu.lever.co/acme/{UUID}/apply">Apply</a>',
            f"lever:acme:{UUID}",
            f"https://api.eu.lever.co/v0/postings/acme/{UUID}?mode=json",
        ),
        (
            f"{OWN}/careers?ashby_jid={UUID}",
            '<script src="https://jobs.ashbyhq.com/acme/embed?version=2"></script>',
            f"ashby:acme:{UUID}",
            "https://api.ashbyhq.com/posting-api/job-board/acme?includeCompensation=true",
        ),
        (
            f"{OWN}/job/744000154478885",
            '<a href="https://jobs.smartrecruiters.com/Acme/744000154478885-baker?oga=true">Apply</a>',
            "smartrecruiters:acme:744000154478885",
            "https://api.smartrecruiters.com/v1/companies/Acme/postings/744000154478885",
        ),
        (
            f"{OWN}/o/baker",
            '<link href="https://acme.recruitee.com/favicon.ico"><script src="https://cdn.recruiteecdn.com/a.js">',
            "recruitee:acme:baker",
            f"{OWN}/api/offers/",
        ),
        (
            f"{OWN}/jobs/61900-baker",
            '<script src="https://assets-aws.teamtailor-cdn.com/assets/career.js"></script>',
            "teamtailor:careers.acme.example:61900",
            f"{OWN}/jobs.json",
        ),
        (
            f"{OWN}/vacancy/77DF64C44E",
            '<a href="https://apply.workable.com/acme/j/77DF64C44E/apply">Apply</a>',
            "workable:acme:77df64c44e",
            "https://apply.workable.com/api/v1/widget/accounts/acme?details=true",
        ),
        (
            f"{OWN}/stellen/baecker-1234567",
            '<iframe src="https://acme.jobs.personio.de/job/1234567?apply"></iframe>',
            "personio:acme:1234567",
            "https://acme.jobs.personio.de/xml",
        ),
        (
            f"{OWN}/postings/{UUID}",
            '<script src="https://acme.pinpointhq.com/assets/site.js"></script>',
            f"pinpoint:acme:{UUID}",
            f"{OWN}/postings.json",
        ),
        (
            f"{OWN}/en-US/Careers/job/Leeds/Baker_R-77",
            '<script>window.workday = {tenant: "acme", siteId: "Careers", base: "/wday/cxs"};</script>',
            "workday:acme:r-77",
            f"{OWN}/wday/cxs/acme/Careers/job/Leeds/Baker_R-77",
        ),
        (
            f"{OWN}/roles/{UUID}",
            f'<a href="https://ats.rippling.com/acme/jobs/{UUID}">Apply</a>',
            f"rippling:acme:{UUID}",
            f"https://api.rippling.com/platform/api/ats/v1/board/acme/jobs/{UUID}",
        ),
    ],
)
def test_a_company_s_own_page_shows_which_board_it_is_made_with(url: str, page: str, key: str, endpoint: str) -> None:
    place = place_behind(url, page.encode())
    assert place is not None
    assert (place.key, place.endpoint) == (key, endpoint)


@pytest.mark.parametrize(
    ("url", "page"),
    [
        # the board is named, the posting is not
        (f"{OWN}/jobs", '<script src="https://boards.greenhouse.io/embed/job_board/js?for=acme"></script>'),
        # the posting is named, the board is not
        (f"{OWN}/jobs?gh_jid=4012345", "<p>Powered by Greenhouse</p>"),
        # two customers: whose posting is it?
        (
            f"{OWN}/jobs?gh_jid=4012345",
            '<a href="https://boards.greenhouse.io/acme/jobs/1">A</a><a href="https://boards.greenhouse.io/zenith/jobs/2">B</a>',
        ),
        # an article that links to somebody's posting
        (f"{OWN}/blog/2026/we-hire", f'<a href="https://jobs.lever.co/acme/{UUID}">Join us</a>'),
        (f"{OWN}/blog/{UUID}", '<a href="https://jobs.lever.co/acme/">Join us</a>'),
        # a number of the page's own that the board's link does not have
        (f"{OWN}/news/20261120", '<a href="https://boards.greenhouse.io/acme/jobs/4012345">Baker</a>'),
        (f"{OWN}/o/baker", "<p>We moved away from Recruitee last year.</p>"),
        (f"{OWN}/jobs/61900-baker", "<p>Our friends at Teamtailor wrote this.</p>"),
    ],
)
def test_a_page_that_does_not_show_both_is_only_a_page(url: str, page: str) -> None:
    assert place_behind(url, page.encode()) is None


def test_a_page_that_repeats_itself_without_end_is_looked_through() -> None:
    page = b'<a href="https://boards.greenhouse.io/embed/job_board?' + b"a" * 200 + b"&" + b" href=" * 300_000
    assert place_behind(f"{OWN}/jobs?gh_jid=4012345", page) is None


def test_an_archived_answer_is_told_from_an_archived_page() -> None:
    kept = kept_answer("greenhouse:acme:4012345", "https://boards.greenhouse.io/acme/jobs/4012345")
    assert kept is not None
    assert (kept.board, kept.slug, kept.id) == ("greenhouse", "acme", "4012345")
    assert kept_answer("", "https://acme.example/jobs/7") is None
    assert kept_answer("a:b:c", "") is None, "a saved file has no address"
