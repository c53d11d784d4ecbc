"""One incident."""

from django.urls import path

from harmledger.workbench.incident import views

urlpatterns = [path("<str:incident_id>/", views.page, name="incident")]
