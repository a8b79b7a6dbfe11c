"""Bad files are refused with one clear sentence and a code, and never by crashing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter

from careercoach_desktop.foundation.documents.reading import page_image, read_document, refusals
from careercoach_desktop.foundation.errors import UserError
from tests.support.paper import pdf, word

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def code_of(data: bytes, name: str) -> str:
    with pytest.raises(UserError) as refusal:
        read_document(data, name)
    assert refusal.value.message.endswith(".")
    assert refusal.value.next_step
    return refusal.value.code


def encrypted(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("a secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def docx_with(document_xml: bytes) -> bytes:
    """A real DOCX whose main part is replaced."""
    whole = word(lambda document: document.add_paragraph("Ada Quist"))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = document_xml
    return zipped(parts)


@pytest.mark.parametrize("data", [b"", b"   \n\n ", b"\x00\x00\x00"])
def test_an_empty_file(data: bytes) -> None:
    assert code_of(data, "cv.pdf") == "file-empty"


def test_a_pdf_with_a_password() -> None:
    assert code_of(encrypted(pdf("Ada Quist")), "cv.pdf") == "pdf-encrypted"


def test_a_pdf_cut_off_in_the_middle() -> None:
    whole = pdf("Ada Quist")
    assert code_of(whole[:400], "cv.pdf") == "file-damaged"


def test_a_docx_cut_off_in_the_middle() -> None:
    whole = word(lambda document: document.add_paragraph("Ada Quist"))
    assert code_of(whole[: len(whole) // 2], "cv.docx") == "file-damaged"


def test_a_docx_with_broken_xml() -> None:
    assert code_of(docx_with(b"<w:document"), "cv.docx") == "file-damaged"


def test_a_file_larger_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MAX_BYTES", 1000)
    assert code_of(b"Ada Quist\n" * 101, "cv.txt") == "file-too-large"


def test_a_pdf_of_five_hundred_pages() -> None:
    one = PdfReader(io.BytesIO(pdf("Ada Quist")))
    writer = PdfWriter()
    for _ in range(500):
        writer.add_page(one.pages[0])
    out = io.BytesIO()
    writer.write(out)
    assert code_of(out.getvalue(), "cv.pdf") == "too-many-pages"


def test_a_pdf_of_pictures_only() -> None:
    assert code_of(pdf("#rect(width: 100pt, height: 100pt, fill: gray)"), "scan.pdf") == "no-text"


OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"GIF89a" + bytes(range(256)) * 4, "file-type-unknown"),
        (zipped({"a.txt": b"x"}), "zip-unknown"),
        (zipped({"xl/workbook.xml": b"x"}), "file-type-unknown"),
        (zipped({"Index/Document.iwa": b"x"}), "file-type-unknown"),
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "old-word"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), "file-type-unknown"),
    ],
    ids=["picture", "zip", "spreadsheet", "Pages", "Word 97", "Excel 97"],
)
def test_a_file_of_another_kind(data: bytes, code: str) -> None:
    assert code_of(data, "cv.docx") == code


def test_a_zip_bomb_is_measured_before_it_is_opened() -> None:
    bomb = zipped({"[Content_Types].xml": TYPES.encode(), "word/document.xml": b" " * (64 * 1024 * 1024)})
    assert len(bomb) < 200_000
    assert code_of(bomb, "cv.docx") == "file-suspicious"


def test_a_zip_that_lies_about_its_sizes() -> None:
    """The declared size is small; the ratio of what really comes out gives it away."""
    bomb = bytearray(zipped({"[Content_Types].xml": TYPES.encode(), "word/document.xml": b" " * (32 * 1024 * 1024)}))
    size = (32 * 1024 * 1024).to_bytes(4, "little")
    start = bomb.rfind(b"PK\x01\x02")
    place = bomb.find(size, start)
    bomb[place : place + 4] = (1000).to_bytes(4, "little")
    assert code_of(bytes(bomb), "cv.docx") in {"file-suspicious", "file-damaged"}


def test_an_entity_bomb() -> None:
    xml = (
        b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        b"<w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert code_of(docx_with(xml), "cv.docx") == "file-suspicious"
    assert code_of(docx_with(xml.decode().encode("utf-16")), "cv.docx") == "file-suspicious"
    late = xml.replace(b"<!DOCTYPE", b"<!--" + bytes(range(32, 45)) * 9000 + b"--><!DOCTYPE")
    assert code_of(docx_with(late), "cv.docx") == "file-suspicious"


@pytest.mark.parametrize("cut", [lambda d: d[: len(d) * 2 // 3], lambda d: d[:-200], lambda d: d[:100] + d[300:]])
def test_a_damaged_pdf_is_read_or_refused_but_never_crashes(cut: Callable[[bytes], bytes]) -> None:
    def outcome() -> str:
        try:
            return read_document(cut(pdf("Ada Quist " * 200)), "cv.pdf").text[:3]
        except UserError as refusal:
            return refusal.code

    assert outcome() in {"Ada", "file-damaged", "no-text"}


def test_page_images_refuse_like_reading_does() -> None:
    with pytest.raises(UserError) as refusal:
        page_image(encrypted(pdf("Ada Quist")), "application/pdf", 0, 300)
    assert refusal.value.code == "pdf-encrypted"
