"""The keys of a letter's page, for the list of keyboard shortcuts; without Qt, so that listing them costs nothing."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Keys

OPEN = "With a letter open"
WRITING = "While writing a letter"

LETTER_KEYS = (
    Keys(OPEN, ("F8", "Shift+F8"), "Go to the next claim that nothing proves, or the one before"),
    Keys(OPEN, ("Ctrl+R",), "Write the paragraph anew with Claude"),
    Keys(OPEN, ("Ctrl+Shift+Del",), "Remove the paragraph"),
    Keys(OPEN, ("Ctrl+S",), "Save it as a version"),
    Keys(OPEN, ("Ctrl+Shift+S",), "Export it"),
    Keys(OPEN, ("Ctrl+Shift+C",), "Copy it as plain text"),
    Keys(WRITING, ("Tab", "Shift+Tab"), "Go to the next gap, or the one before"),
    Keys(WRITING, ("Return",), "Begin the next paragraph"),
    Keys(WRITING, ("Backspace",), "At the start of a paragraph: join it to the one above"),
    Keys(WRITING, ("Alt+Up", "Alt+Down"), "Move the paragraph"),
)
