"""Which fonts exported pages can be set in: ours, and for scripts ours do not draw, those of the computer."""

from __future__ import annotations

import re

import typst

from careercoach_desktop.foundation.resources import resource

_CHINESE_JAPANESE_KOREAN = re.compile(
    r"CJK|Source Han|Noto (?:Sans|Serif) (?:SC|TC|HK|JP|KR)|WenQuanYi|Droid Sans Fallback|AR PL|PingFang|Hiragino|"
    r"Heiti|Songti|Apple SD Gothic|YaHei|SimSun|JhengHei|Meiryo|Yu Gothic|MS Gothic|Malgun|Nanum|Takao",
    re.IGNORECASE,
)


def own_fonts() -> list[str]:
    """File names of the fonts that come with the application."""
    return sorted(path.name for path in resource("fonts").iterdir() if path.suffix in (".otf", ".ttf"))


def system_families() -> list[str]:
    """The families Typst finds on this computer."""
    return sorted(typst.Fonts().families())


def chinese_japanese_korean() -> list[str]:
    """Those of them that draw Chinese, Japanese or Korean, known by their names."""
    return [family for family in system_families() if _CHINESE_JAPANESE_KOREAN.search(family)]
