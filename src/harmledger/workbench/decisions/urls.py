"""The log of decisions, and the form for one more."""

from django.urls import path

from harmledger.workbench.decisions import views

urlpatterns = [
    path("", views.page, name="decisions"),
    path("new/", views.new, name="decide"),
]
