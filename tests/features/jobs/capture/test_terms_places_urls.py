"""Work mode, job type, places and addresses: the small vocabularies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach_desktop.features.jobs.capture.place import join_places, looks_like_place, place_of_record, read_place
from careercoach_desktop.features.jobs.capture.terms import job_type, stated_work_mode, work_mode, work_mode_of_title
from careercoach_desktop.features.jobs.capture.urls import canonical, looks_like_url, without_tracking
from careercoach_desktop.features.jobs.model import JobType, WorkMode

REMOTE, HYBRID, ONSITE = WorkMode.REMOTE, WorkMode.HYBRID, WorkMode.ONSITE


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Remote", REMOTE),
        ("100% Homeoffice", REMOTE),
        ("Télétravail", REMOTE),
        ("praca zdalna", REMOTE),
        ("Hybrides Arbeiten", HYBRID),
        ("Práce částečně z domova", HYBRID),
        ("Vor Ort", ONSITE),
        ("On-site", ONSITE),
        ("Híbrido", HYBRID),
        ("Télétravail occasionnel", HYBRID),
        ("Smart working", HYBRID),
        ("Na diaľku", REMOTE),
        ("Distans", REMOTE),
        ("Etätyö", REMOTE),
        ("Τηλεργασία", REMOTE),
        ("På kontoret", ONSITE),
        ("Presencial", ONSITE),
        ("Remote: No", ONSITE),
        ("Kein Home-Office", ONSITE),
        ("Telework eligible: No", ONSITE),
        ("Remote, no travel", REMOTE),
        ("Berlin", None),
        ("Hybrid cloud", None),
    ],
)
def test_work_modes(text: str, mode: WorkMode | None) -> None:
    assert work_mode(text) is mode


def test_only_a_statement_in_the_text_counts() -> None:
    assert stated_work_mode("This is a fully remote position within Europe.") is REMOTE
    assert stated_work_mode("Three days a week in our office.") is HYBRID
    assert stated_work_mode("This role is not remote.") is ONSITE
    assert (
        stated_work_mode("Benefits: flexible hours, home office. You support hybrid cloud and remote servers.") is None
    )
    assert work_mode_of_title("Support Engineer - Networking - Remote") is REMOTE
    assert work_mode_of_title("Remote Sensing Scientist") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("FULL_TIME", JobType.FULL_TIME),
        ("Full-time, permanent or contract", JobType.FULL_TIME),
        ("Vollzeit", JobType.FULL_TIME),
        ("CDI", JobType.FULL_TIME),
        ("Práce na plný úvazek", JobType.FULL_TIME),
        ("Teilzeit", JobType.PART_TIME),
        ("Contractor", JobType.CONTRACT),
        ("Praktikum", JobType.INTERNSHIP),
        ("Internship (full-time)", JobType.INTERNSHIP),
        ("befristet", JobType.TEMPORARY),
        ("Tempo indeterminato", JobType.FULL_TIME),
        ("Vast contract", JobType.FULL_TIME),
        ("Praktik", JobType.INTERNSHIP),
        ("Fixed term", JobType.TEMPORARY),
        ("Πλήρης απασχόληση", JobType.FULL_TIME),
        ("Regular position", None),
    ],
)
def test_job_types(text: str, kind: JobType | None) -> None:
    assert job_type(text) is kind


def test_places() -> None:
    leeds = {
        "@type": "Place",
        "address": {"addressLocality": "Leeds", "addressRegion": "Leeds", "addressCountry": {"name": "UK"}},
    }
    assert place_of_record(leeds) == "Leeds, UK"
    assert place_of_record({"address": "Anywhere"}) == "Anywhere"
    assert join_places(["Kiel", "kiel", "Graz"]) == "Kiel; Graz"
    assert join_places([f"Town {n}" for n in range(7)]).endswith("(+2)")
    assert read_place("Standort: Kiel") == "Kiel"
    assert read_place("Multiple locations") == ""
    assert looks_like_place("Cork, County Cork, Ireland")
    assert not looks_like_place("Honest, kind and curious people, we are looking for you.")


def test_tracking_goes_and_the_rest_stays() -> None:
    url = "HTTPS://Jobs.Example.com:443/view;jsessionid=9?id=7&utm_source=x&gclid=1&fbclid=2&lang=en#apply"
    assert without_tracking(url) == "https://jobs.example.com/view?id=7&lang=en"
    assert without_tracking("javascript:alert(1)") == ""


def test_a_page_may_name_its_address_only_on_its_own_site() -> None:
    assert canonical("https://jobs.example.com/a?x=1", "/b") == "https://jobs.example.com/b"
    assert canonical("https://jobs.example.com/a", "https://evil.example.org/a") == "https://jobs.example.com/a"
    assert canonical("https://jobs.example.com/a", "https://jobs.example.com/") == "https://jobs.example.com/a"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        (" https://jobs.example.com/1 ", "https://jobs.example.com/1"),
        ("jobs.example.com/view/1", "https://jobs.example.com/view/1"),
        ("www.example.com", "https://www.example.com"),
        ("localhost:8000/job", "http://localhost:8000/job"),
        ("http://intranet/job", "http://intranet/job"),
        ("Baker wanted", None),
        ("resume.pdf", None),
        ("me@example.com", None),
        ("Node.js developer", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_addresses_are_told_from_text(text: str, url: str | None) -> None:
    assert looks_like_url(text) == url


@given(st.text(max_size=80))
def test_no_text_breaks_addresses(text: str) -> None:
    looks_like_url(text)
    assert without_tracking(without_tracking(text)) == without_tracking(text)
