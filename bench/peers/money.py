"""Reads, follows and ranks fictional transfers with Liaison and with what a user would take instead, in one
run on one machine. Run from the root of the checkout:

    python3 bench/peers/money.py [--rows 100000,1000000] [--gfp-rows N] [--rank-rows N] [--seeds 1,2]

* Load: polars' `read_csv` of the same file (one thread); ours also takes times, exact sums and accounts apart.
* Reach: who can money of 100 accounts have come to, each step later than the one before? DuckDB by joins
  until nothing changes; the answers must be equal. igraph does not look at times, so that it may reach more.
* Patterns: snapml's Graph Feature Preprocessor (Blanuša and others, ICAIF 2024) with fan, degree,
  scatter-gather and temporal cycles of the same window, one thread. Ours finds twelve patterns.
* Rank: `liaison money rank` and the Preprocessor with LightGBM learn from the earlier 60 % of a world and rank
  the later 40 %. The peer is tried with several settings, and the one that does best on the held-out part
  counts: more than a user could choose.

Seconds are those of the processor, of all threads together. The worlds are those of `money_world.py`.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import time

import money_world
import packages

PACKAGES = ["polars==2.1.0", "duckdb==2.0.0", "igraph==1.0.0", "numpy", "snapml==1.17.2", "lightgbm==4.7.0"]
WINDOW = 2 * 86_400
SEEDS = 100
BINS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20]
EARLIER = 0.6


def timed(work):
    start = time.process_time()
    return work(), time.process_time() - start


def ours(path: str) -> dict:
    run = ["cargo", "run", "--quiet", "--release", "--package", "liaison-formats", "--example", "money", "--"]
    run += [path, "--seeds", str(SEEDS), "--window", str(WINDOW)]
    return json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)


def load(path: str):
    os.environ["POLARS_MAX_THREADS"] = "1"
    import polars

    return timed(lambda: polars.read_csv(path, try_parse_dates=True))


def reach_duckdb(path: str) -> tuple[int, float]:
    import duckdb

    base = duckdb.connect()
    base.execute("SET threads = 1")
    base.execute(f"""CREATE TABLE t AS SELECT row_number() OVER () AS place, epoch_ms("time"::TIMESTAMP) AS moment,
        "from" AS a, "to" AS b FROM read_csv('{path}') WHERE amount > 0""")
    base.execute("CREATE TABLE t2 AS SELECT row_number() OVER (ORDER BY moment, place) AS n, a, b FROM t")

    def follow() -> int:
        base.execute(f"""CREATE TABLE r AS SELECT a, 0::BIGINT AS n FROM
            (SELECT a FROM t2 UNION SELECT b FROM t2) ORDER BY a LIMIT {SEEDS}""")
        while True:
            base.execute(
                """CREATE OR REPLACE TABLE next AS SELECT a, min(n) AS n FROM (
                SELECT * FROM r UNION ALL SELECT t2.b, t2.n FROM t2 JOIN r ON t2.a = r.a WHERE r.n < t2.n) GROUP BY a"""
            )
            changed = base.execute("""SELECT count(*) FROM next LEFT JOIN r USING (a)
                WHERE r.n IS NULL OR next.n < r.n""").fetchone()[0]
            base.execute("CREATE OR REPLACE TABLE r AS SELECT * FROM next")
            if changed == 0:
                return base.execute("SELECT count(*) FROM r").fetchone()[0]

    return timed(follow)


def reach_igraph(table) -> tuple[int, float]:
    import igraph

    ids = {name: at for at, name in enumerate(sorted(set(table["from"]) | set(table["to"])))}
    edges = [(ids[one], ids[other]) for one, other in zip(table["from"], table["to"])]
    graph = igraph.Graph(len(ids) + 1, edges + [(len(ids), at) for at in range(SEEDS)], directed=True)
    return timed(lambda: len(graph.subcomponent(len(ids), mode="out")) - 1)


def matrix(rows: list):
    """Number, sender, receiver, time; and amount, currency and way beside them."""
    import numpy

    cells = numpy.zeros((len(rows), 8))
    for at, (moment, source, target, amount, currency, way, _) in enumerate(rows):
        places = money_world.CURRENCIES.index(currency), money_world.FORMATS.index(way)
        cells[at] = [at, source, target, moment, amount, *places, moment % 86_400 / 3_600]
    return cells


def preprocessor(threads: int, is_whole: bool):
    from snapml import GraphFeaturePreprocessor

    settings = {"num_threads": threads, "time_window": 7 * 86_400, "max_no_edges": -1, "vertex_stats": is_whole}
    if is_whole:
        settings |= {
            "vertex_stats_tw": 7 * 86_400,
            "vertex_stats_cols": [3, 4],
            "vertex_stats_feats": [0, 1, 2, 3, 4, 8, 9, 10],
        }
    for kind in ["fan", "degree", "scatter-gather", "temp-cycle"]:
        settings |= {kind: True, f"{kind}_tw": WINDOW, f"{kind}_bins": BINS}
    settings["lc-cycle"] = False
    maker = GraphFeaturePreprocessor()
    maker.set_params(settings)
    return maker


def patterns(rows: list) -> float:
    import numpy

    cells = numpy.ascontiguousarray(matrix(rows)[:, :5])
    return timed(lambda: preprocessor(1, False).transform(cells))[1]


def precision(scores, labels) -> float:
    import numpy

    order = numpy.argsort(-scores, kind="stable")
    labels = labels[order]
    hits = numpy.cumsum(labels) / numpy.arange(1, len(labels) + 1)
    return float(hits[labels == 1].mean())


def interval(scores, labels) -> tuple[float, float]:
    """95 % of what other draws of as many transfers would give (bootstrap, 200 draws)."""
    import numpy

    chance = numpy.random.default_rng(1)
    draws = [chance.integers(0, len(labels), len(labels)) for _ in range(200)]
    found = sorted(precision(scores[draw], labels[draw]) for draw in draws if labels[draw].any())
    return found[int(len(found) * 0.025)], found[int(len(found) * 0.975)]


def rank_peer(rows: list, at: int, labels):
    """The best of several settings, chosen by the answers themselves."""
    import lightgbm
    import numpy

    best = (0.0, "", None)
    cells = matrix(rows)
    for batch in [128, len(rows)]:
        maker = preprocessor(2, True)
        made = [
            maker.transform(numpy.ascontiguousarray(cells[start : start + batch]))
            for start in range(0, len(rows), batch)
        ]
        features = numpy.vstack(made)[:, 4:]
        for trees, leaves, least, share in [
            (100, 31, 20, 1.0),
            (100, 15, 20, 0.3),
            (300, 7, 50, 0.3),
            (30, 15, 20, 0.5),
            (300, 31, 5, 0.3),
        ]:
            model = lightgbm.LGBMClassifier(
                n_estimators=trees,
                num_leaves=leaves,
                min_child_samples=least,
                colsample_bytree=share,
                learning_rate=0.05,
                reg_lambda=2.0,
                n_jobs=2,
                verbose=-1,
                random_state=1,
            )
            model.fit(features[:at], labels[:at])
            scores = model.predict_proba(features[at:])[:, 1]
            found = precision(scores, labels[at:])
            if best[0] < found:
                best = (found, f"batches of {batch}, {trees} trees of {leaves} leaves", scores)
    return best


def rank(count: int, seed: int, liaison: str) -> None:
    import numpy

    rows = money_world.World(count, seed, 0.003).rows
    at = int(len(rows) * EARLIER)
    labels = numpy.array([int(bool(row[6])) for row in rows])
    with tempfile.TemporaryDirectory() as folder:
        train, score, out = (os.path.join(folder, name) for name in ["train.csv", "score.csv", "out.csv"])
        money_world.write(train, rows[:at])
        money_world.write(score, rows[at:])
        start = os.times()
        run = [liaison, "money", "rank", "--train", train, "--label", "laundering", "--score", score, "--out", out]
        subprocess.run([*run, "--without", "pattern", "--json"], check=True, stdout=subprocess.DEVNULL)
        spent = os.times().children_user - start.children_user
        with open(out, newline="", encoding="utf-8") as file:
            own = numpy.array([float(row["score"] or 0) for row in csv.DictReader(file)])
    held_out = labels[at:]
    found, (low, high) = precision(own, held_out), interval(own, held_out)
    (peer, setting, scores), seconds = timed(lambda: rank_peer(rows, at, labels))
    peer_low, peer_high = interval(scores, held_out)
    print(f"rank, {len(rows)} rows, seed {seed}: {held_out.sum()} of {len(held_out)} held-out transfers are laundering")
    print(f"  liaison            average precision {found:.3f} ({low:.3f} to {high:.3f}), {spent:.0f} s")
    print(
        f"  snapml, LightGBM   average precision {peer:.3f} ({peer_low:.3f} to {peer_high:.3f}), {seconds:.0f} s, "
        f"{setting}"
    )
    for kind in sorted({row[6] for row in rows[at:] if row[6]}):
        is_other = numpy.array([row[6] not in ("", kind) for row in rows[at:]])
        parts = [precision(it[~is_other], held_out[~is_other]) for it in (own, scores)]
        print(f"    {kind:15} {parts[0]:.3f}   {parts[1]:.3f}")


def speed(count: int, gfp_rows: int) -> None:
    rows = money_world.World(count, 1, 0.003).rows
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "table.csv")
        money_world.write(path, rows)
        own = ours(path)
        table, load_seconds = load(path)
        reached, duckdb_seconds = reach_duckdb(path)
        loose, igraph_seconds = reach_igraph(table)
    if reached != own["reached"]:
        sys.exit(f"DuckDB reaches {reached} accounts, ours {own['reached']}")
    print(f"{len(rows)} rows, {own['accounts']} accounts; {own['bytes_per_row']} bytes of memory for each row")
    print(
        f"  load      liaison {len(rows) / own['load_seconds']:,.0f} rows/s   "
        f"polars {len(rows) / load_seconds:,.0f} rows/s"
    )
    print(
        f"  reach     liaison {own['reach_seconds']:.4f} s, {reached} accounts   "
        f"DuckDB {duckdb_seconds:.2f} s, the same   "
        f"igraph {igraph_seconds:.4f} s without times, {loose}"
    )
    print(f"  fifo      liaison {own['fifo_seconds']:.2f} s")
    line = f"  patterns  liaison {len(rows) / own['patterns_seconds']:,.0f} rows/s, {own['alerts']} alerts"
    if len(rows) <= gfp_rows + 100:
        line += f"   snapml {len(rows) / patterns(rows):,.0f} rows/s"
    print(line, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rows", default="100000,1000000")
    parser.add_argument("--gfp-rows", type=int, default=1_000_000)
    parser.add_argument("--rank-rows", type=int, default=100_000)
    parser.add_argument("--seeds", default="1,2")
    parser.add_argument("--liaison", default="target/debug/liaison")
    arguments = parser.parse_args()
    packages.within("venv-money", PACKAGES, "polars, duckdb, igraph, numpy, snapml, lightgbm")
    print(f"load average before: {os.getloadavg()[0]:.1f}")
    for count in filter(None, arguments.rows.split(",")):
        speed(int(count), arguments.gfp_rows)
    for seed in filter(None, arguments.seeds.split(",")):
        rank(arguments.rank_rows, int(seed), arguments.liaison)


if __name__ == "__main__":
    main()
