//! What a program sees that asks a node over HTTP: pages, searches, lists with counts.

use std::sync::Arc;

use liaison_node::Node;
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
    let serving = liaison_api::serve(Arc::clone(node), listener, async {
        let _ = stopped.await;
    });
    let serving = runtime.spawn(serving);
    let served = ask(&root, data);
    drop(stop);
    runtime.block_on(serving)??;
    served
}

fn ask(root: &Url, data: &Data) -> Result<Served, Failure> {
    let agent = ureq::Agent::new_with_defaults();
    let get = |url: &Url| -> Result<(), Failure> {
        agent.get(url.as_str()).call()?.body_mut().read_to_vec()?;
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
