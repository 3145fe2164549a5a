"""Figures that may be shown: from registered answers to rounded, merged and audited tables.

Everything in this package is a pure function of tables and dataclasses. It knows no Django model, so
that every rule of publication (P9 to P13) can be attacked in a test without a database.
"""
