"""Every way a call can fail, as a sentence with a next step, and whether trying again by itself makes sense."""

from __future__ import annotations

import re

from careercoach_desktop.foundation.errors import UserError

_TOO_LONG = re.compile(r"prompt is too long|exceeds? (?:the )?context (?:limit|window|length)", re.IGNORECASE)
SETTINGS = "settings"
"""The page where the person can put it right."""
_BODY_CODES = {
    "authentication_error": "claude-key-refused",
    "billing_error": "claude-credit-exhausted",
    "permission_error": "claude-not-allowed",
    "not_found_error": "claude-model-unknown",
    "request_too_large": "claude-too-long",
    "rate_limit_error": "claude-busy",
    "overloaded_error": "claude-overloaded",
    "timeout_error": "claude-timeout",
    "api_error": "claude-trouble",
    "invalid_request_error": "claude-request-refused",
}
_STATUS_CODES = {
    400: "claude-request-refused",
    401: "claude-key-refused",
    402: "claude-credit-exhausted",
    403: "claude-not-allowed",
    404: "claude-model-unknown",
    408: "claude-timeout",
    413: "claude-too-long",
    422: "claude-request-refused",
    429: "claude-busy",
    529: "claude-overloaded",
}
_SENTENCES: dict[str, tuple[str, str]] = {
    "claude-key-refused": (
        "{who} does not accept your key.",
        "Check it in Settings, under Claude, or enter a new one.",
    ),
    "claude-credit-exhausted": (
        "The credit of your {who} account is used up.",
        "Add credit there, then start this again. Everything that needs no Claude goes on working.",
    ),
    "claude-spend-limit": (
        "Your {who} account has reached its own spending limit.",
        "Raise the limit there, then start this again. Everything that needs no Claude goes on working.",
    ),
    "claude-not-allowed": (
        "Your key may not do this with {who}.",
        "Look at the key’s permissions in your account, or choose another model in Settings.",
    ),
    "claude-model-unknown": (
        "The model “{model}” is not available with your key.",
        "Choose another model for {task} in Settings, under Claude.",
    ),
    "claude-too-long": (
        "This is more text than the model can take.",
        "Shorten the résumé or the posting, or choose a model with a longer context in Settings.",
    ),
    "claude-busy": ("{who} asks us to slow down.", "It is tried again by itself; nothing is lost."),
    "claude-overloaded": ("{who} is overloaded at the moment.", "It is tried again by itself; nothing is lost."),
    "claude-trouble": ("{who} has a problem of its own.", "It is tried again by itself; nothing is lost."),
    "claude-timeout": ("{who} took too long to answer.", "It is tried again by itself; nothing is lost."),
    "claude-unreachable": (
        "{who} can’t be reached.",
        "Check your connection; it is tried again by itself. Everything that needs no Claude goes on working.",
    ),
    "claude-request-refused": (
        "{who} did not accept the request.",
        "Choose another model in Settings, or do this step without Claude; please report it if it stays.",
    ),
    "claude-cut": (
        "The connection broke while the answer was coming.",
        "Nothing of yours is lost. Start it again when you like; what had come by then may have cost something.",
    ),
    "claude-declined": ("The model declined to answer this.", "Nothing was changed. Do this step without Claude."),
    "claude-truncated": (
        "The answer was longer than the model may write.",
        "Nothing was changed. Try a shorter résumé or posting, or another model.",
    ),
    "claude-unreadable": (
        "The answer was not in the form it should have, twice.",
        "Nothing was changed. Try again, or choose another model in Settings.",
    ),
    "claude-garbled": (
        "{who} sent something that is no answer of Claude.",
        "Check the endpoint’s address in Settings, under Claude.",
    ),
    "claude-batch-gone": (
        "Claude has no such batch: it never arrived, was deleted, or belongs to another key.",
        "Start it again when you like. With the key it was handed over with, what was answered is still collected.",
    ),
    "claude-no-batches": (
        "The server in your settings does not take many questions at once.",
        "Choose fewer at a time.",
    ),
    "claude-batch-elsewhere": (
        "These questions were handed over to another server than the one in your settings.",
        "Choose that server again in Settings, under Claude, and start this again: the answers are collected there.",
    ),
    "claude-batch-expired": (
        "Claude did not get to this within a day.",
        "It cost nothing. Ask again when you like.",
    ),
    "claude-batch-cancelled": ("This was called off before Claude got to it.", "It cost nothing."),
    "claude-search-off": (
        "Searching the web is switched off in your settings.",
        "Switch it on in Settings, under Claude, or paste a page’s text instead.",
    ),
    "claude-search-not-allowed": (
        "Your {who} account does not allow web searches.",
        "Whoever manages the account can switch them on there. You can paste a page’s text instead.",
    ),
    "claude-no-search": (
        "The model or server in your settings can’t search the web.",
        "Choose another model for interviews in Settings, under Claude, or paste a page’s text instead.",
    ),
    "claude-search-busy": (
        "{who} was asked to search too often at the moment.",
        "Nothing was changed. Start it again in a few minutes, or paste a page’s text instead.",
    ),
    "claude-search-unavailable": (
        "{who}’s web search does not work at the moment.",
        "Nothing was changed. Start it again later, or paste a page’s text instead.",
    ),
    "claude-nothing-found": (
        "Claude found nothing it could name a page for.",
        "Nothing was kept. Check how the name is written, or paste a page’s text instead.",
    ),
    "claude-no-key": (
        "There is no Claude key yet.",
        "Add yours in Settings, under Claude. Without one, everything that needs no Claude works.",
    ),
    "claude-budget-reached": (
        "Your budget for this month does not allow this: {spent} of {limit} are spent, and this takes {takes}.",
        "Lift it for this month or raise it in Settings, under Claude, or do this step without Claude.",
    ),
}
_TRANSIENT = ("claude-busy", "claude-overloaded", "claude-trouble", "claude-timeout", "claude-unreachable")
_IN_SETTINGS = (
    "claude-key-refused",
    "claude-not-allowed",
    "claude-model-unknown",
    "claude-garbled",
    "claude-no-key",
    "claude-budget-reached",
    "claude-request-refused",
    "claude-search-off",
    "claude-no-search",
)
_NO_SEARCH = re.compile(r"web.?search", re.IGNORECASE)
_SEARCH_PROBLEMS = {"too_many_requests": "claude-search-busy"}


def search_fault(problem: str, who: str = "Claude") -> UserError:
    """The error for what the search itself answered (``max_uses_exceeded``, ``too_many_requests`` …)."""
    return fault(_SEARCH_PROBLEMS.get(problem, "claude-search-unavailable"), who=who)


def fault(code: str, *, who: str = "Claude", wait: float = 0.0, begun: bool = False, **words: str) -> UserError:
    """The error for a code. ``who`` names the server; ``wait``: seconds it asked for. ``begun``: part of the answer had
    come (and may have cost something), so nothing repeats it by itself."""
    message, next_step = _SENTENCES[code]
    next_step = next_step.format(task=words.pop("task", "this"))
    transient = code in _TRANSIENT and not begun
    if code in _TRANSIENT and begun:
        next_step = _SENTENCES["claude-cut"][1]
    return UserError(
        message.format(who=who, **words),
        next_step,
        code=code,
        transient=transient,
        wait=wait,
        place=place_of(code),
    )


def place_of(code: str) -> str:
    """The page where an error of this code can be put right, for what kept only the code; ``""`` when there is none."""
    return SETTINGS if code in _IN_SETTINGS else ""


def code_of(status: int | None, error_type: str | None, error_code: str | None = None, said: str = "") -> str:
    """Our code for what the server answered; ``error_type`` (in the body) wins, it also comes in mid-stream.

    ``error_code`` names limits of the account; ``said`` is looked at only for an empty account and for a text that is
    too long, both of which answers call an invalid request.
    """
    if error_code and "spend_limit" in error_code:
        return "claude-spend-limit"
    if status in (400, 403) and "credit balance" in said.lower():
        return "claude-credit-exhausted"
    if status == 400 and _TOO_LONG.search(said):
        return "claude-too-long"
    if status in (400, 403) and _NO_SEARCH.search(said):
        return "claude-search-not-allowed"
    if error_type in _BODY_CODES:
        return _BODY_CODES[error_type]
    if status in _STATUS_CODES:
        return _STATUS_CODES[status]
    return "claude-trouble" if status is not None and status >= 500 else "claude-request-refused"
