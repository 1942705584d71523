"""How documents look in a browser: tints over whatever background the page has, dark or light."""

from __future__ import annotations

KINDS = {
    "quantities": "70,130,230",
    "periods": "40,160,80",
    "regions": "225,130,20",
    "organisations": "165,95,215",
    "programmes": "15,165,175",
    "warnings": "225,60,60",
}
"""The kinds of records that have a place in the text, each with its colour."""

MOST_LIT = 500
"""How many facts of a document light up where a reader points at them; more would make browsers slow."""

_LIT = "255,190,0"


def part_class(i: int) -> str:
    """Return the class of what the document's fact ``i`` was read from, in the text."""
    return f"fx-f{i}"


def row_class(i: int) -> str:
    """Return the class of the row of fact ``i``."""
    return f"fx-t{i}"


def lighting(count: int) -> str:
    """Return the rules that light up the parts of a fact in the text of its document while its row is pointed at.

    The path from the facts to a row is written out: it spares browsers the search through all cells and the text.
    Those that do not know ``:has()`` pass the rules over.
    """
    selectors = (
        f".fx-facts:has(>div>table>tbody>.{row_class(i)}:is(:hover,:focus-within))~.fx-text .{part_class(i)}"
        for i in range(min(count, MOST_LIT))
    )
    return ",\n".join(selectors) + "{background:rgba(LIT,.5)}\n".replace("LIT", _LIT) if count else ""


STYLE = (
    """\
.fx-doc{display:flex;flex-direction:column;font:14px/1.5 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;\
max-width:76em;border:1px solid rgba(128,128,128,.35);border-radius:8px;padding:1em 1.2em;margin:.6em 0;text-align:left}
.fx-doc>*{min-width:0}
.fx-doc>details{order:1}
.fx-doc h3{font-size:1.25em;line-height:1.4;margin:0 0 .1em}
.fx-doc .fx-head{opacity:.7;margin:0 0 .8em}
.fx-doc .fx-legend{display:flex;flex-wrap:wrap;gap:.3em 1.1em;margin:0 0 .5em;font-size:.88em}
.fx-doc .fx-text{white-space:pre-wrap;overflow-wrap:anywhere;max-height:22em;overflow:auto;line-height:2;\
border:1px solid rgba(128,128,128,.25);border-radius:6px;padding:.4em .9em;unicode-bidi:isolate}
.fx-doc .fx-m{border-radius:2px;scroll-margin:5em}
.fx-doc .fx-m:target{outline:2px solid rgb(LIT)}
.fx-doc .fx-end{margin-right:1px}
.fx-doc .fx-names{border-bottom:2px dotted rgba(128,128,128,.8)}
.fx-doc .fx-panel{border-left:4px solid rgb(225,60,60);background:rgba(225,60,60,.12);padding:.3em .8em;margin:0 0 .6em}
.fx-doc .fx-panel ul{margin:.2em 0;padding-left:1.2em}
.fx-doc details{margin:.7em 0 0}
.fx-doc summary{cursor:pointer;font-weight:600}
.fx-doc .fx-scroll{max-height:24em;overflow:auto;margin-top:.3em}
.fx-doc table{border-collapse:collapse;font-size:.93em;line-height:1.45;margin:0;border:0}
.fx-doc tr{background:none;border:0;border-bottom:1px solid rgba(128,128,128,.22)}
.fx-doc .fx-facts tbody tr:is(:hover,:focus-within){background:rgba(LIT,.2)}
.fx-doc th,.fx-doc td{text-align:left;vertical-align:baseline;padding:.25em 1.1em .25em 0;\
border:0;background:none;white-space:nowrap}
.fx-doc td.fx-sentence{white-space:normal;min-width:18em}
.fx-doc th{font-weight:600;font-size:.9em;white-space:nowrap;position:sticky;top:0;z-index:1;\
background:var(--jp-layout-color0,var(--vscode-editor-background,Canvas));\
color:var(--jp-content-font-color1,var(--vscode-editor-foreground,CanvasText));box-shadow:inset 0 -1px rgba(128,128,128,.5)}
.fx-doc .fx-n{text-align:right;font-variant-numeric:tabular-nums}
.fx-doc .fx-facts table{width:100%}
.fx-doc .fx-facts td.fx-sentence{width:99%;min-width:0;max-width:1px;white-space:nowrap;overflow:hidden;\
text-overflow:ellipsis;opacity:.62;font-size:.93em;padding-right:0}
.fx-doc .fx-facts td.fx-name{white-space:normal;min-width:13em;font-weight:600}
.fx-doc .fx-facts .fx-n{padding-right:.45em}
.fx-doc .fx-facts .fx-no{width:1%;padding-right:1em;padding-left:.3em}
.fx-doc .fx-no a{color:inherit;opacity:.6;text-decoration:none}
.fx-doc .fx-no a:hover,.fx-doc .fx-no a:focus{text-decoration:underline}
.fx-doc .fx-facts td.fx-implied,.fx-doc .fx-note .fx-implied{font-style:italic;font-weight:400;opacity:.62}
.fx-doc .fx-badge{border:1px solid rgba(128,128,128,.6);border-radius:1em;padding:0 .6em;font-size:.88em}
.fx-doc .fx-note{margin:.3em 0 0;font-size:.86em;opacity:.75}
""".replace("LIT", _LIT)
    + "".join(
        f".fx-doc .fx-{kind}{{background:rgba({colour},.18);border-bottom:2px solid rgb({colour})}}\n"
        for kind, colour in KINDS.items()
    )
)
