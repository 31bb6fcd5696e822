"""`legacyctl rules`: list, show and test the debt rules."""

from __future__ import annotations

import click

from legacyctl import catalog, codemods
from legacyctl.catalog import Rule
from legacyctl.cli.language import t
from legacyctl.cli.options import define_group
from legacyctl.debt.fixtures import check
from legacyctl.errors import EXIT_FINDINGS, UsageError


@define_group("rules")
def command() -> None:
    """List, show and test the debt rules."""


@command.command("list", help=t("A line per rule.", "Een regel per regel."))
@click.pass_obj
def list_(lang: str) -> int:
    """Print id, language, severity, minutes and title of every rule."""
    for rule in catalog.rules().values():
        click.echo(f"{rule.id:<8} {rule.language:<8} {rule.severity:<9} {rule.minutes:>5g} min  {rule.title[lang]}")
    return 0


@command.command("show", help=t("Everything about one rule.", "Alles over een regel."))
@click.argument("rule_id", metavar="ID")
@click.pass_obj
def show(lang: str, rule_id: str) -> int:
    """Print one rule: what it finds, why it costs, how it is mended."""
    rule = catalog.rules().get(rule_id)
    if rule is None:
        known = ", ".join(catalog.rules())
        raise UsageError(f"no rule '{rule_id}'", way_out=f"The rules are: {known}")
    click.echo(_shown(rule, lang))
    return 0


@command.command("test", help=t("Run every rule on its fixture.", "Toets elke regel aan zijn voorbeeld."))
@click.argument("ids", nargs=-1, metavar="[ID]...")
def test(ids: tuple[str, ...]) -> int:
    """Check that every rule finds what its fixture marks and nothing else; exit code 1 when one does not."""
    known = catalog.rules()
    unknown = [rule_id for rule_id in ids if rule_id not in known]
    if unknown:
        raise UsageError(f"no rule '{unknown[0]}'", way_out=f"The rules are: {', '.join(known)}")
    chosen = [known[rule_id] for rule_id in ids] or list(known.values())
    results = [check(rule, catalog.languages(), codemods.rewritten) for rule in chosen]
    faults = [result for result in results if not result.passed]
    for result in faults:
        click.echo(f"{result.path}: {result.reason}")
    click.echo(t(f"{len(chosen)} rules, {len(faults)} faults", f"{len(chosen)} regels, {len(faults)} fouten"))
    return EXIT_FINDINGS if faults else 0


def _shown(rule: Rule, lang: str) -> str:
    fix = rule.fix.codemod or (
        t("by a model", "door een model") if rule.fix.instruction else t("by hand", "met de hand")
    )
    return "\n".join(
        (
            f"{rule.id}: {rule.title[lang]}",
            f"{rule.language}, {rule.severity}, {rule.minutes:g} min ({rule.source})",
            rule.why[lang],
            f"{t('Mended', 'Herstel')}: {fix}; {t('evidence needed', 'nodig bewijs')}: {rule.fix.needs}",
            *rule.links,
        )
    )
