"""Check the place tables against official counts, against themselves and against known histories.

    python tools/check_regions.py

prints the counts and the parse time, and fails with the list of what is wrong.
"""

from __future__ import annotations

import collections
import sys
import time
import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "src" / "fupin_extract" / "data"
Row = list[str]
# Mainland, MCA: end of 2024 for the upper levels (2,844 counties at the end of 2023 and, since then, 和安县 and 和康县;
# 西沙区 and 南沙区, which MCA listed for the first time in 2024, included).
OFFICIAL = {"province": 34, "prefecture": 333, "county": 2846}
OFFICIAL_TOWNSHIPS = 38_658  # MCA, end of 2023
# old code, old name, year of the change, new code, new name
HISTORIES = """
620824 华亭县 2018 620881 华亭市
520522 黔西县 2021 520581 黔西市
110104 宣武区 2010 110102 西城区
110103 崇文区 2010 110101 东城区
371200 莱芜市 2018 370116 莱芜区
420600 襄樊市 2010 420600 襄阳市
522400 毕节地区 2011 520500 毕节市
522401 毕节市 2011 520502 七星关区
341402 居巢区 2011 340181 巢湖市
220381 公主岭市 2020 220184 公主岭市
110223 通县 1997 110112 通州区
330106 西湖区 - 330106 西湖区
540530 错那县 2023 540581 错那市
450127 横县 2021 450181 横州市
310119 南汇区 2009 310115 浦东新区
512900 南充地区 1993 511300 南充市
622600 陇南地区 2004 621200 陇南市
533421 香格里拉县 2014 533401 香格里拉市
469003 儋州市 2015 460400 儋州市
"""
SHORTS = """
积石山保安族东乡族撒拉族自治县 积石山县|积石山
甘南藏族自治州 甘南州|甘南
天祝藏族自治县 天祝县|天祝
东乡族自治县 东乡县|东乡
宁夏回族自治区 宁夏
恩施土家族苗族自治州 恩施州|恩施
西双版纳傣族自治州 西双版纳州|西双版纳
阿克苏地区 阿克苏
前郭尔罗斯蒙古族自治县 前郭尔罗斯县|前郭县|前郭|前郭尔罗斯
河南蒙古族自治县 河南县
"""


def read(name: str) -> list[Row]:
    """The rows of a table."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def counts(regions: list[Row], townships: list[Row]) -> list[str]:
    """Print today's counts; complain where they are far from the official ones."""
    today = [r for r in regions if not r[5]]
    mainland = [r for r in today if r[0][:2] not in ("71", "81", "82") or r[2] == "province"]
    found = collections.Counter(r[2] for r in mainland)
    found_townships = sum(not t[4] for t in townships)
    print("rows:", len(regions), "regions,", len(townships), "townships")
    print("today:", dict(found), "townships", found_townships)
    print("Hong Kong, Macau, Taiwan:", len(today) - len(mainland))
    wrong = [f"{level}: {found[level]}, official {n}" for level, n in OFFICIAL.items() if abs(found[level] - n) > 3]
    if abs(found_townships - OFFICIAL_TOWNSHIPS) > 300:
        wrong.append(f"townships: {found_townships}, official {OFFICIAL_TOWNSHIPS}")
    return wrong


def references(regions: list[Row], townships: list[Row]) -> list[str]:
    """Every parent, successor and county exists, in its years; the years of a code do not overlap."""
    years = collections.defaultdict(list)
    for code, name, _, _, first, last, _, _ in regions:
        years[code].append((int(first), int(last or 9999), name))
    wrong = []
    for code, name, level, parent, first, last, successor, _ in regions:
        begin, end = int(first), int(last or 9999)
        if end < begin:
            wrong.append(f"{code} {name}: ends before it begins")
        if level != "province" and not any(f <= begin <= e for f, e, _ in years.get(parent, ())):
            wrong.append(f"{code} {name}: parent {parent} not there in {first}")
        if successor and not any(f <= end < e for f, e, _ in years.get(successor, ())):
            wrong.append(f"{code} {name}: successor {successor} not there in {last}")
        if successor and not last:
            wrong.append(f"{code} {name}: successor of a living place")
    for code, spans in years.items():
        wrong += [
            f"{code}: years overlap" for a, b in zip(sorted(spans), sorted(spans)[1:], strict=False) if b[0] < a[1]
        ]
    wrong += [f"township {t[0]} {t[1]}: county" for t in townships if (t[2] or t[0][:6]) not in years]
    return wrong


def histories(regions: list[Row]) -> list[str]:
    """The known histories and short forms."""
    rows = {(r[0], r[1]): r for r in regions}
    wrong = []
    for line in HISTORIES.split("\n")[1:-1]:
        code, name, year, new_code, new_name = line.split()
        row = rows.get((code, name), [""] * 8)
        expected = ["", ""] if year == "-" else [year, new_code]
        if row[5:7] != expected or (new_code, new_name) not in rows:
            wrong.append(f"{line}: {row}")
    shorts = {r[1]: r[7] for r in regions}
    pairs = (line.split() for line in SHORTS.split("\n")[1:-1])
    return wrong + [f"{name}: {shorts[name]}" for name, short in pairs if shorts[name] != short]


def words(regions: list[Row]) -> list[str]:
    """region_words.toml names only short forms that exist, and names each once."""
    table = tomllib.loads((DATA / "region_words.toml").read_text(encoding="utf-8"))
    shorts = {short for r in regions for short in r[7].split("|")}
    listed = [word for group in table["ambiguous_short"].values() for word in group]
    wrong = [f"{word}: no short form" for word in [*listed, *table["context"]] if word not in shorts]
    wrong += [f"{word}: listed twice" for word, n in collections.Counter(listed).items() if n > 1]
    names = {r[1] for r in regions}
    wrong += [f"{word}: no name" for group in table["ambiguous_full"].values() for word in group if word not in names]
    alone = {word for entry in table["province_short"] for word in entry["alone"]}
    provinces = {short for r in regions if r[2] == "province" and not r[5] for short in r[7].split("|")}
    return wrong + [f"{word}: province short forms differ" for word in sorted(alone ^ provinces)]


def main() -> None:
    """Run all checks."""
    start = time.process_time()
    regions = read("regions.tsv")
    middle = time.process_time()
    townships = read("townships.tsv")
    end = time.process_time()
    print(f"parse: regions {1000 * (middle - start):.1f} ms, townships {1000 * (end - middle):.1f} ms")
    wrong = counts(regions, townships) + references(regions, townships) + histories(regions) + words(regions)
    sys.exit("\n".join(wrong) if wrong else None)


if __name__ == "__main__":
    main()
