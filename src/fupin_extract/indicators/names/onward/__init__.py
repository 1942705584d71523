"""Clauses that name nothing of their own."""
