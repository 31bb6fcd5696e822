"""Where a run does its work: the project as the changes that were accepted so far leave it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from legacyctl import source, verify
from legacyctl.model import Patch, SourceFile, Status, Task, TaskResult
from legacyctl.pipeline.project import Project


@dataclass(slots=True)
class Bench:
    """Where the work is done: the project, the bytes that changed so far, and what is known of it as it was."""

    project: Project
    accepted: dict[str, bytes] = field(default_factory=dict)
    session: verify.Session = field(default_factory=verify.Session)

    def file(self, path: str) -> SourceFile:
        """Give a file as the earlier tasks left it."""
        project = self.project
        file = source.read_file(project.root, path, project.config.source, project.languages)
        data = self.accepted.get(path)
        return file if data is None else replace(file, data=data, size=len(data))

    def context(self, task: Task) -> verify.Context:
        """Give what a patch of this task is judged against."""
        project = self.project
        return verify.Context(
            root=project.root,
            config=project.config.verify,
            task=task,
            rules=project.rules_of(task.language),
            languages=project.languages,
            source=project.config.source,
            copybooks=project.config.copybooks,
            accepted=dict(self.accepted),
            allow_run=bool(project.config.verify.test),
            session=self.session,
        )

    def judged(self, task: Task, patch: Patch) -> TaskResult:
        """Send a patch through the gates; what is accepted is what later tasks see."""
        if patch.empty:
            return TaskResult(task, Status.UNCHANGED, patch=patch)
        verdict = verify.verify(patch, self.context(task))
        if not verdict.accepted:
            return TaskResult(task, Status.REJECTED, verdict.reason, patch, verdict)
        self.accepted.update((change.path, change.after) for change in patch.changes)
        return TaskResult(task, Status.ACCEPTED, "", patch, verdict)
