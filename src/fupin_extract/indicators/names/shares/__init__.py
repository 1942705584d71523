"""Shares, rates and parts of a budget."""
