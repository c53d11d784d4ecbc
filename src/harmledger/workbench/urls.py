"""Where each screen stands."""

from django.urls import include, path

urlpatterns = [
    path("", include("harmledger.workbench.incidents.urls")),
    path("incident/", include("harmledger.workbench.incident.urls")),
    path("relays/", include("harmledger.workbench.relays.urls")),
    path("report/", include("harmledger.workbench.report.urls")),
    path("set-aside/", include("harmledger.workbench.set_aside.urls")),
    path("totals/", include("harmledger.workbench.totals.urls")),
    path("series/", include("harmledger.workbench.series.urls")),
    path("decisions/", include("harmledger.workbench.decisions.urls")),
    path("about/", include("harmledger.workbench.about.urls")),
]
