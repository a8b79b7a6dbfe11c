"""Says no to what is not one posting: lists, empty shells, login walls, closed and unrelated pages."""

from __future__ import annotations

import re

from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.headline import (
    is_article,
    is_generic,
    marks_gender,
    names_job,
    names_site,
)
from careercoach_desktop.features.jobs.capture.markdown import plain
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.wording import mentions, same
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.web.walls import asks_for_a_person

PASTE_INSTEAD = "Paste the posting’s text instead."
_CLOSED = re.compile(
    r"\b(?:no longer (?:accepting applications|available|open|active|exists)|(?:job|position|posting|vacancy|role"
    r"|listing) (?:has been |is |was )?(?:now )?(?:closed|filled|expired|removed|deactivated)|has expired|"
    r"nicht mehr (?:verfügbar|online|aktiv|ausgeschrieben)|bereits besetzt|n['’]est plus (?:disponible|en ligne)"
    r"|offre expirée|ya no está disponible|oferta (?:cerrada|caducada)|non è più disponibile|"
    r"niet meer beschikbaar|již není (?:aktivní|aktuální|dostupná)|nie jest już aktualna|wygasła|er ikke længere"
    r"|inte längre)\b",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:404|page (?:was )?not found|not found|seite nicht gefunden|page introuvable|página no encontrada"
    r"|pagina non trovata"
    r"|pagina niet gevonden|stránka nenalezena|nie znaleziono)\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"\b(?:(?:sign|log) ?in (?:to (?:view|see|continue|access)|required|or (?:join|register))|please (?:sign"
    r"|log) ?in|(?:join|register|sign up) to (?:view|see|continue)|bitte (?:melden sie sich an|einloggen|anmelden)"
    r"|access (?:to this page has been )?denied|"
    r"enable cookies|connectez-vous|inicia sesión para|accedi per|přihlaste se pro)\b",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"\b(?:apply|applicants?|applications?|bewerb\w+|postule\w*|candidat\w+|solicitar|inscribir\w*|sollicit\w+"
    r"|odpovědět|životopis|přihlás\w+|aplik\w+|cv|résumé|resume|ansøg\w*|ansök\w*|søk\w*)\b",
    re.IGNORECASE,
)
_ONE_JOB = re.compile(
    r"\b(?:job (?:details?|description|profile|posting|ad|advert\w*)|(?:view|this) (?:job|vacancy)|vacancy details?"
    r"|position details?|stellen(?:anzeige|ausschreibung|angebot)|offre d['’]emploi|oferta de (?:empleo|trabajo)"
    r"|offerta di lavoro|vacature|oferta pracy|nabídka práce|jobannonce|stillingsopslag|jobbannons)\b",
    re.IGNORECASE,
)
"""By which a page's title says that it is about one job, whatever that is called."""
_JOB_ADDRESS = re.compile(
    r"job|career|karrier|stelle|vacan|position|posting|emploi|empleo|praca|prace|kariera|rekrut|recruit|greenhouse"
    r"|lever\.co|ashby|workable|smartrecruiters",
    re.IGNORECASE,
)


def not_single() -> UserError:
    return UserError(
        "This page lists several jobs, not one posting.",
        "Open the one you want and use its page, or paste the posting’s text instead.",
        code="not-single-posting",
    )


def check_page(page: Page, draft: Draft) -> None:
    """Raises ``UserError`` unless the page, as read into ``draft`` without structured data, holds one posting."""
    prose = plain(draft.text("description"))
    title = draft.text("title")
    evidence = _evidence(page, draft, prose)
    if len(prose) < 500 and _GONE.search(f"{page.title} {title}"):
        raise UserError(
            "The site says this page is no longer there.",
            "If you have the posting’s text, paste it.",
            code="posting-closed",
        )
    if len(prose) < 350 and _CLOSED.search(" ".join(line.text for line in page.lines[:80])) and len(prose) < 150:
        raise UserError(
            "This posting is closed and no longer shown.", "If you have its text, paste it.", code="posting-closed"
        )
    if _lists_jobs(page, draft, prose, evidence):
        raise not_single()
    if len(prose) < 800 and evidence < 4 and asks_for_a_person(_seen(page)):
        raise UserError(
            "This site wants proof that a person is looking.",
            "Open the page in your browser and paste the posting’s text instead.",
            code="human-check",
        )
    if len(prose) < 800 and evidence < 4 and _walled(page):
        raise UserError(
            "This site shows the posting only to people who are signed in.", PASTE_INSTEAD, code="login-wall"
        )
    scripted = bool(page.tree.css("script"))
    if len(prose) < (260 if scripted else 40):
        if scripted:
            raise _needs_browser()
        raise not_a_posting()
    # much code, few words and few signs of a posting: its text is only made in a browser
    if scripted and evidence < 4 and names_job(title) and len(page.html) > 100 * page.length(0):
        raise _needs_browser()
    if not title or evidence < (3 if scripted or len(prose) >= 400 else 2) or _is_about_no_job(page, draft):
        raise not_a_posting()


def _needs_browser() -> UserError:
    return UserError(
        "This page builds its text in a browser, so what was read holds no posting.",
        PASTE_INSTEAD,
        code="page-needs-browser",
    )


def not_a_posting() -> UserError:
    return UserError("There is no job posting on this page.", PASTE_INSTEAD, code="not-a-posting")


def _lists_jobs(page: Page, draft: Draft, prose: str, evidence: int) -> bool:
    title = draft.text("title")
    if draft.origin("title") == "site" and draft.origin("description") == "site":
        return False  # the site's own markup says which is the posting, whatever it lists beside
    if len(page.cards) >= 3 and not page.cards_are_aside:
        # a menu of a careers site looks like teasers too, but names no jobs
        telling = any(names_job(heading) for _, heading in page.cards)
        if _is_listing(page, title) or len(prose) < 300 or (evidence < 3 and telling):
            return True
    if len(page.linked_headings) >= 2 and title in page.linked_headings:
        return True
    if len(page.linked_headings) >= 5 and _is_kind_of_page(page) and not mentions(page.title, title):
        return True
    marked = {line.text for line in page.lines if len(line.text) <= 90 and marks_gender(line.text)}
    return len(marked) >= 3 and not any(same(title, line) for line in marked) and not marks_gender(title)


def _is_about_no_job(page: Page, draft: Draft) -> bool:
    """Whether nothing ties what the page is called to one job: careers pages speak of duties and benefits, too."""
    title = draft.text("title")
    if names_job(title) or draft.origin("title") == "site":
        return False
    if same(title, draft.text("company")) or same(title, page.site_name):
        return True
    facts = [
        draft.has("location") and draft.has("company"),
        draft.has("job_type"),
        draft.has("salary"),
        draft.has("deadline") or draft.has("posted_date"),
    ]
    if _ONE_JOB.search(page.title):
        return False
    heads = [head for head in (page.title, page.meta("og:title")) if head]
    # "Careers – Acme" is the name of a page, and what it mentions the name of a company
    named = not heads or any(mentions(head, title) and not names_site(head) for head in heads)
    return sum(facts) < (1 if named else 3)


def _is_listing(page: Page, title: str) -> bool:
    """Whether the page's own headings speak of jobs in the plural, or its title is one of the teasers'."""
    return (
        not title
        or (_is_kind_of_page(page) and not names_job(title))
        or any(title == heading for _, heading in page.cards)
    )


def _is_kind_of_page(page: Page) -> bool:
    """Whether the page calls itself after a kind of page (“Careers”) and not after a job."""
    heads = [text for text in (page.title, page.meta("og:title")) if text]
    return any(is_generic(head.split("|")[0].split(" - ")[0].split("•")[-1]) for head in heads)


def _evidence(page: Page, draft: Draft, prose: str) -> int:
    """How many independent signs say that this is one job's posting."""
    signs = [
        names_job(draft.text("title")) and not is_article(draft.text("title")),
        draft.has("requirements"),
        draft.has("responsibilities"),
        draft.has("benefits"),
        draft.has("job_type"),
        draft.has("salary"),
        draft.has("deadline") or draft.has("posted_date"),
        draft.has("location") and draft.has("company"),
        bool(_APPLY.search(prose))
        or any(_APPLY.search(node.text()[:60]) for node in page.tree.css("button")[:60])
        or any(_APPLY.search(line) and len(line) < 40 for line in page.outline_lines),
        bool(_JOB_ADDRESS.search(page.url)) or bool(_JOB_ADDRESS.search(page.title)),
    ]
    # a page that says what else it is, is no posting
    return sum(signs) - 2 * page.is_something_else - 2 * is_article(draft.text("title"))


def _walled(page: Page) -> bool:
    password = page.tree.css_first("input[type=password]") is not None
    seen = _seen(page)
    return bool(_LOGIN.search(seen)) or (password and len(seen) - len(page.title) < 400)


def _seen(page: Page) -> str:
    """The title and the first of what a visitor reads."""
    return f"{page.title} {' '.join(line.text for line in page.lines)[:4000]}"
