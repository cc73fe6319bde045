//! Ranks a made region of a million links and tells how long each part took:
//! `cargo run --release -p liaison-links --example million`.

use std::time::Instant;

use liaison_links::{
    Entity, EntityKind, GraphBuilder, Link, LinkKind, Strength, Window, communities, rank,
};

fn main() -> std::io::Result<()> {
    let links_wanted = std::env::args().nth(1).and_then(|text| text.parse().ok());
    let links_wanted: u32 = links_wanted.unwrap_or(1_000_000);
    let started = Instant::now();
    let graph = region(links_wanted).build(Window::default());
    let built = started.elapsed();
    let started = Instant::now();
    let ranking = rank(&graph, false);
    let ranked = started.elapsed();
    let started = Instant::now();
    let found = communities(&graph, 1);
    let grouped = started.elapsed();
    let started = Instant::now();
    let paths = graph.paths(Entity(0), Entity(1), 3).len();
    let tied = started.elapsed();
    let mut out = std::io::stdout();
    std::io::Write::write_all(
        &mut out,
        format!(
            "links {}, entities {}: built {built:.2?}; ranked {} in {ranked:.2?} (cut behind {}); \
             {} communities, modularity {:.4}, in {grouped:.2?}; {paths} paths in {tied:.2?}\n",
            graph.links().len(),
            graph.len(),
            ranking.ranked.len(),
            ranking.cut,
            found.count,
            found.modularity,
        )
        .as_bytes(),
    )
}

/// People, firms, accounts, phones, adverts and reports, with hubs among them.
fn region(links: u32) -> GraphBuilder {
    use EntityKind::{Account, Advert, Compound, Contact, Organisation, Person, Report};
    let mut draw = Draw(0x9E37_79B9_7F4A_7C15);
    let mut builder = GraphBuilder::default();
    let share = |part: u32| (links / 1_000 * part).max(4);
    let plan = [
        (Person, share(200)),
        (Organisation, share(60)),
        (Account, share(120)),
        (Contact, share(100)),
        (Advert, share(20)),
        (Compound, share(1)),
        (Report, share(10)),
    ];
    let mut starts = Vec::new();
    for (kind, count) in plan {
        let first = (0..count).map(|_| builder.entity(kind)).collect::<Vec<_>>()[0];
        starts.push((first.0, count));
    }
    for at in 0..starts[2].1 / 4 {
        builder.received(Entity(starts[2].0 + at * 4), at % 7 + 1);
    }
    let (people, firms, accounts) = (starts[0], starts[1], starts[2]);
    let (phones, adverts, compounds, reports) = (starts[3], starts[4], starts[5], starts[6]);
    for number in 0..links {
        let (from, to, kind) = match number % 20 {
            0..4 => (people, phones, LinkKind::Contact),
            4..7 => (people, accounts, LinkKind::Holding),
            7..9 => (people, firms, LinkKind::Ownership),
            9 => (firms, firms, LinkKind::Ownership),
            10 => (firms, phones, LinkKind::Contact),
            11 => (firms, accounts, LinkKind::Holding),
            12 => (firms, compounds, LinkKind::Operation),
            13 => (phones, adverts, LinkKind::Advert),
            14 => (compounds, reports, LinkKind::Report),
            15..18 => (people, people, LinkKind::Associate),
            18 => (accounts, accounts, LinkKind::Payment),
            _ => (people, firms, LinkKind::Directorship),
        };
        // One link in forty begins at one of ten hubs.
        let from = match draw.below(40) {
            0 => from.0 + draw.below(10.min(from.1)),
            _ => from.0 + draw.below(from.1),
        };
        let strength = Strength::FULL.part(500 + draw.below(500));
        let to = Entity(to.0 + draw.below(to.1));
        let (since, until) = (None, None);
        builder.link(Link { from: Entity(from), to, kind, strength, since, until, tag: number });
    }
    builder
}

struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (((self.0 >> 32) * u64::from(bound)) >> 32) as u32 // below the bound
    }
}
