"""Writes labelled pairs of the names that `pairs.py` held back: `python3 held.py KNOWN.csv > held.csv`.

Few pairs of Thai, Khmer and Burmese names are public, so that these help to fit the calibration of their classes. As
many are one as are not; of those that are not, half are the nearest of a hundred by spelling.
"""
import csv, random, sys

from pairs import distance

PAIRS_OF_A_SCRIPT = 60
random.seed(20261122)
held = [row for row in csv.DictReader(open(sys.argv[1], encoding="utf8")) if row["held"] == "1"]
out = csv.writer(sys.stdout)
out.writerow(("set", "name1", "name2", "script1", "script2", "label", "source_id"))
for script in sorted({row["script"] for row in held}):
    rows = [row for row in held if row["script"] == script]
    latin = {row["native"]: row["latin"] for row in rows}
    for number, row in enumerate(random.sample(rows, min(PAIRS_OF_A_SCRIPT, len(rows)))):
        others = [other for other in random.sample(rows, min(100, len(rows))) if other["latin"] != latin[row["native"]]]
        nearest = min(others, key=lambda other: distance(other["latin"], row["latin"]))
        other = nearest if number % 2 else others[0]
        for name, label in ((row["latin"], 1), (other["latin"], 0)):
            out.writerow(("held", row["native"], name, script, "latin", label, row["native"]))
