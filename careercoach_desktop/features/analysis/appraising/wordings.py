"""Wordings of postings that say more than they mean to, in English, German, French and Spanish.

All four languages are looked for in every posting: many mix them. A wording counts only where it is not denied ("we
never ask for unpaid trial days").
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_DENIED = re.compile(
    r"(?:\b(?:no|not|never|without|don['’]t|won['’]t|isn['’]t|kein\w*|nie|niemals|nicht|ohne|pas|jamais|aucun\w*|sans|"
    r"nunca|ning[uú]n\w*|sin|we (?:pay|cover|refund)(?: for)?|wir (?:zahlen|übernehmen|tragen)|"
    r"(?:nous )?(?:prenons|payons)|(?:pagamos|cubrimos))\b)[^.;:!?]{0,24}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """``text`` is what to tell the person, with ``{said}`` for the very words. ``serious``: stop and ask first.
    ``fits`` and ``unless`` are looked for in the same sentence."""

    name: str
    text: str
    pattern: re.Pattern[str]
    serious: bool = False
    unless: re.Pattern[str] | None = field(default=None)

    def find(self, sentence: str) -> str:
        """The words that say it in a sentence, or nothing."""
        for found in self.pattern.finditer(sentence):
            if not _DENIED.search(sentence[: found.start()]) and not (self.unless and self.unless.search(sentence)):
                return found[0].strip(" ,.;:")
        return ""


def _any(*pieces: str) -> re.Pattern[str]:
    return re.compile("|".join(pieces), re.IGNORECASE)


RED_FLAGS: tuple[Wording, ...] = (
    Wording(
        "unpaid",
        "It speaks of work without pay: “{said}”. Ask how long it lasts and whether it is paid.",
        _any(
            r"unpaid (?:trial|probation|training|internship|position|role|work|day|shift|test)\w*",
            r"(?:trial|probation\w*|training)(?: \w+){0,3} (?:is |are |will be )?(?:unpaid|not paid)",
            r"work(?:ing)? for free\b|without (?:pay|payment|salary) (?:during|for|in) the",
            r"unbezahlte\w* (?:Probe\w*|Praktik\w*|Einarbeitung\w*|Arbeit\w*|Hospitation\w*|Schulung\w*)",
            r"Probe(?:arbeit\w*|tage?|woche|zeit)(?: \w+){0,3} (?:unbezahlt|unentgeltlich|nicht vergütet)",
            r"\bunentgeltlich\w* (?:Mitarbeit|Tätigkeit|Probe\w*|Praktik\w*)|ohne Bezahlung|ohne Vergütung",
            r"(?:période|journée|jour|semaine|stage|formation|essai)s? (?:d['’]essai )?non[- ](?:rémunéré|payé)e?s?",
            r"sans (?:rémunération|salaire) (?:pendant|durant)",
            r"(?:prueba|periodo|período|prácticas|formación|día|jornada)s?(?: de prueba)? no (?:remunerad|pagad)[ao]s?",
            r"(?:prueba|prácticas|formación) sin (?:sueldo|salario|remuneración|cobrar)",
        ),
        serious=True,
    ),
    Wording(
        "commission",
        "The pay seems to be commission alone: “{said}”. Ask what is fixed.",
        _any(
            r"commission[- ]only|(?:100 ?%|purely|solely|entirely) commission(?:[- ]based)?|no (?:base|basic) salary",
            r"(?:reine|rein auf|ausschließlich(?: auf)?|nur auf|100 ?%(?:ige)?) Provision\w*|(?:kein|ohne) Fixum",
            r"(?:uniquement|exclusivement|100 ?%)(?: rémunérée?)?(?: (?:à la|sur|en))? commissions?",
            r"sans (?:salaire )?fixe",
            r"(?:s[oó]lo|únicamente|exclusivamente|100 ?%)(?: (?:a|por|en))? comisi[oó]n(?:es)?",
            r"sin (?:sueldo|salario) fijo",
        ),
        serious=True,
    ),
    Wording(
        "fees",
        "It asks you for money: “{said}”. No honest employer takes money from applicants.",
        _any(
            r"(?:registration|application|processing|onboarding|starter[- ]kit|administration|enrol?lment) fees?\b",
            r"(?:training|course|certification) fees? (?:of|is|are|must|apply|payable)",
            r"(?:pay|buy|purchase)[^.;]{0,30} (?:starter[- ]kit|training (?:package|materials?)|background check)",
            r"(?:refundable|security|up[- ]?front|initial) deposit (?:of|is|must|required)",
            r"initial investment (?:of|is)",
            r"(?:Anmelde|Schulungs|Bearbeitungs|Vermittlungs|Registrierungs)gebühr\w*|\bVorkasse\b",
            r"Startpaket\w* (?:kaufen|erwerben|bezahlen)|Eigeninvestition|Kaution (?:von|in Höhe|zu hinterlegen)",
            r"frais d(?:e |['’])(?:inscription|dossier|formation) (?:de|à|sont|d['’]un)",
            r"caution (?:de|à verser|remboursable)",
            r"(?:achat|acheter)[^.;]{0,20}\bkit\b|investissement (?:initial|de départ)",
            r"(?:cuota|tasa|gastos) de (?:inscripción|registro|gestión|alta)|fianza (?:de|previa|reembolsable)",
            r"(?:comprar|compra)[^.;]{0,20}\bkit\b|inversión inicial|pago por adelantado",
        ),
        serious=True,
    ),
    Wording(
        "private",
        "It asks for things nobody needs before an offer: “{said}”.",
        _any(
            r"(?:copy|scan|photo|picture) of your (?:passport|id\b|id card|driving licen[cs]e|bank)",
            r"bank (?:account )?(?:details|statements?|information)|(?:social security|national insurance) number",
            r"(?:Ausweis|Personalausweis|Pass)kopie|Kopie (?:Ihres|deines|des) (?:Personal)?[Aa]usweis\w*",
            r"Bankverbindung",
            r"copie de (?:la |votre |ta )?(?:carte d['’]identité|pièce d['’]identité|passeport)|\bRIB\b",
            r"copia de(?:l| tu| su)? (?:DNI|pasaporte|documento de identidad)|datos bancarios",
        ),
        serious=True,
        unless=_any(
            r"\b(?:after|once|upon|nach|après|tras|después)\b", r"\b(?:customers?|clients?|Kunden|clientes?)\b"
        ),
    ),
    Wording(
        "messenger",
        "It wants you to write to a messenger: “{said}”. Look the company up and write to its own address first.",
        _any(
            r"(?:contact|write|message|text|apply|reach|call|melde?n?|schreib\w*|bewirb|contacte\w*|écri\w+|escr[ií]b\w+)"
            r"[^.;]{0,40}\b(?:WhatsApp|Telegram|WeChat|Viber)\b",
            r"(?:via|per|über|par|por|on|at|through) (?:WhatsApp|Telegram|WeChat|Viber)\b",
            r"\b(?:WhatsApp|Telegram)\b[^.;\w]{0,4}\+?\d[\d ()-]{6,}",
        ),
        serious=True,
    ),
    Wording(
        "riches",
        "It promises more than a job can: “{said}”.",
        _any(
            r"be your own boss|unlimited (?:income|earning\w*|commission)|financial freedom|network marketing",
            r"multi-?level",
            r"sei dein eigener Chef|unbegrenzte\w* (?:Verdienst\w*|Einkommen)|finanzielle Freiheit",
            r"Network[- ]Marketing",
            r"(?:soyez|sois|deviens|devenez) (?:votre|ton) propre patron|revenus? illimités?|liberté financière",
            r"marketing (?:de réseau|multinivel)|sé tu propio jefe|ingresos (?:ilimitados|sin l[ií]mite)",
            r"libertad financiera",
        ),
        serious=True,
    ),
    Wording(
        "contractor",
        "It may be no employment: “{said}”. Insurance, holidays and sick pay would be yours to pay.",
        _any(
            r"(?:must be|as an?|on an?) (?:self[- ]employed|independent contractor)(?: basis)?",
            r"auf selbst(?:st)?ändiger Basis",
            r"als (?:selbst(?:st)?ändige\w*|Handelsvertreter\w*|freie\w* Mitarbeiter\w*)",
            r"Gewerbeschein|statut (?:d['’])?(?:auto|micro)-?entrepreneur|sous statut d['’]indépendant",
            r"agent commercial",
            r"(?:régimen|alta|contrato|como) (?:de )?(?:trabajador(?:a)? )?autónom[oa]s?|contrato mercantil",
        ),
    ),
    Wording(
        "overwork",
        "It hints at long hours: “{said}”. Ask what a usual week looks like.",
        _any(
            r"work hard,?(?: and)? play hard|whatever it takes|always[- ](?:on call|available|reachable)",
            r"24/7 (?:availability|reachab\w+|on[- ]call)",
            r"(?:long|extended|unsociable) (?:working )?hours",
            r"overtime (?:is |will be )?(?:required|expected|included|mandatory)",
            r"(?:evenings? and weekends?|weekends? and evenings?) (?:as|when|if) (?:needed|required)",
            r"Überstunden (?:sind |werden )?(?:\w+ ){0,4}(?:abgegolten|inbegriffen|vorausgesetzt|selbstverständlich)",
            r"mit dem Gehalt abgegolten|rund um die Uhr|ständige Erreichbarkeit|überdurchschnittliche\w* Einsatz\w*",
            r"(?:sans|pas) compter (?:ses|vos|tes) heures",
            r"heures supplémentaires (?:incluses|non payées|fréquentes)",
            r"disponibilité totale|grande disponibilité|horas extras? (?:no pagadas|incluidas|obligatorias)",
            r"disponibilidad (?:total|absoluta|completa)",
        ),
    ),
    Wording(
        "hype",
        "“{said}” describes nobody: ask what the work is and how it is measured.",
        _any(
            r"\brock ?-?stars?\b|\bninjas?\b|\bgurus?\b|\bwizards?\b|\bsuperstars?\b|\b10x (?:engineer|developer)s?",
            r"eierlegende Wollmilchsau|Überflieger\w*|Rampensau",
            r"mouton à (?:cinq|5) pattes|perle rare|\bun[ae]? crack\b|todoterreno",
        ),
    ),
    Wording(
        "family",
        "“{said}” is kindly meant, but often hides missing rules: ask about hours, pay and who decides.",
        _any(
            r"we(?:['’]re| are)(?: like| all)? (?:a|one)(?: big)? family|like a (?:big )?family\b|family[- ]like",
            r"(?:wie|sind) eine (?:große )?Familie|große Familie",
            r"comme une (?:grande )?famille|como una (?:gran )?familia|somos una (?:gran )?familia",
        ),
    ),
    Wording(
        "hats",
        "“{said}”: several jobs in one. Ask what comes first.",
        _any(
            r"wear(?:s|ing)? (?:many|multiple|several) hats|jack[- ]of[- ]all[- ]trades|girl friday",
            r"Mädchen für alles|couteau suisse|multi-?casquettes?|chic[oa] para todo|hombre orquesta",
        ),
    ),
    Wording(
        "agency",
        "It does not name who hires: “{said}”. Ask before you send your papers.",
        _any(
            r"(?:on behalf of|for) (?:our|a|my) (?:\w+ ){0,3}client\b|our client,? (?:is|a|an)\b",
            r"undisclosed (?:client|company)",
            r"(?:für|im Auftrag) (?:einen |unsere[nsm]? |eines )(?:\w+ ){0,3}(?:Kunden|Mandanten|Auftraggeber)\w*",
            r"unser (?:Kunde|Mandant) (?:ist|sucht)|(?:notre client|pour le compte de notre client)",
            r"(?:nuestro cliente|para (?:un )?importante (?:empresa|cliente))",
        ),
    ),
)

VAGUE_PAY = Wording(
    "vague-pay",
    "The pay is only called “{said}”. Ask for the range before the first talk.",
    _any(
        r"(?:competitive|attractive|excellent) (?:salary|pay|compensation|package|remuneration)",
        r"salary (?:negotiable|DOE)",
        r"(?:attraktive|leistungsgerechte|wettbewerbsfähige|überdurchschnittliche)\w* "
        r"(?:Gehalt|Vergütung|Bezahlung|Entlohnung)",
        r"Gehalt nach Vereinbarung",
        r"(?:rémunération|salaire|package) (?:attractive?|compétiti\w+|motivante?|selon profil|à négocier)",
        r"(?:salario|sueldo|retribución|remuneración) "
        r"(?:competitiv[oa]|atractiv[oa]|según valía|a convenir|negociable)",
    ),
)

NO_EXPERIENCE = _any(
    r"no (?:prior |previous )?experience (?:is )?(?:required|needed|necessary)|entry[- ]level",
    r"keine (?:Berufs)?[Ee]rfahrung (?:erforderlich|nötig|notwendig)|Berufseinsteiger\w*|Berufsanfänger\w*",
    r"débutante?s? acceptée?s?|aucune expérience (?:requise|exigée)|sin experiencia(?: previa)?",
    r"no se requiere experiencia",
)

HIGHLIGHTS: tuple[Wording, ...] = (
    Wording(
        "flexible", "Hours can be flexible.",
        _any(r"flexible (?:working )?(?:hours|time|schedul\w+)|flexi?-?time|(?:four|4)[- ]day (?:working )?week",
             r"flexible Arbeitszeit\w*|Gleitzeit|Vertrauensarbeitszeit|(?:4|Vier)-Tage-Woche",
             r"horaires (?:flexibles|aménageables)|semaine de (?:quatre|4) jours",
             r"horario flexible|flexibilidad horaria|jornada (?:de )?(?:cuatro|4) días"),
    ),
    Wording(
        "home", "Working from home is possible.",
        _any(r"(?:work(?:ing)?|work partly) from home|home[- ]office|remote (?:work(?:ing)?|possible|option\w*|first)",
             r"mobiles Arbeiten|Homeoffice|ortsunabhängig\w*|télétravail|teletrabajo",
             r"trabajo (?:remoto|híbrido)"),
    ),
    Wording(
        "learning", "It gives time or money for learning.",
        _any(r"(?:training|learning|education|conference|development) (?:budget|allowance|days?|programme|program)",
            r"budget for (?:learning|training|conferences|courses|books)",
             r"Weiterbildung\w*|Fortbildung\w*|Lernbudget|budget (?:de )?formation",
             r"formations? (?:continue|interne)s?",
             r"formación (?:continua|a cargo)|presupuesto (?:de|para) formación|plan de formación"),
    ),
    Wording(
        "holiday", "It gives more holiday than most.",
        _any(r"(?:2[7-9]|3\d|4\d) (?:days?['’]? )?(?:of )?(?:paid )?(?:annual leave|holidays?|vacation|paid leave)",
             r"(?:2[89]|3\d|4\d) (?:Tage\w*|Urlaubstage\w*)(?: (?:bezahlten )?Urlaub)?",
             r"\bRTT\b|(?:2[6-9]|3\d|4\d) jours de congés?", r"(?:2[4-9]|3\d|4\d) días (?:laborables )?de vacaciones"),
    ),
    Wording(
        "permanent", "The contract is permanent.",
        _any(r"permanent (?:contract|position|role|employment|full[- ]time)|open[- ]ended contract",
             r"unbefristete\w*", r"\bCDI\b", r"contrato indefinido|indefinido desde"),
    ),
    Wording(
        "pension", "It pays into a pension.",
        _any(r"pension (?:scheme|plan|contribution\w*)|401\(?k\)?", r"betriebliche\w* Altersvorsorge|\bbAV\b|\bVBL\b",
             r"(?:plan d['’]épargne|épargne salariale|\bPERCO?\b|intéressement)", r"plan de pensiones"),
    ),
    Wording(
        "health", "It pays for health cover.",
        _any(r"(?:private )?(?:health|medical|dental) (?:insurance|cover\w*|plan)",
             r"betriebliche Krankenversicherung",
             r"mutuelle", r"seguro (?:médico|de salud)"),
    ),
    Wording(
        "family-time", "It helps families.",
        _any(r"(?:enhanced |paid )?(?:parental|maternity|paternity) leave",
             r"child[- ]?care (?:support|vouchers|allowance)",
             r"Kinderbetreuung\w*|Kita[- ]?(?:Platz|Zuschuss)|Vereinbarkeit von Familie", r"crèche|congé parental",
             r"guardería|conciliación|cheque guardería"),
    ),
    Wording(
        "agreement", "Pay follows a collective agreement.",
        _any(r"collective (?:bargaining )?agreement|union (?:rates?|agreement)|pay (?:scale|band)\b",
             r"Tarifvertrag\w*|\bTVöD\w*|\bTV-?L\b|tarifliche\w*|\bIG Metall\b", r"convention collective",
             r"convenio colectivo|según convenio"),
    ),
    Wording(
        "share", "You would share in what it earns.",
        _any(r"(?:annual|yearly|performance|company) bonus\b|profit[- ]sharing|stock options|\bequity\b",
             r"employee shares",
             r"Gewinnbeteiligung|Bonuszahlung\w*|Mitarbeiterbeteiligung|Weihnachtsgeld|13\. (?:Monats)?[Gg]ehalt",
             r"13(?:e|ème) mois|prime (?:annuelle|sur objectifs)|participation aux bénéfices",
             r"participación en beneficios|bonus anual|retribución variable"),
    ),
    Wording(
        "travel", "It helps with the way to work.",
        _any(r"(?:commuter|travel|transport) (?:allowance|benefit|subsidy)|season[- ]ticket loan|company (?:car|bike)",
             r"Job-?[Tt]icket|Deutschlandticket|Jobrad|Dienst(?:wagen|rad)|Fahrtkostenzuschuss",
             r"remboursement (?:des |du )?(?:frais de )?transports?|véhicule de (?:fonction|service)",
             r"ayuda (?:de|al) transporte|coche de empresa"),
    ),
    Wording(
        "move", "It helps you move.",
        _any(r"relocation (?:support|package|assistance|bonus)|visa sponsorship|sponsor (?:a )?visas?",
             r"Umzugs(?:hilfe|kosten\w*|unterstützung)", r"aide (?:à la mobilité|au déménagement)",
             r"ayuda (?:de|a la) reubicación|paquete de reubicación"),
    ),
    Wording(
        "onboarding", "Somebody shows you the ropes.",
        _any(r"structured onboarding|\bmentor(?:ing|ship)?\b(?! (?:junior|other|the|our|a )\w*)",
             r"buddy (?:programme|program|system)",
             r"strukturierte\w* Einarbeitung|intensive Einarbeitung|Patensystem|Mentoring-?Programm",
             r"parcours d['’]intégration|accompagnement personnalisé", r"plan de acogida|acompañamiento inicial"),
    ),
)  # fmt: skip

WANTED: tuple[Wording, ...] = (
    Wording(
        "letter", "Write a cover letter: they ask for one.",
        _any(r"(?:cover(?:ing)?|motivation) letter|letter of motivation", r"(?:Anschreiben|Motivationsschreiben)",
             r"lettre de motivation", r"carta de (?:presentación|motivación)"),
    ),
    Wording(
        "salary-wish", "Say what you want to earn: they ask for it.",
        _any(r"salary (?:expectations?|requirements?)|expected salary|desired salary",
             r"Gehalts(?:vorstellung\w*|wunsch\w*|erwartung\w*)", r"prétentions? salariales?",
             r"(?:pretensi[oó]n(?:es)?|expectativas?) (?:salarial(?:es)?|económicas?)"),
    ),
    Wording(
        "start", "Say when you could begin: they ask for it.",
        _any(r"(?:earliest|possible|preferred|your) start(?:ing)? date|notice period|when you (?:can|could) start",
             r"(?:frühest\w+|möglich\w+) (?:Eintritt\w*|Starttermin\w*)|Eintrittstermin|Kündigungsfrist",
             r"(?:date de )?disponibilité (?:à|pour|de prise)|date de disponibilité",
             r"fecha de (?:incorporación|disponibilidad)"),
    ),
    Wording(
        "work", "Choose samples of your work: they want to see some.",
        _any(r"(?:link to |your )(?:a |your )?(?:portfolio|github|work samples?)|(?:samples?|examples?) of your work",
             r"Arbeitsproben?|(?:dein|Ihr)\w* Portfolio|(?:votre|ton) (?:book|portfolio)",
             r"exemples de (?:vos|tes) travaux",
             r"(?:tu|su) portfolio|muestras de (?:tu|su) trabajo"),
    ),
    Wording(
        "papers", "Have your certificates and references at hand: they ask for them.",
        _any(r"(?:two|three|2|3|professional|written) references?\b",
             r"(?:copies of|your) (?:certificates|transcripts?|diplomas?)",
             r"Zeugnisse?n?\b|Referenzen|(?:copies? de (?:vos|tes) )?diplômes (?:à joindre|requis)",
             r"références professionnelles",
             r"(?:referencias|certificados) (?:profesionales|laborales|académic\w+)|títulos compulsados"),
    ),
    Wording(
        "reference", "Quote the reference, so that they know what you mean.",
        _any(r"(?:quote|quoting|mention(?:ing)?|state|stating) (?:the |job )?ref(?:erence)?\b[^.;\n]{0,30}",
             r"unter Angabe (?:der|des) (?:Referenz|Kenn|Stellen)\w*[^.;\n]{0,30}|Kennziffer[^.;\n]{0,24}",
             r"sous (?:la )?réf(?:érence)?\.?[^.;\n]{0,24}", r"indicando (?:la )?ref(?:erencia)?\.?[^.;\n]{0,24}"),
    ),
)  # fmt: skip
"""What a posting says an application should hold."""
