from django.urls import include, path

from bench.bare_page import hello

urlpatterns = [path("bench/hello/", hello), path("", include("alongside.site.urls"))]
