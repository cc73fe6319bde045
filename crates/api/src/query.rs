//! The query of a request, taken apart by hand, so that a refusal can name the parameter and what
//! is wrong with it.
//!
//! A reader takes each parameter that it knows; [`Query::finish`] refuses what is left.

use std::time::Duration;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use liaison_model::messages::Message;
use serde::Serialize;
use url::form_urlencoded;
use utoipa::ToSchema;

use crate::describe::NAME_CHARS_MAX;
use crate::problem::Problem;

/// The parameters of a query that nobody has taken yet.
#[derive(Debug)]
pub(crate) struct Query(Vec<(String, String)>);

/// Which part of a long answer is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) limit: usize,
    pub(crate) offset: usize,
}

/// How many results there are in all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) struct Total {
    value: u64,
    relation: TotalRelation,
}

/// Whether there are exactly so many (`eq`), or perhaps more (`gte`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum TotalRelation {
    Eq,
    Gte,
}

impl Query {
    /// Takes a query apart.
    pub(crate) fn parse(text: &str) -> Result<Self, Problem> {
        if let Some(pair) = text.split('&').find(|pair| !is_utf8(pair)) {
            let name = pair.split('=').next().unwrap_or_default();
            return Err(Problem::parameter(name, Message::new("problem-parameter-utf8")));
        }
        let pairs = form_urlencoded::parse(text.as_bytes()).into_owned();
        let pairs: Vec<_> = pairs.take(PARAMETERS_MAX + 1).collect();
        if PARAMETERS_MAX < pairs.len() {
            let (name, _) = &pairs[PARAMETERS_MAX];
            return Err(too_many(name, PARAMETERS_MAX));
        }
        Ok(Self(pairs))
    }

    /// Takes a parameter that may stand once.
    pub(crate) fn one(&mut self, name: &'static str) -> Result<Option<String>, Problem> {
        let mut values = self.all(name)?;
        match values.len() {
            0 | 1 => Ok(values.pop()),
            _ => Err(Problem::parameter(name, Message::new("problem-parameter-repeated"))),
        }
    }

    /// Takes a text of so many characters at most.
    pub(crate) fn one_short(
        &mut self,
        name: &'static str,
        chars_max: usize,
    ) -> Result<Option<String>, Problem> {
        let Some(text) = self.one(name)? else { return Ok(None) };
        short(name, &text, chars_max)?;
        Ok(Some(text))
    }

    /// Takes names of datasets, schemata or records, each as long as such a name can be.
    pub(crate) fn names(&mut self, name: &'static str) -> Result<Vec<String>, Problem> {
        let names = self.all(name)?;
        for one in &names {
            short(name, one, NAME_CHARS_MAX)?;
            if one.is_empty() {
                return Err(malformed(name, "us-ofac-sdn"));
            }
        }
        Ok(names)
    }

    /// Takes a parameter that may stand several times.
    pub(crate) fn all(&mut self, name: &'static str) -> Result<Vec<String>, Problem> {
        let mut values = Vec::new();
        self.0.retain_mut(|(found, value)| {
            let is_it = found == name;
            if is_it {
                values.push(std::mem::take(value));
            }
            !is_it
        });
        if VALUES_MAX < values.len() { Err(too_many(name, VALUES_MAX)) } else { Ok(values) }
    }

    /// Takes a whole number up to `max`.
    pub(crate) fn number(
        &mut self,
        name: &'static str,
        default: usize,
        max: usize,
    ) -> Result<usize, Problem> {
        let Some(text) = self.one(name)? else { return Ok(default) };
        let is_plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(number) if is_plain && number <= max => Ok(number),
            _ => {
                let detail = Message::new("problem-parameter-number").with("max", max);
                Err(Problem::parameter(name, detail))
            }
        }
    }

    /// Takes `wait`, the seconds for which an answer may wait for the end of the work it is about.
    pub(crate) fn wait(&mut self) -> Result<Duration, Problem> {
        let seconds = self.number("wait", 0, WAIT_SECONDS_MAX)?;
        Ok(Duration::from_secs(seconds as u64))
    }

    /// Takes `true` or `false`; `false` when it is absent.
    pub(crate) fn flag(&mut self, name: &'static str) -> Result<bool, Problem> {
        let text = self.one(name)?;
        match text.as_deref() {
            None | Some("false") => Ok(false),
            Some("true") => Ok(true),
            Some(_) => Err(not_one_of(name, &["true", "false"])),
        }
    }

    /// Takes `limit` and `offset`.
    pub(crate) fn page(&mut self, limit: usize) -> Result<Page, Problem> {
        Ok(Page {
            limit: self.number("limit", limit, LIMIT_MAX)?,
            offset: self.number("offset", 0, OFFSET_MAX)?,
        })
    }

    /// Refuses parameters that nobody took.
    pub(crate) fn finish(self) -> Result<(), Problem> {
        match self.0.first() {
            None => Ok(()),
            Some((name, _)) => {
                Err(Problem::parameter(name, Message::new("problem-parameter-unknown")))
            }
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Query {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Self::parse(parts.uri.query().unwrap_or_default())
    }
}

impl Total {
    pub(crate) fn exactly(value: u64) -> Self {
        Self { value, relation: TotalRelation::Eq }
    }

    pub(crate) fn at_least(value: u64) -> Self {
        Self { value, relation: TotalRelation::Gte }
    }
}

impl Page {
    /// The wanted part of a list that is at hand.
    pub(crate) fn of<T>(self, all: Vec<T>) -> Vec<T> {
        all.into_iter().skip(self.offset).take(self.limit).collect()
    }
}

/// Refuses a text that is too long.
pub(crate) fn short(name: &str, text: &str, chars_max: usize) -> Result<(), Problem> {
    if text.chars().nth(chars_max).is_none() {
        return Ok(());
    }
    let detail = Message::new("problem-parameter-long").with("max", chars_max);
    Err(Problem::parameter(name, detail))
}

/// Whether the bytes that a pair stands for are UTF-8. Read leniently, a broken name would be
/// another name.
fn is_utf8(pair: &str) -> bool {
    let mut bytes = Vec::with_capacity(pair.len());
    let mut rest = pair.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    std::str::from_utf8(&bytes).is_ok()
}

/// A value that is none of those allowed.
pub(crate) fn not_one_of(name: &str, allowed: &[&str]) -> Problem {
    let detail = Message::new("problem-parameter-choice").with("allowed", allowed.join(", "));
    Problem::parameter(name, detail)
}

/// A value that has not the form that the API document describes.
pub(crate) fn malformed(name: &str, example: &'static str) -> Problem {
    Problem::parameter(name, Message::new("problem-parameter-form").with("example", example))
}

fn too_many(name: &str, max: usize) -> Problem {
    Problem::parameter(name, Message::new("problem-parameter-many").with("max", max))
}

/// Results in one answer where nobody says how many, as yente has it.
pub(crate) const LIMIT_DEFAULT: usize = 10;
/// Most results in one answer, as yente has it.
pub(crate) const LIMIT_MAX: usize = 500;
/// Most results that can be left out from the start, as yente has it.
pub(crate) const OFFSET_MAX: usize = 9_499;
/// Most values of one parameter.
pub(crate) const VALUES_MAX: usize = 50;
const PARAMETERS_MAX: usize = 200;

/// Less than what proxies wait for an answer.
const WAIT_SECONDS_MAX: usize = 20;

#[cfg(test)]
mod tests {
    use super::*;

    fn query(text: &str) -> Query {
        Query::parse(text).unwrap()
    }

    #[test]
    fn a_parameter_is_taken_once() {
        let mut query = query("countries=kh&q=%EB%B0%94%EB%B2%B3&countries=th");

        assert_eq!(query.all("countries").unwrap(), ["kh", "th"]);
        assert_eq!(query.one("q").unwrap().as_deref(), Some("바벳"));
        query.finish().unwrap();
    }

    #[test]
    fn a_misspelt_parameter_is_refused() {
        query("country=kh").finish().unwrap_err();
    }

    #[test]
    fn a_parameter_that_stands_twice_is_refused() {
        query("limit=1&limit=2").page(10).unwrap_err();
    }

    #[test]
    fn a_number_is_digits_within_its_bound() {
        fn check(text: &str, expected: Option<usize>) {
            let taken = query(&format!("limit={text}")).number("limit", 10, 500);
            assert_eq!(taken.ok(), expected, "{text}");
        }

        check("0", Some(0));
        check("500", Some(500));
        for refused in ["501", "-1", "%2B5", "1.0", "", "ten", "99999999999999999999999"] {
            check(refused, None);
        }
    }

    #[test]
    fn a_query_of_thousands_of_parameters_is_refused() {
        Query::parse(&"a=&".repeat(PARAMETERS_MAX + 1)).unwrap_err();
    }
}
