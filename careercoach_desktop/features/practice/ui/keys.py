"""The keys of a practice interview, for the list of shortcuts; without Qt, so that listing them costs nothing."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Keys

PRACTISING = "While practising"
HISTORY = "Among practice interviews"

HAND_IN = "Ctrl+Return"
SKIP = "Ctrl+Shift+Return"
PAUSE = "Esc"
AGAIN = "Ctrl+R"

PRACTICE_KEYS = (
    Keys(PRACTISING, (HAND_IN,), "Hand in the answer, or go on"),
    Keys(PRACTISING, (SKIP,), "Skip the question"),
    Keys(PRACTISING, (AGAIN,), "Answer again"),
    Keys(PRACTISING, ("Alt+Up", "Alt+Down"), "Show what was thought of the answer before or after"),
    Keys(PRACTISING, (PAUSE,), "Pause; everything is kept"),
    Keys(HISTORY, ("Up", "Down"), "Go from one to the next"),
    Keys(HISTORY, ("Return",), "Open it"),
    Keys(HISTORY, ("Del",), "Remove it"),
)
