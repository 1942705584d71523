"""The Arrow kernel on engines: each a thin adapter with the same rows for the same texts.

`processes` runs it on the cores of one machine, `spark`, `daft` and `ray` on what runs under them (extras of these
names); `corpus` reads a corpus into one file, resumably. Each imports its engine when it is imported itself.
"""
