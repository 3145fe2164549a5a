"""Forms of phase 1, one module for each room of it."""

from projects.forms.people import NameForm, PersonForm, ProjectForm, RoleForm, SettingsForm

__all__ = ["NameForm", "PersonForm", "ProjectForm", "RoleForm", "SettingsForm"]
