"""RTF, HTML, Markdown, text and JSON that were made to hurt."""

from __future__ import annotations

from collections.abc import Callable, Iterator

MILLION = 1_000_000

RTF: dict[str, Callable[[], str]] = {
    "groups a million deep": lambda: r"{\rtf1" + "{" * MILLION,
    "groups 400 deep": lambda: r"{\rtf1" + r"{\b " * 400 + "Ada" + "}" * 401,
    "five million control words": lambda: r"{\rtf1" + r"\b\i" * 2_500_000,
    "raw bytes beyond the end": lambda: r"{\rtf1 Ada\par\bin999999999 x}",
    "a negative number of raw bytes": lambda: r"{\rtf1 Ada\par\bin-5 x}" * 99,
    "fallbacks without end": lambda: r"{\rtf1\uc999999999 \u65 Ada Quist was here\par}",
    "fields inside fields": lambda: (
        r"{\rtf1 " + r'{\field{\*\fldinst HYPERLINK "x"}{\fldrslt ' * 200 + "Ada" + "}}" * 200
    ),
    "boxes inside boxes": lambda: r"{\rtf1 " + r"{\shp{\*\shpinst{\shptxt a\par " * 150 + "}}}" * 150,
    "100,000 cells": lambda: r"{\rtf1 \trowd" + r"\intbl x\cell" * 100_000 + r"\row}",
    "100,000 paragraphs": lambda: r"{\rtf1 " + r"some words\par " * 100_000 + "}",
    "a paragraph of 300,000 looks": lambda: r"{\rtf1 " + r"\b a\b0 a" * 150_000 + r"\par}",
    "20 MB of a picture": lambda: r"{\rtf1 Ada\par{\pict\pngblip " + ("0123456789abcdef" * 8 + "\n") * 150_000 + "}}",
    "a word of ten megabytes": lambda: r"{\rtf1 " + "x" * 10 * MILLION + "}",
    "numbers that are none": lambda: r"{\rtf1\ansicpg99999999\s-1\fs-99999999\li2147483647\u99999999 Ada\par}",
    "halves of letters": lambda: r"{\rtf1\ansicpg932 " + r"\'93" * 99_999 + r"\u-10179?" * 999 + "}",
}

HTML: dict[str, Callable[[], str]] = {
    "elements 200,000 deep": lambda: "<!doctype html><body>" + "<div>" * 200_000 + "Ada",
    "tables 20,000 deep": lambda: "<!doctype html><body>" + "<table><tr><td>" * 20_000 + "Ada",
    "letters 5,000 deep": lambda: "<!doctype html><body>" + "<b><i>" * 5000 + "Ada",
    "a million paragraphs": lambda: "<!doctype html><body>" + "<p>word</p>" * MILLION,
    "a million items": lambda: "<!doctype html><body><ul>" + "<li>a" * MILLION,
    "a million links in a line": lambda: "<!doctype html><body><p>" + '<a href="http://e/">a b</a> ' * 300_000,
    "an attribute of ten megabytes": lambda: f'<!doctype html><body><p style="{"a" * 10 * MILLION}">Ada</p>',
    "100,000 attributes": lambda: f"<!doctype html><body><p {' '.join(f'a{n}=1' for n in range(100_000))}>Ada",
    "a comment that never ends": lambda: "<!doctype html><body>Ada<!--" + "-" * 5 * MILLION,
    "comments before the start": lambda: "<!-- x -->" * 300_000 + "<html><body>Ada",
    "a word of ten megabytes": lambda: "<!doctype html><body><p>" + "x" * 10 * MILLION,
    "entities without end": lambda: "<!doctype html><body><p>" + "&amp;&#x10ffff;&nosuch;" * 300_000,
}

MARKDOWN: dict[str, Callable[[], str]] = {
    "stars": lambda: "# A\n# B\n" + "**" * 500_000,
    "stars and letters": lambda: "# A\n# B\n" + "*a " * 300_000,
    "underscores": lambda: "# A\n# B\n" + "_a" * 300_000,
    "backticks": lambda: "# A\n# B\n" + "`a" * 300_000,
    "brackets": lambda: "# A\n# B\n" + "[" * 300_000 + "](" * 300_000,
    "half links": lambda: "# A\n# B\n" + "[a](<b " * 200_000,
    "angles": lambda: "# A\n# B\n" + "<http:" * 300_000,
    "bars": lambda: "# A\n# B\n" + "|" * MILLION + "-",
    "dashes": lambda: "# A\n# B\n" + "- " * 500_000 + "x",
    "hashes": lambda: "# A\n# B\n" + "#" * MILLION + " #" * 300_000 + "x",
    "quotes": lambda: "# A\n# B\n" + "> " * 500_000,
    "100,000 headings": lambda: "# Experience\n" * 100_000,
}

TEXT: dict[str, Callable[[], str]] = {
    "one line of ten megabytes": lambda: "word " * 2 * MILLION,
    "one word of ten megabytes": lambda: "x" * 10 * MILLION,
    "ten million blanks": lambda: "Ada" + " " * 10 * MILLION + "Quist",
    "a million tabs": lambda: "Ada\t" * MILLION,
    "three million lines": lambda: "a\n" * 3 * MILLION,
    "only rules": lambda: ("- = _ * # ~ " * 9 + "\n") * 99_999,
    "rules that are none": lambda: ("-" * 9999 + "x\n") * 300,
    "a million dots": lambda: "Ada Quist\n" + ". " * MILLION,
    "addresses": lambda: "a@b.c" * 200_000,
    "half addresses": lambda: "a." * 500_000 + "@",
    "links": lambda: "www.a.b/" * 200_000,
    "digits": lambda: "+" + "1 (23) 456-" * 200_000,
    "dates": lambda: "Jan 2020 - Feb 2021, " * 50_000,
    "years": lambda: "2020 – 2021 " * 100_000,
    "only headings": lambda: "Experience\nEducation\nSkills\n" * 20_000,
    "commas": lambda: "Skills\n" + "a, " * 300_000,
    "letters spaced out": lambda: "E X P E R I E N C E " * 50_000,
    "every letter there is": lambda: "".join(map(chr, [*range(32, 0xD800), *range(0xE000, 0x1FFFF)])),
    "right to left and back": lambda: "\u202eAda\u202d\u2066" * 99_999,
    "marks upon marks": lambda: "A" + "\u0301" * 500_000,
}

JSON: dict[str, Callable[[], str]] = {
    "lists a million deep": lambda: "[" * MILLION,
    "objects 100,000 deep": lambda: '{"basics":' * 100_000 + "1" + "}" * 100_000,
    "objects 900 deep": lambda: '{"basics":' * 900 + "1" + "}" * 900,
    "a number of a million digits": lambda: '{"basics": {"name": ' + "9" * MILLION + "}}",
    "100,000 jobs": lambda: '{"work": [' + ",".join('{"name": "Acme"}' for _ in range(100_000)) + "]}",
    "a million bullets": lambda: '{"work": [{"highlights": [' + ",".join('"a"' for _ in range(MILLION)) + "]}]}",
    "nothing that belongs there": lambda: (
        '{"basics": [], "work": {"a": 1}, "skills": [null, 1, [[]], {"name": {}}], "languages": "all", "x": NaN}'
    ),
    "halves of letters": lambda: '{"basics": {"name": "\\ud83d Ada \\udc00"}}',
    "a word of ten megabytes": lambda: '{"basics": {"name": "' + "x" * 10 * MILLION + '"}}',
}


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """Name of the file, what is wrong with it, its bytes."""
    kinds = (("cv.rtf", RTF), ("cv.html", HTML), ("cv.md", MARKDOWN), ("cv.txt", TEXT), ("cv.json", JSON))
    for name, builders in kinds:
        for how, build in builders.items():
            yield name, how, build().encode("utf-8", "surrogatepass")
