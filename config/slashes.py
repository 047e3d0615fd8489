"""An address without its last slash leads to the one with it, and nothing that was sent is lost on the way."""

from functools import partial

from django.http import HttpResponsePermanentRedirect
from django.middleware.common import CommonMiddleware


class SlashMiddleware(CommonMiddleware):
    """308 instead of 301: a client repeats its POST as it was, where 301 makes a GET of it that looks like success."""

    response_redirect_class = partial(HttpResponsePermanentRedirect, preserve_request=True)  # type: ignore[assignment]
