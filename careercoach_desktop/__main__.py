"""Arguments → ``app.main``. Imports nothing heavy: the warm child process imports this module again when it starts."""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
from pathlib import Path

from careercoach_desktop import __version__


def main() -> int:
    """Start the window. Exit codes: 0 fine (or a first window was raised instead), 1 could not start, 2 usage."""
    parser = argparse.ArgumentParser(prog="careercoach-desktop", description="Career Coach, on this computer.")
    parser.add_argument("--version", action="version", version=f"Career Coach {__version__}")
    parser.add_argument(
        "--data-dir",
        type=Path,
        default=os.environ.get("CAREERCOACH_DATA_DIR"),
        help="folder that holds everything (default: the system's place for application data; "
        "also CAREERCOACH_DATA_DIR)",
    )
    parser.add_argument("--demo", action="store_true", help="explore with sample data, kept apart from yours")
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="look, for this start only")
    arguments = parser.parse_args()

    from careercoach_desktop.app.main import Launch, run

    folder = Path(arguments.data_dir).expanduser() if arguments.data_dir else None
    return run(Launch(folder=folder, sample=arguments.demo, theme=arguments.theme))


if __name__ == "__main__":
    multiprocessing.freeze_support()  # a frozen bundle starts its child processes through this file
    sys.exit(main())
