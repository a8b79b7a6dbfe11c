"""Good files made bad: the same seed gives the same files.

Bytes are flipped, cut, doubled and moved wherever they stand; numbers are made huge or negative; the parts of a zip are
harmed inside and packed again, so that the harm reaches those who read XML; streams of a PDF likewise.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Mutation = Callable[[bytes, Random], bytes]

_NUMBER = re.compile(rb"-?\d+")
_ODD_NUMBERS = (b"0", b"-1", b"2147483647", b"4294967295", b"-2147483648", b"99999999999999999999", b"1e38", b"0.0001")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TAG = re.compile(rb"<[^>]{1,200}>")


def flip_bits(data: bytes, dice: Random) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 8, 64, 512))):
        at = dice.randrange(len(out))
        out[at] ^= 1 << dice.randrange(8)
    return bytes(out)


def cut_off(data: bytes, dice: Random) -> bytes:
    return data[: dice.randrange(1, len(data))]


def cut_out(data: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + data[start + dice.choice((1, 7, 100, 4000)) :]


def double(data: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(data))
    piece = data[start : start + dice.choice((10, 500, 20_000))]
    return data[:start] + piece * dice.choice((2, 50)) + data[start:]


def swap(data: bytes, dice: Random) -> bytes:
    a, b, c = sorted(dice.randrange(len(data)) for _ in range(3))
    return data[:a] + data[b:c] + data[a:b] + data[c:]


def noise(data: bytes, dice: Random) -> bytes:
    start = dice.randrange(len(data))
    return data[:start] + dice.randbytes(dice.choice((4, 200, 3000))) + data[start:]


def odd_numbers(data: bytes, dice: Random) -> bytes:
    """Numbers, and so lengths, counts and references, become what nobody expects."""
    places = list(_NUMBER.finditer(data))
    if not places:
        return flip_bits(data, dice)
    out = data
    for place in sorted(dice.sample(places, min(len(places), dice.choice((1, 3, 20)))), key=lambda p: -p.start()):
        out = out[: place.start()] + dice.choice(_ODD_NUMBERS) + out[place.end() :]
    return out


def mixed_references(data: bytes, dice: Random) -> bytes:
    """Objects of a PDF point to other objects than they did: trees become rings."""
    references = list(re.finditer(rb"(\d+) 0 R", data))
    if not references:
        return swap(data, dice)
    numbers = sorted({place.group(1) for place in references})
    out = data
    for place in sorted(
        dice.sample(references, min(len(references), dice.choice((1, 4, 16)))), key=lambda p: -p.start()
    ):
        out = out[: place.start(1)] + dice.choice(numbers) + out[place.end(1) :]
    return out


def inside_streams(data: bytes, dice: Random) -> bytes:
    """A stream of a PDF is unpacked, harmed and put back (unpacked, its filter gone)."""
    streams = [found for found in _STREAM.finditer(data) if found.group(1)[:1] == b"\x78"]
    if not streams:
        return odd_numbers(data, dice)
    chosen = dice.choice(streams)
    try:
        inner = zlib.decompress(chosen.group(1))
    except zlib.error:
        return flip_bits(data, dice)
    harmed = zlib.compress(dice.choice((flip_bits, odd_numbers, double, swap))(inner or b" ", dice))
    return data[: chosen.start(1)] + harmed + data[chosen.end(1) :]


def harmed_tags(data: bytes, dice: Random) -> bytes:
    """Tags of XML are left out, doubled or changed places."""
    tags = list(_TAG.finditer(data))
    if len(tags) < 3:
        return flip_bits(data, dice)
    out = data
    for tag in sorted(dice.sample(tags, min(len(tags), dice.choice((1, 5, 50)))), key=lambda t: -t.start()):
        piece = dice.choice((b"", tag.group() * 2, dice.choice(tags).group()))
        out = out[: tag.start()] + piece + out[tag.end() :]
    return out


def inside_parts(data: bytes, dice: Random) -> bytes:
    """One part of a zip is harmed and everything packed again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        return flip_bits(data, dice)  # harmed already
    chosen = dice.choice([name for name, content in parts.items() if content] or [""])
    if chosen:
        harm = dice.choice((harmed_tags, harmed_tags, flip_bits, cut_off, odd_numbers, double, swap, noise))
        parts[chosen] = harm(parts[chosen], dice)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


ANYWHERE: tuple[Mutation, ...] = (flip_bits, cut_off, cut_out, double, swap, noise, odd_numbers)
BY_SUFFIX: dict[str, tuple[Mutation, ...]] = {
    "pdf": (mixed_references, inside_streams, inside_streams, odd_numbers),
    "docx": (inside_parts,) * 6,
    "odt": (inside_parts,) * 6,
    "zip": (inside_parts,) * 6,
    "html": (harmed_tags, harmed_tags),
    "page": (harmed_tags, harmed_tags, odd_numbers),
}


def mutated(name: str, data: bytes, dice: Random) -> tuple[str, bytes]:
    """What was done (one or two things) and the file it gave."""
    choices = ANYWHERE + BY_SUFFIX.get(name.rpartition(".")[2], ())
    done = []
    for _ in range(dice.choice((1, 1, 2))):
        harm = dice.choice(choices)
        data = harm(data, dice) if data else data
        done.append(harm.__name__.replace("_", " "))
    return " and ".join(done), data
