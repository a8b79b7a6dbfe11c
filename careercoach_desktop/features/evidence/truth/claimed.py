"""What somebody says to know, to have done for long, or to answer for, in words no list of skills has.

"At home in *customs handling*", "my practice of *life-cycle analysis*", "responsible for *the ward's budget*": what
follows such words must be something evidence speaks of, in whatever words and language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wishes import WISH
from careercoach_desktop.features.evidence.truth.wording import is_content, shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.skills import Hit
from careercoach_desktop.features.evidence.vocabulary.tokens import stems

_KNOWS = re.compile(
    r"\b(?:(?:skilled|experienced|proficient|versed|trained|specialis(?:ed|ing)|specializ(?:ed|ing)|expert|qualified|"
    r"practised|at home) (?:in|with|at)|(?:experience|expertise|background|track record|knowledge|practice|command|"
    r"mastery|skills) (?:in|with|of)|(?:I|we) (?:have |also |regularly |often )*(?:used|use|master)|mastering|"
    r"maîtris(?:e|ant|ons)(?= (?:le|la|les|l['’]|R\b|[A-Z]))|beherrsch(?:e|t|end)|dominando|manejando|"
    r"(?:erfahren|versiert|geübt|bewandert|spezialisiert|zu hause|geschult|ausgebildet|sattelfest) (?:in|im|auf|mit)|"
    r"(?:erfahrung(?:en)?|expertise|routine|praxis|kenntnisse|know-how|fachwissen|schwerpunkt) (?:in|im|mit|auf)|"
    r"(?:expérimentée?|spécialisée?|formée?|experte?|rompue?|aguerrie?) (?:en|dans|à|aux?)|"
    r"(?:expérience|expertise|pratique|maîtrise|connaissances?|savoir-faire|compétences?) (?:de|du|des|d['’]|en|dans)|"
    r"(?:experimentad[oa]|especializad[oa]|formad[oa]|expert[oa]|versad[oa]) (?:en|con)|"
    r"(?:experiencia|dominio|manejo|conocimientos?|práctica|especialidad) (?:de|del|en|con))\s+"
    r"(?:(?:the|a|an|my|der|die|das|den|dem|la|le|les|los|las|el|un|una|une)\s|l['’])*",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:responsible|accountable|in charge|responsibility|solely responsible) (?:for|of)|"
    r"(?:verantwortlich|zuständig|verantwortung|zuständigkeit) (?:für|über)|(?:verantwort(?:e|et|ete|eten))|"
    r"(?:responsables?|responsabilité|en charge|chargée?) (?:de|du|des|d['’])|"
    r"(?:responsables?|responsabilidad|encargad[oa]s?|a cargo|cargo) (?:de|del|sobre))\s+"
    r"(?:(?:the|a|an|my|our|all|der|die|das|den|dem|la|le|les|los|las|el|un|una|une|mon|ma|mi)\s|l['’])*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[.;:!?()–—]|,\s+(?:and|which|who|that|where|as|I|und|die|der|das|was|wo|et|qui|que|ce|je|y|que|lo|donde)\b|"
    r"\b(?:looking|seeking|wanting|wishing|suchend|cherchant|buscando|which|that|who|where|while|because|since|when|"
    r"from|at|as well as|to|for|after|before|in order|so|"
    r"bei|seit|aus|wobei|weil|sowie|"
    r"qui|que|où|chez|depuis|pour|afin|ainsi|lorsque|"
    r"que|donde|desde|para|cuando|así)\b|\d",
    re.IGNORECASE,
)
_ITEMS = re.compile(r",|\b(?:and|or|und|oder|et|ou|y|e|o|&)\b", re.IGNORECASE)
VAGUE = frozenset(
    stems(
        """work works working job jobs role roles field fields area areas sector industry team teams people way ways
        years year career things thing tasks task duties whole range variety kind kinds environment environments
        methods method practice skills tools tool everyday daily life world business professional hands-on solid
        strong deep broad wide proven long-standing own every same similar this these such many several different
        various
        anwender anwenderinnen anwendern kunden kundinnen menschen kollegen kolleginnen users customers colleagues
        clients
    personas clientes compañeros compañeras usuarios collègues clients usagers
    arbeit beruf bereich bereiche bereichen branche gebiet feld umgang alltag team teams menschen jahre leben
        aufgaben tätigkeit praxis werkzeuge methoden umfeld eigene ganze verschiedene viele mehrere diese
        first last month months day days week weeks time times new same part one two since then later before after
        together
    myself today now again also further still most often regularly
    neue neuen neuer erste ersten tag tage woche wochen monat monate zeit seither heute inzwischen dabei selbst deutlich
    zusammen später vorher oft regelmäßig
    nouveau nouvelle premier première jour jours semaine mois temps aujourd'hui ensuite depuis souvent ensemble moi-même
    nuevo nueva primer primera día días semana mes meses tiempo hoy luego después siempre misma juntos
    travail métier domaine secteur équipe équipes gens années poste tâches terrain quotidien outils méthodes
        même plusieurs différents cette ces
        industria industrie industries production producción services service servicios dienstleistung
    partie volet aspect aspects part side parte partes aspecto aspectos teil teile anteil seite
    trabajo oficio ámbito sector equipo equipos gente años puesto tareas campo día herramientas métodos mismo
        varios distintas esta estos"""
    )
)


def claimed(said: Saying) -> Iterator[Found]:
    """Each thing said to be known or answered for, of which evidence says nothing."""
    for pattern, kind in ((_KNOWS, ClaimKind.SKILL), (_ANSWERS, ClaimKind.STATEMENT)):
        for found in pattern.finditer(said.text):
            if said.voice.theirs(found.start(), found.end()):
                continue
            end = _end(said.text, found.end())
            for left, right in _items(said.text, found.end(), end):
                if (one := _judged(said, kind, left, right)) is not None:
                    yield one


_ANEW = re.compile(
    r"\s*(?:\w+(?:ed|ad[oa]s?|id[oa]s?|ées?|iert))\s(?:in|en|by|with|con|por|mit|von|par|avec|for|since|desde)\b",
    re.IGNORECASE,
)
"""“trained in radio and *awarded in 2023*”: something else begins."""


def _end(text: str, start: int) -> int:
    found = _ENDS.search(text, start)
    return found.start() if found else len(text)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left = start
    for mark in _ITEMS.finditer(text, start, end):
        yield left, mark.start()
        left = mark.end()
        if _SOMEBODY.match(text, left):
            return
    yield left, end


_SOMEBODY = re.compile(
    r"\s*(?:an? |the |eine?r? |une? |l['’]|el |la |una? )?(?:co-?)?(?:authors?|holders?|winners?|members?|"
    r"graduates?|mentors?|owners?|"
    r"autor(?:in)?|inhaber(?:in)?|träger(?:in)?|preisträger(?:in)?|mitglied|absolvent(?:in)?|mentor(?:in)?|"
    r"auteure?|autrice|titulaire|lauréate?|membre|diplômée?|certifiée?|formatrice|formateur|mentore|tutrice|tuteur|"
    r"autor[a]?|titular|ganador[a]?|premiad[oa]|miembro|titulad[oa]|diplomad[oa]|certificad[oa]|formador[a]?|tutor[a]?)\b",
    re.IGNORECASE,
)
"""“Responsible for nine trials and *author* of an article”: that is what the person is."""


def _judged(said: Saying, kind: ClaimKind, left: int, right: int) -> Found | None:
    words = {word for word in said.words_between(left, right) if word not in VAGUE and is_content(word)}
    things = {word for word in words if word not in ROOTS}
    if _PARTICIPLE.match(said.text[left:right]):
        return None
    if WISH.match(said.text[left:].lstrip()) or _ANEW.match(said.text, left):
        return None
    if (
        not things
        or said.voice.theirs(left, right)
        or len(words) > 5
        or (kind is ClaimKind.SKILL and _is_covered(said, left, right))
    ):
        return None
    proof = _speaking_of(said, things, _head(said, left, right) if kind is ClaimKind.STATEMENT else "")
    text = said.text[left:right].strip()
    reason = "" if proof else f"Your evidence does not speak of “{text[:60]}”."
    return Found(kind, text, tuple(proof[:1]), reason)


_PARTICIPLE = re.compile(
    r"\s*\w+(?:ad[oa]s?|id[oa]s?|ée?s?|ed|ing|t)\s+(?:en|in|by|von|par|por|for|with|mit|con|avec|im)\b", re.IGNORECASE
)
"""“formada en la radio y premiada en 2023”: the next thing told, no second field."""


def _is_covered(said: Saying, left: int, right: int) -> bool:
    """Whether a skill or name stands there that is weighed by itself."""
    starts = said.read.tokens.starts
    return any(
        left <= starts[hit.first] < right and _is_whole(said, hit, left, right) for hit in said.read.hits
    ) or any(left <= place < right for place, _ in said.named)


def _is_whole(said: Saying, hit: Hit, left: int, right: int) -> bool:
    """Whether a skill is what the words are about, not one word of it."""
    return len(said.words_between(left, right)) <= 2 * (hit.last - hit.first)


def _head(said: Saying, left: int, right: int) -> str:
    """The word that says what it is: the last in English ("the ward's *budget*"), the first in French and Spanish."""
    tokens = said.read.tokens
    words = [
        tokens.words[at]
        for at in range(len(tokens))
        if left <= tokens.starts[at] < right
        and is_content(tokens.words[at])
        and tokens.words[at] not in ROOTS
        and tokens.words[at] not in VAGUE
    ]
    if not words:
        return ""
    return words[0] if said.read.language in {"fr", "es"} else words[-1] if said.read.language == "en" else ""


def _speaking_of(said: Saying, things: set[str], head: str = "") -> list[Fragment]:
    """Evidence that says half of it: in one sentence, or as the parts of its compounds."""
    scope = said.evidence.fragments if not said.at.is_bullet else said.scope()
    if head and not any(each.content.like(head) or any(within(head, word) for word in each.content) for each in scope):
        return []
    return [each for each in scope if shared(things, each.content) * 2 >= len(things)] or [
        each for each in scope if any(within(word, other) for word in things for other in each.content)
    ]


def within(word: str, other: str) -> bool:
    """Whether one is a part of the other, as in compounds: "handel" in "einzelhandel"."""
    short, long = sorted((word, other), key=len)
    return len(short) >= 5 and (long.startswith(short[:7]) or long.endswith(short))
