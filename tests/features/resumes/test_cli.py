"""Résumés from a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.resources import resource
from tests.support.terminal import RESUME, Terminal

CAMILLE = resource("sample/camille-bergmann.docx")


def test_an_imported_file_is_read_at_once_and_the_first_is_primary(terminal: Terminal) -> None:
    said = terminal.fine("resumes", "import", RESUME, CAMILLE, "--json")
    first, second = sorted(said.json, key=lambda card: card["id"])
    assert (first["title"], first["primary"], first["state"], first["file"]) == (
        "Lena Marsh", True, "READ", "lena-marsh.pdf",
    )  # fmt: skip
    assert (second["title"], second["primary"]) == ("Camille Bergmann", False)
    assert first["fields"] > 50


def test_the_list_is_a_table_for_people(hunting: Terminal) -> None:
    head, row = hunting.fine("resumes", "list").out.splitlines()
    assert head.split() == ["ID", "Title", "File", "State"]
    assert row.startswith("1   *  Lena Marsh  lena-marsh.pdf")


def test_an_empty_shelf_says_what_to_do(terminal: Terminal) -> None:
    said = terminal.fine("resumes", "list")
    assert said.out == ""
    new, hint = said.err.splitlines()
    assert new == f"This folder is new: {terminal.folder}"
    assert "resumes import FILE" in hint


def test_one_bad_file_does_not_stop_the_others(terminal: Terminal, tmp_path: Path) -> None:
    empty, note = tmp_path / "empty.pdf", tmp_path / "note.txt"
    empty.touch()
    note.write_text("Buy milk and bread.")
    said = terminal("resumes", "import", empty, note, RESUME, "--json")
    assert said.code == 1
    assert "“empty.pdf” is empty." in said.err
    assert "“note.txt”: This does not look like a résumé" in said.err
    assert {card["file"]: bool(card["problem"]) for card in said.json} == {
        "empty.pdf": True,
        "note.txt": True,
        "lena-marsh.pdf": False,
    }


def test_a_folder_is_looked_through_and_many_files_are_read_two_at_a_time(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "cvs"
    folder.mkdir()
    for number in range(6):
        text = f"Ada Quist {number}\nada{number}@quist.example\n\nEXPERIENCE\nEngineer, Acme\n2019 - 2021\n- Built it\n"
        (folder / f"{number}.txt").write_text(text)
    (folder / "photo.jpg").touch()
    said = terminal.fine("resumes", "import", folder, "--json")
    assert {card["file"]: card["state"] for card in said.json} == {f"{number}.txt": "READ" for number in range(6)}
    assert [card["file"] for card in said.json if card["primary"]] == ["0.txt"]


def test_a_folder_with_nothing_in_it_says_so(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    said = terminal("resumes", "import", tmp_path / "nothing")
    assert said.code == 1
    assert "nothing here that could be a résumé" in said.err


def test_the_same_file_again_is_the_same_resume(terminal: Terminal) -> None:
    terminal.fine("resumes", "import", RESUME)
    again = terminal.fine("resumes", "import", RESUME, "--json")
    assert [card["id"] for card in again.json] == [1]
    assert again.err == "“lena-marsh.pdf” was imported before.\n"


@pytest.mark.parametrize("name", ["primary", "1", "Lena Marsh", "lena"])
def test_a_resume_is_named_by_what_a_person_knows(terminal: Terminal, name: str) -> None:
    terminal.fine("resumes", "import", RESUME, CAMILLE)
    said = terminal.fine("resumes", "show", name, "--json")
    assert said.json["resume"]["basics"]["email"] == "lena@marsh.example"


def test_showing_one_is_readable(hunting: Terminal) -> None:
    out = hunting.fine("resumes", "show", "primary").out
    assert out.startswith("Lena Marsh (primary), version 1, from lena-marsh.pdf\n")
    assert "Data Engineer, Brightwater, Mar 2022 – now" in out
    assert "  • Introduced dbt tests; incidents fell by a third." in out


def test_a_name_that_is_nobodys_or_several_is_told_with_the_candidates(terminal: Terminal) -> None:
    terminal.fine("resumes", "import", RESUME, CAMILLE)
    assert terminal("resumes", "show", "mar").code == 0, "only Lena Marsh has it"
    nobody = terminal("resumes", "show", "Ada")
    assert (nobody.code, nobody.out) == (1, "")
    assert nobody.err.startswith("There is no résumé “Ada”.")
    several = terminal("resumes", "show", "m")
    assert several.code == 1
    assert "1 “Lena Marsh”" in several.err
    assert "2 “Camille Bergmann”" in several.err


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_an_exported_file_reads_back(hunting: Terminal, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"mine{suffix}"
    said = hunting.fine("resumes", "export", "primary", "--to", file, "--template", "Classic", "--paper", "letter")
    assert re.fullmatch(rf"Saved {re.escape(str(file))}. Read back: all \d\d fields survived.\n", said.out)
    assert read_resume(file.read_bytes(), file.name).data.basics.email == "lena@marsh.example"


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [(".html", "<!DOCTYPE html>"), (".md", "# Lena Marsh"), (".txt", "Lena Marsh\n"), (".json", "{")],
)
def test_the_end_of_the_name_says_the_format(hunting: Terminal, tmp_path: Path, suffix: str, begins: str) -> None:
    file = tmp_path / f"mine{suffix}"
    said = hunting.fine("resumes", "export", "primary", file, "--json")
    assert said.json["lost"] == []
    assert said.json["checked"] > 60
    assert file.read_text("utf-8").startswith(begins)
    assert read_resume(file.read_bytes(), file.name).data.basics.email == "lena@marsh.example"


def test_the_look_can_be_given(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.html"
    hunting.fine("resumes", "export", "primary", file, "--accent", "0a7a50", "--font", "Georgia", "--one-page")
    assert "--accent: #0A7A50" in file.read_text("utf-8")
    assert '"Georgia"' in file.read_text("utf-8")


def test_what_would_get_lost_is_told_part_by_part_and_nothing_is_written_without_a_yes(
    hunting: Terminal, tmp_path: Path
) -> None:
    """A name no reader takes for one."""
    odd = tmp_path / "odd.json"
    jobs = [{"name": "2019 – 2020", "position": "2021", "startDate": "2019", "endDate": "2020"}]
    odd.write_text(json.dumps({"basics": {"name": "Odd One", "email": "odd@one.example"}, "work": jobs}), "utf-8")
    hunting.fine("resumes", "import", odd)
    file = tmp_path / "odd.txt"
    said = hunting("resumes", "export", "Odd One", file)
    assert said.code == 1
    assert "Experience · 2019 – 2020\n  The employer" in said.err
    assert "nothing was written" in said.err
    assert not file.exists()
    said = hunting("resumes", "export", "Odd One", file, "--force")
    assert said.code == 0
    assert file.exists()
    assert "Experience · 2019 – 2020\n  The employer" in said.err
    assert "fields read differently" in said.out or "field reads differently" in said.out


def test_nothing_is_written_over_unless_that_is_meant(hunting: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("precious")
    said = hunting("resumes", "export", "primary", "--to", file)
    assert said.code == 1
    assert "--force" in said.err
    assert file.read_text() == "precious"
    hunting.fine("resumes", "export", "primary", "--to", file, "--force")
    assert "Lena" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--to", "x.odt"),
        ("--to", "x.pdf", "--template", "baroque"),
        ("--to", "x.pdf", "--paper", "a0"),
        ("x.pdf", "--accent", "red"),
        (),
    ],
)
def test_wrong_choices_are_usage_errors_before_anything_is_opened(terminal: Terminal, options: tuple[str, ...]) -> None:
    assert terminal("resumes", "export", "primary", *options).code == 2
    assert not terminal.folder.exists()


def test_parsing_stores_nothing_even_where_data_is(hunting: Terminal) -> None:
    assert hunting.fine("resumes", "parse", CAMILLE, "--json").json["basics"]["name"] == "Camille Bergmann"
    assert len(hunting.fine("resumes", "list", "--json").json) == 1


def test_what_a_hostile_file_says_cannot_steer_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "evil.json"
    file.write_text(
        json.dumps({"basics": {"name": "Eve \x1b]0;owned\x07\x1b[2J\x9b31m\u202eelif", "summary": "a\rb\x08"}})
    )
    for words in (("resumes", "parse", file), ("resumes", "parse", file, "--json")):
        said = terminal.fine(*words)
        assert not set(said.out) & set("\x1b\x07\x9b\u202e\r\x08")
    assert terminal.fine("resumes", "parse", file, "--json").json["basics"]["name"].startswith("Eve \x1b]0;owned")
