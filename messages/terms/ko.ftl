# Names of schemata and properties in Korean. Not checked by a speaker of the language yet.

schema-Address = 주소
prop-advertSteps = 조치 단계
prop-batch = 묶음
prop-full = 전체 주소
prop-paymentText = 적힌 지갑과 계좌
prop-reference = 참조 번호
prop-remarks = 주소 비고
prop-postOfficeBox = 사서함
prop-street = 도로·거리
prop-street2 = 도로·거리 둘째 줄
prop-city = 시·군·도시
prop-postalCode = 우편번호
prop-region = 지역
prop-state = 주·도
prop-latitude = 위도
prop-longitude = 경도
prop-osmId = OpenStreetMap ID
prop-googlePlaceId = Google 장소 ID

schema-AdvertStep = 광고 조치
schema-Airplane = 항공기
prop-serialNumber = 일련번호
prop-icaoCode = ICAO 기종 코드
prop-manufacturer = 제조사

schema-Analyzable = 판독 가능한 기록
prop-detectedLanguage = 발견된 언어
prop-detectedCountry = 발견된 국가
prop-namesMentioned = 발견된 이름
prop-peopleMentioned = 발견된 인물
prop-companiesMentioned = 발견된 회사
prop-ibanMentioned = 발견된 IBAN
prop-ipMentioned = 발견된 IP 주소
prop-locationMentioned = 발견된 장소
prop-phoneMentioned = 발견된 전화번호
prop-emailMentioned = 발견된 전자우편 주소

schema-Article = 보도 기사

schema-Asset = 자산

schema-Associate = 친분 관계
prop-person = 인물
prop-associate = 관련 인물
prop-relationship = 관계
prop-associates = 관련 인물
prop-associations = 다음 인물의 관련 인물

schema-Audio = 녹음
prop-duration = 길이·기간
prop-samplingRate = 표본화율

schema-BankAccount = 은행 계좌
prop-bankName = 은행명
prop-accountNumber = 계좌번호
prop-iban = IBAN
prop-bic = 은행 코드(BIC)
prop-bank = 은행
prop-accountType = 계좌 종류
prop-openingDate = 개설일
prop-closingDate = 해지일
prop-balance = 잔액
prop-balanceDate = 잔액 기준일
prop-maxBalance = 최고 잔액
prop-maxBalanceDate = 최고 잔액 기준일
prop-bankAddress = 은행 주소
prop-bankAccounts = 관리 계좌

schema-Call = 통화
prop-caller = 발신자
prop-callerNumber = 발신 번호
prop-receiver = 수신자
prop-receiverNumber = 수신 번호
prop-callsMade = 건 전화
prop-callsReceived = 받은 전화

schema-CallForTenders = 입찰 공고
prop-callId = 입찰 공고 ID
prop-title = 제목
prop-authority = 담당 기관
prop-authorityReferenceId = 담당 기관 관리 번호
prop-onBehalfOf = 위탁 주체
prop-publicationDate = 공고일
prop-evaluationMechanism = 평가 방식
prop-procurementType = 조달 종류
prop-directive = 근거 지침
prop-procedure = 절차
prop-involvesOutcome = 예상 결과
prop-cpvCode = CPV 코드
prop-reverseAuctionsIncluded = 전자 역경매 사용
prop-nutsCode = NUTS 코드
prop-relationToThreshold = 기준액 초과 여부
prop-paymentOptions = 지급 방법
prop-submissionDeadline = 제출 기한
prop-clarificationDeadline = 질의 기한
prop-awardedInLots = 분할 발주
prop-numberOfLots = 분할 수
prop-lotsNames = 분할 명칭
prop-tendersForLots = 분할별 입찰 수
prop-maximumNumberOfLots = 입찰자당 최대 분할 수
prop-euFunding = EU 재정 지원
prop-multipleTenders = 복수 입찰 허용
prop-tedUrl = TED 공고 링크
prop-fallsUnderGPPScope = 녹색 구매
prop-certificationCheck = 인증서 확인
prop-awardingDate = 낙찰일
prop-contractNoticeDate = 계약 공고일
prop-awardNoticeDate = 낙찰 공고일
prop-tenderers = 입찰자
prop-callForTenders = 입찰 공고
prop-delegatedCallForTenders = 위탁한 입찰 공고

schema-Company = 회사
prop-capital = 자본금
prop-voenCode = VOEN
prop-coatoCode = COATO / SOATO / OKATO
prop-irsCode = IRS 번호
prop-ipoCode = IPO
prop-cikCode = SEC 회사 코드
prop-jibCode = JIB
prop-mbsCode = MBS
prop-caemCode = CAEM 코드
prop-kppCode = KPP
prop-okopfCode = OKOPF
prop-fnsCode = 러시아 세무 기관 코드
prop-fssCode = FSS
prop-bikCode = BIK
prop-pfrNumber = PFR 번호
prop-oksmCode = OKSM
prop-isinCode = ISIN
prop-ticker = 종목 코드
prop-ricCode = 로이터 코드

schema-Contract = 계약
prop-project = 사업
prop-type = 유형
prop-contractDate = 계약 체결일
prop-procedureNumber = 절차 번호
prop-noticeId = 공고 번호
prop-numberAwards = 낙찰 건수
prop-status = 상태
prop-method = 조달 방식
prop-criteria = 기준
prop-classification = 분류
prop-cancelled = 취소됨
prop-language = 언어
prop-contractAuthority = 발주한 계약
prop-contracts = 계약

schema-ContractAward = 낙찰
prop-supplier = 공급자
prop-contract = 계약
prop-lotNumber = 분할 번호
prop-documentNumber = 문서 번호
prop-documentType = 문서 종류
prop-decisionReason = 선정 사유
prop-amended = 변경됨
prop-contractAwardSupplier = 수주한 계약
prop-awards = 낙찰
prop-contractAwards = 낙찰

schema-Control = 지배
prop-controller = 지배자
prop-controlled = 피지배자
prop-controlType = 지배 수단
prop-legalBasis = 법적 근거
prop-controlledEntities = 지배하는 대상
prop-controllingEntities = 지배하는 자

schema-CourtCase = 법원 사건
prop-category = 범주
prop-caseNumber = 사건 번호
prop-court = 법원
prop-fileDate = 접수일
prop-closeDate = 종결일

schema-CourtCaseParty = 사건 당사자
prop-party = 당사자
prop-case = 사건
prop-courtCase = 법원 사건
prop-parties = 당사자

schema-CryptoWallet = 가상자산 지갑
prop-publicKey = 공개 키
prop-cryptoAddress = 지갑 주소
prop-privateKey = 개인 키
prop-accountId = 계정 ID
prop-creationDate = 생성일
prop-currencySymbol = 코인
prop-blockchain = 블록체인
prop-managingExchange = 거래소
prop-holder = 보유자
prop-custodyType = 키 보관 주체
prop-cryptoWallets = 가상자산 지갑

schema-Debt = 채무
prop-debtor = 채무자
prop-creditor = 채권자
prop-debtDebtor = 갚을 돈
prop-debtCreditor = 받을 돈

schema-Directorship = 임원 관계
prop-director = 임원
prop-organization = 조직
prop-secretary = 서기
prop-directorshipDirector = 임원인 곳
prop-directorshipOrganization = 임원

schema-Document = 파일
prop-contentHash = 내용 해시
prop-author = 작성자
prop-generator = 작성 프로그램
prop-crawler = 수집 도구
prop-fileSize = 파일 크기
prop-fileName = 파일 이름
prop-extension = 확장자
prop-encoding = 문자 인코딩
prop-bodyText = 본문
prop-messageId = 메시지 ID
prop-mimeType = 파일 형식
prop-translatedLanguage = 번역 언어
prop-translatedText = 번역문
prop-date = 날짜
prop-authoredAt = 작성 시각
prop-publishedAt = 발행 시각
prop-parent = 상위 항목
prop-ancestors = 모든 상위 폴더
prop-processingStatus = 판독 상태
prop-processingError = 판독 오류
prop-processingAgent = 판독 프로그램
prop-processedAt = 판독 시각
prop-children = 안의 파일
prop-descendants = 하위의 모든 파일

schema-Documentation = 근거 파일
prop-document = 문서
prop-entity = 대상
prop-relatedEntities = 뒷받침하는 대상
prop-documentedBy = 근거 파일

schema-EconomicActivity = 세관 신고
prop-ccdNumber = 신고 번호
prop-ccdValue = 신고 가액
prop-directionOfTransportation = 운송 방향
prop-customsProcedure = 통관 절차
prop-vedCode = 품목 코드
prop-vedCodeDescription = 품목 코드의 뜻
prop-goodsDescription = 물품
prop-declarant = 신고인
prop-sender = 보낸 사람
prop-contractHolder = 계약 보유자
prop-invoiceAmount = 송장 금액
prop-customsAmount = 과세 가격
prop-dollarExchRate = 달러 환율
prop-tradingCountry = 거래 국가
prop-departureCountry = 발송 국가
prop-destinationCountry = 도착 국가
prop-originCountry = 원산지
prop-bankAccount = 계약 계좌
prop-bankRub = 루블 계좌
prop-bankForeign = 외화 계좌
prop-transport = 운송 수단
prop-economicActivityContract = 세관 신고
prop-economicActivityDeclarant = 신고한 건
prop-economicActivitySender = 보낸 물품
prop-economicActivityReceiver = 받은 물품(세관 기록)
prop-economicActivityHolder = 처리한 신고
prop-contractBankAccount = 세관 신고
prop-rubBankAccount = 루블로 지급한 세관 신고
prop-foreignBankAccount = 외화로 지급한 세관 신고
prop-declaredCustoms = 세관 신고

schema-Email = 전자우편
prop-subject = 제목·대상
prop-threadTopic = 대화 묶음
prop-from = 발신
prop-to = 수신
prop-cc = 참조
prop-bcc = 숨은 참조
prop-emitters = 보낸 이
prop-recipients = 받는 사람
prop-inReplyTo = 답장한 메시지 ID
prop-inReplyToEmail = 답장 대상
prop-headers = 메시지 헤더
prop-emailsSent = 보낸 전자우편
prop-emailsReceived = 받은 전자우편
prop-responses = 답장

schema-Employment = 고용 관계
prop-employer = 고용주
prop-employee = 피고용인
prop-employees = 직원
prop-employers = 직장

schema-Event = 행사·일
prop-location = 위치
prop-important = 중요
prop-organizer = 주최자
prop-involved = 관련자
prop-eventsOrganized = 주최한 일
prop-eventsInvolved = 관련된 일

schema-Family = 가족 관계
prop-relative = 친족
prop-familyPerson = 가족
prop-familyRelative = 다음 인물의 가족

schema-Folder = 폴더

schema-HyperText = 웹 페이지
prop-bodyHtml = 페이지 소스

schema-Identification = 신분증
prop-country = 국가
prop-number = 번호
prop-identification = 신분증

schema-Image = 사진
prop-pictured = 사진에 나온 대상
prop-credit = 제공자 표시
prop-images = 사진

schema-Interest = 이해관계
prop-role = 역할

schema-Interval = 기간이 있는 기록
prop-startDate = 시작일
prop-endDate = 종료일
prop-summary = 요약
prop-description = 설명
prop-recordId = 기록 번호
prop-sourceUrl = 출처 링크
prop-proof = 출처 파일
prop-publisher = 발행처
prop-publisherUrl = 발행처 웹사이트
prop-alephUrl = Aleph 링크
prop-indexText = 검색용 본문
prop-modifiedAt = 수정 시각
prop-retrievedAt = 수집 시각
prop-provenIntervals = 이 파일이 입증하는 연결

schema-LegalEntity = 법인·개인
prop-abbreviation = 약칭
prop-email = 전자우편
prop-phone = 전화
prop-website = 웹사이트
prop-legalForm = 법적 형태
prop-incorporationDate = 설립일
prop-dissolutionDate = 해산·종료일
prop-taxStatus = 과세 상태
prop-sector = 업종
prop-registrationNumber = 등록 번호
prop-idNumber = 신분증 번호
prop-taxNumber = 납세자 번호
prop-licenseNumber = 인허가 번호
prop-vatCode = 부가가치세 번호
prop-jurisdiction = 관할
prop-mainCountry = 주된 국가
prop-opencorporatesUrl = OpenCorporates 링크
prop-bvdId = Bureau van Dijk ID
prop-sayariId = Sayari ID
prop-brightQueryId = BrightQuery ID
prop-brightQueryOrgId = BrightQuery 조직 ID
prop-uscCode = 중국 통일사회신용코드
prop-icijId = ICIJ ID
prop-okpoCode = OKPO
prop-innCode = INN
prop-ogrnCode = OGRN
prop-okvedCode = OKVED
prop-leiCode = LEI
prop-dunsCode = DUNS
prop-uniqueEntityId = 미국 UEI
prop-npiCode = NPI
prop-swiftBic = SWIFT 코드
prop-subsidiaries = 자회사

schema-License = 인허가
prop-area = 구역
prop-commodities = 대상 품목
prop-reviewDate = 재검토 기한

schema-Membership = 구성원 관계
prop-member = 구성원
prop-membershipMember = 소속
prop-membershipOrganization = 구성원

schema-Mention = 언급
prop-resolved = 가리키는 대상
prop-name = 이름
prop-detectedSchema = 발견된 종류
prop-contextCountry = 주변의 국가
prop-contextPhone = 주변의 전화번호
prop-contextEmail = 주변의 전자우편 주소
prop-mentionedEntities = 이 파일 속 이름
prop-mentionedBy = 언급된 파일

schema-Message = 메시지
prop-senderAccount = 보낸 계정
prop-recipientAccount = 받은 계정
prop-inReplyToMessage = 답장 대상
prop-metadata = 기술 정보
prop-messagesSent = 보낸 메시지
prop-messagesReceived = 받은 메시지

schema-Note = 메모
prop-noteEntities = 메모

schema-Occupancy = 재임
prop-post = 직위
prop-declarationDate = 신고일
prop-electionDate = 당선일
prop-periodStart = 기간 시작
prop-periodEnd = 기간 끝
prop-constituency = 선거구
prop-politicalGroup = 교섭단체
prop-positionOccupancies = 재임한 직위
prop-occupancies = 재임자

schema-Organization = 조직
prop-cageCode = CAGE 코드
prop-permId = PermID
prop-imoNumber = IMO 번호
prop-giiNumber = GIIN

schema-Ownership = 소유
prop-owner = 소유자
prop-asset = 자산
prop-percentage = 지분(%)
prop-sharesCount = 주식 수
prop-sharesValue = 주식 가액
prop-sharesCurrency = 통화
prop-sharesType = 주식 종류
prop-ownershipType = 소유 유형
prop-ownershipOwner = 소유한 자산
prop-ownershipAsset = 소유자

schema-Package = 압축 파일

schema-Page = 쪽
prop-index = 쪽 번호
prop-translatedTextLanguage = 번역문 언어
prop-pages = 쪽

schema-Pages = 쪽이 있는 문서
prop-pdfHash = PDF 해시

schema-Passport = 여권
prop-passportNumber = 여권 번호
prop-surname = 성(여권)
prop-givenName = 이름(여권)
prop-birthDate = 생년월일
prop-birthPlace = 출생지
prop-gender = 성별
prop-personalNumber = 개인 식별 번호

schema-Payment = 지급
prop-sequenceNumber = 순번
prop-transactionNumber = 거래 번호
prop-purpose = 목적
prop-programme = 프로그램
prop-payer = 지급인
prop-payerAccount = 출금 계좌
prop-beneficiary = 수취인
prop-beneficiaryAccount = 입금 계좌
prop-paymentPayer = 지급한 돈
prop-paymentPayerAccount = 출금
prop-paymentBeneficiary = 수취한 돈
prop-paymentBeneficiaryAccount = 입금
prop-paymentContract = 지급
prop-payments = 지급

schema-Person = 인물
prop-firstName = 이름(개인)
prop-secondName = 둘째 이름
prop-middleName = 중간 이름
prop-fatherName = 아버지 이름
prop-motherName = 어머니 이름
prop-lastName = 성
prop-nameSuffix = 이름 접미사
prop-birthCountry = 출생 국가
prop-deathDate = 사망일
prop-position = 직책
prop-biography = 약력
prop-nationality = 국적
prop-citizenship = 시민권
prop-socialSecurityNumber = 사회보장번호
prop-ethnicity = 민족
prop-height = 키
prop-weight = 몸무게
prop-eyeColor = 눈 색
prop-hairColor = 머리카락 색
prop-appearance = 인상착의
prop-religion = 종교
prop-political = 정치 성향
prop-profession = 직업
prop-education = 학력
prop-spokenLanguage = 사용 언어

schema-PlainText = 텍스트 파일

schema-Position = 직위
prop-inceptionDate = 신설일
prop-subnationalArea = 담당 지역
prop-numberOfSeats = 정원
prop-positions = 직위

schema-Project = 사업
prop-projectId = 사업 번호
prop-phase = 사업 단계
prop-goal = 목표

schema-ProjectParticipant = 사업 참여
prop-participant = 참여자
prop-participants = 참여자
prop-projectParticipation = 참여 사업

schema-PublicBody = 공공기관

schema-RealEstate = 부동산
prop-censusBlock = 인구조사구
prop-cadastralCode = 지적 번호
prop-titleNumber = 등기 번호
prop-tenure = 보유 형태
prop-encumbrance = 담보·제한 물권
prop-propertyType = 부동산 종류
prop-landType = 토지 종류
prop-createDate = 등재일
prop-subunits = 구성 부분

schema-Representation = 대리
prop-agent = 대리인
prop-client = 본인(의뢰인)
prop-agencyClient = 대리하는 대상
prop-agentRepresentation = 대리인

schema-Risk = 위험 고지
prop-program = 프로그램
prop-programId = 프로그램 ID
prop-programUrl = 프로그램 링크
prop-topics = 주제
prop-reason = 사유
prop-listingDate = 등재일
prop-risks = 위험 고지

schema-Sanction = 제재
prop-authorityId = 기관 번호
prop-unscId = UN 번호
prop-provisions = 조치
prop-sanctions = 제재

schema-Security = 증권
prop-isin = ISIN
prop-figiCode = FIGI
prop-issuer = 발행자
prop-issueDate = 발행일
prop-maturityDate = 만기일
prop-collateral = 담보
prop-securities = 발행한 증권

schema-Similar = 일치 가능
prop-candidate = 후보
prop-match = 일치 대상
prop-confidenceScore = 점수
prop-matcher = 대조 방법
prop-candidateSimilars = 일치 가능한 기록
prop-matchSimilars = 일치 후보인 기록

schema-Succession = 승계
prop-predecessor = 이전 주체
prop-successor = 승계 주체
prop-successors = 승계한 주체
prop-predecessors = 승계 이전의 주체

schema-Table = 표
prop-columns = 열
prop-rowCount = 행 수
prop-csvHash = CSV 해시

schema-TaxRoll = 납세 신고
prop-taxee = 납세자
prop-income = 소득
prop-taxPaid = 납부 세액
prop-wealth = 재산
prop-taxRolls = 납세 신고

schema-Territory = 영역
prop-partOf = 상위 영역
prop-level = 단계
prop-territoryCode = 영역 코드
prop-fipsCode = FIPS 코드
prop-zipCode = 우편번호(ZIP)
prop-subdivisions = 하위 영역

schema-Thing = 대상
prop-alias = 다른 이름
prop-previousName = 이전 이름
prop-weakAlias = 약한 별칭
prop-notes = 비고
prop-wikipediaUrl = 위키백과 링크
prop-wikidataId = Wikidata ID
prop-keywords = 핵심어
prop-address = 주소
prop-addressEntity = 주소 기록
prop-riskSource = 위험 출처
prop-createdAt = 생성 시각
prop-things = 이곳의 인물·대상
prop-proven = 이 파일이 입증하는 기록

schema-Trip = 여정
prop-startLocation = 출발지
prop-endLocation = 도착지
prop-vehicle = 교통수단
prop-tripsDeparting = 이곳에서 출발한 여정
prop-tripsIncoming = 이곳에 도착한 여정
prop-tripsInvolved = 여정

schema-UnknownLink = 기타 연결
prop-object = 연결 대상
prop-unknownLinkTo = 연결한 대상
prop-unknownLinkFrom = 연결해 온 대상

schema-UserAccount = 사용자 계정
prop-service = 서비스
prop-username = 사용자 이름
prop-password = 비밀번호
prop-ipAddress = IP 주소
prop-userAccounts = 온라인 계정

schema-Value = 가액
prop-amount = 금액
prop-currency = 통화
prop-amountUsd = 미국 달러 환산액
prop-amountEur = 유로 환산액

schema-Vehicle = 차량
prop-model = 모델
prop-operator = 운용자
prop-buildDate = 제조일
prop-registrationDate = 등록일
prop-deregistrationDate = 등록 말소일
prop-ownedVehicles = 소유 차량
prop-operatedVehicles = 운용 차량

schema-Vessel = 선박
prop-crsNumber = CRS 번호
prop-flag = 선적국
prop-registrationPort = 선적항
prop-navigationArea = 항행 구역
prop-tonnage = 톤수
prop-grossRegisteredTonnage = 총등록톤수
prop-deadweightTonnage = 재화중량톤수
prop-nameChangeDate = 개명일
prop-callSign = 호출 부호
prop-pastFlags = 이전 선적국
prop-pastTypes = 이전 선종
prop-mmsi = MMSI

schema-Video = 동영상

schema-Workbook = 통합 문서

schema-AccountEvent = 계정 이벤트
prop-kind = 종류
prop-account = 계정·계좌
prop-officer = 담당자
prop-confirmedBy = 확인자
prop-scope = 권한 범위
prop-time = 시각

schema-Advert = 광고
prop-text = 본문
prop-url = 링크
prop-platform = 플랫폼
prop-postedAt = 게시 시각
prop-seenAt = 발견 시각
prop-handle = 연락용 아이디
prop-advertiser = 광고주
prop-jobTitle = 모집 직무
prop-salary = 급여(원문)
prop-salaryAmount = 월 급여
prop-salaryCurrency = 급여 통화
prop-place = 장소
prop-placeText = 장소(원문)
prop-imageHash = 이미지 해시
prop-imageFile = 사진
prop-indicators = 징후·지표
prop-score = 점수
prop-scoreMethod = 채점 방법
prop-cluster = 클러스터
prop-takedownStatus = 삭제 요청 상태
prop-takedownAskedAt = 삭제 요청일
prop-takenDownAt = 게시 삭제일
prop-advertsPosted = 게시한 광고
prop-adverts = 광고
prop-caseAdverts = 광고
prop-placeAdverts = 이곳의 일자리 광고
prop-advertPictured = 이 사진이 실린 광고

schema-Agency = 기관
prop-agencyCode = 기관 코드
prop-unit = 단위·부서
prop-rootKey = 루트 키 지문
prop-endpoint = 노드 주소
prop-dutyPhone = 당직 전화
prop-dutyEmail = 당직 전자우편
prop-languages = 언어
prop-timeZone = 시간대

schema-Agreement = 협정
prop-handlingCodes = 취급 코드
prop-categories = 범주
prop-purposes = 목적
prop-quotas = 한도
prop-signedAt = 서명일
prop-signatures = 서명
prop-expiresAt = 만료일
prop-agreements = 협정

schema-AudienceHeads = 수신 대상 헤드
prop-root = 루트 해시
prop-count = 수신 대상 수

schema-BorderCrossing = 출입국
prop-direction = 출입국 방향
prop-otherCountry = 상대 국가
prop-checkpoint = 출입국 지점
prop-manner = 출입국 방법
prop-visaType = 사증
prop-permittedUntil = 체류 허용 기한
prop-flight = 항공편
prop-escortedBy = 월경 동행자
prop-borderCrossings = 출입국
prop-caseCrossings = 출입국
prop-documentCrossings = 출입국
prop-placeCrossings = 이곳에서의 출입국
prop-vehicleCrossings = 출입국

schema-Case = 사건
prop-caseType = 사건 종류
prop-severity = 심각도
prop-leadAgency = 주관 기관
prop-members = 참여 기관
prop-leadOfficer = 주 담당자
prop-officers = 담당자
prop-subjects = 대상
prop-parentCase = 상위 사건
prop-openedAt = 개시일
prop-closedAt = 종결·폐쇄일
prop-closedReason = 종결 사유
prop-casesLed = 주관한 사건
prop-casesJoined = 참여한 사건
prop-inCases = 관련 사건
prop-subCases = 하위 사건

schema-Compound = 단지
prop-gates = 출입문
prop-buildings = 건물
prop-buildingCount = 건물 수
prop-peopleHeldEstimate = 감금 인원 추정
prop-estimateDate = 추정일
prop-scamTypes = 사기 유형
prop-guarding = 경비
prop-utilities = 전력·통신
prop-movedTo = 옮겨 간 곳
prop-movedFrom = 옮겨 온 곳

schema-Custody = 보관 이력 항목
prop-exhibit = 증거물 해시
prop-act = 행위

schema-Detention = 구금
prop-agency = 기관
prop-detentionType = 구금 종류
prop-ground = 구금 근거
prop-custodyNumber = 수용 번호
prop-consulateToldAt = 영사 통보일
prop-endReason = 구금 종료 사유
prop-detentions = 구금
prop-caseDetentions = 구금
prop-placeDetentions = 이곳에 구금된 사람
prop-agencyDetentions = 이 기관이 구금한 사람

schema-Erasure = 삭제
prop-target = 조치 대상
prop-codes = 코드

schema-Figure = 수치
prop-question = 질문
prop-measure = 척도
prop-asOf = 기준일
prop-value = 값
prop-valueLow = 최솟값
prop-valueHigh = 최댓값
prop-basis = 근거
prop-sourceTitle = 출처 제목
prop-sourceDate = 출처 날짜
prop-sourceRef = 출처 내 위치
prop-note = 비고
prop-placeFigures = 수치

schema-FreezeRequest = 자금 동결 요청
prop-payment = 지급
prop-victim = 자금 피해자
prop-viaAgency = 전달 기관
prop-institution = 금융기관
prop-institutionName = 금융기관 이름
prop-requestedAt = 요청 시각
prop-deadline = 기한
prop-stage = 단계
prop-outcome = 결과
prop-outcomeAt = 결과 일자
prop-frozenAmount = 동결 금액
prop-returnedAmount = 환급 금액
prop-holdUntil = 동결 기한
prop-caseFreezes = 자금 동결 요청
prop-accountFreezes = 자금 동결 요청
prop-paymentFreezes = 자금 동결 요청
prop-victimFreezes = 본인 자금에 대한 동결 요청
prop-freezesAsked = 요청한 자금 동결
prop-freezesPassedOn = 전달한 자금 동결 요청
prop-institutionFreezes = 이 금융기관에 요청한 자금 동결

schema-Grant = 열람 허가
prop-audience = 수신 대상
prop-marks = 취급 표시

schema-ImportRun = 가져오기 작업
prop-mends = 고친 대상 가져오기
prop-fileHash = 파일 해시
prop-format = 형식
prop-mapping = 매핑
prop-dataset = 데이터셋
prop-rows = 행
prop-problems = 문제
prop-problemDetail = 문제 내용

schema-InformationRequest = 기관 간 요청
prop-requestType = 요청 종류
prop-fromAgency = 요청 기관
prop-toAgency = 피요청 기관
prop-questions = 질문
prop-handlingCode = 취급 코드
prop-urgency = 긴급도
prop-stageDate = 현 단계 일자
prop-sentAt = 발송 시각
prop-dueDate = 처리 기한
prop-answeredAt = 회신 시각
prop-answer = 회신
prop-answerRecords = 회신에 담긴 기록
prop-refusalReason = 거절 사유
prop-identifiers = 대상에 관해 아는 것
prop-caseRequests = 기관 간 요청
prop-requestsSent = 보낸 요청
prop-requestsReceived = 받은 요청
prop-subjectRequests = 기관 간 요청
prop-givenInAnswer = 회신으로 제공된 요청

schema-Judgement = 판단
prop-left = 첫째 기록
prop-right = 둘째 기록
prop-verdict = 판정
prop-user = 담당자

schema-Look = 열람
prop-route = 경로
prop-entities = 열람한 기록
prop-query = 검색어

schema-LookReview = 열람 검토
prop-look = 열람

schema-LooksCheckpoint = 열람 기록 체크포인트
prop-head = 최종 해시
prop-commits = 봉인된 항목 수

schema-NodeEvent = 노드 이벤트
prop-detail = 세부 내용

schema-Operation = 작전
prop-operationType = 작전 종류
prop-agencies = 참여 기관
prop-rescuedCount = 구출 인원
prop-rescuedByNationality = 국적별 구출 인원
prop-arrestedCount = 체포 인원
prop-arrestedByNationality = 국적별 체포 인원
prop-injuredCount = 부상 인원
prop-deceasedCount = 사망 인원
prop-seized = 압수물
prop-seizedAmount = 압수 금액
prop-seizedCurrency = 압수 금액 통화
prop-caseOperations = 작전
prop-placeOperations = 이곳에서의 작전
prop-operationsLed = 주관한 작전
prop-operationsJoined = 참여한 작전

schema-Place = 장소
prop-placeKind = 장소 종류
prop-territory = 소속 영역
prop-adjoiningCountry = 국경 맞은편 국가
prop-precision = 위치 정밀도(미터)
prop-geometry = 경계 도형
prop-placesWithin = 안의 장소
prop-territoryPlaces = 이 영역의 장소

schema-Proceeding = 사법 절차
prop-partyRole = 절차상 지위
prop-charge = 혐의
prop-outcomeDate = 결과 일자
prop-sentence = 선고 내용
prop-proceedings = 사법 절차
prop-caseProceedings = 사법 절차
prop-courtProceedings = 개인별 사법 절차

schema-Receipt = 수신 확인
prop-origin = 발신 기관
prop-epoch = 키 기간 번호
prop-receivedAt = 수신 시각

schema-Record = 관리 기록

schema-Repatriation = 송환
prop-fromCountry = 출발 국가
prop-toCountry = 도착 국가
prop-fromPlace = 출발지
prop-toPlace = 도착지
prop-departedAt = 출발 시각
prop-arrivedAt = 도착 시각
prop-mode = 이동 방법
prop-escort = 호송·동행자
prop-travelDocument = 여행 증명 서류
prop-travelDocumentNumber = 여행 증명 서류 번호
prop-agreedToReturn = 귀국 동의
prop-receivedBy = 인수 기관
prop-repatriations = 송환
prop-caseRepatriations = 송환
prop-repatriationsArranged = 주선한 송환
prop-repatriationsFrom = 이곳에서의 송환
prop-repatriationsTo = 이곳으로의 송환
prop-documentRepatriations = 송환
prop-repatriationsReceived = 인수한 사람

schema-Report = 신고
prop-channel = 접수 경로
prop-reportedAt = 신고 시각
prop-danger = 위험도
prop-dangerReasons = 위험 사유
prop-reporter = 신고자
prop-reporterRelationship = 신고자와의 관계
prop-reporterPhone = 신고자 전화
prop-reporterEmail = 신고자 전자우편
prop-reporterLanguage = 신고자 언어
prop-reporterConsent = 신고자 동의
prop-consentScope = 동의 범위
prop-consentDate = 동의일
prop-safeToCall = 통화 안전 여부
prop-contactInstructions = 연락 방법
prop-lastContactAt = 마지막 연락 시각
prop-lastContactChannel = 마지막 연락 수단
prop-lastContactText = 마지막 연락 내용
prop-howLured = 유인 경위
prop-recruiterRelationship = 모집책과의 관계
prop-recruiter = 모집책
prop-promisedWork = 약속된 일
prop-advert = 광고
prop-leftHomeAt = 집을 떠난 날
prop-compound = 단지
prop-heldBy = 감금한 자
prop-heldByText = 감금한 자(진술 원문)
prop-exploitationType = 착취 유형
prop-methodsOfControl = 통제 수법
prop-passport = 여권
prop-passportHeldBy = 여권 소지자
prop-ransomDemanded = 요구받은 몸값
prop-ransomCurrency = 요구 금액 통화
prop-amountPaid = 지급한 금액
prop-accountsPaid = 송금한 계좌
prop-accountsPaidText = 송금한 계좌(진술 원문)
prop-medicalNeeds = 의료 필요
prop-othersHeld = 함께 감금된 사람
prop-caseReports = 신고
prop-reportsTaken = 접수한 신고
prop-reportedIn = 이 사람에 관한 신고
prop-reportsMade = 한 신고
prop-recruiterInReports = 모집책으로 지목된 신고
prop-advertReports = 이 광고를 언급한 신고
prop-placeReports = 이곳의 감금에 관한 신고
prop-compoundReports = 이 단지의 감금에 관한 신고
prop-holderInReports = 감금한 자로 지목된 신고
prop-documentReports = 신고
prop-accountReports = 이 계좌로의 송금에 관한 신고

schema-ReportStage = 신고 단계
prop-report = 신고
prop-followsStage = 앞선 단계
prop-followedBy = 이어진 단계
prop-reportStages = 단계
prop-deathCause = 사망 원인
prop-kinToldBy = 유족에게 알린 사람
prop-kinToldAt = 유족에게 알린 날

schema-Restriction = 열람·이용 제한

schema-RoleAssessment = 역할 판단
prop-assessor = 판단한 사람
prop-nonPunishmentIndicators = 불처벌 지표
prop-replaces = 대체한 판단
prop-roleAssessments = 역할 판단
prop-caseRoles = 사람들의 역할
prop-agencyRoleAssessments = 내린 역할 판단
prop-replacedBy = 이를 대체한 판단

schema-Screening = 피해자 식별 면담
prop-instrument = 면담 서식
prop-screener = 면담자
prop-interpreter = 통역
prop-consent = 동의
prop-answers = 답변
prop-needs = 필요한 지원
prop-referredTo = 연계 기관
prop-screenings = 피해자 식별 면담
prop-caseScreenings = 피해자 식별 면담
prop-agencyScreenings = 실시한 피해자 식별 면담
prop-placeScreenings = 이곳에서의 피해자 식별 면담
prop-screeningReferrals = 식별 면담으로 연계된 사람

schema-SituationEvent = 상황 사건
prop-placeEvents = 이곳의 사건

schema-Task = 할 일
prop-about = 관련 기록
prop-assignee = 담당자
prop-order = 순서
prop-group = 묶음
prop-doneAt = 완료 시각
prop-doneBy = 완료한 사람
prop-waitingFor = 대기 사유
prop-caseTasks = 할 일
prop-aboutTasks = 할 일
prop-agencyTasks = 할 일

schema-TravelRestriction = 여행 제한
prop-restrictionType = 제한 종류
prop-levelRank = 단계(1~4)
prop-appliesTo = 적용 국적
prop-issuedBy = 발령 기관
prop-source = 출처
prop-placeRestrictions = 여행 제한
prop-travelRestrictionsIssued = 발령한 여행 제한

schema-Warrant = 영장·수배
prop-offence = 범죄 혐의
prop-noticeType = 영장·수배 종류
prop-issuedAt = 발부일
prop-warrants = 영장·수배
prop-caseWarrants = 영장·수배
prop-warrantsIssued = 발부한 영장

schema-WelfareCheck = 안부 확인
prop-nextCheck = 다음 확인
prop-welfareChecks = 안부 확인

schema-Withdrawal = 철회
prop-purged = 수신 기관의 삭제분
prop-reasonCode = 사유 코드

prop-ageGroup = 성년 여부
prop-allegedAct = 혐의 행위
prop-appeal = 불복
prop-caseEntries = 사건 기록
prop-caseEvidence = 증거
prop-caseMembers = 사건 참여자
prop-caseMentions = 언급된 사건
prop-caseNonPunishments = 비처벌 검토
prop-caseProcedures = 절차 단계
prop-caseReleases = 협력 기관 공개 허가
prop-customFields = 추가 항목
prop-decision = 결정
prop-enteredBy = 입력한 사람
prop-evidence = 증거
prop-exploitationLink = 착취와의 관련
prop-follows = 앞선 항목
prop-fromOfficer = 넘긴 사람
prop-handovers = 인계
prop-label = 시각의 뜻
prop-nonPunishments = 비처벌 검토
prop-procedureSteps = 절차 단계
prop-releasedTo = 허가 대상 기관
prop-result = 결과
prop-step = 단계
prop-suspectReleases = 협력 기관 공개 허가
prop-tags = 태그
prop-takenFrom = 확보한 곳
prop-task = 할 일
prop-taskSteps = 할 일의 변경
prop-template = 양식
prop-toOfficer = 받은 사람
schema-CaseEntry = 사건 기록
schema-CaseMember = 사건 참여자
schema-Evidence = 증거
schema-Handover = 인계
schema-NonPunishment = 비처벌 검토
schema-ProcedureStep = 절차 단계
schema-SuspectRelease = 협력 기관 공개 허가
schema-TaskStep = 할 일의 변경

schema-CompoundLink = 단지 연결
prop-compoundLinks = 연결된 것
prop-tiedCompounds = 연결된 단지

schema-CompoundStatus = 단지 상태
prop-compoundStatuses = 상태 기록

schema-FreezePlan = 동결 계획
prop-caseFreezePlans = 동결 계획
prop-traceFreezePlans = 동결 계획
prop-trace = 추적
prop-rule = 규칙
prop-ties = 동시 거래 규칙
prop-fingerprint = 답의 해시
prop-totals = 합계
prop-plan = 계획
prop-planRequests = 동결 요청
prop-cameAt = 도착 시각
prop-heldAmount = 동결된 금액
prop-letter = 공문
prop-presumedVictim = 피해자로 추정
prop-rank = 순위
prop-waitMinutes = 머무는 시간(분)

schema-FreezeStep = 동결 단계
prop-request = 요청
prop-requestSteps = 단계

schema-RequestStep = 요청에 관한 말
prop-requestWords = 요청에 관한 말
prop-givenInWord = 회신에서 받음

schema-MoneyTrace = 자금 추적
prop-caseTraces = 자금 추적
prop-tables = 표

schema-Manifest = 탑승자 명단
prop-operationManifests = 탑승자 명단
prop-manifests = 탑승자 명단

schema-ManifestPerson = 명단의 사람
prop-manifest = 명단
prop-manifestPeople = 사람
prop-people = 사람
prop-passenger = 탑승자

schema-ManifestStep = 명단 단계
prop-manifestSteps = 단계

schema-OperationCount = 작전의 인원 수
prop-operation = 작전
prop-operationCounts = 인원 수

schema-OperationFind = 작전에서 나온 것
prop-operationFinds = 나온 것
prop-foundInOperations = 발견된 작전

schema-OperationStep = 작전 단계
prop-operationSteps = 단계
