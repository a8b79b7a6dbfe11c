"""Numbers in prose, in four languages and all the ways people write them."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.evidence.truth.figures import calendar_years, figures


def values(text: str) -> list[tuple[float, str]]:
    return [(max(each.values), each.unit) for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 6 h to 50 min", [(360, "time"), (50, "time")]),
        ("from 6 to 4 hours", [(360, "time"), (240, "time")]),
        ("six hours", [(360, "time")]),
        ("five colleagues", [(5, "")]),
        ("40 %", [(40, "%")]),
        ("vierzig Prozent", [(40, "%")]),
        ("15 pour cent", [(15, "%")]),
        ("£40k", [(40_000, "GBP")]),
        ("2 Mio. €", [(2_000_000, "EUR")]),
        ("$3.5m budget", [(3_500_000, "USD")]),
        ("1.200 Kunden", [(1200, "")]),
        ("1 200 clients", [(1200, "")]),
        ("12,345.67", [(12345.67, "")]),
        ("incidents fell by a third", [(33.3, "%")]),
        ("halved the queue", [(50, "%")]),
        ("doubled sales", [(2, "x")]),
        ("three weeks", [(21, "day")]),
        ("neun Jahre", [(108, "month")]),
        ("bis 4 kA", [(4000, "A")]),
        ("9,000 m²", [(9000, "m2")]),
        ("9,000 square metre building", [(9000, "m2")]),
        ("2,5 tonnes", [(2_500_000, "g")]),
        ("three quarters of an hour", [(45, "time")]),
        ("une demi-heure", [(30, "time")]),
        ("dos jornadas", [(2, "day")]),
        ("Zweischichtbetrieb", [(2, "")]),
        ("sechsmonatiges Praktikum", [(6, "month")]),
        ("four accident-free years", [(48, "month")]),
        ("2 Azubis an", [(2, "")]),
        ("multiplicado por tres", [(3, "x")]),
        ("in 2021", []),
        ("support 24/7", []),
        ("ready at six in the morning", []),
        ("done by 7 a.m.", []),
        ("fertig bis 6 Uhr", []),
        ("led a team of six", [(6, "")]),
        ("K8s and S3", []),
        ("the 2nd level", []),
        ("once a day", []),
    ],
)
def test_reading(text: str, found: list[tuple[float, str]]) -> None:
    assert values(text) == pytest.approx(found) if not found else values(text) == found


@pytest.mark.parametrize(
    ("draft", "evidence", "agree"),
    [
        ("6 h", "360 minutes", True),
        ("£40,000", "40k pounds", True),
        ("1,200", "1.200", True),
        ("more than 100 jobs", "140 jobs", True),
        ("more than 200 jobs", "140 jobs", False),
        ("about 145 jobs", "142 jobs", True),
        ("145 jobs", "142 jobs", False),
        ("40 %", "40", False),
        ("€40", "£40", False),
        ("33 %", "a third", True),
        ("4 kA", "4,000 A", True),
        ("4 kA", "4 A", False),
        ("300 kg", "0,3 Tonnen", True),
        ("quelque 60 parcelles", "une soixantaine", True),
        ("more than half", "55 %", True),
        ("more than half", "45 %", False),
        ("près d'un cinquième", "18 %", True),
        ("près de la moitié", "18 %", False),
        ("two years", "24 months", True),
    ],
)
def test_agreement(draft: str, evidence: str, agree: bool) -> None:
    assert figures(draft)[0].agrees(figures(evidence)[0]) is agree


def test_names_with_numbers_can_be_left_out() -> None:
    assert figures("ISO 27001", [(0, 9)]) == []


def test_calendar_years() -> None:
    assert [year for year, _, _ in calendar_years("from 2019 to 2021, 1200 parts, 2020 €")] == [2019, 2021, 2020]
