"""PDF files that were made to hurt: built object by object, each with a name that says how."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping

Objects = dict[int, bytes]

MILLION = 1_000_000
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects: Mapping[int, bytes], trailer: bytes = b"", *, tail: bytes = b"") -> bytes:
    """The file of these objects; object 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    size = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        at = places.get(number)
        out += b"%010d 00000 n \n" % at if at is not None else b"0000000000 00000 f \n"
    out += b"trailer << /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start)
    return bytes(out + tail)


def stream(data: bytes, entries: bytes = b"", *, length: bytes | None = None) -> bytes:
    told = b"%d" % len(data) if length is None else length
    return b"<< /Length %b %b >>\nstream\n%b\nendstream" % (told, entries, data)


def packed(data: bytes, entries: bytes = b"", *, times: int = 1) -> bytes:
    """Deflated so many times over."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter [%b] %b" % (b"/FlateDecode " * times, entries))


def one_page(content: bytes, resources: bytes = b"", *, page: bytes = b"", more: Objects | None = None) -> bytes:
    """A page with this content stream (an object's body); fonts are there."""
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R %b /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %b >> >>"
            % (page or b"/MediaBox [0 0 595 842]", resources),
            4: content,
            5: _FONT,
            **(more or {}),
        }
    )


def words(text: bytes = b"Ada Quist, engineer") -> bytes:
    return stream(b"BT /F1 12 Tf 50 700 Td (%b) Tj ET" % text)


def form(content: bytes, resources: bytes = b"") -> bytes:
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 500 500] /Resources << %b >>" % resources
    return stream(content, entries)


def _xobjects(depth: int, times: int) -> bytes:
    """Forms that draw the next one several times: two to the thirtieth in all."""
    more = {}
    for level in range(depth):
        number = 10 + level
        if level == depth - 1:
            more[number] = form(b"BT /F1 9 Tf (x) Tj ET", b"/Font << /F1 5 0 R >>")
        else:
            more[number] = form(b"/X Do " * times, b"/XObject << /X %d 0 R >>" % (number + 1))
    return one_page(stream(b"/X Do"), b"/XObject << /X 10 0 R >>", more=more)


def _tree(depth: int) -> bytes:
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    for level in range(2, depth + 2):
        objects[level] = b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (level - 1, level + 1)
    objects[depth + 2] = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 100 100] >>" % (depth + 1)
    return pdf(objects)


def _kids(kids: bytes, count: bytes) -> bytes:
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%b] /Count %b >>" % (kids, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            4: words(),
        }
    )


def _outline() -> bytes:
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /Names 6 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            4: words(),
            6: b"<< /First 7 0 R /Last 7 0 R /Kids [6 0 R] /Count 999999999 >>",
            7: b"<< /Title (A) /Parent 6 0 R /Next 7 0 R /Prev 7 0 R /First 6 0 R >>",
        }
    )


def _links(count: int) -> bytes:
    link = b"<< /Type /Annot /Subtype /Link /Rect [50 690 200 712] /A << /S /URI /URI (https://e.example/%d) >> >>"
    annots = b" ".join(link % number for number in range(count))
    return one_page(words(), page=b"/MediaBox [0 0 595 842] /Annots [%b]" % annots)


def _image(width: int, height: int, data: bytes, filters: bytes = b"") -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 %b"
    picture = stream(data, head % (width, height, filters))
    return one_page(stream(b"500 0 0 500 0 0 cm /I Do"), b"/XObject << /I 6 0 R >>", more={6: picture})


def _type3() -> bytes:
    font = (
        b"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 "
        b"/Widths [1] /Encoding << /Differences [97 /a] >> /CharProcs << /a 7 0 R >> "
        b"/Resources << /Font << /F3 6 0 R >> >> >>"
    )
    content = stream(b"BT /F3 40 Tf 50 500 Td (aaaa) Tj ET")
    return one_page(content, b"/Font << /F3 6 0 R >>", more={6: font, 7: stream(b"1 0 d0 BT /F3 1 Tf (aaaa) Tj ET")})


def _to_unicode() -> bytes:
    cmap = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
        b"100 beginbfrange " + b"<0000> <FFFF> <0041> " * 20_000 + b"endbfrange endcmap end"
    )
    font = (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 7 0 R "
        b"/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /W [0 99999999 500] >>] >>"
    )
    content = stream(b"BT /F9 12 Tf 50 700 Td <00410042> Tj ET")
    return one_page(content, b"/Font << /F9 6 0 R >>", more={6: font, 7: packed(cmap)})


def _tiling(step: bytes) -> bytes:
    pattern = stream(
        b"0 0 1 1 re f",
        b"/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep %b /YStep %b /Resources << >>"
        % (step, step),
    )
    content = stream(b"/Pattern cs /P scn 0 0 595 842 re f")
    return one_page(content, b"/Pattern << /P 6 0 R >>", more={6: pattern})


def _shading(function: bytes) -> bytes:
    shading = b"<< /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 1e9 0 1e9] /Function 6 0 R >>"
    return one_page(stream(b"/S sh"), b"/Shading << /S %b >>" % shading, more={6: function})


def _soft_mask() -> bytes:
    state = b"/ExtGState << /G << /SMask << /S /Luminosity /G 6 0 R >> >> >>"
    return one_page(stream(b"/G gs 0 0 500 500 re f"), state, more={6: form(b"/G gs 0 0 100 100 re f", state)})


def _xref_stream(entries: bytes, rows: bytes = b"") -> bytes:
    head = b"%PDF-1.5\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n"
    body = stream(rows, b"/Type /XRef /Root 1 0 R " + entries)
    return head + b"9 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF" % (body, len(head))


def _previous(places: int) -> bytes:
    """Cross-reference tables that name each other for ever, or the one before for very long."""
    out = bytearray(one_page(words()))
    before = out.rfind(b"xref\n0")
    for _ in range(places):
        start = len(out)
        out += b"xref\n0 0\ntrailer << /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (before, start)
        before = start
    return bytes(out)


def _object_stream() -> bytes:
    inside = stream(b"6 0 7 5 null null", b"/Type /ObjStm /N 999999999 /First 8 /Extends 6 0 R")
    return one_page(words(), b"/XObject << /X 8 0 R >>", more={6: inside, 7: b"6 0 R", 8: b"8 0 R"})


BUILDERS: dict[str, Callable[[], bytes]] = {
    "a page tree that is its own child": lambda: _kids(b"2 0 R", b"1"),
    "a page tree in a ring": lambda: _kids(b"3 0 R 2 0 R 3 0 R", b"3"),
    "10,000 pages declared, one there": lambda: _kids(b"3 0 R", b"10000"),
    "two billion pages declared": lambda: _kids(b"3 0 R", b"2147483647"),
    "a negative number of pages": lambda: _kids(b"3 0 R", b"-5"),
    "10,000 pages that are one": lambda: _kids(b"3 0 R " * 10_000, b"10000"),
    "99 heavy pages": lambda: one_page_often(99),
    "a page tree 5,000 levels deep": lambda: _tree(5000),
    "an outline that is its own child": _outline,
    "a form that draws itself": lambda: one_page(
        stream(b"/X Do"), b"/XObject << /X 6 0 R >>", more={6: form(b"/X Do /X Do", b"/XObject << /X 6 0 R >>")}
    ),
    "two forms that draw each other": lambda: one_page(
        stream(b"/X Do"),
        b"/XObject << /X 6 0 R >>",
        more={
            6: form(b"/X Do /X Do", b"/XObject << /X 7 0 R >>"),
            7: form(b"/X Do /X Do", b"/XObject << /X 6 0 R >>"),
        },
    ),
    "forms two to the thirtieth": lambda: _xobjects(30, 2),
    "forms ten to the eighth": lambda: _xobjects(9, 10),
    "a content stream of 300 MB": lambda: one_page(packed(b"0 0 m 1 1 l S " * (300 * MILLION // 14))),
    "a content stream packed three times": lambda: one_page(packed(bytes(900 * MILLION), times=3)),
    "five million letters": lambda: one_page(packed(b"BT /F1 9 Tf " + b"(aaaaaaaaaa) Tj " * 500_000 + b"ET")),
    "a million text objects": lambda: one_page(packed(b"BT /F1 9 Tf (a) Tj ET " * MILLION)),
    "two million shapes": lambda: one_page(packed(b"1 1 9 9 re f " * 2 * MILLION)),
    "a million saved states": lambda: one_page(packed(b"q " * MILLION + b"BT /F1 9 Tf (a) Tj ET")),
    "a path of five million points": lambda: one_page(packed(b"0 0 m " + b"9 9 l 5 700 l " * 2_500_000 + b"S")),
    "dashes too short to see": lambda: one_page(stream(b"[0.00001] 0 d 0 0 m 30000 30000 l S " * 50)),
    "a pattern of specks": lambda: _tiling(b"0.0001"),
    "a pattern that stands still": lambda: _tiling(b"0"),
    "a shading from a function of a million steps": lambda: _shading(
        packed(b"{ " + b"dup mul 0.5 add " * 250_000 + b"}", b"/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]")
    ),
    "a shading from a table without end": lambda: _shading(
        stream(b"\0", b"/FunctionType 0 /Domain [0 1 0 1] /Range [0 1 0 1 0 1] /Size [99999 99999] /BitsPerSample 32")
    ),
    "a soft mask that is its own mask": _soft_mask,
    "a letter drawn with itself": _type3,
    "a map of letters without end": _to_unicode,
    "a picture of 100,000 × 100,000": lambda: _image(100_000, 100_000, b"\0" * 1000),
    "a picture of 30,000 × 30,000, packed": lambda: _packed_image(30_000),
    "a picture that is no JPEG": lambda: _image(500, 500, b"\xff\xd8\xff" + b"x" * 5000, b"/Filter /DCTDecode"),
    "a picture that is no JPEG 2000": lambda: _image(500, 500, b"\0\0\0\x0cjP  " + b"x" * 500, b"/Filter /JPXDecode"),
    "a picture that is no JBIG2": lambda: _image(60_000, 60_000, b"\x97JB2" * 99, b"/Filter /JBIG2Decode"),
    "a page of a million metres": lambda: one_page(words(), page=b"/MediaBox [0 0 1e9 1e9] /UserUnit 75000"),
    "a page of nothing": lambda: one_page(words(), page=b"/MediaBox [0 0 0 0]"),
    "a page inside out": lambda: one_page(words(), page=b"/MediaBox [900 900 -900 -900] /Rotate 45"),
    "a page as high as a tower": lambda: one_page(words(), page=b"/MediaBox [0 0 1 200000]"),
    "a page as wide as a street": lambda: one_page(words(), page=b"/MediaBox [0 0 200000 1]"),
    "letters of absurd sizes": lambda: one_page(stream(b"BT /F1 1e38 Tf 1e38 0 0 -1e38 1e30 nan Tm (Ada) Tj ET")),
    "letters far outside": lambda: one_page(stream(b"BT /F1 9 Tf 1e9 1e9 Td (Ada Quist) Tj -2e9 0 Td (Ada) Tj ET")),
    "20,000 letters in one place": lambda: one_page(packed(b"BT /F1 9 Tf " + b"(a) Tj 0 0 Td " * 20_000 + b"ET")),
    "20,000 words in rows": lambda: one_page(
        packed(b"BT /F1 1 Tf 0 840 Td " + b"(word ) Tj " * 100 + b"0 -2 Td (word) Tj " * 20_000 + b"ET")
    ),
    "3,000 columns": lambda: one_page(
        packed(b"".join(b"BT /F1 1 Tf %d %d Td (a b) Tj ET " % (x * 7, y * 3) for x in range(80) for y in range(250)))
    ),
    "50,000 links": lambda: _links(50_000),
    "a stream of negative length": lambda: one_page(stream(b"BT ET", length=b"-1")),
    "a stream longer than the file": lambda: one_page(stream(b"BT ET", length=b"2147483647")),
    "a length that is its own length": lambda: one_page(stream(b"BT ET", length=b"4 0 R")),
    "arrays 100,000 deep": lambda: one_page(words(), b"/X " + b"[" * 100_000 + b"]" * 100_000),
    "dictionaries 50,000 deep": lambda: one_page(words(), b"/X " + b"<</X " * 50_000 + b">>" * 50_000),
    "a name of ten megabytes": lambda: one_page(words(), b"/" + b"x" * 10 * MILLION + b" 1"),
    "a string that never ends": lambda: one_page(words(b"(" * 500_000)),
    "a cross-reference that names itself": lambda: one_page(words()).replace(b"startxref", b"startxref 0 %", 1),
    "20,000 cross-references": lambda: _previous(20_000),
    "a cross-reference stream of two billion": lambda: _xref_stream(
        b"/Size 2147483647 /W [8 8 8] /Index [0 2147483647]"
    ),
    "a cross-reference stream of no width": lambda: _xref_stream(b"/Size 10 /W [0 0 0]", b"x" * 99),
    "an object stream inside itself": _object_stream,
    "scripts and programs to start": lambda: one_page(
        words(),
        page=b"/MediaBox [0 0 595 842] /AA << /O << /S /Launch /F (calc.exe) >> "
        b"/C << /S /JavaScript /JS (while(1);) >> >>",
    ),
    "a header and nothing": lambda: b"%PDF-1.7\n",
    "a header and noise": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 4000,
}


def one_page_often(count: int) -> bytes:
    """Many pages with one content stream of 20,000 words."""
    content = b"BT /F1 4 Tf 20 830 Td " + b"(word wide web ) Tj 0 -4 Td " * 200
    return pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b"3 0 R " * count, count),
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            4: packed(b"".join(content + b"%d 830 Td " % (x * 60) for x in range(9)) + b"ET"),
            5: _FONT,
        }
    )


def _packed_image(side: int) -> bytes:
    head = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = packed(bytes(side * side), head % (side, side))
    return one_page(stream(b"500 0 0 500 0 0 cm /I Do"), b"/XObject << /I 6 0 R >>", more={6: picture})


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """Name of the file, what is wrong with it, its bytes."""
    for how, build in BUILDERS.items():
        yield "cv.pdf", how, build()
