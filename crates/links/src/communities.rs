//! Which entities hang together: the Leiden algorithm (Traag, Waltman and van Eck, 2019) for
//! modularity.

use std::collections::VecDeque;

use crate::graph::{Entity, Graph};

/// Entities that hang together.
#[derive(Debug, Clone, PartialEq)]
pub struct Communities {
    /// Of each entity, the number of its community; 0 is the largest.
    pub of: Vec<u32>,
    /// How many there are.
    pub count: u32,
    /// How much more hangs together within them than by chance, from -1/2 to 1.
    pub modularity: f64,
}

/// Finds communities. Contacts that very many have stand alone. The same seed gives the same answer.
#[must_use]
pub fn communities(graph: &Graph, seed: u64) -> Communities {
    let links = graph.links().iter().filter_map(|link| {
        let is_common = graph.is_over_common(link.from) || graph.is_over_common(link.to);
        (!is_common).then_some((link.from.0, link.to.0, link.strength.share()))
    });
    let ground = Net::of(graph.len(), links);
    let mut draw = Draw(seed | 1);
    let mut membership: Vec<u32> = (0..graph.len() as u32).collect();
    let rounds = if graph.len() < SMALL { ROUNDS_MAX } else { ROUNDS_OF_LARGE };
    for _ in 0..rounds {
        let next = round(&ground, &membership, &mut draw);
        let is_settled = ground.modularity(&next) <= ground.modularity(&membership) + GAIN_MIN;
        if is_settled {
            break;
        }
        membership = next;
    }
    let modularity = ground.modularity(&membership);
    let (of, count) = by_size(&membership);
    Communities { of, count, modularity }
}

/// One run from the ground up: move, refine, take together, again.
fn round(ground: &Net, start: &[u32], draw: &mut Draw) -> Vec<u32> {
    let mut net = ground.clone();
    let mut parts = start.to_vec();
    // Which node of the net each node of the ground has become.
    let mut node_of: Vec<u32> = (0..ground.len() as u32).collect();
    loop {
        move_nodes(&net, &mut parts, draw);
        let refined = refine(&net, &parts, draw);
        let (numbers, count) = renumber(&refined);
        let up = |node: &u32| parts[*node as usize];
        if count as usize == net.len() {
            return node_of.iter().map(up).collect();
        }
        let mut above = vec![0; count as usize];
        for (node, number) in numbers.iter().enumerate() {
            above[*number as usize] = parts[node];
        }
        for node in &mut node_of {
            *node = numbers[*node as usize];
        }
        net = net.taken_together(&numbers, count as usize);
        parts = renumber(&above).0;
    }
}

/// Moves each node to where it fits best, and looks again at the neighbours of what moved.
fn move_nodes(net: &Net, parts: &mut [u32], draw: &mut Draw) {
    let mut mass = vec![0.0; net.len()];
    for (node, part) in parts.iter().enumerate() {
        mass[*part as usize] += net.mass[node];
    }
    let mut sizes = vec![0u32; net.len()];
    parts.iter().for_each(|part| sizes[*part as usize] += 1);
    let mut free: Vec<u32> =
        (0..net.len() as u32).filter(|part| sizes[*part as usize] == 0).collect();
    let mut order: Vec<u32> = (0..net.len() as u32).collect();
    draw.shuffle(&mut order);
    let mut queue = VecDeque::from(order);
    let mut waits = vec![true; net.len()];
    let mut ties = Ties::new(net.len());
    while let Some(node) = queue.pop_front() {
        let at = node as usize;
        waits[at] = false;
        let own = parts[at];
        mass[own as usize] -= net.mass[at];
        sizes[own as usize] -= 1;
        ties.fill(net, at, parts);
        let gain = |part: u32, tie: f64| tie - net.mass[at] * mass[part as usize] / net.total;
        let mut best = (own, gain(own, ties.to(own)));
        for part in &ties.met {
            let gain = gain(*part, ties.to(*part));
            if best.1 + GAIN_MIN < gain {
                best = (*part, gain);
            }
        }
        if best.1 < -GAIN_MIN {
            best.0 = free.pop().unwrap_or(best.0);
        }
        let to = best.0;
        if to != own && sizes[own as usize] == 0 {
            free.push(own);
        }
        parts[at] = to;
        mass[to as usize] += net.mass[at];
        sizes[to as usize] += 1;
        if to != own {
            for (next, _) in net.around(at) {
                if parts[next as usize] != to && !waits[next as usize] {
                    waits[next as usize] = true;
                    queue.push_back(next);
                }
            }
        }
    }
}

/// Within each part, joins nodes that stand alone to those with which they hang together well: so
/// no part falls into pieces.
fn refine(net: &Net, parts: &[u32], draw: &mut Draw) -> Vec<u32> {
    let mut refined: Vec<u32> = (0..net.len() as u32).collect();
    let mut mass = net.mass.clone();
    let mut is_alone = vec![true; net.len()];
    let mut part_mass = vec![0.0; net.len()];
    for (node, part) in parts.iter().enumerate() {
        part_mass[*part as usize] += net.mass[node];
    }
    // How strongly each refined part is tied to the rest of the part that it lies in.
    let mut outward: Vec<f64> = (0..net.len())
        .map(|node| {
            let inside = net.around(node).filter(|(other, _)| {
                *other as usize != node && parts[*other as usize] == parts[node]
            });
            inside.map(|(_, weight)| weight).sum()
        })
        .collect();
    let holds = |outward: f64, mass: f64, whole: f64| {
        mass * (whole - mass) / net.total <= outward + GAIN_MIN
    };
    let mut order: Vec<u32> = (0..net.len() as u32).collect();
    draw.shuffle(&mut order);
    let mut ties = Ties::new(net.len());
    for node in order {
        let at = node as usize;
        let whole = part_mass[parts[at] as usize];
        if !is_alone[at] || !holds(outward[at], net.mass[at], whole) {
            continue;
        }
        ties.fill_within(net, at, &refined, parts);
        let mut best = (refined[at], GAIN_MIN);
        for part in &ties.met {
            let (other, tie) = (*part as usize, ties.to(*part));
            let gain = tie - net.mass[at] * mass[other] / net.total;
            if *part != refined[at] && holds(outward[other], mass[other], whole) && best.1 < gain {
                best = (*part, gain);
            }
        }
        let to = best.0 as usize;
        if to != at {
            let tie = ties.to(best.0);
            mass[to] += net.mass[at];
            mass[at] -= net.mass[at];
            outward[to] += outward[at] - 2.0 * tie;
            refined[at] = best.0;
            is_alone[to] = false;
        }
    }
    refined
}

/// A weighted net, of entities or of what was taken together.
#[derive(Debug, Clone)]
struct Net {
    starts: Vec<u32>,
    ends: Vec<(u32, f64)>,
    /// Of each node the weight of its links; twice that of links with itself.
    mass: Vec<f64>,
    /// Weight within each node.
    inner: Vec<f64>,
    /// Twice the weight of all links.
    total: f64,
}

impl Net {
    fn of(nodes: usize, links: impl Iterator<Item = (u32, u32, f64)> + Clone) -> Self {
        let mut starts = vec![0u32; nodes + 1];
        let mut inner = vec![0.0; nodes];
        let mut mass = vec![0.0; nodes];
        for (a, b, weight) in links.clone() {
            mass[a as usize] += weight;
            mass[b as usize] += weight;
            if a == b {
                inner[a as usize] += weight;
            } else {
                starts[a as usize + 1] += 1;
                starts[b as usize + 1] += 1;
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut ends = vec![(0, 0.0); starts.last().copied().unwrap_or(0) as usize];
        for (a, b, weight) in links.filter(|(a, b, _)| a != b) {
            for (from, to) in [(a, b), (b, a)] {
                ends[next[from as usize] as usize] = (to, weight);
                next[from as usize] += 1;
            }
        }
        let total = mass.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        Self { starts, ends, mass, inner, total }
    }

    fn len(&self) -> usize {
        self.mass.len()
    }

    fn around(&self, node: usize) -> impl Iterator<Item = (u32, f64)> {
        self.ends[self.starts[node] as usize..self.starts[node + 1] as usize].iter().copied()
    }

    fn taken_together(&self, numbers: &[u32], count: usize) -> Self {
        let mut links: Vec<(u32, u32, f64)> = Vec::with_capacity(self.ends.len() / 2);
        for (node, number) in numbers.iter().enumerate() {
            if 0.0 < self.inner[node] {
                links.push((*number, *number, self.inner[node]));
            }
            for (other, weight) in self.around(node) {
                let (a, b) = (*number, numbers[other as usize]);
                // Each link stands at both its ends.
                if (a, node as u32) < (b, other) {
                    links.push((a.min(b), a.max(b), weight));
                }
            }
        }
        links.sort_by_key(|(a, b, _)| (*a, *b));
        links.dedup_by(|next, kept| {
            let is_same = (next.0, next.1) == (kept.0, kept.1);
            if is_same {
                kept.2 += next.2;
            }
            is_same
        });
        Self::of(count, links.into_iter())
    }

    fn modularity(&self, parts: &[u32]) -> f64 {
        let mut within = vec![0.0; self.len()];
        let mut mass = vec![0.0; self.len()];
        for (node, part) in parts.iter().enumerate() {
            mass[*part as usize] += self.mass[node];
            within[*part as usize] += 2.0 * self.inner[node];
            let inside = self.around(node).filter(|(other, _)| parts[*other as usize] == *part);
            within[*part as usize] += inside.map(|(_, weight)| weight).sum::<f64>();
        }
        let of_part = |(within, mass): (&f64, &f64)| {
            within / self.total - (mass / self.total) * (mass / self.total)
        };
        within.iter().zip(&mass).map(of_part).sum()
    }
}

/// How strongly one node is tied to each part around it.
struct Ties {
    weights: Vec<f64>,
    met: Vec<u32>,
}

impl Ties {
    fn new(nodes: usize) -> Self {
        Self { weights: vec![0.0; nodes], met: Vec::new() }
    }

    fn fill(&mut self, net: &Net, node: usize, parts: &[u32]) {
        self.clear();
        for (other, weight) in net.around(node) {
            self.add(parts[other as usize], weight);
        }
    }

    fn fill_within(&mut self, net: &Net, node: usize, refined: &[u32], parts: &[u32]) {
        self.clear();
        for (other, weight) in net.around(node) {
            if parts[other as usize] == parts[node] {
                self.add(refined[other as usize], weight);
            }
        }
    }

    fn add(&mut self, part: u32, weight: f64) {
        if self.weights[part as usize] == 0.0 {
            self.met.push(part);
        }
        self.weights[part as usize] += weight;
    }

    fn clear(&mut self) {
        for part in self.met.drain(..) {
            self.weights[part as usize] = 0.0;
        }
    }

    fn to(&self, part: u32) -> f64 {
        self.weights[part as usize]
    }
}

/// Numbers from 0 on, in the order of first use.
fn renumber(parts: &[u32]) -> (Vec<u32>, u32) {
    let mut numbers = vec![u32::MAX; parts.len().max(1)];
    let mut count = 0;
    let renumbered = parts.iter().map(|part| {
        if numbers.len() <= *part as usize {
            numbers.resize(*part as usize + 1, u32::MAX);
        }
        let number = &mut numbers[*part as usize];
        if *number == u32::MAX {
            *number = count;
            count += 1;
        }
        *number
    });
    (renumbered.collect(), count)
}

/// The largest part first, of equal ones that whose first node comes first.
fn by_size(parts: &[u32]) -> (Vec<u32>, u32) {
    let (numbers, count) = renumber(parts);
    let mut sizes: Vec<(std::cmp::Reverse<u32>, u32)> =
        (0..count).map(|part| (std::cmp::Reverse(0), part)).collect();
    for number in &numbers {
        sizes[*number as usize].0.0 += 1;
    }
    sizes.sort_unstable();
    let mut place = vec![0; count as usize];
    for (at, (_, part)) in sizes.iter().enumerate() {
        place[*part as usize] = at as u32;
    }
    (numbers.iter().map(|number| place[*number as usize]).collect(), count)
}

impl Communities {
    /// Those of one community.
    pub fn members(&self, number: u32) -> impl Iterator<Item = Entity> {
        let all = self.of.iter().enumerate().filter(move |(_, of)| **of == number);
        all.map(|(at, _)| Entity(at as u32))
    }
}

/// Numbers that follow from a seed (xorshift64*).
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let drawn = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 32;
        ((drawn * bound as u64) >> 32) as usize // below the bound
    }

    fn shuffle(&mut self, order: &mut [u32]) {
        for last in (1..order.len()).rev() {
            order.swap(last, self.below(last + 1));
        }
    }
}

const ROUNDS_MAX: u32 = 10;
/// As others' programs do; more rounds change the fourth digit.
const ROUNDS_OF_LARGE: u32 = 2;
const SMALL: usize = 20_000;
const GAIN_MIN: f64 = 1e-12;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::graph::{EntityKind, GraphBuilder, Link, LinkKind, Strength, Window};

    fn graph(nodes: u32, links: &[(u32, u32)]) -> Graph {
        let mut builder = GraphBuilder::default();
        for _ in 0..nodes {
            builder.entity(EntityKind::Person);
        }
        for (from, to) in links {
            builder.link(Link {
                from: Entity(*from),
                to: Entity(*to),
                kind: LinkKind::Associate,
                strength: Strength::FULL,
                since: None,
                until: None,
                tag: 0,
            });
        }
        builder.build(Window::default())
    }

    fn karate() -> Graph {
        let links: Vec<(u32, u32)> =
            KARATE.iter().flat_map(|(from, all)| all.iter().map(|to| (*from, *to))).collect();
        graph(34, &links)
    }

    #[test]
    fn the_karate_club_falls_into_the_four_known_groups() {
        let found = communities(&karate(), 1);

        // The best modularity that there is, found by exhaustive search (Brandes and others, 2008).
        assert!((found.modularity - 0.419_789_6).abs() < 1e-6, "{}", found.modularity);
        assert_eq!(found.count, 4);
        let together = |a: usize, b: usize| found.of[a] == found.of[b];
        assert!(together(33, 32) && together(0, 1) && together(4, 10) && !together(0, 33));
    }

    #[test]
    fn cliques_in_a_ring_are_told_apart() {
        let mut links = Vec::new();
        for clique in 0..8 {
            let first = clique * 6;
            for a in first..first + 6 {
                links.extend((a + 1..first + 6).map(|b| (a, b)));
            }
            links.push((first, (first + 6) % 48 + 1));
        }

        let found = communities(&graph(48, &links), 7);

        assert_eq!(found.count, 8);
        for at in 0..48 {
            assert_eq!(found.of[at], found.of[at / 6 * 6]);
        }
    }

    proptest! {
        #[test]
        fn no_community_falls_into_pieces(
            links in proptest::collection::vec((0u32..30, 0u32..30), 0..80),
            seed in any::<u64>(),
        ) {
            let graph = graph(30, &links);

            let found = communities(&graph, seed);

            for number in 0..found.count {
                let members: Vec<Entity> = found.members(number).collect();
                let mut reached = vec![members[0]];
                let mut at = 0;
                while at < reached.len() {
                    let around = graph.around(reached[at]).map(|link| link.other(reached[at]));
                    let new: Vec<Entity> = around
                        .filter(|next| found.of[next.0 as usize] == number)
                        .filter(|next| !reached.contains(next))
                        .collect();
                    for next in new {
                        if !reached.contains(&next) {
                            reached.push(next);
                        }
                    }
                    at += 1;
                }
                prop_assert_eq!(reached.len(), members.len());
            }
        }

        #[test]
        fn nothing_is_worse_than_everybody_alone(
            links in proptest::collection::vec((0u32..30, 0u32..30), 0..80),
        ) {
            let graph = graph(30, &links);
            let all = graph.links().iter().map(|link| (link.from.0, link.to.0, 1.0));
            let alone = Net::of(30, all).modularity(&(0..30).collect::<Vec<u32>>());

            prop_assert!(alone - 1e-9 <= communities(&graph, 3).modularity);
        }
    }

    /// Zachary's karate club (1977).
    const KARATE: &[(u32, &[u32])] = &[
        (0, &[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 17, 19, 21, 31]),
        (1, &[2, 3, 7, 13, 17, 19, 21, 30]),
        (2, &[3, 7, 8, 9, 13, 27, 28, 32]),
        (3, &[7, 12, 13]),
        (4, &[6, 10]),
        (5, &[6, 10, 16]),
        (6, &[16]),
        (8, &[30, 32, 33]),
        (9, &[33]),
        (13, &[33]),
        (14, &[32, 33]),
        (15, &[32, 33]),
        (18, &[32, 33]),
        (19, &[33]),
        (20, &[32, 33]),
        (22, &[32, 33]),
        (23, &[25, 27, 29, 32, 33]),
        (24, &[25, 27, 31]),
        (25, &[31]),
        (26, &[29, 33]),
        (27, &[33]),
        (28, &[31, 33]),
        (29, &[32, 33]),
        (30, &[32, 33]),
        (31, &[32, 33]),
        (32, &[33]),
    ];
}
