"""Word, OpenDocument and LinkedIn files that were made to hurt."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/octet"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.{kind}main+xml"/>'
    '<Override PartName="/word/styles.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_PLAIN = "openxmlformats-officedocument.wordprocessingml.document."
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)
_ROOT = _RELS.format(f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/>')
_P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format
_URN = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF = " ".join(
    f'xmlns:{name}="{_URN}{name if name != "draw" else "drawing"}:1.0"'
    for name in ("office", "style", "text", "table", "draw")
)
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
MILLION = 1_000_000


def zipped(parts: Mapping[str, bytes | str], *, first_plain: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for number, (name, content) in enumerate(parts.items()):
            how = zipfile.ZIP_STORED if first_plain and number == 0 else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def docx(
    body: str = "", *, relations: str = "", kind: str = _PLAIN, whole: bytes | None = None, **more: bytes
) -> bytes:
    """``body`` inside ``w:body``; ``whole`` instead of the main part; ``more`` parts by name (``__`` for ``/``)."""
    document = whole or f'<?xml version="1.0"?><w:document {W} {R}><w:body>{body}</w:body></w:document>'.encode()
    parts: dict[str, bytes | str] = {
        "[Content_Types].xml": _TYPES.format(kind=kind),
        "_rels/.rels": _ROOT,
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _RELS.format(relations),
    }
    return zipped(parts | {name.replace("__", "/"): content for name, content in more.items()})


def odt(body: str = "", *, whole: bytes | None = None, styles: str = "") -> bytes:
    document = (
        whole
        or (
            f'<?xml version="1.0"?><office:document-content {_ODF}><office:automatic-styles>{styles}'
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ).encode()
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": document}, first_plain=True)


def tables(**content: str | bytes) -> bytes:
    return zipped({f"{name}.csv": text for name, text in content.items()})


def _laughing(root: str, encoding: str = "utf-8") -> bytes:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d [<!ENTITY l0 "ha">{_LAUGHS}]>{root}'
    return text.encode(encoding)


def _outside(target: str) -> bytes:
    text = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "{target}">]><w:document {W}><w:body>{_P("&x;")}'
    return f"{text}</w:body></w:document>".encode()


def _overlapping() -> bytes:
    """Five thousand names for one packed megabyte."""
    whole = zipped({"word/document.xml": bytes(MILLION)})
    start = whole.rfind(b"PK\x01\x02")
    end = whole.rfind(b"PK\x05\x06")
    entry = whole[start:end]
    count = 4900
    many = b"".join(entry.replace(b"word/document.xml", b"word/documen%05d" % n) for n in range(count))
    close = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(many), start, 0)
    return whole[:start] + many + close


def _cells(rows: int, columns: int) -> str:
    row = "<w:tr>" + f"<w:tc>{_P('x')}</w:tc>" * columns + "</w:tr>"
    return "<w:tbl>" + row * rows + "</w:tbl>"


def _nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + _P("x") + "</w:tc></w:tr></w:tbl>" * depth


DOCX: dict[str, Callable[[], bytes]] = {
    "a part of 64 MB of blanks": lambda: docx(whole=b" " * 64 * MILLION),
    "a picture of 900 MB": lambda: docx(_P("Ada"), word__media__a_png=bytes(900 * MILLION)),
    "a zip inside a zip": lambda: docx(_P("Ada"), word__embedded_zip=zipped({"a": zipped({"b": bytes(99 * MILLION)})})),
    "60,000 parts": lambda: zipped({"word/document.xml": "", **{f"word/{n}": b"" for n in range(60_000)}}),
    "parts that lie over each other": _overlapping,
    "every part is a way out": lambda: docx(_P("Ada"), **{f"..__..__{n}": b"x" for n in ("etc", "passwd")}),
    "a billion laughs": lambda: docx(whole=_laughing(f"<w:document {W}><w:body>{_P('&l9;')}</w:body></w:document>")),
    "a billion laughs in UTF-16": lambda: docx(
        whole=_laughing(f"<w:document {W}><w:body>{_P('&l9;')}</w:body></w:document>", "utf-16")
    ),
    "a billion laughs in EBCDIC": lambda: docx(
        whole=_laughing(f"<w:document {W}><w:body>{_P('&l9;')}</w:body></w:document>", "cp037")
    ),
    "a file of the computer as an entity": lambda: docx(whole=_outside("file:///etc/passwd")),
    "an address as an entity": lambda: docx(whole=_outside("http://127.0.0.1:9/")),
    "XML 5,000 levels deep": lambda: docx("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
    "XML 240 levels deep": lambda: docx("<w:sdtContent>" * 240 + _P("x") + "</w:sdtContent>" * 240),
    "runs 240 levels deep": lambda: docx(
        "<w:p>" + "<w:ins>" * 230 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 230 + "</w:p>"
    ),
    "tables 80 levels deep": lambda: docx(_nested(80)),
    "a table of 300 × 300": lambda: docx(_cells(300, 300)),
    "a table of 2,000 × 2,000": lambda: docx(_cells(2000, 2000)),
    "a table of one row with 100,000 cells": lambda: docx(_cells(1, 100_000)),
    "a cell over a billion columns": lambda: docx(
        f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{_P("x")}</w:tc></w:tr></w:tbl>'
    ),
    "100,000 paragraphs": lambda: docx(_P("some words that go on") * 100_000),
    "a million empty paragraphs": lambda: docx("<w:p/>" * MILLION),
    "a paragraph of 100,000 runs": lambda: docx("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 100_000 + "</w:p>"),
    "a paragraph of 100,000 links": lambda: docx(
        "<w:p>" + '<w:hyperlink r:id="rId9"><w:r><w:t>ab </w:t></w:r></w:hyperlink>' * 50_000 + "</w:p>",
        relations=f'<Relationship Id="rId9" Type="{_REL}/hyperlink" Target="https://e.example" TargetMode="External"/>',
    ),
    "a word of ten megabytes": lambda: docx(_P("x" * 10 * MILLION)),
    "ten megabytes of words": lambda: docx(_P("word " * 2 * MILLION)),
    "100,000 tabs": lambda: docx("<w:p><w:r>" + "<w:tab/><w:t>a</w:t>" * 100_000 + "</w:r></w:p>"),
    "100,000 attributes": lambda: docx("<w:p " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>" + _P("x")),
    "a text box inside a text box inside": lambda: docx(
        "<w:p><w:r><w:txbxContent>" * 70 + _P("x") + "</w:txbxContent></w:r></w:p>" * 70
    ),
    "macros": lambda: docx(
        _P("Ada Quist"), kind="ms-word.document.macroEnabled.", word__vbaProject_bin=b"\xd0\xcf\x11\xe0" * 999
    ),
    "a template and pictures somewhere else": lambda: docx(
        _P("Ada Quist"),
        relations="".join(
            f'<Relationship Id="rId{n}" Type="{_REL}/{kind}" Target="http://127.0.0.1:9/{kind}" TargetMode="External"/>'
            for n, kind in enumerate(("attachedTemplate", "image", "oleObject", "frame", "subDocument", "header"))
        ),
    ),
    "relations in a ring": lambda: docx(
        _P("Ada Quist") + '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>',
        relations=f'<Relationship Id="rId1" Type="{_REL}/header" Target="document.xml"/>',
    ),
    "100,000 relations": lambda: docx(
        _P("Ada"),
        relations="".join(
            f'<Relationship Id="r{n}" Type="x" Target="http://e/" TargetMode="External"/>' for n in range(100_000)
        ),
    ),
    "styles that are based on each other": lambda: docx(
        '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Ada</w:t></w:r></w:p>',
        relations=f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>',
        word__styles_xml=(
            f'<w:styles {W}><w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/>'
            '<w:basedOn w:val="A"/></w:style>'
            "</w:styles>"
        ).encode(),
    ),
    "30,000 styles": lambda: docx(
        _P("Ada"),
        relations=f'<Relationship Id="rId1" Type="{_REL}/styles" Target="styles.xml"/>',
        word__styles_xml=(
            f"<w:styles {W}>"
            + "".join(
                f'<w:style w:type="paragraph" w:styleId="S{n}"><w:name w:val="S{n}"/></w:style>' for n in range(30_000)
            )
            + "</w:styles>"
        ).encode(),
    ),
    "no main part": lambda: zipped({"[Content_Types].xml": _TYPES.format(kind=_PLAIN), "word/document2.xml": ""}),
    "a main part that is no XML": lambda: docx(whole=bytes(range(256)) * 99),
    "numbers that are none": lambda: docx(
        '<w:p><w:pPr><w:ind w:left="１２３"/><w:outlineLvl w:val="-9999999999999"/></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="99999999999999999999"/></w:rPr><w:t>Ada</w:t></w:r></w:p>'
    ),
}

ODT: dict[str, Callable[[], bytes]] = {
    "a billion laughs": lambda: odt(whole=_laughing(f"<office:document-content {_ODF}>&l9;</office:document-content>")),
    "XML 5,000 levels deep": lambda: odt("<text:section>" * 5000 + "</text:section>" * 5000),
    "XML 200 levels deep": lambda: odt("<text:section>" * 200 + "<text:p>x</text:p>" + "</text:section>" * 200),
    "spans 200 levels deep": lambda: odt("<text:p>" + "<text:span>" * 200 + "x" + "</text:span>" * 200 + "</text:p>"),
    "lists 100 levels deep": lambda: odt(
        "<text:list><text:list-item>" * 100 + "<text:p>x</text:p>" + "</text:list-item></text:list>" * 100
    ),
    "tables 60 levels deep": lambda: odt(
        "<table:table><table:table-row><table:table-cell>" * 60
        + "<text:p>x</text:p><text:p>y</text:p>"
        + "</table:table-cell></table:table-row></table:table>" * 60
    ),
    "a cell that is there a billion times": lambda: odt(
        '<table:table><table:table-row table:number-rows-repeated="999999999"><table:table-cell '
        'table:number-columns-repeated="999999999"><text:p>x</text:p></table:table-cell></table:table-row></table:table>'
    ),
    "a billion blanks": lambda: odt('<text:p>a<text:s text:c="999999999"/>b<text:s text:c="-1"/>c</text:p>'),
    "100,000 paragraphs": lambda: odt("<text:p>some words that go on</text:p>" * 100_000),
    "450,000 empty paragraphs": lambda: odt("<text:p/>" * 450_000),
    "a paragraph of 100,000 spans": lambda: odt("<text:p>" + "<text:span>a</text:span>" * 100_000 + "</text:p>"),
    "a table of 300 × 300": lambda: odt(
        "<table:table>"
        + ("<table:table-row>" + "<table:table-cell><text:p>x</text:p></table:table-cell>" * 300 + "</table:table-row>")
        * 300
        + "</table:table>"
    ),
    "styles that are each other's parents": lambda: odt(
        '<text:p text:style-name="A">Ada</text:p>',
        styles='<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" '
        'style:parent-style-name="A"/>',
    ),
    "no body": lambda: odt(whole=b"<a/>"),
    "no content": lambda: zipped(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ""}, first_plain=True
    ),
}

_PERSON = "First Name,Last Name\nAda,Quist\n"

TABLES: dict[str, Callable[[], bytes]] = {
    "a million rows": lambda: tables(Profile=_PERSON, Positions="Company Name,Title\n" + "Acme,Engineer\n" * MILLION),
    "a million columns": lambda: tables(Profile=_PERSON, Positions="a," * MILLION + "\n" + "b," * MILLION),
    "a quote that never ends": lambda: tables(Profile=_PERSON, Positions='Company Name\n"' + "x" * 3 * MILLION),
    "a cell of three megabytes": lambda: tables(
        Profile="First Name,Summary\nAda," + "x" * 3 * MILLION, Positions="a\n"
    ),
    "nothing but zeros": lambda: tables(Profile=bytes(MILLION), Positions=bytes(99)),
    "nothing but quotes": lambda: tables(Profile='"' * MILLION, Positions='"""' * 9999),
    "noise": lambda: tables(Profile=bytes(range(256)) * 999, Positions=bytes(range(255, 0, -1)) * 99),
    "markup": lambda: tables(Profile=_PERSON, Positions="Title\n<!ENTITY x><script>=cmd|'/c calc'!A1\n"),
    "30,000 skills": lambda: tables(Profile=_PERSON, Skills="Name\n" + "".join(f"Skill {n}\n" for n in range(30_000))),
    "a bomb": lambda: tables(Profile=_PERSON, Positions=" " * 60 * MILLION),
}


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """Name of the file, what is wrong with it, its bytes."""
    for name, builders in (("cv.docx", DOCX), ("cv.odt", ODT), ("export.zip", TABLES)):
        for how, build in builders.items():
            yield name, how, build()
