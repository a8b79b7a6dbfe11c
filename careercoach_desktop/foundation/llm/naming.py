"""The ways people write a name, a phone number, an address: patterns for what is to be hidden."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from careercoach_desktop.foundation.resources import resource

_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
"""No letter or digit beside it; an underscore may be (names of files)."""
_GENITIVE = rf"(?=(?:['’]?s)?{_AFTER})"
_APART = r"[\s,]+"
_BETWEEN = r"[\s\u00ad().\-/\u2010-\u2013]{0,6}"
"""Between the digits of a phone number."""
_WRITTEN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa", "œ": "oe"}
_TITLES = re.compile(
    r"^(?:(?:dr|prof|mr|mrs|ms|mx|dipl|phd|mba|msc|bsc|herr|frau)(?:[.-]|$)"
    r"|(?:ing|mag|rer|nat|med|phil|jr|sr|m\.?sc|b\.?sc|m\.?a|b\.?a|m\.?d|ph\.?d|h\.?c)\.$)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    (
        *("von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "el"),
        *("ten", "ter", "zu", "zum", "zur", "af", "av", "bin", "ibn", "al"),
    )
)
_BESIDE_NAMES = (
    *("dear", "hi", "hello", "hey", "thanks", "regards", "sincerely", "mr", "mrs", "ms", "miss", "mx", "dr", "prof"),
    *("hallo", "liebe", "lieber", "guten tag", "herr", "herrn", "frau", "grüße", "gruß"),
    *("bonjour", "cher", "chère", "monsieur", "madame", "mme", "mlle", "m", "cordialement"),
    *("hola", "estimado", "estimada", "querido", "querida", "señor", "señora", "sr", "sra", "srta", "don", "doña"),
    *("my name is", "i am", "ich heiße", "mein name ist", "je m['’]appelle", "me llamo", "mi nombre es"),
    *("gez", "signed"),
)
_SITES = frozenset(
    ("github", "gitlab", "linkedin", "twitter", "facebook", "instagram", "youtube", "behance", "dribbble", "website")
)
"""What readers of résumés may take for a name somebody has there."""
_ADDRESSED = rf"(?:(?i:{'|'.join(_BESIDE_NAMES)})\.?,?[ \t]+)"
_OF_A_COMPANY = (
    r"(?![ \t]*(?:&|\+|und Söhne|and Sons|et Fils|(?:GmbH|AG|KG|KGaA|OHG|SE|Ltd|LLC|LLP|PLC|Inc|Corp|Co|Group|Gruppe|"
    r"SA|SARL|SAS|SL|S\.[AL]\.|BV|NV|AB|Oy)\b))"
)


class Naming:
    """One person's name. ``given`` is the first, ``family`` the last with what belongs to it (empty: there is one)."""

    def __init__(self, name: str) -> None:
        words = [word for word in re.split(r"[\s,]+", name) if word and not _TITLES.match(word)] or name.split()
        at = next((i for i, word in enumerate(words) if i and word.lower() in _PARTICLES), max(len(words) - 1, 1))
        self.given, self.family = words[0], " ".join(words[at:])
        self._middle = words[1:at]
        self._lone = self._lone_pattern()

    @property
    def pattern(self) -> str | None:
        """The whole name, in either order, with or without what stands between, in file names and with initials. None
        for one of a single word, which is hidden as such a word of others is."""
        if not self.family:
            return re.escape(self.given) if len(self.given) >= 2 and _has_wide(self.given) else None
        given, family = loose(self.given), loose(self.family)
        middles = "|".join([*(loose(word) for word in self._middle), r"[^\W\d_]\."])
        between = rf"(?:[\s\u00a0]+(?:{middles})){{0,3}}[\s\u00a0]+"
        initial = rf"{re.escape(self.given[0])}\.[ \u00a0-]?(?:[^\W\d_]\.[ \u00a0-]?){{0,2}}"
        ways = [
            rf"{given}{between}{family}",
            rf"{family}[ ,\u00a0]{{1,3}}{given}(?:[ \u00a0]+(?:{middles}))*",
            rf"{given}[._\-]?{family}",
            rf"{family}[._\-]{given}",
            rf"{initial}{family}",
        ]
        if _has_wide(self.given + self.family):
            ways = [rf"{family}\s*{given}", rf"{given}\s*{family}"]
            return f"(?:{'|'.join(ways)})"
        return rf"(?i:{_BEFORE}(?:{'|'.join(ways)}){_GENITIVE})"

    def hide_lone(self, text: str, given: str, family: str) -> str:
        """The same name's parts on their own. The given one goes unless it is a word as well; the family one, which
        firms and trades have too, goes where somebody is spoken to or of."""
        if self._lone is None:
            return text
        spoken, given_alone = self._lone
        text = spoken.sub(lambda found: f"{found['before'] or ''}{given if found['given'] else family}", text)
        if given_alone is None or re.search(rf"{_BEFORE}{re.escape(self.given.lower())}{_AFTER}", text):
            return text
        return given_alone.sub(lambda found: found[0] if found[0].startswith("[[") else given, text)

    def _lone_pattern(self) -> tuple[re.Pattern[str], re.Pattern[str] | None] | None:
        if _has_wide(self.given + self.family):
            return None
        given = "|".join(dict.fromkeys((re.escape(self.given), re.escape(self.given.upper()))))
        family = _cased(self.family) if self.family else "(?!)"
        both = rf"(?:(?P<family>{family})|(?P<given>{given}))"
        alone = rf"(?:(?<=\n)|^)(?P<line>[ \t–—-]*)(?={family}|{given})"
        spoken = re.compile(
            rf"(?P<before>{_BEFORE}{_ADDRESSED}|{alone}(?=[^\n]{{1,40}}$))"
            rf"{both}{_GENITIVE}(?(line)(?=[ \t.,!]*$)|{_OF_A_COMPANY})",
            re.MULTILINE,
        )
        if self.given.lower() in _words_too() or len(self.given.rstrip(".")) < 3:
            return spoken, None
        return spoken, re.compile(rf"\[\[[A-Z0-9-]+\]\]|(?<!& ){_BEFORE}(?:{given}){_GENITIVE}{_OF_A_COMPANY}")


@cache
def _words_too() -> frozenset[str]:
    """Given names that are also words, months, places, firms or languages: hidden only where somebody is spoken to."""
    return frozenset(resource("claude/names_that_are_words.txt").read_text(encoding="utf-8").split())


def email_pattern(text: str) -> str | None:
    local, at, domain = text.partition("@")
    if not local or not at or not domain:
        return None
    sign = r"(?:@|\s?[\[(]\s?at\s?[\])]\s?)"
    return rf"(?i:(?<![\w+.%-]){re.escape(local)}{sign}{re.escape(domain)}(?![\w-]))"


def phone_pattern(text: str) -> str | None:
    """With or without the country's code, whatever stands between the digits."""
    text = re.sub(r"\(0\)", "", text)
    digits = re.sub(r"\D", "", text)
    is_international = text.strip().startswith(("+", "00"))
    digits = digits.removeprefix("00") if is_international else digits.lstrip("0")
    kept = [digits[cut:] for cut in range(4)] if is_international else [digits]
    kept = [rest for rest in kept if len(rest) >= 6]
    if not kept:
        return None
    ways = "|".join(_BETWEEN.join(rest) for rest in kept)
    country = rf"(?:(?:\+|00){_BETWEEN}\d{{1,3}}{_BETWEEN})?(?:\(?0\)?{_BETWEEN})?(?:\+|00)?"
    return rf"(?:(?<![\d+])\(?{country}(?:{ways})(?!\d))"


def street_pattern(text: str) -> str | None:
    if len(text) < 5:
        return None
    words = [_street_word(word) for word in re.split(r"[\s,]+", text) if word]
    return f"(?i:{_BEFORE}{_APART.join(words)}{_AFTER})"


def link_pattern(text: str) -> str | None:
    """With or without ``https://``, ``www.`` and the slash at the end; ``@name`` is what somebody is called there."""
    if text.startswith("@"):
        name = text[1:]
        is_made_up = len(name) >= 5 or (len(name) >= 4 and re.search(r"[\d_-]", name) is not None)
        is_telling = is_made_up and name.lower() not in _SITES
        return rf"(?i:{_BEFORE}@{'?' if is_telling else ''}{re.escape(name)}{_AFTER})" if len(name) >= 3 else None
    core = re.sub(r"^(?:[a-z]+:(?://)?\s*)?(?:www\.)?", "", text.strip(), flags=re.IGNORECASE).rstrip("/")
    if "." not in core:
        return None if re.search(r"\s", core) or not core else link_pattern(f"@{core}")
    if len(core) < 4:
        return None
    core = re.sub(r"^[a-z]{2}\.(?=linkedin\.)", "", core, flags=re.IGNORECASE)
    return rf"(?i:(?<![\w@.-])(?:https?://)?(?:www\.)?(?:[a-z]{{2}}\.)?{re.escape(core)}/?(?![\w-]))"


def loose(word: str) -> str:
    """A word with or without its accents, ``ü`` also as ``ue``."""
    signs = unicodedata.normalize("NFC", word)
    return "".join(r"[\s\u00a0]+" if sign.isspace() else _loose_sign(sign) for sign in signs)


def _loose_sign(sign: str) -> str:
    plain = unicodedata.normalize("NFD", sign)
    written = _WRITTEN.get(sign.lower())
    ways = [re.escape(sign)]
    if len(plain) > 1:
        ways += [re.escape(plain), re.escape(plain[0])]
    if written:
        ways.append(written)
    if sign in "'’":
        ways += ["'", "’"]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(dict.fromkeys(ways))})"


def _cased(name: str) -> str:
    """As written or in capitals."""
    return "|".join(dict.fromkeys((re.escape(name), re.escape(name.upper()), re.escape(name[:1].upper() + name[1:]))))


def _has_wide(text: str) -> bool:
    """Chinese, Japanese or Korean, where words stand without spaces."""
    return any(sign >= "\u2e80" for sign in text)


def _street_word(word: str) -> str:
    for ending, ways in (
        (r"stra(?:ß|ss)e$|str\.?$", r"(?:stra(?:ß|ss)e|str\.?)"),
        (r"^street$|^st\.?$", r"(?:street|st\.?)"),
        (r"^road$|^rd\.?$", r"(?:road|rd\.?)"),
        (r"^avenue$|^ave\.?$|^av\.?$", r"(?:avenue|ave?\.?)"),
    ):
        found = re.search(ending, word, re.IGNORECASE)
        if found:
            return re.escape(word[: found.start()]) + ways
    return re.escape(word)
