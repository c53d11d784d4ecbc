"""What was set aside."""

from django.urls import path

from harmledger.workbench.set_aside import views

urlpatterns = [path("", views.page, name="set-aside")]
