"""People and what is due, from a terminal."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from careercoach_desktop.foundation.clock import today_here
from tests.support.terminal import POSTING, Terminal


def added_job(terminal: Terminal) -> int:
    return int(terminal.fine("jobs", "add", POSTING, "--json").json["id"])


def test_somebody_is_kept_for_a_job_written_to_and_removed(terminal: Terminal) -> None:
    job, today = added_job(terminal), today_here()
    said = terminal.fine(
        "jobs", "contacts", "add", "Priya Nair", "--company", "Brackenfield", "--job", job, "--as", "hiring manager",
        "--json",
    )  # fmt: skip
    assert said.json["jobs"] == [{"id": job, "title": "Senior Data Engineer", "relation": "HIRING_MANAGER"}]
    wrote = terminal.fine("jobs", "contacts", "wrote", "priya", "--again", "1w", "--json").json
    assert wrote["last_contact"] == today.isoformat()
    assert wrote["next_follow_up"] == (today + timedelta(days=7)).isoformat()
    listed = terminal.fine("jobs", "contacts", "list", "--job", job).out
    assert "Priya Nair" in listed
    assert "In touch with Priya Nair" in terminal.fine("jobs", "show", job).out
    terminal.fine("jobs", "contacts", "remove", "priya nair")
    assert terminal.fine("jobs", "contacts", "list", "--json").json == []


def test_an_address_book_comes_in_and_goes_out(terminal: Terminal, tmp_path: Path) -> None:
    book = tmp_path / "people.vcf"
    book.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Sousa\nEND:VCARD\nBEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n")
    entries = terminal.fine("jobs", "contacts", "import", book, "--json").json
    assert [(each["outcome"], each["name"]) for each in entries] == [("ADDED", "Ana Sousa"), ("REFUSED", None)]
    out = tmp_path / "out.vcf"
    terminal.fine("jobs", "contacts", "export", out)
    assert b"FN:Ana Sousa\r\n" in out.read_bytes()
    assert terminal("jobs", "contacts", "export", out).code == 1, "nothing is written over"
    assert terminal("jobs", "contacts", "import", tmp_path / "none.vcf").code == 1


def test_what_is_due_is_listed_put_off_and_done(terminal: Terminal) -> None:
    job, today = added_job(terminal), today_here()
    assert terminal.fine("due", "list", "--days", 0).err == "Nothing is due.\n"
    terminal.fine("due", "add", job, "Ring Priya", "--until", "today")
    (line,) = terminal.fine("due", "list", "--days", 0, "--json").json
    assert (line["text"], line["job"], line["due"]) == ("Ring Priya", job, today.isoformat())
    terminal.fine("due", "snooze", line["number"], "--until", "2d")
    assert terminal.fine("due", "list", "--days", 1, "--json").json == []
    terminal.fine("due", "done", line["number"])
    assert all(each["number"] != line["number"] for each in terminal.fine("due", "list", "--json").json)


def test_a_day_nobody_understands_is_said(terminal: Terminal) -> None:
    said = terminal("due", "add", added_job(terminal), "Ring Priya", "--until", "someday")
    assert said.code == 1
    assert "“someday” is no day." in said.err
