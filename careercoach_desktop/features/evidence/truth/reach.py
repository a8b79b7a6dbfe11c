"""How far something reached: countries, "nationwide", "all sites", "the whole company", where evidence says less."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import EvidenceBase, Fragment
from careercoach_desktop.features.evidence.truth.levels import level_in
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.vocabulary.places import homes, place_of

_SPOKEN = re.compile(r"\b(?:\w*language\w*|\w*sprach\w*|langues?|idiomas?|lenguas?)\b", re.IGNORECASE)
"""“My second language is German” speaks of no country."""
_WIDE = {
    "world": re.compile(
        r"\b(?:international(?:ly)?|worldwide|world-wide|global(?:ly)?|across (?:the world|europe|continents)|"
        r"europe-wide|"
        r"in (?:several|many|various|multiple|\w+) countries|abroad|overseas|"
        r"international\w*|weltweit\w*|global\w*|europaweit\w*|länderübergreifend\w*|in (?:mehreren|vielen|"
        r"\w+) ländern|"
        r"im ausland|grenzüberschreitend\w*|"
        r"internationa(?:l|le|ux|les)|mondia(?:l|le|ux|les)|dans (?:le monde|toute l['’]europe|plusieurs pays|"
        r"\w+ pays)|"
        r"à l['’](?:étranger|international)|"
        r"internacional(?:es|mente)?|mundial(?:es|mente)?|en (?:todo el mundo|toda europa|varios países|\w+ países)|"
        r"en el extranjero)\b",
        re.IGNORECASE,
    ),
    "nation": re.compile(
        r"\b(?:nationwide|national(?:ly)?|countrywide|across the (?:country|uk|nation)|all over the country|"
        r"bundesweit\w*|deutschlandweit\w*|landesweit\w*|im ganzen land|in ganz \w+|schweizweit|österreichweit|"
        r"nationa(?:l|le|ux|les)|dans (?:tout le pays|toute la france)|partout en france|"
        r"nacional(?:es)?|en todo el país|en toda españa|por todo el país)\b",
        re.IGNORECASE,
    ),
    "firm": re.compile(
        r"\b(?:company|firm|group|organi[sz]ation|trust|site|hospital|school|department|plant)[- ]wide|"
        r"\b(?:across|throughout|for|of|in) the (?:whole|entire) (?:company|firm|group|organi[sz]ation|trust|school|"
        r"hospital|business|site|plant|department|workforce|staff|team)|\bthroughout the (?:company|firm|group|"
        r"business|"
        r"organi[sz]ation)|\ball (?:the )?(?:staff|employees|departments|teams)\b|"
        r"\b(?:unternehmens|firmen|konzern|gruppen|haus|klinik|werks|betriebs|abteilungs)(?:weit|übergreifend)\w*|"
        r"\b(?:im ganzen|im gesamten|fürs ganze|für das ganze|für das gesamte) (?:unternehmen|haus|werk|konzern|"
        r"betrieb|"
        r"klinikum)|\b(?:die |der |für die )?(?:gesamte|ganze)n? (?:belegschaft|firma|abteilung|gruppe|schule)|"
        r"\ball(?:e|en|er) (?:abteilungen|mitarbeite\w+|beschäftigten)|"
        r"\b(?:(?:dans|pour|à|de) )?(?:toute l['’](?:entreprise|organisation|équipe|école)|tout le (?:groupe|"
        r"personnel|site|"
        r"service)|l['’]ensemble (?:de l['’]entreprise|du groupe|du personnel|des services|des équipes))|"
        r"\btous les (?:services|salariés|collaborateurs)|"
        r"\b(?:en|para|de|a) (?:toda la (?:empresa|compañía|plantilla|organización)|todo el (?:grupo|personal|centro))|"
        r"\btodos los (?:departamentos|empleados|trabajadores)",
        re.IGNORECASE,
    ),
    "sites": re.compile(
        r"\b(?:all|every|alle[nr]?|tous les|toutes les|todos los|todas las) [\w-]+ (?:of|in|across|des|der|im|in der|"
        r"du|de la|de l['’]|del) "
        r"(?:the |our )?(?:group|chain|company|firm|trust|konzern\w*|unternehmen\w*|kette|gruppe|groupe|chaîne|"
        r"réseau|entreprise|"
        r"grupo|cadena|empresa)\b|"
        r"\b(?:at|across|for|in) (?:all|every|each)(?: of)?(?: the| our| its)? (?:\w+ )?(?:sites?|branch(?:es)?|"
        r"locations?|stores?|"
        r"shops?|offices?|plants?|clinics?|schools?|wards?)\b|\b(?:multi|cross)-site\b|"
        r"\b(?:an|in|für) (?:allen|alle|sämtlichen|sämtliche) (?:\w+ )?(?:standorte\w*|filialen|niederlassungen|"
        r"werke\w*|"
        r"häuser\w*|stationen)|\bstandortübergreifend\w*|\bfilialübergreifend\w*|"
        r"\b(?:sur|dans|pour) (?:tous les|toutes les|l['’]ensemble des) (?:sites|agences|magasins|établissements|"
        r"usines)|"
        r"\bmultisites?\b|"
        r"\b(?:en|para) (?:tod[oa]s (?:las|los)) (?:sedes|centros|tiendas|oficinas|delegaciones|plantas)",
        re.IGNORECASE,
    ),
}


def reaches(said: Saying) -> Iterator[Found]:
    """Every country and every wide reach of the sentence, to be found in evidence."""
    yield from _countries(said)
    for name, pattern in _WIDE.items():
        for found in pattern.finditer(said.text):
            if (
                _is_named(said.text, found)
                or said.voice.theirs(found.start(), found.end())
                or _in_posting(said, pattern, found.start())
            ):
                continue
            scope = said.scope(found.start()) if name in {"firm", "sites"} else said.evidence.fragments
            proof = [each for each in scope if pattern.search(each.quote.text)]
            if name in {"world", "nation"} and not proof:
                proof = _abroad(said)
            yield _judged(found[0], proof)


def _is_named(text: str, found: re.Match[str]) -> bool:
    """ "Internationale Schule", "National Gallery": part of a name."""
    return found[0][:1].isupper() and (found.start() > 0 or re.match(r"\s[A-ZÄÖÜÉ]", text[found.end() :]) is not None)


def _judged(text: str, proof: list[Fragment]) -> Found:
    reason = "" if proof else f"Your evidence does not say “{text}”."
    return Found(ClaimKind.STATEMENT, text, tuple(proof[:1]), reason)


def _in_posting(said: Saying, pattern: re.Pattern[str], start: int) -> bool:
    return said.posting is not None and said.voice.unclaimed(start) and bool(pattern.search(said.posting.quote.text))


def _abroad(said: Saying) -> list[Fragment]:
    """Evidence that names another country than the person's own."""
    own = homes(said.evidence.resume.language)
    return [
        each
        for each in said.evidence.fragments
        if each.kind is not PassageKind.LANGUAGE
        and any((place := place_of(word)) is not None and place not in own for word in each.words)
    ]


def _countries(said: Saying) -> Iterator[Found]:
    tokens = said.read.tokens
    languages = {at for hit in said.read.hits for at in range(hit.first, hit.last)}
    for at, word in enumerate(tokens.words):
        place = place_of(word)
        if place is None or at in languages or not tokens.surface(at, at + 1)[:1].isupper():
            continue
        if word in said.evidence.tongues and (_SPOKEN.search(said.text) or level_in(said.text) is not None):
            continue
        start, end = tokens.starts[at], tokens.ends[at]
        if said.voice.theirs(start, end) or place in homes(said.evidence.resume.language):
            continue
        asked = said.posting is not None and any(place_of(other) == place for other in said.posting.words)
        if asked and (said.voice.unclaimed(start) or (said.at.path and not said.at.is_bullet)):
            continue
        proof = _of_place(said.evidence, place)
        yield _judged(tokens.surface(at, at + 1), proof)


def _of_place(evidence: EvidenceBase, place: int) -> list[Fragment]:
    told = [each for each in evidence.fragments if each.kind is not PassageKind.LANGUAGE]
    return [each for each in told if any(place_of(word) == place for word in each.words)]
