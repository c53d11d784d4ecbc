"""What may be asked of totals."""

from collections.abc import Iterable
from typing import Any

from django import forms

from harmledger.grade import BY, GROUPS
from harmledger.model import Measure
from harmledger.sums import Asked
from harmledger.workbench.words import term

SHOWN = (Measure.KILLED, Measure.INJURED)


def day(label: str) -> forms.DateField:
    """A field for one day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, input_formats=["%Y-%m-%d"], widget=widget)


class TotalsForm(forms.Form):
    """Scheme, rows, measure, people and days."""

    scheme = forms.ChoiceField(label="Scheme", required=False)
    by = forms.ChoiceField(
        label="By", required=False, choices=[("", "all together"), *((by, by) for by in BY)]
    )
    measure = forms.ChoiceField(
        label="Measure",
        required=False,
        choices=[
            ("", "killed and injured"),
            *((one.value, term(one)) for one in Measure if one is not Measure.CONTROL),
        ],
    )
    group = forms.ChoiceField(
        label="People", required=False, choices=[(one, one) for one in GROUPS]
    )
    since = day("From")
    until = day("To")

    def __init__(self, data: Any, schemes: Iterable[str]) -> None:
        super().__init__(data)
        field = self.fields["scheme"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "of the last run"), *((name, name) for name in schemes)]

    def clean(self) -> dict[str, Any]:
        """Refuse a span that ends before it begins: it would quietly hold nothing."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = found.get("since"), found.get("until")
        if since is not None and until is not None and since > until:
            self.add_error("until", "ends before it begins")
        return found

    def asked(self) -> Asked:
        """What was asked; a field that can't be read asks nothing and shows its error."""
        self.is_valid()
        found = self.cleaned_data
        measure = found.get("measure")
        return Asked(
            by=found.get("by") or "",
            measures=(measure,) if measure else tuple(one.value for one in SHOWN),
            group=found.get("group") or "all",
            since=found.get("since"),
            until=found.get("until"),
        )

    def scheme_name(self) -> str:
        """The scheme asked for; "" for that of the last run."""
        self.is_valid()
        return str(self.cleaned_data.get("scheme") or "")
