"""The filters as a form."""

from collections.abc import Iterable
from typing import Any

from django import forms

from harmledger.workbench.board import Row
from harmledger.workbench.incidents.filters import DEFAULT_SORT, SORTS, Wanted
from harmledger.workbench.words import language, term


def day(label: str) -> forms.DateField:
    """A field for one day, with the browser's own calendar."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, required=False, input_formats=["%Y-%m-%d"], widget=widget)


class FilterForm(forms.Form):
    """What a person may ask of the list; offers only grades, means and languages that occur."""

    words = forms.CharField(label="Text", required=False, max_length=200)
    since = day("From")
    until = day("To")
    place = forms.CharField(label="Place", required=False, max_length=200)
    means = forms.ChoiceField(label="Means", required=False)
    grade = forms.ChoiceField(label="Grade", required=False)
    killed = forms.IntegerField(label="Killed, at least", required=False, min_value=0)
    lang = forms.ChoiceField(label="Language", required=False)
    sort = forms.ChoiceField(
        required=False,
        choices=[(sign + name, name) for name in SORTS for sign in ("", "-")],
        widget=forms.HiddenInput,
    )

    def __init__(self, data: Any, rows: Iterable[Row]) -> None:
        super().__init__(data)
        rows = list(rows)
        self._offer("grade", {row.incident.grade for row in rows if row.incident.grade}, term)
        self._offer("means", {code for row in rows for code in row.incident.means}, term)
        self._offer("lang", {lang for row in rows for lang in row.langs}, language)

    def clean(self) -> dict[str, Any]:
        """Refuse a span that ends before it begins: it would quietly hold nothing."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        since, until = found.get("since"), found.get("until")
        if since is not None and until is not None and since > until:
            self.add_error("until", "ends before it begins")
        return found

    def wanted(self) -> Wanted:
        """What was asked; a field that can't be read asks nothing and shows its error."""
        self.is_valid()
        found = {
            name: value
            for name, value in self.cleaned_data.items()
            if name != "sort" and value not in ("", None)
        }
        return Wanted(**found)

    def order(self) -> str:
        """The order asked for, else the newest first."""
        self.is_valid()
        return self.cleaned_data.get("sort") or DEFAULT_SORT

    def _offer(self, name: str, codes: set[str], worded: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "any"), *((code, worded(code)) for code in sorted(codes))]
