"""How allauth behaves here: nobody makes an account alone, people are invited into a project."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Closed sign-up; names as colleagues use them."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
