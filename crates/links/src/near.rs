//! What stands around an entity, or between several.

use std::collections::BTreeMap;

use crate::graph::{Entity, Graph, Link};

/// Something that stands beside all that were asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour<'g> {
    /// What it is.
    pub entity: Entity,
    /// Its links with each of those that were asked for, in their order.
    pub links: Vec<Vec<&'g Link>>,
    /// Whether so many have it that it ties nobody together.
    pub is_over_common: bool,
}

impl Graph {
    /// What is tied to each of the entities, the most closely tied first.
    #[must_use]
    pub fn near(&self, entities: &[Entity]) -> Vec<Neighbour<'_>> {
        let mut found: BTreeMap<Entity, Vec<Vec<&Link>>> = BTreeMap::new();
        for (place, entity) in entities.iter().enumerate() {
            for link in self.around(*entity) {
                let other = link.other(*entity);
                if entities.contains(&other) && 1 < entities.len() {
                    continue;
                }
                let sides = found.entry(other).or_insert_with(|| vec![Vec::new(); entities.len()]);
                sides[place].push(link);
            }
        }
        found.retain(|_, sides| sides.iter().all(|links| !links.is_empty()));
        let mut near: Vec<Neighbour<'_>> = found
            .into_iter()
            .map(|(entity, links)| Neighbour {
                entity,
                links,
                is_over_common: self.is_over_common(entity),
            })
            .collect();
        near.sort_by_key(|found| (found.is_over_common, std::cmp::Reverse(found.closeness())));
        near
    }
}

impl Neighbour<'_> {
    /// Of the side that is tied least, how strongly.
    fn closeness(&self) -> u64 {
        let sides = self.links.iter();
        let sums = sides.map(|links| links.iter().map(|link| u64::from(link.strength.0)).sum());
        sums.min().unwrap_or(0)
    }
}
