"""A recording as it grows on the disk: whole up to the last half second, whatever happens.

Sixteen thousand samples a second, one channel, sixteen bits: what recognisers work on, two megabytes a minute.
"""

from __future__ import annotations

import struct
from pathlib import Path

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.faults import as_user_error

SAMPLE_RATE = 16_000
BYTES_PER_SECOND = SAMPLE_RATE * 2
LONGEST_SECONDS = 30 * 60
_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")
_UNKNOWN = 0xFFFFFFFF


class Recording:
    """A WAVE file that is being written; not thread-safe, belongs to whoever records.

    Its head says “to the end of the file” until it is closed, so a file that was left behind by a killed process is
    still sound.
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.path = path
        self._file = path.open("wb")
        self._file.write(_head(_UNKNOWN))
        self._bytes = 0

    @property
    def seconds(self) -> float:
        return self._bytes / BYTES_PER_SECOND

    @property
    def is_full(self) -> bool:
        return self.seconds >= LONGEST_SECONDS

    def add(self, samples: bytes) -> None:
        """Little-endian 16-bit samples; what is beyond the longest recording is left out. Raises UserError when the
        disk takes no more; what it took stays."""
        room = LONGEST_SECONDS * BYTES_PER_SECOND - self._bytes
        taken = samples[: max(0, room)]
        try:
            self._file.write(taken)
            self._file.flush()
        except OSError as error:
            raise as_user_error(error) or error from error
        self._bytes += len(taken)

    def close(self) -> None:
        """Say in its head how long it became; once is enough."""
        if self._file.closed:
            return
        self._file.seek(0)
        self._file.write(_head(self._bytes))
        self._file.close()

    def discard(self) -> None:
        """Nobody wants it."""
        self._file.close()
        self.path.unlink(missing_ok=True)


def seconds_of(path: Path) -> float:
    """How long a recording of ours is, one that was cut off included. Raises UserError for any other file."""
    with path.open("rb") as file:
        head = file.read(_HEAD.size)
    if len(head) < _HEAD.size or head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        raise UserError("This is no recording.", "Record your answer again, or type it.", code="no-recording")
    return (path.stat().st_size - _HEAD.size) / BYTES_PER_SECOND


def _head(size: int) -> bytes:
    whole = _UNKNOWN if size == _UNKNOWN else size + _HEAD.size - 8
    return _HEAD.pack(b"RIFF", whole, b"WAVE", b"fmt ", 16, 1, 1, SAMPLE_RATE, BYTES_PER_SECOND, 2, 16, b"data", size)
