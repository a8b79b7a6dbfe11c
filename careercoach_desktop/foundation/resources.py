"""Finds ``resources/`` the same way in a checkout, an installed wheel and a frozen bundle."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """The folder itself. Raises FileNotFoundError when the installation is broken."""
    package = Path(__file__).resolve().parents[1]
    bundle = Path(getattr(sys, "_MEIPASS", package)) / "resources"
    for folder in (package.parent / "resources", package / "resources", bundle):
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError("The application's resources folder is missing; install it again.")


def resource(name: str) -> Path:
    """``resource("fonts/Inter-Regular.otf")``: a file or folder inside; raises FileNotFoundError."""
    path = resources() / name
    if not path.exists():
        raise FileNotFoundError(f"resources/{name} is missing; install the application again.")
    return path
