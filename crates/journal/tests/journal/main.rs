//! One suite for both databases: what a journal promises, whatever it lies in.
//!
//! Each behaviour is a function over a [`Database`]; the list below makes it a test on SQLite and
//! one on PostgreSQL. The PostgreSQL server is a real one, started by this binary; where none is
//! installed its half fails and says what to install.
#![allow(clippy::unwrap_used, reason = "these are tests")]

mod committing;
mod copying;
mod databases;
mod hiding;
mod importing;
mod opening;
mod postgres_only;
mod proving;
mod random_histories;
mod samples;
mod small_disk;
mod sqlite_only;
mod tampering;
mod writing_at_once;

use databases::{Postgres, Sqlite};

macro_rules! behaviours {
    ($($module:ident { $($behaviour:ident)+ })+) => {
        mod sqlite {
            $($(#[test] fn $behaviour() { super::$module::$behaviour(&super::Sqlite); })+)+
        }
        mod postgres {
            $($(#[test] fn $behaviour() { super::$module::$behaviour(&super::Postgres); })+)+
        }
    };
}

behaviours! {
    committing {
        what_was_committed_is_read_back
        ids_and_salts_are_random
        a_received_statement_keeps_its_id_and_its_salt
        one_id_is_not_taken_twice
        what_is_kept_beside_a_commit_is_there_with_it_or_not_at_all
        a_clock_that_was_set_back_does_not_make_times_run_backwards
        nothing_is_signed_outside_the_year_of_the_certificate
        what_was_known_on_a_day_is_the_commits_until_then
        a_small_commit_has_a_limit
    }
    importing {
        an_import_of_25_000_statements_is_one_commit
        a_dropped_import_leaves_nothing
        the_next_import_sweeps_away_what_a_dead_one_left
        a_second_import_of_the_same_is_recognised_and_makes_no_commit
        one_claim_twice_in_one_file_is_one_statement
        the_same_claim_about_another_entity_is_another_claim
        no_file_brings_in_an_act_on_other_statements
        nobody_sees_or_withdraws_what_is_only_staged
        an_import_that_changed_its_label_is_signed_with_each
        an_import_whose_lock_was_lost_is_stopped_and_commits_nothing
        a_renewed_node_key_still_recognises_what_was_imported
    }
    hiding {
        a_withdrawn_statement_is_hidden_and_its_bytes_stay
        an_undone_import_comes_in_again
        an_erased_claim_does_not_come_back
        an_erased_text_does_not_come_back_from_another_source_or_under_other_marks
        what_the_source_wrote_is_erased_with_the_value
        what_another_source_said_before_the_erasure_is_known
        a_small_commit_brings_nothing_erased_back
        erasing_a_commit_erases_each_of_its_claims
        a_purged_statement_loses_its_bytes_and_may_come_back
        a_restriction_hides_nothing
        tombstones_come_in_the_order_of_their_commits
        an_act_on_nothing_is_refused
        an_act_cannot_be_erased
        removed_bytes_are_in_no_file_of_the_database
        a_dropped_import_is_in_no_file_of_the_database
    }
    writing_at_once {
        threads_on_one_journal_keep_the_chain_whole
        two_nodes_on_one_store_keep_the_chain_whole
        verifying_while_others_write_and_erase_finds_nothing_bad
        one_import_waits_for_the_other
    }
    opening {
        without_its_key_a_journal_can_only_be_read
        the_key_of_another_agency_is_refused
        another_root_key_is_refused
        a_journal_is_not_made_twice
        where_there_is_none_it_is_missing
        a_newer_format_is_refused
        a_damaged_store_is_refused
        a_store_opened_to_read_is_not_written
    }
    proving {
        every_statement_has_a_proof_that_a_stranger_can_check
        a_proof_with_any_byte_changed_proves_nothing
        an_erased_statement_has_no_proof_and_its_neighbours_keep_theirs
        a_proof_of_another_statement_does_not_fit
    }
    tampering {
        an_untouched_journal_verifies
        any_byte_of_a_commit_changed_is_named
        any_byte_of_a_statement_changed_is_named
        a_changed_certificate_is_noticed
        a_changed_label_is_named
        a_changed_list_of_what_is_hidden_is_named
        a_changed_list_of_what_was_erased_is_named
        a_changed_list_of_claims_is_noticed
        a_missing_or_added_entry_is_named
        an_erased_statement_that_came_back_is_named
        a_swapped_pair_of_statements_is_named
        a_number_that_no_journal_wrote_is_named
        a_journal_cut_off_at_its_end_has_another_head
    }
    copying {
        a_copy_is_a_journal_that_verifies
        a_copy_made_while_others_write_verifies
        a_copy_does_not_replace_a_file
        a_copy_holds_nothing_of_what_was_erased
    }
    random_histories {
        whatever_happened_the_journal_verifies_and_shows_what_a_list_would
    }
}
