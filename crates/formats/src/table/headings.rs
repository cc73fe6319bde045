//! What headings mean, in English, Korean, Thai, Vietnamese and Chinese.
//!
//! Spellings are in the form that [`normal`] gives. The words other than English were not checked
//! by native speakers: a proposal made of them is shown to a person before anything is read.

use liaison_model::schema::names::{prop, schema as schemata};

/// Which entity of a row a column speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Account,
    Company,
    Person,
    Report,
    Reporter,
    Wallet,
}

impl Role {
    /// Its name in a mapping.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Account => "account",
            Self::Company => "company",
            Self::Person => "person",
            Self::Report => "report",
            Self::Reporter => "reporter",
            Self::Wallet => "wallet",
        }
    }

    pub(crate) fn schema(self) -> &'static str {
        match self {
            Self::Account => schemata::BANK_ACCOUNT,
            Self::Company => schemata::COMPANY,
            Self::Person | Self::Reporter => schemata::PERSON,
            Self::Report => schemata::REPORT,
            Self::Wallet => schemata::CRYPTO_WALLET,
        }
    }
}

/// What a heading says about its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// A property of one of the row's entities.
    Property(Role, &'static str),
    /// The number of the row in this table, which names nothing outside it.
    RowNumber,
}

/// What a heading means, where it is known.
pub(crate) fn meaning(heading: &str) -> Option<Meaning> {
    let whole = normal(heading);
    // `생년월일(YYYY-MM-DD)` is `생년월일`.
    let before_bracket = normal(heading.split(['(', '（', '[']).next().unwrap_or_default());
    let find = |wanted: &str| {
        if ROW_NUMBERS.contains(&wanted) {
            return Some(Meaning::RowNumber);
        }
        let known = HEADINGS.iter().find(|(_, _, spellings)| spellings.contains(&wanted));
        known.map(|(role, property, _)| Meaning::Property(*role, property))
    };
    find(&whole).or_else(|| find(&before_bracket))
}

/// A heading in small letters, without spaces, dots, hyphens, underscores and the like.
pub(crate) fn normal(heading: &str) -> String {
    let kept = |letter: &char| {
        letter.is_alphanumeric() || ('\u{0E31}'..='\u{0E4E}').contains(letter) // Thai vowel marks
    };
    heading.to_lowercase().chars().filter(kept).collect()
}

const ROW_NUMBERS: &[&str] = &[
    "no",
    "nr",
    "number",
    "row",
    "번호",
    "연번",
    "순번",
    "ลำดับ",
    "ลำดับที่",
    "ที่",
    "stt",
    "sốthứtự",
    "序号",
    "行号",
];

const HEADINGS: &[(Role, &str, &[&str])] = &[
    (
        Role::Person,
        prop::NAME,
        &[
            "name",
            "fullname",
            "victim",
            "victimname",
            "nameofvictim",
            "person",
            "personname",
            "missingperson",
            "englishname",
            "localname",
            "이름",
            "성명",
            "성함",
            "피해자",
            "피해자명",
            "피해자성명",
            "피해자이름",
            "대상자",
            "대상자명",
            "실종자",
            "실종자명",
            "영문명",
            "영문이름",
            "영문성명",
            "한글이름",
            "한글성명",
            "ชื่อ",
            "ชื่อสกุล",
            "ชื่อนามสกุล",
            "ชื่อและนามสกุล",
            "ชื่อผู้เสียหาย",
            "ผู้เสียหาย",
            "họtên",
            "họvàtên",
            "tên",
            "tênnạnnhân",
            "nạnnhân",
            "姓名",
            "名字",
            "受害人",
            "受害人姓名",
            "失踪人员",
            "失踪人姓名",
            "英文名",
        ],
    ),
    (Role::Person, prop::FIRST_NAME, &["firstname", "givenname", "forename", "ชื่อจริง", "名"]),
    (
        Role::Person,
        prop::LAST_NAME,
        &["lastname", "familyname", "surname", "성", "성씨", "นามสกุล", "สกุล", "họ", "姓", "姓氏"],
    ),
    (
        Role::Person,
        prop::ALIAS,
        &[
            "alias",
            "aliases",
            "nickname",
            "alsoknownas",
            "aka",
            "별명",
            "가명",
            "이명",
            "ชื่อเล่น",
            "ฉายา",
            "biệtdanh",
            "bídanh",
            "têngọikhác",
            "别名",
            "化名",
            "昵称",
            "绰号",
        ],
    ),
    (
        Role::Person,
        prop::BIRTH_DATE,
        &[
            "dateofbirth",
            "birthdate",
            "dob",
            "born",
            "birthday",
            "생년월일",
            "생일",
            "출생일",
            "출생연월일",
            "วันเกิด",
            "วันเดือนปีเกิด",
            "ngàysinh",
            "ngàythángnămsinh",
            "nămsinh",
            "出生日期",
            "生日",
            "出生年月",
            "出生年月日",
        ],
    ),
    (Role::Person, prop::GENDER, &["gender", "sex", "성별", "เพศ", "giớitính", "性别"]),
    (
        Role::Person,
        prop::NATIONALITY,
        &["nationality", "citizenship", "국적", "สัญชาติ", "quốctịch", "国籍"],
    ),
    (
        Role::Person,
        prop::PASSPORT_NUMBER,
        &[
            "passport",
            "passportno",
            "passportnumber",
            "여권",
            "여권번호",
            "หนังสือเดินทาง",
            "เลขหนังสือเดินทาง",
            "เลขที่หนังสือเดินทาง",
            "พาสปอร์ต",
            "hộchiếu",
            "sốhộchiếu",
            "护照",
            "护照号",
            "护照号码",
        ],
    ),
    (
        Role::Person,
        prop::ID_NUMBER,
        &[
            "idnumber",
            "idno",
            "idcard",
            "nationalid",
            "주민등록번호",
            "주민번호",
            "신분증번호",
            "เลขบัตรประชาชน",
            "เลขประจำตัวประชาชน",
            "cccd",
            "cmnd",
            "sốcccd",
            "sốcmnd",
            "căncước",
            "sốcăncước",
            "身份证",
            "身份证号",
            "身份证号码",
        ],
    ),
    (
        Role::Person,
        prop::PHONE,
        &[
            "phone",
            "phoneno",
            "phonenumber",
            "mobile",
            "mobileno",
            "mobilenumber",
            "telephone",
            "tel",
            "contactnumber",
            "contact",
            "전화",
            "전화번호",
            "연락처",
            "휴대폰",
            "휴대폰번호",
            "휴대전화",
            "휴대전화번호",
            "핸드폰",
            "핸드폰번호",
            "โทรศัพท์",
            "เบอร์โทร",
            "เบอร์โทรศัพท์",
            "เบอร์ติดต่อ",
            "หมายเลขโทรศัพท์",
            "điệnthoại",
            "sốđiệnthoại",
            "sđt",
            "diđộng",
            "电话",
            "电话号码",
            "手机",
            "手机号",
            "手机号码",
            "联系电话",
            "联系方式",
        ],
    ),
    (
        Role::Person,
        prop::EMAIL,
        &[
            "email",
            "emailaddress",
            "이메일",
            "전자우편",
            "메일",
            "อีเมล",
            "thưđiệntử",
            "邮箱",
            "电子邮件",
            "电子邮箱",
        ],
    ),
    (
        Role::Person,
        prop::ADDRESS,
        &[
            "address",
            "homeaddress",
            "residence",
            "주소",
            "거주지",
            "자택주소",
            "주소지",
            "ที่อยู่",
            "địachỉ",
            "nơiở",
            "地址",
            "住址",
            "家庭住址",
        ],
    ),
    (
        Role::Person,
        prop::PROFESSION,
        &["occupation", "job", "profession", "직업", "อาชีพ", "nghềnghiệp", "职业"],
    ),
    (
        Role::Person,
        prop::NOTES,
        &[
            "notes",
            "note",
            "remarks",
            "remark",
            "comment",
            "comments",
            "비고",
            "메모",
            "특이사항",
            "참고",
            "참고사항",
            "หมายเหตุ",
            "ghichú",
            "备注",
            "说明",
        ],
    ),
    (
        Role::Report,
        prop::NUMBER,
        &[
            "reportnumber",
            "reportno",
            "reportid",
            "casenumber",
            "caseno",
            "caseid",
            "reference",
            "referenceno",
            "접수번호",
            "사건번호",
            "신고번호",
            "관리번호",
            "เลขรับแจ้ง",
            "เลขที่รับแจ้ง",
            "เลขคดี",
            "mãhồsơ",
            "sốhồsơ",
            "sốvụán",
            "案件编号",
            "报案编号",
            "受理编号",
            "编号",
        ],
    ),
    (
        Role::Report,
        prop::REPORTED_AT,
        &[
            "reportdate",
            "reported",
            "reportedon",
            "reportedat",
            "datereported",
            "dateofreport",
            "신고일",
            "신고일자",
            "신고일시",
            "접수일",
            "접수일자",
            "접수일시",
            "วันที่แจ้ง",
            "วันที่รับแจ้ง",
            "ngàybáo",
            "ngàytrìnhbáo",
            "ngàytiếpnhận",
            "报案日期",
            "报案时间",
            "报警时间",
            "受理日期",
        ],
    ),
    (
        Role::Report,
        prop::DATE, // the day that the person went missing
        &[
            "datemissing",
            "missingdate",
            "missingsince",
            "wentmissing",
            "dateofdisappearance",
            "disappeared",
            "실종일",
            "실종일자",
            "실종일시",
            "실종날짜",
            "วันที่หายตัว",
            "วันที่สูญหาย",
            "วันที่หายไป",
            "ngàymấttích",
            "mấttíchtừ",
            "失踪日期",
            "失踪时间",
            "失踪日",
        ],
    ),
    (
        Role::Report,
        prop::LAST_CONTACT_AT,
        &[
            "lastcontact",
            "lastcontactdate",
            "dateoflastcontact",
            "lastseen",
            "최종연락",
            "최종연락일",
            "최종연락일자",
            "최종연락일시",
            "마지막연락",
            "마지막연락일",
            "연락두절일",
            "ติดต่อครั้งสุดท้าย",
            "วันที่ติดต่อครั้งสุดท้าย",
            "liênlạccuối",
            "lầnliênlạccuối",
            "ngàyliênlạccuối",
            "最后联系",
            "最后联系时间",
            "失联时间",
            "失联日期",
        ],
    ),
    (
        Role::Report,
        prop::LEFT_HOME_AT,
        &[
            "departuredate",
            "dateofdeparture",
            "lefthome",
            "출국",
            "출국일",
            "출국일자",
            "วันเดินทาง",
            "วันที่เดินทาง",
            "ngàyxuấtcảnh",
            "ngàyđi",
            "出境日期",
            "出境时间",
            "离家时间",
        ],
    ),
    (
        Role::Report,
        prop::PLACE_TEXT,
        &[
            "placeheld",
            "whereheld",
            "location",
            "place",
            "site",
            "compound",
            "lastknownlocation",
            "체류지",
            "감금장소",
            "감금지",
            "소재지",
            "위치",
            "장소",
            "실종장소",
            "สถานที่",
            "สถานที่กักขัง",
            "ที่ถูกกักตัว",
            "địađiểm",
            "nơigiamgiữ",
            "nơibịgiữ",
            "地点",
            "被困地点",
            "所在地",
            "位置",
            "园区",
        ],
    ),
    (
        Role::Report,
        prop::REPORTER_RELATIONSHIP,
        &[
            "relationship",
            "relation",
            "relationtovictim",
            "관계",
            "신고자관계",
            "신고자와의관계",
            "피해자와의관계",
            "ความสัมพันธ์",
            "quanhệ",
            "mốiquanhệ",
            "关系",
            "与受害人关系",
        ],
    ),
    (
        Role::Report,
        prop::REPORTER_PHONE,
        &[
            "reporterphone",
            "reportersphone",
            "신고자연락처",
            "신고자전화",
            "신고자전화번호",
            "신고인연락처",
            "เบอร์ผู้แจ้ง",
            "sđtngườibáo",
            "điệnthoạingườibáo",
            "报案人电话",
            "报警人电话",
        ],
    ),
    (
        Role::Report,
        prop::PROMISED_WORK,
        &[
            "joboffered",
            "workpromised",
            "promisedjob",
            "취업제안",
            "구인내용",
            "제안업무",
            "งานที่เสนอ",
            "côngviệchứahẹn",
            "招聘职位",
        ],
    ),
    (
        Role::Report,
        prop::HOW_LURED,
        &[
            "howlured",
            "recruitment",
            "유인경위",
            "유인방법",
            "경위",
            "วิธีหลอกลวง",
            "cáchlừa",
            "诱骗方式",
            "经过",
        ],
    ),
    (
        Role::Reporter,
        prop::NAME,
        &[
            "reporter",
            "reportername",
            "complainant",
            "informant",
            "신고자",
            "신고인",
            "신고자명",
            "신고자성명",
            "신고인성명",
            "ผู้แจ้ง",
            "ชื่อผู้แจ้ง",
            "ngườibáo",
            "ngườitrìnhbáo",
            "报案人",
            "报警人",
            "举报人",
        ],
    ),
    (
        Role::Report,
        prop::STAGE,
        &[
            "status",
            "stage",
            "casestatus",
            "reportstatus",
            "상태",
            "진행상태",
            "진행상황",
            "처리상태",
            "처리현황",
            "สถานะ",
            "สถานะคดี",
            "trạngthái",
            "tìnhtrạngxửlý",
            "状态",
            "狀態",
            "处理状态",
            "案件状态",
        ],
    ),
    (
        Role::Company,
        prop::NAME,
        &[
            "company",
            "companyname",
            "organisation",
            "organization",
            "employer",
            "회사",
            "회사명",
            "업체",
            "업체명",
            "법인명",
            "상호",
            "บริษัท",
            "ชื่อบริษัท",
            "côngty",
            "têncôngty",
            "公司",
            "公司名称",
            "企业名称",
        ],
    ),
    (
        Role::Company,
        prop::REGISTRATION_NUMBER,
        &[
            "registrationnumber",
            "companynumber",
            "사업자등록번호",
            "법인등록번호",
            "เลขทะเบียนนิติบุคคล",
            "mãsốdoanhnghiệp",
            "注册号",
        ],
    ),
    (
        Role::Account,
        prop::ACCOUNT_NUMBER,
        &[
            "account",
            "accountno",
            "accountnumber",
            "bankaccount",
            "계좌",
            "계좌번호",
            "เลขบัญชี",
            "เลขที่บัญชี",
            "sốtàikhoản",
            "stk",
            "账号",
            "账户",
            "银行账号",
            "银行卡号",
        ],
    ),
    (
        Role::Account,
        prop::BANK_NAME,
        &["bank", "bankname", "은행", "은행명", "금융기관", "ธนาคาร", "ngânhàng", "银行", "开户行"],
    ),
    (
        Role::Wallet,
        prop::PUBLIC_KEY,
        &[
            "wallet",
            "walletaddress",
            "cryptoaddress",
            "지갑",
            "지갑주소",
            "가상자산주소",
            "가상자산지갑주소",
            "ที่อยู่กระเป๋า",
            "กระเป๋าเงินดิจิทัล",
            "địachỉví",
            "ví",
            "钱包",
            "钱包地址",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use liaison_model::schema;

    fn check(heading: &str, role: Role, property: &'static str) {
        assert_eq!(meaning(heading), Some(Meaning::Property(role, property)), "{heading}");
    }

    #[test]
    fn headings_are_understood_in_five_languages() {
        check("Date of birth", Role::Person, "birthDate");
        check("생년월일(YYYY-MM-DD)", Role::Person, "birthDate");
        check("접수 번호", Role::Report, "number");
        check("ชื่อ-นามสกุล", Role::Person, "name");
        check("Số điện thoại", Role::Person, "phone");
        check("报案人", Role::Reporter, "name");
        for heading in ["Status", "진행 상태", "상태", "สถานะ", "Trạng thái", "状态"]
        {
            check(heading, Role::Report, "stage");
        }
        let went_missing = ["실종일", "실종일자", "วันที่หายตัว", "Ngày mất tích", "失踪日期"];
        for heading in went_missing.into_iter().chain(["Date missing"]) {
            check(heading, Role::Report, "date");
        }
        assert_eq!(meaning("연번"), Some(Meaning::RowNumber));
        assert_eq!(meaning("colour"), None);
    }

    #[test]
    fn every_heading_is_in_its_normal_form_and_means_one_property_that_exists() {
        let mut met: Vec<&str> = ROW_NUMBERS.to_vec();
        for (role, property, spellings) in HEADINGS {
            assert!(
                schema::find(role.schema()).unwrap().property(property).is_some(),
                "{property}"
            );
            for spelling in *spellings {
                assert_eq!(normal(spelling), *spelling);
                assert!(!met.contains(spelling), "{spelling}");
                met.push(spelling);
            }
        }
    }
}
