"""Counts and measures, whose noun stands behind them, and those of whom something is true."""
