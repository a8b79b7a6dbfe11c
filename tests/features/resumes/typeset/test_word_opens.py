"""The Word files as a word processor lays them out: LibreOffice opens every one, and its pages say the same."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.rereading import reread
from careercoach_desktop.features.resumes.typeset import TEMPLATES, typeset_docx
from careercoach_desktop.foundation.documents.reading import page_sizes, read_document

from .samples import everything, long, sample, short

pytestmark = [
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is installed with the tests on Linux only"),
    pytest.mark.xdist_group("soffice"),
]
PEOPLE = {"lena": sample("lena-marsh"), "camille": sample("camille-bergmann"), "odile": everything()}
STYLES = {each.name: ResumeStyle(template=each.name) for each in TEMPLATES}
OTHERS = {
    "long": (long(), ResumeStyle()),
    "short": (short(), ResumeStyle(template="classic", paper="letter")),
    "tight": (PEOPLE["lena"], ResumeStyle(one_page=True)),
}
PDF = "application/pdf"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The PDF LibreOffice makes of each file, by the file's name; one start for all of them."""
    folder = tmp_path_factory.mktemp("word")
    files: dict[str, tuple[ResumeData, ResumeStyle]] = {
        f"{template}-{who}": (data, style) for template, style in STYLES.items() for who, data in PEOPLE.items()
    }
    paths = []
    for name, (data, style) in (files | OTHERS).items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(typeset_docx(data, style))
    converted("pdf", folder, paths)
    return {path.stem: Path(path).with_suffix(".pdf").read_bytes() for path in paths}


def converted(kind: str, folder: Path, files: list[Path]) -> None:
    """Let LibreOffice write each file as another kind, beside it."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", kind, "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=110)


def pages_of(document: bytes) -> list[list[str]]:
    """The lines of each page."""
    source = read_document(document, "export.pdf")
    return [[line.text for line in source.lines if line.page == page] for page in range(len(source.pages))]


def bare(text: str) -> str:
    """Without blanks and hyphens: where a word processor breaks “well-named”, nobody can tell whose hyphen it is."""
    return "".join(sign for sign in text if not sign.isspace() and sign not in "-‑\u00ad")


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("template", STYLES)
def test_what_it_shows_reads_back_without_loss(laid_out: dict[str, bytes], template: str, who: str) -> None:
    document = laid_out[f"{template}-{who}"]
    report = reread(PEOPLE[who], document, "export.pdf")
    shown = bare("".join(line for lines in pages_of(document) for line in lines))
    assert [lost.sentence() for lost in report.lost if bare(lost.expected) not in shown] == []
    assert len(report.lost) <= 1
    assert report.checked >= 40
    assert len(page_sizes(document, PDF)) <= 2


def test_long_short_and_tight_ones_have_the_pages_one_would_expect(laid_out: dict[str, bytes]) -> None:
    pages = {name: len(page_sizes(laid_out[name], PDF)) for name in (*OTHERS, "modern-lena")}
    assert 3 <= pages["long"] <= 6
    assert pages["short"] == 1
    assert pages["tight"] <= pages["modern-lena"] <= 2
    assert reread(long(), typeset_docx(*OTHERS["long"]), "export.docx").sentences() == []


def test_from_the_second_page_on_it_says_whose_it_is_and_which(laid_out: dict[str, bytes]) -> None:
    first, *others = pages_of(laid_out["long"])
    name = PEOPLE["odile"].basics.name
    assert not any(f"{name} · " in line for line in first)
    for number, lines in enumerate(others, 2):
        assert f"{name} · {number}" in lines


def test_no_heading_stands_alone_at_the_foot_of_a_page(laid_out: dict[str, bytes]) -> None:
    jobs = {work.name for work in long().work} | {work.position for work in long().work}
    for lines in pages_of(laid_out["long"])[:-1]:
        last = [line for line in lines if not line.startswith(PEOPLE["odile"].basics.name)][-1]
        assert not any(last.startswith(job[:40]) for job in jobs)


def test_the_paper_is_the_one_that_was_chosen(laid_out: dict[str, bytes]) -> None:
    assert [round(side) for side in page_sizes(laid_out["short"], PDF)[0]] == [612, 792]
    assert [round(side) for side in page_sizes(laid_out["modern-lena"], PDF)[0]] == [595, 842]


def test_links_and_headings_are_what_a_word_processor_takes_for_them(tmp_path: Path) -> None:
    file = tmp_path / "odile.docx"
    file.write_bytes(typeset_docx(PEOPLE["odile"], ResumeStyle()))
    converted("fodt", tmp_path, [file])
    text = file.with_suffix(".fodt").read_text("utf-8")
    for target in ("mailto:odile@ferrand.example", "tel:+33199001234", "https://www.ferrand.example/"):
        assert f'xlink:href="{target}"' in text
    assert {level: text.count(f'text:outline-level="{level}"') > 1 for level in "123"} == dict.fromkeys("123", True)
    assert "<text:list-item>" in text
    assert "<table:table " not in text
    assert "<draw:frame " not in text
