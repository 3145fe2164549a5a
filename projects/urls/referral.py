"""Addresses of referral routes (V5)."""

from django.urls import path

from msa.addresses import say
from projects.models import Concern
from projects.views import referral

say(
    "concern",
    {
        Concern.SAFETY_DANGER: "gevaar-thuis",
        Concern.SAFETY_CHILD: "zorgen-om-een-kind",
        Concern.CARE_MENTAL: "psychische-klachten",
        Concern.CARE_SOCIAL: "sociale-problemen",
        Concern.CARE_PHYSICAL: "lichamelijke-klachten",
        Concern.CARE_MONEY: "geldzorgen",
        Concern.CARE_HEALTH: "gezondheid",
        Concern.WELLBEING_LONELY: "eenzaamheid",
        Concern.WELLBEING_JOIN_IN: "meedoen",
        Concern.WELLBEING_MOVE: "bewegen",
        Concern.WELLBEING_OTHER: "andere-welzijnsvraag",
        Concern.HOME_PACKING: "hulp-bij-inpakken",
        Concern.HOME_VALUABLES: "waardevolle-spullen",
        Concern.HOME_LIMITATION: "beperking",
        Concern.HOME_OTHER: "iets-anders-aan-de-woning",
        Concern.OPPORTUNITY_TALENT: "talent",
        Concern.OPPORTUNITY_HELP_OTHERS: "anderen-helpen",
        Concern.OPPORTUNITY_THINK_ALONG: "meedenken",
    },
)
urlpatterns = [
    path("projecten/<slug:slug>/doorverwijzen/", referral.referral_routes, name="referral_routes"),
    path("projecten/<slug:slug>/doorverwijzen/kaart.pdf", referral.referral_card, name="referral_card"),
    path(
        "projecten/<slug:slug>/doorverwijzen/<concern:concern>/",
        referral.referral_route,
        name="referral_route",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<concern:concern>/wijzigen/",
        referral.referral_edit,
        name="referral_edit",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<concern:concern>/nagekeken/",
        referral.referral_check,
        name="referral_check",
    ),
    path(
        "projecten/<slug:slug>/doorverwijzen/<concern:concern>/weghalen/",
        referral.referral_remove,
        name="referral_remove",
    ),
]
