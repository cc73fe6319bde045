"""Fictional transfers of a fictional region, some of them laundering, with the truth beside them.

Nothing of it comes from Liaison's own simulated region, so that a ranker that was made for that one gains
nothing here. The patterns are those that Altman and others name for AMLworld (NeurIPS 2023); what is honest
does similar things: employers pay many, shops are paid by many, rings of friends share costs, and money is
passed on. Everything follows from the seed.
"""

import csv
import random

HEADINGS = ["time", "from", "to", "amount", "currency", "format", "laundering", "pattern"]
CURRENCIES = ["USD", "EUR", "CNY", "THB"]
RATES = {"USD": 1, "EUR": 0.9, "CNY": 7, "THB": 34}
FORMATS = ["transfer", "card", "cheque", "cash", "wire"]
DAY = 86_400


class World:
    def __init__(self, rows: int, seed: int, laundering: float, days: int = 30):
        self.chance = random.Random(seed)
        self.days = days
        self.rows = []
        self.count = max(200, rows // 12)
        self.currency = [self.chance.choices(CURRENCIES, [6, 2, 1, 1])[0] for _ in range(self.count)]
        self.habit = [self.chance.lognormvariate(5.5, 1.1) for _ in range(self.count)]
        self.launders = [self.chance.randrange(self.count) for _ in range(max(30, rows // 250))]
        self.launder(int(rows * laundering))
        self.honest(rows)
        self.rows.sort(key=lambda row: row[0])

    def pay(self, time: float, source: int, target: int, amount: float, label: str = "", currency: str = "") -> None:
        if 0 <= time < self.days * DAY:
            currency = currency or self.currency[source]
            weights = [8, 1, 2, 1, 3] if label else [6, 6, 2, 2, 2]
            way = self.chance.choices(FORMATS, weights)[0]
            self.rows.append((int(time), source, target, round(amount * RATES[currency], 2), currency, way, label))

    def moment(self) -> float:
        day = self.chance.randrange(self.days)
        hour = min(23.99, max(0, self.chance.gauss(13.5, 4)))
        return day * DAY + hour * 3600

    def amount(self, account: int) -> float:
        amount = self.habit[account] * self.chance.lognormvariate(0, 0.8)
        return round(amount, -1) + 10 if self.chance.random() < 0.2 else amount

    def honest(self, rows: int) -> None:
        chance = self.chance
        friends = [
            [chance.randrange(self.count) for _ in range(chance.choice([1, 2, 3, 5, 8]))] for _ in range(self.count)
        ]
        shops = [chance.randrange(self.count) for _ in range(max(5, self.count // 60))]
        popular = [chance.paretovariate(1.1) for _ in shops]
        employers = [
            (chance.randrange(self.count), [chance.randrange(self.count) for _ in range(chance.randint(4, 60))])
            for _ in range(max(3, self.count // 120))
        ]
        while len(self.rows) < rows:
            kind, account, time = chance.random(), chance.randrange(self.count), self.moment()
            if kind < 0.42:
                self.pay(time, account, chance.choice(friends[account]), self.amount(account))
            elif kind < 0.80:
                self.pay(time, account, chance.choices(shops, popular)[0], self.amount(account) / 3)
            elif kind < 0.81:
                employer, staff = chance.choice(employers)
                for one in staff:
                    self.pay(time + chance.random() * 7200, employer, one, self.amount(employer) * 3)
            elif kind < 0.86:
                self.pass_on(time, account)
            elif kind < 0.89:
                ring = [account, *chance.sample(range(self.count), chance.randint(2, 4)), account]
                for one, other in zip(ring, ring[1:]):
                    self.pay(time, one, other, self.amount(one))
                    time += chance.random() * 2 * DAY
            elif kind < 0.92:
                self.pay(time, account, account, self.amount(account) * 4)
            else:
                self.pay(time, account, chance.randrange(self.count), self.amount(account))

    def pass_on(self, time: float, account: int) -> None:
        amount = self.amount(account) * 2
        for _ in range(self.chance.randint(2, 3)):
            other = self.chance.randrange(self.count)
            self.pay(time, account, other, amount)
            amount *= self.chance.uniform(0.7, 1.0)
            time += self.chance.random() * 3 * DAY
            account = other

    def someone(self) -> int:
        return self.chance.choice(self.launders) if self.chance.random() < 0.6 else self.chance.randrange(self.count)

    def launder(self, wanted: int) -> None:
        kinds = [
            self.fan_out,
            self.fan_in,
            self.cycle,
            self.scatter,
            self.gather,
            self.bipartite,
            self.stack,
            self.walk,
        ]
        while len(self.rows) < wanted:
            start = self.moment()
            self.chance.choice(kinds)(start, self.chance.lognormvariate(7.2, 1.0))

    def later(self, time: float, days: float = 2) -> float:
        return time + self.chance.random() * days * DAY

    def fan_out(self, time: float, amount: float) -> None:
        hub = self.someone()
        for _ in range(self.chance.randint(3, 12)):
            self.pay(self.later(time), hub, self.someone(), amount * self.chance.uniform(0.3, 1), "fan-out")

    def fan_in(self, time: float, amount: float) -> None:
        hub = self.someone()
        for _ in range(self.chance.randint(3, 12)):
            self.pay(self.later(time), self.someone(), hub, amount * self.chance.uniform(0.3, 1), "fan-in")

    def cycle(self, time: float, amount: float) -> None:
        ring = [self.someone() for _ in range(self.chance.randint(3, 8))]
        for one, other in zip(ring, ring[1:] + ring[:1]):
            self.pay(time, one, other, amount, "cycle")
            time, amount = self.later(time, 1.5), amount * self.chance.uniform(0.85, 1)

    def scatter(self, time: float, amount: float) -> None:
        source, sink = self.someone(), self.someone()
        for _ in range(self.chance.randint(2, 10)):
            middle, part, moment = self.someone(), amount * self.chance.uniform(0.3, 1), self.later(time)
            self.pay(moment, source, middle, part, "scatter-gather")
            self.pay(self.later(moment), middle, sink, part * self.chance.uniform(0.85, 1), "scatter-gather")

    def gather(self, time: float, amount: float) -> None:
        hub = self.someone()
        for _ in range(self.chance.randint(2, 8)):
            self.pay(self.later(time), self.someone(), hub, amount * self.chance.uniform(0.3, 1), "gather-scatter")
        for _ in range(self.chance.randint(2, 8)):
            self.pay(
                self.later(time + 2 * DAY), hub, self.someone(), amount * self.chance.uniform(0.3, 1), "gather-scatter"
            )

    def layers(self, time: float, amount: float, depth: int, label: str) -> None:
        rows = [[self.someone() for _ in range(self.chance.randint(2, 5))] for _ in range(depth)]
        for upper, lower in zip(rows, rows[1:]):
            for one in upper:
                for other in lower:
                    self.pay(self.later(time), one, other, amount * self.chance.uniform(0.3, 1), label)
            time += 2 * DAY

    def bipartite(self, time: float, amount: float) -> None:
        self.layers(time, amount, 2, "bipartite")

    def stack(self, time: float, amount: float) -> None:
        self.layers(time, amount, 3, "stack")

    def walk(self, time: float, amount: float) -> None:
        account = self.someone()
        for _ in range(self.chance.randint(3, 9)):
            other, currency = self.someone(), self.chance.choice(CURRENCIES) if self.chance.random() < 0.2 else ""
            self.pay(time, account, other, amount, "random", currency)
            time, amount, account = self.later(time, 1), amount * self.chance.uniform(0.85, 1), other


def write(path: str, rows: list, start: int = 1_767_225_600) -> None:
    """Writes transfers, the time in the form of RFC 3339."""
    from datetime import datetime, timezone

    with open(path, "w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(HEADINGS)
        for time, source, target, amount, currency, way, label in rows:
            moment = datetime.fromtimestamp(start + time, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            out.writerow(
                [moment, f"A{source:07d}", f"A{target:07d}", f"{amount:.2f}", currency, way, int(bool(label)), label]
            )


def split(rows: list, share: float = 0.6) -> tuple[list, list]:
    """The earlier transfers, from which is learnt, and the later ones."""
    at = int(len(rows) * share)
    return rows[:at], rows[at:]
