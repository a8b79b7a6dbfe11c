"""Who decided: "negotiated", "approved", "signed off" say more than that something was prepared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.doing import HELPED, leads_in, phrase_at, words_of
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS

_DECIDES = re.compile(
    r"\b(?:decid(?:ed?|es|ing)|approv(?:ed?|es|ing)|sign(?:ed|s|ing)? off|finali[sz](?:ed?|es|ing)|authori[sz](?:ed?|"
    r"es|ing)|"
    r"negotiat(?:ed?|es|ing)|negotiations?|entschied\w*|entscheide\w*|entscheidung\w*|genehmig\w*|freigegeben|freigabe|"
    r"beschloss\w*|(?:ver|aus)hand(?:e)?l(?:t|te|ten|e|ung|ungen)\b|décid(?:é|ais|er|e)\w*|approuv\w*|négoci\w*|"
    r"autoris(?:é|er)\w*|"
    r"tranch(?:é|er)|decid(?:í|ió|ir|ido|o)|aprob(?:é|ó|ar|ado)|apruebo|negoci\w*|autoric\w*|autoriz\w*)\b",
    re.IGNORECASE,
)


_DEPUTY = re.compile(
    r"\b(?:deput\w*|assistant|stellvertret\w*|stv|adjoint\w*|adjunt\w*|subdirect\w*|suplente|acting|interim)\b",
    re.IGNORECASE,
)


def decisions(said: Saying) -> Iterator[Found]:
    """ "Negotiated", "approved", "decided": evidence of the same thing must say as much, not only that it was
    prepared."""
    for found in _DECIDES.finditer(said.text):
        part = said.part(found.start())
        if said.voice.theirs(found.start(), found.end()) or HELPED.search(said.text, *part):
            continue
        things = {word for word in said.words_between(*part) if word not in ROOTS} - words_of(found[0])
        if len(things) < 2:
            continue
        scope = said.scope(found.start())
        if not said.likest(things, scope, 1):
            continue
        proof = [each for each in scope if _DECIDES.search(each.quote.text) and shared(things, each.content)]
        proof = proof or [
            each
            for each in scope
            if leads_in(said, each) and _as_widely(each, things) and not _DEPUTY.search(each.quote.text)
        ]
        if not proof:
            reason = "Your evidence does not say that you decided or negotiated this."
            yield Found(ClaimKind.STATEMENT, phrase_at(said, found), (), reason)


def _as_widely(each: Fragment, things: set[str]) -> bool:
    """A title that leads covers what goes with it; a sentence of leading something only what it speaks of itself."""
    return each.quote.path.endswith((".position", "basics.label")) or shared(things, each.content) * 2 >= len(things)
