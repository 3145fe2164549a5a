"""Recognising and checking what teams bring along: the address list (H1), a Google Forms export (H11).

Pure: no models, no requests. What is stored, and where, is for the services.
"""
