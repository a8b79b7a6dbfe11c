"""Pace, pauses and filler words of a spoken answer."""

from __future__ import annotations

import itertools

from careercoach_desktop.features.practice.listening.cues import cues_for, flat
from careercoach_desktop.features.practice.listening.manner import fillers_in, words_in
from careercoach_desktop.features.practice.model import Speech
from careercoach_desktop.foundation.speech import Transcript

PAUSE_SECONDS = 1.0
"""A silence from here on is a pause; shorter ones are breath."""


def speech_of(transcript: Transcript) -> Speech:
    """The pace counts from the first word to the last, so that a slow start of the recording is not held against
    anybody. Without times the whole sound counts."""
    words, timed = words_in(transcript.text), transcript.words
    spoken = timed[-1].end - timed[0].start if timed else transcript.seconds
    gaps = [after.start - before.end for before, after in itertools.pairwise(timed)]
    pauses = [gap for gap in gaps if gap >= PAUSE_SECONDS]
    return Speech(
        seconds=round(spoken, 1),
        words=words,
        words_per_minute=round(words * 60 / spoken, 1) if spoken > 0 else 0.0,
        pauses=len(pauses),
        longest_pause=round(max(pauses, default=0.0), 1),
        fillers=fillers_in(flat(transcript.text), cues_for(transcript.language)),
        engine=transcript.engine,
    )
