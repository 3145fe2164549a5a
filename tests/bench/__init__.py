"""Measurements against floors, side by side in one run: `python -m tests.bench`, called by `make bench`.

A floor is the least that the same work costs with the same tools: a stock Django view, one pandas groupby per
table, WeasyPrint on the finished page. What is said is a ratio, because a ratio means the same on every
machine. docs/benchmarks.md explains each line.
"""
