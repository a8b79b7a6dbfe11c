"""The keys of a letter's page, for the list of keyboard shortcuts; without Qt, so that listing them costs nothing."""

from __future__ import annotations

from careercoach_desktop.foundation.feature import Keys

WRITING = "While writing a letter"

LETTER_KEYS = (
    Keys(WRITING, ("Tab", "Shift+Tab"), "Go to the next gap, or the one before"),
    Keys(WRITING, ("F8", "Shift+F8"), "Go to the next claim that nothing proves, or the one before"),
    Keys(WRITING, ("Return",), "Begin the next paragraph"),
    Keys(WRITING, ("Backspace",), "At the start of a paragraph: join it to the one above"),
    Keys(WRITING, ("Alt+Up", "Alt+Down"), "Move the paragraph"),
    Keys(WRITING, ("Ctrl+R",), "Write the paragraph anew with Claude"),
    Keys(WRITING, ("Ctrl+Shift+Del",), "Remove the paragraph"),
    Keys(WRITING, ("Ctrl+S",), "Save it as a version"),
    Keys(WRITING, ("Ctrl+Shift+S",), "Export it"),
    Keys(WRITING, ("Ctrl+Shift+C",), "Copy it as plain text"),
)
