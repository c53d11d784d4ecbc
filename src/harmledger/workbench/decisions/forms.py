"""One form for each thing a person can decide; each wants a name and a reason."""

from typing import Any

from django import forms

from harmledger import deciding
from harmledger.grade import GROUPS, adding, figure_of, subject_of
from harmledger.ledger import Ledger
from harmledger.model import Gone, Measure, Verdict
from harmledger.model.decision import GRADE
from harmledger.workbench.words import term

SUBJECTS = [
    (subject_of(measure, group), f"{term(measure)}, {group}")
    for measure in Measure
    if measure in adding()
    for group in GROUPS
]


class Decision(forms.Form):
    """What every decision needs."""

    title = ""
    says = ""

    by = forms.CharField(label="Your name", max_length=100)
    because = forms.CharField(
        label="Why", max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def write(self, ledger: Ledger) -> object:
        """Write it down.

        Raises:
            LedgerError: What it speaks of is not in the ledger.
        """
        raise NotImplementedError

    @property
    def signed(self) -> dict[str, str]:
        """Name and reason."""
        return {name: self.cleaned_data[name] for name in ("by", "because")}


class PairForm(Decision):
    """Whether two things tell of one incident."""

    title = "Same incident or not"
    says = (
        "“Same” joins two incidents, or a report with an incident. “Not the same” parts them: a "
        "report named beside its own incident is split off. “Unsure” takes an earlier verdict "
        "back. A bulletin of several incidents is joined by one of its accounts: name it, and they "
        "are listed."
    )
    one = forms.CharField(label="Incident or report", max_length=300)
    other = forms.CharField(label="The other one", max_length=300)
    verdict = forms.ChoiceField(
        label="Verdict",
        choices=[
            (Verdict.SAME.value, "same"),
            (Verdict.NOT_SAME.value, "not the same"),
            (Verdict.UNSURE.value, "unsure"),
        ],
    )
    field_order = ("one", "other", "verdict", "because", "by")

    def write(self, ledger: Ledger) -> object:
        """Judge the pair."""
        sent = self.cleaned_data
        verdict = Verdict(sent["verdict"])
        return deciding.judge(ledger, sent["one"], sent["other"], verdict, **self.signed)


class GradeForm(Decision):
    """A person's own grade."""

    title = "Grade it by hand"
    says = "Your grade stands in the scheme’s place; what the scheme gave stays in the reasons."
    incident = forms.CharField(label="Incident", max_length=300)
    grade = forms.ChoiceField(label="Grade")
    field_order = ("incident", "grade", "because", "by")

    def write(self, ledger: Ledger) -> object:
        """Override the grade."""
        sent = self.cleaned_data
        by, because = self.signed.values()
        return deciding.override(
            ledger, sent["incident"], GRADE, by=by, because=because, grade=sent["grade"]
        )


class FigureForm(Decision):
    """A person's own range."""

    title = "Set a figure by hand"
    says = "Your range stands in the scheme’s place. An end left empty is not stated; it is not 0."
    incident = forms.CharField(label="Incident", max_length=300)
    subject = forms.ChoiceField(label="Figure", choices=SUBJECTS)
    low = forms.IntegerField(label="Fewest", required=False, min_value=0, max_value=10**9)
    high = forms.IntegerField(label="Most", required=False, min_value=0, max_value=10**9)
    field_order = ("incident", "subject", "low", "high", "because", "by")

    def clean(self) -> dict[str, Any]:
        """Refuse a range that ends below where it begins."""
        found: dict[str, Any] = super().clean() or self.cleaned_data
        low, high = found.get("low"), found.get("high")
        if low is not None and high is not None and high < low:
            self.add_error("high", "is below the fewest")
        if figure_of(str(found.get("subject"))) is None:
            self.add_error("subject", "is no figure")
        return found

    def write(self, ledger: Ledger) -> object:
        """Override the figure."""
        sent = self.cleaned_data
        by, because = self.signed.values()
        return deciding.override(
            ledger,
            sent["incident"],
            sent["subject"],
            by=by,
            because=because,
            low=sent["low"],
            high=sent["high"],
        )


class ClaimForm(Decision):
    """A claim withdrawn."""

    title = "Withdraw a claim"
    says = "The claim stays readable and counts for nothing; its incident is drawn anew."
    what = Gone.CLAIM
    item = forms.CharField(label="Id of the claim", max_length=300)
    field_order = ("item", "because", "by")

    def write(self, ledger: Ledger) -> object:
        """Take it out of the count."""
        return deciding.retract(ledger, self.what, self.cleaned_data["item"], **self.signed)


class ReportForm(ClaimForm):
    """A report retracted."""

    title = "Retract a report"
    says = "The report stays readable and nothing in it counts; its incidents are drawn anew."
    what = Gone.REPORT
    item = forms.CharField(label="Id of the report", max_length=300)


class UndoForm(Decision):
    """A decision taken back."""

    title = "Undo a decision"
    says = "The decision and its undoing both stay in the log."
    number = forms.IntegerField(label="Number in the log", min_value=1)
    field_order = ("number", "because", "by")

    def write(self, ledger: Ledger) -> object:
        """Withdraw it."""
        return deciding.undo(ledger, self.cleaned_data["number"], **self.signed)


FORMS: dict[str, type[Decision]] = {
    "pair": PairForm,
    "grade": GradeForm,
    "figure": FigureForm,
    "claim": ClaimForm,
    "report": ReportForm,
    "undo": UndoForm,
}
