"""Years and months a sentence names, against the dates of the entries and what evidence says of them.

"Since", "from … to …" and "joined in" name a beginning or an end: there any year within the job is not enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.figures import calendar_years
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import shared
from careercoach_desktop.features.evidence.vocabulary.occupations import namings
from careercoach_desktop.features.evidence.vocabulary.tokens import fold, stems

_MONTHS = (
    "january jan januar janvier enero ene janner; february feb februar fevrier febrero; march mar marz mars marzo mrz; "
    "april apr avril abril abr; may mai mayo; june jun juni juin junio; july jul juli juillet julio; "
    "august aug aout agosto ago; september sep sept septembre septiembre; october oct oktober okt octobre octubre; "
    "november nov novembre noviembre; december dec dezember dez decembre diciembre dic"
)
MONTHS = {word: number for number, names in enumerate(_MONTHS.split(";"), 1) for word in names.split()}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_BEFORE = re.compile(rf"\b({_NAME})\.?\s(?:de\s|of\s|del\s)?$")
_NUMBER_BEFORE = re.compile(r"\b(0?[1-9]|1[0-2])[/.]$")
_NUMBER_AFTER = re.compile(r"-(0[1-9]|1[0-2])\b")
_SEASONS = (
    (re.compile(r"(?:spring|fruhjahr|fruhling|printemps|primavera)\W"), frozenset({2, 3, 4, 5, 6})),
    (re.compile(r"(?:summer|sommer|ete|verano)\W"), frozenset({5, 6, 7, 8, 9})),
    (re.compile(r"(?:autumn|herbst|automne|otono)\W"), frozenset({8, 9, 10, 11, 12})),
    (re.compile(r"winter\W|hiver\W|invierno\W"), frozenset({11, 12, 1, 2, 3})),
)
"""Times of a year with the months that may be meant, a month's grace on either side."""
_SEASON_BEFORE = re.compile(
    r"\b(?:spring|fruhjahr|fruhling|printemps|primavera|summer|sommer|ete|verano|autumn|herbst|automne|otono|winter|"
    r"hiver|"
    r"invierno)\W(?:of |de |del |des jahres )?$"
)
_BEGINS = re.compile(
    r"(?:\b(?:since|from|starting|started|began|beginning|joined|joining|seit|ab|von|vom|seit dem jahr|beginn\w*|"
    r"eingetreten|"
    r"depuis|des|a partir de|du|rejoint\w*|rejoins|debut\w*|integre\w*|"
    r"desde|a partir de|incorpore|empece|comence|inicie|me incorpore a|entre)\b"
    r"(?: (?:early|mid|late|the (?:start|beginning) of|anfang|mitte|ende|herbst|fruhjahr|sommer|winter|dem jahr|"
    r"l'annee|"
    r"spring|summer|autumn|el ano|principios de|finales de|debut|fin))*"
    r"(?:\s[\w'’&.-]+){0,7}?\s?)$"
)
_SINCE = re.compile(r"\b(?:since|seit|depuis|desde)\b[^,;]{0,24}$")
_JOINED = re.compile(
    r"\b(?:joined|joining|started (?:at|as|with|in)|began (?:at|as|with|in)|eingestiegen|angefangen|begonnen|rejoint|"
    r"rejoins|"
    r"integre|debute|incorpore|empece|comence|entre en)\b[^,;.]{0,60}$"
)
_LEFT = re.compile(
    r"\b(?:left|leaving|until|till|through|up to|ended|finished|bis|verliess|verlassen|ausgeschieden|endete|"
    r"jusqu'?(?:a|en)|"
    r"quitte|quitter|termine|hasta|deje|abandone|termine|finalice)\b[^,;.]{0,50}$"
)
_RANGE = re.compile(
    r"^\s?(?:–|-|—|to|until|till|bis|a|au|al|à|et|and|und|y|hasta|jusqu'en|jusqu'a)\s?(?:el |fin |ende |anfang |"
    r"the end of )?"
)
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre)\b[^,;]{0,20}$")
_EDUCATED = re.compile(
    r"graduat|degree|stud(?:y|ied|ium|iert|ies)|abschluss|abgeschlossen|absolv|diplom|dipl[oô]m|licenci|titul|master|"
    r"bachelor|"
    r"thesis|promo(?:tion|viert)|th[eè]se|tesis|ausbildung|formation|grado|ciclo|carrera|universit|universidad|phd|"
    r"doctor|examen|"
    r"habilitat|certif|zertif|licen[cs]e|schein|brief\b|carnet|permis|award|prize|preis|prix|premio|published|publi|"
    r"ver[oö]ffentlicht|erworben|obtenu|obtuve|premi\w+|award\w*|ausgezeichnet|récompens\w+|distingu\w+|galardon\w+|"
    r"passed|bestanden",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Mention:
    year: int
    month: int | None
    start: int
    end: int
    role: str
    """``begin``, ``end`` or nothing."""
    pair: int = -1
    """For the second of a range: the place of the first."""
    season: frozenset[int] = frozenset()
    """The months of a time of year."""


def dates(said: Saying) -> Iterator[Found]:
    """Every date the sentence tells of the person."""
    mentions = _mentions(said.text)
    for at, mention in enumerate(mentions):
        if said.voice.theirs(mention.start, mention.end) or _told_by_posting(said, mention):
            continue
        text = said.text[mention.start : mention.end]
        first = mentions[at - 1] if mention.pair >= 0 else None
        proof = _proved(said, mention, first)
        what = "date" if mention.month else "year"
        reason = "" if proof else f"The {what} {text} does not match the dates in your evidence."
        yield Found(ClaimKind.DATE, text, tuple(proof), reason)


def _told_by_posting(said: Saying, mention: _Mention) -> bool:
    return said.posting is not None and said.voice.unclaimed(mention.start) and mention.year in said.posting.years


def _flat(text: str) -> str:
    return "".join((fold(char)[:1] or " ") if not char.isascii() else char.lower() for char in text).replace("’", "'")


def _mentions(text: str) -> list[_Mention]:
    flat, found = _flat(text), list[_Mention]()
    for year, start, end in calendar_years(text):
        month, first, last = None, start, end
        before = flat[:start]
        if (named := _MONTH_BEFORE.search(before)) is not None:
            month, first = MONTHS[named[1]], named.start()
        elif (number := _NUMBER_BEFORE.search(before)) is not None:
            month, first = int(number[1]), number.start()
        elif (iso := _NUMBER_AFTER.match(flat, end)) is not None:
            month, last = int(iso[1]), iso.end()
        role = _role(flat, first) or _role_after(flat, last)
        season = _season(flat[:start]) if month is None else frozenset[int]()
        found.append(_Mention(year, month, first, last, role, season=season))
    return _paired(flat, found)


def _season(before: str) -> frozenset[int]:
    named = _SEASON_BEFORE.search(before)
    if named is None:
        return frozenset()
    return next((months for words, months in _SEASONS if words.match(named[0])), frozenset())


def _role(flat: str, start: int) -> str:
    before = flat[max(0, start - 70) : start]
    if _LEFT.search(before) and not _JOINED.search(before):
        return "end"
    if _SINCE.search(before) or _JOINED.search(before):
        return "begin"
    return ""


_THEN_LEFT = re.compile(
    r"^,?\s(?:i |ich |je |j'ai |j'|wir |we |then |dann |alors |entonces |me )*(?:left|quit|finished|ended|"
    r"completed|graduated|"
    r"verliess|endete|beendete|schloss|quitt\w+|termin\w+|achev\w+|dej[eo]\b|abandon\w+|acabe|conclui|finalic\w+|sali)\b"
)
_THEN_BEGAN = re.compile(
    r"^,?\s(?:i |ich |je |j'ai |j'|wir |we |then |dann |alors |entonces |me |habe ich |bin ich )*(?:joined|"
    r"started (?:at|as|with)|"
    r"began (?:at|as|with)|rejoint|rejoins|integre|incorpor\w+|empec\w+ (?:en|como|a trabajar)|entre (?:en|a|como)|"
    r"(?:begann|startete|fing|kam|wechselte) (?:ich )?(?:bei|zu|zur|zum|als|am|im|in|an)\b)"
)
_FINISHED = re.compile(
    r"^[^.;]{0,60}\b(?:abgeschlossen|beendet|bestanden|abgelegt|completed|finished|obtained|passed|obtenue?s?|obtuve|terminee?s?|"
    r"achevee?s?|acabada?|terminada?|finalizada?|concluida?)\b"
)
_NEXT_CLAUSE = re.compile(r",\s(?:danach|dann|und|then|and|puis|et|luego|y|where|wo|ou|donde)\b")


def _role_after(flat: str, end: int) -> str:
    """ "In June 2019 I *left* …", "im Sommer 2021 … *abgeschlossen*": the verb stands behind the date."""
    rest = flat[end : end + 90]
    if _THEN_LEFT.match(rest):
        return "end"
    if _THEN_BEGAN.match(rest):
        return "begin"
    return "end" if _FINISHED.match(_NEXT_CLAUSE.split(rest)[0]) else ""


def _paired(flat: str, mentions: list[_Mention]) -> list[_Mention]:
    """Ranges: "from March 2019 to 2021", "2019–2022", "von Mai bis Dezember 2020"."""
    done: list[_Mention] = []
    for mention in mentions:
        previous = done[-1] if done else None
        gap = flat[previous.end : mention.start] if previous else ""
        if previous and len(gap) <= 24 and (found := _RANGE.match(gap)) and found.end() == len(gap):
            if re.search(r"\b(?:and|und|et|y)\b", gap) and not _BETWEEN.search(flat[: previous.start]):
                done.append(mention)
                continue
            done[-1] = _Mention(previous.year, previous.month, previous.start, previous.end, "begin")
            done.append(_Mention(mention.year, mention.month, mention.start, mention.end, "end", previous.start))
            continue
        early = re.search(rf"\b({_NAME})\.?\s(?:to|bis|a|au|until|till|hasta|-|–)\s$", flat[: mention.start])
        if early and mention.month:
            done.append(_Mention(mention.year, MONTHS[early[1]], early.start(), early.end(1), "begin"))
            done.append(_Mention(mention.year, mention.month, mention.start, mention.end, "end", early.start()))
            continue
        done.append(mention)
    return done


def _proved(said: Saying, mention: _Mention, first: _Mention | None) -> list[Fragment]:
    """Evidence of the date: written in a sentence about the same, or a beginning or end of an entry."""
    scope = said.scope(mention.start)
    written = [each for each in scope if _writes(each, mention)]
    entries = _entries(said, mention)
    if mention.role:
        bounds = [entry for entry in entries if _bounds(said.evidence, entry, mention)]
        if first is not None and bounds:
            bounds = [entry for entry in bounds if _bounds(said.evidence, entry, first)] or (
                []
                if len(entries) == 1
                else [entry for entry in bounds if any(_bounds(said.evidence, other, first) for other in entries)]
            )
        near = said.words_between(*said.part(mention.start)) or said.content
        told = said.likest(
            near, [each for each in scope if each.years and each.kind not in _FIELDS], max(1, (len(near) + 1) // 2)
        )
        about = [each for each in written if shared(said.content, each.content)]
        if told and not any(_writes(each, mention) for _, each in told) and not said.entries:
            return []
        if not bounds and not about and not _names_here(said, mention):
            bounds = [entry for entry in said.evidence.dates if _bounds(said.evidence, entry, mention)]
        return _of(said.evidence, bounds) or about
    alike = said.likest(said.content, [each for each in scope if each.years], 2 if len(said.content) > 2 else 1)
    nearest = [each for score, each in alike if score >= alike[0][0] - 1]
    papers = any(_bounds(said.evidence, entry, mention) for entry in _papers_told(said))
    if nearest and not papers and not said.entries and not any(_writes(each, mention) for each in nearest):
        return []  # the sentence it comes from names another year
    if written:
        return written
    covered = [entry for entry in entries if _covers(said.evidence, entry, mention)]
    if not covered and not said.at.is_bullet and not _names_here(said, mention):
        covered = [entry for entry in said.evidence.dates if _bounds(said.evidence, entry, mention)]
    return _of(said.evidence, covered)


_FIELDS = {PassageKind.OTHER, PassageKind.CERTIFICATE, PassageKind.NAME}


def _names_here(said: Saying, mention: _Mention) -> bool:
    """Whether the very part of the sentence the date stands in names an entry."""
    left, right = said.part(mention.start)
    return any(left <= place < right for place, _ in said.named) or said.at.is_bullet


def _entries(said: Saying, mention: _Mention) -> list[str]:
    """The dated entries the date may be of."""
    evidence = said.evidence
    if said.at.is_bullet:
        return [said.at.entry]
    named = [entry for entry in said.entries_at(mention.start) if entry in evidence.dates]
    if named:
        return named
    papers = _papers_told(said)
    if papers:
        return papers
    trades = {naming for naming in namings(said.text, said.read.tokens) if naming.occupations}
    if trades and mention.role:
        held = [
            each.entry
            for each in evidence.fragments
            if each.quote.path.endswith(".position")
            for naming in evidence.namings_of(each)
            if any(naming.occupations & trade.occupations for trade in trades)
        ]
        if held:
            return held
    return list(evidence.dates)


def _papers_told(said: Saying) -> list[str]:
    """Schools, certificates and awards the sentence shares words with."""
    if not _EDUCATED.search(said.text):
        return []
    evidence = said.evidence
    found = {
        each.entry
        for each in evidence.fragments
        if each.entry in evidence.papers and shared(said.content, each.content)
    }
    found |= {each.entry for each in _otherwise_named(said) if each.entry in evidence.papers}
    return sorted(found)


def _otherwise_named(said: Saying) -> list[Fragment]:
    """What the skills of the sentence are called in evidence, in another language or in short."""
    evidence = said.evidence
    return [
        each
        for hit in said.read.hits
        for each in (*evidence.skills.get(hit.skill, ()), *evidence.in_full(stems(hit.surface)))
    ]


def _writes(each: Fragment, mention: _Mention) -> bool:
    if mention.year not in each.years:
        return False
    if mention.month is None:
        return True
    if each.months is None:
        each.months = [(other.year, other.month) for other in _mentions(each.quote.text)]
    return any(year == mention.year and month in {None, mention.month} for year, month in each.months)


def _bounds(evidence: EvidenceBase, entry: str, mention: _Mention) -> bool:
    """Whether an entry begins (or ends) then."""
    start, end = evidence.dates.get(entry, ("", ""))
    if entry in evidence.papers:
        return _is(end or start, mention) or (mention.role != "end" and _is(start, mention))
    wanted = {"begin": (start,), "end": (end,)}.get(mention.role, (start, end))
    return any(_is(date, mention) for date in wanted)


def _is(date: str, mention: _Mention) -> bool:
    if date[:4] != str(mention.year):
        return False
    if len(date) < 7:
        return True
    if mention.season:
        return int(date[5:7]) in mention.season
    return mention.month is None or int(date[5:7]) == mention.month


def _covers(evidence: EvidenceBase, entry: str, mention: _Mention) -> bool:
    if _bounds(evidence, entry, mention):
        return True
    if entry in evidence.papers:
        return False
    # Something that happened in a job, in a year of it; a month that no evidence names is invented.
    return mention.month is None and mention.year in evidence.calendar_of(entry)


def _of(evidence: EvidenceBase, entries: list[str]) -> list[Fragment]:
    named = [each for each in evidence.fragments if each.entry in entries]
    return sorted(named, key=lambda each: not each.quote.path.endswith((".position", ".name", ".institution")))[:2]
