# Liaison in Korean. Not checked by a speaker of the language yet.
# Complete; names of schemata and properties stand in terms/ko.ftl.

## policy: why something is refused

refuse-originator-only = 작성 기관인 { $originator }이(가) 다른 기관에 공개하도록 표시하지 않았습니다.
refuse-expired = 취급 표시가 { $expired }에 만료되었습니다.
refuse-audience = 지정된 열람자만 볼 수 있습니다.
refuse-case = 이 내용은 사용자가 참여하지 않은 사건에 속합니다. 사건 담당자나 감독자가 참여시킬 수 있습니다.
refuse-tlp = { $tlp } 등급이므로 { $agency }에 제공할 수 없습니다.
refuse-forward = 작성 기관인 { $originator }만 다른 기관에 전달할 수 있습니다.
refuse-purpose = 다음 목적으로만 사용할 수 있습니다: { $purposes }.
refuse-purpose-missing = 필요한 목적을 밝히십시오: { $purposes }.
refuse-uncover-purpose = 가려진 사람은 목적을 밝혀야만 가림을 해제할 수 있습니다.
refuse-purpose-role = 사용자의 역할로는 이 목적으로 사람을 열람할 수 없습니다. 가능한 목적: { $purposes }.
refuse-uncover-role = 사용자의 역할로는 이 유형의 사람을 가림 해제할 수 없습니다.
refuse-peer-uncover = 다른 기관은 자기 노드에서만 사람의 가림을 해제할 수 있습니다.
refuse-presumed-victim = 이 사람은 피해자로 추정되거나 식별되었으므로, 이름을 밝힌 담당자가 해제하지 않는 한 다른 기관에 피의자로 알리지 않습니다.
refuse-not-screened = 이 사람은 아직 피해자 심사를 받지 않았으므로, 그 전에는 다른 기관에 피의자로 알리지 않습니다.
refuse-no-agreement = { $agency }와(과) 양쪽이 서명한 합의가 없습니다. `liaison peer agree`를 보십시오.
refuse-agreement-ended = 합의가 { $ended }에 끝났습니다.
refuse-agreement-code = 합의에 취급 코드 { $code }이(가) 들어 있지 않습니다.
refuse-agreement-category = 합의에 이 인물 구분이 들어 있지 않습니다: { $category }.
refuse-agreement-purpose = 합의는 다음 목적에만 적용되며, 표시에 그중 하나가 있어야 합니다: { $purposes }.
refuse-operation = 사용자의 역할 가운데 이 작업을 할 수 있는 것이 없습니다: { $operation }.

## node: what went wrong, and what to do

error-no-node = { $folder }에 노드가 없습니다.
hint-no-node = `liaison init --agency NAME --country CC`(으)로 만들거나 --dir로 노드의 폴더를 지정하십시오.
error-node-exists = { $folder }에 이미 노드가 있습니다.
hint-node-exists = --dir로 다른 폴더를 지정하십시오. 노드는 덮어쓰지 않습니다.
error-node-newer = 노드의 형식은 { $found }이고, 이 버전은 { $supported }까지 읽습니다.
error-file = { $path }을(를) 읽거나 쓸 수 없습니다: { $reason }.
error-output = 결과를 끝까지 쓸 수 없었습니다: { $reason }.
hint-output = 쓸 곳에 공간을 확보하거나 다른 곳을 지정하여 명령을 다시 실행하십시오. 명령이 노드에서 이미 한 일은 그대로 남습니다.
error-file-full = { $path }을(를) 쓸 수 없습니다. 디스크가 가득 찼습니다.
error-file-read-only = { $path }을(를) 쓸 수 없습니다. 디스크가 읽기 전용입니다.
hint-read-only-disk = 쓸 수 있도록 마운트하거나 다른 위치를 사용하십시오.
error-two-files = Liaison 고유 스키마의 개체가 포함되어 있습니다. 두 번째 파일이 필요하지만 표준 출력은 하나뿐입니다.
hint-two-files = --out으로 폴더를 지정하거나, --schema Company처럼 --schema로 FollowTheMoney의 스키마를 고르십시오.
error-workbook-to-stream = 통합 문서는 표준 출력으로 내보낼 수 없습니다.
hint-workbook-to-stream = --out으로 파일을 지정하거나 --as csv를 사용하십시오.
error-damaged = { $path }이(가) 손상되었거나 다른 것의 파일입니다.
error-key-file-open = { $path }을(를) 소유자가 아닌 사람도 읽을 수 있습니다.
hint-key-file-open = 이 파일에 `chmod 600`을 실행하십시오. 이 파일을 읽는 사람은 기관의 이름으로 서명할 수 있습니다.
error-other-root-key = 이 루트 키는 다른 노드의 것입니다. 이 노드에서 옮겨 둔 루트 키를 사용하십시오.
error-no-passphrase = 노드 키의 암호 구문이 필요하지만 입력되지 않았습니다.
hint-no-passphrase = --key-file FILE(모드 0600)로 지정하거나, 터미널에서 명령을 실행하여 물음에 입력하십시오.
error-wrong-passphrase = 이 암호 구문으로 노드 키를 열 수 없습니다.
hint-passphrase = 자판의 언어와 Caps Lock을 확인하십시오. 잃어버린 암호 구문은 되찾을 수 없으며, 암호 구문이 없으면 노드를 읽을 수만 있고 쓸 수 없습니다.
error-no-database-url = 이 노드의 저널은 PostgreSQL 데이터베이스에 있는데 DATABASE_URL이 설정되지 않았습니다.
error-agency-id = 기관 이름으로 ID를 만들 수 없습니다.
hint-agency-id = --id로 `kr.npa`와 같이 지정하십시오: 국가 코드, 점, 이어서 영문 소문자, 숫자 또는 하이픈.
error-not-found = 이 이름으로 볼 수 있는 것이 없습니다.
error-not-a-figure = { $id }은(는) 수치가 아니므로 수치로 표시할 수 없습니다.
hint-figure = `liaison figures --all`은 모든 수치를 ID와 함께 보여 줍니다.
error-own-successor = { $figure }이(가) 자기 자신을 대체할 수는 없습니다.
error-successor-circle = { $figure }을(를) { $successor }(으)로 대체할 수 없습니다. 그 수치가 직접 또는 다른 것을 거쳐 이미 { $figure }(으)로 대체되었습니다.
hint-successor = 지금 유효한 수치를 지정하십시오. 이전 표시가 잘못되었으면 철회하십시오: `liaison figures`가 그것을 보여 주고 `liaison figures unmark`가 철회합니다.
error-preferred-reason = 여러 답 가운데 하나를 채택하려면 사유를 밝혀야 합니다. 사유가 없습니다.
hint-preferred-reason = 아무의 이름도 들지 말고 몇 마디로 쓰십시오: --preferred --reason "primary source".
error-judgement-reason = 두 기록을 판단하려면 이유를 밝혀야 합니다. 이유가 없습니다.
hint-judgement-reason = 누구의 이름도 쓰지 말고 짧게 적으십시오: --reason "두 명단의 여권 번호가 같음".
error-one-record = { $id }은(는) 두 개가 아니라 하나의 기록입니다.
hint-one-record = 기록 두 개를 지정하십시오. ID는 `liaison search`에 나옵니다.
error-judged-different = 하나일 수 없습니다. { $first }와(과) { $second }은(는) 커밋 { $commit }에서 서로 다르다고 판단되었습니다.
hint-judged-different = 두 기록을 다시 읽으십시오. 그 판단이 잘못되었다면 취소하십시오: `liaison undo COMMIT`.
error-kinds-differ = 하나는 { $first }, 하나는 { $second }이므로 결코 같을 수 없습니다.
hint-kinds-differ = 회사를 운영하는 사람은 회사와 연결될 뿐, 회사와 같지는 않습니다.
error-withdrawal-reason = 판단을 철회하려면 사유를 밝혀야 합니다. 사유가 없습니다.
hint-withdrawal-reason = 아무의 이름도 담지 않은 짧은 말로 쓰십시오: --reason "실수로 표시함".
error-no-authority = 삭제에는 근거가 되는 기관의 명령이 필요합니다. 아무것도 삭제하지 않았습니다.
hint-authority = 명령한 기관을 명령 번호와 함께 밝히십시오: --authority "Seoul Central District Court 2026-77".
error-no-commit = 커밋 { $commit }이(가) 없습니다.
error-undone-already = 커밋 { $commit }은(는) 이미 커밋 { $by }(으)로 되돌렸습니다.
hint-commit = `liaison history`는 커밋과 그것을 되돌린 커밋을 보여 줍니다.
error-cannot-undo = 커밋 { $commit }은(는) 가져오기도 판단도 아닙니다({ $act }). 이 둘만 취소할 수 있습니다.
hint-cannot-undo = 개별 진술은 `liaison withdraw`로 철회합니다. ID는 `liaison show ID --json`에 나옵니다.
error-no-statement = 진술 { $statement }이(가) 없습니다.
hint-statement = `liaison show ID --json`은 한 개체에 관한 모든 진술의 ID를 보여 줍니다.
error-not-ours = 진술 { $statement }은(는) 다른 기관의 것입니다.
hint-not-ours = 작성 기관만 철회할 수 있습니다. 그 기관에 요청하십시오.
error-exchange = 명함 또는 합의를 받지 않았습니다: { $reason }.
hint-exchange = 다시 보내 달라고 하고, 그 기관의 담당자와 여섯 낱말을 비교하십시오. `liaison peer card`가 보여 줍니다.
error-no-peer = { $agency }은(는) 이 노드의 상대 기관이 아닙니다.
hint-no-peer = 먼저 그 기관의 명함을 받으십시오: `liaison peer add CARD --words "…"`. `liaison peer list`에 아는 기관이 나옵니다.
error-other-words = { $agency } 명함의 여섯 낱말이 아닙니다. 명함을 받지 않았습니다.
hint-other-words = 파일과 함께 온 것이 아니라 `liaison peer card`가 보여 주는 것을 그 기관의 담당자가 소리 내어 읽게 하십시오. 다르면 누군가 명함을 바꾼 것입니다.
error-card-without-name = 기관의 첫 명함에는 적어도 한 언어로 된 이름이 있어야 합니다.
hint-card-without-name = 예: liaison peer card --name "en=Fictional Police" --name "ko=가상 경찰".
error-key-in-use = 노드가 이 키로 서명하고 있어서, 이 키를 폐기하는 명함은 아무 뜻이 없습니다.
error-withdrawn-already = 진술 { $statement }은(는) 이미 커밋 { $by }(으)로 철회되었습니다.
error-erased-already = 진술 { $statement }은(는) 이미 커밋 { $by }(으)로 삭제되었습니다.
hint-ended-already = `liaison history ENTITY`에서 언제, 누가, 왜 그렇게 했는지 볼 수 있습니다.
error-country = { $country }은(는) 국가가 아닙니다. 국가 코드는 ISO 3166의 두 글자입니다.
hint-country = --country KR처럼 ISO 3166 코드를 지정하십시오.
error-dataset-name = `{ $name }`은(는) 데이터셋 이름으로 쓸 수 없습니다.
hint-dataset-name = 이름은 모든 문자의 글자나 숫자 1~250자이며, 그 사이에 하이픈, 밑줄, 점을 쓸 수 있습니다: --dataset kr-mofa-2025.
error-file-exists = { $path } 파일이 이미 있습니다. 그대로 두었습니다.
hint-file-exists = 다른 파일을 지정하거나, --force로 이 파일을 바꾸십시오.
error-is-folder = { $path }은(는) 파일이 아니라 폴더입니다.
hint-is-folder = 그 안의 파일을 지정하십시오.
error-not-a-mapping = { $path }은(는) 매핑이 아닙니다: { $reason }.
hint-not-a-mapping = 매핑은 JSON입니다. `liaison import TABLE --dry-run --save-mapping FILE`은 제안된 매핑을 파일로 쓰며, 이를 고쳐 쓸 수 있습니다.
error-empty-file = { $file }은(는) 비어 있습니다.
error-no-rows = { $file }에 가져올 행, 줄 또는 항목이 없습니다.
hint-empty-file = 이 파일에서 가져온 것은 없습니다. 중간에 잘렸거나 내용을 채우기 전에 저장된 파일이 아닌지 확인하십시오.
error-folder-open = 소유자가 아닌 사람도 { $path }에 들어갈 수 있습니다.
hint-folder-open = 다른 사람이 들어갈 수 없게 하십시오: chmod 700 FOLDER. 그 안의 뷰와 색인에는 저널의 내용이 들어 있습니다.
error-no-looks = 열람 기록이 없습니다: { $path }이(가) 없습니다.
hint-no-looks = looks.db를 제자리에 두거나 최신 백업을 복원하십시오. 그때까지는 열람을 기록할 수 없어 누구의 가림도 해제할 수 없습니다. 그동안 누가 접근할 수 있었는지 적어 두십시오.
error-no-node-key = 노드 키가 없습니다: { $path }이(가) 없습니다.
hint-no-node-key = keys/node.json을 제자리에 두십시오. 모든 백업과 기관의 다른 서버의 keys/에 있습니다. 없으면 노드를 읽을 수만 있고 쓸 수 없습니다.
error-backup-damaged = { $path }이(가) 손상되었거나 노드의 백업이 아닙니다. 아무것도 복원하지 않았습니다.
hint-backup-damaged = 보관한 곳에서 다시 복사하여 두 사본의 크기와 해시를 비교하거나, 더 오래된 백업과 최신 tombstones.jsonl을 사용하십시오.
error-stage-order = { $from } 단계의 신고는 보통 { $to } 단계로 가지 않습니다. 사유를 밝히면 함께 기록됩니다.
error-stage-earlier = 이 날짜는 신고가 { $from } 단계에 이른 날보다 앞섭니다. 사유를 밝히면 함께 기록됩니다.
error-stage-before-report = 이 날짜는 신고한 날보다 앞섭니다. 사유를 밝히면 함께 기록됩니다.
hint-stage-reason = 아무의 이름도 담지 않은 짧은 말로 쓰십시오: --reason "혼자 귀국함".
screen-hint-stage-reason = 아무의 이름도 담지 않은 짧은 말로 사유를 쓰십시오. 사유는 단계와 함께 남습니다.
error-stage-already = 이 기관은 이미 { $stage } 단계라고 밝혔고, 그 뒤로 달라진 것이 없습니다.
hint-stage-already = 단계를 확인하십시오. 다른 담당자가 조금 전에 입력했을 수 있습니다.
error-stage-closing = 신고를 종결하려면 종결 사유를 밝혀야 합니다. 종결 사유가 없습니다.
hint-stage-closing = 다음 가운데 하나입니다: returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded, other.
error-stage-cause = 사망은 원인이나 조사 중이라는 사실을 밝혀야 합니다.
hint-stage-cause = 알려진 것을 쓰십시오. "조사 중"으로도 충분합니다. 유족에게 누가 언제 알렸는지도 함께 쓸 수 있습니다.
error-several-cases = 번호가 { $number }인 사건이 여럿입니다.
hint-several-cases = 사건의 id로 지정하십시오.
error-no-template = “{ $name }” 양식은 없습니다. 있는 양식: { $known }.
error-no-form = “{ $name }” 심사 양식은 없습니다. 있는 양식: { $known }.
error-rules-file = { $file } { $line }행: { $what }
error-other-version = { $name }은(는) 이미 있으며 내용이 다릅니다.
hint-other-version = 새 내용에는 새 버전을 붙이십시오. 답변에는 질문한 양식의 버전이 남습니다.
error-field-missing = 다음 항목을 입력해야 합니다: { $field }.
error-task-reason = 이 할 일의 변경은 보통 순서에서 벗어납니다.
error-no-change = 바뀌는 것이 없습니다.
error-case-closed = 사건이 종결되었습니다.
hint-case-closed = 먼저 사유를 적고 다시 여십시오.
error-case-not-closed = 사건이 열려 있습니다.
error-member-in = { $officer }은(는) 이미 이 사건에 참여하고 있습니다.
error-member-out = { $officer }은(는) 이 사건의 다른 참여자가 아닙니다.
error-last-member = 사건에 아무도 남지 않게 됩니다.
error-may-not-let-in = 사건 참여자나 감독자만 다른 사람을 참여시킬 수 있습니다.
error-not-holder = { $officer }에게 있습니다.
hint-not-holder = 가진 사람만 넘길 수 있고, 제안받은 사람만 답할 수 있습니다.
error-offered = 이미 { $officer }에게 제안되었습니다.
error-answered = 답을 기다리는 제안이 없습니다.
error-evidence-damaged = 파일이 제출된 그대로가 아닙니다. 해시가 다르거나 파일이 없습니다.
error-case-file-version = 이 사건 파일은 { $found } 버전이며, 이 프로그램은 { $known } 버전만 압니다. 아무것도 가져오지 않았습니다.
hint-case-file-version = 보낸 기관에 같은 판의 프로그램으로 다시 써 달라고 요청하십시오.
error-no-case-file = 사건 파일이 아닙니다. { $line }행부터 읽을 수 없습니다.
error-case-here = 이 사건은 이미 { $number }(으)로 있습니다.
error-timeline-row = 연표의 { $row }행을 읽을 수 없습니다: { $column }. 어느 행도 가져오지 않았습니다.
error-timeline-column = 연표에 { $column } 열이 없습니다.
hint-timeline = Timesketch의 열이 필요합니다: message, datetime, timestamp_desc.
error-too-large = 파일이 { $bytes }바이트 또는 20,000행보다 큽니다.
error-no-question = 양식에 “{ $code }” 질문이 없습니다.
error-unscreened = 심사받은 사람은 심사받지 않은 상태로 돌아가지 않습니다.
error-result-order = { $from }에서 { $to }(으)로 가는 것은 보통 순서에서 벗어납니다.
error-result-not-asked = 모든 질문을 하지 않았는데 { $to }(으)로 입력하려 합니다. 묻지 않은 것은 “아니요”가 아닙니다.
error-result-signs = 징표가 발견되었는데 { $to }(으)로 입력하려 합니다.
error-result-no-signs = 징표가 없는데 { $to }(으)로 입력하려 합니다.
error-result-earlier = 이 기관의 앞선 기록보다 이른 날짜입니다.
error-step-authority = 단계에는 그것을 행한 기관을 적어야 합니다.
error-no-legal-basis = 단계에는 법적 근거를 적어야 합니다.
error-procedure-order = “{ $from }” 다음의 { $to }은(는) 보통 순서에서 벗어납니다.
error-procedure-earlier = 앞 단계보다 이른 날짜입니다.
error-procedure-victim = 이 사람은 피해자로 추정되거나 식별되었습니다. { $to } 전에 비처벌을 검토하십시오.
hint-track-reason = 사유를 적으십시오. 사유는 함께 보존됩니다.
error-nothing-to-release = 이 사람을 피해자로 추정하는 기관이 없어 해제할 것이 없습니다.
error-first-stage = 이 단계는 신고와 함께 기록된 것이어서 따로 철회할 수 없습니다.
hint-first-stage = 대신 올바른 단계를 사유와 함께 입력하십시오. 둘 다 남아 보입니다.
error-several-reports = 번호가 { $number }인 신고가 여러 기관에 있습니다.
hint-several-reports = ID로 지정하십시오. `liaison report list`가 둘 다 보여 줍니다.
error-report-no-person = 신고 { $report }에는 이 내용을 더할 인물이 없습니다.
error-nothing-told = 찾는 데 쓸 수 있는 내용이 없습니다.
hint-nothing-told = 이름, 전화, 계정, 여권 번호, 감금된 곳, 마지막으로 들은 말 가운데 하나는 쓰십시오.
error-maybe-known = 같은 사람에 관한 것일 수 있는 신고: { $reports }. 아무것도 저장하지 않았습니다.
hint-maybe-known = 각각 같은지 밝히십시오. 예: `--judge R-2026-0001=same --because "같은 전화"`. 그래도 접수하려면 `--anyway`를 쓰십시오.
screen-hint-maybe-known = `judged`에 각각 같은지 밝히거나 `unless_known` 없이 보내십시오.
error-report-too-long = 신고 하나에는 항목 { $fields }개, 출처 500자까지 쓸 수 있습니다.
error-no-such-field = 신고에 { $field } 항목이 없습니다.
hint-no-such-field = `liaison report add --help`에 항목이 있습니다. 인물의 항목 앞에는 `person.`이 붙습니다.
error-code = { $field }은(는) 다음 가운데 하나입니다: { $codes }.
error-long-text = { $field }이(가) { $characters }자보다 깁니다.
error-day = { $day }은(는) 날짜가 아닙니다.
hint-day = 날짜는 2025-10-17과 같이, 달만 알면 2025-10과 같이 씁니다.
error-future-day = { $day }은(는) 아직 오지 않은 날입니다.
hint-future-day = 일어난 날을 쓰십시오. 예정된 일은 다음 확인이나 할 일로 적습니다.
error-next-before-check = 다음 확인일 { $day }이(가) 이번 확인보다 앞섭니다.
error-behind = 이 폴더를 소유한 프로세스가 변경을 아직 반영하지 않았습니다. 변경은 저널에 안전하게 남아 있습니다.
hint-behind = `liaison serve`가 아직 실행 중인지 확인하십시오. 멈춰 있다면 종료하십시오. 다음 명령이 모두 최신 상태로 만듭니다.
error-unscrubbed = 삭제는 저널에 기록되어 진술이 보이지 않지만, 그 바이트가 아직 이 노드의 파일에 남아 있을 수 있습니다.
hint-unscrubbed = 이전 페이지를 읽는 프로그램이 없어지면 바로 지워집니다. `liaison serve`를 실행해 두거나 아무 명령이나 키와 함께 다시 실행하십시오. 완료되면 `liaison doctor`가 알려 줍니다.
error-unknown-format = { $file }은(는) 읽을 수 있는 형식이 아닙니다.
hint-unknown-format = --as로 형식을 지정하십시오: ftm-entities, ftm-statements, ofac-sdn, un-consolidated, csv, xlsx, situation-figures, situation-places 또는 situation-events.
error-no-input = 파일을 지정하지 않았습니다.
error-no-mapping = 표에 매핑이 필요합니다. 제목과 내용으로는 매핑을 제안할 수 없습니다. --mapping FILE로 지정하십시오.
error-mapping-refused = 제안된 매핑이 거절되어 아무것도 읽지 않았습니다. --save-mapping FILE로 저장하여 고친 뒤 --mapping FILE로 지정하십시오.
error-read = 파일을 읽을 수 없습니다: { $reason }.
error-journal = 저널에서 처리할 수 없습니다: { $reason }.
error-folder-busy = 다른 프로세스가 이 노드의 폴더를 소유하고 있습니다.
error-views = 뷰를 읽을 수 없습니다: { $reason }.
error-search = 검색할 수 없습니다: { $reason }.
error-exhibits = 증거물을 보관하거나 읽을 수 없습니다: { $reason }.
hint-exhibits-address = 주소는 s3://bucket/prefix와 같은 형태입니다. 키와 비밀번호는 주소에 쓰지 않으며 환경 변수에서 읽습니다.
hint-exhibits-credentials = AWS_ACCESS_KEY_ID와 AWS_SECRET_ACCESS_KEY를 해당 주소 아래에서 목록 조회, 읽기, 쓰기, 삭제를 할 수 있는 키로, AWS_REGION을 그 리전으로 설정하십시오.
hint-exhibits-bucket = 먼저 버킷을 만들거나, 버킷 이름과 AWS_REGION, Amazon이 아닌 저장소라면 AWS_ENDPOINT_URL을 확인하십시오.
hint-exhibits-store = 네트워크와 AWS_REGION, Amazon이 아닌 저장소라면 AWS_ENDPOINT_URL을 확인하십시오.
error-peer = 전송 봉투를 받아들이지 않았습니다: { $reason }.
hint-reveal = `--reveal rescue`와 같이 --reveal로 목적을 밝히십시오. 계정과 함께 기록됩니다.
hint-folder-busy = `liaison serve`가 실행 중인지 확인하십시오. 종료하거나 다른 명령이 끝나기를 기다린 뒤 다시 시도하십시오.
hint-rebuild = 뷰는 언제든지 새로 만들 수 있습니다: `liaison rebuild`.
hint-journal-busy = 다른 가져오기나 백업이 실행 중입니다. 끝나기를 기다린 뒤 다시 시도하십시오.
hint-journal-read-only = 폴더의 소유자와, 디스크가 읽기 전용으로 마운트되지 않았는지 확인하십시오.
hint-erased-by-law = 삭제가 유효한 동안에는 들어올 수 없습니다. `liaison history`에서 명령한 기관을 볼 수 있습니다. 이를 빼고 다시 시도하십시오.
hint-copy-folder = 폴더를 쓸 수 있는 디스크에 복사하여 그 사본을 읽으십시오.
hint-disk-full = 공간을 확보하고 명령을 다시 실행하십시오. 접수가 확인된 것은 안전합니다.
hint-journal-newer = 이를 만든 더 새로운 버전을 설치하십시오. 아무것도 바꾸지 않았습니다.
hint-journal-damaged = 더 이상 쓰지 마십시오. `liaison verify`를 실행하고, 폴더의 사본을 보관한 뒤 마지막 백업을 복원하십시오.
hint-journal-exists = 새 노드에는 전용 폴더나 전용 데이터베이스가 필요합니다. 같은 기관의 두 번째 서버는 node.json과 keys/의 사본으로 합류합니다.
hint-journal-missing = `liaison restore`(으)로 백업을 복원하거나 `liaison init`(으)로 노드를 만드십시오.
hint-database-unreachable = DATABASE_URL, PostgreSQL 서버의 실행 여부, 이 계정의 접속 허용 여부를 확인하십시오.
hint-certificate-not-now = 기기의 시계를 맞추십시오. 시계가 맞다면 `liaison certify`(으)로 노드 키를 1년 연장한 뒤 `serve`를 다시 시작하십시오.
hint-no-key = --key-file FILE이나 터미널에서 암호 구문을 입력하십시오.

## accounts: what went wrong, and what to do

account-error-name = 계정이나 토큰의 이름으로 쓸 수 없습니다.
account-hint-name = 이름은 영문 소문자 a~z, 숫자, 점, 하이픈 2~32자이며 글자로 시작합니다.
account-error-unit = 부서는 빗금(/) 없이 64바이트 이내의 한 단어입니다.
account-error-exists = 이미 사용된 이름입니다. 기록이 분명하도록 이름은 한 번만 부여합니다.
account-error-unknown = 이 이름의 계정이나 토큰이 없습니다.
account-hint-unknown = `liaison user list`와 `liaison token list`에서 목록을 볼 수 있습니다.
account-error-disabled = 사용 중지된 계정입니다.
account-hint-disabled = `liaison user reset`은 새 비밀번호와 2차 인증으로 계정을 다시 사용하게 합니다.
account-error-role = `{ $word }` 역할은 없습니다.
account-error-scope = `{ $word }` 권한 범위는 없습니다.
account-error-no-role = 역할을 지정하지 않았습니다.
account-hint-role = 역할: analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator.
account-error-password-length = 비밀번호는 { $characters }~256자입니다.
account-hint-password = 문장을 쓰는 것이 가장 좋습니다. --password-stdin을 쓰지 않으면 임의로 만들어집니다.
account-error-same-password = 새 비밀번호가 지금 비밀번호와 같습니다.
account-error-expiry = 토큰의 만료일은 지금부터 { $days }일 이내의 미래여야 합니다.
account-error-no-scope = 권한 범위를 지정하지 않았습니다.
account-hint-scope = 권한 범위: read, import, export, health.
account-error-code = 코드가 틀렸거나, 표시 시간이 지났거나, 이미 사용되었습니다.
account-hint-code = 30초마다 바뀌는 다음 코드를 기다리고, 전화기와 기기의 시계를 비교하십시오.
account-error-held = 시도가 너무 많습니다. 다음 시도는 { $seconds }초 뒤에 확인됩니다.
account-error-no-key = 키 없이 노드를 실행하는 동안에는 아무도 로그인할 수 없습니다.
account-error-seal = 이 노드의 키로 이 계정의 2차 인증을 열 수 없습니다.
account-hint-seal = accounts.db를 다른 노드에서 복사한 것이 아닌지 확인하십시오. `liaison user reset`은 새 2차 인증을 만듭니다.
account-error-issuer = 이 노드의 이름은 인증 앱에 쓸 수 없습니다.
account-error-file = { $reason }.
account-hint-damaged = accounts.db의 사본을 보관하고 마지막 백업을 복원하십시오.
account-error-second-person = 재설정에는 해당 계정의 본인이 아닌 감독관 또는 관리자 한 사람이 더 필요합니다.
account-hint-second-person = 그 사람이 직접 확인하게 하십시오: --confirmed-by THEIR-NAME과 그 사람의 인증 앱에 표시된 코드.
account-error-demonstration = 코드는 시연용 계정에만 표시됩니다.
account-hint-demonstration = 코드는 담당자 본인의 인증 앱에 표시됩니다. 인증 앱을 잃어버렸다면: `liaison user reset`.

## doctor

doctor-journal = 저널
doctor-folder = 노드 폴더
doctor-looks = 열람 기록
doctor-views = 뷰
doctor-search = 검색
doctor-current = 뷰와 검색의 반영 상태
doctor-keys = 노드 키
doctor-opening = 노드 열기
doctor-exhibits = 증거물
doctor-scrub = 삭제된 바이트의 제거
doctor-root-key = 루트 키
doctor-certificate = 노드 키의 인증서
doctor-accounts = 계정
doctor-well = 정상
doctor-exhibits-unread = 여기에서 읽은 범위에서는 정상입니다. { $unread }개는 읽지 않았습니다. `liaison verify --deep`을 실행하십시오.
doctor-verified = 커밋 { $commits }건, 진술 { $statements }건을 검증했습니다. 모든 해시, 연결, 서명이 맞습니다.
doctor-not-verified = 저널이 열리며 최신 커밋 { $head }을(를) 읽을 수 있습니다. 저널이 길어 해시는 여기에서 확인하지 않았습니다. `liaison verify`를 실행하십시오.
doctor-not-folded = 이 폴더에는 아직 없습니다. 노드를 열 때 저널에서 만들어집니다.
doctor-mended = 방금 저널에서 새로 만들었으므로 더 할 일이 없습니다.
doctor-not-checked = 노드가 열리지 않아 확인하지 않았습니다.
doctor-root-key-here = 루트 키가 아직 이 기기에 있습니다. keys/root.json을 금고로 옮기고 여기에서는 삭제하십시오.
doctor-certificate-ends = 인증서가 { $until }에 만료됩니다. 그 전에 `liaison certify`(으)로 노드 키를 1년 연장하십시오.

## command line: what was done

out-error = 오류:
out-hint = 안내:
ask-passphrase = 노드 키의 암호 구문:{" "}
ask-new-passphrase = 이 노드의 키에 쓸 새 암호 구문:{" "}
ask-again = 한 번 더 입력:{" "}
error-passphrase-short = 암호 구문은 { $characters }자 이상이어야 합니다. 입력한 것은 더 짧습니다. 아무것도 만들지 않았습니다.
hint-passphrase-short = 본인만 쓸 만한 문장이 가장 좋습니다.
error-passphrases-differ = 두 암호 구문이 서로 다릅니다. 아무것도 만들지 않았습니다.
init-done =
    { $agency }의 노드가 { $folder }에 있습니다.
    루트 키 지문: { $fingerprint }
    노드 키는 { $expires }까지 인증되었습니다.
init-root-key = { $path }을(를) 금고로 옮기고 여기에서는 삭제하십시오. 1년에 한 번 `liaison certify`에만 필요합니다.
certify-done = { $agency }의 노드 키가 { $expires }까지 인증되었습니다.
certify-next = `liaison serve`를 다시 시작하고, keys/certificate.bin을 기관의 다른 서버에 복사한 뒤, 루트 키를 금고에 다시 넣으십시오.
progress-reading = 읽는 중
progress-folding = 반영하는 중
progress-verifying = 검증하는 중
progress-linking = 연결하는 중
progress-finding = 비교할 쌍을 찾는 중
progress-learning = 일치의 가치를 학습하는 중
progress-comparing = 비교하는 중
progress-joining = 묶는 중
import-done = { $read }행을 읽었습니다. 개체 { $entities }건에 관한 새 진술 { $new }건, 커밋 { $commit }, { $seconds }초.
import-nothing-new = { $read }행을 읽었으나 새로 들어온 것은 없습니다.
import-dry = { $read }행을 읽었습니다. 개체 { $entities }건에 관한 진술 { $statements }건. 아무것도 기록하지 않았습니다.
import-stopped = 중단했습니다. 이 파일의 내용은 아무것도 남지 않았습니다. 가져오려면 명령을 다시 실행하십시오.
import-erased-before = 진술 { $statements }건은 이전에 법에 따라 내용이 삭제되었으므로 제외했습니다.
import-came-back = 철회되었던 진술 { $statements }건이 이번 가져오기로 다시 들어옵니다(마지막 철회일 { $on }). 사유는 `liaison history ID`에 있습니다.
import-problems = 문제 { $problems }건, { $rows ->
    [0] 전체가 제외된 행 없음
   *[other] 전체가 제외된 행 { $rows }개
}:
import-problem = {"  "}{ $text }
import-more-problems = {"  "}… 그 밖에 { $problems }건.
import-problems-file = 전체 목록: { $path }
import-rows-file = 제외된 행: { $path }. 이 파일에서 고친 뒤 `liaison import`(으)로 그 파일을 가져오십시오. 데이터셋, 매핑, 출처, 등급, 표시는 이번과 같습니다.
import-row = { $row }행
import-proposal = 제안된 매핑:
import-proposed-column = {"  "}{ $heading } → { $target } ({ $reason })
import-proposed-sheet = {"  "}시트 { $sheet }
import-column-unused = 읽지 않음
import-nobody-to-ask = 여기에서는 물어볼 사람이 없으므로 그대로 사용합니다. --dry-run은 매핑을 보여 주기만 하고 아무것도 기록하지 않습니다.
import-agree = 이 매핑으로 가져오시겠습니까? [Y/n]
search-nothing = 찾은 것이 없습니다.
search-none-shown = 개체 { $total }건을 찾았으나 지정한 --limit과 --offset으로는 표시되지 않습니다.
hint-search-too-long = 가장 특징적인 이름, 번호 또는 낱말로 찾고 나머지는 빼십시오.
error-nothing-to-look-for = 찾을 낱말이나 숫자가 없습니다.
hint-nothing-to-look-for = 낱말, 이름 또는 숫자를 쓰십시오. 비워 두면 전체가 나열됩니다.
filter-schema = `{ $value }` 스키마는 없습니다. 비슷한 이름: { $near }.
filter-country = `{ $value }`은(는) 국가의 코드도 이름도 아닙니다. kh와 같은 두 글자나 Cambodia와 같은 이름을 쓰십시오.
filter-date = `{ $value }`은(는) 연, 월, 일이 아닙니다. 2025-10-17, 2025-10 또는 2025와 같이 쓰십시오.
filter-dataset = `{ $value }` 데이터셋은 없습니다. 있는 데이터셋: { $near }.
search-relaxed = 모든 낱말이 든 것은 없습니다. 다음은 일부만 일치합니다.
search-count = { $total }건 중 { $shown }건.
resolve-nothing = 기록 { $records }건 가운데 판단을 기다리는 쌍이 없습니다.
resolve-count = 기록 { $records }건의 후보 쌍 { $total }개 중 { $shown }개, 가능성이 높은 순서입니다. 같은 대상이면 `liaison judge RECORD RECORD same --reason WORDS`로 판단하십시오.{ $common ->
    [0] {""}
   *[other] { "" } 너무 흔해서 기록을 묶는 데 쓰지 않은 값이 { $common }개 있습니다: --over-common.
    }
resolve-over-common = { $property } { $value }: 진술 { $values }건
resolve-over-common-none = 너무 흔해서 제외된 번호는 없습니다.
screening-no-name = { $file }에 이름 열이 없습니다. 있는 열: { $headings }. 한 열의 제목을 이름으로, 또는 이름과 성으로 바꾸십시오.
screening-no-schema = { $schema } 스키마는 없습니다. 사람은 Person, 회사는 Company, 둘 다 가능하면 LegalEntity입니다.
screening-done = { $queries }행을 조회했고, 일치는 { $matches }건입니다.
verdict-same = 같음
verdict-different = 다름
verdict-unsure = 불확실
judge-done = { $first }와(과) { $second }: { $verdict }, 커밋 { $commit }. { $records ->
    [one] { $first }은(는) 단독입니다.
   *[other] { $first }은(는) 이제 기록 { $records }건 중 하나입니다.
    } 병합된 것은 없습니다. `liaison undo { $commit }`로 판단을 취소합니다.
show-one-with = 다음 기록 { $records }건과 같은 대상으로 판단됨:
search-spelling = 발음이 같음
search-joined = 다른 기록 { $others }건과 같은 대상
undo-done = 커밋 { $target }을(를) 커밋 { $commit }(으)로 되돌렸습니다. 들어왔던 내용은 누구에게도 보이지 않으며, 있었던 사실은 이력에 남습니다.
undo-others = 같은 가져오기의 다른 커밋도 되돌렸습니다: { $commits }.
withdraw-done = 진술 { $target }을(를) 커밋 { $commit }(으)로 철회했습니다.
share-would = { $entity }의 { $property }이(가) { $marks } 표시로 { $agency }에 가게 됩니다.
share-done = 진술 { $shared }건을 { $agency }와(과) 공유했습니다. 확인을 기다리는 항목: { $waiting }건.
share-written = { $path }에 { $agency }이(가) 확인하지 않은 모든 것이 들어 있습니다. 그곳에서 `liaison receive`로 받습니다.
share-not-written = 이 노드에서 아직 아무것도 나가지 않았습니다. --out으로 { $agency }에 줄 파일을 쓰십시오.
receive-done = 받은 진술 { $statements }건, 적용한 철회 { $withdrawals }건, 이미 알던 항목 { $known }건, 확인받은 우리 항목 { $confirmed }건.
receive-missing = 우리에게 쓴 항목 { $missing }건이 오지 않았습니다. 새 파일을 요청하십시오.
receive-receipts = 보낸 기관이 수령증을 기다립니다. --receipts FILE로 써서 돌려주십시오.
peer-no-card = 이 기관의 명함이 아직 없습니다. 만드십시오: liaison peer card --name "ko=가상 경찰" --root-key keys/root.json
peer-card = { $agency }의 명함 { $number }. 받는 사람에게 이 낱말을 소리 내어 읽으십시오: { $words }
peer-added = { $agency }의 명함 { $number }을(를) 받았습니다.
peer-none = 아는 기관이 없습니다. `liaison peer add`로 명함을 받으십시오.
peer-no-agreement = 없음: 아무것도 나가지 않음
peer-agreement = { $terms }, { $until }까지
peer-unconfirmed = { $count ->
    [0] 없음
   *[other] 항목 { $count }건
}{ $withdrawals ->
    [0] {""}
   *[other] , 그중 철회 { $withdrawals }건
}
peer-forked = { $agency }이(가) 한 번호에 두 항목을 서명했습니다. 그 기관에서는 아무것도 받지 않으며 증거를 보관합니다.
peer-overdue = { $agency }이(가) { $since }부터 항목 { $number }을(를) 확인하지 않았습니다.
peer-overdue-withdrawal = 기한 지남: { $agency }이(가) { $since }부터 철회 { $number }을(를) 확인하지 않았습니다.
peer-agreed = { $agency }와(과)의 합의가 { $until }까지 효력이 있습니다: { $terms }
peer-agree-next = { $agency }와(과)의 합의에 한쪽 기관장만 서명했습니다. 상대가 `liaison peer agree --file … --root-key …`로 서명합니다: { $terms }, { $until }까지
peer-agree-what = 새 합의에는 --allow, --until, --root-key가 필요합니다.
peer-revoked = 이제 { $agency }에 아무것도 나가지 않으며, 그 기관의 항목 { $after } 뒤로는 철회 말고는 아무것도 받지 않습니다.
erase-others = 같은 내용의 다른 진술 { $count }건도 함께 삭제했습니다: { $statements }
erase-done = 진술 { $target }을(를) 커밋 { $commit }(으)로 삭제했습니다. 그 바이트는 이 노드에서 없어졌으며, 저널은 여전히 검증됩니다.
names-columns-missing = 표에 name1과 name2 열이 없습니다.
names-nothing-to-compare = 비교할 글자 없음
names-state-same = 한 이름
names-state-different = 서로 다른 이름
names-state-cannot-decide = 이름만으로는 판단할 수 없음
names-rule-equal = { $first } = { $second } ({ $weight })
names-rule-sound = { $first }: { $second }처럼 발음됨 ({ $weight })
names-rule-reading = { $second }: { $first }(으)로 읽음 ({ $weight })
names-rule-edit = { $first }: { $second }과(와) 거의 같음 ({ $weight })
names-rule-abbreviation = { $first }, { $second }: 하나의 줄임꼴과 온전한 꼴 ({ $weight })
names-rule-variant = { $first }, { $second }: 한 이름의 여러 꼴 ({ $weight })
names-rule-meaning = { $first }: { $second }을(를) 뜻함 ({ $weight })
names-rule-contradiction = { $first }{ $second }: 다른 쪽에 없음 ({ $weight })
names-rule-omission = { $first }{ $second }: 생략됨 ({ $weight })
names-rule-exclusion = { $first } { $second }: 다른 이름의 부분일 수 없음 ({ $weight })
names-rule-legal-form = 법인 형태가 다름 ({ $weight })
names-script-latin = 라틴 문자
names-script-hangul = 한글
names-script-han = 한자
names-script-kana = 일본 문자
names-script-thai = 태국 문자
names-script-lao = 라오 문자
names-script-khmer = 크메르 문자
names-script-burmese = 버마 문자
names-script-other = 그 밖의 문자
names-script-digits = 숫자
figures-none = 수치가 없습니다.
figures-question = { $question } — 답 { $answers }개{ $conflicts ->
    [0] {""}
   *[other] , 상충 { $conflicts }건
}
figures-preferred = 채택됨.
figures-marked = { $figure }에 표시했습니다(커밋 { $commit }). 모든 수치는 그대로 남습니다.
figures-unmarked = { $judgement }을(를) 철회했습니다(커밋 { $commit }). 그 수치의 이력에는 남습니다.
care-result-not-screened = 심사 전
care-result-presumed-victim = 추정 피해자
care-result-identified-victim = 식별된 피해자
care-result-not-a-victim = 피해자 아님
care-step-suspected = 혐의
care-step-wanted = 수배
care-step-detained = 구금
care-step-charged = 기소
care-step-released = 석방
care-step-deported = 강제 송환
care-step-expelled = 추방
care-step-extradited = 범죄인 인도
care-step-tried = 재판
care-answer-yes = 예
care-answer-no = 아니요
care-answer-not-asked = 묻지 않음
care-age-child = 미성년
care-age-adult = 성년
care-age-unknown = 알 수 없음
care-decision-considered = 검토 중
care-decision-applied = 적용: 처벌하지 않음
care-decision-applied-in-part = 일부 적용
care-decision-refused = 불인정
care-appeal-none = 불복 없음
care-appeal-open = 불복 진행 중
care-appeal-allowed = 불복 인용
care-appeal-dismissed = 불복 기각
care-task-open = 예정
care-task-started = 진행 중
care-task-waiting = 대기
care-task-done = 완료
care-task-dropped = 취소
care-status-open = 열림
care-status-closed = 종결
care-type-missing-person = 실종
care-type-rescue = 구출
care-type-raid = 단속
care-type-money-trace = 자금 추적
care-type-advert-campaign = 구인 광고
care-type-rfi = 정보 요청
care-type-rft = 삭제 요청
care-severity-low = 낮음
care-severity-medium = 보통
care-severity-high = 높음
care-severity-critical = 매우 높음
care-entry-note = 메모
care-entry-decision = 결정
care-entry-event = 사건 경과
care-entry-link = 연결
care-entry-status = 상태
care-handover-offered = 제안
care-handover-accepted = 인수
care-handover-refused = 거절
casework-stage-reported = 접수
casework-stage-verified = 사실 확인
casework-stage-located = 소재 확인
casework-stage-in-danger = 위험
casework-stage-rescue-requested = 구출 요청
casework-stage-rescued = 구출
casework-stage-screened = 식별 면담
casework-stage-in-care = 보호 중
casework-stage-repatriated = 귀국
casework-stage-closed = 종결
casework-age-up-to-7 = 7일 이내
casework-age-up-to-30 = 8–30일
casework-age-up-to-90 = 31–90일
casework-age-up-to-180 = 91–180일
casework-age-over-180 = 180일 초과
casework-age-unknown = 모름
casework-act-verify = 사실 확인
casework-act-locate = 소재 확인
casework-act-request-rescue = 구출 요청
casework-act-follow-up = 재요청
casework-act-screen = 식별 면담
casework-act-refer = 연계 또는 귀국
casework-act-bring-home = 귀국
casework-act-close = 종결
casework-act-welfare-check = 안부 확인
casework-view-open = 진행 중
casework-view-open-over-30 = 30일 초과
casework-view-late = 기한 지남
casework-view-silent = 7일 넘게 소식 없음
casework-view-danger = 위험
casework-view-children = 미성년
casework-view-place-unknown = 소재 모름
casework-view-no-exit = 입국 후 출국·소식 없음
casework-view-disagreed = 엇갈림
casework-view-maybe-twice = 다른 신고와 같을 수 있음
casework-view-consent-withdrawn = 동의 철회
casework-view-settled = 해결
casework-closing-returned-home = 귀국함
casework-closing-safe-elsewhere = 다른 곳에서 안전함
casework-closing-duplicate = 중복
casework-closing-withdrawn = 신고 철회
casework-closing-deceased = 사망
casework-closing-unfounded = 근거 없음
casework-closing-other = 기타
casework-danger-unknown = 모름
casework-danger-low = 낮음
casework-danger-medium = 보통
casework-danger-high = 높음
casework-danger-immediate = 즉시
casework-channel-hotline = 긴급 전화
casework-channel-walk-in = 방문
casework-channel-embassy = 대사관
casework-channel-ngo = 민간 단체
casework-channel-web-form = 온라인 양식
casework-channel-partner-agency = 협력 기관
casework-safe-yes = 예
casework-safe-no = 아니요
casework-safe-only-as-instructed = 지시에 따라서만
casework-safe-unknown = 모름
casework-consent-yes = 예
casework-consent-no = 아니요
casework-consent-limited = 제한적
casework-consent-not-asked = 묻지 않음
casework-consent-withdrawn = 철회됨
casework-check-call = 전화
casework-check-message = 메시지
casework-check-video = 영상 통화
casework-check-visit = 방문
casework-check-family = 가족을 통해
casework-check-register = 명부
casework-outcome-heard-from = 연락됨
casework-outcome-seen = 목격됨
casework-outcome-not-reached = 연락 안 됨
casework-outcome-refused = 거부됨
casework-outcome-worse = 상태 나빠짐
report-taken = 신고 번호는 { $number }입니다(커밋 { $commit }).
report-added = { $number }에 다른 출처로 더했습니다(커밋 { $commit }).
report-one-with = { $number }와(과) 하나이며, 그 번호가 둘을 대표합니다.
report-similar = 같은 사람에 관한 것일 수 있는 신고 { $count }건. `liaison report judge`로 판단합니다.
report-judged = { $first }와(과) { $second }: { $verdict } ({ $id }, 커밋 { $commit }). `liaison report take-back`으로 되돌립니다.
report-shown = { $total }건 가운데 { $shown }건, { $day } 기준.
report-late = { $day }, { $days }일 지남
report-overview = { $day } 기준 신고 { $reports }건: 해결 { $settled }건, 진행 중 { $open }건.
report-headline = { $number } · { $days }일 경과 · 인물 { $person }
report-disagreements = 서로 맞지 않는 말이 { $count }건 있으며 모두 남아 있습니다.
report-stage-entered = 단계를 { $id }(으)로 기록했습니다(커밋 { $commit }).
report-check-entered = 안부 확인을 { $id }(으)로 기록했습니다(커밋 { $commit }).
report-taken-back = { $id }을(를) 커밋 { $commit }(으)로 철회했습니다. 이력에는 남습니다.
exhibits-none = 증거물이 없습니다.
exhibit-kept = { $file }을(를) { $hash }(으)로 보관했습니다({ $bytes }바이트).
exhibit-known = { $file }은(는) 이전에 { $hash }(으)로 보관되었습니다({ $bytes }바이트). 두 번 저장하지 않습니다.
exhibit-copied = { $file }을(를) 썼습니다({ $bytes }바이트). 이 사본은 보관 이력에 기록되었습니다.
export-done = 개체 { $entities }건을 썼습니다: { $files }
export-streamed = 개체 { $entities }건을 썼습니다.
export-people = { $people }명의 가림을 해제했습니다. 사용자의 계정과 목적이 열람 기록에 남았습니다.
export-left-out = 제외하거나 바꾼 것 { $count }건: { $what }
history-first = { $on }에 { $officer }이(가) 처음 수행, 복원 후 재적용됨
history-same-import = 커밋 { $commits }과(와) 같은 가져오기
show-withdrawn = { $on }에 커밋 { $by }(으)로 철회됨
history-undone = 커밋 { $commit }(으)로 되돌림
look-none = 해당하는 열람 기록이 없습니다.
look-more = 더 있습니다: --before { $look } 로 볼 수 있습니다.
look-act-none = 계정에 대한 해당 기록이 없습니다.
history-import = { $file } → { $dataset }, { $rows }행
history-reason = 사유: { $reason }
history-authority = 명령 기관: { $authority }
history-withdrawn = { $on }에 커밋 { $by }(으)로 철회됨, { $reason ->
    [none] 사유 없음
   *[other] 사유: { $reason }
} { $what }
history-removed = { $on }에 커밋 { $by }(으)로 삭제됨, { $authority ->
    [none] 작성 기관의 요청
   *[other] 명령 기관: { $authority }
}
verify-intact = 이상 없음: 커밋 { $commits }건, 진술 { $statements }건(그중 법에 따라 삭제 { $removed }건), 열람 기록 { $looks }건, { $seconds }초. 최종 해시 { $head }
verify-broken = 이상이 있습니다. { $bad }
verify-bad = 처음으로 이상이 발견된 항목은 { $chain ->
    [looks] 열람 기록
   *[journal] 저널
}의 커밋 { $commit }{ $statement ->
    [none] {""}
   *[other] , 진술 { $statement }
}입니다: { $fault ->
    [HeaderUnreadable] 커밋의 머리글을 읽을 수 없습니다.
    [Number] 번호가 앞 커밋에 이어지지 않습니다.
    [Chain] 체인이 이어지지 않습니다. 앞 커밋의 해시가 다릅니다.
    [Hash] 저장된 해시가 커밋의 해시와 다릅니다.
    [Certificate] 서명한 키의 인증서가 없거나 기관의 것이 아닙니다.
    [Signature] 서명이 노드 키의 것이 아닙니다.
    [Time] 시각이 앞 커밋의 시각보다 이릅니다.
    [Count] 진술이 하나 빠졌거나 하나 더 있습니다.
    [Leaf] 진술의 내용이나 솔트가 바뀌었습니다. 둘로 계산한 해시(leaf)가 서명된 해시와 다릅니다.
    [Root] 진술들의 해시로 계산한 값이 서명된 값(root)과 다릅니다.
    [Id] 진술 옆의 ID가 진술 안의 ID와 다릅니다.
    [Label] 취급 표시가 서명된 것과 다릅니다.
    [Removed] 진술의 바이트가 근거 행위 없이 없어졌거나, 삭제 행위가 있는데도 남아 있습니다.
    [Tombstones] 철회·삭제 목록이 진술의 내용과 다릅니다.
    [Erased] 삭제된 내용의 재유입을 막는 목록이 삭제 당시 서명된 것과 다릅니다.
   *[other] 검증되지 않습니다({ $fault }).
}
hint-verify-bad = 이 노드에 쓰지 마십시오. 경위를 조사할 사람을 위해 폴더의 사본을 그대로 보관한 뒤, 검증되는 최신 백업을 최신 tombstones.jsonl과 함께 다른 폴더에 복원하십시오.
verify-views = 뷰의 "{ $part }" 부분이 저널과 다릅니다
verify-lists = { $list ->
    [ids] ID로 진술을 찾는 목록
   *[claims] 같은 것의 두 번째 가져오기를 알아보는 목록
}이 진술과 맞지 않습니다({ $row }행).
verify-index-missing = 본문 색인에 진술 { $statement }이(가) 없습니다
verify-index-extra = 본문 색인에 있어서는 안 될 진술 { $statement }이(가) 있거나 두 번 있습니다
verify-index-terms = 본문 색인이 진술 { $statement }을(를) 값에 있는 것과 다른 낱말로 찾습니다
verify-index-numbers = 본문 색인에서 진술 { $statement } 옆의 번호가 저널과 다릅니다
verify-index-unknown = 본문 색인에 저널에 없는 진술이 있습니다
exhibits-bad = 증거물 { $exhibits }개가 손상되었거나 없습니다. 보관된 바이트로 계산한 해시가 다릅니다: { $hashes }
hint-exhibit-bad = 온전한 백업에서 파일을 되찾아 exhibits/에 해시를 이름으로 하여 두십시오.
proof-written = 증명을 { $file }에 썼습니다. 누구나 `liaison verify-proof`(으)로 확인할 수 있습니다.
proof-good =
    증명됨: { $agency }이(가) { $time }에 다음 진술을 커밋했습니다(커밋 { $commit }): { $entity }의 { $prop } = { $value }
    루트 키의 지문은 { $fingerprint }입니다. 기관의 지문과 비교하십시오.
proof-other-root = 증명은 맞지만 다른 루트 키에 의한 것입니다: { $fingerprint }
proof-broken = 증명되지 않음: { $reason }.
rebuild-done = 진술 { $statements }건으로 뷰와 검색을 새로 만들었습니다.
man-done = 매뉴얼 페이지는 { $folder }에 있습니다.

demo-making = { $folder }에 { $name }의 노드를 만드는 중 …
demo-loading = { $what } 불러오는 중 …
demo-loaded = {"  "}새 진술 { $new }건, 문제 { $problems }건
demo-found = 공표된 수치가 답하는 질문과 모든 답, 그 출처:
demo-fictional = 시연: 이 노드의 모든 인물, 계좌, 사건은 가상입니다. 공표된 수치, 장소, 사건은 실제이며 출처가 붙어 있습니다.
demo-totals = 이 노드에는 개체 { $entities }건이 있습니다. `liaison --dir { $folder } search`는 모든 문자로 찾습니다.
demo-accounts = 이 시연의 계정입니다. 이번 한 번만 표시되며 이 기기에서만 쓸 수 있습니다:
demo-accounts-known = 계정의 비밀번호는 처음 시작할 때 표시되었습니다. 새로 만들려면 --reset으로 시작하거나: liaison --dir { $folder } user reset NAME --confirmed-by supervisor
demo-code = 계정의 현재 코드: liaison --dir { $folder } user code NAME
demo-serving = http://{ $address } 에서 { $name }에 로그인하십시오(Ctrl-C로 종료하며, 다시 시작하면 이어집니다).
demo-figures = 공표된 수치, 장소, 사건
demo-sanctions = OFAC과 UN의 양식을 따른 가상의 제재 명단
demo-caseload = 모의 사건 자료

user-made = { $name }은(는) 다음 역할로 로그인할 수 있습니다: { $roles }
user-was-reset = { $name }의 비밀번호와 2차 인증을 새로 만들었습니다. 로그인 역할: { $roles }. 모든 세션이 종료되었습니다.
user-password = 비밀번호: { $password }
user-factor =
    인증 앱용: { $url }
    직접 입력용: { $secret }
user-shown-once = 이번 한 번만 표시되며 어디에도 보관되지 않습니다. 본인에게 직접 전달하십시오.
user-code = 앞으로 { $seconds }초 동안 표시되며 한 번만 쓸 수 있습니다.
user-roles-set = { $name }의 역할은 이제 다음과 같습니다: { $roles }
user-was-disabled = { $name } 계정을 사용 중지했습니다. 모든 세션이 종료되었습니다.
user-disabled = 사용 중지
user-sessions-ended = { $sessions ->
    [0] { $name }은(는) 로그인되어 있지 않았습니다.
   *[other] { $name }의 세션 { $sessions }개를 종료했습니다.
}
token-made = 토큰 { $name }, 권한 범위 { $scopes }, 만료 { $expires }:
token-was-revoked = 토큰 { $name }을(를) 폐기했습니다.
token-is-revoked = 폐기됨
ask-code = 확인하는 사람 { $name }의 코드:{" "}

backup-done = { $file }에 { $agency }의 노드가 커밋 { $commit }까지 들어 있습니다.
backup-exhibits = 증거물은 { $address } 아래에 있으며 이 파일에 들어 있지 않습니다. 그곳에서 백업하십시오.
backup-tombstones = { $path }을(를) 함께 보관하십시오. 앞으로 철회되거나 삭제되는 것이 이 백업으로 되살아나서는 안 됩니다.
restore-done = { $agency }의 노드를 { $made }의 상태(커밋 { $commit })로 복원했습니다. 철회와 삭제 { $replayed }건을 다시 적용했습니다.
restore-accounts = 계정은 백업 당시의 상태입니다. 그 뒤에 사용 중지된 계정은 다시 사용 중지하십시오. 로그인한 사람은 없으며, { $tokens ->
    [0] 유효한 토큰은 없었습니다
   *[other] 토큰 { $tokens }개를 폐기했습니다
}.
restore-no-tombstones = tombstones.jsonl이 없습니다. 백업 뒤에 철회되거나 삭제된 것이 되살아났습니다. 누구든 이 노드로 일하기 전에 그 조치를 다시 하십시오.

column-name = 이름
column-roles = 역할
column-scopes = 권한 범위
column-unit = 부서
column-signed-in = 마지막 로그인
column-begun = 시작
column-used = 마지막 사용
column-ends = 종료
column-address = 주소
column-password = 비밀번호
column-secret = 인증 앱용 비밀값
column-caption = 이름
column-schema = 스키마
column-id = ID
column-matched = 일치한 값
column-records = 기록
column-probability = 확률
column-names = 이름
column-why = 이유(비트)
column-verdict = 판단
column-reason = 이유
column-officer = 담당자
column-property = 속성
column-value = 값
column-source = 출처
column-grade = 등급
column-handling = 취급 등급
column-statement = 진술
column-statements = 진술
column-commit = 커밋
column-time = 시각
column-author = 작성자
column-look = 열람
column-purpose = 목적
column-route = 화면 또는 명령
column-act = 행위
column-account = 계정
column-confirmed-by = 확인한 사람
column-note = 비고
column-measure = 대상과 척도
column-when = 시기
column-place = 장소
column-standing = 상태
column-model = 모형
column-people = 전체 인원, 이 모형만으로
column-share = 선택 비율 또는 사후확률
column-hash = SHA-256
column-file = 파일
column-holder = 보관자
column-agreement = 합의
column-sent = 보냄
column-unconfirmed = 확인 안 됨
case-said = { $case }: { $id }(으)로 남겼습니다(커밋 { $commit }).
cases-none = 열린 사건이 없습니다. `liaison case open`으로 여십시오.
case-not-let-in = (참여하지 않음)
case-headline = { $number } · { $title } · 참여자: { $members } · { $handling }
case-timeline-brought = { $case }: 사건 { $events }건을 가져왔습니다(커밋 { $commit }).
case-exported = { $case }을(를) { $file }에 썼습니다. 사람의 가림이 해제되었고 열람이 기록되었습니다. 비밀로 보관하십시오.
case-exported-covered = { $case }을(를) { $file }에 썼습니다. 사람은 가려져 있습니다.
case-brought = { $from }의 사건이 여기서 { $case }입니다: 기록 { $entities }건(커밋 { $commit }). 참여자는 당신뿐입니다.
track-said = { $id }(으)로 남겼습니다(커밋 { $commit }). 다른 기록은 그대로 있습니다.
track-reading = 예 { $yes }, 아니요 { $no }, 묻지 않음 { $unasked }. 점수 { $score }은(는) 순서만 정하고 아무것도 결정하지 않습니다.
form-kept = 양식 { $form }을(를) 보관했습니다.
screening-none = 심사를 기다리는 사람이 없습니다.
tracks-headline = { $person } — 피해자 기록: { $result }
tracks-non-punishment = 비처벌: { $decision } ({ $authority })
tracks-release = { $officer }이(가) 협력 기관에 알리도록 허가: { $reason }
suspects-withheld = { $agency }에 알릴 수 있는 사람 { $named }명. 보류: 심사 전 { $unscreened }명, 추정·식별된 피해자 { $victims }명.
law-of-age = 성년 나이
law-sourced = { $country }: 값 { $all }개 중 { $sourced }개에 출처가 있습니다. 나머지는 확인되지 않았습니다.
column-case = 사건
column-title = 제목
column-kind = 종류
column-question = 질문
column-age = 나이
column-victim-track = 피해자 기록
column-criminal-track = 형사 기록
column-form = 양식
column-law = 법
column-report = 신고
column-stage = 단계
column-days-open = 경과일
column-last-heard = 마지막 소식
column-next = 다음 할 일
column-due = 기한
column-open = 진행 중
column-month = 월
column-reported = 신고
column-settled = 해결
column-agency = 기관
column-money-account = 계좌
column-currency = 통화
column-held = 남은 금액
column-received = 받은 금액
column-hops = 거친 송금 수
column-first = 처음
column-last = 마지막
column-score = 점수
column-amounts = 금액
column-money-why = 이유
facet-schema = 스키마
facet-dataset = 데이터셋
facet-country = 국가
facet-date = 날짜

## command line: help

help-example = 예:
help-liaison = 누가 무엇을 말했는지 잊지 않는 노드
help-liaison-example =
    {"  "}liaison init --agency KR-NPA --country KR
    {"  "}liaison import situation/figures.csv situation/places.csv situation/events.csv
    {"  "}liaison figures "held Cambodia October 2025"
help-any-dir = 노드의 폴더 [기본값: 환경 변수 LIAISON_DIR, 없으면 liaison; 시연은 liaison-demo]
help-any-key-file = 첫 줄이 노드 키의 암호 구문인 파일(모드 0600)
help-any-json = JSON Lines로 답함
help-any-lang = 답과 도움말의 언어
help-any-reveal = 이 목적으로 사람의 가림을 해제함(rescue, victim-support, repatriation, criminal-investigation, asset-recovery, prevention, statistics, audit); 기록됨
help-any-known-on = 이 시점 또는 이 날에 알려진 내용(2025-10-17, 2025-10-17T09:30:00Z)
help-any-reason = 사유, 아무의 이름도 들지 않고 몇 마디로
help-any-schema = 이 스키마와 이를 확장한 스키마만; 여러 번 쓸 수 있음
help-any-dataset = 이 데이터셋만; 여러 번 쓸 수 있음
help-any-country = 이 국가만(두 글자); 여러 번 쓸 수 있음
help-any-from = 이 날짜부터의 것만(2025, 2025-10, 2025-10-17)
help-any-to = 이 날짜까지의 것만
help-any-limit = 최대 개수
help-any-offset = 처음부터 건너뛸 개수
help-any-statement = 진술의 ID, 16진수 32자리
help-any-force = 이미 있는 것을 바꿈
help-init = 노드 만들기: 키, 저널, 첫 커밋
help-init-example = {"  "}liaison --dir ./kr --key-file ./kr.key init --agency KR-NPA --country KR
help-init-agency = 기관 이름
help-init-country = 기관의 국가, 두 글자
help-init-id = 기관의 ID, 이름으로 만들 수 없을 때 kr.npa와 같이 지정
help-init-database-url = 저널에 쓸 PostgreSQL 데이터베이스, 폴더의 파일 대신 사용
help-init-exhibits = 증거 파일의 위치, 폴더 대신 s3://bucket/prefix와 같이 지정; 인증 정보는 AWS_… 변수에서 읽음
help-demo = 시연 만들기: 실제 공표 수치, 가상의 인물과 사건
help-demo-example = {"  "}liaison demo --dir ./liaison-demo
help-demo-reset = 시연을 지우고 새로 만듦
help-demo-no-serve = 찾은 것을 보여 주고 종료함
help-backup = 실행을 멈추지 않고 노드 전체를 한 파일에 씀
help-backup-example = {"  "}liaison backup /mnt/safe/kr-2026-11-22.backup

    이 파일의 보안 수준은 노드와 같습니다. 노드 폴더의 tombstones.jsonl을 백업보다 새로운
    상태로 함께 보관하십시오. 복원할 때 그 뒤의 철회와 삭제를 이 파일에서 다시 적용합니다.
help-backup-file = 쓸 파일; 이미 있으면 안 됨
help-restore = 백업으로 노드를 만들고, 그 뒤의 철회와 삭제를 다시 적용함
help-restore-example = {"  "}liaison --dir ./kr restore /mnt/safe/kr-2026-11-22.backup --tombstones /mnt/safe/tombstones.jsonl
help-restore-file = 백업 파일
help-restore-tombstones = 노드의 최신 tombstones.jsonl [기본값: 백업 옆에 있거나 폴더에 남은 파일]
help-import = 파일을 이 노드의 저널로 읽어 들임: 받아들인 것은 한 커밋에 전부 들어가거나 전혀 들어가지 않음
help-import-example =
    {"  "}liaison import victims-2025.xlsx --dataset kr-mofa --grade B2 --handling "TLP:AMBER to:kh.npc"
    {"  "}zcat entities.ftm.json.gz | liaison import - --as ftm-entities --dataset leaks
    {"  "}liaison import desk.csv --dates dmy --country kh --dry-run --save-mapping desk.json
    {"  "}liaison import desk.csv --mapping desk.json

    읽을 수 없는 행은 사유와 함께 제외하고 나머지는 남깁니다. 아무것도 공유되지 않습니다.
    표시가 없으면 이 기관에만 남습니다.
    종료 상태: 0 모든 행을 읽음, 1 일부 제외, 2 파일을 읽을 수 없음, 3 정책에 따라 거절됨.
help-import-files = 파일 또는 표준 입력을 뜻하는 -; OFAC의 sdn.csv 뒤에는 alt.csv와 add.csv를 붙일 수 있음
help-import-format = 형식, 알아낼 수 없을 때 지정: ftm-entities, ftm-statements, ofac-sdn, un-consolidated, csv, xlsx, situation-figures, situation-places, situation-events
help-import-mapping = 열 매핑(JSON); 없으면 제안하여 보여 줌
help-import-sheet = 통합 문서의 시트 [기본값: 행이 있는 첫 시트]
help-import-dataset = 기록할 데이터셋 [기본값: 파일 이름]
help-import-source = 출처인 문서 또는 사람
help-import-grade = 등급, 예: B2
help-import-handling = 모든 진술의 취급 표시 [기본값: 이 기관 전용; 공개 명단은 TLP:CLEAR]
help-import-dates = 05/06/2025와 같은 날짜에서 먼저 오는 것: dmy 또는 mdy
help-import-country = 국가 번호가 없는 전화번호의 국가, 예: kr [기본값: 매핑의 국가, 없으면 기관의 국가]
help-import-save-mapping = 제안된 매핑을 이 파일에 씀, 고쳐서 --mapping으로 지정
help-import-dry-run = 기록될 내용을 보여 주고 아무것도 기록하지 않음
help-import-yes = 제안된 매핑을 묻지 않고 사용함; 터미널이 아니면 어차피 묻지 않음
help-export = 내용을 파일로 씀
help-export-example =
    {"  "}liaison export --as ftm --out ./export --dataset situation
    {"  "}liaison export --as statements --out everything.csv --reveal criminal-investigation

    손실 없이 되돌아오는 것은 `statements`뿐이며, 나머지는 무엇을 제외했는지 알려 줍니다.
    사람의 가림은 목적이 있을 때만 해제되며, 한 사람 한 사람이 열람 기록에 남습니다.
help-export-format = FtM 개체 파일 두 개(ftm), 모든 진술(statements), 목록(csv, xlsx)
help-export-out = 쓸 파일, ftm은 폴더; 이미 있으면 안 됨; 표준 출력은 - [기본값: statements.csv, list.csv 또는 list.xlsx; ftm은 현재 폴더]
help-search = 지역의 모든 문자로 언급된 것을 찾음
help-search-example =
    {"  "}liaison search ភ្នំពេញ
    {"  "}liaison search "golden triangle" --schema Figure --country LA --facets
help-search-words = 찾을 것; 비워 두면 조건에 맞는 전체가 나열됨
help-search-facets = 스키마, 데이터셋, 국가별 건수도 셈
help-show = 한 개체와 그에 관한 모든 진술, 진술한 곳을 보여 줌
help-show-example = {"  "}liaison show figure-F001
help-show-id = 개체의 ID; 이 노드의 것은 쌍점 뒤의 부분만으로 충분함
help-show-adjacent = 이 개체가 가리키는 것과 이 개체를 가리키는 것도 보여 줌
help-history = 커밋된 것, 또는 한 개체에 관하여 지금까지 진술된 모든 것을 보여 줌
help-history-example =
    {"  "}liaison history
    {"  "}liaison history figure-F001
help-history-id = 개체의 ID
help-history-before = 이 커밋보다 앞의 커밋만
help-screen = 표의 모든 행을 이미 알려진 대상과 대조합니다
help-screen-example =
    {"  "}liaison screen passengers.csv --against us-ofac-sdn --out hits.csv
    {"  "}liaison screen passengers.csv --against watchlist.csv --id "Booking no" --at-least 0.8
    CSV를 씁니다. 열: query, name, record, caption, schema, score, match, explanation. 한 행이 가리킬 수 있는 기록마다 한 줄입니다. 점수는 같은 경우와 다른 경우가 반반일 때의 확률이고, match는 0.5부터 true입니다. 노드에서 가려진 생년월일과 주소는 시도로 알아낼 수 있으므로 셈에 넣지 않습니다.
    종료 상태: 0 모든 행을 읽음, 1 일부 행을 건너뜀, 2 파일을 읽을 수 없거나 그런 데이터셋이 없음
help-screen-queries = 찾을 사람이나 사물을 한 행에 하나씩 담은 표
help-screen-against = 이 노드의 데이터셋 또는 다른 표
help-screen-schema = schema 열이 없을 때 한 행이 나타내는 것
help-screen-id = 행의 이름이 되는 열. 없으면 1부터 번호를 붙입니다
help-screen-limit = 행마다 최대 기록 수
help-screen-at-least = 알릴 최소 점수(0~1)
help-screen-out = 쓸 파일. 전부 쓰거나 전혀 쓰지 않습니다. 없으면 표준 출력
help-resolve = 같은 사람, 조직 또는 장소일 수 있는 기록 쌍과 그 이유를 나열합니다
help-resolve-example =
    {"  "}liaison resolve
    {"  "}liaison resolve --schema Person --dataset kr-mofa --at-least 0.9 --json
    {"  "}liaison resolve --since 12
    이미 판단된 쌍은 빠집니다. 사람은 가려진 채로 남습니다: `liaison show ID --reveal PURPOSE`로 드러냅니다. 무게는 두 값이 서로 다른 대상보다 하나의 대상일 때 얼마나 더 그럴듯한지의 log2이며, -3에서 시작합니다.
    종료 상태: 0 나열함
help-resolve-at-least = 최소 확률(0~1)
help-resolve-since = 이 커밋 이후에 언급된 기록이 있는 쌍만: 가져오기가 새로 가져온 것
help-resolve-over-common = 너무 많은 기록이 공유해서 제외된 번호를 나열합니다
help-judge = 두 기록이 같은 사람, 조직 또는 장소인지, 왜 그런지 밝힙니다
help-judge-example =
    {"  "}liaison judge sdn-36 kr-1204 same --reason "same passport number in both lists"
    {"  "}liaison judge sdn-36 kr-1204 unsure --reason "one name, no date of birth"
    병합되는 것은 없습니다. 두 기록은 그대로이고, `show`가 어느 기록들이 하나인지 보여 줍니다. 한 쌍에 판단이 둘이면 나중 것이 유효합니다. `liaison undo COMMIT`로 취소합니다.
    종료 상태: 0 판단함, 2 그런 기록이 없거나 서로 다르다고 판단된 기록임
help-judge-first = 기록의 ID(`liaison search`에 나옴)
help-judge-second = 다른 기록의 ID
help-judge-verdict = 같은지: same, different, unsure
help-judge-reason = 누구의 이름도 쓰지 않은 짧은 이유
help-looks = 누가 어느 기록을 언제 무슨 목적으로 열람하거나 인쇄했는지 보여 줌; 기록은 ID로만
help-looks-example =
    {"  "}liaison looks --officer min --from 2026-01-01
    {"  "}liaison looks --accounts --account min
help-looks-officer = 이 계정의 것만
help-looks-record = 이 ID의 기록에 대한 것만
help-looks-accounts = 대신 계정·세션·토큰에 대해 한 일을 보여 줌
help-looks-account = 이 계정이나 토큰에 대한 것만; --accounts와 함께
help-looks-from = 이 날 또는 이 시점부터
help-looks-to = 이 날 또는 이 시점까지
help-looks-before = 이 번호보다 앞의 것만
help-undo = 가져오기 또는 판단 취소: 들어온 모든 것을, 고쳐서 가져온 행까지 철회함
help-undo-example = {"  "}liaison undo 2 --reason "wrong file"
help-undo-only = 이 커밋만: 같은 가져오기의 다른 커밋은 제외
help-undo-commit = 커밋 번호, `liaison history`에 표시된 것
help-withdraw = 이 기관의 진술 하나를 철회함
help-withdraw-example = {"  "}liaison withdraw 0123456789abcdef0123456789abcdef --reason "wrong person"
help-share = 다른 기관과 진술을 공유하고, 그것을 가져갈 파일을 씀
help-share-example = {"  "}liaison share 0123456789abcdef0123456789abcdef --to kh.npc --marks "TLP:AMBER H2 to:kh.npc" --out for-kh.jsonl
help-share-statements = 진술의 ID. 없으면 상대 기관에 줄 파일을 다시 씀
help-share-to = 받을 기관
help-share-marks = 그 기관이 할 수 있는 일
help-share-out = 그 기관이 확인하지 않은 모든 것을 담을 파일
help-share-dry-run = 무엇이 누구에게 어떤 표시로 갈지 말하기만 함
help-receive = 다른 기관이 보낸 것을 받음: 진술, 철회, 수령증
help-receive-example = {"  "}liaison receive for-kh.jsonl --receipts back-to-kr.jsonl
help-receive-file = `share` 또는 `receive`가 쓴 파일
help-receive-receipts = 보낸 기관이 기다리는 수령증을 쓸 파일
help-peer = 다른 기관: 명함, 합의, 그리고 아직 확인하지 않은 곳
help-peer-example = {"  "}liaison peer list
help-peer-card = 이 기관의 명함을 소리 내어 읽을 여섯 낱말과 함께 보여 주거나, 다음 명함을 만듦
help-peer-card-example = {"  "}liaison peer card --name "ko=가상 경찰" --name "en=Fictional Police" --root-key keys/root.json --out kr.card
help-peer-card-name = 한 언어로 된 기관의 이름. 여러 번 쓸 수 있음
help-peer-card-endpoint = 노드의 주소가 있으면 그 주소. 여러 번 쓸 수 있음
help-peer-card-revoke = 더는 이 기관을 대신하지 않는 공개 노드 키, 16진수 64자리
help-peer-card-after = 각 기록에서 이 키를 믿는 마지막 항목의 번호
help-peer-card-root-key = 루트 키가 든 파일. 암호문은 노드 키의 것과 같음
help-peer-card-out = 명함을 쓸 파일. 그 글은 QR 코드에도 들어감
help-peer-add = 담당자가 여섯 낱말을 소리 내어 읽은 뒤 다른 기관의 명함을 받음
help-peer-add-example = {"  "}liaison peer add kh.card --words "erode record smoke tired path record"
help-peer-add-file = 명함이 든 파일
help-peer-add-words = 여섯 낱말. 이미 아는 기관의 다음 명함에는 필요 없음
help-peer-list = 누구를 알고, 무엇을 합의했고, 무엇이 확인을 기다리는지 보여 줌
help-peer-agree = 합의를 제안하거나, 서명하거나, 양쪽 기관장이 서명한 것을 받음
help-peer-agree-example = {"  "}liaison peer agree kh.npc --allow "H0 H2 about:suspect" --until 2027-12-31T00:00:00Z --root-key keys/root.json --out kr-kh.agreement
help-peer-agree-peer = 상대 기관
help-peer-agree-file = 상대가 제안했거나 서명한 합의가 든 파일
help-peer-agree-allow = 오갈 수 있는 취급 코드, 인물 구분, 목적. 예: "H0 H2 about:suspect for:rescue"
help-peer-agree-until = 언제까지 효력이 있는지
help-peer-agree-evaluations = 각 기관이 하루에 물을 수 있는 적중 여부 계산의 수
help-peer-agree-root-key = 기관장이 서명하는 루트 키가 든 파일
help-peer-agree-out = 합의를 쓸 파일
help-peer-revoke = 기관과 관계를 끊음: 아무것도 나가지 않고, 그 기관의 철회만 받음
help-peer-revoke-example = {"  "}liaison peer revoke kh.npc --reason "agreement broken"
help-peer-revoke-peer = 상대 기관
help-erase = 법에 따라 진술 하나를 삭제함: 바이트는 없어지고, 있었다는 증명은 남음
help-erase-example = {"  "}liaison erase 0123456789abcdef0123456789abcdef --authority "Seoul Central District Court 2026-77"
help-erase-authority = 명령한 기관과 명령 번호
help-figures = 공표된 수치를 그것이 답하는 질문별로 보여 줌
help-figures-example =
    {"  "}liaison figures "held Cambodia October 2025"
    {"  "}liaison figures --conflicts
    {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
help-figures-words = 이 낱말이 모두 든 질문만
help-figures-conflicts = 수치가 상충하는 질문만
help-figures-all = 답이 하나뿐인 질문도 포함
help-estimate = 서로 겹치는 여러 명단 가운데 어디에도 없는 사람이 몇 명인지 추정함
help-estimate-example =
    {"  "}liaison estimate counts.csv
    {"  "}liaison estimate counts.csv --all --json
    {"  "}liaison estimate counts.csv --model police:embassy,embassy:ngo
help-estimate-file = 명단마다 0과 1로 된 열 하나와 `count` 열이 있는 표
help-estimate-method = 추정 방법 [기본값: bic; 명단이 둘이면 chapman]
help-estimate-all = 이 명단 수에 쓸 수 있는 모든 방법으로 추정함
help-estimate-model = 이 로그선형모형으로 추정함: 명단을 [12,23]처럼 번호로, 또는 police:embassy처럼 이름으로 지정
help-estimate-seed = 재표본의 난수 시드; 시드가 같으면 구간도 같음
help-estimate-replicates = 구간을 구하려고 다시 추출하는 표의 수(붓스트랩 재표본); 0이면 모형 하나의 더 좁은 구간
help-estimate-order = 모형의 교호작용 하나에 들어가는 명단의 최대 개수
help-figures-mark = 수치에 표시함: 다른 질문, 대체됨, 또는 사유를 밝힌 채택
help-figures-mark-example =
    {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
    {"  "}liaison figures mark figure-F131 --preferred --reason "primary source"
help-figures-mark-figure = 수치의 ID
help-figures-mark-different-question = 다른 질문에 대한 답임
help-figures-mark-superseded = 더 이상 유효하지 않음
help-figures-mark-superseded-by = 더 이상 유효하지 않으며, 이 수치로 대체됨
help-figures-mark-preferred = 여러 답 가운데 사용할 것; 앞서 채택한 것을 대신함
help-figures-unmark = 수치에 대한 판단을 사유와 함께 철회함; 수치의 이력에는 남음
help-figures-unmark-judgement = 판단의 ID, `liaison figures`가 보여 줌
help-report = 실종·감금 신고를 받고 진행 단계를 기록합니다
help-report-example = 
    {"  "}liaison report add --name 강서윤 --phone 010-0012-3456 --last-contact 2025-08 --source "가족, 전화"
    {"  "}liaison report overview --on 2025-09-01
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05
help-report-add = 신고를 받거나 기존 신고에 다른 출처의 내용을 더합니다
help-report-add-example = 
    {"  "}liaison report add --name 강서윤 --name "Kang Seo-yun" --last-contact 2025-08 --place "포이펫 부근"
    {"  "}liaison report add --name "Tran Van A" --set danger=high --set safeToCall=no --set person.nationality=vn
    {"  "}liaison report add --to R-2026-0001 --phone +855120000001 --source "친구, 대사관"
help-report-add-name = 인물의 이름(문자 무관). 표기가 여럿이면 여러 번 씁니다
help-report-add-phone = 인물의 전화
help-report-add-place = 감금된 곳(들은 대로)
help-report-add-last-contact = 마지막으로 연락된 때. 달만 알면 2025-08
help-report-add-reported = 신고한 날. 없으면 오늘
help-report-add-set = 다른 항목. 예: danger=high, safeToCall=no, howLured=…, person.birthDate=1998
help-report-add-source = 누가 어떻게 알렸는지, 아무의 이름도 담지 않은 말로
help-report-add-handling = 취급 표시. 없으면 이 기관에만 남습니다
help-report-add-to = 새 신고 대신 이 신고에 다른 출처로 더합니다
help-report-add-judge = 이미 있는 신고와 같은지: REPORT=same, REPORT=different, REPORT=unsure
help-report-add-because = 그렇게 판단한 까닭. 이름은 쓰지 않음
help-report-add-anyway = 같은 사람일 수 있는 신고가 있어도 접수
help-report-list = 신고를 기한이 이른 것부터 보여 줍니다
help-report-list-example = 
    {"  "}liaison report list --view late
    {"  "}liaison report list --stage located --age over-180 --on 2025-09-01
help-report-list-view = 저장된 보기의 신고만
help-report-list-stage = 이 단계의 신고만
help-report-list-age = 이만큼 경과한 신고만
help-report-list-month = 이 달에 한 신고만
help-any-on = 오늘 대신 이날을 기준으로 셉니다
help-report-overview = 모든 신고를 셉니다: 해결, 단계와 경과일별 진행 중, 월별
help-report-show = 신고의 모든 단계를 누가 밝혔는지와 함께 보여 줍니다
help-any-report = 신고의 번호나 ID
help-report-stage = 신고가 어느 단계에 이르렀다고 기록합니다. 남이 밝힌 것은 그대로 남습니다
help-report-stage-example = 
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05 --authority kh.npc
    {"  "}liaison report stage R-2026-0001 repatriated --reason "혼자 귀국함"
    {"  "}liaison report stage R-2026-0001 closed --closing returned-home
help-report-stage-stage = reported, verified, located, in-danger, rescue-requested, rescued, screened, in-care, repatriated, closed 가운데 하나
help-report-stage-date = 이른 날. 없으면 오늘
help-any-authority = 밝힌 기관. 없으면 이 기관
help-report-stage-reason = 단계를 건너뛰거나 되돌아간 사유
help-report-stage-closing = 종결 사유: returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded, other
help-report-stage-death-cause = 사망 원인 또는 조사 중이라는 사실
help-report-stage-kin-told-by = 유족에게 알린 사람
help-report-stage-kin-told-on = 유족에게 알린 날
help-report-stage-follows = 보고 있던 단계의 ID. 두 사람이 동시에 입력해도 둘 다 남습니다
help-report-check = 안부 확인과 다음 확인일을 기록합니다
help-report-check-example = 
    {"  "}liaison report check R-2026-0001 --channel call --outcome heard-from --next 2026-01-12
help-report-check-channel = call, message, video, visit, family, register
help-report-check-outcome = heard-from, seen, not-reached, refused, worse
help-report-check-date = 확인한 날. 없으면 오늘
help-report-check-note = 들은 말, 본 것
help-report-check-next = 다음 확인 기한
help-report-similar = 같은 사람에 관한 것일 수 있는 신고와 그 근거를 보임
help-report-judge = 두 신고가 하나인지 판단. 취소하면 다시 따로 섬
help-report-judge-example = 
    {"  "}liaison report judge R-2026-0001 R-2026-0004 same --reason "같은 전화, 두 창구에 신고"
help-report-judge-other = 다른 신고의 번호나 아이디
help-report-judge-verdict = same, different, unsure
help-report-judge-reason = 까닭. 이름은 쓰지 않음
help-report-take-back = 단계나 확인을 철회합니다. 이력에는 남습니다
help-report-take-back-entry = 단계나 확인의 ID. `liaison report show`가 보여 줍니다
help-case = 사건 업무: 할 일, 메모, 결정, 증거, 연표, 참여자
help-case-example = 
    {"  "}liaison case open --template rescue "two people in Bavet"
    {"  "}liaison case link C-2026-0001 R-2026-0001
    {"  "}liaison case show C-2026-0001
help-case-open = 양식에 따라 사건을 엽니다. 연 사람이 참여자가 됩니다
help-case-open-example = 
    {"  "}liaison case open --template missing-person "a man last seen in Poipet"
help-case-open-title = 이름을 밝히지 않는 제목
help-case-open-template = missing-person, rescue, raid, money-trace, advert-campaign, rfi, rft 또는 templates 폴더의 양식
help-case-list = 사건 목록, 최신순
help-case-list-mine = 내가 참여한 사건만
help-case-list-closed = 종결된 사건도
help-case-show = 할 일, 기록, 증거, 사람들의 두 기록과 함께 사건을 보여 줍니다
help-any-case = 사건의 번호 또는 id
help-case-task = 담당자와 기한이 있는 할 일 추가
help-case-task-example = 
    {"  "}liaison case task C-2026-0001 "Call the shelter" --assignee yoon --due 2026-12-01
help-case-task-title = 할 일
help-any-assignee = 담당자
help-any-due = 기한(날짜)
help-case-task-group = 묶음 제목
help-case-update = 할 일의 상태, 담당자, 기한 변경
help-case-update-task = 할 일의 id (`liaison case show` 참조)
help-case-update-status = open, started, waiting, done 또는 dropped
help-case-note = 메모 남기기
help-case-decide = 사유와 함께 결정 기록
help-case-event = 연표에 사건 추가
help-any-text = 내용. 되도록 이름을 밝히지 마십시오
help-any-date = 언제; 없으면 오늘
help-case-link = 신고, 사람, 장소 등 연결
help-case-link-records = 기록의 id 또는 신고 번호
help-case-let-in = 담당자를 사건에 참여시키기
help-case-let-out = 담당자를 사건에서 제외. 이후 아무것도 볼 수 없습니다
help-any-officer = 담당자의 사용자 이름
help-case-close = 사유를 적고 사건 종결
help-case-reopen = 사유를 적고 종결된 사건 다시 열기
help-case-evidence = 파일을 해시와 함께 증거로 보존
help-case-evidence-file = 파일
help-case-evidence-taken-from = 어디서 무엇에서 확보했는지
help-case-hand-over = 증거 인계 또는 제안에 답하기. 각자 서명합니다
help-case-hand-over-evidence = 증거의 id
help-case-hand-over-to = 인계받을 사람
help-case-hand-over-accept = 제안받은 것을 인수. 해시를 다시 계산합니다
help-case-hand-over-refuse = 제안받은 것을 거절
help-case-timeline = 연표를 Timesketch CSV로 쓰거나 가져오기
help-case-timeline-out = 이 파일에 쓰기
help-case-timeline-import = 이 표를 가져오기: message, datetime, timestamp_desc. 모든 행 또는 없음
help-case-export = 사건 전체를 다른 노드를 위한 파일로 쓰기
help-case-export-out = 파일(이미 있으면 안 됨)
help-case-export-reveal = 이 목적으로 사람의 가림을 해제합니다. 열람이 기록됩니다. 없으면 가려진 채로 둡니다
help-case-import = 사건 파일을 가져옵니다. 가져온 사람만 참여자가 됩니다
help-case-import-file = 사건 파일
help-case-take-back = 기록, 할 일, 변경, 증거를 철회. 이력에는 남습니다
help-any-entry = id (`show` 참조)
help-screening = 양식에 따라 피해자 심사를 하고 대기자를 봅니다
help-screening-example = 
    {"  "}liaison screening queue
    {"  "}liaison screening forms ilo-11
    {"  "}liaison screening enter PERSON --form ilo-11 --answer deception=yes --result presumed-victim --age-group adult
help-screening-forms = 심사 양식 목록, 하나 보기, 또는 자체 양식 추가
help-screening-forms-form = 양식의 id 또는 id와 버전
help-screening-forms-add = YAML 양식. 모르는 키는 파일, 행, 항목과 함께 거부됩니다
help-screening-enter = 심사 입력: 한 기관의 날짜 있는 판단. 점수는 아무것도 결정하지 않습니다
help-any-person = 사람의 id
help-screening-enter-result = presumed-victim, identified-victim 또는 not-a-victim
help-screening-enter-form = 사용한 양식
help-screening-enter-answer = 답변, 예: deception=yes. yes, no 또는 not-asked
help-screening-enter-age-group = 나라의 법에 따라 child, adult 또는 unknown
help-screening-enter-needs = 지금 필요한 것
help-screening-queue = 대기자: 아동 먼저, 다음은 점수, 다음은 오래 기다린 순
help-screening-show = 한 사람의 두 기록을 나란히 보여 줍니다
help-screening-take-back = 기록된 판단을 철회. 이력에는 남습니다
help-procedure = 당국이 한 조치와 협력 기관에 알릴 수 있는 사람
help-procedure-example = 
    {"  "}liaison procedure enter PERSON detained --authority kh.npc --basis immigration-law
    {"  "}liaison procedure suspects kh.npc
    {"  "}liaison procedure law TH
help-procedure-enter = 단계 입력: 법적 근거가 있는 한 기관의 조치
help-procedure-enter-step = suspected, wanted, detained, charged, released, deported, expelled, extradited 또는 tried
help-procedure-enter-authority = 행한 기관
help-procedure-enter-basis = 법적 근거: `liaison procedure law`의 코드 또는 말로
help-procedure-non-punishment = 비처벌 검토: 별도의 기록
help-procedure-non-punishment-alleged = 혐의 행위
help-procedure-non-punishment-exploitation = 착취와 어떻게 관련되는지
help-procedure-non-punishment-authority = 결정하는 기관
help-procedure-non-punishment-decision = considered, applied, applied-in-part 또는 refused
help-procedure-non-punishment-appeal = none, open, allowed 또는 dismissed
help-procedure-release = 추정 피해자를 협력 기관에 알릴 수 있게 합니다. 이름을 걸고 책임집니다
help-procedure-release-to = 이 기관에만
help-procedure-suspects = 기관에 알릴 수 있는 사람. 나머지는 보류로 집계됩니다
help-procedure-suspects-agency = 기관 코드
help-procedure-law = 나라의 규칙, 값마다 출처
help-procedure-law-country = 두 글자. 없으면 이 노드의 나라
help-procedure-law-check = 대신 이 파일을 검사
help-procedure-take-back = 단계, 검토, 허가를 철회. 이력에는 남습니다
help-names = 여러 문자로 쓴 이름을 비교하고, 이름을 어떻게 표기할 수 있는지 나열
help-names-compare = 각 이름 쌍이 한 이름일 가능성과 그 까닭을 알림
help-names-compare-example = {"  "}liaison names compare pairs.csv > answers.csv
    {"  "}liaison names compare pairs.csv --json --out answers.jsonl
help-names-compare-pairs = name1과 name2 열이 있는 표; 원하면 schema(Person, Company, Address)와 country 열도 둠
help-names-compare-out = 표준 출력 대신 쓸 파일
help-names-spell = 이름의 있을 법한 표기를 문자별로 나열
help-names-spell-example = {"  "}liaison names spell 박근혜
help-names-spell-name = 어떤 문자로든 쓴 이름
help-link = 한 표 또는 두 표의 어느 기록이 같은 사람이나 사물인지 찾음
help-link-example = {"  "}liaison link victims.csv --out clusters.csv
    {"  "}liaison link kr-mofa.csv kh-police.csv --id "Report no" --out clusters.csv --explain pairs.csv
    종료 상태: 0 모든 행을 읽음, 1 일부 행을 건너뜀, 2 파일을 읽을 수 없음
help-link-files = 중복을 찾을 표 하나, 또는 연결할 표 둘
help-link-out = 쓸 파일: 모든 행의 source, record, cluster, probability
help-link-id = 기록의 이름이 되는 열; 없으면 행을 1부터 셈
help-link-without = 비교하지 않을 열; 여러 번 줄 수 있음
help-link-dates = 날짜가 05/06/2025로 적힌 곳에서 앞에 오는 것
help-link-explain = 쓸 파일: 하나일 수 있는 각 쌍과, 각 열이 그에 대해 말하는 것
help-link-judgements = 사람이 쌍에 대해 판단한 것: --explain이 쓰는 표에 verdict 열(same, different, not sure)을 더한 것
help-advert = 사람을 단지로 끌어들이는 광고일 수 있는 글을 읽음; 노드가 필요 없음
help-advert-example = {"  "}liaison advert score adverts.csv > scored.jsonl
help-advert-score = 글마다 그런 광고와 얼마나 비슷한지, 왜 그런지, 누구를 가리키는지 JSON 한 줄로 알림
help-advert-score-example =
    {"  "}liaison advert score adverts.csv > scored.jsonl
    {"  "}liaison advert score adverts.jsonl --model ours.model --labels decision
help-advert-score-file = id와 text 열이 있는 표 또는 JSON 줄
help-advert-score-model = 여러분의 결정으로 train이 만든 모델
help-advert-score-labels = 결정한 내용(1 또는 0)이 있는 열: 점수가 얼마나 좋은지 알림
help-advert-score-ask = 결정하면 모델이 가장 많이 배울 글만 이 수만큼 냄
help-advert-cluster = 한 손에서 나온 글과, 각 글이 공통 틀의 빈칸에 넣은 것을 찾음
help-advert-cluster-example = {"  "}liaison advert cluster adverts.csv > clusters.jsonl
help-advert-cluster-file = id와 text 열이 있는 표 또는 JSON 줄
help-advert-train = 결정된 글에서 모델을 학습함
help-advert-train-example = {"  "}liaison advert train decided.csv --label decision --out ours.model
help-advert-train-file = text 열과 결정한 내용의 열이 있는 표 또는 JSON 줄
help-advert-train-label = 결정한 내용의 열: 그런 광고는 1, 다른 글은 0, 둘 다 아니면 비움
help-advert-train-out = 모델을 쓸 파일
help-money = 송금 표에서 돈을 추적하고 유형을 찾습니다
help-money-patterns = 송금마다 어떤 유형에 해당하는지와 그 이유를 보여 줍니다: 분산, 집중, 순환, 다단계, 쪼개기 등
help-money-patterns-example =
    {"  "}liaison money patterns --table transfers.csv --out scores.csv
    {"  "}liaison money patterns --table bank.csv --columns time=ts,from=src,to=dst --zone +07:00 --window 36h
    {"  "}liaison money patterns --table bank.csv --reported-from USD=10000 --roles roles.csv --json
    종료 상태: 0 모든 행을 읽음, 1 일부 행을 제쳐 둠, 2 파일을 읽을 수 없음
help-money-patterns-window = 한 유형의 첫 송금과 마지막 송금 사이의 최대 시간 간격
help-money-patterns-reported-from = 보고해야 하는 금액의 하한(통화별), 예: USD=10000. 쪼개기를 찾는 데 필요하며 여러 번 지정할 수 있습니다
help-money-patterns-out = 쓸 파일: 모든 송금의 행, 점수, 유형(표의 순서대로)
help-money-patterns-roles = 쓸 파일: 계좌의 역할(수집, 분배, 대포통장, 현금화, 거래소 입금)과 그 이유
help-money-trace = 계좌에서 나간 돈을 추적 규칙에 따라 따라가거나, 돈이 어디에서 왔을 수 있는지 거슬러 봅니다
help-money-trace-example =
    {"  "}liaison money trace --table transfers.csv --from 110-234-567890 --rule fifo --out traced.csv
    {"  "}liaison money trace --table transfers.csv --from A,B --rule pro-rata --since 2026-03-01 --hops 6 --min 100
    {"  "}liaison money trace --table transfers.csv --from X --backward
    규칙마다 결과가 다르므로 금액에는 언제나 규칙을 함께 적으십시오. 각 규칙의 가정은 docs/reference/money.md에 있습니다.
help-money-trace-from = 돈을 추적할 계좌, 쉼표로 구분
help-money-trace-rule = 계좌의 돈 중 무엇이 먼저 나가는지: fifo(선입선출), lifo(후입선출), pro-rata(비율), poison(접촉하면 전부), lowest-balance(다른 돈부터)
help-money-trace-forward = 돈이 간 곳으로(--backward가 없으면 이것이 기본입니다)
help-money-trace-backward = 이 계좌의 돈이 어디에서 왔을 수 있는지 거슬러 봅니다. 규칙도 금액도 없습니다
help-money-trace-hops = 이어지는 송금을 최대 몇 번까지 따라갈지
help-money-trace-out = 쓸 파일: 추적한 돈이 든 모든 송금과 그 금액. 거슬러 볼 때는 계좌
help-money-flow = 계좌에서 나간 돈 중 다른 계좌에 최대 얼마까지 닿을 수 있었는지 보여 줍니다(상한)
help-money-flow-example = {"  "}liaison money flow --table transfers.csv --from 110-234-567890 --to TQ5k9exchange
help-money-flow-from = 돈을 추적할 계좌, 쉼표로 구분
help-money-flow-to = 돈이 닿았을 수 있는 계좌
help-money-flow-out = 쓸 파일: 최대 금액이 옮겨졌을 수 있는 한 가지 경로
help-ledger = 은행과 체인 거래를 노드에 읽어 들이고 살펴봅니다
help-ledger-load = 거래 파일을 읽어 들입니다. 파일마다 하나의 표가 되거나 아무것도 남지 않습니다
help-ledger-load-example = {"  "}liaison ledger load statement.xml payments.csv --zone +07:00
help-ledger-load-files = 파일
help-ledger-load-format = 파일에서 바르게 알아내지 못할 때의 형식
help-ledger-load-mapping = 표의 열 매핑(JSON). 없으면 제목에서 제안합니다
help-ledger-load-account = 열에 없을 때, 표가 어느 계좌의 명세서인지
help-ledger-list = 노드에 어떤 표가 있는지 보여 줍니다
help-ledger-show = 행을 시각 순서로 보여 줍니다. 목적이 없으면 계좌는 가려집니다
help-ledger-show-example = {"  "}liaison ledger show --account 110-234-567890 --reveal criminal-investigation
help-ledger-show-account = 이 계좌의 행만, 어떻게 적혀 있든
help-ledger-show-limit = 행 수
help-ledger-show-skip = 먼저 건너뛸 행 수
help-money-plan = 추적한 돈을 어디서 아직 멈출 수 있는지, 얼마나 빨리 옮겨지는지 알리고 은행별 요청을 씁니다
help-money-plan-example = {"  "}liaison money plan --from 110-234-567890 --reveal asset-recovery --out plan --basis "Act 12, section 3" --agency "Invented Unit"
help-money-plan-from = 돈을 추적할 계좌, 쉼표로 구분
help-money-plan-rule = 계좌의 돈 중 무엇이 먼저 나가는지: fifo, lifo, pro-rata, poison(닿으면 전부), lowest-balance(다른 돈 먼저)
help-money-plan-now = 분을 세기 시작하는 시각. 없으면 지금
help-any-accounts = 계좌에 대해 아는 것을 적은 표: account, bank, role(victim 또는 mule)
help-money-plan-out = 채울 폴더: 계획, 그리고 은행마다 표와 camt.056과 goAML 파일
help-money-plan-basis = 요청의 법적 근거
help-money-plan-agency = 누가 요청하는지
help-money-plan-country = 요청하는 쪽의 나라, 예: KR
help-money-block = 차단 목록을 은행별로 나누고 아는 계좌와 견주며 결과를 셉니다
help-money-block-example = {"  "}liaison money block blocklist.csv --accounts known.csv --outcomes answers.csv --out per-bank
help-money-block-list = 목록: account와, 있으면 bank
help-money-block-outcomes = 결과: account, outcome(held, refused, expired), amount, currency
help-money-block-out = 은행마다 표를 하나씩 쓸 폴더
help-any-net-reversals = 거래와 이를 취소하는 되돌림을 함께 뺍니다. 답에 표시됩니다
help-any-keep-duplicates = 먼저 읽은 파일에도 있는 행도 넣습니다
help-any-table = 송금 표(구분자 또는 Parquet). 열은 time, from, to, amount이고, 있으면 currency
help-any-columns = 열 이름이 다를 때의 이름, 예: time=ts,from=src
help-any-zone = 시간대가 적혀 있지 않은 시각의 시간대, 예: +07:00
help-any-ties = 같은 시각의 송금 중 무엇이 먼저인지: written(표의 순서) 또는 credits-first(입금 먼저) [기본값: written, 날짜만 있으면 credits-first]
help-any-since = 이 시각 이전의 송금은 따라가지 않습니다
help-any-until = 이 시각 이후의 송금은 따라가지 않습니다. 날짜는 그날 끝까지입니다
help-any-min = 통화별로 이 금액보다 적은 송금은 따라가지 않습니다
help-exhibits = 증거 파일을 해시로 보관하고, 누가 보관했는지 기록함
help-exhibits-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add = 파일을 보관함
help-exhibits-add-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add-files = 파일
help-exhibits-add-note = 무엇인지 설명; 아무의 이름도 들지 않음
help-exhibits-list = 누가 무엇을 언제 보관했는지 보여 줌
help-exhibits-get = 보관된 파일을 해시와 대조하여 내보냄
help-exhibits-get-example = {"  "}liaison exhibits get 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 chat-export.json
help-exhibits-get-hash = 증거물의 SHA-256
help-exhibits-get-out = 쓸 파일; 이미 있으면 안 됨
help-verify = 모든 해시, 연결, 서명을 다시 계산하고 처음으로 이상이 있는 항목을 알려 줌
help-verify-example = {"  "}liaison verify --deep
help-verify-deep = 뷰와 본문 색인도 저널과 비교함
help-proof = 이 노드가 어떤 진술을 커밋했다는 증명을 씀
help-proof-example = {"  "}liaison proof 0123456789abcdef0123456789abcdef --out proof.json
help-proof-out = 쓸 파일; 이미 있으면 안 됨; 표준 출력은 -
help-verify-proof = 증명 파일을 확인함; 노드가 필요하지 않음
help-verify-proof-example = {"  "}liaison verify-proof proof.json --root "1a2b 3c4d 5e6f 7a8b 9c0d 1e2f 3a4b 5c6d"
help-verify-proof-file = 증명 파일; 표준 입력은 -
help-verify-proof-root = 비교할 기관의 루트 키 지문
help-rebuild = 저널에서 뷰와 검색을 새로 만듦
help-rebuild-example = {"  "}liaison rebuild
help-doctor = 노드의 이상과 조치 방법을 알려 줌
help-doctor-example = {"  "}liaison doctor
help-certify = 금고에서 꺼낸 루트 키로 노드 키를 1년 연장함
help-certify-example = {"  "}liaison --key-file ./kr.key certify --root-key /media/safe/root.json

    암호 구문은 `init`에서 두 키를 봉인할 때 쓴 것입니다.
help-certify-root-key = 봉인된 루트 키의 위치
help-completions = 셸의 자동 완성을 출력함
help-completions-example = {"  "}liaison completions bash > /etc/bash_completion.d/liaison
help-completions-shell = bash, zsh, fish, elvish 또는 powershell
help-man = 매뉴얼 페이지를 씀
help-man-example = {"  "}liaison man ./man
help-man-markdown = 대신 Markdown 한 쪽 commands.md를 씀
help-man-folder = 쓸 폴더

# Values: why one was not taken, and what to do (crates/model/src/values).
value-empty = 값이 비어 있습니다.
value-compare-hint = 출처와 한 글자씩 비교하십시오. 직접 입력하지 말고 복사하십시오.
account-unreadable = 계좌번호가 아닙니다. 숫자가 없거나 계좌번호에 없는 기호가 있습니다.
checksum-unreadable = 해시가 아닙니다. 16진수 32, 40, 64, 96 또는 128자리여야 합니다.
coordinate-range = 그런 장소는 없습니다. 위도는 -90~90, 경도는 -180~180입니다.
coordinate-unreadable = 10.6304 또는 10°37′49″N과 같은 위도나 경도가 아닙니다.
coordinate-hint = 위도와 경도를 두 열에 각각 10.6304와 같은 도 단위로 쓰십시오. 둘이 뒤바뀌지 않았는지 확인하십시오.
country-unknown = 이 이름이나 코드의 국가는 없습니다.
country-hint = Cambodia와 같은 영어 이름이나 kh와 같은 두 글자 코드를 쓰십시오. 국적도 같은 방식으로 씁니다.
crypto-checksum = 주소에 틀린 글자가 있습니다. 체크섬이 맞지 않습니다.
crypto-checksum-hint = 출처와 한 글자씩 비교하십시오. 직접 입력하지 말고 복사하십시오.
date-ambiguous = 일과 월의 순서를 알 수 없습니다.
date-ambiguous-hint = --dates dmy 또는 --dates mdy로 먼저 오는 것을 지정하여 다시 실행하십시오.
date-hint = 출처와 비교하십시오. 날짜는 2025-10-17, 2025-10 또는 2025와 같은 형태입니다.
date-impossible = 그런 날짜나 시각은 없습니다.
date-unreadable = 날짜가 아닙니다.
email-unreadable = 전자우편 주소가 아닙니다.
email-hint = 출처와 비교하십시오. 주소는 kim@example.com과 같은 형태입니다. 한 칸에 주소 하나를 쓰고, 주소가 아닌 것은 비고에 쓰십시오.
gender-unknown = male, female, other만 기록합니다. 이 낱말은 그 가운데 어느 것인지 알 수 없습니다.
gender-hint = male, female, other 가운데 하나를 쓰거나 칸을 비우십시오.
iban-checksum = IBAN에 틀린 글자가 있습니다. 검증 숫자가 맞지 않습니다.
iban-unreadable = IBAN이 아닙니다.
ip-unreadable = IP 주소가 아닙니다.
ip-hint = 포트 없이 203.0.113.7 또는 2001:db8::7과 같은 형태입니다.
json-unreadable = JSON이 아닙니다.
language-unknown = 이 이름이나 코드의 언어는 없습니다.
mimetype-unreadable = application/pdf와 같은 미디어 유형이 아닙니다.
name-no-letter = 이름에 글자도 숫자도 없습니다.
name-hint = 출처에 있는 그대로 이름을 쓰고, 이름을 모르면 칸을 비우십시오.
number-ambiguous = 숫자 안의 기호가 천 단위 구분인지 소수점인지 알 수 없습니다.
number-ambiguous-hint = 천 단위 구분 없이, 또는 소수 두 자리를 붙여 쓰십시오.
number-unreadable = 숫자가 아닙니다.
number-hint = 숫자만 쓰고 소수 앞에는 점을 쓰십시오: 1250.50. 무엇을 센 것인지는 별도의 열에 쓰십시오.
phone-impossible = 이런 전화번호를 쓰는 국가는 없습니다.
phone-impossible-hint = 출처와 비교하여 빠지거나 겹치거나 틀린 숫자가 있는지 확인하십시오. +82 10 1234 5678처럼 국가 번호를 붙여 쓰십시오.
phone-no-country = 전화번호에 국가 번호가 없습니다.
phone-no-country-hint = 전화번호의 국가를 --country kr와 같이 두 글자로 지정하여 다시 실행하십시오.
phone-unreadable = 전화번호가 아닙니다.
phone-unreadable-hint = +82 10 1234 5678처럼 국가 번호와 숫자를 쓰십시오. 번호에 대한 설명은 비고에 쓰십시오.
topic-unknown = 이 이름의 주제는 없습니다.
url-scheme = http, https 또는 ftp로 시작하는 웹 주소만 기록합니다.
url-unreadable = 웹 주소가 아닙니다.
url-hint = 브라우저에서 복사하십시오. https://example.com/page와 같은 형태입니다. 메신저 계정이나 페이지에 대한 설명은 비고에 쓰십시오.

## Estimate: how many are on none of the lists

estimate-method-bic = BIC가 가장 좋은 로그선형모형
estimate-method-stepwise = 명단 쌍의 단계적 선택
estimate-method-main = 명단이 독립이라고 본 단순 추정
estimate-method-dga = 모든 분해 가능 그래프
estimate-method-chapman = 두 명단에 대한 채프먼 추정량
estimate-method-named = 지정한 모형
estimate-headline = 전체 인원은 { $low }명 이상 { $high }명 이하입니다({ $percent }% 구간). 방법: { $method }.
estimate-headline-at-least = 전체 인원은 적어도 { $low }명입니다({ $percent }% 구간). 방법: { $method }. 상한은 없습니다.
estimate-seen = { $observed }명이 명단 { $lists }개에서 확인되었고, 그중 { $shared }명은 둘 이상의 명단에 있습니다.
estimate-empty-overlaps = 다음 명단 쌍에는 함께 오른 사람이 없습니다: { $pairs }.
estimate-model = 모형 { $model } 하나로는 { $people }명입니다. 다른 모형도 똑같이 잘 맞을 수 있으므로 범위를 보십시오.
estimate-believed = 사후분포의 중앙값은 { $people }명이고, 가장 가능성이 높은 그래프는 { $model }입니다.
estimate-sensitivity = 다른 조건에서의 추정값(명): { $lists }의 한 사람이 없다면 { $less }; 명단 사이 연결의 { $percent }%가 누락되었다면 { $missed }; 연결의 { $percent }%가 잘못되었다면 { $wrong }.
estimate-none = 없음
estimate-warning = 경고: { $reason }
estimate-refused = 거절됨, 방법 { $method }: { $reason }
estimate-assumes = 이 추정은 모든 명단이 같은 기간의 같은 사람들에 관한 것이고, 오류 없이 연결되었으며, 모형이 허용하지 않는 한 그동안 들어오거나 나간 사람이 없다고 가정합니다. 이 방법을 비판하는 연구자들은 유의하지 않은 효과를 빼면 신뢰성이 실제보다 높아 보이므로 인신매매에는 적합하지 않다고 봅니다(Whitehead, Jackson, Balch & Francis 2021). 수치가 틀리게 되는 원인은 docs/reference/estimate.md에 있습니다.
estimate-error-not-text = 표가 UTF-8 텍스트가 아닙니다.
estimate-error-too-large = 표가 { $most }바이트보다 큽니다.
estimate-error-empty = 표가 비어 있습니다.
estimate-error-broken = { $row }행을 칸으로 나눌 수 없습니다.
estimate-error-count-column = { $columns ->
    [0] `count` 열이 없습니다.
   *[other] `count` 열이 { $columns }개 있습니다. 하나만 있어야 합니다.
}
estimate-error-too-many-lists = 표에 명단이 { $lists }개 있습니다. 최대 { $most }개까지 가능합니다.
estimate-error-no-name = { $column }열에 이름이 없습니다.
estimate-error-name-twice = { $column }열의 이름은 앞의 다른 열에 이미 있습니다.
estimate-error-cells = { $row }행의 칸은 { $cells }개로, 제목의 { $wanted }개와 다릅니다.
estimate-error-not-zero-or-one = { $row }행 { $column }열: 0도 1도 아닙니다.
estimate-error-not-a-count = { $row }행: 인원수가 0 이상의 정수가 아니거나, 인원이 { $most }명보다 많습니다.
estimate-error-unseen = { $row }행은 어느 명단에도 없는 사람의 수입니다.
estimate-error-no-such-list = { $row }행에 표에 없는 명단이 있습니다.
estimate-error-too-many-rows = 표에 행이 { $most }개보다 많습니다.
estimate-error-model-empty = 모형에 항이 없습니다.
estimate-error-model-list = 모형의 { $term }번째 항에 표에 없는 명단이 있습니다.
estimate-error-model-twice = 모형의 { $term }번째 항에 같은 명단이 두 번 있습니다.
estimate-hint-table = 표의 제목 행에는 명단 이름과 `count`를 쓰고, 그 아래 각 행에는 명단마다 0 또는 1, 그리고 바로 그 명단들에만 있는 사람의 수를 쓰십시오.
estimate-hint-unseen = 그 사람들은 아무도 세지 않았으며, 몇 명인지가 바로 추정할 물음입니다. 이 행을 빼십시오.
estimate-hint-too-many-lists = 같은 출처에서 나온 명단을 하나로 합치십시오.
estimate-hint-model = 항은 쉼표로 구분합니다. 항은 [12,3]처럼 명단의 번호로, 또는 police:embassy처럼 명단의 이름으로 씁니다.
estimate-warning-two-lists = 명단이 둘이면 서로 독립인지 자료로는 알 수 없습니다. 한 명단이 다른 명단에 사람을 넘겨준다면 참값은 더 크고, 서로 다른 곳에서 작성된다면 더 클 수도 작을 수도 있습니다.
estimate-warning-few-shared = 두 명단에 함께 있는 사람이 { $shared }명뿐이어서, 한 명 한 명이 추정값을 바꿉니다.
estimate-warning-small-overlap = 둘 이상의 명단에 있는 사람이 { $shared }명뿐입니다.
estimate-warning-one-person-decides = { $lists }의 사람이 한 명 줄면 추정값이 { $percent }% 바뀝니다.
estimate-warning-tied-models = 모형 { $models }개가 거의 똑같이 잘 맞지만(BIC 차이 2 이내), 추정값은 { $low }명에서 { $high }명까지 서로 다릅니다.
estimate-warning-two-humps = 사후분포의 봉우리가 { $low }명 부근과 { $high }명 부근에 둘 있습니다. 그 사이의 값은 어느 봉우리보다도 가능성이 낮습니다.
estimate-warning-mostly-unseen = 추정값이 확인된 인원의 { $times }배입니다. 거의 전부가 자료가 아니라 모형에서 나온 것입니다.
estimate-warning-isolated-list = { $list } 명단의 사람은 아무도 다른 명단에 없습니다. 이 명단은 인원을 더할 뿐, 누락된 사람에 대해서는 아무것도 알려 주지 않습니다.
estimate-warning-contained-list = { $inner } 명단의 모든 사람이 { $outer } 명단에도 있습니다. 앞의 명단이 뒤의 명단에서 사람을 넘겨받는다면 앞의 명단을 빼십시오.
estimate-warning-no-upper-limit = 다시 추출한 표의 { $percent }%에 추정값이 없습니다. 자료로는 상한이 정해지지 않습니다.
estimate-warning-one-model = 이 구간은 이 모형 하나가 참이라고 보고 구한 것입니다. 잘 맞는 모형을 모두 고려하면 구간은 더 넓습니다.
estimate-warning-independence = 이 방법은 명단이 서로 독립이라고 가정합니다. 같은 사건에 관한 명단이 독립인 경우는 드뭅니다.
estimate-warning-not-every-model = 모형이 너무 많아 하나하나 살펴볼 수 없습니다. 여러 출발점에서 더 나은 모형 쪽으로 옮겨 가며 탐색했습니다.
estimate-warning-few-replicates = 재표본 { $replicates }개로 구한 구간은 대략적입니다. 보통 1000개를 씁니다.
estimate-refused-no-people = 표에 사람이 없습니다.
estimate-refused-one-list = 명단 하나로는 그 명단에 없는 사람에 대해 아무것도 알 수 없습니다. 적어도 둘이 필요합니다.
estimate-refused-empty-list = { $list } 명단에 아무도 없습니다. 이 명단을 빼십시오.
estimate-refused-disjoint-lists = 어느 두 명단에도 함께 오른 사람이 없어 몇 명이 누락되었는지 알 수 없습니다. 명단을 서로 연결했는지 확인하십시오.
estimate-refused-contained-list = { $inner } 명단의 모든 사람이 { $outer } 명단에도 있으며, 이는 우연이 아닙니다. 앞의 명단은 누가 있는지를 따로 한 번 더 확인한 것이 아니므로 빼십시오.
estimate-refused-too-few-shared = 두 명단에 함께 있는 사람은 { $shared }명입니다. 적어도 { $required }명이 필요합니다.
estimate-refused-no-estimate = 이 모형에는 추정값이 없습니다. 사람이 없는 명단 조합이 있어 어떤 효과가 끝없이 발산합니다.
estimate-refused-not-identifiable = 이 인원수로는 모형의 효과를 서로 식별할 수 없습니다.
estimate-refused-needs-two-lists = 채프먼 추정량은 두 명단에만 쓸 수 있습니다.
estimate-refused-needs-three-lists = 이 방법에는 명단이 적어도 셋 필요합니다.
estimate-refused-too-many-lists = 이 방법은 명단 { $most }개까지만 쓸 수 있습니다.
estimate-refused-unbounded = 이 인원수로는 전체 인원의 한계가 정해지지 않습니다.

## Situation: figures that answer one question, and where they disagree

situation-question-stated = 명시된 그대로의 이 질문에 수치 { $figures }개가 답합니다.
situation-question-proposed = { $figures ->
    [1] 이 수치에 대해 아무도 질문을 명시하지 않았습니다.
   *[other] 아무도 이 질문을 명시하지 않았습니다. 수치 { $figures }개의 대상, 척도, 장소가 같고 적어도 하루가 겹치므로 제안되었습니다.
}
situation-question-set-apart = 분석관이 이 수치는 다른 질문에 대한 답이라고 판단했습니다.
situation-in-conflict = 발표처 { $publishers }곳의 수치 { $figures }개가 대상, 척도, 장소, 날짜, 단위는 같으나 모두 참일 수는 없습니다.
situation-corroborated = 발표처 { $publishers }곳이 같은 값을 제시합니다. 그래도 같은 기관을 인용한 것일 수 있습니다.

situation-dimension-measure = 척도
situation-dimension-subject = 대상
situation-dimension-place = 장소
situation-dimension-date = 날짜
situation-dimension-unit = 단위
situation-dimension-source = 출처

situation-standing-alone = 정확히 같은 것에 대한 다른 수치가 없습니다.
situation-standing-corroborated = 다른 발표처가 같은 값을 제시합니다.
situation-standing-compatible = 다른 값도 제시되었으며 모두 참일 수 있습니다.
situation-standing-in-conflict = 다른 수치와 상충합니다.
situation-standing-superseded = 분석관의 판단에 따라 대체되었습니다.

situation-related-set-apart = 분석관이 이 질문에서 답 하나를 떼어 냈습니다.
situation-related-may-belong-together = 같은 시기의 같은 것을 묻습니다. 하나의 질문인지 확인하십시오.
situation-related-overlapping = 주제가 같고 시기가 일부 겹칩니다.
situation-related-other-time = 주제가 같고 시기가 다릅니다.

## api

help-serve = HTTP로 응답함: 이 기기에서만, 또는 TLS로 다른 기기에
help-serve-example =
    {"  "}liaison --key-file ./kr.key serve
    {"  "}liaison serve --read-only --listen 127.0.0.1:8601
    {"  "}liaison --key-file ./kr.key serve --listen 0.0.0.0:8600 --tls-self-made --host liaison.police.example

    실행하는 동안에도 다른 명령은 저널에 직접 커밋하며, 커밋된 내용은 이 프로세스가 반영합니다.
    담당자는 `liaison user add`의 계정으로 로그인하고, 프로그램은 `liaison token add`의 토큰을
    보냅니다. Ctrl-C로 종료합니다.
help-serve-listen = 수신할 주소; 다른 기기에서 접속할 수 있는 주소에는 TLS와 --host가 필요함
help-serve-read-only = 아무것도 커밋하지 않음; 암호 구문이 필요하지 않음
help-serve-access-log = 요청마다 한 줄을 표준 오류에 씀: 계정, 경로, 상태; 무엇을 물었는지는 쓰지 않음
help-serve-tls-cert = 체인을 포함한 인증서, PEM; 한 시간마다 다시 읽음
help-serve-tls-key = 그 개인 키, PEM
help-serve-tls-self-made = 인증서를 만들어 keys/에 보관함; 접속할 때 그 지문을 비교하십시오
help-serve-host = 담당자가 입력하는 이름이나 주소, 포트가 다르면 :PORT를 붙임; 여러 번 쓸 수 있음
help-user = 담당자 계정: 누가 어떤 역할로 로그인할 수 있는지
help-user-example =
    {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
    {"  "}liaison --key-file ./kr.key user reset min --confirmed-by chief
    {"  "}liaison user sessions min

    계정에 대한 모든 조치는 서명된 열람 기록에 남습니다.
help-user-add = 계정 만들기; 비밀번호와 2차 인증은 한 번만 표시됨
help-user-add-example = {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
help-user-add-account = 계정 이름: 영문 소문자, 숫자, 점, 하이픈
help-user-add-role = 담당자의 역할: analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator
help-user-add-unit = 담당자의 부서, 취급 표시에서 부르는 이름(to:kr.npa/cyber)
help-user-add-password-stdin = 비밀번호를 만들지 않고 표준 입력에서 읽음
help-user-list = 계정 목록을 보여 줌
help-user-code = 계정의 현재 코드를 보여 줌: 시연에서만
help-user-code-account = 계정 이름
help-user-roles = 계정의 역할을 바꿈; 즉시 적용됨
help-user-roles-account = 계정 이름
help-user-roles-role = 이제부터 가질 모든 역할
help-user-disable = 계정을 사용 중지하고 세션을 종료함
help-user-disable-account = 계정 이름
help-user-reset = 새 비밀번호와 2차 인증을 만듦; 다른 한 사람의 확인이 필요함
help-user-reset-account = 계정 이름
help-user-reset-confirmed-by = 확인하는 사람의 계정, 감독관 또는 관리자
help-user-reset-code = 확인하는 사람의 인증 앱에 표시된 코드; 없으면 물어봄
help-user-sessions = 어디에서 로그인했는지 보여 줌
help-user-sessions-account = 계정 이름
help-user-sessions-end = 이 세션을 모두 종료함
help-token = 프로그램이 접속할 때 쓰는 토큰
help-token-example =
    {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
    {"  "}curl -H "Authorization: Bearer lia_…" http://127.0.0.1:8600/search/all?q=bavet
help-token-add = 토큰 만들기; 한 번만 표시됨
help-token-add-example = {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
help-token-add-role = 프로그램이 가질 수 있는 최대 역할
help-token-add-scope = 그 가운데 사용할 권한 범위: read, import, export, health
help-token-add-expires = 만료 시점(2027-06-30 또는 시각), 지금부터 최대 366일
help-token-add-name = 로그에 표시될 이름 [기본값: token-1, token-2, …]
help-token-list = 토큰 목록을 보여 줌
help-token-revoke = 토큰을 폐기함
help-token-revoke-name = 토큰 이름
help-serve-passphrase-on-stdin = 암호 구문을 표준 입력에서 읽음
serve-at = { $agency }의 노드 주소: { $address }
serve-no-account = 아직 계정이 없습니다. `liaison user add NAME --role analyst`(으)로 첫 계정을 만드십시오.
serve-tls-fingerprint = 인증서의 SHA-256: { $fingerprint }
serve-tls-renewed = 인증서가 바뀌었습니다. 새 인증서의 SHA-256: { $fingerprint }
serve-waiting = 다른 프로세스가 { $folder }을(를) 소유하고 있습니다. 끝나기를 기다리는 중입니다.
serve-owned = 다른 프로세스가 { $folder }을(를) 소유하고 있습니다. 먼저 종료하거나, --read-only로 함께 읽으십시오.
api-error-not-loopback = { $address }은(는) 다른 기기에서 접속할 수 있으며 아무것도 암호화되지 않습니다.
api-hint-not-loopback = --tls-cert와 --tls-key로 인증서를 지정하거나 --tls-self-made를 쓰거나, 127.0.0.1:8600과 같은 이 기기의 주소에서 수신하십시오.
api-error-no-host = { $address }은(는) 다른 기기에서 접속할 수 있으나, 접속할 때 쓸 이름이 지정되지 않았습니다.
api-error-host-name = 호스트의 이름이 아닙니다.
api-hint-host = --host liaison.police.example처럼 담당자가 입력하는 이름이나 주소를 지정하십시오. 포트가 다르면 뒤에 붙입니다: --host liaison.police.example:443.
api-error-demonstration = 시연은 이 기기에서만 실행하며 { $address }에서는 실행하지 않습니다. 비밀번호가 화면에 표시되었기 때문입니다.
api-hint-demonstration = 127.0.0.1에서 수신하거나 `liaison init`(으)로 노드를 만드십시오.
api-error-certificate = 인증서를 사용할 수 없습니다: { $reason }
api-hint-certificate = --tls-cert에는 인증서와 체인을 PEM 형식으로, --tls-key에는 그에 맞는 개인 키를 지정합니다.
api-error-port-in-use = 다른 프로그램이 { $address }에서 수신하고 있습니다.
api-hint-port-in-use = 이 노드가 이미 실행 중인지 확인하십시오. 아니라면 다른 포트를 쓰십시오: --listen 127.0.0.1:8601, 또는 빈 포트를 쓰는 포트 0.
api-error-listen = { $address }에서 수신할 수 없습니다: { $reason }.
api-error-listener = 서버가 멈추었습니다: { $reason }.
front-unbuilt = 이 프로그램에는 업무 화면이 들어 있지 않습니다. `make web`을 실행한 뒤 다시 빌드하십시오.
front-title = Liaison: { $agency }의 노드
front-demonstration = 시연: 이 노드의 모든 인물, 계좌, 사건은 가상입니다.
front-what = 기관이 서명된 진술을 보관하는 곳입니다. 담당자는 /의 업무 화면을 사용하고, 프로그램은 토큰을 보냅니다(`liaison token add`).
front-document = API 문서(OpenAPI 3.1)
front-catalog = 데이터셋
front-conflicts = 서로 상충하는 공표 수치
front-ready = 커밋된 것이 모두 반영되었는지
problem-bad-parameter = 매개변수가 잘못되었습니다
problem-parameter-unknown = 여기에는 `{ $parameter }` 매개변수가 없습니다.
problem-parameter-repeated = `{ $parameter }`은(는) 한 번만 쓸 수 있습니다.
problem-parameter-number = `{ $parameter }`은(는) 0부터 { $max }까지의 정수입니다.
problem-parameter-utf8 = `{ $parameter }`은(는) UTF-8이 아닙니다.
problem-parameter-choice = `{ $parameter }`은(는) 다음 가운데 하나입니다: { $allowed }.
problem-parameter-form = `{ $parameter }`이(가) API 문서에 적힌 형식과 다릅니다. 예: `{ $example }`.
problem-parameter-many = `{ $parameter }`을(를) 너무 여러 번 썼습니다. 최대 { $max }번입니다.
problem-parameter-text = `{ $parameter }`은(는) 최대 { $characters }자, 낱말이나 숫자 { $terms }개입니다.
problem-parameter-long = `{ $parameter }`은(는) 최대 { $max }자입니다.
problem-bad-request = 요청이 잘못되었습니다
problem-bad-request-detail = 요청을 이해할 수 없습니다.
problem-not-signed-in = 먼저 로그인하십시오
problem-not-signed-in-detail = 로그인하지 않았거나 세션이 끝났습니다.
problem-not-signed-in-hint = 다시 로그인하십시오. 입력한 내용은 남아 있습니다.
problem-no-token-hint = 프로그램은 토큰을 보냅니다: `Authorization: Bearer lia_…`. 사람은 브라우저로 로그인합니다.
problem-token-unknown = 알 수 없는 토큰입니다
problem-token-unknown-detail = 토큰을 알 수 없거나, 폐기되었거나, 만료되었습니다.
problem-token-unknown-hint = 전부 복사했는지 확인하십시오. `liaison token list`는 토큰과 만료일을 보여 주고, `liaison token add`는 새 토큰을 만듭니다.
problem-token-scope-detail = 토큰의 권한 범위에 포함되지 않습니다.
problem-token-scope-hint = 토큰의 역할로는 할 수 있습니다. `liaison token list`에서 권한 범위를 확인하고, --scope read처럼 필요한 범위로 토큰을 만드십시오.
problem-no-account = 아직 아무도 로그인할 수 없습니다
problem-no-account-detail = 이 노드에는 계정이 없습니다.
problem-sign-in-refused = 로그인되지 않았습니다
problem-sign-in-refused-detail = 이름, 비밀번호 또는 코드가 틀렸습니다.
problem-sign-in-refused-hint = 코드는 한 번만, 약 1분 동안 쓸 수 있습니다. 다음 코드를 기다리고 전화기의 시계가 맞는지 확인하십시오. 여러 번 시도하면 기다려야 합니다.
problem-not-confirmed = 변경되지 않았습니다
problem-not-confirmed-detail = 지금 비밀번호 또는 코드가 틀렸습니다. 로그인은 유지됩니다.
problem-bad-password = 변경되지 않았습니다
problem-not-for-tokens-detail = 토큰에는 계정이 없습니다. 로그인한 담당자가 하는 일입니다.
problem-held = 시도가 너무 많습니다
problem-read-only = 아무도 로그인할 수 없습니다
problem-no-header = 헤더가 없습니다
problem-no-header-detail = 무언가를 바꾸는 요청에는 `X-Liaison: 1` 헤더가 있어야 합니다.
problem-media-type = 내용의 종류가 다릅니다
problem-media-type-detail = 내용은 application/json 또는 application/octet-stream으로 보냅니다.
problem-bad-body = 내용을 이해할 수 없습니다
problem-bad-body-detail = 내용이 API 문서에 적힌 것과 다릅니다.
problem-bad-file = 파일을 읽을 수 없습니다
problem-bad-table = 표를 읽을 수 없습니다
problem-begun = 가져오기가 이미 시작되었습니다
problem-begun-detail = 한 번만 읽습니다. 파일을 다시 읽으려면 가져오기를 취소하고 파일을 다시 보내십시오.
problem-not-undoable = 되돌릴 것이 없습니다
problem-not-undoable-detail = 이 가져오기로 새로 들어온 것이 없거나 이미 되돌렸습니다.
problem-not-discardable = 가져오기가 진행 중이거나 이미 끝났습니다
problem-not-discardable-detail = 진행 중인 가져오기는 먼저 중지하고, 끝난 가져오기는 버리지 않고 되돌립니다.
problem-wrong-use = 요청한 대로 할 수 없습니다
problem-needs-reason = 사유가 필요합니다
problem-maybe-known = 이미 신고된 사람일 수 있습니다
problem-bad-report = 신고를 이대로 기록할 수 없습니다
problem-refused = 정책에 따라 거절되었습니다
screen-hint-unknown-format = 표(CSV 또는 XLSX), FollowTheMoney 개체나 진술(.json), 또는 발행처가 제공하는 그대로의 공개 목록을 보내십시오.
screen-hint-password = 문장이 가장 좋습니다. 길고 입력하기 쉽습니다.
screen-error-no-mapping = 표에는 열의 뜻을 알리는 제목이 있어야 합니다. 알아볼 수 있는 제목이 없습니다. 행 위에 이름, 생년월일, 여권 번호 같은 제목 한 줄을 넣고 다시 보내십시오.
screen-date-ambiguous-hint = 2025-06-05처럼 쓰거나 달을 낱말로 쓰십시오.
screen-phone-no-country-hint = +82처럼 국가 번호를 붙여 쓰십시오.
screen-hint-required = 칸을 채우고 그 행을 다시 가져오십시오.
screen-hint-formula = 스프레드시트에서 수식을 값으로 바꾸어(복사한 뒤 값으로 붙여 넣기) 파일을 다시 보내거나, 여기에 값을 쓰십시오.
screen-hint-figure = 상황 화면의 수치를 고르십시오.
screen-hint-successor = 지금 유효한 수치를 고르십시오. 이전 표시가 틀렸다면 그 표시를 먼저 철회하십시오.
screen-hint-reason = 아무의 이름도 들지 말고 몇 마디로 쓰십시오.
screen-hint-one-record = 기록 두 개를 고르십시오.
screen-hint-judged-different = 두 기록을 다시 읽으십시오. 그 판단이 잘못되었다면 기록의 '유사' 탭에서 취소하십시오.
screen-hint-commit = 기록의 ‘이력’ 탭에서 무엇이 있었고 무엇이 되돌려졌는지 볼 수 있습니다.
screen-hint-reveal = 필요한 목적을 고르십시오. 계정과 함께 기록됩니다.
screen-hint-operator = 노드 운영자에게 알리십시오. 그 전에 한 일은 남아 있습니다.
problem-foreign-origin = 다른 출처의 페이지가 요청했습니다
problem-foreign-origin-detail = 다른 출처의 페이지는 이 노드에 요청할 수 없습니다.
problem-wrong-host = 다른 서버로 보낸 요청입니다
problem-wrong-host-detail = 이 노드는 포트를 붙인 127.0.0.1, localhost, [::1]과 --host로 지정한 이름으로 응답합니다.
problem-not-found = 찾을 수 없습니다
problem-no-dataset = 그런 데이터셋은 없습니다
problem-no-dataset-detail = 볼 수 있는 데이터셋 가운데 `{ $dataset }`이(가) 없습니다. 볼 수 있는 것은 `/catalog`에 있습니다.
problem-no-route = 여기에는 아무것도 없습니다
problem-no-route-detail = 이 주소에는 아무것도 없습니다. API 문서는 /api/openapi.json에 있습니다.
problem-method-not-allowed = 허용되지 않는 메서드입니다
problem-method-not-allowed-detail = 이 주소는 이 메서드에 응답하지 않습니다. 응답하는 메서드는 `Allow` 헤더에 있습니다.
problem-body-too-large = 너무 큽니다
problem-body-too-large-detail = 여기서는 그렇게 큰 요청을 받지 않습니다.
problem-address-too-long = 주소가 너무 깁니다
problem-address-too-long-detail = 주소는 최대 16 KiB입니다.
problem-busy = 노드가 바쁩니다
problem-busy-detail = 처리 중인 요청이 너무 많습니다. 잠시 뒤 다시 시도하십시오.
problem-slow = 응답이 너무 오래 걸렸습니다
problem-slow-detail = 노드가 제때 응답하지 못했습니다. 범위를 줄이거나 잠시 뒤 다시 시도하십시오.
problem-behind = 노드가 아직 따라가는 중입니다
problem-behind-detail = 커밋된 내용이 아직 모두 보이지는 않습니다. 잠시 뒤 다시 시도하십시오.
problem-internal = 노드가 응답할 수 없었습니다
problem-internal-detail = 이쪽에서 문제가 생겼습니다. 서버 기록에 내용이 있습니다.

## formats: why a row or value was set aside, and what to do

problem-line-too-long = 바이트 { $offset }에서 시작하는 줄이 { $limit_mib } MiB보다 길어 건너뛰었습니다.
problem-not-utf8 = 파일의 바이트 { $offset }부터 UTF-8이 아닙니다.
problem-nul-byte = 본문에 있을 수 없는 NUL 문자가 있습니다.
problem-line-cut = 줄이 { $bytes }바이트 뒤 객체 안에서 끝납니다. 파일이 중간에 잘렸습니다.
problem-not-json = 줄의 { $column }열부터 JSON이 아닙니다.
problem-not-an-object = 줄이 JSON 객체가 아닙니다.
problem-key-twice = 객체에 같은 키가 두 번 있어 어느 것이 맞는지 알 수 없습니다.
problem-key-unknown = 개체에 없는 키이므로 건너뛰었습니다.
problem-key-shape = 속성이 목록으로 된 객체가 아닙니다.
problem-too-many-values = 개체의 값이 한 개체에 허용되는 수보다 많습니다.
problem-value-not-text = 문자열이 있어야 할 곳에 JSON { $kind ->
    [number] 숫자가
    [boolean] 참·거짓 값이
    [list] 목록이
    [object] 객체가
    [null] null 값이
   *[other] 값이
} 있습니다.

problem-id-missing = 개체에 ID가 없습니다.
problem-id-broken = ID는 공백과 제어 문자 없이 1~200바이트입니다.
problem-id-of-the-node = 노드가 스스로 만드는 기록의 ID입니다. 파일로 내용을 더할 수 없습니다.
problem-schema-missing = 개체에 스키마가 없습니다.
problem-schema-unknown = 이 이름의 스키마는 없습니다.
problem-schema-abstract = 이 스키마는 다른 스키마의 일부일 뿐이며 개체에 쓸 수 없습니다.
problem-record-schema = 이 종류의 항목은 노드만 만들며 파일에서 읽지 않습니다.
problem-property-unknown = { $schema }에는 { $property } 속성이 없습니다.
problem-property-stub = { $schema }의 { $property }은(는) 연결의 반대쪽입니다. 연결하는 쪽 개체에 씁니다.
problem-time-broken = 시각이 아닙니다.

problem-row-too-long = 행이 허용되는 길이보다 깁니다.
problem-open-quote = 이 행에서 열린 따옴표가 닫히지 않았습니다.
problem-bad-encoding = 파일의 인코딩으로 읽을 수 없는 문자가 있습니다.
problem-too-many-cells = 행의 칸이 표에 허용되는 열보다 많습니다.
problem-column-count = 제목은 { $headings }개인데 행의 칸은 { $cells }개입니다.
problem-cell-too-long = 칸의 내용이 허용되는 길이보다 깁니다.
problem-row-says-nothing = 이 행에는 읽는 열에 든 내용이 없습니다.
problem-required = { $schema }에는 다음 값이 필요합니다: { $properties }.
problem-key-empty = 이 행은 어떤 개체에 관한 것이지만, 개체를 가리키는 칸이 비어 있습니다.
problem-date-format = 날짜가 매핑에 지정된 형식이 아닙니다.
problem-formula = 칸에 수식이 있습니다. 그 값은 다른 곳에서 계산되어 최신이 아닐 수 있습니다.
problem-cell-error = 칸에 스프레드시트 오류가 있습니다.
problem-number-imprecise = 숫자의 자릿수가 스프레드시트가 보존하는 것보다 많아 끝자리가 없어졌을 수 있습니다.
problem-sheet-broken = 여기부터 시트를 읽을 수 없습니다.

problem-external = 외부(external)로 표시된 진술입니다. 출처가 보증하지 않습니다.
problem-marks-broken = 취급 표시가 아닙니다.
problem-column-broken = 칸의 내용이 열의 뜻과 다릅니다.

problem-too-many-rows = 행이 이런 파일에 허용되는 수보다 많습니다.
problem-no-entry = 명단에 이 번호의 항목이 없습니다.
problem-entry-too-long = 항목이 허용되는 길이보다 깁니다.
problem-xml-broken = 파일의 바이트 { $offset }부터 읽을 수 있는 XML이 아닙니다.
problem-xml-reference = 항목이 파일에서 정의해야 하는 XML 개체를 참조합니다. 이런 참조는 따라가지 않습니다.


hint-split-line = 줄을 나누거나, 파일을 만든 곳에 그런 줄이 없는 파일을 요청하십시오.
hint-save-utf8 = 파일을 UTF-8로 저장하여 다시 가져오십시오.
hint-line-cut = 파일이 끝까지 복사되었는지 확인하십시오. 다시 받아 가져오십시오. 이미 있는 것은 중복되지 않습니다.
hint-one-object-per-line = 한 줄에 객체 하나를 씁니다: {"{"}"id": "…", "schema": "Person", "properties": {"{"}"name": ["…"]{"}"}{"}"}
hint-quote-value = 값을 따옴표로 묶으십시오. 값은 문자열입니다.
hint-time = 시각은 2025-10-17T09:30:00과 같은 형태이며 UTC입니다.
hint-id = 글자, 숫자, 점, 하이픈으로 된 ID를 지정하십시오.
hint-id-of-the-node = 개체에 다른 ID를 지정하십시오.
hint-schema = Person, Company, Report와 같은 FollowTheMoney 또는 Liaison의 스키마를 쓰십시오.
hint-property = 스키마의 속성을 확인하십시오. 대개 이름의 철자가 틀린 것이 원인입니다.
hint-record-schema = 철회하려면 `liaison withdraw`, 수치에 대해 판단하려면 `liaison figures mark`을(를) 쓰십시오.
hint-open-quote = 따옴표를 닫거나, 본문에 속한 따옴표라면 두 번 쓰십시오.
hint-encoding = 파일을 UTF-8로 저장하거나 인코딩을 지정하십시오: cp949, gbk 또는 windows-874.
hint-column-count = 칸 안에 구분 기호가 있으면 칸을 따옴표로 묶어야 합니다.
hint-required = 제외된 행의 파일에서 칸을 채우고 그 파일을 가져오십시오.
hint-formula = 열을 값으로 붙여 넣거나, 매핑이 마지막 값을 쓰게 하십시오: "formulas": "take-last-value".
hint-cell-error = 스프레드시트에서 수식을 고치거나 칸을 비우십시오.
hint-text-column = 긴 숫자를 입력하거나 붙여 넣기 전에 열의 서식을 텍스트로 지정하십시오.
hint-shorten-cell = 내용을 줄이거나 문서로 첨부하십시오.
hint-workbook = 스프레드시트에서 열어 필요한 시트만 새 통합 문서나 CSV로 저장하여 가져오십시오.
hint-workbook-locked = 스프레드시트에서 암호를 해제하고 통합 문서를 저장하여 가져오십시오.
hint-mapping = 매핑을 표의 시트와 제목에 비교하십시오. --mapping이 없으면 매핑을 제안합니다.
hint-sheet-broken = 통합 문서를 스프레드시트에서 열어 새로 저장한 뒤 가져오십시오.
hint-external = 이 진술이 나온 원래 데이터셋을 가져오십시오.
hint-xml = 명단을 다시 내려받으십시오. 편집된 사본은 손상되었을 수 있습니다.
hint-same-edition = 같은 날의 sdn.csv, alt.csv, add.csv를 쓰십시오.


note-encoding-guessed = 내용에 비추어 { $encoding }(으)로 읽었습니다.
note-handling-stays = 진술 { $statements }건은 이미 알려진 것이어서 기존 취급 등급을 유지합니다. --handling은 새로운 것에만 적용됩니다.
note-sheet-read = 시트 `{ $sheet }`을(를) 읽었습니다{ $others ->
    [0] {""}
   *[other] ; 다른 시트 { $others }개는 읽지 않았습니다: { $names }(--sheet NAME으로 선택)
}.
error-sheet-of-no-workbook = { $file }은(는) 통합 문서가 아니므로 시트 `{ $sheet }`이(가) 없습니다.
note-columns-left-out = 매핑에 없는 열: { $columns }
note-judgements-left-out = { $rows }개 행에 다른 대표 ID가 있습니다. 판단은 진술과 함께 가져오지 않습니다.


column-heading = 제목이 그렇게 말합니다.
column-heading-twice = 제목이 비었거나 두 번 있습니다.
column-row-number = 행 번호는 표 밖에서는 뜻이 없습니다.
column-content = 칸 대부분이 그렇게 보입니다.
column-nameless = 누구 또는 무엇에 관한 것인지 가리키는 열이 없습니다.
column-some-date = 칸 대부분이 날짜이지만 무엇의 날짜인지 알 수 없습니다.
column-unknown = 제목도 칸도 무엇인지 말해 주지 않습니다.


left-out-record = 노드가 스스로에 대해 남기는 기록
left-out-schema = 개체의 스키마에 맞지 않는 값
left-out-self = 개체가 자기 자신을 가리키는 참조
left-out-value = FollowTheMoney가 받지 않는 { $property } 값
left-out-source = 진술을 가져온 출처
left-out-as-of = 진술이 참이었던 시점
left-out-grade = 진술의 등급
left-out-original = 출처의 원문 표기
left-out-lang = 값의 언어
left-out-date-changed = UTC로 바꾼 시각

## link: which records of one or two tables are one

link-columns = 비교에 쓰는 열:
link-column = {"  "}{ $heading }: { $kind }
link-left-out = 비교하지 않음: { $headings }
link-nothing-to-compare = 비교할 내용이 있는 열이 없습니다. 모든 기록이 따로 남습니다.
link-nothing-shared = 파일에 공통된 열이 없습니다. 같은 것을 담은 열에 같은 제목을 붙이십시오.
link-no-headings = { $file }에 제목이 없습니다. 첫 행이 열의 뜻을 말해야 합니다.
link-no-id-column = { $file }에 { $column } 열이 없습니다. 있는 열: { $headings }
link-problem = { $file }, { $row }행: { $reason }
link-problems = 행 { $problems }개를 건너뛰었습니다. 이 행은 어느 묶음에도 없습니다.
link-judgements = 판단 { $judgements }개를 지켰습니다.
link-unknown-verdict = { $verdict }: same, different, not sure 가운데 하나가 아닙니다
link-unknown-record = { $record } 기록이 없습니다
link-ambiguous-record = { $record }(이)라는 기록이 여럿입니다
link-stopped = 중지했습니다. 아무것도 쓰지 않았습니다.
link-one-of-each-file = 어느 파일에도 같은 사람이 두 번 있지 않은 듯합니다. 파일 사이의 쌍만 셉니다.
link-over-common = 값 { $values }개는 너무 흔하여, 그 값만으로 모든 기록을 서로 비교할 수 없습니다. 가장 흔한 값:
link-over-common-value = {"  "}{ $file }의 { $heading }, 기록 { $row }: 기록 { $records }개
link-done = 기록 { $records }개가 묶음 { $clusters }개로, 쌍 { $compared }개 비교, { $seconds }초: { $path }
link-kind-given-name = 이름(개인)
link-kind-family-name = 성
link-kind-full-name = 이름
link-kind-date = 날짜
link-kind-country = 국가
link-kind-sex = 성별
link-kind-document = 문서 번호
link-kind-phone = 전화
link-kind-email = 이메일
link-kind-account = 계좌
link-kind-crypto = 가상자산 주소
link-kind-handle = 플랫폼에서 쓰는 이름
link-kind-address = 주소
link-kind-text = 글
link-kind-code = 짧은 번호나 부호
link-kind-unused = 비교하지 않음
link-level-missing = 없음
link-level-different = 다름
link-level-swapped = 서로 상대의 열에 있음
link-level-beginning = 하나가 다른 하나로 시작함
link-level-similar = 비슷함
link-level-two-edits = 두 글자가 다름
link-level-one-edit = 한 글자가 다름
link-level-same-core = 끝자리나 @ 앞의 이름이 같음
link-level-some-words = 일부 낱말이 같음
link-level-words-left-out = 낱말이 빠짐
link-level-close-words = 모든 낱말이 비슷함
link-level-same-year = 같은 해
link-level-same-year-and-part = 같은 해와 같은 달 또는 날
link-level-same-day-and-month = 같은 달과 날
link-level-vaguer = 하나가 덜 자세함
link-level-slip = 한 자리 숫자가 다름
link-level-turned = 달과 날이 뒤바뀜
link-level-equal = 같음

## advert: 어떤 글이 그런 광고와 비슷한지, 어떤 글이 한 손에서 나왔는지

advert-not-text = { $file }: 글이 아닙니다. 글에 없는 바이트가 있습니다.
advert-no-column = { $file }에 { $column } 열이 없습니다. 있는 열: { $headings }
advert-no-json = 이 줄은 JSON 객체가 아닙니다
advert-no-text = 글이 든 text 키가 없습니다
advert-line-too-long = 줄이 16 MB보다 깁니다
advert-unknown-label = { $label }: 1도 0도 아닙니다
advert-problem = { $file }, { $row }행: { $reason }
advert-problems = 행 { $rows }개를 건너뛰었습니다.
advert-cut = 글 { $texts }개가 100,000자보다 길어 거기까지만 읽었습니다.
advert-quality = 글 { $texts }개, 그 가운데 그런 광고 { $adverts }개: 평균 정밀도 { $precision }, 브라이어 점수 { $brier }, 보정 오차 { $calibration }; 0.5에서 재현율 { $recall }, 오경보 { $alarms }
advert-nothing-measured = 잴 수 있는 것이 없습니다. 표시가 모두 한 종류입니다.
advert-clustered = 글 { $texts }개가 틀 { $templates }개의 묶음 { $clusters }개에 있습니다, { $seconds }초
advert-trained = 글 { $texts }개에서 학습했고 그 가운데 그런 광고는 { $adverts }개입니다. 따로 둔 글에서 로그 손실 { $loss }. 모델 { $hash }: { $path }
advert-too-few = 그런 광고로 표시된 글이 { $adverts }개, 다른 글이 { $others }개입니다. 저마다 { $required }개 이상 있어야 합니다.
advert-too-many = 모델은 글 { $most }개까지로 학습합니다.
advert-no-model = 이 판의 모델이 아닙니다.
advert-model-changed = 모델이 쓰인 뒤에 바뀌었거나 잘렸습니다.
advert-sign-pay-too-high = 보통 임금보다 훨씬 많은 급여를 내겁니다
advert-sign-no-experience = 경력도 학력도 요구하지 않습니다
advert-sign-travel-paid = 여비나 서류를 대 준다고 합니다
advert-sign-board-paid = 숙식이 무료라고 합니다
advert-sign-vague-job = 그런 광고가 자주 드는 일을 듭니다
advert-sign-indebted = 빚이 있는 사람을 부릅니다
advert-sign-passport-asked = 여권이나 여권 사본을 요구합니다
advert-sign-crossing = 국경이나 국경을 넘는 일을 말합니다
advert-sign-place = 그런 광고가 이끄는 곳을 듭니다
advert-sign-open-scam = 사기가 일이라고 드러내어 말합니다
advert-sign-account-trade = 계좌를 사거나 빌리거나 쓰는 일을 말합니다
advert-sign-gambling = 온라인 도박의 말을 씁니다
advert-sign-chat-only = 메신저로 연락을 받습니다
advert-sign-report = 그런 사건을 다룬 보도의 말을 씁니다
advert-sign-ordinary = 보통 고용주의 말을 씁니다
advert-sign-learnt = 전에 결정된 글과 비슷합니다
advert-sign-shared-contact = 다른 곳에서 알려진 연락처가 있습니다

## money: 돈의 행방과 자금세탁 유형

money-problem = { $file }, { $row }행, { $column }열, { $value }: { $reason }
money-set-aside = { $rows }개 행을 제쳐 두었습니다. 어떤 답에도 들어 있지 않습니다.
money-to-themselves = 송금 { $rows }건은 같은 계좌로 보낸 것이므로 옮겨진 돈이 없습니다.
money-out-of-order = { $rows }개 행이 더 늦은 행 뒤에 있습니다. 송금은 시각 순서로 처리합니다.
money-no-zone = 시각에 시간대가 적혀 있지 않습니다. 모두 같은 시간대로 보며 순서는 달라지지 않습니다. --zone으로 시간대를 지정하십시오.
money-floats = 이 파일의 금액은 부동소수점입니다. 각 금액을 같은 값으로 다시 읽히는 가장 짧은 수로 봅니다.
money-days = 시각이 날짜뿐입니다. 계좌가 그날 받은 돈은 그날 보낸 모든 송금에 쓸 수 있는 것으로 봅니다.
money-is-folder = { $path }은(는) 폴더입니다. 표가 필요합니다.
money-stopped = 중단되었습니다. 아무것도 쓰지 않았습니다.
money-no-account = 표에 { $account }의 송금이 없습니다. 계좌는 적힌 그대로 비교합니다.
money-no-accounts = 계좌가 지정되지 않았습니다.
money-same-account = 돈이 닿는 계좌는 돈이 나간 계좌와 달라야 합니다.
money-min-not-in = 이 표의 { $currency }에는 그런 금액이 없습니다. 소수 자릿수가 더 적거나 금액이 너무 큽니다.
money-no-currency = (통화 없음)
money-columns-setting = { $setting }: 어느 열이 무엇인지 알 수 없습니다. time=ts,from=src,to=dst,amount=sum,currency=ccy처럼 쓰십시오.
money-columns-missing = { $column }이라는 열이 없습니다. 있는 열: { $headings }. --columns로 열 이름을 지정하십시오.
money-columns-twice = { $column }이라는 열이 둘 있습니다.
money-fault-no-account = 계좌가 비어 있습니다.
money-fault-too-many-accounts = 계좌가 너무 많습니다.
money-fault-too-many-currencies = 통화가 65,536개보다 많습니다.
money-fault-currency = 한 가지 통화가 아닙니다.
money-fault-no-amount = 금액이 비어 있습니다.
money-fault-negative = 금액이 음수입니다. 돈은 한 계좌에서 다른 계좌로 갑니다. 두 계좌를 서로 바꾸십시오.
money-fault-exponent = 금액이 지수로 적혀 있습니다. 프로그램이 반올림한 것이며 원래 값을 알 수 없습니다. 출처에서 다시 가져오십시오.
money-fault-comma = 금액에 쉼표가 있습니다. 나라에 따라 천 단위 구분이거나 소수점입니다. 1234.50처럼 쓰십시오.
money-fault-too-precise = 금액의 소수 자릿수가 18자리보다 많습니다.
money-fault-too-large = 이 표에서 쓰는 통화의 최소 단위로 금액이 64비트를 넘습니다.
money-fault-amount = 1234.50과 같은 숫자가 아닙니다.
money-fault-time = 2026-03-01T09:30:00+07:00과 같은 시각이 아닙니다.
money-fault-no-such-time = 그런 날짜나 시각은 없습니다.
money-fault-no-zone = 이 시각에는 시간대가 없지만 다른 시각에는 있습니다. --zone으로 시간대를 지정하십시오.
money-fault-day-only = 날짜만 있지만 다른 행에는 시각이 있습니다. 그날의 어느 때인지 알 수 없습니다.
error-ledger = 원장: { $reason }.
error-ledger-busy = 다른 프로세스가 이 노드에 거래를 읽어 들이고 있습니다.
hint-ledger-busy = 끝날 때까지 기다린 뒤 다시 읽어 들이십시오.
hint-ledger-gone = `liaison undo COMMIT`로 읽어 들이기를 되돌리고(`liaison ledger list` 참조) 파일을 다시 읽어 들이십시오.
hint-ledger-mapping = 매핑을 작성해 --mapping으로 주십시오. 역할과 예는 docs/reference/money.md에 있습니다.
ledger-mapping-json = 매핑이 아닙니다: { $reason }.
ledger-mapping-missing = 표에 { $heading } 열이 없습니다.
ledger-mapping-silent = 다음을 말하는 열을 알 수 없습니다: { $what }. 있는 열: { $headings }.
ledger-mapping-no-account = 어느 계좌의 명세서인지 알 수 없습니다. --account로 계좌를 지정하거나 매핑으로 양쪽을 지정하십시오.
ledger-not-a-file = { $path }은(는) 두 번 읽을 수 있는 파일이 아닙니다.
ledger-known = { $file }은(는) 이미 { $known }(으)로 커밋 { $commit }에 들어 있습니다. 아무것도 더하지 않았습니다.
ledger-nothing = { $file }: 읽을 수 있는 거래가 없습니다. 아무것도 읽어 들이지 않았습니다.
ledger-loaded = { $file } ({ $format }): 거래 { $rows }건, { $first }부터 { $last }까지, 커밋 { $commit }.
ledger-empty = 원장이 비어 있습니다. `liaison ledger load FILE`로 채우십시오.
ledger-no-rows = 맞는 행이 없습니다.
ledger-more = { $rows }개 더 있습니다: --skip { $skip }.
ledger-duplicates = { $rows }개 행은 다른 파일에도 있어 한 번만 셉니다.
ledger-reversals = { $rows }개 행은 되돌림입니다. 돈이 돌아갔습니다.
ledger-netted = { $rows }개 행은 거래와 되돌림이 서로 지워져 뺐습니다.
ledger-kind-booked = 기장됨
ledger-kind-pending = 예고됨
ledger-kind-reversal = 되돌림
money-time = { $text }은(는) 2026-03-01T09:30:00Z 같은 시각이 아닙니다.
money-coarsened = 일부 시각이 날짜뿐입니다. 모두 날짜로 보며, 계좌가 그날 받은 돈은 그날 보낸 모든 송금에 쓸 수 있는 것으로 봅니다.
money-pending = { $rows }개 행은 예고되었으나 아직 기장되지 않았습니다. 추적하지 않습니다.
ledger-fault-element = { $path }은(는) 여기서 알려지지 않았습니다. 나머지의 뜻을 바꿀 수 있으므로 짐작하지 않습니다.
ledger-fault-message = { $found }은(는) 읽는 메시지가 아닙니다: camt.052, camt.053, camt.054, pacs.008의 02~13판.
ledger-fault-doctype = 파일이 자체 엔터티를 정의합니다. 그런 파일은 메모리를 모두 채우게 만들 수 있어 더 읽지 않습니다.
ledger-fault-balance = 기초 잔액에서 기말 잔액으로 이어지지 않습니다: { $difference } { $currency }이(가) 모자라거나 남습니다.
ledger-fault-row-balance = 잔액이 옆 행에서 이어지지 않습니다.
ledger-fault-count = 거래 { $announced }건이라고 하나 { $found }건이 있습니다.
ledger-fault-sum = 거래의 합이 알린 금액과 다릅니다: { $difference }이(가) 모자라거나 남습니다.
ledger-fault-parts = 이 항목의 거래 합이 항목과 다릅니다: { $difference }이(가) 모자라거나 남습니다.
ledger-fault-direction = 들어온 것인지 나간 것인지 알 수 없습니다.
ledger-fault-no-field = 필요하지만 없습니다.
ledger-fault-field = { $field }이(가) 표준대로 적혀 있지 않습니다.
ledger-fault-parties = 여러 당사자만 있고 누가 누구에게 냈는지가 없습니다.
ledger-fault-failed = 실패한 거래로, 옮겨진 돈이 없습니다.
ledger-fault-both = 행에 나간 금액과 들어온 금액이 함께 있습니다.
ledger-fault-decimals = 소수 자릿수가 말하는 토큰의 최소 단위가 아니거나 자릿수가 수가 아닙니다.
ledger-fault-too-large = 금액이 38자리를 넘습니다.
money-plan-nothing-held = 표에 있는 계좌에는 남은 돈이 없습니다. 모두 돌아갔거나 한도를 벗어났습니다.
money-plan-victim = 예금주가 피해자로 추정됨
money-plan-habit = 분은 습관이지 약속이 아닙니다. 전에 그 계좌에서 돈이 머문 시간에서 이미 머문 시간을 뺀 것입니다.
money-plan-written = 계획과 요청이 { $folder }에 있습니다. 아무것도 보내지 않았습니다.
money-no-account-column = { $path }에 account 열이 없습니다. 있는 열: { $headings }.
money-no-bank = 은행 미상
money-block-total = { $rows }개 행: 은행 { $banks }곳의 계좌 { $accounts }개, 두 번 이상 적힌 것 { $duplicates }개.
money-block-set-aside = { $rows }개 행에 계좌가 없어 제쳐 두었습니다.
money-block-strangers = { $rows }개 결과는 목록에 없는 계좌의 것입니다.
money-block-unread = { $rows }개 결과가 held, refused, expired가 아니거나 금액이 금액이 아닙니다.
column-rank = 순위
column-bank = 은행
column-minutes-left = 남은 분
column-accounts = 계좌
column-victims = 피해자
column-mules = 대포통장
column-refused = 거절
column-expired = 만료
column-unanswered = 미응답
column-from = 보낸 계좌
column-to = 받은 계좌
column-amount = 금액
column-format = 형식
column-rows = 행
column-problems = 문제
column-by = 누가
money-ties-written = 같은 시각의 송금은 표의 순서대로
money-ties-credits-first = 같은 시각에는 입금이 출금보다 먼저
money-rule-fifo = 선입선출
money-rule-lifo = 후입선출
money-rule-pro-rata = 비율 배분
money-rule-poison = 접촉하면 전부
money-rule-lowest-balance = 최저 중간 잔액
money-total = { $currency }, { $rule }({ $ties }): 보낸 금액 { $sent } = 계좌에 남은 금액 { $held } + 돌아온 금액 { $returned } + 한도 밖 { $beyond }
money-infected = 접촉만으로 { $amount }이(가) 더해집니다. 이 규칙은 누가 관련되었는지를 보여 줄 뿐, 얼마를 가져갔는지를 보여 주지 않습니다.
money-nothing-sent = 한도 안에서 이 계좌들이 보낸 돈이 없습니다.
money-nothing-came = 한도 안에서 이 계좌들로 들어온 돈이 없습니다.
money-reached = 돈이 왔을 수 있는 계좌 { $accounts }개({ $ties }):
money-more = … 외 { $rows }개. --json과 --out에는 모두 있습니다.
money-flow = { $to }에 닿을 수 있었던 금액은 최대 { $amount } { $currency }입니다({ $ties }; 경로에 있는 송금 { $possible }건). 이것은 상한일 뿐 확인된 사실이 아닙니다.
money-bottleneck = 금액을 제한하는 행 { $count }개(금액의 합이 상한과 같음): { $rows }
money-no-flow = 한도 안에서 그곳에 닿을 수 있었던 돈이 없습니다.
money-no-patterns = 유형이 발견되지 않았습니다.
money-cut = 일부 계좌는 기간 안의 송금이 너무 많아, 다단계·연쇄·순환 유형은 최근 송금에서만 찾았습니다.
money-patterns-done = 송금 { $rows }건, 유형 { $alerts }건, { $seconds }초. 가장 이례적인 { $shown }건을 보여 줍니다. 유형은 살펴볼 이유일 뿐 확인된 사실이 아닙니다.
pattern-fan-out = 분산: 기간 안에 계좌 { $accounts }개로, 출금 { $all }건 중 { $transfers }건
pattern-fan-in = 집중: 기간 안에 계좌 { $accounts }개에서, 입금 { $all }건 중 { $transfers }건
pattern-cycle = 순환: 최대 { $accounts }번의 송금을 거쳐 돈이 돌아왔습니다
pattern-bipartite = 이분: 다른 계좌와 함께 같은 계좌 { $accounts }개로, 송금 { $transfers }건
pattern-stack = 다단: 계좌 { $accounts }개의 세 층, 송금 { $transfers }건
pattern-scatter-gather = 분산 후 집중: 계좌 { $accounts }개를 거쳐 한 계좌로, 송금 { $transfers }건
pattern-gather-scatter = 집중 후 분산: 여러 계좌에서 받아 여러 계좌로, 모두 { $accounts }개 계좌, 송금 { $all }건 중 { $transfers }건
pattern-random-walk = 연쇄: { $accounts }번 이어서 넘겨졌고 금액은 조금씩만 줄었습니다
pattern-pass-through = 통과: 입금된 돈이 한 시간 안에 거의 그대로 나간 것이 { $accounts }건
pattern-structuring = 쪼개기: 보고 기준 바로 아래의 출금 { $accounts }건(전체 { $all }건)
pattern-dormant-then-active = 휴면 후 활동: 오랫동안 없다가 송금 { $accounts }건
pattern-many-in-one-out = 여럿 입금 후 한 번 출금: 계좌 { $accounts }개의 소액이 함께 나갔습니다
role-why-black-mule = 추적한 돈을 받아 대부분 넘겼습니다. 입금의 { $percent }%가 나갔고, 중앙값으로 { $minutes }분 뒤였습니다.
role-why-grey-mule = 받은 돈을 넘깁니다. 입금의 { $percent }%가 나갔고, 중앙값으로 { $minutes }분 뒤였습니다.
role-why-collector = 계좌 { $senders }개에서 받아 { $receivers }개로 보냅니다.
role-why-distributor = 계좌 { $senders }개에서 받아 { $receivers }개로 보냅니다.
role-why-cash-out = 계좌 { $senders }개에서 받고, 이 표에서는 나가는 돈이 없습니다.
role-why-exchange-deposit = 계좌 { $senders }개에서 받아 { $percent }%를 한 계좌로 넘깁니다.

## web: the frame around every screen

web-loading = 불러오는 중
web-skip = 화면 내용으로 건너뛰기
web-menu = 메뉴
web-close = 닫기
web-cancel = 취소
web-hide = 숨기기
web-again = 다시 시도
web-copied = 복사됨
web-copy-details = 자세한 내용 복사
web-cite = 인용
web-cited = 인용문을 클립보드에 복사했습니다.
web-help = 도움말
web-help-where = 첫 한 시간 안내서와 한계 목록은 프로그램의 `docs` 폴더에 있습니다.
web-screens = 화면
web-rail-know = 파악
web-rail-work = 업무
web-rail-audit = 감사
web-rail-set-up = 설정
web-screen-situation = 상황
web-screen-inbox = 수신함
web-screen-cases = 사건
web-screen-case = 사건
web-screen-screening = 피해자 심사
web-screen-interview = 사람
web-key-go-cases = 사건으로 가기
web-key-case-new = 사건 열기
web-key-case-task = 할 일 추가
web-key-case-note = 메모 추가
web-key-case-decide = 결정 기록
web-case-said = 사건 { $count }건
web-case-open = 사건 열기
web-case-open-act = 열기
web-case-which = 어떤 사건
web-case-all = 열린 사건
web-case-mine = 내 사건
web-case-closed-too = 종결된 사건 포함
web-case-none = 열린 사건이 없습니다.
web-case-none-what = 양식에 따라 사건을 여십시오. 할 일이 함께 만들어지고, 함께 일할 사람을 참여시킬 수 있습니다.
web-case-not-in = 참여하지 않은 사건입니다. 담당자에게 요청하십시오.
web-case-number = 번호
web-case-title = 제목
web-case-title-hint = 이름을 밝히지 마십시오. 목록에 보입니다.
web-case-type = 종류
web-case-severity = 중대성
web-case-state = 상태
web-case-lead = 담당자
web-case-opened = 연 날
web-case-template = 양식
web-case-follows-in = 다른 사람을 참여시킬 때까지 본인만 볼 수 있습니다.
web-case-follows-tasks = 양식의 할 일이 기한과 함께 본인에게 배정됩니다.
web-case-missing = 그런 사건이 없거나 참여하지 않은 사건입니다.
web-case-missing-what = 사건 담당자나 감독자가 참여시킬 수 있습니다.
web-case-note-text = 사건 참여자만 볼 수 있습니다.
web-case-members = 참여자
web-case-from = { $origin }에서 가져옴
web-case-task = 할 일 추가
web-case-note = 메모
web-case-decision = 결정
web-case-event = 사건 경과
web-case-link = 연결
web-case-let-in = 참여시키기
web-case-let-out = 제외하기
web-case-close = 사건 종결
web-case-reopen = 다시 열기
web-case-timeline-file = 연표 CSV
web-case-enter-act = 입력
web-case-follows-members = 사건의 모든 참여자가 볼 수 있습니다.
web-case-follows-out = 이후 사건의 내용을 볼 수 없습니다.
web-case-follows-beside = 앞선 내용은 그대로 남습니다.
web-case-follows-signed = 본인 이름으로만 서명됩니다. 남을 대신해 서명할 수 없습니다.
web-case-text-note = 메모 내용
web-case-text-decision = 결정 내용
web-case-text-event = 일어난 일
web-case-text-link = 신고 번호 또는 기록 id
web-case-text-task = 할 일
web-case-due = 기한
web-case-owner = 담당자
web-case-officer = 담당자
web-case-tasks = 할 일
web-case-tasks-none = 아직 할 일이 없습니다.
web-case-change = 변경
web-case-change-task = 할 일 “{ $title }” 변경
web-case-people = 사람: 두 기록을 따로 보기
web-case-people-none = 아직 없습니다. 신고나 사람을 연결하십시오.
web-case-evidence = 증거
web-case-evidence-none = 아직 증거가 없습니다. `liaison case evidence`로 파일을 등록합니다.
web-case-holder = 보관자: { $officer }
web-case-signed = { $officer } 서명, 커밋 { $commit }
web-case-offer = 인계
web-case-accept = 인수
web-case-refuse = 거절
web-case-offer-title = { $file } 인계
web-case-accept-title = { $file } 인수
web-case-refuse-title = { $file } 거절
web-case-sign = 서명
web-case-links = 연결된 것
web-case-links-none = 연결된 것이 없습니다.
web-case-entries = 메모와 결정
web-case-entries-none = 아직 메모가 없습니다.
web-case-timeline = 연표
web-case-timeline-none = 아직 아무 일도 없습니다.
web-tracks-person = 사람
web-tracks-disputed = 기관마다 다름
web-tracks-victim = 피해자 기록
web-tracks-victim-none = 아직 심사하지 않았습니다. 묻지 않은 것은 “아니요”가 아닙니다.
web-tracks-criminal = 형사 기록
web-tracks-criminal-none = 어느 당국도 기록하지 않았습니다.
web-tracks-form = { $form }, 점수 { $score }
web-tracks-non-punishment = 비처벌:
web-tracks-released = { $officer }이(가) 협력 기관에 알리도록 허가:
web-tracks-open = 기록과 면담
web-screening-said = { $count }명 대기
web-screening-none = 심사를 기다리는 사람이 없습니다.
web-screening-none-what = 구출되거나 구금되었으나 심사받지 않은 사람이 여기에 나옵니다.
web-screening-order = 아동 먼저, 다음은 점수, 다음은 오래 기다린 순입니다. 점수는 그 밖에 아무것도 결정하지 않습니다.
web-screening-age = 나이
web-screening-score = 점수
web-screening-more = { $total }명 중 처음 { $shown }명.
web-interview-missing = 그런 사람이 없습니다.
web-interview = 심사 면담
web-interview-step = 형사 기록: 단계 입력
web-interview-non-punishment = 비처벌 검토
web-interview-release = 협력 기관에 허가
web-interview-screening-title = 심사 입력
web-interview-step-title = 당국의 조치
web-interview-non-punishment-title = 비처벌 검토
web-interview-release-title = 이 사람을 협력 기관에 피의자로 알리도록 허가
web-interview-follows-named = 이름을 걸고 책임집니다. 피해자 기록에 다음 판단이 있으면 끝납니다.
web-interview-form = 양식
web-interview-age = 성년 여부
web-interview-of-age = { $country }: { $years }세부터 성년.
web-interview-unverified = 확인되지 않음.
web-interview-count = { $all }개 중 { $asked }개 질문, 예 { $yes }; 점수 { $score }.
web-interview-no-decision = 점수는 순서만 정합니다. 결정은 담당자가 합니다.
web-interview-needs = 지금 필요한 것
web-interview-result = 결과
web-interview-enter = 결과 입력
web-interview-said = 오늘부터 우리 기관의 판단: { $result }.
web-interview-alleged = 혐의 행위
web-interview-exploitation = 착취와의 관련
web-interview-decision = 결정
web-interview-appeal = 불복
web-interview-release-to = 어느 기관에 (비우면 모두)
web-interview-basis = 법적 근거
web-screen-reports = 신고
web-screen-report = 신고
web-screen-new-report = 신고 접수
web-screen-estimate = 추정
web-screen-search = 인물·조직
web-screen-record = 기록
web-screen-import = 가져오기
web-screen-activity = 작업
web-screen-looks = 열람 기록
web-screen-account = 계정
web-screen-nothing = 찾을 수 없음
web-nothing = 여기에는 아무것도 없습니다
web-nothing-what = 주소가 없거나, 열람할 수 없는 대상입니다.
web-preview = 미리 보기
web-known-since = 인지 시각
web-situation-then = 그때는 알려진 것이 없었습니다
web-situation-then-what = 그 시점에 이 노드에는 볼 수 있는 수치, 장소, 사건이 없었습니다.
web-known-now-show = 지금 알려진 것 보기
web-no-role = 다른 역할을 위한 화면입니다
web-no-role-what = 현재 역할: { $roles }. 이 역할로는 이 화면을 열 수 없습니다.
web-no-role-operator = 로그인한 역할: { $roles }. 계정, 토큰, 노드 자체를 돌보는 사람은 그 기기의 프로그램으로 일하며 기록을 읽지 않습니다.
web-banner = 취급 등급
web-banner-nothing = 이 화면에는 표시가 붙은 항목이 없습니다.
web-banner-clear = 공개 자료이며 각각 출처가 있습니다. 전달할 수 있습니다.
web-banner-green = 교환에 참여하는 기관용입니다. 일반 공개 금지.
web-banner-amber = 지정된 기관과 그 기관이 알려야 하는 대상에 한합니다. 작성 기관의 동의 없이 재전달 금지.
web-banner-amber-strict = 지정된 기관에 한합니다. 작성 기관의 동의 없이 재전달 금지.
web-banner-red = 지정된 사람에 한합니다.
web-banner-none = 작성 기관에만 남습니다. 이 노드 밖으로 나가지 않습니다.
web-banner-until = { $time } 만료.
web-banner-of = 화면의 { $count }개 항목 중 가장 엄격한 등급.
web-originator-only = 작성 기관 전용
web-handling-own = 작성 기관
web-demonstration = 가상의 인물과 계좌
web-search-label = 검색
web-search-hint = 모든 문자, 번호, 지명으로 검색
web-range = 기간
web-range-all = 모든 날짜
web-range-what = 출처가 밝힌 날짜를 기준으로, 일어났거나 사실이었던 때입니다.
web-range-from = 시작
web-range-to = 끝
web-range-clear = 모든 날짜
web-unit-people = 명
web-unit-reports = 건
web-unit-sites = 곳
web-unit-level = 단계
web-unit-persons-and-entities = 개인·단체
web-unit-devices = 대
web-unit-buildings = 동
web-unit-percent = 퍼센트
web-unit-accounts = 계정
web-unit-items = 점
web-unit-ratio = 비율
web-unit-entities = 단체
web-unit-requests = 요청
web-gender-male = 남성
web-gender-female = 여성
web-gender-other = 기타
web-topic-sanction = 제재 대상
web-topic-crime = 범죄
web-topic-crime-fraud = 사기
web-topic-crime-traffick = 인신매매·밀매
web-topic-crime-fin = 금융 범죄
web-topic-wanted = 수배
web-topic-poi = 관심 대상
web-topic-role-pep = 정치적 주요 인물
web-known-on = 인지 시점
web-known-now = 현재
web-known-what = 그 시점에 이 노드가 알고 있던 내용을 보여 줍니다. 열람 권한은 오늘의 표시를 따릅니다.
web-time-zone = 시각은 { $zone } 기준입니다.
web-language = 언어
web-language-unchecked = 이 언어는 아직 원어민이 확인하지 않았습니다. 번역되지 않은 부분은 영어로 표시됩니다.
web-jobs = { $count ->
    [0] 작업 없음
   *[other] 작업 { $count }건
 }
web-account = 계정
web-account-own = 비밀번호와 세션
web-account-made = { $time } 만듦
web-sign-out = 로그아웃
web-role-analyst = 분석관
web-role-supervisor = 감독관
web-role-liaison-officer = 연락관
web-role-consular-officer = 영사
web-role-victim-support = 피해자 지원
web-role-auditor = 감사관
web-role-administrator = 관리자
web-sign-in = 로그인
web-sign-in-what = 이 노드의 계정, 비밀번호, 기기의 인증 코드를 입력하십시오.
web-sign-in-again = 다시 로그인
web-sign-in-again-what = 세션이 끝났습니다. 이 창 뒤에 입력하던 내용은 그대로 있습니다.
web-sign-in-name = 계정
web-sign-in-password = 비밀번호
web-sign-in-code = 코드
web-sign-in-code-what = 인증 앱의 여섯 자리 숫자입니다. 붙여 넣어도 됩니다.
web-keys = 단축키
web-keys-key = 키
web-keys-does = 기능
web-keys-single = 한 글자 단축키 사용
web-key-search = 검색
web-key-palette = 이동·실행
web-key-overlay = 모든 키
web-key-go-situation = 상황으로 이동
web-key-go-inbox = 수신함으로 이동
web-key-go-reports = 신고로 이동
web-key-report-new = 신고 접수
web-key-report-stage = 단계 입력
web-key-report-check = 안부 확인 기록
web-key-go-estimate = 추정으로 이동
web-key-go-search = 인물·조직으로 이동
web-key-go-import = 가져오기로 이동
web-key-go-activity = 작업으로 이동
web-key-go-looks = 열람 기록으로 이동
web-key-next = 다음 행
web-key-previous = 이전 행
web-key-open = 열기
web-key-preview = 미리 보기
web-key-back = 뒤로, 닫기
web-key-evidence = 근거
web-key-undo-judgement = 나의 마지막 판단 취소
web-key-twin = 지도를 표로
web-key-print = 인쇄 보기
web-key-cite = 인용 복사
web-key-tab-before = 이전 탭
web-key-tab-after = 다음 탭
web-palette = 이동, 실행, 검색
web-palette-hint = 화면, 동작, 저장된 검색, 언어
web-palette-go = 화면
web-palette-act = 동작
web-palette-saved = 저장된 검색
web-palette-search = 이 말로 검색
web-palette-none = 맞는 항목이 없습니다.
web-unreachable = 노드가 응답하지 않습니다
web-unreachable-what = 다시 시작하는 중이거나 연결이 끊겼을 수 있습니다. 입력한 내용은 사라지지 않습니다. 잠시 뒤 다시 시도하십시오.
web-broken = 문제가 생겼습니다
web-failure-code = 코드:
web-covered = 가려짐
web-value-more = { $count }자 더 보기
web-explain = 이 수치가 나온 과정
web-explain-how = 어떻게?
web-explain-asked = 질문
web-explain-inputs = 자료
web-explain-as-of = 기준 시점
web-explain-method = 방법
web-explain-figures = 공표된 수치 { $count }개
web-explain-position = 저널 위치 { $position }
web-explain-figures-method = 같은 질문의 수치를 나란히 둡니다. 평균을 내거나 더하거나 빼지 않습니다.
web-reason = 사유
web-receipt = 접수 번호 { $commit }
web-receipt-when = { $time }에 기록하고 서명했습니다.
web-receipt-what = 이 번호로 디스크에 남았습니다. 뒤에 다른 판단을 더할 수는 있지만 덮어쓸 수는 없습니다.
web-evidence = 근거
web-kind = 종류
web-date = 날짜
web-country = 국가
web-source = 출처

## web: situation

web-views = 보기
web-view-overview = 개요
web-view-questions = 질문
web-view-figures = 수치
web-view-events = 사건
web-view-places = 장소
web-situation-sum = 발표처 { $publishers }곳의 공표 수치 { $figures }개 · 질문 { $questions }개, { $judged ->
    [0] 판단 없음
   *[other] 판단한 수치 { $judged }개
 }
web-situation-note = 공표된 그대로의 수치입니다. 여기서 검증된 것은 없습니다.
web-situation-none = 수치가 없습니다
web-situation-none-what = 질문, 값, 발표처 열이 있는 표로 출처와 함께 수치를 가져오십시오.
web-estimate-lead = 여러 명단이 서로 겹칠 때 어느 명단에도 없는 사람이 몇 명인지를 다중 체계 추정으로 계산합니다. 답은 범위이거나, 이유를 밝힌 거부입니다.
web-estimate-table = 인원수 표
web-estimate-table-what = 명단마다 0과 1의 열 하나, 그리고 count라는 열 하나: 정확히 그 명단들에만 있는 사람의 수. 인원수만 넣고 이름은 넣지 마십시오.
web-estimate-file = 파일에서 표 가져오기
web-estimate-example = 지어낸 예시 사용
web-estimate-example-said = 예시를 입력란에 넣었습니다. 숫자는 지어낸 것입니다.
web-estimate-method = 방법
web-estimate-method-all = 이 명단 수에 쓸 수 있는 모든 방법을 나란히
web-estimate-method-usual = 이 명단 수에 권장되는 방법
web-estimate-seed = 시드
web-estimate-seed-what = 같은 시드는 같은 한계를 줍니다.
web-estimate-ask = 추정하기
web-estimate-working = 계산 중입니다. 명단이 다섯이면 30초쯤 걸릴 수 있으며, 한 번에 한 질문만 처리합니다.
web-estimate-stop = 그만 기다리기
web-estimate-none = 아직 물은 것이 없습니다
web-estimate-none-what = 인원수 표를 넣으십시오. 먼저 기록을 연결해야 합니다. 두 명단에 있는 한 사람을 두 사람으로 세면 답이 지나치게 높아집니다.
web-estimate-note = 추정 결과는 보관되지 않습니다. 필요한 것은 인쇄하십시오.
web-estimate-cells = 읽은 그대로의 칸
web-estimate-lists = 이 명단에만 있음
web-estimate-people = 인원
web-estimate-on-none = 어느 명단에도 없음
web-estimate-unknown = 알 수 없음: 이것을 추정합니다
web-estimate-chart = 전체 인원: 방법별 범위
web-estimate-seen-mark = 민무늬 막대: 확인된 { $people }명. 빗금: 범위. 점선: 가운데 값.
web-estimate-range = { $low }~{ $high }
web-estimate-at-least = 최소 { $low }
web-estimate-refused = 거부됨
web-estimate-warnings = 사용하기 전에 알아야 할 것
web-estimate-models = 범위가 포괄하는 모형
web-estimate-model = 모형
web-estimate-alone = 전체 인원, 이 모형만으로
web-estimate-share = 반복 표본 중 비율 또는 믿음
web-estimate-drawn = 시드 { $seed }로 새로 뽑은 표 { $replicates }개, 그중 추정값이 없는 표 { $failed }개.
web-estimate-assumes = 전제하는 것
web-estimate-lists-names = 번호별 명단: { $lists }
web-print = 인쇄 보기
web-working-copy = 작업용 사본. { $user }이(가) { $time }에 화면에서 인쇄함, 저널 위치 { $position }. 증거물이 아님.
web-as-of = 기준일
web-undated = 날짜 없음
web-figure-value = 값
web-plot = 도표
web-what-is-counted = 무엇을 센 것인가
web-said-by = 말한 이, 출처
web-no-source = 출처가 밝혀지지 않음
web-date-unverified = 날짜 미확인
web-figures-differ = 수치 { $count }개
web-set-conflict = 모두 참일 수는 없습니다
web-set-told-apart = 무엇을 언제 세었는지가 서로 다릅니다
web-set-unjudged = 아직 판단 없음
web-set-judged = 판단한 수치 { $count }개
web-set-method = 화살표: ‘이상’. 평균을 내지 않음.
web-set-apart = 분석관이 이 질문에서 떼어 낸 수치
web-basis-proposed = 아무도 이 질문을 명시하지 않았습니다. 대상, 척도, 장소, 시기가 일치하는 수치입니다.
web-basis-set-apart = 분석관이 이 수치를 원래 질문에서 떼어 냈습니다.
web-basis-short-stated = 명시됨
web-basis-short-proposed = 제안됨
web-more-than = 이상
web-at-most = 이하
web-off-scale = 범위 밖
web-in-conflict = 상충
web-preferred = 채택
web-superseded = 대체됨
web-corroborated = 다른 출처로 확인됨
web-fate-held = 구금 중
web-fate-expected = 출국 예정
web-fate-left = 출국함
web-fate-counted = 집계
web-sources = 출처 { $count }개
web-sources-of = { $value }의 출처 { $count }개
web-judge-different = 다른 질문
web-judge-superseded = 대체됨
web-judge-preferred = 채택, 사유 …
web-judge-different-question-title = 이 수치는 다른 질문에 대한 답입니다
web-judge-superseded-title = 이 수치는 다른 수치로 대체되었습니다
web-judge-preferred-title = 이 수치를 사용합니다
web-judge-by = 대체한 수치
web-judge-by-none = 이 가운데 없음
web-judge-write = 저널에 기록
web-judge-hint = 1년 뒤 읽을 사람을 위해 본인의 말로 쓰십시오. 피해자 이름은 쓰지 마십시오.
web-consequence-different-question = “{ $what }” 수치가 이 질문에서 빠져 따로 섭니다. 둘 다 화면에 남습니다.
web-consequence-superseded = “{ $what }” 수치는 대체됨 표시와 함께 화면에 남습니다.
web-consequence-superseded-by = 뒤를 잇는 수치로 “{ $by }”을(를) 지정합니다.
web-consequence-preferred = “{ $what }” 수치에 채택 표시가 붙습니다. 다른 수치도 그 옆에 남습니다.
web-consequence-written = 이 판단은 { $user } 이름으로 서명되어 저널에 기록됩니다.
web-consequence-stays = 수치를 바꾸거나 지우지 않습니다. 뒤에 다른 판단을 더할 수 있습니다.
web-verdict-different-question = 다른 질문
web-verdict-superseded = 대체됨
web-verdict-preferred = 채택
web-judged-different-question = 다른 질문, { $user }, { $time }
web-judged-superseded = 대체됨, { $user }, { $time }
web-judged-preferred = 채택, { $user }, { $time }
web-judgements = 판단
web-judge-withdraw = 취소
web-judge-withdraw-this = 판단 “{ $verdict }” 취소
web-judge-withdraw-title = 이 판단을 취소합니다
web-judge-withdraw-act = 취소하기
web-judge-withdraw-follows = “{ $what }”에 대한 { $user }의 판단 “{ $verdict }”은(는) 더 이상 유효하지 않습니다.
web-judge-withdraw-history = 수치의 이력에 누가 왜 취소했는지와 함께 남습니다.
web-judge-withdraw-none = 취소할 나의 판단이 없습니다.
web-map = 장소 지도
web-map-figures = 수치 { $count }개
web-map-with-figures = 수치가 있는 장소
web-map-town = 도시·마을
web-map-compound = 단지
web-map-note = 내장된 단순 국경선이며, 분쟁 구간은 점선입니다. 어떤 입장도 취하지 않습니다. 좌표가 없어 그리지 않은 장소 { $count }곳.
web-timeline = 연표
web-timeline-none = 이 기간에는 사건이 없습니다.
web-timeline-of = 사건 { $count }건, { $from } ~ { $to }
web-timeline-unlabelled = 이름을 적을 자리가 없는 사건 { $count }건: 사건 보기 참조.
web-multiples = 다른 질문
web-form-bars = 각 수치가 센 기간별
web-form-steps = 한 날부터 누적
web-form-windows = 막대: 각 수치가 센 기간
web-form-dots = 무엇을 세었는지에 따라
web-answers = 답
web-question = 질문
web-standing = 상태
web-event = 사건
web-other-names = 다른 이름
web-position = 위치
web-position-none = 출처에 없음
web-figure-population = 대상
web-figure-measure = 척도
web-figure-place = 장소
web-figure-period = 기간
web-figure-publisher = 발표처
web-figure-title = 제목
web-figure-published = 발표일
web-figure-note = 비고
web-figure-address = 주소
web-figure-reference = 출처 표시
web-figure-id = 기록

## web: search

web-search-results = 검색 결과
web-search-note = 가려진 사람도 검색되며, 가려진 채로 표시됩니다.
web-search-said = { $count ->
    [0] 찾은 것이 없습니다
   *[other] 기록 { $count }건을 찾았습니다
 }
web-search-total = { $count ->
    [0] 없음
   *[other] 기록 { $count }건
 }
web-search-relaxed = 모든 낱말이 든 것은 없어 일부만 일치
web-search-save = 검색 저장
web-search-saved = 저장됨
web-search-saved-list = 저장된 검색
web-search-saved-said = { $name }(으)로 저장했습니다.
web-search-forget = { $name } 검색 삭제
web-search-name = 이름
web-search-name-what = 본인만 볼 수 있습니다. 검색어는 노드에 보관되며 주소에는 나타나지 않습니다.
web-search-unknown = 알 수 없는 검색입니다
web-search-unknown-what = 삭제되었거나 다른 사람의 검색입니다. 위에 다시 입력하십시오.
web-search-none = 찾은 것이 없습니다
web-search-none-what = 낱말이나 조건을 줄이면 더 많이 찾습니다. 철자와 문자 차이는 이미 허용됩니다.
web-search-marks-what = 기호 옆에 낱말, 이름 또는 번호를 입력하십시오.
web-search-empty = 이 노드에는 아직 아무것도 없습니다
web-search-empty-what = 스프레드시트, 명단, 다른 프로그램의 파일을 가져오십시오.
web-search-what = 기록
web-search-detail = 국가, 주제, 날짜
web-search-statements = 진술
web-search-covered-match = 가려진 값과 일치: { $props }
web-explain-everything = 전체
web-explain-scope = 이 노드에서 열람할 수 있는 것
web-explain-search-method = 모든 문자의 낱말, 철자 차이 허용, 가장 잘 맞는 순; { $ms }ms
web-filters = 조건
web-filters-clear = 모두 지우기
web-filter-remove = 제거
web-facet-schema = 종류
web-facet-country = 국가
web-facet-dataset = 데이터셋
web-facet-handling = 취급 등급
web-facet-date = 날짜
web-pages = 쪽
web-page-before = 이전
web-page-after = 다음
web-report-note = 목록에는 이름 대신 번호가 나옵니다. 사람을 열람하면 기록됩니다.
web-report-said = 신고 { $count }건
web-report-count-day = 기준일
web-report-log = 신고 접수
web-report-none = 신고가 없습니다.
web-report-none-what = 스프레드시트를 가져오거나 접수하십시오(2분이면 됩니다).
web-report-overview = 모든 신고 한눈에 보기
web-report-rows = 신고, 기한이 이른 순
web-report-views = 저장된 보기
web-report-view-none = 해당하는 신고가 없습니다.
web-report-view-none-what = 이 기준일에 이 보기에 드는 신고가 없습니다.
web-report-shown = { $count }건 가운데 { $from }–{ $to }
web-report-total = 신고 { $count }건
web-report-open = 진행 중 { $count }건
web-report-settled = 해결 { $count }건
web-report-on = { $day } 기준
web-report-open-days = 진행 중, 경과일별
web-report-sum = 전체
web-report-rows-of = { $what }: { $count }건
web-report-months = 신고한 달별
web-report-month = 월
web-report-made = 신고
web-report-bar = 신고와 그 가운데 해결
web-report-number = 신고
web-report-stage = 단계
web-report-days = 경과일
web-report-last-heard = 마지막 소식
web-report-place = 장소
web-report-place-unknown = 모름
web-report-next = 다음 할 일
web-report-days-late = { $count }일 지남
web-report-by = { $day }까지
web-report-disagreed = 엇갈림 { $count }건
web-report-disagreed-here = 엇갈림
web-report-fork = 두 담당자가 같은 단계에서 동시에 입력했습니다. 둘 다 남아 있으며 다음 단계가 정리합니다.
web-report-further = 다른 기관은 더 나아간 단계로 보고 있습니다. 둘 다 남아 있습니다.
web-report-missing = 그런 신고가 없습니다
web-report-missing-what = 없거나 볼 수 없는 신고입니다.
web-report-covered = 이름, 연락처, 진술은 가려져 있습니다.
web-report-person = 신고 대상자
web-report-record = 모든 진술
web-report-days-open = 일 경과
web-report-enter-stage = 단계 입력 …
web-report-enter-act = 단계 입력
web-report-enter-check = 안부 확인 기록 …
web-report-check-act = 확인 기록
web-report-add-source = 출처 추가
web-report-stages = 단계
web-report-no-date = 날짜 없음
web-report-entered = { $officer }, { $time }
web-report-came = 파일로 들어옴, { $time }
web-report-take-back = 철회
web-report-take-back-title = 철회: { $what }
web-report-may-follow = 이어질 수 있음
web-report-known = 알려진 내용
web-report-known-none = 다른 내용은 없습니다.
web-report-checks = 안부 확인
web-report-checks-none = 아직 기록된 확인이 없습니다.
web-report-by-whom = 기관
web-report-check-how = 방법
web-report-check-note = 들은 말, 본 것
web-report-usual = 보통 다음 단계
web-report-unusual = 사유 필요 또는 이미 밝힘
web-report-reached = 이른 날
web-report-date-hint = 2025-10-17, 달만 알면 2025-10
web-report-field-name = 이름
web-report-field-phone = 전화
web-report-field-handle = 연락용 아이디
web-report-field-birthDate = 생년월일
web-report-field-nationality = 국적
web-report-field-passportNumber = 여권 번호
web-report-field-lastContactAt = 마지막 연락 시각
web-report-field-lastContactText = 마지막 연락 내용
web-report-field-placeText = 장소(원문)
web-report-field-heldByText = 감금한 자(진술 원문)
web-report-field-howLured = 유인 경위
web-report-field-accountsPaidText = 송금한 계좌(진술 원문)
web-report-field-danger = 위험도
web-report-child = 미성년 또는 그럴 수 있음
web-report-field-medicalNeeds = 의료 필요
web-report-field-summary = 신고자의 말
web-report-field-channel = 접수 경로
web-report-field-reportedAt = 신고 시각
web-report-field-reporterRelationship = 신고자와의 관계
web-report-field-reporterPhone = 신고자 전화
web-report-field-reporterEmail = 신고자 전자우편
web-report-field-safeToCall = 통화 안전 여부
web-report-field-contactInstructions = 연락 방법
web-report-field-reporterConsent = 신고자 동의
web-report-field-outcome = 결과
web-report-field-nextCheck = 다음 확인
web-report-authority = 밝힌 기관
web-report-authority-hint = 비우면 이 기관. 아니면 kh.npc와 같은 기관 코드.
web-report-closing = 종결 사유
web-report-cause = 사망 원인 또는 조사 중
web-report-kin-by = 유족에게 알린 사람
web-report-kin-at = 유족에게 알린 날
web-report-reason = 보통 순서와 다른 사유
web-report-follows-beside = 이 단계는 다른 기관이 밝힌 것과 나란히 남으며, 다른 기관의 기록은 바뀌지 않습니다.
web-report-follows-journal = 이름과 함께 저널에 기록되며 철회할 수 있습니다.
web-report-follows-gone = 목록, 집계, 신고에서 더는 보이지 않습니다.
web-report-follows-history = 이름과 사유와 함께 이력에 남습니다.
web-report-alike = 이미 신고된 사람일 수 있음
web-report-alike-what = 같은 사람에 관한 것일 수 있는 신고입니다. 각각 같은지 밝히십시오. 그 전에는 아무것도 저장하지 않습니다.
web-report-alike-others = 같은 사람에 관한 것일 수 있는 다른 신고
web-report-alike-chance = 가능성 { $percent }%
web-report-alike-why = 근거
web-report-alike-person = 둘 다 같은 인물 기록을 가리킵니다.
web-report-judge = 판단 …
web-report-judge-title = { $first }와(과) { $second }은(는) 한 신고입니까?
web-report-judge-act = 판단 저장
web-report-judge-follows = 병합되는 것은 없습니다. 하나로 판단된 신고는 첫 신고가 대표하며, 각각의 번호와 출처는 그대로 남습니다.
web-report-judge-follows-back = 각 신고가 다시 따로 섭니다.
web-report-one-with = { $number }와(과) 하나이며, 그 번호가 둘을 대표합니다.
web-report-sources = 출처별 비교
web-report-source-none = 출처 없음
web-report-mail = 전자우편에서
web-report-mail-text = 전자우편을 여기에 붙여 넣으십시오
web-report-mail-hint = 이름: 처럼 항목 이름 뒤에 있는 내용이 양식에 들어갑니다. 신고를 접수하기 전에는 아무것도 저장하지 않습니다.
web-report-mail-read = 읽기
web-report-mail-file = 파일 선택 (.eml)
web-report-mail-done = 전자우편으로 양식을 채웠습니다. 항목마다 확인하십시오.
web-report-mail-left = 누구 것인지 밝히지 않은 연락처:
web-report-mail-attachments = 첨부 파일 { $count }개는 저장하지 않습니다.
web-report-who = 대상자
web-report-what = 무슨 일이 있었는지
web-report-teller = 신고자
web-report-name-hint = 한 줄에 표기 하나씩, 문자 무관
web-report-phone-hint = 이 나라 번호가 아니면 국가 번호와 함께
web-report-not-said = 말하지 않음
web-report-source = 출처
web-report-source-hint = 예: 가족, 전화. 신고를 읽는 모두에게 보이므로 이름은 쓰지 마십시오.
web-report-form-what = 아는 것만 쓰십시오. 이름, 전화, 계정, 여권, 장소, 마지막 말 가운데 하나면 되고, 나머지는 나중에 더할 수 있습니다.
web-report-form-note = 입력한 내용은 접수할 때까지 이 화면에만 있습니다.
web-report-take = 신고 접수
web-report-taken = 신고 번호는 { $number }입니다.
web-report-see = 신고 보기
web-report-another = 다른 신고 접수
web-inbox-none = 처리할 것이 없습니다.
web-inbox-none-what = 기한이 지났거나 위험하거나 엇갈리는 신고가 없습니다.
web-inbox-count = { $count }건
web-inbox-all = 전체 { $count }건
web-page-of = { $total }건 중 { $from } – { $to }
web-page-last = 더 뒤의 쪽은 열 수 없습니다. 조건으로 좁히십시오.
web-open-record = 기록 열기
web-key-save = 검색 저장
web-key-page-after = 다음 쪽
web-key-page-before = 이전 쪽
web-covered-record = { $kind }, 가려짐

## web: record

web-record-sum = 출처 { $sources }개의 진술 { $statements }건, { $conflicts ->
    [0] 상충 없음
   *[other] 상충 { $conflicts }건
 }
web-record-originators = 작성 기관 { $agencies }.
web-record-grades = 등급 { $grades }.
web-record-no-grade = 등급이 매겨진 출처가 없습니다.
web-record-note = 저널 위치 { $position }, { $time }
web-since = { $date }부터
web-part-victim = 피해자
web-part-suspect = 피의자
web-part-witness = 목격자
web-part-person-of-interest = 관심 인물
web-part-undetermined = 미정
web-tab-overview = 개요
web-tab-statements = 진술
web-tab-links = 연결
web-tab-timeline = 연표
web-tab-documents = 문서
web-tab-history = 이력
web-group-names = 이름
web-group-identity = 신원
web-group-contact = 연락처
web-group-places = 주소
web-group-links = 연결
web-group-dates = 날짜
web-group-other = 기타
web-property = 속성
web-value = 값
web-grade = 등급
web-original = 원문
web-written-as = 원문 표기
web-seen = 입수
web-originator = 작성 기관
web-commit = 커밋
web-statement = 진술
web-withdrawn = 철회됨
web-values-differ = 값 { $count }개
web-statements-cut = 진술 { $total }건 중 처음 { $shown }건을 보여 줍니다.
web-links-chart = 연결 { $count }개의 그림. 표와 같은 내용입니다
web-links-more = 표에 { $count }개 더 있음
web-links-none = 연결 없음
web-links-none-what = 열람할 수 있는 것 가운데 이 기록을 가리키거나 이 기록이 가리키는 것이 없습니다.
web-links-cut = 처음 { $count }개의 연결을 보여 줍니다.
web-link = 연결
web-link-other = 다른 기록
web-link-by = 경유
web-record-timeline-none = 날짜 없음
web-record-timeline-none-what = 이 기록의 공개된 진술에는 날짜가 없습니다.
web-documents-note = 진술의 근거를 데이터셋과 출처별로 보여 줍니다. 커밋은 증명으로 이어집니다.
web-author = 작성자
web-happened = 일어난 일
web-history-stated = 진술됨
web-history-withdrawn = 철회됨
web-history-removed = 삭제됨
web-history-ended = 커밋 { $commit }, { $time }
web-history-gone = 내용이 없거나 감사관만 열람
web-proof = 증명
web-proof-get = 증명 받기
web-proof-said = 증명 파일을 내려받았습니다.
web-proof-note = 증명은 이 노드가 그 진술을 커밋했음을 제삼자에게 오프라인으로 보여 줍니다: `liaison verify-proof FILE`.
web-reads = 판독
web-beside = 같은 커밋, 같은 출처의 진술
web-covered-what = 이름, 연락처 등 누구인지 알 수 있는 값은 가려져 있습니다.
web-history-whole = 이력은 지금까지의 이 기록의 저널 전체입니다. ‘인지 시점’으로 줄어들지 않으며, 줄마다 언제부터 알려졌는지 적혀 있습니다.
web-print-title = 이 기록 인쇄
web-print-act = 기록하고 인쇄
web-print-follows-look = 이 기록을 인쇄한다는 사실이 { $user } 이름으로 목적과 시각과 함께 열람 기록에 남습니다.
web-print-follows-covered = 화면에서 가려진 것은 종이에서도 가려집니다.
web-print-follows-open = 화면에서 열려 있는 것은 종이에도 그대로 나옵니다. 취급 등급에 따라 보관하십시오.
web-print-follows-copy = 사실마다 출처가 붙은 화면의 작업용 사본입니다. 봉인된 증거물이 아니며, 그렇게 적혀 있습니다.
web-print-unrecorded = 인쇄되지 않았습니다. 누가 무엇을 위해 인쇄하는지 기록되도록 화면의 버튼으로 인쇄하십시오.
web-print-title-record = { $kind } { $id }
web-print-node = 노드
web-print-by = 인쇄한 사람
web-print-when = 인쇄 시각
web-print-look = 기록 번호
web-print-look-number = 열람 기록 { $number }번
web-print-journal = 저널
web-print-copy = 화면의 작업용 사본이며 증거물이 아닙니다. 봉인된 증거물에는 번호와 진술의 증명이 붙습니다.
web-print-facts = 진술된 내용
web-print-differs = 값이 서로 다름
web-print-sources = 출처
web-print-source = 데이터셋 { $dataset }, 작성 기관 { $originator }, 커밋 { $commit }, { $time }부터 알려짐.
web-print-prepared = 작성
web-print-reviewed = 검토
web-print-page = 쪽
web-reveal = 목적을 밝히고 열람 …
web-reveal-note = 기록되며 5분간 열립니다.
web-reveal-title = 이 기록 열람
web-reveal-act = 열람을 기록하고 열기
web-reveal-follows-look = { $user } 이름으로 목적과 시각이 열람 기록에 남습니다. 지울 수 없습니다.
web-reveal-follows-time = 5분 뒤 다시 가려집니다.
web-reveal-follows-auditor = 감사관이 볼 수 있습니다.
web-reveal-open = { $time }까지 열림. 목적: { $purpose }.
web-reveal-over = 기록이 다시 가려졌습니다.
web-reveal-said = 열람이 기록되었고 기록이 열렸습니다.
web-cover-again = 지금 가리기
web-purpose = 목적
web-purpose-choose = 목적을 선택하십시오
web-purpose-rescue = 구조
web-purpose-victim-support = 피해자 지원
web-purpose-repatriation = 송환
web-purpose-criminal-investigation = 범죄 수사
web-purpose-asset-recovery = 자산 환수
web-purpose-prevention = 예방
web-purpose-statistics = 통계
web-purpose-audit = 감사

## web: looks, acts on accounts, and one's own account

web-looks-what = 누가 어느 기록을 언제 무슨 목적으로 열람하거나 인쇄했는지 보여 줍니다.
web-acts-what = 계정·세션·토큰에 대해 누가 언제 무엇을 했는지 보여 줍니다.
web-looks-note = 기록은 이름 없이 ID로만 표시됩니다.
web-looks-records = 기록 열람
web-looks-accounts = 계정에 대한 행위
web-looks-number = 번호
web-looks-time = 시각
web-looks-officer = 담당자
web-looks-by = 한 사람
web-looks-record = 기록
web-looks-roles = 역할
web-looks-detail = 역할, 권한 범위
web-looks-way = 방법
web-looks-nobody = 로그인한 사람 없음
web-looks-confirmed = { $name } 확인
web-looks-no-purpose = 밝히지 않음
web-looks-more = 외 { $count }건
web-looks-newest = 최신
web-looks-older = 더 오래된 항목
web-looks-csv-what = CSV에는 이 가운데 최신 { $count }건까지 들어갑니다.
web-looks-none = 아직 항목이 없습니다
web-looks-none-what = 기록을 열람하거나 인쇄하거나 계정에 어떤 일을 하면 여기에 남습니다.
web-looks-none-such = 해당하는 항목이 없습니다
web-looks-none-such-what = 이름과 ID는 전체가 일치해야 합니다. 조건을 줄이면 더 많이 찾습니다.
web-looks-said = { $count ->
    [0] 항목이 없습니다.
   *[other] 항목 { $count }건.
}
web-way-records-id = 화면에서 열람
web-way-records-id-print = 인쇄
web-way-show = 명령으로 열람
web-way-proof = 증명
web-way-export = 내보내기
web-act-made-account = 계정 생성
web-act-roles-changed = 역할 변경
web-act-disabled-account = 계정 사용 중지
web-act-reset-account = 계정 재설정
web-act-confirmation-failed = 확인 실패
web-act-signed-in = 로그인
web-act-sign-in-failed = 로그인 실패
web-act-signed-out = 로그아웃
web-act-session-ended = 세션 하나 종료
web-act-sessions-ended = 세션 종료
web-act-password-changed = 비밀번호 변경
web-act-password-refused = 비밀번호 변경 거부
web-act-made-token = 토큰 생성
web-act-revoked-token = 토큰 폐기
web-scope-read = 읽기
web-scope-import = 가져오기
web-scope-export = 내보내기
web-scope-health = 상태
web-password-title = 비밀번호 변경
web-password-what = 지금 비밀번호와 코드가 필요합니다. 다른 세션은 끝나고 이 세션은 유지됩니다.
web-password-present = 지금 비밀번호
web-password-new = 새 비밀번호
web-password-new-what = { $count }자 이상. 문장이 가장 좋습니다.
web-password-again = 새 비밀번호 한 번 더
web-password-unlike = 두 비밀번호가 다릅니다.
web-password-code-what = 인증 앱의 새 코드: 코드는 한 번만 쓸 수 있습니다.
web-password-change = 변경
web-password-changed = { $count ->
    [0] 비밀번호가 변경되었습니다. 열려 있던 다른 세션은 없습니다.
   *[other] 비밀번호가 변경되었습니다. 다른 세션 { $count }개가 끝났습니다.
}
web-sessions = 열린 세션
web-sessions-what = 로그인되어 있는 곳입니다. 모르는 것은 끝내고 비밀번호를 변경하십시오.
web-session-begun = 시작
web-session-used = 마지막 사용
web-session-ends = 종료
web-session-address = 주소
web-session-act = 행위
web-session-this = 이 세션
web-session-end = 끝내기
web-session-end-title = 이 세션을 끝냅니다
web-session-follows = { $address }에서 { $time }에 시작한 세션이 바로 끝납니다.
web-session-follows-recorded = 계정에 대한 행위로 기록됩니다.
web-sessions-end-others = 다른 세션 모두 끝내기
web-sessions-follows-others = { $count ->
   *[other] 나의 다른 세션 { $count }개가 바로 끝납니다.
}
web-sessions-ended-said = 끝났습니다.

## web: import and activity

web-activity-none = 작업 없음
web-activity-none-what = 가져오기의 진행 상황이 여기에 남습니다. 화면을 떠나도 그대로입니다.
web-import-file = 파일
web-import-officer = 보낸 사람
web-import-state = 상태
web-import-sent = 전송
web-import-rows = 행
web-import-new = 새 진술
web-import-aside = 제외된 행
web-import-imported = 가져온 행
web-import-mended = 고친 행
web-import-entities = 기록
web-import-nothing-new = 새로운 것 없음
web-import-undone-by = 커밋 { $commit }(으)로 취소됨
web-import-state-sent = 결정 대기
web-import-state-running = 진행 중
web-import-state-done = 저널에 있음
web-import-state-failed = 실패
web-import-state-stopped = 중단됨
web-import-state-undone = 취소됨
web-import-note = 가져오기로 공유되는 것은 없습니다.
web-import-choose = 파일을 고르거나 여기에 놓으십시오
web-import-what = 스프레드시트(CSV, XLSX), FollowTheMoney, OFAC·UN 명단. 열의 뜻을 확인하기 전에는 아무것도 확정해 읽지 않습니다.
web-import-sending = 파일 전송 중
web-import-size = { $bytes }바이트
web-import-sent-by = { $officer } 보냄
web-import-not-yours = 이 파일은 { $officer }이(가) 보냈고 열의 뜻도 그 사람이 정합니다. 파일을 버릴 수는 있습니다.
web-import-rows-not-yours = 따로 남겨 둔 행은 { $officer }에게만 보입니다.
web-import-stop = 중단
web-import-discard = 파일 버리기
web-import-discard-title = 이 파일을 버립니다
web-import-discard-follows = “{ $file }” 파일과 그 열에 대해 정한 내용이 이 노드에서 지워집니다.
web-import-discard-journal = 저널에는 아무것도 없으므로 되돌릴 것이 없습니다.
web-import-discarded-said = “{ $file }” 파일을 버렸습니다.
web-import-undo = 가져오기 취소
web-import-other = 다른 파일
web-import-failed = 가져오기에 실패했습니다.
web-import-nothing-kept = 저널에는 아무것도 남지 않았습니다. 파일은 여기에 있으니 다시 시작할 수 있습니다.
web-import-stopped-what = 이 가져오기는 중단되었습니다. 저널에는 아무것도 없습니다. 아래에서 다시 시작하십시오.
web-import-undone-what = 이 가져오기로 들어온 것은 모두 철회되었습니다. 저널에는 있었던 사실이 남습니다.
web-import-mapping = 열의 뜻
web-import-mapping-what = 열 { $all }개 중 { $taken }개를 가져옵니다. 틀린 것을 고치십시오. 나중에 추측하지 않습니다.
web-import-column = 열
web-import-means = 뜻
web-import-means-of = { $column }의 뜻
web-import-why = 이유
web-import-by-you = 직접 고름
web-import-preview = 처음 몇 행
web-import-left-out = 제외
web-import-no-mapping = { $format }(으)로 읽습니다. 항목이 알려져 있어 정할 것이 없습니다.
web-import-about = 파일에 대하여
web-import-dataset-what = 비워 두면 파일 이름.
web-import-source-what = 넘겨준 사람이나 문서. 피해자 이름은 쓰지 마십시오.
web-import-grade = 등급
web-import-grade-none = 등급 없음
web-import-grade-what = 출처의 신뢰도 A–F, 내용의 신빙성 1–6.
web-import-handling-own = 작성 기관 전용
web-import-handling-what = 그대로 두면 이 노드 밖으로 나가지 않습니다.
web-import-follows = 읽을 수 있는 행은 모두 한 커밋의 서명된 진술이 됩니다. 읽을 수 없는 행은 따로 두며, 그 밖에 잃는 것은 없습니다. 가져오기는 취소할 수 있습니다.
web-import-start = 가져오기
web-import-reading = { $rows }행 읽음, 초당 { $rate }행
web-import-folding = 기록하고 서명함. 진술 { $statements }건이 표시됨
web-import-leave = 이 화면을 떠나도 됩니다. 가져오기는 계속되며 작업에서 볼 수 있습니다.
web-import-see = 들어온 내용 보기
web-import-problem-rows = 제외된 행 { $count }개
web-import-mend-what = 칸을 고쳐 이 행들을 다시 가져오십시오. 다른 행은 그대로입니다. 입력한 내용은 보내거나 가져오기를 취소할 때까지 노드에 파일과 함께, 본인만 볼 수 있게 보관됩니다.
web-import-row = 행
web-import-problem = 문제
web-import-problems = 제외된 값
web-import-cell = { $column }, { $row }행
web-import-mend = { $count ->
    [0] 고친 행 가져오기
   *[other] 고친 행 { $count }개 가져오기
 }
web-import-mended-said = { $count ->
    [0] 아직 읽을 수 있는 행이 없습니다
   *[other] 행 { $count }개가 저널에 들어갔습니다
 }
web-import-undo-title = 이 가져오기 취소
web-import-undo-act = 들어온 것을 모두 철회
web-import-undo-follows = 커밋 { $commits }의 진술 { $statements }건이 이 노드 어디에서도 누구에게도 보이지 않게 됩니다.
web-import-undo-stays = 있었던 사실과 누가 왜 되돌렸는지는 저널에 남습니다.

## workbench: resolving

web-screen-resolve = 동일 여부 판단
web-tab-similar = 유사
web-key-go-resolve = 동일 여부 판단으로 이동
web-key-same = 같음
web-key-different = 다름
web-key-unsure = 불확실
web-key-undo = 마지막 취소
web-key-next-pair = 다음 쌍
web-key-pair-before = 이전 쌍
web-verdict-same = 같음
web-verdict-different = 다름
web-verdict-unsure = 불확실
web-resolve-queue = 판단을 기다리는 쌍
web-resolve-kind = 기록 종류
web-resolve-kind-every = 모든 종류
web-resolve-pair = 선택한 쌍
web-resolve-count = { $count }쌍, 무게 순
web-resolve-more = { $count }쌍 더 보기
web-resolve-question = 이 둘은 하나입니까?
web-resolve-odds = 합계 { $bits }비트, 약 { $odds } 대 1, 기록 { $records }건 가운데
web-resolve-odds-sure = 합계 { $bits }비트, 백만 대 1 이상, 기록 { $records }건 가운데
web-resolve-note = 무게: 가능도비의 log2, Fellegi–Sunter
web-resolve-reason-what = 저널에 남습니다. 무게에서 제안된 글이니 직접 고치고, 누구의 이름도 쓰지 마십시오.
web-resolve-follows = 병합되는 것은 없습니다. 두 기록은 그대로입니다. 취소하면 쌍이 되돌아옵니다. 사건에서의 역할은 옮겨지지 않습니다.
web-resolve-undo = 마지막 취소
web-resolve-undo-reason = 화면에서 판단 직후에 취소함.
web-resolve-nothing = 기다리는 쌍이 없습니다
web-resolve-nothing-what = 볼 수 있는 기록 중 이름이나 번호가 겹치는 것이 없거나, 모두 판단되었습니다.
web-resolve-done = { $verdict }, 커밋 { $commit }.
web-resolve-undone = 커밋 { $commit }을(를) 취소했습니다.
web-resolve-last = 마지막: { $verdict }, 커밋 { $commit }.
web-weights = 하나라는 근거와 아니라는 근거
web-weights-kind = 속성
web-weights-first = 첫째
web-weights-second = 둘째
web-weights-agreement = 비교
web-weights-bits = 무게(비트)
web-weights-start = 시작
web-weights-start-what = 이름이나 번호로 짝지어짐
web-weights-total = 합계
web-weights-legend = 채움: 하나임; 점선: 아님; 원: 어느 쪽도 아님
web-similar-none = 비슷한 기록이 없습니다
web-similar-none-what = 볼 수 있는 기록 중 이름이나 번호가 겹치는 것이 없습니다.
web-similar-judged = { $verdict }, { $user } 판단, { $time }, 커밋 { $commit }:
web-similar-take-back = 취소
web-similar-take-back-title = 이 판단을 취소
web-similar-take-back-follows = 누가 하나인지는 이 판단 전으로 되돌아갑니다. 판단은 사유와 함께 이력에 남습니다.
web-one-with = 하나로 판단됨({ $count }건):
web-said-alike = 발음이 같음
web-one-with-others = 다른 기록 { $count }건과 하나
