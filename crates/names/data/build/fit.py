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
WEIGHTS = {"made/Person": 0.05, "long": 0.05, "held": 0.1, "joined": 0.2}
MADE_SHARE = 0.2
MADE = ("made", "long", "own")
# Classes whose threshold is settled, some together; the others are of too few pairs.
SETTLED = [("latin-latin", "latin-eastern"), ("latin-korean",), ("latin-hangul",), ("latin-han",), ("hangul-han",),
           ("latin-other",), ("organisation",)]
# How far each number of `compare::Sums::features` mostly lies apart.
SCALE = np.array([14, 10, 5, 9, 5, 8, .4, .25, .35, .35, .35, .35, .35, .5, .5, .4, 12, 6, 3.5, 1.2, 3.5, 2, 6, 12, 6, 11, .15, .5, 3, 8, 1, 1, 5, .15])
# What speaks for one name must not count against it, nor the reverse: the order of the numbers there.
FOR, AGAINST = 20, 33
# Names with nothing in common get the constant at most: seven in a hundred.
CONSTANT_MAX = -2.6
# What each bit that fits counts at least, so that of equal names the rarer is the likelier one.
RARITY_MIN = 0.01
# Words that exclude each other are a slip of the pen once in fifty, and are too few in the pairs to tell.
EXCLUSION, EXCLUSION_MAX = 27, -4.0


def weight_of(row):
    return next((weight for name, weight in WEIGHTS.items() if name in row[3]), 1.0)


def fit(rows, prior):
    """Slopes are drawn to those of all classes together, which keeps small classes sober."""
    x = np.array([r[4:] for r in rows], float)
    y = np.array([r[2] == "1" for r in rows], int)
    share = np.array([weight_of(r) for r in rows])
    base = prior if prior is not None else (0.0, np.zeros(x.shape[1]))
    z = np.hstack([np.ones((len(x), 1)), x / SCALE])
    start = np.concatenate([[base[0]], base[1] * SCALE])
    low, high = np.full(len(start), -np.inf), np.full(len(start), np.inf)
    low[1:FOR + 1], high[FOR + 1:AGAINST + 1], high[0] = 0, 0, CONSTANT_MAX
    low[1] = RARITY_MIN * SCALE[0]
    high[EXCLUSION + 1] = EXCLUSION_MAX * SCALE[EXCLUSION]
    weight = share * np.where(y == 1, 0.5 / (share * y).sum(), 0.5 / (share * (1 - y)).sum()) * share.sum()
    ridge = np.full(len(start), 1.0)
    ridge[0] = 0.05
    chance = lambda beta: 1 / (1 + np.exp(-np.clip(z @ beta, -30, 30)))
    def loss(beta):
        p = np.clip(chance(beta), 1e-12, 1 - 1e-12)
        return -(weight * np.where(y == 1, np.log(p), np.log(1 - p))).sum() + (ridge * (beta - start) ** 2).sum() / 2
    beta = np.clip(start, low, high)
    # Newton steps within the bounds, on what is not held by one (Bertsekas, "Projected Newton methods", 1982).
    for _ in range(400):
        p = chance(beta)
        gradient = z.T @ (weight * (p - y)) + ridge * (beta - start)
        free = ~((beta <= low) & (gradient > 0) | (beta >= high) & (gradient < 0))
        hessian = (z[:, free] * (weight * p * (1 - p))[:, None]).T @ z[:, free] + np.diag(ridge[free])
        step = np.zeros(len(beta))
        step[free] = np.linalg.solve(hessian, gradient[free])
        before, length = loss(beta), 1.0
        while 1e-9 < length and before - 1e-12 < loss(np.clip(beta - length * step, low, high)):
            length /= 2
        if length <= 1e-9:
            break
        beta = np.clip(beta - length * step, low, high)
    return beta[0], beta[1:] / SCALE


def settled(classes):
    """What to take from the constants so that F1 at the threshold is best over a window of scores, made persons a fifth."""
    rows = [(row, *fitted[name]) for name in classes for row in by_class[name] if not row[3].startswith("strangers")]
    y = np.array([row[2] == "1" for row, *_ in rows], int)
    scores = np.array([constant + np.array(row[4:], float) @ slopes for row, constant, slopes in rows])
    share = np.array([MADE_SHARE if row[3].startswith(("made/Person", "long")) else 1.0 for row, *_ in rows])
    order = np.argsort(-scores)
    f1 = 2 * np.cumsum((share * y)[order]) / (np.cumsum(share[order]) + (share * y).sum())
    at = lambda threshold: f1[max(0, np.searchsorted(-scores[order], -threshold) - 1)]
    window = np.arange(-0.3, 0.31, 0.1)
    return max(np.arange(-1.2, 1.21, 0.1), key=lambda t: round(sum(at(t + d) for d in window) - .01 * abs(t), 9))


everything = fit([row for row in by_class["all"] if not row[3].startswith(MADE)], None)
fitted = {name: everything if name == "all" else fit(rows, everything) for name, rows in by_class.items()}
shifts = {name: settled(classes) for classes in SETTLED for name in classes if name in fitted}
for name, (constant, slopes) in sorted(fitted.items()):
    constant = min(constant - shifts.get(name, 0), CONSTANT_MAX)
    print(name, f"{constant:.5f}", *(f"{s:.5f}" for s in slopes), sep="\t")
