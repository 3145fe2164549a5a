"""Forms of themes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from msa.privacy.text import clean_text
from neighbourhood.forms.readalong import ReadsAlong
from neighbourhood.models import Condition, Theme
from projects.models import Project

READ_ALONG = ["title", "sentence", "experience", "who_says", "quote"]


class ThemeForm(ReadsAlong, forms.ModelForm):
    """A theme in the team's words. What residents will read is read along like a story."""

    conditions = forms.MultipleChoiceField(
        label=_("Bij welke voorwaarden hoort dit?"),
        choices=Condition.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    main = forms.ChoiceField(
        label=_("Welke past het best?"),
        choices=Condition.choices,
        widget=forms.RadioSelect,
        required=False,
        help_text=_(
            "Die geeft het thema zijn kleur en teken. Zonder keuze is het de eerste die is aangevinkt."
        ),
    )
    field_order = ["title", "valence", "sentence", "conditions", "main"]
    approve_quote = forms.BooleanField(
        label=_(
            "Deze uitspraak is herschreven en wijst niemand aan; ze mag op de praatplaat en in het verslag"
        ),
        required=False,
    )

    class Meta:
        model = Theme
        fields = [
            "title",
            "valence",
            "sentence",
            "conditions",
            "frequency",
            "experience",
            "who_says",
            "quote",
        ]
        widgets = {
            "sentence": forms.Textarea(attrs={"rows": 2}),
            "experience": forms.Textarea(attrs={"rows": 4}),
            "quote": forms.Textarea(attrs={"rows": 2}),
            "valence": forms.RadioSelect,
            "frequency": forms.RadioSelect,
        }
        help_texts = {
            "sentence": _("Korte, gewone woorden. Dit leest de hele buurt."),
            "experience": _("Blijf bij wat bewoners zeggen. Oplossingen komen later."),
            "who_says": _("Jullie eigen oordeel, zonder dat iemand te herkennen is."),
            "quote": _("Herschrijf wat gezegd is, zodat niemand zichzelf of een ander herkent."),
        }

    def __init__(self, *args: Any, project: Project, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project
        self.fields["valence"].choices = Theme._meta.get_field("valence").choices  # type: ignore[attr-defined]
        self.initial["main"] = self.instance.conditions[0] if self.instance.conditions else ""
        self.initial["approve_quote"] = bool(self.instance.quote_approved_by_id)

    def clean(self) -> dict[str, Any]:
        """Texts without names: what is certain blocks, what is only likely until somebody looked (P17)."""
        cleaned = super().clean() or {}
        main, others = cleaned.get("main"), cleaned.get("conditions") or []
        if main:
            cleaned["conditions"] = [main, *(one for one in others if one != main)]
        for name in READ_ALONG:
            cleaned[name] = clean_text(str(cleaned.get(name) or ""))
        self.read_along(self.project, READ_ALONG)
        return cleaned
