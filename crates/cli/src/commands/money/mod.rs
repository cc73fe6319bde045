//! `liaison money`: where money went, how much can have come, what looks like laundering.

mod block;
mod flow;
mod known;
mod patterns;
mod plan;
mod table;
mod trace;

use anyhow::Result;

use super::open::Place;
use crate::Done;
use crate::args::money::{Money, MoneyAct};
use crate::out::Out;

pub fn run(place: &Place, options: &Money, out: &Out) -> Result<Done> {
    match &options.act {
        MoneyAct::Patterns(options) => patterns::run(place, options, out),
        MoneyAct::Trace(options) => trace::run(place, options, out),
        MoneyAct::Plan(options) => plan::run(place, options, out),
        MoneyAct::Block(options) => block::run(options, out),
        MoneyAct::Flow(options) => flow::run(place, options, out),
    }
}
