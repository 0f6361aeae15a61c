"""The least that a signed-in page of ours can be: the same middleware, the same context, one line of template."""

from django.http import HttpResponse
from django.shortcuts import render

from alongside.web.pages import Request, page


@page()
def hello(request: Request) -> HttpResponse:
    """Says hello."""
    return render(request, "bench_hello.html", {"name": request.actor.name})
