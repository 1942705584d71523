"""When statements hold: which times date them, over which years, against what."""
