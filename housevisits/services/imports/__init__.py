"""Storing what another team handed in: the address list (H1) and a Google Forms export (H11).

The pure recognition and checking is `housevisits.imports`; here is what is written, each in one
transaction. `sessions` keeps a file locked between two screens, `addresses` and `forms` store,
`held` settles rows whose texts were left for later.
"""
