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
use crate::{World, identifiers, region, year};

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

/// Keeps what is drawn for an advert apart from what is drawn for its campaign.
const DETAILS: u64 = 1 << 40;
