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


def fit(rows, prior):
    """Slopes are drawn to those of all classes together, which keeps small classes sober."""
    x = np.array([r[4:] for r in rows], float)
    y = np.array([r[2] == "1" for r in rows], int)
    scale = np.array([20, 8, 8, .5, .5, 12, 4, 12, .4, .4, 10, 8, .5, .5, .5, .5, 8, .5, 4, 2, .5, 1, .5])
    base = prior if prior is not None else (0.0, np.zeros(x.shape[1]))
    offset = base[0] + x @ base[1]
    # Newton steps on the ridge-penalised likelihood with the prior's score as an offset.
    z = np.hstack([np.ones((len(x), 1)), x / scale])
    weight = np.where(y == 1, 0.5 / max(1, y.sum()), 0.5 / max(1, (1 - y).sum())) * len(y)
    beta = np.zeros(z.shape[1])
    ridge = np.eye(len(beta)) * (3.0 if prior is not None else 1.0)
    ridge[0, 0] = 0.05
    for _ in range(400):
        p = 1 / (1 + np.exp(-np.clip(offset + z @ beta, -30, 30)))
        gradient = z.T @ (weight * (y - p)) - ridge @ beta
        hessian = (z * (weight * p * (1 - p))[:, None]).T @ z + ridge
        step = np.linalg.solve(hessian, gradient)
        # Short steps: a full one overshoots where a class is nearly separable.
        beta += step * min(1.0, 0.3 / np.abs(step).max())
        if np.abs(step).max() < 1e-6:
            break
    return base[0] + beta[0], base[1] + beta[1:] / scale


everything = fit(by_class["all"], None)
for name in ["all"] + sorted(by_class.keys() - {"all"}):
    constant, slopes = everything if name == "all" else fit(by_class[name], everything)
    print(name, f"{constant:.5f}", *(f"{s:.5f}" for s in slopes), sep="\t")
