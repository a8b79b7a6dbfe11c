"""How it is said: openings, tense, figures, buzzwords. Speaks only in languages whose words it knows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Finding, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Bullet, Situation, at, counted, places, share
from careercoach_desktop.features.evidence.service import is_content, stems
from careercoach_desktop.features.resumes.model import Work

_WITH_FIGURES = 0.3
"""Of all bullets: with fewer that name a figure, a reader can't tell how much was done."""
_FIGURE = re.compile(r"(?<![\w.-])[$€£¥+~<>≈]*\d[\d.,'’ ]*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SAME_OPENING = 3
_LEAST_BULLETS = 3
_BUZZ = 2
_MANY_BULLETS = 8
_OFTEN, _OFTEN_SHARE = 4, 0.34
"""A word in more bullets than this many, and than this share of them, is one too many."""


def weak_openings(situation: Situation) -> Iterator[Finding]:
    """“Responsible for …” says what the job was, not what the person did."""
    if situation.words is None:
        return
    weak = [bullet for bullet in situation.bullets if situation.words.weak.match(bullet.text.lstrip())]
    if weak:
        yield Finding(
            rule="wording.weak",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(weak), 'bullet opens', 'bullets open')} with words that say little, such as "
            f"“{_opening_words(weak[0], situation)}”.",
            why="Begin with what you did: “built”, “led”, “cut”.",
            extent=min(1.0, 2 * share(weak, situation.bullets)),
            places=places(weak),
        )


def tense(situation: Situation) -> Iterator[Finding]:
    """Past jobs in the past; a present job that reads as if it were over."""
    words = situation.words
    if words is None or not words.verbs:
        return
    over = [bullet for bullet in situation.bullets if _is_over(bullet) and bullet.opening in words.verbs]
    if over:
        said = over[0].opening
        yield Finding(
            rule="wording.tense",
            topic=Topic.EXPERIENCE,
            severity=Severity.WORTH_DOING,
            text=f"{counted(len(over), 'bullet', 'bullets')} of past jobs {'speaks' if len(over) == 1 else 'speak'} in "
            "the present.",
            why=f"What is over reads better in the past: “{words.verbs[said]}” for “{said}”.",
            extent=min(1.0, 2 * share(over, situation.bullets)),
            places=places(over),
        )
    for job in situation.data.work:
        own = [bullet for bullet in situation.bullets if bullet.role is job]
        if job.current and len(own) >= _LEAST_BULLETS and all(bullet.opening in words.past for bullet in own):
            yield Finding(
                rule="wording.present",
                topic=Topic.EXPERIENCE,
                severity=Severity.DETAIL,
                text="Your present job reads as if it were over.",
                why="Use the present for what you still do, the past for what is done.",
                places=places(own[:1]),
            )
            return


def figures(situation: Situation) -> Iterator[Finding]:
    """How much, how many, how often."""
    bullets = situation.bullets
    if len(bullets) < _LEAST_BULLETS:
        return
    without = [bullet for bullet in bullets if not has_figure(bullet.text, situation)]
    told = len(bullets) - len(without)
    if told >= _WITH_FIGURES * len(bullets):
        return
    yield Finding(
        rule="wording.figures",
        topic=Topic.EXPERIENCE,
        severity=Severity.WORTH_DOING,
        text="No bullet names a figure." if not told
        else f"{told} of {len(bullets)} bullets {'names' if told == 1 else 'name'} a figure.",
        why="How many, how much, how often: a figure shows the size of what you did. Only use those you know.",
        extent=1 - told / (_WITH_FIGURES * len(bullets)),
        places=places(without[:5]),
    )  # fmt: skip


def has_figure(text: str, situation: Situation) -> bool:
    """An amount in figures or words; a year or a name such as S3 is none."""
    found = [figure.strip(" .,") for figure in _FIGURE.findall(text)]
    if any(not _YEAR.fullmatch(figure) for figure in found):
        return True
    return situation.words is not None and bool(situation.words.figures.search(text))


def same_openings(situation: Situation) -> Iterator[Finding]:
    """One verb over and over."""
    if situation.words is None or not situation.counts_words:
        return
    counts = Counter(bullet.opening for bullet in situation.bullets if len(bullet.opening) > 2)
    allowed = max(_SAME_OPENING, round(0.2 * len(situation.bullets)))
    often = {word: count for word, count in counts.items() if count > allowed and word not in situation.words.small}
    if often:
        word = max(often, key=lambda each: often[each])
        yield Finding(
            rule="wording.repeated",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"{often[word]} bullets begin with “{word.capitalize()}”.",
            why="Other words keep a reader awake.",
            extent=min(1.0, 2 * share(sum(often.values()) - allowed * len(often), situation.bullets)),
            places=places(bullet for bullet in situation.bullets if bullet.opening == word),
        )


def overused(situation: Situation) -> Iterator[Finding]:
    """The same word in bullet after bullet. What is a name (a skill, a title, an employer) may come as often as it
    must."""
    words = situation.words
    if words is None or len(situation.bullets) < _MANY_BULLETS:
        return
    names = _names(situation)
    texts = [set(stems(bullet.text)) for bullet in situation.bullets]
    counts = Counter(word for text in texts for word in text if is_content(word) and len(word) > 3)
    most = max(_OFTEN, _OFTEN_SHARE * len(situation.bullets))
    often = {word: count for word, count in counts.items() if count > most and word not in names}
    if not often:
        return
    word = max(sorted(often), key=lambda each: often[each])
    said = [bullet for bullet, text in zip(situation.bullets, texts, strict=True) if word in text]
    yield Finding(
        rule="wording.overused",
        topic=Topic.WRITING,
        severity=Severity.DETAIL,
        text=f"“{_as_written(word, said[0].text)}” stands in {often[word]} of {len(situation.bullets)} bullets.",
        why="What is said everywhere is read nowhere; say it once, where it counts.",
        extent=min(1.0, often[word] / len(situation.bullets)),
        places=places(said),
    )


def _names(situation: Situation) -> set[str]:
    """Words of skills, titles, employers, schools and the headline."""
    data = situation.data
    said = [data.basics.label, *data.skill_names()]
    for job in data.work:
        said += [job.name, job.position, *job.technologies]
    for project in data.projects:
        said += [project.name, *project.keywords]
    said += [post.organization for post in data.volunteer]
    return {word for text in said for word in stems(text)}


def _as_written(word: str, text: str) -> str:
    found = next((each for each in re.findall(r"\w+", text) if stems(each) == (word,)), word)
    return found.lower()


def first_person(situation: Situation) -> Iterator[Finding]:
    """A résumé leaves “I” out. In other languages than English a summary may say it."""
    words = situation.words
    if words is None:
        return
    said = [bullet for bullet in situation.bullets if words.first_person.search(bullet.text)]
    found = places(said)
    summary = situation.data.basics.summary
    if words.language == "en" and words.first_person.search(summary):
        found.append(at("basics.summary", summary))
    if found:
        yield Finding(
            rule="wording.first-person",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"{counted(len(found), 'text speaks', 'texts speak')} in the first person.",
            why="A résumé usually leaves “I” and “my” out: it is all about you anyway."
            if words.language == "en"
            else "A résumé usually leaves the first person out: it is all about you anyway.",
            extent=min(1.0, len(found) / 5),
            places=found,
        )


def buzzwords(situation: Situation) -> Iterator[Finding]:
    """What everybody writes proves nothing."""
    words = situation.words
    if words is None:
        return
    texts = [("basics.summary", situation.data.basics.summary)]
    texts += [(bullet.path, bullet.text) for bullet in situation.bullets]
    texts += [(f"{group.id}.{'keywords' if group.keywords else 'name'}", name)
              for group in situation.data.skills for name in (group.keywords or [group.name])]  # fmt: skip
    found = [(path, text, match[0]) for path, text in texts for match in words.buzz.finditer(text)]
    phrases = list(dict.fromkeys(phrase.casefold() for _, _, phrase in found))
    if len(phrases) >= _BUZZ:
        yield Finding(
            rule="wording.buzz",
            topic=Topic.WRITING,
            severity=Severity.DETAIL,
            text=f"“{phrases[0]}” and “{phrases[1]}” stand in most résumés."
            if len(phrases) == 2
            else f"{len(phrases)} phrases such as “{phrases[0]}” stand in most résumés.",
            why="One example of it says more than the word.",
            extent=min(1.0, len(phrases) / 5),
            places=[at(path, text) for path, text in dict.fromkeys((path, text) for path, text, _ in found)],
        )


def _is_over(bullet: Bullet) -> bool:
    return isinstance(bullet.role, Work) and bool(bullet.role.end) and not bullet.role.current


def _opening_words(bullet: Bullet, situation: Situation) -> str:
    found = situation.words.weak.match(bullet.text.lstrip()) if situation.words is not None else None
    return found[0].strip().capitalize() if found else ""
