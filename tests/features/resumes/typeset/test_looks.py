"""What a style changes: faces, order, emphasis, the picture; and what no style may bring in."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from itertools import cycle

import pypdf
import pypdfium2
import pytest

from careercoach_desktop.features.resumes.model import Basics, Highlight, Mark, ResumeData, Work
from careercoach_desktop.features.resumes.picture import preview
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.pdf import NO_PICTURE, typeset
from careercoach_desktop.features.resumes.typeset.templates import TEMPLATES
from careercoach_desktop.foundation.documents.typesetting import fonts
from careercoach_desktop.foundation.documents.typesetting.fonts import OWN_FAMILIES, missing_font

from .pages import NAMES, PEOPLE, pdf_of
from .samples import everything, sample, short, styled


def png(width: int = 40, height: int = 50) -> bytes:
    """A picture in plain green."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = (b"\x00" + b"\x00\x99\x33" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def address_of(picture: bytes, kind: str = "png") -> str:
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def with_picture(image: str) -> ResumeData:
    data = everything()
    data.basics.image = image
    return data


def faces(document: bytes) -> set[str]:
    """The names of the fonts in a PDF."""
    found = set()
    for page in pypdf.PdfReader(io.BytesIO(document)).pages:
        for font in page["/Resources"].get("/Font", {}).values():
            found.add(str(font.get_object()["/BaseFont"]).rpartition("+")[2].lstrip("/"))
    return found


def is_green(document: bytes) -> bool:
    bitmap = pypdfium2.PdfDocument(document)[0].render(scale=1, rev_byteorder=True)
    raw = bytes(bitmap.buffer)
    return any(raw[at : at + 3] == b"\x00\x99\x33" for at in range(0, len(raw), bitmap.n_channels))


@pytest.mark.parametrize("template", TEMPLATES, ids=NAMES)
def test_a_picture_stands_where_the_template_has_a_place_for_it(template: object) -> None:
    data = with_picture(address_of(png()))
    assert is_green(typeset(data, styled(template.name, photo=True)).document) == template.photo  # type: ignore[attr-defined]
    assert not is_green(typeset(data, styled(template.name)).document)


@pytest.mark.parametrize("image", ["", "https://example.com/me.png", "data:image/png;base64,AAAA", "data:text/html,x"])
def test_what_is_no_kept_picture_is_left_out_quietly(image: str) -> None:
    made = typeset(with_picture(image), styled("sidebar", photo=True))
    assert made.notes == ()


def test_a_broken_picture_is_told_and_the_page_made_all_the_same() -> None:
    made = typeset(with_picture(address_of(png()[:60])), styled("sidebar", photo=True))
    assert made.notes == (NO_PICTURE,)
    assert made.document.startswith(b"%PDF")


@pytest.mark.parametrize("family", OWN_FAMILIES)
def test_a_chosen_face_is_used_and_no_other(family: str) -> None:
    found = faces(typeset(sample("lena-marsh"), styled("modern", font=family)).document)
    assert {re.sub(r"\W", "", name.partition("-")[0]).casefold() for name in found} == {
        re.sub(r"\W", "", family).casefold()
    }


@pytest.mark.parametrize(
    ("name", "template"), [*zip(PEOPLE, cycle(NAMES), strict=False), *zip(PEOPLE, cycle(reversed(NAMES)), strict=False)]
)
def test_no_face_comes_in_by_accident(name: str, template: str) -> None:
    allowed = ("Inter", "SourceSans3", "SourceSerif4", "SourceSerif4Display", "LibertinusSerif")
    asian = ("NotoSansCJK", "NotoSerifCJK") if name in ("chinese", "japanese") else ()
    assert [face for face in faces(pdf_of(name, template)) if not face.startswith((*allowed, *asian))] == []


def test_without_a_chinese_font_the_person_is_told_which_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "system_families", lambda: ["Arial"])
    made = typeset(PEOPLE["chinese"](), styled())
    assert made.notes == (missing_font("zh"),)
    assert "Noto Sans CJK SC" in made.notes[0]


@pytest.mark.parametrize(
    ("text", "language", "script"),
    [
        ("Ann", "en", ""),
        ("陈晓雯", "zh", "zh"),
        ("田中", "ja", "ja"),
        ("テスト", "en", "ja"),
        ("김", "en", "ko"),
        ("陈", "de", "zh"),
    ],
)
def test_the_script_is_known_by_its_letters(text: str, language: str, script: str) -> None:
    assert fonts.east_asian_script(text, language) == script


def test_sections_stand_in_the_order_of_the_style_and_the_rest_follows() -> None:
    data = everything()
    own = data.sections[0].id
    sheet = compose(data, styled(order=["skills", own, "education"], left_out=["awards", "interests"]))
    keys = [section.key for section in sheet.sections]
    assert keys[:5] == ["skills", own, "education", "summary", "work"]
    assert {"awards", "interests"}.isdisjoint(keys)


def test_emphasis_and_links_of_a_bullet_are_on_the_page() -> None:
    bullet = Highlight(
        text="Cut  waiting from 40 to 12 minutes",
        marks=[Mark(start=0, end=3, bold=True), Mark(start=5, end=12, italic=True, url="https://clinic.example")],
    )
    data = ResumeData(basics=Basics(name="Ann Orr"), work=[Work(name="Clinic", highlights=[bullet])])
    (said,) = compose(data).sections[0].entries[0].bullets
    assert said.text == "Cut waiting from 40 to 12 minutes"
    assert [(piece.text, piece.bold, piece.italic, piece.url) for piece in said.pieces if piece.text != " "][:2] == [
        ("Cut", True, False, ""),
        ("waiting", False, True, "https://clinic.example"),
    ]
    document = typeset(data, styled("classic")).document
    assert any("Italic" in face for face in faces(document))
    assert b"https://clinic.example" in document


def test_hidden_and_left_out_things_have_no_place_in_the_preview() -> None:
    data = everything()
    data.hidden = [data.work[1].id]
    shown = preview(data, styled(left_out=["education"]), 200, 4)
    assert shown.places_of(data.work[1].id) == ()
    assert shown.places_of(data.education[0].id) == ()
    assert shown.places_of(data.work[0].id) != ()


@pytest.mark.parametrize("template", NAMES)
def test_the_places_of_a_preview_name_values_of_the_resume(template: str) -> None:
    data = short()
    paths = {place.path for page in preview(data, styled(template), 200, 1).pages for place in page.places}
    school = data.education[0].id
    assert {"basics.name", "basics.email", "education", "skills", f"{school}.institution", f"{school}.end"} <= paths
