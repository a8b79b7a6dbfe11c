"""What a sentence only wishes for or imagines: a post applied for, a step to come, a thing that would be new."""

from __future__ import annotations

import re

WISH = re.compile(
    r"\b(?:would (?:like|love|be (?:glad|happy|delighted|pleased)|welcome|relish|enjoy)|wants? to|wish(?:es)? to|eager|"
    r"keen|hop(?:e|es|ing)\b|look(?:s|ing)? forward|(?:now )?looking to|looking for|ready (?:to|for)|aspir\w+|ambition|"
    r"goal is|seek(?:s|ing)?\b(?! out)|grow into|move into|step up|next step|"
    r"excit\w+|interested in|interest in|attract\w*|appeal\w*|curious|learn(?:ing)?\b(?! from)|"
    r"plan to|intend to|aims? to|aiming|apply(?:ing)? (?:for|to)|application (?:for|to)|apply as|applicant for|"
    r"read that|i read|leo (?=que|en (?:su|el anuncio|la oferta|vuestr)|con (?:interés|gusto|atención))|"
    r"he leído|leí|je lis(?= (?:que|dans|avec intérêt))|j['’]ai lu|ich lese(?= (?:dass|in Ihr|mit interesse))|"
    r"möchte\w*|würde|gerne?|freue|freuen|reizt|interessier\w+|lernen|einarbeiten in|bewerbe|bewerbung|strebe?t?\b|"
    r"neugierig|hoffe|wünsch\w+|anstreb\w+|suche?t? (?:ein\w*|neue\w*|nach)|auf der suche|bereit (?:für|zu)|"
    r"nächste[rn]? schritt|künftig|zukünftig|"
    r"gelesen|spannend|begeistert mich|"
    r"souhait\w+|aimerai(?:s|t)|voudrai(?:s|t)|envie|hâte|intéress\w+|attire\w*|apprendre|postul\w+|candidat(?:e|ure)?|"
    r"serai(?:s|t)|désir\w+|cherche (?:à|une?|l[ea])\b|à la recherche d|prêt[e]? à|ambitionn\w+|aspire|prochaine étape|"
    r"espèr\w+|séduit|"
    r"gustaría|quisiera|quier[oe]\b|ilusion\w*|ilusión|deseo|desea|aprender|interesa\w*|candidatura|"
    r"solicit\w+ (?:el|la)|optar|opto|aspir[oa]r?|busc[oa]\b|dar el (?:salto|paso)|próximo paso|siguiente paso|"
    r"anhel\w+|presentarme|"
    r"encantaría|atrae|motiva)\b",
    re.IGNORECASE,
)
"""What follows is wished for."""
GOAL = re.compile(
    r"\b(?:would (?:like|love) to|wants? to|wish(?:es)? to|eager|keen to|hop(?:e|es|ing) to|(?:now )?looking to|"
    r"ready to|aspir\w+|seek(?:s|ing) (?:a|an|to)\b|aims? to|aiming|next step|"
    r"möchte\w*|strebt? |anstreb\w+|sucht? (?:ein\w*|neue\w*|nach)|auf der suche|bereit für|nächste[rn]? schritt|"
    r"souhait\w+|aimerai(?:s|t)|voudrai(?:s|t)|désir\w+|cherche (?:à|une?|l[ea])\b|à la recherche d|prêt[e]? à|"
    r"ambitionn\w+|aspire|"
    r"gustaría|quisiera|quier[oe]\b|deseo|desea|busc[oa]\b|aspir[oa]\b|dispuest[oa] a)",
    re.IGNORECASE,
)
"""The same in a résumé's summary, where only the plainest words for it count."""
BRINGS = re.compile(
    r"\b(?:bring\w*|offer\w*|contribut\w+|einbring\w*|einzubringen|bringe|mitbring\w*|apport\w+|aport\w+|mettre|mets|"
    r"profit|"
    r"my (?:\w+ )?(?:experience|background|knowledge|skills)|meine[nr]? (?:\w+ )?(?:erfahrung\w*|kenntnisse)|"
    r"mon expérience|mes compétences|ma maîtrise|mi experiencia|mis conocimientos|poner)\b",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"(?:(?!\bund\b|[,.;]).)*?\b(?:einbring\w*|einzubringen|mitbring\w*|mitzubringen|beitragen|beizutragen|anbieten|"
    r"bieten)\b",
    re.IGNORECASE,
)
"""German names what is brought before it says that it is."""
_DONE = re.compile(
    r"\b(?:experience|background|years?|worked|served|trained|was|been|having|after|since|"
    r"erfahrung\w*|jahren?|gearbeitet|tätig|war|nach|seit|"
    r"expérience|ans|années|travaillé|étais|après|depuis|ancienne?|"
    r"experiencia|años|trabajado|fui|era|tras|desde|haber)\b(?:\s[\w’'-]+){0,6}\s?$",
    re.IGNORECASE,
)


def wished(text: str, left: int, start: int, end: int, right: int, wish: re.Pattern[str] = WISH) -> bool:
    """Whether what stands at ``start`` to ``end`` of the clause from ``left`` to ``right`` is wished for, and not
    offered by the one who wishes."""
    found = list(wish.finditer(text, left, start))
    if not found:
        return _WISHED_LAST.match(text, end) is not None and _AS.search(text[left:start]) is not None
    brings = any(each.start() < start for each in BRINGS.finditer(text, found[-1].start(), right))
    return not brings and _BROUGHT.match(text[end:right]) is None


def post_wished(text: str, start: int) -> bool:
    """Whether a title stands behind a wish, with nothing between them that somebody has done."""
    before = text[:start]
    found = list(WISH.finditer(before))
    if found:
        return _DONE.search(before[found[-1].end() :]) is None
    return (
        _WISHED_LAST.match(text, start) is not None and re.search(r"\b(?:als|zur|zum)\s(?:\w+\s)?$", before) is not None
    )


_AS = re.compile(r"\b(?:als|zur|zum)\s[^,;.]*$")
_WISHED_LAST = re.compile(
    r"(?:(?!\b(?:und|war|bin|ist|habe|arbeite|tätig|seit)\b)[^,;.]){0,110}?\b(?:möchten?|will|wollen|anstreb\w*|bewerb\w*|bewirbt|wünsch\w*|"
    r"(?:ein|auf|um)steigen würde|würde)(?=\s?[.,;]|$)",
    re.IGNORECASE,
)
"""German tells the wish last: “als Leiterin der Klinik den nächsten Schritt gehen *möchte*”."""


_LACK_AFTER = re.compile(
    r"^[^;.]{0,60}?(?:"
    r"\b(?:not yet|not at all|isn['’]t|aren['’]t|(?:is|are|was|were) not|(?:is|are) (?:still )?(?:new|unfamiliar|"
    r"ahead of)|"
    r"fehl(?:t|en|te|ten)\b|me faltan?|me manqu\w+|(?:is|are) missing|"
    r"(?:I )?(?:have|had) (?:not|never)|I (?:do not|don['’]t|lack)|"
    r"nicht(?! nur)|noch kein\w*|kein\w* (?:habe|besitze|Teil)|(?:ist|sind) (?:für )?(?:mich )?(?:noch )?(?:neu|"
    r"fremd|unbekannt|neuland)|"
    r"(?:m['’]est|me sont|m['’]étai\w+) (?:encore )?(?:inconnue?s?|étrang\w+)|(?:est|"
    r"sont) (?:encore )?(?:une? )?(?:nouve\w+|inconnu\w*)|"
    r"(?:ne|n['’])\s?\w+ (?:\w+ )?(?:pas|jamais|encore)|pas encore|"
    r"(?:todavía|aún) no|no (?:lo|la|los|las|me|he|es|son|forma|figura|tengo|conozco)|(?:es|"
    r"son) (?:algo )?nuev[oa]s?|(?:me|nos) (?:es|son) nuev|"
    r"solo de (?:leer|oídas)|solo por (?:cursos|lecturas)|desconozco|(?:bisher|bislang) nur|"
    r"(?:nur )?aus (?:der |dem |den |meinem )?(?:kursen|büchern|literatur|theorie|lektüre|fachpresse|hörensagen)|"
    r"(?:only )?from (?:the )?(?:courses|books|reading|a course|literature|theory)|only (?:in theory|by name)|"
    r"nur dem namen nach|vom hörensagen|que de nom|solo de nombre|"
    r"(?:par|que par|de) (?:la |les )?(?:lectures?|littérature|livres|théorie)|"
    r"(?:por|de) (?:la |los )?(?:literatura|libros|lecturas|bibliografía|teoría)|"
    r"(?:m['’]est|me sont) (?:encore )?(?:peu|moins) famili\w+|que de loin)\b)",
    re.IGNORECASE,
)
"""What says of the thing before it that it is not there, or would be new."""
_COMMENT = re.compile(
    r"\s?(?:[\w’']+ ){0,3}?(?:easy|simple|useless|unimportant|wasted|in vain|enough|just|only|always|without|alone|"
    r"leicht|einfach|immer|selbstverständlich|unwichtig|unnütz|umsonst|ohne|nur|allein|zuletzt|"
    r"inutil\w*|facile\w*|simple\w*|sans|seulement|toujours|évident\w*|négligeable|"
    r"fácil\w*|sencill\w+|inútil\w*|solo|sólo|siempre|en vano|baladí)\b",
    re.IGNORECASE,
)
"""“…, which was not easy” says how it was, not that it was not."""
_IMAGINED = re.compile(
    r"^(?:(?!\b(?:I|ich|je|j['’]|yo|so|that|donc|dass|que|qui|also)\b)[^,;.]){0,60}?\b(?:would (?:all |both |"
    r"certainly )?be\b"
    r"(?! (?:able|useful|helpful|what))|wären?\b(?! ich| wir)|serai(?:en)?t\b|serían?\b)",
    re.IGNORECASE,
)
"""“Leading eight people would be a first”: the conditional tells no fact."""
_WITH = re.compile(
    r"^\W*(?:with|thanks to|after|having|given|mit|dank|nach|durch|avec|grâce|après|fort|con|gracias|tras|después)\b",
    re.IGNORECASE,
)
"""“With ten years of …, I would be”: that is told as a fact."""
_AHEAD = re.compile(
    r"^\s(?:is|are|ist|sind|est|sont|es|son|will be|wird)\s[^,.;]{0,30}?\b(?:next|goal|plan|nächst\w*|ziel|prochaine?|"
    r"objectif|siguiente|próxim[oa]|objetivo|would (?:like|love)|möchte|aimerais|souhaite|gustaría|quisiera)\b|"
    r"^\s(?:möchte|würde|will|werde)\sich\b",
    re.IGNORECASE,
)
"""“X is the next course I would like to take”."""
_NEW_TOO = re.compile(
    r"\b(?:new (?:to|for) me|a first for me|unfamiliar|neu für mich|mir (?:neu|fremd)|neuland|nouveau pour moi|"
    r"une (?:première|nouveauté)|nuev[oa] para mí|un paso nuevo)[\s,]+(?:just |genau|tout |al )?(?:as|like|so|"
    r"and so|ebenso|genauso|wie|comme|igual|como|et|y|und|and)\b",
    re.IGNORECASE,
)
"""“X would be new to me, just as …”: what follows is new too."""
_NOT_THIS = re.compile(
    r"\b(?:not|nicht|pas|no|rather than|statt|plutôt que|en lugar de)\s(?:(?:one|eine[nms]?|un|une?|uno|una|just|at|"
    r"for|in|with|mit|bei|für|à|en|con|de) )?(?:(?:of|de|von|d['’]) ?)?(?:a |an |the |die |der |das |les |los |las |"
    r"la |"
    r"le |el )?[€$£]?\s?$",
    re.IGNORECASE,
)
"""“not one of five million”."""


def ahead(text: str, left: int, start: int, end: int, right: int) -> bool:
    """Whether the clause says of what stands there that it is lacking, new or still to come."""
    lack = _LACK_AFTER.match(text[end:right])
    if lack is not None and not _COMMENT.match(text[end + lack.end() : right]):
        return True
    if _AHEAD.match(text[end:right]):
        return True
    if _IMAGINED.match(text[end:right]) and not _WITH.match(text[left:end]):
        return True
    return _NOT_THIS.search(text[left:start]) is not None or _NEW_TOO.search(text[:start]) is not None
