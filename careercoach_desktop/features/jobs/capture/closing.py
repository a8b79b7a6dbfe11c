"""Whether a page says that its posting is over, though it still shows the text: a line of its own, not a word in prose.

Only a whole line counts, or its first sentence: “This job is no longer available. See similar jobs” is a statement,
“applications after 12 May will no longer be accepted” is a rule. It must stand where a site puts such a notice: as a
heading, near the title, beside the button to apply, or in a box of its own kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from careercoach_desktop.features.jobs.capture.lines import Line, lines_of_page
from careercoach_desktop.features.jobs.capture.page import Page
from careercoach_desktop.features.jobs.capture.wording import same

_NOUN_EN = r"(?:job|position|posting|vacancy|role|listing|opening|opportunity|requisition|advert(?:isement)?|ad)"
_OVER = (
    # English
    (
        rf"(?:this |the )?{_NOUN_EN}(?: (?:posting|listing|ad|advert|description|you (?:are looking for|requested)))?"
        r" (?:is|was|has been|has)(?: now| already| currently| since)? (?:no longer (?:available|active"
        r"|open|online|listed"
        r"|posted|advertised|being advertised|vacant|accepting (?:new )?applica(?:tions|nts))"
        r"|closed|filled|expired|inactive"
        r"|removed|deactivated|archived|withdrawn|taken down|not (?:currently )?accepting applications)"
        r"(?: (?:for|to)(?: new)? (?:applications|applicants))?"
    ),
    r"(?:we are )?no longer accepting (?:new )?(?:applications|applicants|candidates)(?: for this .{2,20})?",
    rf"(?:this |the )?{_NOUN_EN} (?:closed|filled|expired|no longer available)",
    r"(?:the )?applications?(?: for this .{2,20})? (?:are|is|have|has)(?: been| now)* closed",
    r"applications closed(?: on .{3,30})?",
    # German
    (
        r"(?:diese[rs]?|die|das|der|unsere?) (?:stelle\w*|job\w*|position|anzeige|ausschreibung|angebot|inserat|vakanz)"
        r" (?:ist|wurde)(?: leider| inzwischen| mittlerweile| bereits| schon)* (?:nicht mehr (?:verfügbar|online|aktiv"
        r"|aktuell|ausgeschrieben|vakant|offen|frei|vorhanden)"
        r"|besetzt|vergeben|abgelaufen|geschlossen|deaktiviert|archiviert)"
    ),
    r"(?:stelle|position|job)(?: ist)?(?: bereits)? (?:besetzt|nicht mehr verfügbar)",
    r"(?:die )?bewerbungsfrist (?:ist|war)(?: leider| bereits)* (?:abgelaufen|beendet|vorbei)",
    (
        r"(?:eine )?bewerbung(?:en)? (?:ist|sind|werden)(?: leider| derzeit)* nicht mehr"
        r" (?:möglich|angenommen|entgegengenommen)"
    ),
    # French
    (
        r"(?:cette|l['’]) ?(?:offre(?: d['’]emploi)?"
        r"|annonce) (?:n['’]est(?: malheureusement)? plus (?:disponible|en ligne"
        r"|active|valide|d['’]actualité|ouverte)|est (?:expirée|pourvue|clôturée|close|fermée|terminée|archivée)"
        r"|a (?:expiré|été (?:pourvue|clôturée|retirée|supprimée)))"
    ),
    r"(?:ce|le) poste (?:n['’]est plus (?:disponible|à pourvoir|vacant|ouvert)|est (?:pourvu|fermé)|a été pourvu)",
    r"offre (?:expirée|pourvue|clôturée|archivée)",
    r"(?:les )?candidatures (?:sont )?(?:closes|clôturées|fermées|ne sont plus acceptées)",
    # Spanish
    (
        r"(?:esta |la )?(?:oferta|vacante|posición)(?: de (?:empleo|trabajo))? (?:ya no (?:está"
        r"|se encuentra) (?:disponible"
        r"|activa|abierta|vigente)|(?:está )?(?:cerrada|caducada|finalizada)|ha (?:caducado|expirado|finalizado"
        r"|sido (?:cerrada|cubierta)))"
    ),
    r"(?:este|el) (?:puesto|empleo|anuncio) (?:ya no está (?:disponible|activo|abierto)|ha sido cubierto|está cerrado)",
    r"ya no se (?:aceptan|admiten) (?:solicitudes|candidaturas|inscripciones)",
    # Portuguese
    (
        r"(?:esta |a )?(?:vaga|oferta)(?: de emprego)? (?:já não está (?:disponível|ativa)"
        r"|não está mais (?:disponível|ativa"
        r"|aberta)|(?:foi |está )?(?:encerrada|preenchida|fechada|expirada)|expirou)"
    ),
    r"(?:as )?(?:candidaturas|inscrições) (?:estão |foram )?encerradas",
    # Italian
    (
        r"(?:questa |l['’] ?)?(?:offerta|posizione"
        r"|candidatura)(?: di lavoro)? (?:non è più (?:disponibile|attiva|aperta"
        r"|online)|(?:è )?(?:stata )?(?:scaduta|chiusa|coperta))"
    ),
    r"(?:questo |l['’] ?)?annuncio (?:non è più (?:disponibile|attivo|online)|(?:è )?(?:scaduto|chiuso))",
    r"(?:le )?candidature (?:sono )?chiuse",
    # Dutch
    (
        r"(?:deze |de )?(?:vacature|functie|baan|job) (?:is )?(?:helaas |inmiddels )*(?:niet meer (?:beschikbaar|actief"
        r"|online|open|actueel)|gesloten|verlopen|vervuld|ingevuld)"
    ),
    r"(?:de )?sollicitatietermijn is (?:verlopen|verstreken|gesloten)",
    r"(?:solliciteren|reageren)(?: op deze vacature)? is niet (?:meer|langer) mogelijk",
    # Polish, Czech, Slovak
    (
        r"(?:ta |to )?(?:oferta|ogłoszenie)(?: pracy)? (?:wygasł[ao]|(?:jest )?(?:już )?(?:nieaktualn[ae]|nieaktywn[ae]"
        r"|archiwaln[ae])|nie jest już (?:aktualn[ae]|aktywn[ae]|dostępn[ae])|(?:została )?zakończon[ae])"
    ),
    r"rekrutacja (?:została )?zakończona|pracodawca zakończył zbieranie zgłoszeń.{0,40}",
    (
        r"(?:tat[oy] |tent?o )?(?:(?:pracovní )?(?:nabídka|pozice|místo)|inzerát) (?:(?:již"
        r"|už) )?(?:není (?:(?:již|už) )?"
        r"(?:aktivní|aktuální|dostupn[áéý]|k dispozici)|je (?:již |už )?(?:obsazen[aoý]?|neaktivní|neaktuální|uzavřena)"
        r"|byl[ao]? (?:již |už )?(?:obsazen[ao]|ukončen[ao]|stažen[ao])|vypršel[ao]?)"
    ),
    (
        r"(?:táto )?(?:pracovná )?(?:ponuka|pozícia) (?:už )?(?:nie je (?:už )?(?:aktívna|aktuálna|dostupná)"
        r"|je (?:už )?(?:neaktívna|neaktuálna|obsadená))"
    ),
    # Danish, Norwegian, Swedish, Finnish
    (
        r"(?:denne |dette |den här |denna )?(?:stilling(?:en)?|job(?:be?t|opslaget)?|jobopslag|annonce[nr]?|opslaget?"
        r"|annonsen?|tjänsten?|jobbannonsen?) (?:er|är|har)(?: desværre| dessverre| tyvärr)? (?:ikke (?:længere|lenger)"
        r" (?:aktivt?|tilgængeligt?|tilgjengelig|opslået|ledig)|inte längre (?:aktiv|tillgänglig|ledig"
        r"|publicerad)|besat"
        r"|besatt|tillsatt|udløbet|utløpt|utgått|lukket|stängd|inaktivt?|avpublicerad|gått ut)"
    ),
    (
        r"(?:ansøgningsfristen|søknadsfristen|ansökningstiden|sista ansökningsdag) (?:er|är|har)"
        r" (?:udløbet|overskredet|utløpt|gått ut|passerat)"
    ),
    (
        r"(?:tämä |tämän )?(?:työpaikka|työpaikkailmoitus|ilmoitus|hakuaika|haku)(?: työpaikkaan)? (?:on (?:jo )?"
        r"(?:päättynyt|sulkeutunut|vanhentunut|umpeutunut)|ei ole enää .{3,30})"
    ),
    # Romanian, Hungarian
    r"acest (?:loc de muncă|anunț|job) (?:nu mai este (?:disponibil|activ|valabil)|a expirat)",
    r"ez az? állás(?:hirdetés|ajánlat)? már nem (?:elérhető|aktív|aktuális)",
)
_OPENING = (
    r"(?:(?:oh no|oops|we(?:['’]re| are) sorry|sorry|unfortunately|notice|note|attention|please note(?: that)?|leider"
    r"|hinweis|achtung|désolée?s?|attention|malheureusement|lo sentimos|atención|helaas|let op|bohužel|niestety|tyvärr"
    r"|desværre|dessverre|spiacenti|attenzione|infelizmente)\s?[,:!.–—-]*\s*(?:but )?(?:it looks like |that )?)?"
)
_STATEMENT = re.compile(rf"{_OPENING}(?:{'|'.join(_OVER)})", re.IGNORECASE)
_BADGE = re.compile(
    r"(?:status:? )?(?:expired|closed|filled|inactive|abgelaufen|besetzt|geschlossen|expirée?|pourvue?|clôturée?"
    r"|caducada|cerrada|finalizada|encerrada|scaduto|scaduta|gesloten|verlopen|vervuld|wygasła|nieaktualna|neaktivní"
    r"|udløbet|lukket|utgått|stängd)",
    re.IGNORECASE,
)
"""One word by itself is a statement only beside the title: elsewhere it may be about opening hours."""
_MARKED_TITLE = re.compile(
    r"\A[\[(](?:closed|expired|filled|position filled|besetzt|pourvu|cerrada|gesloten)[\])]|"
    r"\A(?:closed|expired|filled)\s*[-:–—|]\s|[\[(](?:closed|expired|filled|position filled|besetzt|pourvu)[\])]\s*\Z",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"\A(?:apply|jetzt bewerben|bewerben|postuler|candidater|solicitar|inscribir|candidarsi|candidati|solliciteer"
    r"|odpovědět|aplikuj|ansøg|ansök|søk|hae)\b.{0,30}\Z",
    re.IGNORECASE,
)
_NOTICE_NAME = re.compile(
    r"closed|expired|inactive|unavailable|filled|alert|notice|notification|banner|status|warning|message|flash|callout",
    re.IGNORECASE,
)
_PUT_AWAY = re.compile(
    r"(?:^|\s)(?:hidden|hide|d-none|is-hidden|ng-hide|invisible|js-hidden|sr-only|visually-hidden"
    r"|display-none|template)"
    r"(?:$|\s)",
    re.IGNORECASE,
)
"""Pages keep notices ready that a style sheet, which we do not read, leaves out of sight."""
_LONGEST = 260
_NEAR = 12


def states_closed(text: str) -> bool:
    """Whether a line, or its first sentence, says by itself that a posting is over."""
    line = text.strip(" \t*•·-–—|!⚠️❌🔒")
    if not line or len(line) > _LONGEST:
        return False
    first = re.split(r"(?<=[.!])\s+", line, maxsplit=2)
    heads = [line, first[0], " ".join(first[:2])]
    return any(_STATEMENT.fullmatch(head.rstrip(" .!")) for head in heads)


def page_says_closed(page: Page, title: str) -> bool:
    """Whether the page itself says, where such a notice stands, that the job called ``title`` is over."""
    if _MARKED_TITLE.search(title) or states_closed(page.title):
        return True
    skipped = page.other_jobs | ({place for place, _ in page.cards} if len(page.cards) >= 3 else set())
    lines = lines_of_page(page.outline, frozenset(skipped))
    at = next((number for number, line in enumerate(lines) if same(line.text, title)), -1)
    for number, line in enumerate(lines):
        near = at >= 0 and abs(number - at) <= _NEAR
        if len(line.text) > _LONGEST or _is_put_away(page, line):
            continue
        if at >= 0 and abs(number - at) <= 3 and any(_BADGE.fullmatch(cell) for cell in line.cells):
            return True
        if any(states_closed(said) for said in {line.text, *line.cells}) and (
            near or line.heading or _is_notice(page, line) or _by_the_button(lines, number)
        ):
            return True
    return False


def text_says_closed(lines: Sequence[Line]) -> bool:
    """The same of a paste, which has no marks: near its beginning or its end, or beside what was a button."""
    edges = {*range(_NEAR), *range(len(lines) - 4, len(lines))}
    return any(
        states_closed(line.text) and (number in edges or _by_the_button(lines, number))
        for number, line in enumerate(lines)
    )


def _by_the_button(lines: Sequence[Line], number: int) -> bool:
    return any(_APPLY.match(line.text) for line in lines[max(0, number - 2) : number + 3])


def _is_notice(page: Page, line: Line) -> bool:
    """Whether one of the boxes next around the line is one for notices, by its role or its name."""
    place = page.outline.parents[line.place]
    for _ in range(3):
        if place < 0:
            return False
        attributes = page.outline.attributes(place)
        names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
        if attributes.get("role") in {"alert", "status"} or (len(names) > 1 and _NOTICE_NAME.search(names)):
            return True
        place = page.outline.parents[place]
    return False


def _is_put_away(page: Page, line: Line) -> bool:
    place = page.outline.parents[line.place]
    while place >= 0:
        attributes = page.outline.attributes(place)
        if attributes.get("aria-hidden") == "true" or _PUT_AWAY.search(attributes.get("class", "")):
            return True
        place = page.outline.parents[place]
    return False
