"""What a PDF would take is added up before PDFium opens it; what a résumé takes is let through."""

from __future__ import annotations

import zlib

import pytest

from careercoach_desktop.foundation.documents.reading.pdf_streams import streams
from careercoach_desktop.foundation.documents.reading.weighing import weigh
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.resources import resource
from tests.support.paper import pdf


def form(number: int, content: bytes, *names: tuple[bytes, int]) -> bytes:
    named = b" ".join(b"/%b %d 0 R" % name for name in names)
    head = b"<< /Type /XObject /Subtype /Form /Resources << /XObject << %b >> >> /Length %d >>"
    return b"%d 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (number, head % (named, len(content)), content)


def stream(entries: bytes, body: bytes) -> bytes:
    return b"%%PDF-1.7\n7 0 obj\n<< %b >>\nstream\n%b\nendstream\nendobj\n" % (entries, body)


def refused(data: bytes) -> str:
    with pytest.raises(UserError) as refusal:
        weigh(data)
    assert refusal.value.code == "file-suspicious"
    return refusal.value.message


@pytest.mark.parametrize("name", ["lena-marsh.pdf", "camille-bergmann.pdf"])
def test_a_resume_is_light(name: str) -> None:
    weigh(resource(f"sample/{name}").read_bytes())
    weigh(pdf("#lorem(20000)"))


def test_a_form_that_draws_itself_twice() -> None:
    assert "itself" in refused(b"%PDF-1.7\n" + form(6, b"/X Do /X Do", (b"X", 6)))
    weigh(b"%PDF-1.7\n" + form(6, b"/X Do", (b"X", 7)) + form(7, b"BT ET", (b"X", 6)))


def test_forms_that_draw_forms_are_multiplied() -> None:
    levels = b"".join(form(10 + n, b"/N Do " * 10, (b"N", 11 + n)) for n in range(6)) + form(16, b"BT ET")
    refused(b"%PDF-1.7\n" + levels)


@pytest.mark.parametrize("times", [1, 2, 3])
def test_what_would_unpack_to_far_too_much(times: int) -> None:
    packed = bytes(40 * 2**20)
    for _ in range(times):
        packed = zlib.compress(packed, 9)
    refused(stream(b"/Filter [%b]" % (b"/FlateDecode " * times), packed))
    refused(stream(b"/Filter [%b]" % (b"/#46l " * times), packed))


def test_a_stream_that_says_inside_that_it_ends() -> None:
    """Stored, not squeezed: the packed bytes hold the word that seems to end them."""
    whole = zlib.compress(b"endstream" + bytes(2**16), 0)
    assert b"endstream" in whole
    (found,) = streams(stream(b"/Filter /FlateDecode", whole))
    assert found.unpacked(2**20) == b"endstream" + bytes(2**16)
    assert found.unpacked(2**15) is None


def test_pictures_and_patterns_no_printer_has() -> None:
    refused(stream(b"/Subtype /Image /Width 100000 /Height 100000", b"x"))
    weigh(stream(b"/Subtype /Image /Width 3000 /Height 4000", b"x"))
    refused(stream(b"/PatternType 1 /XStep 0.0001 /YStep 1", b"0 0 1 1 re f"))


def test_an_encrypted_file_is_left_to_its_password() -> None:
    weigh(stream(b"/Filter /FlateDecode", b"noise") + b"trailer << /Encrypt 9 0 R >>")
