"""The demo of phase 1: the people and the project, then one module for each topic. All of it is invented."""

from projects.demo.people import (
    ACCOUNTS,
    CONTRACTOR,
    HOUSING,
    MUNICIPALITY,
    ORGANISATIONS,
    PASSWORD,
    PLACES,
    PROJECT,
    SLUG,
    TEAM,
    WELFARE,
    Account,
    load,
)

__all__ = [
    "ACCOUNTS",
    "CONTRACTOR",
    "HOUSING",
    "MUNICIPALITY",
    "ORGANISATIONS",
    "PASSWORD",
    "PLACES",
    "PROJECT",
    "SLUG",
    "TEAM",
    "WELFARE",
    "Account",
    "load",
]
