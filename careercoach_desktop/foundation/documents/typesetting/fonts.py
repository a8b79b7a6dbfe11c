"""Which fonts exported pages can be set in: ours, and for scripts ours do not draw, those of the computer.

Ours draw Latin, Greek and Cyrillic. A font for Chinese or Japanese is larger than the rest of the application, and
every system we know brings one or offers it, so those are looked for by name; where there is none, the person is told.
"""

from __future__ import annotations

import re
from functools import cache

import typst

from careercoach_desktop.foundation.resources import resource

OWN_FAMILIES = ("Inter", "Source Sans 3", "Source Serif 4", "Libertinus Serif")
"""The families that come with the application (the last one with Typst), to set running text in."""
_SERIFS = ("Source Serif 4", "Libertinus Serif")

_CHINESE_JAPANESE_KOREAN = re.compile(
    r"CJK|Source Han|Noto (?:Sans|Serif) (?:SC|TC|HK|JP|KR)|WenQuanYi|Droid Sans Fallback|AR PL|PingFang|Hiragino|"
    r"Heiti|Songti|Apple SD Gothic|YaHei|SimSun|JhengHei|Meiryo|Yu Gothic|MS Gothic|Malgun|Nanum|Takao",
    re.IGNORECASE,
)
_KANA, _HANGUL, _HAN = re.compile("[\u3040-\u30ff]"), re.compile("[\uac00-\ud7af]"), re.compile("[\u4e00-\u9fff]")
_NAMES = {"zh": "Chinese", "ja": "Japanese", "ko": "Korean"}
_SANS = {
    "zh": ("Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
           "Microsoft YaHei", "Hiragino Sans GB", "Heiti SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei"),
    "ja": ("Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans", "Source Han Sans JP", "Hiragino Sans",
           "Hiragino Kaku Gothic ProN", "Yu Gothic", "Meiryo", "TakaoGothic", "MS Gothic"),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic",
           "NanumGothic"),
}  # fmt: skip
_SERIF = {
    "zh": ("Noto Serif CJK SC", "Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun", "AR PL SungtiL GB"),
    "ja": ("Noto Serif CJK JP", "Noto Serif JP", "Source Han Serif", "Source Han Serif JP", "Hiragino Mincho ProN",
           "Yu Mincho", "TakaoMincho", "MS Mincho"),
    "ko": ("Noto Serif CJK KR", "Noto Serif KR", "Source Han Serif KR", "AppleMyungjo", "NanumMyeongjo", "Batang"),
}  # fmt: skip


def own_fonts() -> list[str]:
    """File names of the fonts that come with the application."""
    return sorted(path.name for path in resource("fonts").iterdir() if path.suffix in (".otf", ".ttf"))


@cache
def system_families() -> list[str]:
    """The families Typst finds on this computer (some 50 ms, once in a process)."""
    return sorted(typst.Fonts().families())


def usable_families() -> tuple[str, ...]:
    """Families of this computer that have what running text needs: a regular, an italic and a bold cut."""
    cuts: dict[str, set[str]] = {}
    for font in typst.Fonts(include_embedded_fonts=False).fonts():
        slanted = "italic" if font.style != "normal" else "bold" if font.weight >= 600 else "regular"
        cuts.setdefault(font.family, set()).add(slanted)
    return tuple(sorted(family for family, found in cuts.items() if len(found) == 3 and family not in OWN_FAMILIES))


def chinese_japanese_korean() -> list[str]:
    """Those of the computer's families that draw Chinese, Japanese or Korean, known by their names."""
    return [family for family in system_families() if _CHINESE_JAPANESE_KOREAN.search(family)]


def east_asian_script(text: str, language: str) -> str:
    """``zh``, ``ja`` or ``ko`` when ``text`` holds such letters; empty otherwise. Kanji alone go by ``language``."""
    if _KANA.search(text):
        return "ja"
    if _HANGUL.search(text):
        return "ko"
    if _HAN.search(text):
        return language if language in _NAMES else "zh"
    return ""


def east_asian_families(script: str, beside: str) -> tuple[str, ...]:
    """Families of this computer for ``script``, the best first; with serifs where ``beside`` has them."""
    first, second = (_SERIF, _SANS) if beside in _SERIFS else (_SANS, _SERIF)
    there = set(system_families())
    return tuple(family for family in (*first[script], *second[script]) if family in there)


def missing_font(script: str) -> str:
    """A sentence for the person whose computer has no font for ``script``."""
    name = _NAMES[script]
    return (
        f"No {name} font was found on this computer, so {name} characters may be missing or look wrong. "
        f"Install “{_SANS[script][0]}” and open this again."
    )
