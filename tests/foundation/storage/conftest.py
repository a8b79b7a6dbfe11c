"""A product one revision old, two revisions old, and with a migration that fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.foundation.storage.small_schema import FAILING, FIRST, SECOND, migrations, open_small, write_note


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return migrations(tmp_path / "history-1", FIRST)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return migrations(tmp_path / "history-2", FIRST, SECOND)


@pytest.fixture
def failing(tmp_path: Path) -> Path:
    return migrations(tmp_path / "history-3", FIRST, SECOND, FAILING)


@pytest.fixture
def folder(tmp_path: Path, first: Path) -> Path:
    """A data folder of the first revision with two notes, closed."""
    folder = tmp_path / "data"
    database = open_small(folder, first)
    write_note(database, "Call Harbour Robotics")
    write_note(database, "Ask Priya for a reference")
    database.close()
    return folder
