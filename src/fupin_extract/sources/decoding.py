"""Files of whatever encoding to text."""

from __future__ import annotations

import codecs


class DecodingError(ValueError):
    """The bytes are in no encoding that is recognised, or not in the one that was named."""


_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte order marks, each before the ones that it starts with."""

_CANDIDATES = ["gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "utf_16_le", "utf_16_be", "cp1252"]
_GB = frozenset({"gb18030", "gbk", "gb2312"})


def decode(data: bytes, encoding: str | None = None) -> str:
    r"""Return the text of a file, without its byte order mark and with its line ends as they are.

    Args:
        data: what the file holds.
        encoding: its encoding; None to recognise it: by its byte order mark, else UTF-8, else GB18030
            where charset-normalizer, if it is installed, finds that likely.

    Raises:
        DecodingError: the bytes are in none of these.

    >>> decode("扶贫\r\n".encode("gb18030"), "gbk"), decode(b"\xef\xbb\xbf2020\n")
    ('扶贫\r\n', '2020\n')
    """
    if encoding is None:
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if encoding is not None:
        return _decoded(data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        at = error.start
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        reason = f"neither UTF-8 (byte {at}) nor GB18030 (byte {error.start})"
    else:
        likely = _likely(data)
        if likely is None or _GB & set(likely):
            return text
        reason = f"not UTF-8 (byte {at}) and looks like {likely[0]}" if likely else f"not UTF-8 (byte {at}) and no text"
    raise DecodingError(f"{reason}; name its encoding with --encoding")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except (UnicodeError, ValueError) as error:
        raise DecodingError(f"not {encoding}: {error}") from error


def _likely(data: bytes) -> list[str] | None:
    """Return the names of the encodings that the bytes may be in, likeliest first; None without a detector."""
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    return [name for match in from_bytes(data, cp_isolation=_CANDIDATES) for name in match.could_be_from_charset]
