"""What happens inside a child process: limits first, then one call after the other, each with an outcome that survives
the way back."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from careercoach_desktop.foundation.errors import UserError

_NICENESS = 5
"""Of 0 to 19. The window then gets three times the child’s share of a core that both want."""


def guarded(function: Callable[..., Any], args: tuple[Any, ...]) -> tuple[str, Any]:
    """An outcome that always survives the way back, whatever the library raised."""
    try:
        return "done", function(*args)
    except UserError as exc:
        return "told", exc
    except MemoryError:
        return "memory", None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as exc:  # noqa: BLE001 - raised again in the parent as ChildFailed; a panic in Rust is no Exception
        return "bug", f"{type(exc).__name__} in the child process\n{''.join(traceback.format_tb(exc.__traceback__))}"


def settle_in(memory_limit: int) -> None:
    """Once, at the start: obey limits, step back for the window and never outlive the parent."""
    _step_back()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # so that a library that never returns to Python can be ended
    os.environ["RAYON_NUM_THREADS"] = "2"  # Typst: on 16 cores its threads' reserves alone would be 1 GiB of the limit
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory_limit, memory_limit))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core file would hold a person's résumé
    _end_with_parent()


def _step_back() -> None:
    """Take the processor only where the window leaves it; on Windows this is untested."""
    if sys.platform == "win32":
        import ctypes

        this_process, below_normal = ctypes.c_void_p(-1), 0x4000
        ctypes.windll.kernel32.SetPriorityClass(this_process, below_normal)
    else:
        os.nice(_NICENESS)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is None:
        raise RuntimeError("Only for child processes")
    if sys.platform == "linux":
        import fcntl

        # The pipe from the parent closes with it; asked for a signal, the system ends us even inside a C loop that
        # never lets the thread below run. Elsewhere the signal exists but is ignored by default.
        signal.signal(signal.SIGIO, signal.SIG_DFL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, fcntl.fcntl(parent.sentinel, fcntl.F_GETFL) | os.O_ASYNC)

    def watch() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, name="end-with-parent", daemon=True).start()
