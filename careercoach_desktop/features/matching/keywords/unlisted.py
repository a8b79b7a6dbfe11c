"""Terms the skills list lacks, from a posting's wording, conservatively: a missed term costs less than a silly one.

A name counts when it is written like a product (``CamelCase``, ``ABBREV``, with a digit) or capitalised in the middle
of a sentence that is not German, and stands where tools stand: in a list beside a known skill, or after "experience
with".
"""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.service import Hit, SkillKind, Tokens, stems
from careercoach_desktop.features.matching.keywords.kinds import Line

_PRODUCT = re.compile(r"^(?:[A-Z][a-z]+[A-Z]\w*|[a-z]+[A-Z]\w+|[A-Z]{2,6}\d?|[A-Z][A-Za-z]*\d+)$")
_CAPITALISED = re.compile(r"^[A-Z][a-z]{2,}$")
_GERMAN = re.compile(r"\b(?:und|mit|der|die|das|für|in der|eine[rn]?|sowie|oder|von|im|zu)\b", re.IGNORECASE)
_CUE = frozenset({"with", "in", "using", "of", "like", "as", "on", "avec", "con", "en", "sur", "via", "e", "mit"})
_CUE_NEARBY = re.compile(
    r"experience (?:with|in|using|of)|knowledge of|proficien\w+ (?:with|in)|familiar\w* with|"
    r"expertise (?:with|in)|skilled in|such as|e\.g\.|tools? like|including|"
    r"erfahrung (?:mit|in)|kenntnisse (?:in|von)|umgang mit|z\.\s?b\.|wie|expérience (?:avec|sur|de)|"
    r"maîtrise d|connaissance d|experiencia (?:con|en)|conocimientos? d|manejo d",
    re.IGNORECASE,
)
_NEVER_WORDS = """
    uk us usa eu emea apac gmbh ag ltd inc llc plc se cv id hr it pc pto ceo cto cfo coo vp am pm ok asap etc eg
    ie faq b2b b2c roi kpi okr nda covid uni mint stem m w d f x h bsc msc ba ma phd mba gcse monday tuesday
    wednesday thursday friday saturday sunday january february march april may june july august september october
    november december i ii iii iv we you your our the this that what who why how when where if english european
    european britain germany france spain london berlin paris madrid europe america american british german french
    spanish christmas internet plus bonus must please job role team company department home office bank holiday
    remote hybrid onsite dach ihk cdi cdd rtt dbs gdpr us-based tbd tba eoe eeo usd eur gbp chf programmer
    developer engineer manager analyst specialist consultant director http facebook nhs ote ft pt fte yoe
"""
_NEVER = frozenset(_NEVER_WORDS.split())


class UnlistedTerms:
    """Collects candidate names over the lines of one posting."""

    def __init__(self, company: str) -> None:
        self._company = set(stems(company))
        self._seen: dict[str, list[Line]] = {}

    def read(self, line: Line, tokens: Tokens, hits: list[Hit]) -> None:
        """Note the candidates of one requirement or duty."""
        cue = _CUE_NEARBY.search(line.text)
        german = len(_GERMAN.findall(line.text)) >= 2
        taken = {index for hit in hits for index in range(hit.first, hit.last)}
        beside = {hit.first - 1 for hit in hits if hit.skill.kind is SkillKind.TOOL}
        beside |= {hit.last for hit in hits if hit.skill.kind is SkillKind.TOOL}
        for index in range(len(tokens)):
            if index in taken or tokens.words[index] in _NEVER or tokens.words[index] in self._company:
                continue
            word = tokens.surface(index, index + 1)
            product = _PRODUCT.match(word) is not None
            named = product or (
                not german and index > 0 and _CAPITALISED.match(word) is not None and not self._opens(tokens, index)
            )
            if not named or self._in_compound(tokens, index):
                continue
            in_list = index in beside and not tokens.joined[index] and tokens.gap(index).strip() in {",", "/", "("}
            cued = cue is not None and 0 <= tokens.starts[index] - cue.end() <= 60
            if in_list or (
                cued and (product or tokens.words[index - 1] in _CUE or tokens.gap(index).strip() in {",", "("})
            ):
                self._seen.setdefault(word, []).append(line)

    @staticmethod
    def _opens(tokens: Tokens, index: int) -> bool:
        return any(mark in tokens.gap(index) for mark in ".:!?\n•")

    @staticmethod
    def _in_compound(tokens: Tokens, index: int) -> bool:
        """Part of a longer capitalised name or hyphenated word: too uncertain to name alone."""
        if tokens.gap(index) in {"-", "–", ".", "/", "'", "’"} or tokens.gap(index + 1)[:1] in {"-", "'", "’"}:
            return True
        around = [at for at in (index - 1, index + 1) if 0 <= at < len(tokens)]
        return any(
            (tokens.joined[at] if at > index else tokens.joined[index]) and tokens.surface(at, at + 1)[:1].isupper()
            for at in around
        )

    def terms(self) -> list[tuple[str, list[Line]]]:
        """Name and the lines that ask for it, in the order of the posting."""
        return list(self._seen.items())
