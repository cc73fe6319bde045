//! One advert with its reasons, its cluster, and what else is known of its contacts.

use std::collections::{BTreeMap, BTreeSet};

use liaison_adverts::{Kind, KnownContacts, Scored, Scorer, Template};
use liaison_casework::Takedown;
use liaison_model::schema::names::{prop, schema};
use liaison_model::{Act, Reader};
use liaison_views::EntityFilter;

use super::known::{AdvertRow, Adverts, KnownAdvert, words_of};
use super::text::{CONTACT_SURE, Contact, lexicon};
use crate::reading::{EntityView, Shown, Snapshot};
use crate::reports::one;
use crate::{Node, NodeError, SearchRequest};

/// An advert with all that is known of it.
#[derive(Debug, Clone)]
pub struct AdvertView {
    /// Its words.
    pub text: String,
    /// The same in the reader's language, where a source has them.
    pub translated: Option<String>,
    /// Pictures of it, by hash.
    pub pictures: Vec<String>,
    /// Why its score is what it is, and whom it names.
    pub scored: Scored,
    /// The version of the lexicon.
    pub lexicon: String,
    /// The hash of the model of the agency's own decisions, if there is one.
    pub model: Option<String>,
    /// What the adverts of its cluster have in common; `{1}` and so on stand for what differs.
    pub pattern: Option<String>,
    /// What stands there in this one.
    pub slots: Vec<String>,
    /// What else is known of each of its contacts.
    pub contacts: Vec<SharedContact>,
    /// Reports, cases and other records that name the advert itself.
    pub named_by: Vec<KnownElsewhere>,
    /// Compounds to which it leads.
    pub compounds: Vec<TiedCompound>,
    /// What may be said next of its removal.
    pub next: &'static [Takedown],
}

/// A contact, and where else it turns up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedContact {
    /// What it is.
    pub kind: Kind,
    /// In its one form.
    pub value: String,
    /// How many other adverts have it.
    pub adverts: usize,
    /// How many of those were judged to be adverts of the kind.
    pub judged: usize,
    /// Other records that have it.
    pub records: Vec<KnownElsewhere>,
}

/// A record that has a contact, or names an advert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownElsewhere {
    /// Entity id.
    pub id: String,
    /// Its schema.
    pub schema: String,
    /// What it is called; of a report its number.
    pub name: Shown,
}

/// A compound to which an advert leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TiedCompound {
    /// Entity id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Why: `contact` where a phone is tied to it, `tie` where an officer tied the advert or one of
    /// its cluster, `place` where the source says so, `name` where the words have its name.
    pub why: &'static str,
}

impl Node {
    /// One advert with all that is known of it.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when the reader knows no such advert.
    pub fn advert_view(
        &self,
        adverts: &Adverts,
        row: &AdvertRow<'_>,
        reader: &Reader,
    ) -> Result<AdvertView, NodeError> {
        let snapshot = self.snapshot(reader, Act::Read, None)?;
        let advert = row.advert;
        let view = snapshot.by_id(advert.id.as_str(), false)?;
        let text = words_of(&view);
        let derived = &adverts.known.derived;
        let known = KnownContacts::new(derived.known_contacts(advert).cloned());
        let (lexicon, model) = (lexicon()?, self.advert_model()?);
        let scored = Scorer::new(lexicon, model.as_deref(), known).score(&text);
        let pointing = snapshot.pointing_at(advert.id.as_str())?;
        let (pattern, slots) = self.template_of(adverts, row, &text, &snapshot)?;
        let contacts = self.shared_contacts(adverts, row, &scored, &snapshot)?;
        let compounds = snapshot.compounds_of(adverts, row, &view, &pointing)?;
        let named_by = pointing.iter().filter(|one| one.schema != schema::ADVERT_STEP);
        let named_by = named_by.filter_map(|view| snapshot.elsewhere(view).transpose());
        Ok(AdvertView {
            translated: one(&view, prop::TRANSLATED_TEXT),
            pictures: crate::reports::values(&view, prop::EXHIBIT)
                .map(|said| said.value.text().to_owned())
                .collect(),
            scored,
            lexicon: lexicon.version().to_owned(),
            model: model.map(|model| model.header().body.clone()),
            pattern,
            slots,
            contacts,
            named_by: named_by.collect::<Result<Vec<_>, _>>()?,
            compounds,
            next: Takedown::after(advert.takedown),
            text,
        })
    }

    /// What the texts of a cluster have in common, learnt from some of them.
    fn template_of(
        &self,
        adverts: &Adverts,
        row: &AdvertRow<'_>,
        text: &str,
        snapshot: &Snapshot<'_>,
    ) -> Result<(Option<String>, Vec<String>), NodeError> {
        if row.cluster_size < 2 {
            return Ok((None, Vec::new()));
        }
        let mut template: Option<Template> = None;
        for member in adverts.cluster(row).take(LEARNT_FROM) {
            let words = words_of(&snapshot.by_id(member.id.as_str(), false)?);
            match &mut template {
                None => template = Some(Template::new(&words)),
                Some(template) => template.learn(&words),
            }
        }
        let pattern = template.as_ref().map(Template::pattern);
        Ok((pattern, template.map(|template| template.slots(text)).unwrap_or_default()))
    }

    /// Where else the contacts of an advert turn up. A report or a person that has one is found by
    /// the whole of it, and stays covered.
    fn shared_contacts(
        &self,
        adverts: &Adverts,
        row: &AdvertRow<'_>,
        scored: &Scored,
        snapshot: &Snapshot<'_>,
    ) -> Result<Vec<SharedContact>, NodeError> {
        let mut contacts: BTreeMap<Contact, String> = BTreeMap::new();
        for one in &scored.identifiers {
            if one.kind.is_contact() && CONTACT_SURE <= one.confidence {
                contacts.insert((one.kind, one.value.to_lowercase()), one.value.clone());
            }
        }
        let own = row.advert.id.as_str();
        let mut shared = Vec::new();
        for (contact, value) in contacts.into_iter().take(CONTACTS_MAX) {
            let of_contact = adverts.known.derived.by_contact.get(&contact);
            let others = || of_contact.into_iter().flatten().filter(|id| *id != own);
            let is_judged = |id: &&String| {
                adverts.known.all.get(*id).is_some_and(|advert| advert.verdict == Some(true))
            };
            shared.push(SharedContact {
                kind: contact.0,
                records: self.with_contact(&value, &snapshot.reader, snapshot)?,
                adverts: others().count(),
                judged: others().filter(is_judged).count(),
                value,
            });
        }
        Ok(shared)
    }

    /// Records other than adverts that have a contact as a whole.
    fn with_contact(
        &self,
        value: &str,
        reader: &Reader,
        snapshot: &Snapshot<'_>,
    ) -> Result<Vec<KnownElsewhere>, NodeError> {
        let wanted = value.trim_start_matches('@').replace('"', " ");
        let request = SearchRequest {
            text: format!("\"{wanted}\""),
            filter: EntityFilter {
                schemata: HOLDERS.iter().map(|name| (*name).to_owned()).collect(),
                ..EntityFilter::default()
            },
            limit: RECORDS_MAX,
            ..SearchRequest::default()
        };
        let answer = match self.search(&request, reader) {
            // Marks alone are no contact that anybody could have.
            Err(NodeError::NothingToLookFor) => return Ok(Vec::new()),
            answer => answer?,
        };
        let mut records = Vec::new();
        for hit in answer.hits.into_iter().filter(|_| !answer.relaxed) {
            // Said alike is not the same: a contact is one to the letter.
            if hit.highlights.iter().any(|found| !found.is_spelling) {
                records.extend(snapshot.elsewhere(&hit.entity)?);
            }
        }
        records.dedup();
        Ok(records)
    }
}

impl Snapshot<'_> {
    /// A record as others are told of it; of a link the compound that it leads to.
    fn elsewhere(&self, view: &EntityView) -> Result<Option<KnownElsewhere>, NodeError> {
        let id = match view.schema.as_str() {
            schema::COMPOUND_LINK => one(view, prop::COMPOUND),
            schema::CASE_ENTRY => one(view, prop::CASE),
            _ => Some(view.id.to_string()),
        };
        let named = self.named(id)?;
        Ok(named.map(|(id, schema, name)| KnownElsewhere { id, schema, name }))
    }

    /// Compounds to which an advert leads: by a tied phone, by a tie of its own or of its cluster,
    /// by what its source says, by its words.
    fn compounds_of(
        &self,
        adverts: &Adverts,
        row: &AdvertRow<'_>,
        view: &EntityView,
        pointing: &[EntityView],
    ) -> Result<Vec<TiedCompound>, NodeError> {
        let mut found: Vec<(String, &'static str)> = Vec::new();
        let derived = &adverts.known.derived;
        for contact in &row.advert.read.contacts {
            let evidence = derived.evidence.get(contact);
            let compounds = evidence.into_iter().flat_map(|one| one.compounds.iter());
            found.extend(compounds.map(|id| (id.clone(), "contact")));
        }
        let tied = |view: &EntityView| {
            let is_tie = view.schema == schema::COMPOUND_LINK;
            is_tie.then(|| one(view, prop::COMPOUND)).flatten().map(|id| (id, "tie"))
        };
        found.extend(pointing.iter().filter_map(tied));
        let others = adverts.cluster(row).filter(|other| other.id != row.advert.id);
        for other in others.take(LEARNT_FROM) {
            found.extend(self.pointing_at(other.id.as_str())?.iter().filter_map(tied));
        }
        found.extend(one(view, prop::PLACE).map(|id| (id, "place")));
        let words = words_of(view).to_lowercase();
        for compound in self.all_of(&[schema::COMPOUND])? {
            let mut names = compound
                .statements
                .iter()
                .filter(|said| [prop::NAME, prop::ALIAS].contains(&&*said.prop));
            let is_named = names.any(|said| {
                let name = said.value.text().to_lowercase();
                NAME_CHARS_MIN <= name.chars().count() && words.contains(&name)
            });
            found.extend(is_named.then(|| (compound.id.to_string(), "name")));
        }
        let mut seen = BTreeSet::new();
        let mut compounds = Vec::new();
        for (id, why) in found.into_iter().take(COMPOUNDS_MAX) {
            if !seen.insert(id.clone()) {
                continue;
            }
            if let Some((id, schema, name)) = self.named(Some(id))?
                && schema == schema::COMPOUND
            {
                compounds.push(TiedCompound { id, name: name.text().to_owned(), why });
            }
        }
        Ok(compounds)
    }
}

impl KnownAdvert {
    /// The contact under which a value is compared.
    #[must_use]
    pub fn has_contact(&self, kind: Kind, value: &str) -> bool {
        self.read.contacts.contains(&(kind, value.to_lowercase()))
    }
}

/// Records in which a contact says something; adverts are counted apart.
const HOLDERS: &[&str] = &[
    schema::CASE_ENTRY,
    schema::COMPOUND,
    schema::COMPOUND_LINK,
    schema::LEGAL_ENTITY,
    schema::REPORT,
    schema::USER_ACCOUNT,
];
/// Texts of a cluster by which its template is learnt.
const LEARNT_FROM: usize = 32;
const CONTACTS_MAX: usize = 20;
const RECORDS_MAX: usize = 20;
const COMPOUNDS_MAX: usize = 20;
/// Shorter names stand in other words.
const NAME_CHARS_MIN: usize = 3;
