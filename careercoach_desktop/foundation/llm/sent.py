"""What a call sends, as it is shown and as it is stored: every word of it, and of a file only what it was."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Sequence
from typing import Any

from careercoach_desktop.foundation.llm.model import ContactKind, Sent, SentPart
from careercoach_desktop.foundation.llm.wire import Block, Wire

_CODES = "|".join(kind.value.replace("_", "-") for kind in ContactKind)
_PLACEHOLDER = re.compile(rf"\[\[(?:{_CODES})(?:-\d+)?\]\]")
_KINDS = {"application/pdf": "PDF", "image/png": "PNG", "image/jpeg": "JPEG"}


def sent_of(wire: Wire, names: Sequence[str] = (), reply: str = "") -> Sent:
    """As it goes out. ``names``: of the attachments among the first turn's parts, by their place."""
    parts = []
    for turn in wire.turns:
        for number, block in enumerate(turn.content):
            name = names[number] if turn is wire.turns[0] and number < len(names) else ""
            parts.append(_part(turn.role, block, name))
    said = "\n".join([wire.system, *(part.text for part in parts)])
    return Sent(
        model=wire.model,
        system=wire.system,
        parts=tuple(parts),
        schema=wire.schema,
        effort=wire.effort.value if wire.effort else "",
        max_tokens=wire.max_tokens,
        reply=reply,
        replaced=tuple(dict.fromkeys(_PLACEHOLDER.findall(said))),
        searches=wire.searches,
    )


def packed(sent: Sent) -> bytes:
    """Small enough to be kept for every call."""
    values = {
        "model": sent.model,
        "system": sent.system,
        "parts": [[part.role, part.text, part.attachment, part.kept] for part in sent.parts],
        "schema": sent.schema,
        "effort": sent.effort,
        "max_tokens": sent.max_tokens,
        "replaced": sent.replaced,
        "searches": sent.searches,
    }
    return zlib.compress(json.dumps(values, ensure_ascii=False).encode())


def unpacked(content: bytes, reply: str) -> Sent:
    values: dict[str, Any] = json.loads(zlib.decompress(content))
    parts = tuple(SentPart(*part) for part in values.pop("parts"))
    return Sent(**{**values, "replaced": tuple(values["replaced"])}, parts=parts, reply=reply)


def _part(role: str, block: Block, name: str) -> SentPart:
    kept = "cache_control" in block
    match block.get("type"):
        case "text":
            return SentPart(role, str(block.get("text") or ""), kept=kept)
        case "document" | "image":
            source = block["source"]
            kind = _KINDS.get(source["media_type"], source["media_type"])
            size = f"{len(source['data']) * 3 // 4 / 1000:,.0f} kB"
            return SentPart(role, "", ", ".join(part for part in (name, kind, size) if part), kept)
        case "thinking":
            return SentPart(role, str(block.get("thinking") or ""), kept=kept)
        case _:
            return SentPart(role, json.dumps(block, ensure_ascii=False), kept=kept)
