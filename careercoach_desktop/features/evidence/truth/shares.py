"""Shares and multiples told in words: "a third", "halved", "twice as many"."""

from __future__ import annotations

import re

SHARES = [
    (re.compile(r"\b(?:two thirds|two-thirds|zwei drittel|deux tiers|dos tercios|dos terceras partes)\b"), 66.7),
    (
        re.compile(
            r"\b(?:(?:a|one|by one|ein|um ein|einem|un|d'un) (?:third|drittel|tiers|tercio)|(?:la|una) tercera parte)\b"
        ),
        33.3,
    ),
    (
        re.compile(
            r"\b(?:halved|halving|halbiert\w*|halbierung|(?:by|about|almost|nearly|over|in|to|than|one|"
            r"around) half(?! an?\b| day)|"
            r"half (?:of )?the|haelfte|halfte|la moitie|divise par deux|(?:de )?moitie|la mitad|a la mitad)\b"
        ),
        50.0,
    ),
    (
        re.compile(
            r"\b(?:(?:by|nearly|about|over|of|almost) a quarter|a quarter of|a quarter (?:fewer|less|more)|one quarter|"
            r"(?:um )?(?:ein|einem) viertel|un quart|un cuarto|(?:la|una) cuarta parte)\b(?! (?:d'heure|de hora|"
            r"of an hour))"
        ),
        25.0,
    ),
    (re.compile(r"\b(?:(?:by|to) a fifth|a fifth of|ein funftel|un cinquieme|(?:la|una) quinta parte)\b"), 20.0),
    (re.compile(r"\b(?:three quarters|drei viertel|trois quarts|tres cuartos|(?:las )?tres cuartas partes)\b"), 75.0),
]
TIMES = [
    (
        re.compile(
            r"\b(?:doubled|doubling|twice (?:as|the)|verdoppel\w*|doubl(?:e|ing) (?:the|our|its|their)|double of|"
            r"double(?:e|er|ant)|doublement|duplic(?:ar|o|ue|ando)|twofold)\b"
        ),
        2.0,
    ),
    (
        re.compile(
            r"\b(?:tripled|tripling|threefold|verdreifach\w*|tripl(?:e|er|ant) (?:le|la|les)|triplement|triplic\w+)\b"
        ),
        3.0,
    ),
    (re.compile(r"\b(?:quadrupled|fourfold|vervierfach\w*|quadrupl(?:e|er)|cuadruplic\w+)\b"), 4.0),
]
