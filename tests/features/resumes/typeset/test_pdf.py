"""The PDF: what it says, how it behaves, and that nothing typed becomes markup."""

from __future__ import annotations

import io
import pickle
import re
from itertools import cycle

import pypdf
import pypdfium2
import pytest

from careercoach_desktop.features.resumes.model import Basics, Certificate, ResumeData, Skill, Work
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_pdf
from careercoach_desktop.features.resumes.typeset.composing import compose
from careercoach_desktop.features.resumes.typeset.labels import LANGUAGES, label
from careercoach_desktop.features.resumes.typeset.sheet import Entry, Row, SheetSection

from .samples import awkward, everything, long, points, sample, short, styled

NAMES = [template.name for template in TEMPLATES]


def pages(document: bytes) -> list[str]:
    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(document)]


def words(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def said_by(section: SheetSection) -> list[str]:
    parts = [section.title.text, *map(str, section.paragraphs), *map(str, section.bullets)]
    for entry in section.entries:
        parts += said_by_entry(entry)
    return [*parts, *(part for row in section.rows for part in said_by_row(row))]


def said_by_entry(entry: Entry) -> list[str]:
    rows = [part for row in entry.details for part in said_by_row(row)]
    lines = [entry.title, entry.subtitle, entry.date, entry.place, entry.text, *entry.bullets]
    return [*map(str, lines), *rows]


def said_by_row(row: Row) -> list[str]:
    return [row.label.text, row.text.text]


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize(
    "data",
    [sample("lena-marsh"), sample("camille-bergmann"), everything(), short(), awkward()],
    ids=lambda d: d.basics.name,
)
def test_the_page_says_all_of_the_sheet_letter_for_letter(template: str, data: ResumeData) -> None:
    text = words("\n".join(pages(typeset_pdf(data, styled(template)))))
    sheet = compose(data)
    expected = [sheet.name.text, sheet.label.text, *(item.text for item in sheet.contact)]
    expected += [part for section in sheet.sections for part in said_by(section)]
    missing = [part for part in expected if words(part).strip().casefold() not in text.casefold()]
    assert missing == []


@pytest.mark.parametrize("template", NAMES)
def test_long_content_wraps_and_goes_on_over_pages(template: str) -> None:
    made = pages(typeset_pdf(long(), styled(template)))
    text = words(" ".join(made))
    assert len(made) >= 3
    assert all(f"({job}.{point})." in text for job in range(1, 8) for point in range(1, 6))


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("filler", range(18, 30))
def test_an_entry_never_starts_at_the_foot_of_a_page(template: str, filler: int) -> None:
    """The heading line and the first bullet stay together, wherever the page happens to end."""
    jobs = [
        Work(name="Filler Ltd", start="2019", end="2020", highlights=points(*["Kept the books."] * filler)),
        Work(name="Moving Ltd", position="Porter", start="2018", highlights=points("Carried pianos.", "Safely.")),
        Work(name="Closing Ltd", position="Closer", start="2016", highlights=points(*["Closed doors."] * 20)),
    ]
    made = pages(typeset_pdf(ResumeData(basics=Basics(name="Ann Orr"), work=jobs), styled(template)))
    head = next(number for number, text in enumerate(made) if "Moving Ltd" in text)
    bullet = next(number for number, text in enumerate(made) if "Carried pianos." in text)
    assert head == bullet
    closing = next(number for number, text in enumerate(made) if "Closing Ltd" in text)
    assert "Closed doors." in made[closing]


@pytest.mark.parametrize("template", NAMES)
def test_pages_are_numbered_from_the_second(template: str) -> None:
    made = pages(typeset_pdf(long(), styled(template)))
    assert "Odile Ferrand-Okafor · 1" not in made[0]
    assert all(f"Odile Ferrand-Okafor · {number}" in text for number, text in enumerate(made[1:], 2))


@pytest.mark.parametrize("template", NAMES)
def test_the_file_is_tagged_named_and_knows_its_language(template: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(sample("camille-bergmann"), styled(template))))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Camille Bergmann – Fachkrankenpflegerin für Intensivpflege und Anästhesie"
    assert reader.metadata.author == "Camille Bergmann"


@pytest.mark.parametrize("template", NAMES)
def test_contact_data_can_be_followed(template: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(typeset_pdf(everything(), styled(template))))
    targets = {
        note.get_object()["/A"]["/URI"]
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    }
    assert {
        "mailto:odile@ferrand.example",
        "tel:+33199001234",
        "https://www.ferrand.example/",
        "https://lawbook.example/odile",
        "https://grandrive.example",
        "https://plainclauses.example",
    } <= targets


@pytest.mark.parametrize("template", NAMES)
def test_ligatures_and_arrows_stay_letters(template: str) -> None:
    text = "Efficient offline workflow: fi fl ffi ffl -> <- => 4x4 != www"
    data = ResumeData(basics=Basics(name="Ann Orr", summary=text))
    assert text in words(pages(typeset_pdf(data, styled(template)))[0])


@pytest.mark.parametrize("template", NAMES)
def test_words_with_hyphens_are_not_broken(template: str) -> None:
    """A line that ends in such a hyphen reads back without it."""
    data = ResumeData(basics=Basics(summary=" ".join(["well-tempered meter-reading go-to-market"] * 20)))
    lines = pages(typeset_pdf(data, styled(template)))[0].splitlines()
    assert not any(line.rstrip().endswith(("-", "\ufffe", "\u00ad")) for line in lines)


@pytest.mark.parametrize(
    ("language", "template"), [*zip(LANGUAGES, cycle(NAMES), strict=False), *(("fr", name) for name in NAMES)]
)
def test_headings_are_read_as_whole_words_in_every_language(template: str, language: str) -> None:
    data = everything()
    data.language = language
    text = "\n".join(pages(typeset_pdf(data, styled(template))))
    for section in ("summary", "work", "projects", "skills", "education", "certificates", "publications", "awards",
                    "volunteer", "languages", "interests", "references"):  # fmt: skip
        assert label(section, language).casefold() in text.casefold()


def test_letters_of_other_scripts_are_not_lost() -> None:
    data = ResumeData(basics=Basics(name="Łukasz Žižka Ñandú Øst Παύλος Дмитрий"), skills=[Skill(name="Qualität")])
    for template in NAMES:
        text = pages(typeset_pdf(data, styled(template)))[0]
        assert "Łukasz Žižka Ñandú Øst Παύλος Дмитрий" in text


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_paper(paper: str, size: tuple[int, int]) -> None:
    page = pypdfium2.PdfDocument(typeset_pdf(short(), styled(paper=paper)))[0]
    assert (round(page.get_width()), round(page.get_height())) == size


def test_the_accent_colour_is_on_the_page() -> None:
    def colours(accent: str) -> set[bytes]:
        bitmap = pypdfium2.PdfDocument(typeset_pdf(short(), styled(accent=accent)))[0].render(
            scale=3, rev_byteorder=True
        )
        raw = bytes(bitmap.buffer)
        return {raw[at : at + 3] for at in range(0, len(raw), bitmap.n_channels)}

    assert b"\x0a\x7a\x50" in colours("#0A7A50")
    assert b"\x0a\x7a\x50" not in colours("#5442C9")


@pytest.mark.parametrize(
    "options",
    [{"template": "fancy"}, {"paper": "a3"}, {"accent": "red"}, {"accent": '#12345"'}, {"template": "../modern"}],
)
def test_unknown_options_are_refused(options: dict[str, str]) -> None:
    template = options.pop("template", "modern")
    with pytest.raises(ValueError, match=r"template|paper|accent"):
        typeset_pdf(short(), styled(template, **options))


def test_the_function_travels_to_the_child_process() -> None:
    assert pickle.loads(pickle.dumps(typeset_pdf)) is typeset_pdf


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("filler", range(36, 46))
def test_a_few_certificates_stay_on_one_page(template: str, filler: int) -> None:
    data = ResumeData(
        work=[Work(name="Filler Ltd", start="2019", highlights=points(*["Kept the books."] * filler))],
        certificates=[Certificate(name=f"Certificate {number}", date="2021") for number in "ABC"],
    )
    made = pages(typeset_pdf(data, styled(template)))
    assert len({number for number, text in enumerate(made) if "Certificate " in text}) == 1
