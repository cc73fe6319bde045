//! All adverts that a reader may know of, kept in memory and brought up to date commit by commit.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError};

use jiff::civil::Date;
use liaison_adverts::{Band, Clusters, Place, with_shared_contacts};
use liaison_casework::Takedown;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, CommitNumber, EntityId, Instant, Marks, Reader, Statement};

use super::ACT;
use super::text::{Contact, ReadText};
use crate::reading::{EntityView, Snapshot};
use crate::reports::{one, values};
use crate::since::Change;
use crate::{Node, NodeError};

/// An advert as a reader may know of it.
#[derive(Debug, Clone)]
pub struct KnownAdvert {
    /// Entity id.
    pub id: EntityId,
    /// Its first line.
    pub title: String,
    /// The beginning of its words.
    pub excerpt: String,
    /// Where it stood.
    pub url: Option<String>,
    /// On which platform.
    pub platform: Option<String>,
    /// Its language, three letters.
    pub language: Option<String>,
    /// When it was posted.
    pub posted: Option<String>,
    /// When it was seen.
    pub seen: Option<String>,
    /// Who handed it in.
    pub source: Option<String>,
    /// The commit that brought it.
    pub entered: CommitNumber,
    /// The strictest marks of what is said of it.
    pub marks: Marks,
    /// What officers said of it, oldest first.
    pub words: Vec<AdvertWord>,
    /// Whether an officer decided that it is an advert of the kind.
    pub verdict: Option<bool>,
    /// How far its removal is.
    pub takedown: Option<Takedown>,
    /// By when something is due of it.
    pub due: Option<Date>,
    pub(super) read: Arc<ReadText>,
}

/// What an officer said of an advert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvertWord {
    /// Entity id: what is taken back by it.
    pub id: String,
    /// `judged`, or a code of [`Takedown`].
    pub act: String,
    /// Of a judgement: whether it is an advert of the kind.
    pub verdict: Option<bool>,
    /// When, as a day.
    pub date: String,
    /// Who.
    pub officer: String,
    /// Why.
    pub reason: String,
    /// The platform that is asked.
    pub platform: String,
    /// The number of the batch.
    pub batch: String,
    /// What the platform calls the matter.
    pub reference: String,
    /// The commit.
    pub commit: CommitNumber,
    /// When the node learnt it.
    pub entered: Instant,
    /// Whether it was said by itself, so that it can be taken back by itself.
    pub is_alone: bool,
}

/// Everything that is known of adverts, with what follows from it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(super) all: BTreeMap<String, Arc<KnownAdvert>>,
    clusters: Clusters,
    places: HashMap<String, Place>,
    pub(super) derived: Derived,
    /// With the how many-eth model it was read.
    models: u64,
}

/// What follows from all adverts together.
#[derive(Debug, Clone, Default)]
pub(super) struct Derived {
    /// Scores with what is known of contacts.
    scores: HashMap<String, f64>,
    /// Ids, the highest score first.
    order: Vec<String>,
    /// Of each cluster its adverts, the first first.
    by_cluster: HashMap<u32, Vec<String>>,
    /// Which adverts have a contact.
    pub(super) by_contact: HashMap<Contact, BTreeSet<String>>,
    /// Contacts of adverts that were judged, with how many such adverts have them, and those that
    /// somebody tied to a compound.
    pub(super) evidence: HashMap<Contact, Evidence>,
}

/// What makes a contact known.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    pub(super) judged: BTreeSet<String>,
    pub(super) compounds: BTreeSet<String>,
}

/// All adverts that a reader may know of.
#[derive(Debug, Clone)]
pub struct Adverts {
    pub(super) known: Arc<Known>,
    /// The last commit that they hold.
    pub position: CommitNumber,
}

/// Which adverts are wanted.
#[derive(Debug, Clone, Default)]
pub struct AdvertsWanted {
    /// Only those of one band.
    pub band: Option<Band>,
    /// Only those in one language, three letters.
    pub language: Option<String>,
    /// Only those of one platform.
    pub platform: Option<String>,
    /// Only those that name a place.
    pub place: Option<String>,
    /// Only those that stand so: a code of [`Takedown`], `judged`, or `open` for what nobody judged.
    pub standing: Option<String>,
    /// Only those of the cluster in which this advert is.
    pub cluster: Option<String>,
    /// The first of each cluster alone.
    pub clustered: bool,
}

/// One page of adverts.
#[derive(Debug, Clone)]
pub struct AdvertPage<'a> {
    /// The rows, the highest score first.
    pub rows: Vec<AdvertRow<'a>>,
    /// How many rows there are in all.
    pub total: usize,
    /// How many adverts stand behind them.
    pub adverts: usize,
}

/// An advert with what follows from all.
#[derive(Debug, Clone, Copy)]
pub struct AdvertRow<'a> {
    /// The advert.
    pub advert: &'a KnownAdvert,
    /// From 0 to 1, with what is known of its contacts.
    pub score: f64,
    /// The first advert of its cluster: the cluster's name.
    pub cluster: &'a str,
    /// How many are in its cluster.
    pub cluster_size: usize,
    /// How many of its contacts are known from elsewhere.
    pub shared: usize,
}

/// How many adverts there are of each kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AdvertsCounted {
    /// All of them.
    pub adverts: usize,
    /// Clusters of them.
    pub clusters: usize,
    /// By band: few, some, many signs.
    pub bands: [usize; 3],
    /// By language.
    pub languages: BTreeMap<String, usize>,
    /// By platform.
    pub platforms: BTreeMap<String, usize>,
    /// By place that they name.
    pub places: BTreeMap<String, usize>,
    /// By where their removal stands.
    pub takedowns: BTreeMap<&'static str, usize>,
    /// How many nobody has judged.
    pub open: usize,
    /// Of how many something is late.
    pub late: usize,
}

impl Node {
    /// Every advert that the reader may know of.
    ///
    /// # Errors
    ///
    /// When the journal or the views fail.
    pub fn adverts(&self, reader: &Reader) -> Result<Adverts, NodeError> {
        let snapshot = self.snapshot(reader, Act::Find, None)?;
        let position = snapshot.up_to;
        let Some(key) = snapshot.key() else {
            return Ok(Adverts { known: Arc::new(snapshot.all_adverts()?), position });
        };
        let mut remembered = self.adverts.lock().unwrap_or_else(PoisonError::into_inner);
        let models = self.advert_models()?;
        let known = match remembered.take(&key).filter(|(_, known)| known.models == models) {
            Some((before, known)) if before == key.position => known,
            Some((before, known)) => snapshot.adverts_again(before, known)?,
            None => Arc::new(snapshot.all_adverts()?),
        };
        remembered.put(key, &known);
        Ok(Adverts { known, position })
    }
}

impl Adverts {
    /// All of them, by entity id.
    pub fn iter(&self) -> impl Iterator<Item = &KnownAdvert> {
        self.known.all.values().map(|advert| &**advert)
    }

    /// An advert by its entity id, or by the id without our own origin.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is none.
    pub fn find(&self, text: &str, own: &str) -> Result<AdvertRow<'_>, NodeError> {
        let text = text.trim();
        let found = self.known.all.get(text);
        let found = found.or_else(|| self.known.all.get(&format!("{own}:{text}")));
        found.map(|advert| self.row(advert)).ok_or(NodeError::NotFound)
    }

    /// The adverts of the cluster of one, the first first.
    pub fn cluster<'a>(&'a self, row: &AdvertRow<'a>) -> impl Iterator<Item = &'a KnownAdvert> {
        let ids = self.known.cluster_of(row.advert.id.as_str());
        ids.iter().filter_map(|id| self.known.all.get(id)).map(|advert| &**advert)
    }

    /// A page of those that are wanted, the highest score first.
    #[must_use]
    pub fn page(&self, wanted: &AdvertsWanted, offset: usize, limit: usize) -> AdvertPage<'_> {
        let derived = &self.known.derived;
        let all = derived.order.iter().filter_map(|id| self.known.all.get(id));
        let of = wanted.cluster.as_deref().and_then(|id| self.known.places.get(id));
        let of = of.map(|place| self.known.clusters.cluster(place.cluster));
        let is_of = |row: &AdvertRow<'_>| {
            wanted.cluster.is_none() || self.known.number(row.advert.id.as_str()) == of
        };
        let mut seen = BTreeSet::new();
        let (mut rows, mut total, mut adverts) = (Vec::new(), 0, 0);
        for advert in all {
            let row = self.row(advert);
            if !wanted.takes(&row) || !is_of(&row) {
                continue;
            }
            adverts += 1;
            if wanted.clustered && !seen.insert(row.cluster) {
                continue;
            }
            if offset <= total && rows.len() < limit {
                rows.push(row);
            }
            total += 1;
        }
        AdvertPage { rows, total, adverts }
    }

    /// How many there are of each kind, and of how many something is late on a day.
    #[must_use]
    pub fn counted(&self, day: Date) -> AdvertsCounted {
        let mut counted = AdvertsCounted {
            adverts: self.known.all.len(),
            clusters: self.known.derived.by_cluster.len(),
            ..AdvertsCounted::default()
        };
        for advert in self.known.all.values() {
            let score = self.known.derived.scores.get(advert.id.as_str()).copied();
            counted.bands[Band::of(score.unwrap_or_default()) as usize] += 1;
            let mut add = |map: fn(&mut AdvertsCounted) -> &mut BTreeMap<String, usize>,
                           key: Option<&String>| {
                if let Some(key) = key {
                    *map(&mut counted).entry(key.clone()).or_default() += 1;
                }
            };
            add(|counted| &mut counted.languages, advert.language.as_ref());
            add(|counted| &mut counted.platforms, advert.platform.as_ref());
            advert.read.places.iter().for_each(|place| add(|c| &mut c.places, Some(place)));
            if let Some(takedown) = advert.takedown {
                *counted.takedowns.entry(takedown.code()).or_default() += 1;
            }
            counted.open += usize::from(advert.verdict.is_none());
            counted.late += usize::from(advert.due.is_some_and(|due| due < day));
        }
        counted
    }

    pub(super) fn row<'a>(&'a self, advert: &'a KnownAdvert) -> AdvertRow<'a> {
        let id = advert.id.as_str();
        let members = self.known.cluster_of(id);
        AdvertRow {
            advert,
            score: self.known.derived.scores.get(id).copied().unwrap_or(advert.read.score),
            cluster: members.first().map_or(id, String::as_str),
            cluster_size: members.len().max(1),
            shared: self.known.derived.known_contacts(advert).count(),
        }
    }
}

impl AdvertsWanted {
    fn takes(&self, row: &AdvertRow<'_>) -> bool {
        let advert = row.advert;
        let is = |wanted: &Option<String>, own: &Option<String>| wanted.is_none() || wanted == own;
        let stands = |wanted: &str| match wanted {
            "open" => advert.verdict.is_none(),
            "judged" => advert.verdict.is_some(),
            code => advert.takedown.is_some_and(|takedown| takedown.code() == code),
        };
        self.band.is_none_or(|band| band == Band::of(row.score))
            && is(&self.language, &advert.language)
            && is(&self.platform, &advert.platform)
            && self.place.as_ref().is_none_or(|place| advert.read.places.contains(place))
            && self.standing.as_deref().is_none_or(stands)
    }
}

impl KnownAdvert {
    /// Places of the gazetteer that its words name.
    #[must_use]
    pub fn places(&self) -> &[String] {
        &self.read.places
    }

    /// Contacts in its words, as kind and value, each once.
    pub fn contacts(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let mut seen = BTreeSet::new();
        let contacts = self.read.contacts.iter().filter(move |one| seen.insert(*one));
        contacts.map(|(kind, value)| (kind.code(), value.as_str()))
    }

    /// Whether it says openly that the work is scamming.
    #[must_use]
    pub fn is_open_scam(&self) -> bool {
        self.read.is_open
    }

    /// Whether what is known of it counts for others: nobody said that it is no such advert.
    fn is_evidence(&self) -> bool {
        self.verdict == Some(true) && self.takedown != Some(Takedown::Delisted)
    }
}

impl Derived {
    /// The contacts of an advert that are known from another advert or a compound.
    pub(super) fn known_contacts<'a>(
        &'a self,
        advert: &'a KnownAdvert,
    ) -> impl Iterator<Item = &'a Contact> {
        let id = advert.id.as_str();
        advert.read.contacts.iter().filter(move |contact| {
            self.evidence.get(contact).is_some_and(|found| {
                !found.compounds.is_empty() || found.judged.iter().any(|other| other != id)
            })
        })
    }
}

impl Known {
    fn number(&self, id: &str) -> Option<u32> {
        self.places.get(id).map(|place| self.clusters.cluster(place.cluster))
    }

    fn cluster_of(&self, id: &str) -> &[String] {
        let members = self.number(id).and_then(|number| self.derived.by_cluster.get(&number));
        members.map_or(&[], Vec::as_slice)
    }

    /// Clusters everything anew, in the order in which it was taken in.
    fn cluster_all(&mut self) {
        self.clusters = Clusters::new();
        self.places = HashMap::new();
        self.cluster(self.all.keys().cloned().collect());
    }

    /// Clusters some more.
    fn cluster(&mut self, ids: Vec<String>) {
        let mut new: Vec<&Arc<KnownAdvert>> =
            ids.iter().filter_map(|id| self.all.get(id)).collect();
        new.sort_by_key(|advert| (advert.entered, &advert.id));
        for advert in new {
            let place = self.clusters.add(&advert.read.sketch);
            self.places.insert(advert.id.to_string(), place);
        }
    }

    fn derive(&mut self, compounds: HashMap<Contact, BTreeSet<String>>) {
        let mut derived = Derived::default();
        for (contact, compounds) in compounds {
            derived.evidence.entry(contact).or_default().compounds = compounds;
        }
        let mut entered: Vec<&Arc<KnownAdvert>> = self.all.values().collect();
        entered.sort_by_key(|advert| (advert.entered, &advert.id));
        for advert in &entered {
            let id = advert.id.as_str();
            if let Some(number) = self.number(id) {
                derived.by_cluster.entry(number).or_default().push(id.to_owned());
            }
            for contact in &advert.read.contacts {
                let of_contact = derived.by_contact.entry(contact.clone()).or_default();
                of_contact.insert(id.to_owned());
                if advert.is_evidence() {
                    let evidence = derived.evidence.entry(contact.clone()).or_default();
                    evidence.judged.insert(id.to_owned());
                }
            }
        }
        for advert in &entered {
            let shared = derived.known_contacts(advert).count();
            let score = with_shared_contacts(advert.read.score, shared);
            derived.scores.insert(advert.id.to_string(), score);
        }
        let score = |advert: &KnownAdvert| derived.scores.get(advert.id.as_str()).copied();
        entered.sort_by(|a, b| {
            let (one, other) = (score(a).unwrap_or_default(), score(b).unwrap_or_default());
            other.total_cmp(&one).then(b.entered.cmp(&a.entered)).then(a.id.cmp(&b.id))
        });
        derived.order = entered.iter().map(|advert| advert.id.to_string()).collect();
        self.derived = derived;
    }
}

impl Snapshot<'_> {
    /// Reads every advert anew.
    fn all_adverts(&self) -> Result<Known, NodeError> {
        let mut words = BTreeMap::<String, Vec<AdvertWord>>::new();
        self.each_of(schema::ADVERT_STEP, |view| {
            if let Some((advert, word)) = self.advert_word(&view)? {
                words.entry(advert).or_default().push(word);
            }
            Ok(())
        })?;
        let mut known = Known { models: self.node.advert_models()?, ..Known::default() };
        let mut some = Vec::new();
        self.each_of(schema::ADVERT, |view| {
            some.push(view);
            if some.len() < AT_ONCE {
                return Ok(());
            }
            self.put_adverts(&mut known, std::mem::take(&mut some), &mut words)
        })?;
        self.put_adverts(&mut known, some, &mut words)?;
        known.cluster_all();
        known.derive(self.contacts_of_compounds()?);
        Ok(known)
    }

    /// Reads again what later commits touched, and all of it where they touched much.
    fn adverts_again(
        &self,
        from: CommitNumber,
        before: Arc<Known>,
    ) -> Result<Arc<Known>, NodeError> {
        let mut touched = BTreeSet::new();
        let mut has_ties = false;
        let is_told = self.each_since(from, |said, change| {
            has_ties |= said.schema == schema::COMPOUND_LINK;
            touched.extend(advert_of(said, change, &before));
            touched.len() <= TOUCHED_MAX
        })?;
        if !is_told {
            return Ok(Arc::new(self.all_adverts()?));
        }
        if touched.is_empty() && !has_ties {
            return Ok(before);
        }
        let mut known = Arc::unwrap_or_clone(before);
        let (mut again, mut words) = (Vec::new(), BTreeMap::new());
        let mut gone = Vec::new();
        for id in &touched {
            let ordinal = self.node.views.ordinal(id)?;
            let view = ordinal.map(|ordinal| self.entity(ordinal)).transpose()?.flatten();
            let Some(view) = view.filter(|view| view.schema == schema::ADVERT) else {
                gone.push(id.clone());
                continue;
            };
            let mut own = Vec::new();
            for pointing in self.pointing_at(id)? {
                own.extend(self.advert_word(&pointing)?.map(|(_, word)| word));
            }
            words.insert(id.clone(), own);
            again.push(view);
        }
        let new: Vec<String> = again
            .iter()
            .map(|view| view.id.to_string())
            .filter(|id| !known.all.contains_key(id))
            .collect();
        let texts = |known: &Known| -> Vec<Option<usize>> {
            let of = |id: &String| known.all.get(id).map(|it| Arc::as_ptr(&it.read) as usize);
            touched.iter().filter(|id| !new.contains(id)).map(of).collect()
        };
        let read_before = texts(&known);
        gone.iter().for_each(|id| _ = known.all.remove(id));
        self.put_adverts(&mut known, again, &mut words)?;
        match texts(&known) == read_before {
            true => known.cluster(new),
            // The first of a cluster may be gone, or say something else.
            false => known.cluster_all(),
        }
        known.derive(self.contacts_of_compounds()?);
        Ok(Arc::new(known))
    }

    /// Puts adverts with what officers said of them to the others; their texts are read together.
    fn put_adverts(
        &self,
        known: &mut Known,
        views: Vec<EntityView>,
        words: &mut BTreeMap<String, Vec<AdvertWord>>,
    ) -> Result<(), NodeError> {
        let texts: Vec<String> = views.iter().map(words_of).collect();
        let read = self.node.read_adverts(&texts)?;
        for ((view, text), read) in views.iter().zip(&texts).zip(read) {
            let mut own = words.remove(view.id.as_str()).unwrap_or_default();
            own.sort_by(|a, b| (a.commit, &a.id).cmp(&(b.commit, &b.id)));
            let advert = self.known_advert(view, text, read, own);
            known.all.insert(advert.id.to_string(), Arc::new(advert));
        }
        Ok(())
    }

    fn known_advert(
        &self,
        view: &EntityView,
        text: &str,
        read: Arc<ReadText>,
        words: Vec<AdvertWord>,
    ) -> KnownAdvert {
        let last = words.iter().rev().find_map(|word| Some((Takedown::read(&word.act)?, word)));
        let told = one(view, prop::TAKEDOWN_STATUS).and_then(|text| Takedown::read(&text));
        let due = last.and_then(|(takedown, word)| takedown.due(word.date.parse().ok()?));
        let title = one(view, prop::NAME).unwrap_or_else(|| first_line(text));
        KnownAdvert {
            id: view.id.clone(),
            title,
            excerpt: text
                .split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(EXCERPT_CHARS)
                .collect(),
            url: one(view, prop::URL),
            platform: one(view, prop::PLATFORM),
            language: one(view, prop::LANGUAGE).or_else(|| Some(read.language.to_owned())),
            posted: one(view, prop::POSTED_AT),
            seen: one(view, prop::SEEN_AT),
            source: view.statements.iter().find_map(|said| said.source.clone()),
            entered: view.statements.iter().map(|said| said.commit).min().unwrap_or_default(),
            marks: view.strictest_marks(),
            verdict: words.iter().rev().find_map(|word| word.verdict),
            takedown: last.map_or(told, |(takedown, _)| Some(takedown)),
            due,
            words,
            read,
        }
    }

    /// A word on an advert, once an officer of ours said it.
    pub(super) fn advert_word(
        &self,
        view: &EntityView,
    ) -> Result<Option<(String, AdvertWord)>, NodeError> {
        if view.schema != schema::ADVERT_STEP {
            return Ok(None);
        }
        let Some(signed) = self.signed(view, ACT)? else { return Ok(None) };
        let Some(advert) = one(view, prop::ADVERT) else { return Ok(None) };
        let text = |prop| one(view, prop).unwrap_or_default();
        let verdict = match text(prop::VERDICT).as_str() {
            "advert" => Some(true),
            "other" => Some(false),
            _ => None,
        };
        let header = self.node.journal.header(signed.commit)?;
        let word = AdvertWord {
            is_alone: header.statements == view.statements.len() as u64,
            id: view.id.to_string(),
            act: text(prop::ACT),
            verdict,
            date: text(prop::DATE),
            officer: text(prop::OFFICER),
            reason: text(prop::REASON),
            platform: text(prop::PLATFORM),
            batch: text(prop::BATCH),
            reference: text(prop::REFERENCE),
            commit: signed.commit,
            entered: signed.at,
        };
        Ok(Some((advert, word)))
    }

    /// Phones that somebody tied to a compound, as contacts.
    fn contacts_of_compounds(&self) -> Result<HashMap<Contact, BTreeSet<String>>, NodeError> {
        let mut contacts: HashMap<Contact, BTreeSet<String>> = HashMap::new();
        self.each_of(schema::COMPOUND_LINK, |view| {
            if let (Some(compound), Some(phone)) =
                (one(&view, prop::COMPOUND), one(&view, prop::PHONE))
            {
                let contact = (liaison_adverts::Kind::Phone, phone.to_lowercase());
                contacts.entry(contact).or_default().insert(compound);
            }
            Ok(())
        })?;
        Ok(contacts)
    }
}

/// The words of an advert.
pub(super) fn words_of(view: &EntityView) -> String {
    let texts: Vec<&str> = values(view, prop::TEXT).map(|said| said.value.text()).collect();
    texts.join("\n")
}

/// What a text is called in lists.
pub(super) fn first_line(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    match line.chars().count() <= TITLE_CHARS {
        true => line.to_owned(),
        false => line.chars().take(TITLE_CHARS).chain(['…']).collect(),
    }
}

/// Whether one of the records that name an advert says that it was delisted.
pub(super) fn delisted(views: &[EntityView]) -> bool {
    views
        .iter()
        .filter(|view| view.schema == schema::ADVERT_STEP)
        .any(|view| one(view, prop::ACT).as_deref() == Some(Takedown::Delisted.code()))
}

/// The advert that a statement is about.
fn advert_of(said: &Statement, change: Change, before: &Known) -> Option<String> {
    if said.schema == schema::ADVERT {
        return Some(said.entity.to_string());
    }
    if said.schema != schema::ADVERT_STEP {
        return None;
    }
    if said.prop == prop::ADVERT {
        return Some(said.value.clone());
    }
    // Of a single statement that was taken back, another one says which advert it is about.
    let is_it = |advert: &&Arc<KnownAdvert>| {
        advert.words.iter().any(|word| word.id == said.entity.as_str())
    };
    let of = before.all.values().find(is_it).filter(|_| change == Change::Gone);
    of.map(|advert| advert.id.to_string())
}

/// Adverts whose texts are read together.
const AT_ONCE: usize = 4_096;
/// Beyond these it is quicker to read everything anew.
const TOUCHED_MAX: usize = 5_000;
const EXCERPT_CHARS: usize = 240;
const TITLE_CHARS: usize = 80;
