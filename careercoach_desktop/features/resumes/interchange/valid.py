"""A JSON Resume to hand over: what ``to_json_resume`` writes, made valid by the letter of schema 1.0.0."""

from __future__ import annotations

import re
from typing import Any

from careercoach_desktop.features.resumes import model

from .writing_out import to_json_resume

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:\S+$", re.IGNORECASE)
_HOST = re.compile(r"^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]\S*)?$")


def valid_json_resume(data: model.ResumeData) -> dict[str, object]:
    """The document with its ``$schema`` named and every address written in full (``marsh.example`` gets its scheme),
    because the schema asks for addresses that programs can follow. Everything else is as ``to_json_resume`` has it."""
    document: dict[str, object] = {"$schema": SCHEMA, **to_json_resume(data)}
    return {key: _with_addresses(value) for key, value in document.items()}


def _with_addresses(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_addresses(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        key: _in_full(each) if key == "url" and isinstance(each, str) else _with_addresses(each)
        for key, each in value.items()
    }


def _in_full(url: str) -> str:
    """An address with its scheme; what is no address stays as it is."""
    return f"https://{url}" if not _SCHEME.match(url) and _HOST.match(url) else url
