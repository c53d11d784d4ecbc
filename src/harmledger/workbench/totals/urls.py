"""Totals, and the same as files."""

from django.urls import path

from harmledger.workbench.totals import views

urlpatterns = [
    path("", views.page, name="totals"),
    path("totals.csv", views.as_csv, name="totals-csv"),
    path("totals.json", views.as_json, name="totals-json"),
]
