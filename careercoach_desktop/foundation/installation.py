"""How this program came onto the computer, and so how an optional part of it is added."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

NAME = "careercoach-desktop"


def how_to_add(*parts: str) -> str:
    """The command that adds optional parts to this very installation; empty where nothing can be added to it (a bundle
    that brings its own Python). Looks at the disk."""
    if getattr(sys, "frozen", False):
        return ""
    wanted = f"{NAME}[{','.join(parts)}]"
    if (Path(sys.prefix) / "pipx_metadata.json").is_file():
        return f'pipx install --force "{wanted}"'
    if (Path(sys.prefix) / "uv-receipt.toml").is_file():
        return f'uv tool install "{wanted}"'
    python = subprocess.list2cmdline([sys.executable]) if sys.platform == "win32" else shlex.quote(sys.executable)
    return f'{python} -m pip install "{wanted}"'
