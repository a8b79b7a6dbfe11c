"""How Claude's settings are put into words: where a key is kept, what a model costs, when it goes."""

from __future__ import annotations

import sys
from datetime import date

from PySide6.QtCore import QDate, QLocale

from careercoach_desktop.features.settings.model import ModelWarning
from careercoach_desktop.features.settings.ui.page_parts import tr
from careercoach_desktop.foundation.llm.model import ModelOption
from careercoach_desktop.foundation.llm.prices import Rate

_KEYCHAINS = (
    ("secretservice", "the system’s keychain (Secret Service)"),
    ("libsecret", "the system’s keychain (Secret Service)"),
    ("kwallet", "KWallet"),
    ("winvault", "Windows Credential Manager"),
    ("macos", "the macOS Keychain"),
)


def keychain_words(backend: str) -> str:
    """What a person calls the keychain that the library calls ``SecretService Keyring``."""
    name = backend.lower().replace(" ", "")
    return next((tr(words) for part, words in _KEYCHAINS if part in name), tr("the system’s keychain"))


def no_keychain_words(*, platform: str = sys.platform) -> str:
    """What it means that there is no keychain, and what would help."""
    said = tr("No keychain works on this computer, so a key is kept only until Career Coach is closed.")
    if platform.startswith("linux"):
        return f"{said} " + tr("A keychain service such as GNOME Keyring or KWallet would keep it for good.")
    return f"{said} " + tr("You will be asked for it again after the next start.")


def session_words(*, has_keychain: bool) -> str:
    """Where a key is that the keychain does not hold."""
    if has_keychain:
        return tr("kept until Career Coach is closed: the keychain did not take it. Unlock it and enter the key again.")
    return tr("kept until Career Coach is closed")


def price_words(rates: tuple[Rate, ...]) -> str:
    """``$2.00 in, $10.00 out per million tokens``, and what longer prompts cost."""
    if not rates:
        return tr("price unknown")
    first, *longer = rates
    said = tr("${sent:,.2f} in, ${received:,.2f} out per million tokens").format(
        sent=first.input, received=first.output
    )
    for rate in longer:
        said += tr(" (${sent:,.2f} and ${received:,.2f} for more than {above} at once)").format(
            sent=rate.input, received=rate.output, above=QLocale().toString(rate.above)
        )
    return said


def model_line(option: ModelOption, rates: tuple[Rate, ...]) -> str:
    """One line of the menu: name, price, and that it is going."""
    parts = [option.name]
    if rates:
        parts.append(tr("${sent:,.2f} / ${received:,.2f}").format(sent=rates[0].input, received=rates[0].output))
    if option.retires is not None:
        parts.append(tr("retires {day}").format(day=day_words(option.retires)))
    return "  ·  ".join(parts)


def warning_words(warning: ModelWarning) -> str:
    if warning.unlisted:
        return tr("{name} is not among the models this server lists. Choose another model.").format(name=warning.name)
    if warning.unfamiliar:
        return tr("{name} is not in the list that came with Career Coach. It may be new, or gone.").format(
            name=warning.name
        )
    if warning.gone:
        return tr("{name} is retired and does not answer any more. Choose another model.").format(name=warning.name)
    if warning.retires is None:
        return tr("{name} is going to be retired. Choose another model soon.").format(name=warning.name)
    day = day_words(warning.retires)
    return tr("{name} retires on {day}. Choose another model before then.").format(name=warning.name, day=day)


def day_words(day: date) -> str:
    """``30 November 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
