"""The noun phrases around a number: in front of it, behind it, what is said of them."""
