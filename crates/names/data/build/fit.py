"""Fits calibration.tsv: one logistic function per class of pairs, on the tuned half alone.

`cargo run -p liaison-names --release --example measure -- PAIRS.csv --features F.tsv`, then
`python3 fit.py F.tsv > ../calibration.tsv` (numpy). The pairs are not kept here.
"""
import sys, collections
import numpy as np

rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf8")]
rows = [r for r in rows if r[1] == "tuned"]
by_class = collections.defaultdict(list)
for r in rows:
    by_class[r[0]].append(r)
    by_class["all"].append(r)


# Made names help where few others are known, and must not outweigh those that people bear.
WEIGHTS = {"made/Person": 0.07, "held": 0.1, "joined": 0.02}
# Classes whose threshold is settled together on names of one kind; the others keep their middle.
SETTLED = [("latin-latin", "latin-eastern", "latin-korean"), ("organisation",)]


def weight_of(row):
    return next((weight for name, weight in WEIGHTS.items() if row[3].startswith(name)), 1.0)


def fit(rows, prior):
    """Slopes are drawn to those of all classes together, which keeps small classes sober."""
    x = np.array([r[4:] for r in rows], float)
    y = np.array([r[2] == "1" for r in rows], int)
    share = np.array([weight_of(r) for r in rows])
    scale = np.array([20, 8, 8, .5, .5, 12, 4, 12, .4, .4, 10, 8, .5, .5, .5, .5, 8, .5, 4, 2, .5, 1, .5])
    base = prior if prior is not None else (0.0, np.zeros(x.shape[1]))
    offset = base[0] + x @ base[1]
    # Newton steps on the ridge-penalised likelihood with the prior's score as an offset.
    z = np.hstack([np.ones((len(x), 1)), x / scale])
    weight = share * np.where(y == 1, 0.5 / (share * y).sum(), 0.5 / (share * (1 - y)).sum()) * share.sum()
    beta = np.zeros(z.shape[1])
    ridge = np.eye(len(beta)) * (3.0 if prior is not None else 1.0)
    ridge[0, 0] = 0.05
    for _ in range(400):
        p = 1 / (1 + np.exp(-np.clip(offset + z @ beta, -30, 30)))
        gradient = z.T @ (weight * (y - p)) - ridge @ beta
        hessian = (z * (weight * p * (1 - p))[:, None]).T @ z + ridge
        step = np.linalg.solve(hessian, gradient)
        longest = np.abs(step).max()
        # Short steps: a full one overshoots where a class is nearly separable.
        beta += step * min(1.0, 0.3 / max(longest, 1e-12))
        if longest < 1e-6:
            break
    return base[0] + beta[0], base[1] + beta[1:] / scale


def settled(classes):
    """What to take from the constants so that F1 at the threshold is best over a window of scores, made names in full."""
    rows = [(row, *fitted[name]) for name in classes for row in by_class[name]]
    y = np.array([row[2] == "1" for row, *_ in rows], int)
    scores = np.array([constant + np.array(row[4:], float) @ slopes for row, constant, slopes in rows])
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum(y[order]) / (np.arange(1, len(y) + 1) + y.sum())
    at = lambda threshold: f1[max(0, np.searchsorted(-scores[order], -threshold) - 1)]
    window = np.arange(-0.3, 0.31, 0.1)
    return max(np.arange(-1.2, 1.21, 0.1), key=lambda t: round(sum(at(t + d) for d in window) - .01 * abs(t), 9))


everything = fit([row for row in by_class["all"] if not row[3].startswith("made")], None)
fitted = {name: everything if name == "all" else fit(rows, everything) for name, rows in by_class.items()}
shifts = {name: settled(classes) for classes in SETTLED for name in classes if name in fitted}
for name, (constant, slopes) in sorted(fitted.items()):
    print(name, f"{constant - shifts.get(name, 0):.5f}", *(f"{s:.5f}" for s in slopes), sep="\t")
