"""The words of `legacyctl map`, in English and Dutch side by side."""

from __future__ import annotations

from collections.abc import Callable

from legacyctl.report.words import word

PHRASES = {
    "head": ("{nodes} things and {edges} links between them", "{nodes} dingen en {edges} verbanden daartussen"),
    "things": ("Things", "Dingen"),
    "links": ("Links", "Verbanden"),
    "references": ("References in the code, and what became of them", "Verwijzingen in de code, en wat ervan werd"),
    "columns": (
        "language references resolved ambiguous external missing dynamic untyped",
        "taal verwijzingen gevonden meerduidig extern ontbreekt dynamisch ongetypeerd",
    ),
    "all": ("all", "alle"),
    "dynamic": (
        "Target only known at run time: {count}",
        "Doel pas bekend tijdens het draaien: {count}",
    ),
    "ambiguous": ("Name stands for several things: {count}", "Naam staat voor meer dan één ding: {count}"),
    "hubs": ("Most referred to", "Waar het meest naar verwezen wordt"),
    "hub": ("  {kind} {name}: {incoming} in, {outgoing} out", "  {kind} {name}: {incoming} in, {outgoing} uit"),
    "entries": ("Entry points", "Ingangen"),
    "gone": ("Missing: {count} (legacyctl map missing)", "Ontbreekt: {count} (legacyctl map missing)"),
    "unnamed": ("(not named)", "(niet genoemd)"),
    "more": ("  and {count} more (see --json)", "  en nog {count} (zie --json)"),
    "impact": ("{what}: {count} may break when it changes", "{what}: {count} kunnen breken als dit wijzigt"),
    "no_impact": (
        "{what}: nothing in this repository refers to it",
        "{what}: niets in deze repository verwijst ernaar",
    ),
    "impact_note": (
        "Not followed: {dynamic} references that are only known at run time, {untyped} calls on objects.",
        "Niet gevolgd: {dynamic} verwijzingen die pas bij het draaien bekend zijn, {untyped} aanroepen op objecten.",
    ),
    "missing": (
        "{count} things are referred to and are not in this repository",
        "{count} dingen worden genoemd en staan niet in deze repository",
    ),
    "dead": (
        "No caller in this repository: {count}. That is no proof: something outside may start them",
        "Geen aanroeper in deze repository: {count}. Dat bewijst niets: iets van buiten kan ze starten",
    ),
    "dead_dynamic": (
        "{count} calls here choose their target at run time.",
        "{count} aanroepen hier kiezen hun doel tijdens het draaien.",
    ),
    "dead_batch": (
        "There is no JCL and no transaction here, so the programs that are started first are among them.",
        "Er is hier geen JCL en geen transactie, dus de programma's die als eerste starten staan ertussen.",
    ),
    "proven": (
        "Never reached inside their own program, by its control flow: {count}",
        "Binnen het eigen programma nooit bereikt, volgens de besturing: {count}",
    ),
    "cycles": ("{count} cycles", "{count} kringen"),
    "cycle": ("{size} things: {ring}", "{size} dingen: {ring}"),
}
# What a person reads for a kind of node, edge or entry; the machine formats keep the English word.
KINDS = {
    "annotation": ("annotation", "annotatie"),
    "calls": ("calls", "roept aan"),
    "class": ("class", "klasse"),
    "constructor": ("constructor", "constructor"),
    "data set": ("data set", "dataset"),
    "external": ("external", "extern"),
    "file": ("file", "bestand"),
    "folder": ("folder", "map"),
    "form": ("form", "formulier"),
    "function": ("function", "functie"),
    "includes": ("includes", "neemt op"),
    "map": ("map", "scherm"),
    "mapset": ("mapset", "schermset"),
    "method": ("method", "methode"),
    "missing": ("missing", "ontbreekt"),
    "page": ("page", "pagina"),
    "paragraph": ("paragraph", "paragraaf"),
    "performs": ("performs", "voert uit"),
    "program": ("program", "programma"),
    "reads": ("reads", "leest"),
    "runs": ("runs", "draait"),
    "section": ("section", "sectie"),
    "source": ("source file", "bronbestand"),
    "starts-transaction": ("starts transaction", "start transactie"),
    "step": ("step", "stap"),
    "table": ("table", "tabel"),
    "transaction": ("transaction", "transactie"),
    "updates": ("updates", "wijzigt"),
    "uses": ("uses", "gebruikt"),
    "uses-map": ("uses map", "toont scherm"),
    "writes": ("writes", "schrijft"),
}


def phrase(lang: str) -> Callable[..., str]:
    """Give the function that says one of PHRASES in `lang`."""
    return word(lang, PHRASES)


def kind(name: str, lang: str) -> str:
    """Give the word for a kind; one that is the same in both languages is not listed."""
    return KINDS.get(name, (name, name))[lang == "nl"]
