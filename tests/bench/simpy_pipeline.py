"""The four-stage year of benches/stochastic.rs in SimPy: every lead a process, days whole.

    pip install -r tests/bench/requirements.txt
    python3 tests/bench/simpy_pipeline.py [trials]

Prints the mean wins with their standard error, and the seconds that the trials took.
"""

import random
import statistics
import sys
import time
from collections import deque

import simpy

MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]  # 2026
LEADS_PER_MONTH = 4000
# Conversion, mean days, starts a month.
STAGES = [(0.5, 5, None), (0.4, 8, 1900), (0.5, 10, None), (0.4, 6, None)]
# Gamma days of coefficient of variation 0.5: shape 4.
SHAPE = 4


def days(mean, chance):
    """Gamma days on one of the two whole days around them, so that the mean stays."""
    exact = chance.gammavariate(SHAPE, mean / SHAPE)
    whole = int(exact)
    return whole + (chance.random() < exact - whole)


def poisson(mean, chance):
    """Arrivals within one day of a process of that rate."""
    count, passed = 0, chance.expovariate(mean)
    while passed < 1:
        count += 1
        passed += chance.expovariate(mean)
    return count


class Pipeline:
    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.env = simpy.Environment()
        self.lines = [deque() for _ in STAGES]
        self.won = 0
        self.env.process(self.calendar())

    def calendar(self):
        """Each day the leads come in the morning, and the limited stages start whom they can at noon."""
        credit = [0.0] * len(STAGES)
        for length in MONTHS:
            for _ in range(length):
                for _ in range(poisson(LEADS_PER_MONTH / length, self.chance)):
                    self.env.process(self.lead())
                yield self.env.timeout(0.5)
                for stage, (_, _, limit) in enumerate(STAGES):
                    if limit is not None:
                        credit[stage] += limit / length
                        whole = int(credit[stage] + 1e-9)
                        credit[stage] -= whole
                        for _ in range(min(whole, len(self.lines[stage]))):
                            self.lines[stage].popleft().succeed()
                yield self.env.timeout(0.5)

    def lead(self):
        for stage, (conversion, mean, limit) in enumerate(STAGES):
            if limit is not None:
                turn = self.env.event()
                self.lines[stage].append(turn)
                yield turn
            advances = self.chance.random() < conversion
            yield self.env.timeout(days(mean, self.chance))
            if not advances:
                return
        self.won += 1

    def run(self):
        self.env.run(until=sum(MONTHS))
        return self.won


def main():
    trials = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    start = time.perf_counter()
    won = [Pipeline(seed).run() for seed in range(trials)]
    seconds = time.perf_counter() - start
    error = statistics.stdev(won) / trials**0.5
    print(f"SimPy {simpy.__version__}, {trials} trials: mean wins {statistics.mean(won):.2f} ± {error:.2f}, {seconds:.1f} s")


if __name__ == "__main__":
    main()
