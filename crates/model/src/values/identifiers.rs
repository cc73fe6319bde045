//! Identifiers keep their separators and case, save those that a standard writes in capitals.

/// Whether values of a property are written in capitals by their standard: ISO 9362 (BIC), ISO
/// 6166 (ISIN), ISO 17442 (LEI), the IMO's ship numbers, FIGI.
pub(super) fn is_upper_case(property: &str) -> bool {
    UPPER_CASE.contains(&property)
}

const UPPER_CASE: &[&str] =
    &["bic", "figiCode", "imoNumber", "isin", "isinCode", "leiCode", "swiftBic"];
