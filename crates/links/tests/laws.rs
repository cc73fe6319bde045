//! The laws of the ranking, and what it makes of a small region.

use liaison_links::{
    Entity, EntityKind, Graph, GraphBuilder, HOLDERS_MAX, Link, LinkKind, Ranking, Rule, Strength,
    Window, explain, rank,
};
use proptest::prelude::*;

/// A link as a test says it.
type Said = (u32, u32, LinkKind, u32);

fn link((from, to, kind, thousandths): Said) -> Link {
    Link {
        from: Entity(from),
        to: Entity(to),
        kind,
        strength: Strength::of_grade(None).max(Strength::FULL.part(thousandths)),
        since: None,
        until: None,
        tag: 0,
    }
}

fn graph(kinds: &[EntityKind], payers: &[(u32, u32)], links: &[Said]) -> Graph {
    let mut builder = GraphBuilder::default();
    kinds.iter().for_each(|kind| _ = builder.entity(*kind));
    payers.iter().for_each(|(entity, payers)| builder.received(Entity(*entity), *payers));
    links.iter().for_each(|said| builder.link(link(*said)));
    builder.build(Window::default())
}

/// Whose place is which; nobody's is behind everybody's.
fn place(ranking: &Ranking, entity: u32) -> u32 {
    let found = ranking.ranked.iter().find(|ranked| ranked.entity == Entity(entity));
    found.map_or(ranking.ranked.len() as u32 + 1, |ranked| ranked.rank)
}

/// How many have more.
fn ahead(ranking: &Ranking, entity: u32) -> usize {
    let own = ranking.ranked.iter().find(|ranked| ranked.entity == Entity(entity));
    let own = own.map_or(0, |ranked| ranked.weighed.score);
    ranking.ranked.iter().filter(|ranked| own < ranked.weighed.score).count()
}

/// Fifty people, so that a contact can become over-common by the last word, and what they have.
fn kinds() -> Vec<EntityKind> {
    let some = [
        (EntityKind::Person, PEOPLE),
        (EntityKind::Organisation, 6),
        (EntityKind::Account, 4),
        (EntityKind::Contact, 3),
        (EntityKind::Advert, 4),
        (EntityKind::Compound, 2),
        (EntityKind::Report, 4),
        (EntityKind::Other, 2),
    ];
    some.into_iter().flat_map(|(kind, count)| vec![kind; count as usize]).collect()
}

fn said() -> impl Strategy<Value = Said> {
    let kind = proptest::sample::select(&LinkKind::ALL[..]);
    // Two links of three begin at a few people, so that chains and ties come about.
    let from = prop_oneof![0..8u32, 0..PEOPLE, PEOPLE..ALL];
    let to = prop_oneof![0..8u32, PEOPLE..ALL, PEOPLE..ALL];
    (from, to, kind, 0..=1_000u32)
}

/// Enough people have the first contact that one or two more are too many; it stands in an advert,
/// and a firm has it, too.
fn crowd() -> impl Strategy<Value = Vec<Said>> {
    (HOLDERS_MAX - 3..HOLDERS_MAX + 2).prop_map(|count| {
        let holder = |at| (PEOPLE - 1 - at, FIRST_CONTACT, LinkKind::Contact, 1_000);
        let firm = (PEOPLE, FIRST_CONTACT, LinkKind::Contact, 1_000);
        let advert = (FIRST_CONTACT, FIRST_CONTACT + 3, LinkKind::Advert, 1_000);
        (0..count).map(holder).chain([firm, advert]).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn evidence_for_a_person_never_lowers_that_persons_rank(
        mut links in proptest::collection::vec(said(), 0..80),
        crowd in crowd(),
        payers in proptest::collection::vec((0..ALL, 1..9u32), 0..6),
        more in prop_oneof![said(), Just((0, FIRST_CONTACT, LinkKind::Contact, 0))],
        person in 0..8u32,
        owns_the_firm in any::<bool>(),
    ) {
        links.extend(crowd);
        links.extend(owns_the_firm.then_some((person, PEOPLE, LinkKind::Ownership, 1_000)));
        let before = rank(&graph(&kinds(), &payers, &links), false);
        links.push((person, more.1, more.2, more.3));
        let after = rank(&graph(&kinds(), &payers, &links), false);

        prop_assert!(ahead(&after, person) <= ahead(&before, person));
    }

    #[test]
    fn money_that_came_to_a_person_never_lowers_that_persons_rank(
        links in proptest::collection::vec(said(), 0..80),
        mut payers in proptest::collection::vec((0..ALL, 1..9u32), 0..6),
        person in 0..8u32,
    ) {
        let before = rank(&graph(&kinds(), &payers, &links), false);
        payers.push((person, 9));
        let after = rank(&graph(&kinds(), &payers, &links), false);

        prop_assert!(ahead(&after, person) <= ahead(&before, person));
    }

    #[test]
    fn other_numbers_for_the_entities_and_another_order_of_links_change_no_rank(
        links in proptest::collection::vec(said(), 0..120),
        payers in proptest::collection::vec((0..ALL, 1..9u32), 0..6),
        order in Just((0..ALL).collect::<Vec<u32>>()).prop_shuffle(),
    ) {
        let new = |old: u32| order[old as usize];
        let mut kinds_anew = kinds();
        for (old, kind) in kinds().iter().enumerate() {
            kinds_anew[new(old as u32) as usize] = *kind;
        }
        let payers_anew: Vec<(u32, u32)> = payers.iter().map(|(of, n)| (new(*of), *n)).collect();
        let renamed = |(from, to, kind, share): Said| (new(from), new(to), kind, share);
        let links_anew: Vec<Said> = links.iter().rev().copied().map(renamed).collect();

        let one = rank(&graph(&kinds(), &payers, &links), true);
        let other = rank(&graph(&kinds_anew, &payers_anew, &links_anew), true);

        for person in 0..PEOPLE {
            prop_assert_eq!(place(&one, person), place(&other, new(person)));
        }
    }

    #[test]
    fn the_parts_of_an_explanation_add_up_to_the_score(
        links in proptest::collection::vec(said(), 0..80),
    ) {
        let graph = graph(&kinds(), &[(0, 3)], &links);
        let ranking = rank(&graph, true);
        let all: Vec<Entity> = ranking.ranked.iter().map(|ranked| ranked.entity).collect();

        let explained = explain(&graph, &all, |link| vec![format!("{:?}", link.kind)]);

        for (ranked, steps) in ranking.ranked.iter().zip(explained) {
            let sum: f64 = steps.iter().map(|step| step.weight).sum();
            prop_assert!((sum - ranked.weighed.score as f64 / 1e6).abs() < 1e-6);
        }
    }
}

#[test]
fn whoever_stands_behind_the_firms_is_ahead_of_whoever_works_for_them() {
    use EntityKind::{Account, Advert, Compound, Contact, Organisation, Person, Report};
    let kinds = [
        Person,
        Person,
        Organisation,
        Organisation,
        Compound,
        Account,
        Contact,
        Advert,
        Report,
        Report,
    ];
    let (boss, clerk, holding, firm, compound) = (0, 1, 2, 3, 4);
    let (account, phone, advert, report, other) = (5, 6, 7, 8, 9);
    let links = [
        (boss, holding, LinkKind::Ownership, 1_000),
        (holding, firm, LinkKind::Ownership, 1_000),
        (firm, compound, LinkKind::Operation, 1_000),
        (firm, account, LinkKind::Holding, 1_000),
        (firm, phone, LinkKind::Contact, 1_000),
        (phone, advert, LinkKind::Advert, 1_000),
        (compound, report, LinkKind::Report, 1_000),
        (compound, other, LinkKind::Report, 1_000),
        (clerk, firm, LinkKind::Employment, 1_000),
        (clerk, phone, LinkKind::Contact, 1_000),
        (boss, clerk, LinkKind::Associate, 1_000),
    ];
    let graph = graph(&kinds, &[(account, 12)], &links);

    let ranking = rank(&graph, false);

    assert_eq!(place(&ranking, boss), 1);
    assert_eq!(place(&ranking, clerk), 2);
    let parts = &ranking.ranked[0].weighed.parts;
    let rules: Vec<Rule> = parts.iter().map(|part| part.rule).collect();
    let expected =
        [Rule::Control, Rule::Money, Rule::Adverts, Rule::Reports, Rule::Breadth, Rule::Ties];
    assert_eq!(rules, expected);
}

#[test]
fn a_cycle_of_ownership_is_followed_once() {
    use EntityKind::{Compound, Organisation, Person};
    let own = |from, to| (from, to, LinkKind::Ownership, 1_000);
    let links = [own(0, 1), own(1, 2), own(2, 3), own(3, 1), (3, 4, LinkKind::Operation, 1_000)];
    let kinds = [Person, Organisation, Organisation, Organisation, Compound];

    let ranking = rank(&graph(&kinds, &[], &links), false);

    let control = &ranking.ranked[0].weighed.parts[0];
    assert_eq!((control.rule, control.things), (Rule::Control, 4));
}

#[test]
fn a_phone_that_very_many_have_gives_nobody_its_adverts_and_is_told() {
    let many = HOLDERS_MAX + 2;
    let mut kinds = vec![EntityKind::Person; many as usize];
    kinds.extend([EntityKind::Contact, EntityKind::Advert]);
    let mut links: Vec<Said> =
        (0..many).map(|person| (person, many, LinkKind::Contact, 1_000)).collect();
    links.push((many, many + 1, LinkKind::Advert, 1_000));
    let graph = graph(&kinds, &[], &links);

    let ranking = rank(&graph, false);

    assert!(ranking.ranked.is_empty());
    assert_eq!(ranking.over_common[0].holders, many);
    assert!(graph.paths(Entity(0), Entity(1), 3).is_empty());
}

#[test]
fn whoever_is_the_last_that_a_phone_can_bear_keeps_what_it_gave_them() {
    use EntityKind::{Advert, Contact, Organisation, Person};
    let (boss, rival, firm, phone, others) = (0, 1, 2, 3, 8);
    let mut kinds =
        vec![Person, Person, Organisation, Contact, Advert, Advert, Advert, Organisation];
    kinds.extend(vec![Person; HOLDERS_MAX as usize - 1]);
    let mut links: Vec<Said> =
        (0..HOLDERS_MAX - 1).map(|at| (others + at, phone, LinkKind::Contact, 1_000)).collect();
    links.extend([
        (boss, firm, LinkKind::Ownership, 1_000),
        (firm, phone, LinkKind::Contact, 1_000),
        (rival, 7, LinkKind::Ownership, 1_000),
    ]);
    links.extend((4..7).map(|advert| (phone, advert, LinkKind::Advert, 1_000)));
    let before = rank(&graph(&kinds, &[], &links), false);
    links.push((boss, phone, LinkKind::Contact, 0));

    let after = rank(&graph(&kinds, &[], &links), false);

    assert!(ahead(&after, boss) <= ahead(&before, boss));
    let score = |ranking: &Ranking| {
        ranking.ranked.iter().find(|r| r.entity.0 == boss).map(|r| r.weighed.score)
    };
    assert!(score(&before) <= score(&after));
}

#[test]
fn a_hub_of_a_hundred_thousand_links_leads_nowhere_and_what_was_cut_behind_it_is_told() {
    let hub: u32 = 0;
    let (owners, accounts): (u32, u32) = (10, 99_990);
    let mut kinds = vec![EntityKind::Organisation];
    kinds.extend(vec![EntityKind::Person; owners as usize]);
    kinds.extend(vec![EntityKind::Account; accounts as usize]);
    let mut links: Vec<Said> =
        (1..=owners).map(|person| (person, hub, LinkKind::Ownership, 1)).collect();
    links.extend((1..=accounts).map(|at| (hub, owners + at, LinkKind::Holding, 1_000)));
    let graph = graph(&kinds, &[(owners + 1, 5)], &links);

    let (near, ranking) = (graph.near(&[Entity(hub)]), rank(&graph, false));

    assert_eq!(near.len(), 100_000);
    assert!(graph.paths(Entity(1), Entity(2), 3).is_empty());
    assert_eq!((ranking.ranked.len(), ranking.cut), (10, 1));
}

#[test]
fn ways_between_two_have_nothing_between_them_in_common_and_the_shortest_is_first() {
    use EntityKind::{Contact, Organisation, Person};
    let kinds = [Person, Person, Organisation, Contact, Person];
    let links = [
        (0, 2, LinkKind::Ownership, 1_000),
        (1, 2, LinkKind::Directorship, 1_000),
        (0, 4, LinkKind::Family, 1_000),
        (4, 3, LinkKind::Contact, 1_000),
        (1, 3, LinkKind::Contact, 1_000),
    ];
    let graph = graph(&kinds, &[], &links);

    let paths = graph.paths(Entity(0), Entity(1), 5);

    let ways: Vec<Vec<u32>> =
        paths.iter().map(|path| path.steps.iter().map(|step| step.to.0).collect()).collect();
    assert_eq!(ways, [vec![2, 1], vec![4, 3, 1]]);
    assert_eq!(graph.near(&[Entity(0), Entity(1)])[0].entity, Entity(2));
}

#[test]
fn a_link_that_was_over_before_the_window_does_not_count() {
    let mut builder = GraphBuilder::default();
    let owner = builder.entity(EntityKind::Person);
    let firm = builder.entity(EntityKind::Organisation);
    let over = Link {
        until: "2019-12-31".parse().ok(),
        ..link((owner.0, firm.0, LinkKind::Ownership, 1_000))
    };
    builder.link(over);

    let later = Window { since: "2020-01-01".parse().ok(), until: None };
    let graph = builder.clone().build(later);

    assert!(rank(&graph, false).ranked.is_empty());
    assert_eq!(rank(&builder.build(Window::default()), false).ranked.len(), 1);
}

const PEOPLE: u32 = 50;
const FIRST_CONTACT: u32 = PEOPLE + 10;
const ALL: u32 = PEOPLE + 25;
