"""The relay tree of one incident, as a page and as plain text."""

from django.urls import path

from harmledger.workbench.relays import views

urlpatterns = [
    path("<str:incident_id>/", views.page, name="relays"),
    path("<str:incident_id>/tree.txt", views.text, name="relays-text"),
]
