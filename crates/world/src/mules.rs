//! Accounts and crypto addresses into which ransoms are paid. There are fewer of them than of
//! demands, so that some are named in several reports.

use liaison_model::schema::names::{prop, schema};

use crate::entity::Entity;
use crate::region::AGENCIES;
use crate::{World, identifiers};

pub(crate) fn id(number: u32) -> String {
    format!("demo-mule-{:04}", number + 1)
}

impl World {
    pub(crate) fn mules_count(&self) -> u32 {
        if self.size.reports == 0 { 0 } else { 1 + self.size.reports / REPORTS_PER_MULE }
    }

    /// Of five, three are bank accounts, one is a TRON and one an Ethereum address.
    pub(crate) fn mule(&self, number: u32) -> Entity {
        let wallet = |address: String, chain, coin| {
            Entity::new(id(number), schema::CRYPTO_WALLET, self.seed)
                .with(prop::CRYPTO_ADDRESS, address)
                .with(prop::BLOCKCHAIN, chain)
                .with(prop::CURRENCY_SYMBOL, coin)
        };
        match number % 5 {
            3 => wallet(identifiers::tron_address(self.seed, number), "tron", "USDT"),
            4 => wallet(identifiers::ethereum_address(self.seed, number), "ethereum", "ETH"),
            _ => self.account(number),
        }
    }

    fn account(&self, number: u32) -> Entity {
        let country = AGENCIES[number as usize % AGENCIES.len()].country;
        let bank = format!("Demonstration Bank {}", country.to_uppercase());
        Entity::new(id(number), schema::BANK_ACCOUNT, self.seed)
            .with(prop::ACCOUNT_NUMBER, identifiers::account(self.seed, number))
            .with(prop::BANK_NAME, bank)
            .with(prop::BIC, identifiers::bic(country))
            .with(prop::COUNTRY, country)
    }
}

const REPORTS_PER_MULE: u32 = 15;
