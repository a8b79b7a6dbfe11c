"""Job pages that were made to hurt, and good ones to harm: what ``jobs read`` and a capture meet on the web."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from careercoach_desktop.foundation.resources import resource

SUFFIX = ".page"
"""A name's ending that says: read this as a posting's page, not as somebody's résumé."""
MILLION = 1_000_000
_POST = "<h1>Baker</h1><p class=company>Crumb GmbH</p><p>We bake bread in Graz and need a baker who likes mornings.</p>"

_MARKED_UP = """<!doctype html><html lang="de-AT"><head><title>Senior Baker (m/w/d) – Crumb GmbH</title>
<link rel="canonical" href="https://jobs.example.com/42?utm_source=x"><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": ["JobPosting"], "title": "Senior Baker (m/w/d)",
"datePosted": "2024-03-05", "validThrough": "2024-04-30T23:59", "employmentType": ["FULL_TIME", "PART_TIME"],
"hiringOrganization": {"@id": "#org"}, "jobLocation": [{"@type": "Place", "address": {"addressLocality": "Graz",
"addressCountry": "AT"}}], "baseSalary": {"currency": "EUR", "value": {"minValue": 2400, "maxValue": 3100,
"unitText": "MONTH"}}, "description": "<p>We bake.</p><ul><li>Bread</li></ul>"}, {"@id": "#org", "name": "Crumb"}]}
</script></head><body><nav><a href="/jobs">Jobs</a></nav><main><h1>Senior Baker (m/w/d)</h1></main></body></html>"""
_PLAIN = """<!doctype html><html lang="de"><head><title>Bäcker (m/w/d) | Crumb GmbH</title></head><body>
<header><nav><a href="/">Start</a></nav></header><main><article><h1>Bäcker (m/w/d)</h1><dl><dt>Standort:</dt>
<dd>Graz</dd><dt>Arbeitszeit:</dt><dd>Vollzeit, 38,5 Stunden</dd><dt>Gehalt:</dt><dd>ab 2.400 € brutto/Monat</dd>
<dt>Veröffentlicht am:</dt><dd>5. März 2024</dd></dl><h2>Deine Aufgaben</h2><ul><li>Teig bereiten und Brot backen,
jeden
Tag anders</li><li>Die Filialen rechtzeitig beliefern</li></ul><h2>Dein Profil</h2><ul><li>Lehre als Bäcker</li>
<li>Freude
am frühen Morgen</li></ul><p>Bewirb dich bei <a href="mailto:jobs@crumb.example">Frau Korn</a>.</p></article></main>
<aside><h3>Ähnliche Jobs</h3><ul><li><a href="/jobs/1">Koch</a></li><li><a href="/jobs/2">Kellner</a></li></ul></aside>
<footer>Crumb GmbH, 8010 Graz</footer></body></html>"""
_FRAGMENT = """<section class="top-card-layout"><h2 class="top-card-layout__title topcard__title">Baker</h2><h4><span
class="topcard__flavor"><a class="topcard__org-name-link" href="https://www.linkedin.com/company/crumb">Crumb</a>
</span>
<span class="topcard__flavor topcard__flavor--bullet">Graz, Styria, Austria</span></h4></section><div
class="description__text"><div class="show-more-less-html__markup"><p>We bake bread in Graz, every morning but
Sunday, and
look for somebody who likes it as much as we do.</p><ul><li>Bread</li></ul></div></div><ul><li><h3>Employment
type</h3><span
class="description__job-criteria-text">Full-time</span></li></ul>"""

HOSTILE: dict[str, Callable[[], str]] = {
    "elements 100,000 deep": lambda: _POST + "<div>" * 100_000,
    "letters 50,000 deep": lambda: _POST + "<b>" * 50_000 + "x",
    "tables 20,000 deep": lambda: _POST + "<table><tr><td>" * 20_000,
    "a million paragraphs": lambda: _POST + "<p>word" * MILLION,
    "100,000 headings": lambda: _POST + "<h1>Baker" * 100_000,
    "100,000 teasers": lambda: "<ul>" + "<li class=job><a href=/jobs/1><h3>Baker</h3></a>" * 100_000,
    "boxes of the frame inside each other": lambda: _POST + "<div class=related>" * 2_000 + "<p>x y" * 20_000,
    "items inside items": lambda: "<div itemscope itemtype=//schema.org/JobPosting>" * 2_000 + "<p>x y" * 10_000,
    "a line of capitals": lambda: _POST + "<p>" + "A" * MILLION,
    "a line of names": lambda: _POST + "<p>" + "Aa " * 300_000 + "GmbH",
    "a line of legal forms": lambda: _POST + "<p>" + "Aa AG " * 200_000,
    "a line of pay": lambda: _POST + "<p>Salary " + "1 000 € - " * 100_000,
    "a line of numbers": lambda: _POST + "<p>Salary: " + "1,000" * 200_000,
    "a line of digits": lambda: _POST + "<p>Salary: " + "1" * 19_000,
    "lines of thousands": lambda: _POST + ("<p>Salary " + "1 000 " * 3_000) * 20,
    "lines of dashes": lambda: _POST + "<p>-" * 50_000,
    "a site's name without end": lambda: "<meta property=og:site_name content='" + "our " * 200_000 + "'>" + _POST,
    "a line of dates": lambda: _POST + "<p>Posted on 12 " + "March 12 " * 100_000,
    "a line of labels": lambda: _POST + "<p>" + "Location: " * 100_000,
    "100,000 labels": lambda: _POST + "<p>Location: City" * 100_000,
    "a title without end": lambda: "<title>" + "Baker at Crumb | " * 100_000 + "</title>" + _POST,
    "lists a million deep in JSON-LD": lambda: _ld("[" * MILLION),
    "objects 100,000 deep in JSON-LD": lambda: _ld('{"a":' * 100_000),
    "100,000 postings in JSON-LD": lambda: _ld("[" + ",".join(['{"@type":"JobPosting","title":"Baker"}'] * 100_000)),
    "references in a ring": lambda: _ld(
        '[{"@id":"#a","@type":"JobPosting","title":"Baker","hiringOrganization":{"@id":"#b"}},'
        '{"@id":"#b","hiringOrganization":{"@id":"#a"},"name":{"@id":"#b"}}]'
    ),
    "a string that never ends": lambda: _ld(
        '{"@type":"JobPosting","title":"Baker","description":"' + 'x\\" ' * 300_000
    ),
    "a description of ten megabytes": lambda: _ld(_record(description="<p>word word</p>" * 650_000)),
    "a description of markup escaped often": lambda: _ld(_record(description="&amp;" * 200_000 + "lt;script&gt;")),
    "half a million entities": lambda: _ld(_record(title="&amp;" * 500_000)),
    "300 places": lambda: _ld(
        _record(jobLocation=[{"address": {"addressLocality": f"Town {n}"}} for n in range(3_000)])
    ),
    "numbers that are none": lambda: _ld('{"@type":"JobPosting","title":"Baker","baseSalary":1e999,"datePosted":NaN}'),
    "300 scripts of JSON-LD": lambda: _ld(_record(title="Baker")) * 3_000,
    "an XML bomb": lambda: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "' + "x" * 9_999 + '">]><a><job>&b;</job></a>',
    "XML 100,000 deep": lambda: "<jobs>" + "<job>" * 100_000,
    "a page in a page's source view": lambda: '<body id="viewsource"><pre>' + "&lt;div&gt;" * 200_000 + "</pre>",
    "right to left and back": lambda: _POST + "<p>" + "\u202eAda\u202d\u2066" * 99_999,
    "marks upon marks": lambda: _POST + "<p>A" + "\u0301" * 500_000,
    "a head without end": lambda: "HTTP/1.1 200 OK\r\n" + "X-A: b\r\n" * 200_000,
    "a message in parts without end": lambda: "Content-Type: multipart/related; boundary=x\n\n" + "--x\n\n" * 100_000,
}


def samples() -> dict[str, bytes]:
    """Good pages, all of them ours: what the mutations start from."""
    ours = {path.stem + SUFFIX: path.read_bytes() for path in sorted(resource("sample/postings").glob("*.html"))}
    return ours | {
        "marked-up" + SUFFIX: _MARKED_UP.encode(),
        "plain" + SUFFIX: _PLAIN.encode(),
        "fragment" + SUFFIX: _FRAGMENT.encode(),
    }


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """Name of the page, what is wrong with it, its bytes."""
    for how, build in HOSTILE.items():
        yield "posting" + SUFFIX, how, build().encode("utf-8", "surrogatepass")
    yield "posting" + SUFFIX, "the wrong charset", ("<meta charset=utf-16>" + _PLAIN).encode("cp1250")
    yield "posting" + SUFFIX, "marks of two encodings", b"\xef\xbb\xbf\xff\xfe" + _PLAIN.encode()
    yield "posting" + SUFFIX, "zeros between the letters", _PLAIN.encode().replace(b"a", b"\x00a")


def _ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script><h1>Baker</h1>'


def _record(**fields: object) -> str:
    return json.dumps({"@type": "JobPosting", "title": "Baker", **fields})
