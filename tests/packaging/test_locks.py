"""The lock files: complete, hashed, free of addresses, and saying the same for running and for testing."""

from __future__ import annotations

import re
import tomllib

import pytest

from tests.packaging.conftest import ROOT, SCRIPTS

RUN, TEST = SCRIPTS / "requirements.txt", SCRIPTS / "requirements-dev.txt"


def pins(text: str) -> dict[str, str]:
    """Version by name of every requirement."""
    return {
        found.group(1).lower(): found.group(2)
        for found in re.finditer(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", text, re.MULTILINE)
    }


def named(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9._-]", requirement)[0].lower() for requirement in requirements}


@pytest.mark.parametrize("file", [RUN, TEST], ids=lambda file: file.name)
def test_every_requirement_is_pinned_and_hashed_and_no_address_is_named(file: object) -> None:
    text = (RUN if file == RUN else TEST).read_text()
    entries = re.split(r"\n(?=\S)", text.strip())
    assert len(entries) > 30
    for entry in entries:
        assert "==" in entry.splitlines()[0]
        assert "--hash=sha256:" in entry
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_what_the_project_names_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert named(project["project"]["dependencies"]) <= set(pins(RUN.read_text()))
    assert named(project["dependency-groups"]["dev"]) <= set(pins(TEST.read_text()))


def test_the_build_backend_is_locked_because_nothing_is_fetched_while_building() -> None:
    backend = named((SCRIPTS / "build-backend.in").read_text().split())
    assert backend == {"hatchling"}
    assert backend <= set(pins(RUN.read_text()))


def test_tests_run_on_what_people_run() -> None:
    run, tested = pins(RUN.read_text()), pins(TEST.read_text())
    assert {name: tested.get(name) for name in run} == run
