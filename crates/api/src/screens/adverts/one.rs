//! One advert with its reasons.

use std::ops::Range;
use std::sync::Arc;

use liaison_casework::Takedown;
use liaison_model::Reader;
use liaison_node::{AdvertView, AdvertWord, KnownElsewhere, SharedContact};
use serde::Serialize;
use utoipa::ToSchema;

use super::AdvertRowView;
use crate::problem::Problem;
use crate::query::Query;
use crate::screens::parts::Text;
use crate::state::ApiState;

/// An advert with why its score is what it is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertScreen {
    row: AdvertRowView,
    text: String,
    translated: Option<String>,
    url: Option<String>,
    source: Option<String>,
    /// Hashes of pictures that are kept as exhibits. They are not shown here.
    pictures: Vec<String>,
    /// Log odds of a text without any reason.
    start: f64,
    /// Log odds with all of them.
    log_odds: f64,
    /// The heaviest first.
    reasons: Vec<AdvertReason>,
    identifiers: Vec<AdvertIdentifier>,
    /// Version of the lexicon.
    lexicon: String,
    /// Hash of the model of the agency's own decisions, if there is one.
    model: Option<String>,
    /// What the adverts of its cluster have in common; `{1}` and so on stand for what differs.
    pattern: Option<String>,
    /// What stands there in this one.
    slots: Vec<String>,
    contacts: Vec<AdvertShared>,
    named_by: Vec<AdvertElsewhere>,
    compounds: Vec<AdvertCompound>,
    /// Other adverts of its cluster, the first first, to a limit.
    cluster: Vec<AdvertRowView>,
    /// What officers said of it, oldest first.
    words: Vec<AdvertWordView>,
    /// What may be said next of its removal.
    next: Vec<&'static str>,
}

/// A reason of a score.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertReason {
    /// Code of the sign.
    indicator: &'static str,
    /// Key of the sentence that says it.
    says: &'static str,
    /// What it adds to the log odds.
    weight: f64,
    /// Where it stands, in UTF-16 units of the text.
    start: usize,
    end: usize,
    /// Row of the lexicon, or of a table.
    row: String,
    /// Who saw such adverts use these words.
    source: String,
}

/// Whom or what an advert names.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertIdentifier {
    kind: &'static str,
    value: String,
    /// How sure it is that this is one, from 0 to 1.
    confidence: f32,
    /// Chain, bank or country.
    of: Option<String>,
    /// Where it stands, in UTF-16 units of the text.
    start: usize,
    end: usize,
}

/// A contact, and where else it turns up.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertShared {
    kind: &'static str,
    value: String,
    /// How many other adverts have it.
    adverts: u64,
    /// How many of those were judged to be adverts of the kind.
    judged: u64,
    records: Vec<AdvertElsewhere>,
}

/// A record that has a contact, or names an advert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertElsewhere {
    id: String,
    schema: String,
    name: Text,
}

/// A compound to which an advert leads.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertCompound {
    id: String,
    name: String,
    /// `contact`, `tie`, `place` or `name`.
    why: &'static str,
}

/// What an officer said of an advert.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct AdvertWordView {
    id: String,
    /// `advert` or `other` of a judgement; otherwise how far the removal is.
    word: String,
    date: String,
    officer: String,
    reason: String,
    platform: String,
    batch: String,
    reference: String,
    /// Whether it can be taken back by itself.
    can_take_back: bool,
}

/// An advert
///
/// Its words, the reasons of its score with their weights and places, whom it names, its cluster,
/// and where else its contacts turn up. Without `.json`, its screen.
#[utoipa::path(
    get, path = "/adverts/{id}.json", tag = "Workbench",
    params(("id" = String, Path, description = "Id of the advert")),
    responses((status = 200, description = "The advert", body = AdvertScreen))
)]
pub(crate) async fn one(
    state: &Arc<ApiState>,
    reader: Reader,
    id: &str,
    query: Query,
) -> Result<AdvertScreen, Problem> {
    query.finish()?;
    let id = id.to_owned();
    let answer = state.ask(move |state| {
        let node = state.node();
        let adverts = node.adverts(&reader)?;
        let row = adverts.find(&id, node.agency().as_str())?;
        let view = node.advert_view(&adverts, &row, &reader)?;
        let today = node.today();
        let others = adverts.page(
            &liaison_node::AdvertsWanted {
                cluster: Some(row.advert.id.to_string()),
                ..Default::default()
            },
            0,
            CLUSTER_SHOWN + 1,
        );
        let others = others.rows.iter().filter(|other| other.advert.id != row.advert.id);
        Ok(AdvertScreen {
            cluster: others.take(CLUSTER_SHOWN).map(|row| AdvertRowView::of(row, today)).collect(),
            url: row.advert.url.clone(),
            source: row.advert.source.clone(),
            words: row.advert.words.iter().map(AdvertWordView::of).collect(),
            next: view
                .next
                .iter()
                .copied()
                .filter(|word| by_hand(*word))
                .map(Takedown::code)
                .collect(),
            ..AdvertScreen::of(AdvertRowView::of(&row, today), view)
        })
    });
    answer.await
}

/// Whether an officer says a word by hand: a batch says that a platform was asked.
fn by_hand(word: Takedown) -> bool {
    word != Takedown::Asked
}

impl AdvertScreen {
    fn of(row: AdvertRowView, view: AdvertView) -> Self {
        let place = |span: &Range<usize>| {
            let units =
                |to: usize| view.text.get(..to).map_or(0, |text| text.encode_utf16().count());
            (units(span.start), units(span.end))
        };
        let reasons = view.scored.reasons.iter().map(|reason| {
            let (start, end) = place(&reason.span);
            AdvertReason {
                indicator: reason.cause.code(),
                says: reason.cause.message_key(),
                weight: reason.weight,
                start,
                end,
                row: reason.row.clone(),
                source: reason.source.clone(),
            }
        });
        let reasons: Vec<AdvertReason> = reasons.collect();
        let identifiers = view.scored.identifiers.iter().map(|one| {
            let (start, end) = place(&one.span);
            AdvertIdentifier {
                kind: one.kind.code(),
                value: one.value.clone(),
                confidence: one.confidence,
                of: one.of.clone(),
                start,
                end,
            }
        });
        Self {
            row,
            translated: view.translated,
            url: None,
            source: None,
            pictures: view.pictures,
            start: view.scored.log_odds - reasons.iter().map(|reason| reason.weight).sum::<f64>(),
            log_odds: view.scored.log_odds,
            identifiers: identifiers.collect(),
            reasons,
            lexicon: view.lexicon,
            model: view.model,
            pattern: view.pattern,
            slots: view.slots,
            contacts: view.contacts.iter().map(AdvertShared::of).collect(),
            named_by: view.named_by.iter().map(AdvertElsewhere::of).collect(),
            compounds: view
                .compounds
                .into_iter()
                .map(|one| AdvertCompound { id: one.id, name: one.name, why: one.why })
                .collect(),
            cluster: Vec::new(),
            words: Vec::new(),
            next: Vec::new(),
            text: view.text,
        }
    }
}

impl AdvertShared {
    fn of(shared: &SharedContact) -> Self {
        Self {
            kind: shared.kind.code(),
            value: shared.value.clone(),
            adverts: shared.adverts as u64,
            judged: shared.judged as u64,
            records: shared.records.iter().map(AdvertElsewhere::of).collect(),
        }
    }
}

impl AdvertElsewhere {
    fn of(known: &KnownElsewhere) -> Self {
        Self {
            id: known.id.clone(),
            schema: known.schema.clone(),
            name: Text::of(&known.name, None),
        }
    }
}

impl AdvertWordView {
    fn of(word: &AdvertWord) -> Self {
        let judged = word.verdict.map(|is_advert| if is_advert { "advert" } else { "other" });
        let takedown = Takedown::read(&word.act);
        Self {
            id: word.id.clone(),
            word: judged.unwrap_or(&word.act).to_owned(),
            date: word.date.clone(),
            officer: word.officer.clone(),
            reason: word.reason.clone(),
            platform: word.platform.clone(),
            batch: word.batch.clone(),
            reference: word.reference.clone(),
            can_take_back: word.is_alone && takedown != Some(Takedown::Delisted),
        }
    }
}

/// Other adverts of the cluster that are shown; the list has all.
const CLUSTER_SHOWN: usize = 20;
