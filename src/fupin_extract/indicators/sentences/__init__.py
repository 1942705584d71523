"""A text as sentences, and a sentence as a row of tokens."""
