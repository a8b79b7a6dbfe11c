"""How a reader reaches the person, and whether a program can use it as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.analysis.model import Correction, Finding, Fix, Severity, Topic
from careercoach_desktop.features.analysis.rules.situation import Situation, at
from careercoach_desktop.features.resumes.editing import place

_MAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;.]{2,}")
_NETWORKS = {
    "linkedin": "https://www.linkedin.com/in/",
    "github": "https://github.com/",
}
_HANDLE = re.compile(r"(?:@|/?in/)?([\w-]{2,60})/?")


def missing_contact(situation: Situation) -> Iterator[Finding]:
    """The ways to reach the person that are not there."""
    basics = situation.data.basics
    asked = (
        ("contact.name", basics.name, "Your name is missing.", "Without it nobody knows whose résumé this is.",
         "basics.name", Severity.IMPORTANT),
        ("contact.email", basics.email, "There is no e-mail address.", "It is how most employers answer.",
         "basics.email", Severity.IMPORTANT),
        ("contact.phone", basics.phone, "There is no phone number.", "Many recruiters call before they write.",
         "basics.phone", Severity.WORTH_DOING),
        ("contact.place", place(basics.location), "There is no place.",
         "A town and country are enough; jobs are often filtered by distance.", "basics.location",
         Severity.WORTH_DOING),
    )  # fmt: skip
    for rule, value, text, why, path, severity in asked:
        if not value.strip():
            yield Finding(rule=rule, topic=Topic.CONTACT, severity=severity, text=text, why=why, places=[at(path)])
    if not basics.url and not any(profile.url or profile.username for profile in basics.profiles):
        yield Finding(
            rule="contact.link",
            topic=Topic.CONTACT,
            severity=Severity.DETAIL,
            text="There is no link to a profile or website.",
            why="One link, such as LinkedIn or your work, lets a reader see more.",
            places=[at("basics.url")],
        )


def email_form(situation: Situation) -> Iterator[Finding]:
    """An address that is none, or that shouts."""
    email = situation.data.basics.email.strip()
    if not email:
        return
    if not _MAIL.fullmatch(email):
        yield Finding(
            rule="contact.email-form",
            topic=Topic.CONTACT,
            severity=Severity.IMPORTANT,
            text="The e-mail address does not look complete.",
            why="An answer sent to it would not arrive.",
            places=[at("basics.email", email)],
        )
    elif email != email.lower():
        yield Finding(
            rule="contact.email-case",
            topic=Topic.CONTACT,
            severity=Severity.DETAIL,
            text="The e-mail address has capital letters.",
            why="Small letters are read and typed without mistakes.",
            places=[at("basics.email", email)],
            fix=Fix(
                label="Write it small",
                corrections=[Correction(path="basics.email", before=situation.data.basics.email, after=email.lower())],
            ),
        )


def phone_form(situation: Situation) -> Iterator[Finding]:
    """A number without its country can't be dialled from another one. Silent where the country is not known."""
    basics = situation.data.basics
    if not basics.phone.strip() or basics.phone.strip().startswith(("+", "00", "(+")):
        return
    written = _international(basics.phone, basics.location.country_code)
    if not written:
        return
    yield Finding(
        rule="contact.phone-form",
        topic=Topic.CONTACT,
        severity=Severity.DETAIL,
        text="The phone number has no country code.",
        why="With it, programs and callers abroad can dial it.",
        places=[at("basics.phone", basics.phone)],
        fix=Fix(
            label=f"Write {written}",
            corrections=[Correction(path="basics.phone", before=basics.phone, after=written)],
        ),
    )


def _international(phone: str, country: str) -> str:
    """As people abroad dial it; empty unless the country is known and the number is one of it."""
    import phonenumbers

    if len(country) != 2:
        return ""
    try:
        number = phonenumbers.parse(phone, country.upper())
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def link_form(situation: Situation) -> Iterator[Finding]:
    """Links to LinkedIn and GitHub that are only a user name."""
    corrections = list(_links(situation))
    if corrections:
        yield Finding(
            rule="contact.link-form",
            topic=Topic.CONTACT,
            severity=Severity.DETAIL,
            text="A profile link is only a user name." if len(corrections) == 1
            else f"{len(corrections)} profile links are only user names.",
            why="A full address opens with one click.",
            places=[at(each.path, str(each.before or each.after)) for each in corrections],
            fix=Fix(label="Complete the link" if len(corrections) == 1 else "Complete the links",
                    corrections=corrections),
        )  # fmt: skip


def _links(situation: Situation) -> Iterator[Correction]:
    for profile in situation.data.basics.profiles:
        network = profile.network.strip().casefold()
        found = _HANDLE.fullmatch(profile.url.strip() or profile.username.strip())
        if network in _NETWORKS and found:
            yield Correction(path=f"{profile.id}.url", before=profile.url, after=f"{_NETWORKS[network]}{found[1]}")
