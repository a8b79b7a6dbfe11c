"""Companies' names made comparable: ``Brackenfield Foods GmbH & Co. KG`` is ``BRACKENFIELD FOODS``."""

from __future__ import annotations

import re
from functools import lru_cache

from careercoach_desktop.features.jobs.capture.wording import folded

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.\s?){2,}")
"""Letters with full stops: ``s.r.o.``, ``S. p. A.``, ``z o.o.``"""
_LEGAL_FORMS_LIST = """
    ab ad ag aktiebolag aktiengesellschaft aps as asa bhd bv bvba cic cio co company corp corporation cv cyf dd
    doo ead eg ei eirl eood ev ev fzco gbr gesellschaft ges gk gmbh ggmbh gmbhcokg haftung incorporated inc jsc
    kabushiki kaisha kda kft kg kgaa kk ks ky lda limited llc llp lp ltd ltda mbh nv nyrt oao oe oeh oe ohg ojsc
    oo ooo ood ou oy oyj pao partg plc private pte pty pvt sa sab sae sagl sapa sarl sas sasu sca scop scs sdn
    se sia sl slu snc societa societe sociedad sp spa spk spol spolka spolecnost sprl srl sro stiftung tbk uab
    ug ulc vof vzw wll zoo zrt
"""
_LEGAL_FORMS = frozenset(_LEGAL_FORMS_LIST.split())
_AROUND = frozenset({"and", "und", "et", "y", "e", "i", "z", "o", "the", "der", "die", "das"})
_PARTS_LIST = """
    group gruppe groupe grupo gruppo holding holdings international global worldwide europe europa emea uk gb
    usa us germany deutschland austria schweiz switzerland suisse france espana spain italia italy nederland
    netherlands belgium belgique polska poland cesko czechia ireland canada india australia
"""
_PARTS = frozenset(_PARTS_LIST.split())


@lru_cache(maxsize=50_000)
def company_key(name: str) -> str:
    """The name without its legal form, country and spelling: equal for names a person takes for one employer.

    Empty when there is no name. A name that is nothing but such words keeps them.
    """
    words = folded(_DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", name)).split()
    if words and words[0] == "the" and len(words) > 1:
        words = words[1:]
    kept = _without(words, _LEGAL_FORMS | _AROUND)
    kept = _without(kept, _LEGAL_FORMS | _AROUND | _PARTS)
    return "".join(kept)


def _without(words: list[str], endings: frozenset[str]) -> list[str]:
    """The words without what they end with, but for the first."""
    kept = list(words)
    while len(kept) > 1 and kept[-1] in endings:
        kept.pop()
    return kept
