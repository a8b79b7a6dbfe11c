"""Points from elsewhere that answer the posting and this résumé lacks, offered in the person's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from careercoach_desktop.features.analysis.rules.vocabulary import vocabulary_of
from careercoach_desktop.features.tailoring.engine.situation import Situation, entry_name, listing
from careercoach_desktop.features.tailoring.engine.spares import Source, Spare
from careercoach_desktop.features.tailoring.model import Change, ChangeKind

_MOST, _MOST_OF_ONE = 4, 2


def additions(now: Situation) -> Iterator[Change]:
    """At most four, two of one entry: what answers most comes first."""
    names = {entry.id: entry_name(entry) for entry in now.entries()}
    said = {entry.id: {each.term for b in entry.highlights for each in now.asked_in(b.text)} for entry in now.entries()}
    worth = [(now.relevance(spare.text), spare) for spare in now.spares if spare.entry in names]
    taken: dict[str, int] = {}
    count = 0
    for value, spare in sorted(worth, key=lambda pair: (-pair[0], not pair[1].marked)):
        new = [each for each in now.asked_in(spare.text) if each.term not in said[spare.entry]]
        wanted = new or now.focused(spare.text)
        if value <= 0 or not wanted or not _reads_as_a_bullet(now, spare) or taken.get(spare.entry, 0) >= _MOST_OF_ONE:
            continue
        taken[spare.entry] = taken.get(spare.entry, 0) + 1
        said[spare.entry] |= {each.term for each in new}
        named = listing([now.named(each) for each in new[:2]])
        asks = f"The posting asks for {named}" if named else f"You want to bring out {listing(now.focused(spare.text))}"
        reason = f"{asks}; you say it elsewhere about this work, this résumé does not."
        yield addition(spare, names[spare.entry], spare.text, f"Adds {named or 'a point'} you tell elsewhere", reason)
        count += 1
        if count == _MOST:
            return


def addition(spare: Spare, name: str, text: str, headline: str, reason: str) -> Change:
    """The change that puts a point under its entry."""
    return Change(
        id=f"add-{spare.bullet_id}",
        kind=ChangeKind.ADD_BULLET,
        target=spare.entry,
        title=f"{name} · added",
        headline=headline,
        reason=reason,
        evidence=[spare.quote],
        after=text,
        bullet_id=spare.bullet_id,
    )


def _reads_as_a_bullet(now: Situation, spare: Spare) -> bool:
    """A bullet is one; of what was told only an English sentence that opens with its verb and has no “I” in it: the
    others are for the person, or Claude, to word."""
    if spare.source is Source.RESUME:
        return True
    words = vocabulary_of(spare.text, now.language)
    if words is None or words.language != "en" or words.first_person.search(spare.text):
        return False
    opening = spare.text.split()[0].casefold()
    return opening in words.past or opening.endswith("ed")


def offered(now: Situation, most: int) -> Sequence[Spare]:
    """The points worth showing to a model for this job: those that answer something, the most telling first."""
    worth = [(now.relevance(spare.text), spare) for spare in now.spares]
    found = sorted((pair for pair in worth if pair[0] > 0), key=lambda pair: (-pair[0], not pair[1].marked))
    return [spare for _, spare in found[:most]]
