"""What stands under a heading of a posting: requirements, wishes, duties, or nothing that is asked.

English, German, French and Spanish in full; of other European languages the headings nearly every posting has.
"""

from __future__ import annotations

from careercoach_desktop.features.matching.keywords.kinds import LineKind
from careercoach_desktop.features.matching.keywords.patterns import any_of
from careercoach_desktop.features.matching.keywords.wording import says_nice

_NICE = any_of(
    r"(?:nice|lovely|good|great)[- ]to[- ](?:haves?|know)",
    r"\bbonus\b|\bpreferred\b|\bdesirables?\b|\bdesired\b|good to have|\bplus(?:es)?\b|ideally",
    r"it['’]s (?:a )?great if|even better|extra credit|would be (?:great|nice|lovely|good|ideal|an? )|brownie points",
    r"von vorteil|wünschenswert|idealerweise|pluspunkte|wäre[n]? (?:schön|toll|super|ideal)",
    r"(?:schön|toll|ideal) wäre",
    r"gern(?:e)? gesehen|darüber freuen wir|zusätzlich punkten|kann[- ]kriterien|\bun plus\b|\batouts?\b|souhaité",
    r"apprécié|serait un plus|\bse valora|\bdeseable|valorable|preferiblemente|sumará puntos",
    r"výhod|mile widziane|dodatkowym atutem|meriterande|meriter\b|gradito|preferenzial|diferencia(?:l|is)|eduksi",
)
_MUST = any_of(
    r"require(?:ments?|d)?\b|qualifications?",
    r"what (?:you|we)['’]?(?:ll|re|d| will| should)? (?:also )?(?:need|bring|look|have)",
    r"what we(?:['’]d)? (?:ask|expect|want|hope|would like)|we (?:ask for|expect)",
    r"you (?:also )?(?:have|bring|need|are)\b",
    r"you['’](?:re|ve|ll need|ll have)\b|about you\b|who (?:you are|are you)|must[- ]haves?|moreover,? you",
    r"your (?:profile|skills|background|experience|qualifications)",
    r"(?:great|good|right|perfect) (?:fit|match|candidate)",
    r"we(?:['’]re| are) looking for|looking for\b|essentials?\b|(?:key |technical |core )?skills\b|ideal candidate",
    r"\bprofile\b|\bexperience\b|person specification|education\b|minimum|(?:dein|ihr|das|unser) profil|^profil\b",
    r"anforderung|hintergrund|voraussetzung|qualifikation|das bring(?:st|en)|was (?:du|sie) mitbring|das solltest du",
    r"deine skills",
    r"(?:was|das) (?:wir (?:uns )?)?(?:erwarten|wünschen|suchen)|damit (?:überzeug|punkt|begeister)|kenntnisse",
    r"muss[- ]kriterien",
    r"(?:du|sie) (?:hast|haben|bist|sind|bringst|bringen)\b|mitbringen|womit du|das zeichnet (?:dich|sie)|mitbringst",
    r"profil (?:recherché|requis|souhaité|attendu)|(?:votre|ton|le) profil|compétences|exigences|prérequis",
    r"pré-requis",
    r"ce que (?:vous|nous|tu) (?:apport|recherch|attend)|vous (?:êtes|avez|possédez)|requisitos|perfil|competencias",
    r"qué (?:buscamos|necesitas|esperamos|pedimos)|lo que (?:buscamos|pedimos|necesitas)|imprescindible|formación",
    r"conocimientos|buscamos|požad|hledáme|představujeme|co od tebe|wymagani|oczekujemy|kwalifikacj|kvalifik",
    r"functie-?eisen|wat (?:wij |we )?(?:vragen|zoeken)|wij vragen|jouw profiel|requisiti|cosa cerchiamo|requisitos",
    r"o que procuramos|vaatimukset|vi søger|vi söker|dina erfarenheter|krav\b",
)
_DUTY = any_of(
    r"responsib|\bduties\b|what you(?:['’]ll| will)? (?:do|be doing|work|own)|what will you do|what would you do",
    r"(?:the|your|key|main|this) (?:role|job|tasks?|position|mission|work)\b|day[- ]to[- ]day",
    r"you['’]?(?: wi)?ll be\b",
    r"you will\b|in this role|job description|\btasks\b|key accountabilities|your impact|aufgaben|tätigkeit",
    r"(?:das|was|worauf) (?:erwartet|dich erwartet|du dich)|verantwortung|deine rolle|ihre rolle|das machst du",
    r"stellenbeschreibung|missions?\b|responsabilit|vos tâches|votre rôle|le poste|descriptif|activités",
    r"funciones|tareas",
    r"responsabilidades|qué harás|lo que harás|tu (?:rol|misión|día)|el puesto|descripción|náplň práce|čeká",
    r"obowiązk|zakres|arbejdsopgaver|arbetsuppgifter|taken\b|werkzaamheden|mansioni|attività|tehtävä",
)
_ASIDE = any_of(
    r"benefi[ct]|what we (?:offer|provide)|(?:we|the|our) (?:can )?offer|\bperks\b|who we are|offers? you",
    r"\brewards?\b",
    r"^about (?!you\b|the (?:role|job|position|candidate)|this (?:role|job|position)|your\b)",
    r"^working (?:at|for|with us)",
    r"our (?:company|culture|values|mission|story|offer|team)|why (?:us|join|work|you)|how to apply",
    r"^life (?:at|@)|your life",
    r"\bapply\b|equal opportunit|diversity|compensation|\bsalary\b|\bpay\b|contact|application process",
    r"interview process",
    r"hiring process|privacy|what['’]s in it|\bbenefici|company profile|\bcareer(?:s)? at\b|^listed in$",
    r"^employment form",
    r"^contract duration|^employment contract|^employer type|^info(?:rmation)?$|closing date|join (?:us|our)|eeo\b",
    r"wir bieten|was wir (?:dir |ihnen )?bieten|unser angebot|das bieten wir|(?:dich|sie) bei uns|bieten wir",
    r"unternehmensprofil",
    r"über uns|wer wir sind|das sind wir|deine vorteile|ihre vorteile|kontakt|bewerb|darauf kannst du",
    r"vergütung|gehalt",
    r"freu(?:en)? dich|nous (?:offrons|proposons)|ce que nous (?:offrons|proposons)|avantages|à propos",
    r"qui sommes[- ]nous",
    r"l['’]entreprise|pourquoi nous|postuler|candidature|rémunération|notre (?:société|entreprise|offre)|ofrecemos",
    r"sobre (?:nosotros|la empresa)|quiénes somos|por qué|contacto|salario|condiciones|nabíz|nabídne|zařazeno",
    r"o firmě",
    r"oferujemy|wij bieden|wat (?:wij |we )?bieden|offriamo|oferecemos|vi tilbyder|vi erbjuder|vi tilbyr|tarjoamme",
)


def heading_kind(heading: str) -> LineKind | None:
    """What stands under a heading, or None when its words say nothing."""
    if _NICE.search(heading) or says_nice(heading):
        return LineKind.NICE
    if _ASIDE.search(heading):
        return LineKind.ASIDE
    if _DUTY.search(heading):
        return LineKind.DUTY
    return LineKind.MUST if _MUST.search(heading) else None
