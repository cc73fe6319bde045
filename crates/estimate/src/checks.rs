//! What a table must have before any method is asked, and what a reader must know of it.

use crate::answer::{Refusal, Warning};
use crate::counts::{Counts, History};
use crate::model::pairs;

/// Why no method answers from this table, if so.
pub(crate) fn refusal(counts: &Counts) -> Option<Refusal> {
    if counts.lists().len() < 2 {
        return Some(Refusal::OneList);
    }
    if counts.observed() == 0 {
        return Some(Refusal::NoPeople);
    }
    let empty = (0..).zip(counts.lists()).find(|(list, _)| counts.on_all(1 << list) == 0);
    if let Some((_, list)) = empty {
        return Some(Refusal::EmptyList { list: list.clone() });
    }
    let shared = counts.on_several();
    if shared == 0 {
        return Some(Refusal::DisjointLists);
    }
    let is_two = counts.lists().len() == 2;
    let hopeless = |found: &Contained| is_two || found.chance < CHANCE_MIN;
    if let Some(found) = contained(counts).into_iter().find(hopeless) {
        return Some(Refusal::ContainedList { inner: found.inner, outer: found.outer });
    }
    if is_two && shared < SHARED_MIN {
        return Some(Refusal::TooFewShared { shared, required: SHARED_MIN });
    }
    None
}

/// What a reader must know of a table that is not refused.
pub(crate) fn warnings(counts: &Counts) -> Vec<Warning> {
    let shared = counts.on_several();
    let mut found = Vec::new();
    if counts.lists().len() == 2 {
        found.push(Warning::TwoLists);
        if shared < SHARED_ENOUGH {
            found.push(Warning::FewShared { shared });
        }
    } else if shared < OVERLAP_ENOUGH {
        found.push(Warning::SmallOverlap { shared });
    }
    for (list, name) in (0..).zip(counts.lists()) {
        if counts.on_all(1 << list) == counts.on_exactly(1 << list) {
            found.push(Warning::IsolatedList { list: name.clone() });
        }
    }
    let inside = contained(counts).into_iter();
    found.extend(
        inside.map(|Contained { inner, outer, .. }| Warning::ContainedList { inner, outer }),
    );
    found
}

/// Pairs of lists that share nobody.
pub(crate) fn empty_overlaps(counts: &Counts) -> Vec<History> {
    pairs(counts.lists().len()).filter(|pair| counts.on_all(*pair) == 0).collect()
}

/// One list that lies inside another.
struct Contained {
    inner: String,
    outer: String,
    /// How likely that is, were the two independent.
    chance: f64,
}

fn contained(counts: &Counts) -> Vec<Contained> {
    let lists = counts.lists();
    let mut found = Vec::new();
    for (inner, inner_name) in (0u32..).zip(lists) {
        for (outer, outer_name) in (0u32..).zip(lists) {
            let (own, both) = (counts.on_all(1 << inner), counts.on_all(1 << inner | 1 << outer));
            if inner == outer || both < own {
                continue;
            }
            // Of two lists with the same people, one tells nothing; the first is named.
            let is_same = counts.on_all(1 << outer) == own;
            if is_same && outer < inner {
                continue;
            }
            let others = counts.observed() - own;
            let share = (counts.on_all(1 << outer) - own) as f64 / others.max(1) as f64;
            let chance = share.powf(own as f64);
            let (inner, outer) = (inner_name.clone(), outer_name.clone());
            found.push(Contained { inner, outer, chance });
        }
    }
    found
}

/// Two lists that share fewer people are refused; Chapman's estimator is biased below 7 (Robson &
/// Regier 1964, *Transactions of the American Fisheries Society* 93).
const SHARED_MIN: u64 = 7;
/// From here on two lists share enough for limits to be worth reading.
const SHARED_ENOUGH: u64 = 30;
/// With fewer people on several lists, each of them decides.
const OVERLAP_ENOUGH: u64 = 10;
/// A list inside another that is less likely than this is not there by chance.
const CHANCE_MIN: f64 = 0.001;

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, refused: Option<&str>, warned: &[&str]) {
        let counts = Counts::read(text.as_bytes()).unwrap();
        let refusal = refusal(&counts);
        assert_eq!(refusal.as_ref().map(Refusal::code).as_deref(), refused, "{text}");
        if refusal.is_none() {
            let warnings: Vec<String> = warnings(&counts).iter().map(Warning::code).collect();
            assert_eq!(warnings, warned, "{text}");
        }
    }

    #[test]
    fn tables_that_say_nothing_are_refused() {
        check("a,count\n1,10\n", Some("one-list"), &[]);
        check("count\n", Some("one-list"), &[]);
        check("a,b,count\n1,1,0\n", Some("no-people"), &[]);
        check("a,b,c,count\n1,1,0,20\n1,0,0,20\n0,1,0,9\n", Some("empty-list"), &[]);
        check("a,b,count\n1,0,100\n0,1,90\n", Some("disjoint-lists"), &[]);
        check("a,b,c,count\n1,0,0,9\n0,1,0,9\n0,0,1,9\n", Some("disjoint-lists"), &[]);
        check("a,b,count\n1,1,20\n0,1,90\n", Some("contained-list"), &[]);
        check("a,b,count\n1,1,20\n", Some("contained-list"), &[]);
        check("a,b,count\n1,1,6\n1,0,50\n0,1,50\n", Some("too-few-shared"), &[]);
    }

    #[test]
    fn a_list_inside_another_is_refused_unless_it_may_be_so_by_chance() {
        let others = "1,0,0,40\n0,1,0,50\n1,1,0,15\n";
        let heading = "a,b,c,count\n";

        check(&format!("{heading}{others}1,0,1,30\n"), Some("contained-list"), &[]);
        check(&format!("{heading}{others}1,0,1,2\n"), None, &["contained-list"]);
    }

    #[test]
    fn thin_tables_are_warned_of() {
        check("a,b,count\n1,1,7\n1,0,50\n0,1,50\n", None, &["two-lists", "few-shared"]);
        check("a,b,count\n1,1,29\n1,0,50\n0,1,50\n", None, &["two-lists", "few-shared"]);
        check("a,b,count\n1,1,30\n1,0,50\n0,1,50\n", None, &["two-lists"]);
        check(
            "a,b,c,count\n1,0,0,40\n0,1,0,50\n0,0,1,30\n1,1,0,9\n",
            None,
            &["small-overlap", "isolated-list"],
        );
    }
}
