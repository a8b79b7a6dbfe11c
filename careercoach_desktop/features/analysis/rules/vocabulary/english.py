"""English."""

from __future__ import annotations

import re

from careercoach_desktop.features.analysis.rules.vocabulary.words import (
    Vocabulary,
    one_of,
    present_and_past,
    small_words,
)

_REGULAR = """
    achieve administer advise allocate analyse analyze approve arrange assemble assess assist automate calculate
    clarify coach collaborate collate communicate compile conduct configure consolidate coordinate create customise
    customize deliver demonstrate deploy develop diagnose direct distribute document eliminate enable encourage
    engineer enhance ensure establish evaluate examine execute expand facilitate formulate gather generate identify
    implement improve inspect install instruct integrate introduce investigate launch liaise maintain manage migrate
    minimise minimize moderate modernise modernize negotiate operate optimise optimize orchestrate organise organize
    participate perform prepare prioritise prioritize process produce promote provide recommend reconcile recruit
    reduce refactor resolve restore review simplify standardise standardize streamline strengthen supervise translate
    update utilise utilize validate verify
"""
_NOUNS = frozenset(["coach", "direct", "document", "engineer", "launch", "process", "review", "update"])
"""May open a bullet as a noun: “Process improvements in …”."""
_IRREGULAR = {
    "build": "built", "oversee": "oversaw", "teach": "taught", "write": "wrote", "troubleshoot": "troubleshot",
    "bring": "brought", "begin": "began", "choose": "chose", "find": "found", "grow": "grew", "hold": "held",
    "keep": "kept", "make": "made", "sell": "sold", "speak": "spoke", "take": "took", "win": "won",
}  # fmt: skip

ENGLISH = Vocabulary(
    language="en",
    small=small_words("the and of for with to in on as by from at an a is was their using including that into across"),
    weak=re.compile(
        r"(?:(?:was |were |been |being )?(?:responsible for|in charge of|tasked with|involved in|charged with)"
        r"|(?:my |main |key |daily )*(?:duties|responsibilities|tasks) (?:included?|were|are)"
        r"|help(?:ed|ing|s)?(?= )|assist(?:ed|ing|s)?(?= (?:with|in|the|to)\b)"
        r"|work(?:ed|ing|s)? (?:on|with|for|in|as)(?= )|participat(?:ed|ing|es?) in|tried to|attempted to"
        r"|dealt with|duties:|did(?= ))",
        re.IGNORECASE,
    ),
    first_person=re.compile(
        r"(?:(?<![A-Z][a-z] )(?<![a-z0-9] )\bI\b(?=['’]|\s+[a-z])"
        r"|\b(?:and|that|which|where|when|what|because|while) I\b(?=['’]|\s+[a-z])|\b[Mm]y\b|\bmyself\b)"
    ),
    buzz=one_of(
        "team[- ]player|hard[- ]?working|hard worker|results?[- ](?:driven|oriented)|go[- ]getter|self[- ]starter|"
        "think(?:er|ing)? outside the box|outside[- ]the[- ]box|synerg(?:y|ies)|detail[- ]oriented|passionate|"
        "motivated|highly motivated|self[- ]motivated|proven track record|track record of success|people person|"
        "best of breed|go-to person|thought leader(?:ship)?|ninja|rock ?star|fast[- ]paced|"
        "excellent communication skills|strong work ethic"
    ),
    figures=one_of(
        "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|"
        "doubled?|tripled?|halved?|half|twice"
    ),
    aside=one_of(
        "part[- ]time|free[- ]?lanc(?:e|er|ing)|self[- ]employed|consult(?:ant|ing)|(?:co-)?founder|owner|"
        "advis(?:or|er)|volunteer|intern(?:ship)?|contract(?:or)?|board|trustee|tutor|assistant|student|side"
    ),
    verbs=present_and_past([verb for verb in _REGULAR.split() if verb not in _NOUNS], _IRREGULAR),
)
