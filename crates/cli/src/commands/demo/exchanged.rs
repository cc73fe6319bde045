//! What the three desks of the demonstration do with each other: they exchange cards, sign
//! agreements, share, ask by hit or no hit, request, are refused, and take back. All is fictional.

use std::path::Path;

use anyhow::{Context, Result, bail};
use liaison_casework::RequestState;
use liaison_channel::ask_beside;
use liaison_exchange::Quotas;
use liaison_journal::keys::RootKey;
use liaison_model::messages::Message;
use liaison_model::{AgencyId, Purpose, Reader, StatementId};
use liaison_node::exchange::{AskKind, AskWanted, CardWanted, Line};
use liaison_node::import::Input;
use liaison_node::{KeySource, NewCase, Node, RequestWanted, ShowOptions, WordWanted};
use liaison_policy::Terms;

use super::{DESKS, EXCHANGE_PORTS, import, local};
use crate::out::Out;

/// Three nodes: Korea's, Cambodia's and Thailand's.
type Three<'a> = [&'a Node; 3];

/// Lets the desks meet once. When they are served at other ports than before, they give each other
/// their next cards.
pub(super) fn exchange(nodes: Three<'_>, dir: &Path, port: u16, out: &Out) -> Result<()> {
    let heads: Vec<RootKey> = DESKS
        .iter()
        .zip(nodes)
        .map(|(desk, node)| {
            let key = KeySource::File(dir.join(desk.key_file));
            Ok(node.open_root_key(&dir.join(desk.folder).join("keys/root.json"), &key)?)
        })
        .collect::<Result<_>>()?;
    let is_first = nodes[0].own_card()?.is_none();
    cards(nodes, &heads, port)?;
    if !is_first {
        return Ok(());
    }
    out.note(&Message::new("demo-exchanging"));
    agreements(nodes, &heads)?;
    for (node, said) in nodes.into_iter().zip(KNOWN) {
        let input = Input::from_bytes("desk.ftm.json", said.as_bytes().to_vec());
        import(node, input, |request| request.dataset = Some("demo-desk".to_owned()), out)?;
    }
    shared(nodes)?;
    asked(nodes)?;
    requested(nodes)?;
    taken_back(nodes)
}

/// Who acts at a desk: the account whose screens then show it.
fn officer(node: &Node) -> Reader {
    node.folder_owner(OFFICER)
}

fn cards(nodes: Three<'_>, heads: &[RootKey], port: u16) -> Result<()> {
    for ((at, node), head) in (0..).zip(nodes).zip(heads) {
        let endpoint = format!("liaison://{}", local(port + EXCHANGE_PORTS + at));
        if node.own_card()?.is_some_and(|card| card.endpoints == [endpoint.clone()]) {
            continue;
        }
        let names = NAMES[usize::from(at)];
        let names = names.iter().map(|(lang, name)| ((*lang).to_owned(), (*name).to_owned()));
        let wanted = CardWanted { names: names.collect(), endpoints: vec![endpoint], revoke: None };
        let card = node.make_card(head, &wanted, &officer(node))?;
        let words = node.own_identity()?.words;
        for other in nodes.into_iter().filter(|other| other.agency() != node.agency()) {
            other.add_peer(&card, &words, &officer(other))?;
        }
    }
    Ok(())
}

fn agreements(nodes: Three<'_>, heads: &[RootKey]) -> Result<()> {
    let words: Vec<String> = TERMS.split(' ').map(str::to_owned).collect();
    for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let until = nodes[one].now().plus_seconds(TWO_YEARS);
        let terms = Terms::from_words(&words, until)?;
        let quotas = Quotas { day: 10_000, officer: 1_000, case: 5_000 };
        let peer = nodes[other].agency();
        let mut paper = nodes[one].propose_agreement(peer, (terms, quotas), &heads[one])?;
        paper.sign(&heads[other])?;
        for at in [one, other] {
            nodes[at].keep_agreement(&paper, &officer(nodes[at]))?;
        }
    }
    Ok(())
}

/// What one wrote for the other, and the receipts for it.
fn carry(from: &Node, to: &Node) -> Result<()> {
    let taking = to.receive_lines(&from.bundle_for(to.agency())?)?;
    let receipts = taking.receipts.into_iter().map(|one| Line::Receipt(Box::new(one)));
    from.receive_lines(&receipts.collect::<Vec<_>>())?;
    Ok(())
}

fn statements(node: &Node, record: &str) -> Result<Vec<StatementId>> {
    let view = node.show(record, &officer(node), &ShowOptions::default())?;
    Ok(view.statements.iter().map(|said| said.id).collect())
}

fn shared(nodes: Three<'_>) -> Result<()> {
    let [korea, cambodia, thailand] = nodes;
    for to in [cambodia, thailand] {
        let marks = format!("TLP:AMBER H2 for:criminal-investigation to:{}", to.agency());
        let ids = statements(korea, "desk-front")?;
        korea.share_together(&ids, to.agency(), &marks.parse()?, &officer(korea))?;
        carry(korea, to)?;
    }
    let marks = format!("TLP:AMBER H2 to:{}", korea.agency());
    let ids = statements(cambodia, "desk-park")?;
    cambodia.share_together(&ids, korea.agency(), &marks.parse()?, &officer(cambodia))?;
    carry(cambodia, korea)?;
    // Thailand's officer wants to pass on what Korea keeps, is refused, and Korea learns of it.
    let marks = format!("TLP:AMBER to:{}", cambodia.agency()).parse()?;
    let ids = statements(thailand, &format!("{}:desk-front", korea.agency()))?;
    let first = &ids[..1.min(ids.len())];
    thailand.preview_share(first, cambodia.agency(), &marks, &officer(thailand))?;
    carry(thailand, korea)
}

fn asked(nodes: Three<'_>) -> Result<()> {
    let [korea, cambodia, _] = nodes;
    let case = case_at(korea, "Missing after a job offer, Poipet")?;
    let lines = [
        korea.ask_line(AskKind::Document, "M70000017", None),
        korea.ask_line(AskKind::Phone, "+855 12 345 670", None),
    ];
    let lines = lines.into_iter().collect::<Option<Vec<_>>>().context("demo-desk")?;
    let peer = cambodia.agency();
    let wanted = AskWanted { peer, case: &case, purpose: Purpose::Rescue };
    ask_beside(korea, cambodia, (&wanted, &lines), &officer(korea))?;
    Ok(())
}

fn requested(nodes: Three<'_>) -> Result<()> {
    let [korea, cambodia, thailand] = nodes;
    let case = case_at(korea, "A caller in Bavet")?;
    let number = request(
        korea,
        cambodia.agency(),
        &case,
        ("welfare-check", "urgent"),
        ["Is the person well, and where?", "지어낸 사람 하나"],
    )?;
    carry(korea, cambodia)?;
    say(cambodia, &number, RequestState::Accepted, "")?;
    carry(cambodia, korea)?;
    let case = case_at(thailand, "A raid in Mae Sot")?;
    request(
        thailand,
        korea.agency(),
        &case,
        ("information", "ordinary"),
        ["Is this person reported missing?", "Somebody Invented"],
    )?;
    carry(thailand, korea)
}

fn case_at(node: &Node, title: &str) -> Result<String> {
    let (template, language) = ("rescue".to_owned(), "en".to_owned());
    let new = NewCase { template, title: title.to_owned(), language };
    Ok(node.open_case(&new, &officer(node))?.number)
}

fn request(
    node: &Node,
    to: &AgencyId,
    case: &str,
    (kind, urgency): (&str, &str),
    [question, about]: [&str; 2],
) -> Result<String> {
    let wanted = RequestWanted {
        to: to.to_string(),
        kind: kind.to_owned(),
        urgency: urgency.to_owned(),
        case: case.to_owned(),
        purpose: Purpose::Rescue.to_string(),
        legal_basis: "Fictional Treaty, article 4".to_owned(),
        questions: vec![question.to_owned()],
        identifiers: vec![about.to_owned()],
        marks: "TLP:AMBER H2 about:victim".parse()?,
        ..RequestWanted::default()
    };
    let number = node.draft_request(&wanted, &officer(node))?.number;
    say(node, &number, RequestState::Approved, "")?;
    say(node, &number, RequestState::Sent, "")?;
    Ok(number)
}

fn say(node: &Node, number: &str, state: RequestState, text: &str) -> Result<()> {
    let (records, marks) = (Vec::new(), None);
    let (text, legal_basis) = (text.to_owned(), String::new());
    let word = WordWanted { state, text, legal_basis, records, marks };
    node.say_of_request(number, &word, &officer(node))?;
    Ok(())
}

/// Korea takes one statement back. Cambodia has obeyed and signed; Thailand learns of it when the
/// two connect.
fn taken_back(nodes: Three<'_>) -> Result<()> {
    let [korea, cambodia, _] = nodes;
    let view = korea.show("desk-front", &officer(korea), &ShowOptions::default())?;
    let Some(said) = view.statements.iter().find(|said| said.prop == TAKEN_BACK) else {
        bail!("demo-desk");
    };
    korea.withdraw_shared(said.id, "the number is another firm's", &officer(korea))?;
    carry(korea, cambodia)
}

/// The account that acts at each desk.
const OFFICER: &str = "liaison-officer";
const TERMS: &str = "H0 H1 H2 about:victim about:suspect about:witness about:other";
const TWO_YEARS: i64 = 2 * 365 * 24 * 60 * 60;
const TAKEN_BACK: &str = "phone";
const NAMES: [&[(&str, &str)]; 3] = [
    &[("en", "Fictional Police Desk, Korea"), ("ko", "가상 경찰 연락 데스크")],
    &[("en", "Fictional Police Desk, Cambodia"), ("km", "តុប៉ូលិសប្រឌិត កម្ពុជា")],
    &[("en", "Fictional Police Desk, Thailand"), ("th", "โต๊ะตำรวจสมมติ ประเทศไทย")],
];
/// What each desk knows, one entity a line: invented.
const KNOWN: [&str; 3] =
    [include_str!("kr.ftm.json"), include_str!("kh.ftm.json"), include_str!("th.ftm.json")];
