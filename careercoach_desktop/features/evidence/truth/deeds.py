"""Deeds that nothing in evidence speaks of: "I organised *the move to the new building*", "I *recruited* the pickers".

Only clauses in which the person tells what they did. Wishes, denials, feelings and what is told of the employer are no
deeds. Either something of what was acted on stands in the evidence, or the deed is invented; and a deed that is of one
kind only (recruiting, selling, teaching, speaking in public) must stand there as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.claimed import VAGUE, within
from careercoach_desktop.features.evidence.truth.doing import DONE, HELPED, LED, clauses_of
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import content_words
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.degrees import degrees_in
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

_FAMILIES = (
    (
        re.compile(
            r"\b(?:recruited|hired|rekrutiert|eingestellt(?= )|recruté|embauché|contraté|recluté)\b", re.IGNORECASE
        ),
        re.compile(
            r"recruit|hir(?:ed|ing)|interview|einstell|rekrut|personalaus|bewerb|recrut|embauch|contrat|selecc|reclut",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:sold|verkauft|vendu|vendí)\b", re.IGNORECASE),
        re.compile(
            r"s[eo]l[dl]|sales|verk[aä]uf|vertrieb|umsatz|vend|vente|commerc|ventas|retail|shop|laden|kasse|tienda|"
            r"caisse",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:taught(?! me)|lectured|gave (?:\w+ )?(?:classes|lectures|lessons)|unterrichtet\w*|enseigné|"
            r"(?:animé|donné) des cours|impartí\w*|enseñé|di clases)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"t(?:each|aught)|train|course|lectur|class|workshop|tutor|mentor|coach|talk|onboard|school|schul|"
            r"unterricht|lehr|kurs|"
            r"einarbeit|anleit|ausbild|nachhilfe|form[aeé]|enseign|cours|atelier|profess|accompagn|encadr|initi|enseñ|"
            r"impart|taller|clase|charla|tutor|curso|docen|maestr",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(
            r"\b(?:(?:spoke|presented|talk) (?:\w+ ){0,4}(?:conference|congress|fair)\w*|(?:vortrag|vorträge|tagung|"
            r"kongress)\w*|"
            r"congrès|colloque\w*|congreso\w*|ponencia\w*)",
            re.IGNORECASE,
        ),
        re.compile(
            r"confer|congress|talk|present|poster|vortr|tagung|kongress|präsent|congr|colloque|présent|ponenc|charla",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:published|veröffentlicht\w*|publié\w*|publiqué)\b", re.IGNORECASE),
        re.compile(
            r"publi|veröffentl|paper|article|artikel|artículo|journal|zeitschrift|review|book|buch|livre|libro",
            re.IGNORECASE,
        ),
    ),
    (
        re.compile(r"\b(?:translated|übersetzt\w*|traduit\w*|traduje)\b", re.IGNORECASE),
        re.compile(r"translat|übersetz|dolmetsch|interpret|tradu|interpr", re.IGNORECASE),
    ),
)
"""Deeds of one kind only, and how evidence may speak of them in four languages."""
_DOES = re.compile(
    rf"(?:{DONE.pattern})|(?:{LED.pattern})|"
    r"\b(?:started|opened|managed|moved|installed|repaired|trained|recruited|hired|sold|bought|made|"
    r"installiert\w*|repariert\w*|geschult\w*|gegründet|eröffnet\w*|renoviert\w*|gekauft|"
    r"ouvert|formé|installé|réparé|acheté|animé|dirigé|géré|monté|"
    r"I (?:manage|run|build|design|develop|handle|oversee|negotiate|plan|write|train)|negotiated|approved|"
    r"betreue|verantworte|verhandle|programmiere|entwickle|plane|erstelle|leite|berate|prüfe|schule|verkaufe|"
    r"ausgehandelt|verhandelt|"
    r"(?:gère|conçois|développe|anime|négocie|rédige|pilote|prépare|négocié)|"
    r"(?:gestiono|negocio|programo|diseño|desarrollo|imparto|redacto|superviso|negocié|redacté)|"
    r"verwalte|organisiere|koordiniere|plane|schule|berate|arbeite (?:eng|zusammen)|gestalte|entwickle|baue|"
    r"gère|anime|encadre|conduis|organise|rédige|forme|négocie|supervise|conduit|"
    r"coordino|gestiono|dirijo|negocio|superviso|organizo|diseño|redacto|"
    r"abrí|formé|instalé|reparé|compré|dirigí|gestioné|programé|presenté|mejoré|impartí|coordiné)\b",
    re.IGNORECASE,
)
_MOOD = re.compile(
    r"\b(?:will|won['’]t|would|cannot|could|can|might|want|hope|wish|if|enjoy\w*|like|love|learn\w*|"
    r"know|think|believe|feel|decided to|"
    r"allow(?:s|ed)? me|enabl(?:es?|ed) me|lets? me|helps? me|erlaub\w*|ermöglich\w*|permet\w*|permit\w*|"
    r"werde|würde|könnte|kann|möchte|will|wenn|gern|lern\w*|weiß|glaube|finde|liebe|mag|freu\w*|"
    r"pourrai\w*|voudrai\w*|aimerai\w*|veux|peux|aime|appri\w*|appren\w*|sais|crois|pense|souhait\w*|si|"
    r"podría|quiero|quisiera|gustaría|puedo|gusta|aprend\w*|sé|creo|si)\b",
    re.IGNORECASE,
)


_PASSED_OVER = re.compile(
    r"\b(?:j['’]en|j['’]y|davon|dazu|daran|them|this|these|such|it|how|that|whether|diese\w*|solche\w*|wie|ob|cette|cet|ces|comment|combien|esta|este|"
    r"estos|estas|"
    r"cómo|eso|esto)\b",
    re.IGNORECASE,
)
"""What points back to a sentence before, or tells how something was, names no new thing."""
_SCHOOL = re.compile(
    r"\b(?:degree|graduat\w*|diploma|certificate|grad[eo]|graduad[oa]|titulad[oa]|licenciad[oa]|mention|diplôm\w*|"
    r"cap|bts|bac|"
    r"abschluss|abgeschlossen|ausbildung|studium|prüfung|exam\w*|course|kurs|curso|formation|school|schule|école|"
    r"escuela)\b",
    re.IGNORECASE,
)
"""What was learnt is weighed as a degree or a certificate."""


def deeds(said: Saying) -> Iterator[Found]:
    """Every clause that tells a deed of which evidence has neither the thing nor, where it is of one kind, the deed."""
    if not said.at.is_bullet and not (said.at.is_letter and said.voice.speaks_of_me):
        return
    for left, right in clauses_of(said):
        found = _DOES.search(said.text, left, right)
        if found is None or _PASSED_OVER.search(said.text, left, right) or degrees_in(said.text[left:right]):
            continue
        if (
            HELPED.search(said.text, left, right)
            or _SCHOOL.search(said.text, left, right)
            or said.voice.theirs(found.start(), found.end())
        ):
            continue
        if said.at.is_letter and (said.voice.unclaimed(found.start()) or _MOOD.search(said.text, left, right)):
            continue
        text = said.text[left:right].strip(" ,;.")
        if not _thing_known(said, left, right, found):
            yield Found(ClaimKind.STATEMENT, text, (), "Nothing in your evidence speaks of this.")
    for deed, evidence in _FAMILIES:
        for found in deed.finditer(said.text):
            if said.voice.theirs(found.start(), found.end()) or _MOOD.search(said.text, *said.part(found.start())):
                continue
            scope = said.scope(found.start())
            if "ubli" in found[0] and said.evidence.resume.publications:
                continue
            if not any(evidence.search(each.quote.text) for each in scope):
                yield Found(ClaimKind.STATEMENT, found[0], (), f"Your evidence does not say “{found[0]}”.")


def _thing_known(said: Saying, left: int, right: int, deed: re.Match[str]) -> bool:
    """Whether anything that was acted on stands in the evidence that may prove it; true where nothing is named."""
    verb = content_words(tokenize(deed[0]))
    things = {
        word
        for word in said.words_between(left, right) - verb - said.name_words
        if word not in ROOTS and word not in VAGUE and len(word) > 2
    }
    whole = right - left >= len(said.text.strip(" .")) - 2
    foreign = said.language != said.evidence.resume.language
    if len(things) < (3 if foreign else 1 if whole else 2):
        return True
    scope = said.scope(left)
    figures = [figure for figure in said.read.figures if left <= figure.start < right]
    if any(figure.agrees(other) for figure in figures for each in scope for other in each.figures):
        return True
    if any(left <= place < right for place, _ in said.named):  # where somebody was: what was done there may be one word
        things |= {word for word in said.words_between(left, right) - verb - said.name_words if word in ROOTS}
    return any(each.content.like(word) for each in scope for word in things) or any(
        within(word, other) for each in scope for word in things for other in each.content
    )
