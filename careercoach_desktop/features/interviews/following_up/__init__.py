"""Words for after a round: a thank-you, or a kind question when nothing has been heard.

Everything comes from what the person kept: names, kind of round, day, title. What only they can say stands in
[brackets]; nothing of their private notes is used unless they chose it. Pure.
"""

from careercoach_desktop.features.interviews.following_up.drafting import (
    LANGUAGES,
    FollowUpDraft,
    Occasion,
    Wish,
    drafted,
    gaps_in,
    likely_language,
)
from careercoach_desktop.features.interviews.following_up.mailing import MailLink, mail_link
from careercoach_desktop.features.interviews.following_up.topics import topics_of

__all__ = [
    "LANGUAGES",
    "FollowUpDraft",
    "MailLink",
    "Occasion",
    "Wish",
    "drafted",
    "gaps_in",
    "likely_language",
    "mail_link",
    "topics_of",
]
