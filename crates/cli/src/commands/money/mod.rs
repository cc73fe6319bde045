//! `liaison money`: where money went, how much can have come, what looks like laundering.

mod flow;
mod patterns;
mod table;
mod trace;

use anyhow::Result;

use crate::Done;
use crate::args::money::{Money, MoneyAct};
use crate::out::Out;

pub fn run(options: &Money, out: &Out) -> Result<Done> {
    match &options.act {
        MoneyAct::Patterns(options) => patterns::run(options, out),
        MoneyAct::Trace(options) => trace::run(options, out),
        MoneyAct::Flow(options) => flow::run(options, out),
    }
}
