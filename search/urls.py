from django.urls import path

from . import views

urlpatterns = [
    path("", views.search, name="search"),
    path("rss.xml", views.feed, name="search_feed"),
]
