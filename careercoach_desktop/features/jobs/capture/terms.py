"""Work mode and job type, out of the words pages use for them in the main European languages."""

from __future__ import annotations

import re

from careercoach_desktop.features.jobs.model import JobType, WorkMode

_WORK_MODES: tuple[tuple[WorkMode, re.Pattern[str]], ...] = (
    (
        WorkMode.HYBRID,
        re.compile(
            r"\b(?:hybrid\w*|hybrydow\w+|h[ií]brid\w*|ibrid\w+|hybride|semipresencial|smart[ -]?working|υβριδικ\w+"
            r"|гибрид\w*|"
            r"t[ée]l[ée]travail (?:occasionnel|ponctuel|possible|hybride|r[ée]gulier)|hjemmekontor (?:mulig|noe)"
            r"|teilweise (?:home ?-?office|remote)|"
            r"(?:partly|partially|partial|temporarily) remote|teletrabajo parcial|t[ée]l[ée]travail partiel|"
            r"částečn\w+ (?:práce )?(?:z domova|home ?office)|blended"
            r"|(?:home ?-?office|remote\w*|mobiles arbeiten) (?:ist )?(?:möglich|possible|optional|option"
            r"|nach absprache))\b",
            re.IGNORECASE,
        ),
    ),
    (
        WorkMode.ONSITE,
        re.compile(
            r"\b(?:on[ -]?site|in[ -]office|in[ -]person|office[ -]based|(?:not|no|non)[ -]remote|vor ort|präsenz"
            r"|sur (?:site|place)|présentiel|"
            r"presencial|in sede|in presenza|op (?:locatie|kantoor)|na pracovišti|na miejscu|stacjonarn\w+"
            r"|stationary|på plats|på stedet|på (?:kontoret|arbejdspladsen|arbeidsplassen)|lähityö|helyszíni|irodai"
            r"|la (?:birou|sediu)|na mieste|με φυσική παρουσία|в офисе)\b",
            re.IGNORECASE,
        ),
    ),
    (
        WorkMode.REMOTE,
        re.compile(
            r"\b(?:(?:100 ?%|full|fully)[ -]?remote|remote\w*|telecommut\w+|tele-?work\w*"
            r"|work(?:ing)? from (?:home|anywhere)|wfh|home[ -]?(?:office|based)|"
            r"mobiles? arbeiten|ortsunabhängig|fernarbeit|télétravail(?: total)?|à distance|(?:en )?remoto"
            r"|da remoto|remot[ao]|teletrabajo|teletrabalho|"
            r"telelavoro|a distancia|op afstand|thuiswerk\w*|práce (?:z domova|na dálku)|na dálku|z domova"
            r"|praca zdalna|zdaln\w+|"
            r"distansarbete|(?:på )?distans|fjernarbejde|hjemmearbejde|hjemmekontor|etätyö|távmunka|na diaľku|z domu"
            r"|(?:de )?la distan[tț]ă|εξ αποστάσεως|τηλεργασία|удал[её]нн\w+|удал[её]нка|дистанц\w+|anywhere"
            r"|worldwide)\b",
            re.IGNORECASE,
        ),
    ),
)

_JOB_TYPES: tuple[tuple[JobType, re.Pattern[str]], ...] = (
    (
        JobType.INTERNSHIP,
        re.compile(
            r"\b(?:intern|interns|internship\w*|praktik\w*|stage|stagiaire|stagiair|pr[áa]cticas|becari[oa]|beca"
            r"|tirocini\w+|estágio|estagi[áa]ri[oa]|"
            r"stáž\w*|staž\w*|staż\w*|praktyk\w*|harjoittelu|gyakorn\w+|traineeship)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.PART_TIME,
        re.compile(
            r"\b(?:part[ -_]?time|teilzeit\w*|temps partiel|mi-temps|(?:tiempo|jornada|media jornada) parcial"
            r"|media jornada|tempo parziale|deeltijd\w*|"
            r"parttime|(?:částečný|zkrácený|poloviční) úvazek|brigád\w*|niepełny etat|część etatu|pół etatu"
            r"|deltid\w*|osa-aikai\w+|részmunkaid\w*|"
            r"tempo parcial|meio per[ií]odo|minijob|werkstudent\w*|dpp|dpč|skrátený úväzok|norm[ăa] par[țt]ial[ăa]"
            r"|zero[ -]hours"
            r"|μερική απασχόληση|частичная занятость|неполная занятость)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.TEMPORARY,
        re.compile(
            r"\b(?:temporary|temp|seasonal|interim|befristet\w*|zeitarbeit|saison\w*|cdd|int[ée]rim|int[ée]rimaire"
            r"|temporal|eventual|tempo determinato|tijdelijk\w*|"
            r"na dobu určitou|dočasn\w+|umowa na czas określony|tymczasow\w+|tidsbegr[æä]ns\w+|vikariat"
            r"|midlertidig\w*|määräaikai\w+|temporário|per[ _]diem|locum|fixed[ -]term|casual|határozott idejű"
            r"|perioadă determinată"
            r"|ορισμένου χρόνου|временн\w+)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.CONTRACT,
        re.compile(
            r"\b(?:contract(?:or|ing)?|freelanc\w*|self[ -]employed|b2b|c2c|corp[ -]to[ -]corp|w2 contract"
            r"|freiberuflich\w*|freie mitarbeit|indépendant|"
            r"autónom[oa]|libero professionista|partita iva|zzp\w*|živnost\w*|ičo|osvč|umowa zlecenie"
            r"|konsultuppdrag|1099)\b",
            re.IGNORECASE,
        ),
    ),
    (
        JobType.FULL_TIME,
        re.compile(
            r"\b(?:full[ -_]?time|fulltime|vollzeit\w*|festanstellung|unbefristet\w*|temps (?:plein|complet)|cdi"
            r"|(?:tiempo|jornada) complet[oa]|tempo (?:pieno|integral|inteiro)|"
            r"voltijd\w*|plný úvazek|(?:hlavní )?pracovní poměr|hpp|pełny etat|pełen etat|heltid\w*|fuldtid\w*"
            r"|kokoaikai\w+|kokopäivä\w*|complet[ao]|teljes munkaid\w*|indefinido"
            r"|tempo indeterminato|clt|vaste? (?:contract|dienstverband|baan)|plný (?:pracovný )?úväzok"
            r"|norm[ăa] [îi]ntreag[ăa]|πλήρης απασχόληση|полная занятость|полный день)\b",
            re.IGNORECASE,
        ),
    ),
)

_STATED_REMOTE = re.compile(
    r"(?:\b(?:100 ?%|full|fully|completely|entirely)[ -]remote\b|\bremote[ -](?:position|role|job|opportunity"
    r"|first|only|stelle|worker)\b|"
    r"\b(?:is|as) (?:a |an )?(?:\w+ ){0,2}remote\b(?! (?:area|sens|site|locat|control|access|desktop|hand|team"
    r"|server|system))|"
    r"\bwork(?:ing)? remotely from\b|\bwork from anywhere\b|\b100 ?% (?:home ?office|télétravail|zdaln\w+|remoto"
    r"|na dálku|teletrabajo)\b|"
    r"\bkomplett remote\b|\btélétravail (?:total|complet|à 100)|\bpráce (?:plně )?na dálku\b"
    r"|\bpraca (?:w 100% )?zdalna\b)",
    re.IGNORECASE,
)
_STATED_HYBRID = re.compile(
    r"(?:^[^\w\n]{0,20}hybrid(?:e|es)?\s*[:(–—]|"
    r"\bhybrid(?:e|es|er|en)?[ -](?:position|role|job|working|work|model|modell|schedule|arbeit\w*|setup"
    r"|arrangement|home|office|remote|basis)\b|"
    r"\b(?:is|as) (?:a )?hybrid\b(?! cloud)|\b(?:one|two|three|four|[1-4])(?:[-–/ ]+(?:to )?(?:two|three|four"
    r"|[1-4]))? days? (?:a|per|each) week "
    r"(?:in|at|from) (?:the|our|an) (?:\w+ )?office\b|"
    r"\bdays? (?:a|per|each) week (?:in|at|on)\b[^.\n]{1,30}\b(?:the )?(?:rest|remainder|others?)\b[^.\n]{0,20}"
    r"\b(?:from home|remote\w*)\b|\b[1-4] (?:tage?|dny|dni|jours?|días?|giorni"
    r"|dagen) (?:\w+ ){0,3}(?:home ?office|télétravail|remote|teletrabajo)\b|"
    r"\b(?:modalidad|modalità|mode|model|formát|tryb) (?:de travail )?(?:h[íiy]brid\w+|ibrid\w+)\b)",
    re.IGNORECASE | re.MULTILINE,
)
_STATED_ONSITE = re.compile(
    r"\b(?:(?:this|the) (?:role|position|job) is (?:(?:fully|100 ?%|entirely) )?(?:on[ -]?site|in[ -]office"
    r"|in[ -]person|office[ -]based)|(?:fully|100 ?%) (?:on[ -]?site|in[ -]office)"
    r"|on[ -]?site (?:position|role|job|only)|(?:is|are) not (?:a )?remote"
    r"|not a remote (?:position|role|job)|no remote(?: work)?(?: option\w*)?)\b",
    re.IGNORECASE,
)
_TITLE_REMOTE = re.compile(
    r"(?:[(\[|,/–—-]\s*(?:\w+[ -])?(?:100 ?% )?remote\b|\bremote\s*(?:[)\]|,/:–—-]|\Z)|\A(?:fully )?remote\b"
    r"|\bhome ?office\b|\bwork from home\b)",
    re.IGNORECASE,
)
_AWAY = (
    r"(?:remote\w*|home[ -]?office|tele-?work\w*|télétravail|teletrabajo|teletrabalho|telelavoro|smart working"
    r"|thuiswerken|hjemmekontor|hjemmearbejde|distansarbete|práce z domova|prac[ay] zdaln\w+|etätyö)"
)
_DENIED = re.compile(
    rf"\b(?:no|not|non|kein\w*|ohne|sans|pas de|sin|senza|geen|bez|utan|ikke|inte|ei|sem)[ -](?:\w+ )?{_AWAY}"
    rf"|\b{_AWAY}(?:[ -]\w+)?\s*:?\s+(?:no|nein|non|nee|nej|nei|ne|nie|não|nicht möglich)\b",
    re.IGNORECASE,
)
"""``Kein Homeoffice``, ``Remote: no``: said, and said to be missing."""
_NOT_A_MODE = re.compile(
    r"\b(?:hybrid[- ](?:cloud|app\w*|mobile|vehicle|electric|it|multi)|remote[ -](?:sens\w+|control\w*|support"
    r"|access|desktop|monitoring|site|hands))",
    re.IGNORECASE,
)


def work_mode(text: str) -> WorkMode | None:
    """The work mode a short, labelled value names (``Remote``, ``Hybrides Arbeiten``), else None."""
    if _DENIED.search(text):
        return WorkMode.ONSITE
    text = _NOT_A_MODE.sub(" ", text)
    return next((mode for mode, pattern in _WORK_MODES if pattern.search(text)), None)


def job_type(text: str) -> JobType | None:
    """The job type a short, labelled value names; full time when several are named and it is one of them."""
    text = text.replace("_", " ")
    named = [kind for kind, pattern in _JOB_TYPES if pattern.search(text)]
    return (
        JobType.FULL_TIME if JobType.FULL_TIME in named and JobType.INTERNSHIP not in named else next(iter(named), None)
    )


def work_mode_of_title(title: str) -> WorkMode | None:
    """The work mode a job's title carries as an addition (``… (Remote)``, ``Remote – …``), else None."""
    title = _NOT_A_MODE.sub(" ", title)
    if re.search(r"\bhybrid(?:e|es)?\b", title, re.IGNORECASE):
        return WorkMode.HYBRID
    return WorkMode.REMOTE if _TITLE_REMOTE.search(title) else None


def stated_work_mode(prose: str) -> WorkMode | None:
    """The work mode a description states outright; mere mentions (a home-office benefit, hybrid cloud) do not count."""
    prose = _NOT_A_MODE.sub(" ", prose)
    for mode, pattern in (
        (WorkMode.ONSITE, _STATED_ONSITE),
        (WorkMode.HYBRID, _STATED_HYBRID),
        (WorkMode.REMOTE, _STATED_REMOTE),
    ):
        if pattern.search(prose):
            return mode
    return None
