"""What every test stands on: no display unless it asks for one, and a real database in a folder of its own."""

from __future__ import annotations

import gc
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nobody's own keychain or key is touched: there is none unless a test brings one (see ``tests.support.keychain``).
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("ANTHROPIC_API_KEY", None)

from pytestqt.qtbot import QtBot

from careercoach_desktop.foundation.storage.database import Database
from tests.support.storage import fresh_database

# A wait ends when what it waits for is there; how long it may take says nothing on a busy machine.
for _wait in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals):
    _wait.__kwdefaults__["timeout"] = 30_000


_EACH = 40
"""Tests with widgets after which everything is looked through once more."""
_windows_tests = itertools.count()


@pytest.fixture(autouse=True)
def garbage_stays_on_the_qt_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """A worker thread that collects a widget destroys it there, and the next timer tick crashes (see app.garbage).

    What stood before (modules, their tables) is left out: looking through it took a second after every test.
    """
    if "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    if next(_windows_tests) % _EACH == 0:
        gc.unfreeze()
        gc.collect()
        gc.freeze()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_is_remembered(request: pytest.FixtureRequest) -> None:
    """Folded columns, filters and widths of one test are not there in the next."""
    if "qtbot" in request.fixturenames:
        from careercoach_desktop.foundation.uikit import remembered

        remembered._memory.values.clear()
        remembered._memory.file = None


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A real SQLite file holding every table of the product."""
    database = fresh_database(tmp_path)
    yield database
    database.close()
