"""A posting that is over may still show its text: the page's own statement is believed, a word in its prose is not."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.capture import read_posting, read_text
from careercoach_desktop.features.jobs.capture.closing import states_closed
from tests.features.jobs.capture.pages import DUTIES

PAGE = """<html lang="en"><head><title>Night Baker | Crumb & Co</title></head><body>{before}
<main><h1>Night Baker</h1>{under}<p>Crumb & Co, Leeds. We bake for forty shops, every night of the year.</p>
<div class="description">{inside}{duties}</div><button>Apply now</button>{after}</main></body></html>"""


def closed(**parts: str) -> bool:
    """Whether the page with these parts is read as closed; it must be read, whatever it says."""
    filled = {"before": "", "under": "", "inside": "", "after": "", "duties": DUTIES} | parts
    posting = read_posting(PAGE.format(**filled).encode(), "page.html", "https://jobs.example.com/7")
    assert posting.title == "Night Baker"
    assert "forty bakeries" in posting.description
    return posting.closed


@pytest.mark.parametrize(
    "line",
    [
        "No longer accepting applications",
        "This job is no longer available. See similar jobs",
        "Sorry, this position has been filled.",
        "We’re sorry, but this job posting has expired.",
        "The position is closed for applications",
        "Applications are now closed",
        "Diese Stelle ist nicht mehr verfügbar",
        "Diese Stellenanzeige ist leider nicht mehr online.",
        "Die Bewerbungsfrist ist leider abgelaufen.",
        "Cette offre n’est plus disponible",
        "Ce poste est pourvu.",
        "Esta oferta ya no está disponible",
        "Esta vaga foi encerrada",
        "Questa offerta di lavoro non è più disponibile.",
        "Deze vacature is helaas niet meer beschikbaar.",
        "Ta oferta pracy wygasła",
        "Tato nabídka již není aktivní",
        "Stillingen er ikke længere ledig",
        "Annonsen är inte längre aktiv",
        "Hakuaika on päättynyt",
    ],
)
def test_a_statement_under_the_title_closes_the_posting(line: str) -> None:
    assert closed(under=f"<p>{line}</p>")


@pytest.mark.parametrize(
    "parts",
    [
        {"before": '<div role="alert"><p>This vacancy has expired.</p></div>'},
        {"before": "<h2>This vacancy has expired.</h2>"},
        {"after": "<p>This vacancy has expired.</p>"},
        {"under": '<span class="badge">Expired</span>'},
        {"under": "<ul><li>Leeds</li><li>Full-time</li><li>Closed</li></ul>"},
    ],
)
def test_wherever_sites_put_such_notices(parts: dict[str, str]) -> None:
    assert closed(**parts)


@pytest.mark.parametrize(
    "line",
    [
        "Applications after 12 May will no longer be accepted.",
        "We keep this advert open until the position is filled.",
        "The position will be closed as soon as it is filled",
        "If the position has been filled, we tell you at once.",
        "This position has been filled since 2019 by our founder, who now steps back",
        "Is this job no longer available? Tell us.",
        "Bewerbungen nach dem 12. Mai können nicht mehr berücksichtigt werden.",
        "Our shops are closed on Sundays.",
        "You build closed loops: the job is filled with them.",
    ],
)
def test_a_rule_or_a_story_closes_nothing(line: str) -> None:
    assert not closed(under=f"<p>{line}</p>")
    assert not closed(inside=f"<p>{line}</p>")


def test_what_stands_deep_in_the_description_is_told_of_another_job() -> None:
    story = "".join(f"<p>In year {year} we baked more than the year before.</p>" for year in range(20))
    assert not closed(inside=f"{story}<p>This position has been filled.</p>{story}")


def test_a_notice_that_a_page_only_keeps_ready_is_not_said() -> None:
    for kept in ('class="alert d-none"', 'class="alert" hidden', 'class="alert" style="display:none"'):
        assert not closed(before=f"<div {kept}><h2>This job has expired.</h2></div>"), kept


def test_what_is_said_of_other_jobs_is_not_said_of_this_one() -> None:
    others = "".join(
        f'<li class="job-card"><a href="/jobs/{n}"><h3>{name}</h3></a><p>No longer accepting applications</p></li>'
        for n, name in enumerate(("Pastry Chef", "Shop Manager", "Delivery Driver", "Miller"))
    )
    assert not closed(after=f"<section><h2>Similar jobs</h2><ul>{others}</ul></section>")


def test_a_title_can_say_it() -> None:
    page = PAGE.replace("Night Baker", "[Closed] Night Baker")
    filled = page.format(before="", under="", inside="", after="", duties=DUTIES)
    assert read_posting(filled.encode(), "page.html").closed


def test_a_paste_can_say_it() -> None:
    text = "Night Baker\nCrumb & Co, Leeds\n{}\n\nAbout the job\nYou bake for forty shops.\nYou start at two."
    assert read_text(text.format("No longer accepting applications")).closed
    assert not read_text(text.format("Applications close on 12 May")).closed


def test_long_and_empty_lines_are_no_statements() -> None:
    assert not states_closed("")
    assert not states_closed("This job is no longer available. " * 40)
