"""Whole pages of every kind of site, read into postings."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from careercoach_desktop.features.jobs.capture import read_posting
from careercoach_desktop.features.jobs.model import JobType, Posting, SalaryPeriod, WorkMode
from tests.features.jobs.capture import pages


def read(html: str, url: str = "") -> Posting:
    return read_posting(html.encode(), "page.html", url)


def test_json_ld_gives_every_field() -> None:
    posting = read(pages.JSON_LD, "https://jobs.example.com/view/812?utm_medium=mail")
    assert (posting.title, posting.company, posting.company_url) == (
        "Backend Engineer",
        "Crumb & Co",
        "https://crumb.example/",
    )
    assert posting.location == "Leeds, United Kingdom; York, GB"
    assert (posting.work_mode, posting.job_type) == (WorkMode.REMOTE, JobType.FULL_TIME)
    assert (posting.salary_min, posting.salary_max) == (52_000, 61_000)
    assert (posting.salary_currency, posting.salary_period) == ("GBP", SalaryPeriod.YEAR)
    assert (posting.posted_date, posting.deadline) == (date(2024, 3, 5), date(2024, 4, 30))
    assert posting.description == "We bake & ship.\n\n- Own the order API\n\n## Requirements\n\n- Python\n- SQL"
    assert posting.requirements == ["Python", "SQL"]
    assert (posting.url, posting.source) == ("https://jobs.example.com/view/812", "jobs.example.com")
    assert posting.origins["title"].source == "json-ld"
    assert posting.origins["salary_min"].confidence > 0.9


def test_every_filled_field_says_where_it_came_from() -> None:
    for html in (pages.JSON_LD, pages.MICRODATA, pages.GERMAN_EMPLOYER, pages.FRENCH_TABLE, pages.NETWORK_BOARD):
        posting = read(html)
        filled = {name for name, value in posting if value} - {"origins", "source"}
        assert filled == set(posting.origins)


def test_broken_json_ld_is_repaired() -> None:
    posting = read(pages.BROKEN_JSON_LD)
    assert (posting.title, posting.company, posting.location) == ("Night Nurse", 'Hillside "Sunny" Clinic', "Porto, PT")
    assert "it's fine" in posting.description
    assert posting.origins["title"].source == "json-ld"


@pytest.mark.parametrize(
    ("html", "source", "title", "company", "location", "posted"),
    [
        (pages.MICRODATA, "microdata", "Senior Baker", "Ofenfrisch GmbH", "Graz, AT", date(2024, 2, 6)),
        (pages.RDFA, "rdfa", "Archivist", "Town Archive", "Ghent", date(2024, 1, 15)),
    ],
)
def test_other_markup(html: str, source: str, title: str, company: str, location: str, posted: date) -> None:
    posting = read(html)
    assert (posting.title, posting.company, posting.location, posting.posted_date) == (title, company, location, posted)
    assert posting.origins["company"].source == source
    assert len(posting.responsibilities) == len(posting.requirements) == len(posting.benefits) == 2


@pytest.mark.parametrize(
    ("html", "title", "company", "location", "mode", "kind"),
    [
        (pages.HOSTED_BOARD, "Data Analyst", "Tidewater Labs", "Lisbon, Portugal", None, None),
        (
            *(pages.HOSTED_BOARD_WITHOUT_H1, "Site Reliability Engineer", "Tidewater Labs", "Toronto, Ontario"),
            *(WorkMode.HYBRID, JobType.FULL_TIME),
        ),
        (
            *(pages.GERMAN_EMPLOYER, "Sachbearbeiter Einkauf (m/w/d)", "Nordlicht Werke GmbH", "Kiel"),
            *(WorkMode.HYBRID, JobType.PART_TIME),
        ),
        (pages.FRENCH_TABLE, "Ingénieure qualité", "Fromageries Vallon", "Annecy", None, JobType.FULL_TIME),
        (pages.CZECH_BOARD, "Programátor strojů", "Kovodílna s.r.o.", "Zlín", None, JobType.FULL_TIME),
        (pages.NETWORK_BOARD, "Payroll Clerk", "Harbour Foods", "Cork, County Cork, Ireland", None, JobType.CONTRACT),
        (pages.GOVERNMENT, "Policy Adviser", "Department for Tides", "Newcastle upon Tyne", None, JobType.FULL_TIME),
        (pages.TABLES_AND_BOLD, "Schiffbauer (w/m/d)", "Werft Nord GmbH", "Stralsund", None, JobType.FULL_TIME),
        (pages.CAREER_SITE, "Butikschef", "Nordbröd AB", "Malmö", WorkMode.HYBRID, JobType.FULL_TIME),
        (pages.BLOG_POST, "Harbour Pilot", "Saltby Port Authority", "Saltby", None, JobType.FULL_TIME),
        (pages.SPANISH_LINES, "Cocinero", "Bodega Luna", "Sevilla", None, JobType.FULL_TIME),
    ],
)
def test_pages_without_markup(
    html: str, title: str, company: str, location: str, mode: WorkMode | None, kind: JobType | None
) -> None:
    posting = read(html)
    assert (posting.title, posting.company, posting.location) == (title, company, location)
    assert (posting.work_mode, posting.job_type) == (mode, kind)
    assert posting.requirements or posting.responsibilities
    assert posting.description


def test_labels_give_pay_and_days() -> None:
    german, french = read(pages.GERMAN_EMPLOYER), read(pages.FRENCH_TABLE)
    assert (german.salary_min, german.salary_max, german.salary_period) == (3_200, 3_800, SalaryPeriod.MONTH)
    assert (german.posted_date, german.deadline) == (date(2024, 3, 3), date(2024, 4, 30))
    assert (french.salary_min, french.salary_max, french.posted_date) == (38_000, 42_000, date(2024, 2, 12))


def test_the_frame_of_a_page_stays_out_of_the_text() -> None:
    description = read(pages.GERMAN_EMPLOYER).description
    for word in ("Impressum", "Glasbläser", "Produkte", "Jetzt bewerben"):
        assert word not in description
    assert "Leuchttürme" in description
    assert "Tax Clerk" not in read(pages.NETWORK_BOARD).description


def test_facts_in_a_side_column_count_and_other_jobs_there_do_not() -> None:
    facts = "<aside><h3>Facts</h3><p>Arbeitsort: Husum</p><p>Vertragsart: Praktikum</p>"
    html = pages.GERMAN_EMPLOYER.replace("<dt>Standort</dt><dd>Kiel</dd><dt>Arbeitszeit</dt><dd>Teilzeit</dd>", "")
    posting = read(html.replace("<aside>", facts))
    assert (posting.location, posting.job_type) == ("Husum", JobType.INTERNSHIP)


def test_folded_sections_keep_their_headings() -> None:
    folded = pages.GERMAN_EMPLOYER.replace("<h2>Ihr Profil</h2>", "<h2><button>Ihr Profil</button></h2>")
    assert read(folded).requirements == ["Kaufmännische Ausbildung", "Sicherer Umgang mit Zahlen"]


def test_an_age_becomes_a_day_when_the_day_of_reading_is_known() -> None:
    html = pages.CZECH_BOARD.replace("<button>", "<p>Zveřejněno: 5. 6. 2024</p><button>")
    assert read(html).posted_date == date(2024, 6, 5)
    aged = pages.HOSTED_BOARD.replace("<p>Tidewater", "<p>Posted: 3 days ago</p><p>Tidewater")
    assert read(aged).posted_date is None
    assert read_posting(aged.encode(), "p", seen=date(2024, 6, 9)).posted_date == date(2024, 6, 6)


def test_json_ld_about_another_job_is_not_believed() -> None:
    record = '{"@type":"JobPosting","title":"Tax Inspector","url":"https://x.example/9"}'
    other = f'<script type="application/ld+json">{record}</script>'
    posting = read(pages.HOSTED_BOARD.replace("</head>", other + "</head>"))
    assert (posting.title, posting.company) == ("Data Analyst", "Tidewater Labs")


def test_json_ld_whose_text_the_page_shows_is_believed_whatever_the_headings_say() -> None:
    text = "You carry the mail across nine islands, by boat and by bicycle, and everybody knows your name."
    record = f'{{"@type":"JobPosting","title":"Postie","description":"{text}"}}'
    html = f"""<title>Assistant Manager of the Year</title><script type="application/ld+json">{record}</script>
    <h1>Assistant Manager of the Year</h1><p>{text}</p>{pages.STORY * 3}"""
    assert read(html).title == "Postie"


def test_of_several_marked_up_jobs_the_pages_own_is_taken() -> None:
    markup = pages.LISTING_JSON_LD.replace("<title>Jobs</title>", "<title>Driver</title>").replace(
        "<h1>Jobs</h1>", "<h1>Driver</h1>"
    )
    assert read(markup).title == "Driver"
    assert read(pages.LISTING_JSON_LD, "https://x.example/1?utm_source=a").title == "Baker"


def test_a_page_saved_as_one_file_is_unpacked() -> None:
    saved = (
        "From: <Saved by a browser>\r\nSnapshot-Content-Location:"
        " https://jobs.example.com/9?utm_source=x\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n'
        "Content-Transfer-Encoding: 8bit\r\nContent-Location: https://jobs.example.com/9\r\n\r\n"
        + pages.GERMAN_EMPLOYER
        + "\r\n--B--\r\n"
    )
    posting = read_posting(saved.encode(), "saved.mhtml")
    assert (posting.title, posting.url) == ("Sachbearbeiter Einkauf (m/w/d)", "https://jobs.example.com/9")


def test_a_board_s_json_answer_is_read() -> None:
    answer = """{"title": "Ferry Pilot", "isRemote": false, "employmentType": "FullTime",
    "location": {"name": "Bergen"},
    "content": "&lt;p&gt;You bring the ferry across the fjord, in every weather, with a crew of five.&lt;/p&gt;",
    "publishedAt": "2024-04-02T10:00:00Z", "company": {"name": "Fjord Lines"},
    "salary": {"min": 520000, "max": 610000, "currency": "NOK", "period": "year"}}"""
    posting = read_posting(answer.encode(), "job.json")
    assert (posting.title, posting.company, posting.location) == ("Ferry Pilot", "Fjord Lines", "Bergen")
    assert (posting.job_type, posting.posted_date) == (JobType.FULL_TIME, date(2024, 4, 2))
    assert (posting.salary_min, posting.salary_currency, posting.salary_period) == (520_000, "NOK", SalaryPeriod.YEAR)


def test_the_readers_travel_to_a_child_process() -> None:
    assert pickle.loads(pickle.dumps(read_posting)) is read_posting
    assert pickle.loads(pickle.dumps(read(pages.JSON_LD))) == read(pages.JSON_LD)
