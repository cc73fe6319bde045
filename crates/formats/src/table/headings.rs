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
    /// An account of a person with a messenger or network.
    Handle {
        /// Its name in a mapping.
        name: &'static str,
        /// The messenger or network.
        service: &'static str,
    },
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
            Self::Handle { name, .. } => name,
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
            Self::Handle { .. } => schemata::USER_ACCOUNT,
            Self::Person | Self::Reporter => schemata::PERSON,
            Self::Report => schemata::REPORT,
            Self::Wallet => schemata::CRYPTO_WALLET,
        }
    }
}

const TELEGRAM: Role = Role::Handle { name: "telegram", service: "Telegram" };
const LINE: Role = Role::Handle { name: "line", service: "LINE" };
const KAKAO: Role = Role::Handle { name: "kakaotalk", service: "KakaoTalk" };
const WECHAT: Role = Role::Handle { name: "wechat", service: "WeChat" };
const ZALO: Role = Role::Handle { name: "zalo", service: "Zalo" };
const WHATSAPP: Role = Role::Handle { name: "whatsapp", service: "WhatsApp" };
const FACEBOOK: Role = Role::Handle { name: "facebook", service: "Facebook" };
const INSTAGRAM: Role = Role::Handle { name: "instagram", service: "Instagram" };

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
        let known = HEADINGS.iter().find(|(_, _, lines)| spellings(lines).any(|s| s == wanted));
        known.map(|(role, property, _)| Meaning::Property(*role, property))
    };
    find(&whole).or_else(|| find(&before_bracket))
}

fn spellings(lines: &[&'static str]) -> impl Iterator<Item = &'static str> {
    lines.iter().flat_map(|line| line.split('|'))
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

/// Spellings, a language a line, parted by `|`.
const HEADINGS: &[(Role, &str, &[&str])] = &[
    (
        Role::Person,
        prop::NAME,
        &[
            "name|fullname|victim|victimname|nameofvictim|person|personname|missingperson|englishname",
            "localname|fullnameinenglish|nameinenglish|nameasinpassport|passportname|nameenglish",
            "koreanname|victimsname|victims|suspect|suspectname",
            "이름|성명|성함|피해자|피해자명|피해자성명|피해자이름|대상자|대상자명|실종자|실종자명|영문명",
            "영문이름|영문성명|한글이름|한글성명|성명국문|국문성명|이름한글|피의자|피의자명|피의자성명",
            "용의자|대상자성명|여권명|여권상성명",
            "ชื่อ|ชื่อสกุล|ชื่อนามสกุล|ชื่อและนามสกุล|ชื่อผู้เสียหาย|ผู้เสียหาย|ชื่อเต็ม|ชื่อภาษาอังกฤษ|ชื่อภาษาไทย|ชื่อผู้ต้องหา|ผู้ต้องหา",
            "ชื่อผู้สูญหาย|ผู้สูญหาย|ชื่อบุคคล",
            "họtên|họvàtên|tên|tênnạnnhân|nạnnhân|họvàtênnạnnhân|têntiếnganh|tênđầyđủ|ngườimấttích",
            "đốitượng|nghiphạm|họtênnạnnhân",
            "姓名|名字|受害人|受害人姓名|失踪人员|失踪人姓名|英文名|中文姓名|英文姓名|中文名|全名|嫌疑人",
            "嫌疑人姓名|当事人|当事人姓名|名称姓名",
        ],
    ),
    (
        Role::Person,
        prop::FIRST_NAME,
        &[
            "firstname|givenname|forename|givennames|firstnames",
            "이름영문|영문이름명",
            "ชื่อจริง",
            "tênriêng|têngọi",
            "名|名字英文",
        ],
    ),
    (
        Role::Person,
        prop::LAST_NAME,
        &[
            "lastname|familyname|surname|familynames|surnames",
            "성|성씨|영문성",
            "นามสกุล|สกุล",
            "họ|họđệm",
            "姓|姓氏",
        ],
    ),
    (
        Role::Person,
        prop::ALIAS,
        &[
            "alias|aliases|nickname|alsoknownas|aka|othernames|othername|alsoknown|aliasname|knownas",
            "onlinename",
            "별명|가명|이명|활동명|닉네임|다른이름",
            "ชื่อเล่น|ฉายา|ชื่ออื่น|นามแฝง",
            "biệtdanh|bídanh|têngọikhác|tênkhác",
            "别名|化名|昵称|绰号|外号|网名|曾用名",
        ],
    ),
    (
        Role::Person,
        prop::BIRTH_DATE,
        &[
            "dateofbirth|birthdate|dob|born|birthday|dateofbirthdob",
            "생년월일|생일|출생일|출생연월일|출생년월일|생년월일자|출생",
            "วันเกิด|วันเดือนปีเกิด|วดปเกิด|วันเดือนปีที่เกิด|เกิดวันที่",
            "ngàysinh|ngàythángnămsinh|nămsinh|sinhngày|sinhnăm",
            "出生日期|生日|出生年月|出生年月日|生年月日|出生|出生时间",
        ],
    ),
    (
        Role::Person,
        prop::GENDER,
        &[
            "gender|sex|sexgender|mf|malefemale|gendersex",
            "성별",
            "เพศ",
            "giớitính|giới|phái",
            "性别|性別",
        ],
    ),
    (
        Role::Person,
        prop::NATIONALITY,
        &[
            "nationality|citizenship|nationalities|citizenof|countryofcitizenship|countryofnationality",
            "국적|국적명|국가국적",
            "สัญชาติ|ประเทศสัญชาติ",
            "quốctịch|quốctịchhiệntại",
            "国籍|國籍",
        ],
    ),
    (
        Role::Person,
        prop::PASSPORT_NUMBER,
        &[
            "passport|passportno|passportnumber|passportnum|passportnr|passportid|pptno",
            "traveldocumentnumber",
            "여권|여권번호|여권no|여권넘버",
            "หนังสือเดินทาง|เลขหนังสือเดินทาง|เลขที่หนังสือเดินทาง|พาสปอร์ต|หมายเลขหนังสือเดินทาง|หมายเลขพาสปอร์ต",
            "เลขพาสปอร์ต|เลขที่พาสปอร์ต|เล่มหนังสือเดินทาง",
            "hộchiếu|sốhộchiếu|sốpassport|passportsố|mãhộchiếu",
            "护照|护照号|护照号码|護照|護照號碼|护照编号|旅行证件号",
        ],
    ),
    (
        Role::Person,
        prop::ID_NUMBER,
        &[
            "idnumber|idno|idcard|nationalid|cccd|cmnd|identitynumber|identitycard|identitycardnumber",
            "identityno|idcardnumber|idcardno|nationalidnumber|nationalidno|nric|citizenid",
            "citizenidnumber|residentregistrationnumber|rrn|personalnumber",
            "주민등록번호|주민번호|신분증번호|신분증|외국인등록번호|등록번호외국인",
            "เลขบัตรประชาชน|เลขประจำตัวประชาชน|เลขประจำตัว|หมายเลขบัตรประชาชน|บัตรประชาชน|เลขที่บัตรประชาชน",
            "เลขบัตร|หมายเลขประจำตัวประชาชน",
            "sốcccd|sốcmnd|căncước|sốcăncước|căncướccôngdân|sốcăncướccôngdân|chứngminhnhândân",
            "sốchứngminhnhândân|sốđịnhdanh|giấytờtùythân",
            "身份证|身份证号|身份证号码|身分證|身份证件号|证件号|证件号码|公民身份号码",
        ],
    ),
    (
        Role::Person,
        prop::PHONE,
        &[
            "phone|phoneno|phonenumber|mobile|mobileno|mobilenumber|telephone|tel|contactnumber|contact",
            "phones|phonenumbers|cell|cellphone|cellnumber|mobilephone|mobilephonenumber|telephonenumber",
            "telno|telnumber|contactno|contactphone|contactdetails|phonemobile|hp",
            "전화|전화번호|연락처|휴대폰|휴대폰번호|휴대전화|휴대전화번호|핸드폰|핸드폰번호|휴대번호",
            "연락처1|연락처2|연락번호|본인연락처|대표전화",
            "โทรศัพท์|เบอร์โทร|เบอร์โทรศัพท์|เบอร์ติดต่อ|หมายเลขโทรศัพท์|โทร|เบอร์|เบอร์มือถือ|มือถือ|หมายเลขโทรศัพท์มือถือ",
            "โทรศัพท์มือถือ|หมายเลขติดต่อ|เบอร์โทรติดต่อ",
            "điệnthoại|sốđiệnthoại|sđt|diđộng|sốđiệnthoạidiđộng|sốdiđộng|sốđt|đt|đtdđ|điệnthoạidiđộng",
            "liênhệ|sốliênhệ|sốliênlạc",
            "电话|电话号码|手机|手机号|手机号码|联系电话|联系方式|电话号|手机电话|移动电话|联络电话|電話",
            "手機|座机",
        ],
    ),
    (
        Role::Person,
        prop::EMAIL,
        &[
            "email|emailaddress|mail|mailaddress|emails|emailid",
            "이메일|전자우편|메일|이메일주소|전자메일|메일주소",
            "อีเมล|อีเมล์|อีเมลล์|ที่อยู่อีเมล",
            "thưđiệntử|địachỉemail|địachỉthưđiệntử|hộpthư",
            "邮箱|电子邮件|电子邮箱|邮件|邮件地址|邮箱地址|电邮|電郵",
        ],
    ),
    (
        Role::Person,
        prop::ADDRESS,
        &[
            "address|homeaddress|residence|addresses|street|streetaddress|fulladdress|postaladdress",
            "mailingaddress|residentialaddress|permanentaddress|currentaddress|registeredaddress",
            "addressline1|addressline2|city|town|province|state|district|region|postalcode|postcode|zip",
            "zipcode",
            "주소|거주지|자택주소|주소지|주거지|현주소|본적|거주주소|도시|시도|지역|우편번호",
            "ที่อยู่|ที่อยู่ปัจจุบัน|ที่อยู่ตามบัตรประชาชน|ที่อยู่ตามทะเบียนบ้าน|ภูมิลำเนา|จังหวัด|เมือง|อำเภอ|รหัสไปรษณีย์",
            "địachỉ|nơiở|địachỉthườngtrú|nơithườngtrú|nơicưtrú|địachỉhiệntại|hộkhẩu|hộkhẩuthườngtrú|chỗở",
            "thànhphố|tỉnh|tỉnhthành|quận|huyện|mãbưuđiện",
            "地址|住址|家庭住址|居住地|居住地址|户籍地|户籍地址|详细地址|通讯地址|现住址|城市|省份|省|市",
            "邮编|邮政编码",
        ],
    ),
    (
        Role::Person,
        prop::PROFESSION,
        &[
            "occupation|job|profession|occupations|employment",
            "직업|직종|직업명",
            "อาชีพ|งาน",
            "nghềnghiệp|nghề|côngviệc",
            "职业|工作|工种",
        ],
    ),
    (
        Role::Person,
        prop::NOTES,
        &[
            "notes|note|remarks|remark|comment|comments|additionalinformation|otherinformation|others",
            "memo|information|detail|details|description|observations|observation|background",
            "circumstances",
            "비고|메모|특이사항|참고|참고사항|기타|내용|상세내용|세부내용|사건개요|개요",
            "หมายเหตุ|รายละเอียด|ข้อสังเกต|อื่นๆ|ข้อมูลเพิ่มเติม|พฤติการณ์",
            "ghichú|chúthích|chúý|nộidung|chitiết|diễngiải|khác|thôngtinkhác",
            "备注|说明|其他|附注|注释|内容|详情|案情|简要案情|情况说明|備註",
        ],
    ),
    (
        Role::Report,
        prop::NUMBER,
        &[
            "reportnumber|reportno|reportid|casenumber|caseno|caseid|reference|referenceno|case|caseref",
            "casereference|casefilenumber|filenumber|fileno|ref|refno|referencenumber|reportref",
            "dossiernumber|docketnumber",
            "접수번호|사건번호|신고번호|관리번호|접수no|사건no|신고접수번호|문서번호",
            "เลขรับแจ้ง|เลขที่รับแจ้ง|เลขคดี|หมายเลขคดี|เลขที่คดี|คดีที่|หมายเลขรับแจ้ง|เลขที่เรื่อง",
            "mãhồsơ|sốhồsơ|sốvụán|mãvụviệc|sốvụviệc|mãvụán|hồsơsố",
            "案件编号|报案编号|受理编号|编号|案号|案件号|报案号|卷宗号|案件編號",
        ],
    ),
    (
        Role::Report,
        prop::REPORTED_AT,
        &[
            "reportdate|reported|reportedon|reportedat|datereported|dateofreport|reportday",
            "datereportedtopolice|datereceived|dateofreceipt|receivedon",
            "신고일|신고일자|신고일시|접수일|접수일자|접수일시|신고날짜|접수날짜|신고접수일",
            "วันที่แจ้ง|วันที่รับแจ้ง|วันแจ้งความ|วันที่แจ้งความ|วันที่ได้รับแจ้ง|วันรับแจ้ง",
            "ngàybáo|ngàytrìnhbáo|ngàytiếpnhận|ngàynhậntin|ngàytiếpnhậntin|thờigianbáo",
            "报案日期|报案时间|报警时间|受理日期|接报时间|接警时间|报案日|立案日期|登记日期",
        ],
    ),
    (
        Role::Report,
        prop::DATE, // the day that the person went missing
        &[
            "datemissing|missingdate|missingsince|wentmissing|dateofdisappearance|disappeared",
            "실종일|실종일자|실종일시|실종날짜",
            "วันที่หายตัว|วันที่สูญหาย|วันที่หายไป",
            "ngàymấttích|mấttíchtừ",
            "失踪日期|失踪时间|失踪日",
        ],
    ),
    (
        Role::Report,
        prop::LAST_CONTACT_AT,
        &[
            "lastcontact|lastcontactdate|dateoflastcontact|lastseen|lastcontacted|lastheard|lastheardfrom",
            "lastcontacton",
            "최종연락|최종연락일|최종연락일자|최종연락일시|마지막연락|마지막연락일|연락두절일",
            "마지막연락일시|최종연락시간",
            "ติดต่อครั้งสุดท้าย|วันที่ติดต่อครั้งสุดท้าย|วันที่ติดต่อล่าสุด|ติดต่อล่าสุด",
            "liênlạccuối|lầnliênlạccuối|ngàyliênlạccuối|lầncuốiliênlạc",
            "最后联系|最后联系时间|失联时间|失联日期|最后一次联系|最后联系日期",
        ],
    ),
    (
        Role::Report,
        prop::LEFT_HOME_AT,
        &[
            "departuredate|dateofdeparture|lefthome|dateoftravel|traveldate|dateofexit|exitdate|lefton",
            "dateleft|flightdate",
            "출국|출국일|출국일자|출국날짜|출발일|출국일시",
            "วันเดินทาง|วันที่เดินทาง|วันที่ออกเดินทาง|วันออกเดินทาง|วันที่ออกนอกประเทศ",
            "ngàyxuấtcảnh|ngàyđi|ngàyxuấtphát|ngàykhởihành|ngàybay",
            "出境日期|出境时间|离家时间|出发日期|离境日期|出国日期|出境日",
        ],
    ),
    (
        Role::Report,
        prop::PLACE_TEXT,
        &[
            "placeheld|whereheld|location|place|site|compound|lastknownlocation|heldat|placeofdetention",
            "locationheld|locationofvictim|currentlocation|presentlocation|lastknownplace|lastlocation",
            "placemissing|whereabouts",
            "체류지|감금장소|감금지|소재지|위치|장소|실종장소|사건장소|발생장소|현재위치|체류장소|소재",
            "범죄단지",
            "สถานที่|สถานที่กักขัง|ที่ถูกกักตัว|สถานที่เกิดเหตุ|สถานที่ปัจจุบัน|พิกัด|ตำแหน่ง",
            "địađiểm|nơigiamgiữ|nơibịgiữ|nơiởhiệntại|vịtrí|nơibịgiữhiệntại|nơimấttích|địađiểmhiệntại",
            "地点|被困地点|所在地|位置|园区|案发地点|案发地|现在位置|目前位置|失踪地点|关押地点|園區",
        ],
    ),
    (
        Role::Report,
        prop::REPORTER_RELATIONSHIP,
        &[
            "relationship|relation|relationtovictim|relationshiptovictim|relationshipwithvictim",
            "relationtothevictim",
            "관계|신고자관계|신고자와의관계|피해자와의관계|피해자관계",
            "ความสัมพันธ์|มีความสัมพันธ์|เกี่ยวข้องเป็น",
            "quanhệ|mốiquanhệ|quanhệvớinạnnhân",
            "关系|与受害人关系|与失踪人关系",
        ],
    ),
    (
        Role::Report,
        prop::REPORTER_PHONE,
        &[
            "reporterphone|reportersphone|phoneofreporter|reportercontact|reporterphonenumber",
            "contactofreporter",
            "신고자연락처|신고자전화|신고자전화번호|신고인연락처|신고자휴대폰",
            "เบอร์ผู้แจ้ง|เบอร์โทรผู้แจ้ง|โทรศัพท์ผู้แจ้ง",
            "sđtngườibáo|điệnthoạingườibáo|sốđiệnthoạingườibáo",
            "报案人电话|报警人电话|报案人手机|报案人联系方式|举报人电话",
        ],
    ),
    (
        Role::Report,
        prop::PROMISED_WORK,
        &[
            "joboffered|workpromised|promisedjob",
            "취업제안|구인내용|제안업무",
            "งานที่เสนอ",
            "côngviệchứahẹn",
            "招聘职位",
        ],
    ),
    (
        Role::Report,
        prop::HOW_LURED,
        &[
            "howlured|recruitment",
            "유인경위|유인방법|경위",
            "วิธีหลอกลวง",
            "cáchlừa",
            "诱骗方式|经过",
        ],
    ),
    (
        Role::Reporter,
        prop::NAME,
        &[
            "reporter|reportername|complainant|informant|reportedby|nameofreporter|caller|callername",
            "complainantname",
            "신고자|신고인|신고자명|신고자성명|신고인성명|제보자|민원인|신청인",
            "ผู้แจ้ง|ชื่อผู้แจ้ง|ผู้ร้องเรียน|ผู้แจ้งความ|ชื่อผู้แจ้งความ",
            "ngườibáo|ngườitrìnhbáo|ngườitốgiác|ngườikhaibáo|tênngườibáo",
            "报案人|报警人|举报人|申请人|报案人姓名",
        ],
    ),
    (
        Role::Report,
        prop::STAGE,
        &[
            "status|stage|casestatus|reportstatus|progress|currentstatus|statusofcase|casestage",
            "상태|진행상태|진행상황|처리상태|처리현황|처리결과|진행단계",
            "สถานะ|สถานะคดี|สถานะปัจจุบัน|ความคืบหน้า",
            "trạngthái|tìnhtrạngxửlý|tiếnđộ|tìnhtrạng",
            "状态|狀態|处理状态|案件状态|进展|处理进度|案件进展",
        ],
    ),
    (
        Role::Company,
        prop::NAME,
        &[
            "company|companyname|organisation|organization|employer|companynameenglish|nameofcompany|firm",
            "firmname|business|businessname|entity|entityname|corporation|enterprise|organisationname",
            "organizationname|nameoforganisation|nameoforganization|tradingname",
            "회사|회사명|업체|업체명|법인명|상호|사업체|사업자명|기업|기업명|단체명|기관명|조직명",
            "회사이름",
            "บริษัท|ชื่อบริษัท|ชื่อนิติบุคคล|นิติบุคคล|ชื่อกิจการ|ชื่อองค์กร|ห้างหุ้นส่วน",
            "côngty|têncôngty|doanhnghiệp|têndoanhnghiệp|tổchức|têntổchức",
            "公司|公司名称|企业名称|企业|单位|单位名称|公司名|机构|机构名称|商号|公司名稱",
        ],
    ),
    (
        Role::Company,
        prop::REGISTRATION_NUMBER,
        &[
            "registrationnumber|companynumber|registrationno|registrationnr|regno|regnumber",
            "companyregistration|companyregistrationnumber|companyregistrationno|companyno|companyregno",
            "businessregistrationnumber|businessregistrationno|businessnumber|incorporationnumber",
            "corporatenumber|crn|uen",
            "사업자등록번호|법인등록번호|사업자번호|법인번호",
            "เลขทะเบียนนิติบุคคล|ทะเบียนนิติบุคคล|เลขทะเบียนบริษัท|ทะเบียนเลขที่",
            "mãsốdoanhnghiệp|mãdoanhnghiệp|sốđăngký|sốđăngkýkinhdoanh|mãsốkinhdoanh|giấyphépkinhdoanh",
            "注册号|登记号|工商注册号|统一社会信用代码|注册号码|註冊號|公司注册号",
        ],
    ),
    (
        Role::Account,
        prop::ACCOUNT_NUMBER,
        &[
            "account|accountno|accountnumber|bankaccount|stk|bankaccountnumber|bankaccountno|accountnr",
            "acctno|acno|acnumber|accno|beneficiaryaccount",
            "계좌|계좌번호|은행계좌|은행계좌번호|입금계좌|입금계좌번호",
            "เลขบัญชี|เลขที่บัญชี|หมายเลขบัญชี|เลขบัญชีธนาคาร|บัญชีธนาคาร|เลขที่บัญชีธนาคาร|บัญชี",
            "sốtàikhoản|sốtàikhoảnngânhàng|tàikhoảnngânhàng|tàikhoản|sốtk",
            "账号|账户|银行账号|银行卡号|卡号|银行账户|收款账号|银行卡|帳號",
        ],
    ),
    (
        Role::Account,
        prop::BANK_NAME,
        &[
            "bank|bankname|nameofbank|bankbranch|beneficiarybank",
            "은행|은행명|금융기관|입금은행|은행이름",
            "ธนาคาร|ชื่อธนาคาร",
            "ngânhàng|tênngânhàng|ngânhàngthụhưởng",
            "银行|开户行|银行名称|开户银行|收款银行",
        ],
    ),
    (
        Role::Wallet,
        prop::PUBLIC_KEY,
        &[
            "wallet|walletaddress|cryptoaddress|walletid|cryptowallet|cryptowalletaddress",
            "cryptocurrencyaddress|cryptocurrencywallet|usdtaddress|btcaddress|bitcoinaddress|ethaddress",
            "지갑|지갑주소|가상자산주소|가상자산지갑주소|가상화폐지갑|가상화폐주소|코인주소",
            "ที่อยู่กระเป๋า|กระเป๋าเงินดิจิทัล|ที่อยู่กระเป๋าเงินดิจิทัล|ที่อยู่คริปโต",
            "địachỉví|ví|víđiệntử|địachỉvíđiệntử|vítiềnđiệntử|víusdt",
            "钱包|钱包地址|usdt地址|虚拟货币地址|虚拟币地址",
        ],
    ),
    (
        Role::Person,
        prop::BIRTH_PLACE,
        &[
            "placeofbirth|birthplace|bornin",
            "출생지",
            "สถานที่เกิด|ที่เกิด",
            "nơisinh",
            "出生地|出生地点",
        ],
    ),
    (
        Role::Person,
        prop::COUNTRY,
        &[
            "country|countries|countryname|countrycode|countryofresidence",
            "국가|국가명|나라|거주국|거주국가|체류국|체류국가|소재국",
            "ประเทศ|ชื่อประเทศ|ประเทศที่อยู่|ประเทศที่พำนัก",
            "quốcgia|nước|tênnước|đấtnước|nướccưtrú",
            "国家|国别|国家地区|所在国|所在国家|居住国|國家",
        ],
    ),
    (
        Role::Person,
        prop::WEBSITE,
        &[
            "website|websites|web|webpage|homepage|url|siteurl|webaddress|internetaddress|trangweb",
            "웹사이트|홈페이지|사이트|웹주소|인터넷주소|누리집",
            "เว็บไซต์|เว็บไซท์|เว็บ|เวบไซต์",
            "trangchủ|địachỉweb",
            "网站|网址|网页|主页|官网|網站",
        ],
    ),
    (
        Role::Person,
        prop::EDUCATION,
        &["education|school", "학력", "การศึกษา", "họcvấn|trìnhđộhọcvấn", "学历|教育程度"],
    ),
    (Role::Person, prop::RELIGION, &["religion", "종교", "ศาสนา", "tôngiáo", "宗教"]),
    (
        Role::Person,
        prop::SPOKEN_LANGUAGE,
        &[
            "language|languages|spokenlanguage|languagesspoken",
            "언어|사용언어",
            "ภาษา",
            "ngônngữ",
            "语言|使用语言",
        ],
    ),
    (
        Role::Person,
        prop::FATHER_NAME,
        &[
            "father|fathersname|nameoffather|cha",
            "부친|아버지",
            "บิดา|ชื่อบิดา",
            "têncha",
            "父亲|父亲姓名",
        ],
    ),
    (
        Role::Person,
        prop::MOTHER_NAME,
        &[
            "mother|mothersname|nameofmother",
            "모친|어머니",
            "มารดา|ชื่อมารดา",
            "tênmẹ|mẹ",
            "母亲|母亲姓名",
        ],
    ),
    (
        Role::Person,
        prop::TAX_NUMBER,
        &[
            "taxnumber|taxno|taxid|taxidentificationnumber|tin|taxpayernumber",
            "납세번호|납세자번호|세금번호",
            "เลขประจำตัวผู้เสียภาษี|เลขผู้เสียภาษี",
            "mãsốthuế",
            "税号|纳税人识别号",
        ],
    ),
    (
        Role::Person,
        prop::SOURCE_URL,
        &[
            "sourceurl|sourcelink|link|links|referenceurl",
            "출처링크|링크",
            "ลิงก์|ลิงค์",
            "liênkết|đườngdẫn",
            "链接|来源链接",
        ],
    ),
    (
        Role::Report,
        prop::ROUTE,
        &[
            "route|travelroute|flight|flightno|flightnumber|airline|itinerary",
            "경로|이동경로|항공편|항공편명|편명|항공사",
            "เส้นทาง|เที่ยวบิน|หมายเลขเที่ยวบิน|สายการบิน",
            "lộtrình|tuyếnđường|chuyếnbay|sốhiệuchuyếnbay|hãngbay",
            "路线|航班|航班号|航空公司|行程",
        ],
    ),
    (
        Role::Report,
        prop::REPORTER_EMAIL,
        &[
            "reporteremail|reportersemail|emailofreporter",
            "신고자이메일",
            "อีเมลผู้แจ้ง",
            "emailngườibáo",
            "报案人邮箱",
        ],
    ),
    (
        Role::Report,
        prop::MEDICAL_NEEDS,
        &[
            "medical|medicalneeds|health|healthcondition|injuries",
            "건강상태|부상",
            "สุขภาพ",
            "sứckhỏe|sứckhoẻ",
            "健康状况|伤情",
        ],
    ),
    (
        Role::Company,
        prop::INCORPORATION_DATE,
        &[
            "incorporationdate|dateofincorporation|incorporated|incorporatedon|founded|established",
            "dateestablished",
            "설립일|설립일자",
            "วันที่จดทะเบียน|วันจดทะเบียน|วันก่อตั้ง",
            "ngàythànhlập",
            "成立日期|成立时间",
        ],
    ),
    (
        Role::Company,
        prop::LEGAL_FORM,
        &[
            "legalform|companytype|typeofcompany|entitytype",
            "법인형태|회사형태",
            "ประเภทนิติบุคคล|ประเภทบริษัท",
            "loạihìnhdoanhnghiệp",
            "公司类型|企业类型",
        ],
    ),
    (
        Role::Company,
        prop::SECTOR,
        &[
            "sector|industry|businesstype|typeofbusiness",
            "업종|업태|산업",
            "ประเภทธุรกิจ|ธุรกิจ",
            "ngànhnghề|lĩnhvực",
            "行业|经营范围",
        ],
    ),
    (
        Role::Company,
        prop::ADDRESS,
        &[
            "companyaddress|businessaddress|officeaddress|registeredoffice",
            "회사주소|사업장주소|본사주소",
            "ที่อยู่บริษัท|ที่ตั้งบริษัท",
            "địachỉcôngty|trụsở",
            "公司地址|注册地址|企业地址",
        ],
    ),
    (
        Role::Company,
        prop::PHONE,
        &[
            "companyphone|officephone|businessphone",
            "회사전화|회사전화번호",
            "โทรศัพท์บริษัท",
            "điệnthoạicôngty",
            "公司电话",
        ],
    ),
    (
        Role::Company,
        prop::EMAIL,
        &["companyemail|businessemail", "회사이메일", "อีเมลบริษัท", "emailcôngty", "公司邮箱"],
    ),
    (
        Role::Company,
        prop::WEBSITE,
        &["companywebsite", "회사홈페이지", "เว็บไซต์บริษัท", "websitecôngty", "公司网站"],
    ),
    (Role::Company, prop::COUNTRY, &["companycountry", "회사국가"]),
    (
        Role::Account,
        prop::NAME,
        &[
            "accountholder|accountholdername|accountname|accountowner|beneficiary|beneficiaryname",
            "예금주|예금주명|계좌주",
            "ชื่อบัญชี|เจ้าของบัญชี|ชื่อเจ้าของบัญชี",
            "chủtàikhoản|têntàikhoản|tênchủtàikhoản",
            "户名|开户名|账户名|持卡人|收款人",
        ],
    ),
    (Role::Account, prop::IBAN, &["iban|ibannumber|ibanno"]),
    (Role::Account, prop::BIC, &["swift|swiftcode|bic|swiftbic|bicswift"]),
    (
        Role::Account,
        prop::CURRENCY,
        &["currency|accountcurrency", "통화", "สกุลเงิน", "loạitiền|tiềntệ", "币种|货币"],
    ),
    (
        Role::Wallet,
        prop::BLOCKCHAIN,
        &["blockchain|chain", "블록체인", "บล็อกเชน", "chuỗikhối", "区块链"],
    ),
    (
        Role::Wallet,
        prop::CURRENCY,
        &["cryptocurrency", "코인|코인종류", "เหรียญ", "đồngtiềnsố", "虚拟币|币别"],
    ),
    (
        TELEGRAM,
        prop::USERNAME,
        &[
            "telegram|telegramid|telegramaccount|telegramhandle|telegramusername|tg|tgid",
            "텔레그램|텔레그램아이디|텔레그램id",
            "เทเลแกรม|ไอดีเทเลแกรม",
            "tàikhoảntelegram",
            "电报|电报号|飞机号|纸飞机",
        ],
    ),
    (
        LINE,
        prop::USERNAME,
        &[
            "line|lineid|lineaccount",
            "라인|라인아이디|라인id",
            "ไลน์|ไอดีไลน์|ไลน์ไอดี",
            "tàikhoảnline",
            "line号|连我",
        ],
    ),
    (
        KAKAO,
        prop::USERNAME,
        &[
            "kakao|kakaotalk|kakaoid|kakaotalkid",
            "카카오톡|카톡|카톡아이디|카카오톡아이디|카카오톡id",
            "คาเคาทอล์ก",
        ],
    ),
    (
        WECHAT,
        prop::USERNAME,
        &["wechat|wechatid|weixin", "위챗|위챗아이디", "วีแชท", "微信|微信号|微信id"],
    ),
    (ZALO, prop::USERNAME, &["zalo|zaloid", "잘로", "ซาโล", "sốzalo|tàikhoảnzalo"]),
    (
        WHATSAPP,
        prop::USERNAME,
        &["whatsapp|whatsappnumber|whatsappno", "왓츠앱", "วอทส์แอป|วอตส์แอปป์"],
    ),
    (
        FACEBOOK,
        prop::USERNAME,
        &[
            "facebook|facebookaccount|facebookid|fb",
            "페이스북",
            "เฟซบุ๊ก|เฟสบุ๊ก",
            "tàikhoảnfacebook",
            "脸书",
        ],
    ),
    (
        INSTAGRAM,
        prop::USERNAME,
        &["instagram|instagramid|ig", "인스타그램|인스타", "อินสตาแกรม", "照片墙"],
    ),
    (
        Role::Company,
        prop::JURISDICTION,
        &[
            "countryofincorporation|countryofregistration|jurisdiction|registeredin",
            "설립국|설립국가",
            "ประเทศที่จดทะเบียน",
            "nướcđăngký|quốcgiađăngký",
            "注册国|注册国家",
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
    fn what_an_officers_table_has_is_understood_in_each_language() {
        let roles = [
            (Role::Person, prop::NAME),
            (Role::Person, prop::GENDER),
            (Role::Person, prop::COUNTRY),
            (Role::Person, prop::NATIONALITY),
            (Role::Person, prop::PASSPORT_NUMBER),
            (Role::Person, prop::ID_NUMBER),
            (Role::Person, prop::PHONE),
            (Role::Person, prop::EMAIL),
            (Role::Person, prop::WEBSITE),
            (Role::Person, prop::ADDRESS), // a city
            (Role::Company, prop::NAME),
            (Role::Company, prop::REGISTRATION_NUMBER),
            (Role::Account, prop::BANK_NAME),
            (Role::Account, prop::ACCOUNT_NUMBER),
            (TELEGRAM, prop::USERNAME),
            (LINE, prop::USERNAME),
            (Role::Report, prop::ROUTE), // a flight
            (Role::Person, prop::NOTES),
        ];
        let tables = [
            "Full name|Sex|Country|Nationality|Passport No.|ID card number|Mobile phone|E-mail|Website|City\
             |Company name|Registration number|Bank|Account no.|Telegram|LINE ID|Flight|Notes",
            "성명|성별|국가|국적|여권번호|주민등록번호|휴대폰|이메일|홈페이지|도시\
             |회사명|사업자등록번호|은행|계좌번호|텔레그램|라인 ID|항공편|비고",
            "ชื่อ-สกุล|เพศ|ประเทศ|สัญชาติ|หมายเลขหนังสือเดินทาง|เลขบัตรประชาชน|เบอร์โทรศัพท์|อีเมล|เว็บไซต์|จังหวัด\
             |ชื่อบริษัท|เลขทะเบียนนิติบุคคล|ธนาคาร|เลขที่บัญชี|เทเลแกรม|ไอดีไลน์|เที่ยวบิน|หมายเหตุ",
            "Họ và tên|Giới tính|Quốc gia|Quốc tịch|Số hộ chiếu|Số CCCD|Số điện thoại|Địa chỉ email|Trang web\
             |Thành phố|Tên công ty|Mã số doanh nghiệp|Ngân hàng|Số tài khoản|Tài khoản Telegram\
             |Tài khoản LINE|Chuyến bay|Ghi chú",
            "姓名|性别|国家|国籍|护照号码|身份证号|手机号码|电子邮件|网站|城市\
             |公司名称|注册号|银行|账号|电报|LINE号|航班号|备注",
        ];
        for table in tables {
            let headings: Vec<&str> = table.split('|').collect();
            assert_eq!(headings.len(), roles.len(), "{table}");
            for (heading, (role, property)) in headings.into_iter().zip(roles) {
                check(heading, role, property);
            }
        }
    }

    #[test]
    fn every_heading_is_in_its_normal_form_and_means_one_property_that_exists() {
        let mut met: Vec<&str> = ROW_NUMBERS.to_vec();
        for (role, property, lines) in HEADINGS {
            assert!(
                schema::find(role.schema()).unwrap().property(property).is_some(),
                "{property}"
            );
            for spelling in spellings(lines) {
                assert_eq!(normal(spelling), spelling);
                assert!(!met.contains(&spelling), "{spelling}");
                met.push(spelling);
            }
        }
    }
}
