"""One report. Its id stands in the query: it is whatever the input called it, slashes and all."""

from django.urls import path

from harmledger.workbench.report import views

urlpatterns = [path("", views.page, name="report")]
