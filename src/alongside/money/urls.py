from django.urls import path

from .views import post, posts, shares, streams

app_name = "money"
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
]
