"""Whose fact a sentence of a letter tells: the person's, or the employer's it is written to.

"Your platform team of 40", "you use Kubernetes", "I would like to learn Terraform" claim nothing about the person, nor
does "I have not used it yet". A résumé speaks of nobody else: there everything is a claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from careercoach_desktop.features.evidence.truth.wishes import BRINGS, GOAL, ahead, wished

_ME_WORDS = {
    "en": r"I|I['’](?:m|ve|d|ll)|my|mine|me|myself|we|our|us",
    "de": r"ich|mein(?:e[nmrs]?)?|mir|mich|wir|unser(?:e[nmrs]?)?|uns",
    "fr": r"je|j['’]|me|mon|ma|mes|moi|m['’]|nous|notre|nos",
    "es": r"yo|mi|mis|me|mí|nosotros|nuestr[oa]s?|nos|he|soy|fui|tengo|tuve|llevo|trabajo|hice|estoy|estuve|hablo|"
    r"domino|"
    r"puedo|sé|conozco|manejo|gestiono|dirijo|reduje|conduje|introduje",
}
"""“Mis” is "my" in Spanish only, "mes" in French."""
_PRETERITE = r"|[^\W\d_]{3,}[éí]"
_ME_IN = {
    language: re.compile(rf"\b(?:{words}{_PRETERITE})\b", re.IGNORECASE)
    for language, words in (*_ME_WORDS.items(), ("", "|".join(_ME_WORDS.values())))
}
_NOT_ME = re.compile(r"^(?:café|aquí|allí|así|ahí|qué|porqué|también|según|sí|él|été)$", re.IGNORECASE)
_FRENCH_NOUN = re.compile(r"[^eiéî]té$|ité$", re.IGNORECASE)
"""“Santé”, “activité”; in Spanish “visité” and “redacté” say who did it."""
_YOU = re.compile(
    r"\b(?:[Yy]our|[Yy]ours|[Yy]ou(?=\s+(?:are|['’]re|need|want|look|seek|have|use|run|work|plan|require|describe|"
    r"mention|write|"
    r"serve|manage|build|operate|ask|offer|will|can|do|were|say|list|name|move|ship|deliver|grow|hire|recruit|lead|"
    r"treat|care|teach|produce|sell|make|handle|process|expect|set|search|host|employ))|"
    r"[Vv]otre|[Vv]os|[Vv]ous|[Vv]uestr[oa]s?|[Uu]stedes|[Uu]sted|[Ss]us?)\b|\b(?:Ihr(?:e[nmrs]?)?|Ihnen|Sie)\b"
)
_ASK = re.compile(
    r"\b(?:you(?:['’]re| are)? (?:also |clearly |currently |are )?(?:ask(?:ing)?|look(?:ing)?|want|need|"
    r"seek(?:ing)?|requir\w+|mention|list|"
    r"expect|prefer|name)\b|your (?:advert\w*|ad|posting|vacancy|description|advertisement|"
    r"notice) (?:\w+ )?(?:asks?|mentions?|lists?|names?|"
    r"speaks?|calls?|describes?|requires?|wants?|says)\b|"
    r"(?:Sie (?:\w+ )?(?:suchen|wünschen|fordern|verlangen|erwarten|nennen|erwähnen|brauchen|bevorzugen|fragen)|"
    r"(?:suchen|wünschen|fordern|verlangen|erwarten|nennen|erwähnen|brauchen|fragen) Sie)\b|"
    r"Ihre (?:Anzeige|Ausschreibung|Stellenanzeige|Stellenausschreibung) (?:nennt|fordert|verlangt|erwähnt|"
    r"spricht|sucht|wünscht|fragt)\b|"
    r"vous (?:demandez|cherchez|recherchez|souhaitez|voulez|exigez|mentionnez|évoquez|citez|attendez)\b|"
    r"(?:votre|l['’])\s?(?:annonce|offre) (?:\w+ )?(?:demande|mentionne|évoque|cite|parle|exige|recherche|souhaite)\b|"
    r"(?:ustedes |usted )?(?:piden|buscan|solicitan|exigen|mencionan|requieren|necesitan|quieren|esperan)\b|"
    r"(?:su|el|la|vuestr[oa]) (?:anuncio|oferta|convocatoria) (?:\w+ )?(?:pide|menciona|exige|requiere|"
    r"habla|busca|cita|solicita)\b)",
    re.IGNORECASE,
)
"""“You ask for …”, “su oferta pide …”: what follows in the clause is asked for, not had."""
_TAKEN_UP = re.compile(
    r"\b(?:I(?:['’]ve| have|['’]m)? (?:\w+ )?(?!not\b|no\b|never\b)(?:used?|using|know|have|bring|"
    r"work(?:ed)? with|done|got|hold|speak|met) "
    r"(?:it|them|that|this|both|those|all of)\b|"
    r"(?:damit|daran|darin|dies(?:e[ns]?)?|das|die|beides|beide) (?:arbeite|habe|bringe|kenne|beherrsche|"
    r"nutze|besitze|spreche) ich\b(?! nicht| noch)|"
    r"j['’](?:en|y) ai (?!pas|jamais|encore)|je (?:l['’]|les |la |le )(?:ai|utilise|maîtrise|connais|"
    r"pratique|parle)(?! pas)|"
    r"(?:auprès|avec) d['’]?(?:elle|lui|eux|elles)\b|(?<!no )(?:lo|la|los|las) (?:tengo|uso|domino|manejo|"
    r"conozco|hablo|he usado)\b)",
    re.IGNORECASE,
)
"""“… and I have used *it* daily”: what was asked for is claimed after all."""
_SPOKEN_TO = re.compile(r"\b(?:you|vous|ustedes|Ihnen)\b")
_OBJECT = re.compile(r"^(?:vous|Ihnen|you)$")
_BREAK = re.compile(
    r"[;:!?()]|\s[–—-]\s|,(?=\s+(?:I|ich|je|j['’]|yo|but|where|which|while|and|so|wo|aber|denn|und|où|mais|donde|pero|"
    r"however|da|weil|wie|car|car|porque|because|as|your|you|my|mein|Ihr|votre|vos|su|sus|he|dass|that|the|der|die|"
    r"das)\b)|"
    r"\b(?:and|but|und|aber|et|mais|y|pero)(?=\s+(?:I|ich|je|j['’]|yo|he)\b)",
    re.IGNORECASE,
)
_LACK = re.compile(
    r"\b(?:(?:have|has|had|did|do|am|was) not(?: yet)?|(?:haven|hasn|didn|don|wasn)['’]t|not yet|never|no experience|"
    r"without|new to me|"
    r"(?:won['’]t|will not|cannot|can['’]t|not) (?:claim|pretend)|behaupte nicht|ne prétends pas|"
    r"no (?:pretendo|presumo)|"
    r"yet to|lack|neither|weder|n['’]ai ni|ni tengo|"
    r"(?:noch )?nicht|noch kein\w*|kein\w*|nie|neu für mich|"
    r"n['’]ai (?:pas|jamais|encore)|ne (?:suis|connais|maîtrise|possède) pas|pas encore|jamais|aucune?|"
    r"(?:aún|todavía) no|no (?:he|tengo|soy|conozco|domino|cuento)|nunca|sin experiencia)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r",\s+(?:I|ich|je|j['’]|yo|bin ich|habe ich)\b", re.IGNORECASE)
"""“Titulaire du permis, je …”: what stands before the comma is told of who speaks after it."""
_SUBJECT_OF = re.compile(
    r",|\b(?:is|are|means?|would|leaves?|ist|sind|wären?|heißt|bedeute[nt]+|est|sont|c['’]est|représentent?|es|son|"
    r"supone[n]?|significan?|dan)\b",
    re.IGNORECASE,
)
_ATTRACTS = re.compile(
    r"\b(?:draw(?:s|n)?|drew|attract\w*|appeal\w*|excit\w+|reizt|interessier\w+|begeistert|spannend|attire\w*|"
    r"intéress\w+|séduit\w*|"
    r"atrae\w*|interesa\w*|ilusiona|motiva)\b",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"^\s*(?:dear|hello|hi|good (?:morning|day)|sehr geehrte\w*|liebe[rs]?|guten (?:tag|morgen)|hallo|madame|monsieur|"
    r"mesdames|messieurs|bonjour|cher|chère|chers|estimad[oa]s?|apreciad[oa]s?|muy señor\w*|buen[oa]s (?:días|"
    r"tardes)|hola|"
    r"to whom it may concern|à l['’]attention)\b[^.!?\n]{0,80}?(?:[,:](?!\s*(?:monsieur|messieurs|sehr geehrter))|\n|"
    r"$)\s*",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^\s*(?:yours (?:sincerely|faithfully|truly)|kind regards|best regards|with (?:kind|best) regards|regards|"
    r"sincerely|"
    r"best wishes|many thanks|mit freundlichen grüßen|freundliche grüße|beste grüße|viele grüße|herzliche grüße|"
    r"cordialement|bien cordialement|salutations|veuillez agréer|je vous prie (?:d['’]agréer|de croire)|"
    r"atentamente|un (?:cordial )?saludo|saludos|reciba)\b",
    re.IGNORECASE,
)


def without_greeting(text: str) -> str:
    """A letter from its first sentence to its last: address, subject, greeting and signature claim nothing."""
    lines = text.splitlines()
    for at, line in enumerate(lines):
        if _GREETING.match(line):
            lines = [_GREETING.sub("", line), *lines[at + 1 :]]
            break
    for at, line in enumerate(lines):
        if _CLOSING.match(line):
            return "\n".join(lines[:at])
    return "\n".join(lines)


@dataclass(slots=True)
class Voice:
    """Of one sentence of a letter: which places in it speak of the person. ``letter`` is false for a résumé's text."""

    text: str
    letter: bool
    language: str = ""
    summary: bool = False
    """A résumé's summary may also say what somebody looks for."""
    _me: list[tuple[int, int]] = field(default_factory=list)
    _you: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.letter:
            return
        self._me = [
            (found.start(), found.end())
            for found in _ME_IN.get(self.language, _ME_IN[""]).finditer(self.text)
            if self._is_me(found[0])
        ]
        for found in _YOU.finditer(self.text):
            spoken_to = _OBJECT.match(found[0]) and not re.search(
                r"\b(?:bei|chez|at|for|für|pour)\s$", self.text[: found.start()]
            )
            if spoken_to and any(found.start() - 30 < end <= found.start() for _, end in self._me):
                continue  # "je vous apporte", "I can offer you"
            if found[0] == "Sie" and found.start() == 0 and not re.search(r"\bSie\b.*\bSie\b|\bIhr", self.text):
                continue
            self._you.append((found.start(), found.end()))

    def _is_me(self, word: str) -> bool:
        return not _NOT_ME.search(word) and (self.language == "es" or not _FRENCH_NOUN.search(word))

    @property
    def speaks_to_them(self) -> bool:
        """Whether the sentence speaks to the employer at all."""
        return bool(self._you)

    @property
    def speaks_of_me(self) -> bool:
        """Whether it says "I" or "my" anywhere."""
        return bool(self._me)

    def clause(self, start: int) -> tuple[int, int]:
        """Where the clause around character ``start`` begins and ends."""
        left, right = 0, len(self.text)
        for found in _BREAK.finditer(self.text):
            if found.end() <= start:
                left = found.end()
            elif found.start() >= start:
                right = found.start()
                break
        return left, right

    def theirs(self, start: int, end: int) -> bool:
        """Whether what stands there is told of the employer, wished for, or said to be lacking."""
        left, right = self.clause(start)
        if not self.letter:
            return self.summary and wished(self.text, left, start, end, right, GOAL)
        before = self.text[left:start]
        if wished(self.text, left, start, end, right) or self._asked(left, start):
            return True
        attracts = _ATTRACTS.search(self.text, left, right)
        if attracts and not BRINGS.search(self.text, left, right):
            return True
        if ahead(self.text, left, start, end, right):
            return True
        lack = list(_LACK.finditer(before))
        if lack and not re.search(r"\b(?:only|nur|seulement|solo|sólo)\b", before[lack[-1].start() :]):
            return True
        taken_up = _ASK.search(self.text, left, start) and _TAKEN_UP.search(self.text, start)
        return not taken_up and self._theirs_by_word(start, left, right)

    def _asked(self, left: int, start: int) -> bool:
        """Whether the clause says before ``start`` that they ask for what follows, and nobody else speaks since."""
        asks = list(_ASK.finditer(self.text, left, start))
        if asks and _TAKEN_UP.search(self.text, start):
            return False
        return bool(asks) and not any(asks[-1].end() <= one < start for one, _ in self._me)

    def _theirs_by_word(self, start: int, left: int, right: int) -> bool:
        you = [(one, two) for one, two in self._you if left <= one and two <= start]
        me = [(one, two) for one, two in self._me if left <= one and two <= start]
        if you and (not me or (you[-1][0] > me[-1][0] and len(self.text[you[-1][1] : start].split()) <= 4)):
            return True
        if you or me:
            return False
        inside_me = any(left <= one < right for one, _ in self._me)
        inside_you = (
            any(left <= one < right for one, _ in self._you) or _SPOKEN_TO.search(self.text, left, right) is not None
        )
        return inside_you and not inside_me

    def before_me(self, end: int) -> bool:
        """Whether the clause around ``end`` says "I" only behind what it says of a subject ("sixty people are more than
        my eighteen", "… projects in which I")."""
        left, right = self.clause(max(end - 1, 0))
        first = min((one for one, _ in self._me if left <= one < right), default=-1)
        return first > end and _SUBJECT_OF.search(self.text, end, first) is not None

    def unclaimed(self, start: int) -> bool:
        """Whether the clause there says neither "I" nor "my", in a letter."""
        if not self.letter:
            return False
        left, right = self.clause(start)
        if any(left <= one < right for one, _ in self._me):
            return False
        return not (_GOES_ON.match(self.text, right) and not any(left <= one < right for one, _ in self._you))
