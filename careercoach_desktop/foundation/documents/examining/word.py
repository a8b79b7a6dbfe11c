"""A Word file as other programs meet it: what stands in tables, boxes, headers and columns may be passed over."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable
from typing import Any

from careercoach_desktop.foundation.documents.examining.contact_marks import hidden, only_in
from careercoach_desktop.foundation.documents.examining.facts import FileFacts
from careercoach_desktop.foundation.documents.reading.sniff import DOCX

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_EMU_PER_POINT = 12700
_A_LINE = 3 * 72
"""Points: a picture wider than this that is no square could hold words."""


def facts_of_word(data: bytes) -> FileFacts:
    """Call it after the file was read: reading refuses archives that would unpack to too much."""
    from docx import Document

    document = Document(io.BytesIO(data))
    body = document.element.body
    texts = [node for node in body.iter(f"{_W}t") if not _is_fallback(node)]
    letters = sum(_letters(node) for node in texts)
    boxed = sum(_letters(node) for node in texts if _stands_in(node, "txbxContent"))
    tabled = sum(_letters(node) for node in texts if _stands_in(node, "tc") and not _stands_in(node, "txbxContent"))
    body_text, margin = _text(body), "\n".join(_text(part.element) for part in _margins(document))
    return FileFacts(
        media_type=DOCX,
        size=len(data),
        letters=letters,
        body_size=_body_size(document, texts),
        pictures=sum(_may_carry_words(drawing) for drawing in body.iter(f"{_W}drawing")),
        columns=1.0 if any(_columns(section) > 1 for section in body.iter(f"{_W}sectPr")) else 0.0,
        tables=tabled / letters if letters else 0.0,
        text_boxes=boxed / letters if letters else 0.0,
        only_in_margin=only_in(margin, body_text),
        hidden_targets=hidden(_targets(document), f"{body_text}\n{margin}"),
        tracked_changes=sum(1 for name in ("ins", "del") for _ in body.iter(f"{_W}{name}")),
        comments=sum(1 for _ in body.iter(f"{_W}commentReference")),
    )


def _is_fallback(node: Any) -> bool:
    """A copy for old programs of what stands beside it."""
    return any(parent.tag == f"{_MC}Fallback" for parent in node.iterancestors())


def _stands_in(node: Any, name: str) -> bool:
    return any(parent.tag == f"{_W}{name}" for parent in node.iterancestors())


def _letters(node: Any) -> int:
    return sum(char.isalnum() for char in node.text or "")


def _text(element: Any) -> str:
    paragraphs = (p for p in element.iter(f"{_W}p") if not _is_fallback(p))
    return "\n".join("".join(node.text or "" for node in paragraph.iter(f"{_W}t")) for paragraph in paragraphs)


def _margins(document: Any) -> Iterable[Any]:
    """The parts that hold headers and footers, each once."""
    seen: set[str] = set()
    for section in document.sections:
        for each in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not each.is_linked_to_previous and each.part.partname not in seen:
                seen.add(each.part.partname)
                yield each.part


def _columns(section: Any) -> int:
    node = section.find(f"{_W}cols")
    value = node.get(f"{_W}num") if node is not None else None
    return int(value) if value and value.isdigit() else 1


def _targets(document: Any) -> list[str]:
    rels = [document.part.rels, *(part.rels for part in _margins(document))]
    return [rel.target_ref for each in rels for rel in each.values() if rel.is_external]


def _may_carry_words(drawing: Any) -> bool:
    """A picture (no shape) that is wide and flat, or large: photos are upright and small."""
    if next(drawing.iter(f"{_PIC}pic"), None) is None:
        return False
    extent = next(drawing.iter(f"{_WP}extent"), None)
    if extent is None:
        return False
    width, height = (int(extent.get(name) or 0) / _EMU_PER_POINT for name in ("cx", "cy"))
    return width > _A_LINE and height > 12


def _body_size(document: Any, texts: Iterable[Any]) -> float:
    """The size most letters have where runs or their style give one; 0 when nothing does."""
    normal = document.styles["Normal"].font.size if "Normal" in {style.name for style in document.styles} else None
    usual = normal.pt if normal is not None else 0.0
    sizes: Counter[float] = Counter()
    for node in texts:
        given = node.getparent().find(f"{_W}rPr/{_W}sz")
        value = given.get(f"{_W}val") if given is not None else None
        sizes[int(value) / 2 if value and value.isdigit() else usual] += _letters(node)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0
