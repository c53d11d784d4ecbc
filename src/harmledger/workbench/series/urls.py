"""Running totals."""

from django.urls import path

from harmledger.workbench.series import views

urlpatterns = [path("", views.page, name="series")]
