"""Runs others' name matchers beside ours on the same labelled pairs, and prints a table.

    python3 bench/peers/names.py PAIRS.csv [LIAISON]

PAIRS.csv has columns name1, name2 and label (1 for one person), and may have schema, set, script1 and script2; LIAISON
is our program, target/release/liaison unless said, or the example `measure` of crates/names, which compares with the
same engine and reads no files of a node. Peers: nomenklatura's LogicV2 given names alone, and uroman with
Jaro-Winkler over sorted parts. For each: AUC, best F1, F1 at the threshold that it documents (0.7 for LogicV2, our
match column), recall at precision 0.98, ties at the top score, and pairs per second on one core.
Installs the packages into target/venv-names when they are not there.
"""

import collections
import csv
import io
import os
import subprocess
import sys
import time

import packages

PACKAGES = ["nomenklatura==4.17.4", "uroman==1.3.1.1", "rapidfuzz"]




def measured(path, program):
    """Scores of the example `measure` for the rows of PAIRS.csv; our threshold is a half."""
    out = os.path.join("target", "names-scores.tsv")
    subprocess.run([program, path, "--scores", out], check=True, capture_output=True)
    with open(out, encoding="utf8") as file:
        scores = [float(line.split("\t")[3]) for line in file]
    return scores, [0.5 <= score for score in scores]


def liaison(rows, program):
    """Scores and verdicts of our program, the process's start counted."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(["name1", "name2", "schema"])
    table.writerows((row["name1"], row["name2"], row.get("schema") or "Person") for row in rows)
    path = os.path.join("target", "names-pairs.csv")
    with open(path, "w", encoding="utf8", newline="") as file:
        file.write(text.getvalue())
    run = subprocess.run([program, "names", "compare", path], check=True, capture_output=True, text=True)
    answers = list(csv.DictReader(io.StringIO(run.stdout)))
    return [float(a["score"]) for a in answers], [a["match"] == "true" for a in answers]


def logic_v2(rows):
    from followthemoney import EntityProxy
    from nomenklatura.matching import get_algorithm

    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()

    def entity(number, row, name):
        schema = row.get("schema") or "Person"
        return EntityProxy.from_dict({"id": str(number), "schema": schema, "properties": {"name": [row[name]]}})

    scores = []
    for number, row in enumerate(rows):
        # Every entity has an id of its own: results are kept by id.
        pair = entity(2 * number, row, "name1"), entity(2 * number + 1, row, "name2")
        scores.append(algorithm.compare(*pair, config).score)
    return scores, [0.7 <= score for score in scores]


def uroman_jaro_winkler(rows):
    from rapidfuzz.distance import JaroWinkler
    from uroman import Uroman

    romanise = Uroman().romanize_string
    known = {}

    def parts(name):
        if name not in known:
            latin = romanise(name).lower().replace("-", " ")
            known[name] = " ".join(sorted("".join(c if c.isalnum() else " " for c in latin).split()))
        return known[name]

    scores = [JaroWinkler.similarity(parts(row["name1"]), parts(row["name2"])) for row in rows]
    return scores, None


def metrics(scores, verdicts, labels):
    order = sorted(zip(scores, labels), key=lambda pair: -pair[0])
    positives = sum(labels)
    negatives = len(labels) - positives
    groups = collections.OrderedDict()
    for score, label in order:
        groups.setdefault(score, [0, 0])[0 if label else 1] += 1
    right = wrong = area = best = recall = 0
    for same, other in groups.values():
        area += other * right + other * same / 2
        right, wrong = right + same, wrong + other
        best = max(best, 2 * right / (right + wrong + positives))
        if 0.98 <= right / (right + wrong):
            recall = right / max(1, positives)
    top = sum(next(iter(groups.values())))
    fixed = None
    if verdicts is not None:
        hits = sum(verdict and label for verdict, label in zip(verdicts, labels))
        fixed = 2 * hits / max(1, sum(verdicts) + positives)
    return area / max(1, positives * negatives), best, fixed, recall, (top if 1 < top else 0) / len(labels)


def main():
    packages.within("venv-names", PACKAGES, "nomenklatura, uroman, rapidfuzz")
    path = sys.argv[1]
    program = sys.argv[2] if 2 < len(sys.argv) else os.path.join("target", "release", "liaison")
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    slices = collections.defaultdict(list)
    for number, row in enumerate(rows):
        slices["all"].append(number)
        if row.get("script1"):
            slices[" ".join([row.get("set", ""), *sorted((row["script1"], row["script2"]))]).strip()].append(number)
    print(f"{'matcher':20} {'slice':28} {'pairs':>6} {'AUC':>6} {'bestF1':>6} {'F1':>6} {'R@P98':>6} {'ties':>6}")
    speeds = []
    for name, run in (
        ("liaison", lambda: measured(path, program) if program.endswith("measure") else liaison(rows, program)),
        ("logic-v2", lambda: logic_v2(rows)),
        ("uroman+jaro-winkler", lambda: uroman_jaro_winkler(rows)),
    ):
        start = time.process_time() + os.times().children_user
        scores, verdicts = run()
        seconds = time.process_time() + os.times().children_user - start
        speeds.append(f"{name}: {len(rows) / seconds:.0f} pairs a second")
        for label, numbers in sorted(slices.items()):
            if len(numbers) < 30:
                continue
            labels = [rows[number]["label"] == "1" for number in numbers]
            picked = None if verdicts is None else [verdicts[number] for number in numbers]
            values = metrics([scores[number] for number in numbers], picked, labels)
            shown = " ".join("     -" if value is None else f"{value:6.3f}" for value in values)
            print(f"{name:20} {label:28} {len(numbers):6} {shown}")
    print(*speeds, sep="\n")


if __name__ == "__main__":
    main()
