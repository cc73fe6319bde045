//! Texts of each kind of file, whole, packed, cut and broken.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;

use super::*;

fn read(bytes: &[u8]) -> Vec<AdvertRow> {
    let mut texts = AdvertTexts::open(bytes, None).unwrap();
    std::iter::from_fn(|| texts.next_row().unwrap()).collect()
}

fn texts(bytes: &[u8]) -> Vec<AdvertText> {
    read(bytes).into_iter().filter_map(|(_, read)| read.ok()).collect()
}

fn record(kind: &str, url: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-09-01T02:03:04Z\r\n\
         Content-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

const PAGE: &str = "<!DOCTYPE html><html lang=\"vi\"><head><title>Việc nhẹ</title>\
    <script>var a = '<p>no';</script><style>p{}</style></head>\
    <body><p>Lương 30 triệu &amp; chỗ ở</p></body></html>";

#[test]
fn a_table_and_lines_of_json_say_where_and_when_a_text_was_seen() {
    let table =
        "id,Text,URL,platform,posted_at\n7,\"bait, free\",https://a.invalid/1,demo,2025-08-01\n";
    let lines = "{\"text\":\"bait, free\",\"id\":7,\"link\":\"https://a.invalid/1\",\"site\":\"demo\",\
        \"date\":\"2025-08-01\"}\n";

    let expected = AdvertText {
        id: "7".into(),
        text: "bait, free".into(),
        url: "https://a.invalid/1".into(),
        platform: "demo".into(),
        posted: "2025-08-01".into(),
        ..AdvertText::default()
    };
    assert_eq!(texts(table.as_bytes()), std::slice::from_ref(&expected));
    assert_eq!(texts(lines.as_bytes()), [expected]);
}

#[test]
fn a_page_is_its_title_and_words_without_its_programs() {
    let page = &texts(PAGE.as_bytes())[0];

    assert_eq!(
        page.text.split_whitespace().collect::<Vec<_>>().join(" "),
        "Việc nhẹ Lương 30 triệu & chỗ ở"
    );
    assert_eq!(page.language, "vi");
}

#[test]
fn an_e_mail_is_its_subject_and_text_with_its_day() {
    let mail = "From: a@example.org\nSubject: 高薪招聘\nDate: Wed, 20 Aug 2025 09:30:00 +0900\n\
        Content-Type: text/plain; charset=utf-8\n\n包吃住\n";
    let found = &texts(mail.as_bytes())[0];

    assert_eq!((found.text.as_str(), found.posted.as_str()), ("高薪招聘\n包吃住", "2025-08-20"));
}

#[test]
fn a_web_archive_gives_its_pages_packed_or_not() {
    let html = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}");
    let pieces = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n\
        4\r\nbait\r\n5\r\n here\r\n0\r\n\r\n";
    let picture = "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nxx";
    let archive = [
        record("warcinfo", "", "software: x"),
        record("request", "https://www.jobs.invalid/1", "GET / HTTP/1.1\r\n\r\n"),
        record("response", "https://www.jobs.invalid/1", &html),
        record("response", "https://jobs.invalid/p.png", picture),
        record("response", "https://jobs.invalid/2", pieces),
    ]
    .concat();
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(archive.as_bytes()).unwrap();

    for bytes in [archive.into_bytes(), packed.finish().unwrap()] {
        let found = texts(&bytes);
        let urls: Vec<&str> = found.iter().map(|text| text.url.as_str()).collect();
        assert_eq!(urls, ["https://www.jobs.invalid/1", "https://jobs.invalid/2"]);
        assert_eq!(found[0].platform, "jobs.invalid");
        assert_eq!(found[0].seen, "2025-09-01T02:03:04Z");
        assert_eq!(found[1].text, "bait here");
    }
}

#[test]
fn a_cut_archive_gives_what_came_before_the_cut() {
    let whole = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nbait";
    let mut archive = record("response", "https://jobs.invalid/1", whole);
    let second = record("response", "https://jobs.invalid/2", whole);
    archive.push_str(&second[..second.len() - 6]);

    let rows = read(archive.as_bytes());
    assert!(rows[0].1.is_ok());
    assert_eq!(rows[1].1, Err(Message::new("advert-record-cut")));
    assert_eq!(rows.len(), 2);
}

#[test]
fn a_bomb_is_unpacked_to_its_limit_and_told() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::none());
    packed.write_all(b"<html>").unwrap();
    packed.write_all(&vec![b'a'; 16 << 20]).unwrap();

    let packed = packed.finish().unwrap();
    let opened = AdvertTexts::open(&*packed, None);
    assert!(matches!(opened, Err(AdvertFileError::TooLong { .. })));
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_an_end(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        start in prop::sample::select(vec!["", "{", "<html", "WARC/1.0\r\n", "text,id\n", "From: "]),
    ) {
        let bytes = [start.as_bytes(), &bytes].concat();
        if let Ok(mut texts) = AdvertTexts::open(&*bytes, None) {
            while let Ok(Some(_)) = texts.next_row() {}
        }
    }
}
