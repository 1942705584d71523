"""Money: what each one gets, earns, is paid and spends, and what goods cost."""
