//! The encodings in which the region's offices save tables, and a reader that turns them to UTF-8.
//!
//! A byte order mark decides; otherwise UTF-8 does where the bytes are UTF-8. A legacy encoding
//! is used where somebody named it, or where its text is unmistakable: the same bytes can be read
//! as Korean, Chinese and Thai, but only one reading is a language.

use std::io::{self, Read};
use std::str::FromStr;

use encoding_rs::{CoderResult, Decoder};

/// How a table's bytes stand for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Korean Windows (code page 949, which extends EUC-KR).
    Cp949,
    /// Simplified Chinese (GBK, read as GB 18030).
    Gbk,
    /// Thai Windows (code page 874, which extends TIS-620).
    Windows874,
}

/// The text names no encoding that is known here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("an encoding is utf-8, utf-16le, utf-16be, cp949, gbk or windows-874")]
pub struct EncodingError;

impl FromStr for Encoding {
    type Err = EncodingError;

    fn from_str(text: &str) -> Result<Self, EncodingError> {
        match text.to_ascii_lowercase().as_str() {
            "utf-8" | "utf8" => Ok(Self::Utf8),
            "utf-16le" | "utf-16" | "utf16" => Ok(Self::Utf16Le),
            "utf-16be" => Ok(Self::Utf16Be),
            "cp949" | "euc-kr" | "uhc" | "ks_c_5601-1987" => Ok(Self::Cp949),
            "gbk" | "gb18030" | "gb2312" | "cp936" => Ok(Self::Gbk),
            "windows-874" | "cp874" | "tis-620" => Ok(Self::Windows874),
            _ => Err(EncodingError),
        }
    }
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Cp949 => "CP949",
            Self::Gbk => "GBK",
            Self::Windows874 => "Windows-874",
        }
    }

    fn codec(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Cp949 => encoding_rs::EUC_KR,
            Self::Gbk => encoding_rs::GB18030,
            Self::Windows874 => encoding_rs::WINDOWS_874,
        }
    }

    /// The encoding of a text that begins with these bytes, where that can be told.
    #[must_use]
    pub fn guess(head: &[u8]) -> Option<Self> {
        if head.starts_with(b"\xFF\xFE") {
            return Some(Self::Utf16Le);
        }
        if head.starts_with(b"\xFE\xFF") {
            return Some(Self::Utf16Be);
        }
        match std::str::from_utf8(head) {
            Ok(_) => return Some(Self::Utf8),
            // The head may end inside a character.
            Err(error) if error.error_len().is_none() => return Some(Self::Utf8),
            Err(_) => {}
        }
        // Korean first: Chinese and Thai text read as Korean has letters that are not Hangul.
        [Self::Cp949, Self::Windows874, Self::Gbk].into_iter().find(|guess| guess.is_language(head))
    }

    /// Whether the bytes, read in this encoding, are text of its language.
    fn is_language(self, head: &[u8]) -> bool {
        // A character cut at the end of the head would count as an error.
        let head = head.rsplit_once_newline().unwrap_or(head);
        let (text, had_errors) = self.codec().decode_without_bom_handling(head);
        let foreign: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
        let fitting = foreign.iter().filter(|c| self.has_letter(**c)).count();
        !had_errors
            && LETTERS_MIN <= fitting
            && foreign.len() * FITTING_PERCENT_MIN <= fitting * 100
            && (self != Self::Windows874 || marks_follow_letters(&text))
    }

    fn has_letter(self, letter: char) -> bool {
        match self {
            Self::Cp949 => ('가'..='힣').contains(&letter),
            Self::Windows874 => ('\u{0E01}'..='\u{0E5B}').contains(&letter),
            Self::Gbk => {
                ('\u{4E00}'..='\u{9FFF}').contains(&letter)
                    || ('\u{3000}'..='\u{303F}').contains(&letter)
                    || ('\u{FF00}'..='\u{FF5E}').contains(&letter)
            }
            Self::Utf8 | Self::Utf16Le | Self::Utf16Be => true,
        }
    }
}

/// In Thai, vowel and tone marks stand over a consonant; bytes of another encoding read as Thai
/// put them anywhere.
fn marks_follow_letters(text: &str) -> bool {
    let is_mark =
        |c: char| matches!(c, '\u{0E31}' | '\u{0E34}'..='\u{0E3A}' | '\u{0E47}'..='\u{0E4E}');
    let is_consonant = |c: char| matches!(c, '\u{0E01}'..='\u{0E2E}');
    let pairs = text.chars().zip(text.chars().skip(1));
    pairs.filter(|(_, c)| is_mark(*c)).all(|(before, _)| is_mark(before) || is_consonant(before))
}

trait SplitAtNewline {
    fn rsplit_once_newline(&self) -> Option<&Self>;
}

impl SplitAtNewline for [u8] {
    fn rsplit_once_newline(&self) -> Option<&Self> {
        self.iter().rposition(|&byte| byte == b'\n').map(|end| &self[..end])
    }
}

/// Reads a stream in another encoding as UTF-8. What cannot be decoded becomes U+FFFD.
pub(crate) struct DecodingReader<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_at: usize,
    raw_end: usize,
    input_ended: bool,
    decoder_ended: bool,
}

impl<R: Read> DecodingReader<R> {
    pub(crate) fn new(input: R, encoding: Encoding) -> Self {
        Self {
            input,
            decoder: encoding.codec().new_decoder_with_bom_removal(),
            raw: vec![0; RAW_BYTES],
            raw_at: 0,
            raw_end: 0,
            input_ended: false,
            decoder_ended: false,
        }
    }
}

impl<R: Read> Read for DecodingReader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if out.len() < OUT_BYTES_MIN {
            // Too small for one character; the line reader's buffer never is.
            return Err(io::ErrorKind::InvalidInput.into());
        }
        while !self.decoder_ended {
            if self.raw_at == self.raw_end && !self.input_ended {
                self.raw_at = 0;
                self.raw_end = self.input.read(&mut self.raw)?;
                self.input_ended = self.raw_end == 0;
            }
            let raw = &self.raw[self.raw_at..self.raw_end];
            let (result, read, written, _) =
                self.decoder.decode_to_utf8(raw, out, self.input_ended);
            self.raw_at += read;
            self.decoder_ended = self.input_ended && result == CoderResult::InputEmpty;
            if 0 < written {
                return Ok(written);
            }
        }
        Ok(0)
    }
}

const RAW_BYTES: usize = 16 * 1024;

/// The longest UTF-8 character, with room for the decoder's own rules.
const OUT_BYTES_MIN: usize = 16;

/// Fewer letters than this say nothing about a language.
const LETTERS_MIN: usize = 8;

/// How many of a hundred letters beyond ASCII must be the language's own.
const FITTING_PERCENT_MIN: usize = 95;

#[cfg(test)]
mod tests {
    use super::*;

    const KOREAN: &str = "이름,생년월일,연락처\n강서윤,1990-01-02,010-1234-5678\n";
    const THAI: &str = "ชื่อ,วันเกิด,โทรศัพท์\nสมชาย ใจดี,1990-01-02,081\n";
    const CHINESE: &str =
        "姓名,出生日期,联系电话\n张伟,1990-01-02,138\n职业：销售,住址，深圳市罗湖区\n";

    #[test]
    fn a_korean_thai_or_chinese_table_is_told_apart_from_the_others() {
        for (text, encoding) in
            [(KOREAN, Encoding::Cp949), (THAI, Encoding::Windows874), (CHINESE, Encoding::Gbk)]
        {
            let (bytes, _, _) = encoding.codec().encode(text);

            assert_eq!(Encoding::guess(&bytes), Some(encoding), "{text}");
            assert_eq!(Encoding::guess(text.as_bytes()), Some(Encoding::Utf8));
        }
    }

    #[test]
    fn a_few_stray_bytes_are_no_language() {
        assert_eq!(Encoding::guess(b"name\nJos\xe9\n"), None);
        assert_eq!(Encoding::guess(b"\xff\xfen\0"), Some(Encoding::Utf16Le));
    }

    #[test]
    fn a_legacy_text_is_read_as_utf8_whatever_the_size_of_the_reads() {
        for encoding in [Encoding::Cp949, Encoding::Gbk] {
            let text = if encoding == Encoding::Gbk { CHINESE } else { KOREAN }.repeat(2000);
            let (bytes, _, _) = encoding.codec().encode(&text);

            let mut read = Vec::new();
            let mut reader = DecodingReader::new(&*bytes, encoding);
            let mut buffer = [0; 17];
            loop {
                let count = reader.read(&mut buffer).unwrap();
                if count == 0 {
                    break;
                }
                read.extend_from_slice(&buffer[..count]);
            }
            assert!(String::from_utf8(read).unwrap() == text);
        }
    }
}
