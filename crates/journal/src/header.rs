//! Commits: what one signature covers.

use liaison_model::canonical::{self, CanonicalError, Fields};
use liaison_model::{AgencyId, CommitNumber, Hash, Instant, Label};

use crate::hash::record;

/// What is said about a commit by the one who makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitNote {
    /// Account that made it, such as `cli:min`.
    pub author: String,
    /// The verb, such as `import` or `withdraw`.
    pub act: String,
    /// Why, in the author's words or as a purpose; never personal data.
    pub purpose: String,
    /// When.
    pub time: Instant,
}

/// Everything that a commit's signature covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommitHeader {
    /// 1 for the first commit of a journal, then dense.
    pub number: CommitNumber,
    /// Hash of the commit before it; of the first, the hash of the journal's root key and agency.
    pub prev: Hash,
    /// The agency whose node made it.
    pub agency: AgencyId,
    /// Who, what, why, when.
    pub note: CommitNote,
    /// How many statements it holds.
    pub statements: u64,
    /// Root of the tree over their leaves.
    pub root: Hash,
    /// Whose the statements are and who may see them, as runs over the statements in order.
    pub labels: Vec<LabelRun>,
    /// Hash of the certificate of the node key that signed.
    pub certificate: Hash,
}

/// So many statements in a row with one label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LabelRun {
    /// How many.
    pub statements: u64,
    /// Their label.
    pub label: Label,
}

impl CommitHeader {
    /// The bytes that are hashed.
    #[must_use]
    pub fn to_canonical(&self) -> Vec<u8> {
        let mut out = KIND.to_vec();
        canonical::put_u64(&mut out, self.number);
        canonical::put(&mut out, Some(&self.prev.0));
        canonical::put_text(&mut out, self.agency.as_str());
        canonical::put_text(&mut out, &self.note.author);
        canonical::put_text(&mut out, &self.note.act);
        canonical::put_text(&mut out, &self.note.purpose);
        canonical::put(&mut out, Some(&self.note.time.micros().to_be_bytes()));
        canonical::put_u64(&mut out, self.statements);
        canonical::put(&mut out, Some(&self.root.0));
        canonical::put(&mut out, Some(&self.certificate.0));
        canonical::put_u64(&mut out, self.labels.len() as u64);
        for run in &self.labels {
            canonical::put_u64(&mut out, run.statements);
            canonical::put_text(&mut out, run.label.originator.as_str());
            canonical::put_text(&mut out, &run.label.marks.to_string());
        }
        out
    }

    /// Reads a header back.
    ///
    /// # Errors
    ///
    /// When the bytes are not a header's.
    pub fn from_canonical(bytes: &[u8]) -> Result<Self, CanonicalError> {
        let field = |_| CanonicalError::Field;
        let mut fields = Fields::after(KIND, bytes)?;
        let number = fields.u64()?;
        let prev = Hash(fields.array()?);
        let agency = fields.text()?.parse().map_err(field)?;
        let author = fields.text()?.to_owned();
        let act = fields.text()?.to_owned();
        let purpose = fields.text()?.to_owned();
        let micros = i64::from_be_bytes(fields.array()?);
        let time = Instant::from_micros(micros).map_err(|_| CanonicalError::Field)?;
        let statements = fields.u64()?;
        let root = Hash(fields.array()?);
        let certificate = Hash(fields.array()?);
        let mut labels = Vec::new();
        for _ in 0..fields.u64()? {
            let statements = fields.u64()?;
            let originator = fields.text()?.parse().map_err(field)?;
            let marks = fields.text()?.parse().map_err(|_| CanonicalError::Field)?;
            labels.push(LabelRun { statements, label: Label { originator, marks } });
        }
        fields.end()?;
        let note = CommitNote { author, act, purpose, time };
        Ok(Self { number, prev, agency, note, statements, root, labels, certificate })
    }

    /// The hash that names the commit and that the next one carries.
    #[must_use]
    pub fn hash(&self) -> Hash {
        record(&self.to_canonical())
    }

    /// The label of each statement, in order.
    pub fn label_of_each(&self) -> impl Iterator<Item = &Label> {
        self.labels.iter().flat_map(|run| {
            let times = usize::try_from(run.statements).unwrap_or(usize::MAX);
            std::iter::repeat_n(&run.label, times)
        })
    }
}

/// Gathers labels, in the order of the statements, into runs.
#[derive(Debug, Default)]
pub struct LabelRuns(Vec<LabelRun>);

impl LabelRuns {
    /// Adds the label of the next statement.
    pub fn push(&mut self, label: &Label) {
        match self.0.last_mut() {
            Some(run) if run.label == *label => run.statements += 1,
            _ => self.0.push(LabelRun { statements: 1, label: label.clone() }),
        }
    }

    /// The runs.
    #[must_use]
    pub fn into_runs(self) -> Vec<LabelRun> {
        self.0
    }
}

/// First bytes of a commit header's canonical form: `C`, version 1.
const KIND: &[u8] = b"C1";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_survives_its_canonical_bytes() {
        let mut labels = LabelRuns::default();
        for marks in ["", "", "TLP:AMBER to:kh.npc"] {
            let originator = "kr.npa".parse().unwrap();
            labels.push(&Label { originator, marks: marks.parse().unwrap() });
        }
        let header = CommitHeader {
            number: 7,
            prev: Hash([1; 32]),
            agency: "kr.npa".parse().unwrap(),
            note: CommitNote {
                author: "cli:min".into(),
                act: "import".into(),
                purpose: String::new(),
                time: "2025-10-17T09:30:00Z".parse().unwrap(),
            },
            statements: 3,
            root: Hash([2; 32]),
            labels: labels.into_runs(),
            certificate: Hash([3; 32]),
        };

        assert_eq!(header.labels.len(), 2);
        assert_eq!(CommitHeader::from_canonical(&header.to_canonical()), Ok(header));
    }
}
