//! What somebody can work out who reads a published table.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOutcome};

/// A table with what has to be kept from its readers.
pub(super) struct Audit<'a> {
    /// Every cell and total.
    pub(super) counts: &'a [u64],
    /// Which of them add up to which: the total of a line stands last.
    pub(super) lines: &'a [Vec<usize>],
    /// Cells under this many people are left out.
    pub(super) under: u64,
}

/// What it costs to leave a cell out: totals more than cells, large numbers more than small ones,
/// and a 0, which protects little, more than those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    is_total: bool,
    is_nobody: bool,
    count: u64,
    pub(super) at: usize,
}

impl Audit<'_> {
    pub(super) fn is_few(&self, at: usize) -> bool {
        0 < self.counts[at] && self.counts[at] < self.under
    }

    /// The cell of a line that is left out most cheaply.
    pub(super) fn cheapest(&self, line: &[usize], is_hidden: &[bool]) -> Option<Cost> {
        let last = line.len() - 1;
        let open = line.iter().enumerate().filter(|(_, at)| !is_hidden[**at]);
        let cost = |(part, at): (usize, &usize)| Cost {
            is_total: part == last,
            is_nobody: self.counts[*at] == 0,
            count: self.counts[*at],
            at: *at,
        };
        open.map(cost).min()
    }

    /// Whether what is published leaves enough values possible for a cell.
    pub(super) fn is_protected(&self, at: usize, is_hidden: &[bool]) -> bool {
        let least = self.bound(at, is_hidden, OptimizationDirection::Minimize);
        let largest = self.bound(at, is_hidden, OptimizationDirection::Maximize);
        match (least, largest) {
            (Some(least), Some(largest)) => self.under as f64 <= largest - least + 1.0 + NEAR,
            // Without a limit there is no end of values.
            _ => true,
        }
    }

    /// The least or largest value that a hidden cell may have; `None` where there is no limit.
    fn bound(
        &self,
        at: usize,
        is_hidden: &[bool],
        direction: OptimizationDirection,
    ) -> Option<f64> {
        let mut problem = Problem::new(direction);
        let variables: Vec<_> = (0..self.counts.len())
            .map(|cell| {
                let weight = f64::from(u8::from(cell == at));
                is_hidden[cell].then(|| problem.add_var(weight, (0.0, f64::INFINITY)))
            })
            .collect();
        for line in self.lines {
            let (Some((total, parts)), true) =
                (line.split_last(), line.iter().any(|cell| is_hidden[*cell]))
            else {
                continue;
            };
            let mut known = 0.0;
            let mut terms = Vec::new();
            let signed = parts.iter().map(|cell| (*cell, 1.0)).chain([(*total, -1.0)]);
            for (cell, sign) in signed {
                match variables[cell] {
                    Some(variable) => terms.push((variable, sign)),
                    None => known += sign * self.counts[cell] as f64,
                }
            }
            problem.add_constraint(terms.as_slice(), ComparisonOp::Eq, -known);
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(found)) => Some(found.objective()),
            Err(Error::Unbounded) => None,
            // What cannot be calculated counts as known, so that more is left out.
            Ok(_) | Err(_) => Some(self.counts[at] as f64),
        }
    }
}

/// What rounding may take from a whole number.
const NEAR: f64 = 1e-6;
