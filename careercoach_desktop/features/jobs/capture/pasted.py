"""A posting somebody copied as plain text: the first lines say what it is, labelled lines the rest."""

from __future__ import annotations

import re
from datetime import date

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.closing import text_says_closed
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import COMPANY_FORM, names_job, split_heading
from careercoach_desktop.features.jobs.capture.labels import is_label, offer_labelled, pairs_of
from careercoach_desktop.features.jobs.capture.lines import Line, lines_of_text
from careercoach_desktop.features.jobs.capture.markdown import from_markup, from_text, is_markup, plain
from careercoach_desktop.features.jobs.capture.orders import is_order
from careercoach_desktop.features.jobs.capture.place import country_of_label, looks_like_place
from careercoach_desktop.features.jobs.capture.prose import offer_from_prose
from careercoach_desktop.features.jobs.capture.salary import salary_in_title
from careercoach_desktop.features.jobs.capture.sections import section_named
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, without_tracking
from careercoach_desktop.features.jobs.capture.wording import same, visible
from careercoach_desktop.features.jobs.model import Posting
from careercoach_desktop.foundation.errors import UserError

SOURCE = "text"
_MOST_CHARACTERS = 200_000
_CHROME = re.compile(
    r"\A(?:apply(?: now)?|save(?: job)?|share|report(?: this job)?|show (?:more|less)|easy apply|sign in|log ?in"
    r"|back(?: to .*)?|print|jetzt bewerben|bewerben|merken|teilen|postuler|candidater|"
    r"inscribirme|solliciteer|odpovědět|aplikuj|home|jobs|careers?|menu|skip to .*|about the (?:job|role)"
    r"|job (?:description|details)|.{0,20}\d+ applicants?.*)\Z",
    re.IGNORECASE,
)

_GREETING = re.compile(
    r"\A(?:hi|hello|hey|dear|good (?:morning|day)|hallo|guten tag|liebe[r]?|sehr geehrte\w*|bonjour|cher|chère"
    r"|hola|estimad[oa]"
    r"|ciao|gentile|beste|geachte|dobrý den|ahoj|dzień dobry|hej|subject|betreff|fwd?|re)\b.{0,60}\Z"
    r"|\A\d[.,]\d(?: out of 5.*|\s?★)?\Z",
    re.IGNORECASE,
)
_SOUGHT = re.compile(
    r"\b(?:looking for|hiring|seeking|recruiting|in search of|need|(?:opening|vacancy|applications"
    r"|position) (?:for|of|as)|sucht|suchen|cherchons|recherchons|buscamos"
    r"|cerchiamo|zoeken|hledáme|szukamy)"
    r"(?: (?:an?|our|eine?n?|une?|una|een|new|next))* (?P<title>(?!people|someone"
    r"|somebody)[\w+#./'’()-]+(?: [\w+#./&'’()-]+){0,5}?)"
    r"(?= (?:to|who|for|in|at|with|that|für|pour|para|per|voor|pro|do|na|w)\b|[.,;!:–]|\Z)",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\b(?:join|joining|at|bei|chez) (?P<company>[A-ZÀ-Ž][\w&'’-]*(?: [A-ZÀ-Ž][\w&'’-]*){0,3})")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*\Z")


def read_text(text: str, seen: date | None = None) -> Posting:
    """The posting in ``text``. Raises ``UserError`` (not-a-posting) when there is next to nothing to read."""
    if is_markup(text) and re.search(r"<(?:p|div|li|br|h\d)\b", text, re.IGNORECASE):
        text = plain_lines(from_markup(text))
    text = visible(text)[:_MOST_CHARACTERS].strip()
    lines = [line for line in lines_of_text(text) if not is_order(line.text)]
    if not lines or len(text) < 20 or not re.search(r"[^\W\d_]{3}", text):
        raise UserError(
            "There is no posting in this text.",
            "Copy the whole posting, with its title, and paste it again.",
            code="not-a-posting",
        )
    draft = Draft()
    draft.values["source"] = "pasted text"
    place = next((value for name, value, _ in pairs_of(lines) if name == "location"), "")
    country = country_of_label(place)
    offer_labelled(draft, lines, SOURCE, 0.85, country)
    _offer_first_lines(draft, lines)
    country = country or country_of_label(draft.text("location"))
    for name, value, _ in pairs_of(lines):
        if name == "posted_date" and seen is not None:
            draft.offer(name, read_date(value, seen=seen), SOURCE, 0.6)
    for line in lines[:40]:
        if url := looks_like_url(line.cells[-1]):
            draft.offer("url", without_tracking(url), SOURCE, 0.7)
    for line in lines[:14]:
        if len(line.text) <= 100:
            draft.offer_salary(salary_in_title(line.text, country=country), SOURCE, 0.55)
    draft.offer("description", from_text(_without_chrome(text)), SOURCE, 0.9)
    offer_from_prose(draft, SOURCE, country)
    draft.offer("closed", text_says_closed(lines), SOURCE, 0.8)
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
        and not _GREETING.match(line.text)
        and not looks_like_url(line.text)
    ]
    short: list[str] = []
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
            _offer_sentence(draft, opening[0].text)
        return
    # some boards print the company above the job
    first = next((number for number, text in enumerate(short[:3]) if names_job(text)), 0)
    short.insert(0, short.pop(first))
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
    if same(piece, draft.text("company")):
        return  # boards repeat the company under a heading that names it already
    # "Hull, United Kingdom (hybrid, 2 days on site)": the brackets say how, not where
    found = _BRACKETS.search(piece)
    place = piece[: found.start()].strip() if found and terms.work_mode(found[1]) else piece
    if looks_like_place(place) and not terms.job_type(place) and not terms.work_mode(place):
        draft.offer("location", place, SOURCE, 0.6)
    elif (
        position <= 2
        and not mode
        and not kind
        and not any(char.isdigit() for char in piece[:1])
        and 2 <= len(piece) <= 60
    ):
        if not draft.has("company") or COMPANY_FORM.search(piece):
            draft.offer("company", piece, SOURCE, 0.55 if COMPANY_FORM.search(piece) else 0.45)
        elif not draft.has("location") and len(piece.split()) <= 3:
            draft.offer("location", piece, SOURCE, 0.35)


def _offer_sentence(draft: Draft, text: str) -> None:
    """A title out of an opening sentence: what it says is looked for, or else its own beginning."""
    if found := _SOUGHT.search(text):
        draft.offer("title", found["title"].strip(), SOURCE, 0.4)
    if found := _JOINED.search(text):
        draft.offer("company", found["company"].strip(), SOURCE, 0.35)
    first = re.split(r"(?<=[.!?])\s", text)[0]
    draft.offer("title", first if len(first) <= 80 else first[:80].rsplit(" ", 1)[0] + " …", SOURCE, 0.2)


def _without_chrome(text: str) -> str:
    """The paste without the buttons and counters that boards print above the text."""
    lines = text.split("\n")
    return "\n".join(line for number, line in enumerate(lines) if number > 20 or not _CHROME.match(line.strip()))


def _is_sentence(text: str) -> bool:
    return len(text) > 50 and bool(re.search(r"[.!?](?:\s|\Z)", text))
