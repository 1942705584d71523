"""What kinds of places are called: the nouns that counts, lists and names of bodies have for them."""

from __future__ import annotations

LEVELS = frozenset("省市州县区旗盟乡镇村")
"""The nouns of one character, which full names of places end in."""
COUNTED = LEVELS | frozenset(
    "省份 省市 省区 省区市 市州 州市 地市 地州 盟市 市县 县市 县区 区县 县市区 旗县 旗县区 乡镇".split()
)
"""All nouns by which places are counted: 14个县区, 12个省份."""
ENDINGS = (*sorted(LEVELS), "省份")
"""What a word ends in that names a kind of places or one of them: 贫困县, 市州, 产粮省份."""
AUTHORITIES = frozenset(a + b for a in LEVELS for b in "里上")
"""Words for a place's authorities: [县里]筹集460万元."""
