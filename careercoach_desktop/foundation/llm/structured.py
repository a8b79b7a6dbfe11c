"""From an agent's output type to what the protocol carries, and back: the schema, the answer, the round of repair.

Where a server can't be held to a schema (many local ones can't), it is asked in words; either way the answer is
checked against the type here, and a wrong one gets one chance to be put right.
"""

from __future__ import annotations

import json
import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError

T = TypeVar("T", bound=BaseModel)

_FENCE = re.compile(r"```(?:json)?\s*\n(.*?)```", re.DOTALL)
_MOST_COMPLAINTS = 6


def asked_in_words(output: type[BaseModel]) -> str:
    """The same as an instruction, for a server that knows no schemas."""
    schema = json.dumps(output.model_json_schema(), ensure_ascii=False, sort_keys=True)
    return (
        "Answer with one JSON object and nothing else: no explanation, no code fence. "
        f"It must match this JSON schema:\n<schema>\n{schema}\n</schema>"
    )


def read_answer(text: str, output: type[T]) -> T:
    """The checked value. Raises ValueError with what is wrong, in words a model can act on."""
    try:
        return output.model_validate_json(_json_in(text))
    except ValidationError as exc:
        complaints = [
            f"{'.'.join(str(step) for step in error['loc']) or 'the whole'}: {error['msg']}" for error in exc.errors()
        ]
        raise ValueError("; ".join(complaints[:_MOST_COMPLAINTS])) from exc


def repair_request(problem: str, output: type[BaseModel] | None = None) -> str:
    """What the model is told when its answer can't be used; with ``output`` also what it should be, when the server
    seems not to have told it."""
    said = f"That answer can't be used: {problem}. Send the whole corrected JSON object again, and nothing else."
    return f"{said}\n{asked_in_words(output)}" if output is not None else said


def is_an_object(text: str) -> bool:
    """Whether it is meant to be JSON at all, right or wrong."""
    return _json_in(text).startswith("{")


def _json_in(text: str) -> str:
    """The object in the answer: fences and a sentence around it are forgiven, nothing inside is."""
    text = text.strip()
    if text.startswith("{"):
        return text
    fenced = _FENCE.search(text)
    if fenced:
        return fenced.group(1).strip()
    begin, end = text.find("{"), text.rfind("}")
    return text[begin : end + 1] if 0 <= begin < end else text
