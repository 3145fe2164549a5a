"""Fields of the resident group: texts in plain words, which the form reads along."""

from django import forms


def unmarked(form: forms.Form, *names: str) -> None:
    """Do not call these fields optional: another answer asks for them, or leaving out says something."""
    for name in names:
        form.fields[name].one_of_several = True  # type: ignore[attr-defined]


def one_line(label: object, most: int, help_text: object = "", *, required: bool = True) -> forms.CharField:
    """One line of text. most: characters."""
    return forms.CharField(
        label=label,  # type: ignore[arg-type]
        max_length=most,
        help_text=help_text,  # type: ignore[arg-type]
        required=required,
    )


def long_text(
    label: object, most: int, help_text: object = "", *, required: bool = True, rows: int = 4
) -> forms.CharField:
    """A longer text. most: characters."""
    field = one_line(label, most, help_text, required=required)
    field.widget = forms.Textarea(attrs={"rows": rows, "data-most": most})
    return field
