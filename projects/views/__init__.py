"""Pages of phase 1: load, ask, call a service, render. One module for each topic."""

from projects.views.account import account
from projects.views.demo import demo_mail
from projects.views.project import create, home, rights, settings
from projects.views.today import choose, today

__all__ = ["account", "choose", "create", "demo_mail", "home", "rights", "settings", "today"]
