//! Screening forms and the rules of countries that a node knows.

use std::fs;

use liaison_casework::{INSTRUMENTS, Instrument, Jurisdiction};

use crate::cases::{CaseError, files_of};
use crate::{Existing, NewFile, Node, NodeError};

impl Node {
    /// Every screening form in every version: the agency's own, in the folder `forms`, and those of
    /// the program.
    ///
    /// # Errors
    ///
    /// [`CaseError::File`] with file, line and field, when one of them cannot be read.
    pub fn forms(&self) -> Result<Vec<Instrument>, NodeError> {
        let own = files_of(&self.folder().forms(), ".yaml")?;
        let built_in = INSTRUMENTS.iter().map(|(file, text)| (*file, *text));
        let own = own.iter().map(|(file, text)| (file.as_str(), text.as_str()));
        let mut forms: Vec<Instrument> = Vec::new();
        for (file, text) in built_in.chain(own) {
            let form = Instrument::read(file, text)?;
            if forms.iter().all(|known| known.name() != form.name()) {
                forms.push(form);
            }
        }
        Ok(forms)
    }

    /// A form by its id, in its newest version, or by id and version.
    ///
    /// # Errors
    ///
    /// [`CaseError::NoForm`] when there is none; as [`Self::forms`].
    pub fn form(&self, name: &str) -> Result<Instrument, NodeError> {
        let name = name.trim();
        let forms = self.forms()?;
        let known = forms.iter().map(Instrument::name).collect::<Vec<_>>().join(", ");
        let found = forms.into_iter().rfind(|form| form.name() == name || form.id == name);
        found.ok_or_else(|| CaseError::NoForm { name: name.to_owned(), known }.into())
    }

    /// Adds a form of the agency's own. Answers name form and version, so that neither changes.
    ///
    /// # Errors
    ///
    /// [`CaseError::File`] with file, line and field; [`CaseError::OtherVersion`] when this version
    /// is there and says something else.
    pub fn add_form(&self, file: &str, text: &str) -> Result<Instrument, NodeError> {
        let form = Instrument::read(file, text)?;
        if let Some(known) = self.forms()?.iter().find(|known| known.name() == form.name()) {
            return match *known == form {
                true => Ok(form),
                false => Err(CaseError::OtherVersion { name: form.name() }.into()),
            };
        }
        let folder = self.folder().forms();
        fs::create_dir_all(&folder).map_err(NodeError::file(&folder))?;
        let path = folder.join(format!("{}-{}.yaml", form.id, form.version));
        let mut out = NewFile::begin(&path, Existing::Keep)?;
        std::io::Write::write_all(&mut out, text.as_bytes()).map_err(NodeError::file(&path))?;
        out.finish()?;
        Ok(form)
    }

    /// The rules of a country; of the node's own where none is named.
    ///
    /// # Errors
    ///
    /// [`NodeError::NotFound`] when there is no file of the country.
    pub fn jurisdiction(&self, country: &str) -> Result<Jurisdiction, NodeError> {
        let own = &self.config().country;
        let country = if country.trim().is_empty() { own.as_str() } else { country };
        Jurisdiction::of(country)?.ok_or(NodeError::NotFound)
    }
}
