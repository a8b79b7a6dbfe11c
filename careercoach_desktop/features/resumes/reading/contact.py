"""Who wrote it: name, headline, e-mail, phone, links and address, wherever the page puts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from careercoach_desktop.features.resumes.model import Basics
from careercoach_desktop.foundation.documents.model import Line

from .dates import periods
from .headings import kind_of, plain
from .links import BETWEEN_FACTS, network_of, read_links
from .places import has_postal_code, is_place, is_postal_address, is_street, location, looks_like_town
from .spans import Span, Tracer
from .vocabulary import is_degree, organisation_score, title_score

_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}")
_PHONE = re.compile(
    r"(?<![\w/.@])(?:\(?\+ ?|\(|00)?\d(?:[\d().\u00ad‑–*/-]| (?! )|(?<=[ X*])X(?=[X ]|\b)){5,24}[\d*X](?![\w@])"
)
_TITLES_OF_PAPERS = frozenset(
    {
        "curriculum vitae",
        "cv",
        "resume",
        "lebenslauf",
        "curriculum",
        "履歴書",
        "职务经历书",
        "職務経歴書",
        "简历",
        "curriculo",
        "hoja de vida",
    }
)
_KINDS_OF_LINKS = frozenset(
    {
        "personal",
        "company",
        "portfolio",
        "blog",
        "website",
        "homepage",
        "other",
        "rss",
        "web",
        "email",
        "mail",
        "phone",
        "mobile",
    }
)
"""What stands beside an address to say whose it is; nothing of its own once the address is read."""
_LABELLED = re.compile(
    r"^(?P<label>name|full name|vor- und (?:nach|zu)name|nom et pr[ée]nom|pr[ée]nom et nom|nombre y apellidos"
    r"|nombre|nome e cognome|nome completo|nome|nom|naam"
    r"|e-?mail|mail|phone|tel(?:efon|éfono|efono|ephone)?|mobile?|mobil|handy"
    r"|address|adresse|anschrift|direcci[óo]n|location|wohnort|indirizzo|adres"
    r"|fax|website|web|homepage|portfolio|nationality|nationalität|geburtsdatum|date of birth|born|geboren"
    r"|氏名|姓名|電話番号|電話|电话|手机|メールアドレス|メール|邮箱|電子郵件|住所|現住所|地址|所在地|生年月日|出生日期)\s*[.:：]\s*"
    r"|^(?:氏名|姓名)\s+",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(r"\s*(?:full |vor- und )?n[ao]|\s*pr[ée]nom|氏名|姓名", re.IGNORECASE)
_ICON = re.compile(r"[^\w\s+(\"“„@#']\s+(?=\w)")
"""A sign before a fact that says what kind it is: a house, a telephone."""
_LETTERS = re.compile(r"[A-Za-z]{1,4}\.?(?:[A-Za-z]{1,4}\.?){0,2}")
"""``PhD``, ``M.Sc.``, ``MBA``: what people put behind their name."""


@dataclass(slots=True)
class Contact:
    """The basics and the lines of the page's head that none of them used."""

    basics: Basics
    unused: list[Span] = field(default_factory=list)


def read_contact(head: list[Line], more: list[Line], everything: list[Line], tracer: Tracer) -> Contact:
    """``head``: lines before the first heading; ``more``: contact and link sections; ``everything``: the document,
    searched for an e-mail address only when the first two have none."""
    basics = Basics()
    spans = [Span.whole(line) for line in (*head, *more)]
    used: list[tuple[Line, int, int]] = []
    _email(basics, spans, everything, tracer, used)
    read_links(basics, [*head, *more], tracer, used)
    _phone(basics, spans, tracer, used)
    pieces = _pieces(head, used)
    contact_pieces = _pieces(more, used)
    name = _name(basics, pieces, tracer) or _name_among_facts(basics, more, contact_pieces, tracer)
    rest = [piece for piece in pieces if piece is not name]
    places = _address(basics, [*rest, *contact_pieces], tracer)
    if not places:
        places = _lone_town(basics, [*rest, *contact_pieces], [*head, *more], used, tracer)
    rest = [piece for piece in rest if piece not in places]
    label = _label(basics, rest, name, tracer)
    if label is not None:
        label = _whole_label(basics, label, rest, used, tracer)
    unused = [piece for piece in (*rest, *contact_pieces) if not _within(piece, label) and piece not in places]
    said = {plain(basics.name), plain(basics.label)}
    return Contact(basics, [piece for piece in unused if not _noise(piece.text) and plain(piece.text) not in said])


def _within(piece: Span, whole: Span | None) -> bool:
    return whole is not None and piece.line is whole.line and whole.start <= piece.start < whole.end


def _email(
    basics: Basics, spans: list[Span], everything: list[Line], tracer: Tracer, used: list[tuple[Line, int, int]]
) -> None:
    for span in [*spans, *(Span.whole(line) for line in everything)]:
        found = list(_EMAIL.finditer(span.text))
        if found:
            for match in found:
                place = span.sub(match.start(), match.end())
                used.append((span.line, place.start, place.end))
                if not basics.email:
                    basics.email = match.group()
                    tracer.put("basics.email", place, confidence=0.99)
            if span in spans:
                continue
            return
        if basics.email:
            return


def _phone(basics: Basics, spans: list[Span], tracer: Tracer, used: list[tuple[Line, int, int]]) -> None:
    best: tuple[float, Span] | None = None
    for span in spans:
        for found in _PHONE.finditer(span.text):
            place = span.sub(found.start(), found.end()).strip(" .,;-–/")
            value = _phone_value(place.text, span.text[: found.start()])
            after_code = re.match(r"\d{5} +(?=[\d(+])", place.text)
            if after_code and value < 0.9:
                place = place.sub(after_code.end(), len(place.text))
                value = _phone_value(place.text, "")
            if value > 0 and not _taken(place, used):
                used.append((place.line, place.start, place.end))
                if best is None or value > best[0]:
                    best = (value, place)
    if best is not None:
        basics.phone = " ".join(best[1].text.replace("\u00ad", "").split())
        tracer.put(
            "basics.phone",
            best[1],
            confidence=min(best[0], 0.99),
            note="" if best[0] > 0.5 else "not a complete number",
        )


def _phone_value(text: str, before: str) -> float:
    """How sure a run of digits is a telephone number: 0 for dates and other numbers."""
    digits = re.sub(r"\D", "", text)
    masked = text.count("*") + text.count("X")
    if not 7 <= len(digits) + masked <= 15 or text.count("(") != text.count(")"):
        return 0.0
    if any(not period.single or len(re.sub(r"\D", "", text)) <= 8 for period in periods(text)) or re.search(
        r"[〒]\s*$", before
    ):
        return 0.0
    if re.fullmatch(r"\d{5}-\d{4}", text) or "fax" in before.casefold()[-8:]:
        return 0.0
    if masked:
        return 0.4 if text.startswith(("+", "0", "(")) else 0.0
    import phonenumbers

    if text.startswith("(+"):
        text = text[1:].replace(")", "", 1)
    for region in (None,) if text.startswith("+") else ("US", "GB", "DE", "JP"):
        try:
            if phonenumbers.is_valid_number(phonenumbers.parse(text, region)):
                return 0.95
        except phonenumbers.NumberParseException:
            continue
    grouped = bool(re.search(r"[\s().-]", text)) or text.startswith("+")
    return 0.7 if grouped and len(digits) >= 8 else 0.0


def _taken(place: Span, used: list[tuple[Line, int, int]]) -> bool:
    return any(line is place.line and start < place.end and place.start < end for line, start, end in used)


def _pieces(lines: list[Line], used: list[tuple[Line, int, int]]) -> list[Span]:
    """What is left of the lines, cut where the page separates facts."""
    out: list[Span] = []
    for line in lines:
        cuts = [(start, end) for other, start, end in used if other is line]
        for left in Span(line, 0, len(line.text)).without(cuts):
            for piece in left.split(BETWEEN_FACTS):
                label = _LABELLED.match(piece.text)
                fact = piece.sub(label.end() if label else 0, len(piece.text)).strip(" ,;:|•·–—()")
                if icon := _ICON.match(fact.text):
                    fact = fact.sub(icon.end(), len(fact.text))
                if sum(char.isalnum() for char in fact.text) >= 2:
                    out.append(fact)
    return out


def _name(basics: Basics, pieces: list[Span], tracer: Tracer) -> Span | None:
    largest = max((piece.size for piece in pieces), default=0.0)
    likely = [(piece, _name_value(piece, index, largest)) for index, piece in enumerate(pieces)]
    likely = [(piece, value) for piece, value in likely if value > 0]
    if not likely:
        return None
    best = max(likely, key=lambda pair: pair[1])[0]
    best = _without_paper_title(best)
    second = _second_line(best, pieces)
    basics.name = " ".join(" ".join(span.text for span in (best, *second)).split())
    tracer.put(
        "basics.name",
        [best, *second],
        confidence=0.95 if len(basics.name.split()) > 1 else 0.7,
        note="" if len(basics.name.split()) > 1 else "only one word",
    )
    return best


def _second_line(first: Span, pieces: list[Span]) -> list[Span]:
    """``Lena`` above ``Fischer``, both in the largest letters: one name on two lines."""
    if len(first.text.split()) > 2 or first.line.box is None or first.start > 0:
        return []
    for piece in pieces:
        box, alike = piece.line.box, piece.size == first.size and piece.bold == first.bold
        larger = first.size > 1.3 * min(other.size for other in pieces)
        if piece.line is first.line or box is None or not alike or not larger or piece.line.page != first.line.page:
            continue
        below = (
            0 < box.top - first.line.box.top < 1.8 * first.size
            and abs(box.left - first.line.box.left) < 0.6 * box.width
        )
        one_or_two = len(piece.text.split()) <= 2 and title_score(piece.text) == 0 and kind_of(piece.text) is None
        if below and one_or_two and piece.text.isalpha() and piece.line.text.strip() == piece.text:
            return [piece]
    return []


def _name_among_facts(basics: Basics, lines: list[Line], pieces: list[Span], tracer: Tracer) -> Span | None:
    """A page headed by nothing but its title: the name stands among the personal details, behind a label or larger
    than the rest."""
    labelled = [line for line in lines if (found := _LABELLED.match(line.text)) and _NAME_LABEL.match(found.group())]
    among = [piece for piece in pieces if piece.line in labelled]
    if not among and pieces:
        sizes = sorted((piece.size for piece in pieces), reverse=True)
        among = [p for p in pieces if p.size == sizes[0] > sizes[-1] and 2 <= len(p.text.split()) <= 5][:1]
    return _name(basics, among, tracer)


def _without_paper_title(span: Span) -> Span:
    """``ADA LOVELACE RESUME`` is a name and the title of the paper."""
    words = span.words
    for count in (2, 1):
        if len(words) > count and plain(" ".join(word.text for word in words[-count:])) in _TITLES_OF_PAPERS:
            return Span(span.line, span.start, words[-count - 1].end)
    return _without_letters_behind(span)


def _without_letters_behind(span: Span) -> Span:
    """``Jan Wren M.Sc.`` is a name and a degree."""
    words = span.words
    while len(words) > 2 and is_degree(words[-1].text) and _LETTERS.fullmatch(words[-1].text.rstrip(",")):
        words = words[:-1]
    return Span(span.line, span.start, words[-1].end).strip(" ,") if words else span


def _name_value(piece: Span, index: int, largest: float) -> float:
    text = piece.text
    words = text.split()
    if not 1 <= len(words) <= 5 or any(char.isdigit() for char in text) or plain(text) in _TITLES_OF_PAPERS:
        return 0.0
    if kind_of(text) is not None or is_place(text) or "@" in text or (text.endswith((".", ":")) and len(words) > 3):
        return 0.0
    capital = sum(word[:1].isupper() or not word[:1].isascii() for word in words) / len(words)
    value = 2.0 * (piece.size / largest if largest else 0.0)
    value += 1.0 * capital + (0.5 if piece.bold else 0.0) - 0.25 * index - 1.5 * min(title_score(text), 1.0)
    value -= 0.8 if len(words) == 1 else 0.0
    return value


def _label(basics: Basics, rest: list[Span], name: Span | None, tracer: Tracer) -> Span | None:
    """The headline: a short line near the name that reads like a job title, else one set large."""
    for piece in rest:
        text = piece.text
        words = text.split()
        if not 1 <= len(words) <= 12 or periods(text) or _noise(text) or plain(text) == plain(basics.name):
            continue
        titled = title_score(text) > 0 and not text.endswith(".")
        near = name is not None and piece.line.page == name.line.page and piece.size >= 0.45 * name.size > 0
        if titled or (
            near
            and len(words) <= 8
            and not text.endswith(".")
            and text[:1].isupper()
            and ":" not in text
            and not looks_like_name(text, basics)
        ):
            basics.label = " ".join(text.split())
            tracer.put("basics.label", piece, confidence=0.85 if titled else 0.6)
            return piece
    return None


def _whole_label(
    basics: Basics, label: Span, rest: list[Span], used: list[tuple[Line, int, int]], tracer: Tracer
) -> Span:
    """``Product Manager | Payments and Data``: a headline that fills its line is kept whole."""
    beside = [piece for piece in rest if piece.line is label.line]
    whole = Span(label.line, beside[0].start, beside[-1].end)
    facts = any(line is label.line for line, _, _ in used) or any(is_place(piece.text) for piece in beside)
    gaps = "\t" in whole.text or label.line.text[: whole.start].strip()
    if len(beside) < 2 or facts or gaps or len(whole.text.split()) > 24:
        return label
    basics.label = " ".join(whole.text.split())
    tracer.put("basics.label", whole, confidence=0.85)
    return whole


def looks_like_name(text: str, basics: Basics) -> bool:
    """Whether a piece only repeats a part of the name."""
    return bool(set(plain(text).split()) & set(plain(basics.name).split()))


def _address(basics: Basics, pieces: list[Span], tracer: Tracer) -> list[Span]:
    """Street, town and country, printed on one line or several."""
    found: list[Span] = []
    for piece in pieces:
        text = piece.text
        if len(text) > 90 or (title_score(text) >= 1 and not is_street(text)):
            continue
        strong = is_postal_address(text) or is_street(text) or (has_postal_code(text) and looks_like_town(text))
        address = bool(re.search(r"[都道府県市区町村]\S*\d", text))
        if strong or address:
            if found and not _beside(found[-1], piece):
                continue
            found.append(piece)
    if found:
        text = ", ".join(piece.text.strip(" ,") for piece in found)
        basics.location = location(text)
        tracer.put("basics.location", found, confidence=0.85)
    return found


def _lone_town(
    basics: Basics, pieces: list[Span], lines: list[Line], used: list[tuple[Line, int, int]], tracer: Tracer
) -> list[Span]:
    """A town without a country, told by where it stands: behind an e-mail address, a number or a link."""
    facts = {id(line) for line, _, _ in used}
    before = {id(line): above for above, line in pairwise(lines)}
    for piece in pieces:
        above = before.get(id(piece.line))
        beside = id(piece.line) in facts or (above is not None and id(above) in facts)
        text = piece.text.strip(" ,")
        telling = title_score(text) or organisation_score(text) or kind_of(text) or network_of(f"{plain(text)}.com")
        if beside and not telling and looks_like_town(text) and len(text.split()) <= 3 and text != basics.name:
            basics.location = location(text)
            tracer.put("basics.location", piece, confidence=0.6, note="taken as the town; please check")
            return [piece]
    return []


def _beside(last: Span, piece: Span) -> bool:
    """Whether two pieces of an address stand next to each other."""
    if last.line is piece.line:
        return True
    if last.line.box is None or piece.line.box is None:
        return True
    close = abs(piece.line.box.top - last.line.box.top) < 3 * max(last.line.box.height, 8)
    return piece.line.page == last.line.page and close and not is_place(last.text)


def _noise(text: str) -> bool:
    word = re.sub(r"\W+", "", plain(text))
    return (
        plain(text) in _TITLES_OF_PAPERS
        or word in _KINDS_OF_LINKS
        or bool(word and network_of(f"{word}.com"))
        or bool(re.match(r"(?i)^(last updated|page \d|powered by)", text))
    )
