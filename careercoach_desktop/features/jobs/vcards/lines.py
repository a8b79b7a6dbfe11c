"""A vCard's bytes as properties: unfolded, decoded from whatever each line says it is in, parameters and value apart.

Bytes until the last moment, because in a 2.1 file every line may be in another character set.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_BEGIN = re.compile(rb"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_END = re.compile(rb"\s*END\s*:\s*VCARD\s*", re.IGNORECASE)
_VERSION = re.compile(rb"\s*VERSION\s*:\s*([0-9.]+)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_BARE_ENCODINGS = {"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"}
_LONGEST_VALUE = 20_000
"""Bytes; what is longer is a picture or a key, and nothing of it is wanted here."""
_LONGEST_HEAD = 2_000
"""Bytes before the colon: a name and what is said of the value. No address book needs more."""


@dataclass(frozen=True, slots=True)
class Property:
    """One line of a card. ``name`` is in capitals; ``group`` ties lines together (Apple’s labels). ``raw`` still has
    its escapes, because what separates the parts of a value is told from what belongs to it by them."""

    name: str
    group: str
    params: Mapping[str, tuple[str, ...]]
    raw: str

    @property
    def text(self) -> str:
        return unescaped(self.raw)

    @property
    def types(self) -> frozenset[str]:
        return frozenset(each.upper() for each in self.params.get("TYPE", ()))

    @property
    def rank(self) -> int:
        """The most preferred of its name is lowest: ``PREF``, or a number from 1 to 100."""
        said = next(iter(self.params.get("PREF", ())), "")
        if said.isdecimal():
            return int(said)
        return 1 if "PREF" in self.types or "PREF" in self.params else 101

    def parts(self, separator: str = ";") -> list[str]:
        """The value where ``separator`` stands unescaped."""
        found, start, at = [], 0, 0
        while at < len(self.raw):
            if self.raw[at] == "\\":
                at += 2
                continue
            if self.raw[at] == separator:
                found.append(self.raw[start:at])
                start = at + 1
            at += 1
        return [unescaped(part).strip() for part in [*found, self.raw[start:]]]


def unescaped(raw: str) -> str:
    """``\\n`` is a new line, any other escaped sign is itself."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], raw)


def cards_in(data: bytes) -> Iterator[list[Property]]:
    """The properties of every card. A card within a card (an assistant’s) is passed over; a file that ends in the
    middle of a card gives what there is."""
    depth, lines = 0, list[bytes]()
    for line in _as_utf8(data).splitlines():
        if _BEGIN.fullmatch(line):
            depth += 1
            if depth == 1:
                lines = []
        elif _END.fullmatch(line) and depth:
            depth -= 1
            if depth == 0:
                yield _properties(lines)
        elif depth == 1:
            lines.append(line)
    if depth:
        yield _properties(lines)


def _as_utf8(data: bytes) -> bytes:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace").encode()
    return data


def _properties(lines: Sequence[bytes]) -> list[Property]:
    version = next((found[1] for line in lines if (found := _VERSION.match(line))), b"")
    properties = map(_property, _unfolded(lines, keeps_space=version == b"2.1"))
    return [each for each in properties if each is not None]


def _unfolded(lines: Sequence[bytes], *, keeps_space: bool) -> list[bytes]:
    """2.1 folds where a space stands and keeps it; later versions add one. Quoted-printable has its own way."""
    whole: list[bytearray] = []
    goes_on = False
    for line in lines:
        if goes_on and whole:
            del whole[-1][-1:]
            whole[-1] += line.lstrip(b" \t")
        elif line[:1] in (b" ", b"\t") and whole:
            whole[-1] += line if keeps_space else line[1:]
        else:
            whole.append(bytearray(line))
        goes_on = line.endswith(b"=") and _is_quoted_printable(whole[-1])
    return [bytes(line) for line in whole if line.strip()]


def _is_quoted_printable(line: bytearray) -> bool:
    """Asked of every line of one that goes on, so it looks at no more than the head."""
    head, colon, _value = bytes(line[:_LONGEST_HEAD]).partition(b":")
    said = (each.strip().upper().rpartition(b"=")[2] for each in head.split(b";")[1:])
    return bool(colon) and b"QUOTED-PRINTABLE" in said


def _property(line: bytes) -> Property | None:
    head, colon, value = _split_at_colon(line)
    if not colon or len(head) > _LONGEST_HEAD:
        return None
    name, *said = _split_quoted(head.decode("utf-8", "replace"))
    group, _, name = name.rpartition(".")
    params: dict[str, tuple[str, ...]] = {}
    for each in said:
        key, equals, text = each.partition("=")
        if not equals:  # 2.1: ``TEL;WORK;VOICE``
            key, text = ("ENCODING" if each.upper() in _BARE_ENCODINGS else "TYPE"), each
        values = tuple(part.strip().strip('"') for part in text.split(","))
        params[key.strip().upper()] = (*params.get(key.strip().upper(), ()), *values)
    return Property(name.strip().upper(), group.upper(), params, _decoded(value, params))


def _split_at_colon(line: bytes) -> tuple[bytes, bytes, bytes]:
    """At the first colon that does not stand in quotes."""
    quoted = False
    for at, sign in enumerate(line):
        if sign == ord('"'):
            quoted = not quoted
        elif sign == ord(":") and not quoted:
            return line[:at], b":", line[at + 1 :]
    return line.partition(b":")  # an odd number of quotes


def _split_quoted(head: str) -> list[str]:
    parts, quoted = [""], False
    for sign in head:
        quoted ^= sign == '"'
        if sign == ";" and not quoted:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _decoded(value: bytes, params: Mapping[str, tuple[str, ...]]) -> str:
    encoding = next(iter(params.get("ENCODING", ())), "").upper()
    if len(value) > _LONGEST_VALUE:
        return ""
    if encoding == "QUOTED-PRINTABLE":
        value = quopri.decodestring(value)
    elif encoding in ("B", "BASE64"):
        try:
            value = binascii.a2b_base64(value)
        except binascii.Error:
            return ""
    charset = next(iter(params.get("CHARSET", ())), "utf-8")
    for each in (charset, "utf-8"):
        try:
            return value.decode(each).strip()
        except (LookupError, UnicodeError):
            continue
    return value.decode("cp1252", "replace").strip()
