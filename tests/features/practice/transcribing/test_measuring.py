"""Pace, pauses and fillers follow from the times of the words."""

from __future__ import annotations

from careercoach_desktop.features.practice.transcribing import speech_of
from careercoach_desktop.foundation.speech import SpokenWord, Transcript


def transcript(*words: tuple[str, float, float], seconds: float = 20.0, language: str = "en") -> Transcript:
    text = " ".join(word for word, _, _ in words)
    return Transcript(text, tuple(SpokenWord(*word) for word in words), seconds, language, "scripted")


def test_the_pace_is_counted_from_the_first_word_to_the_last() -> None:
    speech = speech_of(transcript(("I", 5.0, 5.2), ("built", 5.3, 5.8), ("it.", 6.0, 6.5)))
    assert speech.seconds == 1.5
    assert speech.words_per_minute == 120.0
    assert (speech.pauses, speech.longest_pause) == (0, 0.0)


def test_silences_of_a_second_are_pauses() -> None:
    speech = speech_of(transcript(("First", 0.0, 0.5), ("we", 1.5, 1.7), ("met,", 1.8, 2.1), ("then", 5.2, 5.5)))
    assert speech.pauses == 2
    assert speech.longest_pause == 3.1


def test_fillers_are_counted_in_the_language_that_was_heard() -> None:
    spoken = (("Äh,", 0.0, 0.3), ("ich", 0.4, 0.6), ("habe", 0.7, 0.9), ("ähm", 1.0, 1.3), ("gebaut.", 1.4, 1.9))
    assert speech_of(transcript(*spoken, language="de")).fillers == {"äh": 1, "ähm": 1}


def test_without_times_the_whole_sound_counts() -> None:
    speech = speech_of(Transcript("I built it", (), 6.0, "en", "scripted"))
    assert (speech.seconds, speech.words_per_minute) == (6.0, 30.0)


def test_silence_is_no_error() -> None:
    speech = speech_of(Transcript("", (), 0.0, "en", "scripted"))
    assert (speech.words, speech.words_per_minute) == (0, 0.0)
