"""One display, one mouse: the real-window tests run one after the other, each on a data folder of its own."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.e2e.driver import App

try:
    import fcntl
except ImportError:  # Windows, where these tests do not run yet
    fcntl = None  # type: ignore[assignment]

START = Callable[..., App]


@pytest.fixture(autouse=True)
def the_one_mouse() -> Iterator[None]:
    """Only one test at a time has the display's mouse and keyboard, whichever worker runs it."""
    with (Path(tempfile.gettempdir()) / f"careercoach-mouse{os.environ.get('DISPLAY', '')}").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)  # let go when the file is closed
        yield


@pytest.fixture
def start(tmp_path: Path, the_one_mouse: None) -> Iterator[START]:
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
