"""Hands and eyes for the real-window tests: xdotool's mouse and keys, and the probe's answers."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 40.0


@dataclass(frozen=True)
class Thing:
    """Something on screen; coordinates of the display."""

    kind: str
    text: str
    x: int
    y: int
    width: int
    height: int
    enabled: bool
    focus: bool

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


class App:
    """The application in its own process, on one data folder."""

    def __init__(self, folder: Path, scratch: Path, options: Sequence[str] = ()) -> None:
        self._port_file = scratch / "port"
        self._port_file.unlink(missing_ok=True)
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        # What is due would be told some seconds after the start, over whatever is clicked then.
        environment.setdefault("CAREERCOACH_NOTIFICATIONS", "off")
        command = [sys.executable, "-m", "tests.e2e.probe", str(self._port_file), "--data-dir", str(folder), *options]
        self._log = (scratch / "output.txt").open("ab")
        self.process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=self._log, stderr=self._log)
        self._socket: socket.socket | None = None

    def see(self, text: str, *, exact: bool = False, kind: str = "", seconds: float = PATIENCE) -> Thing:
        """The smallest visible thing with these words; waits for it, fails the test when it does not come."""
        found = self.look(text, exact=exact, kind=kind, seconds=seconds)
        assert found, f"“{text}” {kind} did not appear within {seconds} s; there was {self.words()}"
        return found[0]

    def words(self) -> list[str]:
        """Everything that can be read on the screen now."""
        return sorted({thing.text for thing in self.look("") if thing.text})

    def look(self, text: str, *, exact: bool = False, kind: str = "", seconds: float = 0) -> list[Thing]:
        request = {"text": text, "exact": exact, "kind": kind, "seconds": seconds}
        return [Thing(**thing) for thing in self._ask(request)]

    def miss(self, text: str, *, exact: bool = False, kind: str = "") -> None:
        """Wait until nothing visible has these words."""
        left = self._ask({"text": text, "exact": exact, "kind": kind, "seconds": PATIENCE, "gone": True})
        assert not left, f"“{text}” is still there"

    def click(self, text: str, *, exact: bool = True, kind: str = "") -> None:
        x, y = self.resting(text, exact=exact, kind=kind).middle
        mouse(f"mousemove {x} {y} click 1")

    def resting(self, text: str, *, exact: bool = True, kind: str = "") -> Thing:
        """The thing when it stays where it is: a window manager moves a new window after it was first shown."""
        before = self.see(text, exact=exact, kind=kind)
        for _look in range(100):
            subprocess.run(["xdotool", "sleep", "0.15"], check=True, timeout=PATIENCE)
            now = self.see(text, exact=exact, kind=kind)
            if (now.x, now.y) == (before.x, before.y):
                return now
            before = now
        raise AssertionError(f"“{text}” never stood still")

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Look until it holds; fail the test, saying ``what`` was waited for, when it never does."""
        for _look in range(200):
            if holds():
                return
            subprocess.run(["xdotool", "sleep", "0.1"], check=True, timeout=PATIENCE)
        raise AssertionError(f"{what} did not come true; there was {self.words()}")

    def comes(self, holds: Callable[[], bool]) -> bool:
        """Whether it holds within some eight seconds, for what a window only just opened may have missed."""
        for _look in range(80):
            if holds():
                return True
            subprocess.run(["xdotool", "sleep", "0.1"], check=True, timeout=PATIENCE)
        return False

    def has_keyboard(self, text: str) -> None:
        """Wait until the field with this text, or this name, is the one that keys go to."""
        self.until(lambda: any(thing.focus for thing in self.look(text, exact=True)), f"the keyboard at “{text}”")

    def quit(self) -> None:
        """Leave as a person does, and insist that the process ends by itself with success."""
        keys("ctrl+q")
        assert self.process.wait(timeout=PATIENCE) == 0
        self._close()

    def kill(self) -> None:
        """``kill -9``: no chance to say goodbye."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(timeout=PATIENCE)
        self._close()

    def _close(self) -> None:
        if self._socket is not None:
            self._socket.close()
        self._log.close()

    def _ask(self, request: dict[str, Any]) -> list[dict[str, Any]]:
        if self._socket is None:
            self._socket = self._connect()
        self._socket.settimeout(request["seconds"] + PATIENCE)
        self._socket.sendall(json.dumps(request).encode() + b"\n")
        answer = b""
        while not answer.endswith(b"\n"):
            part = self._socket.recv(65536)
            assert part, "the application ended"
            answer += part
        return json.loads(answer)

    def _connect(self) -> socket.socket:
        # The port file appears when the process listens; inotify would be the only way not to look for it.
        subprocess.run(
            [
                "bash",
                "-c",
                f"until [ -s {self._port_file} ]; do kill -0 {self.process.pid} || exit 1; sleep 0.05; done",
            ],
            check=True,
            timeout=PATIENCE,
        )
        return socket.create_connection(("127.0.0.1", int(self._port_file.read_text())), timeout=PATIENCE)


def mouse(commands: str) -> None:
    subprocess.run(["xdotool", *commands.split()], check=True, timeout=PATIENCE)


def keys(*names: str) -> None:
    """``keys("alt+Right")``: press and release, as a hand would."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True, timeout=PATIENCE)


def write(text: str) -> None:
    """Type words with the keyboard."""
    subprocess.run(["xdotool", "type", "--delay", "4", text], check=True, timeout=60)


def drag(
    start: tuple[int, int], end: tuple[int, int], steps: int = 8, while_held: Callable[[], object] = lambda: None
) -> None:
    """Press, move in small steps with pauses (a jump is no drag for any toolkit), look, release."""
    (x0, y0), (x1, y1) = start, end
    words = [f"mousemove {x0} {y0}", "mousedown 1", "sleep 0.1"]
    for step in range(1, steps + 1):
        words += [f"mousemove {x0 + (x1 - x0) * step // steps} {y0 + (y1 - y0) * step // steps}", "sleep 0.06"]
    words += [f"mousemove {x1} {y1}", "sleep 0.3"]
    mouse(" ".join(words))
    try:
        while_held()
    finally:
        mouse("mouseup 1")


def files_to_drag(place: tuple[int, int], files: Sequence[Path]) -> AbstractContextManager[tuple[int, int]]:
    """Another program's window holding files; yields where to grab it."""
    return _another_program("tests.e2e.drag_source", place, *files)


def folder_to_drop_on(place: tuple[int, int], folder: Path) -> AbstractContextManager[tuple[int, int]]:
    """Another program's window that copies dropped files into the folder; yields where to let go."""
    return _another_program("tests.e2e.drop_target", place, folder)


@contextmanager
def _another_program(module: str, place: tuple[int, int], *paths: Path) -> Iterator[tuple[int, int]]:
    command = [sys.executable, "-m", module, *map(str, place), *map(str, paths)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        try:
            yield place[0] + 30, place[1] + 30
        finally:
            process.terminate()
