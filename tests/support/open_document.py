"""Makes OpenDocument text files for tests, out of the XML of their body."""

from __future__ import annotations

import io
import zipfile

_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_LINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
_STYLES = """
<style:style style:name="Bold" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Sized" style:family="text"><style:text-properties fo:font-size="15pt"/></style:style>
<style:style style:name="Both" style:family="text" style:parent-style-name="Bold">
  <style:text-properties fo:font-size="0.25in" fo:font-style="italic"/></style:style>
"""
KIND = b"application/vnd.oasis.opendocument.text"


def content(body: str) -> bytes:
    """``content.xml`` with this inside ``office:text``."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} {_LINK}>'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    ).encode()


def odt(body: str = "", *, header: str = "", **parts: bytes) -> bytes:
    """A whole file. ``parts`` are further parts, or others instead: ``content``, ``manifest``."""
    styles = (
        f"<office:document-styles {_SPACES}><office:master-styles><style:master-page><style:header>{header}"
        "</style:header></style:master-page></office:master-styles></office:document-styles>"
    ).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), parts.get("mimetype", KIND))
        archive.writestr("content.xml", parts.get("content") or content(body))
        archive.writestr("styles.xml", styles)
        archive.writestr("META-INF/manifest.xml", parts.get("manifest", b"<manifest/>"))
    return out.getvalue()
