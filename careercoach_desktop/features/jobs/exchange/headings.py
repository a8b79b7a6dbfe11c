"""What a column of somebody's table holds: told by its heading in many wordings, or else by its cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from rapidfuzz import fuzz

from careercoach_desktop.features.jobs.capture.wording import folded


class Column(StrEnum):
    """What a column can mean. Several may be the same of ``REPEATABLE``; any other only one."""

    SKIP = "SKIP"
    TITLE = "TITLE"
    COMPANY = "COMPANY"
    LOCATION = "LOCATION"
    URL = "URL"
    STATUS = "STATUS"
    SALARY = "SALARY"
    SALARY_MIN = "SALARY_MIN"
    SALARY_MAX = "SALARY_MAX"
    CURRENCY = "CURRENCY"
    PERIOD = "PERIOD"
    WORK_MODE = "WORK_MODE"
    JOB_TYPE = "JOB_TYPE"
    POSTED = "POSTED"
    DEADLINE = "DEADLINE"
    APPLIED = "APPLIED"
    ADDED = "ADDED"
    FOLLOW_UP = "FOLLOW_UP"
    TAGS = "TAGS"
    PRIORITY = "PRIORITY"
    ARCHIVED = "ARCHIVED"
    NOTES = "NOTES"
    DESCRIPTION = "DESCRIPTION"
    SOURCE = "SOURCE"
    COMPANY_URL = "COMPANY_URL"
    CONTACT = "CONTACT"
    CONTACT_EMAIL = "CONTACT_EMAIL"
    CONTACT_PHONE = "CONTACT_PHONE"


REPEATABLE = frozenset({Column.SKIP, Column.NOTES, Column.LOCATION, Column.TAGS})


class Cells(Protocol):
    """A table, as far as it is looked at here."""

    head: list[str]
    rows: list[list[str]]

    @property
    def width(self) -> int: ...

    def column(self, at: int) -> list[str]: ...


_WORDINGS = {
    Column.SKIP: "id|no|nr|number|match|score|#|row|index|age|days since applied|days",
    Column.TITLE: """title|job title|role|position|job|job name|position title|role title|vacancy|job role
        |opening|post
        |stelle|stellentitel|jobtitel|stellenbezeichnung|titel|rolle|beruf|poste|intitule|intitule du poste|titre
        |puesto|cargo|titulo|ruolo|posizione|mansione|functie|functietitel|vacature|vaga|pozice|nazev pozice
        |stanowisko
        |stilling|tjanst|roll|befattning|nimike""",
    Column.COMPANY: """company|company name|employer|organisation|organization|firm|org|business|hiring company
        |firma|unternehmen|arbeitgeber|entreprise|societe|employeur|empresa|compania|azienda|societa|bedrijf|werkgever
        |organisatie|spolecnost|zamestnavatel|pracodawca|virksomhed|foretag|arbetsgivare|yritys|cliente|client""",
    Column.LOCATION: """location|place|city|office|where|town|job location|office location|city state|country|region
        |ort|standort|arbeitsort|stadt|lieu|ville|localisation|ubicacion|lugar|ciudad|luogo|citta|sede|locatie|plaats
        |stad|standplaats|misto|lokalita|miejsce|lokalizacja|miasto|sted|plats|localizacao|cidade""",
    Column.URL: """url|link|job link|job url|posting|posting link|posting url|job posting|job posting url
        |job posting link|web link|website link
        |listing|listing url|application link|apply link|job posting link|job ad|ad|advert|href|web address|address
        |stellenanzeige|anzeige|ausschreibung|lien|annonce|lien annonce|enlace|oferta|anuncio|collegamento|annuncio
        |vacaturelink|odkaz|inzerat|ogloszenie""",
    Column.STATUS: """status|stage|application status|progress|phase|step|current status|outcome|result|response
        |bewerbungsstatus|stand|statut|etat|etape|estado|situacion|fase|stato|esito|stav|etap|ergebnis|reponse""",
    Column.SALARY: """salary|pay|compensation|comp|wage|rate|salary range|pay range|salary package|remuneration
        |tc|day rate
        |hourly rate|gehalt|lohn|vergutung|gehaltsspanne|salaire|remuneration|salario|sueldo|stipendio
        |retribuzione|ral
        |salaris|loon|plat|mzda|wynagrodzenie|lon|palkka|tjm""",
    Column.SALARY_MIN: """salary from|salary min|min salary|minimum salary|salary minimum|pay from|salary low
        |salary_min""",
    Column.SALARY_MAX: "salary to|salary max|max salary|maximum salary|salary maximum|pay to|salary high|salary_max",
    Column.CURRENCY: "currency|salary currency|wahrung|devise|moneda|valuta|mena|waluta",
    Column.PERIOD: "per|salary period|pay period|period|salary per",
    Column.WORK_MODE: """work mode|mode|remote|workplace|workplace type|work type|remote hybrid onsite
        |remote or onsite
        |on site remote|arbeitsmodell|teletravail|modalidad|modalita|homeoffice|remote status|work model""",
    Column.JOB_TYPE: """job type|type|employment type|contract|contract type|employment|hours|beschaftigungsart
        |vertragsart
        |anstellungsart|type de contrat|contrat|tipo de contrato|tipo contratto|dienstverband|contracttype|uvazek""",
    Column.POSTED: """posted|date posted|posted on|posting date|published|publication date|listed|veroffentlicht
        |date de publication|publicado|pubblicato|geplaatst|zverejneno""",
    Column.DEADLINE: """deadline|closing date|closes|close date|apply by|application deadline|due|due date|expires
        |expiry date|last date|bewerbungsfrist|frist|bewerbungsschluss|date limite|echeance|cierre|fecha limite
        |plazo|scadenza|sluitingsdatum|uzaverka|termin|termin skladania""",
    Column.APPLIED: """applied|date applied|applied on|application date|applied date|date of application|submitted
        |date submitted|submission date|sent|sent on|date sent|beworben am|beworben|bewerbungsdatum|bewerbung am
        |date de candidature|candidature|postule le|fecha de solicitud|fecha solicitud|fecha de aplicacion
        |data candidatura|sollicitatiedatum|datum prihlasky|data aplikacji|ansogt|date""",
    Column.ADDED: """added|date added|created|created at|saved|date saved|found|date found|discovered|hinzugefugt
        |erfasst""",
    Column.FOLLOW_UP: """follow up|follow up date|followup|next step date|next contact|next action date|next follow up
        |wiedervorlage|relance|date de relance|seguimiento""",
    Column.TAGS: """tags|tag|labels|label|category|categories|keywords|schlagworte|etiquettes|etiquetas|stitky
        |industry|sector""",
    Column.PRIORITY: """priority|prio|favourite|favorite|starred|star|interest|excitement|prioritat|priorite
        |prioridad|priorita""",
    Column.ARCHIVED: "archived|archive|archiviert",
    Column.NOTES: """notes|note|comments|comment|remarks|remark|memo|next step|next steps|next action|feedback|details
        |notizen|notiz|bemerkung|bemerkungen|anmerkungen|kommentar|remarques|commentaires|commentaire|notas
        |comentarios
        |observaciones|appunti|commenti|opmerkingen|notities|poznamky|poznamka|uwagi|notatki""",
    Column.DESCRIPTION: """description|job description|jd|posting text|summary|job summary|beschreibung
        |stellenbeschreibung|description du poste|descripcion|descrizione|omschrijving|popis|opis""",
    Column.SOURCE: """source|found on|found at|site|job board|board|platform|channel|via|where found|how found|quelle
        |plattform|portal|jobborse|plateforme|fuente|portal de empleo|fonte|bron|zdroj|zrodlo""",
    Column.COMPANY_URL: """company url|company website|website|company link|company site|homepage|company page
        |webseite""",
    Column.CONTACT: """contact|contact name|contact person|recruiter|recruiter name|hiring manager|referral|poc|person
        |point of contact|ansprechpartner|ansprechpartnerin|kontakt|contacto|contatto|referente|contactpersoon
        |personne""",
    Column.CONTACT_EMAIL: "email|e mail|contact email|recruiter email|mail|e mail adresse|correo|courriel",
    Column.CONTACT_PHONE: "phone|telephone|contact phone|mobile|tel|telefon|telefono|telefoon",
}  # fmt: skip
_KNOWN = {
    " ".join(wording.split()): column for column, wordings in _WORDINGS.items() for wording in wordings.split("|")
}
_NEARLY = 90
_LINKS = re.compile(r"(?:\S.*\s)?https?://\S+\Z", re.IGNORECASE)


@lru_cache(maxsize=2_000)
def heading(text: str) -> Column | None:
    """What a heading says its column holds; None for one that is not known."""
    words = folded(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).replace("_", " "))
    if not words or len(words) > 40:
        return None
    if words in _KNOWN:
        return _KNOWN[words]
    plain = re.sub(r"\b(?:the|of|eur|gbp|usd|optional|yyyy|mm|dd|my|s)\b|[\d+#]", " ", words)
    plain = " ".join(plain.split())
    if plain in _KNOWN:
        return _KNOWN[plain]
    if len(plain) < 5:
        return None
    near = max(_KNOWN, key=lambda known: fuzz.ratio(known, plain))
    return _KNOWN[near] if len(near) >= 5 and fuzz.ratio(near, plain) >= _NEARLY else None


def known_headings(row: Sequence[str]) -> int:
    """How many different headings are in a row; none for a row that holds an address, because heads hold none."""
    if any(_LINKS.match(cell) for cell in row):
        return 0
    return len({found for cell in row if len(cell) <= 40 and (found := heading(cell)) is not None})


def guess_mapping(table: Cells) -> tuple[Column, ...]:
    """What each column holds, as far as it can be told. A column with a heading of its own goes into the notes, so that
    nothing of the table is lost; one without is left out."""
    names = [*table.head, *[""] * (table.width - len(table.head))]
    mapping: list[Column | None] = []
    for name in names:
        found = heading(name)
        mapping.append(None if found in mapping and found not in REPEATABLE else found)
    for at, cells in ((at, table.column(at)) for at, found in enumerate(mapping) if found is None):
        mapping[at] = _told_by_cells(cells, mapping, headless=not table.head)
    if not table.head:
        _name_the_rest(table, mapping)
    rest = [Column.NOTES if name else Column.SKIP for name in names]
    return tuple(found or instead for found, instead in zip(mapping, rest, strict=True))


def _told_by_cells(cells: list[str], taken: Sequence[Column | None], *, headless: bool) -> Column | None:
    from careercoach_desktop.features.jobs.exchange.statuses import read_status

    if not cells:
        return Column.SKIP
    if Column.URL not in taken and _most(cells, lambda cell: bool(_LINKS.match(cell))):
        return Column.URL
    if headless and Column.STATUS not in taken and _most(cells, lambda cell: read_status(cell) is not None):
        return Column.STATUS
    return None


def _name_the_rest(table: Cells, mapping: list[Column | None]) -> None:
    """Without a head: people write the company or the title first; the column with the longer words is the title."""
    free = [at for at, found in enumerate(mapping) if found is None][:2]
    lengths = {at: sum(map(len, table.column(at))) / max(1, len(table.column(at))) for at in free}
    for at, found in zip(sorted(free, key=lambda at: -lengths[at]), (Column.TITLE, Column.COMPANY), strict=False):
        mapping[at] = found


def _most(cells: list[str], holds: Callable[[str], bool]) -> bool:
    return sum(map(holds, cells[:200])) * 2 > len(cells[:200])
