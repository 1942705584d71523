"""How fast the library reads, how its time and memory grow, and what floors and other tools do on the same text.

    python -m benchmarks [FOLDER] [--quick] [--json FILE]

Figures are characters a second of CPU on one core. Machines differ and are shared: compare the ratios of one run.
"""
