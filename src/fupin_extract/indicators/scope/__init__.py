"""What holds where a sentence begins."""

from .state import Scope, belies, elsewhere, scope_of

__all__ = ["Scope", "belies", "elsewhere", "scope_of"]
