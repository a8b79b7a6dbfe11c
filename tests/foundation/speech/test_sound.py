"""A recording is whole at any moment: while it grows, after a kill, when it is closed."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest

from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.speech import SAMPLE_RATE, Recording, seconds_of
from careercoach_desktop.foundation.speech.sound import BYTES_PER_SECOND, LONGEST_SECONDS

SECOND = b"\x01\x00" * SAMPLE_RATE


def test_a_closed_recording_is_a_wave_file_like_any_other(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "new" / "answer.wav")
    recording.add(SECOND)
    recording.add(SECOND[: BYTES_PER_SECOND // 2])
    assert recording.seconds == 1.5
    recording.close()
    recording.close()
    with wave.open(str(recording.path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, SAMPLE_RATE)
        assert sound.getnframes() == SAMPLE_RATE * 3 // 2
    assert seconds_of(recording.path) == 1.5


def test_what_a_killed_process_left_behind_is_still_sound(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "answer.wav")
    recording.add(SECOND * 2)
    assert seconds_of(recording.path) == 2.0, "never closed"


def test_nobody_records_for_ever(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "answer.wav")
    recording.add(SECOND * (LONGEST_SECONDS - 1))
    assert not recording.is_full
    recording.add(SECOND * 3)
    assert recording.is_full
    assert recording.seconds == LONGEST_SECONDS


def test_a_recording_nobody_wants_leaves_nothing(tmp_path: Path) -> None:
    recording = Recording(tmp_path / "answer.wav")
    recording.add(SECOND)
    recording.discard()
    assert list(tmp_path.iterdir()) == []


def test_another_file_is_no_recording(tmp_path: Path) -> None:
    other = tmp_path / "letter.wav"
    other.write_bytes(b"Dear Sir or Madam, " * 10)
    with pytest.raises(UserError, match="no recording"):
        seconds_of(other)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_of_kindly() -> None:
    recording = Recording(Path("/dev/full"))
    with pytest.raises(UserError) as raised:
        recording.add(SECOND)
    assert raised.value.code == "disk-full"
    assert recording.seconds == 0
