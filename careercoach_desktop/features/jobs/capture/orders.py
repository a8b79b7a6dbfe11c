"""Lines that are written for a language model and not for applicants: shown like any other, believed by nobody."""

from __future__ import annotations

import re

_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|every|the|your|of|these|those|my|our) ){0,3}"
    r"(?:previous|prior|above|earlier|preceding|former|system|existing|other) (?:\w+ ){0,2}"
    r"(?:instructions?|prompts?|rules|directions|commands|messages?|guidelines|context)\b"
    r"|\bif (?:you are|you['’]re|this is(?: being)? (?:read|processed) by) an? (?:ai|llm|language model|chat ?bot|bot"
    r"|artificial intelligence|large language model|(?:ai|virtual) (?:assistant|agent|model))\b"
    r"|\b(?:attention|note|message|instructions?|dear|hello|hey)[\s,:]+(?:to |for )?(?:all |any |the )?(?:ais?"
    r"|llms?"
    r"|language models?|ai (?:assistants?|agents?|models?|systems?)"
    r"|chat ?gpt|claude|gpt)\b"
    r"|<\|?(?:im_start|system|endoftext)\|?>|\[/?INST\]|\A\s*(?:system|assistant) ?(?:prompt|message)? ?:\s"
    r"|\bignorier\w* (?:\w+ ){0,3}(?:vorherigen|bisherigen|obigen"
    r"|früheren) (?:\w+ ){0,1}(?:anweisungen|instruktionen)\b"
    r"|\bignore[zr]? (?:\w+ ){0,3}(?:instructions|consignes) (?:précédentes|antérieures|ci-dessus)\b"
    r"|\bignor[ae]\w* (?:\w+ ){0,3}(?:instrucciones|instruções|istruzioni) (?:anteriores|previas|prévias|precedenti)\b",
    re.IGNORECASE,
)


def is_order(text: str) -> bool:
    """Whether a line gives orders to a language model."""
    return bool(_ORDER.search(text))


def without_orders(text: str) -> str:
    """``text`` without the lines that do."""
    if not _ORDER.search(text):
        return text
    return "\n".join(line for line in text.split("\n") if not is_order(line))
