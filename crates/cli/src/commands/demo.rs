//! `liaison demo`: a demonstration in one process.

mod exchanged;

use std::fs;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use liaison_accounts::NewAccount;
use liaison_channel::{Answering, Following, Limits, Listening, Told};
use liaison_formats::Format;
use liaison_model::messages::Message;
use liaison_model::{Marks, Role};
use liaison_node::import::{ImportRequest, Input};
use liaison_node::{Folder, InitOptions, KeySource, Node, NodeError, OpenOptions, private_file};
use liaison_views::EntityFilter;
use liaison_world::{Size, World, fictional_sanctions, write_json_lines};
use serde_json::json;
use zeroize::Zeroizing;

use super::open::reader;
use super::serve::end_is_asked;
use crate::Done;
use crate::args::Demo;
use crate::out::Out;

pub fn run(dir: Option<PathBuf>, options: &Demo, out: &Out) -> Result<Done> {
    let dir = dir.unwrap_or_else(|| PathBuf::from(DEFAULT_DIR));
    if options.reset && dir.exists() {
        remove(&dir)?;
    }
    let desks = if options.alone { &DESKS[..1] } else { &DESKS[..] };
    let mut nodes = Vec::new();
    for desk in desks {
        let node = open(&dir, desk, out)?;
        load(&node, desk, out)?;
        nodes.push(node);
    }
    if let [korea, cambodia, thailand] = &nodes[..] {
        exchanged::exchange([korea, cambodia, thailand], &dir, options.port, out)?;
    }
    show(&nodes[0], &dir, out)?;
    for (desk, node) in desks.iter().zip(&nodes) {
        accounts(node, desk, &dir, out)?;
    }
    if !options.no_serve {
        serve(nodes, options.port, out)?;
    }
    Ok(Done::Clean)
}

/// Serves until Ctrl-C; a second start continues where this one ended. Each node answers the others
/// over the line, and follows them.
fn serve(nodes: Vec<Node>, port: u16, out: &Out) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let inside = runtime.enter();
    let asked = end_is_asked()?; // before anybody can know that it runs
    drop(inside);
    let nodes: Vec<Arc<Node>> = nodes.into_iter().map(Arc::new).collect();
    let (mut lines, mut served) = (Vec::new(), Vec::new());
    let told: Told = Arc::new(|_| ());
    for (at, node) in (0..).zip(&nodes) {
        if 1 < nodes.len() {
            let listener = Listening::bind(local(port + EXCHANGE_PORTS + at))?;
            let (node, told) = (Arc::clone(node), Arc::clone(&told));
            let limits = Limits::default();
            lines.push(Listening::start(Answering { node, listener, told, limits })?);
        }
        let address = local(port + at);
        let name = node.config().name.clone();
        let said = Message::new("demo-serving").with("name", name).with("address", address);
        out.line(&out.words.say(&said));
        served.push((Arc::clone(node), address));
    }
    let follow = |node: &Arc<Node>| Following::start(Arc::clone(node), Arc::clone(&told));
    let following: Vec<Following> = nodes.iter().filter(|_| 1 < nodes.len()).map(follow).collect();
    let done = runtime.block_on(liaison_api::host(served, asked));
    drop((following, lines));
    Ok(done?)
}

fn local(port: u16) -> SocketAddr {
    SocketAddr::from((Ipv4Addr::LOCALHOST, port))
}

/// Removes a demonstration, and nothing that is not one.
fn remove(dir: &Path) -> Result<()> {
    let config = Folder::new(dir.join(DESKS[0].folder)).read_config()?;
    anyhow::ensure!(config.demonstration, "{}", dir.display());
    fs::remove_dir_all(dir).with_context(|| dir.display().to_string())
}

/// Opens the node of the demonstration, or makes it with a key file of its own.
fn open(dir: &Path, desk: &Desk, out: &Out) -> Result<Node> {
    let folder = Folder::new(dir.join(desk.folder));
    let key_file = dir.join(desk.key_file);
    if folder.config().exists() {
        return Ok(Node::open(&folder, OpenOptions::new(KeySource::File(key_file)))?);
    }
    let making =
        Message::new("demo-making").with("name", desk.name).with("folder", folder.path().display());
    out.note(&making);
    fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    let passphrase =
        Zeroizing::new(format!("{}{}", ulid::Ulid::generate(), ulid::Ulid::generate()));
    write_key_file(&key_file, &passphrase).with_context(|| key_file.display().to_string())?;
    let init = InitOptions {
        name: desk.name.to_owned(),
        country: desk.country.to_owned(),
        agency: Some(desk.agency.parse()?),
        passphrase,
        database_url: None,
        demonstration: true,
        exhibits: None,
    };
    let (node, _) = Node::init(&folder, &init, OpenOptions::new(KeySource::File(key_file)))?;
    Ok(node)
}

fn write_key_file(path: &Path, passphrase: &str) -> std::io::Result<()> {
    let mut file = private_file(path)?;
    writeln!(file, "{passphrase}")?;
    file.sync_all()
}

/// Loads everything; what is there already is recognised and not loaded twice.
fn load(node: &Node, desk: &Desk, out: &Out) -> Result<()> {
    if desk.folder != DESKS[0].folder {
        return Ok(()); // what the others know comes with what they exchange
    }
    out.note(&loading("demo-figures", out));
    for (name, bytes) in SITUATION {
        import(node, Input::from_bytes(name, bytes), |_| {}, out)?;
    }
    out.note(&loading("demo-sanctions", out));
    let list = fictional_sanctions(SEED);
    let published: Marks = "TLP:CLEAR".parse()?;
    let parts = [("alt.csv", list.alt_csv), ("add.csv", list.add_csv)];
    import(
        node,
        Input::from_bytes("sdn.csv", list.sdn_csv),
        |request| {
            request.format = Some(Format::OfacSdn);
            request.dataset = Some("demo-sanctions-us".to_owned());
            request.marks = Some(published.clone());
            let parts = parts.map(|(name, bytes)| Input::from_bytes(name, bytes));
            request.inputs.extend(parts);
        },
        out,
    )?;
    import(
        node,
        Input::from_bytes("consolidated.xml", list.un_xml),
        |request| {
            request.format = Some(Format::UnConsolidated);
            request.dataset = Some("demo-sanctions-un".to_owned());
            request.marks = Some(published.clone());
        },
        out,
    )?;
    out.note(&loading("demo-caseload", out));
    let mut caseload = Vec::new();
    write_json_lines(World::new(SEED, Size::DEMONSTRATION).entities(), &mut caseload)?;
    import(
        node,
        Input::from_bytes("caseload.ftm.json", caseload),
        |request| {
            request.dataset = Some("demo-caseload".to_owned());
        },
        out,
    )?;
    out.note(&loading("demo-adverts", out));
    let mut baits = Vec::new();
    write_json_lines(World::new(SEED, Size::DEMONSTRATION).baits(BAITS), &mut baits)?;
    import(
        node,
        Input::from_bytes("adverts.ftm.json", baits),
        |request| {
            request.dataset = Some("demo-adverts".to_owned());
        },
        out,
    )
}

fn loading(key: &str, out: &Out) -> Message {
    Message::new("demo-loading").with("what", out.words.text(key))
}

fn import<'a>(
    node: &Node,
    input: Input<'a>,
    adjust: impl FnOnce(&mut ImportRequest<'a>),
    out: &Out,
) -> Result<()> {
    let mut request = ImportRequest::new(input, AUTHOR);
    adjust(&mut request);
    let report = node.import(request, &|_| {})?;
    let loaded =
        Message::new("demo-loaded").count("new", report.new).count("problems", report.problems);
    out.note(&loaded);
    Ok(())
}

fn show(node: &Node, dir: &Path, out: &Out) -> Result<()> {
    let reader = reader(node);
    out.line(&out.words.text("demo-found"));
    out.line("");
    let questions = node.figures(&reader, None)?;
    questions
        .iter()
        .filter(|question| 1 < question.answers.len())
        .for_each(|question| super::figures::show(question, out));
    let entities = node.count(&EntityFilter::default(), &reader)?;
    let folder = dir.join(DESKS[0].folder);
    out.line(&out.words.say(
        &Message::new("demo-totals").count("entities", entities).with("folder", folder.display()),
    ));
    out.line(&out.words.text("demo-fictional"));
    Ok(())
}

/// One account per role, with passwords that are shown on the first start only.
fn accounts(node: &Node, desk: &Desk, dir: &Path, out: &Out) -> Result<()> {
    let folder = dir.join(desk.folder);
    let code = Message::new("demo-code").with("folder", folder.display());
    if !node.accounts().is_empty().map_err(NodeError::from)? {
        out.note(&Message::new("demo-accounts-known").with("folder", folder.display()));
        out.note(&code);
        return Ok(());
    }
    let mut rows = Vec::new();
    for role in Role::ALL {
        let name = role.to_string().parse().map_err(NodeError::from)?;
        let new = NewAccount { name, unit: None, roles: [role].into(), password: None };
        let made = node.add_account(&new, AUTHOR)?;
        let password = made.password.as_ref().map(|password| password.to_string());
        if out.is_json() {
            out.value(&json!({
                "name": new.name, "password": password, "otpauth": made.url.as_str(),
                "node": node.agency(),
            }));
        }
        let password = password.unwrap_or_default();
        rows.push(vec![new.name.to_string(), password, made.secret.to_string()]);
    }
    if !out.is_json() {
        out.line(&out.words.say(&Message::new("demo-accounts").with("name", desk.name)));
        out.table(&["column-name", "column-password", "column-secret"], &rows);
    }
    out.note(&code);
    Ok(())
}

/// A desk of the demonstration, invented as everybody in it.
struct Desk {
    folder: &'static str,
    key_file: &'static str,
    name: &'static str,
    country: &'static str,
    agency: &'static str,
}

const DESKS: [Desk; 3] = [
    Desk {
        folder: "kr",
        key_file: "kr.key",
        name: "Liaison KR (demonstration)",
        country: "KR",
        agency: "kr.demo-police",
    },
    Desk {
        folder: "kh",
        key_file: "kh.key",
        name: "Liaison KH (demonstration)",
        country: "KH",
        agency: "kh.demo-police",
    },
    Desk {
        folder: "th",
        key_file: "th.key",
        name: "Liaison TH (demonstration)",
        country: "TH",
        agency: "th.demo-police",
    },
];
/// Nodes answer each other at ports so much higher than officers.
const EXCHANGE_PORTS: u16 = 10;
/// Who loads the demonstration: no person does.
const AUTHOR: &str = "demo";
const DEFAULT_DIR: &str = "liaison-demo";
const SEED: u64 = 20_251_017;
/// Adverts of many hands. A program that is built for tests makes fewer, as it is slower.
const BAITS: u32 = if cfg!(debug_assertions) { 300 } else { 20_000 };
const SITUATION: [(&str, &[u8]); 4] = [
    ("figures.csv", include_bytes!("../../../../situation/figures.csv")),
    ("places.csv", include_bytes!("../../../../situation/places.csv")),
    ("events.csv", include_bytes!("../../../../situation/events.csv")),
    ("restrictions.csv", include_bytes!("../../../../situation/restrictions.csv")),
];
