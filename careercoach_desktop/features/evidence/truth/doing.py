"""What somebody's part in a thing was: led it, did it, or helped with it; a draft must not raise it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careercoach_desktop.features.evidence.career import PassageKind
from careercoach_desktop.features.evidence.model import ClaimKind
from careercoach_desktop.features.evidence.truth.alone import alone
from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Found, Saying
from careercoach_desktop.features.evidence.truth.superiors import IS_BOSS, guided_only, heads_people
from careercoach_desktop.features.evidence.truth.wording import content_words, shared
from careercoach_desktop.features.evidence.vocabulary.actions import ROOTS
from careercoach_desktop.features.evidence.vocabulary.meanings import ANYBODY, TEAMS, concepts, keys
from careercoach_desktop.features.evidence.vocabulary.numerals import numerals
from careercoach_desktop.features.evidence.vocabulary.occupations import namings
from careercoach_desktop.features.evidence.vocabulary.tokens import tokenize

LED = re.compile(
    r"\b(?:led|leading(?! (?:to|up))|lead(?=s? (?:a|an|the|our|my|all|its|this|\d|two|three|four|five|six|projects?|"
    r"teams?)\b)|headed(?: up)?|heading(?: up)?|directed|directing|"
    r"supervis(?:e|ed|es|ing)|oversaw|overs(?:ee|een|eeing)|spearhead\w+|founded|co-founded|founder|chair(?:ed|ing|"
    r"man|person)|presided|"
    r"(?:manag(?:e|ed|es|ing)|run|ran|running) (?:(?:a|an|the|our|my|its)(?! \w+ of)? )?(?:[\w-]+ ){0,3}?(?:teams?|"
    r"people|staff|department|crew|colleagues|employees|"
    r"engineers|developers|nurses|analysts|project|programme|unit|reports)\b|"
    r"coordinat(?:ed?|es|ing) (?:a|an|the|our|my) (?:[\w-]+ ){0,2}(?:teams?|group|committee|task force|crew|staff)|"
    r"koordinier\w+ (?:ein|das|die|mein|unser)\w* (?:\w+ )?(?:team|gruppe|arbeitsgruppe|ausschuss)|"
    r"coordonn\w+ (?:une?|l['’]|la|le|mon|notre) ?(?:\w+ )?(?:équipe|groupe|comité)|"
    r"coordin\w+ (?:a )?(?:un|una|el|la|mi|nuestr[oa]|al) (?:\w+ )?(?:equipo|grupo|comité|comisión)|"
    r"unter meiner (?:leitung|führung|regie)|under my (?:lead\w*|direction|management|supervision)|"
    r"sous ma (?:direction|responsabilité|conduite)|bajo mi (?:dirección|mando|responsabilidad|supervisión)|"
    r"(?:report(?:ed|s|ing)? (?:directly )?to me)|mir unterst(?:ellt|anden|ehen)|"
    r"(?:in|took|take|taking) (?:sole |full |overall )?charge of|(?:single-handedly|solely)|sole responsib\w+|"
    r"leadership of|"
    r"responsible for (?:a |the )?(?:team|department|staff)|line[- ]manag\w+|"
    r"drove(?= (?:\w+ ){0,3}?(?:change|growth|adoption|"
    r"transformation|strateg\w+|improvement\w*|"
    r"innovation|sales|revenue|programme|program|projects?|initiatives?|delivery|development|expansion|rollout|"
    r"process\w*|"
    r"efforts?|team))|driving force|master-?minded|"
    r"orchestrated|"
    r"geleitet(?:e[nrs]?)?|leite(?:te[nt]?|t)?|leitung|leitend|federführend\w*|federführung|verantwortete|"
    r"hauptverantwort\w+|gesamtverantwort\w+|"
    r"(?:führ(?:e|t|te|ten)|geführt) (?:ein|das|die|mein|unser)?\w* ?(?:\w+ ){0,2}(?:team|abteilung|mitarbeiter\w*|"
    r"gruppe)|führung (?:eines|von|des|der)|"
    r"alleinverantwortlich|allein verantwortlich|personalverantwortung|(?:people|staff) (?:management|responsibility)|"
    r"responsabilité hiérarchique|management d['’](?:une )?équipes?|personas? a (?:mi )?cargo|gegründet|gründe(?:te|"
    r"r|rin)|gründung|"
    r"vorsitz\w*|vorgesetzte[rn]?|"
    r"anführ\w+|"
    r"dirig(?:é|er|e|eais?|eant|ée|és)\b|direction (?:de|du|des|d['’])|encadr\w+|pilot(?:é|er|ais|ait|age|e|ée)\b|"
    r"supervis\w+|fond(?:é|ée|ateur|atrice)\b|"
    r"(?:j['’]ai |je )?(?:mené|mène|manag(?:é|e|er)|conduit) (?:une?|l['’]|la|le|mon|notre) (?:équipe|projet|"
    r"\w+ équipe)|à la tête d|chef(?:fe)? d['’]équipe|"
    r"présid\w+|tête de|chapeaut\w+|seule? responsable|responsabilité (?:complète|totale|entière)|"
    r"lider(?:é|ó|ar|ando|azgo|o|ado|aba)|encabec\w+|encabez\w+|dirig(?:í|ió|ir|iendo|ido|ida|e|ía)\b|(?<!me )dirijo|"
    r"dirección (?:de|del)|supervis\w+|"
    r"fund(?:é|ó|ador|adora|ación)\b|al frente de|a mi cargo|presid\w+|capitane\w+|jefatura|"
    r"coordinador[a]? principal|único responsable|"
    r"gestion(?:é|o|aba|ar) (?:un |una |el )?equipo)\b",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"\b(?:own(?:ed|ing|s)?(?= (?:the|our|all|a|its|an)\b)|responsible for|in charge of|responsibility for|"
    r"accountable for|h(?:old|eld|olds|olding)(?= (?:the|a) (?:[\w£€$.]+ ){0,4}budget)|"
    r"independently|on my own|autonomous\w*|unsupervised|single-handed\w*|"
    r"coordinated|coordinating|coordinate|coordination|managed|managing|manage|negotiated|negotiating|negotiate|"
    r"negotiation|"
    r"verantwortlich|verantwortung|zuständig|eigenverantwortlich|selbst(?:st)?ändig|eigenständig|im alleingang|"
    r"koordin\w+|"
    r"verhandel\w+|verhandl\w+|"
    r"responsable|en charge d|charge de|responsabilité|autonom\w+|tout seul|coordonn\w+|coordination|négoci\w+|"
    r"gestion|g[éè]r\w+|"
    r"responsable|a cargo de|encargad[oa]|responsabilidad|autónom\w+|por mi cuenta|coordin\w+|negoci\w+|gestion\w*)\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"\b(?:designed|built|created|developed|implemented|introduced|launched|established|set up|devised|wrote|"
    r"prepared|drafted|"
    r"produced|delivered|migrated|planned|ran|rebuilt|redesigned|redesign|selected|chose|organised|organized|"
    r"initiated|carried|rolled out|"
    r"decid(?:ed|es|ing)|finali[sz](?:ed?|es|ing)|sign(?:ed|s|ing) off|approv(?:ed?|es|ing)|drew up|draw(?:s|n|"
    r"ing)? up|"
    r"secured|won|obtained|raised|entschied\w*|entscheid\w*|beschloss\w*|genehmig\w*|eingeworben|warb|"
    r"décid\w*|tranch\w*|valid(?:é|ais|ait|ant)|décroch\w*|obtenu\w*|"
    r"decid(?:í|ió|ir|iendo)|eleg(?:í|ir|ido)|eligi\w*|aprob(?:é|ó|ar)|consegu\w*|obtuv\w*|"
    r"conceived|invented|carried out|conducted|performed|completed|revised|updated|"
    r"entwickel\w*|erstell\w*|eingeführt|führte\w*|einführung|aufgebaut|aufbau|baute\w*|konzipier\w*|entworfen|"
    r"entwarf|umgesetzt|setzte\w*|erarbeit\w*|"
    r"durchführung|umsetzung|erarbeitung|ausarbeitung|planung|vorbereitung|gestaltung|überarbeitung|auswahl|"
    r"organisation|realisierung|geplant|plante|organisier\w*|durchgeführt|migrier\w*|stellte\w*|umgestellt|"
    r"verfasst\w*|schrieb|überarbeit\w*|"
    r"conçu|conception|conçois|créé|création|développ\w*|élabor\w*|mis en place|mise en place|introdui\w*|lanc\w*|"
    r"rédig\w*|préparé|préparation|"
    r"recrut\w*|rédaction|animation|sélection|choix|organis\w*|construi\w*|refonte|réalis\w*|montage|déploy\w*|"
    r"diseñ\w*|cre(?:é|ó|ación|ado)\b|desarroll\w*|elabor\w*|implant\w*|implement\w*|introduj\w*|lanc\w*|lanz\w*|"
    r"redact\w*|prepar\w*|organi[cz]\w*|"
    r"llev(?:é|aba|ó)\b|mont(?:é|ó|aje)\b|constru\w*|redise\w*|migr\w*|realic\w*|realiz\w*)\b",
    re.IGNORECASE,
)
HELPED = re.compile(
    r"\b(?:serv(?:ed|ing) on|sat on|(?:on|in) which I (?:sat|served|took part)|help(?:ed|ing|s)?|assist(?:ed|ing|s|"
    r"ance|ant to)?|support(?:ed|ing|s)?|"
    r"contribut\w+|participat\w+|"
    r"took part|take part|taking part|part of|"
    r"involved in|member of|collaborat\w+|co-?operat\w+|alongside|together with|shadow\w+|deputi[sz]\w+|stood in|"
    r"standing in|cover(?:ed|ing)? for|"
    r"under (?:the )?(?:supervision|guidance|direction|lead)|worked (?:with|on)|working (?:with|on)|"
    r"unterstütz\w+|mitarbeit\w*|mitgearbeitet|arbeitete\w* .{0,60}\bmit\b|mitgewirkt|wirkte\w* .{0,60}\bmit\b|"
    r"mitwirk\w+|mithilfe|geholfen|half|hilf\w*|beteilig\w+|teilgenommen|teilnahme|"
    r"beigetragen|beitrag|zusammen mit|gemeinsam|dabei|vertret\w+|begleit\w+|assistier\w+|mitgestalt\w+|"
    r"miterarbeit\w*|mitentwick\w*|zugearbeitet|zuarbeit|unter anleitung|"
    r"aid(?:é|er|e|ais|ant)\b|aide (?:à|au|aux)|appui|appuy\w+|soutien|soutenu|contribu\w+|particip\w+|pris part|"
    r"prendre part|prise? part|"
    r"collabor\w+|assist(?:é|er|ance|e)\b|aux côtés|avec (?:la|le|l['’]|mon|ma|un|une|l'aide)|au côté|ensemble|"
    r"sous la (?:direction|supervision|conduite)|accompagn\w+|membre d|associée? à|"
    r"respald\w+|second(?:é|er|ais|ant)\b|épaul\w+|apoy\w+|ayud\w+|colabor\w+|contribu\w+|particip\w+|form(?:é|ar|"
    r"aba) parte|junto (?:a|con)|asist(?:í|ir|encia a)\b|bajo (?:la )?(?:supervisión|dirección|tutela)|"
    r"(?:we were|wir waren(?: zu)?|nous étions|éramos) \w+|mano a mano|al lado de|tom(?:é|ado) parte|acompañ\w+|"
    r"miembro de)\b",
    re.IGNORECASE,
)
_SOFTENED = re.compile(
    r"\b(?:with|mit|avec|con|for|für|pour|para) (?!the (?:whole|entire|site|company|firm)|die (?:ganze|gesamte)|"
    r"toute|tod[oa])(?:the|my|our|an?|der|dem|den|eine[rmn]?|meine[rmn]?|unsere[rmn]?|la|"
    r"le|les|une?|mon|ma|mes|notre|nos|el|los|las|una?|mis?|nuestr[oa]s?)\b",
    re.IGNORECASE,
)
_LEADS_BY_TITLE = 5


def parts_played(said: Saying) -> Iterator[Found]:
    """Leading, owning and doing in a sentence, where evidence says less."""
    yield from _leading(said)
    yield from alone(said)
    yield from _raised(said)


def _leading(said: Saying) -> Iterator[Found]:
    titles = [
        (said.read.tokens.starts[each.first], said.read.tokens.ends[each.last - 1])
        for each in namings(said.text, said.read.tokens)
    ]
    for found in LED.finditer(said.text):
        if any(start <= found.start() < end for start, end in titles):
            continue  # a title, not a deed
        if said.voice.theirs(found.start(), found.end()) or _led_by_others(said.text, found):
            continue
        scope = said.scope(found.start())
        words = _about(said, found) - words_of(found[0])
        about = [each for _, each in said.likest(words, scope, 1)] or said.own or scope
        if _UNDER_ME.match(found[0]) or (not said.at.is_bullet and all(map(_means_people, words))):
            about = scope  # "I have led people": whom and where is told elsewhere
        proof = [each for each in about if leads_in(said, each) and not _only_helped(each, words)]
        guided = [each for each in about if guided_only(each.quote.text)]
        if IS_BOSS.match(found[0]) and guided and not any(LED.search(each.quote.text) for each in about):
            proof = [each for each in proof if heads_people(said, each)]
        if proof:
            yield Found(ClaimKind.TITLE, found[0], tuple(proof[:1]))
        else:
            text = phrase_at(said, found)
            yield Found(ClaimKind.TITLE, text, (), f"Your evidence does not say that you {_as_verb(found[0])} this.")


def _means_people(word: str) -> bool:
    return (
        not concepts(word).isdisjoint(ANYBODY | TEAMS)
        or any(numerals(word, ""))
        or word in {"year", "jahr", "an", "ano"}
    )


_STAFF = re.compile(
    r"personalverantwort|line[- ]manag|people manag|staff respons|personas a|responsabilité hi|management d",
    re.IGNORECASE,
)
_UNDER_ME = re.compile(r"unter meiner|under my|sous ma|bajo mi|report|mir unterst", re.IGNORECASE)


def _led_by_others(text: str, found: re.Match[str]) -> bool:
    """ "the platform is led by …", "unter der Leitung von", "sous la direction de": somebody else leads."""
    if _STAFF.match(found[0]):
        return False  # "with responsibility for staff" is one's own
    if re.match(r"\s(?:hat|haben|wurde|wird)\s(?!ich\b)[^,.;]*\b(?:ein|eine|der|die|das|von)\b", text[found.end() :]):
        return True  # "geleitet hat sie ein Dienstleister"
    before, after = text[max(0, found.start() - 30) : found.start()], text[found.end() : found.end() + 60]
    if re.search(r"(?:^|\s)leite", found[0], re.IGNORECASE) and re.search(
        r"\b(?:an|ein|ab|weiter|her)\s*(?:[.;,]|$)", after
    ):
        return True  # "leite zwei Azubis an": guides them
    if re.match(r"supervis|leitung|dirección|direction|encadrement", found[0], re.IGNORECASE) and re.match(
        r"\s?(?:by|von|durch|par|por|del?|du|of)\s(?:the |my |la |el |le |mon |ma |mi |l['’])?(?:responsable|jef|"
        r"chef|manager|head|lead|director|leit)",
        after,
        re.IGNORECASE,
    ):
        return True
    if re.search(
        r"\b(?:unter(?: der)?|sous(?: la)?|bajo(?: la)?|con(?: la)?|avec(?: la)?|mit|with(?: the)?|"
        r"under(?: the)?)\s(?:\w+\s)?$",
        before,
        re.IGNORECASE,
    ):
        return True
    if re.search(
        r"\b(?:support\w*|assist\w*|help\w*|unterstütz\w*|vertret\w*|vertrat|report\w* to|deputi\w+ for|stand(?:s|"
        r"ing)? in for|cover\w* for|aid\w+|appu\w+|remplac\w+|apoy\w+|ayud\w+|sustitu\w+|supl\w+)\b[^,;.]{0,30}$",
        before,
        re.IGNORECASE,
    ):
        return True
    return after.startswith(" by") or (
        re.search(r"\b(?:the|die|der|den|la|el|le)\s$", before) is not None
        and found[0].casefold() in {"leitung", "supervisor", "leadership of"}
    )


def _about(said: Saying, found: re.Match[str]) -> set[str]:
    left, right = said.part(found.start())
    words = said.words_between(left, right)
    return words if len(words) > 1 else said.content


def words_of(text: str) -> set[str]:
    return content_words(tokenize(text))


def leads_in(said: Saying, each: Fragment) -> bool:
    if LED.search(each.quote.text):
        return True
    if _IN_CHARGE.search(each.quote.text) and not HELPED.search(each.quote.text):
        return True
    titled = each.quote.path.endswith(".position") or each.quote.path == "basics.label"
    return titled and any(
        max(naming.rank, naming.inner) >= _LEADS_BY_TITLE for naming in said.evidence.namings_of(each)
    )


_IN_CHARGE = re.compile(
    r"\b(?:responsible for|in charge|responsables? (?:[\w-]+ )?d|en charge d|verantwortlich|verantwortung|"
    r"zuständig|encargad[oa] d|"
    r"a cargo)",
    re.IGNORECASE,
)


def _only_helped(each: Fragment, words: set[str]) -> bool:
    """Whether the evidence says of this very thing that the person helped, and does not lead it anywhere."""
    return (
        HELPED.search(each.quote.text) is not None and not LED.search(HELPED.sub(" ", each.quote.text)) and bool(words)
    )


def phrase_at(said: Saying, found: re.Match[str]) -> str:
    _, right = said.part(found.start())
    end = max(found.end(), min(right, found.end() + 40))
    while end < right and said.text[end - 1].isalnum() and said.text[end].isalnum():
        end += 1  # whole words only
    return said.text[found.start() : end].rstrip(" .,;")


def _raised(said: Saying) -> Iterator[Found]:
    """ "Introduced the new sheet" where evidence says that the person contributed to it."""
    for part in clauses_of(said):
        softened = _SOFTENED.search(said.text, *part)
        if HELPED.search(said.text, *part) or _TOGETHER.match(said.text) or _goes_on_helping(said, part):
            continue
        claimed = DONE.search(said.text, *part) or OWNED.search(said.text, *part)
        firm = claimed is not None
        if (
            claimed is None
            and said.at.is_bullet
            and said.read.language == "en"
            and part[0] == 0
            and not HELPED.search(said.text)
        ):
            claimed = _FIRST_WORD.search(said.text)
        if claimed is None or said.voice.theirs(claimed.start(), claimed.end()) or LED.search(said.text, *part):
            continue
        words = said.words_between(*part) - said.name_words
        alike = _about_it(said, words, part)
        if not alike and firm and (only := _only_helped_with(said, words, part)):
            alike = [(len(words), each) for each in only]
        if not alike:
            continue
        best = [each for score, each in alike if score == alike[0][0]]
        if not firm and (len(words) < 3 or alike[0][0] * 5 < len(words) * 3):
            continue
        if alike[0][0] * 5 < len(words) * 2 or not all(_helps_with(each, words) for each in best):
            continue
        if softened and not all(_SOFTENED.search(each.quote.text) for each in best):
            continue
        if softened and all(map(_side_by_side, best)):
            continue
        text = phrase_at(said, claimed)
        yield Found(ClaimKind.STATEMENT, text, (), "Your evidence says that you helped with this.")


def _only_helped_with(said: Saying, words: set[str], part: tuple[int, int]) -> list[Fragment]:
    """Evidence that shares one thing with the clause, when all of it says that the person helped."""
    things = {word for word in words if word not in ROOTS}
    near = [each for _, each in said.likest(things, said.scope(part[0]), 1)]
    bullets = [each for each in near if each.kind is PassageKind.BULLET or each.is_note]
    return bullets if bullets == near and all(_helps_with(each, things) for each in bullets) else []


def _about_it(said: Saying, words: set[str], part: tuple[int, int]) -> list[tuple[int, Fragment]]:
    """Evidence of the same thing: by what was acted on; where a figure of the part stands there too, that alone."""
    things = {word for word in words if word not in ROOTS} if len(words) > 2 else words
    alike = said.likest(words, said.scope(part[0]), 2)
    figures = [figure for figure in said.read.figures if part[0] <= figure.start < part[1] and not figure.one]
    same = [
        (score, each)
        for score, each in alike
        if figures and any(figure.agrees(other) for figure in figures for other in each.figures)
    ]
    if same:
        top = same[0][0]
        return [pair for pair in same if pair[0] == top]
    closest = max((shared(things, each.content) for score, each in alike if score == alike[0][0]), default=0)
    return [(score, each) for score, each in alike if score < alike[0][0] or shared(things, each.content) == closest]


_TOGETHER = re.compile(
    r"\W*(?:together|jointly|alongside|with|zusammen|gemeinsam|mit|avec|ensemble|aux côtés|aux cotés|con|junto|"
    r"de la mano)\b[^,]{3,50},",
    re.IGNORECASE,
)
"""“Together with the finance manager, drew up …”"""
_FIRST_WORD = re.compile(r"\w+")


def clauses_of(said: Saying) -> Iterator[tuple[int, int]]:
    place = 0
    for found in re.finditer(r"[;!?]|[.:](?!\d)|,\s|\s[–—-]\s|\s(?:and|und|et|y)\s(?=\w+)", said.text):
        if found[0].strip().isalpha() and not (_DEED.match(said.text, found.end()) and _has_object(said, place, found)):
            continue
        if said.text[place : found.start()].strip():
            yield place, found.start()
        place = found.end()
    if said.text[place:].strip():
        yield place, len(said.text)


_DEED = re.compile(rf"(?:{DONE.pattern})|(?:{OWNED.pattern})|(?:{LED.pattern})", re.IGNORECASE)


def _has_object(said: Saying, place: int, found: re.Match[str]) -> bool:
    """Whether what stands before an "and" is a whole: "drew up and managed the budget" is one deed of two verbs."""
    return len(said.words_between(place, found.start())) > 1


_COMPANION = re.compile(
    r"(?:together|alongside|zusammen|gemeinsam|avec|aux côtés|junto|mano a mano|al lado)\b", re.IGNORECASE
)


_ONLY_WITH = re.compile(
    r"\s*(?:in|on|with|at|for|to|during|bei|an|in|im|beim|mit|für|zu|à|au|aux|dans|pour|lors|de|du|en|con|a|al|para|"
    r"durante|sobre|del)\b",
    re.IGNORECASE,
)


def _goes_on_helping(said: Saying, part: tuple[int, int]) -> bool:
    """ "I took part, helping the manager, in the negotiation": the clause only says in what the help was."""
    return _ONLY_WITH.match(said.text, part[0]) is not None and HELPED.search(said.text, 0, part[0]) is not None


_BESIDE = re.compile(
    r"\b(?:together with|alongside|gemeinsam|zusammen mit|aux côtés|au côté|ensemble|junto (?:a|con)|mano a mano)\b",
    re.IGNORECASE,
)


def _side_by_side(each: Fragment) -> bool:
    """Evidence of something done with somebody, not only helped with: "with a surgeon" says the same."""
    return HELPED.search(_BESIDE.sub(" ", each.quote.text)) is None


def _helps_with(each: Fragment, words: set[str]) -> bool:
    found = HELPED.search(each.quote.text)
    if found is None or LED.search(each.quote.text):
        return False
    if _COMPANION.match(found[0]):
        after = content_words(tokenize(each.quote.text[: found.start()]))
        return shared(words, after) >= 1
    after = content_words(tokenize(each.quote.text[found.end() :])) or content_words(
        tokenize(each.quote.text[: found.start()])
    )
    return shared(words, after) >= 1 and not any(not keys(word).isdisjoint(keys("help")) for word in words)


def _as_verb(led: str) -> str:
    return led.casefold() if led.casefold().endswith(("ed", "led", "saw")) and " " not in led else "led"
