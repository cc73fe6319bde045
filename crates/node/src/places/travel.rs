//! Travel restrictions: entered by hand or from a table, lifted, and told where they concern
//! somebody.

use std::collections::BTreeSet;

use jiff::civil::Date;
use liaison_casework::{
    Area, RESTRICTION_KINDS, Reach, WARNING_RANK, WIDE_PLACES, holds_on, names_place, reach,
};
use liaison_model::schema::names::{prop, schema};
use liaison_model::values::{self, PartialDate};
use liaison_model::{Act, EntityId, Instant, Marks, Reader};

use super::known::NAMES;
use super::said::{PlaceSaid, not_a_code};
use super::{ACT, PlaceError};
use crate::cases::{Said, fitted};
use crate::reading::{EntityView, Snapshot};
use crate::reports::{date, one, values as said_of};
use crate::{Node, NodeError};

/// A travel restriction as a reader may know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownRestriction {
    /// Entity id.
    pub id: String,
    /// Heading of the notice.
    pub title: String,
    /// Country, as a code.
    pub country: String,
    /// The part of the country, as id and name; the whole country where it is absent.
    pub place: Option<(String, String)>,
    /// Degrees north and east of the part.
    pub point: Option<(f64, f64)>,
    /// Kind, as a code.
    pub kind: String,
    /// The level in the issuer's own words.
    pub level: String,
    /// The same from 1, take normal care, to 4, do not travel.
    pub rank: Option<u8>,
    /// For whom, as country codes; for all where it is empty.
    pub applies_to: Vec<String>,
    /// Who issued it.
    pub issued_by: String,
    /// Where it was published.
    pub source: String,
    /// From when.
    pub from: Option<PartialDate>,
    /// Until when.
    pub to: Option<PartialDate>,
    /// Whether an officer entered it by hand, so that it can be taken back.
    pub is_entered: bool,
    /// The strictest marks of what is said.
    pub marks: Marks,
    /// What it means.
    area: Area,
}

/// A restriction that somebody wants to enter, as it was written.
#[derive(Debug, Clone, Default)]
pub struct RestrictionWanted {
    /// Heading of the notice.
    pub title: String,
    /// Country, as a code or name.
    pub country: String,
    /// Id of the place; the whole country where it is empty.
    pub place: String,
    /// Kind, as a code; `advice` where it is empty.
    pub kind: String,
    /// The level in the issuer's own words.
    pub level: String,
    /// The same as a number from 1 to 4.
    pub rank: String,
    /// For whom, as country codes with commas.
    pub applies_to: String,
    /// Who issued it.
    pub issued_by: String,
    /// From when; today where it is empty.
    pub from: String,
    /// Until when; without an end where it is empty.
    pub to: String,
    /// Where it was published.
    pub source: String,
}

/// A restriction that concerns a place or a report.
#[derive(Debug, Clone, PartialEq)]
pub struct Warning {
    /// The restriction.
    pub restriction: KnownRestriction,
    /// Whether the place lies in the area, or may be meant.
    pub reach: Reach,
}

impl KnownRestriction {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        holds_on(self.from.as_ref(), self.to.as_ref(), day)
    }

    /// Whether nobody should travel there without need.
    #[must_use]
    pub fn warns(&self) -> bool {
        self.rank.is_none_or(|rank| WARNING_RANK <= rank)
    }
}

impl Node {
    /// Travel restrictions, the gravest first; those that ended last.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn restrictions(
        &self,
        reader: &Reader,
        known_on: Option<Instant>,
    ) -> Result<Vec<KnownRestriction>, NodeError> {
        self.snapshot(reader, Act::Read, known_on)?.all_restrictions()
    }

    /// Places that somebody can name, as id, name and country; by name, at most a thousand.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn known_places(
        &self,
        reader: &Reader,
    ) -> Result<Vec<(String, String, Option<String>)>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let views = snapshot.all_of(&[schema::PLACE, schema::COMPOUND])?;
        let place = |view: &EntityView| {
            let name = view.caption.text().to_owned();
            (view.id.to_string(), name, one(view, prop::COUNTRY))
        };
        let mut places: Vec<_> = views.iter().map(place).collect();
        places.sort_by(|a, b| (&a.1, &a.0).cmp(&(&b.1, &b.0)));
        places.truncate(PLACES_MAX);
        Ok(places)
    }

    /// Enters a restriction with its source.
    ///
    /// # Errors
    ///
    /// Without a title, a country or a source, for a level that is none, a day that is none, and a
    /// place that the reader does not know or that lies in another country.
    pub fn restrict_travel(
        &self,
        wanted: &RestrictionWanted,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let text =
            |prop, text: &str, is_needed| fitted(schema::TRAVEL_RESTRICTION, prop, text, is_needed);
        let country = text(prop::COUNTRY, &wanted.country, true)?;
        let country = values::country(&country)
            .map_err(|_| crate::WrongUse::UnknownCountry { country: country.clone() })?;
        let place = match wanted.place.trim() {
            "" => String::new(),
            place => {
                let view = self.snapshot(reader, Act::Read, None)?.by_id(place, false)?;
                if !said_of(&view, prop::COUNTRY).any(|said| said.value.text() == country) {
                    return Err(PlaceError::OtherCountry { place: view.id.to_string() }.into());
                }
                view.id.to_string()
            }
        };
        let kind = match wanted.kind.trim() {
            "" => ADVICE,
            kind if RESTRICTION_KINDS.contains(&kind) => kind,
            _ => return Err(not_a_code(prop::RESTRICTION_TYPE, RESTRICTION_KINDS)),
        };
        let rank = match wanted.rank.trim() {
            rank @ ("" | "1" | "2" | "3" | "4") => rank.to_owned(),
            _ => return Err(not_a_code(prop::LEVEL_RANK, &["1", "2", "3", "4"])),
        };
        let from = self.day(&wanted.from)?.unwrap_or(self.today_as_date()?);
        let to = self.day(&wanted.to)?;
        if to.as_ref().is_some_and(|to| to.latest() < from.earliest()) {
            return Err(PlaceError::EndsFirst.into());
        }
        let id = self.fresh("restriction")?;
        let mut said = vec![
            (prop::TITLE, text(prop::TITLE, &wanted.title, true)?),
            (prop::COUNTRY, country.to_owned()),
            (prop::PLACE, place),
            (prop::RESTRICTION_TYPE, kind.to_owned()),
            (prop::LEVEL, text(prop::LEVEL, &wanted.level, false)?),
            (prop::LEVEL_RANK, rank),
            (prop::ISSUED_BY, text(prop::ISSUED_BY, &wanted.issued_by, true)?),
            (prop::START_DATE, from.to_string()),
            (prop::END_DATE, to.map(|to| to.to_string()).unwrap_or_default()),
            (prop::SOURCE, text(prop::SOURCE, &wanted.source, true)?),
        ];
        for code in wanted.applies_to.split(',').map(str::trim).filter(|code| !code.is_empty()) {
            let code = values::country(code)
                .map_err(|_| crate::WrongUse::UnknownCountry { country: code.to_owned() })?;
            said.push((prop::APPLIES_TO, code.to_owned()));
        }
        let marks = Marks::default();
        let record = Said { id: id.clone(), schema: schema::TRAVEL_RESTRICTION, marks: &marks };
        let entries = record.all(self, said);
        self.put_place(id.as_str(), id.clone(), entries, reader)
    }

    /// Says until when a restriction holds. What was said before stays in its history.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such restriction; also without a source,
    /// and for a day before it began.
    pub fn lift_restriction(
        &self,
        id: &str,
        to: &str,
        source: &str,
        reader: &Reader,
    ) -> Result<PlaceSaid, NodeError> {
        let view = self.snapshot(reader, Act::Read, None)?.by_id(id, false)?;
        if view.schema != schema::TRAVEL_RESTRICTION {
            return Err(NodeError::NotFound);
        }
        let to = self.day(to)?.unwrap_or(self.today_as_date()?);
        if date(&view, prop::START_DATE).is_some_and(|from| to.latest() < from.earliest()) {
            return Err(PlaceError::EndsFirst.into());
        }
        let source = fitted(schema::TRAVEL_RESTRICTION, prop::SOURCE, source, true)?;
        let marks = Marks::default();
        let id = view.id.clone();
        let record = Said { id: id.clone(), schema: schema::TRAVEL_RESTRICTION, marks: &marks };
        let mut entry = record.says(self, prop::END_DATE, to.to_string());
        entry.statement.source = Some(source);
        self.put_place(id.as_str(), id.clone(), vec![entry], reader)
    }

    /// Restrictions that hold and concern a compound or another place.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such place.
    pub fn restrictions_on(&self, place: &str, reader: &Reader) -> Result<Vec<Warning>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let view = snapshot.by_id(place, false)?;
        let area = snapshot.area_of(&view)?;
        let all = snapshot.all_restrictions()?;
        Ok(all
            .into_iter()
            .filter_map(|restriction| {
                let reach = reach(&restriction.area, &area)?;
                Some(Warning { restriction, reach })
            })
            .collect())
    }

    /// Restrictions that hold and warn of a place that a report names: the one where the person is
    /// held, or one in its words. Of the words nothing is told but the place.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such report.
    pub fn warnings_of(&self, report: &str, reader: &Reader) -> Result<Vec<Warning>, NodeError> {
        let reports = self.reports(reader, None, None)?;
        let known = reports.find(report, self.agency().as_str())?;
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let held = match &known.report.place {
            None => None,
            Some(place) => match snapshot.by_id(place, false) {
                Ok(view) => Some(snapshot.area_of(&view)?),
                Err(NodeError::NotFound) => None,
                Err(error) => return Err(error),
            },
        };
        let mut texts = Vec::new();
        for member in reports.members(known) {
            texts.extend(snapshot.words_on_places(&member.report.id)?);
        }
        snapshot.warnings(reports.day, held.as_ref(), &texts)
    }

    /// Restrictions that hold and warn of a place that stands in words which nobody kept yet.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn warnings_in(&self, words: &str, reader: &Reader) -> Result<Vec<Warning>, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        snapshot.warnings(self.today(), None, &[words.to_owned()])
    }
}

impl Snapshot<'_> {
    /// Restrictions that hold and warn of an area, or of a place that stands in one of the texts.
    fn warnings(
        &self,
        day: Date,
        held: Option<&Area>,
        texts: &[String],
    ) -> Result<Vec<Warning>, NodeError> {
        let mut warnings = Vec::new();
        for restriction in self.all_restrictions()? {
            if !restriction.holds_on(day) || !restriction.warns() {
                continue;
            }
            let of_place = held.and_then(|area| reach(&restriction.area, area));
            let mut names = restriction.area.names.iter();
            let is_named = names.any(|name| texts.iter().any(|text| names_place(text, name)));
            let by_words = is_named.then_some(Reach::Covers);
            if let Some(reach) = by_words.or(of_place) {
                warnings.push(Warning { restriction, reach });
            }
        }
        Ok(warnings)
    }

    pub(super) fn all_restrictions(&self) -> Result<Vec<KnownRestriction>, NodeError> {
        let mut all = Vec::new();
        for view in self.all_of(&[schema::TRAVEL_RESTRICTION])? {
            all.push(self.restriction(&view)?);
        }
        let today = self.node.today();
        all.sort_by_key(|one| {
            let since = one.from.as_ref().map(PartialDate::earliest);
            (!one.holds_on(today), std::cmp::Reverse((one.rank, since)), one.id.clone())
        });
        Ok(all)
    }

    fn restriction(&self, view: &EntityView) -> Result<KnownRestriction, NodeError> {
        let text = |wanted| one(view, wanted).unwrap_or_default();
        let place = match one(view, prop::PLACE) {
            None => None,
            Some(id) => match self.by_id(&id, false) {
                Ok(place) => Some(place),
                Err(NodeError::NotFound) => None,
                Err(error) => return Err(error),
            },
        };
        let area = match &place {
            Some(place) => self.area_of(place)?,
            None => Area { is_wide: true, ..Area::default() },
        };
        let number = |wanted| {
            let place = place.as_ref()?;
            one(place, wanted).and_then(|text| text.parse::<f64>().ok())
        };
        let country = text(prop::COUNTRY);
        let ends = said_of(view, prop::END_DATE).max_by_key(|said| said.commit);
        let act = match view.statements.first() {
            Some(said) => self.node.journal.header(said.commit)?.note.act,
            None => String::new(),
        };
        Ok(KnownRestriction {
            id: view.id.to_string(),
            title: view.caption.text().to_owned(),
            place: place.as_ref().map(|view| (view.id.to_string(), view.caption.text().to_owned())),
            point: number(prop::LATITUDE).zip(number(prop::LONGITUDE)),
            kind: text(prop::RESTRICTION_TYPE),
            level: text(prop::LEVEL),
            rank: text(prop::LEVEL_RANK).parse().ok(),
            applies_to: said_of(view, prop::APPLIES_TO)
                .map(|said| said.value.text().to_owned())
                .collect(),
            issued_by: text(prop::ISSUED_BY),
            source: text(prop::SOURCE),
            from: date(view, prop::START_DATE),
            to: ends.and_then(|said| PartialDate::read(said.value.text(), None).ok()),
            is_entered: act == ACT,
            marks: view.strictest_marks(),
            area: Area { countries: BTreeSet::from([country.clone()]), ..area },
            country,
        })
    }

    /// A place with the larger ones in which it lies.
    pub(super) fn area_of(&self, view: &EntityView) -> Result<Area, NodeError> {
        let names = |view: &EntityView| {
            let names = view.statements.iter().filter(|said| NAMES.contains(&said.prop.as_str()));
            names.map(|said| said.value.text().to_owned()).collect::<BTreeSet<String>>()
        };
        let all = |view: &EntityView, wanted: &'static str| {
            said_of(view, wanted).map(|said| said.value.text().to_owned()).collect::<Vec<_>>()
        };
        let kind = one(view, prop::PLACE_KIND).unwrap_or_default();
        let mut area = Area {
            ids: vec![view.id.to_string()],
            names: names(view),
            within: all(view, prop::STATE).into_iter().collect(),
            countries: all(view, prop::COUNTRY).into_iter().collect(),
            is_wide: WIDE_PLACES.contains(&kind.as_str()),
        };
        let mut larger = one(view, prop::PLACE);
        for _ in 0..DEPTH_MAX {
            let Some(id) = larger.filter(|id| !area.ids.contains(id)) else { break };
            let Ok(view) = self.by_id(&id, false) else { break };
            area.within.extend(names(&view));
            area.within.extend(all(&view, prop::STATE));
            area.ids.push(id);
            larger = one(&view, prop::PLACE);
        }
        Ok(area)
    }

    /// The words of a report on where somebody is. They may be covered: that a place is named in
    /// them is not, as the place itself stands in lists.
    fn words_on_places(&self, report: &str) -> Result<Vec<String>, NodeError> {
        let Ok(id) = report.parse::<EntityId>() else { return Ok(Vec::new()) };
        let Some(ordinal) = self.node.views.ordinal(id.as_str())? else { return Ok(Vec::new()) };
        let rows = self.node.views.statements_of(ordinal, self.window())?;
        let sids: Vec<_> = rows.iter().map(|row| row.sid).collect();
        let mut texts = Vec::new();
        for kept in self.node.journal.statements(&sids)? {
            let Some((_, said)) = kept.body else { continue };
            if WORDS_ON_PLACES.contains(&said.prop.as_ref()) {
                texts.push(said.value);
            }
        }
        Ok(texts)
    }
}

const ADVICE: &str = "advice";
/// Properties of a report that name places in words.
const WORDS_ON_PLACES: &[&str] = &[prop::PLACE_TEXT, prop::ROUTE, prop::HELD_BY_TEXT];
/// A place lies in a district, that in a province, and that in a country.
const DEPTH_MAX: usize = 6;
const PLACES_MAX: usize = 1_000;
