//! Which elements and versions of ISO 20022 are known.
//!
//! Source: ISO 20022 message definition reports of camt.052, camt.053, camt.054 (001.02 to 001.13)
//! and pacs.008 (001.02 to 001.13).

/// Whether an element of these messages has this name.
pub(super) fn is_known(name: &str) -> bool {
    WORDS.split_ascii_whitespace().any(|word| word == name)
}

/// Messages that are read, as their name spaces end.
pub(super) const CAMT_VERSIONS: &[&str] = &[
    "camt.052.001.02",
    "camt.052.001.03",
    "camt.052.001.04",
    "camt.052.001.05",
    "camt.052.001.06",
    "camt.052.001.07",
    "camt.052.001.08",
    "camt.052.001.09",
    "camt.052.001.10",
    "camt.052.001.11",
    "camt.052.001.12",
    "camt.052.001.13",
    "camt.053.001.02",
    "camt.053.001.03",
    "camt.053.001.04",
    "camt.053.001.05",
    "camt.053.001.06",
    "camt.053.001.07",
    "camt.053.001.08",
    "camt.053.001.09",
    "camt.053.001.10",
    "camt.053.001.11",
    "camt.053.001.12",
    "camt.053.001.13",
    "camt.054.001.02",
    "camt.054.001.03",
    "camt.054.001.04",
    "camt.054.001.05",
    "camt.054.001.06",
    "camt.054.001.07",
    "camt.054.001.08",
    "camt.054.001.09",
    "camt.054.001.10",
    "camt.054.001.11",
    "camt.054.001.12",
    "camt.054.001.13",
];
/// The same of credit transfers between banks.
pub(super) const PACS_VERSIONS: &[&str] = &[
    "pacs.008.001.02",
    "pacs.008.001.03",
    "pacs.008.001.04",
    "pacs.008.001.05",
    "pacs.008.001.06",
    "pacs.008.001.07",
    "pacs.008.001.08",
    "pacs.008.001.09",
    "pacs.008.001.10",
    "pacs.008.001.11",
    "pacs.008.001.12",
    "pacs.008.001.13",
];
/// Names of elements, in alphabetical order.
const WORDS: &str = "
    AccptncDtTm Acct AcctId AcctOwnr AcctOwnrTxId AcctSvcr AcctSvcrRef AcctSvcrTxId ActlDt ActvnDt
    AddtlInf AddtlNtfctnInf AddtlNtryInf AddtlPdctInf AddtlRmtInf AddtlRptInf AddtlStmtInf AddtlSts
    AddtlTxInf AdjstmntAmtAndRsn Adr AdrLine AdrTp AgrdRate Agt AmdmntInd AmdmntInfDtls Amt AmtDtls
    AmtInclTax AmtOfChrgs Anlys AnncdPstngAmt AnncmntDt AnyBIC AppHdr Authrty Authstn AvlblDt Avlbty
    BEI BIC BICFI BICOrBEI Bal BankTrf BilltId BirthDt BizMsgIdr BizPrcgDt BizSvc BkTxCd BldgNb
    BldgNm Bookg BookgDt BrnchId Btch BtchBookg BtchId CLSTm CSCVal CardAggtd CardBrnd CardCtryCd
    CardNb CardPrfl CardSeqNb CardTx CardrId Cash CashAcct Ccy CcyOfTrf CcyXchg Cd CdOrPrtry
    CdtDbtInd CdtDtTm CdtLine CdtNoteAmt CdtTrfTxInf Cdtr CdtrAcct CdtrAgt CdtrAgtAcct CdtrAgtBrnch
    CdtrRef CdtrRefInf CdtrSchmeId Chanl ChanlTp CharSet ChckNb ChqNb ChrgBr ChrgInclInd Chrgs
    ChrgsAcct ChrgsAcctAgt ChrgsInf CityOfBirth ClmNb ClrChanl ClrSys ClrSysId ClrSysMmbId ClrSysRef
    ClssfctnTp CmonRefNb Cmpnt CmpttnTp CnptyRjctn Cntct CntctDtls CntrValAmt CntryOfRes Conf
    ConsmpTp ContractId ConttnInd CorpActn CorpActnEvtTp CpctyDtls CpyDplct CpyDplctInd CreDt
    CreDtTm Csh CshDpst CstmRef CstmrId CtctDtls CtctPrsn CtgyDtls CtgyPurp CtrctId CtrlPrty CtrlSum
    Ctry CtryOfBirth CtryOfRes CtrySubDvsn DataSrc DbtCdtRptgInd DbtDtTm DbtNoteAmt DbtSvcr Dbtr
    DbtrAcct DbtrAgt DbtrAgtAcct DbtrAgtBrnch DealPric Dealr Dept Desc DgtlSgntr DirctDbtTx DlvryAdr
    Dnmtn DoInd Doc DocLineId DocLineTp Domn Dpst DscntApldAmt DspstnCd DsptchAdr DstrctNm Dt
    DtAndPlcOfBirth DtCtrl DtOfSgntr DtTm DtldCtrlRslt Dtls DuePyblAmt DuePyblAmtTp EUETR ElctrncAdr
    ElctrncSeqNb EmailAdr EmailPurp EmplyeeMdclInsrncInd EndToEndId Envlp EqvtAmt EvntDt ExchgRate
    FXDtls FaceAmt FaceVal Fax FaxNb FctvDt FinInstnId FinInstrmId FinInstrmQty FinlSttlmDt Floor
    Flr FltrgTp Fmly FmlyMdclInsrncInd Fr FrDt FrDtTm FrSeq FrTm FrToDt FrToSeq From Frqcy FrqcyTp
    FrstColltnDt FrstPmtDt FrstTx FwdgAgt Grnshee Grnshmt GrnshmtAdmstr GrpHdr GrssAmt GrssSttlmAmt
    HldId HldrAcct IBAN ISIN Id IdTp ImmdtPmtNtfctn ImprtInd InclInd Incrmt Inf InfTp InitgPty Instd
    InstdAgt InstdAmt InstdRmbrsmntAgt InstdRmbrsmntAgtAcct InstgAgt InstgRmbrsmntAgt
    InstgRmbrsmntAgtAcct Instn InstrDt InstrForCdtrAgt InstrForDbtrAgt InstrForNxtAgt InstrId
    InstrInf InstrPrty IntrBkSttlmAmt IntrBkSttlmDt IntrBkSttlmTm IntrmyAgt1 IntrmyAgt1Acct
    IntrmyAgt2 IntrmyAgt2Acct IntrmyAgt3 IntrmyAgt3Acct Intrst IntrstRate Invcee Invcr Issr IssrAgt
    ItemzdRcrd Itm ItnPerYr JobTitl LEI Lang LastPgInd LastTx LckBoxId LclInstrm Lctn LdTm LegSeqNb
    LglNm LglSeqNb LineDtls Locl LstPgInd Lwr MbrId Mkt MktInfrstrctrTxId MktPric MmbId Mndt MndtId
    MndtRjctn MndtRltdInf MobNb Mrchnt MrchntCtgyCd MsgDefIdr MsgId MsgNmId MsgPgntn MsgRcpt MsgSrc
    Mtd Nb NbAndSum NbOfDays NbOfNtries NbOfTxs NclrSys NetPric NewSeqNb Nm NmPfx NmPrfx NonResdt
    NstrNm Ntfctn NtfctnPgntn NtnlIdNb Ntry NtryDtls NtryId NtryRef NtwkTp NxtDt Oblgtr Ocrd
    OffLineCpblty OnAcct OnLineCpblty OpngDt OrgId OrgnlAcct OrgnlAmtAndSts OrgnlBizQry OrgnlBkTxCd
    OrgnlCreDtTm OrgnlEndToEndId OrgnlGrpInf OrgnlInstrId OrgnlMndtId OrgnlMsgId OrgnlMsgNmId
    OrgnlNbOfTxs OrgnlPmtInfId OrgnlTxId OrgnlUETR Orgtr Oth Othr OthrId OthrRltdPty Outlet Ownr
    OwnrTp POI Pdct PdctCd PdctQty PgNb Pgntn Phne PhneNb PlainCardData Plc PlcOfBirth PlcOfIsse
    PmtCard PmtCtxt PmtId PmtInfId PmtMtd PmtTpInf Poi PoiId PosnAmt Prcg PrcgId Prd PrdcSts
    PrfrdMtd Pric ProrataAmt Prpsl PrtctdBal PrtlPmt Prtry PrtryAgt PrtryDt PrtryPric PrtryPty
    PrtryQty PrtryRef PrtryTp Prty Prvc PrvsInstgAgt PrvsInstgAgt1 PrvsInstgAgt1Acct PrvsInstgAgt2
    PrvsInstgAgt2Acct PrvsInstgAgt3 PrvsInstgAgt3Acct PrvsInstgAgtAcct PrvtId Prxy PstBx PstCd
    PstlAdr PtInTm Pty PtyTp Purp PwrMgr QtdCcy QtnDt QtsSrc Qty Rate RateBrkdwn Rcrd RcvgAgt
    RcvrRef Recap Ref RefNb Refs Resdt RfrdDocAmt RfrdDocInf RgltryDtls RgltryRptg RjctTm RltdAcct
    RltdAgts RltdDt RltdDts RltdPric RltdPties RltdQties RltdRefs RltdRmtInf RmtAmt RmtId RmtInf
    RmtLctn RmtLctnDtls RmtLctnElctrncAdr RmtLctnMtd RmtLctnPstlAdr RmtdAmt Room Rpt RptPgntn
    RptgPrd RptgSeq RptgSrc RqstdExctnDt Rsn RsnAndAddtlInf RspnsblPty Rtr RtrInf RtrRsn RtrnRsn
    RvslInd SafkpgAcct SaleRcncltnId SaleRefNb SchmeNm SclTp SctiesTx SctyTxId Seq SeqNb SeqNbRg
    SeqTp SfkpgAcct Sgn ShrtNm SlryPmt Splmt SplmtryData SrcCcy SrvcReq SsnInsrncNb Stmt StmtId
    StmtPgntn Strd StrtDt StrtNm Sts StsRsn SttldAmt SttlmAcct SttlmInf SttlmMtd SttlmPlc SttlmPrty
    SttlmTmIndctn SttlmTmReq Sub SubDept SubFmlyCd SubTp Sum Svc SvcLvl Svcr SysId Tax TaxAmt TaxDt
    TaxId TaxRmt TaxTp TaxblBaseAmt TechInptChanl TgtCcy ThrdRmbrsmntAgt ThrdRmbrsmntAgtAcct TillTm
    Titl To ToDt ToDtTm ToSeq TotOvrNtryDt Tp TradDt TradePlc TradgPty TranchId TransId TrckData
    TrckNb TrckVal TrckrData TrnsfrId TrptyAgt Ttl TtlAmt TtlCdtNtries TtlChrgsAndTaxAmt
    TtlDbtNtries TtlIntrBkSttlmAmt TtlNetNtry TtlNetNtryAmt TtlNtries TtlNtriesPerBkTxCd TtlTaxAmt
    TtlTaxblBaseAmt TwnLctnNm TwnNm TxAmt TxCtgy TxDt TxDtTm TxDtls TxDvsn TxId TxNb TxPric TxRef
    TxSts TxTtl TxsSummry UETR URLAdr UltmtCdtr UltmtDbtr UnderlygCstmrCdtTrf Undrlyg
    UndrlygCstmrCdtTrf Unit UnitBsedPric UnitCcy UnitOfMeasr UnitPric Ustrd UtcOfst Val ValDt
    VldtnSeqNb Vrsn VrtlAcct Wdrwl Xchg XchgRate XpctdPmtDt XpryDt XtndedRmtInf Yr YrMnth
";
