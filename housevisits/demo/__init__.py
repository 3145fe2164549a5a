"""The house visits of the demo: addresses, conversations in portions, visits and direct actions.

Everything goes through the same services as on screen, with files that the repository carries.
"""
