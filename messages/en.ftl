# The words of Liaison in English. Keys are grouped by the room that speaks them.
# Texts not checked by a native speaker say so in their own catalogue's first lines.

## policy: why something is refused

refuse-originator-only = Its originator, { $originator }, has not marked it for others.
refuse-expired = Its marks ran out on { $expired }.
refuse-audience = It is meant for named readers only.
refuse-case = This stands in a case into which you are not let. Its lead officer or a supervisor lets you in.
refuse-tlp = { $tlp } does not let it go to { $agency }.
refuse-forward = Only its originator, { $originator }, may pass it on.
refuse-purpose = It may be used for { $purposes } only.
refuse-purpose-missing = Name what you need it for: { $purposes }.
refuse-uncover-purpose = Covered people are uncovered for a named purpose only.
refuse-purpose-role = Your roles do not look at people for this purpose. They do for: { $purposes }.
refuse-uncover-role = Your role does not uncover this category of person.
refuse-peer-uncover = Another agency uncovers people on its own node only.
refuse-presumed-victim = This person is presumed or identified as a victim, and is named to no other agency as a suspect unless a named officer releases them.
refuse-not-screened = This person was not screened, and is named to no other agency as a suspect before that.
refuse-no-agreement = There is no agreement with { $agency } that is signed by both. See `liaison peer agree`.
refuse-agreement-ended = The agreement ended on { $ended }.
refuse-agreement-code = The agreement does not cover the handling code { $code }.
refuse-agreement-category = The agreement does not cover this category of person: { $category }.
refuse-agreement-purpose = The agreement is for these purposes only, and marks must name one: { $purposes }.
refuse-operation = None of your roles does this: { $operation }.

## node: what went wrong, and what to do

error-no-node = There is no node in { $folder }.
hint-no-node = Make one with `liaison init --agency NAME --country CC`, or name its folder with --dir.
error-node-exists = There is a node in { $folder } already.
hint-node-exists = Name another folder with --dir; a node is never overwritten.
error-node-newer = The node has format { $found }; this version reads up to { $supported }.
error-file = { $path } could not be read or written: { $reason }.
error-output = The answer could not be written whole: { $reason }.
hint-output = Make room where it is meant to go, or send it elsewhere, and run the command again. What the command did in the node stands.
error-file-full = { $path } could not be written: its disk is full.
error-file-read-only = { $path } could not be written: its disk is read-only.
hint-read-only-disk = Mount it so that it can be written, or take another place.
error-two-files = Entities of Liaison's own schemata are among these. They need a second file, and standard output is one.
hint-two-files = Name a folder with --out, or choose schemata of FollowTheMoney with --schema, such as --schema Company.
error-workbook-to-stream = A workbook does not go to standard output.
hint-workbook-to-stream = Name a file with --out, or take --as csv.
error-damaged = { $path } is damaged, or belongs to something else.
error-key-file-open = { $path } may be read by others than its owner.
hint-key-file-open = Run `chmod 600` on it: whoever reads it can sign in the name of the agency.
error-other-root-key = This root key is another node's; take the one that was moved away from this node.
error-no-passphrase = The passphrase of the node key is needed, and was not given.
hint-no-passphrase = Give it with --key-file FILE (mode 0600), or run the command on a terminal, which asks for it.
error-wrong-passphrase = The passphrase does not open the node key.
hint-passphrase = Look at the keyboard's language and Caps Lock. A lost passphrase cannot be restored: without it the node can be read, and no longer written.
error-no-database-url = The journal of this node lies in a PostgreSQL database, and DATABASE_URL is not set.
error-agency-id = The name of the agency makes no id.
hint-agency-id = Give one with --id, such as `kr.npa`: country code, a dot, then lower-case letters, digits or hyphens.
error-not-found = Nothing of this name is visible to you.
error-not-a-figure = { $id } is no figure, so it cannot be marked as one.
hint-figure = `liaison figures --all` shows every figure with its id.
error-own-successor = { $figure } cannot take its own place.
error-successor-circle = { $figure } cannot be superseded by { $successor }: that one is itself superseded by { $figure }, directly or by way of others.
hint-successor = Name the figure that holds now. If an older mark is the wrong one, take it back: `liaison figures` names it, `liaison figures unmark` takes it back.
error-preferred-reason = Who prefers one of several answers says why: the reason is missing.
hint-preferred-reason = Give it in a few words that name nobody: --preferred --reason "primary source".
error-judgement-reason = Who judges two records says why: the reason is missing.
hint-judgement-reason = Give it in a few words that name nobody: --reason "same passport in two lists".
error-one-record = { $id } is one record, not two.
hint-one-record = Name two records; `liaison search` shows their ids.
error-judged-different = They cannot be one: { $first } and { $second } were judged different, in commit { $commit }.
hint-judged-different = Read both records again. If that judgement is the wrong one, take it back: `liaison undo COMMIT`.
error-kinds-differ = They are a { $first } and a { $second }, which are never one.
hint-kinds-differ = A person who runs a company is tied to it, not the same as it.
error-withdrawal-reason = Who takes a judgement back says why: the reason is missing.
hint-withdrawal-reason = Give it in a few words that name nobody: --reason "marked by mistake".
error-no-authority = An erasure needs an authority; nothing was erased.
hint-authority = Name who ordered it, with the number of the order: --authority "Seoul Central District Court 2026-77".
error-no-commit = There is no commit { $commit }.
error-undone-already = Commit { $commit } is undone already, by commit { $by }.
hint-commit = `liaison history` shows the commits, with what undid them.
error-cannot-undo = Commit { $commit } is neither an import nor a judgement ({ $act }); only these can be undone.
hint-cannot-undo = Single statements are taken back with `liaison withdraw`; their ids are in `liaison show ID --json`.
error-no-statement = There is no statement { $statement }.
hint-statement = `liaison show ID --json` gives the id of every statement about an entity.
error-not-ours = Statement { $statement } is another agency's.
hint-not-ours = Its originator alone withdraws it; ask them.
error-exchange = The card or agreement was not taken: { $reason }.
hint-exchange = Ask for it again, and compare the six words with its officer: `liaison peer card` prints them.
error-no-peer = { $agency } is no peer of this node.
hint-no-peer = Take its card first: `liaison peer add CARD --words "…"`. `liaison peer list` shows who is known.
error-other-words = These are not the six words of the card of { $agency }. It was not taken.
hint-other-words = Have its officer read them aloud from `liaison peer card`, not from what came with the file. If they differ, somebody changed the card on its way.
error-card-without-name = The first card of an agency names it in at least one language.
hint-card-without-name = For example: liaison peer card --name "en=Fictional Police" --name "ko=가상 경찰".
error-key-in-use = The node signs with this key, so that a card that revokes it would say nothing.
error-withdrawn-already = Statement { $statement } is withdrawn already, by commit { $by }.
error-erased-already = Statement { $statement } is erased already, by commit { $by }.
hint-ended-already = `liaison history ENTITY` shows when, by whom and why.
error-country = { $country } is no country: its code has two letters, and is one of ISO 3166.
hint-country = Give its ISO 3166 code, such as --country KR.
error-dataset-name = `{ $name }` cannot be the name of a dataset.
hint-dataset-name = A name has 1 to 250 letters or digits of any script, with hyphens, underscores and dots between them: --dataset kr-mofa-2025.
error-file-exists = There is a file { $path } already; it was left as it is.
hint-file-exists = Name another file, or replace this one with --force.
error-is-folder = { $path } is a folder, not a file.
hint-is-folder = Name a file in it.
error-not-a-mapping = { $path } is no mapping: { $reason }.
hint-not-a-mapping = A mapping is JSON. `liaison import TABLE --dry-run --save-mapping FILE` writes the proposed one, to be changed.
error-empty-file = { $file } is empty.
error-no-rows = { $file } has no row, line or entry to import.
hint-empty-file = Nothing was imported from it. Was it cut off, or saved before it was filled in?
error-folder-open = Others than its owner get into { $path }.
hint-folder-open = Let nobody else in: chmod 700 FOLDER. Views and index in it hold what the journal holds.
error-no-looks = The record of looks is missing: there is no { $path }.
hint-no-looks = Put looks.db back, or restore the newest backup. Until then nobody may be uncovered here: looks could not be recorded. Note who had access meanwhile.
error-no-node-key = The node key is missing: there is no { $path }.
hint-no-node-key = Put keys/node.json back: it is in every backup, and in keys/ of the agency's other servers. Without it the node can be read, not written.
error-backup-damaged = { $path } is damaged, or is no backup of a node. Nothing was restored.
hint-backup-damaged = Copy it again from where it was kept and compare the two copies' sizes and hashes, or take an older backup with the newest tombstones.jsonl.
error-stage-order = A report that stands at { $from } does not usually go to { $to }: say why, and it is kept.
error-stage-earlier = The day lies before the one on which the report reached { $from }: say why, and it is kept.
error-stage-before-report = The day lies before the report was made: say why, and it is kept.
hint-stage-reason = Give it in a few words that name nobody: --reason "came back alone".
screen-hint-stage-reason = Give the reason in a few words that name nobody. It stays with the stage.
error-stage-already = The agency has said { $stage } already, and nothing came after it.
hint-stage-already = Look at the stages: another officer may have entered it a moment ago.
error-stage-closing = Who closes a report says why: the reason for closing is missing.
hint-stage-closing = It is one of: returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded, other.
error-stage-cause = A death needs its cause, or that it is under investigation.
hint-stage-cause = Say what is known; "under investigation" is enough. Who told the next of kin, and when, can be added with it.
error-several-cases = Several cases have the number { $number }.
hint-several-cases = Name the case by its id.
error-no-template = There is no template “{ $name }”. There are: { $known }.
error-no-form = There is no screening form “{ $name }”. There are: { $known }.
error-rules-file = { $file }, line { $line }: { $what }
error-other-version = { $name } is here already and says something else.
hint-other-version = Give the new text a version of its own: answers name the version after which they were asked.
error-field-missing = This must be filled in: { $field }.
error-task-reason = This change of a task is out of the usual order.
error-no-change = Nothing would change.
error-case-closed = The case is closed.
hint-case-closed = Open it again first, with a reason.
error-case-not-closed = The case is open.
error-several-places = Several places are called so: { $ids }.
hint-several-places = Name the place by its id.
error-compound-known = A compound of this name and country is in the register: { $id }.
hint-compound-known = Add to it instead: `liaison compound add --to ID`.
error-coordinates = These coordinates are no whole point on earth.
hint-coordinates = Give latitude, longitude and how far off they may be, in metres.
error-nothing-tied = Nothing is named that could be tied to the compound.
error-place-country = { $place } does not lie in the country that is named.
error-ends-first = It would end before it began.
error-no-number = A number of people is a whole number.
error-listed-already = This person is on the manifest already.
error-state-order = From { $from } to { $to } is out of the usual order.
error-state-earlier = { $to } would be earlier than { $from }, which it follows.
error-said-already = This was said already, of the same day.
error-member-in = { $officer } is in this case already.
error-member-out = { $officer } is no other member of this case.
error-last-member = Nobody would be left in the case.
error-may-not-let-in = Only a member of the case or a supervisor lets people in.
error-not-holder = This is with { $officer }.
hint-not-holder = Only who has it hands it over, and only who is offered it answers.
error-offered = It is offered to { $officer } already.
error-answered = No offer waits for an answer.
error-evidence-damaged = The file is not as it was handed in: its hash differs, or it is gone.
error-case-file-version = This case file is of version { $found }; this program knows version { $known }. Nothing was taken.
hint-case-file-version = Ask the agency to write it with the same release of the program.
error-no-case-file = This is no case file; line { $line } is the first that does not read.
error-case-here = This case is here already, as { $number }.
error-timeline-row = Row { $row } of the timeline cannot be read: { $column }. None of its rows was taken.
error-timeline-column = The timeline has no column { $column }.
hint-timeline = It needs Timesketch's columns: message, datetime, timestamp_desc.
error-long-mail = The e-mail is longer than { $bytes } bytes.
hint-long-mail = Save it without what hangs on it, and send that as an exhibit.
error-emergency-reason = A look in an emergency needs a reason.
error-emergency-long-reason = The reason is longer than { $characters } characters.
hint-emergency-reason = Say in a few words that name nobody why it cannot wait.
error-emergency-no-look = Look { $look } was not taken in an emergency, or is not there.
error-emergency-reviewed = Look { $look } was reviewed already.
hint-emergency-list = The list of looks in an emergency says which wait, and who reviewed which.
error-emergency-own-look = A second person reviews a look, not the one who took it.
hint-emergency-own-look = Ask a supervisor or an auditor.
error-too-large = The file is larger than { $bytes } bytes or 20,000 rows.
error-no-question = The form has no question “{ $code }”.
error-unscreened = Whoever was screened stays screened.
error-result-order = From { $from } to { $to } is out of the usual order.
error-result-not-asked = { $to } is asked for, though not every question was asked. Not asked is no “no”.
error-result-signs = { $to } is asked for, though signs were found.
error-result-no-signs = { $to } is asked for, though no sign was found.
error-result-earlier = This is earlier than what the agency said before.
error-step-authority = A step names the authority that took it.
error-no-legal-basis = A step names the law on which it rests.
error-procedure-order = { $to } after “{ $from }” is out of the usual order.
error-procedure-earlier = This is earlier than the step before it.
error-procedure-victim = This person is presumed or identified as a victim: consider non-punishment before { $to }.
hint-track-reason = Say why; the reason is kept with it.
error-nothing-to-release = Nobody presumes this person a victim: there is nothing to release.
error-first-stage = This stage came together with its report, and goes only with it.
hint-first-stage = Enter the right stage with a reason instead; both stay to be seen.
error-several-reports = Several agencies gave a report the number { $number }.
hint-several-reports = Name it by its id: `liaison report list` shows both.
error-report-no-person = The report { $report } names no person to whom this could be added.
error-nothing-told = Nothing was told by which anybody could be looked for.
hint-nothing-told = Give one of these at least: a name, a phone, a handle, a passport number, where the person is held, or what was said last.
error-maybe-known = These reports may be about the same person: { $reports }. Nothing is kept.
hint-maybe-known = Say of each whether it is the same, as in `--judge R-2026-0001=same --because "one phone"`, or take it anyway with `--anyway`.
screen-hint-maybe-known = Say of each whether it is the same, in `judged`, or send it without `unless_known`.
error-breakdowns = A table that anybody may have tells reports apart by one to { $max } traits, not { $found }.
error-table-cells = The table would have { $found } cells and totals; at most { $max } can be checked.
error-no-such-list = No list of people here is called { $list }.
hint-no-such-list = See which lists there are: `liaison estimate --from-node`, with `--by dataset`, `agency` or `channel`.
error-too-many-lists = An estimate takes at most { $most } lists.
hint-fewer-breakdowns = Tell reports apart by fewer traits, or by the year instead of the month.
error-report-too-long = A report takes at most { $fields } fields, and a source of at most 500 characters.
error-no-such-field = A report has no field { $field }.
hint-no-such-field = `liaison report add --help` names the fields; `person.` stands before those of the person.
error-code = { $field } is one of: { $codes }.
error-long-text = { $field } is longer than { $characters } characters.
error-day = { $day } is no day.
hint-day = A day looks like 2025-10-17; 2025-10 where only the month is known.
error-future-day = { $day } has not come yet.
hint-future-day = Give the day on which it happened. What is planned is a next check or a task.
error-next-before-check = The next check, { $day }, would be before this one.
error-behind = The process that owns this folder has not shown the change yet. It is safe in the journal.
hint-behind = Is `liaison serve` still running? If it hangs, stop it; the next command brings everything up to date.
error-unscrubbed = The erasure is in the journal and hides the statement, but its bytes may still be in a file of this node.
hint-unscrubbed = They go as soon as no program reads the old pages: let `liaison serve` run, or repeat any command with the key. `liaison doctor` says when it is done.
error-unknown-format = { $file } is in no format that can be read.
hint-unknown-format = Name the format with --as: ftm-entities, ftm-statements, ofac-sdn, un-consolidated, chat, csv, xlsx, situation-figures, situation-places, situation-events or travel-restrictions.
error-no-input = No file was given.
error-no-mapping = The table needs a mapping: none could be proposed from its headings and contents. Give one with --mapping FILE.
error-mapping-refused = The proposed mapping was refused; nothing was read. Write it out with --save-mapping FILE, change it, and give it with --mapping FILE.
error-read = The file could not be read: { $reason }.
error-journal = The journal could not do this: { $reason }.
error-folder-busy = Another process owns the folder of this node.
error-views = The views could not be read: { $reason }.
error-search = The search could not be done: { $reason }.
error-exhibits = The exhibit could not be kept or read: { $reason }.
hint-exhibits-address = An address looks like s3://bucket/prefix. Keys and passwords do not belong in it: they come from the environment.
hint-exhibits-credentials = Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY to a key that may list, read, write and delete below the address, and AWS_REGION to its region.
hint-exhibits-bucket = Make the bucket first, or check its name, AWS_REGION and, for a store that is not Amazon's, AWS_ENDPOINT_URL.
hint-exhibits-store = Check the network, AWS_REGION and, for a store that is not Amazon's, AWS_ENDPOINT_URL.
error-peer = The envelope was not taken: { $reason }.
hint-reveal = Name your purpose with --reveal, such as `--reveal rescue`. It is recorded with your account.
hint-folder-busy = Is `liaison serve` running? Stop it or wait for the other command, then try again.
hint-rebuild = Views can always be made anew: `liaison rebuild`.
hint-journal-busy = Another import or backup is running; wait for it, then try again.
hint-journal-read-only = Check who owns the folder and whether the disk is mounted read-only.
hint-erased-by-law = It stays out while the erasure stands; `liaison history` names the authority. Leave it out and try again.
hint-copy-folder = Copy the folder to a disk that can be written, and read the copy.
hint-disk-full = Make room and run the command again; what was acknowledged is safe.
hint-journal-newer = Install the newer version that made it; nothing was changed.
hint-journal-damaged = Do not write to it. Run `liaison verify`, keep a copy of the folder, and restore the last backup.
hint-journal-exists = A new node needs a folder or a database of its own. A second server of the same agency joins with a copy of node.json and keys/.
hint-journal-missing = Restore a backup with `liaison restore`, or make a node with `liaison init`.
hint-database-unreachable = Check DATABASE_URL and that the PostgreSQL server runs and lets this account in.
hint-certificate-not-now = Set the machine's clock right; if it is right, give the node key another year with `liaison certify`, then start `serve` anew.
hint-no-key = Give the passphrase with --key-file FILE or on a terminal.

## accounts: what went wrong, and what to do

account-error-name = This is not the name of an account or token.
account-hint-name = A name has 2 to 32 small letters a to z, digits, dots or hyphens, and begins with a letter.
account-error-unit = A unit is one word of at most 64 bytes, without a slash.
account-error-exists = The name is taken. Names are given once, so that the record stays clear.
account-error-unknown = There is no account or token of this name.
account-hint-unknown = `liaison user list` and `liaison token list` show those there are.
account-error-disabled = The account is disabled.
account-hint-disabled = `liaison user reset` enables it, with a new password and second factor.
account-error-role = There is no role `{ $word }`.
account-error-scope = There is no scope `{ $word }`.
account-error-no-role = No role is given.
account-hint-role = Roles are: analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator.
account-error-password-length = A password has { $characters } to 256 characters.
account-hint-password = A sentence is best. Without --password-stdin a random one is made.
account-error-same-password = The new password is the present one.
account-error-expiry = A token ends in the future, at most { $days ->
    [one] one day
   *[other] { $days } days
} from now.
account-error-no-scope = No scope is given.
account-hint-scope = Scopes are: read, import, export, health.
account-error-code = The code is wrong, no longer shown, or was used before.
account-hint-code = Wait for the next code, which comes every 30 seconds, and compare the clocks of telephone and machine.
account-error-held = Too many attempts. The next one is checked in { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
}.
account-error-no-key = Nobody can sign in while the node is served without its key.
account-error-seal = The second factor of this account does not open with the key of this node.
account-hint-seal = Was accounts.db copied from another node? `liaison user reset` makes a new second factor.
account-error-issuer = The name of this node does not fit into an authenticator.
account-error-file = { $reason }.
account-hint-damaged = Keep a copy of accounts.db, and restore the last backup.
account-error-second-person = A reset needs a second person who is a supervisor or administrator, and not the one whose account it is.
account-hint-second-person = Let them run their part: --confirmed-by THEIR-NAME, and the code that their authenticator shows.
account-error-demonstration = Codes are shown for accounts of a demonstration only.
account-hint-demonstration = The officer's own authenticator shows the code. If it is lost: `liaison user reset`.

## doctor

doctor-journal = Journal
doctor-folder = Folder of the node
doctor-looks = Record of looks
doctor-views = Views
doctor-search = Search
doctor-current = Views and search show everything
doctor-keys = Node key
doctor-opening = Opening the node
doctor-exhibits = Exhibits
doctor-scrub = Removal of erased bytes
doctor-root-key = Root key
doctor-certificate = Certificate of the node key
doctor-accounts = Accounts
doctor-well = well
doctor-exhibits-unread = well, as far as they were read here; { $unread ->
    [one] one more was
   *[other] { $unread } more were
} not: run `liaison verify --deep`.
doctor-verified = { $commits ->
    [one] one commit
   *[other] { $commits } commits
} with { $statements ->
    [one] one statement
   *[other] { $statements } statements
} verified: every hash, link and signature holds.
doctor-not-verified = it opens, and its newest commit, { $head }, can be read. Its hashes were not checked here, as it is long: run `liaison verify`.
doctor-not-folded = none in this folder yet; they are folded from the journal when the node opens.
doctor-mended = It was made anew from the journal just now, so that nothing is left to do.
doctor-not-checked = not checked, as the node does not open.
doctor-root-key-here = The root key is still on this machine. Move keys/root.json to a safe, and delete it here.
doctor-certificate-ends = The certificate ends on { $until }. Give the node key another year before, with `liaison certify`.

## command line: what was done

out-error = error:
out-hint = hint:
ask-passphrase = Passphrase of the node key:{" "}
ask-new-passphrase = New passphrase for the keys of this node:{" "}
ask-again = The same once more:{" "}
error-passphrase-short = A passphrase has at least { $characters } characters; this one is shorter. Nothing was made.
hint-passphrase-short = A sentence is best, such as one that only you would say.
error-passphrases-differ = The two passphrases differ; nothing was made.
init-done =
    The node of { $agency } is in { $folder }.
    Root key fingerprint: { $fingerprint }
    The node key is certified until { $expires }.
init-root-key = Move { $path } to a safe and delete it here: it is needed only once a year, for `liaison certify`.
certify-done = The node key of { $agency } is certified until { $expires }.
certify-next = Start `liaison serve` anew, copy keys/certificate.bin to the other servers of the agency, and put the root key back into its safe.
progress-reading = Reading
progress-folding = Making it visible
progress-verifying = Verifying
progress-linking = Linking
progress-finding = Looking for pairs to compare
progress-learning = Learning what agreement is worth
progress-comparing = Comparing
progress-joining = Joining
import-done = { $read ->
    [one] One row
   *[other] { $read } rows
} read: { $new ->
    [one] one new statement
   *[other] { $new } new statements
} about { $entities ->
    [one] one entity
   *[other] { $entities } entities
}, commit { $commit }, { $seconds } s.
import-nothing-new = { $read ->
    [one] One row
   *[other] { $read } rows
} read, nothing new came in.
import-dry = { $read ->
    [one] One row
   *[other] { $read } rows
} read: { $statements ->
    [one] one statement
   *[other] { $statements } statements
} about { $entities ->
    [one] one entity
   *[other] { $entities } entities
}. Nothing was written.
import-stopped = Stopped. Nothing of this file was kept; run the command again to import it.
import-erased-before = { $statements ->
    [one] 1 statement was left out, because its text was erased by law before.
   *[other] { $statements } statements were left out, because their texts were erased by law before.
}
import-came-back = { $statements ->
    [one] 1 statement that was withdrawn comes
   *[other] { $statements } statements that were withdrawn come
} back with this import; the last was withdrawn on { $on }. `liaison history ID` says why.
import-problems = { $problems ->
    [one] One problem
   *[other] { $problems } problems
}, { $rows ->
    [0] no row was set aside as a whole
    [one] one row was set aside as a whole
   *[other] { $rows } rows were set aside as a whole
}:
import-problem = {"  "}{ $text }
import-more-problems = {"  "}… and { $problems } more.
import-problems-file = All of them: { $path }
import-rows-file = The rows: { $path }. Mend them there and run `liaison import` on that file: dataset, mapping, source, grade and marks stay those of this import.
import-row = row { $row }
import-proposal = Proposed mapping:
import-proposed-column = {"  "}{ $heading } → { $target } ({ $reason })
import-proposed-sheet = {"  "}sheet { $sheet }
import-column-unused = not read
import-nobody-to-ask = Nobody can be asked here, so it is used. --dry-run shows it and writes nothing.
import-agree = Import with this mapping? [Y/n]
search-nothing = Nothing found.
search-none-shown = { $total ->
    [one] One entity was found, and is
   *[other] { $total } entities were found, and are
} not shown with this --limit and --offset.
hint-search-too-long = Look for the name, number or words that tell most; leave the rest out.
error-nothing-to-look-for = The text has neither words nor numbers to look for.
hint-nothing-to-look-for = Write a word, a name or a number; without a text, everything is listed.
filter-schema = There is no schema `{ $value }`. Names that come near: { $near }.
filter-country = `{ $value }` is neither the code nor the name of a country. Write two letters, such as kh, or a name, such as Cambodia.
filter-date = `{ $value }` is no day, month or year. Write 2025-10-17, 2025-10 or 2025.
filter-dataset = There is no dataset `{ $value }`. Those there are: { $near }.
search-relaxed = Nothing has every word; these have some.
search-count = { $shown } of { $total }.
resolve-nothing = No two of { $records } records wait for a judgement.
resolve-count = { $shown } of { $total } pairs among { $records } records, the likeliest first. Say which are one with `liaison judge RECORD RECORD same --reason WORDS`.{ $common ->
    [0] {""}
    [one] { "" } One value is too common to bring records together: see --over-common.
   *[other] { "" } { $common } values are too common to bring records together: see --over-common.
    }
resolve-over-common = { $property } { $value }: in { $values } statements
resolve-over-common-none = No number is so common that it was left aside.
screening-no-name = { $file } has no column with names. It has: { $headings }. Call one of them name, or first name and last name.
screening-no-schema = There is no schema { $schema }. People are Person, firms Company, anybody LegalEntity.
screening-done = { $queries ->
    [one] One row
   *[other] { $queries } rows
    } looked for, { $matches ->
    [0] no match
    [one] one match
   *[other] { $matches } matches
    }.
verdict-same = same
verdict-different = different
verdict-unsure = not sure
judge-done = { $first } and { $second }: { $verdict }, commit { $commit }. { $records ->
    [one] { $first } stands alone.
   *[other] { $first } is now one of { $records } records.
    } Nothing was merged; `liaison undo { $commit }` takes the judgement back.
show-one-with = Judged to be one with { $records ->
    [one] this record:
   *[other] these { $records } records:
    }
search-spelling = said alike
search-joined = { $others ->
    [one] one with 1 other record
   *[other] one with { $others } other records
    }
undo-done = Commit { $target } is undone by commit { $commit }. Nobody sees what it brought; History still shows that it was there.
undo-others = So are the other commits of the same import: { $commits }.
withdraw-done = Statement { $target } is withdrawn by commit { $commit }.
share-would = { $property } of { $entity } would go to { $agency } under { $marks }.
share-done = { $shared ->
    [one] 1 statement was shared
   *[other] { $shared } statements were shared
} with { $agency }; { $waiting ->
    [0] nothing waits for its confirmation
    [one] 1 entry waits for its confirmation
   *[other] { $waiting } entries wait for its confirmation
}.
share-written = { $path } holds everything that { $agency } has not confirmed. There it is taken by `liaison receive`.
share-not-written = Nothing has left this node: write the file for { $agency } with --out.
receive-done = { $statements ->
    [one] 1 statement taken
   *[other] { $statements } statements taken
}, { $withdrawals ->
    [one] 1 withdrawal applied
   *[other] { $withdrawals } withdrawals applied
}, { $known ->
    [one] 1 entry known before
   *[other] { $known } entries known before
}, { $confirmed ->
    [one] 1 entry of ours confirmed
   *[other] { $confirmed } entries of ours confirmed
}.
receive-missing = { $missing ->
    [one] 1 entry was written for us and has not come.
   *[other] { $missing } entries were written for us and have not come.
} Ask for a new file.
receive-receipts = The sender waits for receipts: write them with --receipts FILE and give them back.
peer-no-card = This agency has no card yet. Make one: liaison peer card --name "en=Fictional Police" --root-key keys/root.json
peer-card = Card { $number } of { $agency }. Read these words aloud to whoever takes it: { $words }
peer-added = Card { $number } of { $agency } was taken.
peer-none = No agency is known. Take a card with `liaison peer add`.
peer-no-agreement = none: nothing goes
peer-agreement = { $terms }, until { $until }
peer-unconfirmed = { $count ->
    [0] nothing
    [one] 1 entry
   *[other] { $count } entries
}{ $withdrawals ->
    [0] {""}
    [one] , 1 of them a withdrawal
   *[other] , { $withdrawals } of them withdrawals
}
peer-forked = { $agency } signed two entries under one number. Nothing is taken from it; the proof is kept.
peer-overdue = { $agency } has not confirmed entry { $number } since { $since }.
peer-overdue-withdrawal = OVERDUE: { $agency } has not confirmed the withdrawal { $number } since { $since }.
peer-agreed = The agreement with { $agency } binds until { $until }: { $terms }
peer-agree-next = The agreement with { $agency } is signed by one head only. The other signs it with `liaison peer agree --file … --root-key …`: { $terms }, until { $until }
peer-agree-what = A new agreement needs --allow, --until and --root-key.
peer-revoked = Nothing goes to { $agency } any more, and nothing after its entry { $after } is taken, but withdrawals.
pull-done = { $agency }: { $statements ->
    [one] 1 statement taken
   *[other] { $statements } statements taken
}, { $withdrawals ->
    [one] 1 withdrawal applied
   *[other] { $withdrawals } withdrawals applied
}, { $receipts ->
    [one] 1 receipt given
   *[other] { $receipts } receipts given
}.
pull-nothing = { $agency }: nothing new.
pull-nobody = No card names an address of the form liaison://HOST:PORT, so nobody was asked.
channel-told = { $agency }: { $reason }
channel-again = { $agency } answers again.
channel-no-address = The card of { $agency } names no address of the form liaison://HOST:PORT.
channel-bad-address = { $address } is no address of the form liaison://HOST:PORT.
channel-hint-address = Its agency names one with `liaison peer card --endpoint liaison://HOST:PORT --root-key FILE`, and gives you the card. Until then exchange files.
channel-in-use = Another program listens at { $address }.
channel-hint-in-use = Choose another port with --exchange ADDRESS, and name it in the card.
channel-line = The line failed: { $reason }.
channel-slow = It took too long, and the line was closed.
channel-hint-line = What was taken before stays; the next pull goes on from there. Files on a stick work meanwhile.
channel-handshake = The two nodes do not know each other's keys, so nothing was said.
channel-hint-handshake = One of the two has an old card of the other, or none: compare `liaison peer card` on both sides, and take the newer with `liaison peer add`.
channel-too-long = More was sent at once than is ever taken. Nothing of it was read.
channel-unreadable = What was sent does not read. Nothing of it was taken.
channel-version = The peer speaks version { $found } of the exchange, which this node does not know.
channel-hint-version = Bring both nodes to one release. Files on a stick work meanwhile.
channel-refused = The peer did not answer: { $reason }.
channel-alarm = It asks as if it tried one number after the other: look at `liaison peer asked`.
ask-hit = hit
ask-no-hit = no hit
ask-done = { $agency } knows { $found } of { $lines ->
    [one] 1 line
   *[other] { $lines } lines
}. It saw that it was asked (number { $number }), for which case and purpose, and not what.
ask-columns = The file needs a head line with the columns kind and value, and birth for people.
ask-line = Row { $row } cannot be asked: kind is phone, account, wallet, email, document, handle or person, its value must read as one, and a person needs a birth date. Nothing was asked.
ask-file-long = The file is longer than 500 lines can be. Nothing was asked.
asked-nothing = { $agency } has asked nothing.
asked-nothing-ours = Nothing was asked of { $agency }.
asked-answered = answered
asked-refused = refused: { $reason }
asked-hits = { $hits ->
    [0] no hit
    [one] 1 hit
   *[other] { $hits } hits
}
asked-unanswered = no answer
asked-alarm = ALARM: { $agency } has asked for more than half of a day's evaluations, or more than it may. Whoever tries one number after the other asks like that. `liaison peer revoke` ends it.
error-ask-lines = { $count ->
    [0] The file has no line to ask.
   *[other] { $count } lines cannot be asked at once.
}
hint-ask-lines = At most 500 at once, and each counts.
casework-request-kind-information = information
casework-request-kind-preservation = preservation of evidence
casework-request-kind-freeze = freeze of money
casework-request-kind-takedown = takedown of an advert or account
casework-advert-advert = an advert of the kind
casework-advert-other = no such advert
casework-advert-marked = marked for removal
casework-advert-unmarked = not to be removed
casework-advert-asked = platform asked
casework-advert-removed = removed
casework-advert-refused = platform refused
casework-advert-back-up = there again
casework-advert-appealed = appealed against
casework-advert-kept = appeal heard, stays
casework-advert-delisted = delisted
casework-request-kind-welfare-check = welfare check
casework-request-kind-rescue = rescue
casework-request-urgency-life-at-risk = life at risk
casework-request-urgency-urgent = urgent
casework-request-urgency-ordinary = ordinary
casework-request-state-draft = draft
casework-request-state-approved = approved
casework-request-state-sent = sent
casework-request-state-delivered = delivered
casework-request-state-accepted = accepted
casework-request-state-refused = refused
casework-request-state-clarification-asked = asked back
casework-request-state-clarified = clarified
casework-request-state-partly-answered = partly answered
casework-request-state-answered = answered
casework-request-state-feedback = feedback given
casework-request-state-closed = closed
casework-request-state-recalled = recalled
casework-request-state-expired = expired
casework-request-state-escalated = escalated
casework-request-side-asker = sent
casework-request-side-asked = received
casework-request-party-asker = who asks
casework-request-party-asked = who is asked
liaise-by = by { $by }
liaise-late = LATE since { $by }
liaise-not-counted = does not count
liaise-none = No requests. Draft one with `liaison request new`, or take a file of a peer with `liaison receive`.
liaise-drafted = { $number } is drafted, in commit { $commit }. Nothing has gone anywhere: it is approved, then sent.
liaise-said = { $number }: { $state }, commit { $commit }.
liaise-headline = { $number } · { $kind } · { $urgency } · { $side } · { $agency } · { $state }
liaise-terms = For { $purpose }, under { $law }, marked { $marks }
liaise-asked-already = { $officer } has asked { $agency } about the same already: { $number }, { $state }; { $shared ->
    [one] 1 identifier is the same
   *[other] { $shared } identifiers are the same
}. Speak with them first.
liaise-asked-by-peer = { $agency } has asked us about the same: { $number }, { $state }; { $shared ->
    [one] 1 identifier is the same
   *[other] { $shared } identifiers are the same
}.
liaise-no-kind = { $text } is none of: { $known }.
liaise-no-urgency = { $text } is none of: { $known }.
liaise-no-purpose = { $text } is none of: { $known }.
liaise-no-moment = { $text } is no moment that lies ahead.
liaise-no-question = Nothing is asked: say in words what the other agency is to do or tell.
liaise-too-many = A request takes { $most } questions and { $most } identifiers at most.
liaise-order = A request that is { $from } does not become { $to } next.
liaise-side = { $state } is not for this side to say.
liaise-needs-text = Say it in words: the reason, the question or the answer.
liaise-needs-legal-basis = A refusal names the law or agreement on which it rests.
liaise-not-late = No clock has run out: only what is late is escalated.
liaise-second-person = { $officer } drafted it, and the agreement asks for a second person: somebody else approves.
liaise-several = Two agencies gave the number { $number }.
liaise-hint-moment = A moment has a day and a time: 2026-12-01T12:00:00Z
liaise-hint-several = Say whose it is: kr.npa/{ $number }
liaise-hint-order = `liaison request show` tells where it stands; docs/reference/casework.md, what may follow.
erase-others = With it { $count ->
    [one] 1 other statement that said the same is erased
   *[other] { $count } other statements that said the same are erased
}: { $statements }
erase-done = Statement { $target } is erased by commit { $commit }. Its bytes are gone from this node; the journal still verifies.
names-columns-missing = The table has no columns name1 and name2.
names-nothing-to-compare = no letters to compare
names-state-same = one name
names-state-different = different names
names-state-cannot-decide = cannot be decided by the name alone
names-rule-equal = { $first } = { $second } ({ $weight })
names-rule-sound = { $first } is said like { $second } ({ $weight })
names-rule-reading = { $second } is read { $first } ({ $weight })
names-rule-edit = { $first } is nearly { $second } ({ $weight })
names-rule-abbreviation = { $first } and { $second } are short and long for one ({ $weight })
names-rule-variant = { $first } and { $second } are forms of one name ({ $weight })
names-rule-meaning = { $first } means { $second } ({ $weight })
names-rule-contradiction = { $first }{ $second } is not in the other ({ $weight })
names-rule-omission = { $first }{ $second } is left out ({ $weight })
names-rule-exclusion = { $first } { $second } cannot be of the other name ({ $weight })
names-rule-legal-form = the legal forms differ ({ $weight })
names-script-latin = Latin
names-script-hangul = Hangul
names-script-han = Chinese
names-script-kana = Japanese
names-script-thai = Thai
names-script-lao = Lao
names-script-khmer = Khmer
names-script-burmese = Burmese
names-script-other = Other
names-script-digits = Numbers
figures-none = No figures.
figures-question = { $question } — { $answers ->
    [one] one answer
   *[other] { $answers } answers
}{ $conflicts ->
    [0] {""}
    [one] , one conflict
   *[other] , { $conflicts } conflicts
}
figures-preferred = Preferred.
figures-published = { $figures } figures with their sources; { $back } more are not for everybody.
reports-published = { $cells } cells and totals, of which { $withheld } are withheld so that nobody can tell where fewer than { $under } people are.
figures-marked = { $figure } is marked, commit { $commit }. Every figure stays as it was.
figures-unmarked = { $judgement } is taken back, commit { $commit }. It stays in the history of its figure.
care-result-not-screened = not screened
care-result-presumed-victim = presumed victim
care-result-identified-victim = identified victim
care-result-not-a-victim = not a victim
care-step-suspected = suspected
care-step-wanted = wanted
care-step-detained = detained
care-step-charged = charged
care-step-released = released
care-step-deported = deported
care-step-expelled = expelled
care-step-extradited = extradited
care-step-tried = tried
care-answer-yes = yes
care-answer-no = no
care-answer-not-asked = not asked
care-age-child = child
care-age-adult = of age
care-age-unknown = not known
care-decision-considered = being considered
care-decision-applied = applied: no punishment
care-decision-applied-in-part = applied in part
care-decision-refused = refused
care-appeal-none = no appeal
care-appeal-open = appeal open
care-appeal-allowed = appeal allowed
care-appeal-dismissed = appeal dismissed
care-task-open = open
care-task-started = started
care-task-waiting = waiting
care-task-done = done
care-task-dropped = dropped
care-status-open = open
care-status-closed = closed
care-type-missing-person = missing person
care-type-rescue = rescue
care-type-raid = raid
care-type-money-trace = money
care-type-advert-campaign = adverts
care-type-rfi = request for information
care-type-rft = takedown
care-severity-low = low
care-severity-medium = medium
care-severity-high = high
care-severity-critical = critical
care-entry-note = note
care-entry-decision = decision
care-entry-event = event
care-entry-link = link
care-entry-status = status
care-handover-offered = offered
care-handover-accepted = accepted
care-handover-refused = refused
care-compound-suspected = suspected
care-compound-active = running
care-compound-raided = raided
care-compound-partly-closed = partly closed
care-compound-closed = closed
care-compound-moved = moved
care-tie-owner = owner
care-tie-tenant = tenant
care-tie-operator = operator
care-tie-phone = phone
care-tie-report = report
care-tie-other = other
care-tie-unrelated = not tied
care-reach-covers = in the area
care-reach-touches = may be meant
care-travel-advice = advice
care-travel-entry-ban = travel ban
care-travel-exit-ban = exit ban
care-travel-permit-needed = permit needed
care-travel-crossing-closed = crossing closed
care-travel-visa-change = visa change
care-operation-planned = planned
care-operation-under-way = under way
care-operation-done = done
care-operation-called-off = called off
care-act-raid = raid
care-act-rescue = rescue
care-act-search = search
care-act-arrest = arrest
care-act-sweep = sweep
care-act-handover = handover
care-manifest-listed = listed
care-manifest-documents = documents ready
care-manifest-cleared = cleared to leave
care-manifest-boarded = boarded
care-manifest-arrived = arrived
care-manifest-handed-over = handed over
care-manifest-removed = removed
care-found-found = found
care-found-brought-out = brought out
care-found-victim = held to be victims
care-found-suspect = held to be suspects
care-found-undetermined = not determined
care-found-arrested = arrested
care-found-child = children
care-found-hurt = hurt
care-found-killed = killed
care-find-person = person
care-find-seizure = seizure
care-find-report = report
casework-stage-reported = reported
casework-stage-verified = verified
casework-stage-located = located
casework-stage-in-danger = in danger
casework-stage-rescue-requested = rescue requested
casework-stage-rescued = rescued
casework-stage-screened = screened
casework-stage-in-care = in care
casework-stage-repatriated = repatriated
casework-stage-closed = closed
casework-age-up-to-7 = ≤ 7 d
casework-age-up-to-30 = 8–30 d
casework-age-up-to-90 = 31–90 d
casework-age-up-to-180 = 91–180 d
casework-age-over-180 = > 180 d
casework-age-unknown = unknown
casework-act-verify = verify
casework-act-locate = locate
casework-act-request-rescue = request a rescue
casework-act-follow-up = ask again
casework-act-screen = screen
casework-act-refer = refer or bring home
casework-act-bring-home = bring home
casework-act-close = close
casework-act-welfare-check = welfare check
casework-view-open = Open
casework-view-open-over-30 = Open > 30 days
casework-view-late = Late
casework-view-silent = No word > 7 days
casework-view-danger = In danger
casework-view-children = Children
casework-view-place-unknown = Place not known
casework-view-no-exit = Entered, no exit, no word
casework-view-disagreed = Disagreement
casework-view-maybe-twice = Perhaps one with another
casework-view-consent-withdrawn = Consent withdrawn
casework-view-settled = Settled
casework-closing-returned-home = returned home
casework-closing-safe-elsewhere = safe elsewhere
casework-closing-duplicate = duplicate
casework-closing-withdrawn = withdrawn
casework-closing-deceased = deceased
casework-closing-unfounded = unfounded
casework-closing-other = other
casework-danger-unknown = unknown
casework-danger-low = low
casework-danger-medium = medium
casework-danger-high = high
casework-danger-immediate = immediate
casework-channel-hotline = hotline
casework-channel-walk-in = walk-in
casework-channel-embassy = embassy
casework-channel-ngo = NGO
casework-channel-web-form = web form
casework-channel-partner-agency = partner agency
casework-safe-yes = yes
casework-safe-no = no
casework-safe-only-as-instructed = only as instructed
casework-safe-unknown = unknown
casework-consent-yes = yes
casework-consent-no = no
casework-consent-limited = limited
casework-consent-not-asked = not asked
casework-consent-withdrawn = withdrawn
casework-check-call = call
casework-check-message = message
casework-check-video = video call
casework-check-visit = visit
casework-check-family = through the family
casework-check-register = register
casework-outcome-heard-from = heard from
casework-outcome-seen = seen
casework-outcome-not-reached = not reached
casework-outcome-refused = refused
casework-outcome-worse = worse
report-taken = The report has the number { $number } (commit { $commit }).
report-added = Added to { $number } as another source (commit { $commit }).
report-one-with = It is one with { $number }, which stands for both.
report-similar = { $count ->
    [0] No other report may be about the same person.
    [one] 1 report may be about the same person.
   *[other] { $count } reports may be about the same person.
} `liaison report judge` decides.
report-judged = { $first } and { $second }: { $verdict } ({ $id }, commit { $commit }). `liaison report take-back` undoes it.
report-shown = { $shown } of { $total }, counted on { $day }.
report-late = { $day }, { $days ->
    [one] 1 day late
   *[other] { $days } days late
 }
report-overview = { $reports } reports on { $day }: { $settled } settled, { $open } open.
report-headline = { $number } · { $days ->
    [one] 1 day open
   *[other] { $days } days open
 } · person { $person }
report-disagreements = { $count ->
    [one] One word does not go together with the others: all are kept.
   *[other] { $count } words do not go together with the others: all are kept.
 }
report-stage-entered = The stage is entered as { $id } (commit { $commit }).
report-check-entered = The check is entered as { $id } (commit { $commit }).
report-taken-back = { $id } is taken back by commit { $commit }. It stays in History.
exhibits-none = No exhibits.
exhibit-kept = { $file } is kept as { $hash } ({ $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
}).
exhibit-known = { $file } was kept before as { $hash } ({ $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
}); it is not stored twice.
exhibit-copied = { $file } written ({ $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
}); the copy is in the custody record.
export-done = { $entities ->
    [one] One entity
   *[other] { $entities } entities
} written: { $files }
export-streamed = { $entities ->
    [one] One entity
   *[other] { $entities } entities
} written.
export-people = { $people ->
    [one] One person was
   *[other] { $people } people were
} uncovered; your account and purpose are in the record of looks.
export-left-out = Left out or changed, { $count ->
    [one] once
   *[other] { $count } times
}: { $what }
history-first = first on { $on } by { $officer }, repeated after a restore
history-same-import = same import as commit { $commits }
show-withdrawn = withdrawn on { $on }, by commit { $by }
history-undone = undone by { $commit }
look-none = There are no such looks.
look-more = There are more: --before { $look } shows them.
look-act-none = There are no such acts on accounts.
emergency-none = There are no such looks in an emergency.
report-mail-left = The e-mail does not say whose these are: { $values }
report-mail-attachments = { $count ->
    [one] One file hangs on the e-mail and is not kept: take it in with exhibits.
   *[other] { $count } files hang on the e-mail and are not kept: take them in with exhibits.
}
emergency-reviewed = Look { $look }: { $state }. It stays so.
care-emergency-waiting = waits for a second person
care-emergency-overdue = overdue: nobody reviewed it in 24 hours
care-emergency-confirmed = confirmed
care-emergency-rejected = rejected
history-import = { $file } into { $dataset }, { $rows ->
    [one] one row
   *[other] { $rows } rows
}
history-reason = reason: { $reason }
history-authority = authority: { $authority }
history-withdrawn = withdrawn on { $on } by commit { $by }, { $reason ->
    [none] without a reason
   *[other] reason: { $reason }
} { $what }
history-removed = erased on { $on } by commit { $by }, { $authority ->
    [none] at its originator's word
   *[other] authority: { $authority }
}
verify-intact = Intact: { $commits ->
    [one] one commit
   *[other] { $commits } commits
}, { $statements ->
    [one] one statement
   *[other] { $statements } statements
} ({ $removed } of them removed by law), { $looks ->
    [one] one entry
   *[other] { $looks } entries
} in the record of looks, { $seconds } s. Head { $head }
verify-broken = Not intact. { $bad }
verify-bad = The first bad entry is in { $chain ->
    [looks] the record of looks
   *[journal] the journal
}, commit { $commit }{ $statement ->
    [none] {""}
   *[other] , statement { $statement }
}: { $fault ->
    [HeaderUnreadable] the head of the commit cannot be read.
    [Number] its number does not follow the one before.
    [Chain] it does not continue the chain: the hash of the commit before it is another.
    [Hash] the stored hash is not that of the commit.
    [Certificate] the certificate of the key that signed it is missing, or not the agency's.
    [Signature] the signature is not the node key's.
    [Time] its time lies before that of the commit before it.
    [Count] a statement is missing, or there is one too many.
    [Leaf] the statement's text or its salt was changed: together they do not give the hash (leaf) that was signed.
    [Root] the hashes of its statements do not give the one that was signed (root).
    [Id] the id beside the statement is not the one inside it.
    [Label] the handling marks are not those that were signed.
    [Removed] the statement's bytes are gone without an act that says so, or are there although one does.
    [Tombstones] the list of what is withdrawn and erased is not what the statements say.
    [Erased] the list by which erased texts are kept out is not what was signed when they were erased.
   *[other] it does not hold ({ $fault }).
}
hint-verify-bad = Do not write to this node. Keep a copy of its folder as it is, for whoever finds out how it came about; then restore the newest backup that verifies into another folder, with the newest tombstones.jsonl.
verify-views = the views say something else than the journal in their part "{ $part }"
verify-lists = the list by which { $list ->
    [ids] statements are found by their ids
   *[claims] a second import of the same is recognised
} does not fit the statements (row { $row }).
verify-index-missing = the text index lacks statement { $statement }
verify-index-extra = the text index has statement { $statement }, which it should not have, or has it twice
verify-index-terms = the text index finds statement { $statement } under other words than its value has
verify-index-numbers = the text index has other numbers beside statement { $statement } than the journal gives
verify-index-unknown = the text index has a statement that the journal does not know
exhibits-bad = { $exhibits ->
    [one] One exhibit is
   *[other] { $exhibits } exhibits are
} damaged or missing, as the bytes that are kept do not give the hash: { $hashes }
hint-exhibit-bad = Bring the files back from a backup in which they are whole, into exhibits/ under their hashes.
proof-written = The proof is in { $file }. Anybody can check it with `liaison verify-proof`.
proof-good =
    Proven: { $agency } committed on { $time } (commit { $commit }) that { $entity } has { $prop } = { $value }
    The root key's fingerprint is { $fingerprint }: compare it with the agency's.
proof-other-root = The proof holds, but under another root key: { $fingerprint }
proof-broken = Not proven: { $reason }.
rebuild-done = Views and search are made anew from { $statements ->
    [one] one statement
   *[other] { $statements } statements
}.
man-done = The pages are in { $folder }.

demo-making = Making the node of { $name } in { $folder } …
demo-loading = Loading { $what } …
demo-loaded = {"  "}{ $new ->
    [one] one new statement
   *[other] { $new } new statements
}, { $problems ->
    [one] one problem
   *[other] { $problems } problems
}
demo-found = Questions that published figures answer, with every answer and its source:
demo-fictional = DEMONSTRATION: every person, account and case in this node is fictional. Published figures, places and events are real and carry their sources.
demo-totals = The node holds { $entities ->
    [one] one entity
   *[other] { $entities } entities
}; `liaison --dir { $folder } search` finds what it holds in any script.
demo-accounts = Accounts of { $name }. They are shown this once, and work on this machine only:
demo-accounts-known = The passwords of the accounts were shown on the first start. For new ones, start with --reset, or: liaison --dir { $folder } user reset NAME --confirmed-by supervisor
demo-code = The current code of an account: liaison --dir { $folder } user code NAME
demo-serving = Sign in to { $name } at http://{ $address } (Ctrl-C ends it; a second start continues).
demo-figures = the published figures, places and events
demo-sanctions = a fictional sanctions list, as OFAC and the United Nations write theirs
demo-caseload = a simulated caseload
demo-desk = what the desk knows, fictional
demo-exchanging = Three desks exchange cards, sign agreements, share, ask, request and take back …
demo-adverts = fictional adverts of many hands

user-made = { $name } may sign in as: { $roles }
user-was-reset = { $name } has a new password and second factor, and signs in as: { $roles }. All sessions ended.
user-password = Password: { $password }
user-factor =
    For an authenticator: { $url }
    The same to be typed: { $secret }
user-shown-once = This is shown once and kept nowhere. Hand it over in person.
user-code = It is shown for { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
} more, and works once.
user-roles-set = { $name } has these roles from now on: { $roles }
user-was-disabled = { $name } is disabled; all sessions ended.
user-disabled = disabled
user-sessions-ended = { $sessions ->
    [0] { $name } was not signed in.
    [one] One session of { $name } ended.
   *[other] { $sessions } sessions of { $name } ended.
}
token-made = Token { $name }, for { $scopes }, until { $expires }:
token-was-revoked = Token { $name } is revoked.
token-is-revoked = revoked
ask-code = Code of { $name }, who confirms:{" "}

backup-done = { $file } holds the node of { $agency } up to commit { $commit }.
backup-exhibits = The exhibits lie under { $address } and are not in it: back them up there.
backup-tombstones = Keep { $path } beside it: what is withdrawn and erased from now on must not come back with it.
restore-done = The node of { $agency } is restored as it was on { $made }, commit { $commit }; { $replayed ->
    [one] one withdrawal or erasure was
   *[other] { $replayed } withdrawals and erasures were
} replayed.
restore-accounts = Accounts are as they were in the backup: disable again whoever was disabled since. Nobody is signed in, and { $tokens ->
    [0] no token was valid
    [one] one token was revoked
   *[other] { $tokens } tokens were revoked
}.
restore-no-tombstones = No tombstones.jsonl was found: what was withdrawn or erased after the backup is back. Repeat those acts before anybody works with this node.

column-name = Name
column-roles = Roles
column-scopes = Scopes
column-unit = Unit
column-signed-in = Last signed in
column-begun = Begun
column-used = Last used
column-ends = Ends
column-address = Address
column-password = Password
column-secret = Secret for an authenticator
column-caption = Name
column-schema = Schema
column-id = Id
column-matched = Matched
column-records = Records
column-probability = Probability
column-names = Names
column-why = Why, in bits
column-verdict = Verdict
column-reason = Reason
column-officer = Officer
column-property = Property
column-value = Value
column-advert = Advert
column-band = Band
column-adverts = Adverts
column-language = Language
column-platform = Platform
column-contacts = Contacts
column-text = Text
column-weight = Weight
column-sign = Sign
column-words = Words
column-elsewhere = Elsewhere
column-source = Source
column-grade = Grade
column-handling = Handling
column-statement = Statement
column-statements = Statements
column-commit = Commit
column-time = Time
column-author = Author
column-look = Look
column-purpose = Purpose
column-route = Screen or command
column-act = Act
column-account = Account
column-confirmed-by = Confirmed by
column-note = Note
column-measure = Population and measure
column-when = When
column-place = Place
column-standing = Standing
column-model = Model
column-list = List
column-people-judged = People, as far as was judged
column-people = People in all, by this model alone
column-share = Selected, or believed
column-hash = SHA-256
column-file = File
column-holder = Holder
column-agreement = Agreement
column-sent = Sent
column-unconfirmed = Not confirmed
column-direction = Way
column-side = Says
column-urgency = Urgency
case-said = { $case }: kept as { $id } (commit { $commit }).
cases-none = No case is open. Open one with `liaison case open`.
case-not-let-in = (not let in)
case-headline = { $number } · { $title } · members: { $members } · { $handling }
case-timeline-brought = { $case }: { $events } events came in (commit { $commit }).
case-exported = { $case } is in { $file }, with its people uncovered; the look is recorded. Keep it as a secret.
case-exported-covered = { $case } is in { $file }; its people stay covered.
case-brought = The case of { $from } is { $case } here: { $entities } records (commit { $commit }). You are its only member.
compound-said = { $about }: kept as { $id } (commit { $commit }). `liaison compound take-back` undoes it.
compounds-shown = { $shown } of { $total } compounds; agencies disagree on { $disputed }.
compound-headline = { $name } · { $id } · { $reports } reports · { $handling }
compound-disputed = Agencies disagree. Each said last:
compound-word = { $authority }: { $status }, { $date } ({ $source })
compound-proposed = { $count } more reports name it and are not tied. `liaison compound link` ties one.
restrictions-shown = { $count } restrictions.
restrictions-whole-country = whole country
operation-headline = { $name } · { $date } · { $agencies }
manifest-written = { $number }: { $rows } people are in { $file }, uncovered; the look is recorded. Keep it as a secret.
manifest-written-covered = { $number }: { $rows } people are in { $file }; their names stay covered.
track-said = Kept as { $id } (commit { $commit }). What others said stays.
track-reading = { $yes } yes, { $no } no, { $unasked } not asked; score { $score }, which orders the queue and decides nothing.
form-kept = The form { $form } is kept.
screening-none = Nobody waits for a screening.
tracks-headline = { $person } — victim track: { $result }
tracks-non-punishment = Non-punishment: { $decision } ({ $authority })
tracks-release = Released to partners by { $officer }: { $reason }
suspects-withheld = { $agency } may be told of { $named }; withheld: { $unscreened } not screened, { $victims } presumed or identified as victims.
law-of-age = of age at
law-sourced = { $country }: { $sourced } of { $all } values have a source; the others are unverified.
column-case = Case
column-title = Title
column-kind = Kind
column-line = Line
column-answer = Answer
column-lines = Lines
column-question = Question
column-age = Age
column-victim-track = Victim track
column-criminal-track = Criminal track
column-form = Form
column-law = Law
column-report = Report
column-reports = Reports
column-country = Country
column-raid = Raid
column-brought-out = Brought out
column-nationality = Nationality
column-level = Level
column-counted = Counted
column-flight = Flight
column-stage = Stage
column-days-open = Days open
column-last-heard = Last heard
column-next = Next
column-due = Due
column-state = State
column-reviewed-by = Reviewed by
column-open = Open
column-month = Month
column-reported = Reported
column-settled = Settled
column-agency = Agency
column-money-account = Account
column-currency = Currency
column-held = Still there
column-received = Received
column-hops = Transfers between
column-first = First
column-last = Last
column-score = Score
column-row = Row
column-amounts = Amounts
column-money-why = Why
facet-schema = Schemata
facet-dataset = Datasets
facet-country = Countries
facet-date = Dates

## command line: help

help-example = Example:
help-liaison = A node that never forgets who said what
help-liaison-example =
    {"  "}liaison init --agency KR-NPA --country KR
    {"  "}liaison import situation/figures.csv situation/places.csv situation/events.csv
    {"  "}liaison figures "held Cambodia October 2025"
help-any-dir = Folder of the node [default: LIAISON_DIR of the environment, else liaison; of a demonstration: liaison-demo]
help-any-key-file = File whose first line is the passphrase of the node key (mode 0600)
help-any-json = Answer in JSON lines
help-any-lang = Language of answers and help
help-any-reveal = Uncover people for this purpose (rescue, victim-support, repatriation, criminal-investigation, asset-recovery, prevention, statistics, audit); it is recorded
help-any-known-on = As it was known at this moment or on this day (2025-10-17, 2025-10-17T09:30:00Z)
help-any-reason = Why, in a few words that name nobody
help-any-schema = Only this schema and those that extend it; may be repeated
help-any-dataset = Only this dataset; may be repeated
help-any-country = Only this country (two letters); may be repeated
help-any-from = Only what has a date from here on (2025, 2025-10, 2025-10-17)
help-any-to = Only what has a date up to here
help-any-limit = How many at most
help-any-offset = How many to leave out from the start
help-any-statement = Id of a statement, 32 hexadecimal digits
help-any-format = How it is written: csv, or sdmx-csv for statistical programs
help-any-force = Replace what stands there
help-init = Make a node: its keys, its journal, its first commit
help-init-example = {"  "}liaison --dir ./kr --key-file ./kr.key init --agency KR-NPA --country KR
help-init-agency = Name of the agency
help-init-country = Its country, two letters
help-init-id = Its id, where the name makes none, such as kr.npa
help-init-database-url = PostgreSQL database for the journal, instead of a file in the folder
help-init-exhibits = Where evidence files lie, such as s3://bucket/prefix, instead of the folder; credentials come from AWS_… variables
help-demo = Make a demonstration: real public figures, invented people and cases
help-demo-example = {"  "}liaison demo --dir ./liaison-demo
help-demo-reset = Delete the demonstration and make it anew
help-demo-no-serve = Show what was found, and end
help-demo-alone = One desk only, without the others
help-demo-port = Serve the first desk at this port and the others at the next two; the desks talk at ports ten higher
help-backup = Write the whole node into one file, while it serves on
help-backup-example = {"  "}liaison backup /mnt/safe/kr-2026-11-22.backup

    The file is as secret as the node. Keep tombstones.jsonl of the node's folder beside it, and
    newer than it: a restore replays from it what was withdrawn and erased since.
help-backup-file = File to write; must not exist
help-restore = Make a node from a backup, and replay what was withdrawn and erased since
help-restore-example = {"  "}liaison --dir ./kr restore /mnt/safe/kr-2026-11-22.backup --tombstones /mnt/safe/tombstones.jsonl
help-restore-file = The backup
help-restore-tombstones = The newest tombstones.jsonl of the node [default: the one beside the backup, or left in the folder]
help-import = Read a file into this node's journal: one commit, all or nothing for what is accepted
help-import-example =
    {"  "}liaison import victims-2025.xlsx --dataset kr-mofa --grade B2 --handling "TLP:AMBER to:kh.npc"
    {"  "}zcat entities.ftm.json.gz | liaison import - --as ftm-entities --dataset leaks
    {"  "}liaison import desk.csv --dates dmy --country kh --dry-run --save-mapping desk.json
    {"  "}liaison import desk.csv --mapping desk.json

    Rows that cannot be read are set aside with their reason; the rest is kept. Nothing is
    shared. Unmarked means that it stays with this agency.
    Exit status: 0 all rows read, 1 some set aside, 2 file unreadable, 3 refused by policy.
help-import-files = Files, or - for standard input; OFAC's sdn.csv may be followed by alt.csv and add.csv
help-import-format = Format, where it cannot be told: ftm-entities, ftm-statements, ofac-sdn, un-consolidated, chat, csv, xlsx, situation-figures, situation-places, situation-events, travel-restrictions
help-import-mapping = Column mapping (JSON); without it, one is proposed and shown
help-import-sheet = Sheet of a workbook [default: the first one that has rows]
help-import-dataset = Dataset to write into [default: the file's name]
help-import-source = Document or person that it comes from
help-import-grade = Grade, such as B2
help-import-handling = Handling words for every statement [default: this agency only; published lists TLP:CLEAR]
help-import-dates = Which comes first in dates such as 05/06/2025: dmy or mdy
help-import-country = Country of phone numbers without a prefix, such as kr [default: the mapping's, or the agency's]
help-import-save-mapping = Write the proposed mapping to this file, to be changed and given with --mapping
help-import-dry-run = Show what would be written, write nothing
help-import-yes = Use the proposed mapping without asking; without a terminal nobody is asked either
help-export = Write facts to files
help-export-example =
    {"  "}liaison export --as ftm --out ./export --dataset situation
    {"  "}liaison export --as statements --out everything.csv --reveal criminal-investigation

    Only `statements` comes back without loss; the others say what they left out. People are
    uncovered for a purpose only, and each of them is in the record of looks.
help-export-format = FtM entities in two files (ftm), every statement (statements), a list (csv, xlsx)
help-export-out = File to write, for ftm the folder; must not exist; - for standard output [default: statements.csv, list.csv or list.xlsx; for ftm the folder in which you are]
help-search = Find what mentions something, in any of the region's scripts
help-search-example =
    {"  "}liaison search ភ្នំពេញ
    {"  "}liaison search "golden triangle" --schema Figure --country LA --facets
help-search-words = What to look for; empty lists everything that the filters let through
help-search-facets = Count schemata, datasets and countries, too
help-show = Show one entity with every claim about it and who makes it
help-show-example = {"  "}liaison show figure-F001
help-show-id = Id of the entity; of our own the part after the colon is enough
help-show-emergency = Uncover in an emergency whom the rules cover, for this reason; a second person reviews it within 24 hours
help-show-adjacent = Show what it points at and what points at it, too
help-history = Show what was committed, or everything ever said about one entity
help-history-example =
    {"  "}liaison history
    {"  "}liaison history figure-F001
help-history-id = Id of an entity
help-history-before = Only commits before this one
help-screen = Look for everybody in a table among those that are known
help-screen-example =
    {"  "}liaison screen passengers.csv --against us-ofac-sdn --out hits.csv
    {"  "}liaison screen passengers.csv --against watchlist.csv --id "Booking no" --at-least 0.8
    Writes CSV with the columns query, name, record, caption, schema, score, match, explanation: a line for each record that a row may be. A score is the probability where as many rows are known as are not; match is true from 0.5 on. Covered birth dates and addresses of people in the node do not count: they could be found by trying.
    Exit status: 0 all rows read, 1 some rows skipped, 2 file unreadable, or no such dataset
help-screen-queries = Table with a row for each person or thing to look for
help-screen-against = A dataset of this node, or another table
help-screen-schema = What a row is about, where it has no column schema
help-screen-id = Column that names the rows; otherwise they are numbered from 1
help-screen-limit = Most records for each row
help-screen-at-least = Least score that is told, from 0 to 1
help-screen-out = File to write, whole or not at all; otherwise standard output
help-resolve = List pairs of records that may be one person, organisation or place, and why
help-resolve-example =
    {"  "}liaison resolve
    {"  "}liaison resolve --schema Person --dataset kr-mofa --at-least 0.9 --json
    {"  "}liaison resolve --since 12
    Pairs that are judged already are left out. People stay covered: `liaison show ID --reveal PURPOSE` uncovers one. Weights are log2 of how much likelier the two values are in one than in two; they begin at -3.
    Exit status: 0 listed
help-resolve-at-least = Least probability, from 0 to 1
help-resolve-since = Only pairs of which one record was spoken of in this commit or later: what an import brought
help-resolve-over-common = List the numbers that too many records share to bring them together
help-judge = Say whether two records are one person, organisation or place, and why
help-judge-example =
    {"  "}liaison judge sdn-36 kr-1204 same --reason "same passport number in both lists"
    {"  "}liaison judge sdn-36 kr-1204 unsure --reason "one name, no date of birth"
    Nothing is merged: both records stay as they are, and `show` says which records are one. Of two judgements about one pair the later counts. `liaison undo COMMIT` takes one back.
    Exit status: 0 judged, 2 no such record, or records that were judged different
help-judge-first = Id of a record, as `liaison search` shows it
help-judge-second = Id of the other record
help-judge-verdict = Whether they are one: same, different, or unsure
help-judge-reason = Why, in a few words that name nobody
help-looks = Show who uncovered or printed which record, when and for what; records by their ids
help-looks-example =
    {"  "}liaison looks --officer min --from 2026-01-01
    {"  "}liaison looks --accounts --account min
help-looks-officer = Only those of this account
help-looks-record = Only those at the record with this id
help-looks-accounts = Show what was done with accounts, sessions and tokens instead
help-looks-account = Only acts on this account or token; with --accounts
help-looks-from = Only those from this day or moment on
help-looks-to = Only those up to this day or moment
help-looks-before = Only those before this number
help-emergency = List looks in an emergency, and review them as the second person
help-emergency-example =
    {"  "}liaison emergency list --state overdue
    {"  "}liaison emergency review 41 confirmed
    {"  "}liaison emergency review 42 rejected --reason "the report was closed"
help-emergency-list = List who uncovered whom against the rules, why, and what a second person holds of it
help-emergency-list-state = Only those that stand so: waiting, overdue, confirmed or rejected
help-emergency-review = Say, as the second person, whether a look was right; what was said stays
help-emergency-review-look = Number of the look in the chain of looks
help-emergency-review-verdict = confirmed or rejected
help-emergency-review-reason = Why, in words that name nobody; a rejection needs it
help-undo = Undo an import or a judgement: withdraw everything that it brought, with the rows that came in mended
help-undo-example = {"  "}liaison undo 2 --reason "wrong file"
help-undo-only = This commit alone: not the others of the same import
help-undo-commit = Number of the commit, as `liaison history` shows it
help-withdraw = Withdraw one statement of this agency
help-withdraw-example = {"  "}liaison withdraw 0123456789abcdef0123456789abcdef --reason "wrong person"
help-share = Share statements with another agency, and write the file that takes them there
help-share-example = {"  "}liaison share 0123456789abcdef0123456789abcdef --to kh.npc --marks "TLP:AMBER H2 to:kh.npc" --out for-kh.jsonl
help-share-statements = Ids of statements; without any, the file for the peer is written anew
help-share-record = A record, of which every statement of ours goes; may be repeated
help-share-to = The agency that gets it
help-share-marks = What it may do with it
help-share-out = File with everything that the agency has not confirmed
help-share-dry-run = Only say what would go, to whom and under which marks
help-receive = Take what another agency sent: statements, withdrawals, receipts
help-receive-example = {"  "}liaison receive for-kh.jsonl --receipts back-to-kr.jsonl
help-receive-file = File that `share` or `receive` wrote
help-receive-receipts = File for the receipts that the sender waits for
help-pull = Ask other agencies' nodes for what they wrote for this one, and give receipts back
help-pull-example = {"  "}liaison pull kh.npc
help-pull-peer = The agency to be asked; without one, each whose card names an address
help-ask = Ask another agency whether it knows identifiers of a case: hit or no hit, and nothing more
help-ask-example = {"  "}liaison ask kh.npc --file numbers.csv --case 2026-0007 --purpose rescue
help-ask-peer = The agency to be asked; it learns that it was asked, for which case and purpose, and not what
help-ask-file = CSV with the columns kind and value, and birth for people; at most 500 lines
help-ask-case = Number or id of the case that needs it; you must be let into it
help-ask-purpose = What for, such as rescue or criminal-investigation; the agreement must cover it
help-peer = Other agencies: cards, agreements, and who has not confirmed
help-peer-example = {"  "}liaison peer list
help-peer-card = Show this agency's card with the six words to be read aloud, or make the next one
help-peer-card-example = {"  "}liaison peer card --name "ko=가상 경찰" --name "en=Fictional Police" --root-key keys/root.json --out kr.card
help-peer-card-name = Name of the agency in a language; may be repeated
help-peer-card-endpoint = Where other nodes reach this one, liaison://HOST:PORT; may be repeated
help-peer-card-revoke = A public node key, 64 hexadecimal digits, that speaks for the agency no longer
help-peer-card-after = Number of the last entry in each log that this key is believed for
help-peer-card-root-key = File with the root key; its passphrase is that of the node key
help-peer-card-out = File for the card; its text also fits a QR code
help-peer-add = Take the card of another agency, after its officer read six words aloud
help-peer-add-example = {"  "}liaison peer add kh.card --words "erode record smoke tired path record"
help-peer-add-file = File with the card
help-peer-add-words = The six words; a later card of a known agency needs none
help-peer-list = Show who is known, what was agreed, and what waits for confirmation
help-peer-agree = Propose an agreement, sign one, or take one that both heads signed
help-peer-agree-example = {"  "}liaison peer agree kh.npc --allow "H0 H2 about:suspect" --until 2027-12-31T00:00:00Z --root-key keys/root.json --out kr-kh.agreement
help-peer-agree-peer = The other agency
help-peer-agree-file = File with an agreement that the other side proposed or signed
help-peer-agree-allow = Handling codes, categories of people and purposes that may pass, such as "H0 H2 about:suspect for:rescue"
help-peer-agree-until = Until when it binds
help-peer-agree-evaluations = How many hit-or-no-hit evaluations each side may ask in a day
help-peer-agree-root-key = File with the root key, with which the head signs
help-peer-agree-out = File for the agreement
help-peer-revoke = Break with an agency: nothing goes to it, and only its withdrawals are taken
help-peer-revoke-example = {"  "}liaison peer revoke kh.npc --reason "agreement broken"
help-peer-revoke-peer = The other agency
help-peer-asked = Show what an agency asked by hit or no hit: when, for which case and purpose, how much
help-peer-asked-example = {"  "}liaison peer asked kr.npa
help-peer-asked-peer = The agency
help-peer-asked-ours = What this agency asked of it instead
help-request = Ask another agency, and answer what others ask: six kinds, with clocks that both sides see
help-request-example =
    {"  "}liaison request new --to kh.npc --kind welfare-check --urgency urgent --case C-2026-0001 \
    {"  "}    --purpose rescue --law "Fictional Treaty, article 4" --marks "TLP:AMBER H2 about:victim" \
    {"  "}    --ask "Is the person well?" --about "+855 00 000 000"
    {"  "}liaison request approve RQ-2026-0001
    {"  "}liaison request send RQ-2026-0001 --out for-kh.jsonl
help-request-new = Draft a request in a case; it says who asked about the same already, and goes nowhere
help-request-new-to = The agency that is asked
help-request-new-kind = information, preservation, freeze, takedown, welfare-check or rescue
help-request-new-urgency = life-at-risk (1 h to acknowledge, 8 h to answer), urgent (3 days) or ordinary (7 days)
help-request-new-purpose = What the answer is used for, such as rescue or criminal-investigation
help-request-new-law = Law, treaty or agreement under which it is asked
help-request-new-ask = What is asked, in words; may be repeated
help-request-new-about = What is known of the subject: a name, number, account or address; may be repeated
help-request-new-subject = Id of our record of the subject; it stays here
help-request-new-marks = What the other agency may do with it, and about whom it is
help-request-new-until = After this moment nobody needs an answer
help-request-list = List requests with their clocks: what is late first
help-request-list-sent = Only those that this agency sent or drafted
help-request-list-received = Only those that others sent to this agency
help-request-list-open = Only those on which somebody's word is awaited
help-request-show = Show a request with every word of both sides; people stay covered
help-request-show-reveal = Uncover what it says for this purpose; a look is recorded
help-request-approve = Approve a draft; where the agreement says two-people, not one's own
help-request-send = Send an approved request: from now on its clock runs
help-request-accept = Say that what is asked will be done
help-request-refuse = Refuse, with the reason and the law
help-request-refuse-text = Why, in words that name nobody
help-request-refuse-law = Law, treaty or agreement on which the refusal rests
help-request-clarify = Ask back, or answer what was asked back
help-request-answer = Answer a request
help-request-answer-text = The answer in words
help-request-answer-partly = More will follow
help-request-answer-record = Id of a record that was given; what goes of it is shared by `liaison share`; may be repeated
help-request-answer-law = Law, treaty or agreement on which the answer rests
help-request-feedback = Tell who answered what became of it
help-request-close = Close an answered, refused or expired request
help-request-recall = Call a request back; what the other side did before stands
help-request-escalate = Put a late request before the other agency's duty officer
help-any-request = Number or id of the request
help-any-marks = Under which marks it goes; those of the request where none are named
help-any-out = File with everything that the other agency has not confirmed
help-erase = Erase one statement by law: its bytes go, the proof that it was there stays
help-erase-example = {"  "}liaison erase 0123456789abcdef0123456789abcdef --authority "Seoul Central District Court 2026-77"
help-erase-authority = Who ordered it, with the number of the order
help-figures = Show published figures by the question that they answer
help-figures-example =
    {"  "}liaison figures "held Cambodia October 2025"
    {"  "}liaison figures --conflicts
    {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
help-figures-words = Only questions in which all of these words stand
help-figures-conflicts = Only questions with figures in conflict
help-figures-all = Questions with a single answer, too
help-world = Simulated regions whose truth is known
help-world-score = Measure what working together brings: each agency alone, three nodes together, and all-seeing
help-world-score-example =
    {"  "}liaison world score --seed 1
    {"  "}liaison world score --seeds 20 --people 2000 --json
help-world-score-seed = Seed of the region; the same seed gives the same region
help-world-score-seeds = As many regions, with seeds from --seed on; of several the table has 95 % intervals
help-world-score-people = How many people are lured in it; a hundred transfers go with each
help-estimate = Estimate how many people are on none of several overlapping lists
help-estimate-example =
    {"  "}liaison estimate counts.csv
    {"  "}liaison estimate counts.csv --all --json
    {"  "}liaison estimate counts.csv --model police:embassy,embassy:ngo
help-estimate-file = Table with one column of 0 and 1 per list, and one called `count`
help-estimate-from-node = Count the people on the node's own records, instead of a table
help-estimate-by = What makes a list: each dataset, each agency that took reports, or each way in which they came
help-estimate-lists = This list, by its key; again for each [default: all of them, up to 9]
help-estimate-likely = Take pairs that wait for a judgement as one person from this probability on, 0.5 to 1
help-estimate-method = How to estimate [default: bic; of two lists: chapman]
help-estimate-all = By every method that answers for so many lists
help-estimate-model = By this log-linear model: lists by number, as in [12,23], or by name, as in police:embassy
help-estimate-seed = Seed of the replicates; the same seed gives the same limits
help-estimate-replicates = Tables drawn anew for the limits; 0 for the narrower limits of one model
help-estimate-order = At most so many lists in one interaction of a model
help-figures-publish = Write the figures that anybody may have as a table, each with its source
help-figures-publish-example =
    {"  "}liaison figures publish --out figures.csv
    {"  "}liaison figures publish --as sdmx-csv --out figures.sdmx.csv
help-figures-mark = Mark a figure: different question, superseded, or preferred with a reason
help-figures-mark-example =
    {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
    {"  "}liaison figures mark figure-F131 --preferred --reason "primary source"
help-figures-mark-figure = Id of the figure
help-figures-mark-different-question = It answers another question
help-figures-mark-superseded = It no longer holds
help-figures-mark-superseded-by = It no longer holds; this figure took its place
help-figures-mark-preferred = Of several answers this is the one to use; it takes the place of one that was preferred earlier
help-figures-unmark = Take a judgement about a figure back, with a reason; it stays in the history of the figure
help-figures-unmark-judgement = Id of the judgement, as `liaison figures` shows it
help-report = Take reports on people missing or held, and say how far each has come
help-report-example = 
    {"  "}liaison report add --name 강서윤 --phone 010-0012-3456 --last-contact 2025-08 --source "family, by phone"
    {"  "}liaison report overview --on 2025-09-01
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05
help-report-add = Take a report, or add what another source tells to one
help-report-add-example = 
    {"  "}liaison report add --name 강서윤 --name "Kang Seo-yun" --last-contact 2025-08 --place "near Poipet"
    {"  "}liaison report add --name "Tran Van A" --set danger=high --set safeToCall=no --set person.nationality=vn
    {"  "}liaison report add --to R-2026-0001 --phone +855120000001 --source "friend, at the embassy"
help-report-add-name = Name of the person, in any script; several times for several spellings
help-report-add-phone = A phone of the person
help-report-add-place = Where the person is held, as told
help-report-add-last-contact = When anyone last heard from the person; 2025-08 where only the month is known
help-report-add-reported = When the report was made; today where it is absent
help-report-add-set = Any other field, such as danger=high, safeToCall=no, howLured=…, person.birthDate=1998
help-report-add-mail = Fill what is not typed from an e-mail as it was sent or saved (.eml); - reads it from standard input
help-report-add-source = Who told it and how, in words that name nobody
help-report-add-handling = Handling marks; without any it stays with this agency
help-report-add-to = Add to this report instead, as another source
help-report-add-judge = Whether a report that is there is the same: REPORT=same, REPORT=different or REPORT=unsure
help-report-add-because = Why, in a few words that name nobody
help-report-add-anyway = Take it even where reports that are there may be about the same person
help-report-list = List reports, what is due first first
help-report-list-example = 
    {"  "}liaison report list --view late
    {"  "}liaison report list --stage located --age over-180 --on 2025-09-01
help-report-list-view = Only those of a saved view
help-report-list-stage = Only those at a stage
help-report-list-age = Only those open for so long
help-report-list-month = Only those made in this month
help-any-on = Counted on this day, instead of today
help-report-overview = Count all reports: settled, open by stage and age, by month
help-report-show = Show every stage of a report, with who said it
help-any-report = Number or id of the report
help-report-stage = Say that a report has reached a stage; nothing that others said goes
help-report-stage-example = 
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05 --authority kh.npc
    {"  "}liaison report stage R-2026-0001 repatriated --reason "came back alone"
    {"  "}liaison report stage R-2026-0001 closed --closing returned-home
help-report-stage-stage = reported, verified, located, in-danger, rescue-requested, rescued, screened, in-care, repatriated or closed
help-report-stage-date = When it was reached; today where it is absent
help-any-authority = Which agency says so; this one where it is absent
help-report-stage-reason = Why, where a stage is left out or gone back on
help-report-stage-closing = Why the report is closed: returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded or other
help-report-stage-death-cause = What a person who is dead died of, or that it is under investigation
help-report-stage-kin-told-by = Who told the next of kin
help-report-stage-kin-told-on = When the next of kin were told
help-report-stage-follows = Id of the stage that you had before you, so that two who act at once are both kept
help-report-check = Note a welfare check, and when the next is due
help-report-check-example = 
    {"  "}liaison report check R-2026-0001 --channel call --outcome heard-from --next 2026-01-12
help-report-check-channel = call, message, video, visit, family or register
help-report-check-outcome = heard-from, seen, not-reached, refused or worse
help-report-check-date = When it was made; today where it is absent
help-report-check-note = What was said, seen or heard
help-report-check-next = By when the next check is due
help-report-publish = Write counts of reports as a table that anybody may have: cells of fewer than 11 people, and what would let them be worked out, are withheld
help-report-publish-example =
    {"  "}liaison report publish --by stage --by year --out reports.csv
    {"  "}liaison report publish --by nationality --as sdmx-csv
help-report-publish-by = What reports are told apart by; one to three of them
help-report-similar = Show reports that may be about the same person, with what speaks for it
help-report-judge = Say whether two reports are one; taken back, each stands by itself again
help-report-judge-example = 
    {"  "}liaison report judge R-2026-0001 R-2026-0004 same --reason "one phone, told to two desks"
help-report-judge-other = Number or id of the other report
help-report-judge-verdict = same, different or unsure
help-report-judge-reason = Why, in a few words that name nobody
help-report-take-back = Take a stage or a check back; it stays in History
help-report-take-back-entry = Id of the stage or check, as `liaison report show` tells it
help-case = Work in cases: tasks, notes, decisions, evidence, timeline, members
help-case-example = 
    {"  "}liaison case open --template rescue "two people in Bavet"
    {"  "}liaison case link C-2026-0001 R-2026-0001
    {"  "}liaison case show C-2026-0001
help-case-open = Open a case after a template; its opener is let in
help-case-open-example = 
    {"  "}liaison case open --template missing-person "a man last seen in Poipet"
help-case-open-title = What it is called, in words that name nobody
help-case-open-template = missing-person, rescue, raid, money-trace, advert-campaign, rfi, rft, or one of the folder templates
help-case-list = List cases, the newest first
help-case-list-mine = Only those into which you are let
help-case-list-closed = Those that are closed, too
help-case-show = Show a case with its tasks, entries, evidence and people's tracks
help-any-case = Number or id of the case
help-case-task = Add a task with an owner and a deadline
help-case-task-example = 
    {"  "}liaison case task C-2026-0001 "Call the shelter" --assignee yoon --due 2026-12-01
help-case-task-title = What is to be done
help-any-assignee = Who is to do it
help-any-due = By when, as a day
help-case-task-group = The heading under which it stands
help-case-update = Change a task: its status, owner or deadline
help-case-update-task = Id of the task, as `liaison case show` tells it
help-case-update-status = open, started, waiting, done or dropped
help-case-note = Note something
help-case-decide = Record a decision with its reason
help-case-event = Put an event into the timeline
help-any-text = What is said, in words that name nobody where possible
help-any-date = When; today where it is absent
help-case-link = Link reports, people, places or anything else
help-case-link-records = Ids of records, or numbers of reports
help-case-let-in = Let an officer into a case
help-case-let-out = Let an officer out: from then on they read nothing of it
help-any-officer = User name of the officer
help-case-close = Close a case for a reason
help-case-reopen = Open a closed case again for a reason
help-case-evidence = Keep a file as evidence, by its hash
help-case-evidence-file = The file
help-case-evidence-taken-from = Where and from what it was taken
help-case-hand-over = Hand evidence over, or answer an offer; each signs for themself
help-case-hand-over-evidence = Id of the piece of evidence
help-case-hand-over-to = To whom it is offered
help-case-hand-over-accept = Accept what is offered to you; its hash is computed again
help-case-hand-over-refuse = Refuse what is offered to you
help-case-timeline = Write the timeline as Timesketch CSV, or bring one in
help-case-timeline-out = Write it to this file
help-case-timeline-import = Bring in this table: message, datetime, timestamp_desc; all rows or none
help-case-export = Write a whole case as a file for another node
help-case-export-out = The file, which must not be there
help-case-export-reveal = Uncover its people for this purpose; a look is recorded. Without, they stay covered
help-case-import = Bring a case file in; you are its only member
help-case-import-file = The case file
help-case-take-back = Take an entry, task, change or piece of evidence back; it stays in History
help-any-entry = Its id, as `show` tells it
help-screening = Screen people after a form, and see who waits
help-screening-example = 
    {"  "}liaison screening queue
    {"  "}liaison screening forms ilo-11
    {"  "}liaison screening enter PERSON --form ilo-11 --answer deception=yes --result presumed-victim --age-group adult
help-screening-forms = List the screening forms, show one, or add one of your own
help-screening-forms-form = Id of a form, or id and version
help-screening-forms-add = A form as YAML; an unknown key is refused with file, line and field
help-screening-enter = Enter a screening: one agency's dated word. A score decides nothing
help-any-person = Id of the person
help-screening-enter-result = presumed-victim, identified-victim or not-a-victim
help-screening-enter-form = The form that was asked after
help-screening-enter-answer = An answer, such as deception=yes; yes, no or not-asked
help-screening-enter-age-group = child, adult or unknown, by the law of the country
help-screening-enter-needs = What the person needs now
help-screening-queue = Who waits: children first, then by score, then whoever waits longest
help-screening-show = Show both tracks of a person, side by side
help-screening-take-back = Take a word on a track back; it stays in History
help-procedure = Say what authorities did with somebody, and whom partners may be told of
help-procedure-example = 
    {"  "}liaison procedure enter PERSON detained --authority kh.npc --basis immigration-law
    {"  "}liaison procedure suspects kh.npc
    {"  "}liaison procedure law TH
help-procedure-enter = Enter a step: one authority's dated act on a named law
help-procedure-enter-step = suspected, wanted, detained, charged, released, deported, expelled, extradited or tried
help-procedure-enter-authority = Which authority did it
help-procedure-enter-basis = On which law: a code of `liaison procedure law`, or in words
help-procedure-non-punishment = Consider non-punishment: a record of its own
help-procedure-non-punishment-alleged = What the person is said to have done
help-procedure-non-punishment-exploitation = How that was a part of the exploitation, or that it was not
help-procedure-non-punishment-authority = Which authority decides
help-procedure-non-punishment-decision = considered, applied, applied-in-part or refused
help-procedure-non-punishment-appeal = none, open, allowed or dismissed
help-procedure-release = Let a presumed victim be named to a partner; you answer for it by name
help-procedure-release-to = To this agency only
help-procedure-suspects = Whom an agency may be told of; the others are counted as withheld
help-procedure-suspects-agency = Code of the agency
help-procedure-law = The rules of a country, each value with its source
help-procedure-law-country = Two letters; the node's own where absent
help-procedure-law-check = Check this file instead
help-procedure-take-back = Take a step, a consideration or a release back; it stays in History
help-compound = Keep the register of compounds: names, buildings, gates, status, owners, reports
help-compound-example = 
    {"  "}liaison compound add --name "Demonstration Park" --country kh --place place-bavet --source "press"
    {"  "}liaison compound status "Demonstration Park" raided --date 2026-01-12 --source "the police, by phone"
    {"  "}liaison compound show "Demonstration Park"
help-compound-add = Put a compound into the register, or add to one
help-compound-add-example = 
    {"  "}liaison compound add --to "Demonstration Park" --gate "North gate" --latitude 11.06 --longitude 106.1 --precision 2000 --source "a map"
help-compound-add-name = What it is called; may be repeated
help-compound-add-alias = What else it is called, in any script; may be repeated
help-any-language = Language of the names, such as khm or kor
help-compound-add-country = In which country it lies (two letters)
help-compound-add-place = Id of the larger place in which it lies
help-compound-add-building = Name or number of a building; may be repeated
help-compound-add-gate = A way in or out; may be repeated
help-compound-add-latitude = Degrees north, with --longitude and --precision
help-compound-add-longitude = Degrees east
help-compound-add-precision = How far off the point may be, in metres
help-compound-add-set = Any other field, such as scamTypes=investment or openedAt=2022
help-any-source = From which paper, or from whom, in words that name nobody
help-compound-add-handling = Who may see it, such as TLP:AMBER; this agency alone where it is absent
help-compound-add-to = Add to this compound, by id or name
help-compound-list = List compounds with their status; words find names in any script
help-compound-list-text = Words of a name, in any script
help-compound-list-country = Only those in this country (two letters)
help-compound-list-status = Only those whose latest status is this
help-compound-list-disputed = Only those on which agencies disagree
help-compound-show = Show a compound: facts with sources, statuses side by side, ties, raids, reports that name it
help-any-compound = Id of the compound, or a name that it alone has
help-compound-status = Enter an agency's dated word on whether it runs; raided is not closed
help-compound-status-example = 
    {"  "}liaison compound status "Demonstration Park" closed --date 2026-02 --authority kh.npc --source "letter of the province"
help-compound-status-status = suspected, active, raided, partly-closed, closed or moved
help-compound-link = Tie a report, a record, a firm or a phone to a compound
help-compound-link-example = 
    {"  "}liaison compound link "Demonstration Park" report R-2026-0001 --source "the family's message"
    {"  "}liaison compound link "Demonstration Park" phone --phone +85510000001 --source "an advert"
help-compound-link-kind = owner, tenant, operator, phone, report, other or unrelated
help-compound-link-record = Number of a report, or id of a record
help-compound-link-firm = Name of a firm of which there is no record; somebody is named by their record alone
help-compound-link-phone = A number that is used there
help-compound-alias = Add names to a compound, in any script; the search finds it by each
help-compound-alias-example = 
    {"  "}liaison compound alias "Demonstration Park" 演示园区 --language zho --source "an advert"
help-compound-alias-names = Names, in any script
help-compound-take-back = Take a word, a tie or a compound back; it stays in History
help-travel = Keep travel restrictions: where not to travel, since when, says whom
help-travel-example = 
    {"  "}liaison travel add "Travel ban" --country kh --place place-bavet --rank 4 --issued-by MOFA --source "notice of 2026-01-12"
    {"  "}liaison import situation/restrictions.csv
    {"  "}liaison travel list --report R-2026-0001
help-travel-add = Enter a restriction with its source
help-travel-add-title = Heading of the notice
help-travel-add-country = Country (two letters)
help-travel-add-place = Id of the province or place; the whole country where it is absent
help-travel-add-kind = advice, entry-ban, exit-ban, permit-needed, crossing-closed or visa-change
help-travel-add-level = The level in the issuer's own words
help-travel-add-rank = The same from 1, take normal care, to 4, do not travel; 3 and 4 warn
help-travel-add-applies-to = For nationals of these countries; for all where it is absent
help-travel-add-issued-by = Which ministry or authority issued it
help-travel-add-from = From when; today where it is absent
help-travel-add-to = Until when; without an end where it is absent
help-travel-list = List where not to travel, the gravest first
help-travel-list-place = Only those that concern this compound or place
help-travel-list-report = Only those on a place that this report names
help-travel-list-ended = Those that ended, too
help-travel-lift = Say until when a restriction holds
help-travel-lift-restriction = Id of the restriction
help-travel-lift-to = The last day; today where it is absent
help-travel-take-back = Take a restriction back that was entered by hand; it stays in History
help-operation = Plan operations; count people, source by source; say who and what was found
help-operation-example = 
    {"  "}liaison operation plan "Invented raid" --place "Demonstration Park" --date 2026-01-12
    {"  "}liaison operation count OPERATION brought-out 15 --nationality kr --source "police statement"
    {"  "}liaison operation find OPERATION person PERSON
help-operation-plan = Plan an operation
help-operation-plan-name = What it is called, in words that name nobody
help-operation-plan-kind = raid, rescue, search, arrest, sweep or handover
help-operation-plan-date = When; may lie ahead
help-operation-plan-place = Id of the place, or name of the compound
help-operation-plan-agencies = Ids of the agencies' records, the leading one first
help-operation-plan-plan = What is planned
help-operation-plan-case = Case whose members alone may read of it
help-operation-list = List operations, the latest first
help-operation-show = Show an operation: counts with their sources, finds, people with both tracks
help-any-operation = Id of the operation
help-operation-state = Say how far an operation is
help-operation-state-about = Id of the operation
help-operation-state-state = planned, under-way, done or called-off
help-operation-count = Count people as one source tells it; numbers are never added up
help-operation-count-role = found, brought-out, victim, suspect, undetermined, arrested, child, hurt or killed
help-operation-count-people = How many
help-operation-count-nationality = Of which nationality (two letters); of all where it is absent
help-operation-find = Say who or what was found
help-operation-find-kind = person, seizure or report
help-operation-find-record = Id of the person or piece of evidence, or number of the report
help-operation-find-what = What was seized, with a count
help-operation-find-exhibit = SHA-256 of the file that shows it
help-operation-take-back = Take a word, a count or a find back; it stays in History
help-manifest = Keep manifests of people who travel home together, with a stage for each
help-manifest-example = 
    {"  "}liaison manifest open "first flight" --flight KE690 --date 2026-01-20 --from kh --to kr
    {"  "}liaison manifest add M-2026-0001 PERSON
    {"  "}liaison manifest csv M-2026-0001 --out flight.csv --reveal repatriation
help-manifest-open = Open a manifest: it gets a number
help-manifest-open-title = What it is called, in words that name nobody
help-manifest-open-flight = Flight number, such as KE690
help-manifest-open-date = When they travel; may lie ahead
help-manifest-open-from = Country that they leave (two letters)
help-manifest-open-to = Country to which they go home (two letters)
help-manifest-open-operation = Id of the operation in which they were found
help-manifest-list = List manifests with how many are at which stage
help-manifest-show = Show who is on a manifest, by record alone, with stage and screening
help-any-manifest = Number or id of the manifest
help-manifest-add = List people on a manifest
help-manifest-add-people = Ids of the people's records
help-manifest-stage = Say how far somebody on a manifest is
help-manifest-stage-about = Id of the line, as `liaison manifest show` tells it
help-manifest-stage-state = listed, documents, cleared, boarded, arrived, handed-over or removed
help-manifest-csv = Write a manifest as CSV
help-manifest-csv-out = The file, which must not be there
help-manifest-csv-reveal = Uncover the people for this purpose; a look at each is recorded. Without, they stay covered
help-manifest-take-back = Take a line or a stage back; it stays in History
help-names = Compare names across scripts, and list how a name may be spelt
help-names-compare = Say of each pair of names how likely they are one, and why
help-names-compare-example =
    {"  "}liaison names compare pairs.csv > answers.csv
    {"  "}liaison names compare pairs.csv --json --out answers.jsonl
help-names-compare-pairs = Table with the columns name1 and name2, and if you like schema (Person, Company, Address) and country
help-names-compare-out = File to write instead of standard output
help-names-spell = List likely spellings of a name by script
help-names-spell-example = {"  "}liaison names spell 박근혜
help-names-spell-name = The name, in any script
help-link = Find which records of one or two tables are the same person or thing
help-link-example =
    {"  "}liaison link victims.csv --out clusters.csv
    {"  "}liaison link kr-mofa.csv kh-police.csv --id "Report no" --out clusters.csv --explain pairs.csv
    Exit status: 0 all rows read, 1 some rows skipped, 2 file unreadable
help-link-files = One table to look for doubles in, or two to link
help-link-out = File to write: source, record, cluster, probability of every row
help-link-id = Column that names the records; without it, rows are counted from 1
help-link-without = Column that must not be compared; may be given several times
help-link-dates = Which comes first where a date is written 05/06/2025
help-link-explain = File to write: each pair that may be one, with what each column says about it
help-link-judgements = What people decided about pairs: a table as --explain writes it, with a column verdict (same, different, not sure)
help-advert = Find the bait and who casts it: adverts read with reasons, clustered, kept, and taken down
help-advert-example = {"  "}liaison advert score adverts.csv > scored.jsonl
help-advert-score = Say of each text how like such adverts it is, why, and whom it names: one line of JSON each
help-advert-score-example =
    {"  "}liaison advert score adverts.csv > scored.jsonl
    {"  "}liaison advert score adverts.jsonl --model ours.model --labels decision
help-advert-score-file = Table or lines of JSON with the columns id and text
help-advert-score-model = Model that train wrote from your own decisions
help-advert-score-labels = Column with what was decided (1 or 0): says how good the scores are
help-advert-score-ask = Give only so many texts, those whose decision would teach a model most
help-advert-cluster = Find texts that come from one hand, and what each puts into the gaps of their template
help-advert-cluster-example = {"  "}liaison advert cluster adverts.csv > clusters.jsonl
help-advert-cluster-file = Table or lines of JSON with the columns id and text
help-advert-train = Learn a model from texts that were decided about
help-advert-train-example = {"  "}liaison advert train decided.csv --label decision --out ours.model
help-advert-train-file = Table or lines of JSON with the column text and one with what was decided
help-advert-train-label = Column with what was decided: 1 for an advert of the kind, 0 for another text, empty for neither
help-advert-train-out = File to write the model to
help-advert-add = Take adverts into the node, from files or as a pasted text; what is there already is recognised
help-advert-add-example =
    {"  "}liaison advert add found.jsonl crawl.warc.gz page.html letter.eml --source "crawl of 1 November"
    {"  "}liaison advert add --text "高薪招聘 …" --platform demo-chat --picture shot.png
help-advert-add-files = Tables and lines of JSON with the column text (and id, url, platform, posted, seen, language, source), web pages, e-mails, web archives
help-advert-add-text = The words of one advert
help-advert-add-picture = A picture of it, kept as an exhibit
help-any-url = Where it stood
help-any-platform = The platform
help-any-handling = Handling marks; without any it stays with this agency
help-any-posted = When it was posted
help-any-seen = When it was seen; now where nothing says it
help-advert-watch = Take in what is put into a folder, until it is stopped; each file is then moved to taken or set-aside
help-advert-watch-example = {"  "}liaison advert watch incoming/ --platform demo-board --source "hotline mailbox"
help-advert-watch-folder = Folder into which programs or people put files
help-advert-watch-once = Take in what is there now, and end
help-advert-list = List adverts, the highest score first
help-advert-list-example = {"  "}liaison advert list --band many-signs --clusters
help-advert-list-band = Only those of one band
help-advert-list-language = Only those in one language, three letters
help-advert-list-platform = Only those of one platform
help-advert-list-place = Only those that name a place of the gazetteer
help-advert-list-standing = Only those that stand so: open, judged, marked, asked, removed, refused, back-up, appealed, kept or delisted
help-advert-list-cluster = Only those of the cluster in which this advert is
help-advert-list-clusters = One advert of each cluster alone
help-advert-show = Show an advert with its reasons, its cluster, and where else its contacts turn up
help-advert-show-advert = Id of the advert
help-advert-judge = Say whether something is an advert of the kind; earlier words stay
help-advert-judge-example = {"  "}liaison advert judge advert-4f09… advert --because "same Telegram name as the Bavet reports"
help-advert-judge-advert = Id of the advert
help-advert-judge-verdict = advert, or other where it is none
help-any-because = Why, in a few words that name nobody
help-advert-learn = Learn from what officers decided about adverts, and read all adverts with it from now on
help-advert-takedown = Have adverts removed: mark them, ask platforms in batches, read what they answer
help-advert-takedown-say = Say how far the removal of adverts is: marked, unmarked, asked, removed, refused, back-up, appealed, kept or delisted
help-advert-takedown-say-example =
    {"  "}liaison advert takedown say marked advert-4f09… advert-77c1…
    {"  "}liaison advert takedown say delisted advert-4f09… --because "an ordinary employer, shown by its licence"
help-advert-takedown-say-word = The word
help-advert-takedown-say-adverts = Ids of adverts
help-advert-takedown-say-reference = What the platform calls the matter
help-advert-takedown-batch = Write a batch of all that is marked for a platform, in its form, and of requests that are taken back
help-advert-takedown-batch-example = {"  "}liaison advert takedown batch demo-board --out batches/
help-advert-takedown-batch-platform = The platform; its form lies in takedown-forms/PLATFORM.json of the node
help-advert-takedown-batch-out = Folder to write the batch to
help-advert-takedown-outcomes = Read what a platform answered: a table with the columns outcome and reference or url, and reason where it refuses
help-advert-takedown-outcomes-example = {"  "}liaison advert takedown outcomes answers.csv
help-advert-takedown-outcomes-file = The table
help-money = Follow money through a table of transfers, and find patterns in it
help-money-patterns = Say of each transfer what it looks like: fans, cycles, layers, structuring, and why
help-money-patterns-example =
    {"  "}liaison money patterns --table transfers.csv --out scores.csv
    {"  "}liaison money patterns --table bank.csv --columns time=ts,from=src,to=dst --zone +07:00 --window 36h
    {"  "}liaison money patterns --table bank.csv --reported-from USD=10000 --roles roles.csv --json
    Exit status: 0 all rows read, 1 some rows set aside, 2 file unreadable
help-money-patterns-window = How far apart the first and the last transfer of a pattern may be
help-money-patterns-reported-from = Sum from which on transfers of a currency must be reported, such as USD=10000; needed to find structuring; may be given several times
help-money-patterns-out = File to write: row, score and patterns of every transfer, in the order of the table
help-money-patterns-roles = File to write: what accounts look like (collector, distributor, mule, cash-out point, exchange deposit), and why
help-money-trace = Follow what accounts sent under a rule of tracing, or look back to where money can have come from
help-money-trace-example =
    {"  "}liaison money trace --table transfers.csv --from 110-234-567890 --rule fifo --out traced.csv
    {"  "}liaison money trace --table transfers.csv --from A,B --rule pro-rata --since 2026-03-01 --hops 6 --min 100
    {"  "}liaison money trace --table transfers.csv --from X --backward
    The rules differ; name the rule with every amount. docs/reference/money.md says what each takes to be true.
help-money-trace-from = Accounts whose money is followed, separated by commas
help-money-trace-rule = Which of the money in an account goes out first: fifo, lifo, pro-rata, poison (all of it by any contact), lowest-balance (other money first)
help-money-trace-forward = To where the money went; this is what happens without --backward, too
help-money-trace-backward = Back to where money of these accounts can have come from; no rule, no amounts
help-money-trace-hops = Follow at most so many transfers behind each other
help-money-trace-rates = Table of exchange rates: date, from, to, rate; one of from is rate of to
help-money-trace-into = Say the sums in this currency, too, with the rate and its day: the latest that is not later than the last transfer
help-money-trace-each = Follow each account of --from by itself, and say whose claim each part is
help-money-trace-out = File to write: every transfer with traced money and how much of it is; backward the accounts
help-money-flow = Say how much of what accounts sent can have come to another at most: an upper bound
help-money-flow-example = {"  "}liaison money flow --table transfers.csv --from 110-234-567890 --to TQ5k9exchange
help-money-flow-from = Accounts whose money is followed, separated by commas
help-money-flow-to = Account that the money may have come to
help-money-flow-out = File to write: one way in which the most can have moved
help-ledger = Load bank and chain transactions into the node, and look at them
help-ledger-load = Load files of transactions: each becomes a table, or nothing of it stays
help-ledger-load-example = {"  "}liaison ledger load statement.xml payments.csv --zone +07:00
help-ledger-load-files = Files
help-ledger-load-format = Format, where it is not told right from the file
help-ledger-load-mapping = Mapping of a table's columns (JSON); proposed from the headings otherwise
help-ledger-load-account = Whose statement a table is, where no column says so
help-ledger-list = Show which tables the node has
help-ledger-show = Show rows, by time; accounts stay covered without a purpose
help-ledger-show-example = {"  "}liaison ledger show --account 110-234-567890 --reveal criminal-investigation
help-ledger-show-account = Rows of this account alone, however it is written
help-ledger-show-limit = How many rows
help-ledger-show-skip = How many rows to pass over first
help-money-plan = Say where traced money can still be stopped, how soon it goes on, and write the requests to each bank
help-money-plan-example = {"  "}liaison money plan --from 110-234-567890 --reveal asset-recovery --out plan --basis "Act 12, section 3" --agency "Invented Unit"
help-money-plan-from = Accounts whose money is followed, separated by commas
help-money-plan-rule = Which of the money in an account goes out first: fifo, lifo, pro-rata, poison (all of it by any contact), lowest-balance (other money first)
help-money-plan-now = The time from which minutes are counted; now otherwise
help-any-accounts = Table of what is known of accounts: account, bank, role (victim or mule)
help-money-plan-out = Folder to fill: the plan, and for each bank a table, a camt.056 and a goAML file
help-money-plan-basis = The law on which the requests rest
help-money-plan-agency = Who asks
help-money-plan-country = Country of who asks, such as KR
help-money-plan-case = Case, as number, that keeps the plan: requests with their state and clock
help-money-freezes = Show freeze plans of your cases, or one of them with its requests
help-money-freezes-example = {"  "}liaison money freezes FP-2026-0001
help-money-freezes-plan = Number of the plan
help-money-freeze = Say what became of requests of a plan
help-money-freeze-example = {"  "}liaison money freeze FP-2026-0001 FP-2026-0001-01 --status held --amount 500000
help-money-freeze-plan = Number of the plan
help-money-freeze-requests = Numbers of letters or ids of requests
help-money-freeze-status = One of sent, acknowledged, held, refused, expired, released, drafted
help-money-freeze-amount = Sum that is held, of one request
help-money-freeze-reason = Why, in words that name nobody
help-money-outcomes = Take outcomes as banks send them back
help-money-outcomes-example = {"  "}liaison money outcomes FP-2026-0001 answers.csv
help-money-outcomes-plan = Number of the plan
help-money-outcomes-file = Table: account, outcome, and where it has them currency, amount, reason
help-money-letter = Write the letter to one bank
help-money-letter-example = {"  "}liaison money letter FP-2026-0001-01.goaml.xml --out letter.xml
help-money-letter-name = Number of the letter with .goaml.xml, .camt056.xml or .csv
help-money-letter-out = File to write; the screen otherwise
help-money-block = Split a block list by bank, compare it with known accounts, and count what came of it
help-money-block-example = {"  "}liaison money block blocklist.csv --accounts known.csv --outcomes answers.csv --out per-bank
help-money-block-list = The list: account and, if it has one, bank
help-money-block-outcomes = What came of it: account, outcome (held, refused, expired), amount, currency
help-money-block-out = Folder to fill with a table for each bank
help-money-rank = Learn from transfers of which somebody said whether they are laundering, and rank others by it
help-money-rank-example =
    {"  "}liaison money rank --train labelled.csv --label laundering --score transfers.csv --out ranked.csv
    {"  "}liaison money rank --train labelled.csv --label is_sar --score new.csv --columns time=ts,from=src,to=dst --model learnt.json
    {"  "}liaison money rank --model learnt.json --score other.csv --out ranked.csv --json
    Exit status: 0 all rows read, 1 some rows set aside, 2 nothing to learn from or file unreadable
help-money-rank-train = Table of transfers with a column that says which are laundering
help-money-rank-label = That column: 1, true or yes; 0, false or no; rows where it is empty are not learnt from
help-money-rank-score = Table of transfers to rank
help-money-rank-window = How far from a transfer others are looked at; patterns are as long; two days, or an eighth of the table's time if that is shorter
help-money-rank-without = Column that is not to be looked at, such as a number of an alert; may be given several times
help-money-rank-apart = The tables tell of different accounts, even where their names are the same
help-money-rank-seed = Number from which everything drawn follows: the same one gives the same scores
help-money-rank-model = File to keep what was learnt; without --train, the file to rank by
help-money-rank-out = File to write: row, score and reasons of every transfer, in the order of the table
help-any-net-reversals = Leave out a transaction and the reversal that cancels it; said in the answer
help-any-keep-duplicates = Take rows, too, that an earlier file tells of
help-any-table = Table of transfers (separators or Parquet) with the columns time, from, to, amount and, if it has one, currency
help-any-columns = What the columns are called where they are called otherwise, such as time=ts,from=src
help-any-zone = Zone of times that name none, such as +07:00
help-any-ties = Which of several transfers of one time is first: written (as in the table) or credits-first [default: written; of days alone: credits-first]
help-any-one-form = Take accounts that differ in spaces, dashes or dots alone as one; IBANs and addresses in the form of their standard
help-any-opening = Table of what accounts held at a time: account, time, amount, currency. It is nobody's, and takes its turn
help-any-since = Leave out what was before this time
help-any-until = Leave out what was after this time; a day is meant to its end
help-any-min = Follow no transfer below this amount, in each currency
help-exhibits = Keep evidence files by their hash, with a record of who held them
help-exhibits-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add = Keep files
help-exhibits-add-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add-files = Files
help-exhibits-add-note = What it is; names nobody
help-exhibits-list = Show who held what, and when
help-exhibits-get = Write a kept file out, checked against its hash
help-exhibits-get-example = {"  "}liaison exhibits get 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 chat-export.json
help-exhibits-get-hash = SHA-256 of the exhibit
help-exhibits-get-out = File to write; must not exist
help-verify = Recompute every hash, link and signature; name the first bad entry
help-verify-example = {"  "}liaison verify --deep
help-verify-deep = Compare views and text index with the journal, too
help-proof = Write the proof that this node committed a statement
help-proof-example = {"  "}liaison proof 0123456789abcdef0123456789abcdef --out proof.json
help-proof-out = File to write; must not exist; - for standard output
help-verify-proof = Check a proof file; needs no node
help-verify-proof-example = {"  "}liaison verify-proof proof.json --root "1a2b 3c4d 5e6f 7a8b 9c0d 1e2f 3a4b 5c6d"
help-verify-proof-file = The proof; - for standard input
help-verify-proof-root = Fingerprint of the agency's root key, to be compared
help-rebuild = Make views and search anew from the journal
help-rebuild-example = {"  "}liaison rebuild
help-doctor = Say what is wrong with a node, and what to do
help-doctor-example = {"  "}liaison doctor
help-certify = Give the node key another year, with the root key from its safe
help-certify-example = {"  "}liaison --key-file ./kr.key certify --root-key /media/safe/root.json

    The passphrase is the one with which `init` sealed both keys.
help-certify-root-key = The sealed root key, wherever it is
help-completions = Print completions for a shell
help-completions-example = {"  "}liaison completions bash > /etc/bash_completion.d/liaison
help-completions-shell = bash, zsh, fish, elvish or powershell
help-man = Write man pages
help-man-example = {"  "}liaison man ./man
help-man-markdown = Write one page in Markdown, commands.md, instead
help-man-folder = Folder to write into

# Values: why one was not taken, and what to do (crates/model/src/values).
value-empty = The value is empty.
value-compare-hint = Compare it with the source character by character; copy it rather than type it.
account-unreadable = This is not an account number: it has no digits, or signs that account numbers do not have.
checksum-unreadable = This is not a hash: 32, 40, 64, 96 or 128 hexadecimal digits are expected.
coordinate-range = There is no such place: latitudes go from -90 to 90, longitudes from -180 to 180.
coordinate-unreadable = This is not a latitude or longitude, such as 10.6304 or 10°37′49″N.
coordinate-hint = Write latitude and longitude in two columns, each as degrees such as 10.6304; were they swapped?
country-unknown = No country of this name or code is known.
country-hint = Write the name in English, such as Cambodia, or the two letters of its code, such as kh. A nationality goes the same way.
crypto-checksum = The address has a wrong character: its checksum does not fit.
crypto-checksum-hint = Compare it with the source character by character; copy it rather than type it.
date-ambiguous = Day and month could be either way round.
date-ambiguous-hint = Say which comes first with --dates dmy or --dates mdy and run again.
date-hint = Compare it with the source; a date looks like 2025-10-17, 2025-10 or 2025.
date-impossible = There is no such day or time.
date-unreadable = This is not a date.
email-unreadable = This is not an e-mail address.
email-hint = Compare it with the source: an address looks like kim@example.com. One address in one cell; what is no address belongs in the notes.
gender-unknown = Only male, female and other are kept; this word is none that is known for them.
gender-hint = Write male, female or other, or clear the cell.
iban-checksum = The IBAN has a wrong character: its check digits do not fit.
iban-unreadable = This is not an IBAN.
ip-unreadable = This is not an internet address.
ip-hint = It looks like 203.0.113.7 or 2001:db8::7, without a port.
json-unreadable = This is not JSON.
language-unknown = No language of this name or code is known.
mimetype-unreadable = This is not a media type such as application/pdf.
name-no-letter = The name has neither letter nor digit in it.
name-hint = Write the name as the source has it; if the name is not known, clear the cell.
number-ambiguous = The mark in the number could group thousands or begin the decimals.
number-ambiguous-hint = Write the number without separators of thousands, or with two decimals.
number-unreadable = This is not a number.
number-hint = Write digits alone, with a point before decimals: 1250.50. What it counts goes into a column of its own.
phone-impossible = No country has phone numbers like this.
phone-impossible-hint = Compare it with the source: is a digit missing, doubled or wrong? Write it with its country code, such as +82 10 1234 5678.
phone-no-country = The phone number has no country code.
phone-no-country-hint = Give the country that the numbers are from with --country kr (its two letters) and run again.
phone-unreadable = This is not a phone number.
phone-unreadable-hint = Write digits with their country code, such as +82 10 1234 5678; words about the number belong in the notes.
topic-unknown = No topic of this name is known.
url-scheme = Only web addresses that begin with http, https or ftp are kept.
url-unreadable = This is not a web address.
url-hint = Copy it from the browser: it looks like https://example.com/page. An account in a messenger or words about a page belong in the notes.
## Estimate: how many are on none of the lists

estimate-method-bic = the log-linear model with the best BIC
estimate-method-stepwise = stepwise selection of pairs
estimate-method-main = independent lists, the naive line
estimate-method-dga = all decomposable graphs
estimate-method-chapman = Chapman's estimator of two lists
estimate-method-named = the named model
estimate-headline = Between { $low } and { $high } people in all ({ $percent } %), by { $method }.
estimate-headline-at-least = At least { $low } people in all ({ $percent } %), by { $method }. There is no upper limit.
estimate-seen = { $observed ->
    [one] One person was
   *[other] { $observed } people were
} seen on { $lists } lists, { $shared } of them on more than one.
estimate-empty-overlaps = These pairs of lists share nobody: { $pairs }.
estimate-model = Model { $model } alone says { $people }. Other models may fit as well; read the range.
estimate-believed = The middle of what is believed is { $people }; the most likely graph is { $model }.
estimate-sensitivity = Without one person of { $lists } it would say { $less }; had { $percent } % of the links between lists been missed, { $missed }; had { $percent } % of them been wrong, { $wrong }.
estimate-choose-lists = There are { $lists } lists of people here, and an estimate takes 2 to { $most }. Choose those that are about the same people over the same time, each with --list.
estimate-from-node = { $records ->
        [one] 1 record is
       *[other] { $records } records are
    } taken as { $people ->
        [one] 1 person
       *[other] { $people } people
    }: { $judged } links were judged by officers, { $likely } are taken because they are likely, and { $waiting } pairs wait for a judgement.
estimate-judge-or-likely = Judge them (`liaison resolve`), or take those from a probability on as one person: `--likely 0.9`. What waits is in the range.
estimate-linkage = The links are in doubt. In { $tables ->
        [one] 1 table
       *[other] { $tables } tables
    } with the links drawn by how likely they are, { $fewest } to { $most } people were seen, and the estimate is { $least } to { $greatest }. The range holds that; were the links right as they stand, it would be { $low } to { $high }.
estimate-linkage-at-least = The links are in doubt. In { $tables ->
        [one] 1 table
       *[other] { $tables } tables
    } with the links drawn by how likely they are, { $fewest } to { $most } people were seen, and the estimate is { $least } to { $greatest }. The range holds that; were the links right as they stand, it would be at least { $low }.
estimate-none = nothing
estimate-warning = Warning: { $reason }
estimate-refused = Refused, by { $method }: { $reason }
estimate-assumes = This takes all lists to be about the same people over the same time, linked without error, with nobody coming or going unless the model allows for it. Critics call the method unsuitable for trafficking, because leaving out effects that are not significant overstates how reliable it is (Whitehead, Jackson, Balch & Francis 2021). See docs/reference/estimate.md for what would make the number wrong.
estimate-error-not-text = The table is not text in UTF-8.
estimate-error-too-large = The table has more than { $most } bytes.
estimate-error-empty = The table is empty.
estimate-error-broken = Row { $row } cannot be taken apart into cells.
estimate-error-count-column = { $columns ->
    [0] No column is called `count`.
   *[other] { $columns } columns are called `count`; there must be one.
}
estimate-error-too-many-lists = The table has { $lists } lists; { $most } are the most.
estimate-error-no-name = Column { $column } has no name.
estimate-error-name-twice = The name of column { $column } stands there a second time.
estimate-error-cells = Row { $row } has { $cells ->
    [one] one cell
   *[other] { $cells } cells
}, not { $wanted } as the heading.
estimate-error-not-zero-or-one = Row { $row }, column { $column }: neither 0 nor 1.
estimate-error-not-a-count = Row { $row }: the count is no whole number from 0 on, or the people are more than { $most }.
estimate-error-unseen = Row { $row } counts people who are on no list.
estimate-error-no-such-list = Row { $row } has a list that the table has not.
estimate-error-too-many-rows = The table has more than { $most } rows.
estimate-error-model-empty = The model has no term.
estimate-error-model-list = Term { $term } of the model names a list that the table has not.
estimate-error-model-twice = Term { $term } of the model names a list twice.
estimate-hint-table = A table has a heading with the names of the lists and `count`; each row below has 0 or 1 for each list, and the number of people on exactly those lists.
estimate-hint-unseen = Nobody has counted them: how many they are is the question. Leave the row out.
estimate-hint-too-many-lists = Put lists together that come from the same source.
estimate-hint-model = Terms are separated by commas; a term is the numbers of its lists, as in [12,3], or their names, as in police:embassy.
estimate-warning-two-lists = With two lists nothing in the data tells whether they are independent. If one feeds the other, the truth is higher; if they work in different places, it is higher or lower.
estimate-warning-few-shared = The two lists share only { $shared } people; each of them moves the estimate.
estimate-warning-small-overlap = Only { $shared } people are on more than one list.
estimate-warning-one-person-decides = One person less on { $lists } changes the estimate by { $percent } %.
estimate-warning-tied-models = { $models } models fit about equally well (BIC within 2) and say anything from { $low } to { $high }.
estimate-warning-two-humps = What is believed has two humps, near { $low } and near { $high }; what lies between is less likely than either.
estimate-warning-mostly-unseen = The estimate is { $times } times the people seen: nearly all of it is the model, not the data.
estimate-warning-isolated-list = Nobody of { $list } is on another list: it adds people, and nothing about who was missed.
estimate-warning-contained-list = Everybody on { $inner } is on { $outer }, too. If the one is fed by the other, leave it out.
estimate-warning-no-upper-limit = { $percent } % of the tables drawn anew have no estimate: the data set no upper limit.
estimate-warning-one-model = The limits take this one model to be true. Over all models that fit, they are wider.
estimate-warning-independence = The method takes the lists to be independent. Lists of the same events rarely are.
estimate-warning-not-every-model = There are too many models to look at each; the search went downhill from several starts.
estimate-warning-few-replicates = Limits from { $replicates } replicates are rough; 1000 are usual.
estimate-warning-links-without-estimate = { $percent } % of the tables with the links drawn anew have no estimate: the links set no upper limit.
estimate-refused-no-people = The table has no people.
estimate-refused-one-list = One list says nothing about who is not on it; at least two are needed.
estimate-refused-empty-list = Nobody is on { $list }. Leave it out.
estimate-refused-disjoint-lists = No two lists share anybody, so nothing tells how many were missed. Were the lists linked?
estimate-refused-contained-list = Everybody on { $inner } is on { $outer }, too, and not by chance: it is no second look at who is there. Leave it out.
estimate-refused-too-few-shared = The two lists share { $shared ->
    [one] one person
   *[other] { $shared } people
}; at least { $required } are needed.
estimate-refused-no-estimate = The model has no estimate: an effect runs away without end, because some combinations of lists have nobody.
estimate-refused-not-identifiable = The counts do not tell the effects of the model apart.
estimate-refused-needs-two-lists = Chapman's estimator is for two lists.
estimate-refused-needs-three-lists = The method needs at least three lists.
estimate-refused-too-many-lists = The method is for at most { $most } lists.
estimate-refused-unbounded = The counts set no limit to the number of people.

## Situation: figures that answer one question, and where they disagree

situation-question-stated = { $figures ->
    [one] One figure answers this question as it was stated.
   *[other] { $figures } figures answer this question as it was stated.
}
situation-question-proposed = { $figures ->
    [one] Nobody stated a question for this figure.
   *[other] Nobody stated this question. It is proposed because { $figures } figures have the same subject, measure and place, and cover at least one day in common.
}
situation-question-set-apart = An analyst decided that this figure answers a different question.
situation-in-conflict = { $figures } figures from { $publishers ->
    [one] one publisher
   *[other] { $publishers } publishers
} agree in subject, measure, place, date and unit, and cannot all be true.
situation-corroborated = { $publishers ->
    [one] One publisher gives
   *[other] { $publishers } publishers give
} the same value. They may still quote one and the same authority.

situation-dimension-measure = Measure
situation-dimension-subject = Population
situation-dimension-place = Place
situation-dimension-date = Date
situation-dimension-unit = Unit
situation-dimension-source = Source

situation-standing-alone = No other figure gives a value for exactly this.
situation-standing-corroborated = Another publisher gives the same value.
situation-standing-compatible = Other values are given, and all of them can be true.
situation-standing-in-conflict = In conflict with another figure.
situation-standing-superseded = Superseded, as an analyst decided.

situation-related-set-apart = An analyst set an answer apart from this question.
situation-related-may-belong-together = Asks for the same at the same time. Do they belong together?
situation-related-overlapping = The same topic, partly at the same time.
situation-related-other-time = The same topic at another time.

## api

help-serve = Answer over HTTP: on this machine, or over TLS for others
help-check-page = Serve a page on which anybody may check an offer of work; opens no node and stores nothing
help-check-page-example = {"  "}liaison check-page --listen 127.0.0.1:8700 --behind-proxy
help-check-page-listen = Address and port
help-check-page-behind-proxy = Count by the last address of X-Forwarded-For: a proxy of yours stands in front
help-serve-example =
    {"  "}liaison --key-file ./kr.key serve
    {"  "}liaison serve --read-only --listen 127.0.0.1:8601
    {"  "}liaison --key-file ./kr.key serve --listen 0.0.0.0:8600 --tls-self-made --host liaison.police.example

    While it runs, other commands commit to the journal themselves; it makes visible what they
    commit. Officers sign in with accounts of `liaison user add`; programs send tokens of
    `liaison token add`. Ctrl-C ends it.
help-serve-listen = Address to listen at; one that others can reach needs TLS and --host
help-serve-read-only = Commit nothing; needs no passphrase
help-serve-access-log = Write a line per request to standard error: account, route and status, never what was asked
help-serve-tls-cert = Certificate with its chain, PEM; read again each hour
help-serve-tls-key = Its private key, PEM
help-serve-tls-self-made = Make a certificate and keep it in keys/; compare its fingerprint where you connect
help-serve-host = Name or address that officers type, with :PORT where it is another; may be repeated
help-serve-exchange = Also answer other agencies' nodes at this address, and pull from them; the card names it with --endpoint
help-user = Officers' accounts: who may sign in, and as what
help-user-example =
    {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
    {"  "}liaison --key-file ./kr.key user reset min --confirmed-by chief
    {"  "}liaison user sessions min

    Whatever is done with an account is kept in the signed record of looks.
help-user-add = Make an account; its password and second factor are shown once
help-user-add-example = {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
help-user-add-account = Name of the account: small letters, digits, dots, hyphens
help-user-add-role = What the officer may do: analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator
help-user-add-unit = The officer's unit, as marks name it (to:kr.npa/cyber)
help-user-add-password-stdin = Read the password from standard input instead of making one
help-user-list = Show the accounts
help-user-code = Show the current code of an account: in a demonstration only
help-user-code-account = Name of the account
help-user-roles = Give an account other roles; they hold at once
help-user-roles-account = Name of the account
help-user-roles-role = All roles that it has from now on
help-user-disable = Disable an account and end its sessions
help-user-disable-account = Name of the account
help-user-reset = Make a new password and second factor; needs a second person
help-user-reset-account = Name of the account
help-user-reset-confirmed-by = Account of the second person, a supervisor or administrator
help-user-reset-code = The code that the second person's authenticator shows; asked for when absent
help-user-sessions = Show where somebody is signed in
help-user-sessions-account = Name of the account
help-user-sessions-end = End all these sessions
help-token = Tokens by which programs are let in
help-token-example =
    {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
    {"  "}curl -H "Authorization: Bearer lia_…" http://127.0.0.1:8600/search/all?q=bavet
help-token-add = Make a token; it is shown once
help-token-add-example = {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
help-token-add-role = Roles that the program has at most
help-token-add-scope = What of that it is for: read, import, export, health
help-token-add-expires = When it ends (2027-06-30, or a moment), at most 366 days from now
help-token-add-name = Name under which it stands in logs [default: token-1, token-2, …]
help-token-list = Show the tokens
help-token-revoke = Revoke a token
help-token-revoke-name = Name of the token
help-serve-passphrase-on-stdin = Read the passphrase from standard input
serve-at = The node of { $agency } is at { $address }
serve-exchange = Other agencies' nodes reach it at { $address }
serve-no-account = There is no account yet. Make the first with `liaison user add NAME --role analyst`.
serve-tls-fingerprint = SHA-256 of its certificate: { $fingerprint }
serve-tls-renewed = The certificate is another one now. Its SHA-256: { $fingerprint }
serve-waiting = Another process owns { $folder }; waiting for it to end.
serve-owned = Another process owns { $folder }: stop it first, or read beside it with --read-only.
api-error-not-loopback = { $address } can be reached from other machines, and nothing would be encrypted.
api-hint-not-loopback = Give a certificate with --tls-cert and --tls-key, or --tls-self-made; or listen at an address of this machine, such as 127.0.0.1:8600.
api-error-no-host = { $address } can be reached from other machines, and no name is given under which they ask.
api-error-host-name = This is not the name of a host.
api-hint-host = Give the name or address that officers type, such as --host liaison.police.example; another port stands behind it: --host liaison.police.example:443.
api-error-demonstration = A demonstration is served on this machine only, not at { $address }: its passwords were shown on a screen.
api-hint-demonstration = Listen at 127.0.0.1, or make a node with `liaison init`.
api-error-certificate = The certificate cannot be used: { $reason }
api-hint-certificate = --tls-cert takes the certificate and its chain in PEM form, --tls-key the private key that belongs to it.
api-error-port-in-use = Another program listens at { $address }.
api-hint-port-in-use = Is this node served already? Otherwise take another port: --listen 127.0.0.1:8601, or port 0 for one that is free.
api-error-listen = { $address } cannot be listened at: { $reason }.
api-error-listener = The server stopped: { $reason }.
front-unbuilt = The workbench is not part of this program: run `make web`, then build again.
front-title = Liaison: the node of { $agency }
front-demonstration = Demonstration: every person, account and case in this node is fictional.
front-what = Here an agency keeps signed statements. Officers use the workbench at /, programs send a token (`liaison token add`).
front-document = the API document (OpenAPI 3.1)
front-catalog = the datasets
front-conflicts = published figures that disagree
front-ready = whether everything committed is shown
problem-bad-parameter = A parameter is wrong
problem-parameter-unknown = There is no parameter `{ $parameter }` here.
problem-parameter-repeated = `{ $parameter }` may stand once.
problem-parameter-number = `{ $parameter }` is a whole number from 0 to { $max }.
problem-parameter-utf8 = `{ $parameter }` is not UTF-8.
problem-parameter-choice = `{ $parameter }` is one of: { $allowed }.
problem-parameter-form = `{ $parameter }` is not as the API document describes it; an example is `{ $example }`.
problem-parameter-many = `{ $parameter }` stands too often: { $max } times are the most.
problem-parameter-text = `{ $parameter }` has at most { $characters } characters and { $terms } words or numbers.
problem-parameter-long = `{ $parameter }` has at most { $max } characters.
problem-bad-request = The request is wrong
problem-bad-request-detail = The request could not be understood.
problem-not-signed-in = Sign in first
problem-not-signed-in-detail = Nobody is signed in, or the session has ended.
problem-not-signed-in-hint = Sign in again; what you typed is kept.
problem-no-token-hint = A program sends its token: `Authorization: Bearer lia_…`. People sign in with a browser.
problem-token-unknown = The token is unknown
problem-token-unknown-detail = The token is unknown, revoked, or has ended.
problem-token-unknown-hint = Was it copied whole? `liaison token list` shows the tokens and when they end; `liaison token add` makes another.
problem-token-scope-detail = The token's scopes do not include this.
problem-token-scope-hint = Its roles do. `liaison token list` shows its scopes; make a token with the one that is needed, such as --scope read.
problem-no-account = Nobody can sign in yet
problem-no-account-detail = This node has no account.
problem-sign-in-refused = Not signed in
problem-sign-in-refused-detail = Name, password or code is wrong.
problem-sign-in-refused-hint = A code works once and for about a minute: wait for the next one, and check that your telephone's clock is right. After several attempts you will have to wait.
problem-not-confirmed = Not changed
problem-not-confirmed-detail = The present password or the code is wrong. You stay signed in.
problem-bad-password = Not changed
problem-not-for-tokens-detail = A token has no account: an officer does this, signed in.
problem-held = Too many attempts
problem-read-only = Nobody can sign in
problem-no-header = A header is missing
problem-no-header-detail = Requests that change something carry the header `X-Liaison: 1`.
problem-media-type = The body is of another kind
problem-media-type-detail = A body is sent as application/json or application/octet-stream.
problem-bad-body = The body is not understood
problem-bad-body-detail = The body is not as the API document describes it.
problem-bad-file = The file is not read
problem-bad-table = The table is not read
problem-begun = The import has begun already
problem-begun-detail = It is read once. To read the file anew, undo the import and send the file again.
problem-not-undoable = Nothing to take back
problem-not-undoable-detail = The import brought nothing new, or is taken back already.
problem-not-discardable = The import runs, or was done
problem-not-discardable-detail = A running import is stopped first; one that is done is undone, not discarded.
problem-wrong-use = It cannot be done as it was asked
problem-needs-reason = It needs a reason
problem-maybe-known = It may be known already
problem-bad-report = The report is not taken like this
problem-refused = Refused by policy
screen-hint-unknown-format = Send a table (CSV or XLSX), FollowTheMoney entities or statements (.json), or a published list as its publisher offers it.
screen-hint-password = A sentence is best: long, and easy to type.
screen-error-no-mapping = The table needs headings that say what its columns are: none of them was understood. Put one row of headings, such as name, birth date, passport number, above the rows and send the file again.
screen-date-ambiguous-hint = Write it as 2025-06-05, or with the month as a word.
screen-phone-no-country-hint = Write it with the prefix of its country, such as +82.
screen-hint-required = Fill the cell, and import the row again.
screen-hint-formula = Replace the formula by its value in the spreadsheet (copy, then paste as values) and send the file again, or write the value here.
screen-hint-figure = Choose a figure of the situation screen.
screen-hint-successor = Choose the figure that holds now. If an older mark is the wrong one, take that mark back first.
screen-hint-reason = Give it in a few words that name nobody.
screen-hint-one-record = Choose two records.
screen-hint-judged-different = Read both records again. If that judgement is the wrong one, take it back where it stands, in the tab "Similar" of the record.
screen-hint-commit = The tab "History" of a record shows what was done, and what undid it.
screen-hint-reveal = Choose the purpose for which you need it. It is recorded with your account.
screen-hint-operator = Tell the operator of the node. What you did before is kept.
problem-foreign-origin = A page of another origin asked
problem-foreign-origin-detail = Pages of other origins may not ask this node.
problem-wrong-host = The request is meant for another server
problem-wrong-host-detail = This node answers as 127.0.0.1, localhost or [::1] with its port, and under names given with --host.
problem-not-found = Nothing found
problem-no-dataset = No such dataset
problem-no-dataset-detail = No dataset `{ $dataset }` is visible to you; `/catalog` lists those that are.
problem-no-route = Nothing is here
problem-no-route-detail = There is nothing at this address; the API document is at /api/openapi.json.
problem-method-not-allowed = Method not allowed
problem-method-not-allowed-detail = This address does not answer this method; the header `Allow` says which it does.
problem-body-too-large = The body is too large
problem-body-too-large-detail = No request here needs so much.
problem-address-too-long = The address is too long
problem-address-too-long-detail = An address has at most 16 KiB.
problem-busy = The node is busy
problem-busy-detail = Too many requests are being answered; ask again in a moment.
problem-slow = The answer took too long
problem-slow-detail = The node did not answer in time; ask for less, or again in a moment.
problem-behind = The node is behind
problem-behind-detail = Not everything committed is shown yet; ask again in a moment.
problem-internal = The node could not answer
problem-internal-detail = Something went wrong here; the server's log says what.

## formats: why a row or value was set aside, and what to do

problem-line-too-long = The line that begins at byte { $offset } is longer than { $limit_mib } MiB; it was passed over.
problem-not-utf8 = The text is not UTF-8 from byte { $offset } of the file on.
problem-nul-byte = It holds a NUL character, which no text has.
problem-line-cut = The line ends inside an object, after { $bytes ->
    [one] one byte
   *[other] { $bytes } bytes
}: the file was cut off.
problem-not-json = This is not JSON, from column { $column } of the line on.
problem-not-an-object = The line is not a JSON object.
problem-key-twice = A key stands in the object twice, so that nobody can say which one counts.
problem-key-unknown = An entity has no such key; it was passed over.
problem-key-shape = The properties are not an object of lists.
problem-too-many-values = The entity has more values than one entity can have.
problem-value-not-text = Here stands a JSON { $kind ->
    [number] number
    [boolean] true or false
    [list] list
    [object] object
    [null] null
   *[other] value
} where a text should be.

problem-id-missing = The entity has no id.
problem-id-broken = An id has 1 to 200 bytes, no spaces and no control characters.
problem-id-of-the-node = This is the id of a record that the node makes of itself; no file adds to it.
problem-schema-missing = The entity has no schema.
problem-schema-unknown = There is no schema of this name.
problem-schema-abstract = This schema is only a part of others; no entity can have it.
problem-record-schema = Entries of this kind are made by nodes alone and never read from a file.
problem-property-unknown = { $schema } has no property { $property }.
problem-property-stub = { $property } of { $schema } is the other end of a link; it is written at the entity that links.
problem-time-broken = This is not a moment in time.

problem-row-too-long = The row is longer than a row may be.
problem-open-quote = A quotation mark is opened in this row and not closed.
problem-bad-encoding = Some characters cannot be read in the file's encoding.
problem-too-many-cells = The row has more cells than a table may have columns.
problem-column-count = The row has { $cells ->
    [one] one cell
   *[other] { $cells } cells
} under { $headings ->
    [one] one heading
   *[other] { $headings } headings
}.
problem-cell-too-long = The cell is longer than a cell may be.
problem-row-says-nothing = Nothing in this row is in a column that is read.
problem-required = { $schema } needs a value for: { $properties }.
problem-key-empty = The row says something about an entity, but the cell that names it is empty.
problem-date-format = The date is not in the layout that the mapping gives.
problem-formula = The cell holds a formula, whose value was computed elsewhere and may be out of date.
problem-cell-error = The cell holds a spreadsheet's error.
problem-number-imprecise = The number has more digits than a spreadsheet keeps: its last ones may be lost.
problem-sheet-broken = From here on the sheet cannot be read.

problem-external = The statement is marked external: its source does not vouch for it.
problem-marks-broken = These are not handling marks.
problem-column-broken = The cell does not hold what its column says.

problem-too-many-rows = There are more rows than such a file can have.
problem-no-entry = The list has no entry of this number.
problem-entry-too-long = The entry is longer than an entry may be.
problem-xml-broken = From byte { $offset } on, the file is not XML that can be read.
problem-xml-reference = The entry refers to an entity that the file would have to define; such references are not followed.


hint-split-line = Split it, or ask whoever made the file for one without such lines.
hint-save-utf8 = Save the file as UTF-8 and import it again.
hint-line-cut = Was the file copied whole? Get it again and import it: what is already there is not doubled.
hint-one-object-per-line = Each line is one object: {"{"}"id": "…", "schema": "Person", "properties": {"{"}"name": ["…"]{"}"}{"}"}
hint-quote-value = Put the value in quotation marks: values are texts.
hint-time = Moments look like 2025-10-17T09:30:00, in UTC.
hint-id = Give it an id of letters, digits, dots and hyphens.
hint-id-of-the-node = Give the entity another id.
hint-schema = Use a schema of FollowTheMoney or of Liaison, such as Person, Company or Report.
hint-property = Look up the schema's properties; a misspelt name is the usual cause.
hint-record-schema = To take something back, use `liaison withdraw`; to decide on a figure, `liaison figures mark`.
hint-open-quote = Close the quotation mark, or double it where it belongs to the text.
hint-encoding = Save the file as UTF-8, or name its encoding: cp949, gbk or windows-874.
hint-column-count = A separator inside a cell needs quotation marks around the cell.
hint-required = Fill the cell in the rows file and import that file.
hint-formula = Paste the column as values, or let the mapping take the last value: "formulas": "take-last-value".
hint-cell-error = Mend the formula in the spreadsheet, or clear the cell.
hint-text-column = Format the column as text before typing or pasting long numbers.
hint-shorten-cell = Shorten the text, or attach it as a document.
hint-workbook = Open it in a spreadsheet, save the one sheet that is needed as a new workbook or as CSV, and import that.
hint-workbook-locked = Remove the password in a spreadsheet, save the workbook, and import that.
hint-mapping = Compare the mapping with the sheets and headings of the table; without --mapping one is proposed.
hint-sheet-broken = Open the workbook in a spreadsheet, save it anew and import that.
hint-external = Import the set from which the statement comes.
hint-xml = Download the list again; an edited copy may be broken.
hint-same-edition = Use sdn.csv, alt.csv and add.csv of the same day.


note-encoding-guessed = Read as { $encoding }, as the text suggests.
note-handling-stays = { $statements ->
    [one] One statement was known before and keeps the handling that it has
   *[other] { $statements } statements were known before and keep the handling that they have
}: --handling marks only what is new.
note-sheet-read = Sheet `{ $sheet }` was read{ $others ->
    [0] {""}
    [one] ; one other sheet was not: { $names }. Choose it with --sheet NAME
   *[other] ; { $others } other sheets were not: { $names }. Choose one with --sheet NAME
}.
error-sheet-of-no-workbook = { $file } is no workbook, so that it has no sheet `{ $sheet }`.
note-columns-left-out = Columns that the mapping does not name: { $columns }
note-judgements-left-out = { $rows ->
    [one] One row names
   *[other] { $rows } rows name
} another canonical id. Judgements are not imported with statements.


column-heading = The heading says so.
column-heading-twice = The heading is empty or stands there twice.
column-row-number = Numbers of rows mean nothing outside the table.
column-content = Most of its cells look like it.
column-nameless = No column names whom or what it is about.
column-some-date = Most of its cells are dates, but of what?
column-unknown = Neither heading nor cells say what it is.


left-out-record = records that nodes keep about themselves
left-out-schema = values that do not fit the entity's schema
left-out-self = references of an entity to itself
left-out-value = values of { $property } that FollowTheMoney does not take
left-out-source = where a statement was taken from
left-out-as-of = when a statement was true
left-out-grade = how good a statement is
left-out-original = how the source wrote a value
left-out-lang = in which language a value is
left-out-date-changed = times turned into UTC

## link: which records of one or two tables are one

link-columns = Columns, as they are compared:
link-column = {"  "}{ $heading }: { $kind }
link-left-out = Not compared: { $headings }
link-nothing-to-compare = No column has anything to compare: every record stays alone.
link-nothing-shared = The files share no column: give columns that hold the same thing the same heading.
link-no-headings = { $file } has no headings: the first row says what the columns are.
link-no-id-column = { $file } has no column { $column }. It has: { $headings }
link-problem = { $file }, row { $row }: { $reason }
link-problems = { $problems ->
    [one] One row was skipped. It is in no cluster.
   *[other] { $problems } rows were skipped. They are in no cluster.
 }
link-judgements = { $judgements ->
    [one] One judgement is kept to.
   *[other] { $judgements } judgements are kept to.
}
link-unknown-verdict = { $verdict } is none of same, different and not sure
link-unknown-record = there is no record { $record }
link-ambiguous-record = several records are called { $record }
link-stopped = Stopped. Nothing was written.
link-one-of-each-file = Neither file seems to hold anybody twice: only pairs across the files count.
link-over-common = { $values ->
    [one] One value is too common to compare by it alone all records that have it:
   *[other] { $values } values are too common to compare by each alone all records that have it. The most common:
 }
link-over-common-value = {"  "}{ $heading } of { $file }, record { $row }: { $records } records
link-done = { $records } records in { $clusters } clusters, { $compared } pairs compared, { $seconds } s: { $path }
link-kind-given-name = given name
link-kind-family-name = family name
link-kind-full-name = name
link-kind-date = date
link-kind-country = country
link-kind-sex = sex
link-kind-document = number of a document
link-kind-phone = phone
link-kind-email = e-mail
link-kind-account = account
link-kind-crypto = crypto address
link-kind-handle = name on a platform
link-kind-address = address
link-kind-text = text
link-kind-code = short number or code
link-kind-unused = not compared
link-level-missing = missing
link-level-different = different
link-level-swapped = in each other's column
link-level-beginning = one begins with the other
link-level-similar = similar
link-level-two-edits = two letters differ
link-level-one-edit = one letter differs
link-level-same-core = last digits or name before @ equal
link-level-some-words = some words in common
link-level-words-left-out = words left out
link-level-close-words = all words alike
link-level-same-year = same year
link-level-same-year-and-part = same year and month or day
link-level-same-day-and-month = same day and month
link-level-vaguer = one is vaguer
link-level-slip = one digit differs
link-level-turned = day and month turned round
link-level-equal = equal

## advert: which texts are like adverts of the kind, and which come from one hand

advert-not-text = { $file } is no text: it has bytes that no text has.
advert-no-column = { $file } has no column { $column }. It has: { $headings }
advert-no-json = this line is no JSON object
advert-no-text = it has no key text with a text
advert-line-too-long = the line is longer than 16 MB
advert-unknown-label = { $label } is neither 1 nor 0
advert-problem = { $file }, row { $row }: { $reason }
advert-problems = { $rows ->
    [one] One row was skipped.
   *[other] { $rows } rows were skipped.
 }
advert-cut = { $texts ->
    [one] One text is longer than 100,000 characters; only those were read.
   *[other] { $texts } texts are longer than 100,000 characters; only those were read.
 }
advert-quality = { $texts } texts, { $adverts } of them adverts of the kind: average precision { $precision }, Brier score { $brier }, calibration error { $calibration }; at 0.5 recall { $recall }, false alarms { $alarms }
advert-nothing-measured = Nothing can be measured: the labels are all of one kind.
advert-clustered = { $texts } texts in { $clusters } clusters of { $templates } templates, { $seconds } s
advert-trained = Learnt from { $texts } texts, { $adverts } of them adverts of the kind; log loss on texts kept apart { $loss }. Model { $hash }: { $path }
advert-too-few = { $adverts } texts are labelled as such adverts and { $others } as others; at least { $required } of each are needed.
advert-too-many = A model is trained on { $most } texts at most.
advert-no-model = This is not a model of this version.
advert-model-changed = The model was changed or cut after it was written.
advert-file-too-long = { $file } is one text of more than { $most } MB.
advert-record-too-long = this record of the archive is longer than 16 MB
advert-record-cut = the archive ends in the middle of this record
advert-empty = There are no words in it.
advert-too-long = It has more than { $most } characters.
advert-delisted = It was delisted, and is not taken in again.
advert-no-word = { $text } is no word on an advert. There are: advert, other, { $known }
advert-order = After “{ $from }” a removal cannot be “{ $to }”.
advert-needs-reason = This word needs a reason.
advert-no-platform = No platform is known of this advert, so that nobody can be asked.
advert-hint-platform = Take it in again with --platform and its address.
advert-nothing-waits = Nothing is marked for { $platform }.
advert-hint-mark = Mark adverts first: liaison advert takedown say marked ADVERT
advert-form = { $file } is no form of a platform.
advert-column = The table has no column { $column }.
advert-not-in-batch = it names no advert that the platform was asked about, or names it again
advert-lexicon-broken = The lexicon of this program is broken.
advert-left-out = { $field } was left out: { $reason }
advert-set-aside = { $file } was set aside: { $reason }
advert-taken = New adverts: { $new }. There already: { $known }.
advert-shown = { $shown } of { $total } rows, behind which { $adverts } adverts stand. A score is likeness to known adverts, and no finding about anybody.
advert-score = Score { $score }: { $band }. Lexicon { $lexicon }.
advert-cluster-of = Adverts of its cluster: { $adverts }
advert-leads-to = Leads to the compound { $name } ({ $id })
advert-said = { $advert }: { $word } (commit { $commit })
advert-learnt = Learnt from { $adverts } adverts and { $others } other texts. All adverts are read with model { $hash } from now on.
advert-batch = Batch { $batch } for { $platform }: { $asked } to remove, { $back } taken back. { $file }
advert-outcomes = Removed: { $removed }. Refused: { $refused }. There again: { $again }. Set aside: { $aside }.
advert-band-few-signs = few signs
advert-band-some-signs = some signs
advert-band-many-signs = many signs
advert-sign-pay-too-high = offers pay far above usual wages
advert-sign-no-experience = asks for neither experience nor schooling
advert-sign-travel-paid = says that travel or papers are paid
advert-sign-board-paid = says that bed and board are free
advert-sign-vague-job = names a kind of work that such adverts often name
advert-sign-indebted = calls people who are in debt
advert-sign-passport-asked = asks for a passport or its copy
advert-sign-crossing = speaks of a border or of crossing it
advert-sign-place = names a place that such adverts lead to
advert-sign-open-scam = says openly that the work is scamming
advert-sign-account-trade = speaks of buying, renting or using bank accounts
advert-sign-gambling = uses words of online gambling
advert-sign-chat-only = is answered on a messenger
advert-sign-report = uses words of reports about such cases
advert-sign-ordinary = uses words of ordinary employers
advert-sign-learnt = is like texts that were decided about before
advert-sign-shared-contact = has a contact that is known from elsewhere
check-page-language = English
check-page-title = Is this offer of work safe?
check-page-paste = Paste the words of the offer here
check-page-kept = Nothing is stored. The answer comes from these words and public lists alone; nobody is told.
check-page-check = Check it
check-page-empty = Please paste some words first.
check-page-limit = That were many texts. Please wait ten minutes.
check-page-many = Many signs of offers that have drawn people into forced work
check-page-some = Some signs of offers that have drawn people into forced work
check-page-few = Few known signs. That does not make it safe
check-page-no-finding = This says how much the words are like offers that did harm. It says nothing about who wrote them.
check-page-signs = The signs, and who saw such offers use them
check-page-advice = Before you answer
check-page-advice-passport = Send nobody your passport or its copy, and never hand it over.
check-page-advice-employer = Look for the employer yourself, at an address and number that you found; meet its own staff, not an agent.
check-page-advice-visa = Work needs a visa for work. Whoever sends you as a tourist, or over a border without a checkpoint, breaks the law with you.
check-page-advice-tell = Tell somebody you trust where you go, with whom, and when you will call; agree on a word that means help.
check-page-advice-held = If you or somebody you know is held, call the police or your embassy. Who was forced is not to blame.
check-page-advice-ask = Ask your ministry of labour or of foreign affairs whether the agency is licensed and what is advised about the place.
check-page-from = Lexicon { $lexicon }: published, each row with its source.
check-page-serving = The page for everybody is at http://{ $address }. Nothing is stored, and no node is open.

## money: where it went, and what looks like laundering

money-problem = { $file }, row { $row }, column { $column }, { $value }: { $reason }
money-set-aside = { $rows ->
    [one] One row was set aside. No answer counts it.
   *[other] { $rows } rows were set aside. No answer counts them.
}
money-to-themselves = { $rows ->
    [one] One transfer goes from an account to itself: it moves nothing.
   *[other] { $rows } transfers go from an account to itself: they move nothing.
}
money-out-of-order = { $rows ->
    [one] One row stands behind a later one. Transfers are taken in the order of their times.
   *[other] { $rows } rows stand behind a later one. Transfers are taken in the order of their times.
}
money-alike = { $rows ->
    [one] One account differs
   *[other] { $rows } accounts differ
} from another one in spaces, dashes, dots or capitals alone: --one-form takes those as one that are numbers, IBANs or addresses.
money-no-zone = No time says its zone. All are taken to be of one zone, which changes no order; say which with --zone.
money-floats = Amounts are floats in this file: each is taken as the shortest number that is read back as the same float.
money-days = Times are days alone: what an account received on a day is there for all that it sent on that day.
money-is-folder = { $path } is a folder; a table is needed.
money-stopped = Stopped. Nothing was written.
money-no-account = The table has no transfer of { $account }. Accounts are taken as they are written.
money-no-accounts = No account was given.
money-opening-read = { $balances ->
    [one] One balance counts
   *[other] { $balances } balances count
} as what accounts held before; { $others } of the table are of other accounts.
money-opening-fault = Row { $row } is no balance of this table: look at its { $column }.
money-of-account = The claim of { $account }:
money-each = Each claim was followed by itself: what one account of --from paid another counts as gone on, and shares that are rounded may add up to less than together.
money-converted = In { $into }, at { $rate } { $into } for one { $from } on { $date } ({ $file }), rounded down: sent { $sent }, still in accounts { $held }, returned { $returned }, beyond the limits { $beyond }.
money-rates-none = No rate of { $from } into { $into } is early enough, or its sums are too large: nothing was converted.
money-rates-columns = No column is called { $column }. A table of rates has date, from, to and rate.
money-rates-row = Row { $row } is no rate: a day such as 2026-03-01, two currencies, and a number above 0 without an exponent.
money-same-account = The money must come to another account than those it is from.
money-min-not-in = { $currency } has no such amount in this table: it has fewer decimals, or it is too large.
money-no-currency = (no currency)
money-columns-setting = { $setting } does not say which column is which. Write such as time=ts,from=src,to=dst,amount=sum,currency=ccy.
money-columns-missing = No column is called { $column }. There are: { $headings }. Say with --columns what they are called.
money-columns-twice = Two columns are called { $column }.
money-fault-no-account = No account stands here.
money-fault-too-many-accounts = There are more accounts than can be numbered.
money-fault-too-many-currencies = There are more than 65,536 currencies.
money-fault-currency = This is not one currency.
money-fault-no-amount = There is no amount.
money-fault-negative = The amount is negative. Money goes from one account to another: turn the two round.
money-fault-exponent = The amount is written with an exponent: a program rounded it, and nobody knows to what. Take it from the source.
money-fault-comma = The amount has a comma, which groups thousands in one country and begins decimals in another. Write 1234.50.
money-fault-too-precise = The amount has more than 18 decimals.
money-fault-too-large = The amount is beyond 64 bits in the smallest unit that its currency has in this table.
money-fault-amount = This is not a number such as 1234.50.
money-fault-time = This is not a time such as 2026-03-01T09:30:00+07:00.
money-fault-no-such-time = There is no such day or time.
money-fault-no-zone = The time has no zone, but others have one. Give the zone with --zone.
money-fault-day-only = Only the day is known, but others have a time: nobody knows where in the day it belongs.
error-ledger = The ledger: { $reason }.
error-ledger-busy = Another process is loading transactions into this node.
hint-ledger-busy = Wait until it is done, then load again.
hint-ledger-gone = Take the load back with `liaison undo COMMIT` (see `liaison ledger list`), and load the file again.
hint-ledger-mapping = Write a mapping and give it with --mapping; docs/reference/money.md has the roles and examples.
ledger-mapping-json = This is no mapping: { $reason }.
ledger-mapping-missing = The table has no column { $heading }.
ledger-mapping-silent = No column is known to say this: { $what }. There are: { $headings }.
ledger-mapping-no-account = Nothing says whose statement this is. Name the account with --account, or both sides with a mapping.
ledger-not-a-file = { $path } is no file that can be read twice.
ledger-known = { $file } is loaded already, as { $known } in commit { $commit }. Nothing was added.
ledger-nothing = { $file }: no transaction could be read. Nothing was loaded.
ledger-loaded = { $rows ->
    [one] { $file } ({ $format }): one transaction
   *[other] { $file } ({ $format }): { $rows } transactions
} from { $first } to { $last }, commit { $commit }.
ledger-empty = The ledger is empty. `liaison ledger load FILE` fills it.
ledger-no-rows = No row matches.
ledger-more = There are { $rows } more: --skip { $skip }.
ledger-duplicates = { $rows } rows are told of by another file, too, and count once.
ledger-reversals = { $rows } rows are reversals: their money went back.
ledger-netted = { $rows } rows are left out, because a transaction and its reversal cancel each other.
ledger-kind-booked = booked
ledger-kind-pending = announced
ledger-kind-reversal = reversal
money-time = { $text } is not a time such as 2026-03-01T09:30:00Z.
money-coarsened = Some times are days alone. All are taken to be: what an account received on a day is there for all that it sent on that day.
money-pending = { $rows } rows are announced and not booked yet. They are not followed.
ledger-fault-element = { $path } is not known here. It may change what the rest means, so this is not guessed at.
ledger-fault-message = { $found } is no message that is read: camt.052, camt.053, camt.054 or pacs.008, versions 02 to 13.
ledger-fault-doctype = The file defines entities of its own. Such files can be made to fill all memory; nothing more of it is read.
ledger-fault-balance = The entries do not lead from the opening balance to the closing one: { $difference } { $currency } are missing or too many.
ledger-fault-row-balance = The balance does not follow from the row beside it.
ledger-fault-count = { $announced } transactions are announced, and { $found } are there.
ledger-fault-sum = The transactions do not add up to the announced sum: { $difference } are missing or too many.
ledger-fault-parts = The transactions of this entry do not add up to it: { $difference } are missing or too many.
ledger-fault-direction = Nothing says whether this came in or went out.
ledger-fault-no-field = This is needed and not there.
ledger-fault-field = { $field } is not written as the standard has it.
ledger-fault-parties = Several parties are named, and not who paid whom.
ledger-fault-failed = It failed: nothing moved.
ledger-fault-both = The row has a sum that went out and one that came in.
ledger-fault-decimals = The sum is not in the token's smallest unit, as its decimals say, or they are no number.
ledger-fault-too-large = The sum has more than 38 digits.
money-no-rule = There is no rule { $text }.
money-no-sum = { $text } is not a sum such as 1234.50.
money-too-large = The trace is too large: it would keep more than 50 million parts of money apart.
money-hint-too-large = Limit hops, time or amount, or take a rule that keeps no parts apart, such as pro rata.
money-tables-gone = Tables that were asked when this trace was kept are not in the ledger any more.
money-hint-tables-gone = Load the same files again, or ask the question anew.
money-too-many-requests = A plan has at most { $most } requests. Limit the trace.
money-no-status = { $text } is none of: { $known }.
money-freeze-needs-reason = Say why: a refusal, a release, or what is out of the usual order needs a reason.
money-freeze-needs-amount = Say how much is held.
money-freeze-no-amount = A sum is named where money is held, and nowhere else.
money-one-sum = A sum is of one request. Name one.
money-outcome-columns = A table of outcomes has the columns account and outcome, and where it has them currency, amount and reason.
money-no-request = No request of the plan is for this account.
money-unreadable = What was kept of this trace cannot be read.
screen-ledger-empty = The ledger is empty. Load a file of transactions first.
money-plan-nothing-held = None of the money is in an account that the table shows: all of it went back or beyond the limits.
money-plan-victim = holder presumed a victim
money-plan-habit = Minutes are a habit, no promise: how long money waited at the account before, less how long it lies there.
money-plan-kept = { $number } stands in { $case }: { $requests } requests, commit { $commit }. Nothing was sent.
money-freezes-none = No freeze plan stands in a case of yours. `liaison money plan --case` makes one.
money-freeze-said = { $requests } requests of { $plan }, commit { $commit }.
money-freeze-sums = { $currency }: asked for { $asked } = saved { $saved } + still moving { $moving } + lost { $lost } + released { $released }
money-outcome-aside = Row { $row }: { $reason }
money-plan-written = The plan and the requests are in { $folder }. Nothing was sent.
money-no-account-column = { $path } has no column called account. There are: { $headings }.
money-no-bank = bank not known
money-block-total = { $rows ->
    [one] One row
   *[other] { $rows } rows
}: { $accounts } accounts at { $banks } banks, { $duplicates } listed more than once.
money-block-set-aside = { $rows } rows have no account and were set aside.
money-block-strangers = { $rows } outcomes are of accounts that are not on the list.
money-block-unread = { $rows } outcomes are none of held, refused and expired, or have an amount that is none.
column-rank = Rank
column-bank = Bank
column-letter = Letter
column-asked = Asked for
column-clock = Clock
column-late = Late
column-status = State
column-minutes-left = Minutes left
column-accounts = Accounts
column-victims = Victims
column-mules = Mules
column-refused = Refused
column-expired = Expired
column-unanswered = Unanswered
column-from = From
column-to = To
column-amount = Amount
column-format = Format
column-rows = Rows
column-problems = Problems
column-by = By
money-ties-written = transfers of one time in the order of the table
money-ties-credits-first = of one time, what came in before what went out
money-rule-fifo = first in, first out
money-rule-lifo = last in, first out
money-rule-pro-rata = pro rata
money-rule-poison = poison: any contact counts as all
money-rule-lowest-balance = lowest intermediate balance
money-total = { $currency }, { $rule } ({ $ties }): sent { $sent } = still in accounts { $held } + returned { $returned } + beyond the limits { $beyond }
money-infected = By contact alone { $amount } more count. This rule says who is concerned, not how much was taken.
money-nothing-sent = These accounts sent nothing within the limits.
money-nothing-came = Nothing came to these accounts within the limits.
money-reached = { $accounts ->
    [one] Money can have come from one account ({ $ties }):
   *[other] Money can have come from { $accounts } accounts ({ $ties }):
}
money-more = { $rows ->
    [one] … and one more. --json and --out have all.
   *[other] … and { $rows } more. --json and --out have all.
}
money-flow = At most { $amount } { $currency } can have come to { $to } ({ $ties }; { $possible } transfers lie on a way there). This is a bound, not a finding.
money-bottleneck = { $count ->
    [one] It is held back by row { $rows }.
   *[other] It is held back by { $count } rows, whose amounts add up to it: { $rows }
}
money-no-flow = No money can have come there within the limits.
money-no-patterns = No pattern was found.
money-cut = Some accounts have too many transfers within the window: of patterns of two layers, walks and cycles only those among the latest were found.
money-patterns-done = { $rows } transfers, { $alerts } patterns, { $seconds } s; the { $shown } most unusual are shown. A pattern is a reason to look, not a finding.
pattern-fan-out = Fan-out: to { $accounts } accounts within the window, { $transfers } of its { $all } payments
pattern-fan-in = Fan-in: from { $accounts } accounts within the window, { $transfers } of its { $all } receipts
pattern-cycle = Cycle: money came back by way of up to { $accounts } transfers
pattern-bipartite = Bipartite: some accounts all sent to the same others, { $accounts } on the larger side, { $transfers } transfers
pattern-stack = Stack: three layers of { $accounts } accounts, { $transfers } transfers
pattern-scatter-gather = Scatter-gather: through { $accounts } accounts to one, { $transfers } transfers
pattern-gather-scatter = Gather-scatter: from many and to many, { $accounts } accounts in all, { $transfers } of its { $all } transfers
pattern-random-walk = Walk: handed on { $accounts } times behind each other, little less each time
pattern-pass-through = Pass-through: { $accounts } payments left within the hour after they came, little less
pattern-structuring = Structuring: { $accounts } payments just below what must be reported, of { $all }
pattern-dormant-then-active = Dormant, then active: { $accounts } transfers after a long time without any
pattern-many-in-one-out = Many in, one out: small amounts of { $accounts } accounts left together
money-rank-too-few = At least 10 transfers of each kind are needed; there are { $positives } that are laundering and { $negatives } that are not.
money-rank-label = Row { $row }: { $text } does not say whether this is laundering. Write 1 or 0, or nothing.
money-rank-no-rows = The table has no transfer to rank.
money-rank-no-column = The model learnt from a column { $column }, which the table has not.
money-rank-other-model = The model is damaged, or of another release: learn again with --train.
money-rank-tells = Column { $column } says by itself what the label says, and is not looked at.
money-rank-done = Learnt from { $rows } transfers, { $laundering } of them laundering. Tried on parts of the table from which it had not learnt, its average precision was { $precision }. The { $shown } highest are shown. A rank is a reason to look, not a finding.
money-rank-together = Both tables tell of the same accounts: each transfer was seen with those of the other table. --apart looks at them by themselves.
money-rank-apart = The tables were looked at by themselves: what accounts did in one says nothing in the other.
rank-fan-out = fan-out
rank-fan-in = fan-in
rank-cycle = cycle
rank-bipartite = bipartite
rank-stack = stack
rank-scatter-gather = scatter-gather
rank-gather-scatter = gather-scatter
rank-random-walk = walk
rank-pass-through = pass-through
rank-structuring = structuring
rank-dormant-then-active = dormant, then active
rank-many-in-one-out = many in, one out
rank-pattern-score = how unusual its patterns are
rank-sender-pays = what the sender pays
rank-sender-receives = what the sender receives
rank-receiver-receives = what the receiver receives
rank-receiver-pays = what the receiver pays
rank-habits = habits of both accounts
rank-amount = amount
rank-layers = accounts beside it in a layer
rank-goes-round = money comes round
rank-goes-on = as much came before, or goes on
rank-pair = what else the two pay each other
rank-time = hour and day of the week
rank-neighbours = transfers beside it
rank-column = column of the table
role-why-black-mule = It received traced money and handed most of it on; { $percent } % of what came in went out, after { $minutes } minutes in the middle.
role-why-grey-mule = It hands on what it receives: { $percent } % of what came in went out, after { $minutes } minutes in the middle.
role-why-collector = It receives from { $senders } accounts and pays { $receivers }.
role-why-distributor = It receives from { $senders } accounts and pays { $receivers }.
role-why-cash-out = It receives from { $senders } accounts, and nothing leaves in this table.
role-why-exchange-deposit = It receives from { $senders } accounts and hands { $percent } % on to a single one.

## web: the frame around every screen

web-loading = Loading
web-skip = Skip to the screen
web-menu = Menu
web-close = Close
web-cancel = Cancel
web-hide = hide
web-again = Try again
web-copied = Copied
web-copy-details = Copy the details
web-cite = Cite
web-cited = The citation is in the clipboard.
web-help = Help
web-help-where = The guide of the first hour and the list of limits lie in the folder `docs` of the program.
web-screens = Screens
web-rail-know = Know
web-rail-work = Work
web-rail-audit = Audit
web-rail-set-up = Set up
web-screen-situation = Situation
web-screen-inbox = Inbox
web-screen-cases = Cases
web-screen-case = Case
web-screen-screening = Screening
web-screen-interview = Person
web-screen-compounds = Compounds
web-screen-compound = Compound
web-screen-travel = Where not to travel
web-screen-operations = Operations
web-screen-operation = Operation
web-screen-manifest = Manifest
web-screen-requests = Requests
web-screen-request = Request
web-key-go-requests = go to requests
web-screen-adverts = Adverts
web-screen-advert = Advert
web-key-go-adverts = go to adverts
web-key-advert-new = take an advert in
web-key-advert-mark = mark for removal
web-advert-note = A score is likeness to known adverts. It is no finding about anybody.
web-advert-said = { $rows } rows, { $adverts } adverts
web-advert-none = No adverts
web-advert-none-what = Paste one here, hand in files with liaison advert add, or let a program send them.
web-advert-none-such = No advert is like this
web-advert-show-all = Show all
web-advert-counts = Counts
web-advert-narrow = Narrow the list
web-advert-all = adverts
web-advert-clusters = clusters
web-advert-open = not judged
web-advert-any = all
web-advert-each = every advert, not one of each cluster
web-advert-shown = { $from }–{ $to } of { $total }
web-advert-column-words = Words
web-advert-column-score = Signs
web-advert-column-cluster = Adverts
web-advert-column-contacts = Contacts
web-advert-column-where = Platform and places
web-advert-column-posted = Posted
web-advert-column-standing = Standing
web-advert-known-contact = known contact
web-advert-not-judged = not judged
web-advert-due = due { $day }
web-advert-language = Language
web-advert-platform = Platform
web-advert-platform-hint = Only a platform that is named can be asked to remove it.
web-advert-place = Place
web-advert-url = Address
web-advert-seen = Seen
web-advert-new = Paste an advert
web-advert-take = Take it in
web-advert-text = Words
web-advert-translated = Translation
web-advert-follows-read = It is read: a score with reasons, contacts, and the cluster to which it belongs.
web-advert-follows-once = The same words at the same address are one advert, however often they are handed in.
web-advert-follows-journal = It is written to the journal under your name.
web-advert-missing = There is no such advert
web-advert-open-scam = says openly what the work is
web-advert-no-finding = Likeness to known adverts; no finding about anybody.
web-advert-names = Also named
web-advert-pictures = Pictures
web-advert-pictures-what = kept as exhibits; not shown until somebody takes one out
web-advert-why = Why this score
web-advert-sign = Reason
web-advert-weight = Weight
web-advert-start = a text without any sign
web-advert-total = Together, as log odds
web-advert-how = How this number came about
web-advert-how-score = Score
web-advert-how-lexicon = Lexicon
web-advert-how-model = Model of own decisions
web-advert-how-no-model = none
web-advert-how-method = Method
web-advert-how-what = Weights of the reasons are added up as log odds; the score is their probability.
web-advert-contacts = Contacts, and where else they turn up
web-advert-contact = Contact
web-advert-other-adverts = Other adverts
web-advert-elsewhere = Other records
web-advert-nowhere = none that you may see
web-advert-judged-count = { $count } judged
web-advert-no-contact = Its words have no contact.
web-advert-compound-contact = a number in it is tied to it
web-advert-compound-tie = an officer tied it, or one of its cluster
web-advert-compound-place = the source says so
web-advert-compound-name = its words have the name
web-advert-named-by = Records that name this advert
web-advert-cluster =
    { $count ->
        [one] Its cluster: this advert alone
       *[other] Its cluster: { $count } adverts
     }
web-advert-slots = Here stand:
web-advert-show-cluster = All of the cluster
web-advert-alone = No other advert has these words and a contact of its own.
web-advert-words = What officers said
web-advert-word = Word
web-advert-officer = Officer
web-advert-reason = Reason
web-advert-reason-hint = In words that name nobody.
web-advert-reference = What the platform calls the matter
web-advert-batch = Batch
web-advert-no-words = Nobody has said anything about it.
web-advert-say-act = Enter
web-advert-say-advert = It is such an advert
web-advert-say-other = It is none
web-advert-say-marked = Mark for removal
web-advert-say-unmarked = Do not remove
web-advert-say-removed = It is removed
web-advert-say-refused = The platform refused
web-advert-say-back-up = It is there again
web-advert-say-appealed = Enter an appeal
web-advert-say-kept = Keep it after the appeal
web-advert-say-delisted = Delist
web-advert-follows-advert = Its contacts count as known, and raise the score of adverts that share them.
web-advert-follows-other = Its contacts do not count as known by it.
web-advert-follows-stands = What was said before stays, with your name beside this.
web-advert-follows-marked = It goes into the next batch for { $platform }. Nobody is asked before that.
web-advert-follows-delisted = It is withdrawn: nobody sees it any more, here or at agencies that have it, and it is not taken in again.
web-advert-follows-told = The next batch tells the platform to put it back.
web-advert-ask = Ask a platform ({ $count } marked)
web-advert-ask-title = Ask a platform to remove what is marked
web-advert-ask-act = Write the batch
web-advert-follows-file = A file in the platform’s form is saved on this computer; sending it is yours to do.
web-advert-follows-asked = Of each advert it says that the platform is asked, and a clock of 7 days begins.
web-advert-follows-outcomes = What the platform answers is read with “Read answers”.
web-advert-outcomes = Read answers
web-advert-outcomes-act = Read them
web-advert-outcomes-file = File
web-advert-outcomes-table = Table
web-advert-outcomes-hint = Columns: outcome (removed, refused, back-up), reference or url, and reason where it refuses.
web-advert-follows-each = Each row that can be read is entered; the others are counted.
web-advert-outcomes-read = Removed: { $removed }. Refused: { $refused }. There again: { $again }. Set aside: { $aside }.
web-advert-kind-telegram = Telegram
web-advert-kind-line = LINE
web-advert-kind-kakaotalk = KakaoTalk
web-advert-kind-whatsapp = WhatsApp
web-advert-kind-zalo = Zalo
web-advert-kind-wechat = WeChat
web-advert-kind-qq = QQ
web-advert-kind-wallet = Wallet
web-advert-kind-email = E-mail
web-advert-kind-handle = Handle
web-advert-kind-domain = Domain
web-advert-kind-account = Account
web-advert-kind-phone = Phone
web-advert-kind-salary = pay
web-advert-kind-place = place
web-advert-kind-date = date
web-advert-language-kor = Korean
web-advert-language-tha = Thai
web-advert-language-vie = Vietnamese
web-advert-language-zho = Chinese
web-advert-language-ind = Indonesian
web-advert-language-msa = Malay
web-advert-language-eng = English
web-advert-language-khm = Khmer
web-advert-language-lao = Lao
web-advert-language-mya = Burmese
web-key-request-new = draft a request
web-request-note = Lists say whom one asks and by when, never about whom.
web-request-count = { $count } requests
web-request-which = Which requests
web-request-all = All
web-request-open = Waiting only
web-request-pages = Pages
web-request-before = Before
web-request-after = After
web-request-none = No requests
web-request-none-such = No such requests
web-request-none-what = Ask another agency, for a case: both sides see the same clock.
web-request-no-agency = No agreement with another agency binds yet. Heads sign one with `liaison peer agree`.
web-request-missing = No such request, or you may not see it.
web-request-new = Draft a request
web-request-draft-act = Draft
web-request-follows-draft = The draft stands in the case. Nothing goes anywhere before it is approved and sent.
web-request-follows-learn = Once it is sent, those at { $agency } whom the marks name learn of it, and whom it is about.
web-request-follows-stay = The number of the case, our record of the subject and your name stay here.
web-request-follows-here = It is said here alone. { $agency } learns nothing of it.
web-request-follows-peer = It goes to { $agency } under { $marks }, with the next file or connection.
web-request-follows-stands = What was said before stands beside it. It is signed, with its time.
web-request-number = Number
web-request-state = State
web-request-clock = Clock
web-request-kind = What is asked for
web-request-to = Agency that is asked
web-request-clock-life-at-risk = Somebody there says something within 1 hour, and answers within 8.
web-request-clock-urgent = Answered or refused within 3 days.
web-request-clock-ordinary = Answered or refused within 7 days.
web-request-late = LATE since
web-request-by-acknowledge = A word by
web-request-by-answer = Answer by
web-request-stands-still = The clock stands still until that is answered.
web-request-waits-us = Waits for this agency
web-request-waits-peer = Waits for { $agency }
web-request-until = Nobody needs an answer after
web-request-questions = What is asked
web-request-line-each = One in each line.
web-request-identifiers = Known of the subject
web-request-identifiers-hint = Names, numbers, accounts, addresses: one in each line. Covered in every list and until a look.
web-request-asked = Somebody asked about the same already
web-request-about = About whom
web-request-about-choose = Choose
web-request-about-victim = a victim, or presumed one
web-request-about-suspect = a suspect
web-request-about-witness = a witness
web-request-about-other = somebody or something else
web-request-codes = Handling codes
web-request-marks = Marks
web-request-subject = Our record of the subject
web-request-sent-at = Sent
web-request-delivered-at = Delivered
web-request-not-yet = not yet
web-request-words = Every word of both sides
web-request-text = In words
web-request-confirmed = At the other side
web-request-stays = stays here
web-request-second-person = You drafted it, and the agreement asks for two people: a colleague of the case approves.
web-request-letter = Letter
web-request-signature = For { $agency }: ______________________
web-request-reveal-title = Uncover the request
web-request-side = Says
web-request-inbox = Requests that wait for this agency
web-request-say-act = Say it
web-request-say-approved = Approve
web-request-say-sent = Send
web-request-say-accepted = Accept
web-request-say-refused = Refuse
web-request-say-clarification-asked = Ask back
web-request-say-clarified = Answer the question
web-request-say-partly-answered = Answer in part
web-request-say-answered = Answer
web-request-say-feedback = Say what became of it
web-request-say-closed = Close
web-request-say-recalled = Recall
web-request-say-escalated = Escalate
web-request-text-accepted = In words, where needed
web-request-text-refused = Why, in words that name nobody
web-request-text-clarification-asked = What has to be clear first
web-request-text-clarified = The clarification
web-request-text-partly-answered = What is known so far
web-request-text-answered = The answer
web-request-text-feedback = What became of it
web-request-text-recalled = Why it is recalled
web-request-text-escalated = What their duty officer must know
web-request-records = Records that were given
web-request-records-hint = Ids, one in each line. What goes of them is shared by `liaison share`.
web-key-go-compounds = go to compounds
web-key-go-travel = go to where not to travel
web-key-go-operations = go to operations
web-key-operation-new = plan an operation
web-key-operation-state = say how far it is
web-key-operation-count = count people
web-key-operation-find = say what was found
web-key-manifest-add = list somebody
web-key-travel-new = enter a restriction
web-key-compound-new = put a compound into the register
web-key-compound-status = enter a status
web-key-compound-link = tie something to it
web-key-compound-add = add a name or a fact
web-compound-said = { $count } compounds
web-compound-note = A raid is not a closure. Each word keeps its source.
web-compound-new = Add a compound
web-compound-add-act = Add
web-compound-none = No compound is in the register.
web-compound-none-what = Add one with its source, or import a list. Its names may be in any script.
web-compound-none-such = No compound is like that.
web-compound-show-all = Show all
web-compound-counts = Numbers that narrow the list
web-compound-all = in all
web-compound-disputed = disputed
web-compound-disputed-what = Agencies disagree
web-compound-filter = A name, in any script
web-compound-column-name = Name
web-compound-column-names = Other names
web-compound-column-country = Country
web-compound-column-place = Lies in
web-compound-column-status = Status
web-compound-column-reports = Reports
web-compound-column-raids = Raids
web-compound-names-hint = One to a line, each as its source writes it.
web-compound-follows-own = This agency alone sees it, until it is shared.
web-compound-follows-beside = It stands beside what other agencies say, and takes the place of nothing.
web-compound-follows-source = It is kept with its source, and can be taken back.
web-compound-missing = No such compound, or you may not see it.
web-compound-record = All statements
web-compound-status = What each agency says last
web-compound-status-none = Nobody said yet
web-compound-no-day = no day told
web-compound-tell-status = Enter a status
web-compound-tell-link = Tie something
web-compound-tell-add = Add a name or fact
web-compound-code-status = Status
web-compound-code-link = What it is to the compound
web-compound-code-add = What is added
web-compound-text-link = Name of a firm without a record
web-compound-text-add = As its source writes it
web-compound-authority = Agency that says so
web-compound-authority-hint = This agency where it is empty.
web-compound-reason = Why, if it is out of the usual order
web-compound-timeline-none = Nothing dated yet.
web-compound-raid = Raid
web-compound-raids = Raids
web-compound-raids-none = No raid is known here.
web-compound-rescued = Brought out: { $count }
web-compound-arrested = Arrested: { $count }
web-compound-seized = Seized
web-compound-nationality-unknown = nationality not known
web-compound-reports = Reports tied to it: { $count }
web-compound-reports-none = No report is tied to it.
web-compound-reports-more = { $shown } of { $total } are shown.
web-compound-proposed = Reports that name it
web-compound-named = has the name
web-compound-tie = Tie it
web-compound-not-tied = Not this one
web-compound-ties = Owners, tenants, phones
web-compound-ties-none = Nothing is tied to it yet.
web-compound-facts = What is told of it
web-compound-point = { $latitude }, { $longitude }, within { $metres } m
web-travel-new = Enter a restriction
web-travel-none = No travel restriction is known.
web-travel-none-what = Enter one with its source, or import a table with the headings of situation/restrictions.csv.
web-travel-said = { $count } restrictions hold
web-travel-holding = in force
web-travel-all = in all
web-travel-ended = ended
web-travel-note = Each restriction keeps its source and its dates.
web-travel-title = Heading
web-travel-area = Area
web-travel-whole = whole country
web-travel-place = Province or place; the whole country if empty
web-travel-kind = Kind
web-travel-level = Level, in the issuer's words
web-travel-rank = Level, 1 to 4
web-travel-issued-by = Issued by
web-travel-applies = For nationals of
web-travel-from = From
web-travel-to = Until
web-travel-lift = Lift
web-travel-lift-title = Until when does “{ $title }” hold?
web-travel-follows-told = It is told on the compounds and reports that it concerns.
web-travel-restriction = Travel restriction
web-travel-here = Travel restrictions
web-travel-here-none = None that is known concerns it.
web-travel-warning = This report names a place under a travel restriction:
web-operation-said = { $count } operations
web-operation-note = Each number keeps its source. Numbers are not added up.
web-operation-none = No operation is known.
web-operation-none-what = Plan one; what each source counts then stands side by side.
web-operation-new = Plan an operation
web-operation-plan-act = Plan
web-operation-missing = No such operation, or you may not see it.
web-operation-name = Name
web-operation-place = Place
web-operation-plan = Plan
web-operation-case = Case whose members alone read of it; the agency if empty
web-operation-agencies = Agencies
web-operation-state = How far it is
web-operation-count = Count people
web-operation-find = Say what was found
web-operation-counts = People, as each source counts them
web-operation-counts-none = Nobody was counted yet.
web-operation-role = Role
web-operation-people = People
web-operation-nationality = Nationality
web-operation-all = all
web-operation-disputed = Sources tell different numbers
web-operation-finds = Who and what was found
web-operation-finds-none = Nothing was entered yet.
web-operation-find-about = Id of the person or evidence, or number of the report
web-operation-find-text = What was seized, with a count
web-operation-found-people = People found, with both tracks apart
web-operation-found-none = Nobody yet. What becomes of somebody stands on their tracks.
web-operation-follows-word = It is your agency's word, beside what others say.
web-manifests = Manifests
web-manifest-new = Open a manifest
web-manifest-none = No manifest yet.
web-manifest-missing = No such manifest, or you may not see it.
web-manifest-number = Number
web-manifest-flight = Flight
web-manifest-stage = Stage
web-manifest-add = List somebody
web-manifest-person = Id of the person's record
web-manifest-csv = CSV, names covered
web-manifest-csv-what = `liaison manifest csv --reveal` uncovers the names for a purpose, and records the look.
web-manifest-note = Lines name nobody: they lead to records.
web-manifest-empty = Nobody is on it yet.
web-manifest-for = Stage of the person on line { $line }
web-key-go-cases = go to cases
web-key-case-new = open a case
web-key-case-task = add a task
web-key-case-note = add a note
web-key-case-decide = record a decision
web-case-said = { $count } cases
web-case-open = Open a case
web-case-open-act = Open
web-case-which = Which cases
web-case-all = Open ones
web-case-mine = Mine
web-case-closed-too = With closed ones
web-case-none = No case is open here.
web-case-none-what = Open one after a template: it brings its tasks, and you let in whoever works with you.
web-case-not-in = You are not let in. Ask its lead officer.
web-case-number = Number
web-case-title = Title
web-case-title-hint = In words that name nobody: it stands in lists.
web-case-type = Kind
web-case-severity = Severity
web-case-state = State
web-case-lead = Lead officer
web-case-opened = Opened
web-case-template = Template
web-case-follows-in = You alone are let in, until you let others in.
web-case-follows-tasks = The template's tasks are yours, with their deadlines.
web-case-missing = No such case, or you are not let in.
web-case-missing-what = Its lead officer or a supervisor lets you in.
web-case-note-text = Only members of the case read this.
web-case-members = Members
web-case-from = brought in from { $origin }
web-case-task = Add a task
web-case-note = Note
web-case-decision = Decide
web-case-event = Event
web-case-link = Link
web-case-let-in = Let in
web-case-let-out = Let out
web-case-close = Close the case
web-case-reopen = Open it again
web-case-timeline-file = Timeline as CSV
web-case-enter-act = Enter
web-case-follows-members = All members of the case read it.
web-case-follows-out = From then on they read nothing of the case.
web-case-follows-beside = What was there before stays beside it.
web-case-follows-signed = It is signed in your name alone; nobody signs for another.
web-case-text-note = What is noted
web-case-text-decision = What is decided
web-case-text-event = What happened
web-case-text-link = Number of a report, or id of a record
web-case-text-task = What is to be done
web-case-due = Due
web-case-owner = Owner
web-case-officer = Officer
web-case-tasks = Tasks
web-case-tasks-none = No task yet.
web-case-change = Change
web-case-change-task = Change the task “{ $title }”
web-case-people = People, with both tracks apart
web-case-people-none = Nobody yet. Link a report or a person.
web-case-evidence = Evidence
web-case-evidence-none = No evidence yet. `liaison case evidence` takes files in.
web-case-holder = With { $officer }
web-case-signed = signed by { $officer }, commit { $commit }
web-case-offer = Hand over
web-case-accept = Accept
web-case-refuse = Refuse
web-case-offer-title = Hand { $file } over
web-case-accept-title = Accept { $file }
web-case-refuse-title = Refuse { $file }
web-case-sign = Sign
web-case-links = Linked
web-case-links-none = Nothing is linked.
web-case-entries = Notes and decisions
web-case-entries-none = Nothing was noted yet.
web-case-timeline = Timeline
web-case-timeline-none = Nothing happened yet.
web-tracks-person = Person
web-tracks-disputed = Agencies disagree
web-tracks-victim = Victim track
web-tracks-victim-none = Not screened yet. What was not asked is no “no”.
web-tracks-criminal = Criminal track
web-tracks-criminal-none = No authority has said anything.
web-tracks-form = { $form }, score { $score }
web-tracks-non-punishment = Non-punishment:
web-tracks-released = Released to partners by { $officer }:
web-tracks-open = Tracks and interview
web-screening-said = { $count } people wait
web-screening-none = Nobody waits for a screening.
web-screening-none-what = Whoever was rescued or detained and is not screened stands here.
web-screening-order = Children first, then by the score, then whoever waits longest. The score decides nothing else.
web-screening-age = Age
web-screening-score = Score
web-screening-more = The first { $shown } of { $total }.
web-interview-missing = No such person.
web-interview = Screening interview
web-interview-step = Criminal track: enter a step
web-interview-non-punishment = Consider non-punishment
web-interview-release = Release to a partner
web-interview-screening-title = Enter the screening
web-interview-step-title = What an authority did
web-interview-non-punishment-title = Consider non-punishment
web-interview-release-title = Let a partner be told of this person as a suspect
web-interview-follows-named = You answer for it by name. The next word on the victim track ends it.
web-interview-form = Form
web-interview-age = Of age
web-interview-of-age = In { $country }, of age at { $years }.
web-interview-unverified = Unverified.
web-interview-count = { $asked } of { $all } asked, { $yes } yes; score { $score }.
web-interview-no-decision = The score orders the queue. You decide.
web-interview-needs = What the person needs now
web-interview-result = Result
web-interview-enter = Enter the result
web-interview-said = Your agency’s word from today on: { $result }.
web-interview-alleged = What the person is said to have done
web-interview-exploitation = How that was a part of the exploitation
web-interview-decision = Decision
web-interview-appeal = Appeal
web-interview-release-to = To which agency (any where empty)
web-interview-basis = Legal basis
web-screen-reports = Reports
web-screen-report = Report
web-screen-new-report = Log a report
web-screen-estimate = Estimate
web-screen-money = Money
web-screen-money-trace = Trace of money
web-key-go-money = go to money
web-key-zoom-in = larger
web-key-zoom-out = smaller
web-key-zoom-none = usual size
web-key-rows-only = rows only
web-key-lock = lock layout
web-key-by-holder = group by holder
web-key-keep = keep in a case
web-money-note = Loaded tables are listed.
web-money-lead = Where did this money go, and what can still be stopped? No rule is true: write the rule with every amount.
web-money-ask = Follow money
web-money-from = Accounts
web-money-from-what = One on each line, as a victim names them; spaces and hyphens do not matter.
web-money-direction = Direction
web-money-forward = where their money went
web-money-backward = who can have paid them
web-money-rule = Rule
web-money-rule-what = Courts differ. The answer names the rule, and you can change it there.
web-money-limits = Limits
web-money-since = From this time on
web-money-until = Up to this time
web-money-hops = Transfers behind each other at most
web-money-min = Least amount of a transfer
web-money-ties = What is first of one time
web-money-ties-usual = the usual order
web-money-net = Leave transactions and their reversals out
web-money-duplicates = Count what two files tell of twice
web-money-look = That you look into these accounts is recorded under your name with the purpose.
web-money-ask-act = Follow
web-money-none = No transactions
web-money-none-what = Load a bank CSV, an ISO 20022 or goAML file, or an export of an explorer or exchange.
web-money-asked = Your questions
web-money-question = Accounts asked about: { $count }
web-money-state-running = working
web-money-state-done = answered
web-money-state-stopped = Stopped. Nothing of it is kept.
web-money-state-failed = It cannot be answered.
web-money-stop = Stop
web-money-kept = Kept traces
web-money-kept-none = No trace was kept in a case of yours yet. Ask a question, then keep its answer.
web-money-title = Title
web-money-sums = Sums
web-money-by = By
web-money-acts = Acts
web-money-forget = Take back
web-money-tables = Tables of the ledger
web-money-load = Load files of transactions
web-money-load-what = Statements as CSV, XLSX, camt, pacs.008, MT940, MT103 or goAML. What cannot be read is set aside and told.
web-money-sending = Sending the file
web-money-loading = How far it is
web-money-loaded = Transactions: { $rows }, problems: { $problems }.
web-money-loaded-known = The very same file is in the ledger already. Nothing was added.
web-money-hide = Hide
web-money-row = Row { $row },
web-money-file = File
web-money-format = Format
web-money-rows = Transactions
web-money-problems = Problems
web-money-hash = SHA-256
web-money-unload = Take this table back
web-money-follows-unload = From now on no question about money counts its transactions. Kept traces that asked it cannot be opened again.
web-money-follows-history = History still shows that it was there, and who took it back.
web-money-follows-forget = The trace is gone from its case. The transactions stay.
web-money-follows-reopen = The same question is asked again of the tables that were asked then. You are told whether the answer is still the same.
web-money-follows-look = That you look into these accounts is recorded under your name with the purpose.
web-money-reopen = Open a kept trace
web-money-reopen-act = Open
web-money-trace = Trace
web-money-rows-note = Rows carry the hash of their file and the line.
web-money-by-holder = By holder
web-money-rows-only = Rows only
web-money-lock = Locked
web-money-keep = Keep in a case
web-money-working = Transactions read: { $done } of { $of }.
web-money-back = Back to money
web-money-rule-purpose = To ask by another rule, name your purpose:
web-money-rule-fifo = FIFO
web-money-rule-lifo = LIFO
web-money-rule-pro-rata = Pro rata
web-money-rule-lowest-balance = Lowest balance
web-money-rule-poison = Poison
web-money-same = The answer is the one that was kept, to the minor unit.
web-money-not-same = The answer is not the one that was kept: the program has changed since. Both hashes are told on paper.
web-money-total = { $currency }, { $rule }: sent { $sent } = still in accounts { $held } + returned { $returned } + beyond the limits { $beyond }
web-money-allocation = An allocation under this rule, not a finding of ownership.
web-money-reached = Who can have paid
web-money-reached-what = No rule is asked backward, and no amount told.
web-money-account = Account
web-money-holder = Holder
web-money-last = Last
web-money-transactions = Transactions with traced money
web-money-shown = Shown: { $shown } of { $all }.
web-money-all-rows = Show all rows
web-money-time = Time
web-money-sender = From
web-money-receiver = To
web-money-amount = Amount
web-money-traced = Traced
web-money-currency = Currency
web-money-source = File and line
web-money-holdings = Where it is
web-money-held = Still there
web-money-received = Received
web-money-minutes = Minutes left
web-money-held-all = Still in accounts
web-money-forget-answer = Forget this answer
web-money-follows-keep = The question, the rule, the sums and the hash of the answer stand in the case from now on.
web-money-follows-members = Whoever is let into the case can open it, for a purpose.
web-money-no-case = You are in no open case. Open one first.
web-money-no-limits = none
web-money-rates = Exchange rates
web-money-rates-none = None: no amount was converted, and no two currencies were added up.
web-money-fingerprint = Hash of the answer
web-money-evidence = Evidence: each transaction by file and line
web-money-files = Files
web-money-looked-at = Transactions looked at: { $rows }.
web-money-accounts = { $count } accounts
web-money-left = { $amount } left
web-money-none-left = none left
web-money-seed = followed from here
web-money-move-left = Move left
web-money-move-right = Move right
web-money-move-up = Move up
web-money-move-down = Move down
web-money-arrange = Arrange anew
web-money-canvas = Where the money went, left to right by time
web-money-legend-seed = asked about
web-money-legend-account = account
web-money-legend-address = address of a chain
web-money-legend-holder = one holder, as a file says
web-money-boxes = Boxes: { $count }
web-money-rest = { $count } accounts stand in one box
web-money-locked = layout locked: another rule leaves boxes where they are
web-money-unlocked = layout open: drag boxes, or Alt and an arrow
web-screen-freeze-plans = Freeze plans
web-screen-freeze-plan = Freeze plan
web-freeze-lead = What banks and exchanges were asked to hold, how far each request is, and what was saved. Nothing is sent from here.
web-freeze-none = No freeze plan
web-freeze-none-what = Follow money first: a plan is made from the answer, for a case.
web-freeze-no-such = There is no such plan, or you are not in its case.
web-freeze-make = Make a freeze plan
web-freeze-make-act = Make
web-freeze-follows-make = A request for each account that still holds some of the money, { $count } in all, and a letter for each bank stand in the case from now on.
web-freeze-follows-nothing-sent = Nothing is sent: you send the letters yourself and enter what became of them.
web-freeze-basis = Legal basis
web-freeze-country = Country of clocks, where a bank says none
web-freeze-victims = Holders presumed victims
web-freeze-number = Number
web-freeze-requests = Requests
web-freeze-late = Late
web-freeze-sums = What became of the money
web-freeze-saved-of = { $saved } of { $asked } { $currency } held
web-freeze-asked = Asked for
web-freeze-saved = Saved
web-freeze-moving = Still moving
web-freeze-lost = Lost
web-freeze-released = Released
web-freeze-say = Enter what became of it
web-freeze-say-all = Enter for all requests
web-freeze-say-act = Enter
web-freeze-import = Take outcomes
web-freeze-import-what = Each row gets its word on the request for its account. Rows that name none are told.
web-freeze-imported = Taken: { $taken }, set aside: { $aside }.
web-freeze-csv = Table: account, outcome, currency, amount, reason
web-freeze-take-back = Take back
web-freeze-follows-plan-gone = The plan with all its requests is gone from its case.
web-freeze-follows-act-gone = What was entered in the same act is taken back together.
web-freeze-follows-count = Requests or letters it is entered for: { $count }.
web-freeze-act-by = Usually goes on
web-freeze-state = State
web-freeze-clock = Clock
web-freeze-history = What was entered
web-freeze-until = until
web-freeze-over = over since
web-freeze-no-clock = The file of the country has no clock.
web-freeze-held-amount = Amount that is held
web-freeze-state-drafted = drafted
web-freeze-state-sent = sent
web-freeze-state-acknowledged = acknowledged
web-freeze-state-held = held
web-freeze-state-refused = refused
web-freeze-state-expired = expired
web-freeze-state-released = released
web-key-plan = make a freeze plan
web-key-go-freezes = go to freeze plans
web-screen-search = People & organisations
web-screen-record = Record
web-screen-import = Import
web-screen-activity = Activity
web-screen-looks = Looks
web-screen-emergencies = Looks in an emergency
web-screen-account = Account
web-screen-nothing = Not found
web-nothing = Nothing is here
web-nothing-what = The address leads nowhere, or to something that you may not see.
web-preview = Preview
web-known-since = known since
web-situation-then = Nothing was known then
web-situation-then-what = At that moment this node held no figure, place or event that you may see.
web-known-now-show = Show what is known now
web-no-role = This screen is for other roles
web-no-role-what = You are signed in as: { $roles }. None of these roles opens this screen.
web-no-role-operator = You are signed in as: { $roles }. Who looks after accounts, tokens and the node itself does so with the program on its machine, and reads no records.
web-banner = Handling
web-banner-nothing = Nothing that is marked is on this screen.
web-banner-clear = Public, each with its source. May be passed on.
web-banner-green = For the community of agencies that exchange. Not for the public.
web-banner-amber = For the named agencies and those whom they must inform. No onward sharing without the originator.
web-banner-amber-strict = For the named agencies only. No onward sharing without the originator.
web-banner-red = For the named people only.
web-banner-none = Stays with its originator. Nothing of it leaves this node.
web-banner-until = Expires { $time }.
web-banner-of = { $count ->
    [one] Most restrictive of 1 item on screen.
   *[other] Most restrictive of { $count } items on screen.
 }
web-originator-only = ORIGINATOR ONLY
web-handling-own = originator
web-demonstration = Fictional people and accounts
web-search-label = Search
web-search-hint = Search any script, number or place
web-range = Time range
web-range-all = All dates
web-range-what = When it happened or was true, by the dates that sources give.
web-range-from = From
web-range-to = To
web-range-clear = All dates
web-unit-people = people
web-unit-reports = reports
web-unit-sites = sites
web-unit-level = level
web-unit-persons-and-entities = persons and entities
web-unit-devices = devices
web-unit-buildings = buildings
web-unit-percent = percent
web-unit-accounts = accounts
web-unit-items = items
web-unit-ratio = ratio
web-unit-entities = entities
web-unit-requests = requests
web-gender-male = male
web-gender-female = female
web-gender-other = other
web-topic-sanction = sanctioned
web-topic-crime = crime
web-topic-crime-fraud = fraud
web-topic-crime-traffick = trafficking
web-topic-crime-fin = financial crime
web-topic-wanted = wanted
web-topic-poi = person of interest
web-topic-role-pep = politician
web-known-on = As known on
web-known-now = now
web-known-what = Shows what this node knew at that moment. What you may see is decided by today's marks.
web-time-zone = Times in { $zone }.
web-language = Language
web-language-unchecked = This language has not been checked by a speaker yet. What is not translated stands in English.
web-jobs = { $count ->
    [0] No job
    [one] 1 job
   *[other] { $count } jobs
 }
web-account = Account
web-account-own = Password and sessions
web-account-made = made { $time }
web-sign-out = Sign out
web-role-analyst = analyst
web-role-supervisor = supervisor
web-role-liaison-officer = liaison officer
web-role-consular-officer = consular officer
web-role-victim-support = victim support
web-role-auditor = auditor
web-role-administrator = administrator
web-sign-in = Sign in
web-sign-in-what = With your account of this node, its password and a code of your device.
web-sign-in-again = Sign in again
web-sign-in-again-what = Your session has ended. What you have typed behind this window is kept.
web-sign-in-name = Account
web-sign-in-password = Password
web-sign-in-code = Code
web-sign-in-code-what = Six digits from your authenticator. Pasting is fine.
web-keys = Keys
web-keys-key = Key
web-keys-does = What it does
web-keys-single = Single letters are keys
web-key-search = search
web-key-palette = go, act
web-key-overlay = all keys
web-key-go-situation = go to the situation
web-key-go-inbox = go to the inbox
web-key-go-reports = go to reports
web-key-report-new = log a report
web-key-report-stage = enter a stage
web-key-report-check = note a welfare check
web-key-go-estimate = go to estimates
web-key-go-search = go to people and organisations
web-key-go-import = go to imports
web-key-go-activity = go to activity
web-key-go-looks = go to looks
web-key-go-emergencies = go to looks in an emergency
web-key-next = next row
web-key-previous = previous row
web-key-open = open
web-key-preview = preview
web-key-back = back, close
web-key-evidence = evidence
web-key-undo-judgement = take back your last judgement
web-key-twin = map as table
web-key-print = print view
web-key-cite = copy citation
web-key-tab-before = tab before
web-key-tab-after = tab after
web-palette = Go, act, search
web-palette-hint = A screen, an action, a saved search, a language
web-palette-go = screen
web-palette-act = action
web-palette-saved = saved search
web-palette-search = search for this
web-palette-none = Nothing fits.
web-unreachable = The node does not answer
web-unreachable-what = It may be starting again, or the connection is cut. Nothing that you typed is lost; try again in a moment.
web-broken = This went wrong
web-failure-code = Code:
web-covered = covered
web-value-more = show { $count } more characters
web-explain = How this came about
web-explain-how = How?
web-explain-asked = Asked
web-explain-inputs = From
web-explain-as-of = As of
web-explain-method = Method
web-explain-figures = { $count ->
    [one] 1 published figure
   *[other] { $count } published figures
 }
web-explain-position = position { $position } of the journal
web-explain-figures-method = Figures of one question stand side by side. Nothing is averaged, added up or left out.
web-reason = Reason
web-receipt = Receipt { $commit }
web-receipt-when = Written and signed on { $time }.
web-receipt-what = It is on disk under this number. It can be followed by another decision, never overwritten.
web-evidence = Evidence
web-kind = Kind
web-date = Date
web-country = Country
web-source = Source

## web: situation

web-views = Views
web-view-overview = Overview
web-view-questions = Questions
web-view-figures = Figures
web-view-events = Events
web-view-places = Places
web-situation-sum = { $figures } public figures from { $publishers } publishers · { $questions } questions, { $judged ->
    [0] none judged yet
    [one] 1 figure judged
   *[other] { $judged } figures judged
 }
web-situation-note = Figures as published. None of them is verified here.
web-situation-none = No figures
web-situation-none-what = Import figures with their sources: a table with a column for the question, the value and the publisher.
web-estimate-lead = How many people are on none of several lists that overlap, by multiple systems estimation. The answer is a range, or a refusal with its reason.
web-estimate-of = Count people
web-estimate-of-table = of a table that I bring
web-estimate-of-node = on the records of this node
web-estimate-by = What makes a list
web-estimate-by-dataset = Each dataset
web-estimate-by-agency = Each agency that took reports
web-estimate-by-channel = Each way in which reports came in
web-estimate-which-lists = Which lists
web-estimate-which-lists-what = Two to nine lists that are about the same people over the same time. Beside each: people, as far as was judged.
web-estimate-no-lists = No record here is on such a list.
web-estimate-likely = Take pairs that are { $percent } % likely as one person, before they are judged
web-estimate-judge = Judge the pairs that wait
web-view-own = Own counts
web-view-cooperation = Is cooperation working
web-own-lead = What is on record here, counted as far as you may see. Each number opens its rows. Nothing is estimated, and no published figure is among them.
web-own-what = What is counted
web-own-verified = Verified or said by an officer here
web-own-reported = Reported
web-own-reports = reports of people missing or held
web-own-located = people located
web-own-home = people home
web-own-detained = people arrested or detained
web-own-deported = people deported or expelled
web-own-frozen = accounts frozen
web-own-of-these = { $verified } verified, { $reported } reported.
web-own-undated = { $count } without a month.
web-own-table = Month by month
web-own-stages = Reports by stage
web-own-days-open = Days open
web-own-days = median { $median }, longest { $most }
web-own-money = Money of freeze plans
web-own-no-money = No freeze plan yet.
web-own-currency = Currency
web-own-asked-for = Asked
web-own-saved = Saved
web-own-moving = Still moving
web-own-lost = Lost
web-own-close = Close the rows
web-own-record = Record
web-own-said-by = Said by
web-own-standing = Standing
web-own-cooperation-what = What agencies asked each other. Hours are the median from sending to a full answer or a refusal.
web-own-asked = Asked
web-own-by-us = by us
web-own-by-them = by them
web-own-requests = Requests
web-own-late = Late
web-own-hours = Median hours to answer
web-own-refused = Refused, by law
web-own-located-after = People located after an answer
web-own-withdrawals = Withdrawals confirmed
web-own-no-requests = No request was sent yet
web-own-no-requests-what = Here stands, peer by peer and month by month, how requests between agencies fared.
help-figures-own = What the node itself counts: reports, people located, arrests, accounts frozen
help-figures-own-what = Give the rows of this number: reports, located, home, detained, deported or frozen
help-figures-cooperation = What became of requests between agencies, peer by peer and month by month
web-estimate-table = Table of counts
web-estimate-table-what = A column of 0 and 1 for each list, and one called count: how many people are on exactly those lists. Counts alone; put in no names.
web-estimate-file = Take the table from a file
web-estimate-example = Take an invented example
web-estimate-example-said = The example is in the field. Its numbers are invented.
web-estimate-method = Method
web-estimate-method-all = Every method for so many lists, side by side
web-estimate-method-usual = The one to be preferred for so many lists
web-estimate-seed = Seed
web-estimate-seed-what = The same seed gives the same limits.
web-estimate-ask = Estimate
web-estimate-working = Working. Five lists can take half a minute; one question is worked on at a time.
web-estimate-stop = Stop waiting
web-estimate-none = Nothing was asked yet
web-estimate-none-what = Bring a table of counts. Link the records first: one person counted as two on two lists makes the answer too high.
web-estimate-note = Estimates are not kept. Print what you need.
web-estimate-cells = Cells as they were read
web-estimate-lists = On these lists and on no other
web-estimate-people = People
web-estimate-on-none = on none of them
web-estimate-unknown = unknown: this is what is estimated
web-estimate-chart = People in all: range of each method
web-estimate-seen-mark = Plain bar: { $people } seen. Hatched: the range. Dashed: the middle.
web-estimate-range = { $low } to { $high }
web-estimate-at-least = at least { $low }
web-estimate-refused = Refused
web-estimate-warnings = To be known before it is used
web-estimate-models = Models that the range spans
web-estimate-model = Model
web-estimate-alone = People in all, by this model alone
web-estimate-share = Share of replicates, or belief
web-estimate-drawn = { $replicates } tables drawn anew with seed { $seed }, { $failed } of them without an estimate.
web-estimate-assumes = What it takes for granted
web-estimate-lists-names = Lists by number: { $lists }
web-publish-figures = Figures that anybody may have, with their sources
web-publish-reports = Table for everybody
web-print = Print view
web-working-copy = Working copy, printed from the screen by { $user }, { $time }, journal position { $position }. Not an exhibit.
web-as-of = as of
web-undated = no date
web-figure-value = value
web-plot = plot
web-what-is-counted = what is counted
web-said-by = said by, source
web-no-source = no source named
web-date-unverified = date unverified
web-figures-differ = { $count ->
    [one] 1 figure
   *[other] { $count } figures
 }
web-set-conflict = These cannot all be true
web-set-told-apart = Told apart by what they count and when
web-set-unjudged = no judgement yet
web-set-judged = { $count ->
    [one] 1 figure judged
   *[other] { $count } figures judged
 }
web-set-method = Arrow: “more than”. Nothing averaged.
web-set-apart = Taken out of this question by an analyst
web-basis-proposed = Nobody stated this question: subject, measure, place and time of these figures agree.
web-basis-set-apart = An analyst took this figure out of its question.
web-basis-short-stated = stated
web-basis-short-proposed = proposed
web-more-than = more than
web-at-most = at most
web-off-scale = off scale
web-in-conflict = in conflict
web-preferred = preferred
web-superseded = superseded
web-corroborated = confirmed by another
web-fate-held = in detention
web-fate-expected = expected to leave
web-fate-left = left
web-fate-counted = counted
web-sources = { $count ->
    [one] 1 source
   *[other] { $count } sources
 }
web-sources-of = { $count ->
    [one] 1 source of { $value }
   *[other] { $count } sources of { $value }
 }
web-judge-different = Different question
web-judge-superseded = Superseded
web-judge-preferred = Preferred, because …
web-judge-different-question-title = This figure answers a different question
web-judge-superseded-title = This figure was superseded
web-judge-preferred-title = This is the figure to use
web-judge-by = By which figure
web-judge-by-none = None of these
web-judge-write = Write to the journal
web-judge-hint = In your words, for whoever reads this in a year. Name no victim.
web-consequence-different-question = “{ $what }” leaves this question and stands on its own. Both stay on the screen.
web-consequence-superseded = “{ $what }” stays on the screen, marked as superseded.
web-consequence-superseded-by = “{ $by }” is named as the figure that follows it.
web-consequence-preferred = “{ $what }” is marked as preferred. The other figures stay beside it.
web-consequence-written = The decision is signed and written to the journal under your name, { $user }.
web-consequence-stays = No figure is changed or removed. A later decision can follow this one.
web-verdict-different-question = Different question
web-verdict-superseded = Superseded
web-verdict-preferred = Preferred
web-judged-different-question = Different question, { $user }, { $time }
web-judged-superseded = Superseded, { $user }, { $time }
web-judged-preferred = Preferred, { $user }, { $time }
web-judgements = Judgements
web-judge-withdraw = take back
web-judge-withdraw-this = Take back the judgement “{ $verdict }”
web-judge-withdraw-title = Take this judgement back
web-judge-withdraw-act = Take it back
web-judge-withdraw-follows = “{ $verdict }” by { $user } about “{ $what }” holds no longer.
web-judge-withdraw-history = It stays in the figure's history, with who took it back and why.
web-judge-withdraw-none = There is no judgement of yours to take back.
web-map = Map of places
web-map-figures = { $count ->
    [one] 1 figure
   *[other] { $count } figures
 }
web-map-with-figures = place with figures
web-map-reports = { $count } reports
web-map-with-reports = place with reports
web-map-restricted = travel restriction
web-map-town = town
web-map-compound = compound
web-map-note = Bundled, simplified borders; dashed where disputed; no position taken. Not drawn: { $count } places without a coordinate.
web-timeline = Timeline
web-timeline-none = No event lies in this range.
web-timeline-of = { $count } events, { $from } to { $to }
web-timeline-unlabelled = { $count ->
    [one] 1 event has no room for its name: see Events.
   *[other] { $count } events have no room for their names: see Events.
 }
web-multiples = Other questions
web-form-bars = by the period each figure counts
web-form-steps = cumulative from one day
web-form-windows = bar: the window each figure counts
web-form-dots = by what each figure counts
web-answers = answers
web-question = question
web-standing = standing
web-event = Event
web-other-names = Other names
web-position = Position
web-position-none = no source gives one
web-figure-population = Population
web-figure-measure = Measure
web-figure-place = Place
web-figure-period = Period
web-figure-publisher = Publisher
web-figure-title = Title
web-figure-published = Published
web-figure-note = Note
web-figure-address = Address
web-figure-reference = Reference
web-figure-id = Record

## web: search

web-search-results = Results
web-search-note = People who are covered are found, and stay covered.
web-search-said = { $count ->
    [0] Nothing found
    [one] 1 record found
   *[other] { $count } records found
 }
web-search-total = { $count ->
    [0] nothing
    [one] 1 record
   *[other] { $count } records
 }
web-search-relaxed = nothing has every word; these have some
web-search-save = Save search
web-search-saved = saved
web-search-saved-list = Saved searches
web-search-saved-said = Saved as { $name }.
web-search-forget = Forget the search { $name }
web-search-name = Name
web-search-name-what = Only you see it. The text is kept on the node, never in an address.
web-search-unknown = This search is not known
web-search-unknown-what = It was forgotten, or it belongs to somebody else. Type it again above.
web-search-none = Nothing was found
web-search-none-what = Fewer words or fewer filters find more. Spellings and scripts are tolerated already.
web-search-marks-what = Type a word, a name or a number beside the marks.
web-search-empty = Nothing is in this node yet
web-search-empty-what = Import a spreadsheet, a list or a file of another program.
web-search-what = record
web-search-detail = countries, topics, dates
web-search-statements = statements
web-search-covered-match = Matches what is covered: { $props }
web-explain-everything = everything
web-explain-scope = what you may see of this node
web-explain-search-method = words in any script, with spellings tolerated; best fit first; { $ms } ms
web-filters = Filters
web-filters-clear = Clear all
web-filter-remove = remove
web-facet-schema = Kind
web-facet-country = Country
web-facet-dataset = Dataset
web-facet-handling = Handling
web-facet-date = Date
web-pages = Pages
web-page-before = Before
web-page-after = After
web-report-note = Lists say numbers, not names. Who looks at a person is recorded.
web-report-said = { $count ->
    [one] 1 report
   *[other] { $count } reports
 }
web-report-count-day = Counted on
web-report-log = Log a report
web-report-none = No reports.
web-report-none-what = Import a spreadsheet or log one (takes 2 minutes).
web-report-overview = All reports in one look
web-report-rows = Reports, what is due first first
web-report-views = Saved views
web-report-view-none = Nothing here.
web-report-view-none-what = No report is in this view on this day.
web-report-shown = { $from }–{ $to } of { $count }
web-report-total = { $count ->
    [one] 1 report
   *[other] { $count } reports
 }
web-report-open = { $count } open
web-report-settled = { $count } settled
web-report-on = on { $day }
web-report-open-days = Open, by days
web-report-sum = All
web-report-rows-of = { $count }: { $what }
web-report-months = By the month of the report
web-report-month = Month
web-report-made = Reported
web-report-bar = Reported, and settled of them
web-report-number = Report
web-report-stage = Stage
web-report-days = Days
web-report-last-heard = Last heard
web-report-place = Place
web-report-place-unknown = not known
web-report-next = Next
web-report-days-late = { $count ->
    [one] 1 day late
   *[other] { $count } days late
 }
web-report-by = by { $day }
web-report-disagreed = { $count ->
    [one] 1 word differs
   *[other] { $count } words differ
 }
web-report-disagreed-here = differs
web-report-fork = Two officers built on the same stage at the same time. Both words are kept; the next stage settles it.
web-report-further = Another agency has the person further on. Both words are kept.
web-report-missing = No such report
web-report-missing-what = It is not there, or you may not see it.
web-report-covered = Name, contacts and words are covered.
web-report-person = Person reported
web-report-record = All statements
web-report-days-open = { $count ->
    [one] day open
   *[other] days open
 }
web-report-enter-stage = Enter a stage …
web-report-enter-act = Enter the stage
web-report-enter-check = Note a welfare check …
web-report-check-act = Note the check
web-report-add-source = Add a source
web-report-stages = Stages
web-report-no-date = no date
web-report-entered = { $officer }, { $time }
web-report-came = came with a file, { $time }
web-report-take-back = Take back
web-report-take-back-title = Take back: { $what }
web-report-may-follow = may follow
web-report-known = What is known
web-report-known-none = Nothing else was told.
web-report-checks = Welfare checks
web-report-checks-none = No check is noted yet.
web-report-by-whom = By
web-report-check-how = How
web-report-check-note = What was said or seen
web-report-usual = Usual next
web-report-unusual = Needs a reason, or is said already
web-report-reached = Reached on
web-report-date-hint = 2025-10-17, or 2025-10 where only the month is known
web-report-field-name = Name
web-report-field-phone = Person's phone
web-report-field-handle = Handle
web-report-field-birthDate = Born
web-report-field-nationality = Nationality
web-report-field-passportNumber = Passport number
web-report-field-lastContactAt = Last contact
web-report-field-lastContactText = Last contact said
web-report-field-placeText = Where held, as told
web-report-field-heldByText = Held by, as told
web-report-field-howLured = How lured
web-report-field-accountsPaidText = Accounts paid, as told
web-report-field-danger = Danger
web-report-child = child, or may be
web-report-field-medicalNeeds = Medical needs
web-report-field-summary = In the words of whoever told it
web-report-field-channel = Channel
web-report-field-reportedAt = Reported
web-report-field-reporterRelationship = Reporter is
web-report-field-reporterPhone = Reporter's phone
web-report-field-reporterEmail = Reporter's e-mail
web-report-field-safeToCall = Safe to call
web-report-field-contactInstructions = How to make contact
web-report-field-reporterConsent = Reporter's consent
web-report-field-outcome = Outcome
web-report-field-nextCheck = Next check
web-report-authority = Which agency says so
web-report-authority-hint = Empty: this agency. Otherwise its code, such as kh.npc.
web-report-closing = Why it is closed
web-report-cause = Cause of death, or under investigation
web-report-kin-by = Next of kin told by
web-report-kin-at = Next of kin told on
web-report-reason = Why it is out of the usual order
web-report-follows-beside = The stage stands beside what other agencies said; nothing of theirs changes.
web-report-follows-journal = It is written to the journal under your name and can be taken back.
web-report-follows-gone = Nobody sees it any more in lists, counts and on the report.
web-report-follows-history = It stays in History, with your name and reason.
web-report-alike = May be known already
web-report-alike-what = These reports may be about the same person. Say of each whether it is: nothing is kept before.
web-report-alike-others = Other reports that may be about the same person
web-report-alike-chance = { $percent } % likely
web-report-alike-why = What speaks for it
web-report-alike-person = Both name the same record of a person.
web-report-judge = Decide …
web-report-judge-title = Are { $first } and { $second } one report?
web-report-judge-act = Keep the decision
web-report-judge-follows = Nothing is merged: of reports that are one, the first stands for all, and each keeps its number and its source.
web-report-judge-follows-back = Each report stands by itself again.
web-report-one-with = It is one with { $number }, which stands for both.
web-report-sources = Sources side by side
web-report-source-none = no source named
web-report-mail = From an e-mail
web-report-mail-text = Paste the e-mail here
web-report-mail-hint = What stands under labels, such as Name: or 이름:, goes into the form. Nothing is kept before you take the report.
web-report-mail-read = Read it
web-report-mail-file = Choose a file (.eml)
web-report-mail-done = The form is filled from the e-mail. Check each field.
web-report-mail-left = Named in it, and not said whose:
web-report-mail-attachments = { $count } attachments are not kept.
web-report-who = Who
web-report-what = What happened
web-report-teller = Who told it
web-report-name-hint = One spelling on each line, in any script
web-report-phone-hint = With country code where it is not of this country
web-report-not-said = not said
web-report-source = Source
web-report-source-hint = Such as family, by phone. Name nobody here: everybody who reads the report sees it.
web-report-form-what = Fill in what is known. One of name, phone, handle, passport, place or last words is enough; the rest can follow.
web-report-form-note = What is typed stays on this page until the report is taken.
web-report-take = Take the report
web-report-taken = The report has the number { $number }.
web-report-see = See the report
web-report-another = Log another one
web-inbox-none = Nothing waits for you.
web-inbox-none-what = No report is late, speaks of danger, or has words that differ.
web-inbox-count = { $count ->
    [one] 1 report
   *[other] { $count } reports
 }
web-inbox-all = All { $count }
web-emergency-waits = Looks in an emergency
web-emergency-what = Who uncovered whom against the rules, why, and what a second person holds of it.
web-emergency-none = No look in an emergency
web-emergency-none-what = Whoever uncovers somebody in an emergency, against the rules, leaves one here.
web-emergency-said = { $waiting } wait, { $overdue } are overdue.
web-emergency-by = Review by { $time }
web-emergency-was-late = reviewed late
web-emergency-reviewed-by = { $name }, { $time }
web-emergency-own = A second person reviews your look.
web-emergency-confirm = Confirm
web-emergency-reject = Reject
web-emergency-confirm-title = Confirm look { $look }
web-emergency-reject-title = Reject look { $look }
web-emergency-follows-stays = Your word stays beside the look, under your name, and cannot be changed.
web-emergency-follows-told = { $name } sees it in their inbox.
web-emergency-reason = Why it could not wait
web-emergency-state = State
web-emergency-all = All
web-page-of = { $from } – { $to } of { $total }
web-page-last = Later pages cannot be reached: narrow the search with filters.
web-open-record = Open the record
web-key-save = save search
web-key-page-after = page after
web-key-page-before = page before
web-covered-record = { $kind }, covered

## web: record

web-record-sum = { $statements ->
    [one] 1 statement
   *[other] { $statements } statements
 } from { $sources ->
    [one] 1 source
   *[other] { $sources } sources
 }, { $conflicts ->
    [0] no conflict
    [one] 1 conflict
   *[other] { $conflicts } conflicts
 }
web-record-originators = Originator { $agencies }.
web-record-grades = Grades { $grades }.
web-record-no-grade = No source is graded.
web-record-note = Journal at position { $position }, { $time }
web-since = since { $date }
web-part-victim = Victim
web-part-suspect = Suspect
web-part-witness = Witness
web-part-person-of-interest = Person of interest
web-part-undetermined = Undetermined
web-tab-overview = Overview
web-tab-statements = Statements
web-tab-links = Links
web-tab-timeline = Timeline
web-tab-documents = Documents
web-tab-history = History
web-group-names = Names
web-group-identity = Identity
web-group-contact = Contact
web-group-places = Addresses
web-group-links = Links
web-group-dates = Dates
web-group-other = Other
web-property = property
web-value = value
web-grade = grade
web-original = as written
web-written-as = written as
web-seen = seen
web-originator = originator
web-commit = commit
web-statement = statement
web-withdrawn = withdrawn
web-values-differ = { $count ->
    [one] 1 value
   *[other] { $count } values
 }
web-statements-cut = The first { $shown } of { $total } statements are listed.
web-links-chart = { $count ->
    [one] 1 link as a picture; the table says the same
   *[other] { $count } links as a picture; the table says the same
 }
web-links-more = { $count ->
    [one] 1 more in the table
   *[other] { $count } more in the table
 }
web-links-none = No links
web-links-none-what = Nothing that you may see points here, and this record points nowhere.
web-links-cut = The first { $count } links are listed.
web-link = link
web-link-other = other record
web-link-by = by
web-record-timeline-none = No dates
web-record-timeline-none-what = No open statement of this record gives a date.
web-documents-note = What the statements rest on, by dataset and source. The commit leads to the proof.
web-author = by
web-happened = what happened
web-history-stated = stated
web-history-withdrawn = withdrawn
web-history-removed = removed
web-history-ended = by commit { $commit }, { $time }
web-history-gone = its content is gone, or for auditors
web-proof = proof
web-proof-get = Get proof
web-proof-said = The proof is downloaded.
web-proof-note = A proof shows a stranger, offline, that this node committed the statement: `liaison verify-proof FILE`.
web-reads = Reads
web-beside = From the same source in the same commit
web-covered-what = Names, contacts and what else tells who this is are covered.
web-history-whole = History is the whole journal of this record up to now; “as known on” does not shorten it. Each line says since when it is known.
web-print-title = Print this record
web-print-act = Record it and print
web-print-follows-look = That you print this record is recorded among the looks under your name, { $user }, with the purpose and the time.
web-print-follows-covered = What is covered on the screen is covered on the paper.
web-print-follows-open = What is open on the screen is open on the paper: keep it as its handling says.
web-print-follows-copy = It is a working copy of the screen, with the source of each fact. It is no sealed exhibit, and says so.
web-print-unrecorded = Not printed: print with the button of the screen, so that it is recorded who prints, and for what.
web-print-title-record = { $kind } { $id }
web-print-node = Node
web-print-by = Printed by
web-print-when = Printed on
web-print-look = Recorded as
web-print-look-number = entry { $number } of the chain of looks
web-print-journal = Journal
web-print-copy = Working copy of a screen. Not an exhibit: a sealed exhibit carries a number and the proofs of its statements.
web-print-facts = What is said
web-print-differs = values differ
web-print-sources = Sources
web-print-source = Dataset { $dataset }, originator { $originator }, commit { $commit }, known since { $time }.
web-print-prepared = Prepared by
web-print-reviewed = Reviewed by
web-print-page = page
web-reveal = Reveal with a purpose …
web-reveal-note = Recorded; open 5 minutes.
web-reveal-title = Uncover this record
web-reveal-act = Record the look and uncover
web-reveal-follows-look = A look is recorded under your name, { $user }, with the purpose and the time. It cannot be removed.
web-reveal-follows-time = The record covers itself again after 5 minutes.
web-reveal-follows-auditor = An auditor can see it.
web-reveal-open = Uncovered until { $time } for: { $purpose }.
web-reveal-over = The record is covered again.
web-reveal-said = The look is recorded; the record is uncovered.
web-emergency = Emergency: open now …
web-emergency-title = Uncover this record in an emergency
web-emergency-act = Record the look and uncover now
web-emergency-follows-rules = Where your role does not uncover this person, this does, to save a life. What another agency keeps from you stays kept.
web-emergency-follows-second = A supervisor or an auditor reviews it within 24 hours; until then it stands in their inbox.
web-emergency-hint = Why it cannot wait, in words that name nobody.
web-cover-again = Cover now
web-purpose = Purpose
web-purpose-choose = Choose the purpose
web-purpose-rescue = rescue
web-purpose-victim-support = victim support
web-purpose-repatriation = repatriation
web-purpose-criminal-investigation = criminal investigation
web-purpose-asset-recovery = asset recovery
web-purpose-prevention = prevention
web-purpose-statistics = statistics
web-purpose-audit = audit

## web: looks, acts on accounts, and one's own account

web-looks-what = Who uncovered or printed which record, when and for what.
web-acts-what = What was done with accounts, sessions and tokens, by whom and when.
web-looks-note = Records stand here by their ids, without names.
web-looks-records = Looks at records
web-looks-accounts = Acts on accounts
web-looks-number = number
web-looks-time = time
web-looks-officer = Officer
web-looks-by = Done by
web-looks-record = Record
web-looks-roles = roles
web-looks-detail = roles, scopes
web-looks-way = how
web-looks-nobody = nobody was signed in
web-looks-confirmed = confirmed by { $name }
web-looks-no-purpose = none named
web-looks-more = and { $count } more
web-looks-newest = Newest
web-looks-older = Older
web-looks-csv-what = The CSV holds the newest { $count } of these at most.
web-looks-none = No entry yet
web-looks-none-what = Whoever uncovers or prints a record, or does something with an account, leaves one here.
web-looks-none-such = There is no such entry
web-looks-none-such-what = Names and ids are compared whole. Fewer conditions find more.
web-looks-said = { $count ->
    [0] No entries.
    [one] One entry.
   *[other] { $count } entries.
}
web-way-records-id = uncovered on the screen
web-way-records-id-print = printed
web-way-show = uncovered by command
web-way-proof = proof
web-way-export = export
web-act-made-account = account made
web-act-roles-changed = roles changed
web-act-disabled-account = account disabled
web-act-reset-account = account reset
web-act-confirmation-failed = confirmation failed
web-act-signed-in = signed in
web-act-sign-in-failed = sign-in failed
web-act-signed-out = signed out
web-act-session-ended = one session ended
web-act-sessions-ended = sessions ended
web-act-password-changed = password changed
web-act-password-refused = change of password refused
web-act-made-token = token made
web-act-revoked-token = token revoked
web-scope-read = read
web-scope-import = import
web-scope-export = export
web-scope-health = health
web-password-title = Change the password
web-password-what = With the present one and a code. Your other sessions end; this one stays.
web-password-present = Present password
web-password-new = New password
web-password-new-what = At least { $count } characters. A sentence is best.
web-password-again = New password once more
web-password-unlike = The two are not alike.
web-password-code-what = A new code of your authenticator: each is taken once.
web-password-change = Change it
web-password-changed = { $count ->
    [0] The password is changed. No other session was open.
    [one] The password is changed. One other session ended.
   *[other] The password is changed. { $count } other sessions ended.
}
web-sessions = Open sessions
web-sessions-what = Where you are signed in. End what you do not know, and change the password then.
web-session-begun = begun
web-session-used = last used
web-session-ends = ends
web-session-address = address
web-session-act = act
web-session-this = this session
web-session-end = End
web-session-end-title = End this session
web-session-follows = The session from { $address }, begun { $time }, ends at once.
web-session-follows-recorded = It is recorded among the acts on accounts.
web-sessions-end-others = End all other sessions
web-sessions-follows-others = { $count ->
    [one] One other session of yours ends at once.
   *[other] { $count } other sessions of yours end at once.
}
web-sessions-ended-said = Ended.

## web: import and activity

web-activity-none = No job
web-activity-none-what = Imports stand here with their progress, also after the page was left.
web-import-file = file
web-import-officer = sent by
web-import-state = state
web-import-sent = sent
web-import-rows = rows
web-import-new = new statements
web-import-aside = rows set aside
web-import-imported = rows imported
web-import-mended = rows mended
web-import-entities = records
web-import-nothing-new = nothing new
web-import-undone-by = taken back by { $commit }
web-import-state-sent = to be decided
web-import-state-running = running
web-import-state-done = in the journal
web-import-state-failed = failed
web-import-state-stopped = stopped
web-import-state-undone = undone
web-import-note = Nothing is shared by an import.
web-import-choose = Choose a file, or drop it here
web-import-what = Spreadsheets (CSV, XLSX), FollowTheMoney, OFAC and UN lists. Nothing is read for good before you have seen what its columns mean.
web-import-sending = Sending the file
web-import-size = { $bytes } bytes
web-import-sent-by = sent by { $officer }
web-import-not-yours = { $officer } sent this file and decides what its columns mean. You may discard it.
web-import-rows-not-yours = The rows that were set aside are shown to { $officer } alone.
web-import-stop = Stop
web-import-discard = Discard the file
web-import-discard-title = Discard this file
web-import-discard-follows = “{ $file }” and what was decided about its columns are removed from this node.
web-import-discard-journal = Nothing of it is in the journal, so nothing is taken back.
web-import-discarded-said = “{ $file }” is discarded.
web-import-undo = Undo the import
web-import-other = Other files
web-import-failed = The import failed.
web-import-nothing-kept = Nothing of it is in the journal; the file is kept here, so you can begin again.
web-import-stopped-what = This import was stopped or cut off. Nothing of it is in the journal; begin again below.
web-import-undone-what = Everything that this import brought is withdrawn. The journal shows that it was there.
web-import-mapping = What the columns mean
web-import-mapping-what = { $taken } of { $all } columns are taken. Change what is wrong; nothing is guessed afterwards.
web-import-column = column
web-import-means = means
web-import-means-of = Meaning of { $column }
web-import-why = why
web-import-by-you = chosen by you
web-import-preview = first rows
web-import-left-out = left out
web-import-no-mapping = Read as { $format }: its fields are known, nothing is to be decided.
web-import-about = About the file
web-import-dataset-what = Left empty: the file's name.
web-import-source-what = Who handed it over, or the document. Name no victim.
web-import-grade = Grade
web-import-grade-none = not graded
web-import-grade-what = Reliability of the source A–F, credibility 1–6.
web-import-handling-own = originator only
web-import-handling-what = Left as it is: nothing leaves this node.
web-import-follows = Every readable row becomes signed statements in one commit. Rows that cannot be read are set aside, and nothing else is lost. The import can be undone.
web-import-start = Import
web-import-reading = { $rows } rows read, { $rate } a second
web-import-folding = Written and signed; { $statements } statements made visible
web-import-leave = You can leave this page: the import goes on, and Activity shows it.
web-import-see = See what came in
web-import-problem-rows = { $count ->
    [one] 1 row was set aside
   *[other] { $count } rows were set aside
 }
web-import-mend-what = Mend the cells and import these rows again; the others stay as they are. What you type is kept with the file on the node, for you alone, until it is sent or the import is undone.
web-import-row = row
web-import-problem = problem
web-import-problems = Values that were left out
web-import-cell = { $column }, row { $row }
web-import-mend = { $count ->
    [0] Import mended rows
    [one] Import 1 mended row
   *[other] Import { $count } mended rows
 }
web-import-mended-said = { $count ->
    [0] No row could be read yet
    [one] 1 row is in the journal
   *[other] { $count } rows are in the journal
 }
web-import-undo-title = Undo this import
web-import-undo-act = Withdraw everything it brought
web-import-undo-follows = { $statements } statements of commit { $commits } are hidden from everybody, everywhere in this node.
web-import-undo-stays = The journal keeps that they were there, and who took them back and why.

## workbench: resolving

web-screen-resolve = Resolve
web-tab-similar = Similar
web-key-go-resolve = go to Resolve
web-key-same = same
web-key-different = different
web-key-unsure = not sure
web-key-undo = undo last
web-key-next-pair = next pair
web-key-pair-before = pair before
web-verdict-same = Same
web-verdict-different = Different
web-verdict-unsure = Not sure
web-resolve-queue = Pairs that wait
web-resolve-kind = Kind of record
web-resolve-kind-every = Every kind
web-resolve-pair = The chosen pair
web-resolve-count = { $count } pairs, by weight
web-resolve-more = Show { $count } more
web-resolve-question = Are these two one?
web-resolve-odds = total { $bits } bits, about { $odds } to 1, among { $records } records
web-resolve-odds-sure = total { $bits } bits, more than a million to 1, among { $records } records
web-resolve-note = Weights: log2 of the likelihood ratio, Fellegi–Sunter
web-resolve-reason-what = Kept in the journal. Proposed from the weights; write your own, and name nobody.
web-resolve-follows = Nothing is merged: both records stay as they are. Undo restores the pair. Roles in cases do not carry over.
web-resolve-undo = Undo last
web-resolve-undo-reason = Taken back on the screen, right after it was judged.
web-resolve-nothing = No pair waits
web-resolve-nothing-what = No two records that you may see share a name or a number, or all that do are judged.
web-resolve-done = { $verdict }, commit { $commit }.
web-resolve-undone = Commit { $commit } is taken back.
web-resolve-last = Last: { $verdict }, commit { $commit }.
web-weights = What speaks for and against one
web-weights-kind = Property
web-weights-first = First
web-weights-second = Second
web-weights-agreement = Comparison
web-weights-bits = Weight, bits
web-weights-start = Start
web-weights-start-what = A name or a number brought them together
web-weights-total = Total
web-weights-legend = filled: for one; dashed: against; circle: no evidence either way
web-similar-none = Nothing is similar
web-similar-none-what = No record that you may see shares a name or a number with it.
web-similar-judged = { $verdict }, judged by { $user }, { $time }, commit { $commit }:
web-similar-take-back = Take back
web-similar-take-back-title = Take this judgement back
web-similar-take-back-follows = Who is one is again what it was before this judgement. It stays in the history, with your reason.
web-one-with = Judged to be one with { $count }:
web-said-alike = said alike
web-one-with-others = one with { $count } other records

## Simulated regions
world-filing = Region { $seed }: three agencies file what they were told
world-matching-alone = Region { $seed }: each looks through its own records
world-sharing = Region { $seed }: the three nodes meet and share
world-matching-together = Region { $seed }: one of them looks through everything
world-tracing = Region { $seed }: the money is followed
world-about =
    { $people } people lured in { $seeds ->
        [one] one simulated region
       *[other] each of { $seeds } simulated regions
    }, seen by three agencies:
world-people-located = People located
world-duplicates-joined = Pairs of reports joined
world-compounds-identified = Compounds whose recruiters are known
world-money-stopped = Money still to be stopped, million USD
world-precision = Of the pairs of records that all together held to be one, { $precision } % are.
world-hours = Located in the middle { $hours } hours after the family's report.
world-shared = { $statements } statements shared and taken, { $speed } a second, both sides on this machine; { $seconds } s in all.
world-fictional = Everybody and everything in it is fictional.
column-world-measure = Measure
column-best-alone = Best agency alone
column-together = Together
column-oracle = All-seeing
column-times = Times the best alone
## Other agencies: peers, sharing, hit or no hit
web-rail-exchange = Exchange
web-screen-peers = Peers
web-screen-sharing = Sharing
web-screen-asks = Hit or no hit
web-key-go-asks = go to hit or no hit
web-key-go-sharing = go to sharing
web-key-go-peers = go to peers
web-terms-h0 = H0: may be used for preventing and combating crime
web-terms-h1 = H1: not before a court without the originator
web-terms-h2 = H2: not passed on without the originator
web-terms-h3 = H3: under the named condition
web-terms-two-people = two people behind each request

web-peer-what = Agencies whose cards were taken, and what both heads signed.
web-peer-note = Keys and agreements are signed with a root key that lies in a safe, at the command line.
web-peer-count = { $count ->
    [one] One agency
   *[other] { $count } agencies
}
web-peer-none = No peers
web-peer-none-what = Heads of agencies exchange cards in person and sign an agreement. Below is what to do.
web-peer-forked = It signed two entries under one number. Nothing is taken from it since; the proof is kept.
web-peer-overdue-withdrawals = { $count ->
    [one] OVERDUE: one withdrawal is not confirmed. It may still be used there.
   *[other] OVERDUE: { $count } withdrawals are not confirmed. They may still be used there.
}
web-peer-overdue = { $count ->
    [one] OVERDUE: one entry is not confirmed.
   *[other] OVERDUE: { $count } entries are not confirmed.
}
web-peer-broken = This agency broke with it: nothing goes, and nothing after its entry { $number } is taken, but withdrawals.
web-peer-agreement-over = The agreement ended on { $date }. Nothing goes until both heads sign the next.
web-peer-card-over = Its card ran out on { $date }. Ask for the next.
web-peer-agreement = Agreement
web-peer-no-agreement = None: nothing goes, and nothing is asked.
web-peer-agreement-until = No. { $number }, from { $since } until { $until }; { $evaluations } evaluations a day
web-peer-passed = Passed between us
web-peer-counts = { $sent } given, { $received } got
web-peer-waits = Receipts
web-peer-unconfirmed = { $count ->
    [one] one entry not confirmed
   *[other] { $count } entries not confirmed
}, { $withdrawals } of them withdrawals, since { $since }
web-peer-all-confirmed = Everything is confirmed.
web-peer-owed = { $count ->
    [one] One of its entries waits for our receipt, which goes with the next connection.
   *[other] { $count } of its entries wait for our receipts, which go with the next connection.
}
web-peer-contact = Contact
web-peer-answered = It answered us on { $time }.
web-peer-never-answered = It has not answered since this server started.
web-peer-asked = It asked us on { $time }.
web-peer-never-asked = It has not asked since this server started.
web-peer-address = Address
web-peer-no-address = none: by files on a stick, or when it connects
web-peer-fingerprint = Fingerprint
web-peer-card = Card
web-peer-card-until = No. { $number }, until { $until }
web-peer-own = Our own card
web-peer-no-card = none was made yet
web-peer-words = Six words
web-peer-words-what = Read them aloud to whoever takes the card.
web-peer-how = How two agencies connect
web-peer-how-card = Each makes a card and gives it to the other in person:
web-peer-how-add = Each takes the other's, with the six words that were read aloud:
web-peer-how-agree = One head proposes, the other signs as well, the first takes what both signed:
web-peer-how-end = Either may end it:

web-share-note = Records stand here by their ids, without names.
web-share-said = { $count ->
    [one] One entry
   *[other] { $count } entries
}
web-share-which = Which entries
web-share-given = given
web-share-got = got
web-share-what = What
web-share-until = Until
web-share-receipt = Receipt
web-share-none = Nothing was shared
web-share-none-such = Nothing was shared that fits
web-share-none-what = Open a record and share it: what would go, to whom and under what is shown first.
web-share-more = { $count ->
    [one] and one more of it
   *[other] and { $count } more of it
}
web-share-withdrawal = Takes back entry { $number }
web-share-not-forwarded-given = Told them: we were asked to pass their entry { $number } on to { $agency }, and refused
web-share-not-forwarded-got = They were asked to pass our entry { $number } on to { $agency }, and refused
web-share-gone = a statement that ended
web-share-not-yours = a statement that you may not see
web-share-copies = { $count ->
    [0] nothing of it was there
    [one] one copy removed
   *[other] { $count } copies removed
}
web-share-overdue = OVERDUE: not confirmed
web-share-waits-given = not confirmed yet
web-share-waits-got = taken; the receipt goes with the next connection
web-share-take-back = Take back
web-share-take-back-title = Take a statement back everywhere
web-share-take-back-act = Take it back
web-share-follows-ends = { $property } of { $record } ends here: nobody finds, counts or exports it any more.
web-share-follows-told = Every agency that has it is told before anything else, removes it at once, and signs how many copies it removed.
web-share-follows-proof = The journal still proves that it was there, and when it ended. Sharing it again needs a new statement.
web-share-button = Share
web-share-title = Share with another agency
web-share-to = With
web-share-only = Only this unit there
web-share-onward = What it may do with it
web-share-no-code = no handling code
web-share-about = Whom it is about
web-share-about-nobody = nobody: a company, an account, a place
web-share-any-purpose = any lawful purpose
web-share-agreed = The agreement lets pass, until { $date }:
web-share-statements = { $count } of { $total } statements
web-share-all = all of them
web-share-known = has it already
web-share-preview-act = Show what would go
web-share-would = { $count ->
    [one] One statement would go to { $agency }, under
   *[other] { $count } statements would go to { $agency }, under
}
web-share-refused = { $count ->
    [one] One statement may not go. While one is refused, none goes. The attempt is recorded.
   *[other] { $count } statements may not go. While one is refused, none goes. The attempt is recorded.
}
web-share-act = { $count ->
    [one] Share one statement with { $agency }
   *[other] Share { $count } statements with { $agency }
}
web-share-follows-nothing = Nothing goes yet. You see first what would go, and what may not, with the reason.
web-share-follows-learn = These will learn of it: { $agencies }.
web-share-follows-h2 = They may not pass it on. Whoever tries is refused there, and you are told.
web-share-follows-open = No code forbids passing it on, but only this agency can share its own statements.
web-share-follows-until = It stops being visible there after { $date }.
web-share-follows-for-ever = It stays there until you take it back.
web-share-follows-receipt = Each statement is signed for by the other agency; what is not confirmed stands on the screen Peers.

web-ask-what = Whether another agency knows a number or a person, without telling which.
web-ask-note = What was asked stands nowhere.
web-ask-said = { $count ->
    [one] One question
   *[other] { $count } questions
}
web-ask-new = Ask hit or no hit
web-ask-none = Nobody asked anything
web-ask-none-what = Ask whether another agency knows somebody, without telling who.
web-ask-ours = we asked
web-ask-theirs = they asked
web-ask-lines = Lines
web-ask-answer = Answer
web-ask-officer = Officer
web-ask-officer-what = A name that is always the same officer's and tells nobody who it is
web-ask-hits = { $hits ->
    [one] one hit in { $lines }
   *[other] { $hits } hits in { $lines }
}
web-ask-answered = answered; the hits are theirs alone
web-ask-unanswered = no answer
web-ask-refused = refused: { $reason }
web-ask-why-version = another version of the exchange
web-ask-why-unreadable = it does not read
web-ask-why-stranger = its key is not known
web-ask-why-stopped = the channel is stopped
web-ask-why-receipt = a receipt was not good
web-ask-why-no-agreement = no agreement binds
web-ask-why-purpose = the agreement does not cover the purpose
web-ask-why-quota = more was asked than was agreed
web-ask-why-epoch = the key had changed
web-ask-why-repeated = asked before
web-ask-why-too-much = too much is held
web-ask-why-busy = busy
web-ask-why-failed = it failed
web-ask-alarm = { $agency } asks as if it tried one number after the other. Speak with it, or end the agreement.
web-ask-follows-learns = { $agency } learns that you asked, for which case and purpose, and how many lines; never what you asked, nor the answers.
web-ask-follows-counts = Each line counts against what was agreed for a day, an officer and a case.
web-ask-follows-kept = Both agencies keep signed records of it. A hit says that they know it, and no more.
web-ask-lines-label = What to ask, a line each
web-ask-lines-hint = At most { $most } lines. A line may begin with what it is: { $kinds }. A person needs a birth date: Kang Seo-yun, 1990-01-31
web-ask-read = { $count ->
    [one] One line:
   *[other] { $count } lines:
}
web-ask-too-many = { $count } lines; at most { $most } are asked at once.
web-ask-undated = Line { $line } is a person without a birth date: nobody would be found.
web-ask-line-unread = Line { $line } does not read as what it says it is. Nothing was asked.
web-ask-act = Ask { $agency }
web-ask-done = { $hits ->
    [0] { $agency } knows none of the { $lines }.
    [one] { $agency } knows one of the { $lines }.
   *[other] { $agency } knows { $hits } of the { $lines }.
}
web-ask-receipt = Question { $number }, { $time }. Both sides keep its signature:
web-ask-line = Line
web-ask-typed = As you typed it
web-ask-hit = hit
web-ask-no-hit = no hit
web-ask-hit-what = Hits are shown this once. A hit on a person says: look at these two. It never says that they are one.
web-ask-follow = Draft a request
web-ask-kind-phone = phone
web-ask-kind-email = e-mail
web-ask-kind-account = account
web-ask-kind-wallet = wallet
web-ask-kind-document = document
web-ask-kind-handle = user name
web-ask-kind-person = person

web-looks-exchange = Exchange with agencies
web-exchange-what = Who shared, asked, took back and was refused, when and for what.
web-exchange-none-what = Whatever passes between this agency and others leaves an entry here.
web-exchange-count = how many
web-exchange-detail = details
web-exchange-case = case { $number }
web-exchange-onward = onward to { $agency }
web-exchange-confirmed = confirmed on { $time }
web-exchange-event-shared = shared
web-exchange-event-refused = sharing refused
web-exchange-event-took-back = told that it is taken back
web-exchange-event-got = got
web-exchange-event-obeyed = removed what they took back
web-exchange-event-not-forwarded = they refused to pass ours on
web-exchange-event-asked = we asked by hit or no hit
web-exchange-event-was-asked = they asked by hit or no hit
web-exchange-event-card = card taken or made
web-exchange-event-agreed = agreement signed by both
web-exchange-event-ended = agreement ended
web-exchange-event-fork = two entries under one number: stopped
web-exchange-why-originator-only = not marked for others
web-exchange-why-expired = the marks ran out
web-exchange-why-audience = for named readers only
web-exchange-why-case = stands in a case
web-exchange-why-tlp = its light does not let it go there
web-exchange-why-forward = its originator alone may pass it on
web-exchange-why-purpose = for other purposes
web-exchange-why-purpose-missing = a purpose must be named
web-exchange-why-presumed-victim = presumed or identified as a victim
web-exchange-why-not-screened = not screened
web-exchange-why-no-agreement = no agreement
web-exchange-why-agreement-ended = the agreement ended
web-exchange-why-agreement-code = a code that was not agreed
web-exchange-why-agreement-category = a category of person that was not agreed
web-exchange-why-agreement-purpose = a purpose that was not agreed

problem-peer = The other agency did not answer
## links: who directs, who profits, how two are tied

links-rule-control = { $things ->
    [one] Owns, controls or directs one thing
   *[other] Owns, controls or directs { $things } things
}
links-rule-money = { $things ->
    [one] Money of victims came to one account
   *[other] Money of victims came to { $things } accounts
}
links-rule-adverts = { $things ->
    [one] Is behind one advert
   *[other] Is behind { $things } adverts
}
links-rule-reports = { $things ->
    [one] One report names them or a compound of theirs
   *[other] { $things } reports name them or a compound of theirs
}
links-rule-breadth = { $things } kinds of activity come together in one hand
links-rule-ties = { $things ->
    [one] Is tied to one other with a score
   *[other] Is tied to { $things } others with a score
}
links-untied = Nothing that you may see ties { $id } to anything.
links-same = The two are one record, or were judged one.
links-no-path = Nothing that you may see ties the two.
links-path = Way { $number }, { $links ->
    [one] one link
   *[other] { $links } links
}, to be relied on by { $strength }
links-nothing-between = Nothing that you may see stands there.
links-more = There is more: raise --limit.
links-community = { $number }. { $size } together: { $members }
links-communities = { $count ->
    [one] One group hangs together
   *[other] { $count } groups hang together
}; modularity { $modularity }.
links-nobody = Nobody whom you may see directs or profits from anything.
links-over-common = { $kind } { $value } ties nobody together: { $holders } people and organisations have it.
links-organisers = { $shown } of { $total } with a score are shown. { $apart ->
    [0] None of them is presumed a victim.
    [one] One who is presumed a victim is told apart and has no rank.
   *[other] { $apart } who are presumed victims are told apart and have no rank.
}{ $cut ->
    [0] {""}
    [one] {" "}Behind one organisation not everything was followed.
   *[other] {" "}Behind { $cut } organisations not everything was followed.
} A rank is a reason to look, not a finding.
links-written = { $file }: { $ends } records and contacts with { $links } links. Whoever is presumed a victim is not among them.
links-kind-ownership = owns
links-kind-control = controls
links-kind-directorship = directs
links-kind-representation = acts for
links-kind-membership = is a member of
links-kind-employment = works for
links-kind-holding = holds
links-kind-operation = runs
links-kind-tenancy = rents in
links-kind-contact = has
links-kind-advert = is behind
links-kind-report = is named in
links-kind-payment = paid
links-kind-family = is family of
links-kind-associate = is an associate of
links-kind-place = is at
links-kind-other = is tied to
column-link = Link
column-dates = Dates
help-links = Say how records are tied, which hang together, and who directs and profits
help-links-example = {"  "}liaison links organisers --case C-2026-0001
help-links-paths = Show ways between two records that have nothing between their ends in common
help-links-paths-example = {"  "}liaison links paths person-a company-b --json
help-links-paths-from = The one record
help-links-paths-to = The other
help-links-near = Show what stands around a record, or between several
help-links-near-example = {"  "}liaison links near person-a person-b
help-links-near-records = Records; of several, what is tied to each of them
help-links-communities = Show who and what hangs together
help-links-communities-example = {"  "}liaison links communities --limit 5
help-links-organisers = Rank people by what they direct and profit from, each with the reasons
help-links-organisers-example = {"  "}liaison links organisers --limit 10 --json
help-links-export = Write all links to a file, without anybody who is presumed a victim
help-links-export-example = {"  "}liaison links export links.gexf --case C-2026-0001
help-links-export-out = File to write; must not exist
help-links-export-format = Form of the file
web-screen-links = Links
web-key-go-links = go to Links
web-links-note = Bits: log2 of one and what somebody directs, gets and is behind
web-links-count = { $count ->
    [one] One person with a score
   *[other] { $count } people with a score
}, as of commit { $commit }
web-links-case = Near the case
web-links-show = Show
web-links-nobody = Nobody directs or profits from anything that you may see
web-links-nobody-what = Ranks rest on who owns, directs and runs what, on adverts and phones in common, on money of victims and on reports. Import or enter them first.
web-links-ranking = Who directs and who profits
web-links-rank = Rank
web-links-who = Who
web-links-score = Score
web-links-why = Why
web-links-caution = A rank is a reason to look, not a finding. Nobody who is presumed a victim has one.
web-links-around = What stands around
web-links-ways = Ways between two
web-links-way-to = Way to the record
web-links-no-way = Nothing that you may see ties the two.
web-links-nearest = Only the most closely tied are shown.
web-links-reasons = Reasons for the score, { $bits } bits in all
web-links-share = Share
web-links-inputs = { $count ->
    [one] one statement
   *[other] { $count } statements
}
web-links-drawing = Chart of links; the table below has the same
web-links-table = Links
web-links-from = From
web-links-kind = Link
web-links-to = To
web-links-strength = Relied on
web-links-dates = Dates
web-links-statements = Statements
web-links-left-aside = Left aside
web-links-apart = Presumed victims
web-links-apart-one = presumed victim
web-links-apart-what = They have a score and no rank, and no list that leaves the node has them.
web-links-over-common = Contacts that tie nobody together
web-links-too-common = { $count } have it
web-links-phone = Phone
web-links-email = Email
web-links-handle = Name on a network

## exhibits: sealed

refuse-court-use = { $originator } gave this under H1: it goes before no court without their permission. Ask them first.
exhibit-nothing = Nothing that may be told is cited: name statements, or name a purpose with --reveal.
exhibit-no-title = An exhibit needs a title, in words that name nobody.
exhibit-not-there = { $cited } is neither a statement nor a record that you may see.
exhibit-left-out-form = What is left out is written STATEMENT=REASON.
exhibit-sealed = Exhibit { $number } is sealed: { $facts ->
    [one] one fact
   *[other] { $facts } facts
}, { $statements } statements, { $redacted } left out and listed. SHA-256 { $hash }, commit { $commit }.
exhibit-intact = Exhibit { $number } is as { $agency } sealed it on { $sealed }: { $facts } facts, { $statements } statements. SHA-256 { $hash }, root key { $root }.
exhibit-compare-root = Compare the fingerprint of the root key with what the agency published.
exhibit-other-root = The root key is another than the one that you named.
exhibit-withdrawn = Fact { $fact } rests on statement { $statement }, which was withdrawn on { $on }.
exhibit-broken = This is not as it was sealed. The first entry that does not hold is { $entry ->
    [head] the head
    [seal] the seal
   *[fact] fact { $fact }
}, bytes { $from } to { $to }: { $fault }.
exhibit-fault-unreadable = it cannot be read
exhibit-fault-changed = its bytes do not give the hash that was sealed
exhibit-fault-missing = it is missing
exhibit-fault-unproven = its proof is not good
exhibit-page-written = The page is written to { $file }. Print it from a browser.
exhibit-page-number = Exhibit
exhibit-page-case = Case
exhibit-page-agency = Agency
exhibit-page-officer = Prepared by
exhibit-page-sealed = Sealed
exhibit-page-sources = Sources
exhibit-page-committed = commit { $commit }, { $time }
exhibit-page-redacted = Left out
exhibit-page-redacted-none = Nothing that was cited was left out.
exhibit-page-covered = says who a person is
exhibit-page-method = How this can be checked
exhibit-page-how = Each statement comes with a proof that the agency's node had committed it. The hash of all of them was committed when the exhibit was sealed. With the bundle, "liaison exhibit verify" checks both without asking anybody.
exhibit-page-hash = SHA-256 of the exhibit
exhibit-page-root = Fingerprint of the root key
exhibit-page-seal = Commit of the seal
exhibit-page-checkpoint = Journal at sealing
exhibit-page-program = Program
exhibit-page-prepared = Prepared by
exhibit-page-reviewed = Reviewed by
help-exhibits-seal = Seal numbered facts of a case with the proof of each statement
help-exhibits-seal-example = {"  "}liaison exhibit seal e1.liaison --case C-2026-0001 --title "Ownership of the compound" --fact "The firm runs the compound=company-b"
help-exhibits-seal-out = File for the bundle; must not exist
help-exhibits-seal-title = What it is called; names nobody
help-exhibits-seal-fact = Words and what they rest on: statements, or records for all that is said of them; may be repeated. Without it, one fact for each record that is linked to the case
help-exhibits-seal-leave-out = Statement to leave out, with the reason that is listed; may be repeated
help-exhibits-seal-reveal = Purpose for which people are named in it; a look is recorded
help-exhibits-verify = Check a sealed exhibit; needs no node, and says beside one what was withdrawn since
help-exhibits-verify-example = {"  "}liaison exhibit verify e1.liaison --root "3f9a 11c2"
help-exhibits-verify-file = File with the bundle
help-exhibits-verify-root = Fingerprint of the agency's root key, as it was published
help-exhibits-page = Write a sealed exhibit as a page for print
help-exhibits-page-example = {"  "}liaison exhibit page e1.liaison e1-ko.html --in-language ko
help-exhibits-page-file = File with the bundle
help-exhibits-page-out = Page to write; must not exist
help-exhibits-page-in-language = Language of the page
