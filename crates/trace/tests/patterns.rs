//! Each pattern against a plain search over all combinations, on random tables with ties.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use liaison_trace::{
    Account, Decimal, Found, Pattern, PatternOptions, Ties, Transfer, Transfers, TransfersBuilder,
    find,
};
use proptest::prelude::*;

type Row = (i64, u32, u32, u64);

fn rows(accounts: u32, most: usize) -> impl Strategy<Value = Vec<Row>> {
    let row = (0_i64..16, 0..accounts, 0..accounts, 0_u64..12);
    proptest::collection::vec(row, 0..most)
}

fn table(rows: &[Row]) -> Transfers {
    let mut builder = TransfersBuilder::new();
    (0..8).for_each(|at| _ = builder.account(&format!("a{at}")).unwrap());
    let unit = builder.unit("THB", 0).unwrap();
    for (number, (time, from, to, amount)) in (1..).zip(rows) {
        let ends = (Account(*from), Account(*to));
        builder.push(*time, ends, Decimal { digits: *amount, decimals: 0 }, unit, number);
    }
    builder.finish(Ties::AsWritten).0
}

fn options() -> PatternOptions {
    PatternOptions {
        fan_min: 3,
        pass_through: 2,
        dormant: 5,
        reported_from: vec![Some(11)],
        ..PatternOptions::usual(6)
    }
}

fn members(found: &Found, transfers: &Transfers, pattern: Pattern) -> BTreeSet<usize> {
    let has = |place: &usize| found.patterns(*place).any(|own| own == pattern);
    (0..transfers.rows().len()).filter(has).collect()
}

fn moves(row: &Transfer) -> bool {
    row.amount > 0 && row.from != row.to
}

/// All sets of places within the window of which a test says that they are one.
fn windows(rows: &[Transfer], window: i64) -> impl Iterator<Item = Vec<usize>> + '_ {
    (0..16).map(move |start| {
        let within = |place: &usize| {
            moves(&rows[*place]) && (start..=start + window).contains(&rows[*place].time)
        };
        (0..rows.len()).filter(within).collect()
    })
}

fn different(accounts: impl Iterator<Item = Account>) -> usize {
    accounts.collect::<BTreeSet<_>>().len()
}

fn plain_fan(rows: &[Transfer], options: &PatternOptions, out: bool) -> BTreeSet<usize> {
    let ends = |row: &Transfer| if out { (row.from, row.to) } else { (row.to, row.from) };
    let mut found = BTreeSet::new();
    for window in windows(rows, options.window) {
        for account in (0..8).map(Account) {
            let own: Vec<usize> =
                window.iter().copied().filter(|at| ends(&rows[*at]).0 == account).collect();
            if different(own.iter().map(|at| ends(&rows[*at]).1)) >= options.fan_min as usize {
                found.extend(own);
            }
        }
    }
    found
}

fn plain_gather_scatter(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (moment, middle) in rows.iter().enumerate().filter(|(_, row)| moves(row)) {
        let ins: Vec<usize> = (0..=moment)
            .filter(|at| moves(&rows[*at]) && rows[*at].to == middle.to)
            .filter(|at| rows[*at].time >= middle.time - options.window)
            .collect();
        let outs: Vec<usize> = (moment + 1..rows.len())
            .filter(|at| moves(&rows[*at]) && rows[*at].from == middle.to)
            .filter(|at| rows[*at].time <= middle.time + options.window)
            .collect();
        let least = options.fan_min as usize;
        if different(ins.iter().map(|at| rows[*at].from)) >= least
            && different(outs.iter().map(|at| rows[*at].to)) >= least
        {
            found.extend(ins.into_iter().chain(outs));
        }
    }
    found
}

/// Every row of transfers, each from where the one before went, that comes home.
fn plain_cycles(rows: &[Transfer], options: &PatternOptions) -> (u64, BTreeSet<usize>) {
    fn walk(
        rows: &[Transfer],
        options: &PatternOptions,
        way: &mut Vec<usize>,
        found: &mut (u64, BTreeSet<usize>),
    ) {
        let (first, last) = (rows[way[0]], rows[way[way.len() - 1]]);
        for next in way[way.len() - 1] + 1..rows.len() {
            let row = rows[next];
            if !moves(&row) || row.from != last.to || row.time - first.time > options.window {
                continue;
            }
            if row.to == first.from {
                if way.len() + 1 >= 3 {
                    found.0 += 1;
                    found.1.extend(way.iter().copied().chain([next]));
                }
            } else if way.len() + 1 < options.cycle_max as usize
                && way.iter().all(|on| rows[*on].from != row.to && rows[*on].to != row.to)
            {
                way.push(next);
                walk(rows, options, way, found);
                way.pop();
            }
        }
    }
    let mut found = (0, BTreeSet::new());
    for start in (0..rows.len()).filter(|at| moves(&rows[*at])) {
        walk(rows, options, &mut vec![start], &mut found);
    }
    found
}

fn plain_scatter_gather(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for window in windows(rows, options.window) {
        for source in (0..8).map(Account) {
            for target in (0..8).map(Account).filter(|target| *target != source) {
                let mut ways = Vec::new();
                for first in window.iter().filter(|at| rows[**at].from == source) {
                    for last in window.iter().filter(|at| rows[**at].to == target) {
                        if first < last && rows[*first].to == rows[*last].from {
                            ways.push((rows[*first].to, *first, *last));
                        }
                    }
                }
                let middles = different(ways.iter().map(|way| way.0));
                if middles >= options.middle_min as usize {
                    found.extend(ways.iter().flat_map(|way| [way.1, way.2]));
                }
            }
        }
    }
    found
}

fn plain_bipartite(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for window in windows(rows, options.window) {
        for one in (0..8).map(Account) {
            for other in (0..8).map(Account).filter(|other| *other != one) {
                let receivers = |of: Account| -> BTreeSet<Account> {
                    let own = window.iter().filter(|at| rows[**at].from == of);
                    own.map(|at| rows[*at].to).filter(|to| *to != one && *to != other).collect()
                };
                let shared: BTreeSet<Account> =
                    receivers(one).intersection(&receivers(other)).copied().collect();
                if shared.len() >= 3 {
                    found.extend(window.iter().copied().filter(|at| {
                        let row = rows[*at];
                        (row.from == one || row.from == other) && shared.contains(&row.to)
                    }));
                }
                let pays = |sender: Account, to: Account| {
                    window.iter().any(|at| rows[*at].from == sender && rows[*at].to == to)
                };
                let crowd: BTreeSet<Account> = (0..8)
                    .map(Account)
                    .filter(|it| *it != one && *it != other && pays(*it, one) && pays(*it, other))
                    .collect();
                if crowd.len() >= 3 {
                    found.extend(window.iter().copied().filter(|at| {
                        let row = rows[*at];
                        (row.to == one || row.to == other) && crowd.contains(&row.from)
                    }));
                }
            }
        }
    }
    found
}

/// Whether there is any stack: all choices of eight transfers.
fn plain_has_stack(rows: &[Transfer], options: &PatternOptions) -> bool {
    let accounts = || (0..6).map(Account);
    windows(rows, options.window).any(|window| {
        let goes = |from: Account, to: Account| -> Vec<usize> {
            window
                .iter()
                .copied()
                .filter(|at| rows[*at].from == from && rows[*at].to == to)
                .collect()
        };
        let through = |middle: Account, above: [Account; 2], below: [Account; 2]| {
            let last = |ins: Vec<usize>| ins.into_iter().next();
            let first = |outs: Vec<usize>| outs.into_iter().next_back();
            let ins: Option<Vec<usize>> =
                above.iter().map(|one| last(goes(*one, middle))).collect();
            let outs: Option<Vec<usize>> =
                below.iter().map(|one| first(goes(middle, *one))).collect();
            match (ins, outs) {
                (Some(ins), Some(outs)) => ins.iter().max() < outs.iter().min(),
                _ => false,
            }
        };
        accounts().any(|a| {
            accounts().filter(|b| *b > a).any(|b| {
                let rest: Vec<Account> = accounts().filter(|c| ![a, b].contains(c)).collect();
                rest.iter().any(|c| {
                    rest.iter().filter(|d| *d > c).any(|d| {
                        let below: Vec<Account> =
                            rest.iter().copied().filter(|e| ![*c, *d].contains(e)).collect();
                        below.iter().any(|e| {
                            below.iter().filter(|f| *f > e).any(|f| {
                                through(*c, [a, b], [*e, *f]) && through(*d, [a, b], [*e, *f])
                            })
                        })
                    })
                })
            })
        })
    })
}

fn goes_on(first: &Transfer, second: &Transfer, percent: u64) -> bool {
    moves(first)
        && moves(second)
        && second.from == first.to
        && second.to != first.from
        && second.amount <= first.amount
        && second.amount * 100 >= first.amount * percent
}

fn plain_walks(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    fn extend(
        rows: &[Transfer],
        options: &PatternOptions,
        way: &mut Vec<usize>,
        found: &mut BTreeSet<usize>,
    ) {
        if way.len() >= options.walk_min as usize {
            found.extend(way.iter().copied());
        }
        let last = way[way.len() - 1];
        for next in last + 1..rows.len() {
            let is_near = rows[next].time - rows[last].time <= options.window;
            if is_near && goes_on(&rows[last], &rows[next], 80) {
                way.push(next);
                extend(rows, options, way, found);
                way.pop();
            }
        }
    }
    let mut found = BTreeSet::new();
    for start in (0..rows.len()).filter(|at| moves(&rows[*at])) {
        extend(rows, options, &mut vec![start], &mut found);
    }
    found
}

fn plain_pass_through(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for first in 0..rows.len() {
        for second in first + 1..rows.len() {
            let is_near = rows[second].time - rows[first].time <= options.pass_through;
            if is_near && goes_on(&rows[first], &rows[second], 90) {
                found.extend([first, second]);
            }
        }
    }
    found
}

fn plain_structuring(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for window in windows(rows, options.window) {
        for account in (0..8).map(Account) {
            let own = window.iter().copied().filter(|at| rows[*at].from == account);
            let own: Vec<usize> = own.filter(|at| rows[*at].amount == 10).collect();
            if own.len() >= 3 {
                found.extend(own);
            }
        }
    }
    found
}

fn plain_many_in_one_out(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for (place, row) in rows.iter().enumerate().filter(|(_, row)| moves(row)) {
        let ins: Vec<usize> = (0..place)
            .filter(|at| moves(&rows[*at]) && rows[*at].to == row.from)
            .filter(|at| rows[*at].time >= row.time - options.window)
            .filter(|at| rows[*at].amount * 2 <= row.amount)
            .collect();
        let sum: u64 = ins.iter().map(|at| rows[*at].amount).sum();
        let senders = different(ins.iter().map(|at| rows[*at].from));
        if senders >= options.fan_min as usize && row.amount <= sum && sum * 80 <= row.amount * 100
        {
            found.extend(ins.into_iter().chain([place]));
        }
    }
    found
}

fn plain_dormant(rows: &[Transfer], options: &PatternOptions) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    for account in (0..8).map(Account) {
        let is_own = |at: &usize| {
            moves(&rows[*at]) && (rows[*at].from == account || rows[*at].to == account)
        };
        let own: Vec<usize> = (0..rows.len()).filter(is_own).collect();
        for pair in own.windows(2) {
            let woke = rows[pair[1]].time;
            let after = own.iter().copied().filter(|at| *at >= pair[1]);
            let active: Vec<usize> =
                after.filter(|at| rows[*at].time <= woke + options.window).collect();
            if woke - rows[pair[0]].time >= options.dormant && active.len() >= 3 {
                found.extend(active);
            }
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn each_pattern_is_what_a_plain_search_finds(rows in rows(6, 40)) {
        let transfers = table(&rows);
        let options = options();

        let found = find(&transfers, &options);

        let rows = transfers.rows();
        let check = |pattern, told: BTreeSet<usize>| {
            prop_assert_eq!(members(&found, &transfers, pattern), told, "{:?}", pattern);
            Ok(())
        };
        check(Pattern::FanOut, plain_fan(rows, &options, true))?;
        check(Pattern::FanIn, plain_fan(rows, &options, false))?;
        check(Pattern::GatherScatter, plain_gather_scatter(rows, &options))?;
        check(Pattern::ScatterGather, plain_scatter_gather(rows, &options))?;
        check(Pattern::Bipartite, plain_bipartite(rows, &options))?;
        check(Pattern::RandomWalk, plain_walks(rows, &options))?;
        check(Pattern::PassThrough, plain_pass_through(rows, &options))?;
        check(Pattern::Structuring, plain_structuring(rows, &options))?;
        check(Pattern::ManyInOneOut, plain_many_in_one_out(rows, &options))?;
        check(Pattern::DormantThenActive, plain_dormant(rows, &options))?;
        let (count, members) = plain_cycles(rows, &options);
        prop_assert_eq!(found.cycles, count);
        check(Pattern::Cycle, members)?;
    }

    #[test]
    fn there_is_a_stack_where_all_choices_of_eight_find_one(rows in rows(6, 60)) {
        let transfers = table(&rows);
        let options = options();

        let found = find(&transfers, &options);

        let has_stack = !members(&found, &transfers, Pattern::Stack).is_empty();
        prop_assert_eq!(has_stack, plain_has_stack(transfers.rows(), &options));
    }

    #[test]
    fn an_alert_has_its_transfers_in_sequence_and_sums_them(rows in rows(6, 40)) {
        let transfers = table(&rows);

        let found = find(&transfers, &options());

        for alert in &found.alerts {
            prop_assert!(alert.places.is_sorted_by(|a, b| a < b));
            let amounts = alert.places.iter().map(|at| transfers.rows()[*at as usize].amount);
            let sum: u128 = amounts.map(u128::from).sum();
            prop_assert_eq!(sum, alert.amounts.iter().map(|(_, sum)| sum).sum::<u128>());
            prop_assert!((0.0..=1.0).contains(&alert.score));
            for place in &alert.places {
                prop_assert!(found.patterns(*place as usize).any(|own| own == alert.pattern));
                prop_assert!(found.scores[*place as usize] >= alert.score - 1e-6);
            }
        }
    }
}
