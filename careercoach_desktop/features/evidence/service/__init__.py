"""The door to evidence for the features above: the truth check, and the vocabulary and career readings it rests on.

Nothing here touches the database, so that it can be used in the child process: the evidence is what other features
hand in. What a person keeps as evidence (marked bullets, stories) is behind ``service.keeping``.
"""

from careercoach_desktop.features.evidence.career import (
    Passage,
    PassageKind,
    Span,
    label_of,
    passages,
    place_text,
    span_of,
    years_covered,
)
from careercoach_desktop.features.evidence.truth import EvidenceBase, Fragment, aligned, check, check_text
from careercoach_desktop.features.evidence.truth.agreeing import Disagreement, disagreements
from careercoach_desktop.features.evidence.truth.grounding import borrowed, off_the_quotes, ungrounded
from careercoach_desktop.features.evidence.truth.wording import content_words, is_content, same_word
from careercoach_desktop.features.evidence.vocabulary.degrees import (
    NAMES as DEGREE_NAMES,
)
from careercoach_desktop.features.evidence.vocabulary.degrees import (
    DegreeLevel,
    highest_degree,
    lowest_degree,
)
from careercoach_desktop.features.evidence.vocabulary.fields import areas_of, fields_in
from careercoach_desktop.features.evidence.vocabulary.skills import Hit, Skill, SkillKind, SkillList, skill_list
from careercoach_desktop.features.evidence.vocabulary.tokens import (
    Tokens,
    fold,
    language_of,
    plain,
    stem,
    stems,
    tokenize,
)

__all__ = [
    "DEGREE_NAMES",
    "DegreeLevel",
    "Disagreement",
    "EvidenceBase",
    "Fragment",
    "Hit",
    "Passage",
    "PassageKind",
    "Skill",
    "SkillKind",
    "SkillList",
    "Span",
    "Tokens",
    "aligned",
    "areas_of",
    "borrowed",
    "check",
    "check_text",
    "content_words",
    "disagreements",
    "fields_in",
    "fold",
    "highest_degree",
    "is_content",
    "label_of",
    "language_of",
    "lowest_degree",
    "off_the_quotes",
    "passages",
    "place_text",
    "plain",
    "same_word",
    "skill_list",
    "span_of",
    "stem",
    "stems",
    "tokenize",
    "ungrounded",
    "years_covered",
]
