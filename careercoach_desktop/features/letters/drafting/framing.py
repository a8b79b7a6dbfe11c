"""A frame the person keeps for their letters, laid around what is written for one job."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careercoach_desktop.features.letters.model import LetterDraft, Paragraph

BODY = "{body}"
_UNKNOWN = re.compile(r"\{([^{}\n]{1,60})\}")
_GREETS = re.compile(r"^[^.!?]{2,90}[,:!]$")
_MOST_END = 120


@dataclass(frozen=True, slots=True)
class Frame:
    """The text with what is known filled in. ``before`` and ``after`` the body: paragraphs of the person's own."""

    greeting: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    closing: str = ""

    @classmethod
    def of(cls, content: str, company: str, role: str, name: str) -> Frame:
        """Names that nobody knows the meaning of become places to fill in."""
        known = {"company": company, "role": role, "name": name}
        for word, value in known.items():
            content = content.replace(f"{{{word}}}", value or f"[{word}]")
        head, _, tail = content.partition(BODY)
        before, after = (_blocks(_UNKNOWN.sub(r"[\1]", part)) for part in (head, tail))
        greeting = before.pop(0) if before and _GREETS.match(before[0]) else ""
        closing = ""
        if after and len(after[-1]) <= _MOST_END and not after[-1].rstrip().endswith((".", "?")):
            lines = [line for line in after.pop().splitlines() if line.strip() and line.strip() != name]
            closing = " ".join(lines)
        return cls(greeting, tuple(before), tuple(after), closing)

    @property
    def text(self) -> str:
        """For the writer: what stands around the body already."""
        return "\n\n".join(part for part in (self.greeting, *self.before, BODY, *self.after, self.closing) if part)


def framed(draft: LetterDraft, frame: Frame) -> LetterDraft:
    """The draft with the frame's paragraphs around its own; greeting and closing are the frame's where it has them."""

    def own(kind: str, texts: tuple[str, ...]) -> list[Paragraph]:
        return [Paragraph(id=f"{kind}{number}", text=text) for number, text in enumerate(texts, 1)]

    return draft.model_copy(
        update={
            "greeting": frame.greeting or draft.greeting,
            "paragraphs": [*own("b", frame.before), *draft.paragraphs, *own("a", frame.after)],
            "closing": frame.closing or draft.closing,
        }
    )


def _blocks(text: str) -> list[str]:
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
