"""What the words around a number and the clauses before it tell, that the rules ask for."""
