from django.urls import path

from .views import barriers, bundle, missing

app_name = "gaps"
urlpatterns = [
    path("missing/", missing.missing, name="missing"),
    path("missing/list.csv", missing.missing_file, name="missing file"),
    path("missing/together/", missing.together, name="together"),
    path("missing/different/", missing.different, name="different"),
    path("missing/with/<uuid:gap_id>/", missing.begin, name="begin"),
    path("missing/barriers/", barriers.barriers, name="barriers"),
    path("missing/barriers/list.csv", barriers.barriers_file, name="barriers file"),
    path("missing/barriers/<uuid:barrier_id>/", barriers.barrier, name="barrier"),
    path("missing/barriers/<uuid:barrier_id>/put-right/", barriers.put_right, name="put barrier right"),
    path("missing/barriers/<uuid:barrier_id>/said/<uuid:step_id>/not/", barriers.take_back, name="take back of barrier"),
    path("missing/<uuid:bundle_id>/", bundle.bundle, name="bundle"),
    path("missing/<uuid:bundle_id>/put-right/", bundle.put_right, name="put right"),
    path("missing/<uuid:bundle_id>/wishes/<uuid:row_id>/out/", bundle.out, name="take out"),
    path("missing/<uuid:bundle_id>/apart/", bundle.apart, name="apart"),
    path("missing/<uuid:bundle_id>/group/", bundle.begin_a_group, name="begin a group"),
    path("missing/<uuid:bundle_id>/group/<uuid:idea_id>/not/", bundle.no_idea, name="no idea"),
    path("missing/<uuid:bundle_id>/barrier/", barriers.raise_barrier, name="raise barrier"),
]
