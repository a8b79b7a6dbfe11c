"""A rotating log beside the data, without e-mail addresses, phone numbers and home folders.

Of errors it keeps types and frames only, whoever logs them: their messages quote what a person wrote.
"""

from __future__ import annotations

import logging
import re
import sys
import threading
from collections.abc import MutableMapping
from functools import cached_property
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from careercoach_desktop.foundation.traces import frames

if TYPE_CHECKING:
    from structlog.typing import Processor

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_KEY = re.compile(r"\bsk-[\w-]{8,}")
_PHONE = re.compile(r"(?<![\w.:-])\+?\(?\d[\d\s().-]{7,}\d(?![\w:-])")
_HOME = re.compile(re.escape(str(Path.home()))) if str(Path.home()) not in ("/", "") else None


def redact(text: str) -> str:
    """The text without what identifies a person, and without keys."""
    text = _KEY.sub("[key]", text)
    text = _EMAIL.sub("[e-mail]", text)
    text = _PHONE.sub("[number]", text)
    return _HOME.sub("~", text) if _HOME else text


def _redact_event(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: redact(value) if isinstance(value, str) else value for key, value in event.items()}


def _trace_without_words(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """For errors that Qt's loop, asyncio and libraries log in the usual way."""
    caught = event.pop("exc_info", None)
    error = caught[1] if isinstance(caught, tuple) else caught
    if isinstance(error, BaseException):
        event["exception"] = frames(error)
    return event


class _Structured(logging.Formatter):
    """Our format, made at the first record: structlog takes as long to import as the first window to paint."""

    @cached_property
    def _made(self) -> logging.Formatter:
        import structlog

        shared: list[Processor] = [
            structlog.stdlib.add_log_level,
            structlog.stdlib.add_logger_name,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.stdlib.PositionalArgumentsFormatter(),
        ]
        return structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _trace_without_words,
                _redact_event,
                structlog.processors.KeyValueRenderer(key_order=["timestamp", "level", "logger", "event"]),
            ],
        )

    def format(self, record: logging.LogRecord) -> str:
        return self._made.format(record)


def keep_logs_in(folder: Path, name: str = "careercoach.log") -> None:
    """Write a log (1 MiB, three old ones kept) in ``folder``; uncaught errors go there too.

    Two processes must not turn over the same file, so commands give theirs another ``name``. Where the folder cannot be
    written the log goes to standard error instead, so that it is not lost unseen.
    """
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / name, maxBytes=1 << 20, backupCount=3, encoding="utf-8")
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(_Structured())
    handler.setLevel(logging.INFO)  # whatever a library is told to say in detail, which would be what is sent to Claude
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    logging.getLogger("httpx").setLevel(logging.WARNING)  # it would log the address of every posting
    logging.getLogger("alembic").setLevel(logging.WARNING)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread


def _log_uncaught_in_thread(details: threading.ExceptHookArgs) -> None:
    if details.exc_value is not None:
        logging.getLogger("careercoach").critical("uncaught error in a thread: %s", frames(details.exc_value))


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("careercoach").critical("uncaught error: %s", frames(error))
