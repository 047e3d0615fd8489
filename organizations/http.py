"""The request every view receives: someone is signed in and acts as an officer."""

from django.http import HttpRequest

from .models import Officer, User


class OfficerRequest(HttpRequest):
    user: User
    officer: Officer
