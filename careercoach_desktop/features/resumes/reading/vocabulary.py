"""Words that tell a job title from an employer and a degree from a school, in the main languages."""

from __future__ import annotations

import re

from .headings import plain


def _words(text: str) -> list[str]:
    return text.split()


_TITLE = _words(
    """engineer developer programmer manager director analyst consultant assistant intern internship trainee
apprentice
architect designer scientist researcher administrator technician specialist coordinator officer executive president
vice
head lead leader chief cto ceo cfo coo founder cofounder co-founder owner partner associate advisor adviser server
cashier clerk secretary
receptionist teacher lecturer professor tutor instructor coach trainer mentor nurse physician doctor surgeon therapist
pharmacist accountant auditor bookkeeper controller buyer seller salesperson sales representative agent broker
banker teller
writer editor journalist author translator interpreter copywriter photographer artist animator producer musician
operator driver mechanic electrician plumber carpenter welder worker labourer laborer foreman supervisor
superintendent
chef cook baker barista waiter waitress bartender host hostess steward stewardess cleaner janitor guard
attorney lawyer paralegal judge counsel solicitor notary librarian curator archivist volunteer member contributor
freelancer contractor fellow student employee staff planner strategist marketer recruiter generalist scrum master
operative picker packer loader stocker gardener caretaker carer nanny childminder handyman courier surveyor
draughtsman estimator scheduler dispatcher inspector investigator examiner negotiator broker underwriter actuary
economist statistician mathematician physicist chemist biologist geologist ecologist psychologist sociologist
dentist optician optometrist radiographer paramedic midwife dietitian nutritionist veterinarian hygienist
hairdresser beautician stylist florist butcher tailor seamstress plasterer bricklayer roofer glazier painter decorator
fitter machinist toolmaker technologist curator conservator choreographer dancer actor musician composer conductor
reporter presenter broadcaster copyeditor proofreader illustrator videographer cinematographer
firefighter soldier sergeant lieutenant pilot navigator purser concierge housekeeper valet porter sommelier
devops sysadmin tester qa sre swe dev evangelist advocate ambassador captain chair chairman treasurer resident postdoc
doctoral hilfskraft entwickler entwicklerin ingenieur ingenieurin leiter leiterin berater beraterin mitarbeiter
mitarbeiterin
werkstudent werkstudentin praktikant praktikantin assistent assistentin referent referentin sachbearbeiter
sachbearbeiterin
kaufmann kauffrau geschaftsfuhrer geschaftsfuhrerin teamleiter projektleiter projektmanager verkaufer auszubildende
auszubildender
wissenschaftlicher wissenschaftliche techniker lehrer lehrerin arzt krankenschwester pflegekraft koch
ingenieur ingenieure developpeur developpeuse chef cheffe responsable directeur directrice gestionnaire charge chargee
stagiaire alternant alternante assistante conseiller conseillere vendeur vendeuse technicien technicienne consultante
comptable redacteur redactrice enseignant enseignante formateur infirmier infirmiere analyste
ingeniero ingeniera desarrollador desarrolladora programador programadora gerente jefe jefa encargado encargada
director directora
becario becaria practicante asistente auxiliar tecnico tecnica profesor profesora consultor consultora analista
coordinador
coordinadora vendedor vendedora dependiente camarero camarera contador contadora administrativo administrativa
engenheiro engenheira desenvolvedor desenvolvedora estagiario estagiaria assistente coordenador coordenadora
professora
ingegnere sviluppatore sviluppatrice responsabile direttore direttrice impiegato impiegata tirocinante stagista
commesso commessa insegnante ricercatore ricercatrice tecnico infermiere
ontwikkelaar medewerker stagiair adviseur teamleider docent verpleegkundige verkoper beheerder projectleider
professeur professeure animateur animatrice educateur educatrice coordinateur coordinatrice integrateur integratrice
chercheur chercheuse caissier caissiere serveur serveuse ouvrier ouvriere electricien plombier menuisier
cuisinier cuisiniere boulanger patissier coiffeur coiffeuse aide-soignant aide-soignante pharmacien pharmacienne
avocat avocate juriste traducteur traductrice graphiste acheteur acheteuse magasinier secretaire receptionniste
architecte ingenieure formatrice infographiste
abogado abogada enfermero enfermera maestro maestra arquitecto arquitecta cocinero cocinera disenador disenadora
operario operaria repartidor recepcionista traductor traductora periodista redactor redactora secretaria contable
avvocato infermiera cuoco cameriere cameriera operaio operaia magazziniere progettista architetto grafico docente
autista consulente contabile segretaria addetto addetta
advogado advogada enfermeiro enfermeira cozinheiro cozinheira motorista jornalista arquiteto arquiteta
erzieher erzieherin sekretarin buchhalter buchhalterin steuerberater anwalt rechtsanwalt rechtsanwaltin architekt
architektin elektriker tischler fahrer lagerist controllerin dozent dozentin redakteur redakteurin grafiker jurist
juristin verkauferin pfleger pflegerin
kok verkoopster boekhouder leraar lerares ontwerper tekenaar
工程师 经理 实习生 主管 总监 助理 开发 设计师 分析师 エンジニア マネージャー 部長 課長 主任 担当 アルバイト"""
)

_ORGANISATION = _words(
    """inc llc ltd limited corp corporation company co gmbh ag kg se sa sas sarl srl spa plc bv nv oy ab
bank university universitat universite universidad universidade universita universiteit college hotel restaurant
school institute institut hospital clinic clinics foundation association society council ministry
government cafe airlines airways holdings pharmaceuticals academy church museum library verein stiftung klinik
krankenhaus
krankenkasse verlag genossenschaft entreprise societe banque hopital ecole lycee mairie empresa grupo banco
colegio ayuntamiento azienda gruppo banca scuola ospedale bedrijf gemeente stichting ziekenhuis"""
)

_ORGANISATION_ENDS = _words(
    """group holding partners solutions systems technologies technology labs laboratory
laboratories lab studio studios
software services consulting agency center centre department city county district bar grill store shop market
industries international global media network networks ventures capital pharma energy motors automotive research club
theatre theater police army navy force werke fabrik handel"""
)
"""Words that name an employer when they stand last (ACME Software) and mean little elsewhere (Software Engineer)."""

_DEGREE = re.compile(
    r"(?<![\w])(?:b\.?\s?a\.?|b\.?\s?s\.?c?\.?|m\.?\s?a\.?|m\.?\s?s\.?c?\.?|ph\.?\s?d\.?|dphil|mphil|mba"
    r"|m\.b\.a\.?|bba|b\.b\.a\.?|b\.?\s?eng\.?|m\.?\s?eng\.?|b\.?tech\.?|m\.?tech\.?|bfa|mfa|mres|mpa|mph"
    r"|llb|llm|ll\.?m\.?|j\.?d\.?|m\.?d\.?|ed\.?d\.?|b\.?ed\.?|m\.?ed\.?|a\.?a\.?s?\.?|bca|mca|b\.?com+\.?"
    r"|m\.?com\.?|ged|bsn|msn|rn|hnd|a-levels?|a levels?|gcses?"
    r"|bachelor(?:['’]?s)?|master(?:['’]?s)?|doctor(?:ate|al)?|doctor of|associate(?:['’]?s)?(?: degree| in"
    r"| of)|diploma|degree|graduat(?:e|ed)|undergraduate|postgraduate|minor|major|high school"
    r"|secondary school|certificate|honou?rs degree|semester abroad|exchange|study abroad|licentiate"
    r"|diplom(?:-?\w+)?|magister|staatsexamen|abitur|fachabitur|fachhochschulreife"
    r"|allgemeine hochschulreife|mittlere reife|realschulabschluss|ausbildung (?:zum|zur|als)|promotion"
    r"|auslandssemester|lehre(?: als)?|gesellenbrief|meisterbrief"
    r"|licence|master \d|ma[îi]trise|doctorat|dipl[ôo]me|baccalaur[ée]at|bac(?:\s?\+\s?\d)?|bts|dut|but"
    r"|lef|deug|cap|bep|classes? pr[ée]paratoires?"
    r"|grado|licenciatur[ao]|licenciado|m[áa]ster|doctorado|bachillerato|t[ée]cnico superior"
    r"|ingenier[íi]a|diplomatura|formaci[óo]n profesional|grado superior"
    r"|bacharel(?:ado)?|mestrado|doutorado|p[óo]s-gradua[çc][ãa]o|gradua[çc][ãa]o|tecn[óo]logo"
    r"|ensino m[ée]dio|curso t[ée]cnico"
    r"|laurea(?: magistrale| triennale)?|dottorato|diploma di|maturit[àa]|vwo|havo|mbo|hbo|doctoraal)(?![\w])"
    r"|本科|学士|硕士|博士|大专|高中|修士|学部|研究科|専攻|高等学校",
    re.IGNORECASE,
)
_SCHOOL = re.compile(
    r"universi[td]|college|school|institut|academy|academia|hochschule|polytechni|politecnic|politècnic"
    r"|escuela|escola|ecole|école|lyc[ée]e|gymnasium|facult|fakult|\biut\b|\bmit\b|\beth\b|\bepfl\b"
    r"|caltech|\bucla\b|\bnyu\b|scuola|liceo|instituto|colegio|col[ée]gio|schule\b|akademie|berufskolleg"
    r"|campus|seminary|conservator|\btu\b|\blmu\b|\brwth\b|\bfh\b|\buc\b|\bku\b|大学|学院|学校|高校|高等学校",
    re.IGNORECASE,
)
_TITLE_SET = frozenset(plain(word) for word in _TITLE)
_ORG_SET = frozenset(plain(word) for word in _ORGANISATION)
_ORG_END_SET = frozenset(plain(word) for word in _ORGANISATION_ENDS)
_CJK_TITLE = tuple(word for word in _TITLE if not word.isascii())
_CJK_ORG = ("株式会社", "有限会社", "公司", "集团", "大学", "学校", "法人")
_SENIORITY = frozenset(
    _words("senior junior sr jr principal staff lead chief head assistant associate graduate student")
)


_COMPOUND_TITLE = tuple(
    _words(
        """entwickler leiter manager ingenieur berater assistent techniker kaufmann kauffrau fachkraft mechaniker
elektroniker pfleger verkaufer sachbearbeiter referent mitarbeiter meister helfer fuhrer lehrer verwalter planer
ontwikkelaar medewerker adviseur beheerder leider verpleegkundige monteur"""
    )
)
"""Last parts of the long words German and Dutch make of titles."""


def _is_title_word(word: str) -> bool:
    """``Projektleiterin`` and ``managers`` as well as ``Projektleiter`` and ``manager``."""
    stems = {word, word.rstrip("s"), word.removesuffix("in"), word.removesuffix("innen")}
    return bool(stems & _TITLE_SET) or (len(word) > 8 and any(stem.endswith(_COMPOUND_TITLE) for stem in stems))


def title_score(text: str) -> float:
    """How much a few words look like a job title (0 not at all, 1 and above clearly)."""
    words = plain(text).split()
    score = sum(1.0 for word in words if _is_title_word(word))
    score += sum(0.5 for word in words if word in _SENIORITY)
    score += 0.3 if words and words[-1] in _TITLE_SET else 0.0
    score += sum(1.0 for word in _CJK_TITLE if word in text)
    return min(score, 2.0)


def _names_a_person(words: list[str]) -> bool:
    """``Primary School Teacher``, ``Head of University Partnerships``: a title, whatever stands before or behind."""
    if len(words) < 2 or words[-1] in _ORG_END_SET:
        return False
    return _is_title_word(words[-1]) or (
        _is_title_word(words[0]) and words[1] in {"of", "for", "de", "du", "des", "di"}
    )


def organisation_score(text: str) -> float:
    """How much a few words look like the name of an employer or a school."""
    words = plain(text).split()
    score = sum(1.0 for word in words if word in _ORG_SET)
    score += 0.8 if words and words[-1] in _ORG_END_SET else 0.0
    score += sum(1.0 for mark in _CJK_ORG if mark in text)
    score += 1.0 if _SCHOOL.search(text) else 0.0
    score += 0.7 if re.search(r"\b[\w-]+\.(?:com|org|net|io|de|fr|es|it|nl|ai|co|dev|app|edu)\b", text) else 0.0
    score += (
        0.4
        if re.search(
            r"[a-z][A-Z]|\b(?!I{2,3}\b|IV\b|VI{0,3}\b|CTO|CEO|CFO|COO|IT\b|QA\b|UI|UX|HR\b|AWS|SRE)[A-Z]{2,5}\b", text
        )
        and not text.isupper()
        else 0.0
    )
    return min(score, 2.0) * (0.3 if _names_a_person(words) else 1.0)


def degree_match(text: str) -> re.Match[str] | None:
    """The first word of a text that names a degree or a school-leaving certificate."""
    return _DEGREE.search(text)


def is_degree(text: str) -> bool:
    return bool(_DEGREE.search(text))


def is_school(text: str) -> bool:
    return bool(_SCHOOL.search(text))
