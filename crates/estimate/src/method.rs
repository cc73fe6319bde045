//! One entry for every method: checks the table, selects, fits, draws, warns.

use std::collections::BTreeMap;

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Normal};

use crate::answer::{Answer, Candidate, Interval, Refusal, Sensitivity, Warning, two_digits};
use crate::bootstrap::{Selection, bca, replicates, without_one};
use crate::chapman::chapman;
use crate::checks;
use crate::counts::{Counts, History, LISTS_MAX};
use crate::data::Data;
use crate::dga::posterior;
use crate::downhill::Walker;
use crate::existence::{Verdict, verdict_of};
use crate::fit::{Fit, Fitter};
use crate::graphs::GRAPH_LISTS_MAX;
use crate::linkage::carried;
use crate::model::{Model, history_name};
use crate::search::{Chosen, Searcher};
use crate::sensitivity::{with_missed_links, without_wrong_links};
use crate::space::{SPACE_LISTS_MAX, Space};

/// How the people on no list are estimated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// The log-linear model with the best Bayesian information criterion.
    Bic,
    /// The log-linear model to which surprising pairs were added.
    Stepwise,
    /// The log-linear model of independent lists.
    Main,
    /// All decomposable graphs, each with its posterior probability.
    Dga,
    /// Chapman's estimator for two lists.
    Chapman,
    /// A log-linear model that somebody named.
    Named,
}

impl Method {
    /// What it is called, as a key of the message catalogue.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Bic => "estimate-method-bic",
            Self::Stepwise => "estimate-method-stepwise",
            Self::Main => "estimate-method-main",
            Self::Dga => "estimate-method-dga",
            Self::Chapman => "estimate-method-chapman",
            Self::Named => "estimate-method-named",
        }
    }
}

/// What a method is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Seed of the bootstrap.
    pub seed: u64,
    /// Replicates of the bootstrap; 0 for limits of one model.
    pub replicates: u32,
    /// Threads that draw replicates.
    pub threads: usize,
    /// At most so many lists in one term of a model that is searched for.
    pub order_max: u32,
    /// Probability below which an overlap surprises stepwise selection.
    pub threshold: f64,
    /// Share of intervals that are meant to hold the truth.
    pub level: f64,
    /// The model of [`Method::Named`].
    pub model: Option<Model>,
    /// The table as its links may truly be ([`crate::Linked::drawn`]); none where they are right.
    pub linked: Vec<Counts>,
}

impl Default for Options {
    /// What is usual: 1,000 replicates on one thread, limits for 95 %, and the threshold of Chan,
    /// Silverman & Vincent (2021) for overlaps that surprise.
    fn default() -> Self {
        Self {
            seed: 1,
            replicates: 1000,
            threads: 1,
            order_max: LISTS_MAX as u32,
            threshold: 0.02,
            level: 0.95,
            model: None,
            linked: Vec::new(),
        }
    }
}

/// The methods that answer for so many lists, the one to be preferred first.
#[must_use]
pub fn methods_for(lists: usize) -> Vec<Method> {
    match lists {
        0..=2 => vec![Method::Chapman, Method::Main],
        3..=GRAPH_LISTS_MAX => vec![Method::Bic, Method::Stepwise, Method::Main, Method::Dga],
        _ => vec![Method::Bic, Method::Stepwise, Method::Main],
    }
}

/// How many people there are, those seen included, by one method.
///
/// Takes the people of every list to be the same population, closed over the time in question, and
/// linked without error; the answer's [`Sensitivity`] says what errors of linkage would change.
#[must_use]
pub fn estimate(counts: &Counts, method: Method, options: &Options) -> Answer {
    let mut answer = blank(counts, method, options.level);
    let is_two = counts.lists().len() == 2;
    answer.refused = checks::refusal(counts).or(match method {
        Method::Chapman if !is_two => Some(Refusal::NeedsTwoLists),
        Method::Dga if is_two => Some(Refusal::NeedsThreeLists),
        Method::Dga if GRAPH_LISTS_MAX < counts.lists().len() => {
            Some(Refusal::TooManyLists { lists_max: GRAPH_LISTS_MAX })
        }
        _ => None,
    });
    if answer.refused.is_some() {
        return answer;
    }
    answer.warnings = checks::warnings(counts);
    let data = Data::of(counts);
    let outcome = match method {
        Method::Chapman => {
            by_chapman(counts, &mut answer);
            Ok(())
        }
        Method::Dga => by_graphs(&data, &mut answer),
        _ => LogLinear { data: &data, counts, options }.answer(&mut answer),
    };
    if let Err(refusal) = outcome {
        answer = Answer { refused: Some(refusal), ..blank(counts, method, options.level) };
    }
    carry(&mut answer, method, options);
    finish(&mut answer);
    answer
}

/// Widens the limits by what links in doubt leave open.
fn carry(answer: &mut Answer, method: Method, options: &Options) {
    let (Some(estimate), Some(low)) = (answer.estimate, answer.low) else { return };
    let many = method == Method::Dga && 5 < answer.lists;
    let tables = options.linked.iter().take(if many { TABLES_OF_MANY_GRAPHS } else { usize::MAX });
    let point = Point::new(answer.lists, method, options);
    let totals: Vec<_> = tables.map(|table| (table.observed(), point.of(table))).collect();
    let reach = Normal::standard().inverse_cdf(f64::midpoint(1.0, options.level));
    let Some(carried) = carried(estimate, (low, answer.high), &totals, reach) else { return };
    if answer.high.is_some() && carried.limits.1.is_none() {
        let percent = 100.0 * carried.failed_tables as f64 / carried.tables as f64;
        answer.warnings.push(Warning::LinksWithoutEstimate { percent });
    }
    (answer.low, answer.high) = (Some(carried.limits.0), carried.limits.1);
    answer.linkage = Some(carried);
}

/// The estimate of a method alone, without its limits.
struct Point<'a> {
    method: Method,
    options: &'a Options,
    space: Option<Space>,
}

impl<'a> Point<'a> {
    fn new(lists: usize, method: Method, options: &'a Options) -> Self {
        let is_searched = method == Method::Bic && lists <= SPACE_LISTS_MAX;
        let space = is_searched.then(|| Space::of(lists, options.order_max));
        Self { method, options, space }
    }

    fn of(&self, counts: &Counts) -> Option<f64> {
        if checks::refusal(counts).is_some() {
            return None;
        }
        let data = Data::of(counts);
        let (lists, threshold) = (data.lists, self.options.threshold);
        let select = |selection: Selection<'_>| selection.selector().select(&data);
        let chosen = match (self.method, &self.space) {
            (Method::Chapman, _) => return Some(by_chapman_alone(counts, self.options.level).0),
            (Method::Dga, _) => return posterior(&data, self.options.level).map(|it| it.median),
            (Method::Stepwise, _) => select(Selection::Stepwise { lists, threshold }),
            (Method::Bic, Some(space)) => select(Selection::Best { space, first: Vec::new() }),
            (Method::Bic, None) => {
                let mut walker = Walker::new(lists, self.options.order_max);
                walker.ranking(&data, threshold).into_iter().next()
            }
            (Method::Main | Method::Named, _) => {
                let model = self.options.model.clone().filter(|_| self.method == Method::Named);
                select(Selection::Given { model: model.unwrap_or(Model::main_effects(lists)) })
            }
        };
        chosen.map(|chosen| data.observed + chosen.unseen)
    }
}

fn blank(counts: &Counts, method: Method, level: f64) -> Answer {
    let lists = counts.lists();
    let empty = checks::empty_overlaps(counts);
    Answer {
        observed: counts.observed(),
        lists: lists.len(),
        list_names: lists.to_vec(),
        shared: counts.on_several(),
        empty_overlaps: empty.into_iter().map(|pair| history_name(pair, lists)).collect(),
        estimate: None,
        low: None,
        high: None,
        level,
        interval: Interval::None,
        headline: None,
        method,
        model: None,
        interactions: Vec::new(),
        aic: None,
        bic: None,
        wald: None,
        models_passing: None,
        spans: Vec::new(),
        seed: None,
        replicates: None,
        failed_replicates: None,
        sensitivity: None,
        linkage: None,
        shape: None,
        warnings: Vec::new(),
        refused: None,
    }
}

/// What is the same for every method: the headline, and how much was not seen.
fn finish(answer: &mut Answer) {
    // Counts up to `PEOPLE_MAX` are exact.
    let observed = answer.observed as f64;
    let seen = answer.linkage.as_ref().map_or(answer.observed, |it| it.people.0);
    let least = observed.min(seen as f64);
    answer.low = answer.low.map(|low| low.max(least));
    let headline = answer.low.map(|low| two_digits(low, answer.high));
    answer.headline = headline.map(|(low, high)| (low.max(least), high));
    let times = answer.estimate.map_or(0.0, |estimate| estimate / observed);
    if TIMES_SEEN_MAX < times {
        answer.warnings.push(Warning::MostlyUnseen { times });
    }
}

fn by_chapman_alone(counts: &Counts, level: f64) -> (f64, f64, f64) {
    let people = |lists: History| counts.on_all(lists) as f64;
    chapman(people(1), people(2), people(3), level)
}

fn by_chapman(counts: &Counts, answer: &mut Answer) {
    let (estimate, low, high) = by_chapman_alone(counts, answer.level);
    answer.estimate = Some(estimate);
    answer.low = Some(low);
    answer.high = Some(high);
    answer.interval = Interval::Normal;
    answer.warnings.push(Warning::Independence);
}

fn by_graphs(data: &Data, answer: &mut Answer) -> Result<(), Refusal> {
    let believed = posterior(data, answer.level).ok_or(Refusal::Unbounded)?;
    answer.estimate = Some(believed.median);
    answer.low = Some(believed.low);
    answer.high = Some(believed.high);
    answer.interval = Interval::Posterior;
    answer.model = believed.graphs.first().map(|(model, _)| model.to_string());
    answer.models_passing = Some(believed.graphs.len());
    let told = believed.graphs.iter().take(SPANS_TOLD);
    answer.spans = told
        .map(|(model, share)| Candidate {
            model: model.to_string(),
            estimate: None,
            bic: None,
            share: Some(*share),
        })
        .collect();
    if let [low, .., high] = believed.shape.humps.as_slice() {
        answer.warnings.push(Warning::TwoHumps { low: *low, high: *high });
    }
    answer.shape = Some(believed.shape);
    Ok(())
}

/// The log-linear methods, which differ in how they select.
struct LogLinear<'a> {
    data: &'a Data,
    counts: &'a Counts,
    options: &'a Options,
}

impl LogLinear<'_> {
    fn answer(&self, answer: &mut Answer) -> Result<(), Refusal> {
        let lists = self.data.lists;
        let order_max = self.options.order_max;
        let main = Model::main_effects(lists);
        let searches = answer.method != Method::Named;
        let verdict = verdict_of(self.data, main.terms());
        if searches && verdict != Verdict::Passes {
            return Err(Refusal::NoEstimate { verdict });
        }
        match answer.method {
            Method::Stepwise => {
                let threshold = self.options.threshold;
                self.selected(&Selection::Stepwise { lists, threshold }, answer)
            }
            Method::Bic if lists <= SPACE_LISTS_MAX => {
                let space = Space::of(lists, order_max);
                let ranking = Searcher::new(&space).ranking(self.data);
                answer.models_passing = Some(ranking.len());
                tell_ties(&ranking, answer);
                let place = |chosen: &Chosen| {
                    space.models.iter().position(|place| place.model == chosen.model)
                };
                let first = ranking.iter().take(TRIED_FIRST).filter_map(place).collect();
                self.selected(&Selection::Best { space: &space, first }, answer)
            }
            Method::Bic => {
                let mut walker = Walker::new(lists, order_max);
                let ranking = walker.ranking(self.data, self.options.threshold);
                answer.warnings.push(Warning::NotEveryModel);
                tell_ties(&ranking, answer);
                let starts = ranking.iter().take(STARTS).map(|chosen| chosen.model.clone());
                let starts = starts.collect();
                self.selected(&Selection::Downhill { lists, order_max, starts }, answer)
            }
            Method::Named => {
                let model = self.options.model.clone().unwrap_or(main);
                self.given(model, answer)
            }
            _ => {
                answer.warnings.push(Warning::Independence);
                self.given(main, answer)
            }
        }
    }

    /// One model, with Wald's limits.
    fn given(&self, model: Model, answer: &mut Answer) -> Result<(), Refusal> {
        let fit = self.fit(&model)?;
        self.tell(&model, &fit, answer);
        let (low, high) = self.wald(&fit);
        (answer.low, answer.high) = (Some(low), Some(high));
        answer.interval = Interval::Wald;
        answer.warnings.push(Warning::OneModel);
        self.tell_sensitivity(&Selection::Given { model }, fit.unseen, answer);
        Ok(())
    }

    /// The model that a selection finds, with limits over the whole selection.
    fn selected(&self, selection: &Selection<'_>, answer: &mut Answer) -> Result<(), Refusal> {
        let none = || Refusal::NoEstimate { verdict: Verdict::DoesNotExist };
        let chosen = selection.selector().select(self.data).ok_or_else(none)?;
        let fit = self.fit(&chosen.model)?;
        self.tell(&chosen.model, &fit, answer);
        let left_out = self.tell_sensitivity(selection, fit.unseen, answer);
        if self.options.replicates == 0 {
            let (low, high) = self.wald(&fit);
            (answer.low, answer.high) = (Some(low), Some(high));
            answer.interval = Interval::Wald;
            answer.warnings.push(Warning::OneModel);
            return Ok(());
        }
        let Options { seed, replicates: count, threads, level, .. } = *self.options;
        let drawn = replicates(self.data, selection, seed, count, threads);
        let observed = self.data.observed;
        let total = |chosen: &Option<Chosen>| {
            chosen.as_ref().map_or(f64::INFINITY, |chosen| observed + chosen.unseen)
        };
        let totals: Vec<f64> = drawn.iter().map(total).collect();
        let failed = totals.iter().filter(|total| !total.is_finite()).count();
        let (low, high) =
            bca(observed + fit.unseen, &totals, &left_out, level).ok_or(Refusal::Unbounded)?;
        let share = failed as f64 / f64::from(count);
        answer.interval = Interval::Bca;
        answer.low = Some(low).filter(|low| low.is_finite());
        answer.high = Some(high).filter(|high| high.is_finite() && share <= FAILED_MAX);
        answer.seed = Some(seed);
        answer.replicates = Some(count);
        answer.failed_replicates = u32::try_from(failed).ok();
        answer.spans = self.spans(&drawn);
        if answer.low.is_none() {
            return Err(Refusal::Unbounded);
        }
        if answer.high.is_none() {
            answer.warnings.push(Warning::NoUpperLimit { percent: 100.0 * share });
        }
        if count < REPLICATES_ENOUGH {
            answer.warnings.push(Warning::FewReplicates { replicates: count });
        }
        Ok(())
    }

    fn fit(&self, model: &Model) -> Result<Fit, Refusal> {
        let mut fitter = Fitter::new(self.data.lists);
        let fit = fitter.checked(self.data, model.terms());
        fit.map_err(|verdict| Refusal::NoEstimate { verdict })
    }

    fn wald(&self, fit: &Fit) -> (f64, f64) {
        let level = self.options.level;
        let z = Normal::standard().inverse_cdf(f64::midpoint(1.0, level));
        fit.limits(self.data.observed, z)
    }

    fn tell(&self, model: &Model, fit: &Fit, answer: &mut Answer) {
        answer.estimate = Some(self.data.observed + fit.unseen);
        answer.model = Some(model.to_string());
        answer.interactions = model.interaction_names(self.counts.lists());
        answer.aic = Some(fit.aic);
        answer.bic = Some(fit.bic);
        answer.wald = Some(self.wald(fit));
    }

    /// Tells what one person and errors of linkage change; the totals without one person, with
    /// how many such people there are.
    fn tell_sensitivity(
        &self,
        selection: &Selection<'_>,
        unseen: f64,
        answer: &mut Answer,
    ) -> Vec<(f64, f64)> {
        let estimate = self.data.observed + unseen;
        let left_out = without_one(self.data, selection);
        let total = |chosen: &Option<Chosen>| {
            chosen.as_ref().map(|chosen| self.data.observed - 1.0 + chosen.unseen)
        };
        let change = |chosen: &Option<Chosen>| {
            total(chosen).map_or(f64::INFINITY, |total| (total - estimate).abs() / estimate)
        };
        let most = left_out.iter().max_by(|a, b| change(&a.2).total_cmp(&change(&b.2)));
        if let Some((history, _, chosen)) = most {
            let lists = history_name(*history, self.counts.lists());
            let percent = 100.0 * change(chosen);
            if CHANGE_MAX < percent {
                let lists = lists.clone();
                answer.warnings.push(Warning::OnePersonDecides { lists, percent });
            }
            let mut selector = selection.selector();
            let mut in_table =
                |data: &Data| selector.select(data).map(|chosen| data.observed + chosen.unseen);
            answer.sensitivity = Some(Sensitivity {
                one_person_of: lists,
                one_person_less: total(chosen),
                links: LINKS,
                links_missed: in_table(&with_missed_links(self.data, LINKS)),
                links_wrong: in_table(&without_wrong_links(self.data, LINKS)),
            });
        }
        left_out.iter().filter_map(|(_, people, chosen)| Some((*people, total(chosen)?))).collect()
    }

    /// The models that were selected in replicates, the most frequent first.
    fn spans(&self, drawn: &[Option<Chosen>]) -> Vec<Candidate> {
        let mut times = BTreeMap::<&Model, u32>::new();
        drawn.iter().flatten().for_each(|chosen| *times.entry(&chosen.model).or_default() += 1);
        let mut times: Vec<(&Model, u32)> = times.into_iter().collect();
        times.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
        let told = times.into_iter().take(SPANS_TOLD);
        told.map(|(model, times)| {
            let fit = self.fit(model).ok();
            Candidate {
                model: model.to_string(),
                estimate: fit.as_ref().map(|fit| self.data.observed + fit.unseen),
                bic: fit.map(|fit| fit.bic),
                share: Some(f64::from(times) / drawn.len() as f64),
            }
        })
        .collect()
    }
}

/// Warns where models fit as well as the best and say something else.
fn tell_ties(ranking: &[Chosen], answer: &mut Answer) {
    let Some(best) = ranking.first() else { return };
    let tied = ranking.iter().take_while(|chosen| chosen.bic < best.bic + TIE);
    // Counts up to `PEOPLE_MAX` are exact.
    let totals: Vec<f64> = tied.map(|chosen| answer.observed as f64 + chosen.unseen).collect();
    let low = totals.iter().copied().fold(f64::INFINITY, f64::min);
    let high = totals.iter().copied().fold(0.0, f64::max);
    if (1.0 + TIED_APART) * low < high {
        answer.warnings.push(Warning::TiedModels { models: totals.len(), low, high });
    }
}

/// People in all over people seen, above which nearly everybody was missed.
const TIMES_SEEN_MAX: f64 = 10.0;
/// Difference of the criterion within which two models fit equally well (Raftery 1995).
const TIE: f64 = 2.0;
/// How far apart tied models may be, as a share of the lowest.
const TIED_APART: f64 = 0.25;
/// Share of replicates that may have no estimate where an upper limit is told.
const FAILED_MAX: f64 = 0.05;
/// Replicates that limits need (Efron & Tibshirani 1993, section 14.3).
const REPLICATES_ENOUGH: u32 = 1000;
/// Change of the estimate by one person, in percent, that is worth a warning.
const CHANGE_MAX: f64 = 5.0;
/// The share of links that is assumed to be missed or wrong, to see what that changes.
const LINKS: f64 = 0.05;
/// Tables with links drawn anew that are asked where one question takes seconds.
const TABLES_OF_MANY_GRAPHS: usize = 4;
/// Models that are told.
const SPANS_TOLD: usize = 10;
/// Models that are tried first in each replicate.
const TRIED_FIRST: usize = 10;
/// Places from which each replicate goes downhill, beside independent lists.
const STARTS: usize = 3;
