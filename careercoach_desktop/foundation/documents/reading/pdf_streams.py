"""The streams of a PDF as they stand in its bytes, unpacked within limits: for looking at before PDFium does.

This reads no structure (that may lie) but finds every stream there is. Files whose streams are encrypted give noise.
"""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = re.compile(rb"(\d+)\s+\d+\s+$")
_ESCAPED = re.compile(rb"#([0-9a-fA-F]{2})")
_FILTERS = re.compile(
    rb"/(FlateDecode|Fl|ASCII85Decode|A85|ASCIIHexDecode|AHx|LZWDecode|LZW|RunLengthDecode|RL)(?![A-Za-z0-9])"
)
_FLATE = frozenset({b"FlateDecode", b"Fl"})
_CHUNK = 256 * 1024
_HEAD = 20_000
"""Bytes in which a stream's dictionary is looked for before it."""
_LZW, _RUN = 100, 64
"""How many times larger a stream gets at most in practice, where unpacking it here is not worth the code."""


@dataclass(frozen=True, slots=True)
class Stream:
    """``number`` of its object (0 when unknown), ``head``: its dictionary, ``rest``: the file from its content on."""

    number: int
    head: bytes
    rest: memoryview

    def unpacked(self, limit: int) -> bytes | None:
        """The content; None when any step of unpacking gives more than ``limit`` bytes."""
        steps = [found.group(1) for found in _FILTERS.finditer(self.head)]
        if steps and steps[0] in _FLATE:
            # Packed data knows its own end, and may hold the word that seems to be the end of the stream.
            data = _inflated(self.rest, limit)
            steps = steps[1:]
        else:
            whole = bytes(self.rest[: limit + 9])
            end = whole.find(b"endstream")
            data = whole[:end] if end >= 0 else whole
        for how in steps:
            data = _unpacked(data, how, limit) if data is not None else None
        return data if data is None or len(data) <= limit else None


def streams(data: bytes) -> Iterator[Stream]:
    """Every stream in the order of the file."""
    whole = memoryview(data)
    at = data.find(b"stream")
    while at >= 0:
        if data[at - 3 : at] != b"end":
            start = data.rfind(b"obj", max(0, at - _HEAD), at)
            head = _plain(data[start + 3 : at]) if start >= 0 else b""
            number = _NUMBER.search(data[max(0, start - 30) : start]) if start >= 0 else None
            begin = at + 6
            begin += data[begin : begin + 2] == b"\r\n"
            yield Stream(int(number.group(1)) if number else 0, head, whole[begin + 1 :])
        at = data.find(b"stream", at + 6)


def objects(data: bytes) -> dict[int, bytes]:
    """The objects that are not streams, as far as they stand there unpacked: what a reference leads to."""
    return {
        int(found.group(1)): _plain(found.group(2))
        for found in re.finditer(rb"(\d+)\s+\d+\s+obj\b([^\x00]{0,20000}?)\bendobj", data)
    }


def _plain(head: bytes) -> bytes:
    """Names may be written with ``#41`` for ``A``."""
    if b"#" not in head:
        return head
    return _ESCAPED.sub(lambda found: bytes([int(found.group(1), 16)]), head)


def _unpacked(data: bytes, how: bytes, limit: int) -> bytes | None:
    if how in _FLATE:
        return _inflated(data, limit)
    try:
        if how in {b"ASCII85Decode", b"A85"}:
            return base64.a85decode(data.strip().removesuffix(b"~>"), ignorechars=b" \t\r\n\x00\x0c")
        if how in {b"ASCIIHexDecode", b"AHx"}:
            digits = b"".join(data.split()).removesuffix(b">")
            return binascii.unhexlify(digits + b"0" * (len(digits) % 2))
    except (ValueError, binascii.Error):
        return b""
    return None if len(data) * (_LZW if how.startswith(b"LZW") else _RUN) > limit else b""


def _inflated(data: bytes | memoryview, limit: int) -> bytes | None:
    """What comes out before the data breaks, as PDFium takes it too."""
    machine, out, size = zlib.decompressobj(), [], 0
    try:
        while data and not machine.eof:
            fed = data[:_CHUNK]
            piece = machine.decompress(fed, _CHUNK)
            data = data[len(fed) - len(machine.unconsumed_tail) :]
            size += len(piece)
            if size > limit:
                return None
            out.append(piece)
    except zlib.error:
        pass
    return b"".join(out)
