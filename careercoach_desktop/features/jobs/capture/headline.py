"""What a job is called and who offers it, out of headings, page titles and the elements around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careercoach_desktop.features.jobs.capture import terms
from careercoach_desktop.features.jobs.capture.place import looks_like_place
from careercoach_desktop.features.jobs.capture.wording import folded, mentions, one_line, same

_GENERIC = re.compile(
    r"(?:view |our |all |current |open |apply for (?:this )?|search |careers? |employment |jobs? )*(?:jobs?|careers?"
    r"|vacanc(?:y|ies)|positions?"
    r"|internships|apprenticeships|traineeships|praktika|ausbildungsplatze"
    r"|openings?|opportunit(?:y|ies)|job ?board|postings?|offers?|jobannonce\w*|"
    r"stellen(?:angebote?|portal|anzeigen?|markt|ausschreibung)?|karriere|kariera|kariéra|detail pozice"
    r"|job (?:details?|description|advert|posting|offer|annonce|search|application|opening|listing|summary|purpose"
    r"|profile|advertisement)s?|"
    r"vacature\w*|offres?(?: d emploi)?|emplois?|empleos?|ofertas?(?: de empleo)?|lavora con noi|carriere"
    r"|nabídky práce|nabidky prace|volna mista|oferty pracy|praca|ledige stillinger|"
    r"lediga jobb|jobb|jobs? detail|details?|home|homepage|welcome|login|log in|sign in|sign up|join us"
    r"|work (?:with|for) us|untitled|workday|(?:work|working|life|jobs|careers?|opportunities|arbeiten|karriere"
    r"|travailler) (?:at|with|bei|chez|en) .*|(?:jobs?|stellen\w*|emplois?|offres? d emploi|empleos?|vacatures) (?:in|a"
    r"|en|bei) .*|jobbeskrivelse|\w*beschreibung|popis(?: (?:pozice|prace))?"
    r"|descriptif(?: du poste)?|opis(?: stanowiska)?"
    r"|descripcion(?: del puesto)?|descrizione|\w*omschrijving|nabidka|pracovni nabidka|o nas|job bewerbung"
    r"|about (?:us|you|the (?:job|role|company))|the (?:job|role)|(?:position|role|executive) summary|summary"
    r"|introduction|(?:welcome|willkommen|bienvenue) .*|"
    r"(?:what|who|why) we .*|(?:similar|related|recommended|more) jobs?.*|join our team|cookies?.*|datenschutz.*"
    r"|(?:[\w ]{0,30} )?menu|apply(?: now)?|application|share|description|overview|contact|page not found|404.*"
    r"|error.*)",
)
COMPANY_FORM = re.compile(
    r"(?<!\w)(?:inc|llc|ltd|limited|plc|corp|gmbh|ag|kg|se|sa|sas|sarl|bv|b\.v|nv|ab|as|a/s|aps|oy|oyj"
    r"|s\.?\s?r\.?\s?o|a\.\s?s"
    r"|sp\. z o\.\s?o|spa|s\.p\.a|srl|s\.r\.l|s\.l)\b\.?(?: & co\. kg)?\Z",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"(?:how (?:to|do|i|we)|what (?:is|are|does|makes)|why |when |should you|(?:the )?(?:top |best )?\d+ (?:best "
    r"|top |tips|ways|things|questions|reasons|most|companies)"
    r"|guide to|(?:a|the) .{0,30}guide|wie (?:sie|du|man)|was (?:ist|verdient)|comment |cómo |come |jak )",
    re.IGNORECASE,
)
_GENDER = r"\(?(?:[mwfdxnhg]\s?[/|*:-]\s?){1,3}[mwfdxnhg*]\b\)?"
_MARKED = re.compile(rf"(?<!\w){_GENDER}", re.IGNORECASE)
_HIRING = re.compile(
    r"\A(?P<company>.{2,80}?) (?:is )?(?:hiring|looking for|sucht|recrute|busca|seeks)(?: an?| eine?n?"
    r"| une?)? (?P<title>.{3,140}?)(?: in (?P<location>[^|–]{2,80}?))?\Z"
)
_AT = re.compile(
    r"\A(?P<title>.{3,140}?) (?:at|@|bei|chez|presso|bij|u|hos|w firmie|ve společnosti) (?P<company>[^\W_a-z][^"
    r"|]{1,80}?)(?: in (?P<location>[^|]{2,60}))?\Z"
)
_APPLY = re.compile(
    r"\A(?:(?:we are|we['’]re|now|currently) (?:hiring|recruiting|looking for)(?: an?)?:?|wir suchen:?|hiring:"
    r"|job application for|apply for|application for|job:|stellenangebot:?|vacature:?|vacancy:|job offer:"
    r"|offre d['’]emploi:?|nabídka práce:?|career opportunities:)\s*",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\s+[|–—·•»:]\s+|\s+[|]\s*|\s*[|]\s+|\s+-\s+")
_LOCATED = re.compile(
    r"(?:(?:full[- ]time |part[- ]time )?(?:jobs?|position|vacancy|stellenangebot|poste|empleo|lavoro|praca|jobb?) )?"
    r"(?:in|à|en|em|a|i|w|we|v) (?P<place>[A-ZÀ-ŽØÅ][^|]{1,60})"
)
"""What a page's title has beside the job's name: ``Job in Dayton, OH``."""
_JOB_WORD = re.compile(
    r"\b(?:engineer\w*|developer\w*|manager\w*|analyst\w*|designer\w*|architect\w*|consultant\w*|specialist\w*"
    r"|assistant\w*|director|administrator\w*|technician\w*|officer|lead|head|interns?|internship|interne|"
    r"scientist\w*|nurse\w*|teacher\w*|driver\w*|clerk|receptionist|accountant|representative|advisor|coordinator"
    r"|supervisor|professor|student\w*|trainee|expert|programmer|associate|operator|"
    r"entwickler\w*|\w*ingenieur\w*|leiter\w*|mitarbeiter\w*|berater\w*|fachkraft|\w*kaufmann|\w*kauffrau"
    r"|sachbearbeiter\w*|referent\w*|pfleger\w*|développeu\w+|ingénieur\w*|chargée? de|responsable|"
    r"gestionnaire|desarrollador\w*|ingenier\w+|analista|técnico|sviluppatore|ingegnere|impiegat\w+|ontwikkelaar"
    r"|medewerker|adviseur|programátor\w*|vývojář\w*|správce|specialista|specjalista|"
    r"inżynier|kierownik|programista|udvikler|konsulent|medarbejder|utvecklare|sales\w*|worker|cook|chef|physician"
    r"|instructor|lecturer|tutor|trainer|postdoc\w*|phd|fellow|researcher|librarian|attendant|concierge|cashier|cleaner"
    r"|housekeeper|janitor|caretaker|carer|caregiver|therapist|pharmacist|dentist|paramedic|electrician|plumber|welder"
    r"|mechanic|carpenter|machinist|foreman|superintendent|inspector|auditor|buyer|planner|estimator|producer|editor"
    r"|translator|journalist|solicitor|lawyer|attorney|paralegal|counsel|underwriter|actuary|strategist|stylist"
    r"|hairdresser|waiter|waitress|barista|baker|butcher|courier|picker|packer|labou?rer|guard|pilot|steward"
    r"|verkäufer\w*|fahrer\w*|helfer\w*|techniker\w*|elektriker\w*|erzieher\w*|lehrer\w*|arzt|ärztin|assistent\w*|koch"
    r"|köchin|vendeur\w*|infirmi\w+|comptable|technicien\w*|conducteur|assistante?|camarero|conductor|enfermer\w+"
    r"|vendedor\w*|comercial|programador\w*|addett\w+|operai\w+|infermier\w+|tecnico|verkoper|verpleegkundige|monteur"
    r"|chauffeur|účetní|řidič\w*|skladník|prodavač\w*|analytik\w*|konzultant\w*|inženýr\w*|kierowca|sprzedawca"
    r"|księgow\w+"
    r"|magazynier|analityk|sygeplejerske|sjuksköterska|sykepleier|lærer|lärare|ingeniør|ingenjör|säljare|sælger|selger"
    r"|insinööri|myyjä|kehittäjä"
    r"|recruiter|faculty|tester|devops|qa|full[- ]?stack|front[- ]?end|back[- ]?end)\b|" + _GENDER,
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart. ``sure``: how well it is known which part is which (0..1)."""

    title: str
    company: str = ""
    location: str = ""
    sure: float = 0.5


def is_article(text: str) -> bool:
    """Whether a heading belongs to advice or news, whatever job it speaks of."""
    return bool(_ARTICLE.match(text.strip()))


def without_opening(text: str) -> str:
    """A heading without the words that only announce a job (``We are hiring: …``)."""
    return _APPLY.sub("", text).strip() or text


def is_generic(text: str) -> bool:
    """Whether a heading names a kind of page (``Jobs``, ``Careers``) and no job."""
    words = folded(text)
    return not words or bool(re.fullmatch(_GENERIC, words)) or len(words) < 3


def names_site(text: str, site: str = "") -> bool:
    """Whether a page's title names only the site and a kind of page (``Acme: Careers: Openings``)."""
    pieces = [piece for piece in re.split(r"\s*[:|–—]\s+|\s+-\s+", text) if piece]
    return same(text, site) or (any(is_generic(piece) for piece in pieces) and not names_job(text))


def names_job(text: str) -> bool:
    """Whether a heading holds a word that jobs are named with."""
    return bool(_JOB_WORD.search(text))


def marks_gender(text: str) -> bool:
    """Whether a line carries the ``(m/w/d)`` that German law taught job titles."""
    return bool(_MARKED.search(text))


def split_heading(text: str, *, site: str = "", known: str = "") -> Heading:
    """A page's title, or the first line of a paste, taken apart.

    ``site``: what the site calls itself, which is then nobody's company. ``known``: a title already read
    elsewhere (an h1), which tells the parts apart for certain.
    """
    text = _APPLY.sub("", one_line(text)).strip()
    parts = [part for part in _SEPARATORS.split(text) if part and not (site and same(part, site))]
    if known:
        return _around(parts, text, known, site)
    whole = _phrase(text if len(parts) == 1 or "|" not in text else parts[0])
    if whole is not None:
        return whole
    parts = [part for part in parts if not is_generic(part)] or [text]
    if len(parts) == 1:
        return (
            Heading(_colon(text).title, _colon(text).company, sure=0.5) if ": " in text else Heading(parts[0], sure=0.5)
        )
    jobs = [part for part in parts if names_job(part)]
    title = jobs[0] if jobs else parts[0]
    others = [part for part in parts if part is not title]
    place = next((part for part in others if looks_like_place(part)), "")
    company = _likeliest_company([part for part in others if part != place and part not in jobs])
    if re.fullmatch(_GENDER, company, re.IGNORECASE) or _describes(company):
        return Heading(text if not place else text.replace(place, "").strip(" |–—-"), "", place, 0.4)
    return Heading(title, company, place, 0.5 if jobs else 0.4)


def _around(parts: list[str], text: str, known: str, site: str) -> Heading:
    """The parts of a page title around the job's title."""
    phrase = _phrase(text) or next((found for part in parts if (found := _phrase(part))), None)
    if phrase is not None and mentions(phrase.title, known):
        return Heading(known, phrase.company, phrase.location, 0.8 if same(phrase.title, known) else 0.6)
    if folded(known) not in folded(text):
        # "Acme - Job details": what is not the kind of page is whose page it is
        named = [part for part in parts if not is_generic(part)]
        alone = len(named) == 1 < len(parts) and not names_job(named[0]) and len(named[0].split()) <= 5
        return Heading(known, named[0] if alone else "", sure=0.5 if alone else 0.3)
    if mentions(text, known) and len(parts) == 1:
        colon = _colon(text)
        located = _LOCATED.fullmatch(re.sub(re.escape(known), "", text, count=1, flags=re.IGNORECASE).strip())
        company = colon.company if same(colon.title, known) else ""
        return Heading(known, company, located["place"] if located else "", sure=0.6)
    rest = _SEPARATORS.split(
        re.sub(re.escape(known), "", " | ".join(parts) if known not in text else text, count=1, flags=re.IGNORECASE)
    )
    rest = [part.strip(" -–|:,") for part in rest if not mentions(known, part)]
    rest = [part for part in rest if part and not is_generic(part) and not same(part, site)]
    located = next((match for part in rest if (match := _LOCATED.fullmatch(part))), None)
    if located is not None:
        company = _likeliest_company([part for part in rest if part != located[0]])
        return Heading(known, company, located["place"], 0.6)
    place = next((part for part in rest if looks_like_place(part)), "")
    company = _likeliest_company([part for part in rest if part != place])
    return Heading(known, company, place, 0.6 if company else 0.3)


def _likeliest_company(parts: list[str]) -> str:
    """The part with a legal form, else the first that does not say how the work is done."""
    named = [part for part in parts if not _describes(part)]
    return next((part for part in named if COMPANY_FORM.search(part)), next(iter(named), ""))


def _phrase(text: str) -> Heading | None:
    text = _SEPARATORS.split(text)[0] if "|" in text else text
    for pattern, sure in ((_HIRING, 0.8), (_AT, 0.7)):
        if (found := pattern.match(text)) and not is_generic(found["title"]):
            groups = found.groupdict()
            if _SEPARATORS.search(groups["company"]) or names_job(groups["company"]):
                continue
            return Heading(
                groups["title"].strip(), groups["company"].strip(), (groups.get("location") or "").strip(), sure
            )
    return None


def _colon(text: str) -> Heading:
    """``Company: Title``, when the right-hand side is what names a job."""
    left, _, right = text.partition(": ")
    if right and names_job(right) and not names_job(left) and len(left.split()) <= 5:
        return Heading(right, left)
    return Heading(text)


def _describes(part: str) -> bool:
    """Whether a part of a heading says how the work is done, not who offers it."""
    short = len(part.split()) <= 3
    return (short and bool(terms.job_type(part) or terms.work_mode(part))) or bool(
        re.search(
            r"\b(?:remote|hybrid|full[- ]?time|part[- ]?time|contract|vollzeit|teilzeit|home ?office|\d{2,}|urgent"
            r"|new|m/w/d)\b|[€$£]",
            part,
            re.IGNORECASE,
        )
    )
