"""Tesseract as a child of ours: no shell, a time limit, one thread, and no longer alive than we are."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path


class ProgramFailed(Exception):  # noqa: N818 - not a bug: told apart from one where it is caught
    """It is not there, ended badly or took too long."""


def run(command: Sequence[str | Path], given: bytes, seconds: float) -> bytes:
    """What the program prints when it is given ``given``. Raises ProgramFailed.

    On Linux it is killed when the process that started it dies; elsewhere it ends with the page it is at.
    """
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}  # its threads cost more than they bring on one page
    try:
        done = subprocess.run(
            [os.fspath(part) for part in command],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            env=environment,
            preexec_fn=_DIE_WITH_PARENT,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.SubprocessError) as failure:
        raise ProgramFailed(type(failure).__name__) from failure
    return done.stdout


def _death_with_parent() -> Callable[[], None] | None:
    if sys.platform != "linux":
        return None
    import ctypes

    prctl, set_death_signal, kill = ctypes.CDLL(None).prctl, 1, int(signal.SIGKILL)

    def ask() -> None:
        prctl(set_death_signal, kill)

    return ask


_DIE_WITH_PARENT = _death_with_parent()
