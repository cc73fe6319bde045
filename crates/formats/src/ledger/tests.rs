//! Files of transactions as banks, explorers and reports write them; all in them is invented.

use std::io::Cursor;

use super::*;

/// What a file says: rows as `day from>to amount currency kind reference`, and problems as
/// `line column reason`.
#[derive(Default)]
struct Said {
    rows: Vec<String>,
    problems: Vec<String>,
    whole: Vec<LedgerRow>,
}

impl LedgerSink for Said {
    fn row(&mut self, row: LedgerRow) -> Result<(), SinkError> {
        self.rows.push(format!(
            "{} {}>{} {} {} {} {}",
            liaison_ledger::day_name(row.time.div_euclid(liaison_ledger::DAY)),
            row.from.account,
            row.to.account,
            row.amount,
            row.currency,
            row.kind.word(),
            row.reference
        ));
        self.whole.push(row);
        Ok(())
    }

    fn problem(&mut self, problem: Problem) -> Result<(), SinkError> {
        let column = problem.place.column.unwrap_or_default();
        let line = problem.place.row.unwrap_or_default();
        self.problems.push(format!("{line} {column} {}", problem.reason.key));
        Ok(())
    }

    fn progress(&mut self, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

fn read_with(text: &str, context: &LedgerContext) -> Said {
    let mut said = Said::default();
    let format = LedgerFormat::of(text.as_bytes()).unwrap();
    read_ledger(format, Cursor::new(text), context, &mut said).unwrap();
    said
}

fn read(text: &str) -> Said {
    read_with(text, &LedgerContext::default())
}

fn camt(version: &str, balance: &str, entries: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?>
<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}\"><BkToCstmrStmt>
<GrpHdr><MsgId>M</MsgId><CreDtTm>2026-03-02T00:00:00Z</CreDtTm></GrpHdr>
<Stmt><Id>S</Id><Acct><Id><IBAN>GB82 WEST 1234 5698 7654 32</IBAN></Id><Ccy>EUR</Ccy></Acct>
<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
<Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">{balance}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
{entries}</Stmt></BkToCstmrStmt></Document>"
    )
}

const OLD_ENTRY: &str = "<Ntry><Amt Ccy=\"EUR\">0.10</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>2026-03-01</Dt></BookgDt><NtryDtls><TxDtls><Refs><EndToEndId>E1</EndToEndId></Refs>
<RltdPties><Dbtr><Nm>Invented Payer</Nm></Dbtr><DbtrAcct><Id><Othr><Id>11-22</Id></Othr></Id></DbtrAcct></RltdPties>
<RltdAgts><DbtrAgt><FinInstnId><BIC>ABCDEFGH</BIC></FinInstnId></DbtrAgt></RltdAgts></TxDtls></NtryDtls></Ntry>";

#[test]
fn a_statement_is_read_in_old_and_new_versions() {
    let old = read(&camt("02", "100.10", OLD_ENTRY));
    let new_entry = OLD_ENTRY
        .replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
        .replace("<Nm>Invented Payer</Nm>", "<Pty><Nm>Invented Payer</Nm></Pty>")
        .replace("BIC>", "BICFI>");
    let new = read(&camt("08", "100.10", &new_entry));

    let expected = ["2026-03-01 1122>GB82WEST12345698765432 0.10 EUR booked E1"];
    for said in [old, new] {
        assert_eq!(
            (said.rows.as_slice(), said.problems.len()),
            (&expected.map(String::from)[..], 0)
        );
        let from = &said.whole[0].from;
        assert_eq!((from.bank.as_str(), from.holder.as_str()), ("ABCDEFGH", "Invented Payer"));
        assert!(said.whole[0].original.contains("<EndToEndId>E1</EndToEndId>"));
    }
}

#[test]
fn a_statement_that_does_not_add_up_says_by_how_much_and_keeps_its_rows() {
    let said = read(&camt("04", "100.11", OLD_ENTRY));

    assert_eq!((said.rows.len(), said.problems), (1, vec!["6 Bal ledger-fault-balance".into()]));
}

#[test]
fn a_reversal_goes_back_between_the_same_two() {
    let entry = OLD_ENTRY.replace("CRDT", "DBIT").replace("<Sts>", "<RvslInd>true</RvslInd><Sts>");
    let said = read(&camt("02", "99.90", &entry));

    assert_eq!(said.rows, ["2026-03-01 GB82WEST12345698765432>1122 0.10 EUR reversal E1"]);
    assert!(said.problems.is_empty());
}

#[test]
fn an_entry_of_several_transactions_is_that_many_rows_if_they_add_up() {
    let part = |amount: &str, reference: &str| {
        format!(
            "<TxDtls><Refs><EndToEndId>{reference}</EndToEndId></Refs><Amt Ccy=\"EUR\">{amount}</Amt></TxDtls>"
        )
    };
    let entry = |parts: String| {
        format!(
            "<Ntry><Amt Ccy=\"EUR\">3.00</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><DtTm>2026-03-01T10:00:00+01:00</DtTm></BookgDt><NtryDtls>{parts}</NtryDtls></Ntry>"
        )
    };
    let said = read(&camt("04", "97.00", &entry(part("1.25", "A") + &part("1.75", "B"))));
    assert_eq!(said.rows.len(), 2);
    assert_eq!(
        said.rows[0],
        "2026-03-01 GB82WEST12345698765432>GB82WEST12345698765432→? 1.25 EUR booked A"
    );

    let said = read(&camt("04", "97.00", &entry(part("1.25", "A") + &part("1.00", "B"))));
    assert_eq!((said.rows.len(), said.problems), (0, vec!["7 TxDtls ledger-fault-parts".into()]));
}

#[test]
fn an_element_that_is_not_known_sets_the_entry_aside() {
    let entry = OLD_ENTRY.replace("<NtryDtls>", "<NtryDtls><Brandnew>1</Brandnew>");
    let said = read(&camt("02", "100.00", &entry));

    assert_eq!(said.rows.len(), 0);
    assert_eq!(said.problems, ["8 Ntry/NtryDtls/Brandnew ledger-fault-element"]);
}

#[test]
fn entities_of_a_file_are_refused_and_a_message_that_is_not_known_is_not_read() {
    let bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]>".to_owned()
        + camt("02", "100.10", OLD_ENTRY).split_once("?>").unwrap().1;
    let said = read(&bomb);
    assert_eq!(
        (said.rows.len(), said.problems),
        (0, vec!["1 DOCTYPE ledger-fault-doctype".into()])
    );

    let said = read(&camt("99", "100.10", OLD_ENTRY));
    assert_eq!(
        (said.rows.len(), said.problems),
        (0, vec!["2 Document ledger-fault-message".into()])
    );
}

#[test]
fn a_transfer_between_banks_is_read_and_its_head_is_checked() {
    let text = "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001.02\"><FIToFICstmrCdtTrf>
<GrpHdr><MsgId>1</MsgId><CreDtTm>2026-03-01T01:02:03Z</CreDtTm><NbOfTxs>2</NbOfTxs></GrpHdr>
<CdtTrfTxInf><PmtId><EndToEndId>E</EndToEndId></PmtId><IntrBkSttlmAmt Ccy=\"JPY\">510000</IntrBkSttlmAmt>
<Dbtr><Nm>A</Nm></Dbtr><DbtrAcct><Id><Othr><Id>1</Id></Othr></Id></DbtrAcct>
<CdtrAcct><Id><Othr><Id>2</Id></Othr></Id></CdtrAcct></CdtTrfTxInf>
</FIToFICstmrCdtTrf></Document>";
    let said = read(text);

    assert_eq!(said.rows, ["2026-03-01 1>2 510000 JPY booked E"]);
    assert_eq!(said.problems, ["6 NbOfTxs ledger-fault-count"]);
}

const MT940: &str = "{1:F01BANKDEFFAXXX0000000000}{2:I940BANKDEFFXXXXN}{4:
:20:STARTUMS
:25:DEUTDEFF/1234567
:28C:1/1
:60F:C260228EUR1000,00
:61:2603010301D250,5NTRFEREF//BANK1
:86:020?20EREF+E-77?30ABCDEFGH?31DE89370400440532013000?32Invented?33 Payee
:61:260302RC10,NTRFNONREF//BANK2
:86:reversal
:62F:C260302EUR739,5
-}";

#[test]
fn a_swift_statement_is_read_with_its_counterparties() {
    let said = read(MT940);

    assert_eq!(
        said.rows,
        [
            "2026-03-01 1234567>DE89370400440532013000 250.50 EUR booked E-77",
            "2026-03-02 1234567>1234567→? 10.00 EUR reversal BANK2",
        ]
    );
    assert_eq!(said.whole[0].to.holder, "Invented Payee");
    assert!(said.problems.is_empty(), "{:?}", said.problems);
    let off = read(&MT940.replace("739,5", "740,5"));
    assert_eq!(off.problems, ["10 :62F: ledger-fault-balance"]);
    let strange = read(&MT940.replace(":28C:", ":99Z:"));
    assert_eq!(strange.problems, ["4 :99Z: ledger-fault-element"]);
}

#[test]
fn a_swift_transfer_is_read() {
    let text =
        "{1:F01AAAAAAAAAXXX}{2:I103BBBBBBBBXXXXN}{3:{121:8a562c67-ca16-48ba-b074-65581be6f011}}{4:
:20:REF1
:23B:CRED
:32A:260301USD510000,74
:50K:/5647772655
INVENTED SENDER
:52A:BANKUS33
:57A:BANKKHPP
:59:/567 876 543
INVENTED RECEIVER
:71A:SHA
-}";
    let said = read(text);

    let expected =
        "2026-03-01 5647772655>567876543 510000.74 USD booked 8a562c67-ca16-48ba-b074-65581be6f011";
    assert_eq!((said.rows, said.problems), (vec![expected.to_owned()], Vec::<String>::new()));
    assert_eq!((said.whole[0].to.bank.as_str(), said.whole[0].line), ("BANKKHPP", 2));
}

#[test]
fn transactions_of_a_report_are_read() {
    let account = |side: &str, number: &str| {
        format!(
            "<t_{side}><{side}_funds_code>A</{side}_funds_code><{side}_account><institution_name>Bank</institution_name>
<account>{number}</account></{side}_account><{side}_country>KH</{side}_country></t_{side}>"
        )
    };
    let text = format!(
        "<report><rentity_id>1</rentity_id><currency_code_local>KHR</currency_code_local>
<transaction><transactionnumber>T1</transactionnumber><date_transaction>2026-03-01T09:00:00</date_transaction>
<transmode_code>A</transmode_code><amount_local>4000000.00</amount_local>{}{}</transaction>
<transaction><transactionnumber>T2</transactionnumber><date_transaction>2026-03-01T09:00:00</date_transaction>
<amount_local>1</amount_local><involved_parties/></transaction></report>",
        account("from", "11"),
        account("to", "22")
    );
    let said = read(&text);

    assert_eq!(said.rows, ["2026-03-01 11>22 4000000.00 KHR booked T1"]);
    assert_eq!(said.problems, ["6 involved_parties ledger-fault-parties"]);
}

#[test]
fn a_statement_of_a_korean_bank_needs_its_account_and_its_sums_are_ungrouped() {
    let text = "거래일시,출금액,입금액,거래후잔액,상대계좌번호,상대예금주\n\
2026.03.01 09:30:00,\"1,500,000\",0,\"8,500,000\",110-222,가명\n\
2026.03.01 10:30:00,0,\"2,000\",\"8,502,001\",,\n";
    let context = LedgerContext {
        account: Some("123-456".to_owned()),
        zone: "+09:00".parse().ok(),
        mapping: Some(LedgerMapping {
            currency: Some("KRW".to_owned()),
            ..LedgerMapping::proposed(
                &text.lines().next().unwrap().split(',').map(str::to_owned).collect::<Vec<_>>(),
                &[vec![String::new(), "1,500,000".to_owned()]],
            )
        }),
        ..LedgerContext::default()
    };
    let said = read_with(text, &context);

    assert_eq!(
        said.rows,
        [
            "2026-03-01 123456>110222 1500000 KRW booked ",
            "2026-03-01 ?→123456>123456 2000 KRW booked "
        ]
    );
    assert_eq!(said.problems, ["3 거래후잔액 ledger-fault-row-balance"]);

    let mut nobody = Said::default();
    let context = LedgerContext { account: None, ..context };
    let refused = read_ledger(LedgerFormat::Csv, Cursor::new(text), &context, &mut nobody);
    assert!(matches!(refused, Err(ReadError::Ledger(LedgerMappingError::NoAccount))));
}

#[test]
fn exports_of_explorers_are_read_with_the_decimals_of_the_token() {
    let ether = "\"Transaction Hash\",\"UnixTimestamp\",\"DateTime (UTC)\",\"From\",\"To\",\"Value_IN(ETH)\",\"Status\"\n\
\"0xaa\",\"1772352000\",\"2026-03-01 08:00:00\",\"0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae\",\"0x00000000219ab540356cbb839cbe05303d7705fa\",\"25.000000000000000001\",\"\"\n\
\"0xab\",\"1772352000\",\"2026-03-01 08:00:00\",\"0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae\",\"0x00000000219ab540356cbb839cbe05303d7705fa\",\"1\",\"Error(0)\"\n";
    let said = read(ether);
    assert!(said.rows[0].ends_with(" 25.000000000000000001 ETH booked 0xaa"), "{:?}", said.rows);
    assert_eq!(said.problems, ["3 Status ledger-fault-failed"]);

    let tron = "TxID,Time(UTC),From,To,Amount,TokenSymbol,TokenDecimals\n\
t1,2026-03-01 08:00:00,a,b,36893488147419103232000000,USDT,6\nt2,2026-03-01 08:00:00,a,b,1.5,USDT,6\n\
t3,2026-03-01 08:00:00,a,b,8.77e+06,USDT,6\nt4,2026-03-01 08:00:00,a,b,5,USDT/USDC,6\n";
    let said = read(tron);
    assert_eq!(said.rows, ["2026-03-01 a>b 36893488147419103232.000000 USDT booked t1"]);
    assert_eq!(
        said.problems,
        [
            "3 Amount ledger-fault-decimals",
            "4 Amount money-fault-exponent",
            "5 TokenSymbol money-fault-currency"
        ]
    );
}

#[test]
fn a_table_whose_columns_say_too_little_is_refused() {
    let refused = |text: &str| {
        let mut said = Said::default();
        read_ledger(LedgerFormat::Csv, Cursor::new(text), &LedgerContext::default(), &mut said)
            .unwrap_err()
    };
    let silent = refused("name,colour\na,b\n");
    assert!(matches!(silent, ReadError::Ledger(LedgerMappingError::Silent { what: "time", .. })));
    assert!(LedgerMapping::from_json("{\"columns\":{\"wrong\":\"x\"}}").is_err());
}

#[test]
fn formats_are_told_from_their_first_bytes() {
    let check =
        |text: &str, expected| assert_eq!(LedgerFormat::of(text.as_bytes()), expected, "{text}");
    check(MT940, Some(LedgerFormat::Mt940));
    check(":20:X\n:32A:260301USD1,\n", Some(LedgerFormat::Mt103));
    check("<report><rentity_id>", Some(LedgerFormat::GoAml));
    check("<html>", None);
    check("", None);
    check("a,b\n", Some(LedgerFormat::Csv));
}
