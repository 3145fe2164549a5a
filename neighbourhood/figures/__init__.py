"""Figures that may be shown: from registered answers to rounded, merged and audited tables.

Everything in this package is a pure function of tables and dataclasses. It knows no Django model, so
that every rule of publication (P9 to P13) can be attacked in a test without a database.

Who makes a snapshot (a worker) calls, in this order:

* `refresh.may_refresh(previous, register)`: are there ten changes since the last snapshot (P9)?
* `publishing.publishable(register, questions, backgrounds, as_of, previous)`: figures that passed the
  audit, with whatever had to stay out left out; or figures that did not pass, which nobody may see.
  It is `making.make_figures` (P9 to P12) and `audit.audit` (P13) in a loop.
* `serialising.figures_to_json(figures)` and `result.sets.to_bytes()`: what the snapshot stores. The sets
  say who was in which published group. They stay inside the server; the next snapshot needs them.

Who shows a snapshot needs `serialising.figures_from_json`, `types` and `wording` (`in_ten`,
`theme_count_text`) only. Those import neither pandas nor SciPy, so that a web process stays small; this
module imports nothing for the same reason.

The modules, from the ground up: `types` (shapes), `rounding` (P11), `wording` (Dutch), `merging` (P10),
`counting` (codes and counts), `sets` (P12), `refresh` (P9), `tables`, `making`, `worlds` and `certainty`
(P13b), `structure` (P13a), `audit`, `publishing`, `response` (P16), `evidence` (P15), `serialising`.
"""
