"""Jobs from a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from careercoach_desktop.foundation.resources import resource
from tests.features.jobs.service.test_opening_in_a_browser import BUILT
from tests.support.job_boards import JobBoards
from tests.support.job_boards.answers import GREENHOUSE, LEVER
from tests.support.job_site import JobSite
from tests.support.terminal import POSTING, RESUME, Terminal

BAKER = """Baker

Crumb & Co

Leeds

What you do
- Bake bread and rolls at night
- Keep the ovens clean

What we ask for
- A love of early mornings
"""


def test_a_saved_page_becomes_a_job_with_its_fields(terminal: Terminal) -> None:
    said = terminal.fine("jobs", "add", POSTING, "--json")
    posting = said.json["posting"]
    assert (posting["title"], posting["company"]) == ("Senior Data Engineer", "Brackenfield Foods")
    assert (posting["salary_min"], posting["deadline"]) == (62000.0, "2026-12-18")
    assert (said.json["status"], said.json["problem"]) == ("INTERESTED", None)


def test_a_page_on_the_web_is_fetched_and_known_again(terminal: Terminal, httpserver: HTTPServer) -> None:
    address = JobSite(httpserver).add("baker", POSTING.read_bytes())
    assert terminal.fine("jobs", "add", address).out == "1  Senior Data Engineer, Brackenfield Foods\n"
    again = terminal.fine("jobs", "add", address)
    assert again.err == "This posting is on your board already.\n"
    assert len(terminal.fine("jobs", "list", "--json").json) == 1


def test_a_page_that_is_gone_keeps_its_card_and_says_why(terminal: Terminal, httpserver: HTTPServer) -> None:
    address = JobSite(httpserver).add("gone", b"", status=404)
    said = terminal("jobs", "add", address, "--json")
    assert said.code == 1
    assert "no longer has this page" in said.err
    assert "kept on the board as job 1" in said.err
    assert "no longer has this page" in said.json["problem"]


def test_a_piped_text_is_a_posting_too(terminal: Terminal) -> None:
    said = terminal.fine("jobs", "add", "-", "--json", piped=BAKER.encode())
    assert said.json["posting"]["title"] == "Baker"
    assert terminal("jobs", "add", "-", piped=b"Baker").code == 1


def test_a_new_job_is_matched_with_the_primary_resume(terminal: Terminal) -> None:
    terminal.fine("resumes", "import", RESUME)
    score = terminal.fine("jobs", "add", POSTING, "--json").json["score"]
    assert score > 50
    (job,) = terminal.fine("jobs", "list", "--json").json
    assert job["score"] == score


def test_the_board_can_be_looked_at_by_column(hunting: Terminal) -> None:
    hunting.fine("jobs", "add", "-", piped=BAKER.encode())
    hunting.fine("jobs", "move", "baker", "applied")
    rows = hunting.fine("jobs", "list").out.splitlines()
    assert [row.split()[1] for row in rows] == ["Status", "Interested", "Applied"], "the board's order"
    (only,) = hunting.fine("jobs", "list", "--status", "Applied", "--json").json
    assert only["title"] == "Baker"


def test_a_move_keeps_its_reason_on_the_timeline(hunting: Terminal) -> None:
    said = hunting.fine("jobs", "move", "brackenfield", "interview-scheduled", "--reason", "They called", "--json")
    assert said.json["status"] == "INTERVIEW_SCHEDULED"
    newest, *_ = hunting.fine("jobs", "show", "1", "--json").json["timeline"]
    assert (newest["from"], newest["to"], newest["reason"]) == ("INTERESTED", "INTERVIEW_SCHEDULED", "They called")
    assert "Moved to Interview scheduled: They called" in hunting.fine("jobs", "show", "1").out


def test_searching_needs_every_word_and_no_accents(hunting: Terminal) -> None:
    (found,) = hunting.fine("jobs", "search", "DATA", "brackenfield", "--json").json
    assert found["id"] == 1
    nothing = hunting.fine("jobs", "search", "data", "zeppelin")
    assert (nothing.out, nothing.err) == ("", "Nothing was found.\n")


def test_a_name_several_jobs_have_moves_none_of_them(hunting: Terminal) -> None:
    hunting.fine("jobs", "add", "-", piped=BAKER.replace("Baker", "Baker of data").encode())
    said = hunting("jobs", "move", "data", "applied")
    assert (said.code, said.out) == (1, "")
    assert "“data” could be several" in said.err
    assert {job["status"] for job in hunting.fine("jobs", "list", "--json").json} == {"INTERESTED"}


def test_reading_asks_the_web_and_keeps_nothing(terminal: Terminal, httpserver: HTTPServer) -> None:
    address = JobSite(httpserver).add("baker", POSTING.read_bytes())
    said = terminal.fine("jobs", "read", address, "--json")
    assert said.json["title"] == "Senior Data Engineer"
    assert terminal.fine("jobs", "read", POSTING).out.startswith("Title            Senior Data Engineer\n")
    assert not terminal.folder.exists()


@pytest.fixture
def boards(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> JobBoards:
    boards = JobBoards(httpserver)
    monkeypatch.setattr("careercoach_desktop.foundation.web.fetching.PageFetcher", lambda: boards.fetcher)
    return boards


def test_reading_asks_the_posting_s_board_first(terminal: Terminal, boards: JobBoards) -> None:
    said = terminal.fine("jobs", "read", boards.sample(LEVER), "--json").json
    assert (said["title"], said["company"], said["salary_max"]) == ("Platform Engineer", "Halden Rail", 74000.0)
    assert len(boards.asked_for) == 1
    assert not terminal.folder.exists()


def test_reading_falls_back_on_the_page(terminal: Terminal, boards: JobBoards) -> None:
    boards.add(LEVER.endpoint, b"<html>busy</html>", "text/html", 429)
    boards.page(LEVER.url, POSTING.read_text(encoding="utf-8"))
    assert terminal.fine("jobs", "read", LEVER.url, "--json").json["title"] == "Senior Data Engineer"


def test_a_posting_that_is_offline_is_told(terminal: Terminal, boards: JobBoards) -> None:
    boards.add(GREENHOUSE.endpoint, b"{}", status=404)
    boards.add(GREENHOUSE.url, b"", "text/html", 404)
    said = terminal("jobs", "read", GREENHOUSE.url)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith("Greenhouse says that this posting is no longer online.")


def test_a_page_that_embeds_a_board_is_read_from_the_board(terminal: Terminal, boards: JobBoards) -> None:
    embed = '<script src="https://boards.greenhouse.io/embed/job_board/js?for=haldenrail"></script>'
    url = boards.page("https://careers.haldenrail.example/roles", f"<h1>Roles</h1>{embed}") + "?gh_jid=4012345"
    boards.sample(GREENHOUSE)
    assert terminal.fine("jobs", "read", url, "--json").json["title"] == "Platform Engineer"


def test_a_page_that_builds_itself_is_opened_in_the_installed_browser(
    terminal: Terminal, httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = JobSite(httpserver).self_built("platform", "Platform Engineer", *BUILT)
    assert terminal.fine("jobs", "read", address, "--json").json["title"] == "Platform Engineer"
    assert not terminal.folder.exists()
    monkeypatch.setenv("CAREERCOACH_WEB_BROWSER", "off")
    said = terminal("jobs", "read", address)
    assert (said.code, said.out) == (1, "")
    assert "builds itself with JavaScript" in said.err


def test_a_file_that_is_no_page_is_refused_rather_than_read_as_nonsense(terminal: Terminal) -> None:
    for file in (RESUME, resource("sample/lena-marsh.docx"), resource("pictures/board.png")):
        for command in ("read", "add"):
            said = terminal("jobs", command, file)
            assert (said.code, said.out) == (1, "")
            assert f"“{file.name}” is neither a saved page nor a text." in said.err
    assert terminal.fine("jobs", "list", "--json").json == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/nobody", "https://"])
def test_an_address_that_leads_nowhere_is_told(terminal: Terminal, address: str) -> None:
    said = terminal("jobs", "read", address)
    assert (said.code, said.out) == (1, "")
    assert len(said.err.splitlines()) == 2


def test_what_a_hostile_page_says_cannot_steer_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    page = tmp_path / "evil.txt"
    page.write_text(BAKER.replace("Baker", "Baker \x1b[2J\x1b]8;;http://evil.example\x07click", 1))
    terminal.fine("jobs", "add", page)
    for words in (("jobs", "list"), ("jobs", "show", "1"), ("jobs", "read", page), ("jobs", "list", "--json")):
        said = terminal.fine(*words)
        assert "\x1b" not in said.out + said.err
        assert "\x07" not in said.out + said.err


def test_a_job_can_be_archived_and_brought_back(hunting: Terminal) -> None:
    said = hunting.fine("jobs", "archive", "brackenfield")
    assert said.out == "1  Senior Data Engineer, Brackenfield Foods: archived\n"
    assert hunting.fine("jobs", "list", "--json").json == []
    assert hunting.fine("jobs", "archive", "1").err == "Nothing to do: already archived.\n"
    (back,) = hunting.fine("jobs", "archive", "brackenfield", "--bring-back", "--json").json
    assert (back["id"], back["archived"]) == (1, False)
    (listed,) = hunting.fine("jobs", "list", "--json").json
    assert listed["id"] == 1
    happened = hunting.fine("jobs", "show", "1").out
    assert "Brought back" in happened
    assert "Archived" in happened


def test_applying_records_what_was_sent_and_moves_the_job(terminal: Terminal) -> None:
    terminal.fine("jobs", "add", POSTING)
    terminal.fine(
        "jobs", "apply", "1", "--portal", "https://jobs.example.com/42", "--confirmation", "A-17",
        "--date", "2026-11-20",
    )  # fmt: skip
    shown = terminal.fine("jobs", "show", "1", "--json").json
    assert shown["status"] == "APPLIED"
    application = shown["application"]
    assert (application["status"], application["method"]) == ("SUBMITTED", "MANUAL")
    assert (application["portal_url"], application["submitted"]) == ("https://jobs.example.com/42", "2026-11-20")
    assert "Confirmation  A-17" in terminal.fine("jobs", "show", "1").out
    terminal.fine("jobs", "apply", "1", "--method", "automated")
    again = terminal.fine("jobs", "show", "1", "--json").json["application"]
    assert (again["method"], again["confirmation"]) == ("AUTOMATED", "A-17")


def test_applying_refuses_what_is_no_date_and_no_address(terminal: Terminal) -> None:
    terminal.fine("jobs", "add", POSTING)
    assert "is no day" in terminal("jobs", "apply", "1", "--date", "soon").err
    assert "is not the address" in terminal("jobs", "apply", "1", "--portal", "ftp//x").err
    assert terminal.fine("jobs", "show", "1", "--json").json["status"] == "INTERESTED"


def test_the_timeline_of_one_and_of_all(terminal: Terminal) -> None:
    terminal.fine("jobs", "add", POSTING)
    terminal.fine("jobs", "move", "1", "applied")
    terminal.fine("jobs", "move", "1", "rejected", "--reason", "Filled")
    of_one = terminal.fine("jobs", "timeline", "1").out.splitlines()
    assert of_one[0].endswith("Moved to Rejected: Filled")
    of_all = terminal.fine("jobs", "timeline", "--most", "2").out.splitlines()
    assert len(of_all) == 2
    assert of_all[0].endswith("Senior Data Engineer, Brackenfield Foods: Moved to Rejected: Filled")
    assert terminal.fine("jobs", "timeline", "--json").json[0]["job"] == 1


def test_many_postings_at_once_go_on_after_one_that_is_none(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "empty.html").write_text(" ")
    said = terminal("jobs", "add", POSTING, tmp_path / "empty.html", POSTING, "--json")
    assert said.code == 1
    assert "is empty" in said.err
    assert [job["id"] for job in said.json] == [1, 2]
    assert said.err.count("looks like") == 1
    assert "Job 2 looks like job 1, Senior Data Engineer, Brackenfield Foods: the same address." in said.err


def test_a_table_is_imported_and_every_row_told(terminal: Terminal, tmp_path: Path) -> None:
    table = tmp_path / "applications.csv"
    table.write_text("Role,Company,Status\nBaker,Crumb,Applied\n,Ward,\nBaker (m/f/d),Crumb Ltd,\n")
    said = terminal.fine("jobs", "import", table)
    assert said.out == "applications.csv: 1 added, 1 there already, 1 not read\n"
    assert "Row 3: It has neither a title nor a link. (Ward)" in said.err
    assert "Row 4: Baker (m/f/d), Crumb Ltd is on your board already, as job 1." in said.err
    (job,) = terminal.fine("jobs", "list", "--json").json
    assert (job["title"], job["status"]) == ("Baker", "APPLIED")


def test_jobs_are_exported_and_come_back(terminal: Terminal, tmp_path: Path) -> None:
    terminal.fine("jobs", "add", POSTING)
    out = tmp_path / "jobs.json"
    assert terminal.fine("jobs", "export", "--out", out).out == "“jobs.json” holds 1 job.\n"
    assert terminal("jobs", "export", "--out", out).code != 0
    assert terminal.fine("jobs", "export").out.startswith("id,title,company")
    assert terminal.fine("jobs", "export", "--status", "offer-received").out.count("\n") == 1
    again = Terminal(tmp_path / "elsewhere")
    assert again.fine("jobs", "import", out, "--json").json["added"] == [1]
    assert again.fine("jobs", "show", "1", "--json").json["posting"]["deadline"] == "2026-12-18"


def test_duplicates_are_listed_and_merged(terminal: Terminal) -> None:
    for _ in range(2):
        terminal.fine("jobs", "add", "-", piped=BAKER.encode())
    listed = terminal.fine("jobs", "duplicates").out
    assert listed == "1  Baker, Crumb & Co\n  2  Baker, Crumb & Co: same company, place and title\n"
    assert terminal.fine("jobs", "merge", "1", "2").out == "1  Baker, Crumb & Co\n"
    assert len(terminal.fine("jobs", "list", "--json").json) == 1
    assert terminal.fine("jobs", "duplicates", "--json").json == []
