"""A posting somebody copied as plain text: the first lines say what it is, labelled lines the rest."""

from __future__ import annotations

import re
from datetime import date

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import split_heading
from careercoach_desktop.features.jobs.capture.labels import is_label, offer_labelled, pairs_of
from careercoach_desktop.features.jobs.capture.lines import Line, lines_of_text
from careercoach_desktop.features.jobs.capture.markdown import from_markup, from_text, is_markup, plain
from careercoach_desktop.features.jobs.capture.place import looks_like_place
from careercoach_desktop.features.jobs.capture.prose import offer_from_prose
from careercoach_desktop.features.jobs.capture.sections import section_named
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, without_tracking
from careercoach_desktop.features.jobs.capture.wording import visible
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError

SOURCE = "text"
_MOST_CHARACTERS = 200_000
_CHROME = re.compile(
    r"\A(?:apply(?: now)?|save(?: job)?|share|report(?: this job)?|show (?:more|less)|easy apply|sign in|log ?in|back(?: to .*)?|print|jetzt bewerben|bewerben|merken|teilen|postuler|candidater|"
    r"inscribirme|solliciteer|odpovědět|aplikuj|home|jobs|careers?|menu|skip to .*|about the (?:job|role)|job (?:description|details)|.{0,20}\d+ applicants?.*)\Z",
    re.IGNORECASE,
)  # fmt: skip
_COMPANY_FORM = re.compile(
    r"\b(?:inc|llc|ltd|limited|plc|corp|gmbh|ag|kg|se|sa|sas|sarl|bv|b\.v|nv|ab|as|a/s|aps|oy|s\.?r\.?o|a\.s|sp\. z o\.?o|spa|srl|s\.l)\b\.?\Z",
    re.IGNORECASE,
)


def read_text(text: str, seen: date | None = None) -> Posting:
    """The posting in ``text``. Raises ``UserError`` (not-a-posting) when there is next to nothing to read."""
    if is_markup(text) and re.search(r"<(?:p|div|li|br|h\d)\b", text, re.IGNORECASE):
        text = plain_lines(from_markup(text))
    text = visible(text)[:_MOST_CHARACTERS].strip()
    lines = lines_of_text(text)
    if not lines or len(text) < 20 or not re.search(r"[^\W\d_]{3}", text):
        raise UserError(
            "There is no posting in this text.",
            "Copy the whole posting, with its title, and paste it again.",
            code="not-a-posting",
        )
    draft = Draft()
    draft.values["source"] = "pasted text"
    offer_labelled(draft, lines, SOURCE, 0.85)
    _offer_first_lines(draft, lines)
    for name, value, _ in pairs_of(lines):
        if name in {"posted_date"} and seen is not None:
            draft.offer(name, read_date(value, seen=seen), SOURCE, 0.6)
    for line in lines[:40]:
        if url := looks_like_url(line.cells[-1]):
            draft.offer("url", without_tracking(url), SOURCE, 0.7)
    draft.offer("description", from_text(text), SOURCE, 0.9)
    offer_from_prose(draft, SOURCE)
    return draft.posting()


def plain_lines(markdown: str) -> str:
    """Markdown back to lines of plain text, bullets kept."""
    out = []
    for line in markdown.split("\n"):
        bullet = re.match(r"\s*(- |\d+\. )", line)
        out.append((bullet[1] if bullet else "") + plain(line))
    return "\n".join(out)


def _offer_first_lines(draft: Draft, lines: list[Line]) -> None:
    """Title first, then company and place, as nearly every board prints them."""
    labelled = {number for _, _, number in pairs_of(lines)}
    opening = [
        line
        for number, line in enumerate(lines[:14])
        if number not in labelled
        and not is_label(line.text)
        and not _CHROME.match(line.text)
        and not looks_like_url(line.text)
    ]
    short = []
    for line in opening:
        if (
            len(line.text) > 110
            or _is_sentence(line.text)
            or (short and section_named(line.text) and line.text.endswith(":"))
        ):
            break
        short.append(line.text)
    if not short:
        if opening and not draft.has("title"):
            draft.offer("title", opening[0].text[:110].rsplit(" ", 1)[0], SOURCE, 0.2)
        return
    head = split_heading(short[0])
    draft.offer("title", head.title, SOURCE, 0.7)
    draft.offer("company", head.company, SOURCE, 0.6)
    draft.offer("location", head.location, SOURCE, 0.6)
    for position, text in enumerate(short[1:5]):
        for piece in re.split(r"\s+[·•|–—]\s+|\s+-\s+|\t", text):
            _offer_piece(draft, piece.strip(), position)


def _offer_piece(draft: Draft, piece: str, position: int) -> None:
    mode, kind = terms.work_mode(piece), terms.job_type(piece)
    if len(piece) <= 60:
        draft.offer("work_mode", mode, SOURCE, 0.65)
        draft.offer("job_type", kind, SOURCE, 0.65)
    place = re.sub(r"\s*\((?:remote|hybrid|on-?site|vor ort|hybride?)\)\s*\Z", "", piece, flags=re.IGNORECASE)
    if looks_like_place(place):
        draft.offer("location", place, SOURCE, 0.6)
    elif (
        position <= 2
        and not mode
        and not kind
        and not any(char.isdigit() for char in piece[:1])
        and 2 <= len(piece) <= 60
    ):
        if not draft.has("company") or _COMPANY_FORM.search(piece):
            draft.offer("company", piece, SOURCE, 0.55 if _COMPANY_FORM.search(piece) else 0.45)
        elif not draft.has("location") and len(piece.split()) <= 3:
            draft.offer("location", piece, SOURCE, 0.35)


def _is_sentence(text: str) -> bool:
    return len(text) > 50 and bool(re.search(r"[.!?](?:\s|\Z)", text))
