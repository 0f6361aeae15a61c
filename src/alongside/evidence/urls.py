from django.urls import path

from . import as_json, beside_services, giving_out, money_paid, report_pages, service_use, views, who_lives_here
from .worth import moving, pages, versions

app_name = "evidence"
urlpatterns = [
    path("figures/", views.locality, name="locality"),
    path("figures/made/", views.make, name="make"),
    path("figures/anew/", views.let_out_anew, name="anew"),
    path("figures/paid/", money_paid.streams_paid, name="streams paid"),
    path("figures/paid/<uuid:stream_id>/", money_paid.stream_paid, name="stream paid"),
    path("figures/worth/", pages.every_valuation, name="valuations"),
    path("figures/worth/begin/", pages.begin, name="begin valuation"),
    path("figures/worth/<uuid:key>/", pages.valuation, name="valuation"),
    path("figures/worth/<uuid:key>/outcome/", pages.add_outcome, name="add outcome"),
    path("figures/worth/<uuid:key>/input/", pages.add_input, name="add input"),
    path("figures/worth/<uuid:key>/take-out/<slug:what>/<int:place>/", pages.take_out, name="take out"),
    path("figures/worth/<uuid:key>/later-years/", pages.count_later_years, name="count later years"),
    path("figures/worth/<uuid:key>/keep/", versions.keep, name="keep version"),
    path("figures/worth/<uuid:key>/<int:place>/<slug:part>/", moving.assumption, name="assumption"),
    path("figures/worth/<uuid:key>/<int:place>/<slug:part>/moved/", moving.moved, name="moved"),
    path("figures/worth/version/<uuid:key>/", versions.version, name="version"),
    path("figures/worth/version/<uuid:key>.csv", versions.version_as_csv, name="version as csv"),
    path("figures/given-out/", giving_out.given_out, name="given out"),
    path("figures/use-of-services/", service_use.use_of_services, name="use of services"),
    path("figures/use-of-services/<int:place>/", beside_services.set_for, name="beside a service"),
    path("figures/residents/", who_lives_here.residents, name="residents"),
    path("figures/reports/", report_pages.all_reports, name="reports"),
    path("figures/reports/<slug:key>/", report_pages.report, name="report"),
    path("figures/reports/<slug:key>.csv", report_pages.report_as_csv, name="report as csv"),
    path("figures/reports/<slug:key>.json", as_json.report_as_json, name="report as json"),
    path("figures/reports/<slug:key>.xlsx", report_pages.report_as_xlsx, name="report as xlsx"),
    path("figures/paper/", report_pages.paper, name="paper"),
    path("figures/paper.pdf", report_pages.paper_pdf, name="paper as pdf"),
    path("figures/paper.docx", report_pages.paper_docx, name="paper for word"),
    path("figures/<slug:key>/", views.figure, name="figure"),
    path("figures.json", as_json.all_as_json, name="all as json"),
    path("figures/<slug:key>.json", as_json.figure_as_json, name="figure as json"),
    path("figures/<slug:key>.csv", views.figure_as_csv, name="figure as csv"),
    path("figures/<slug:key>.xlsx", views.figure_as_xlsx, name="figure as xlsx"),
    path("figures/<slug:key>/people/", views.people, name="people"),
]
