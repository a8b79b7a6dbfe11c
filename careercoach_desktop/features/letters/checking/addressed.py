"""Which sentences of a letter speak of the employer it is written to, and so claim nothing about the person.

“Your platform team of 40” is the posting's own fact; “I led a platform team of 40” is a claim. What stands in the
posting is let pass only in sentences that plainly address the employer and don't tell what the person has done.
"""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.service import skill_list, stems
from careercoach_desktop.features.jobs.model import Posting

_ME = re.compile(
    r"\b(?:i|i['’](?:m|ve|d|ll)|my|me|mine|myself|ich|mir|mich|mein\w*|je|j['’]\w+|mon|ma|mes|moi|yo|mi|mis|mí|conmigo"
    r"|he|soy|tengo|estoy|llevo|puedo|aporto|cuento|domino|conozco|trabajo)\b|\b\w{3,}(?:é|í)\b",
    re.IGNORECASE,
)
_THEM = re.compile(
    r"\b(?:you|your|yours|ihr\w*|ihnen|sie|euer|eure\w*|euch|vous|votre|vos|su|sus|ustedes|vuestr[oa]s?|vosotros"
    r"|the (?:role|position|post|vacancy|company|team)|die (?:stelle|position)|das unternehmen|(?:le|ce) poste"
    r"|l['’](?:entreprise|équipe|offre)|(?:el|este) puesto|la (?:vacante|empresa|posición))\b",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication)|interest\w*|drawn|draws|excit\w+|attract\w*|admir\w+|would (?:like|love)"
    r"|look(?:ing)? forward|join\w*|contribut\w+|keen|eager|welcome|appeal\w*"
    r"|bewerb\w*|interessier\w*|reiz\w*|begeister\w*|freu\w*"
    r"|möchte|beitragen|candidat\w*|postul\w*|intéress\w*|attir\w*|souhait\w*|rejoindre|ravi\w*|enthousiasm\w*"
    r"|solicit\w*|interesa\w*|atrae\w*|gustaría|ilusiona\w*|incorporar\w*|contribuir)\b",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"j['’]ai l['’]honneur|\b(?:ihre[rn]?|der|diese[rn]?|die) (?:stellen)?ausschreibung\b"
    r"|\b(?:pour|lors d['’])\s?(?:un )?entretien\b"
    r"|à votre (?:entière )?disposition|a su (?:entera )?disposición|(?:para|en) una entrevista"
    r"|\b(?:i have|i['’]ve|ich habe|habe ich|j['’]ai|he) (?:\w+ ){0,4}?"
    r"(?:read|seen|found|followed|gelesen|gesehen|gefunden|entdeckt|lu|vu|découvert|leído|visto|encontrado)\b"
    r"|\b(?:was|were|have been|wurde|habe mich|ai été|fui|he sido) (?:at once |very |sehr |très |muy )?"
    r"(?=drawn|excited|attracted|pleased|delighted|glad|struck|interested|gefreut|attirée?|ravie?|séduite?)",
    re.IGNORECASE,
)
"""Words about the application itself, some of which mean a trade elsewhere (a tender, upkeep)."""
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:and|und|et|y)\b(?=[^,;:–—]*\b(?:i|my|ich|mein\w*|je|j['’]\w+|mon|ma|mes|yo|mi|mis|he)\b)",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:i|i['’]ve|ich|je|j['’]\w+|yo|he)\b|\b\w{3,}(?:é|í)\b", re.IGNORECASE)
_LACKS = re.compile(
    r"\b(?:have not (?:yet )?(?:worked|used|had)|haven['’]t (?:yet )?(?:worked|used|had)|not yet"
    r"|no experience|new to me"
    r"|noch nicht|noch nie|keine (?:praktische )?erfahrung|neu für mich|pas encore|(?:pas|aucune) (?:d['’])?expérience"
    r"|nouveau pour moi|nouvelle pour moi|aún no|todavía no|no tengo experiencia|nuev[oa] para mí)\b",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"\b(?:would|will|could|i['’](?:d|ll)|möchte|würde|werde|könnte|aimerais|souhaiterais|pourrais|serais|gustaría|podría)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:it|its|this|that|these|those|which|both|them|there|such|das|dies\w*|beides|genau|damit|darin|womit|worin|solche\w*"
    r"|ce|cela|ça|c['’]est|cette|lequel|laquelle|y|eso|esto|ello|ambos|ambas|esa|ese|lo)\b",
    re.IGNORECASE,
)
"""What takes up again what another clause has named."""
_DONE = re.compile(
    r"\b(?:have|had|was|were|bring|led|lead|managed?|built|worked|experience\w*|years|skill\w*|expert\w*|proficien\w*|know"
    r"|using|habe|hatte|war|bringe|leitete|geleitet|aufgebaut|gearbeitet|erfahrung\w*|jahre\w*|kenn\w*|beherrsch\w*"
    r"|ai|avais|étais|dirigé\w*|géré\w*|travaillé|expérience\w*|ans|maîtris\w*|connais\w*"
    r"|he|tenía|fui|dirigí|gestioné|trabajé|trabajado|experiencia\w*|años|domino|conozco)\b",
    re.IGNORECASE,
)


def without_formulas(sentence: str) -> str:
    """The sentence without what letters say of themselves: that one has read the posting, would come to talk."""
    return _FORMULA.sub(" ", sentence)


def about_employer(sentence: str, posting: Posting) -> bool:
    """Whether the sentence addresses the employer, or says what draws the person there, without telling of work they
    have done."""
    company = posting.company.strip()
    names_them = _THEM.search(sentence) is not None or bool(company and company.casefold() in sentence.casefold())
    if not names_them:
        return False
    if _ME.search(sentence) is None:
        return True
    return _WISH.search(sentence) is not None and _DONE.search(sentence) is None


def tells_of_work(sentence: str) -> bool:
    """Whether the person speaks of what they have done, know or are."""
    return _ME.search(sentence) is not None and _DONE.search(sentence) is not None


def admits(clause: str) -> bool:
    """Whether the person says that they lack what the clause names."""
    return _LACKS.search(clause) is not None


def is_theirs(claim: Claim, sentence: str, posting: Posting) -> bool:
    """Whether what ``claim`` names is the employer's and not the person's: it stands in the posting, in a clause that
    speaks of them, and no other clause takes it up again (“You ask for Kubernetes, which I have run for years”)."""
    if _is_their_name(claim, sentence, posting):
        return True
    if not _stands_in(claim.text, posting):
        return False
    if about_employer(sentence, posting):
        return True
    clauses = [part for part in _CLAUSE.split(sentence) if part.strip()]
    saying = [clause for clause in clauses if _names(clause, claim.text)]
    if saying and all(admits(clause) for clause in saying):
        return True
    if not saying or not all(about_employer(clause, posting) for clause in saying):
        return False
    is_role = set(stems(claim.text)) <= set(stems(posting.title))
    others = [clause for clause in clauses if clause not in saying]
    return is_role or not any(_takes_up(clause) for clause in others)


def _takes_up(clause: str) -> bool:
    return tells_of_work(clause) and _I.search(clause) is not None and _AGAIN.search(clause) is not None


def _names(clause: str, words: str) -> bool:
    if words.casefold() in clause.casefold():
        return True
    return any(words in (hit.skill.name, hit.skill.display) for hit in skill_list().find_in(clause))


def _stands_in(words: str, posting: Posting) -> bool:
    """In the words of the claim, or as the skill it names in whatever words."""
    theirs, skills = _read("\n".join((posting.title, posting.company, posting.location, posting.description)))
    said = stems(words)
    return words in skills or (bool(said) and all(word in theirs for word in said))


@lru_cache(maxsize=4)
def _read(posting: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of a posting in comparable form, and the names of the skills in it."""
    hits = skill_list().find_in(posting)
    return frozenset(stems(posting)), frozenset(name for hit in hits for name in (hit.skill.name, hit.skill.display))


def _is_their_name(claim: Claim, sentence: str, posting: Posting) -> bool:
    """The company's name, where nobody says they worked there."""
    name = re.sub(r"\s+I$", "", claim.text)  # “At Northwind I …”
    if claim.kind not in (ClaimKind.EMPLOYER, ClaimKind.SKILL) or not set(stems(name)) <= set(stems(posting.company)):
        return False
    worked = rf"\b(?:at|for|with|bei|für|chez|pour|en|para)\s+(?:\w+\s+)?{re.escape(name)}"
    there = re.search(worked, sentence, re.IGNORECASE) is not None
    return not (there and tells_of_work(sentence) and _WOULD.search(sentence) is None)
