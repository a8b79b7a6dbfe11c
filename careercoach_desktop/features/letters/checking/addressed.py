"""Which sentences of a letter speak of the employer it is written to, and so claim nothing about the person.

“Your platform team of 40” is the posting's own fact; “I led a platform team of 40” is a claim. Single facts are the
truth check's to tell apart; here it is whole clauses, and what one of them takes over from another.
"""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.model import Claim, ClaimKind
from careercoach_desktop.features.evidence.service import Skill, SkillKind, skill_list, stems
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
_CLAUSE = re.compile(
    r"[,;:–—]|\b(?:and|und|et|y)\b(?=[^,;:–—]*\b(?:i|my|ich|mein\w*|je|j['’]\w+|mon|ma|mes|yo|mi|mis|he)\b)",
    re.IGNORECASE,
)
_I = re.compile(r"\b(?:i|i['’]ve|ich|je|j['’]\w+|yo|he)\b|\b\w{3,}(?:é|í)\b", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:would|will|could|i['’](?:d|ll)|möchte|würde|wäre|werde|könnte|aimerais|souhaiterais|pourrais"
    r"|serais|gustaría|podría)\b",
    re.IGNORECASE,
)
_LACKS = re.compile(
    r"\b(?:not|never|no experience|new to me|nicht|nie|kein\w*|neu|pas|jamais|aucune?|nouveau|nouvelle|nunca|aún no"
    r"|todavía no|nuevo para|nueva para)\b|n['’]t\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?:it|its|this|that|these|those|which|both|them|there|such|das|dies\w*|beides|genau|damit|darin|womit|worin"
    r"|solche\w*|ce|cela|ça|c['’]est|cette|lequel|laquelle|y|eso|esto|ello|ambos|ambas|esa|ese|lo)\b",
    re.IGNORECASE,
)
"""What takes up again what another clause has named."""
_DONE = re.compile(
    r"\b(?:have|had|bring|led|lead|managed?|built|ran|run|used?|did|worked?|experience\w*|years|skill\w*|expert\w*|proficien\w*|know"
    r"|using|habe|hatte|war|bringe|leitete|geleitet|aufgebaut|gearbeitet|erfahrung\w*|jahre\w*|kenn\w*|beherrsch\w*"
    r"|ai|avais|étais|dirigé\w*|géré\w*|travaillé|expérience\w*|ans|maîtris\w*|connais\w*"
    r"|he|tenía|fui|dirigí|gestioné|trabajé|trabajado|experiencia\w*|años|domino|conozco)\b",
    re.IGNORECASE,
)


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


def claims_work(sentence: str, posting: Posting) -> bool:
    """Whether the sentence tells of work as done: neither the employer's, nor wished for, nor something one lacks."""
    held_back = _WOULD.search(sentence) or _LACKS.search(sentence)
    return tells_of_work(sentence) and not held_back and not about_employer(sentence, posting)


def taken_up(sentence: str, posting: Posting) -> list[Skill]:
    """Skills that a clause names as the employer's and another claims: “You ask for Kubernetes, which I have run for
    years”."""
    clauses = [part for part in _CLAUSE.split(sentence) if part.strip()]
    theirs = [clause for clause in clauses if about_employer(clause, posting)]
    if not any(_takes_up(clause) for clause in clauses if clause not in theirs):
        return []
    hits = (hit for clause in theirs for hit in skill_list().find_in(clause))
    return list(dict.fromkeys(hit.skill for hit in hits if hit.skill.kind is SkillKind.TOOL))


def _takes_up(clause: str) -> bool:
    return tells_of_work(clause) and _I.search(clause) is not None and _AGAIN.search(clause) is not None


def is_their_own(claim: Claim, sentence: str, posting: Posting) -> bool:
    """Whether the claim is the company's name, where nobody says they worked there, or the role as the posting calls
    it, in clauses that speak of the employer (“Northwind needs a Senior Data Engineer who …”)."""
    if claim.kind in (ClaimKind.TITLE, ClaimKind.SKILL) and set(stems(claim.text)) <= set(stems(posting.title)):
        saying = [clause for clause in _CLAUSE.split(sentence) if claim.text.casefold() in clause.casefold()]
        return bool(saying) and all(about_employer(clause, posting) for clause in saying)
    return _is_their_name(claim, sentence, posting)


def _is_their_name(claim: Claim, sentence: str, posting: Posting) -> bool:
    name = re.sub(r"\s+I$", "", claim.text)  # “At Northwind I …”
    if claim.kind not in (ClaimKind.EMPLOYER, ClaimKind.SKILL) or not set(stems(name)) <= set(stems(posting.company)):
        return False
    return not worked_there(sentence, posting)


def worked_there(sentence: str, posting: Posting) -> bool:
    """Whether the person says that they have worked for the very employer they write to."""
    company = posting.company.strip()
    there = company and re.search(
        rf"\b(?:at|for|with|bei|für|chez|pour|en|para)\s+(?:\w+\s+)?{re.escape(company)}\b", sentence, re.IGNORECASE
    )
    would = _WOULD.search(sentence) or _WISH.search(sentence) or _THEM.search(sentence)
    return bool(there) and tells_of_work(sentence) and not would
