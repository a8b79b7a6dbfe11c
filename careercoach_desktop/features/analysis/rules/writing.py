"""How it is written down: lengths, full stops, spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Correction, Finding, Fix, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Bullet, Situation, at, counted, places, same, share
from careercoach_desktop.features.resumes.editing import values

_LONG, _SHORT = 38, 4
"""Words of a bullet."""
_FEW_WORDS, _MANY_WORDS = 150, 1000
_ACADEMIC_WORDS = 3000
_NO_READING = (".url", ".email", ".phone", ".network")
_DOUBLED = re.compile(r"(?<=\S)[ \t\u00a0]{2,}(?=\S)|(?<=\w) +(?=[,;](?:\s|$))")
_ABBREVIATIONS = re.compile(r"(?:\b(?:etc|inc|ltd|co|corp|no|approx|vs|usw|bzw|ca|nr|st)|\.\w|\b\w)\.$", re.IGNORECASE)


def bullet_lengths(situation: Situation) -> Iterator[Finding]:
    """Too long to take in at a glance, too short to say anything."""
    if not situation.counts_words or not situation.bullets:
        return
    long = [bullet for bullet in situation.bullets if bullet.words > _LONG]
    if long:
        yield Finding(
            rule="writing.long-bullets",
            topic=Topic.WRITING,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(long), 'bullet is', 'bullets are')} longer than {_LONG} words.",
            why="Readers skim; one or two lines each are read.",
            extent=min(1.0, 1.5 * share(long, situation.bullets)),
            places=places(long),
        )
    short = [bullet for bullet in situation.bullets if bullet.words < _SHORT]
    if len(short) * 3 > len(situation.bullets) and len(short) > 1:
        yield Finding(
            rule="writing.short-bullets",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"{len(short)} bullets have fewer than {_SHORT} words.",
            why="Say what you did and what came of it.",
            extent=share(short, situation.bullets),
            places=places(short),
        )


def whole_length(situation: Situation) -> Iterator[Finding]:
    """All words together."""
    if not situation.counts_words:
        return
    words = _words_of(situation)
    most = _ACADEMIC_WORDS if situation.is_academic else _MANY_WORDS
    if words < _FEW_WORDS:
        yield Finding(
            rule="writing.brief",
            topic=Topic.WRITING,
            severity=Severity.WORTH_DOING,
            text=f"The whole résumé has only {words} words.",
            why="A full page has about 400; say more of what you did.",
            extent=1 - words / (_FEW_WORDS + 50),
        )
    elif words > most:
        yield Finding(
            rule="writing.lengthy",
            topic=Topic.WRITING,
            severity=Severity.WORTH_DOING,
            text=f"The whole résumé has {words} words.",
            why="Two pages have about 800; what is old or of no use for the job can go.",
            extent=min(1.0, (words - most) / most + 0.3),
        )


def _words_of(situation: Situation) -> int:
    """Everything there is to read, each text once; addresses and links are no reading."""
    texts = [value.text for value in values(situation.data) if not value.path.endswith(_NO_READING)]
    skills = [word for group in situation.data.skills for word in group.keywords]
    groups = {", ".join(group.keywords) for group in situation.data.skills}
    read = {same(text) for text in (*(text for text in texts if text not in groups), *skills)}
    return sum(len(text.split()) for text in read)


def full_stops(situation: Situation) -> Iterator[Finding]:
    """Some bullets end with a full stop and others don't. Bullets of several sentences need theirs and don't count."""
    counted_in = [bullet for bullet in situation.bullets if _is_one_sentence(bullet)]
    stopped = [bullet for bullet in counted_in if bullet.text.rstrip().endswith(".") and not _is_cut(bullet)]
    bare = [bullet for bullet in counted_in if bullet not in stopped and bullet.text.rstrip()[-1:].isalnum()]
    if not stopped or not bare:
        return
    few = bare if len(stopped) > len(bare) else stopped
    add = few is bare
    yield Finding(
        rule="writing.full-stops",
        topic=Topic.WRITING,
        severity=Severity.DETAIL,
        text=f"{counted(len(few), 'bullet ends', 'bullets end')} {'without' if add else 'with'} a full stop, the "
        f"other{'s' if len(counted_in) - len(few) > 1 else ''} {'with one' if add else 'without'}.",
        why="Either way is fine; one way throughout looks cared for.",
        extent=min(1.0, 2 * share(few, counted_in)),
        places=places(few),
        fix=Fix(label="Add the full stops" if add else "Remove the full stops",
                corrections=[_with_stop(bullet) if add else _without_stop(bullet) for bullet in few]),
    )  # fmt: skip


def doubled_spaces(situation: Situation) -> Iterator[Finding]:
    """Two spaces, or one before a comma."""
    texts = [("basics.summary", situation.data.basics.summary)]
    texts += [(bullet.path, bullet.text) for bullet in situation.all_bullets]
    corrections = [
        Correction(path=path, before=text, after=mended) for path, text in texts if (mended := _mended(text)) != text
    ]
    if corrections:
        yield Finding(
            rule="writing.spaces",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"{counted(len(corrections), 'text has', 'texts have')} spaces too many.",
            why="They show as small holes on the page.",
            extent=min(1.0, len(corrections) / 6),
            places=[at(each.path, str(each.after)) for each in corrections],
            fix=Fix(label="Remove the spaces", corrections=corrections),
        )


def _mended(text: str) -> str:
    return _DOUBLED.sub(lambda found: "" if text[found.end()] in ",;" else " ", text)


def _is_one_sentence(bullet: Bullet) -> bool:
    text = bullet.text.strip()
    return bullet.words >= _SHORT and not re.search(r"[.!?…:]\s+\S", text) and not text.endswith(("…", "...", "!", "?"))


def _is_cut(bullet: Bullet) -> bool:
    """Whether the full stop at its end belongs to an abbreviation."""
    return bool(_ABBREVIATIONS.search(bullet.text.rstrip()))


def _with_stop(bullet: Bullet) -> Correction:
    return Correction(path=bullet.path, before=bullet.text, after=f"{bullet.text.rstrip()}.")


def _without_stop(bullet: Bullet) -> Correction:
    return Correction(path=bullet.path, before=bullet.text, after=bullet.text.rstrip().removesuffix("."))
