"""The team on the road (V3): the half-days of a week, and what has to be done on a visit, as data."""
