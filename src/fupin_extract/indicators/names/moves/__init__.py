"""By how much something rose or fell, and how far it is past another."""
