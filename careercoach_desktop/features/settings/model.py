"""Values of the settings feature."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class BackedUp:
    """Everything was copied to one file."""

    path: Path
