//! Frames: four bytes of length, then as many bytes of JSON.

use std::io::{Read, Write};

use liaison_exchange::{FRAME_BYTES_MAX, WIRE_VERSION};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::ChannelError;

/// Writes a message.
///
/// # Errors
///
/// [`ChannelError::TooLong`]; when the line fails.
pub fn write(out: &mut impl Write, message: &impl Serialize) -> Result<(), ChannelError> {
    let body = serde_json::to_vec(message).map_err(|_| ChannelError::Unreadable)?;
    let length = u32::try_from(body.len()).map_err(|_| ChannelError::TooLong)?;
    if FRAME_BYTES_MAX < body.len() {
        return Err(ChannelError::TooLong);
    }
    // One write, so that a short message is one record of TLS.
    out.write_all(&[&length.to_be_bytes()[..], &body].concat())?;
    Ok(out.flush()?)
}

/// Reads the bytes of a message; `None` when the other side has ended between two messages.
///
/// # Errors
///
/// [`ChannelError::TooLong`], before anything is kept of it; when the line fails or breaks off.
pub fn read(from: &mut impl Read) -> Result<Option<Vec<u8>>, ChannelError> {
    let mut length = [0; 4];
    let mut got = 0;
    while got < length.len() {
        match from.read(&mut length[got..])? {
            0 if got == 0 => return Ok(None),
            0 => return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into()),
            more => got += more,
        }
    }
    let length = u32::from_be_bytes(length) as usize;
    if FRAME_BYTES_MAX < length {
        return Err(ChannelError::TooLong);
    }
    // Memory is taken as bytes come: nobody takes four megabytes with four bytes.
    let mut body = Vec::new();
    from.take(length as u64).read_to_end(&mut body)?;
    if body.len() < length {
        return Err(std::io::Error::from(std::io::ErrorKind::UnexpectedEof).into());
    }
    Ok(Some(body))
}

/// Reads a message of this version.
///
/// # Errors
///
/// [`ChannelError::Version`] for another version, [`ChannelError::Unreadable`] for anything else.
pub fn parse<T: DeserializeOwned>(body: &[u8]) -> Result<T, ChannelError> {
    /// What every version has.
    #[derive(Deserialize)]
    struct Any {
        version: u32,
    }
    let any: Any = serde_json::from_slice(body).map_err(|_| ChannelError::Unreadable)?;
    if any.version != WIRE_VERSION {
        return Err(ChannelError::Version { found: any.version });
    }
    serde_json::from_slice(body).map_err(|_| ChannelError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use liaison_exchange::{Answer, Answered, Entries};

    fn answer() -> Answer {
        Answer { version: WIRE_VERSION, answered: Answered::Entries(Entries::default()) }
    }

    #[test]
    fn a_message_comes_back_and_the_end_between_two_is_no_failure() {
        let mut bytes = Vec::new();
        write(&mut bytes, &answer()).unwrap();
        let mut from = bytes.as_slice();

        let body = read(&mut from).unwrap().unwrap();

        assert_eq!(parse::<Answer>(&body).unwrap(), answer());
        assert!(read(&mut from).unwrap().is_none());
    }

    #[test]
    fn what_is_cut_off_too_long_or_of_another_version_is_an_error() {
        let mut bytes = Vec::new();
        write(&mut bytes, &answer()).unwrap();
        for length in 1..bytes.len() {
            let cut = read(&mut &bytes[..length]);
            assert!(matches!(cut, Err(ChannelError::Line { .. })), "{length}");
        }
        let ten_gigabytes = [0xff; 4];
        assert!(matches!(read(&mut &ten_gigabytes[..]), Err(ChannelError::TooLong)));
        let newer = parse::<Answer>(br#"{"version":2,"anything":[]}"#);
        assert!(matches!(newer, Err(ChannelError::Version { found: 2 })));
        for text in ["", "[]", r#"{"version":1,"dance":{}}"#, r#"{"version":1,"entries":{"x":1}}"#]
        {
            let read = parse::<Answer>(text.as_bytes());
            assert!(matches!(read, Err(ChannelError::Unreadable)), "{text}");
        }
    }
}
