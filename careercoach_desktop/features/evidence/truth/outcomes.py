"""Results told in words, without a figure: on time, under budget, sold out, praised, gone down, and what came of it.

Evidence must tell a result of the same kind, in the entry it is told of; what something "led to" must be said there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.claimed import VAGUE
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import is_content, shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_KINDS = {
    "in time": re.compile(
        r"\b(?:on time|in time\b(?! for)|on schedule|(?:ahead of|before) (?:the )?(?:schedule|time|plan|deadline)|"
        r"(?:days?|weeks?|months?) early|early(?= ?[.,;]|$)|to (?:the )?deadline|by the deadline|"
        r"termingerecht\w*|fristgerecht\w*|termintreu\w*|rechtzeitig|pünktlich\w*|im zeitplan|vorzeitig\w*|"
        r"vor (?:dem )?(?:termin|plan|zeitplan)|(?:tage|wochen|monate) (?:früher|vor)|"
        r"dans les (?:délais|temps)|à temps|en avance|avant (?:la date|l['’]échéance|terme)|dans le délai|"
        r"(?:jours|semaines|mois) (?:plus tôt|avant|d['’]avance)|d['’]avance|avant la date|"
        r"a tiempo|en (?:el )?plazo|dentro del? (?:los )?plazos?|antes de (?:lo previsto|tiempo|plazo)|puntualmente|"
        r"(?:días|semanas|meses) (?:antes|de (?:antelación|adelanto))|(?:días|semanas|meses|weeks|days) (?:ahead|"
        r"in advance)|"
        r"(?:tage|wochen|monate)n? (?:eher|vorsprung))\b",
        re.IGNORECASE,
    ),
    "within budget": re.compile(
        r"\b(?:(?:under|below|within|on|in|to) (?:the )?budget|under (?:the )?(?:planned )?costs?|"
        r"(?:im|unter(?:halb)?|unter dem|innerhalb des|im rahmen des)\s(?:geplanten )?(?:budget|kosten)\w*|"
        r"kostenrahmen|budgettreu\w*|budgetgerecht\w*|(?:dans|sous|en dessous d[ue]|en respectant|"
        r"dans le respect d[ue]) "
        r"(?:le )?budget|budget (?:tenu|respecté|maîtrisé)|(?:dentro del?|por debajo del?|sin superar el) presupuesto|"
        r"presupuesto (?:respetado|cumplido))\b",
        re.IGNORECASE,
    ),
    "saved": re.compile(
        r"\b(?:sav(?:ed|es|ing|ings)(?! (?:the )?(?:date|lives?))|(?:ein)?gespart\w*|(?:ein)?spar(?:t|te|ten|en)|"
        r"einsparung\w*|ersparnis\w*|économis\w+|économies?|épargn\w+|ahorr\w+)\b",
        re.IGNORECASE,
    ),
    "sold out": re.compile(
        r"\b(?:sold[- ]out|sell[- ]out|fully booked|booked (?:out|up|solid)|at full capacity|oversubscribed|"
        r"waiting list|"
        r"ausverkauft\w*|ausgebucht\w*|vollbelegt|voll belegt|warteliste|"
        r"(?:affich\w+|à guichets?) (?:complet|fermés?)|liste d['’]attente|"
        r"agotad[oa]s?|todo vendido|lleno (?:total|absoluto)|lista de espera)\b",
        re.IGNORECASE,
    ),
    "adopted": re.compile(
        r"\b(?:(?:now|since|later|then|been) (?:used|adopted|taken up|copied|in use) (?:by|across|in|at|throughout)|"
        r"adopted (?:by|across|at|throughout|company)|(?:became|become|is now|set) the (?:\w+ )?standard|"
        r"(?:heute|inzwischen|seither|mittlerweile|später) (?:von|in|an) (?:allen|der ganzen|anderen|mehreren|zwei|"
        r"drei)|"
        r"(?:inzwischen|mittlerweile|seither|heute)\b[^.;]{0,50}\b(?:übernommen|genutzt|verwendet|eingesetzt)|"
        r"(?:wurde|ist|zum) (?:\w+ )?standard|(?:repris|adopt|généralis|étendu)\w* (?:par|à|dans)|"
        r"(?:devenu|est) la norme|(?:adoptad|extendid|copiad)[oa]s? (?:por|a|en)|se (?:adoptó|extendió|copió))\b",
        re.IGNORECASE,
    ),
    "praised": re.compile(
        r"\b(?:prais(?:ed|e)|commended|complimented|applauded|acclaimed|(?:excellent|outstanding|positive|great|"
        r"glowing|"
        r"enthusiastic|top|very good) (?:feedback|reviews?|ratings?|reception)|to (?:great|wide) acclaim|"
        r"(?:very|fully|highly|extremely) (?:satisfied|happy with|pleased with)|"
        r"(?:pleinement|très|entièrement) satisfait\w*|(?:sehr|äußerst|vollauf|rundum) zufrieden\w*|"
        r"(?:muy|plenamente|totalmente) satisfech\w+|"
        r"gelobt\w*|lob|(?:sehr gute|beste|positive|hervorragende|begeisterte) (?:rückmeldung|bewertung|kritik|"
        r"resonanz)"
        r"\w*|zur (?:vollsten |vollen )?zufriedenheit|félicit\w+|salué\w*|élog\w+|"
        r"(?:excellents?|très bons?) (?:retours?|avis)|à la satisfaction|elogi\w+|felicitad\w*|felicitaciones|"
        r"alabad\w*|"
        r"(?:excelentes?|muy buenas?) (?:valoraci\w+|críticas?|opini\w+)|a plena satisfacción)\b",
        re.IGNORECASE,
    ),
}
_CHANGED = re.compile(
    r"\b(?:(?:went|go(?:ne|es)?|came|come|coming|going) (?:up|down)|(?:increas|decreas|improv|reduc)(?:ed|ing)|rose|"
    r"risen|"
    r"fell|fallen|dropped|halved|doubled|tripled|grew|grown|shrank|lowered|shortened|faster|fewer|"
    r"(?:ging|gingen|geht|gehen|gegangen)\b[^.;]{0,60}\bzurück|zurückgegangen|zurückging(?:en)?|rückgang|"
    r"(?:sank|sanken|gesunken|stieg|stiegen|gestiegen|wuchs|gewachsen|verbesserte\w*|verbessert|gesteigert|gesenkt|"
    r"erhöht|reduziert|verringert|verkürzt|halbiert|verdoppelt)|"
    r"(?:baiss|diminu|augment|progress|amélior|rédui|doubl|tripl|raccourc|accélér)(?:é\w*|ée?s?|t|te|i|ie|er|ant|ait)|"
    r"en (?:forte |nette )?(?:hausse|baisse)|(?:duplic|triplic)(?:ó|é|aron|ando)|"
    r"(?:reduj|aument|mejor|baj|creci|disminuy|acort)"
    r"(?:o|ó|é|eron|aron|ado|ada|ados|adas|ando|endo|ido|ida)|reducid[oa]s?|subi(?:ó|eron|do))\b",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"\b(?:led to|leading to|result(?:ed|ing) in|which (?:forced|led|caused|made|allowed|enabled|meant|earned|won)|"
    r"forc(?:ed|ing)|(?:thereby|thus) \w+ing|prompt(?:ed|ing)|trigger(?:ed|ing)|enabl(?:ed|ing)|"
    r"was dazu führte|führte(?:n)? (?:dazu|zu)|wodurch|zur folge|bewirkte\w*|ermöglichte\w*|sodass|so dass|"
    r"(?:ce )?qui (?:a|ont) (?:permis|conduit|entraîné|obligé|mené|abouti|forcé|évité)|(?:a|ont) (?:permis de|"
    r"conduit à|entraîné|abouti à)|permettant|entraînant|"
    r"(?:lo )?que (?:obligó|permitió|provocó|llevó|supuso|forzó|evitó|logró|hizo)|dio lugar a|permitiendo|"
    r"logrando|consiguiendo|provocando)\b",
    re.IGNORECASE,
)
_DONE_WITH = re.compile(
    r"\b(?:deliver\w*|complet\w*|finish\w*|hand(?:ed|ing) over|open(?:ed|ing)|built|launch\w*|ship\w*|met|meet|came in|"
    r"kept|stayed|brought|project|fertig\w*|abgeschlossen\w*|abschluss|überg(?:eben|abe)|geliefert\w*|lieferung|"
    r"eröffne\w*|eingehalten|umgesetzt|projekt\w*|livr\w+|termin\w+|achev\w+|ouver\w+|remis\w*|tenu\w*|projet|chantier|"
    r"entreg\w+|acabad\w+|finaliz\w+|inaugur\w+|proyecto|cumpl\w+)\b",
    re.IGNORECASE,
)
_NEEDS_A_DEED = frozenset({"in time", "within budget"})
_SETTLED = re.compile(
    r"\bfrom\b.{0,40}\bto\b|\bvon\b.{0,40}\bauf\b|\bde\b.{0,40}\b(?:à|a)\b|statt|instead|au lieu|→|before|previously|"
    r"zuvor|vorher|auparavant|antes",
    re.IGNORECASE,
)


def outcomes(said: Saying) -> Iterator[Found]:
    """Results of the sentence that no evidence of the same entry tells."""
    for name, pattern in _KINDS.items():
        for found in pattern.finditer(said.text):
            left, right = said.part(found.start())
            if name in _NEEDS_A_DEED and not _DONE_WITH.search(said.text, *said.voice.clause(found.start())):
                continue
            if not _passed_over(said, found):
                proof = [each for each in said.scope(found.start()) if pattern.search(each.quote.text)]
                yield _found(said.text[left:right].strip(" ,;.") or found[0], proof, found[0])
    yield from _changes(said)
    yield from _consequences(said)


def _passed_over(said: Saying, found: re.Match[str]) -> bool:
    return said.voice.theirs(found.start(), found.end())


def _found(text: str, proof: list[Fragment], words: str) -> Found:
    reason = "" if proof else f"Your evidence does not say “{words[:60]}”."
    return Found(ClaimKind.STATEMENT, text, tuple(proof[:1]), reason)


def _changes(said: Saying) -> Iterator[Found]:
    """ "The number of complaints went down": without a figure, some evidence must tell of a change of it."""
    for found in _CHANGED.finditer(said.text):
        left, right = said.part(found.start())
        if _passed_over(said, found) or _measured(said, left, right):
            continue
        changed = _stems_of(found[0])
        about = {
            word for word in _acted_on(said, found, left, right) - changed if word not in ROOTS and word not in _COUNTS
        }
        scope = said.scope(found.start())
        proof = [each for each in scope if _tells_change(each) and (not about or shared(about, each.content))]
        yield _found(said.text[left:right].strip(" ,;."), proof, found[0])


def _acted_on(said: Saying, found: re.Match[str], left: int, right: int) -> set[str]:
    """What changed: what follows the verb ("reduced the *calls*"), or stands before it ("*errors* fell")."""
    return {word for word in said.words_between(found.end(), right) if word not in VAGUE} or {
        word for word in said.words_between(left, right) if word not in VAGUE
    }


def _measured(said: Saying, left: int, right: int) -> bool:
    """Whether a figure says how much it was: "by 20", "from 9 to 4", a percentage. That figure is weighed itself."""
    return any(
        figure.unit == "%" or (left <= figure.start < right and _BY.search(said.text[: figure.start]))
        for figure in said.read.figures
    )


_BY = re.compile(
    r"\b(?:by|to|from|um|auf|von|de|à|a|en|of|sur|por|hasta|jusqu['’]à)\s(?:(?:over|about|some|nearly|almost|"
    r"more than|rund|"
    r"fast|über|mehr als|knapp|etwa|près de|plus de|environ|casi|más de|unos|el|un|une?|ein|eine[nm]?|a|the|only|"
    r"nur)\s)*"
    r"[€$£]?$",
    re.IGNORECASE,
)
_COUNTS = frozenset(stems("number numbers rate level zahl anzahl quote niveau nombre taux número tasa cifra nivel"))


def _stems_of(text: str) -> set[str]:
    return set(stems(text))


def _tells_change(each: Fragment) -> bool:
    return (
        _CHANGED.search(each.quote.text) is not None
        or _KINDS["saved"].search(each.quote.text) is not None
        or (len(each.figures) > 1 and _SETTLED.search(each.quote.text) is not None)
        or any(figure.unit == "%" for figure in each.figures)
    )


def _consequences(said: Saying) -> Iterator[Found]:
    """What something is said to have led to: half of its words must stand in the evidence of that entry."""
    for found in _LED_TO.finditer(said.text):
        _, right = said.part(found.end())
        words = {word for word in said.words_between(found.end(), right) if is_content(word)}
        if _passed_over(said, found) or len(words) < 2:
            continue
        known = {word for each in said.scope(found.start()) for word in each.content}
        proof = said.scope(found.start())[:1] if shared(words, known) * 2 >= len(words) else []
        yield _found(said.text[found.start() : right].strip(" ,;."), proof, said.text[found.start() : right].strip())
