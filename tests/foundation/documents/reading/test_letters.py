"""Text files in the world's encodings."""

from __future__ import annotations

import pytest

from careercoach_desktop.foundation.documents.reading import read_document
from careercoach_desktop.foundation.documents.reading.letters import decode

WEST = "Zoë Müller\nIngénieure à Besançon – depuis 2019\nDéveloppé « l’outil » à 50 %\n"
CZECH = "Životopis: Jiří Dvořák, vývojář v Plzni, žije v Česku\n"
RUSSIAN = "Иван Петров\nИнженер-программист в Санкт-Петербурге\nОпыт работы: шесть лет\n"
GREEK = "Μαρία Παπαδοπούλου\nΜηχανικός λογισμικού στην Αθήνα\n"
JAPANESE = "山田太郎\n職務経歴書\n株式会社で働いています。システムの開発をしました。\n"
CHINESE = "张伟\n软件工程师，在上海的公司工作，负责数据平台的开发。\n电话：021\n"
KOREAN = "김민수\n서울에서 소프트웨어 엔지니어로 일하고 있습니다.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    text = WEST + "Plain Latin letters, as most files have them. " * 5
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (WEST, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (GREEK, "cp1253"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
        (KOREAN, "cp949"),
    ],
)
def test_older_encodings_are_told_by_their_shape(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_western_text_is_never_taken_for_another_script() -> None:
    assert decode("Señor Ñandú, café, Ångström, œuvre".encode("cp1252")) == "Señor Ñandú, café, Ångström, œuvre"


def test_a_web_page_says_itself_what_it_is_in() -> None:
    page = f'<!doctype html><html><head><meta charset="windows-1250"></head><body><p>{CZECH}</p></body></html>'
    (line,) = read_document(page.encode("cp1250"), "cv.html").lines
    assert line.text == CZECH.strip()


@pytest.mark.parametrize("data", [bytes(range(32)) * 20, b"\x00\x01\x02\xff" * 50])
def test_what_is_no_text_is_none(data: bytes) -> None:
    assert decode(data) is None
