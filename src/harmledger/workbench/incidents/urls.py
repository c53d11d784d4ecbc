"""The list and the points of its map."""

from django.urls import path

from harmledger.workbench.incidents import views

urlpatterns = [
    path("", views.page, name="incidents"),
    path("map.geojson", views.points, name="points"),
]
