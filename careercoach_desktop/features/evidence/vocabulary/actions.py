"""What people do, in every form they write it: why "managing budgets" is "budget management".

Each line is one activity: its verb forms and its nouns, in one language. Two words of a skill's name of which one is
such an activity are also found the other way round ("management of budgets", "Erstellung von Menüs"). Words that only
look alike (*home care*, *care home*) never get here: the turn needs a verb's form, or a small word between.
"""

from __future__ import annotations

from careercoach_desktop.features.evidence.vocabulary.tokens import stem

_FAMILIES = """
manage manages managed managing | management
plan plans planned planning | planning
develop develops developed developing | development
analyse analyses analysed analysing analyze analyzes analyzed analyzing | analysis analytics
test tests tested testing | testing
design designs designed designing | design
process processes processed processing | processing
coordinate coordinates coordinated coordinating | coordination
administer administers administered administering | administration
support supports supported supporting | support
teach teaches taught teaching | teaching
train trains trained training | training
lead leads led leading | leadership
sell sells sold selling | sales
negotiate negotiates negotiated negotiating | negotiation negotiations
audit audits audited auditing | audit auditing
report reports reported reporting | reporting
model models modelled modeled modelling modeling | modelling modeling
prepare prepares prepared preparing | preparation
forecast forecasts forecasted forecasting | forecast forecasting
schedule schedules scheduled scheduling | scheduling
monitor monitors monitored monitoring | monitoring
maintain maintains maintained maintaining | maintenance
install installs installed installing | installation
repair repairs repaired repairing | repair repairs
operate operates operated operating | operation operations
inspect inspects inspected inspecting | inspection inspections
assess assesses assessed assessing | assessment assessments
draft drafts drafted drafting | drafting
translate translates translated translating | translation
review reviews reviewed reviewing | review reviews
implement implements implemented implementing | implementation
deploy deploys deployed deploying | deployment
automate automates automated automating | automation
migrate migrates migrated migrating | migration
configure configures configured configuring | configuration
optimise optimises optimised optimising optimize optimizes optimized optimizing | optimisation optimization
document documents documented documenting | documentation
supervise supervises supervised supervising | supervision
handle handles handled handling | handling
reconcile reconciles reconciled reconciling | reconciliation reconciliations
resolve resolves resolved resolving | resolution
improve improves improved improving | improvement
assemble assembles assembled assembling | assembly
clean cleans cleaned cleaning | cleaning
pick picks picked picking | picking
pack packs packed packing | packing
control controls controlled controlling | control
purchase purchases purchased purchasing | purchasing
visualise visualises visualised visualising visualize visualizes visualized visualizing | visualisation visualization
integrate integrates integrated integrating | integration
engineer engineered engineering | engineering
facilitate facilitates facilitated facilitating | facilitation
organise organises organised organising organize organizes organized organizing | organisation organization
edit edits edited editing | editing
produce produces produced producing | production
write writes wrote written writing | writing
planen plant geplant plante | Planung
verwalten verwaltet verwaltete | Verwaltung
entwickeln entwickelt entwickelte | Entwicklung
erstellen erstellt erstellte | Erstellung
warten wartet wartete gewartet | Wartung
prüfen prüft prüfte geprüft | Prüfung Prüfungen
betreuen betreut betreute | Betreuung
organisieren organisiert organisierte | Organisation
bearbeiten bearbeitet bearbeitete | Bearbeitung
steuern steuert steuerte gesteuert | Steuerung
führen führt führte geführt | Führung
dokumentieren dokumentiert dokumentierte | Dokumentation
optimieren optimiert optimierte | Optimierung
analysieren analysiert analysierte | Analyse
pflegen pflegt pflegte gepflegt | Pflege
gérer gère géré gérant | gestion
planifier planifie planifié planifiant | planification
développer développe développé | développement
analyser analyse analysé | analyse
rédiger rédige rédigé | rédaction
organiser organise organisé | organisation
élaborer élabore élaboré | élaboration
préparer prépare préparé | préparation
entretenir entretient entretenu | entretien
encadrer encadre encadré | encadrement
accueillir accueille accueilli | accueil
suivre suit suivi | suivi
gestionar gestiona gestionado gestioné | gestión
elaborar elabora elaborado elaboré | elaboración
planificar planifica planificado | planificación
desarrollar desarrolla desarrollado | desarrollo
analizar analiza analizado | análisis
atender atiende atendido | atención
controlar controla controlado | control
preparar prepara preparado | preparación
mantener mantiene mantenido | mantenimiento
organizar organiza organizado | organización
redactar redacta redactado | redacción
"""


def _read() -> tuple[dict[str, str], frozenset[str]]:
    roots: dict[str, str] = {}
    verbs: set[str] = set()
    for line in _FAMILIES.strip().splitlines():
        forms, _, nouns = line.partition("|")
        root = stem(forms.split()[0])
        for word in (*forms.split(), *nouns.split()):
            roots.setdefault(stem(word), root)
        # "plans" and "support" are nouns as well: only unmistakable forms turn two words round.
        verbs |= {stem(word) for word in forms.split()[2:] if word not in nouns.split()}
        verbs |= {stem(word) for word in forms.split() if word.endswith(("ing", "en", "er", "ar", "ir"))}
    return roots, frozenset(verbs)


ROOTS, VERB_FORMS = _read()
"""Comparable word → the activity it belongs to; the forms that can only be verbs."""
_BETWEEN_WORDS = """
    the our a an your their its of for all des de du d la le les l un una el los las der die das den von dem unser
    unsere unserer unseren
"""
BETWEEN = frozenset(stem(word) for word in _BETWEEN_WORDS.split())
"""Small words that may stand between an activity and what it is done to."""
LINKS = frozenset({"of", "des", "de", "du", "d", "der", "von"})
"""Those of them that turn two words round by themselves: "management of budgets"."""
