"""The sheet as one HTML file that needs nothing else: no script, no picture, no font from anywhere.

It is right on a phone, in a screen reader and on paper.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from careercoach_desktop.features.resumes.typeset.colours import legible
from careercoach_desktop.features.resumes.typeset.sheet import Entry, Piece, Said, Sheet, SheetSection

_SAFE = re.compile(r"(?:https?|mailto|tel):[^\s\x00-\x1f]+", re.IGNORECASE)
_STYLE = """
:root { --ink: #1c1b22; --soft: #5a5867; --line: #dcdce4; --accent: %(accent)s; }
* { box-sizing: border-box; }
body { margin: 0; background: #f4f4f7; color: var(--ink); font: 1rem/1.5 %(font)s, system-ui, "Segoe UI", Roboto,
  "Helvetica Neue", Arial, "Noto Sans", sans-serif; }
main { max-width: 46rem; margin: 2rem auto; padding: 3rem; background: #fff; border-radius: 6px; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); color: var(--accent);
  font-size: 1rem; }
h3 { margin: 0; font-size: 1rem; }
p { margin: .25rem 0; }
a { color: inherit; text-decoration-color: var(--accent); text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header p, .role, .facts { color: var(--soft); }
.role { display: block; }
main > header ul { display: flex; flex-wrap: wrap; gap: .1rem 1.25rem; margin: .5rem 0 0; padding: 0;
  list-style: none; }
article { margin: 0 0 1.1rem; }
article ul, section > ul { margin: .35rem 0; padding-left: 1.2rem; }
.facts { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0; }
dt { font-weight: 600; }
dd { margin: 0; }
@media (max-width: 40rem) { main { margin: 0; padding: 1.25rem; border-radius: 0; } dl { display: block; } }
@media print {
  @page { margin: 18mm; }
  :root { font-size: 10.5pt; }
  body { background: none; }
  main { max-width: none; margin: 0; padding: 0; }
  a { text-decoration: none; }
  h2, h3, .facts { break-after: avoid; }
  li, p { orphans: 2; widows: 2; }
}
""".strip()
_FONT = re.compile(r"[\w .-]{1,60}")


def to_html(sheet: Sheet, *, accent: str = "#5442C9", font: str = "") -> str:
    """A whole document. ``accent`` is ``#RRGGBB``, ``font`` a family (or empty); anything else is not used."""
    colour = legible(accent) if re.fullmatch(r"#[0-9A-Fa-f]{6}", accent) else "#5442C9"
    family = f'"{font}"' if _FONT.fullmatch(font) else "Inter"
    title = _text(" – ".join(part.text for part in (sheet.name, sheet.label) if part) or "Résumé")
    body = "\n".join([*_header(sheet), *(line for section in sheet.sections for line in _section(section))])
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>\n{_STYLE % {'accent': colour, 'font': family}}\n</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _header(sheet: Sheet) -> Iterable[str]:
    if not (sheet.name or sheet.label or sheet.contact):
        return
    yield "<header>"
    if sheet.name:
        yield f"<h1>{_said(sheet.name)}</h1>"
    if sheet.label:
        yield f"<p>{_said(sheet.label)}</p>"
    yield from _list(sheet.contact)
    yield "</header>"


def _section(section: SheetSection) -> Iterable[str]:
    yield "<section>"
    if section.title:
        yield f"<h2>{_said(section.title)}</h2>"
    yield from (f"<p>{_said(text)}</p>" for text in section.paragraphs)
    for entry in section.entries:
        yield from _entry(entry)
    if section.rows:
        yield "<dl>"
        yield from (f"<dt>{_said(row.label)}</dt><dd>{_said(row.text)}</dd>" for row in section.rows)
        yield "</dl>"
    yield from _list(section.bullets)
    yield "</section>"


def _entry(entry: Entry) -> Iterable[str]:
    yield "<article>"
    role = f'<span class="role">{_said(entry.subtitle)}</span>' if entry.subtitle else ""
    yield f"<header><h3>{_said(entry.title)}</h3>{role}</header>"
    if facts := " ".join(f"<span>{_said(fact)}</span>" for fact in (entry.date, entry.place) if fact):
        yield f'<p class="facts">{facts}</p>'
    if entry.text:
        yield f"<p>{_said(entry.text)}</p>"
    details = [f"<strong>{_said(row.label)}:</strong> {_said(row.text)}" for row in entry.details]
    yield from _list(entry.bullets, details)
    yield "</article>"


def _list(items: Iterable[Said], more: Iterable[str] = ()) -> Iterable[str]:
    shown = [*(_said(item) for item in items), *more]
    if shown:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in shown)
        yield "</ul>"


def _said(line: Said) -> str:
    return "".join(_piece(piece) for piece in line.pieces)


def _piece(piece: Piece) -> str:
    shown = _text(piece.text)
    if piece.italic:
        shown = f"<em>{shown}</em>"
    if piece.bold:
        shown = f"<strong>{shown}</strong>"
    return f'<a href="{html.escape(piece.url)}">{shown}</a>' if _SAFE.fullmatch(piece.url) else shown


def _text(text: str) -> str:
    return html.escape(text, quote=False)
