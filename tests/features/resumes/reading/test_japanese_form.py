"""The Japanese standard form, where verbs say what begins and what ends."""

from __future__ import annotations

from careercoach_desktop.features.resumes.reading import read_resume

FORM = """\
履歴書
氏名\t山田 花子
現住所\t〒150-0001
東京都渋谷区神宮前1-2-3
携帯電話\t090-1234-5678\tE-MAIL\thanako@example.jp

年\t月\t学歴・職歴
学歴
平成22\t4\t青葉大学工学部 入学
平成26\t3\t同 卒業
職歴
2014\t4\t株式会社みなと電機 入社
2019\t9\t株式会社みなと電機 退職
令和元\t10\t株式会社ひかり計測 入社
現在に至る
以上

年\t月\t免許・資格
2013\t8\t普通自動車免許
"""


def test_school_and_work_are_told_by_their_verbs() -> None:
    data = read_resume(FORM.encode(), "rirekisho.txt").data
    assert data.language == "ja"
    assert data.basics.name == "山田 花子"
    assert data.basics.email == "hanako@example.jp"
    assert [(s.institution, s.start, s.end) for s in data.education] == [("青葉大学工学部", "2010-04", "2014-03")]
    assert [(j.name, j.start, j.end, j.current) for j in data.work] == [
        ("株式会社みなと電機", "2014-04", "2019-09", False),
        ("株式会社ひかり計測", "2019-10", None, True),
    ]
    assert data.skill_names() == ["普通自動車免許"]


def test_a_year_counted_in_an_era_is_explained() -> None:
    data = read_resume(FORM.encode(), "rirekisho.txt").data
    assert data.traces[f"{data.education[0].id}.start"].note == "from “平成22”"
    assert data.traces[f"{data.work[0].id}.start"].note == ""
