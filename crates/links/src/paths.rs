//! How two entities are tied.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

use crate::graph::{Entity, EntityKind, Graph, Link, Strength};

/// A way from one entity to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Path<'g> {
    /// Its links, from the one end to the other.
    pub steps: Vec<Step<'g>>,
    /// How far all of them together can be relied on.
    pub strength: f64,
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step<'g> {
    /// From where.
    pub from: Entity,
    /// Whereto.
    pub to: Entity,
    /// By which link; of several the strongest.
    pub link: &'g Link,
}

impl Graph {
    /// Ways from one entity to the other that have nothing between their ends in common, the best
    /// first: few links that can be relied on. No way leads through a contact that very many have,
    /// nor through anything with more than a thousand links.
    #[must_use]
    pub fn paths(&self, from: Entity, to: Entity, count: usize) -> Vec<Path<'_>> {
        let mut paths: Vec<Path<'_>> = Vec::new();
        let mut used: HashSet<Entity> = HashSet::new();
        let mut is_direct_used = false;
        while paths.len() < count.min(PATHS_MAX) {
            let Some(path) = self.best_path(from, to, &used, is_direct_used) else { break };
            is_direct_used |= path.steps.len() == 1;
            used.extend(path.steps.iter().map(|step| step.to).filter(|step| *step != to));
            paths.push(path);
        }
        paths
    }

    fn best_path(
        &self,
        from: Entity,
        to: Entity,
        used: &HashSet<Entity>,
        is_direct_used: bool,
    ) -> Option<Path<'_>> {
        let mut best: HashMap<Entity, (u64, Option<&Link>)> = HashMap::from([(from, (0, None))]);
        let mut open = BinaryHeap::from([Reverse((0u64, from))]);
        while let Some(Reverse((cost, entity))) = open.pop() {
            if entity == to {
                return Some(self.path_back(from, to, &best));
            }
            if best.get(&entity).is_some_and(|known| known.0 < cost) {
                continue;
            }
            if entity != from && !self.leads_on(entity) {
                continue;
            }
            for link in self.around(entity) {
                let next = link.other(entity);
                let is_direct = entity == from && next == to;
                if used.contains(&next) || (is_direct && is_direct_used) {
                    continue;
                }
                let cost = cost + cost_of(link.strength);
                if best.get(&next).is_none_or(|known| cost < known.0) {
                    best.insert(next, (cost, Some(link)));
                    open.push(Reverse((cost, next)));
                }
            }
        }
        None
    }

    fn path_back<'g>(
        &'g self,
        from: Entity,
        to: Entity,
        best: &HashMap<Entity, (u64, Option<&'g Link>)>,
    ) -> Path<'g> {
        let mut steps = Vec::new();
        let mut at = to;
        while at != from {
            let Some((_, Some(link))) = best.get(&at).copied() else { break };
            let before = link.other(at);
            steps.push(Step { from: before, to: at, link });
            at = before;
        }
        steps.reverse();
        let strength = steps.iter().map(|step| step.link.strength.share()).product();
        Path { steps, strength }
    }

    /// Whether a way may lead through an entity.
    fn leads_on(&self, entity: Entity) -> bool {
        let is_common = self.kind(entity) == EntityKind::Contact && self.is_over_common(entity);
        !is_common && self.degree(entity) <= HUB_LINKS_MAX
    }
}

/// A link costs one hop and the bits that it cannot be relied on.
fn cost_of(strength: Strength) -> u64 {
    let doubt = -strength.share().max(f64::MIN_POSITIVE).log2();
    HOP_COST + (doubt * HOP_COST as f64) as u64 // at most 1,100 hops
}

/// So many ways at most.
pub const PATHS_MAX: usize = 10;
const HUB_LINKS_MAX: usize = 1_000;
const HOP_COST: u64 = 1_000;
