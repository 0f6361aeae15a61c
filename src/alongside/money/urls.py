from django.urls import path

from .views import brought, budget, budgets, grants, group, post, posts, shares, spends, streams, year

app_name = "money"
_BUDGET, _SPEND = "money/budgets/<uuid:budget_id>/", "money/spends/<uuid:spend_id>/"
urlpatterns = [
    path("posts/", posts.posts, name="posts"),
    path("posts/add/", post.add_post, name="add post"),
    path("posts/<uuid:post_id>/", post.post, name="post"),
    path("posts/<uuid:post_id>/put-right/", post.put_right, name="put post right"),
    path("posts/<uuid:post_id>/cost/", post.cost, name="post cost"),
    path("posts/<uuid:post_id>/shares/", shares.give, name="give share"),
    path("posts/shares/<uuid:share_id>/", shares.change, name="change share"),
    path("posts/shares/<uuid:share_id>/end/", shares.end, name="end share"),
    path("posts/shares/<uuid:share_id>/take-back/", shares.take_back, name="take back share"),
    path("funding/", streams.streams, name="streams"),
    path("funding/add/", streams.add_stream, name="add stream"),
    path("funding/<uuid:stream_id>/", streams.put_right, name="put stream right"),
    path("money/", budgets.budgets, name="budgets"),
    path("money/year/", year.year, name="year"),
    path("money/groups/<uuid:group_id>/", group.group, name="of group"),
    path("money/activities/<uuid:entry_id>/", group.entry, name="of entry"),
    path("money/grants/", grants.grants, name="grants"),
    path("money/grants.json", grants.as_json_file, name="grants as json"),
    path("money/grants.csv", grants.as_csv_file, name="grants as csv"),
    path("money/brought/", brought.write, name="write brought"),
    path("money/brought/<uuid:brought_id>/take-back/", brought.take_back, name="take back brought"),
    path("money/ways/", budget.ways, name="ways"),
    path("money/budgets/add/", budget.add, name="add budget"),
    path(_BUDGET, budget.budget, name="budget"),
    path(f"{_BUDGET}give/", budget.give, name="give"),
    path(f"{_BUDGET}move/", budget.move, name="move"),
    path(f"{_BUDGET}close/", budget.close, name="close year"),
    path(f"{_BUDGET}reopen/", budget.reopen, name="reopen year"),
    path(f"{_BUDGET}spend/", spends.ask, name="ask to spend"),
    path("money/lines/<uuid:line_id>/turn-back/", budget.turn_back, name="turn line back"),
    path(_SPEND, spends.spend, name="spend"),
    path(f"{_SPEND}answer/", spends.answer, name="answer spend"),
    path(f"{_SPEND}paid/", spends.paid, name="paid back"),
    path(f"{_SPEND}not-spent/", spends.not_spent, name="not spent"),
    path(f"{_SPEND}take-back/", spends.take_back, name="take back spend"),
]
