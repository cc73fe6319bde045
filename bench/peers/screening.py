"""Screens names against a million others with Liaison and with what a user would write instead:
letters transliterated by anyascii, Jaro-Winkler of rapidfuzz over sorted words, every name compared.
Run from the root of the checkout:

    python3 bench/peers/screening.py PAIRS.csv [--names N] [--queries N] [--peer-queries N]

PAIRS.csv has the columns schema, name1, name2, label, lang_or_country, script1, script2. The first
names of pairs that are one are filed among others made of their parts; the second ones are looked
for. Both answer on one core. Installs the packages into target/venv when they are not there.
"""

import argparse
import os
import subprocess
import tempfile
import time

import packages

PACKAGES = ["rapidfuzz==3.14.6", "anyascii==0.3.3"]




def peer(folder: str, most: int) -> str:
    from anyascii import anyascii
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    def plain(name: str) -> str:
        return " ".join(sorted(anyascii(name).lower().replace("-", "").split()))

    def lines(name: str) -> list[str]:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return file.read().split("\n")

    names = lines("names.txt")
    start = time.perf_counter()
    plain_names = [plain(name) for name in names]
    filing = time.perf_counter() - start
    queries = [line.split("\t") for line in lines("queries.tsv")]
    queries = queries[:: max(1, len(queries) // most)][:most]
    millis, found = [], 0
    for query, wanted in queries:
        start = time.perf_counter()
        best = process.extract(plain(query), plain_names, scorer=JaroWinkler.similarity, limit=10)
        millis.append((time.perf_counter() - start) * 1e3)
        found += any(names[at] == wanted for _, _, at in best)
    millis.sort()
    return (
        f"anyascii, rapidfuzz: {len(names)} names filed in {filing:.1f} s; {len(queries)} queries, "
        f"{1e3 * len(millis) / sum(millis):.2f} per second; ms p50 {millis[len(millis) // 2]:.0f}, "
        f"p95 {millis[int((len(millis) - 1) * 0.95)]:.0f}; right one among ten {found / len(queries):.3f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("pairs")
    parser.add_argument("--names", type=int, default=1_000_000)
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--peer-queries", type=int, default=100)
    arguments = parser.parse_args()
    packages.within("venv-screening", PACKAGES, "rapidfuzz, anyascii")
    with tempfile.TemporaryDirectory() as folder:
        run = ["cargo", "run", "--quiet", "--release", "--package", "liaison-resolve"]
        run += ["--example", "screening", "--", arguments.pairs, "--write", folder]
        run += ["--names", str(arguments.names), "--queries", str(arguments.queries)]
        ours = subprocess.run(run, check=True, capture_output=True, text=True).stdout.strip()
        print(f"liaison: {ours}")
        print(peer(folder, arguments.peer_queries))


if __name__ == "__main__":
    main()
