//! What a program sees that asks a node over HTTP: pages, searches, lists with counts.

use std::sync::Arc;

use liaison_accounts::NewToken;
use liaison_api::{Door, Serving};
use liaison_model::Role;
use liaison_node::Node;
use liaison_policy::TokenScope;
use tokio::runtime::Runtime;
use tokio::sync::oneshot;
use url::Url;

use crate::Failure;
use crate::data::Data;
use crate::measure::Times;

/// Times over HTTP, connection kept open, until the whole answer is read.
#[derive(Default)]
pub struct Served {
    /// Pages of entities.
    pub pages: Times,
    /// Searches without counts.
    pub searches: Times,
    /// The same searches with counts by schema, dataset and country.
    pub counted: Times,
    /// The first page of everything, with those counts.
    pub everything: Times,
}

/// Serves a node on a free port and asks it.
pub fn measure(node: &Arc<Node>, data: &Data) -> Result<Served, Failure> {
    let runtime = Runtime::new()?;
    let listener = runtime.block_on(liaison_api::bind("127.0.0.1:0".parse()?))?;
    let root = Url::parse(&format!("http://{}/", listener.local_addr()?))?;
    let (stop, stopped) = oneshot::channel::<()>();
    let token = token(node)?;
    let log = Arc::new(|_: &liaison_api::LogLine<'_>| {});
    let serving = Serving { node: Arc::clone(node), listener, door: Door::plain(), log };
    let serving = runtime.spawn(liaison_api::serve(serving, async {
        let _ = stopped.await;
    }));
    let served = ask(&root, data, &token);
    drop(stop);
    runtime.block_on(serving)??;
    served
}

/// The header of a program that may read.
fn token(node: &Node) -> Result<String, Failure> {
    let new = NewToken {
        name: "bench".parse()?,
        roles: [Role::Analyst].into(),
        scopes: [TokenScope::Read].into(),
        expires: node.now().plus_seconds(3_600),
        by: "bench".to_owned(),
    };
    Ok(format!("Bearer {}", node.add_token(new)?.0.as_str()))
}

fn ask(root: &Url, data: &Data, token: &str) -> Result<Served, Failure> {
    let agent = ureq::Agent::new_with_defaults();
    let get = |url: &Url| -> Result<(), Failure> {
        let answer = agent.get(url.as_str()).header("authorization", token).call();
        answer?.body_mut().read_to_vec()?;
        Ok(())
    };
    let search = |text: &str, facets: &[&str]| -> Result<Url, Failure> {
        let mut url = root.join("search/all")?;
        url.query_pairs_mut().append_pair("q", text);
        for facet in facets {
            url.query_pairs_mut().append_pair("facets", facet);
        }
        Ok(url)
    };
    let mut served = Served::default();
    for id in &data.ids {
        let mut url = root.join("entities/")?;
        url.path_segments_mut().map_err(|()| "no path")?.pop_if_empty().push(id);
        served.pages.run(|| get(&url))?;
    }
    for (_, text) in &data.queries {
        let (plain, counted) = (search(text, &[])?, search(text, &FACETS)?);
        served.searches.run(|| get(&plain))?;
        served.counted.run(|| get(&counted))?;
    }
    let everything = search("", &FACETS)?;
    for _ in 0..LISTS {
        served.everything.run(|| get(&everything))?;
    }
    Ok(served)
}

const FACETS: [&str; 3] = ["schema", "datasets", "countries"];
const LISTS: usize = 20;
