"""Pages of common boards without structured data: their markup says which words are which."""

from __future__ import annotations

from datetime import date

import pytest

from careercoach_desktop.features.jobs.capture import read_posting
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.sites import SITES, rules_for
from careercoach_desktop.features.jobs.model import SURE, JobType, Posting, SalaryPeriod, WorkMode

TEXT = (
    "<p>We bake bread in three towns and look for somebody who likes mornings, dough and the smell of a warm oven.</p>"
    "<ul><li>Own the sourdough</li><li>Train apprentices</li></ul>"
)


def read(body: str, head: str = "") -> Posting:
    return read_posting(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "page.html")


PAGES = {
    "linkedin": f"""
        <section><h2 class="topcard__title">Head Baker</h2><h3><span class="topcard__flavor">Crumb Temps</span>
        <span class="topcard__flavor topcard__flavor--bullet">Leeds, England</span></h3>
        <h3><span class="topcard__flavor--metadata posted-time-ago__text">2 weeks ago</span></h3></section>
        <div class="show-more-less-html__markup">Location: the north. {TEXT}</div>
        <ul><li><h3>Druh zaměstnání</h3><span class="description__job-criteria-text">Plný úvazek</span></li></ul>""",
    "indeed": f"""
        <h1 data-testid="jobsearch-JobInfoHeader-title">Head Baker - job post</h1>
        <div data-testid="inlineHeader-companyName"><a href="/cmp/crumb">Crumb Temps</a></div>
        <div data-testid="inlineHeader-companyLocation">Leeds, England</div>
        <div id="salaryInfoAndJobType">£14 - £16 an hour - Full-time</div><div id="jobDescriptionText">{TEXT}</div>""",
    "stepstone": f"""
        <h1 data-at="header-job-title">Head Baker</h1><span data-at="metadata-company-name">Crumb Temps</span>
        <span data-at="metadata-location">Leeds, England</span><span data-at="metadata-work-type">Vollzeit</span>
        <span data-at="metadata-online-date">Erschienen: 5. März 2024</span>
        <article><span data-at="section-text-description-content">{TEXT}</span>
        <span data-at="section-text-profile-content"><p>You know what a banneton is.</p></span></article>""",
    "seek": f"""
        <h1 data-automation="job-detail-title">Head Baker</h1><span data-automation="advertiser-name">Crumb Temps</span>
        <span data-automation="job-detail-location">Leeds, England (Hybrid)</span>
        <span data-automation="job-detail-work-type">Full time</span>
        <span data-automation="job-detail-salary">$90k - $110k + super</span>
        <div data-automation="jobAdDetails">{TEXT}</div>""",
    "lever": f"""
        <a class="main-header-logo"><img alt="Crumb Temps logo"></a>
        <div class="posting-headline"><h2>Head Baker</h2></div><div class="posting-categories">
        <div class="location">Leeds, England</div><div class="commitment">Full-time</div>
        <div class="workplaceTypes">On-site</div></div><div data-qa="job-description">{TEXT}</div>
        <a href="/apply">Apply for this job</a>""",
    "workday": f"""
        <h2 data-automation-id="jobPostingHeader">Head Baker</h2><p>Crumb Temps</p>
        <div data-automation-id="locations"><dl><dt>locations</dt><dd>Leeds, England</dd></dl></div>
        <div data-automation-id="time"><dl><dt>time type</dt><dd>Full time</dd></dl></div>
        <div data-automation-id="jobPostingDescription">{TEXT}</div><a href="/apply">Apply</a>""",
    "icims": f"""
        <h1>Careers</h1><table><tr><td class="iCIMS_Header_JobTitle">Head Baker</td></tr><tr><th>Location:</th>
        <td>GB-Leeds</td></tr><tr><th>Company:</th><td>Crumb Temps</td></tr><tr><th>Type:</th><td>x</td></tr></table>
        <div class="iCIMS_JobContent">{TEXT}<p>This is a full-time position.</p></div><a href="/apply">Apply</a>""",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_boards_page_is_read_by_its_markup(name: str) -> None:
    rules = rules_for(Page(PAGES[name]))
    assert rules is not None
    assert rules.name == name
    posting = read(PAGES[name])
    assert posting.title == "Head Baker"
    assert posting.company == "Crumb Temps"
    assert posting.location.startswith("Leeds")
    assert posting.job_type is JobType.FULL_TIME
    assert "likes mornings" in posting.description
    assert posting.origins["title"].confidence > SURE


def test_what_else_such_a_page_says_is_read_too() -> None:
    assert read(PAGES["seek"]).work_mode is WorkMode.HYBRID
    assert read(PAGES["lever"]).work_mode is WorkMode.ONSITE
    assert read(PAGES["stepstone"]).posted_date == date(2024, 3, 5)
    assert "banneton" in read(PAGES["stepstone"]).description
    paid = read(PAGES["indeed"])
    assert (paid.salary_min, paid.salary_max, paid.salary_period) == (14, 16, SalaryPeriod.HOUR)


def test_buttons_between_the_words_of_an_ad_are_left_out_and_all_its_places_are_kept() -> None:
    posting = read(
        f"""<h1>Pekař</h1><span>Společnost</span><p>Drobek s.r.o.</p>
        <a data-track-event="JD.Map" href="#">Dlouhá 3, Zlín</a><a data-track-event="JD.Map" href="#">Nová 1, Brno</a>
        <div class="ad">{TEXT}<a data-track-event="JD.Reply">Odpovědět</a>
        <p data-favorite-text="x">Uloženou nabídku najdete v menu.</p>{TEXT}</div><a href="x">Odpovědět</a>"""
    )
    assert posting.location == "Dlouhá 3, Zlín; Nová 1, Brno"
    assert "v menu" not in posting.description


def test_json_ld_is_surer_than_the_markup_but_not_where_it_names_only_a_country() -> None:
    ld = """<script type="application/ld+json">{"@type": "JobPosting", "title": "Head Baker (f/m)", "description":
        "We bake bread every day.", "hiringOrganization": {"name": "Crumb"}, "jobLocation": {"address":
        {"addressLocality": "15000", "addressCountry": "GB"}}}</script>"""
    posting = read(PAGES["linkedin"], ld)
    assert (posting.title, posting.company, posting.location) == ("Head Baker (f/m)", "Crumb", "Leeds, England")
    assert read("<h1>Head Baker (f/m)</h1>", ld).location == "GB"


def test_a_site_that_changed_its_markup_is_read_like_any_page() -> None:
    changed = """<h1 class="topcard__title"></h1><h1>Head Baker</h1><p>Company: Crumb Ltd</p><p>Location: Leeds</p>"""
    posting = read(f"{changed}<div>{TEXT}</div><button>Apply now</button>")
    assert (posting.title, posting.company, posting.location) == ("Head Baker", "Crumb Ltd", "Leeds")


def test_every_site_has_a_name_of_its_own_and_a_mark() -> None:
    assert len({rules.name for rules in SITES}) == len(SITES)
    assert all(rules.marks and (rules.title or rules.location or rules.company) for rules in SITES)
    assert rules_for(Page("<h1>Head Baker</h1>")) is None
