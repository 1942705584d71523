"""Where statements hold: the places that clauses and paragraphs are about, and who speaks."""
