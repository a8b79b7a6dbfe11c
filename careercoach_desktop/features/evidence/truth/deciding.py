"""Who decided, and alone: "negotiated", "approved", "signed off" say more than that something was prepared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.doing import HELPED, leads_in, phrase_at, words_of
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.wording import shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS

_ALONE = re.compile(
    r"\b(?:independently|single-handed\w*|on my own|without supervision|eigenverantwortlich\w*|eigenständig|"
    r"selbst(?:st)?ändig|"
    r"(?<!nicht )allein(?:e)? (?=(?:ge|ent|ver|be|ein|aus|auf|um|er|durch)\w+(?:t|en)\b)|all by myself|by myself|"
    r"toute? seule?|yo sol[oa]|(?<=[oéí]\s)sol[oa]|sin ayuda|sans aide|ohne hilfe|without help|unaided|"
    r"im alleingang|en (?:toute )?autonomie|de manière autonome|à moi seule?|de forma autónoma|en solitario|"
    r"por mi cuenta)\b",
    re.IGNORECASE,
)


def done_alone(said: Saying) -> Iterator[Found]:
    """ "Independently": what evidence tells of this very thing must say so."""
    for found in _ALONE.finditer(said.text):
        if said.voice.theirs(found.start(), found.end()):
            continue
        words = said.words_between(*said.part(found.start())) - words_of(found[0])
        words = words if len(words) > 2 else said.content - words_of(found[0])
        alike = said.likest(words, said.scope(found.start()), 2)
        if alike and not any(_ALONE.search(each.quote.text) for _, each in alike):
            yield Found(ClaimKind.STATEMENT, found[0], (), "Your evidence does not say that you did this alone.")


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
        proof = proof or [each for each in scope if leads_in(said, each) and not _DEPUTY.search(each.quote.text)]
        if not proof:
            reason = "Your evidence does not say that you decided or negotiated this."
            yield Found(ClaimKind.STATEMENT, phrase_at(said, found), (), reason)
