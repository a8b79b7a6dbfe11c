"""One display, one mouse: the real-window tests run one after the other, each on a data folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.e2e.driver import App

START = Callable[..., App]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).parent == Path(__file__).parent:
            item.add_marker(pytest.mark.window)
            item.add_marker(pytest.mark.xdist_group("window"))
            item.add_marker(pytest.mark.timeout(240))


@pytest.fixture
def start(tmp_path: Path) -> Iterator[START]:
    """Starts the application on a data folder (by default one fresh folder for the test); ends it at the end."""
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        pytest.skip("needs a display, a window manager and xdotool; packaging/dev.py test brings them")
    running: list[App] = []

    def begin(folder: Path | None = None, options: Sequence[str] = ()) -> App:
        app = App(folder or tmp_path / "data", tmp_path, options)
        running.append(app)
        return app

    yield begin
    for app in running:
        if app.process.poll() is None:
            app.kill()
