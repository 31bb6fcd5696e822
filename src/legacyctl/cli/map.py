"""`legacyctl map`: what runs, calls, includes, reads and writes what, over all languages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from legacyctl import pipeline, report
from legacyctl.cli import COMMANDS
from legacyctl.cli.language import t
from legacyctl.cli.options import HELP, json_option, option, path_argument, progress_shown
from legacyctl.errors import UsageError
from legacyctl.facts import graph as graphs
from legacyctl.facts.graph import Graph
from legacyctl.pipeline import map as mapping
from legacyctl.report import graph_document, graph_draw, graph_text

FORMATS = ("text", "json", *sorted(graph_draw.DRAWINGS))


class _Questions(click.Group):
    """A group that shows the graph when the first word is no question."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `show` before arguments that name no question."""
        if not args or (args[0] not in self.commands and args[0] not in HELP["help_option_names"]):
            args = ["show", *args]
        return super().parse_args(ctx, args)


@click.group("map", cls=_Questions, help=t(*COMMANDS["map"]), context_settings=HELP)
def command() -> None:
    """Show the graph over a repository, or answer a question about it."""


@command.command("show", help=t("The graph: a summary, or all of it in a format. `map [FOLDER]` is short for this.",
                                "De graaf: een overzicht, of alles in een formaat. `map [MAP]` is hier kort voor."),
                 context_settings=HELP)  # fmt: skip
@path_argument
@option("-f", "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
        en="The format.", nl="Het formaat.")  # fmt: skip
@option("--level", type=click.Choice(graphs.LEVELS), default="estate", show_default=True,
        en="From how far: folders, files, programs and classes, or every unit.",
        nl="Van hoe ver: mappen, bestanden, programma's en klassen, of elke eenheid.")  # fmt: skip
@option(
    "--focus", default="", metavar=("NAME", "NAAM"), en="Only the part around this.", nl="Alleen het deel hieromheen."
)
@option("--depth", type=click.IntRange(min=0), default=1, show_default=True, metavar=("N", "N"),
        en="How many links around --focus.", nl="Hoeveel verbanden rond --focus.")  # fmt: skip
@option("--externals/--no-externals", default=None,
        en="Show what the machine and the libraries bring along; drawings leave it out.",
        nl="Toon wat de machine en de bibliotheken meebrengen; tekeningen laten het weg.")  # fmt: skip
@json_option
@click.pass_obj
def show(lang: str, /, path: Path, **options: object) -> int:
    """Print the graph; exit code 2 for a focus that is not there or a drawing that no one can read."""
    form = "json" if options["as_json"] else str(options["form"])
    externals = options["externals"]
    view = mapping.View(
        level=str(options["level"]),
        focus=str(options["focus"]),
        depth=int(str(options["depth"])),
        externals=form not in graph_draw.NODES if externals is None else bool(externals),
    )
    whole = _graph(path, lang)
    click.echo(_printed(whole, mapping.seen(whole, view), view, form, lang), nl=False)
    return 0


@command.command(
    "impact", help=t("What may break when NAME changes.", "Wat kan breken als NAAM wijzigt."), context_settings=HELP
)
@click.argument("name", metavar=t("NAME", "NAAM"))
@path_argument
@option(
    "--data",
    is_flag=True,
    en="Also whoever reads the data that it writes.",
    nl="Ook wie de gegevens leest die het schrijft.",
)
@json_option
@click.pass_obj
def impact(lang: str, name: str, path: Path, *, data: bool, as_json: bool) -> int:
    """Print all that refers to a program, copybook, class, table or file, in any number of steps."""
    graph = _graph(path, lang)
    starts = mapping.named(graph, name)
    hits = graphs.impact(graph, starts, data=data)
    if as_json:
        click.echo(report.document.dumps(graph_document.impact(starts, hits)), nl=False)
    else:
        click.echo(graph_text.impact(graph, starts, hits, lang), nl=False)
    return 0


@command.command("missing", help=t("What is referred to and not in the repository, and who asks for it.",
                                   "Wat genoemd wordt en niet in de repository staat, en wie erom vraagt."),
                 context_settings=HELP)  # fmt: skip
@path_argument
@json_option
@click.pass_obj
def missing(lang: str, path: Path, *, as_json: bool) -> int:
    """Print what is referred to and not there."""
    graph = _graph(path, lang)
    gone = graphs.missing(graph)
    if as_json:
        click.echo(report.document.dumps(graph_document.missing(gone)), nl=False)
    else:
        click.echo(graph_text.missing(graph, gone, lang), nl=False)
    return 0


@command.command("dead", help=t("What nothing in the repository refers to.",
                                "Waar niets in de repository naar verwijst."), context_settings=HELP)  # fmt: skip
@path_argument
@json_option
@click.pass_obj
def dead(lang: str, path: Path, *, as_json: bool) -> int:
    """Print programs, classes and copybooks without a caller here, and paragraphs that are proven dead."""
    graph = _graph(path, lang)
    unused = graphs.dead(graph)
    if as_json:
        click.echo(report.document.dumps(graph_document.dead(unused, graphs.unknown_calls(graph))), nl=False)
    else:
        click.echo(graph_text.dead(graph, unused, lang), nl=False)
    return 0


@command.command("cycles", help=t("Things that call or include each other in a ring.",
                                  "Dingen die elkaar in een kring aanroepen of opnemen."),
                 context_settings=HELP)  # fmt: skip
@path_argument
@json_option
@click.pass_obj
def cycles(lang: str, path: Path, *, as_json: bool) -> int:
    """Print every cycle with a shortest ring."""
    graph = _graph(path, lang)
    found = graphs.cycles(graph)
    if as_json:
        click.echo(report.document.dumps(graph_document.cycles(found)), nl=False)
    else:
        click.echo(graph_text.cycles(graph, found, lang), nl=False)
    return 0


def _graph(path: Path, lang: str) -> Graph:
    project = pipeline.open_project(path, lang=lang)
    with progress_shown() as progress:
        return mapping.connect(project, progress=progress)


def _printed(whole: Graph, seen: Graph, view: mapping.View, form: str, lang: str) -> str:
    if form == "text":
        return graph_text.summary(seen, lang)
    if form == "json":
        return report.document.dumps(graph_document.whole(seen, view.level))
    if not graph_draw.fits(seen, form):
        views = ((level, mapping.seen(whole, replace(view, level=level, focus=""))) for level in graphs.LEVELS)
        sizes = ", ".join(f"--level {level}: {len(one.nodes)}" for level, one in views)
        raise UsageError(
            t(f"a {form} drawing of {len(seen.nodes)} things and {len(seen.edges)} links: no one can read that",
              f"een {form}-tekening van {len(seen.nodes)} dingen, {len(seen.edges)} verbanden: onleesbaar"),
            way_out=t(f"Draw a part (--focus NAME --depth 1), from further off ({sizes}), or take --format graphml.",
                      f"Teken een deel (--focus NAAM --depth 1), van verder weg ({sizes}), of neem --format graphml."),
        )  # fmt: skip
    return graph_draw.DRAWINGS[form](seen)
