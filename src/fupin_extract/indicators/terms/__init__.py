"""On what terms a number is given: reached, aimed at or laid down, and per what."""
