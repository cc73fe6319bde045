//! `liaison check-page`: a page on which anybody may check an offer of work. No node is opened.

use anyhow::Result;
use liaison_model::messages::Message;
use serde_json::json;

use super::serve::end_is_asked;
use crate::Done;
use crate::args::CheckPage;
use crate::out::Out;

pub fn run(options: &CheckPage, out: &Out) -> Result<Done> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let listener = runtime.block_on(liaison_api::bind(options.listen))?;
    let inside = runtime.enter();
    let asked = end_is_asked()?; // before anybody can know that it runs
    drop(inside);
    let address = listener.local_addr()?;
    if out.is_json() {
        out.value(&json!({ "address": format!("http://{address}") }));
    } else {
        out.line(&out.words.say(&Message::new("check-page-serving").with("address", address)));
    }
    runtime.block_on(liaison_advice::serve(listener, options.behind_proxy, asked))?;
    Ok(Done::Clean)
}
