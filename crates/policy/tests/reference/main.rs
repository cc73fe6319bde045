//! Policy and a slow reference of the same rules agree on whatever is drawn.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

mod draw;
mod rules;

#[test]
fn policy_and_the_plain_rules_agree_on_every_draw() {
    let allowed = draw::compare(10_000, 1);

    // Neither answers the same to everything.
    assert!((200..9_800).contains(&allowed), "{allowed}");
}
