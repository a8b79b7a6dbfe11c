"""Awards a sentence claims, and superlatives of fact ("the company's first", "the largest site in the region")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import content_words, shared
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_AWARD = re.compile(
    r"\b(?:award(?:s|ed|-winning)?|prizes?|prizewinn\w+|honou?red with|medals?|trophy|scholarships?|won the|winner of|"
    r"(?:employee|student|teacher|nurse|chef|apprentice|salesperson|rep|supplier|team|person) of the (?:year|month|"
    r"quarter)|"
    r"(?!(?:verkaufs|einkaufs|markt|stück|gesamt|netto|brutto|fest|roh|energie|material|wasser|strom|listen|angebots|"
    r"selbstkosten|kilo|end|ticket|miet|immobilien)preis)\w{4,}preis(?:e[ns]?|träger\w*)?|"
    r"(?:\w*[-]?)?(?:förder|innovations|publikums|ehren|nachwuchs|meister|qualitäts|umwelt|lehr|design|best)preis\w*|"
    r"preisgekrönt\w*|"
    r"ausgezeichnet(?:e[nrs]?)? (?:mit|als|worden|wurde)|wurde \w*\s?ausgezeichnet|auszeichnung(?:en)?|prämiert\w*|"
    r"stipendium|medaille|"
    r"mitarbeiter(?:in)? des (?:monats|jahres)|gewann(?:en)? (?:ich|wir|den|die|das)|(?:erhielt|"
    r"bekam) (?:ich )?den [\w-]*preis|"
    r"(?:remporté|reçu|obtenu|gagné|décroché) (?:le|un|une|la|du|plusieurs) (?:prix|concours|trophée|distinction|"
    r"médaille|premier prix|étoile)|"
    r"\w*sieger(?:in|innen)?\b|\w*meisterschaft|champion\w*|campe[oó]n\w*|vainqueurs?|winners?|lauréate?s?|primée?s?|"
    r"récompensée?s?|distinguée?s? (?:par|comme)|médaille|bourse d['’]excellence|(?:meilleure?) \w+ de l['’]année|"
    r"(?:employée?|salariée?) (?:du mois|de l['’]année)|étoile michelin|étoile|"
    r"premios?|premiad[oa]s?|galardon\w*|galardón|galardonad[oa]s?|medalla|beca de excelencia|emplead[oa] del (?:mes|"
    r"año)|"
    r"gané (?:el|un|la)|matrícula de honor|cum laude|summa|magna cum)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"shortlist|finalist|runner|\b[2-9]\. ?(?:platz|prei|place|prix|premio)|nominat|runner|second|third|2nd|3rd|"
    r"zweite|dritte|platz|nominier|endrunde|finale|deuxième|troisième|"
    r"nommé|segund|tercer|accésit|mención|candidat|commend|honou?rable mention|special mention|longlist|lobende|"
    r"anerkennung|mention (?:spéciale|honorable)|sélectionn|seleccionad",
    re.IGNORECASE,
)
_FIRST = re.compile(
    r"\b(?:(?:company|firm|team|department|group|school|region|country|industry|city|organi[sz]ation|hospital|site|"
    r"market)['’]s "
    r"(?:very )?(?:first|only|largest|biggest|best|top|leading|highest|most)(?:[- ]\w+)?|"
    r"(?:the|as|his|her) (?:very )?(?:first|only|sole|largest|biggest|best|youngest|fastest|highest|most \w+|top|"
    r"number one)[\w -]{0,40}? "
    r"(?:in|of|at|to|within|across) (?:the|our|its) (?:company|firm|team|department|group|school|region|country|"
    r"industry|city|"
    r"organi[sz]ation|hospital|history|market|year|branch|division|business|network|plant|factory)|"
    r"(?:best|top|highest)[- ](?:performing|selling|rated|ranked|scoring|performer|seller)|number one|"
    r"record[- ](?:high|breaking|setting)|"
    r"(?:broke|set|hold|held|beat) (?:the|a|an|our) (?:\w+ ){0,2}record|(?:battu|établi) (?:le|un) record|"
    r"(?:batí|batió|batimos) (?:el|un) récord|"
    r"(?:an? )?(?:all-time |company )record|industry[- ]leading|market[- ]leading|world[- ]class|one of the (?:best|"
    r"top|first|largest|youngest)|"
    r"(?:erste[rns]?|einzige[rns]?|größte[rns]?|beste[rns]?|jüngste[rns]?|schnellste[rns]?|erfolgreichste[rns]?|"
    r"umsatzstärkste[rns]?|"
    r"stärkste[rns]?|höchste[rns]?) [\w-]+ (?:des|der|im|in der|in|am|an der|unseres|unserer|überhaupt)\b|rekord\w*|"
    r"marktführend\w*|"
    r"branchenführend\w*|bestbewertet\w*|"
    r"(?:premi(?:er|ère)|seule?|unique|plus (?:grande?|jeune|important[es]*|gros(?:se)?|rapide)|"
    r"meilleure?)s? [\w-]+ (?:de l['’](?:entreprise|équipe|école|hôpital|établissement|histoire|agence|année)|"
    r"du (?:groupe|service|pays|secteur|marché|réseau|site|magasin)|de la (?:région|société|ville|région))|"
    r"record (?:de|absolu|historique)|"
    r"(?:primer|primera|únic[oa]|mayor|mejor|más (?:grande|joven|importante|rápid[oa])) [\w-]+ (?:de la (?:empresa|"
    r"región|historia|compañía|ciudad|zona|plantilla|red)|"
    r"del (?:grupo|equipo|país|sector|departamento|centro|mercado|año))|récord|líder del sector|líder en el sector)\b",
    re.IGNORECASE,
)


_REACH = (
    re.compile(
        r"\b(?:local|town|city|school|departmental|lokal\w*|städtisch\w*|communal\w*|locale?|comarcal|municipal)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:regional\w*|provincial|state|county|landes\w*|bezirks\w*|régionale?|départementale?|autonómico)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:national\w*|nationwide|bundes\w*|deutschlandweit|nationale?|nacional)\b", re.IGNORECASE),
    re.compile(
        r"\b(?:international\w*|european|world\w*|europa\w*|europäisch\w*|welt\w*|mondiale?|européen\w*|"
        r"internacional|mundial|europeo)\b",
        re.IGNORECASE,
    ),
)


def _raised(draft: str, evidence: str) -> bool:
    """ "The national prize" where evidence has the local one."""
    mine, theirs = ({at for at, words in enumerate(_REACH) if words.search(text)} for text in (draft, evidence))
    return bool(mine) and max(mine) > max(theirs, default=-1)


_PERIODS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\bof the year\b|\bdes jahres\b|\bde l['’]année\b|\bdel año\b",
        r"\bof the quarter\b|\bdes quartals\b|\bdu trimestre\b|\bdel trimestre\b",
        r"\bof the month\b|\bdes monats\b|\bdu mois\b|\bdel mes\b",
        r"\bof the week\b|\bder woche\b|\bde la semaine\b|\bde la semana\b",
    )
)


def _whole(said: Saying, each: Fragment) -> str:
    """An award with everything that is told of it."""
    told = said.evidence.by_entry.get(each.entry, []) if each.entry in said.evidence.awards else []
    return " ".join(other.quote.text for other in (each, *told))


def _another_period(award: str, evidence: str) -> bool:
    """ "Employee of the year" where evidence has the one of the quarter."""
    mine, theirs = ({at for at, words in enumerate(_PERIODS) if words.search(text)} for text in (award, evidence))
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _placed(said: Saying, each: Fragment) -> bool:
    """Whether the award was not won: a third place, a nomination."""
    return any(
        _PLACED.search(other.quote.text)
        for other in said.evidence.fragments
        if other is each or (each.entry and other.entry == each.entry)
    )


def honours(said: Saying) -> Iterator[Found]:
    """Every award and every superlative, each to be found in evidence in one wording or another."""
    for found in _AWARD.finditer(said.text):
        if said.voice.theirs(found.start(), found.end()):
            continue
        near = content_words(tokenize(said.text[max(0, found.start() - 50) : found.end() + 60]))
        proof = [
            each
            for each in said.scope(found.start())
            if (_AWARD.search(each.quote.text) or each.entry in said.evidence.awards)
            and shared(near, each.content)
            and (_PLACED.search(said.text) or not _placed(said, each))
            and not _raised(said.text, each.quote.text)
            and not _another_period(found[0], _whole(said, each))
        ]
        reason = "" if proof else "Your evidence has no such award."
        yield Found(ClaimKind.CERTIFICATE, found[0], tuple(proof), reason)
    for found in _FIRST.finditer(said.text):
        if said.voice.theirs(found.start(), found.end()) or said.voice.unclaimed(found.start()):
            continue
        words = content_words(tokenize(said.text))
        proof = [
            each
            for each in said.scope(found.start())
            if _SUPERLATIVE.search(each.quote.text) and shared(words, each.content)
        ]
        reason = "" if proof else f"Your evidence does not say “{found[0]}”."
        yield Found(ClaimKind.STATEMENT, found[0], tuple(proof), reason)


_SUPERLATIVE = re.compile(
    r"\b(?:first|only|sole|largest|biggest|best|youngest|fastest|highest|most|top|number one|record|leading|"
    r"erste\w*|einzige\w*|größte\w*|beste\w*|jüngste\w*|schnellste\w*|höchste\w*|meiste\w*|rekord\w*|führend\w*|"
    r"\w+ste[rns]?|"
    r"premi(?:er|ère)s?|seule?|unique|plus|meilleure?s?|primer[oa]?|únic[oa]|mayor|mejor|más|récord|líder)\b",
    re.IGNORECASE,
)
