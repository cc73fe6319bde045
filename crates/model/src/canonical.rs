//! The bytes that are hashed and signed: fields in a fixed order, each with its length.
//!
//! A field is a LEB128 count followed by that many bytes, where the count is the length plus one
//! and zero means *absent*; so no two different records have the same bytes, and nothing needs
//! escaping. Numbers are fields of eight bytes, big end first.

/// Why canonical bytes could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CanonicalError {
    /// The bytes end inside a field.
    #[error("the bytes end inside a field")]
    Cut,
    /// The first bytes are not those of this kind of record.
    #[error("these are not the bytes of this kind of record")]
    Kind,
    /// A text field is not UTF-8.
    #[error("a text field is not UTF-8")]
    Text,
    /// A field that must be there is absent, or has the wrong size.
    #[error("a field that must be there is absent or has the wrong size")]
    Field,
    /// Bytes follow the last field.
    #[error("bytes follow the last field")]
    Surplus,
}

/// Appends one field, or the mark of an absent one.
pub fn put(out: &mut Vec<u8>, field: Option<&[u8]>) {
    match field {
        None => out.push(0),
        Some(bytes) => {
            let mut count = bytes.len() as u64 + 1;
            while 0x7f < count {
                out.push((count & 0x7f) as u8 | 0x80);
                count >>= 7;
            }
            out.push(count as u8);
            out.extend_from_slice(bytes);
        }
    }
}

/// Appends one text field.
pub fn put_text(out: &mut Vec<u8>, text: &str) {
    put(out, Some(text.as_bytes()));
}

/// Appends one number field.
pub fn put_u64(out: &mut Vec<u8>, number: u64) {
    put(out, Some(&number.to_be_bytes()));
}

/// Reads fields back in the order in which they were put.
#[derive(Debug, Clone, Copy)]
pub struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    /// Starts after `kind`, the fixed first bytes of a record.
    ///
    /// # Errors
    ///
    /// [`CanonicalError::Kind`] when the bytes begin differently.
    pub fn after(kind: &[u8], bytes: &'a [u8]) -> Result<Self, CanonicalError> {
        let rest = bytes.strip_prefix(kind).ok_or(CanonicalError::Kind)?;
        Ok(Self { rest })
    }

    /// What has not been read yet.
    #[must_use]
    pub fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Takes `N` bytes that carry no length.
    ///
    /// # Errors
    ///
    /// [`CanonicalError::Cut`] when fewer are left.
    pub fn fixed<const N: usize>(&mut self) -> Result<[u8; N], CanonicalError> {
        let (head, rest) = self.rest.split_first_chunk::<N>().ok_or(CanonicalError::Cut)?;
        self.rest = rest;
        Ok(*head)
    }

    /// Takes the next field.
    ///
    /// # Errors
    ///
    /// [`CanonicalError::Cut`] when it is not whole.
    pub fn field(&mut self) -> Result<Option<&'a [u8]>, CanonicalError> {
        let mut count = 0_u64;
        for shift in (0..COUNT_BITS_MAX).step_by(7) {
            let (&byte, rest) = self.rest.split_first().ok_or(CanonicalError::Cut)?;
            self.rest = rest;
            count |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                if byte == 0 && shift != 0 {
                    return Err(CanonicalError::Field); // a second spelling of the same count
                }
                return self.take(count);
            }
        }
        Err(CanonicalError::Field)
    }

    /// Takes a text field that must be there.
    ///
    /// # Errors
    ///
    /// When it is absent, cut, or not UTF-8.
    pub fn text(&mut self) -> Result<&'a str, CanonicalError> {
        self.optional_text()?.ok_or(CanonicalError::Field)
    }

    /// Takes a text field that may be absent.
    ///
    /// # Errors
    ///
    /// When it is cut or not UTF-8.
    pub fn optional_text(&mut self) -> Result<Option<&'a str>, CanonicalError> {
        let field = self.field()?;
        field.map(|b| std::str::from_utf8(b).map_err(|_| CanonicalError::Text)).transpose()
    }

    /// Takes a number field that must be there.
    ///
    /// # Errors
    ///
    /// When it is absent, cut, or not eight bytes long.
    pub fn u64(&mut self) -> Result<u64, CanonicalError> {
        self.array().map(u64::from_be_bytes)
    }

    /// Takes a field of exactly `N` bytes.
    ///
    /// # Errors
    ///
    /// When it is absent, cut, or of another size.
    pub fn array<const N: usize>(&mut self) -> Result<[u8; N], CanonicalError> {
        self.field()?.and_then(|b| b.try_into().ok()).ok_or(CanonicalError::Field)
    }

    /// Says that the record ends here.
    ///
    /// # Errors
    ///
    /// [`CanonicalError::Surplus`] when bytes are left.
    pub fn end(self) -> Result<(), CanonicalError> {
        if self.rest.is_empty() { Ok(()) } else { Err(CanonicalError::Surplus) }
    }

    fn take(&mut self, count: u64) -> Result<Option<&'a [u8]>, CanonicalError> {
        let Some(length) = count.checked_sub(1) else { return Ok(None) };
        let length = usize::try_from(length).map_err(|_| CanonicalError::Cut)?;
        let (field, rest) = self.rest.split_at_checked(length).ok_or(CanonicalError::Cut)?;
        self.rest = rest;
        Ok(Some(field))
    }
}

/// A count needs at most five groups of seven bits: fields stay under 32 GiB.
const COUNT_BITS_MAX: u32 = 35;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn fields_come_back_as_they_were_put(fields: Vec<Option<Vec<u8>>>) {
            let mut bytes = b"T1".to_vec();
            for field in &fields {
                put(&mut bytes, field.as_deref());
            }

            let mut reader = Fields::after(b"T1", &bytes).unwrap();
            for field in &fields {
                prop_assert_eq!(reader.field().unwrap(), field.as_deref());
            }
            prop_assert_eq!(reader.end(), Ok(()));
        }

        #[test]
        fn any_bytes_are_read_without_a_panic(bytes: Vec<u8>) {
            let mut reader = Fields { rest: &bytes };
            while !reader.rest().is_empty() && reader.field().is_ok() {}
        }
    }
}
