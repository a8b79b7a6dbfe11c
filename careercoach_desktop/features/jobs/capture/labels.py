"""Facts stated beside a label: ``Location: Berlin``, ``Bewerbungsfrist 1.5.2024``, in the main European languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.dates import read_date
from careercoach_desktop.features.jobs.capture.draft import Draft
from careercoach_desktop.features.jobs.capture.lines import Line
from careercoach_desktop.features.jobs.capture.place import country_of_label, read_place
from careercoach_desktop.features.jobs.capture.salary import read_salary
from careercoach_desktop.features.jobs.capture.wording import folded, value_of
from careercoach_desktop.features.jobs.model import JobType, WorkMode

_WORDS = {
    "title": """
        title | job title | position title | role title | stilling | stillingstitel | stellenbezeichnung |
        stellentitel |
        jobtitel | intitulé du poste | titre du poste | poste | puesto | posizione | functie | functietitel |
        název pozice | pozice | pracovní pozice | pozícia | stanowisko | nazwa stanowiska | role | job role |
        position | vacancy | job posting title | posting title | requisition title | tittel | munkakör |
        befattning | cargo | vaga | post title
    """,
    "company": """
        company | company name | employer | employer name | hiring company | hiring organization |
        hiring organisation | organisation | organization | unternehmen | arbeitgeber | firma | entreprise |
        société | employeur | empresa | azienda | società | bedrijf | werkgever | společnost | zaměstnavatel |
        spoločnosť | zamestnávateľ | pracodawca | virksomhed | arbejdsgiver | arbeidsgiver | företag |
        arbetsgivare | yritys | työnantaja | cég | munkáltató | angajator
    """,
    "location": """
        location | locations | job location | job locations | work location | work locations | primary location |
        place of work | place of employment | workplace location | work area | office location | location s |
        location name | city | town | location city | job city | based in | based | standort | standorte |
        arbeitsort | einsatzort | dienstort | lieu |
        lieu de travail | lieu du poste | localisation | ville | ubicación | lugar | lugar de trabajo | localidad |
        población | sede | sede di lavoro | luogo di lavoro | luogo | città | località | standplaats | locatie |
        plaats | werklocatie | místo | místo výkonu práce | místo pracoviště |
        místo výkonu | místo práce | lokalita | adresa pracoviště |
        miesto práce | miejsce pracy | lokalizacja | placering | arbejdssted | sted | arbeidssted | plats | platser |
        arbetsort | sijainti | helyszín | munkavégzés helye | local | local de trabalho | duty station
    """,
    "work_mode": """
        work mode | workplace type | workplace | remote | remote status | remote work | remote working |
        work arrangement | working model | work model | work setting | location type | remote type |
        arbeitsmodell | homeoffice | home office | mode de travail | télétravail | modalidad |
        modalidad de trabajo | modalità di lavoro | smart working | tryb pracy | způsob práce | on site remote |
        workplace policy | work from home
    """,
    "job_type": """
        employment type | job type | type of employment | type of contract | employment form |
        form of employment | working pattern | contract type | contract | hours |
        working hours | weekly working hours | work hours | schedule | work schedule | position type | commitment |
        time type | job schedule | employment status | job status | work type | job category type |
        anstellungsart | beschäftigungsart | vertragsart | arbeitszeit | arbeitsverhältnis |
        beschäftigungsverhältnis | anstellungsverhältnis | umfang | type de contrat | contrat | temps de travail |
        type d emploi | tipo de contrato | contrato | jornada | jornada laboral | tipo di contratto | contratto |
        orario | orario di lavoro | dienstverband | contracttype | type contract | typ pracovního poměru |
        pracovní vztah | pracovní poměr | úvazek | typ úvazku | typ smluvního vztahu | pracovní úvazek |
        smluvní vztah | druh pracovního poměru | rodzaj umowy | wymiar pracy | wymiar etatu | ansættelsesform |
        arbejdstid | anställningsform | anställningstyp | omfattning | ansettelsesform | heltid deltid | työaika |
        tipo de contratação | regime
    """,
    "salary": """
        salary | salary range | pay | pay range | compensation | compensation range | base salary | annual salary |
        base pay | wage | wages | hourly rate | hourly pay | day rate | rate | pay rate | remuneration |
        salary and benefits | gehalt | gehaltsspanne | vergütung | jahresgehalt | monatsgehalt | stundenlohn |
        entgelt | lohn | bezahlung | salaire | rémunération | salario | sueldo | retribución | retribuzione | ral |
        stipendio | salaris | salarisindicatie | plat | mzda | nabízený plat | platové rozmezí | mzdové rozpětí |
        wynagrodzenie | widełki | løn | lønn | lön | palkka | fizetés | bér | salariu | remuneração | salário | ote
    """,
    "posted_date": """
        posted | post date | date posted | posted on | posted date | posting date | job posted | published |
        date published |
        published on | publication date | publish date | advertisement publish date | created | created on |
        opened | open date | opening date | listed on | listed | date listed | added | veröffentlicht |
        veröffentlicht am | veröffentlichungsdatum | online seit | erschienen | erschienen am | eingestellt am |
        publié | publié le | date de publication | publicado | publicado el | fecha de publicación | pubblicato |
        pubblicato il | data di pubblicazione | data pubblicazione | geplaatst | geplaatst op | publicatiedatum |
        zveřejněno | datum zveřejnění | vloženo | datum vložení | aktualizováno | opublikowano | data publikacji |
        data dodania | offentliggjort | oprettet | publicerad | publiceringsdatum | publisert | data de publicação
    """,
    "deadline": """
        application deadline | deadline | deadline for applications | deadline to apply | closing date |
        close date | job closing date | apply by | apply before | applications close | valid through |
        valid until | expires | expires on | expiry date | closes | closes on | application closing date |
        application close date | last date to apply | bewerbungsfrist | bewerbungsschluss | bewerben bis |
        bewerbung bis | einsendeschluss | date limite | date limite de candidature | date de clôture |
        fecha límite | plazo de solicitud | scadenza | data di scadenza | data scadenza | sluitingsdatum |
        solliciteren tot | solliciteer voor | reageren voor | uzávěrka | datum uzávěrky | termín přihlášek |
        přihlášky do | termin składania | aplikuj do | ważne do | oferta ważna do | ansøgningsfrist | frist |
        søknadsfrist | sista ansökningsdag | ansök senast | hakuaika päättyy | jelentkezési határidő | prazo |
        prazo de candidatura
    """,
}
_FIELD_OF = {folded(word): name for name, words in _WORDS.items() for word in words.split("|")}
_INLINE = re.compile(r"\A\W{0,3}([^:：\n]{2,45}?)\s*(?:[:：]|\s[–—]\s)\s*(.+)\Z")
_POSTED = re.compile(
    r"\A(?:re)?(?:posted|published|listed|veröffentlicht|publi[ée]e?|publicad[ao]|pubblicat[ao]|geplaatst"
    r"|zveřejněno|opublikowano|publicerad)"
    r"(?: on| am| le| el| il| op)?\s+(?P<when>.{4,40})\Z",
    re.IGNORECASE,
)
_APPLY_BY = re.compile(
    r"(?:\A|\s[·•|]\s)(?:please )?(?:apply|applications? (?:close[sd]?|due|by)|closing|closes|bewerben|bewerbung(?:en)?"
    r"|postulez|candidatez|solliciteer)(?: \w+)?"
    r" (?:by|before|until|on|bis(?: zum)?|avant(?: le)?|jusqu['’]au|voor)\s+(?P<when>[^·•|]{4,40})(?:\Z|\s[·•|]\s)",
    re.IGNORECASE,
)
"""``Apply by 9 December 2026``, alone or as one piece of a line: no colon, but nothing else it could be."""
_CITY = frozenset({"city", "town", "location city"})
_STATE = frozenset({"state", "location state", "state province", "location region"})
_PARTS = {
    "city": True,
    "town": True,
    "state": False,
    "region": False,
    "country": False,
    "postcode": False,
    "zip": False,
}
# What a word alone on its line may label only when a colon follows; without one it is as likely a heading.
_NEEDS_COLON = frozenset(
    {"title", "position", "role", "vacancy", "based", "local", "organization", "organisation", "company", "lieu"}
)
_SENTENCE = re.compile(r"(?<=[a-zß-ž]{4})[.!?]\s+\w|[!?]\s+\w|\b(?:you|we|our|your|wir|nous|vous)\b", re.IGNORECASE)


def pairs_of(lines: list[Line]) -> Iterator[tuple[str, str, int]]:
    """Each labelled value: the field it belongs to, its text, and the index of its line."""
    for number, line in enumerate(lines):
        first = line.cells[0]
        name, colon = _field_named(first)
        if name:
            rest = " ".join(line.cells[1:]).lstrip(" :–-")
            if rest:
                yield name, rest, number
            elif number + 1 < len(lines) and (
                colon or line.heading or not _needs_colon(first, name) or _stands_in_a_row(lines, number)
            ):
                following = lines[number + 1]
                # "Employment type" over "Contract": a term is a value even where its word is also a label
                label = name not in {"job_type", "work_mode"} and _field_named(following.cells[0])[0]
                if not label and not following.text.endswith(":"):
                    yield name, following.text, number
            continue
        if posted := _POSTED.match(line.text):
            yield "posted_date", posted["when"], number
            continue
        if closing := _APPLY_BY.search(line.text) if len(line.text) <= 120 else None:
            yield "deadline", closing["when"], number
            continue
        inline = _INLINE.match(line.text)
        if inline and folded(inline[2]) in _PARTS:
            # "Location: City" over "Leeds" is a label of two parts
            if _PARTS[folded(inline[2])] and folded(inline[1]) in _FIELD_OF and number + 1 < len(lines):
                yield _FIELD_OF[folded(inline[1])], lines[number + 1].text, number
            continue
        if inline and (name := _FIELD_OF.get(folded(inline[1]), "")):
            yield name, inline[2], number


def offer_labelled(draft: Draft, lines: list[Line], source: str, confidence: float, country: str = "") -> int:
    """Offers every labelled value that reads as its field should; the number of fields found."""
    taken: set[str] = set()
    # "Location: City" says more than "Location Name", which may be a building's; the place says how dates are written
    pairs = sorted(pairs_of(lines), key=lambda pair: (not _names_city(lines, pair), pair[0] != "location"))
    for name, value, number in pairs:
        if name in taken:
            continue
        if _names_city(lines, (name, value, number)):
            value = ", ".join(part for part in (value, _state(lines, number)) if part)  # noqa: PLW2901
        # what stands beside a label far down the page is more likely another job's
        sureness = confidence if number < 400 else confidence - 0.15
        if _offer(draft, name, value, source, sureness, country):
            taken.add(name)
            country = country or (country_of_label(value) if name == "location" else "")
    return len(taken)


def offer_days(draft: Draft, lines: list[Line], source: str, confidence: float, country: str) -> None:
    """Offers the labelled days again, once it is known in which country's order they are written."""
    for name, value, _ in pairs_of(lines):
        if name in {"posted_date", "deadline"} and len(value) <= 160:
            draft.offer(name, read_date(value, country=country), source, confidence)


def is_label(text: str) -> bool:
    """Whether a line is nothing but a label."""
    return bool(_field_named(text)[0])


def _offer(draft: Draft, name: str, value: str, source: str, confidence: float, country: str) -> bool:
    if name == "salary":
        salary = read_salary(value, country=country, bare=True) if len(value) <= 250 else None
        draft.offer_salary(salary, source, confidence)
        return salary is not None
    if len(value) > 160 or (name in {"title", "company", "location"} and (len(value) > 110 or _SENTENCE.search(value))):
        return False
    read = _read(name, value, country)
    if name == "location" and read == "Remote":
        draft.offer("work_mode", terms.work_mode(value), source, confidence)
    draft.offer(name, read, source, confidence - (0.15 if name == "title" else 0))
    return bool(read)


def _read(name: str, value: str, country: str) -> str | date | WorkMode | JobType | None:
    """The value as its field needs it; empty or None when it does not read as such."""
    if name == "location":
        return read_place(value)
    if name == "work_mode":
        return terms.work_mode(value)
    if name == "job_type":
        return terms.job_type(value)
    if name in {"posted_date", "deadline"}:
        return read_date(value, country=country)
    return value_of(value)


def _field_named(cell: str) -> tuple[str, bool]:
    """The field a cell is the label of (empty for none), and whether a colon says so."""
    if len(cell) > 45:
        return "", False
    colon = cell.rstrip().endswith((":", "："))
    return _FIELD_OF.get(folded(cell), ""), colon


def _names_city(lines: list[Line], pair: tuple[str, str, int]) -> bool:
    return pair[0] == "location" and folded(lines[pair[2]].text).removeprefix("job ") in _CITY


def _state(lines: list[Line], number: int) -> str:
    """The value of a "State" just below a "City"."""
    for place in range(number + 1, min(number + 4, len(lines) - 1)):
        if folded(lines[place].text) in _STATE:
            return lines[place + 1].text if len(lines[place + 1].text) <= 30 else ""
    return ""


def _stands_in_a_row(lines: list[Line], number: int) -> bool:
    """Whether labels and values take turns here, so that a word which could be a value is a label."""
    around = [lines[place].text for place in (number - 2, number + 2) if 0 <= place < len(lines)]
    return len(around) == 2 and all(folded(text) in _FIELD_OF or folded(text) in _PARTS for text in around)


def _needs_colon(cell: str, name: str) -> bool:
    """Only words can be mistaken for a value; what should be a date or pay is either one or it is not."""
    return name in {"title", "company", "location"} and folded(cell) in _NEEDS_COLON
