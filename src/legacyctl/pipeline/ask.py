"""One task for a model: policy, guard, backend and log, in that order; nothing goes around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from legacyctl import audit, backends, guard
from legacyctl.catalog import Profile, profile, user_profiles
from legacyctl.config import BackendConfig
from legacyctl.errors import BackendError, GuardError, PolicyError
from legacyctl.guard import Vault
from legacyctl.model import Reply, SourceFile, Status, Task, TaskResult
from legacyctl.pipeline.project import Project
from legacyctl.plan import prompt
from legacyctl.policy import Decision, decide


@dataclass(frozen=True, slots=True)
class Endpoint:
    """The model endpoint that the user chose, with what the policy says of it."""

    profile: Profile
    config: BackendConfig
    decision: Decision


def endpoint(project: Project, backend: str, model_path: str) -> Endpoint:
    """Give the endpoint of `backend` ("" is that of legacyctl.toml) and the policy's decision; opens nothing."""
    config = project.config.backend
    config = replace(config, id=backend or config.id, model_path=model_path or config.model_path)
    folder = user_profiles()
    chosen = profile(config, *([folder] if folder.is_dir() else []))
    decision = decide(project.config.sensitivity, chosen, today=datetime.now(UTC).date())
    return Endpoint(chosen, config, decision)


def previewed(tasks: Iterable[Task], target: Endpoint | None, lang: str) -> list[TaskResult]:
    """Give every task as planned, and for a model task whether it might go to the endpoint."""
    may = target.decision.text(lang) if target else ""
    return [TaskResult(task, Status.PLANNED, may if task.by_model else "") for task in tasks]


class Model:
    """An open endpoint with the vault of this run; close it by leaving its `with`."""

    def __init__(self, project: Project, target: Endpoint, run_id: str) -> None:
        """Open the endpoint; raises PolicyError when the policy does not allow it, UsageError when it cannot open."""
        self._project, self._target, self._run = project, target, run_id
        self._vault = Vault()
        if not target.decision.allowed:
            raise PolicyError(target.decision.text(project.lang))
        self._backend = backends.open_backend(target.profile, config=target.config)
        self.name = f"{self._backend.name}/{self._backend.model}"
        self.audit_hash = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._backend.close()

    def learn(self, files: Sequence[SourceFile]) -> None:
        """Take up the values of all files that will be sent, so that one found in one is masked in all."""
        self._vault.learn(file.text for file in files)

    def answer(self, task: Task, file: SourceFile) -> Reply:
        """Give the model's whole new definition with its values put back.

        Raises GuardError when the prompt cannot be shown clean or the answer not
        whole, BackendError when there is no usable answer. Either is logged.
        """
        entry = audit.AuditEntry(
            run_id=self._run,
            task_id=task.id,
            backend=self._target.profile.id,
            sovereignty=self._target.profile.sovereignty,
            sensitivity=self._project.config.sensitivity,
            allowed=True,
            rule=self._target.decision.rule,
            model=self._backend.model,
        )
        try:
            sealed = guard.seal(prompt(task, file), self._vault)
        except GuardError:
            self._log(replace(entry, allowed=False, rule="guard", status="not sent"))
            raise
        size = sum(len(text.encode()) for _, text in sealed.messages)
        entry = replace(entry, counts=sealed.counts, prompt_sha256=sealed.sha256, prompt_bytes=size)
        # before anything leaves, so that a crash in between cannot hide it
        self._log(replace(entry, status="sending"))
        return self._received(sealed, entry)

    def _received(self, sealed: guard.SealedPrompt, entry: audit.AuditEntry) -> Reply:
        """Send, log what came back, and open it."""
        try:
            reply = self._backend.propose(sealed)
        except (BackendError, GuardError) as error:
            self._log(replace(entry, status=error.slug))
            raise
        seen = replace(
            entry,
            model=reply.model,
            tokens_in=reply.tokens_in,
            tokens_out=reply.tokens_out,
            seconds=round(reply.seconds, 3),
            finish=reply.finish,
        )
        try:
            opened = guard.unseal(reply, sealed, self._vault)
        except GuardError:
            self._log(replace(seen, status="answer refused"))
            raise
        self._log(replace(seen, status="received"))
        return opened

    def _log(self, entry: audit.AuditEntry) -> None:
        self.audit_hash = audit.record(self._project.root / audit.LOG, entry)
