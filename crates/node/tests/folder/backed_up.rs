//! Backups and exhibits: nothing lies about, and damage is named.

use std::fs;

use liaison_node::Node;

use crate::Desk;

/// A desk with an exhibit one byte of which was changed on the disk; and its hash.
fn damaged() -> (Desk, String) {
    let desk = Desk::new(None);
    let file = desk.folder.path().join("letter.txt");
    fs::write(&file, "a letter\n").unwrap();
    let hash = desk.node.keep_exhibit(&file, "", &desk.reader()).unwrap().hash;
    let hash = hash.to_string();
    let kept = desk.node.folder().exhibits().join(&hash[..2]).join(&hash);
    fs::write(kept, "a better\n").unwrap();
    (desk, hash)
}

#[test]
fn a_damaged_exhibit_is_not_well() {
    let (desk, hash) = damaged();

    let (bad, unread) = desk.node.check_exhibits(u64::MAX).unwrap();
    let findings = Node::doctor(desk.node.folder(), desk.options()).unwrap();

    assert_eq!((bad.len(), unread), (1, 0));
    assert_eq!((bad[0].hash.to_string(), bad[0].is_missing), (hash.clone(), false));
    let finding = findings.iter().find(|finding| finding.checked == "doctor-exhibits").unwrap();
    let wrong = format!("{:?}", finding.wrong);
    assert!(wrong.contains(&hash) && finding.hint.is_some(), "{finding:?}");
}

#[test]
fn a_missing_exhibit_is_named_too() {
    let (desk, hash) = damaged();
    fs::remove_dir_all(desk.node.folder().exhibits().join(&hash[..2])).unwrap();

    let (bad, _) = desk.node.check_exhibits(u64::MAX).unwrap();

    assert_eq!((bad.len(), bad[0].is_missing), (1, true));
}

#[test]
fn a_backup_names_an_exhibit_that_is_damaged() {
    let (desk, hash) = damaged();

    let made = desk.node.backup(&desk.folder.path().join("backup.zip")).unwrap();

    assert_eq!(made.damaged, [hash]);
}

#[test]
fn a_backup_leaves_nothing_but_itself() {
    let desk = Desk::new(None);
    let file = desk.folder.path().join("backup.zip");

    desk.node.backup(&file).unwrap();

    assert!(file.exists() && !desk.folder.path().join("backup.zip.new").exists());
    assert!(!desk.node.folder().staging().exists());
}

#[test]
fn what_an_interrupted_backup_left_goes_when_the_node_is_opened() {
    let desk = Desk::new(None);
    let unfinished = desk.folder.path().join("backup.zip.new");
    let staging = desk.node.folder().staging();
    fs::create_dir(&staging).unwrap();
    fs::write(staging.join("journal.db"), "everything in the clear").unwrap();
    fs::write(staging.join("archive"), unfinished.to_str().unwrap()).unwrap();
    fs::write(&unfinished, "half an archive").unwrap();

    let _desk = desk.close().open();

    assert!(!staging.exists() && !unfinished.exists());
}

#[test]
fn a_backup_that_fails_leaves_nothing() {
    let desk = Desk::new(None);
    let folder = desk.folder.path().join("full");
    fs::create_dir(&folder).unwrap();
    let file = folder.join("backup.zip");
    let hash = "ab".repeat(32);
    let exhibits = desk.node.folder().exhibits();
    std::os::unix::fs::symlink("/nowhere", exhibits.join(hash)).unwrap();

    let refused = desk.node.backup(&file);

    assert!(refused.is_err());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    assert!(!desk.node.folder().staging().exists());
}
