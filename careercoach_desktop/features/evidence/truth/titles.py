"""Titles and rank: what people were, and words that quietly promote them ("Senior", "Head of", "led")."""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.vocabulary.tokens import stem, stems


def _neutral(word: str) -> str:
    """A role without its grammatical gender: Buchhalterin = Buchhalter, infirmière = infirmier."""
    for ending, other in (
        ("innen", ""),
        ("erin", "er"),
        ("iere", "ier"),
        ("ienne", "ien"),
        ("euse", "eur"),
        ("trice", "teur"),
        ("ora", "or"),
        ("era", "ero"),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)] + other
    return word


_UP = """
    senior sr lead leading principal staff head chief director vp president general regional area national
    executive ceo cto cfo coo cio manager managing supervisor superintendent foreman deputy expert leiter leiterin
    leitung leitende leitender leitend chef chefarzt oberarzt geschaftsfuhrer geschaftsfuhrerin vorstand
    abteilungsleiter abteilungsleiterin teamleiter teamleiterin bereichsleiter bereichsleiterin stationsleitung
    stationsleiter schichtleiter schichtleiterin filialleiter filialleiterin projektleiter projektleiterin meister
    responsable directeur directrice chefe cheffe dirigeant dirigeante cadre president presidente manageur gerant
    gerante jefe jefa director directora responsable encargado encargada gerente coordinador coordinadora
    coordinator coordinateur coordinatrice owner founder cofounder partner
"""
UPWARD = frozenset(stem(word) for word in _UP.split()) | frozenset(_neutral(stem(word)) for word in _UP.split())
_DOWN = """
    junior jr intern internship trainee assistant associate apprentice student deputy acting interim temporary
    graduate werkstudent werkstudentin praktikant praktikantin auszubildende auszubildender azubi volontar
    assistent assistentin aushilfe stellvertretende stellvertretender stagiaire apprenti apprentie assistante
    alternant alternante adjoint adjointe becario becaria practicas auxiliar ayudante asistente aprendiz suplente
    co vice volunteer freelance
"""
_ROLE_ONLY = (
    "lead leading head staff executive expert managing partner owner chief manager general regional area national"
)
_ONLY_WITH_ROLE = frozenset(_ROLE_ONLY.split())
"""Words that promote only before a role ("lead engineer"), not by themselves ("lead time")."""
_ADJECTIVES = frozenset({"lead", "chief", "staff", "principal", "executive"})
_ARTICLES = frozenset({"a", "an", "the", "to", "of", "in", "and", "for", "on", "by", "our", "with"})
LIMITING = frozenset(stem(word) for word in _DOWN.split())
_SAME = {
    "sr": "senior",
    "jr": "junior",
    "vp": "vice",
    "mgr": "manager",
    "eng": "engineer",
    "dev": "developer",
    "rn": "nurse",
    "hr": "human",
}
_ROLE = """
    engineer developer programmer architect analyst scientist administrator designer consultant specialist
    technician accountant bookkeeper auditor controller nurse midwife physician doctor surgeon therapist
    physiotherapist pharmacist paramedic dentist caregiver carer teacher lecturer tutor professor principal
    educator manager director supervisor coordinator officer clerk secretary receptionist assistant cook chef
    waiter waitress barista bartender housekeeper driver operative operator picker packer forklift mechanic
    electrician plumber carpenter welder bricklayer roofer painter machinist fitter surveyor lawyer solicitor
    paralegal attorney recruiter salesperson salesman representative cashier merchandiser buyer planner editor
    writer journalist translator copywriter entwickler entwicklerin ingenieur ingenieurin berater beraterin
    buchhalter buchhalterin krankenpfleger krankenschwester pflegefachkraft pflegefachfrau pflegefachmann lehrer
    lehrerin erzieher erzieherin verkaufer verkauferin techniker technikerin mechaniker mechatroniker elektriker
    elektroniker koch kochin kellner fahrer lagerist fachkraft sachbearbeiter sachbearbeiterin kaufmann kauffrau
    arzt arztin architekt architektin analyst analystin ingenieur ingenieure developpeur developpeuse comptable
    infirmier infirmiere enseignant enseignante professeur vendeur vendeuse cuisinier serveur serveuse technicien
    technicienne consultant conseiller analyste chauffeur ingeniero ingeniera desarrollador desarrolladora
    contable enfermero enfermera profesor profesora maestro maestra vendedor vendedora cocinero camarero tecnico
    abogado abogada analista consultor conductor administrativo
"""
ROLES = frozenset(stem(word) for word in _ROLE.split())
_LED = re.compile(
    r"\b(?:led|leading|managed|managing|headed|heading|directed|directing|supervised|supervising|"
    r"oversaw|overseeing|spearheaded|founded|co-founded|in charge of|responsible for (?:a |the )?team|"
    r"line[- ]manag\w+|"
    r"geleitet|leitete|leitung|verantwortete|führte (?:ein|das|mein|unser)\w* (?:team|abteilung)|"
    r"personalverantwortung|gegründet|gründete|"
    r"dirig\w+|encadr\w+|pilot(?:é|er|ais|ait|age)\w*|supervis\w+|fond(?:é|ateur|atrice)\b|lider\w+|"
    r"encabez\w+|fund(?:é|ó|ador|adora)\b)\b",
    re.IGNORECASE,
)
_LEADING_WORDS = """
    lead leader leadership manager management head director supervisor leiter leiterin leitung teamleitung
    responsable chef cheffe jefe jefa directeur directrice encargado founder
"""
_LEADS = frozenset(_LEADING_WORDS.split())


def title_words(title: str) -> list[str]:
    """A title as comparable words with its abbreviations spelled out, without brackets such as ``(m/w/d)``."""
    title = re.sub(
        r"\((?:[mwdfhx]\s?/\s?)+[mwdfhx]\)|\b[mwdfhx]/[mwdfhx](?:/[mwdfhx])?\b", " ", title, flags=re.IGNORECASE
    )
    return [_SAME.get(word, word) for word in stems(title)]


def same_title(draft: str, held: str) -> bool:
    """Whether a draft's title says no more than the one held: nothing added, nothing that limited it dropped."""
    mine = {_neutral(word) for word in title_words(draft)}
    theirs = {_neutral(word) for word in title_words(held)}
    if mine - theirs:
        return False
    return not {word for word in theirs - mine if word in LIMITING or _neutral(word) in LIMITING}


def ranks_in(text: str) -> list[tuple[str, str]]:
    """Phrases of rank and role in a text, as (words as written, kind): "Senior Engineer", "Head of Data", "Teamleiter".

    Kind is ``rank`` when a word promotes, ``role`` for a plain role.
    """
    found = []
    words = re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", text)
    folded = [_neutral(stem(word)) for word in words]
    for at, word in enumerate(folded):
        follows = folded[at + 1] if at + 1 < len(folded) else ""
        if word in _ADJECTIVES and any(is_role(each) for each in folded[at + 2 : at + 4]) and follows not in _ARTICLES:
            found.append((words[at], "rank"))
            continue
        if word in UPWARD and word not in _ONLY_WITH_ROLE:
            found.append((words[at], "rank"))
        elif word in UPWARD and (
            word == "manager"
            or is_role(follows)
            or (word == "head" and follows == "of")
            or (words[at][:1].isupper() and at and is_role(folded[at - 1]))
        ):
            if not (word == "manager" and words[at].endswith("s")):
                found.append((words[at], "rank"))
        elif is_role(word) and not words[at].endswith("s"):
            found.append((words[at], "role"))
    return found


def is_role(word: str) -> bool:
    """Whether a comparable word names an occupation."""
    word = _neutral(word)
    return (
        word in ROLES
        or _neutral(word) in ROLES
        or (
            len(word) > 9
            and word.endswith(
                ("leiter", "ingenieur", "entwickler", "berater", "manager", "pfleger", "lehrer", "techniker")
            )
        )
    )


def has_word(word: str, words: set[str]) -> bool:
    """Whether a title word stands among evidence words, whatever its gender or compound ("Leiter" in "Teamleiter")."""
    mine = _neutral(_SAME.get(stem(word), stem(word)))
    return any(mine == _neutral(_SAME.get(other, other)) or (len(mine) > 5 and other.endswith(mine)) for other in words)


def leads(text: str) -> str:
    """The words by which a text claims to have led people or work, or nothing."""
    found = _LED.search(text)
    return found[0] if found else ""


def shows_leading(text: str, title: str) -> bool:
    """Whether evidence says anything of leading."""
    return bool(_LED.search(text)) or bool(set(stems(f"{text} {title}")) & _LEADS)
