"""Stories as newsrooms send them and pages show them, made by program.

Each is built from its parts, so what is to be read in it is known. CHANGES are single
changes of two plain forms; SITES are whole forms that real papers use.
"""
