"""Which words carry meaning when a claim is compared with evidence, and which of them mean the same."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from careercoach_desktop.features.evidence.vocabulary.tokens import Tokens, stem

_STOP = """
    a an the and or but of to in on at by for from with without into over under about as is are was were be been
    being have has had do does did it its this that these those which who whom whose what when where while i me my
    we our us you your he she they them their his her than then so such both each all any some more most less
    least other per via through during within across between among up down out off not no nor only own same too
    very can will just also new main key first last daily weekly monthly yearly täglich wöchentlich monatlich
    diario diarios diarias diaria mensual mensuales semanal semanales quotidien quotidiens quotidienne mensuel
    mensuelle hebdomadaire using used use including include included well

    der die das den dem des ein eine einen einem einer eines und oder aber von zu zum zur im in am an auf bei mit
    ohne für durch über unter als ist sind war waren wird wurden wurde haben hat hatte sich auch nur sehr mehr
    sowie nach vor aus um bis pro je wie dass ich wir sie er es mein meine unser unsere ihr ihre davon dabei

    le la les l un une des du de d et ou mais à a au aux en dans sur sous par pour avec sans chez entre vers
    depuis pendant comme est sont était ont a été je nous vous il elle ils elles mon ma mes notre nos votre vos
    leur leurs qui que quoi dont ce cette ces plus moins très aussi

    el los las uno unos unas y o u pero del al con sin por para sobre entre desde hasta como es son fue era han ha
    sido yo nosotros mi mis nuestro nuestra su sus que quien cual este esta estos estas más menos muy también se
"""
STOP_WORDS = frozenset(stem(word) for word in _STOP.split())
_SYNONYMS = """
    people person persons staff employee employees colleague colleagues worker workers member members starter
    starters hire hires report reports team teammate teammates headcount crew apprentice trainee mitarbeiter
    mitarbeitende mitarbeitenden mitarbeiterin mitarbeitern kollegen kolleginnen kollege personen beschäftigte
    team teammitglieder collaborateurs collaborateur personnes salariés salarié employés équipe collègues
    empleados empleado personas trabajadores equipo compañeros colaboradores

    customer customers client clients account accounts kunde kunden kundinnen mandanten mandant clientèle cliente
    clientes

    pupil pupils student students learner learners child children schüler schülerinnen lernende studierende
    studenten élèves élève étudiants alumnos alumno estudiantes kinder enfants niños

    resident residents patient patients bewohner bewohnerinnen patienten patientinnen pacientes résidents

    order orders shipment shipments parcel parcels delivery deliveries bestellung bestellungen sendung sendungen
    lieferungen commandes colis pedidos envíos

    cost costs spend spending expense expenses expenditure kosten ausgaben coûts dépenses costes gastos

    revenue sale sales turnover umsatz verkäufe chiffre ventes ingresos ventas facturación

    table tables cover covers tische couverts mesas

    bed beds station ward unit betten lits camas service

    job jobs task tasks workload workloads

    site sites location locations branch branches store stores shop shops outlet standort standorte filiale
    filialen magasins tiendas sucursales

    vehicle vehicles truck trucks van vans lorry lorries fahrzeuge lkw véhicules camions vehículos camiones

    event events conference conferences veranstaltung veranstaltungen événements eventos

    invoice invoices bill bills rechnung rechnungen facture factures factura facturas

    error errors mistake mistakes defect defects bug bugs fehler erreurs défauts errores

    incident incidents outage outages störung störungen incidents incidencias
"""
"""Groups of words that mean the same for the check, an empty line between groups."""
_GROUP = {stem(word): number for number, line in enumerate(_SYNONYMS.split("\n\n")) for word in line.split()}
_BREAK = re.compile(r"[,;:.!?()\n–—]|\s-\s")
_ENDINGS = (
    "ations",
    "ation",
    "ierung",
    "ungen",
    "ingly",
    "ement",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ung",
    "ized",
    "ised",
    "izing",
    "ised",
    "ed",
    "er",
    "en",
    "es",
    "ly",
    "ait",
    "ant",
    "ées",
    "ee",
    "és",
    "ar",
    "ado",
    "ada",
    "ando",
    "te",
    "st",
    "e",
    "s",
    "t",
    "d",
    "n",
)


def root(word: str) -> str:
    """A rough root that survives inflection (``migrated``, ``migration``, ``migrating`` → ``migr``); for
    comparing only."""
    if len(word) < 6:
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            rest = word[: -len(ending)]
            if rest[-1] == rest[-2] and rest[-1] not in "lsef":
                rest = rest[:-1]
            return root(rest) if len(rest) >= 7 else rest
    return word


def is_content(word: str) -> bool:
    """Whether a comparable word carries meaning: no article, preposition or bare number."""
    return len(word) > 1 and word not in STOP_WORDS and not word.isdigit()


def same_word(one: str, other: str) -> bool:
    """Same meaning for the check: equal, same root, synonyms, or one slip of spelling in a long word."""
    if one == other or root(one) == root(other):
        return True
    group = _GROUP.get(one)
    if group is not None and group == _GROUP.get(other):
        return True
    return min(len(one), len(other)) >= 6 and fuzz.ratio(one, other) >= 86


def shared(mine: set[str], theirs: set[str]) -> int:
    """How many content words of ``mine`` have their like in ``theirs``."""
    if not mine or not theirs:
        return 0
    roots = {root(word) for word in theirs}
    return sum(
        1 for word in mine if word in theirs or root(word) in roots or any(same_word(word, other) for other in theirs)
    )


def content_words(tokens: Tokens) -> set[str]:
    """Content words of a text."""
    return {word for word in tokens.words if is_content(word)}


def clause_words(tokens: Tokens, start: int, end: int) -> set[str]:
    """Content words of the clause around characters ``start`` to ``end``: up to the next comma, full stop or
    bracket."""
    text = tokens.text
    left = max((found.end() for found in _BREAK.finditer(text, 0, start)), default=0)
    found = _BREAK.search(text, end)
    right = found.start() if found else len(text)
    return {
        tokens.words[at]
        for at in range(len(tokens))
        if left <= tokens.starts[at]
        and tokens.ends[at] <= right
        and is_content(tokens.words[at])
        and not (start <= tokens.starts[at] < end)
    }


def counted_noun(tokens: Tokens, end: int) -> list[str]:
    """The words a number counts: up to three content words right after it, within the phrase ("140 *legacy jobs*")."""
    found: list[str] = []
    for at in range(len(tokens)):
        if tokens.starts[at] < end:
            continue
        gap = tokens.text[end : tokens.starts[at]] if not found and tokens.starts[at] >= end else tokens.gap(at)
        if _BREAK.search(gap) or not is_content(tokens.words[at]) or len(found) == 3:
            if tokens.words[at] in {"of", "de", "von", "d", "new"} and not _BREAK.search(gap):
                continue
            break
        found.append(tokens.words[at])
    return found


def near_words(tokens: Tokens, start: int, end: int, reach: int = 5) -> set[str]:
    """Content words within ``reach`` words of characters ``start`` to ``end``."""
    inside = [at for at in range(len(tokens)) if tokens.starts[at] < end and tokens.ends[at] > start]
    first, last = (inside[0], inside[-1]) if inside else (0, len(tokens) - 1)
    return {word for word in tokens.words[max(0, first - reach) : last + reach + 1] if is_content(word)}
