//! What small mistakes in the table would change.
//!
//! Two records of one person that were not linked make two people out of one, and too few on
//! several lists: the estimate comes out too high. Two records that were linked wrongly do the
//! reverse.

use crate::data::Data;

/// The table as it would be, had this share of the true links been missed.
///
/// Each person on several lists whose link was missed stands in the table twice: once on one of the
/// lists, once on the others. They are put together again, as many as are there to be put together.
pub(crate) fn with_missed_links(data: &Data, share: f64) -> Data {
    moved(data, share / (1.0 - share))
}

/// The table as it would be, had this share of the links been wrong.
pub(crate) fn without_wrong_links(data: &Data, share: f64) -> Data {
    moved(data, -share)
}

/// Adds a share of each overlap to it, taken from the people on one of its lists and on the others.
fn moved(data: &Data, share: f64) -> Data {
    let mut people = data.people.clone();
    for history in (1..people.len()).filter(|history| 1 < history.count_ones()) {
        let lists = f64::from(history.count_ones());
        for list in (0..data.lists).map(|list| 1 << list).filter(|list| history & list != 0) {
            let there = people[list].min(people[history ^ list]);
            let number = (data.people[history] * share / lists).min(there);
            people[history] += number;
            people[list] -= number;
            people[history ^ list] -= number;
        }
    }
    Data::of_people(data.lists, people)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_link_that_was_missed_makes_two_people_one() {
        let data = Data::of_people(2, vec![0.0, 50.0, 40.0, 10.0]);

        let missed = with_missed_links(&data, 0.5);
        let wrong = without_wrong_links(&data, 0.5);

        assert_eq!(missed.people, [0.0, 40.0, 30.0, 20.0]);
        assert_eq!(wrong.people, [0.0, 55.0, 45.0, 5.0]);
    }

    proptest! {
        #[test]
        fn links_keep_the_size_of_every_list(
            people in prop::collection::vec(0u32..200, 7),
            share in 0.0f64..0.5,
        ) {
            let people = std::iter::once(0.0).chain(people.into_iter().map(f64::from));
            let data = Data::of_people(3, people.collect());

            for changed in [with_missed_links(&data, share), without_wrong_links(&data, share)] {
                for list in [1, 2, 4] {
                    prop_assert!((changed.total(list) - data.total(list)).abs() < 1e-6);
                }
                prop_assert!(changed.people.iter().all(|people| 0.0 <= *people));
            }
        }
    }
}
