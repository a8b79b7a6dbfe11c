"""Good files of every kind we read, all of them ours: what the mutations start from."""

from __future__ import annotations

from careercoach_desktop.foundation.resources import resource
from fuzz.zips import odt, tables

_MARKDOWN = """# Ada Quist
**Data Engineer** | [ada@quist.example](mailto:ada@quist.example) | +44 113 496 0123

## Experience
### Data Engineer, Brightwater, Leeds
*Mar 2020 – present*
- Moved 140 jobs without a missed delivery
- Cut the nightly run from 6 h to 50 min

| Year | Place |
|------|-------|
| 2019 | York  |

## Skills
Python, SQL
"""
_HTML = (
    "<!doctype html><html><body><h1>Ada Quist</h1><p>ada@quist.example</p><h2>Experience</h2><h3>Data Engineer, "
    "Brightwater</h3><p>Mar 2020 – present</p><ul><li>Moved 140 jobs</li><li><p>Cut the run</p></li></ul>"
    "<table><tr><td>2019</td><td>York</td></tr></table><p><a href='https://quist.example'>my page</a></p></body></html>"
)
_RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}{\f1\fcharset204 Cyr;}}{\stylesheet{\s1 heading 1;}}"
    r"\pard\b\fs40 Ada Quist\par\b0\fs22 ada@quist.example\par{\s1\b Experience\par}\pard Data Engineer, Brightwater"
    r"\tab Mar 2020 \endash  present\par{\listtext\'95\tab}\ls1 Moved 140 jobs\par\trowd"
    r"\cellx1\cellx2\intbl 2019\cell York"
    r'\cell\row\pard{\field{\*\fldinst HYPERLINK "https://quist.example"}{\fldrslt my page}}\par\u8364 ? \'e9\par}'
)
_ODT = (
    '<text:h text:outline-level="1">Ada Quist</text:h><text:p>ada@quist.example<text:tab/>Leeds</text:p>'
    '<text:h text:outline-level="2">Experience</text:h><text:p><text:span text:style-name="B">Data Engineer</text:span>'
    ", Brightwater, Mar 2020 – present</text:p><text:list><text:list-item><text:p>Moved 140 jobs</text:p>"
    "</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>2019</text:p>"
    "</table:table-cell>"
    "<table:table-cell><text:p>York</text:p></table:table-cell></table:table-row></table:table>"
)
_TABLES = {
    "Profile": "First Name,Last Name,Headline,Summary,Websites\nAda,Quist,Engineer,Likes tests,[BLOG:https://q.example]\n",
    "Positions": "Company Name,Title,Description,Started On,Finished On\nBrightwater,Engineer,• Moved jobs,Mar 2020,\n",
    "Education": "School Name,Start Date,End Date,Degree Name\nYork,2015,2019,BSc\n",
    "Skills": "Name\nPython\nSQL\n",
}


def samples() -> dict[str, bytes]:
    """Bytes by file name."""
    ours = {path.name: path.read_bytes() for path in sorted(resource("sample").glob("*.*")) if path.stem in _PEOPLE}
    return ours | {
        "ada.odt": odt(_ODT),
        "ada.rtf": _RTF.encode("cp1252"),
        "ada.zip": tables(**_TABLES),
        "ada.html": _HTML.encode(),
        "ada.md": _MARKDOWN.encode(),
    }


_PEOPLE = ("lena-marsh", "camille-bergmann")
