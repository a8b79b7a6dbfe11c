"""Arguments → the window (``app.main``) or a command (``app.cli``). Imports nothing heavy: the warm child process
imports this module again when it starts, and the window must not wait for what only commands need."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from careercoach_desktop import __version__

WINDOW_OPTIONS = {"--data-dir": True, "--demo": False, "--theme": True, "--version": False}
"""What may be said without a command, and whether a value follows."""


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_NO_DISPLAY = "There is no display here, so no window can open. What you can do from a terminal: careercoach --help\n"


def main() -> int:
    """Exit codes: 0 fine (or a first window was raised instead), 1 not possible, 2 usage, 130 stopped by Ctrl+C."""
    words = sys.argv[1:]
    if is_for_the_window(words):
        return _show_window(words)
    from careercoach_desktop.app.cli import run

    return run(words)


def is_for_the_window(words: Sequence[str]) -> bool:
    """Whether nothing but options of the window was said."""
    rest = iter(words)
    for word in rest:
        name, is_joined, _value = word.partition("=")
        if name not in WINDOW_OPTIONS:
            return False
        if WINDOW_OPTIONS[name] and not is_joined:
            next(rest, None)
    return True


def _show_window(words: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="careercoach", description="Career Coach, on this computer.", add_help=False)
    parser.add_argument("--version", action="version", version=f"Career Coach {__version__}")
    parser.add_argument("--data-dir", type=Path, default=os.environ.get("CAREERCOACH_DATA_DIR"))
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--theme", choices=("system", "light", "dark"))
    arguments = parser.parse_args(words)
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS)):
        sys.stderr.write(_NO_DISPLAY)
        return 1

    from careercoach_desktop.app.main import Launch, run

    folder = Path(arguments.data_dir).expanduser() if arguments.data_dir else None
    return run(Launch(folder=folder, sample=arguments.demo, theme=arguments.theme))


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen bundle starts its child processes through this file
    sys.exit(main())
