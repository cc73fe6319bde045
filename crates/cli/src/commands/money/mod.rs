//! `liaison money`: where money went, how much can have come, what looks like laundering.

mod block;
mod flow;
mod freezes;
mod known;
mod opening;
mod patterns;
mod plan;
mod rank;
mod rank_columns;
mod rates;
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
        MoneyAct::Plan(options) => match &options.case {
            Some(case) => freezes::plan(place, case, options, out),
            None => plan::run(place, options, out),
        },
        MoneyAct::Freezes(options) => freezes::show(place, options, out),
        MoneyAct::Freeze(options) => freezes::say(place, options, out),
        MoneyAct::Outcomes(options) => freezes::outcomes(place, options, out),
        MoneyAct::Letter(options) => freezes::letter(place, options, out),
        MoneyAct::Rank(options) => rank::run(options, out),
        MoneyAct::Block(options) => block::run(options, out),
        MoneyAct::Flow(options) => flow::run(place, options, out),
    }
}
