"""Names that stand in front of their number, and what they leave out."""
