"""The request every view receives: someone is signed in and acts as an officer."""

from typing import cast

from django.http import HttpRequest
from rest_framework.request import Request

from .models import Officer, User


class OfficerRequest(HttpRequest):
    user: User
    officer: Officer


def officer_of(request: Request) -> Officer:
    """The officer a request of the API acts as; the authentication has put it there."""
    return cast(OfficerRequest, request._request).officer
