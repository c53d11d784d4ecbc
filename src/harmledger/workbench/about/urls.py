"""What made this ledger, and whether it holds."""

from django.urls import path

from harmledger.workbench.about import views

urlpatterns = [path("", views.page, name="about")]
