"""What was talked about, line by line, from what the person wrote down: to be chosen from, never used unasked."""

from __future__ import annotations

import re

from careercoach_desktop.features.interviews.model import Interview

MOST = 8
_LONGEST = 120
_SHORTEST = 4
_MARKER = re.compile(r"^\s*(?:[-*•–—]+|\d+[.)]|#+|\[[ xX]\])\s*")
_EMPHASIS = re.compile(r"[*_`]{1,3}")


def topics_of(interview: Interview) -> list[str]:
    """Lines of questions asked, then of feedback, then of notes; each once, without list marks."""
    found: dict[str, str] = {}
    for text in (interview.questions, interview.feedback, interview.notes):
        for line in text.splitlines():
            plain = _EMPHASIS.sub("", line)
            while (cut := _MARKER.sub("", plain)) != plain:
                plain = cut
            plain = " ".join(plain.split())
            if _SHORTEST <= len(plain) <= _LONGEST:
                found.setdefault(plain.casefold(), plain)
    return list(found.values())[:MOST]
