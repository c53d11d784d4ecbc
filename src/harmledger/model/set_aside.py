"""What is kept back, and why."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """One thing that a stage did not pass on.

    Attributes:
        item: What it is: a report's id, or "path" or "path:line" of the input.
        stage: The room that set it aside.
        reason: Code of vocab/codes/reasons.yml.
        detail: A sentence that names the thing and the remedy.
    """

    item: str
    stage: str
    reason: str
    detail: str
