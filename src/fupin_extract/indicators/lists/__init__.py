"""Values that stand together: from one to another, one for each name, parts of a whole."""
