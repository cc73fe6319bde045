//! Two nodes whose heads have met: each has the other's card, and both signed an agreement.

use std::path::Path;

use liaison_exchange::{Quotas, words_of};
use liaison_model::Reader;
use liaison_node::exchange::CardWanted;
use liaison_node::{KeySource, Node};
use liaison_policy::Terms;

/// A node with the folder that holds its root key, and who acts there.
pub struct Head<'a> {
    pub node: &'a Node,
    pub folder: &'a Path,
    pub reader: &'a Reader,
}

impl Head<'_> {
    pub fn root(&self) -> liaison_journal::keys::RootKey {
        let passphrase = zeroize::Zeroizing::new("a passphrase of the test".to_owned());
        let key = KeySource::Passphrase(passphrase);
        self.node.open_root_key(&self.folder.join("keys/root.json"), &key).unwrap()
    }

    pub fn card(&self) -> liaison_exchange::Card {
        let names = [("en".to_owned(), format!("Fictional {}", self.node.agency()))].into();
        let wanted = CardWanted { names, ..CardWanted::default() };
        self.node.make_card(&self.root(), &wanted, self.reader).unwrap()
    }
}

/// Lets two heads meet, and sign an agreement on `words` for two years.
pub fn meet(first: &Head<'_>, second: &Head<'_>, words: &str) {
    for (giving, taking) in [(first, second), (second, first)] {
        let card = giving.card();
        let aloud = words_of(card.agency.as_str(), &card.root);
        taking.node.add_peer(&card, &aloud, taking.reader).unwrap();
    }
    let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let until = first.node.now().plus_seconds(2 * 365 * 86_400);
    let terms = Terms::from_words(&words, until).unwrap();
    let quotas = Quotas { day: 10_000, officer: 1_000, case: 5_000 };
    let peer = second.node.agency();
    let mut agreement = first.node.propose_agreement(peer, (terms, quotas), &first.root()).unwrap();
    agreement.sign(&second.root()).unwrap();
    second.node.keep_agreement(&agreement, second.reader).unwrap();
    first.node.keep_agreement(&agreement, first.reader).unwrap();
}
