"""Where each screen stands."""

from django.urls import include, path

urlpatterns = [
    path("", include("harmledger.workbench.incidents.urls")),
    path("incident/", include("harmledger.workbench.incident.urls")),
    path("report/", include("harmledger.workbench.report.urls")),
    path("set-aside/", include("harmledger.workbench.set_aside.urls")),
    path("about/", include("harmledger.workbench.about.urls")),
]
