//! Adverts, several by each hand: the same words with another sum, platform or day.
//!
//! # Invariants
//!
//! * A campaign has one template and one Telegram name; its adverts never say that they belong
//!   together.
//! * Links lead to `.invalid`, which never resolves (RFC 2606).

use liaison_model::schema::names::{prop, schema};

use crate::draw::{Draw, Stream};
use crate::entity::Entity;
use crate::identifiers::owners;
use crate::lures::LURES;
use crate::{Truth, World, identifiers, region, year};

/// How many hands there are: two for each template.
pub(crate) const CAMPAIGNS: u32 = 12;

pub(crate) fn id(number: u32) -> String {
    format!("demo-advert-{:04}", number + 1)
}

impl World {
    /// The campaign of an advert.
    pub(crate) fn campaign(&self, number: u32) -> u32 {
        Draw::new(self.seed, Stream::Advert, u64::from(number)).below(CAMPAIGNS)
    }

    pub(crate) fn advert(&self, number: u32) -> Entity {
        let mut draw = Draw::new(self.seed, Stream::Advert, DETAILS | u64::from(number));
        let campaign = self.campaign(number);
        let lure = &LURES[campaign as usize % LURES.len()];
        let pay = draw.between(lure.pay_low / 100, lure.pay_high / 100) * 100;
        let salary = format!("{pay} {}", lure.currency);
        let handle = format!("@demo_{}_{:02}", self.seed % 10_000, campaign + 1);
        let filled = |text: &str| text.replace("{pay}", &salary).replace("{handle}", &handle);
        let posted = draw.below(year::DAYS);
        let province = draw.below(region::PROVINCES.len() as u32) as usize;
        let phone = draw
            .chance(40)
            .then(|| identifiers::phone("kr", self.seed, owners::CAMPAIGNS + campaign));
        Entity::new(id(number), schema::ADVERT, self.seed)
            .with(prop::NAME, lure.job_title)
            .with(prop::JOB_TITLE, lure.job_title)
            .with(prop::TEXT, filled(lure.text))
            .with(prop::TRANSLATED_TEXT, filled(lure.translated))
            .with(prop::LANGUAGE, lure.language)
            .with(prop::SALARY, &salary)
            .with(prop::SALARY_AMOUNT, pay.to_string())
            .with(prop::SALARY_CURRENCY, lure.currency)
            .with(prop::HANDLE, format!("telegram:{handle}"))
            .with_any(prop::PHONE, phone)
            .with(prop::PLATFORM, *draw.pick(&["demo-board", "demo-chat", "demo-groups"]))
            .with(prop::URL, format!("https://adverts.invalid/{}", number + 1))
            .with(prop::POSTED_AT, year::day_text(posted))
            .with(prop::SEEN_AT, year::day_text(posted + draw.below(10)))
            .with(prop::PLACE, region::province_id(province))
            .with(prop::TAKEDOWN_STATUS, *draw.pick(&["none", "asked", "removed"]))
    }
}

impl World {
    /// Any number of adverts by many more hands, and what ties some of the hands to compounds: what
    /// a node has that collects for a year.
    pub fn baits(&self, count: u32) -> impl Iterator<Item = Entity> + '_ {
        let links = (0..HANDS.min(self.size.compounds)).map(|hand| self.hand_tied(hand));
        links.chain((0..count).map(|number| self.bait(number)))
    }

    /// Which of so many adverts come from the same hand.
    pub fn baits_truth(&self, count: u32) -> impl Iterator<Item = Truth> + '_ {
        (0..HANDS).filter_map(move |number| {
            let of_hand = (0..count).filter(|bait| self.hand_of(*bait) == number);
            let entities: Vec<String> = of_hand.map(bait_id).collect();
            (!entities.is_empty()).then_some(Truth { number, entities })
        })
    }

    fn hand_of(&self, number: u32) -> u32 {
        Draw::new(self.seed, Stream::Advert, BAITS | u64::from(number)).below(HANDS)
    }

    fn bait(&self, number: u32) -> Entity {
        let hand = self.hand_of(number);
        let mut draw = Draw::new(self.seed, Stream::Advert, BAITS | DETAILS | u64::from(number));
        let lure = &LURES[hand as usize % LURES.len()];
        let pay = draw.between(lure.pay_low / 100, lure.pay_high / 100) * 100;
        let handle = format!("@demo_hand_{hand:03}");
        let salary = format!("{pay} {}", lure.currency);
        let text = lure.text.replace("{pay}", &salary).replace("{handle}", &handle);
        let sign = *draw.pick(&["", "", "★ ", "🔥 ", "[급구] ", "!! "]);
        let day = draw.below(year::DAYS);
        let phone = draw.chance(30).then(|| self.phone_of_hand(hand));
        let with_phone = match &phone {
            Some(phone) => format!("{sign}{text} {phone}"),
            None => format!("{sign}{text}"),
        };
        Entity::new(bait_id(number), schema::ADVERT, self.seed)
            .with(prop::NAME, lure.job_title)
            .with(prop::TEXT, with_phone)
            .with(
                prop::TRANSLATED_TEXT,
                lure.translated.replace("{pay}", &salary).replace("{handle}", &handle),
            )
            .with(prop::LANGUAGE, lure.language)
            .with(prop::HANDLE, format!("telegram:{handle}"))
            .with_any(prop::PHONE, phone)
            .with(
                prop::PLATFORM,
                *draw.pick(&["demo-board", "demo-chat", "demo-groups", "demo-video"]),
            )
            .with(prop::URL, format!("https://baits.invalid/{}", number + 1))
            .with(prop::POSTED_AT, year::day_text(day))
    }

    /// That a number of a hand is used at a compound.
    fn hand_tied(&self, hand: u32) -> Entity {
        let compound = region::compound_id(hand % self.size.compounds.max(1));
        Entity::new(format!("demo-hand-{:03}", hand + 1), schema::COMPOUND_LINK, self.seed)
            .with(prop::COMPOUND, compound)
            .with(prop::KIND, "phone")
            .with(prop::PHONE, self.phone_of_hand(hand))
            .with(prop::SOURCE, "invented for the demonstration")
    }

    fn phone_of_hand(&self, hand: u32) -> String {
        identifiers::phone("kr", self.seed, owners::CAMPAIGNS + CAMPAIGNS + hand)
    }
}

fn bait_id(number: u32) -> String {
    format!("demo-bait-{:05}", number + 1)
}

/// Hands that cast many adverts: forty for each template.
const HANDS: u32 = 240;
/// Keeps what is drawn for these apart from the adverts of reports.
const BAITS: u64 = 1 << 41;
/// Keeps what is drawn for an advert apart from what is drawn for its campaign.
const DETAILS: u64 = 1 << 40;
