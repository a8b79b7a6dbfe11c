"""Scans in other letters than Latin ones: read with the data for them, or said what is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careercoach_desktop.foundation.documents import ocr
from careercoach_desktop.foundation.documents.ocr.script import letters_of
from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.errors import UserError
from tests.support.paper import pdf
from tests.support.scanning import scanned, sheets

JAPANESE = """
#set text(font: "Noto Serif CJK JP", lang: "ja")
#text(size: 20pt, weight: "bold")[佐藤美咲]

電話 090-1234-5678 | misaki.sato\\@example.jp | 東京都

= 職務経歴
*データエンジニア*、株式会社ひかりシステム #h(1fr) 2021年3月 – 現在
- 毎朝十一のチームが利用するレポート作成の仕組みを開発し、運用しています
- 履歴を失うことなく、保存にかかる費用を三割削減しました
- 若手の技術者三名を指導しました

= 学歴
京都大学工学部情報学科 #h(1fr) 2013年4月 – 2017年3月
"""
CHINESE = """
#set text(font: "Noto Sans CJK SC", lang: "zh")
= 工作经历
*高级数据工程师*，北京星辰科技有限公司 #h(1fr) 2021年3月 – 至今
- 负责每日报表系统的开发与维护，十一个团队每天早晨使用这一系统
- 在不丢失历史数据的前提下将存储成本降低了百分之三十八
- 指导三名初级工程师完成项目并通过考核
"""
RUSSIAN = """
= Опыт работы
*Ведущий инженер данных*, Северный анализ #h(1fr) март 2021 – настоящее время
- Перенесла ночные отчёты на проверенный конвейер, которым каждое утро пользуются одиннадцать команд
- Сократила расходы на хранение на треть, не потеряв истории
"""


@pytest.fixture
def tesseract() -> ocr.Tesseract:
    program = ocr.find()
    assert program is not None
    assert program.tells_orientation
    assert "jpn" in program.languages, "these tests need Japanese data (packaging/dev.py installs it)"
    return program


@pytest.fixture
def only_english(tesseract: ocr.Tesseract, monkeypatch: pytest.MonkeyPatch) -> ocr.Tesseract:
    """An installation as it comes."""
    program = replace(tesseract, languages=("eng",))
    monkeypatch.setattr(ocr, "find", lambda: program)
    return program


def test_japanese_is_read_without_spaces_between_its_signs(tesseract: ocr.Tesseract) -> None:
    source = read_document(scanned(pdf(JAPANESE)), "scan.pdf")
    texts = [line.text for line in source.lines]
    assert texts[0] == "佐藤美咲"
    assert "misaki.sato@example.jp" in texts[1]
    assert [line.text for line in source.lines if line.bullet] == [
        "毎朝十一のチームが利用するレポート作成の仕組みを開発し、運用しています",
        "履歴を失うことなく、保存にかかる費用を三割削減しました",
        "若手の技術者三名を指導しました",
    ]
    dated = next(line for line in source.lines if line.text.startswith("データエンジニア"))
    assert dated.cells()[1].startswith("2021年3月")
    assert source.warnings == ()


@pytest.mark.parametrize(
    ("page", "warning"),
    [
        (CHINESE, "This scan looks Chinese, which Tesseract can’t read here yet"),
        (JAPANESE, "This scan looks Japanese, which Tesseract can’t read here yet"),
        (RUSSIAN, "This scan looks Russian, which Tesseract can’t read here yet"),
    ],
)
def test_without_the_data_one_sentence_says_what_to_install(
    page: str, warning: str, only_english: ocr.Tesseract
) -> None:
    try:
        source = read_document(scanned(pdf(page)), "scan.pdf")
    except UserError as refusal:  # nothing of it looked like a word
        said = refusal.next_step
    else:
        (said,) = source.warnings
    assert said.startswith(warning)
    assert ocr.how_to_add(only_english.languages[0]).rpartition("-")[0] in said


def test_chinese_is_not_mistaken_for_japanese(tesseract: ocr.Tesseract) -> None:
    """With data for Japanese only it is read as that, as well as it goes, and the Chinese data is asked for."""
    (sheet,) = sheets(pdf(CHINESE), 200)
    picture = ocr.GreyPicture(sheet.width, sheet.height, sheet.pixels, 200 / 72)
    page = ocr.PageReader(replace(tesseract, languages=("eng", "jpn"))).read(picture)
    assert page is not None
    assert (page.language, page.missing) == ("jpn", "chi_sim")


def test_the_surer_reading_wins_where_several_languages_have_these_letters(tesseract: ocr.Tesseract) -> None:
    if "chi_sim" not in tesseract.languages:
        pytest.skip("needs the data for Chinese")
    source = read_document(scanned(pdf(CHINESE)), "scan.pdf")
    assert "负责每日报表系统的开发与维护，十一个团队每天早晨使用这一系统" in source.text


@pytest.mark.parametrize(
    ("said", "script", "quarters"),
    [
        (b"Rotate: 180\nOrientation confidence: 9.3\nScript: Han\nScript confidence: 1.11\n", "Han", 2),
        (b"Rotate: 90\nOrientation confidence: 0.2\nScript: Han\nScript confidence: 0.3\n", "", 0),
        (b"Rotate: 0\nOrientation confidence: 9.3\nScript: Cyrillic\nScript confidence: 4.1\n", "", 0),
        (b"Too few characters.", "", 0),
    ],
)
def test_a_coarse_page_is_not_taken_for_other_letters(said: bytes, script: str, quarters: int) -> None:
    letters = letters_of(said)
    assert (letters.script, letters.quarters) == (script, quarters)


def test_a_page_is_not_read_twice(tesseract: ocr.Tesseract, monkeypatch: pytest.MonkeyPatch) -> None:
    """Looking a résumé over reads its file again: the words of its pictures are still there."""
    page = scanned(pdf("#text(size: 14pt)[A page that nobody read before: quinces and medlars in the orchard.]"))
    first = read_document(page, "scan.pdf")
    runs: list[object] = []
    monkeypatch.setattr(ocr.reading, "run", lambda *said: runs.append(said))
    assert read_document(page, "scan.pdf") == first
    assert runs == []
