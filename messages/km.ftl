# Liaison in Khmer. Not checked by a speaker of the language yet.
# Complete: every message of the English catalogue.

## policy: why something is refused

refuse-originator-only = ម្ចាស់ដើមរបស់វា { $originator } មិនបានកំណត់សញ្ញាឱ្យអ្នកដទៃទេ។
refuse-expired = សញ្ញារបស់វាបានផុតកំណត់នៅ { $expired }។
refuse-audience = វាសម្រាប់តែអ្នកអានដែលបានបញ្ជាក់ឈ្មោះប៉ុណ្ណោះ។
refuse-tlp = { $tlp } មិនអនុញ្ញាតឱ្យវាទៅ { $agency } ទេ។
refuse-forward = មានតែម្ចាស់ដើម { $originator } ប៉ុណ្ណោះ ដែលអាចបញ្ជូនវាបន្តបាន។
refuse-purpose = អាចប្រើវាបានសម្រាប់គោលបំណងនេះប៉ុណ្ណោះ៖ { $purposes }។
refuse-purpose-missing = សូមបញ្ជាក់ថាអ្នកត្រូវការវាសម្រាប់អ្វី៖ { $purposes }។
refuse-uncover-purpose = អ្នកដែលបានបិទបាំង អាចបើកមើលបានតែដោយបញ្ជាក់គោលបំណងប៉ុណ្ណោះ។
refuse-purpose-role = តួនាទីរបស់អ្នកមិនមើលមនុស្សសម្រាប់គោលបំណងនេះទេ។ គោលបំណងដែលអាច៖ { $purposes }។
refuse-uncover-role = តួនាទីរបស់អ្នកមិនអាចបើកមើលមនុស្សប្រភេទនេះបានទេ។
refuse-peer-uncover = ស្ថាប័នផ្សេងបើកមើលមនុស្សបានតែលើថ្នាំងរបស់ខ្លួនប៉ុណ្ណោះ។
refuse-presumed-victim = បុគ្គលនេះត្រូវបានសន្មត ឬកំណត់ថាជាជនរងគ្រោះ ហើយមិនត្រូវបានប្រាប់ស្ថាប័នផ្សេងថាជាជនសង្ស័យទេ លុះត្រាតែមន្ត្រីដែលមានឈ្មោះដោះលែង។
refuse-not-screened = បុគ្គលនេះមិនទាន់ត្រូវបានពិនិត្យទេ ហើយមិនត្រូវបានប្រាប់ស្ថាប័នផ្សេងថាជាជនសង្ស័យមុនពេលនោះទេ។
refuse-operation = គ្មានតួនាទីណារបស់អ្នកអាចធ្វើការនេះបានទេ៖ { $operation }។

## node: what went wrong, and what to do

error-no-node = គ្មានថ្នាំងនៅក្នុង { $folder } ទេ។
hint-no-node = សូមបង្កើតដោយ `liaison init --agency NAME --country CC` ឬបញ្ជាក់ថតរបស់វាដោយ --dir ។
error-node-exists = មានថ្នាំងមួយនៅក្នុង { $folder } រួចហើយ។
hint-node-exists = សូមបញ្ជាក់ថតផ្សេងដោយ --dir ។ ថ្នាំងមិនត្រូវបានសរសេរជាន់ឡើយ។
error-node-newer = ថ្នាំងមានទម្រង់ { $found } ។ កំណែនេះអានបានដល់ { $supported }។
error-file = មិនអាចអាន ឬសរសេរ { $path } បានទេ៖ { $reason }។
error-output = មិនអាចសរសេរចម្លើយឱ្យពេញលេញបានទេ៖ { $reason }។
hint-output = សូមរៀបចំទំហំទំនេរនៅកន្លែងគោលដៅ ឬផ្ញើវាទៅកន្លែងផ្សេង ហើយប្រតិបត្តិពាក្យបញ្ជាម្តងទៀត។ អ្វីដែលពាក្យបញ្ជាបានធ្វើក្នុងថ្នាំងនៅមានសុពលភាព។
error-file-full = មិនអាចសរសេរ { $path } បានទេ៖ ថាសពេញហើយ។
error-file-read-only = មិនអាចសរសេរ { $path } បានទេ៖ ថាសសម្រាប់តែអាន។
hint-read-only-disk = សូមភ្ជាប់ថាសឱ្យអាចសរសេរបាន ឬប្រើកន្លែងផ្សេង។
error-two-files = ក្នុងចំណោមនេះមានធាតុនៃស្គីមារបស់ Liaison ផ្ទាល់។ ធាតុទាំងនោះត្រូវការឯកសារទីពីរ ប៉ុន្តែច្រកចេញស្តង់ដារមានតែមួយ។
hint-two-files = សូមបញ្ជាក់ថតដោយ --out ឬជ្រើសស្គីមារបស់ FollowTheMoney ដោយ --schema ដូចជា --schema Company ។
error-workbook-to-stream = សៀវភៅការងារមិនអាចបញ្ជូនទៅច្រកចេញស្តង់ដារបានទេ។
hint-workbook-to-stream = សូមបញ្ជាក់ឯកសារដោយ --out ឬប្រើ --as csv ។
error-damaged = { $path } បានខូច ឬជារបស់អ្វីផ្សេង។
error-key-file-open = អ្នកដទៃក្រៅពីម្ចាស់អាចអាន { $path } បាន។
hint-key-file-open = សូមប្រតិបត្តិ `chmod 600` លើវា៖ អ្នកណាអានវាបាន អាចចុះហត្ថលេខាក្នុងនាមស្ថាប័ន។
error-other-root-key = សោឫសនេះជារបស់ថ្នាំងផ្សេង។ សូមប្រើសោដែលបានផ្លាស់ចេញពីថ្នាំងនេះ។
error-no-passphrase = ត្រូវការឃ្លាសម្ងាត់នៃសោថ្នាំង ប៉ុន្តែមិនបានផ្តល់ទេ។
hint-no-passphrase = សូមផ្តល់ដោយ --key-file FILE (សិទ្ធិ 0600) ឬប្រតិបត្តិពាក្យបញ្ជាលើស្ថានីយ ដែលនឹងសួររកវា។
error-wrong-passphrase = ឃ្លាសម្ងាត់មិនអាចបើកសោថ្នាំងបានទេ។
hint-passphrase = សូមពិនិត្យភាសាក្តារចុច និង Caps Lock ។ ឃ្លាសម្ងាត់ដែលបាត់មិនអាចស្តារវិញបានទេ៖ បើគ្មានវា ថ្នាំងអាចអានបាន តែសរសេរលែងបាន។
error-no-database-url = កំណត់ហេតុរបស់ថ្នាំងនេះស្ថិតក្នុងមូលដ្ឋានទិន្នន័យ PostgreSQL ប៉ុន្តែ DATABASE_URL មិនបានកំណត់ទេ។
error-agency-id = ឈ្មោះស្ថាប័នមិនអាចបង្កើតជាលេខសម្គាល់បានទេ។
hint-agency-id = សូមផ្តល់ដោយ --id ដូចជា `kr.npa`៖ លេខកូដប្រទេស សញ្ញាចុច រួចអក្សរឡាតាំងតូច លេខ ឬសហសញ្ញា។
error-not-found = គ្មានអ្វីដែលមានឈ្មោះនេះអាចមើលឃើញទេ។
error-not-a-figure = { $id } មិនមែនជាតួលេខទេ ដូច្នេះមិនអាចដាក់សញ្ញាជាតួលេខបានទេ។
hint-figure = `liaison figures --all` បង្ហាញតួលេខទាំងអស់ជាមួយលេខសម្គាល់។
error-own-successor = { $figure } មិនអាចជំនួសខ្លួនឯងបានទេ។
error-successor-circle = { $figure } មិនអាចត្រូវជំនួសដោយ { $successor } បានទេ៖ តួលេខនោះផ្ទាល់ត្រូវបានជំនួសដោយ { $figure } ដោយផ្ទាល់ ឬតាមរយៈតួលេខផ្សេង។
hint-successor = សូមដាក់ឈ្មោះតួលេខដែលត្រឹមត្រូវឥឡូវ។ បើសញ្ញាចាស់ខុស សូមដកវាវិញ៖ `liaison figures` បង្ហាញវា ហើយ `liaison figures unmark` ដកវាវិញ។
error-preferred-reason = អ្នកដែលជ្រើសចម្លើយមួយក្នុងចំណោមច្រើន ត្រូវប្រាប់មូលហេតុ៖ មូលហេតុមិនមានទេ។
hint-preferred-reason = សូមផ្តល់ជាពាក្យខ្លីៗ ដោយមិនដាក់ឈ្មោះអ្នកណា៖ --preferred --reason "primary source" ។
error-judgement-reason = អ្នកដែលវិនិច្ឆ័យកំណត់ត្រាពីរ ត្រូវប្រាប់មូលហេតុ៖ មិនមានមូលហេតុទេ។
hint-judgement-reason = សូមសរសេរឲ្យខ្លី ដោយមិនបញ្ចេញឈ្មោះនរណា៖ --reason "លេខលិខិតឆ្លងដែនដូចគ្នាក្នុងបញ្ជីពីរ"។
error-one-record = { $id } គឺជាកំណត់ត្រាតែមួយ មិនមែនពីរទេ។
hint-one-record = សូមបញ្ជាក់កំណត់ត្រាពីរ។ `liaison search` បង្ហាញលេខសម្គាល់។
error-judged-different = មិនអាចជាតែមួយបានទេ៖ { $first } និង { $second } ត្រូវបានវិនិច្ឆ័យថាខុសគ្នា ក្នុងកំណត់ចូល { $commit }។
hint-judged-different = សូមអានកំណត់ត្រាទាំងពីរម្តងទៀត។ បើការវិនិច្ឆ័យនោះខុស សូមដកវាវិញ៖ `liaison undo COMMIT`។
error-kinds-differ = មួយជា { $first } និងមួយជា { $second } ដែលមិនអាចជាតែមួយបានឡើយ។
hint-kinds-differ = មនុស្សដែលគ្រប់គ្រងក្រុមហ៊ុន មានទំនាក់ទំនងនឹងវា មិនមែនជាក្រុមហ៊ុននោះទេ។
error-withdrawal-reason = អ្នកដែលដកការវិនិច្ឆ័យវិញ ត្រូវប្រាប់មូលហេតុ៖ មិនមានមូលហេតុទេ។
hint-withdrawal-reason = សូមផ្តល់ជាពាក្យខ្លីៗដែលមិនមានឈ្មោះនរណា៖ --reason "ដាក់សញ្ញាច្រឡំ"។
error-no-authority = ការលុបតាមច្បាប់ត្រូវមានអាជ្ញាធរបង្គាប់។ គ្មានអ្វីត្រូវបានលុបទេ។
hint-authority = សូមបញ្ជាក់អ្នកបង្គាប់ ជាមួយលេខដីកា៖ --authority "Seoul Central District Court 2026-77" ។
error-no-commit = គ្មានកំណត់ចុះ { $commit } ទេ។
error-undone-already = កំណត់ចុះ { $commit } ត្រូវបានដកវិញរួចហើយ ដោយកំណត់ចុះ { $by }។
hint-commit = `liaison history` បង្ហាញកំណត់ចុះ និងអ្វីដែលបានដកវាវិញ។
error-cannot-undo = កំណត់ចូល { $commit } មិនមែនជាការនាំចូល ឬការវិនិច្ឆ័យទេ ({ $act }); មានតែពីរនេះទេដែលអាចដកវិញបាន។
hint-cannot-undo = សេចក្តីថ្លែងនីមួយៗដកវិញដោយ `liaison withdraw`; លេខសម្គាល់មាននៅក្នុង `liaison show ID --json`។
error-no-statement = គ្មានសេចក្តីថ្លែង { $statement } ទេ។
hint-statement = `liaison show ID --json` ផ្តល់លេខសម្គាល់នៃសេចក្តីថ្លែងទាំងអស់អំពីធាតុមួយ។
error-not-ours = សេចក្តីថ្លែង { $statement } ជារបស់ស្ថាប័នផ្សេង។
hint-not-ours = មានតែម្ចាស់ដើមដែលអាចដកវាវិញបាន។ សូមស្នើសុំទៅស្ថាប័ននោះ។
error-withdrawn-already = សេចក្តីថ្លែង { $statement } ត្រូវបានដកវិញរួចហើយ ដោយកំណត់ចុះ { $by }។
error-erased-already = សេចក្តីថ្លែង { $statement } ត្រូវបានលុបតាមច្បាប់រួចហើយ ដោយកំណត់ចុះ { $by }។
hint-ended-already = `liaison history ENTITY` បង្ហាញថាពេលណា ដោយអ្នកណា និងព្រោះអ្វី។
error-country = { $country } មិនមែនជាប្រទេសទេ៖ លេខកូដប្រទេសមានអក្សរពីរ តាម ISO 3166 ។
hint-country = សូមផ្តល់លេខកូដ ISO 3166 របស់វា ដូចជា --country KR ។
error-dataset-name = `{ $name }` មិនអាចជាឈ្មោះសំណុំទិន្នន័យបានទេ។
hint-dataset-name = ឈ្មោះមានអក្សរ ឬលេខពី 1 ដល់ 250 តួ ក្នុងប្រព័ន្ធអក្សរណាក៏បាន មានសហសញ្ញា សញ្ញាគូសក្រោម និងសញ្ញាចុចនៅចន្លោះ៖ --dataset kr-mofa-2025 ។
error-file-exists = មានឯកសារ { $path } រួចហើយ។ វានៅដដែល។
hint-file-exists = សូមបញ្ជាក់ឯកសារផ្សេង ឬជំនួសឯកសារនេះដោយ --force ។
error-is-folder = { $path } ជាថត មិនមែនឯកសារទេ។
hint-is-folder = សូមបញ្ជាក់ឯកសារនៅក្នុងថតនោះ។
error-not-a-mapping = { $path } មិនមែនជាការផ្គូផ្គងជួរឈរទេ៖ { $reason }។
hint-not-a-mapping = ការផ្គូផ្គងជួរឈរជា JSON ។ `liaison import TABLE --dry-run --save-mapping FILE` សរសេរការផ្គូផ្គងដែលបានស្នើ ដើម្បីកែ។
error-empty-file = { $file } ទទេ។
error-no-rows = { $file } គ្មានជួរ បន្ទាត់ ឬធាតុណាដែលអាចនាំចូលបានទេ។
hint-empty-file = គ្មានអ្វីត្រូវបាននាំចូលពីវាទេ។ តើវាត្រូវបានកាត់ខ្លី ឬរក្សាទុកមុនពេលបំពេញឬ?
error-folder-open = អ្នកដទៃក្រៅពីម្ចាស់អាចចូលទៅក្នុង { $path } បាន។
hint-folder-open = សូមកុំឱ្យអ្នកណាផ្សេងចូល៖ chmod 700 FOLDER ។ ទិដ្ឋភាព និងលិបិក្រមក្នុងថតនេះមានខ្លឹមសារដូចកំណត់ហេតុ។
error-no-looks = បញ្ជីកត់ត្រាការមើលបាត់៖ គ្មាន { $path } ទេ។
hint-no-looks = សូមដាក់ looks.db មកវិញ ឬស្តារច្បាប់បម្រុងថ្មីបំផុត។ រហូតដល់ពេលនោះ គ្មានអ្នកណាអាចត្រូវបើកមើលនៅទីនេះទេ ព្រោះមិនអាចកត់ត្រាការមើលបាន។ សូមកត់ទុកថាអ្នកណាមានសិទ្ធិចូលក្នុងពេលនោះ។
error-no-node-key = សោថ្នាំងបាត់៖ គ្មាន { $path } ទេ។
hint-no-node-key = សូមដាក់ keys/node.json មកវិញ៖ វាមាននៅក្នុងច្បាប់បម្រុងទាំងអស់ និងក្នុង keys/ នៃម៉ាស៊ីនមេផ្សេងរបស់ស្ថាប័ន។ បើគ្មានវា ថ្នាំងអាចអានបាន តែសរសេរមិនបាន។
error-backup-damaged = { $path } បានខូច ឬមិនមែនជាច្បាប់បម្រុងនៃថ្នាំងទេ។ គ្មានអ្វីត្រូវបានស្តារទេ។
hint-backup-damaged = សូមចម្លងវាម្តងទៀតពីកន្លែងរក្សាទុក ហើយប្រៀបធៀបទំហំ និងតម្លៃហាសនៃច្បាប់ចម្លងទាំងពីរ ឬប្រើច្បាប់បម្រុងចាស់ជាងជាមួយ tombstones.jsonl ថ្មីបំផុត។
error-stage-order = របាយការណ៍ដែលនៅដំណាក់កាល { $from } ជាធម្មតាមិនទៅ { $to } ទេ៖ សូមប្រាប់មូលហេតុ វានឹងត្រូវរក្សាទុក។
error-stage-earlier = ថ្ងៃនេះមុនថ្ងៃដែលរបាយការណ៍ដល់ { $from }៖ សូមប្រាប់មូលហេតុ វានឹងត្រូវរក្សាទុក។
error-stage-before-report = ថ្ងៃនេះមុនថ្ងៃរាយការណ៍៖ សូមប្រាប់មូលហេតុ វានឹងត្រូវរក្សាទុក។
hint-stage-reason = សូមផ្តល់ជាពាក្យខ្លីៗដែលមិនមានឈ្មោះនរណា៖ --reason "ត្រឡប់មកវិញតែម្នាក់ឯង"។
screen-hint-stage-reason = សូមផ្តល់មូលហេតុជាពាក្យខ្លីៗដែលមិនមានឈ្មោះនរណា។ វានៅជាមួយដំណាក់កាល។
error-stage-already = ស្ថាប័ននេះបានប្រាប់ { $stage } រួចហើយ ហើយគ្មានអ្វីមកក្រោយទេ។
hint-stage-already = សូមមើលដំណាក់កាល៖ មន្ត្រីផ្សេងអាចបានបញ្ចូលវាមុននេះបន្តិច។
error-stage-closing = អ្នកបិទរបាយការណ៍ត្រូវប្រាប់មូលហេតុ៖ មូលហេតុនៃការបិទមិនមានទេ។
hint-stage-closing = វាគឺមួយក្នុងចំណោម៖ returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded, other។
error-stage-cause = ការស្លាប់ត្រូវមានមូលហេតុ ឬថាកំពុងស៊ើបអង្កេត។
hint-stage-cause = សូមប្រាប់អ្វីដែលដឹង។ "កំពុងស៊ើបអង្កេត" គ្រប់គ្រាន់ហើយ។ អ្នកណា និងពេលណាបានជូនដំណឹងដល់គ្រួសារ អាចបន្ថែមជាមួយវា។
error-first-stage = ដំណាក់កាលនេះមកជាមួយរបាយការណ៍ ហើយមិនអាចដកវិញដាច់ដោយឡែកបានទេ។
hint-first-stage = សូមបញ្ចូលដំណាក់កាលត្រឹមត្រូវជាមួយមូលហេតុវិញ៖ ទាំងពីរនៅតែមើលឃើញ។
error-several-reports = ស្ថាប័នច្រើនបានដាក់លេខ { $number } លើរបាយការណ៍។
hint-several-reports = សូមប្រើលេខសម្គាល់៖ `liaison report list` បង្ហាញទាំងពីរ។
error-report-no-person = របាយការណ៍ { $report } មិនមានបុគ្គលដែលអាចបន្ថែមនេះបានទេ។
error-nothing-told = គ្មានអ្វីត្រូវបានប្រាប់ដែលអាចប្រើស្វែងរកនរណាម្នាក់បានទេ។
hint-nothing-told = សូមផ្តល់យ៉ាងហោចណាស់មួយ៖ ឈ្មោះ ទូរស័ព្ទ គណនី លេខលិខិតឆ្លងដែន កន្លែងដែលត្រូវឃុំ ឬអ្វីដែលបាននិយាយចុងក្រោយ។
error-maybe-known = របាយការណ៍ទាំងនេះប្រហែលជាអំពីបុគ្គលដដែល៖ { $reports }។ គ្មានអ្វីត្រូវបានរក្សាទុកទេ។
hint-maybe-known = សូមប្រាប់ថាមួយៗដូចគ្នាឬទេ ដូចជា `--judge R-2026-0001=same --because "ទូរស័ព្ទតែមួយ"` ឬទទួលវាដោយ `--anyway`។
screen-hint-maybe-known = សូមប្រាប់ក្នុង `judged` ថាមួយៗដូចគ្នាឬទេ ឬផ្ញើដោយគ្មាន `unless_known`។
error-report-too-long = របាយការណ៍មួយអាចមានយ៉ាងច្រើន { $fields } ចន្លោះ និងប្រភព 500 តួអក្សរ។
error-no-such-field = របាយការណ៍គ្មានចន្លោះ { $field } ទេ។
hint-no-such-field = `liaison report add --help` រាយចន្លោះ; `person.` នៅមុខចន្លោះរបស់បុគ្គល។
error-code = { $field } គឺមួយក្នុងចំណោម៖ { $codes }។
error-long-text = { $field } វែងជាង { $characters } តួអក្សរ។
error-day = { $day } មិនមែនជាថ្ងៃទេ។
hint-day = ថ្ងៃសរសេរដូច 2025-10-17 ឬ 2025-10 បើដឹងតែខែ។
error-future-day = { $day } មិនទាន់មកដល់ទេ។
hint-future-day = សូមផ្តល់ថ្ងៃដែលវាបានកើតឡើង។ អ្វីដែលគ្រោងទុក គឺការពិនិត្យបន្ទាប់ ឬកិច្ចការ។
error-next-before-check = ការពិនិត្យបន្ទាប់ { $day } នឹងមុនការពិនិត្យនេះ។
error-behind = ដំណើរការដែលកាន់កាប់ថតនេះមិនទាន់បង្ហាញការផ្លាស់ប្តូរទេ។ វាមានសុវត្ថិភាពនៅក្នុងកំណត់ហេតុ។
hint-behind = តើ `liaison serve` នៅកំពុងដំណើរការឬ? បើវាគាំង សូមបញ្ឈប់វា។ ពាក្យបញ្ជាបន្ទាប់នឹងធ្វើឱ្យអ្វីៗទាន់សម័យ។
error-unscrubbed = ការលុបតាមច្បាប់មាននៅក្នុងកំណត់ហេតុ ហើយលាក់សេចក្តីថ្លែង ប៉ុន្តែបៃរបស់វាប្រហែលនៅមានក្នុងឯកសារនៃថ្នាំងនេះ។
hint-unscrubbed = វានឹងបាត់ ពេលគ្មានកម្មវិធីណាអានទំព័រចាស់៖ សូមទុកឱ្យ `liaison serve` ដំណើរការ ឬធ្វើពាក្យបញ្ជាណាមួយម្តងទៀតដោយប្រើសោ។ `liaison doctor` ប្រាប់នៅពេលរួចរាល់។
error-unknown-format = { $file } គ្មានទម្រង់ដែលអាចអានបានទេ។
hint-unknown-format = សូមបញ្ជាក់ទម្រង់ដោយ --as៖ ftm-entities, ftm-statements, ofac-sdn, un-consolidated, csv, xlsx, situation-figures, situation-places ឬ situation-events ។
error-no-input = មិនបានផ្តល់ឯកសារទេ។
error-no-mapping = តារាងត្រូវការការផ្គូផ្គងជួរឈរ៖ មិនអាចស្នើពីចំណងជើង និងខ្លឹមសារបានទេ។ សូមផ្តល់ដោយ --mapping FILE ។
error-mapping-refused = ការផ្គូផ្គងជួរឈរដែលបានស្នើត្រូវបានបដិសេធ។ គ្មានអ្វីត្រូវបានអានទេ។ សូមសរសេរវាទៅឯកសារដោយ --save-mapping FILE កែវា ហើយផ្តល់វាដោយ --mapping FILE ។
error-read = មិនអាចអានឯកសារបានទេ៖ { $reason }។
error-journal = កំណត់ហេតុមិនអាចធ្វើការនេះបានទេ៖ { $reason }។
error-folder-busy = ដំណើរការផ្សេងកំពុងកាន់កាប់ថតនៃថ្នាំងនេះ។
error-views = មិនអាចអានទិដ្ឋភាពបានទេ៖ { $reason }។
error-search = មិនអាចស្វែងរកបានទេ៖ { $reason }។
error-exhibits = មិនអាចរក្សាទុក ឬអានវត្ថុតាងបានទេ៖ { $reason }។
hint-exhibits-address = អាសយដ្ឋានមានទម្រង់ដូច s3://bucket/prefix ។ សោ និងពាក្យសម្ងាត់មិនត្រូវដាក់ក្នុងនោះទេ៖ វាមកពីអថេរបរិស្ថាន។
hint-exhibits-credentials = សូមកំណត់ AWS_ACCESS_KEY_ID និង AWS_SECRET_ACCESS_KEY ជាសោដែលអាចរាយ អាន សរសេរ និងលុបនៅក្រោមអាសយដ្ឋាន ហើយកំណត់ AWS_REGION ជាតំបន់របស់វា។
hint-exhibits-bucket = សូមបង្កើត bucket ជាមុនសិន ឬពិនិត្យឈ្មោះរបស់វា AWS_REGION និង AWS_ENDPOINT_URL សម្រាប់ឃ្លាំងដែលមិនមែនរបស់ Amazon ។
hint-exhibits-store = សូមពិនិត្យបណ្តាញ AWS_REGION និង AWS_ENDPOINT_URL សម្រាប់ឃ្លាំងដែលមិនមែនរបស់ Amazon ។
error-peer = មិនបានទទួលស្រោមបញ្ជូនទេ៖ { $reason }។
hint-reveal = សូមបញ្ជាក់គោលបំណងរបស់អ្នកដោយ --reveal ដូចជា `--reveal rescue` ។ វាត្រូវបានកត់ត្រាជាមួយគណនីរបស់អ្នក។
hint-folder-busy = តើ `liaison serve` កំពុងដំណើរការឬ? សូមបញ្ឈប់វា ឬរង់ចាំពាក្យបញ្ជាផ្សេង រួចព្យាយាមម្តងទៀត។
hint-rebuild = ទិដ្ឋភាពអាចបង្កើតឡើងវិញបានជានិច្ច៖ `liaison rebuild` ។
hint-journal-busy = ការនាំចូល ឬការបម្រុងទុកផ្សេងកំពុងដំណើរការ។ សូមរង់ចាំ រួចព្យាយាមម្តងទៀត។
hint-journal-read-only = សូមពិនិត្យថាអ្នកណាជាម្ចាស់ថត និងថាតើថាសត្រូវបានភ្ជាប់សម្រាប់តែអានឬទេ។
hint-erased-by-law = វានៅក្រៅដរាបណាការលុបតាមច្បាប់នៅមានសុពលភាព។ `liaison history` ប្រាប់អាជ្ញាធរ។ សូមទុកវាចោល ហើយព្យាយាមម្តងទៀត។
hint-copy-folder = សូមចម្លងថតទៅថាសដែលអាចសរសេរបាន ហើយអានច្បាប់ចម្លងនោះ។
hint-disk-full = សូមរៀបចំទំហំទំនេរ ហើយប្រតិបត្តិពាក្យបញ្ជាម្តងទៀត។ អ្វីដែលបានបញ្ជាក់ទទួលហើយមានសុវត្ថិភាព។
hint-journal-newer = សូមដំឡើងកំណែថ្មីជាងដែលបានបង្កើតវា។ គ្មានអ្វីត្រូវបានផ្លាស់ប្តូរទេ។
hint-journal-damaged = សូមកុំសរសេរលើវា។ សូមប្រតិបត្តិ `liaison verify` រក្សាច្បាប់ចម្លងនៃថត ហើយស្តារច្បាប់បម្រុងចុងក្រោយ។
hint-journal-exists = ថ្នាំងថ្មីត្រូវការថត ឬមូលដ្ឋានទិន្នន័យផ្ទាល់ខ្លួន។ ម៉ាស៊ីនមេទីពីរនៃស្ថាប័នដដែលចូលរួមដោយច្បាប់ចម្លងនៃ node.json និង keys/ ។
hint-journal-missing = សូមស្តារច្បាប់បម្រុងដោយ `liaison restore` ឬបង្កើតថ្នាំងដោយ `liaison init` ។
hint-database-unreachable = សូមពិនិត្យ DATABASE_URL និងថាតើម៉ាស៊ីនមេ PostgreSQL កំពុងដំណើរការ ហើយអនុញ្ញាតឱ្យគណនីនេះចូលឬទេ។
hint-certificate-not-now = សូមកំណត់នាឡិកាម៉ាស៊ីនឱ្យត្រឹមត្រូវ។ បើវាត្រឹមត្រូវហើយ សូមបន្តសុពលភាពសោថ្នាំងមួយឆ្នាំទៀតដោយ `liaison certify` រួចចាប់ផ្តើម `serve` ឡើងវិញ។
hint-no-key = សូមផ្តល់ឃ្លាសម្ងាត់ដោយ --key-file FILE ឬនៅលើស្ថានីយ។

## accounts: what went wrong, and what to do

account-error-name = នេះមិនមែនជាឈ្មោះគណនី ឬថូខឹនទេ។
account-hint-name = ឈ្មោះមាន 2 ដល់ 32 តួ ជាអក្សរតូច a ដល់ z លេខ សញ្ញាចុច ឬសហសញ្ញា ហើយចាប់ផ្តើមដោយអក្សរ។
account-error-unit = អង្គភាពជាពាក្យតែមួយ យ៉ាងច្រើន 64 បៃ គ្មានសញ្ញា / ។
account-error-exists = ឈ្មោះនេះមានគេប្រើរួចហើយ។ ឈ្មោះផ្តល់តែម្តង ដើម្បីឱ្យកំណត់ត្រាច្បាស់លាស់។
account-error-unknown = គ្មានគណនី ឬថូខឹនឈ្មោះនេះទេ។
account-hint-unknown = `liaison user list` និង `liaison token list` បង្ហាញគណនី និងថូខឹនដែលមាន។
account-error-disabled = គណនីនេះត្រូវបានបិទ។
account-hint-disabled = `liaison user reset` បើកវាវិញ ដោយមានពាក្យសម្ងាត់ និងកត្តាទីពីរថ្មី។
account-error-role = គ្មានតួនាទី `{ $word }` ទេ។
account-error-scope = គ្មានវិសាលភាព `{ $word }` ទេ។
account-error-no-role = មិនបានផ្តល់តួនាទីទេ។
account-hint-role = តួនាទីមាន៖ analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator ។
account-error-password-length = ពាក្យសម្ងាត់មាន { $characters } ដល់ 256 តួអក្សរ។
account-hint-password = ប្រយោគមួយល្អបំផុត។ បើគ្មាន --password-stdin ពាក្យសម្ងាត់ចៃដន្យត្រូវបានបង្កើត។
account-error-same-password = ពាក្យសម្ងាត់ថ្មីដូចគ្នានឹងពាក្យសម្ងាត់បច្ចុប្បន្ន។
account-error-expiry = ថូខឹនត្រូវផុតកំណត់នៅពេលអនាគត យ៉ាងយូរ { $days } ថ្ងៃគិតពីពេលនេះ។
account-error-no-scope = មិនបានផ្តល់វិសាលភាពទេ។
account-hint-scope = វិសាលភាពមាន៖ read, import, export, health ។
account-error-code = លេខកូដខុស លែងបង្ហាញ ឬបានប្រើរួចហើយ។
account-hint-code = សូមរង់ចាំលេខកូដបន្ទាប់ ដែលចេញរៀងរាល់ 30 វិនាទី ហើយប្រៀបធៀបនាឡិកាទូរស័ព្ទ និងម៉ាស៊ីន។
account-error-held = ព្យាយាមច្រើនដងពេក។ លើកបន្ទាប់នឹងត្រូវពិនិត្យក្នុង { $seconds } វិនាទី។
account-error-no-key = គ្មានអ្នកណាអាចចូលបានទេ ខណៈដែលថ្នាំងដំណើរការដោយគ្មានសោ។
account-error-seal = កត្តាទីពីរនៃគណនីនេះមិនអាចបើកដោយសោនៃថ្នាំងនេះបានទេ។
account-hint-seal = តើ accounts.db ត្រូវបានចម្លងពីថ្នាំងផ្សេងឬ? `liaison user reset` បង្កើតកត្តាទីពីរថ្មី។
account-error-issuer = ឈ្មោះនៃថ្នាំងនេះមិនអាចដាក់ក្នុងកម្មវិធីផ្ទៀងផ្ទាត់បានទេ។
account-error-file = { $reason }។
account-hint-damaged = សូមរក្សាច្បាប់ចម្លងនៃ accounts.db ហើយស្តារច្បាប់បម្រុងចុងក្រោយ។
account-error-second-person = ការកំណត់ឡើងវិញត្រូវការអ្នកទីពីរ ដែលជា supervisor ឬ administrator ហើយមិនមែនជាម្ចាស់គណនីនោះទេ។
account-hint-second-person = សូមឱ្យគាត់ធ្វើផ្នែករបស់គាត់៖ --confirmed-by THEIR-NAME និងលេខកូដដែលកម្មវិធីផ្ទៀងផ្ទាត់របស់គាត់បង្ហាញ។
account-error-demonstration = លេខកូដបង្ហាញបានតែសម្រាប់គណនីនៃការបង្ហាញសាកល្បងប៉ុណ្ណោះ។
account-hint-demonstration = កម្មវិធីផ្ទៀងផ្ទាត់របស់មន្ត្រីផ្ទាល់បង្ហាញលេខកូដ។ បើវាបាត់៖ `liaison user reset` ។

## doctor

doctor-journal = កំណត់ហេតុ
doctor-folder = ថតនៃថ្នាំង
doctor-looks = បញ្ជីកត់ត្រាការមើល
doctor-views = ទិដ្ឋភាព
doctor-search = ការស្វែងរក
doctor-current = ទិដ្ឋភាព និងការស្វែងរកបង្ហាញគ្រប់យ៉ាង
doctor-keys = សោថ្នាំង
doctor-opening = ការបើកថ្នាំង
doctor-exhibits = វត្ថុតាង
doctor-scrub = ការសម្អាតបៃដែលបានលុបតាមច្បាប់
doctor-root-key = សោឫស
doctor-certificate = វិញ្ញាបនបត្រនៃសោថ្នាំង
doctor-accounts = គណនី
doctor-well = ល្អ
doctor-exhibits-unread = ល្អ ក្នុងចំណោមអ្វីដែលបានអាននៅទីនេះ។ នៅ { $unread } ទៀតមិនបានអានទេ៖ សូមប្រតិបត្តិ `liaison verify --deep` ។
doctor-verified = បានផ្ទៀងផ្ទាត់កំណត់ចុះ { $commits } មានសេចក្តីថ្លែង { $statements }៖ តម្លៃហាស តំណ និងហត្ថលេខាទាំងអស់ត្រឹមត្រូវ។
doctor-not-verified = កំណត់ហេតុបើកបាន ហើយកំណត់ចុះថ្មីបំផុត { $head } អានបាន។ តម្លៃហាសមិនបានពិនិត្យនៅទីនេះទេ ព្រោះកំណត់ហេតុវែង៖ សូមប្រតិបត្តិ `liaison verify` ។
doctor-not-folded = មិនទាន់មានក្នុងថតនេះទេ។ វាត្រូវបានសង់ពីកំណត់ហេតុពេលបើកថ្នាំង។
doctor-mended = ទើបតែបានបង្កើតឡើងវិញពីកំណត់ហេតុ ដូច្នេះគ្មានអ្វីត្រូវធ្វើទៀតទេ។
doctor-not-checked = មិនបានពិនិត្យទេ ព្រោះថ្នាំងបើកមិនបាន។
doctor-root-key-here = សោឫសនៅលើម៉ាស៊ីននេះនៅឡើយ។ សូមផ្លាស់ keys/root.json ទៅទូសុវត្ថិភាព ហើយលុបវានៅទីនេះ។
doctor-certificate-ends = វិញ្ញាបនបត្រផុតកំណត់នៅ { $until }។ សូមបន្តសុពលភាពសោថ្នាំងមួយឆ្នាំទៀតមុនពេលនោះ ដោយ `liaison certify` ។

## command line: what was done

out-error = កំហុស៖
out-hint = ណែនាំ៖
ask-passphrase = ឃ្លាសម្ងាត់នៃសោថ្នាំង៖{" "}
ask-new-passphrase = ឃ្លាសម្ងាត់ថ្មីសម្រាប់សោនៃថ្នាំងនេះ៖{" "}
ask-again = ដូចគ្នាម្តងទៀត៖{" "}
error-passphrase-short = ឃ្លាសម្ងាត់មានយ៉ាងតិច { $characters } តួអក្សរ ប៉ុន្តែនេះខ្លីជាង។ គ្មានអ្វីត្រូវបានបង្កើតទេ។
hint-passphrase-short = ប្រយោគមួយល្អបំផុត ដូចជាប្រយោគដែលមានតែអ្នកនិយាយ។
error-passphrases-differ = ឃ្លាសម្ងាត់ទាំងពីរខុសគ្នា។ គ្មានអ្វីត្រូវបានបង្កើតទេ។
init-done =
    ថ្នាំងរបស់ { $agency } ស្ថិតនៅក្នុង { $folder }។
    ស្នាមសម្គាល់សោឫស៖ { $fingerprint }
    សោថ្នាំងមានវិញ្ញាបនបត្ររហូតដល់ { $expires }។
init-root-key = សូមផ្លាស់ { $path } ទៅទូសុវត្ថិភាព ហើយលុបវានៅទីនេះ៖ វាត្រូវការតែម្តងក្នុងមួយឆ្នាំ សម្រាប់ `liaison certify` ។
certify-done = សោថ្នាំងរបស់ { $agency } មានវិញ្ញាបនបត្ររហូតដល់ { $expires }។
certify-next = សូមចាប់ផ្តើម `liaison serve` ឡើងវិញ ចម្លង keys/certificate.bin ទៅម៉ាស៊ីនមេផ្សេងទៀតរបស់ស្ថាប័ន ហើយដាក់សោឫសទៅក្នុងទូសុវត្ថិភាពវិញ។
progress-reading = កំពុងអាន
progress-folding = កំពុងធ្វើឱ្យមើលឃើញ
progress-verifying = កំពុងផ្ទៀងផ្ទាត់
progress-linking = កំពុងភ្ជាប់
progress-finding = កំពុងរកគូដែលត្រូវប្រៀបធៀប
progress-learning = កំពុងរៀនថាការត្រូវគ្នាមានតម្លៃប៉ុនណា
progress-comparing = កំពុងប្រៀបធៀប
progress-joining = កំពុងចងក្រងជាក្រុម
import-done = អានបាន { $read } ជួរ៖ សេចក្តីថ្លែងថ្មី { $new } អំពីធាតុ { $entities } កំណត់ចុះ { $commit } រយៈពេល { $seconds } វិនាទី។
import-nothing-new = អានបាន { $read } ជួរ គ្មានអ្វីថ្មីចូលទេ។
import-dry = អានបាន { $read } ជួរ៖ សេចក្តីថ្លែង { $statements } អំពីធាតុ { $entities }។ គ្មានអ្វីត្រូវបានសរសេរទេ។
import-stopped = បានបញ្ឈប់។ គ្មានអ្វីពីឯកសារនេះត្រូវបានរក្សាទុកទេ។ សូមប្រតិបត្តិពាក្យបញ្ជាម្តងទៀតដើម្បីនាំចូលវា។
import-erased-before = សេចក្តីថ្លែង { $statements } ត្រូវបានទុកចោល ព្រោះអត្ថបទរបស់វាធ្លាប់ត្រូវបានលុបតាមច្បាប់។
import-came-back = សេចក្តីថ្លែង { $statements } ដែលបានដកវិញ ត្រឡប់មកវិញជាមួយការនាំចូលនេះ។ ការដកវិញចុងក្រោយនៅ { $on }។ `liaison history ID` ប្រាប់មូលហេតុ។
import-problems = បញ្ហា { $problems } { $rows ->
    [0] គ្មានជួរត្រូវដាក់ដោយឡែកទាំងមូលទេ
   *[other] ជួរ { $rows } ត្រូវដាក់ដោយឡែកទាំងមូល
}៖
import-problem = {"  "}{ $text }
import-more-problems = {"  "}… និង { $problems } ទៀត។
import-problems-file = ទាំងអស់៖ { $path }
import-rows-file = ជួរទាំងនោះ៖ { $path }។ សូមកែនៅទីនោះ ហើយប្រតិបត្តិ `liaison import` លើឯកសារនោះ៖ សំណុំទិន្នន័យ ការផ្គូផ្គងជួរឈរ ប្រភព កម្រិត និងសញ្ញា នៅដូចការនាំចូលនេះ។
import-row = ជួរ { $row }
import-proposal = ការផ្គូផ្គងជួរឈរដែលបានស្នើ៖
import-proposed-column = {"  "}{ $heading } → { $target } ({ $reason })
import-proposed-sheet = {"  "}សន្លឹក { $sheet }
import-column-unused = មិនអាន
import-nobody-to-ask = គ្មានអ្នកណាអាចសួរបាននៅទីនេះទេ ដូច្នេះវាត្រូវបានប្រើ។ --dry-run បង្ហាញវា ហើយមិនសរសេរអ្វីទេ។
import-agree = នាំចូលដោយប្រើការផ្គូផ្គងជួរឈរនេះឬ? [Y/n]
search-nothing = រកមិនឃើញអ្វីទេ។
search-none-shown = រកឃើញធាតុ { $total } ប៉ុន្តែមិនបង្ហាញដោយ --limit និង --offset ទាំងនេះទេ។
hint-search-too-long = សូមស្វែងរកឈ្មោះ លេខ ឬពាក្យដែលសម្គាល់បានច្រើនបំផុត។ ទុកអ្វីផ្សេងចោល។
error-nothing-to-look-for = អត្ថបទគ្មានពាក្យ ឬលេខដែលត្រូវរកទេ។
hint-nothing-to-look-for = សូមសរសេរពាក្យ ឈ្មោះ ឬលេខ។ បើទុកទទេ នឹងរាយទាំងអស់។
filter-schema = គ្មានស្គីមា `{ $value }` ទេ។ ឈ្មោះជិតគ្នា៖ { $near }។
filter-country = `{ $value }` មិនមែនជាលេខកូដ ឬឈ្មោះប្រទេសទេ។ សូមសរសេរអក្សរពីរ ដូចជា kh ឬឈ្មោះ ដូចជា Cambodia ។
filter-date = `{ $value }` មិនមែនជាថ្ងៃ ខែ ឬឆ្នាំទេ។ សូមសរសេរ 2025-10-17, 2025-10 ឬ 2025 ។
filter-dataset = គ្មានសំណុំទិន្នន័យ `{ $value }` ទេ។ ដែលមាន៖ { $near }។
search-relaxed = គ្មានអ្វីមានគ្រប់ពាក្យទេ ទាំងនេះមានពាក្យខ្លះ។
search-count = { $shown } ក្នុងចំណោម { $total }។
resolve-nothing = ក្នុងចំណោមកំណត់ត្រា { $records } គ្មានគូណារង់ចាំការវិនិច្ឆ័យទេ។
resolve-count = { $shown } ក្នុងចំណោម { $total } គូ នៃកំណត់ត្រា { $records } តាមលំដាប់ប្រូបាប។ សូមវិនិច្ឆ័យដោយ `liaison judge RECORD RECORD same --reason WORDS`។{ $common ->
    [0] {""}
   *[other] { "" } តម្លៃ { $common } ទូទៅពេកសម្រាប់ភ្ជាប់កំណត់ត្រា៖ សូមមើល --over-common។
    }
resolve-over-common = { $property } { $value }៖ ក្នុងសេចក្តីថ្លែង { $values }
resolve-over-common-none = គ្មានលេខណាទូទៅពេករហូតត្រូវទុកមួយឡែកទេ។
screening-no-name = { $file } គ្មានជួរឈរឈ្មោះទេ។ មាន៖ { $headings }។ សូមដាក់ចំណងជើងមួយថា name ឬ first name និង last name។
screening-no-schema = គ្មានគំរូ { $schema } ទេ។ មនុស្សគឺ Person ក្រុមហ៊ុនគឺ Company នរណាក៏បានគឺ LegalEntity។
screening-done = បានរក { $queries } ជួរ ត្រូវគ្នា { $matches }។
verdict-same = ដូចគ្នា
verdict-different = ខុសគ្នា
verdict-unsure = មិនច្បាស់
judge-done = { $first } និង { $second }៖ { $verdict } កំណត់ចូល { $commit }។ { $records ->
    [one] { $first } ឈរតែឯង។
   *[other] { $first } ឥឡូវជាមួយក្នុងចំណោមកំណត់ត្រា { $records }។
    } គ្មានអ្វីត្រូវបានបញ្ចូលគ្នាទេ; `liaison undo { $commit }` ដកការវិនិច្ឆ័យវិញ។
show-one-with = វិនិច្ឆ័យថាជាតែមួយជាមួយកំណត់ត្រា { $records } នេះ៖
search-spelling = អានដូចគ្នា
search-joined = តែមួយជាមួយកំណត់ត្រាផ្សេង { $others }
undo-done = កំណត់ចុះ { $target } ត្រូវបានដកវិញដោយកំណត់ចុះ { $commit }។ គ្មានអ្នកណាឃើញអ្វីដែលវាបាននាំមកទេ។ ប្រវត្តិនៅបង្ហាញថាវាធ្លាប់មាន។
undo-others = កំណត់ចុះផ្សេងទៀតនៃការនាំចូលដដែលក៏ដូច្នេះដែរ៖ { $commits }។
withdraw-done = សេចក្តីថ្លែង { $target } ត្រូវបានដកវិញដោយកំណត់ចុះ { $commit }។
erase-others = សេចក្តីថ្លែងផ្សេងទៀត { $count } ដែលថ្លែងដូចគ្នា ត្រូវបានលុបតាមច្បាប់ជាមួយវា៖ { $statements }
erase-done = សេចក្តីថ្លែង { $target } ត្រូវបានលុបតាមច្បាប់ដោយកំណត់ចុះ { $commit }។ បៃរបស់វាលែងមានលើថ្នាំងនេះ។ កំណត់ហេតុនៅអាចផ្ទៀងផ្ទាត់បាន។
names-columns-missing = តារាងគ្មានជួរឈរ name1 និង name2 ទេ។
names-nothing-to-compare = គ្មានអក្សរសម្រាប់ប្រៀបធៀប
names-state-same = ឈ្មោះតែមួយ
names-state-different = ឈ្មោះខុសគ្នា
names-state-cannot-decide = មិនអាចសម្រេចដោយឈ្មោះតែមួយមុខ
names-rule-equal = { $first } = { $second } ({ $weight })
names-rule-sound = { $first } អានដូច { $second } ({ $weight })
names-rule-reading = { $second } អានថា { $first } ({ $weight })
names-rule-edit = { $first } ស្ទើរតែដូច { $second } ({ $weight })
names-rule-abbreviation = { $first } និង { $second } ជាទម្រង់ខ្លី និងវែងនៃឈ្មោះតែមួយ ({ $weight })
names-rule-variant = { $first } និង { $second } ជាទម្រង់នៃឈ្មោះតែមួយ ({ $weight })
names-rule-meaning = { $first } មានន័យថា { $second } ({ $weight })
names-rule-contradiction = { $first }{ $second } គ្មាននៅក្នុងឈ្មោះម្ខាងទៀត ({ $weight })
names-rule-omission = { $first }{ $second } ត្រូវបានលុបចោល ({ $weight })
names-rule-exclusion = { $first } { $second } មិនអាចជារបស់ឈ្មោះម្ខាងទៀត ({ $weight })
names-rule-legal-form = ទម្រង់គតិយុត្តខុសគ្នា ({ $weight })
names-script-latin = អក្សរឡាតាំង
names-script-hangul = អក្សរហាន់គុល
names-script-han = អក្សរចិន
names-script-kana = អក្សរជប៉ុន
names-script-thai = អក្សរថៃ
names-script-lao = អក្សរឡាវ
names-script-khmer = អក្សរខ្មែរ
names-script-burmese = អក្សរភូមា
names-script-other = អក្សរផ្សេង
names-script-digits = លេខ
figures-none = គ្មានតួលេខទេ។
figures-question = { $question } — ចម្លើយ { $answers }{ $conflicts ->
    [0] {""}
   *[other] , ទំនាស់ { $conflicts }
}
figures-preferred = បានជ្រើស។
figures-marked = { $figure } ត្រូវបានដាក់សញ្ញា កំណត់ចុះ { $commit }។ តួលេខទាំងអស់នៅដដែល។
figures-unmarked = { $judgement } ត្រូវបានដកវិញ កំណត់ចុះ { $commit }។ វានៅក្នុងប្រវត្តិនៃតួលេខរបស់វា។
casework-stage-reported = បានរាយការណ៍
casework-stage-verified = បានផ្ទៀងផ្ទាត់
casework-stage-located = បានរកឃើញទីតាំង
casework-stage-in-danger = ក្នុងគ្រោះថ្នាក់
casework-stage-rescue-requested = បានស្នើសុំជួយសង្គ្រោះ
casework-stage-rescued = បានជួយសង្គ្រោះ
casework-stage-screened = បានពិនិត្យសម្គាល់
casework-stage-in-care = កំពុងថែទាំ
casework-stage-repatriated = បានធ្វើមាតុភូមិនិវត្តន៍
casework-stage-closed = បានបិទ
casework-age-up-to-7 = ≤ ៧ ថ្ងៃ
casework-age-up-to-30 = ៨–៣០ ថ្ងៃ
casework-age-up-to-90 = ៣១–៩០ ថ្ងៃ
casework-age-up-to-180 = ៩១–១៨០ ថ្ងៃ
casework-age-over-180 = > ១៨០ ថ្ងៃ
casework-age-unknown = មិនដឹង
casework-act-verify = ផ្ទៀងផ្ទាត់
casework-act-locate = រកទីតាំង
casework-act-request-rescue = ស្នើសុំជួយសង្គ្រោះ
casework-act-follow-up = សួរម្តងទៀត
casework-act-screen = ពិនិត្យសម្គាល់
casework-act-refer = បញ្ជូនបន្ត ឬនាំត្រឡប់
casework-act-bring-home = នាំត្រឡប់ទៅផ្ទះ
casework-act-close = បិទ
casework-act-welfare-check = ពិនិត្យសុខទុក្ខ
casework-view-open = បើក
casework-view-open-over-30 = បើក > ៣០ ថ្ងៃ
casework-view-late = យឺត
casework-view-silent = គ្មានដំណឹង > ៧ ថ្ងៃ
casework-view-danger = ក្នុងគ្រោះថ្នាក់
casework-view-children = អនីតិជន
casework-view-place-unknown = មិនដឹងទីតាំង
casework-view-no-exit = បានចូល មិនបានចេញ គ្មានដំណឹង
casework-view-disagreed = មិនស្របគ្នា
casework-view-maybe-twice = ប្រហែលដូចរបាយការណ៍មួយទៀត
casework-view-consent-withdrawn = បានដកការយល់ព្រម
casework-view-settled = បានដោះស្រាយ
casework-closing-returned-home = បានត្រឡប់ទៅផ្ទះ
casework-closing-safe-elsewhere = មានសុវត្ថិភាពនៅកន្លែងផ្សេង
casework-closing-duplicate = ស្ទួន
casework-closing-withdrawn = បានដកវិញ
casework-closing-deceased = បានស្លាប់
casework-closing-unfounded = គ្មានមូលដ្ឋាន
casework-closing-other = ផ្សេងទៀត
casework-danger-unknown = មិនដឹង
casework-danger-low = ទាប
casework-danger-medium = មធ្យម
casework-danger-high = ខ្ពស់
casework-danger-immediate = ភ្លាមៗ
casework-channel-hotline = ទូរស័ព្ទបន្ទាន់
casework-channel-walk-in = មកដោយផ្ទាល់
casework-channel-embassy = ស្ថានទូត
casework-channel-ngo = អង្គការក្រៅរដ្ឋាភិបាល
casework-channel-web-form = ទម្រង់លើបណ្តាញ
casework-channel-partner-agency = ស្ថាប័នដៃគូ
casework-safe-yes = បាទ/ចាស
casework-safe-no = ទេ
casework-safe-only-as-instructed = តែតាមការណែនាំ
casework-safe-unknown = មិនដឹង
casework-consent-yes = បាទ/ចាស
casework-consent-no = ទេ
casework-consent-limited = មានកម្រិត
casework-consent-not-asked = មិនបានសួរ
casework-consent-withdrawn = បានដកវិញ
casework-check-call = ទូរស័ព្ទ
casework-check-message = សារ
casework-check-video = ហៅជាវីដេអូ
casework-check-visit = ទៅជួប
casework-check-family = តាមរយៈគ្រួសារ
casework-check-register = បញ្ជី
casework-outcome-heard-from = បានឮដំណឹង
casework-outcome-seen = បានឃើញ
casework-outcome-not-reached = ទាក់ទងមិនបាន
casework-outcome-refused = ត្រូវបានបដិសេធ
casework-outcome-worse = កាន់តែអាក្រក់
report-taken = របាយការណ៍មានលេខ { $number } (កំណត់ចុះ { $commit }) ។
report-added = បានបន្ថែមទៅ { $number } ជាប្រភពផ្សេង (កំណត់ចុះ { $commit }) ។
report-one-with = វាតែមួយជាមួយ { $number } ដែលតំណាងឱ្យទាំងពីរ។
report-similar = របាយការណ៍ { $count } ប្រហែលជាអំពីបុគ្គលដដែល។ `liaison report judge` សម្រេច។
report-judged = { $first } និង { $second }៖ { $verdict } ({ $id } កំណត់ចូល { $commit })។ `liaison report take-back` ដកវាវិញ។
report-shown = { $shown } ក្នុងចំណោម { $total } រាប់នៅថ្ងៃ { $day } ។
report-late = { $day } យឺត { $days } ថ្ងៃ
report-overview = របាយការណ៍ { $reports } នៅថ្ងៃ { $day }៖ បានដោះស្រាយ { $settled } បើក { $open } ។
report-headline = { $number } · បើក { $days } ថ្ងៃ · បុគ្គល { $person }
report-disagreements = មានពាក្យ { $count } មិនស្របគ្នា៖ ទាំងអស់ត្រូវបានរក្សាទុក។
report-stage-entered = ដំណាក់កាលត្រូវបានបញ្ចូលជា { $id } (កំណត់ចុះ { $commit }) ។
report-check-entered = ការពិនិត្យត្រូវបានបញ្ចូលជា { $id } (កំណត់ចុះ { $commit }) ។
report-taken-back = { $id } ត្រូវបានដកវិញដោយកំណត់ចុះ { $commit } ។ វានៅក្នុងប្រវត្តិ។
exhibits-none = គ្មានវត្ថុតាងទេ។
exhibit-kept = { $file } ត្រូវបានរក្សាទុកជា { $hash } ({ $bytes } បៃ) ។
exhibit-known = { $file } ត្រូវបានរក្សាទុកពីមុនជា { $hash } ({ $bytes } បៃ) ។ វាមិនត្រូវបានរក្សាទុកពីរដងទេ។
exhibit-copied = { $file } បានសរសេរ ({ $bytes } បៃ) ។ ការចម្លងមានក្នុងបញ្ជីកត់ត្រាការរក្សាវត្ថុតាង។
export-done = បានសរសេរធាតុ { $entities }៖ { $files }
export-streamed = បានសរសេរធាតុ { $entities }។
export-people = បានបើកមើលមនុស្ស { $people } នាក់។ គណនី និងគោលបំណងរបស់អ្នកមានក្នុងបញ្ជីកត់ត្រាការមើល។
export-left-out = ទុកចោល ឬបានផ្លាស់ប្តូរ { $count } ដង៖ { $what }
history-first = ដំបូងនៅ { $on } ដោយ { $officer } ធ្វើឡើងវិញក្រោយការស្តារ
history-same-import = ការនាំចូលតែមួយជាមួយកំណត់ចុះ { $commits }
show-withdrawn = បានដកវិញនៅ { $on } ដោយកំណត់ចុះ { $by }
history-undone = បានដកវិញដោយ { $commit }
look-none = គ្មានការមើលបែបនេះទេ។
look-more = មានទៀត៖ --before { $look } បង្ហាញវា។
look-act-none = គ្មានសកម្មភាពលើគណនីបែបនេះទេ។
history-import = { $file } ទៅក្នុង { $dataset } ចំនួន { $rows } ជួរ
history-reason = មូលហេតុ៖ { $reason }
history-authority = អាជ្ញាធរ៖ { $authority }
history-withdrawn = បានដកវិញនៅ { $on } ដោយកំណត់ចុះ { $by } { $reason ->
    [none] គ្មានមូលហេតុ
   *[other] មូលហេតុ៖ { $reason }
} { $what }
history-removed = បានលុបតាមច្បាប់នៅ { $on } ដោយកំណត់ចុះ { $by } { $authority ->
    [none] តាមបង្គាប់របស់ម្ចាស់ដើម
   *[other] អាជ្ញាធរ៖ { $authority }
}
verify-intact = ពេញលេញ៖ កំណត់ចុះ { $commits } សេចក្តីថ្លែង { $statements } (ក្នុងនោះ { $removed } ត្រូវបានលុបតាមច្បាប់) ធាតុ { $looks } ក្នុងបញ្ជីកត់ត្រាការមើល រយៈពេល { $seconds } វិនាទី។ ហាសចុងក្រោយ { $head }
verify-broken = មិនពេញលេញទេ។ { $bad }
verify-bad = ធាតុខុសដំបូងស្ថិតក្នុង { $chain ->
    [looks] បញ្ជីកត់ត្រាការមើល
   *[journal] កំណត់ហេតុ
} កំណត់ចុះ { $commit }{ $statement ->
    [none] {""}
   *[other] {" "}សេចក្តីថ្លែង { $statement }
}៖ { $fault ->
    [HeaderUnreadable] មិនអាចអានបឋមកថានៃកំណត់ចុះបានទេ។
    [Number] លេខរបស់វាមិនបន្តពីលេខមុនទេ។
    [Chain] វាមិនបន្តខ្សែសង្វាក់ទេ៖ តម្លៃហាសនៃកំណត់ចុះមុនខុសពីនេះ។
    [Hash] តម្លៃហាសដែលរក្សាទុកមិនមែនជារបស់កំណត់ចុះនេះទេ។
    [Certificate] វិញ្ញាបនបត្រនៃសោដែលបានចុះហត្ថលេខាបាត់ ឬមិនមែនជារបស់ស្ថាប័នទេ។
    [Signature] ហត្ថលេខាមិនមែនជារបស់សោថ្នាំងទេ។
    [Time] ពេលវេលារបស់វាមុនពេលវេលានៃកំណត់ចុះមុន។
    [Count] បាត់សេចក្តីថ្លែងមួយ ឬលើសមួយ។
    [Leaf] អត្ថបទនៃសេចក្តីថ្លែង ឬអំបិល (salt) របស់វាត្រូវបានផ្លាស់ប្តូរ៖ ទាំងពីរមិនផ្តល់តម្លៃហាស (leaf) ដែលបានចុះហត្ថលេខាទេ។
    [Root] តម្លៃហាសនៃសេចក្តីថ្លែងទាំងអស់មិនផ្តល់តម្លៃហាស (root) ដែលបានចុះហត្ថលេខាទេ។
    [Id] លេខសម្គាល់ក្បែរសេចក្តីថ្លែងមិនមែនជាលេខនៅខាងក្នុងវាទេ។
    [Label] សញ្ញាគ្រប់គ្រងមិនដូចសញ្ញាដែលបានចុះហត្ថលេខាទេ។
    [Removed] បៃនៃសេចក្តីថ្លែងលែងមាន ដោយគ្មានសកម្មភាពណាប្រាប់ ឬនៅមាន ទោះមានសកម្មភាពប្រាប់ថាបានលុប។
    [Tombstones] បញ្ជីនៃអ្វីដែលបានដកវិញ និងបានលុបតាមច្បាប់ មិនដូចដែលសេចក្តីថ្លែងប្រាប់ទេ។
    [Erased] បញ្ជីដែលទប់អត្ថបទលុបតាមច្បាប់មិនឱ្យចូលវិញ មិនដូចដែលបានចុះហត្ថលេខាពេលលុបទេ។
   *[other] វាមិនត្រឹមត្រូវទេ ({ $fault }) ។
}
hint-verify-bad = សូមកុំសរសេរលើថ្នាំងនេះ។ សូមរក្សាច្បាប់ចម្លងនៃថតដូចដែលវានៅ សម្រាប់អ្នកដែលរកមូលហេតុ។ បន្ទាប់មក សូមស្តារច្បាប់បម្រុងថ្មីបំផុតដែលផ្ទៀងផ្ទាត់បាន ទៅក្នុងថតផ្សេង ជាមួយ tombstones.jsonl ថ្មីបំផុត។
verify-views = ទិដ្ឋភាពប្រាប់ខុសពីកំណត់ហេតុ នៅក្នុងផ្នែក "{ $part }"
verify-lists = បញ្ជីដែលប្រើ { $list ->
    [ids] រកសេចក្តីថ្លែងតាមលេខសម្គាល់
   *[claims] ស្គាល់ការនាំចូលទីពីរនៃអ្វីដដែល
} មិនត្រូវនឹងសេចក្តីថ្លែងទេ (ជួរ { $row }) ។
verify-index-missing = លិបិក្រមអត្ថបទខ្វះសេចក្តីថ្លែង { $statement }
verify-index-extra = លិបិក្រមអត្ថបទមានសេចក្តីថ្លែង { $statement } ដែលមិនគួរមាន ឬមានពីរដង
verify-index-terms = លិបិក្រមអត្ថបទរកឃើញសេចក្តីថ្លែង { $statement } ក្រោមពាក្យផ្សេងពីពាក្យក្នុងតម្លៃរបស់វា
verify-index-numbers = លិបិក្រមអត្ថបទមានលេខក្បែរសេចក្តីថ្លែង { $statement } ខុសពីលេខដែលកំណត់ហេតុផ្តល់
verify-index-unknown = លិបិក្រមអត្ថបទមានសេចក្តីថ្លែងមួយដែលកំណត់ហេតុមិនស្គាល់
exhibits-bad = វត្ថុតាង { $exhibits } ខូច ឬបាត់ ព្រោះបៃដែលរក្សាទុកមិនផ្តល់តម្លៃហាសត្រឹមត្រូវ៖ { $hashes }
hint-exhibit-bad = សូមយកឯកសារទាំងនោះមកវិញពីច្បាប់បម្រុងដែលវានៅពេញលេញ ដាក់ក្នុង exhibits/ ក្រោមតម្លៃហាសរបស់វា។
proof-written = ការបញ្ជាក់ស្ថិតក្នុង { $file }។ អ្នកណាក៏អាចពិនិត្យវាបានដោយ `liaison verify-proof` ។
proof-good = បានបញ្ជាក់៖ { $agency } បានចុះកំណត់នៅ { $time } (កំណត់ចុះ { $commit }) ថា { $entity } មាន { $prop } = { $value }
    ស្នាមសម្គាល់សោឫសគឺ { $fingerprint }៖ សូមប្រៀបធៀបវាជាមួយរបស់ស្ថាប័ន។
proof-other-root = ការបញ្ជាក់ត្រឹមត្រូវ ប៉ុន្តែក្រោមសោឫសផ្សេង៖ { $fingerprint }
proof-broken = មិនបានបញ្ជាក់ទេ៖ { $reason }។
rebuild-done = ទិដ្ឋភាព និងការស្វែងរកត្រូវបានបង្កើតឡើងវិញពីសេចក្តីថ្លែង { $statements }។
man-done = ទំព័រទាំងនោះស្ថិតក្នុង { $folder }។

demo-making = កំពុងបង្កើតថ្នាំងរបស់ { $name } ក្នុង { $folder } …
demo-loading = កំពុងផ្ទុក { $what } …
demo-loaded = {"  "}សេចក្តីថ្លែងថ្មី { $new } បញ្ហា { $problems }
demo-found = សំណួរដែលតួលេខផ្សព្វផ្សាយឆ្លើយ ជាមួយចម្លើយទាំងអស់ និងប្រភពរបស់វា៖
demo-fictional = ការបង្ហាញសាកល្បង៖ មនុស្ស គណនី និងសំណុំរឿងទាំងអស់ក្នុងថ្នាំងនេះជាការប្រឌិត។ តួលេខផ្សព្វផ្សាយ ទីកន្លែង និងព្រឹត្តិការណ៍ជាការពិត ហើយមានប្រភព។
demo-totals = ថ្នាំងមានធាតុ { $entities }។ `liaison --dir { $folder } search` រកឃើញអ្វីដែលវាមាន ក្នុងអក្សរណាក៏បាន។
demo-accounts = គណនីនៃការបង្ហាញសាកល្បងនេះ។ បង្ហាញតែម្តងនេះប៉ុណ្ណោះ ហើយប្រើបានតែលើម៉ាស៊ីននេះ៖
demo-accounts-known = ពាក្យសម្ងាត់នៃគណនីបានបង្ហាញពេលចាប់ផ្តើមលើកដំបូង។ ដើម្បីបានថ្មី សូមចាប់ផ្តើមដោយ --reset ឬ៖ liaison --dir { $folder } user reset NAME --confirmed-by supervisor
demo-code = លេខកូដបច្ចុប្បន្ននៃគណនី៖ liaison --dir { $folder } user code NAME
demo-serving = សូមចូលទៅ { $name } នៅ http://{ $address } (Ctrl-C បញ្ចប់វា។ ការចាប់ផ្តើមលើកទីពីរបន្តវា) ។
demo-figures = តួលេខផ្សព្វផ្សាយ ទីកន្លែង និងព្រឹត្តិការណ៍
demo-sanctions = បញ្ជីទណ្ឌកម្មប្រឌិត តាមទម្រង់ OFAC និងអង្គការសហប្រជាជាតិ
demo-caseload = សំណុំរឿងក្លែងធ្វើ

user-made = { $name } អាចចូលជា៖ { $roles }
user-was-reset = { $name } មានពាក្យសម្ងាត់ និងកត្តាទីពីរថ្មី ហើយចូលជា៖ { $roles }។ វគ្គទាំងអស់បានបញ្ចប់។
user-password = ពាក្យសម្ងាត់៖ { $password }
user-factor = សម្រាប់កម្មវិធីផ្ទៀងផ្ទាត់៖ { $url }
    ដូចគ្នា សម្រាប់វាយបញ្ចូល៖ { $secret }
user-shown-once = វាបង្ហាញតែម្តង ហើយមិនរក្សាទុកនៅទីណាទេ។ សូមប្រគល់ដោយផ្ទាល់។
user-code = វាបង្ហាញរយៈពេល { $seconds } វិនាទីទៀត ហើយប្រើបានតែម្តង។
user-roles-set = { $name } មានតួនាទីទាំងនេះចាប់ពីពេលនេះ៖ { $roles }
user-was-disabled = { $name } ត្រូវបានបិទ។ វគ្គទាំងអស់បានបញ្ចប់។
user-disabled = បានបិទ
user-sessions-ended = { $sessions ->
    [0] { $name } មិនបានចូលទេ។
   *[other] វគ្គ { $sessions } របស់ { $name } បានបញ្ចប់។
}
token-made = ថូខឹន { $name } សម្រាប់ { $scopes } រហូតដល់ { $expires }៖
token-was-revoked = ថូខឹន { $name } ត្រូវបានដកសុពលភាព។
token-is-revoked = បានដកសុពលភាព
ask-code = លេខកូដរបស់ { $name } ដែលបញ្ជាក់៖{" "}

backup-done = { $file } មានថ្នាំងរបស់ { $agency } ដល់កំណត់ចុះ { $commit }។
backup-exhibits = វត្ថុតាងស្ថិតក្រោម { $address } ហើយមិនមានក្នុងច្បាប់បម្រុងនេះទេ៖ សូមបម្រុងទុកនៅទីនោះ។
backup-tombstones = សូមរក្សា { $path } នៅក្បែរវា៖ អ្វីដែលដកវិញ និងលុបតាមច្បាប់ចាប់ពីពេលនេះ មិនត្រូវត្រឡប់មកវិញជាមួយវាទេ។
restore-done = ថ្នាំងរបស់ { $agency } ត្រូវបានស្តារដូចនៅ { $made } កំណត់ចុះ { $commit }។ ការដកវិញ និងការលុបតាមច្បាប់ { $replayed } ត្រូវបានធ្វើឡើងវិញ។
restore-accounts = គណនីនៅដូចក្នុងច្បាប់បម្រុង៖ សូមបិទម្តងទៀតនូវគណនីដែលបានបិទក្រោយពេលនោះ។ គ្មានអ្នកណាចូលទេ ហើយ { $tokens ->
    [0] គ្មានថូខឹនមានសុពលភាពទេ
   *[other] ថូខឹន { $tokens } ត្រូវបានដកសុពលភាព
}។
restore-no-tombstones = រកមិនឃើញ tombstones.jsonl ទេ៖ អ្វីដែលបានដកវិញ ឬលុបតាមច្បាប់ក្រោយការបម្រុងទុក បានត្រឡប់មកវិញ។ សូមធ្វើសកម្មភាពទាំងនោះម្តងទៀត មុនពេលអ្នកណាធ្វើការជាមួយថ្នាំងនេះ។

column-name = ឈ្មោះ
column-roles = តួនាទី
column-scopes = វិសាលភាព
column-unit = អង្គភាព
column-signed-in = ចូលចុងក្រោយ
column-begun = បានចាប់ផ្តើម
column-used = ប្រើចុងក្រោយ
column-ends = ផុតកំណត់
column-address = អាសយដ្ឋាន
column-password = ពាក្យសម្ងាត់
column-secret = អាថ៌កំបាំងសម្រាប់កម្មវិធីផ្ទៀងផ្ទាត់
column-caption = ឈ្មោះ
column-schema = ស្គីមា
column-id = លេខសម្គាល់
column-matched = ត្រូវនឹង
column-records = កំណត់ត្រា
column-probability = ប្រូបាប
column-names = ឈ្មោះ
column-why = មូលហេតុ គិតជាប៊ីត
column-verdict = ការវិនិច្ឆ័យ
column-reason = មូលហេតុ
column-officer = មន្ត្រី
column-property = លក្ខណៈ
column-value = តម្លៃ
column-source = ប្រភព
column-grade = កម្រិត
column-handling = ការគ្រប់គ្រង
column-statement = សេចក្តីថ្លែង
column-statements = សេចក្តីថ្លែង
column-commit = កំណត់ចុះ
column-time = ពេលវេលា
column-author = អ្នកសរសេរ
column-look = ការមើល
column-purpose = គោលបំណង
column-route = អេក្រង់ ឬពាក្យបញ្ជា
column-act = សកម្មភាព
column-account = គណនី
column-confirmed-by = អ្នកបញ្ជាក់
column-note = កំណត់សម្គាល់
column-measure = អ្នកដែលរាប់ និងរង្វាស់
column-when = ពេលណា
column-place = ទីកន្លែង
column-standing = ស្ថានភាព
column-model = គំរូ
column-people = មនុស្សសរុប តាមគំរូនេះតែមួយ
column-share = អត្រាដែលត្រូវបានជ្រើស ឬប្រូបាបក្រោយ (posterior)
column-hash = SHA-256
column-file = ឯកសារ
column-holder = អ្នកកាន់
column-report = របាយការណ៍
column-stage = ដំណាក់កាល
column-days-open = ថ្ងៃបើក
column-last-heard = ដំណឹងចុងក្រោយ
column-next = បន្ទាប់
column-due = ផុតកំណត់
column-open = បើក
column-month = ខែ
column-reported = បានរាយការណ៍
column-settled = បានដោះស្រាយ
column-agency = ស្ថាប័ន
column-money-account = គណនី
column-currency = រូបិយប័ណ្ណ
column-held = នៅសល់
column-received = បានទទួល
column-hops = ការផ្ទេរនៅចន្លោះ
column-first = ដំបូង
column-last = ចុងក្រោយ
column-score = ពិន្ទុ
column-amounts = ទឹកប្រាក់
column-money-why = មូលហេតុ
facet-schema = ស្គីមា
facet-dataset = សំណុំទិន្នន័យ
facet-country = ប្រទេស
facet-date = កាលបរិច្ឆេទ

## command line: help

help-example = ឧទាហរណ៍៖
help-liaison = ថ្នាំងដែលមិនភ្លេចថាអ្នកណាបានថ្លែងអ្វី
help-liaison-example = {"  "}liaison init --agency KR-NPA --country KR
    {"  "}liaison import situation/figures.csv situation/places.csv situation/events.csv
    {"  "}liaison figures "held Cambodia October 2025"
help-any-dir = ថតនៃថ្នាំង [លំនាំដើម៖ LIAISON_DIR នៃបរិស្ថាន បើគ្មាន liaison ។ នៃការបង្ហាញសាកល្បង៖ liaison-demo]
help-any-key-file = ឯកសារដែលបន្ទាត់ដំបូងជាឃ្លាសម្ងាត់នៃសោថ្នាំង (សិទ្ធិ 0600)
help-any-json = ឆ្លើយជាបន្ទាត់ JSON
help-any-lang = ភាសានៃចម្លើយ និងជំនួយ
help-any-reveal = បើកមើលមនុស្សសម្រាប់គោលបំណងនេះ (rescue, victim-support, repatriation, criminal-investigation, asset-recovery, prevention, statistics, audit) ។ វាត្រូវបានកត់ត្រា
help-any-known-on = ដូចដែលបានដឹងនៅខណៈ ឬថ្ងៃនេះ (2025-10-17, 2025-10-17T09:30:00Z)
help-any-reason = មូលហេតុ ជាពាក្យខ្លីៗ ដោយមិនដាក់ឈ្មោះអ្នកណា
help-any-schema = តែស្គីមានេះ និងស្គីមាដែលបន្តពីវាប៉ុណ្ណោះ។ អាចដាក់ច្រើនដង
help-any-dataset = តែសំណុំទិន្នន័យនេះប៉ុណ្ណោះ។ អាចដាក់ច្រើនដង
help-any-country = តែប្រទេសនេះប៉ុណ្ណោះ (អក្សរពីរ) ។ អាចដាក់ច្រើនដង
help-any-from = តែអ្វីដែលមានកាលបរិច្ឆេទចាប់ពីនេះ (2025, 2025-10, 2025-10-17)
help-any-to = តែអ្វីដែលមានកាលបរិច្ឆេទដល់នេះ
help-any-limit = ចំនួនច្រើនបំផុត
help-any-offset = ចំនួនដែលរំលងពីដើម
help-any-statement = លេខសម្គាល់សេចក្តីថ្លែង លេខគោលដប់ប្រាំមួយ 32 ខ្ទង់
help-any-force = ជំនួសអ្វីដែលមាននៅទីនោះ
help-init = បង្កើតថ្នាំង៖ សោ កំណត់ហេតុ និងកំណត់ចុះដំបូងរបស់វា
help-init-example = {"  "}liaison --dir ./kr --key-file ./kr.key init --agency KR-NPA --country KR
help-init-agency = ឈ្មោះស្ថាប័ន
help-init-country = ប្រទេសរបស់វា អក្សរពីរ
help-init-id = លេខសម្គាល់របស់វា ប្រសិនបើឈ្មោះមិនអាចបង្កើតបាន ដូចជា kr.npa
help-init-database-url = មូលដ្ឋានទិន្នន័យ PostgreSQL សម្រាប់កំណត់ហេតុ ជំនួសឯកសារក្នុងថត
help-init-exhibits = កន្លែងរក្សាឯកសារភស្តុតាង ដូចជា s3://bucket/prefix ជំនួសថត។ អត្តសញ្ញាណចូលមកពីអថេរ AWS_…
help-demo = បង្កើតការបង្ហាញសាកល្បង៖ តួលេខសាធារណៈពិត មនុស្ស និងសំណុំរឿងប្រឌិត
help-demo-example = {"  "}liaison demo --dir ./liaison-demo
help-demo-reset = លុបការបង្ហាញសាកល្បង ហើយបង្កើតវាឡើងវិញ
help-demo-no-serve = បង្ហាញអ្វីដែលរកឃើញ ហើយបញ្ចប់
help-backup = សរសេរថ្នាំងទាំងមូលទៅក្នុងឯកសារតែមួយ ខណៈដែលវាបន្តដំណើរការ
help-backup-example = {"  "}liaison backup /mnt/safe/kr-2026-11-22.backup

    ឯកសារនេះសម្ងាត់ដូចថ្នាំងដែរ។ សូមរក្សា tombstones.jsonl នៃថតថ្នាំងនៅក្បែរវា
    ហើយឱ្យថ្មីជាងវា៖ ការស្តារធ្វើឡើងវិញពីវា នូវអ្វីដែលបានដកវិញ និងលុបតាមច្បាប់តាំងពីពេលនោះ។
help-backup-file = ឯកសារដែលត្រូវសរសេរ។ មិនត្រូវមានរួចហើយទេ
help-restore = បង្កើតថ្នាំងពីច្បាប់បម្រុង ហើយធ្វើឡើងវិញនូវអ្វីដែលបានដកវិញ និងលុបតាមច្បាប់តាំងពីពេលនោះ
help-restore-example = {"  "}liaison --dir ./kr restore /mnt/safe/kr-2026-11-22.backup --tombstones /mnt/safe/tombstones.jsonl
help-restore-file = ច្បាប់បម្រុង
help-restore-tombstones = tombstones.jsonl ថ្មីបំផុតនៃថ្នាំង [លំនាំដើម៖ ដែលនៅក្បែរច្បាប់បម្រុង ឬនៅសល់ក្នុងថត]
help-import = អានឯកសារចូលក្នុងកំណត់ហេតុនៃថ្នាំងនេះ៖ កំណត់ចុះតែមួយ អ្វីដែលទទួលយក ចូលទាំងអស់ ឬមិនចូលទាល់តែសោះ
help-import-example = {"  "}liaison import victims-2025.xlsx --dataset kr-mofa --grade B2 --handling "TLP:AMBER to:kh.npc"
    {"  "}zcat entities.ftm.json.gz | liaison import - --as ftm-entities --dataset leaks
    {"  "}liaison import desk.csv --dates dmy --country kh --dry-run --save-mapping desk.json
    {"  "}liaison import desk.csv --mapping desk.json

    ជួរដែលអានមិនបានត្រូវដាក់ដោយឡែកជាមួយមូលហេតុ។ អ្វីផ្សេងទៀតត្រូវរក្សាទុក។
    គ្មានអ្វីត្រូវបានចែករំលែកទេ។ គ្មានសញ្ញាមានន័យថាវានៅជាមួយស្ថាប័ននេះ។
    ស្ថានភាពចេញ៖ 0 អានបានគ្រប់ជួរ, 1 ខ្លះដាក់ដោយឡែក, 2 អានឯកសារមិនបាន, 3 បដិសេធដោយគោលនយោបាយ។
help-import-files = ឯកសារ ឬ - សម្រាប់ច្រកចូលស្តង់ដារ។ បន្ទាប់ពី sdn.csv របស់ OFAC អាចដាក់ alt.csv និង add.csv
help-import-format = ទម្រង់ ប្រសិនបើមិនអាចស្គាល់បាន៖ ftm-entities, ftm-statements, ofac-sdn, un-consolidated, csv, xlsx, situation-figures, situation-places, situation-events
help-import-mapping = ការផ្គូផ្គងជួរឈរ (JSON) ។ បើគ្មាន នឹងស្នើ និងបង្ហាញមួយ
help-import-sheet = សន្លឹកនៃសៀវភៅការងារ [លំនាំដើម៖ សន្លឹកដំបូងដែលមានជួរ]
help-import-dataset = សំណុំទិន្នន័យដែលត្រូវសរសេរចូល [លំនាំដើម៖ ឈ្មោះឯកសារ]
help-import-source = ឯកសារ ឬបុគ្គលដែលវាមកពី
help-import-grade = កម្រិត ដូចជា B2
help-import-handling = ពាក្យគ្រប់គ្រងសម្រាប់សេចក្តីថ្លែងទាំងអស់ [លំនាំដើម៖ តែស្ថាប័ននេះ។ បញ្ជីដែលបានផ្សាយ TLP:CLEAR]
help-import-dates = អ្វីមកមុនក្នុងកាលបរិច្ឆេទដូចជា 05/06/2025៖ dmy ឬ mdy
help-import-country = ប្រទេសនៃលេខទូរស័ព្ទដែលគ្មានលេខកូដប្រទេស ដូចជា kr [លំនាំដើម៖ របស់ការផ្គូផ្គងជួរឈរ ឬស្ថាប័ន]
help-import-save-mapping = សរសេរការផ្គូផ្គងជួរឈរដែលបានស្នើទៅឯកសារនេះ ដើម្បីកែ ហើយផ្តល់ដោយ --mapping
help-import-dry-run = បង្ហាញអ្វីដែលនឹងសរសេរ ដោយមិនសរសេរអ្វីទេ
help-import-yes = ប្រើការផ្គូផ្គងជួរឈរដែលបានស្នើដោយមិនសួរ។ បើគ្មានស្ថានីយ ក៏មិនសួរអ្នកណាដែរ
help-export = សរសេរសេចក្តីថ្លែងទៅឯកសារ
help-export-example = {"  "}liaison export --as ftm --out ./export --dataset situation
    {"  "}liaison export --as statements --out everything.csv --reveal criminal-investigation

    មានតែ `statements` ដែលនាំត្រឡប់មកវិញដោយគ្មានការបាត់បង់។ ទម្រង់ផ្សេងប្រាប់អ្វីដែលបានទុកចោល។
    មនុស្សអាចបើកមើលបានតែដោយមានគោលបំណង ហើយម្នាក់ៗមានក្នុងបញ្ជីកត់ត្រាការមើល។
help-export-format = ធាតុ FtM ក្នុងឯកសារពីរ (ftm) សេចក្តីថ្លែងទាំងអស់ (statements) បញ្ជី (csv, xlsx)
help-export-out = ឯកសារដែលត្រូវសរសេរ សម្រាប់ ftm ជាថត។ មិនត្រូវមានរួចហើយទេ។ - សម្រាប់ច្រកចេញស្តង់ដារ [លំនាំដើម៖ statements.csv, list.csv ឬ list.xlsx ។ សម្រាប់ ftm ជាថតដែលអ្នកនៅ]
help-search = រកអ្វីដែលលើកឡើងពីរឿងណាមួយ ក្នុងអក្សរណាក៏បាននៃតំបន់
help-search-example = {"  "}liaison search ភ្នំពេញ
    {"  "}liaison search "golden triangle" --schema Figure --country LA --facets
help-search-words = អ្វីដែលត្រូវរក។ បើទទេ រាយអ្វីៗទាំងអស់ដែលតម្រងអនុញ្ញាត
help-search-facets = រាប់ស្គីមា សំណុំទិន្នន័យ និងប្រទេសផងដែរ
help-show = បង្ហាញធាតុមួយ ជាមួយសេចក្តីថ្លែងទាំងអស់អំពីវា និងអ្នកដែលបានថ្លែង
help-show-example = {"  "}liaison show figure-F001
help-show-id = លេខសម្គាល់ធាតុ។ សម្រាប់ធាតុរបស់យើង ផ្នែកក្រោយសញ្ញា : គ្រប់គ្រាន់ហើយ
help-show-adjacent = បង្ហាញអ្វីដែលវាចង្អុលទៅ និងអ្វីដែលចង្អុលមកវាផងដែរ
help-history = បង្ហាញអ្វីដែលបានចុះកំណត់ ឬអ្វីៗទាំងអស់ដែលធ្លាប់ថ្លែងអំពីធាតុមួយ
help-history-example = {"  "}liaison history
    {"  "}liaison history figure-F001
help-history-id = លេខសម្គាល់ធាតុ
help-history-before = តែកំណត់ចុះមុនកំណត់ចុះនេះ
help-screen = រកមើលគ្រប់ជួរក្នុងតារាង ក្នុងចំណោមអ្វីដែលស្គាល់រួចហើយ
help-screen-example =
    {"  "}liaison screen passengers.csv --against us-ofac-sdn --out hits.csv
    {"  "}liaison screen passengers.csv --against watchlist.csv --id "Booking no" --at-least 0.8
    សរសេរ CSV ដែលមានជួរឈរ query, name, record, caption, schema, score, match, explanation៖ មួយបន្ទាត់សម្រាប់កំណត់ត្រានីមួយៗដែលជួរនោះអាចជា។ ពិន្ទុគឺជាប្រូបាប ពេលដែលករណីដូចគ្នា និងខុសគ្នាមានស្មើគ្នា; match ជា true ចាប់ពី 0.5។ ថ្ងៃកំណើត និងអាសយដ្ឋានដែលបិទបាំងក្នុងណូត មិនត្រូវបានរាប់ទេ ព្រោះអាចរកឃើញដោយការសាកល្បង។
    ស្ថានភាពបញ្ចប់៖ 0 អានគ្រប់ជួរ, 1 រំលងជួរខ្លះ, 2 អានឯកសារមិនបាន ឬគ្មានសំណុំទិន្នន័យនោះ
help-screen-queries = តារាងដែលមានមួយជួរសម្រាប់មនុស្ស ឬវត្ថុម្នាក់ៗដែលត្រូវរក
help-screen-against = សំណុំទិន្នន័យនៃណូតនេះ ឬតារាងមួយទៀត
help-screen-schema = អ្វីដែលជួរមួយនិយាយអំពី បើគ្មានជួរឈរ schema
help-screen-id = ជួរឈរដែលដាក់ឈ្មោះឲ្យជួរ; បើគ្មាន រាប់ពី 1
help-screen-limit = កំណត់ត្រាច្រើនបំផុតសម្រាប់ជួរនីមួយៗ
help-screen-at-least = ពិន្ទុតិចបំផុតដែលត្រូវប្រាប់ ពី 0 ដល់ 1
help-screen-out = ឯកសារដែលត្រូវសរសេរ ទាំងមូល ឬមិនសរសេរសោះ; បើគ្មាន ទៅលទ្ធផលស្តង់ដារ
help-resolve = រាយគូកំណត់ត្រាដែលអាចជាមនុស្ស អង្គការ ឬទីកន្លែងតែមួយ និងមូលហេតុ
help-resolve-example =
    {"  "}liaison resolve
    {"  "}liaison resolve --schema Person --dataset kr-mofa --at-least 0.9 --json
    {"  "}liaison resolve --since 12
    គូដែលបានវិនិច្ឆ័យរួចត្រូវបានដកចេញ។ មនុស្សនៅតែបិទបាំង៖ `liaison show ID --reveal PURPOSE` បើកម្នាក់។ ទម្ងន់គឺ log2 នៃថាតម្លៃទាំងពីរទំនងជារបស់តែមួយជាងរបស់ពីរប៉ុណ្ណា; ចាប់ផ្តើមពី -3។
    ស្ថានភាពបញ្ចប់៖ 0 បានរាយ
help-resolve-at-least = ប្រូបាបតិចបំផុត ពី 0 ដល់ 1
help-resolve-since = តែគូដែលមានកំណត់ត្រាត្រូវបាននិយាយក្នុងកំណត់ចូលនេះ ឬក្រោយមក៖ អ្វីដែលការនាំចូលបាននាំមក
help-resolve-over-common = រាយលេខដែលកំណត់ត្រាច្រើនពេកប្រើរួមគ្នា
help-judge = ប្រាប់ថាកំណត់ត្រាពីរជាមនុស្ស អង្គការ ឬទីកន្លែងតែមួយឬទេ និងមូលហេតុ
help-judge-example =
    {"  "}liaison judge sdn-36 kr-1204 same --reason "same passport number in both lists"
    {"  "}liaison judge sdn-36 kr-1204 unsure --reason "one name, no date of birth"
    គ្មានអ្វីត្រូវបានបញ្ចូលគ្នាទេ៖ កំណត់ត្រាទាំងពីរនៅដដែល ហើយ `show` ប្រាប់ថាកំណត់ត្រាណាជាតែមួយ។ បើមានការវិនិច្ឆ័យពីរលើគូតែមួយ មួយក្រោយមានសុពលភាព។ `liaison undo COMMIT` ដកវាវិញ។
    ស្ថានភាពបញ្ចប់៖ 0 បានវិនិច្ឆ័យ, 2 គ្មានកំណត់ត្រានោះ ឬកំណត់ត្រាដែលវិនិច្ឆ័យថាខុសគ្នា
help-judge-first = លេខសម្គាល់កំណត់ត្រា ដូចដែល `liaison search` បង្ហាញ
help-judge-second = លេខសម្គាល់កំណត់ត្រាមួយទៀត
help-judge-verdict = តើជាតែមួយឬទេ៖ same, different ឬ unsure
help-judge-reason = មូលហេតុខ្លីៗ ដោយមិនបញ្ចេញឈ្មោះនរណា
help-looks = បង្ហាញថានរណាបានបើកមើល ឬបោះពុម្ពកំណត់ត្រាណា នៅពេលណា និងដើម្បីអ្វី; កំណត់ត្រាតាមលេខសម្គាល់
help-looks-example =
    {"  "}liaison looks --officer min --from 2026-01-01
    {"  "}liaison looks --accounts --account min
help-looks-officer = តែរបស់គណនីនេះ
help-looks-record = តែលើកំណត់ត្រាដែលមានលេខសម្គាល់នេះ
help-looks-accounts = បង្ហាញអ្វីដែលបានធ្វើលើគណនី វគ្គ និងថូខឹន ជំនួសវិញ
help-looks-account = តែសកម្មភាពលើគណនី ឬថូខឹននេះ; ជាមួយ --accounts
help-looks-from = តែចាប់ពីថ្ងៃ ឬពេលនេះ
help-looks-to = តែរហូតដល់ថ្ងៃ ឬពេលនេះ
help-looks-before = តែមុនលេខនេះ
help-undo = ដកការនាំចូល ឬការវិនិច្ឆ័យវិញ៖ ដកអ្វីៗទាំងអស់ដែលវាបាននាំមក រួមទាំងជួរដែលបានកែ
help-undo-example = {"  "}liaison undo 2 --reason "wrong file"
help-undo-only = តែកំណត់ចុះនេះ៖ មិនមែនកំណត់ចុះផ្សេងទៀតនៃការនាំចូលដដែលទេ
help-undo-commit = លេខកំណត់ចុះ ដូចដែល `liaison history` បង្ហាញ
help-withdraw = ដកសេចក្តីថ្លែងមួយរបស់ស្ថាប័ននេះវិញ
help-withdraw-example = {"  "}liaison withdraw 0123456789abcdef0123456789abcdef --reason "wrong person"
help-erase = លុបសេចក្តីថ្លែងមួយតាមច្បាប់៖ បៃរបស់វាបាត់ ការបញ្ជាក់ថាវាធ្លាប់មាននៅសល់
help-erase-example = {"  "}liaison erase 0123456789abcdef0123456789abcdef --authority "Seoul Central District Court 2026-77"
help-erase-authority = អ្នកបង្គាប់ ជាមួយលេខដីកា
help-figures = បង្ហាញតួលេខផ្សព្វផ្សាយ តាមសំណួរដែលវាឆ្លើយ
help-figures-example = {"  "}liaison figures "held Cambodia October 2025"
    {"  "}liaison figures --conflicts
    {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
help-figures-words = តែសំណួរដែលមានគ្រប់ពាក្យទាំងនេះ
help-figures-conflicts = តែសំណួរដែលមានតួលេខទំនាស់គ្នា
help-figures-all = សំណួរដែលមានចម្លើយតែមួយផងដែរ
help-estimate = ប៉ាន់ស្មានចំនួនមនុស្សដែលមិនមានក្នុងបញ្ជីណាមួយ ក្នុងចំណោមបញ្ជីច្រើនដែលត្រួតគ្នា
help-estimate-example =
    {"  "}liaison estimate counts.csv
    {"  "}liaison estimate counts.csv --all --json
    {"  "}liaison estimate counts.csv --model police:embassy,embassy:ngo
help-estimate-file = តារាងដែលបញ្ជីនីមួយៗមានជួរឈរមួយនៃ 0 និង 1 ហើយមានជួរឈរមួយឈ្មោះ `count`
help-estimate-method = វិធីសាស្ត្រប៉ាន់ស្មាន [លំនាំដើម៖ bic ។ បើមានបញ្ជីពីរ៖ chapman]
help-estimate-all = តាមគ្រប់វិធីសាស្ត្រដែលអាចឆ្លើយសម្រាប់ចំនួនបញ្ជីនេះ
help-estimate-model = តាមគំរូលីនេអ៊ែរលោការីត (log-linear) នេះ៖ បញ្ជីតាមលេខ ដូចជា [12,23] ឬតាមឈ្មោះ ដូចជា police:embassy
help-estimate-seed = លេខគ្រាប់ពូជ (seed) នៃការជ្រើសសំណាកឡើងវិញ។ លេខដូចគ្នាផ្តល់ដែនកំណត់ដូចគ្នា
help-estimate-replicates = ចំនួនតារាងដែលជ្រើសសំណាកឡើងវិញ (bootstrap) សម្រាប់រកដែនកំណត់។ 0 សម្រាប់ដែនកំណត់ចង្អៀតជាងនៃគំរូតែមួយ
help-estimate-order = ចំនួនបញ្ជីច្រើនបំផុតក្នុងអន្តរកម្មមួយនៃគំរូ
help-figures-mark = ដាក់សញ្ញាលើតួលេខ៖ សំណួរផ្សេង ត្រូវជំនួស ឬបានជ្រើសដោយមានមូលហេតុ
help-figures-mark-example = {"  "}liaison figures mark figure-F138 --superseded-by figure-F131 --reason "first report"
    {"  "}liaison figures mark figure-F131 --preferred --reason "primary source"
help-figures-mark-figure = លេខសម្គាល់តួលេខ
help-figures-mark-different-question = វាឆ្លើយសំណួរផ្សេង
help-figures-mark-superseded = វាលែងត្រឹមត្រូវ
help-figures-mark-superseded-by = វាលែងត្រឹមត្រូវ។ តួលេខនេះបានជំនួសវា
help-figures-mark-preferred = ក្នុងចំណោមចម្លើយច្រើន នេះជាចម្លើយដែលត្រូវប្រើ; វាជំនួសចម្លើយដែលបានជ្រើសមុន
help-figures-unmark = ដកការវិនិច្ឆ័យអំពីតួលេខវិញ ដោយមានមូលហេតុ; វានៅក្នុងប្រវត្តិនៃតួលេខ
help-figures-unmark-judgement = លេខសម្គាល់ការវិនិច្ឆ័យ ដូច `liaison figures` បង្ហាញ
help-report = ទទួលរបាយការណ៍អំពីមនុស្សបាត់ ឬត្រូវឃុំ ហើយប្រាប់ថាវាដល់ណា
help-report-example = 
    {"  "}liaison report add --name 강서윤 --phone 010-0012-3456 --last-contact 2025-08 --source "family, by phone"
    {"  "}liaison report overview --on 2025-09-01
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05
help-report-add = ទទួលរបាយការណ៍ ឬបន្ថែមអ្វីដែលប្រភពផ្សេងប្រាប់
help-report-add-example = 
    {"  "}liaison report add --name 강서윤 --name "Kang Seo-yun" --last-contact 2025-08 --place "near Poipet"
    {"  "}liaison report add --name "Tran Van A" --set danger=high --set safeToCall=no --set person.nationality=vn
    {"  "}liaison report add --to R-2026-0001 --phone +855120000001 --source "friend, at the embassy"
help-report-add-name = ឈ្មោះបុគ្គល ជាអក្សរណាក៏បាន; ច្រើនដងបើមានការសរសេរច្រើន
help-report-add-phone = ទូរស័ព្ទរបស់បុគ្គល
help-report-add-place = កន្លែងដែលបុគ្គលត្រូវឃុំ តាមដែលបានប្រាប់
help-report-add-last-contact = ពេលដែលនរណាម្នាក់បានឮដំណឹងចុងក្រោយ; 2025-08 បើដឹងតែខែ
help-report-add-reported = ពេលដែលបានរាយការណ៍; ថ្ងៃនេះបើមិនផ្តល់
help-report-add-set = ចន្លោះផ្សេង ដូចជា danger=high, safeToCall=no, howLured=…, person.birthDate=1998
help-report-add-source = អ្នកណាប្រាប់ និងដោយរបៀបណា ជាពាក្យដែលមិនមានឈ្មោះនរណា
help-report-add-handling = សញ្ញាគ្រប់គ្រង; បើគ្មាន វានៅជាមួយស្ថាប័ននេះ
help-report-add-to = បន្ថែមទៅរបាយការណ៍នេះវិញ ជាប្រភពផ្សេង
help-report-add-judge = តើរបាយការណ៍ដែលមានស្រាប់ដូចគ្នាឬទេ៖ REPORT=same, REPORT=different ឬ REPORT=unsure
help-report-add-because = ហេតុអ្វី ដោយពាក្យខ្លីមិនដាក់ឈ្មោះ
help-report-add-anyway = ទទួលវា ទោះមានរបាយការណ៍ប្រហែលជាអំពីបុគ្គលដដែលក៏ដោយ
help-report-list = រាយរបាយការណ៍ អ្វីផុតកំណត់មុនមុនគេ
help-report-list-example = 
    {"  "}liaison report list --view late
    {"  "}liaison report list --stage located --age over-180 --on 2025-09-01
help-report-list-view = តែរបស់ទិដ្ឋភាពដែលបានរក្សាទុក
help-report-list-stage = តែនៅដំណាក់កាលនេះ
help-report-list-age = តែដែលបើកយូរប៉ុណ្ណេះ
help-report-list-month = តែដែលបានធ្វើក្នុងខែនេះ
help-any-on = រាប់នៅថ្ងៃនេះ ជំនួសថ្ងៃបច្ចុប្បន្ន
help-report-overview = រាប់របាយការណ៍ទាំងអស់៖ បានដោះស្រាយ បើកតាមដំណាក់កាល និងអាយុ តាមខែ
help-report-show = បង្ហាញដំណាក់កាលទាំងអស់នៃរបាយការណ៍ និងអ្នកដែលបានប្រាប់
help-any-report = លេខ ឬលេខសម្គាល់របាយការណ៍
help-report-stage = ប្រាប់ថារបាយការណ៍បានដល់ដំណាក់កាលមួយ; អ្វីដែលអ្នកដទៃប្រាប់នៅដដែល
help-report-stage-example = 
    {"  "}liaison report stage R-2026-0001 located --date 2026-01-05 --authority kh.npc
    {"  "}liaison report stage R-2026-0001 repatriated --reason "came back alone"
    {"  "}liaison report stage R-2026-0001 closed --closing returned-home
help-report-stage-stage = reported, verified, located, in-danger, rescue-requested, rescued, screened, in-care, repatriated ឬ closed
help-report-stage-date = ពេលដែលបានដល់; ថ្ងៃនេះបើមិនផ្តល់
help-any-authority = ស្ថាប័នណាប្រាប់; ស្ថាប័ននេះបើមិនផ្តល់
help-report-stage-reason = មូលហេតុ បើរំលង ឬត្រឡប់ដំណាក់កាល
help-report-stage-closing = មូលហេតុនៃការបិទ៖ returned-home, safe-elsewhere, duplicate, withdrawn, deceased, unfounded ឬ other
help-report-stage-death-cause = មូលហេតុនៃការស្លាប់ ឬថាកំពុងស៊ើបអង្កេត
help-report-stage-kin-told-by = អ្នកជូនដំណឹងដល់គ្រួសារ
help-report-stage-kin-told-on = ពេលជូនដំណឹងដល់គ្រួសារ
help-report-stage-follows = លេខសម្គាល់ដំណាក់កាលដែលអ្នកបានឃើញ ដើម្បីរក្សាទាំងពីរនាក់ដែលធ្វើព្រមគ្នា
help-report-check = កត់ការពិនិត្យសុខទុក្ខ និងពេលបន្ទាប់
help-report-check-example = 
    {"  "}liaison report check R-2026-0001 --channel call --outcome heard-from --next 2026-01-12
help-report-check-channel = call, message, video, visit, family ឬ register
help-report-check-outcome = heard-from, seen, not-reached, refused ឬ worse
help-report-check-date = ពេលដែលបានធ្វើ; ថ្ងៃនេះបើមិនផ្តល់
help-report-check-note = អ្វីដែលបាននិយាយ ឃើញ ឬឮ
help-report-check-next = ការពិនិត្យបន្ទាប់ត្រូវធ្វើមុនថ្ងៃណា
help-report-similar = បង្ហាញរបាយការណ៍ដែលប្រហែលជាអំពីបុគ្គលដដែល និងហេតុផល
help-report-judge = ប្រាប់ថារបាយការណ៍ពីរតែមួយឬទេ; បើដកវិញ នីមួយៗនៅដោយខ្លួនវាវិញ
help-report-judge-example = 
    {"  "}liaison report judge R-2026-0001 R-2026-0004 same --reason "ទូរស័ព្ទតែមួយ"
help-report-judge-other = លេខ ឬ id នៃរបាយការណ៍មួយទៀត
help-report-judge-verdict = same, different ឬ unsure
help-report-judge-reason = ហេតុអ្វី ដោយពាក្យខ្លីមិនដាក់ឈ្មោះ
help-report-take-back = ដកដំណាក់កាល ឬការពិនិត្យវិញ; វានៅក្នុងប្រវត្តិ
help-report-take-back-entry = លេខសម្គាល់ដំណាក់កាល ឬការពិនិត្យ ដូចដែល `liaison report show` ប្រាប់
help-names = ប្រៀបធៀបឈ្មោះឆ្លងអក្សរ និងរាយបញ្ជីរបៀបសរសេរឈ្មោះ
help-names-compare = ប្រាប់ថាឈ្មោះនីមួយៗក្នុងគូទំនងជាឈ្មោះតែមួយប៉ុនណា និងហេតុអ្វី
help-names-compare-example = {"  "}liaison names compare pairs.csv > answers.csv
    {"  "}liaison names compare pairs.csv --json --out answers.jsonl
help-names-compare-pairs = តារាងដែលមានជួរឈរ name1 និង name2 ហើយអាចមាន schema (Person, Company, Address) និង country
help-names-compare-out = ឯកសារដែលត្រូវសរសេរ ជំនួសលទ្ធផលស្តង់ដារ
help-names-spell = រាយបញ្ជីរបៀបសរសេរដែលទំនងនៃឈ្មោះមួយ តាមអក្សរ
help-names-spell-example = {"  "}liaison names spell 박근혜
help-names-spell-name = ឈ្មោះ ក្នុងអក្សរណាក៏បាន
help-link = រកថាកំណត់ត្រាណាក្នុងតារាងមួយ ឬពីរ ជាមនុស្ស ឬវត្ថុតែមួយ
help-link-example = {"  "}liaison link victims.csv --out clusters.csv
    {"  "}liaison link kr-mofa.csv kh-police.csv --id "Report no" --out clusters.csv --explain pairs.csv
    ស្ថានភាពចេញ៖ 0 អានជួរទាំងអស់, 1 រំលងជួរខ្លះ, 2 មិនអាចអានឯកសារ
help-link-files = តារាងមួយសម្រាប់រកកំណត់ត្រាស្ទួន ឬពីរសម្រាប់ភ្ជាប់
help-link-out = ឯកសារដែលត្រូវសរសេរ៖ source, record, cluster, probability នៃជួរនីមួយៗ
help-link-id = ជួរឈរដែលដាក់ឈ្មោះកំណត់ត្រា បើគ្មាន ជួរត្រូវរាប់ពី 1
help-link-without = ជួរឈរដែលមិនត្រូវប្រៀបធៀប អាចផ្ដល់ច្រើនដង
help-link-dates = អ្វីមកមុន នៅពេលកាលបរិច្ឆេទសរសេរថា 05/06/2025
help-link-explain = ឯកសារដែលត្រូវសរសេរ៖ គូនីមួយៗដែលអាចជាតែមួយ និងអ្វីដែលជួរឈរនីមួយៗបង្ហាញ
help-link-judgements = អ្វីដែលមនុស្សបានសម្រេចអំពីគូ៖ តារាងដែល --explain សរសេរ បន្ថែមជួរឈរ verdict (same, different, not sure)
help-advert = អានអត្ថបទដែលអាចជាការផ្សាយទាក់ទាញមនុស្សទៅក្នុងបរិវេណ; មិនត្រូវការថ្នាំងទេ
help-advert-example = {"  "}liaison advert score adverts.csv > scored.jsonl
help-advert-score = ប្រាប់អំពីអត្ថបទនីមួយៗថា ស្រដៀងការផ្សាយបែបនេះប៉ុនណា ហេតុអ្វី និងនិយាយដល់អ្នកណា៖ JSON មួយបន្ទាត់
help-advert-score-example =
    {"  "}liaison advert score adverts.csv > scored.jsonl
    {"  "}liaison advert score adverts.jsonl --model ours.model --labels decision
help-advert-score-file = តារាង ឬបន្ទាត់ JSON ដែលមានជួរឈរ id និង text
help-advert-score-model = គំរូដែល train បានសរសេរពីការសម្រេចរបស់អ្នក
help-advert-score-labels = ជួរឈរដែលមានការសម្រេច (1 ឬ 0)៖ ប្រាប់ថាពិន្ទុល្អប៉ុនណា
help-advert-score-ask = ផ្តល់តែអត្ថបទចំនួននេះ ដែលការសម្រេចនឹងបង្រៀនគំរូបានច្រើនជាងគេ
help-advert-cluster = រកអត្ថបទដែលមកពីដៃតែមួយ និងអ្វីដែលអត្ថបទនីមួយៗដាក់ក្នុងចន្លោះនៃទម្រង់រួម
help-advert-cluster-example = {"  "}liaison advert cluster adverts.csv > clusters.jsonl
help-advert-cluster-file = តារាង ឬបន្ទាត់ JSON ដែលមានជួរឈរ id និង text
help-advert-train = រៀនគំរូពីអត្ថបទដែលបានសម្រេចរួច
help-advert-train-example = {"  "}liaison advert train decided.csv --label decision --out ours.model
help-advert-train-file = តារាង ឬបន្ទាត់ JSON ដែលមានជួរឈរ text និងជួរឈរនៃការសម្រេច
help-advert-train-label = ជួរឈរនៃការសម្រេច៖ 1 សម្រាប់ការផ្សាយបែបនេះ 0 សម្រាប់អត្ថបទផ្សេង ទទេបើមិនមែនទាំងពីរ
help-advert-train-out = ឯកសារដែលត្រូវសរសេរគំរូ
help-money = តាមដានប្រាក់តាមតារាងផ្ទេរប្រាក់ និងរកលំនាំក្នុងវា
help-money-patterns = ប្រាប់ថាការផ្ទេរនីមួយៗមើលទៅដូចអ្វី៖ ការបែងចែក វដ្ត ស្រទាប់ ការបំបែកទឹកប្រាក់ និងមូលហេតុ
help-money-patterns-example =
    {"  "}liaison money patterns --table transfers.csv --out scores.csv
    {"  "}liaison money patterns --table bank.csv --columns time=ts,from=src,to=dst --zone +07:00 --window 36h
    {"  "}liaison money patterns --table bank.csv --reported-from USD=10000 --roles roles.csv --json
    ស្ថានភាពបញ្ចប់៖ 0 បានអានគ្រប់ជួរ, 1 ជួរខ្លះត្រូវបានដាក់ឡែក, 2 មិនអាចអានឯកសារ
help-money-patterns-window = រយៈពេលច្រើនបំផុតរវាងការផ្ទេរដំបូង និងចុងក្រោយនៃលំនាំមួយ
help-money-patterns-reported-from = ទឹកប្រាក់ដែលចាប់ពីវាត្រូវរាយការណ៍ តាមរូបិយប័ណ្ណ ដូចជា USD=10000; ត្រូវការដើម្បីរកការបំបែកទឹកប្រាក់; អាចផ្ដល់ច្រើនដង
help-money-patterns-out = ឯកសារដែលត្រូវសរសេរ៖ ជួរ ពិន្ទុ និងលំនាំនៃការផ្ទេរនីមួយៗ តាមលំដាប់តារាង
help-money-patterns-roles = ឯកសារដែលត្រូវសរសេរ៖ គណនីមើលទៅដូចអ្វី (អ្នកប្រមូល អ្នកចែក គណនីជួល កន្លែងដកប្រាក់ ការដាក់ប្រាក់ទៅទីផ្សារប្ដូរ) និងមូលហេតុ
help-money-trace = តាមដានប្រាក់ដែលគណនីបានផ្ញើតាមវិធានតាមដាន ឬមើលថយក្រោយថាប្រាក់អាចមកពីណា
help-money-trace-example =
    {"  "}liaison money trace --table transfers.csv --from 110-234-567890 --rule fifo --out traced.csv
    {"  "}liaison money trace --table transfers.csv --from A,B --rule pro-rata --since 2026-03-01 --hops 6 --min 100
    {"  "}liaison money trace --table transfers.csv --from X --backward
    វិធាននីមួយៗខុសគ្នា; សូមសរសេរឈ្មោះវិធានជាមួយទឹកប្រាក់ជានិច្ច។ docs/reference/money.md ប្រាប់ថាវិធាននីមួយៗសន្មតអ្វី។
help-money-trace-from = គណនីដែលប្រាក់របស់វាត្រូវតាមដាន ខណ្ឌដោយក្បៀស
help-money-trace-rule = ប្រាក់ណាក្នុងគណនីចេញមុន៖ fifo (ចូលមុនចេញមុន), lifo (ចូលក្រោយចេញមុន), pro-rata (តាមសមាមាត្រ), poison (ប៉ះតែបន្តិចរាប់ទាំងអស់), lowest-balance (ប្រាក់ផ្សេងចេញមុន)
help-money-trace-forward = ទៅកន្លែងដែលប្រាក់បានទៅ; នេះជាលំនាំដើមបើគ្មាន --backward
help-money-trace-backward = ថយក្រោយទៅកន្លែងដែលប្រាក់របស់គណនីទាំងនេះអាចមកពី; គ្មានវិធាន គ្មានទឹកប្រាក់
help-money-trace-hops = តាមដានការផ្ទេរបន្តបន្ទាប់គ្នាច្រើនបំផុតប៉ុន្មានដង
help-money-trace-out = ឯកសារដែលត្រូវសរសេរ៖ ការផ្ទេរនីមួយៗដែលមានប្រាក់តាមដាន និងចំនួន; ពេលថយក្រោយ គណនី
help-money-flow = ប្រាប់ថាប្រាក់ដែលគណនីបានផ្ញើអាចទៅដល់គណនីមួយទៀតច្រើនបំផុតប៉ុន្មាន៖ ព្រំដែនលើ
help-money-flow-example = {"  "}liaison money flow --table transfers.csv --from 110-234-567890 --to TQ5k9exchange
help-money-flow-from = គណនីដែលប្រាក់របស់វាត្រូវតាមដាន ខណ្ឌដោយក្បៀស
help-money-flow-to = គណនីដែលប្រាក់អាចបានទៅដល់
help-money-flow-out = ឯកសារដែលត្រូវសរសេរ៖ ផ្លូវមួយដែលចំនួនច្រើនបំផុតអាចបានផ្លាស់ទី
help-ledger = ផ្ទុកប្រតិបត្តិការធនាគារ និងខ្សែសង្វាក់ទៅក្នុងណូត ហើយមើលវា
help-ledger-load = ផ្ទុកឯកសារប្រតិបត្តិការ៖ ឯកសារនីមួយៗក្លាយជាតារាងមួយ ឬគ្មានអ្វីនៅសល់ទេ
help-ledger-load-example = {"  "}liaison ledger load statement.xml payments.csv --zone +07:00
help-ledger-load-files = ឯកសារ
help-ledger-load-format = ទម្រង់ ប្រសិនបើមិនត្រូវបានស្គាល់ត្រឹមត្រូវពីឯកសារ
help-ledger-load-mapping = ផែនទីនៃជួរឈររបស់តារាង (JSON); បើគ្មាន នឹងស្នើពីចំណងជើង
help-ledger-load-account = តារាងជារបាយការណ៍របស់គណនីណា បើគ្មានជួរឈរណាប្រាប់
help-ledger-list = បង្ហាញតារាងដែលណូតមាន
help-ledger-show = បង្ហាញជួរតាមពេលវេលា; គណនីនៅតែបាំង បើគ្មានគោលបំណង
help-ledger-show-example = {"  "}liaison ledger show --account 110-234-567890 --reveal criminal-investigation
help-ledger-show-account = តែជួររបស់គណនីនេះ ទោះសរសេរបែបណាក៏ដោយ
help-ledger-show-limit = ចំនួនជួរ
help-ledger-show-skip = ចំនួនជួរដែលត្រូវរំលងមុន
help-money-plan = ប្រាប់ថាប្រាក់ដែលតាមដានអាចបញ្ឈប់នៅទីណា វាបន្តឆាប់ប៉ុណ្ណា ហើយសរសេរសំណើទៅធនាគារនីមួយៗ
help-money-plan-example = {"  "}liaison money plan --from 110-234-567890 --reveal asset-recovery --out plan --basis "Act 12, section 3" --agency "Invented Unit"
help-money-plan-from = គណនីដែលប្រាក់របស់វាត្រូវតាមដាន ខណ្ឌដោយក្បៀស
help-money-plan-rule = ប្រាក់ណាក្នុងគណនីចេញមុន៖ fifo, lifo, pro-rata, poison (ទាំងអស់ដោយការប៉ះពាល់), lowest-balance (ប្រាក់ផ្សេងមុន)
help-money-plan-now = ពេលដែលរាប់នាទីពី; បើគ្មាន គឺឥឡូវនេះ
help-any-accounts = តារាងអំពីអ្វីដែលដឹងពីគណនី៖ account, bank, role (victim ឬ mule)
help-money-plan-out = ថតដែលត្រូវបំពេញ៖ ផែនការ និងសម្រាប់ធនាគារនីមួយៗ តារាងមួយ camt.056 និង goAML
help-money-plan-basis = ច្បាប់ដែលសំណើផ្អែកលើ
help-money-plan-agency = អ្នកស្នើ
help-money-plan-country = ប្រទេសរបស់អ្នកស្នើ ដូចជា KR
help-money-block = បំបែកបញ្ជីទប់ស្កាត់តាមធនាគារ ប្រៀបធៀបជាមួយគណនីដែលស្គាល់ ហើយរាប់លទ្ធផល
help-money-block-example = {"  "}liaison money block blocklist.csv --accounts known.csv --outcomes answers.csv --out per-bank
help-money-block-list = បញ្ជី៖ account និង bank បើមាន
help-money-block-outcomes = លទ្ធផល៖ account, outcome (held, refused, expired), amount, currency
help-money-block-out = ថតដែលត្រូវបំពេញដោយតារាងសម្រាប់ធនាគារនីមួយៗ
help-any-net-reversals = ដកប្រតិបត្តិការ និងការបង្វិលដែលលុបវាចេញ; ប្រាប់ក្នុងចម្លើយ
help-any-keep-duplicates = យកជួរដែលឯកសារមុនបានប្រាប់ដែរ
help-any-table = តារាងផ្ទេរប្រាក់ (សញ្ញាខណ្ឌ ឬ Parquet) ដែលមានជួរឈរ time, from, to, amount និង currency បើមាន
help-any-columns = ឈ្មោះជួរឈរ បើហៅផ្សេង ដូចជា time=ts,from=src
help-any-zone = តំបន់ម៉ោងសម្រាប់ពេលវេលាដែលមិនសរសេរវា ដូចជា +07:00
help-any-ties = ក្នុងចំណោមការផ្ទេរនៅពេលតែមួយ មួយណាមុន៖ written (តាមតារាង) ឬ credits-first (ប្រាក់ចូលមុន) [លំនាំដើម៖ written; បើមានតែថ្ងៃ៖ credits-first]
help-any-since = មិនតាមដានការផ្ទេរមុនពេលនេះ
help-any-until = មិនតាមដានការផ្ទេរក្រោយពេលនេះ; ថ្ងៃមួយគឺដល់ចុងថ្ងៃ
help-any-min = មិនតាមដានការផ្ទេរក្រោមទឹកប្រាក់នេះ តាមរូបិយប័ណ្ណនីមួយៗ
help-exhibits = រក្សាឯកសារភស្តុតាងតាមតម្លៃហាស ជាមួយកំណត់ត្រាថាអ្នកណាបានកាន់
help-exhibits-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add = រក្សាទុកឯកសារ
help-exhibits-add-example = {"  "}liaison exhibits add chat-export.json --note "phone 3, seized in Bavet"
help-exhibits-add-files = ឯកសារ
help-exhibits-add-note = វាជាអ្វី។ មិនដាក់ឈ្មោះអ្នកណា
help-exhibits-list = បង្ហាញថាអ្នកណាបានកាន់អ្វី និងពេលណា
help-exhibits-get = សរសេរឯកសារដែលបានរក្សាទុកចេញមក ដោយពិនិត្យនឹងតម្លៃហាសរបស់វា
help-exhibits-get-example = {"  "}liaison exhibits get 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 chat-export.json
help-exhibits-get-hash = SHA-256 នៃវត្ថុតាង
help-exhibits-get-out = ឯកសារដែលត្រូវសរសេរ។ មិនត្រូវមានរួចហើយទេ
help-verify = គណនាតម្លៃហាស តំណ និងហត្ថលេខាទាំងអស់ឡើងវិញ។ ប្រាប់ធាតុខុសដំបូង
help-verify-example = {"  "}liaison verify --deep
help-verify-deep = ប្រៀបធៀបទិដ្ឋភាព និងលិបិក្រមអត្ថបទជាមួយកំណត់ហេតុផងដែរ
help-proof = សរសេរការបញ្ជាក់ថាថ្នាំងនេះបានចុះកំណត់សេចក្តីថ្លែងមួយ
help-proof-example = {"  "}liaison proof 0123456789abcdef0123456789abcdef --out proof.json
help-proof-out = ឯកសារដែលត្រូវសរសេរ។ មិនត្រូវមានរួចហើយទេ។ - សម្រាប់ច្រកចេញស្តង់ដារ
help-verify-proof = ពិនិត្យឯកសារបញ្ជាក់។ មិនត្រូវការថ្នាំងទេ
help-verify-proof-example = {"  "}liaison verify-proof proof.json --root "1a2b 3c4d 5e6f 7a8b 9c0d 1e2f 3a4b 5c6d"
help-verify-proof-file = ការបញ្ជាក់។ - សម្រាប់ច្រកចូលស្តង់ដារ
help-verify-proof-root = ស្នាមសម្គាល់សោឫសរបស់ស្ថាប័ន សម្រាប់ប្រៀបធៀប
help-rebuild = បង្កើតទិដ្ឋភាព និងការស្វែងរកឡើងវិញពីកំណត់ហេតុ
help-rebuild-example = {"  "}liaison rebuild
help-doctor = ប្រាប់ថាថ្នាំងមានបញ្ហាអ្វី និងត្រូវធ្វើអ្វី
help-doctor-example = {"  "}liaison doctor
help-certify = បន្តសុពលភាពសោថ្នាំងមួយឆ្នាំទៀត ដោយសោឫសពីទូសុវត្ថិភាព
help-certify-example = {"  "}liaison --key-file ./kr.key certify --root-key /media/safe/root.json

    ឃ្លាសម្ងាត់គឺជាឃ្លាដែល `init` បានប្រើបិទត្រាសោទាំងពីរ។
help-certify-root-key = សោឫសដែលបានបិទត្រា ទោះនៅកន្លែងណាក៏ដោយ
help-completions = បោះពុម្ពការបំពេញពាក្យបញ្ជាសម្រាប់សែល
help-completions-example = {"  "}liaison completions bash > /etc/bash_completion.d/liaison
help-completions-shell = bash, zsh, fish, elvish ឬ powershell
help-man = សរសេរទំព័រ man
help-man-example = {"  "}liaison man ./man
help-man-markdown = សរសេរជាទំព័រ Markdown តែមួយ commands.md ជំនួសវិញ
help-man-folder = ថតដែលត្រូវសរសេរចូល

# Values: why one was not taken, and what to do (crates/model/src/values).
value-empty = តម្លៃទទេ។
value-compare-hint = សូមប្រៀបធៀបជាមួយប្រភពមួយតួអក្សរម្តងៗ។ ចម្លងវាប្រសើរជាងវាយវា។
account-unreadable = នេះមិនមែនជាលេខគណនីទេ៖ វាគ្មានលេខ ឬមានសញ្ញាដែលលេខគណនីមិនមាន។
checksum-unreadable = នេះមិនមែនជាតម្លៃហាសទេ៖ ត្រូវមានលេខគោលដប់ប្រាំមួយ 32, 40, 64, 96 ឬ 128 ខ្ទង់។
coordinate-range = គ្មានទីកន្លែងបែបនេះទេ៖ រយៈទទឹងពី -90 ដល់ 90 រយៈបណ្តោយពី -180 ដល់ 180 ។
coordinate-unreadable = នេះមិនមែនជារយៈទទឹង ឬរយៈបណ្តោយ ដូចជា 10.6304 ឬ 10°37′49″N ទេ។
coordinate-hint = សូមសរសេររយៈទទឹង និងរយៈបណ្តោយក្នុងជួរឈរពីរ ជាដឺក្រេ ដូចជា 10.6304 ។ តើវាត្រូវបានប្តូរកន្លែងគ្នាឬ?
country-unknown = មិនស្គាល់ប្រទេសដែលមានឈ្មោះ ឬលេខកូដនេះទេ។
country-hint = សូមសរសេរឈ្មោះជាភាសាអង់គ្លេស ដូចជា Cambodia ឬលេខកូដអក្សរពីរ ដូចជា kh ។ សញ្ជាតិក៏ដូចគ្នា។
crypto-checksum = អាសយដ្ឋានមានតួអក្សរខុស៖ លេខផ្ទៀងផ្ទាត់មិនត្រូវគ្នា។
crypto-checksum-hint = សូមប្រៀបធៀបជាមួយប្រភពមួយតួអក្សរម្តងៗ។ ចម្លងវាប្រសើរជាងវាយវា។
date-ambiguous = ថ្ងៃ និងខែអាចដាក់លំដាប់ណាក៏បាន។
date-ambiguous-hint = សូមបញ្ជាក់ថាអ្វីមកមុនដោយ --dates dmy ឬ --dates mdy ហើយប្រតិបត្តិម្តងទៀត។
date-hint = សូមប្រៀបធៀបជាមួយប្រភព។ កាលបរិច្ឆេទមានទម្រង់ដូច 2025-10-17, 2025-10 ឬ 2025 ។
date-impossible = គ្មានថ្ងៃ ឬពេលវេលាបែបនេះទេ។
date-unreadable = នេះមិនមែនជាកាលបរិច្ឆេទទេ។
email-unreadable = នេះមិនមែនជាអាសយដ្ឋានអ៊ីមែលទេ។
email-hint = សូមប្រៀបធៀបជាមួយប្រភព៖ អាសយដ្ឋានមានទម្រង់ដូច kim@example.com ។ ក្រឡាមួយមានអាសយដ្ឋានមួយ។ អ្វីដែលមិនមែនជាអាសយដ្ឋាន ត្រូវដាក់ក្នុងកំណត់សម្គាល់។
gender-unknown = រក្សាទុកតែ male, female និង other ប៉ុណ្ណោះ។ ពាក្យនេះមិនស្គាល់ថាជាពាក្យណាមួយទេ។
gender-hint = សូមសរសេរ male, female ឬ other ឬទុកក្រឡាឱ្យទទេ។
iban-checksum = IBAN មានតួអក្សរខុស៖ លេខផ្ទៀងផ្ទាត់មិនត្រូវគ្នា។
iban-unreadable = នេះមិនមែនជា IBAN ទេ។
ip-unreadable = នេះមិនមែនជាអាសយដ្ឋានអ៊ីនធឺណិតទេ។
ip-hint = វាមានទម្រង់ដូច 203.0.113.7 ឬ 2001:db8::7 ដោយគ្មានលេខច្រក។
json-unreadable = នេះមិនមែនជា JSON ទេ។
language-unknown = មិនស្គាល់ភាសាដែលមានឈ្មោះ ឬលេខកូដនេះទេ។
mimetype-unreadable = នេះមិនមែនជាប្រភេទមេឌៀ ដូចជា application/pdf ទេ។
name-no-letter = ឈ្មោះគ្មានទាំងអក្សរ ទាំងលេខ។
name-hint = សូមសរសេរឈ្មោះដូចក្នុងប្រភព។ បើមិនដឹងឈ្មោះ សូមទុកក្រឡាឱ្យទទេ។
number-ambiguous = សញ្ញាក្នុងលេខអាចជាសញ្ញាខណ្ឌខ្ទង់ពាន់ ឬសញ្ញាទសភាគ។
number-ambiguous-hint = សូមសរសេរលេខដោយគ្មានសញ្ញាខណ្ឌខ្ទង់ពាន់ ឬមានទសភាគពីរខ្ទង់។
number-unreadable = នេះមិនមែនជាលេខទេ។
number-hint = សូមសរសេរតែលេខ ដោយប្រើសញ្ញាចុចមុនទសភាគ៖ 1250.50 ។ អ្វីដែលវារាប់ ត្រូវដាក់ក្នុងជួរឈរផ្ទាល់ខ្លួន។
phone-impossible = គ្មានប្រទេសណាមានលេខទូរស័ព្ទបែបនេះទេ។
phone-impossible-hint = សូមប្រៀបធៀបជាមួយប្រភព៖ តើលេខខ្វះ លើស ឬខុសឬ? សូមសរសេរវាជាមួយលេខកូដប្រទេស ដូចជា +82 10 1234 5678 ។
phone-no-country = លេខទូរស័ព្ទគ្មានលេខកូដប្រទេស។
phone-no-country-hint = សូមបញ្ជាក់ប្រទេសនៃលេខទាំងនោះដោយ --country kr (អក្សរពីររបស់វា) ហើយប្រតិបត្តិម្តងទៀត។
phone-unreadable = នេះមិនមែនជាលេខទូរស័ព្ទទេ។
phone-unreadable-hint = សូមសរសេរលេខជាមួយលេខកូដប្រទេស ដូចជា +82 10 1234 5678 ។ ពាក្យអំពីលេខនោះ ត្រូវដាក់ក្នុងកំណត់សម្គាល់។
topic-unknown = មិនស្គាល់ប្រធានបទឈ្មោះនេះទេ។
url-scheme = រក្សាទុកតែអាសយដ្ឋានគេហទំព័រដែលចាប់ផ្តើមដោយ http, https ឬ ftp ប៉ុណ្ណោះ។
url-unreadable = នេះមិនមែនជាអាសយដ្ឋានគេហទំព័រទេ។
url-hint = សូមចម្លងវាពីកម្មវិធីរុករក៖ វាមានទម្រង់ដូច https://example.com/page ។ គណនីក្នុងកម្មវិធីផ្ញើសារ ឬពាក្យអំពីទំព័រ ត្រូវដាក់ក្នុងកំណត់សម្គាល់។

## Estimate: how many are on none of the lists

estimate-method-bic = គំរូលីនេអ៊ែរលោការីត (log-linear) ដែលមាន BIC ល្អបំផុត
estimate-method-stepwise = ការជ្រើសរើសគូបញ្ជីជាជំហានៗ (stepwise)
estimate-method-main = ការប៉ាន់ស្មានសាមញ្ញដែលចាត់ទុកថាបញ្ជីឯករាជ្យពីគ្នា
estimate-method-dga = ក្រាបដែលអាចបំបែកបាន (decomposable) ទាំងអស់
estimate-method-chapman = រូបមន្តប៉ាន់ស្មានរបស់ Chapman សម្រាប់បញ្ជីពីរ
estimate-method-named = គំរូដែលបានបញ្ជាក់
estimate-headline = មនុស្សសរុបមានចន្លោះពី { $low } ដល់ { $high } នាក់ ({ $percent }%) ។ វិធីសាស្ត្រ៖ { $method }។
estimate-headline-at-least = មនុស្សសរុបមានយ៉ាងតិច { $low } នាក់ ({ $percent }%) ។ វិធីសាស្ត្រ៖ { $method }។ គ្មានដែនកំណត់លើទេ។
estimate-seen = បានរកឃើញមនុស្ស { $observed } នាក់ក្នុងបញ្ជីចំនួន { $lists } ក្នុងនោះ { $shared } នាក់មានក្នុងបញ្ជីលើសពីមួយ។
estimate-empty-overlaps = គូបញ្ជីទាំងនេះគ្មានមនុស្សរួមគ្នាទេ៖ { $pairs }។
estimate-model = គំរូ { $model } តែមួយផ្តល់ចំនួន { $people } នាក់។ គំរូផ្សេងក៏អាចត្រូវនឹងទិន្នន័យល្អដូចគ្នាដែរ។ សូមអានចន្លោះ។
estimate-believed = មេដ្យាននៃបំណែងចែកក្រោយ (posterior) គឺ { $people } នាក់។ ក្រាបដែលទំនងបំផុតគឺ { $model }។
estimate-sensitivity = ចំនួនប៉ាន់ស្មាន (នាក់) ក្នុងករណីផ្សេង៖ បើគ្មានមនុស្សម្នាក់នៃ { $lists } ៖ { $less }។ បើការភ្ជាប់រវាងបញ្ជី { $percent }% ត្រូវបានខកខាន៖ { $missed }។ បើការភ្ជាប់ { $percent }% ខុស៖ { $wrong }។
estimate-none = គ្មាន
estimate-warning = ព្រមាន៖ { $reason }
estimate-refused = បានបដិសេធ វិធីសាស្ត្រ { $method }៖ { $reason }
estimate-assumes = ការប៉ាន់ស្មាននេះចាត់ទុកថា បញ្ជីទាំងអស់ស្តីពីមនុស្សក្រុមតែមួយក្នុងរយៈពេលតែមួយ បានភ្ជាប់គ្នាដោយគ្មានកំហុស ហើយគ្មានអ្នកណាចូលមក ឬចាកចេញទេ លើកលែងតែគំរូអនុញ្ញាត។ អ្នករិះគន់យល់ថា វិធីសាស្ត្រនេះមិនសមស្របសម្រាប់ការជួញដូរមនុស្សទេ ព្រោះការដកចេញនូវឥទ្ធិពលដែលគ្មានសារៈសំខាន់ខាងស្ថិតិ ធ្វើឱ្យវាហាក់ដូចជាអាចទុកចិត្តបានជាងការពិត (Whitehead, Jackson, Balch & Francis 2021) ។ អំពីអ្វីដែលអាចធ្វើឱ្យចំនួននេះខុស សូមអាន docs/reference/estimate.md ។
estimate-error-not-text = តារាងមិនមែនជាអត្ថបទ UTF-8 ទេ។
estimate-error-too-large = តារាងមានលើសពី { $most } បៃ។
estimate-error-empty = តារាងទទេ។
estimate-error-broken = ជួរ { $row } មិនអាចបំបែកជាក្រឡាបានទេ។
estimate-error-count-column = { $columns ->
    [0] គ្មានជួរឈរឈ្មោះ `count` ទេ។
   *[other] មានជួរឈរចំនួន { $columns } ឈ្មោះ `count` ។ ត្រូវមានតែមួយ។
}
estimate-error-too-many-lists = តារាងមានបញ្ជីចំនួន { $lists }។ ច្រើនបំផុតអាចមាន { $most }។
estimate-error-no-name = ជួរឈរទី { $column } គ្មានឈ្មោះ។
estimate-error-name-twice = ឈ្មោះនៃជួរឈរទី { $column } មាននៅទីនោះជាលើកទីពីរ។
estimate-error-cells = ជួរ { $row } មានក្រឡា { $cells } មិនមែន { $wanted } ដូចជួរចំណងជើងទេ។
estimate-error-not-zero-or-one = ជួរ { $row } ជួរឈរទី { $column }៖ មិនមែន 0 ហើយក៏មិនមែន 1 ដែរ។
estimate-error-not-a-count = ជួរ { $row }៖ ចំនួនរាប់មិនមែនជាចំនួនគត់ចាប់ពី 0 ទេ ឬមនុស្សមានលើសពី { $most } នាក់។
estimate-error-unseen = ជួរ { $row } រាប់មនុស្សដែលមិនមានក្នុងបញ្ជីណាមួយ។
estimate-error-no-such-list = ជួរ { $row } មានបញ្ជីដែលមិនមានក្នុងតារាង។
estimate-error-too-many-rows = តារាងមានលើសពី { $most } ជួរ។
estimate-error-model-empty = គំរូគ្មានតួទេ។
estimate-error-model-list = តួទី { $term } នៃគំរូដាក់ឈ្មោះបញ្ជីដែលមិនមានក្នុងតារាង។
estimate-error-model-twice = តួទី { $term } នៃគំរូដាក់ឈ្មោះបញ្ជីមួយពីរដង។
estimate-hint-table = តារាងត្រូវមានជួរចំណងជើងដែលមានឈ្មោះបញ្ជី និង `count` ។ ជួរនីមួយៗខាងក្រោមមាន 0 ឬ 1 សម្រាប់បញ្ជីនីមួយៗ និងចំនួនមនុស្សដែលមានតែក្នុងបញ្ជីទាំងនោះ។
estimate-hint-unseen = គ្មានអ្នកណាបានរាប់ពួកគេទេ៖ សំណួរគឺថាពួកគេមានប៉ុន្មាននាក់។ សូមដកជួរនេះចេញ។
estimate-hint-too-many-lists = សូមបញ្ចូលបញ្ជីដែលមកពីប្រភពតែមួយឱ្យទៅជាបញ្ជីតែមួយ។
estimate-hint-model = តួនីមួយៗខណ្ឌដោយសញ្ញាក្បៀស។ តួមួយសរសេរដោយលេខនៃបញ្ជីរបស់វា ដូចជា [12,3] ឬដោយឈ្មោះ ដូចជា police:embassy ។
estimate-warning-two-lists = បើមានបញ្ជីតែពីរ គ្មានអ្វីក្នុងទិន្នន័យប្រាប់ថាវាឯករាជ្យពីគ្នា ឬអត់ទេ។ បើបញ្ជីមួយបញ្ជូនមនុស្សទៅបញ្ជីមួយទៀត ចំនួនពិតខ្ពស់ជាង។ បើវាធ្វើឡើងនៅទីកន្លែងផ្សេងគ្នា ចំនួនពិតអាចខ្ពស់ជាង ឬទាបជាង។
estimate-warning-few-shared = បញ្ជីទាំងពីរមានមនុស្សរួមគ្នាតែ { $shared } នាក់ប៉ុណ្ណោះ។ ម្នាក់ៗធ្វើឱ្យចំនួនប៉ាន់ស្មានប្រែប្រួល។
estimate-warning-small-overlap = មានតែមនុស្ស { $shared } នាក់ប៉ុណ្ណោះដែលមានក្នុងបញ្ជីលើសពីមួយ។
estimate-warning-one-person-decides = បើមនុស្សនៃ { $lists } ថយចុះម្នាក់ ចំនួនប៉ាន់ស្មានប្រែប្រួល { $percent }% ។
estimate-warning-tied-models = គំរូចំនួន { $models } ត្រូវនឹងទិន្នន័យប្រហែលដូចគ្នា (BIC ខុសគ្នាមិនលើសពី 2) ប៉ុន្តែផ្តល់ចំនួនផ្សេងៗពី { $low } ដល់ { $high } នាក់។
estimate-warning-two-humps = បំណែងចែកក្រោយ (posterior) មានកំពូលពីរ ក្បែរ { $low } នាក់ និងក្បែរ { $high } នាក់។ ចំនួននៅចន្លោះនោះមិនសូវទំនងដូចកំពូលណាមួយទេ។
estimate-warning-mostly-unseen = ចំនួនប៉ាន់ស្មានស្មើនឹង { $times } ដងនៃចំនួនមនុស្សដែលបានរកឃើញ៖ ស្ទើរតែទាំងអស់មកពីគំរូ មិនមែនពីទិន្នន័យទេ។
estimate-warning-isolated-list = គ្មានអ្នកណាក្នុងបញ្ជី { $list } មានក្នុងបញ្ជីផ្សេងទេ៖ វាបន្ថែមចំនួនមនុស្ស តែមិនប្រាប់អ្វីអំពីអ្នកដែលត្រូវបានខកខានទេ។
estimate-warning-contained-list = មនុស្សទាំងអស់ក្នុងបញ្ជី { $inner } ក៏មានក្នុងបញ្ជី { $outer } ដែរ។ បើបញ្ជីទីមួយទទួលមនុស្សពីបញ្ជីទីពីរ សូមដកបញ្ជីទីមួយចេញ។
estimate-warning-no-upper-limit = តារាងជ្រើសសំណាកឡើងវិញ { $percent }% គ្មានចំនួនប៉ាន់ស្មានទេ៖ ទិន្នន័យមិនផ្តល់ដែនកំណត់លើទេ។
estimate-warning-one-model = ដែនកំណត់ទាំងនេះចាត់ទុកថាគំរូតែមួយនេះពិត។ បើគិតគំរូទាំងអស់ដែលត្រូវនឹងទិន្នន័យ វាទូលាយជាងនេះ។
estimate-warning-independence = វិធីសាស្ត្រនេះចាត់ទុកថាបញ្ជីឯករាជ្យពីគ្នា។ បញ្ជីអំពីព្រឹត្តិការណ៍ដដែលកម្រឯករាជ្យពីគ្នាណាស់។
estimate-warning-not-every-model = គំរូមានច្រើនពេក មិនអាចពិនិត្យម្តងមួយៗបានទេ។ ការស្វែងរកបានចាប់ផ្តើមពីចំណុចច្រើន ហើយឆ្ពោះទៅរកតែគំរូដែលល្អជាង។
estimate-warning-few-replicates = ដែនកំណត់ពីតារាងជ្រើសសំណាកឡើងវិញចំនួន { $replicates } គ្រាន់តែប្រហាក់ប្រហែលប៉ុណ្ណោះ។ ជាធម្មតាគេប្រើ 1000 ។
estimate-refused-no-people = តារាងគ្មានមនុស្សទេ។
estimate-refused-one-list = បញ្ជីតែមួយមិនប្រាប់អ្វីអំពីអ្នកដែលមិនមានក្នុងបញ្ជីនោះទេ។ ត្រូវការបញ្ជីយ៉ាងតិចពីរ។
estimate-refused-empty-list = គ្មានអ្នកណាក្នុងបញ្ជី { $list } ទេ។ សូមដកវាចេញ។
estimate-refused-disjoint-lists = គ្មានបញ្ជីពីរណាមានមនុស្សរួមគ្នាទេ ដូច្នេះគ្មានអ្វីប្រាប់ថាមនុស្សប៉ុន្មាននាក់ត្រូវបានខកខានទេ។ តើបញ្ជីត្រូវបានភ្ជាប់គ្នាឬនៅ?
estimate-refused-contained-list = មនុស្សទាំងអស់ក្នុងបញ្ជី { $inner } ក៏មានក្នុងបញ្ជី { $outer } ដែរ ហើយមិនមែនដោយចៃដន្យទេ៖ បញ្ជីទីមួយមិនមែនជាការពិនិត្យលើកទីពីរដោយឡែក អំពីអ្នកដែលមាននៅទីនោះទេ។ សូមដកវាចេញ។
estimate-refused-too-few-shared = បញ្ជីទាំងពីរមានមនុស្សរួមគ្នា { $shared } នាក់។ ត្រូវការយ៉ាងតិច { $required } នាក់។
estimate-refused-no-estimate = គំរូគ្មានចំនួនប៉ាន់ស្មានទេ៖ ឥទ្ធិពលមួយទៅរកអនន្ត ព្រោះបន្សំបញ្ជីខ្លះគ្មានមនុស្ស។
estimate-refused-not-identifiable = ចំនួនរាប់មិនអាចបែងចែកឥទ្ធិពលនៃគំរូពីគ្នាបានទេ។
estimate-refused-needs-two-lists = រូបមន្តប៉ាន់ស្មានរបស់ Chapman ប្រើសម្រាប់បញ្ជីពីរ។
estimate-refused-needs-three-lists = វិធីសាស្ត្រនេះត្រូវការបញ្ជីយ៉ាងតិចបី។
estimate-refused-too-many-lists = វិធីសាស្ត្រនេះប្រើបានសម្រាប់បញ្ជីចំនួន { $most } យ៉ាងច្រើន។
estimate-refused-unbounded = ចំនួនរាប់មិនផ្តល់ដែនកំណត់ណាមួយដល់ចំនួនមនុស្សទេ។

## Situation: figures that answer one question, and where they disagree

situation-question-stated = តួលេខ { $figures } ឆ្លើយសំណួរនេះ ដូចដែលបានបញ្ជាក់។
situation-question-proposed = { $figures ->
    [1] គ្មានអ្នកណាបានបញ្ជាក់សំណួរសម្រាប់តួលេខនេះទេ។
   *[other] គ្មានអ្នកណាបានបញ្ជាក់សំណួរនេះទេ។ វាត្រូវបានស្នើ ព្រោះតួលេខ { $figures } មានអ្នកដែលរាប់ រង្វាស់ និងទីកន្លែងដូចគ្នា ហើយគ្របដណ្តប់យ៉ាងតិចមួយថ្ងៃរួមគ្នា។
}
situation-question-set-apart = អ្នកវិភាគបានសម្រេចថាតួលេខនេះឆ្លើយសំណួរផ្សេង។
situation-in-conflict = តួលេខ { $figures } ពីអ្នកផ្សាយ { $publishers } មានអ្នកដែលរាប់ រង្វាស់ ទីកន្លែង កាលបរិច្ឆេទ និងឯកតាដូចគ្នា ហើយមិនអាចពិតទាំងអស់បានទេ។
situation-corroborated = អ្នកផ្សាយ { $publishers } ផ្តល់តម្លៃដូចគ្នា។ ពួកគេប្រហែលដកស្រង់ពីអាជ្ញាធរតែមួយ។

situation-dimension-measure = រង្វាស់
situation-dimension-subject = អ្នកដែលរាប់
situation-dimension-place = ទីកន្លែង
situation-dimension-date = កាលបរិច្ឆេទ
situation-dimension-unit = ឯកតា
situation-dimension-source = ប្រភព

situation-standing-alone = គ្មានតួលេខផ្សេងផ្តល់តម្លៃសម្រាប់អ្វីដែលដូចគ្នាបេះបិទនេះទេ។
situation-standing-corroborated = អ្នកផ្សាយម្នាក់ទៀតផ្តល់តម្លៃដូចគ្នា។
situation-standing-compatible = មានតម្លៃផ្សេង ហើយទាំងអស់អាចពិតបាន។
situation-standing-in-conflict = មានទំនាស់ជាមួយតួលេខផ្សេង។
situation-standing-superseded = ត្រូវជំនួស តាមការសម្រេចរបស់អ្នកវិភាគ។

situation-related-set-apart = អ្នកវិភាគបានដកចម្លើយមួយចេញពីសំណួរនេះ។
situation-related-may-belong-together = សួរពីអ្វីដដែល ក្នុងពេលដដែល។ តើទាំងពីរជាសំណួរតែមួយឬ?
situation-related-overlapping = ប្រធានបទដដែល ពេលត្រួតគ្នាខ្លះ។
situation-related-other-time = ប្រធានបទដដែល ក្នុងពេលផ្សេង។

## api

help-serve = ឆ្លើយតាម HTTP៖ លើម៉ាស៊ីននេះ ឬតាម TLS សម្រាប់អ្នកដទៃ
help-serve-example = {"  "}liaison --key-file ./kr.key serve
    {"  "}liaison serve --read-only --listen 127.0.0.1:8601
    {"  "}liaison --key-file ./kr.key serve --listen 0.0.0.0:8600 --tls-self-made --host liaison.police.example

    ពេលវាដំណើរការ ពាក្យបញ្ជាផ្សេងចុះកំណត់ក្នុងកំណត់ហេតុដោយខ្លួនឯង។ វាធ្វើឱ្យអ្វីដែលចុះនោះមើលឃើញ។
    មន្ត្រីចូលដោយគណនីពី `liaison user add` ។ កម្មវិធីផ្ញើថូខឹនពី
    `liaison token add` ។ Ctrl-C បញ្ចប់វា។
help-serve-listen = អាសយដ្ឋានដែលត្រូវស្តាប់។ អាសយដ្ឋានដែលអ្នកដទៃចូលដល់ ត្រូវការ TLS និង --host
help-serve-read-only = មិនចុះកំណត់អ្វីទេ។ មិនត្រូវការឃ្លាសម្ងាត់
help-serve-access-log = សរសេរមួយបន្ទាត់ក្នុងមួយសំណើទៅច្រកកំហុសស្តង់ដារ៖ គណនី ផ្លូវ និងស្ថានភាព មិនសរសេរអ្វីដែលបានសួរឡើយ
help-serve-tls-cert = វិញ្ញាបនបត្រជាមួយខ្សែសង្វាក់របស់វា PEM។ អានឡើងវិញរៀងរាល់ម៉ោង
help-serve-tls-key = សោឯកជនរបស់វា PEM
help-serve-tls-self-made = បង្កើតវិញ្ញាបនបត្រ ហើយរក្សាវាក្នុង keys/ ។ សូមប្រៀបធៀបស្នាមសម្គាល់របស់វានៅកន្លែងដែលអ្នកភ្ជាប់
help-serve-host = ឈ្មោះ ឬអាសយដ្ឋានដែលមន្ត្រីវាយ ជាមួយ :PORT បើច្រកខុស។ អាចដាក់ច្រើនដង
help-user = គណនីមន្ត្រី៖ អ្នកណាអាចចូល និងក្នុងតួនាទីអ្វី
help-user-example = {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
    {"  "}liaison --key-file ./kr.key user reset min --confirmed-by chief
    {"  "}liaison user sessions min

    អ្វីៗដែលធ្វើជាមួយគណនី ត្រូវរក្សាក្នុងបញ្ជីកត់ត្រាការមើលដែលមានហត្ថលេខា។
help-user-add = បង្កើតគណនី។ ពាក្យសម្ងាត់ និងកត្តាទីពីរបង្ហាញតែម្តង
help-user-add-example = {"  "}liaison --key-file ./kr.key user add min --role analyst,liaison-officer --unit cyber
help-user-add-account = ឈ្មោះគណនី៖ អក្សរឡាតាំងតូច លេខ សញ្ញាចុច សហសញ្ញា
help-user-add-role = អ្វីដែលមន្ត្រីអាចធ្វើ៖ analyst, supervisor, liaison-officer, consular-officer, victim-support, auditor, administrator
help-user-add-unit = អង្គភាពរបស់មន្ត្រី ដូចដែលសញ្ញាដាក់ឈ្មោះ (to:kr.npa/cyber)
help-user-add-password-stdin = អានពាក្យសម្ងាត់ពីច្រកចូលស្តង់ដារ ជំនួសការបង្កើត
help-user-list = បង្ហាញគណនី
help-user-code = បង្ហាញលេខកូដបច្ចុប្បន្ននៃគណនី៖ តែក្នុងការបង្ហាញសាកល្បងប៉ុណ្ណោះ
help-user-code-account = ឈ្មោះគណនី
help-user-roles = ផ្តល់តួនាទីផ្សេងឱ្យគណនី។ មានសុពលភាពភ្លាម
help-user-roles-account = ឈ្មោះគណនី
help-user-roles-role = តួនាទីទាំងអស់ដែលគណនីមានចាប់ពីពេលនេះ
help-user-disable = បិទគណនី និងបញ្ចប់វគ្គរបស់វា
help-user-disable-account = ឈ្មោះគណនី
help-user-reset = បង្កើតពាក្យសម្ងាត់ និងកត្តាទីពីរថ្មី។ ត្រូវការអ្នកទីពីរ
help-user-reset-account = ឈ្មោះគណនី
help-user-reset-confirmed-by = គណនីរបស់អ្នកទីពីរ ដែលជា supervisor ឬ administrator
help-user-reset-code = លេខកូដដែលកម្មវិធីផ្ទៀងផ្ទាត់របស់អ្នកទីពីរបង្ហាញ។ បើមិនមាន នឹងសួរ
help-user-sessions = បង្ហាញកន្លែងដែលនរណាម្នាក់បានចូល
help-user-sessions-account = ឈ្មោះគណនី
help-user-sessions-end = បញ្ចប់វគ្គទាំងអស់នេះ
help-token = ថូខឹនដែលអនុញ្ញាតឱ្យកម្មវិធីចូល
help-token-example = {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
    {"  "}curl -H "Authorization: Bearer lia_…" http://127.0.0.1:8600/search/all?q=bavet
help-token-add = បង្កើតថូខឹន។ វាបង្ហាញតែម្តង
help-token-add-example = {"  "}liaison --key-file ./kr.key token add --name nightly --role analyst --scope read --expires 2027-06-30
help-token-add-role = តួនាទីអតិបរមាដែលកម្មវិធីមាន
help-token-add-scope = ក្នុងចំណោមនោះ វាសម្រាប់អ្វី៖ read, import, export, health
help-token-add-expires = ពេលផុតកំណត់ (2027-06-30 ឬខណៈពេលមួយ) យ៉ាងយូរ 366 ថ្ងៃគិតពីពេលនេះ
help-token-add-name = ឈ្មោះដែលវាមានក្នុងកំណត់ត្រា [លំនាំដើម៖ token-1, token-2, …]
help-token-list = បង្ហាញថូខឹន
help-token-revoke = ដកសុពលភាពថូខឹន
help-token-revoke-name = ឈ្មោះថូខឹន
help-serve-passphrase-on-stdin = អានឃ្លាសម្ងាត់ពីច្រកចូលស្តង់ដារ
serve-at = ថ្នាំងរបស់ { $agency } ស្ថិតនៅ { $address }
serve-no-account = មិនទាន់មានគណនីទេ។ សូមបង្កើតគណនីដំបូងដោយ `liaison user add NAME --role analyst` ។
serve-tls-fingerprint = SHA-256 នៃវិញ្ញាបនបត្ររបស់វា៖ { $fingerprint }
serve-tls-renewed = វិញ្ញាបនបត្របានផ្លាស់ប្តូរហើយ។ SHA-256 របស់វា៖ { $fingerprint }
serve-waiting = ដំណើរការផ្សេងកំពុងកាន់កាប់ { $folder }។ កំពុងរង់ចាំវាបញ្ចប់។
serve-owned = ដំណើរការផ្សេងកំពុងកាន់កាប់ { $folder }៖ សូមបញ្ឈប់វាជាមុនសិន ឬអានក្បែរវាដោយ --read-only ។
api-error-not-loopback = ម៉ាស៊ីនផ្សេងអាចចូលដល់ { $address } បាន ហើយគ្មានអ្វីត្រូវបានអ៊ិនគ្រីបទេ។
api-hint-not-loopback = សូមផ្តល់វិញ្ញាបនបត្រដោយ --tls-cert និង --tls-key ឬ --tls-self-made ។ ឬស្តាប់នៅអាសយដ្ឋាននៃម៉ាស៊ីននេះ ដូចជា 127.0.0.1:8600 ។
api-error-no-host = ម៉ាស៊ីនផ្សេងអាចចូលដល់ { $address } បាន ហើយមិនបានផ្តល់ឈ្មោះដែលពួកវាប្រើសួរទេ។
api-error-host-name = នេះមិនមែនជាឈ្មោះម៉ាស៊ីនទេ។
api-hint-host = សូមផ្តល់ឈ្មោះ ឬអាសយដ្ឋានដែលមន្ត្រីវាយ ដូចជា --host liaison.police.example ។ លេខច្រកផ្សេងដាក់នៅខាងក្រោយ៖ --host liaison.police.example:443 ។
api-error-demonstration = ការបង្ហាញសាកល្បងដំណើរការតែលើម៉ាស៊ីននេះប៉ុណ្ណោះ មិនមែននៅ { $address } ទេ៖ ពាក្យសម្ងាត់របស់វាបានបង្ហាញលើអេក្រង់។
api-hint-demonstration = សូមស្តាប់នៅ 127.0.0.1 ឬបង្កើតថ្នាំងដោយ `liaison init` ។
api-error-certificate = មិនអាចប្រើវិញ្ញាបនបត្របានទេ៖ { $reason }
api-hint-certificate = --tls-cert ទទួលវិញ្ញាបនបត្រ និងខ្សែសង្វាក់របស់វាជាទម្រង់ PEM ។ --tls-key ទទួលសោឯកជនរបស់វា។
api-error-port-in-use = កម្មវិធីផ្សេងកំពុងស្តាប់នៅ { $address }។
api-hint-port-in-use = តើថ្នាំងនេះកំពុងដំណើរការរួចហើយឬ? បើមិនមែន សូមប្រើលេខច្រកផ្សេង៖ --listen 127.0.0.1:8601 ឬលេខច្រក 0 សម្រាប់ច្រកទំនេរ។
api-error-listen = មិនអាចស្តាប់នៅ { $address } បានទេ៖ { $reason }។
api-error-listener = ម៉ាស៊ីនមេបានឈប់៖ { $reason }។
front-unbuilt = ផ្ទាំងការងារមិនមែនជាផ្នែកនៃកម្មវិធីនេះទេ៖ សូមប្រតិបត្តិ `make web` រួចសាងសង់ម្តងទៀត។
front-title = Liaison៖ ថ្នាំងរបស់ { $agency }
front-demonstration = ការបង្ហាញសាកល្បង៖ មនុស្ស គណនី និងសំណុំរឿងទាំងអស់ក្នុងថ្នាំងនេះជាការប្រឌិត។
front-what = នៅទីនេះ ស្ថាប័នរក្សាសេចក្តីថ្លែងដែលមានហត្ថលេខា។ មន្ត្រីប្រើផ្ទាំងការងារនៅ / កម្មវិធីផ្ញើថូខឹន (`liaison token add`) ។
front-document = ឯកសារ API (OpenAPI 3.1)
front-catalog = សំណុំទិន្នន័យ
front-conflicts = តួលេខផ្សព្វផ្សាយដែលខុសគ្នា
front-ready = ថាតើអ្វីដែលបានចុះកំណត់បានបង្ហាញទាំងអស់ឬទេ
problem-bad-parameter = ប៉ារ៉ាម៉ែត្រមួយខុស
problem-parameter-unknown = គ្មានប៉ារ៉ាម៉ែត្រ `{ $parameter }` នៅទីនេះទេ។
problem-parameter-repeated = `{ $parameter }` អាចដាក់បានតែម្តង។
problem-parameter-number = `{ $parameter }` ជាចំនួនគត់ពី 0 ដល់ { $max }។
problem-parameter-utf8 = `{ $parameter }` មិនមែនជា UTF-8 ទេ។
problem-parameter-choice = `{ $parameter }` ជាអ្វីមួយក្នុងចំណោម៖ { $allowed }។
problem-parameter-form = `{ $parameter }` មិនដូចដែលឯកសារ API ពិពណ៌នាទេ។ ឧទាហរណ៍គឺ `{ $example }` ។
problem-parameter-many = `{ $parameter }` ដាក់ច្រើនដងពេក៖ យ៉ាងច្រើន { $max } ដង។
problem-parameter-text = `{ $parameter }` មានយ៉ាងច្រើន { $characters } តួអក្សរ និង { $terms } ពាក្យ ឬលេខ។
problem-parameter-long = `{ $parameter }` មានយ៉ាងច្រើន { $max } តួអក្សរ។
problem-bad-request = សំណើខុស
problem-bad-request-detail = មិនអាចយល់សំណើនេះបានទេ។
problem-not-signed-in = សូមចូលជាមុនសិន
problem-not-signed-in-detail = គ្មានអ្នកណាចូលទេ ឬវគ្គបានចប់ហើយ។
problem-not-signed-in-hint = សូមចូលម្តងទៀត។ អ្វីដែលអ្នកបានវាយត្រូវបានរក្សាទុក។
problem-no-token-hint = កម្មវិធីផ្ញើថូខឹនរបស់វា៖ `Authorization: Bearer lia_…` ។ មនុស្សចូលតាមកម្មវិធីរុករក។
problem-token-unknown = មិនស្គាល់ថូខឹន
problem-token-unknown-detail = ថូខឹនមិនស្គាល់ ត្រូវបានដកសុពលភាព ឬផុតកំណត់។
problem-token-unknown-hint = តើវាត្រូវបានចម្លងទាំងស្រុងឬ? `liaison token list` បង្ហាញថូខឹន និងពេលផុតកំណត់។ `liaison token add` បង្កើតថូខឹនមួយទៀត។
problem-token-scope-detail = វិសាលភាពនៃថូខឹនមិនរាប់បញ្ចូលការនេះទេ។
problem-token-scope-hint = តួនាទីរបស់វាអនុញ្ញាត។ `liaison token list` បង្ហាញវិសាលភាពរបស់វា។ សូមបង្កើតថូខឹនដែលមានវិសាលភាពចាំបាច់ ដូចជា --scope read ។
problem-no-account = មិនទាន់មានអ្នកណាអាចចូលបានទេ
problem-no-account-detail = ថ្នាំងនេះគ្មានគណនីទេ។
problem-sign-in-refused = មិនបានចូលទេ
problem-sign-in-refused-detail = ឈ្មោះ ពាក្យសម្ងាត់ ឬលេខកូដខុស។
problem-sign-in-refused-hint = លេខកូដប្រើបានតែម្តង និងប្រហែលមួយនាទី៖ សូមរង់ចាំលេខបន្ទាប់ ហើយពិនិត្យថានាឡិកាទូរស័ព្ទត្រឹមត្រូវ។ ក្រោយព្យាយាមច្រើនដង អ្នកត្រូវរង់ចាំ។
problem-not-confirmed = មិនបានប្តូរទេ
problem-not-confirmed-detail = ពាក្យសម្ងាត់បច្ចុប្បន្ន ឬលេខកូដខុស។ អ្នកនៅតែចូលដដែល។
problem-bad-password = មិនបានប្តូរទេ
problem-not-for-tokens-detail = ថូខឹនគ្មានគណនីទេ៖ មន្ត្រីដែលបានចូលជាអ្នកធ្វើ។
problem-held = ព្យាយាមច្រើនដងពេក
problem-read-only = គ្មានអ្នកណាអាចចូលបានទេ
problem-no-header = ខ្វះបឋមកថា
problem-no-header-detail = សំណើដែលផ្លាស់ប្តូរអ្វីមួយ ត្រូវមានបឋមកថា `X-Liaison: 1` ។
problem-media-type = ខ្លឹមសារជាប្រភេទផ្សេង
problem-media-type-detail = ខ្លឹមសារត្រូវផ្ញើជា application/json ឬ application/octet-stream ។
problem-bad-body = មិនអាចយល់ខ្លឹមសារបានទេ
problem-bad-body-detail = ខ្លឹមសារមិនដូចដែលឯកសារ API ពិពណ៌នាទេ។
problem-bad-file = មិនអាចអានឯកសារបានទេ
problem-bad-table = មិនអាចអានតារាងបានទេ
problem-begun = ការនាំចូលបានចាប់ផ្តើមរួចហើយ
problem-begun-detail = វាត្រូវបានអានតែម្តង។ ដើម្បីអានឯកសារម្តងទៀត សូមដកការនាំចូលវិញ ហើយផ្ញើឯកសារម្តងទៀត។
problem-not-undoable = គ្មានអ្វីត្រូវដកវិញទេ
problem-not-undoable-detail = ការនាំចូលនេះមិនបាននាំអ្វីថ្មីមកទេ ឬបានដកវិញរួចហើយ។
problem-not-discardable = ការនាំចូលកំពុងដំណើរការ ឬបានធ្វើរួចហើយ
problem-not-discardable-detail = ការនាំចូលដែលកំពុងដំណើរការ ត្រូវបញ្ឈប់ជាមុន។ ការនាំចូលដែលបានធ្វើរួច ត្រូវដកវិញ មិនមែនបោះចោលទេ។
problem-wrong-use = មិនអាចធ្វើដូចដែលបានស្នើទេ
problem-needs-reason = ត្រូវការមូលហេតុ
problem-maybe-known = ប្រហែលជាបានរាយការណ៍រួចហើយ
problem-bad-report = របាយការណ៍មិនអាចទទួលបែបនេះបានទេ
problem-refused = ត្រូវបានបដិសេធដោយគោលនយោបាយ
screen-hint-unknown-format = សូមផ្ញើតារាង (CSV ឬ XLSX) ធាតុ ឬសេចក្តីថ្លែង FollowTheMoney (.json) ឬបញ្ជីដែលបានផ្សាយ ដូចអ្នកផ្សាយផ្តល់ឱ្យ។
screen-hint-password = ប្រយោគមួយល្អបំផុត៖ វែង ហើយងាយវាយ។
screen-error-no-mapping = តារាងត្រូវការចំណងជើងដែលប្រាប់ថាជួរឈរជាអ្វី៖ គ្មានមួយណាយល់បានទេ។ សូមដាក់ចំណងជើងមួយជួរ ដូចជា name, birth date, passport number ពីលើជួរ ហើយផ្ញើម្តងទៀត។
screen-date-ambiguous-hint = សូមសរសេរជា 2025-06-05 ឬសរសេរខែជាពាក្យ។
screen-phone-no-country-hint = សូមសរសេរជាមួយលេខកូដប្រទេស ដូចជា +82 ។
screen-hint-required = សូមបំពេញក្រឡា ហើយនាំចូលជួរនោះម្តងទៀត។
screen-hint-formula = សូមជំនួសរូបមន្តដោយតម្លៃរបស់វាក្នុងតារាង (ចម្លង រួចបិទភ្ជាប់ជាតម្លៃ) ហើយផ្ញើឯកសារម្តងទៀត ឬសរសេរតម្លៃនៅទីនេះ។
screen-hint-figure = សូមជ្រើសរើសតួលេខមួយនៃអេក្រង់ស្ថានភាព។
screen-hint-successor = សូមជ្រើសរើសតួលេខដែលត្រឹមត្រូវឥឡូវ។ បើការសម្គាល់ចាស់ខុស សូមដកការសម្គាល់នោះវិញជាមុន។
screen-hint-reason = សូមសរសេរពីរបីពាក្យ ដោយមិនដាក់ឈ្មោះអ្នកណា។
screen-hint-one-record = សូមជ្រើសរើសកំណត់ត្រាពីរ។
screen-hint-judged-different = សូមអានកំណត់ត្រាទាំងពីរម្តងទៀត។ បើការវិនិច្ឆ័យនោះខុស សូមដកវាវិញក្នុងផ្ទាំង «ស្រដៀងគ្នា» នៃកំណត់ត្រា។
screen-hint-commit = ផ្ទាំង «ប្រវត្តិ» នៃកំណត់ត្រា បង្ហាញអ្វីដែលបានធ្វើ និងអ្វីដែលបានដកវាវិញ។
screen-hint-reveal = សូមជ្រើសរើសគោលបំណងដែលអ្នកត្រូវការ។ វាត្រូវបានកត់ត្រាជាមួយគណនីរបស់អ្នក។
screen-hint-operator = សូមប្រាប់អ្នកថែទាំថ្នាំង។ អ្វីដែលអ្នកបានធ្វើមុននេះត្រូវបានរក្សាទុក។
problem-foreign-origin = ទំព័រពីប្រភពដើមផ្សេងបានសួរ
problem-foreign-origin-detail = ទំព័រពីប្រភពដើមផ្សេងមិនអាចសួរថ្នាំងនេះបានទេ។
problem-wrong-host = សំណើនេះសម្រាប់ម៉ាស៊ីនមេផ្សេង
problem-wrong-host-detail = ថ្នាំងនេះឆ្លើយជា 127.0.0.1, localhost ឬ [::1] ជាមួយលេខច្រករបស់វា និងក្រោមឈ្មោះដែលផ្តល់ដោយ --host ។
problem-not-found = រកមិនឃើញអ្វីទេ
problem-no-dataset = គ្មានសំណុំទិន្នន័យនេះទេ
problem-no-dataset-detail = គ្មានសំណុំទិន្នន័យ `{ $dataset }` ដែលអ្នកអាចមើលឃើញទេ។ `/catalog` រាយសំណុំដែលអាចមើលឃើញ។
problem-no-route = គ្មានអ្វីនៅទីនេះទេ
problem-no-route-detail = គ្មានអ្វីនៅអាសយដ្ឋាននេះទេ។ ឯកសារ API ស្ថិតនៅ /api/openapi.json ។
problem-method-not-allowed = វិធីសាស្ត្រមិនត្រូវបានអនុញ្ញាត
problem-method-not-allowed-detail = អាសយដ្ឋាននេះមិនឆ្លើយវិធីសាស្ត្រនេះទេ។ បឋមកថា `Allow` ប្រាប់វិធីដែលវាឆ្លើយ។
problem-body-too-large = ធំពេក
problem-body-too-large-detail = គ្មានសំណើណានៅទីនេះត្រូវការធំដូច្នេះទេ។
problem-address-too-long = អាសយដ្ឋានវែងពេក
problem-address-too-long-detail = អាសយដ្ឋានមានយ៉ាងច្រើន 16 KiB ។
problem-busy = ថ្នាំងកំពុងរវល់
problem-busy-detail = កំពុងឆ្លើយសំណើច្រើនពេក។ សូមសួរម្តងទៀតបន្តិចទៀត។
problem-slow = ចម្លើយចំណាយពេលយូរពេក
problem-slow-detail = ថ្នាំងមិនបានឆ្លើយទាន់ពេល។ សូមសួរតិចជាងនេះ ឬម្តងទៀតបន្តិចទៀត។
problem-behind = ថ្នាំងនៅមិនទាន់ទាន់
problem-behind-detail = អ្វីដែលបានចុះកំណត់មិនទាន់បង្ហាញទាំងអស់ទេ។ សូមសួរម្តងទៀតបន្តិចទៀត។
problem-internal = ថ្នាំងមិនអាចឆ្លើយបានទេ
problem-internal-detail = មានអ្វីមួយខុសនៅទីនេះ។ កំណត់ត្រារបស់ម៉ាស៊ីនមេប្រាប់ថាអ្វី។

## formats: why a row or value was set aside, and what to do

problem-line-too-long = បន្ទាត់ដែលចាប់ផ្តើមនៅបៃ { $offset } វែងជាង { $limit_mib } MiB ។ វាត្រូវបានរំលង។
problem-not-utf8 = អត្ថបទមិនមែនជា UTF-8 ទេ ចាប់ពីបៃ { $offset } នៃឯកសារ។
problem-nul-byte = វាមានតួអក្សរ NUL ដែលអត្ថបទមិនត្រូវមាន។
problem-line-cut = បន្ទាត់ចប់នៅខាងក្នុងវត្ថុ JSON ក្រោយ { $bytes } បៃ៖ ឯកសារត្រូវបានកាត់ខ្លី។
problem-not-json = នេះមិនមែនជា JSON ទេ ចាប់ពីតួទី { $column } នៃបន្ទាត់។
problem-not-an-object = បន្ទាត់នេះមិនមែនជាវត្ថុ JSON ទេ។
problem-key-twice = សោ (key) មួយមានពីរដងក្នុងវត្ថុ ដូច្នេះគ្មានអ្នកណាអាចប្រាប់ថាមួយណាមានសុពលភាពទេ។
problem-key-unknown = ធាតុគ្មានសោ (key) នេះទេ។ វាត្រូវបានរំលង។
problem-key-shape = លក្ខណៈទាំងឡាយមិនមែនជាវត្ថុនៃបញ្ជីទេ។
problem-too-many-values = ធាតុមានតម្លៃច្រើនជាងដែលធាតុមួយអាចមាន។
problem-value-not-text = នៅទីនេះមាន { $kind ->
    [number] ចំនួន JSON
    [boolean] តម្លៃ JSON ពិត ឬមិនពិត
    [list] បញ្ជី JSON
    [object] វត្ថុ JSON
    [null] JSON null
   *[other] តម្លៃ JSON
} ជំនួសអត្ថបទ។

problem-id-missing = ធាតុគ្មានលេខសម្គាល់។
problem-id-broken = លេខសម្គាល់មាន 1 ដល់ 200 បៃ គ្មានដកឃ្លា និងគ្មានតួអក្សរបញ្ជា។
problem-id-of-the-node = នេះជាលេខសម្គាល់កំណត់ត្រាដែលថ្នាំងបង្កើតអំពីខ្លួនវា។ គ្មានឯកសារណាអាចបន្ថែមលើវាទេ។
problem-schema-missing = ធាតុគ្មានស្គីមា។
problem-schema-unknown = គ្មានស្គីមាឈ្មោះនេះទេ។
problem-schema-abstract = ស្គីមានេះជាផ្នែកនៃស្គីមាផ្សេងប៉ុណ្ណោះ។ គ្មានធាតុណាអាចមានវាទេ។
problem-record-schema = ធាតុប្រភេទនេះបង្កើតដោយថ្នាំងប៉ុណ្ណោះ ហើយមិនត្រូវបានអានពីឯកសារឡើយ។
problem-property-unknown = { $schema } គ្មានលក្ខណៈ { $property } ទេ។
problem-property-stub = { $property } នៃ { $schema } ជាចុងម្ខាងទៀតនៃតំណ។ វាត្រូវសរសេរនៅធាតុដែលភ្ជាប់តំណ។
problem-time-broken = នេះមិនមែនជាខណៈពេលទេ។

problem-row-too-long = ជួរវែងជាងដែលអនុញ្ញាត។
problem-open-quote = សញ្ញាសម្រង់ត្រូវបានបើកក្នុងជួរនេះ ហើយមិនបានបិទ។
problem-bad-encoding = តួអក្សរខ្លះមិនអាចអានបានក្នុងការអ៊ិនកូដនៃឯកសារ។
problem-too-many-cells = ជួរមានក្រឡាច្រើនជាងចំនួនជួរឈរដែលតារាងអាចមាន។
problem-column-count = ជួរមានក្រឡា { $cells } ក្រោមចំណងជើង { $headings }។
problem-cell-too-long = ក្រឡាវែងជាងដែលអនុញ្ញាត។
problem-row-says-nothing = ក្នុងជួរនេះគ្មានអ្វីនៅក្នុងជួរឈរដែលត្រូវអានទេ។
problem-required = { $schema } ត្រូវការតម្លៃសម្រាប់៖ { $properties }។
problem-key-empty = ជួរនេះថ្លែងអំពីធាតុមួយ ប៉ុន្តែក្រឡាដែលដាក់ឈ្មោះវាទទេ។
problem-date-format = កាលបរិច្ឆេទមិនមានទម្រង់ដូចដែលការផ្គូផ្គងជួរឈរបានកំណត់ទេ។
problem-formula = ក្រឡាមានរូបមន្ត ដែលតម្លៃរបស់វាបានគណនានៅកន្លែងផ្សេង ហើយអាចហួសសម័យ។
problem-cell-error = ក្រឡាមានកំហុសរបស់កម្មវិធីតារាងគណនា។
problem-number-imprecise = លេខមានខ្ទង់ច្រើនជាងដែលកម្មវិធីតារាងគណនារក្សា៖ ខ្ទង់ចុងក្រោយអាចបាត់។
problem-sheet-broken = ចាប់ពីទីនេះ មិនអាចអានសន្លឹកបានទេ។

problem-external = សេចក្តីថ្លែងមានសញ្ញាថាមកពីខាងក្រៅ (external)៖ ប្រភពរបស់វាមិនធានាវាទេ។
problem-marks-broken = ទាំងនេះមិនមែនជាសញ្ញាគ្រប់គ្រងទេ។
problem-column-broken = ក្រឡាមិនមានអ្វីដែលជួរឈររបស់វាប្រាប់ទេ។

problem-too-many-rows = មានជួរច្រើនជាងដែលឯកសារបែបនេះអាចមាន។
problem-no-entry = បញ្ជីគ្មានធាតុលេខនេះទេ។
problem-entry-too-long = ធាតុវែងជាងដែលអនុញ្ញាត។
problem-xml-broken = ចាប់ពីបៃ { $offset } ឯកសារមិនមែនជា XML ដែលអាចអានបានទេ។
problem-xml-reference = ធាតុយោងទៅ entity ដែលឯកសារត្រូវកំណត់។ ការយោងបែបនេះមិនត្រូវបានតាមទេ។


hint-split-line = សូមបំបែកវា ឬស្នើសុំឯកសារដែលគ្មានបន្ទាត់បែបនេះពីអ្នកបង្កើតឯកសារ។
hint-save-utf8 = សូមរក្សាទុកឯកសារជា UTF-8 ហើយនាំចូលវាម្តងទៀត។
hint-line-cut = តើឯកសារត្រូវបានចម្លងទាំងស្រុងឬ? សូមយកវាម្តងទៀត ហើយនាំចូល៖ អ្វីដែលមានរួចហើយមិនស្ទួនទេ។
hint-one-object-per-line = បន្ទាត់នីមួយៗជាវត្ថុមួយ៖ {"{"}"id": "…", "schema": "Person", "properties": {"{"}"name": ["…"]{"}"}{"}"}
hint-quote-value = សូមដាក់តម្លៃក្នុងសញ្ញាសម្រង់៖ តម្លៃជាអត្ថបទ។
hint-time = ខណៈពេលមានទម្រង់ដូច 2025-10-17T09:30:00 គិតតាម UTC ។
hint-id = សូមផ្តល់លេខសម្គាល់ដែលមានអក្សរ លេខ សញ្ញាចុច និងសហសញ្ញា។
hint-id-of-the-node = សូមផ្តល់លេខសម្គាល់ផ្សេងឱ្យធាតុ។
hint-schema = សូមប្រើស្គីមារបស់ FollowTheMoney ឬ Liaison ដូចជា Person, Company ឬ Report ។
hint-property = សូមពិនិត្យលក្ខណៈនៃស្គីមា។ ជាទូទៅ មូលហេតុគឺឈ្មោះសរសេរខុស។
hint-record-schema = ដើម្បីដកអ្វីមួយវិញ សូមប្រើ `liaison withdraw` ។ ដើម្បីសម្រេចលើតួលេខ សូមប្រើ `liaison figures mark` ។
hint-open-quote = សូមបិទសញ្ញាសម្រង់ ឬសរសេរវាពីរដង ប្រសិនបើវាជាផ្នែកនៃអត្ថបទ។
hint-encoding = សូមរក្សាទុកឯកសារជា UTF-8 ឬបញ្ជាក់ការអ៊ិនកូដរបស់វា៖ cp949, gbk ឬ windows-874 ។
hint-column-count = សញ្ញាខណ្ឌក្នុងក្រឡា ត្រូវមានសញ្ញាសម្រង់ជុំវិញក្រឡា។
hint-required = សូមបំពេញក្រឡាក្នុងឯកសារជួរ ហើយនាំចូលឯកសារនោះ។
hint-formula = សូមបិទភ្ជាប់ជួរឈរជាតម្លៃ ឬឱ្យការផ្គូផ្គងជួរឈរយកតម្លៃចុងក្រោយ៖ "formulas": "take-last-value" ។
hint-cell-error = សូមកែរូបមន្តក្នុងកម្មវិធីតារាងគណនា ឬទុកក្រឡាឱ្យទទេ។
hint-text-column = សូមកំណត់ទម្រង់ជួរឈរជាអត្ថបទ មុនវាយ ឬបិទភ្ជាប់លេខវែង។
hint-shorten-cell = សូមសរសេរអត្ថបទឱ្យខ្លី ឬភ្ជាប់វាជាឯកសារ។
hint-workbook = សូមបើកវាក្នុងកម្មវិធីតារាងគណនា រក្សាទុកសន្លឹកដែលត្រូវការជាសៀវភៅការងារថ្មី ឬជា CSV ហើយនាំចូលវា។
hint-workbook-locked = សូមដកពាក្យសម្ងាត់ចេញក្នុងកម្មវិធីតារាងគណនា រក្សាទុកសៀវភៅការងារ ហើយនាំចូលវា។
hint-mapping = សូមប្រៀបធៀបការផ្គូផ្គងជួរឈរជាមួយសន្លឹក និងចំណងជើងនៃតារាង។ បើគ្មាន --mapping នឹងស្នើមួយ។
hint-sheet-broken = សូមបើកសៀវភៅការងារក្នុងកម្មវិធីតារាងគណនា រក្សាទុកវាឡើងវិញ ហើយនាំចូលវា។
hint-external = សូមនាំចូលសំណុំដែលសេចក្តីថ្លែងនេះមកពី។
hint-xml = សូមទាញយកបញ្ជីម្តងទៀត។ ច្បាប់ចម្លងដែលបានកែអាចខូច។
hint-same-edition = សូមប្រើ sdn.csv, alt.csv និង add.csv នៃថ្ងៃតែមួយ។


note-encoding-guessed = បានអានជា { $encoding } តាមអ្វីដែលអត្ថបទបង្ហាញ។
note-handling-stays = សេចក្តីថ្លែង { $statements } បានស្គាល់ពីមុន ហើយរក្សាការគ្រប់គ្រងដែលមាន៖ --handling ដាក់សញ្ញាតែលើអ្វីថ្មីប៉ុណ្ណោះ។
note-sheet-read = បានអានសន្លឹក `{ $sheet }`{ $others ->
    [0] {""}
   *[other] {" "}។ សន្លឹកផ្សេង { $others } មិនបានអានទេ៖ { $names }។ សូមជ្រើសដោយ --sheet NAME
} ។
error-sheet-of-no-workbook = { $file } មិនមែនជាសៀវភៅការងារទេ ដូច្នេះវាគ្មានសន្លឹក `{ $sheet }` ទេ។
note-columns-left-out = ជួរឈរដែលការផ្គូផ្គងជួរឈរមិនបានបញ្ជាក់៖ { $columns }
note-judgements-left-out = ជួរ { $rows } បញ្ជាក់លេខសម្គាល់គោល (canonical id) ផ្សេង។ ការវិនិច្ឆ័យមិនត្រូវបាននាំចូលជាមួយសេចក្តីថ្លែងទេ។


column-heading = ចំណងជើងប្រាប់ដូច្នេះ។
column-heading-twice = ចំណងជើងទទេ ឬមានពីរដង។
column-row-number = លេខជួរគ្មានន័យក្រៅតារាងទេ។
column-content = ក្រឡាភាគច្រើនមើលទៅដូច្នេះ។
column-nameless = គ្មានជួរឈរណាប្រាប់ថាវាអំពីអ្នកណា ឬអ្វីទេ។
column-some-date = ក្រឡាភាគច្រើនជាកាលបរិច្ឆេទ ប៉ុន្តែរបស់អ្វី?
column-unknown = ទាំងចំណងជើង ទាំងក្រឡា មិនប្រាប់ថាវាជាអ្វីទេ។


left-out-record = កំណត់ត្រាដែលថ្នាំងរក្សាអំពីខ្លួនវា
left-out-schema = តម្លៃដែលមិនត្រូវនឹងស្គីមានៃធាតុ
left-out-self = ការយោងរបស់ធាតុទៅខ្លួនវា
left-out-value = តម្លៃនៃ { $property } ដែល FollowTheMoney មិនទទួល
left-out-source = ប្រភពដែលសេចក្តីថ្លែងបានយកពី
left-out-as-of = ពេលដែលសេចក្តីថ្លែងពិត
left-out-grade = កម្រិតនៃសេចក្តីថ្លែង
left-out-original = របៀបដែលប្រភពបានសរសេរតម្លៃ
left-out-lang = ភាសានៃតម្លៃ
left-out-date-changed = ពេលវេលាដែលបានប្តូរទៅ UTC

## link: which records of one or two tables are one

link-columns = ជួរឈរដែលត្រូវប្រៀបធៀប៖
link-column = {"  "}{ $heading }: { $kind }
link-left-out = មិនប្រៀបធៀប៖ { $headings }
link-nothing-to-compare = គ្មានជួរឈរណាមានអ្វីសម្រាប់ប្រៀបធៀបទេ៖ កំណត់ត្រានីមួយៗនៅតែឯង។
link-nothing-shared = ឯកសារគ្មានជួរឈររួមទេ៖ សូមដាក់ចំណងជើងដូចគ្នាលើជួរឈរដែលមានរឿងដូចគ្នា។
link-no-headings = { $file } គ្មានចំណងជើង៖ ជួរដំបូងត្រូវប្រាប់ថាជួរឈរជាអ្វី។
link-no-id-column = { $file } គ្មានជួរឈរ { $column } ទេ។ មាន៖ { $headings }
link-problem = { $file } ជួរ { $row }៖ { $reason }
link-problems = ជួរ { $problems } ត្រូវបានរំលង។ វាមិននៅក្នុងក្រុមណាទេ។
link-judgements = ការវិនិច្ឆ័យ { $judgements } ត្រូវបានគោរព។
link-unknown-verdict = { $verdict } មិនមែន same, different ឬ not sure ទេ
link-unknown-record = គ្មានកំណត់ត្រា { $record } ទេ
link-ambiguous-record = កំណត់ត្រាច្រើនមានឈ្មោះ { $record }
link-stopped = បានបញ្ឈប់។ គ្មានអ្វីត្រូវបានសរសេរទេ។
link-one-of-each-file = ហាក់ដូចជាគ្មានឯកសារណាមានមនុស្សម្នាក់ពីរដងទេ៖ រាប់តែគូរវាងឯកសារ។
link-over-common = តម្លៃ { $values } ទូទៅពេក មិនអាចប្រៀបធៀបកំណត់ត្រាទាំងអស់ដោយវាតែមួយមុខទេ។ តម្លៃទូទៅបំផុត៖
link-over-common-value = {"  "}{ $heading } នៃ { $file } កំណត់ត្រា { $row }៖ កំណត់ត្រា { $records }
link-done = កំណត់ត្រា { $records } ក្នុងក្រុម { $clusters } ប្រៀបធៀប { $compared } គូ { $seconds } វិនាទី៖ { $path }
link-kind-given-name = នាមខ្លួន
link-kind-family-name = នាមត្រកូល
link-kind-full-name = ឈ្មោះ
link-kind-date = កាលបរិច្ឆេទ
link-kind-country = ប្រទេស
link-kind-sex = ភេទ
link-kind-document = លេខឯកសារ
link-kind-phone = ទូរស័ព្ទ
link-kind-email = អ៊ីមែល
link-kind-account = គណនី
link-kind-crypto = អាសយដ្ឋានគ្រីបតូ
link-kind-handle = ឈ្មោះនៅលើវេទិកា
link-kind-address = អាសយដ្ឋាន
link-kind-text = អត្ថបទ
link-kind-code = លេខ ឬកូដខ្លី
link-kind-unused = មិនប្រៀបធៀប
link-level-missing = គ្មាន
link-level-different = ខុសគ្នា
link-level-swapped = ក្នុងជួរឈររបស់គ្នាទៅវិញទៅមក
link-level-beginning = មួយចាប់ផ្ដើមដោយមួយទៀត
link-level-similar = ស្រដៀងគ្នា
link-level-two-edits = អក្សរពីរខុសគ្នា
link-level-one-edit = អក្សរមួយខុសគ្នា
link-level-same-core = លេខចុងក្រោយ ឬឈ្មោះមុន @ ដូចគ្នា
link-level-some-words = ពាក្យខ្លះដូចគ្នា
link-level-words-left-out = ពាក្យត្រូវបានលុបចោល
link-level-close-words = ពាក្យទាំងអស់ស្រដៀងគ្នា
link-level-same-year = ឆ្នាំដូចគ្នា
link-level-same-year-and-part = ឆ្នាំដូចគ្នា និងខែ ឬថ្ងៃដូចគ្នា
link-level-same-day-and-month = ថ្ងៃ និងខែដូចគ្នា
link-level-vaguer = មួយមិនសូវច្បាស់
link-level-slip = លេខមួយខ្ទង់ខុសគ្នា
link-level-turned = ថ្ងៃ និងខែប្ដូរគ្នា
link-level-equal = ដូចគ្នា

## advert: អត្ថបទណាស្រដៀងការផ្សាយបែបនេះ ហើយអត្ថបទណាមកពីដៃតែមួយ

advert-not-text = { $file } មិនមែនជាអត្ថបទទេ៖ វាមានបៃដែលអត្ថបទមិនមាន។
advert-no-column = { $file } គ្មានជួរឈរ { $column } ទេ។ វាមាន៖ { $headings }
advert-no-json = បន្ទាត់នេះមិនមែនជាវត្ថុ JSON ទេ
advert-no-text = វាគ្មានសោ text ដែលមានអត្ថបទទេ
advert-line-too-long = បន្ទាត់វែងជាង 16 MB
advert-unknown-label = { $label } មិនមែន 1 ឬ 0 ទេ
advert-problem = { $file } ជួរ { $row }៖ { $reason }
advert-problems = ជួរ { $rows } ត្រូវបានរំលង។
advert-cut = អត្ថបទ { $texts } វែងជាង 100,000 តួអក្សរ ហើយបានអានតែត្រឹមនោះ។
advert-quality = អត្ថបទ { $texts } ក្នុងនោះការផ្សាយបែបនេះ { $adverts }៖ ភាពជាក់លាក់មធ្យម { $precision } ពិន្ទុ Brier { $brier } កំហុសនៃការក្រិត { $calibration }; ត្រង់ 0.5 អត្រារកឃើញ { $recall } ការរោទ៍ខុស { $alarms }
advert-nothing-measured = គ្មានអ្វីអាចវាស់បានទេ៖ ស្លាកទាំងអស់មានប្រភេទតែមួយ។
advert-clustered = អត្ថបទ { $texts } ក្នុងក្រុម { $clusters } នៃទម្រង់ { $templates } ចំនួន { $seconds } វិ.
advert-trained = បានរៀនពីអត្ថបទ { $texts } ក្នុងនោះការផ្សាយបែបនេះ { $adverts }; ការខាតបង់ឡុកលើអត្ថបទដែលទុកដោយឡែក { $loss }។ គំរូ { $hash }៖ { $path }
advert-too-few = អត្ថបទ { $adverts } ត្រូវបានសម្គាល់ថាជាការផ្សាយបែបនេះ និង { $others } ថាផ្សេង; ត្រូវការយ៉ាងតិច { $required } ក្នុងមួយប្រភេទ។
advert-too-many = គំរូរៀនពីអត្ថបទយ៉ាងច្រើន { $most }។
advert-no-model = នេះមិនមែនជាគំរូនៃកំណែនេះទេ។
advert-model-changed = គំរូត្រូវបានកែ ឬកាត់បន្ទាប់ពីបានសរសេរ។
advert-sign-pay-too-high = ផ្តល់ប្រាក់ឈ្នួលខ្ពស់ជាងធម្មតាឆ្ងាយ
advert-sign-no-experience = មិនទាមទារបទពិសោធន៍ ឬការសិក្សាទេ
advert-sign-travel-paid = និយាយថាចេញថ្លៃដំណើរ ឬឯកសារឲ្យ
advert-sign-board-paid = និយាយថាកន្លែងស្នាក់នៅ និងអាហារឥតគិតថ្លៃ
advert-sign-vague-job = និយាយដល់ការងារដែលការផ្សាយបែបនេះតែងនិយាយ
advert-sign-indebted = ហៅអ្នកដែលជំពាក់បំណុល
advert-sign-passport-asked = សុំលិខិតឆ្លងដែន ឬច្បាប់ចម្លង
advert-sign-crossing = និយាយដល់ព្រំដែន ឬការឆ្លងព្រំដែន
advert-sign-place = និយាយដល់ទីកន្លែងដែលការផ្សាយបែបនេះនាំទៅ
advert-sign-open-scam = និយាយចំហថាការងារគឺការបោកប្រាស់
advert-sign-account-trade = និយាយដល់ការទិញ ជួល ឬប្រើគណនីធនាគារ
advert-sign-gambling = ប្រើពាក្យនៃល្បែងអនឡាញ
advert-sign-chat-only = ទទួលការឆ្លើយតបតាមកម្មវិធីផ្ញើសារ
advert-sign-report = ប្រើពាក្យនៃរបាយការណ៍អំពីករណីបែបនេះ
advert-sign-ordinary = ប្រើពាក្យនៃនិយោជកធម្មតា
advert-sign-learnt = ស្រដៀងអត្ថបទដែលបានសម្រេចពីមុន
advert-sign-shared-contact = មានទំនាក់ទំនងដែលស្គាល់ពីកន្លែងផ្សេង

## money: ប្រាក់ទៅណា និងអ្វីមើលទៅដូចការសម្អាតប្រាក់

money-problem = { $file } ជួរ { $row } ជួរឈរ { $column } { $value }៖ { $reason }
money-set-aside = ជួរ { $rows } ត្រូវបានដាក់ឡែក។ គ្មានចម្លើយណារាប់វាទេ។
money-to-themselves = ការផ្ទេរ { $rows } ទៅគណនីខ្លួនឯង៖ គ្មានប្រាក់ផ្លាស់ទីទេ។
money-out-of-order = ជួរ { $rows } ស្ថិតនៅក្រោយជួរដែលមានពេលក្រោយជាង។ ការផ្ទេរត្រូវបានយកតាមលំដាប់ពេលវេលា។
money-no-zone = គ្មានពេលវេលាណាប្រាប់តំបន់ម៉ោងទេ។ ទាំងអស់ត្រូវបានចាត់ទុកថានៅតំបន់តែមួយ ដែលមិនប្ដូរលំដាប់ទេ; សូមប្រាប់ដោយ --zone។
money-floats = ទឹកប្រាក់ក្នុងឯកសារនេះជាលេខចំណុចអណ្ដែត៖ លេខនីមួយៗត្រូវបានយកជាលេខខ្លីបំផុតដែលអានត្រឡប់បានតម្លៃដដែល។
money-days = ពេលវេលាមានតែថ្ងៃ៖ ប្រាក់ដែលគណនីទទួលនៅថ្ងៃណា អាចប្រើសម្រាប់អ្វីដែលវាផ្ញើនៅថ្ងៃនោះ។
money-is-folder = { $path } ជាថត; ត្រូវការតារាង។
money-stopped = បានបញ្ឈប់។ គ្មានអ្វីត្រូវបានសរសេរទេ។
money-no-account = តារាងគ្មានការផ្ទេររបស់ { $account } ទេ។ គណនីត្រូវបានយកតាមដែលសរសេរ។
money-no-accounts = គ្មានគណនីណាត្រូវបានផ្ដល់ទេ។
money-same-account = ប្រាក់ត្រូវទៅដល់គណនីផ្សេងពីគណនីដែលវាចេញមក។
money-min-not-in = { $currency } ក្នុងតារាងនេះគ្មានទឹកប្រាក់បែបនេះទេ៖ វាមានខ្ទង់ទសភាគតិចជាង ឬធំពេក។
money-no-currency = (គ្មានរូបិយប័ណ្ណ)
money-columns-setting = { $setting } មិនប្រាប់ថាជួរឈរណាជាអ្វីទេ។ សូមសរសេរដូចជា time=ts,from=src,to=dst,amount=sum,currency=ccy។
money-columns-missing = គ្មានជួរឈរឈ្មោះ { $column } ទេ។ មាន៖ { $headings }។ សូមប្រាប់ឈ្មោះដោយ --columns។
money-columns-twice = មានជួរឈរពីរឈ្មោះ { $column }។
money-fault-no-account = គ្មានគណនីនៅទីនេះទេ។
money-fault-too-many-accounts = មានគណនីច្រើនពេក។
money-fault-too-many-currencies = មានរូបិយប័ណ្ណច្រើនជាង 65,536។
money-fault-currency = នេះមិនមែនជារូបិយប័ណ្ណតែមួយទេ។
money-fault-no-amount = គ្មានទឹកប្រាក់ទេ។
money-fault-negative = ទឹកប្រាក់អវិជ្ជមាន។ ប្រាក់ចេញពីគណនីមួយទៅគណនីមួយទៀត៖ សូមប្ដូរវាទាំងពីរ។
money-fault-exponent = ទឹកប្រាក់សរសេរដោយនិទស្សន្ត៖ កម្មវិធីបានបង្គត់វា ហើយគ្មាននរណាដឹងតម្លៃដើមទេ។ សូមយកពីប្រភព។
money-fault-comma = ទឹកប្រាក់មានក្បៀស ដែលប្រទេសខ្លះប្រើខណ្ឌពាន់ ប្រទេសខ្លះប្រើសម្រាប់ទសភាគ។ សូមសរសេរ 1234.50។
money-fault-too-precise = ទឹកប្រាក់មានទសភាគលើស 18 ខ្ទង់។
money-fault-too-large = ទឹកប្រាក់លើស 64 ប៊ីត ក្នុងឯកតាតូចបំផុតនៃរូបិយប័ណ្ណក្នុងតារាងនេះ។
money-fault-amount = នេះមិនមែនជាលេខដូចជា 1234.50 ទេ។
money-fault-time = នេះមិនមែនជាពេលវេលាដូចជា 2026-03-01T09:30:00+07:00 ទេ។
money-fault-no-such-time = គ្មានថ្ងៃ ឬពេលបែបនេះទេ។
money-fault-no-zone = ពេលនេះគ្មានតំបន់ម៉ោង តែពេលផ្សេងមាន។ សូមផ្ដល់តំបន់ម៉ោងដោយ --zone។
money-fault-day-only = ដឹងតែថ្ងៃ តែជួរផ្សេងមានម៉ោង៖ គ្មាននរណាដឹងថាវានៅត្រង់ណាក្នុងថ្ងៃនោះទេ។
error-ledger = បញ្ជីប្រតិបត្តិការ៖ { $reason }។
error-ledger-busy = ដំណើរការមួយទៀតកំពុងផ្ទុកប្រតិបត្តិការទៅក្នុងណូតនេះ។
hint-ledger-busy = រង់ចាំរហូតដល់ចប់ រួចផ្ទុកម្ដងទៀត។
hint-ledger-gone = ដកការផ្ទុកវិញដោយ `liaison undo COMMIT` (មើល `liaison ledger list`) ហើយផ្ទុកឯកសារម្ដងទៀត។
hint-ledger-mapping = សរសេរផែនទី ហើយផ្ដល់វាដោយ --mapping; តួនាទី និងឧទាហរណ៍មានក្នុង docs/reference/money.md។
ledger-mapping-json = នេះមិនមែនជាផែនទីទេ៖ { $reason }។
ledger-mapping-missing = តារាងគ្មានជួរឈរ { $heading } ទេ។
ledger-mapping-silent = មិនស្គាល់ជួរឈរណាដែលប្រាប់ពី៖ { $what }។ មាន៖ { $headings }។
ledger-mapping-no-account = គ្មានអ្វីប្រាប់ថានេះជារបាយការណ៍របស់នរណាទេ។ ដាក់ឈ្មោះគណនីដោយ --account ឬទាំងសងខាងដោយផែនទី។
ledger-not-a-file = { $path } មិនមែនជាឯកសារដែលអាចអានពីរដងទេ។
ledger-known = { $file } ត្រូវបានផ្ទុករួចហើយ ជា { $known } ក្នុង commit { $commit }។ គ្មានអ្វីត្រូវបានបន្ថែមទេ។
ledger-nothing = { $file }៖ គ្មានប្រតិបត្តិការណាអាចអានបានទេ។ គ្មានអ្វីត្រូវបានផ្ទុកទេ។
ledger-loaded = { $file } ({ $format })៖ ប្រតិបត្តិការ { $rows } ពី { $first } ដល់ { $last } commit { $commit }។
ledger-empty = បញ្ជីប្រតិបត្តិការទទេ។ `liaison ledger load FILE` បំពេញវា។
ledger-no-rows = គ្មានជួរណាត្រូវគ្នាទេ។
ledger-more = នៅមាន { $rows } ទៀត៖ --skip { $skip }។
ledger-duplicates = ជួរ { $rows } ក៏មានក្នុងឯកសារផ្សេងដែរ ហើយរាប់តែម្ដង។
ledger-reversals = ជួរ { $rows } ជាការបង្វិល៖ ប្រាក់បានត្រឡប់វិញ។
ledger-netted = ជួរ { $rows } ត្រូវបានដកចេញ ព្រោះប្រតិបត្តិការ និងការបង្វិលរបស់វាលុបគ្នា។
ledger-kind-booked = បានកត់ត្រា
ledger-kind-pending = បានប្រកាស
ledger-kind-reversal = ការបង្វិល
money-time = { $text } មិនមែនជាពេលវេលាដូចជា 2026-03-01T09:30:00Z ទេ។
money-coarsened = ពេលវេលាខ្លះមានតែថ្ងៃ។ ទាំងអស់ត្រូវបានចាត់ទុកជាថ្ងៃ៖ ប្រាក់ដែលគណនីទទួលនៅថ្ងៃណា អាចប្រើសម្រាប់អ្វីដែលវាផ្ញើនៅថ្ងៃនោះ។
money-pending = ជួរ { $rows } ត្រូវបានប្រកាស តែមិនទាន់កត់ត្រាទេ។ មិនត្រូវបានតាមដានទេ។
ledger-fault-element = { $path } មិនត្រូវបានស្គាល់នៅទីនេះទេ។ វាអាចប្ដូរន័យនៃអ្វីដែលនៅសល់ ដូច្នេះមិនត្រូវបានស្មានទេ។
ledger-fault-message = { $found } មិនមែនជាសារដែលអានបានទេ៖ camt.052, camt.053, camt.054 ឬ pacs.008 កំណែ 02 ដល់ 13។
ledger-fault-doctype = ឯកសារកំណត់ entity ផ្ទាល់ខ្លួន។ ឯកសារបែបនេះអាចបំពេញអង្គចងចាំទាំងអស់; មិនអានបន្តទេ។
ledger-fault-balance = ធាតុមិននាំពីសមតុល្យដើមដល់សមតុល្យចុងទេ៖ ខ្វះ ឬលើស { $difference } { $currency }។
ledger-fault-row-balance = សមតុល្យមិនត្រូវគ្នានឹងជួរក្បែរវាទេ។
ledger-fault-count = ប្រកាសប្រតិបត្តិការ { $announced } តែមាន { $found }។
ledger-fault-sum = ប្រតិបត្តិការបូកមិនស្មើចំនួនដែលប្រកាសទេ៖ ខ្វះ ឬលើស { $difference }។
ledger-fault-parts = ប្រតិបត្តិការនៃធាតុនេះបូកមិនស្មើវាទេ៖ ខ្វះ ឬលើស { $difference }។
ledger-fault-direction = គ្មានអ្វីប្រាប់ថានេះចូល ឬចេញទេ។
ledger-fault-no-field = នេះត្រូវការ តែមិនមានទេ។
ledger-fault-field = { $field } មិនត្រូវបានសរសេរតាមស្តង់ដារទេ។
ledger-fault-parties = មានភាគីច្រើន តែមិនប្រាប់ថានរណាបង់ឱ្យនរណាទេ។
ledger-fault-failed = វាបានបរាជ័យ៖ គ្មានអ្វីផ្លាស់ទីទេ។
ledger-fault-both = ជួរមានទាំងចំនួនដែលចេញ និងចំនួនដែលចូល។
ledger-fault-decimals = ចំនួនមិនស្ថិតក្នុងឯកតាតូចបំផុតរបស់ថូខឹន ដូចខ្ទង់ទសភាគប្រាប់ ឬខ្ទង់នោះមិនមែនជាលេខទេ។
ledger-fault-too-large = ចំនួនមានលើសពី 38 ខ្ទង់។
money-plan-nothing-held = គ្មានប្រាក់ណានៅក្នុងគណនីដែលតារាងបង្ហាញទេ៖ ទាំងអស់បានត្រឡប់វិញ ឬហួសដែនកំណត់។
money-plan-victim = ម្ចាស់ត្រូវបានសន្មតជាជនរងគ្រោះ
money-plan-habit = នាទីជាទម្លាប់ មិនមែនជាការសន្យាទេ៖ រយៈពេលដែលប្រាក់ធ្លាប់រង់ចាំក្នុងគណនី ដកនឹងរយៈពេលដែលវានៅទីនោះ។
money-plan-written = ផែនការ និងសំណើស្ថិតក្នុង { $folder }។ គ្មានអ្វីត្រូវបានផ្ញើទេ។
money-no-account-column = { $path } គ្មានជួរឈរឈ្មោះ account ទេ។ មាន៖ { $headings }។
money-no-bank = មិនស្គាល់ធនាគារ
money-block-total = ជួរ { $rows }៖ គណនី { $accounts } នៅធនាគារ { $banks } ហើយ { $duplicates } ត្រូវបានរាយច្រើនជាងម្ដង។
money-block-set-aside = ជួរ { $rows } គ្មានគណនី ហើយត្រូវបានដាក់ឡែក។
money-block-strangers = លទ្ធផល { $rows } ជារបស់គណនីដែលមិនមានក្នុងបញ្ជី។
money-block-unread = លទ្ធផល { $rows } មិនមែន held, refused ឬ expired ទេ ឬមានចំនួនដែលមិនមែនជាចំនួន។
column-rank = លំដាប់
column-bank = ធនាគារ
column-minutes-left = នាទីនៅសល់
column-accounts = គណនី
column-victims = ជនរងគ្រោះ
column-mules = គណនីជួល
column-refused = បដិសេធ
column-expired = ផុតកំណត់
column-from = ពី
column-to = ទៅ
column-amount = ចំនួន
column-kind = ប្រភេទ
column-format = ទម្រង់
column-rows = ជួរ
column-problems = បញ្ហា
column-by = ដោយ
money-ties-written = ការផ្ទេរនៅពេលតែមួយតាមលំដាប់តារាង
money-ties-credits-first = នៅពេលតែមួយ ប្រាក់ចូលមុនប្រាក់ចេញ
money-rule-fifo = ចូលមុនចេញមុន
money-rule-lifo = ចូលក្រោយចេញមុន
money-rule-pro-rata = តាមសមាមាត្រ
money-rule-poison = ប៉ះតែបន្តិចរាប់ទាំងអស់
money-rule-lowest-balance = សមតុល្យកណ្ដាលទាបបំផុត
money-total = { $currency } { $rule } ({ $ties })៖ បានផ្ញើ { $sent } = នៅក្នុងគណនី { $held } + បានត្រឡប់ { $returned } + ហួសដែនកំណត់ { $beyond }
money-infected = ដោយការប៉ះតែប៉ុណ្ណោះ { $amount } ត្រូវរាប់បន្ថែម។ វិធាននេះប្រាប់ថានរណាពាក់ព័ន្ធ មិនមែនបានយកប៉ុន្មានទេ។
money-nothing-sent = គណនីទាំងនេះមិនបានផ្ញើអ្វីក្នុងដែនកំណត់ទេ។
money-nothing-came = គ្មានអ្វីចូលមកគណនីទាំងនេះក្នុងដែនកំណត់ទេ។
money-reached = ប្រាក់អាចមកពីគណនី { $accounts } ({ $ties })៖
money-more = … និង { $rows } ទៀត។ --json និង --out មានទាំងអស់។
money-flow = យ៉ាងច្រើន { $amount } { $currency } អាចបានទៅដល់ { $to } ({ $ties }; ការផ្ទេរ { $possible } ស្ថិតនៅលើផ្លូវទៅទីនោះ)។ នេះជាព្រំដែន មិនមែនការរកឃើញទេ។
money-bottleneck = វាត្រូវបានកម្រិតដោយជួរ { $count } ដែលទឹកប្រាក់បូកបានស្មើវា៖ { $rows }
money-no-flow = គ្មានប្រាក់ណាអាចទៅដល់ទីនោះក្នុងដែនកំណត់ទេ។
money-no-patterns = រកមិនឃើញលំនាំទេ។
money-cut = គណនីខ្លះមានការផ្ទេរច្រើនពេកក្នុងរយៈពេលនោះ៖ លំនាំស្រទាប់ ខ្សែ និងវដ្ត ត្រូវបានរកតែក្នុងការផ្ទេរចុងក្រោយ។
money-patterns-done = ការផ្ទេរ { $rows } លំនាំ { $alerts } { $seconds } វិនាទី; បង្ហាញ { $shown } ដែលចម្លែកបំផុត។ លំនាំជាហេតុផលត្រូវមើល មិនមែនការរកឃើញទេ។
pattern-fan-out = ការបែងចែក៖ ទៅគណនី { $accounts } ក្នុងរយៈពេលនោះ { $transfers } ក្នុងចំណោមការបង់ { $all }
pattern-fan-in = ការប្រមូល៖ ពីគណនី { $accounts } ក្នុងរយៈពេលនោះ { $transfers } ក្នុងចំណោមការទទួល { $all }
pattern-cycle = វដ្ត៖ ប្រាក់បានត្រឡប់មកវិញតាមការផ្ទេររហូតដល់ { $accounts }
pattern-bipartite = ពីរក្រុម៖ វា និងគណនីមួយទៀតបានផ្ញើទៅគណនី { $accounts } ដូចគ្នា ការផ្ទេរ { $transfers }
pattern-stack = ស្រទាប់៖ បីស្រទាប់នៃគណនី { $accounts } ការផ្ទេរ { $transfers }
pattern-scatter-gather = បែងចែករួចប្រមូល៖ តាមគណនី { $accounts } ទៅគណនីមួយ ការផ្ទេរ { $transfers }
pattern-gather-scatter = ប្រមូលរួចបែងចែក៖ ពីច្រើនទៅច្រើន គណនីសរុប { $accounts } { $transfers } ក្នុងចំណោមការផ្ទេរ { $all }
pattern-random-walk = ខ្សែ៖ បន្តគ្នា { $accounts } ដង ថយចុះបន្តិចៗ
pattern-pass-through = ឆ្លងកាត់៖ ប្រាក់ { $accounts } ដងបានចេញក្នុងមួយម៉ោងក្រោយចូល ថយបន្តិច
pattern-structuring = ការបំបែកទឹកប្រាក់៖ ការបង់ { $accounts } ក្រោមកម្រិតត្រូវរាយការណ៍បន្តិច ក្នុងចំណោម { $all }
pattern-dormant-then-active = ស្ងៀមរួចសកម្ម៖ ការផ្ទេរ { $accounts } ក្រោយពេលយូរគ្មានអ្វី
pattern-many-in-one-out = ចូលច្រើន ចេញមួយ៖ ទឹកប្រាក់តូចៗពីគណនី { $accounts } បានចេញជាមួយគ្នា
role-why-black-mule = វាបានទទួលប្រាក់តាមដាន ហើយបានបញ្ជូនបន្តភាគច្រើន; { $percent }% នៃប្រាក់ចូលបានចេញ ក្រោយ { $minutes } នាទី (មធ្យម)។
role-why-grey-mule = វាបញ្ជូនបន្តអ្វីដែលវាទទួល៖ { $percent }% នៃប្រាក់ចូលបានចេញ ក្រោយ { $minutes } នាទី (មធ្យម)។
role-why-collector = វាទទួលពីគណនី { $senders } ហើយបង់ទៅ { $receivers }។
role-why-distributor = វាទទួលពីគណនី { $senders } ហើយបង់ទៅ { $receivers }។
role-why-cash-out = វាទទួលពីគណនី { $senders } ហើយគ្មានអ្វីចេញក្នុងតារាងនេះទេ។
role-why-exchange-deposit = វាទទួលពីគណនី { $senders } ហើយបញ្ជូន { $percent }% ទៅគណនីតែមួយ។

## web: the frame around every screen

web-loading = កំពុងផ្ទុក
web-skip = រំលងទៅអេក្រង់
web-menu = ម៉ឺនុយ
web-close = បិទ
web-cancel = បោះបង់
web-hide = លាក់
web-again = ព្យាយាមម្តងទៀត
web-copied = បានចម្លង
web-copy-details = ចម្លងព័ត៌មានលម្អិត
web-cite = ដកស្រង់
web-cited = សម្រង់បានចម្លងហើយ។
web-help = ជំនួយ
web-help-where = មគ្គុទ្ទេសក៍ម៉ោងដំបូង និងបញ្ជីដែនកំណត់ ស្ថិតក្នុងថត `docs` របស់កម្មវិធី។
web-screens = អេក្រង់
web-rail-know = ដឹង
web-rail-work = ការងារ
web-rail-audit = សវនកម្ម
web-rail-set-up = រៀបចំ
web-screen-situation = ស្ថានភាព
web-screen-inbox = ប្រអប់ទទួល
web-screen-reports = របាយការណ៍
web-screen-report = របាយការណ៍
web-screen-new-report = កត់ត្រារបាយការណ៍
web-screen-estimate = ការប៉ាន់ស្មាន
web-screen-search = មនុស្ស និងអង្គការ
web-screen-record = កំណត់ត្រា
web-screen-import = នាំចូល
web-screen-activity = សកម្មភាព
web-screen-looks = ការមើល
web-screen-account = គណនី
web-screen-nothing = រកមិនឃើញ
web-nothing = គ្មានអ្វីនៅទីនេះទេ
web-nothing-what = អាសយដ្ឋាននេះគ្មាន ឬអ្នកមិនអាចមើលបាន។
web-preview = មើលជាមុន
web-known-since = ដឹងតាំងពី
web-situation-then = ពេលនោះមិនទាន់ដឹងអ្វីទេ
web-situation-then-what = នៅពេលនោះ ថ្នាំងនេះគ្មានតួលេខ ទីកន្លែង ឬព្រឹត្តិការណ៍ដែលអ្នកអាចមើលបានទេ។
web-known-now-show = បង្ហាញអ្វីដែលដឹងឥឡូវ
web-no-role = អេក្រង់នេះសម្រាប់តួនាទីផ្សេង
web-no-role-what = អ្នកបានចូលជា៖ { $roles } ។ តួនាទីទាំងនេះមិនអាចបើកអេក្រង់នេះបានទេ។
web-no-role-operator = អ្នកបានចូលជា៖ { $roles } ។ អ្នកដែលមើលថែគណនី ថូខឹន និងថ្នាំងផ្ទាល់ ធ្វើការជាមួយកម្មវិធីនៅលើម៉ាស៊ីនរបស់វា ហើយមិនអានកំណត់ត្រាទេ។
web-banner = ការគ្រប់គ្រងព័ត៌មាន
web-banner-nothing = គ្មានអ្វីមានសញ្ញានៅលើអេក្រង់នេះទេ។
web-banner-clear = សាធារណៈ មានប្រភពនីមួយៗ។ អាចផ្ញើបន្តបាន។
web-banner-green = សម្រាប់ស្ថាប័នដែលផ្លាស់ប្តូរព័ត៌មាន។ មិនមែនសម្រាប់សាធារណជន។
web-banner-amber = សម្រាប់ស្ថាប័នដែលបានបញ្ជាក់ និងអ្នកដែលគេត្រូវជូនដំណឹង។ មិនផ្ញើបន្តដោយគ្មានការយល់ព្រមពីម្ចាស់ដើម។
web-banner-amber-strict = សម្រាប់ស្ថាប័នដែលបានបញ្ជាក់ប៉ុណ្ណោះ។ មិនផ្ញើបន្តដោយគ្មានការយល់ព្រមពីម្ចាស់ដើម។
web-banner-red = សម្រាប់អ្នកដែលបានបញ្ជាក់ឈ្មោះប៉ុណ្ណោះ។
web-banner-none = នៅជាមួយម្ចាស់ដើម។ គ្មានអ្វីចេញពីថ្នាំងនេះទេ។
web-banner-until = ផុតកំណត់ { $time }។
web-banner-of = តឹងរ៉ឹងបំផុតក្នុងចំណោម { $count } នៅលើអេក្រង់។
web-originator-only = ម្ចាស់ដើមប៉ុណ្ណោះ
web-handling-own = ម្ចាស់ដើម
web-demonstration = មនុស្ស និងគណនីប្រឌិត
web-search-label = ស្វែងរក
web-search-hint = ស្វែងរកអក្សរ លេខ ឬទីកន្លែង
web-range = រយៈពេល
web-range-all = គ្រប់កាលបរិច្ឆេទ
web-range-what = ពេលដែលវាកើតឡើង ឬពិត តាមកាលបរិច្ឆេទក្នុងប្រភព។
web-range-from = ពី
web-range-to = ដល់
web-range-clear = គ្រប់កាលបរិច្ឆេទ
web-unit-people = នាក់
web-unit-reports = របាយការណ៍
web-unit-sites = ទីតាំង
web-unit-level = កម្រិត
web-unit-persons-and-entities = បុគ្គល និងអង្គភាព
web-unit-devices = ឧបករណ៍
web-unit-buildings = អគារ
web-unit-percent = ភាគរយ
web-unit-accounts = គណនី
web-unit-items = មុខ
web-unit-ratio = អនុបាត
web-unit-entities = អង្គភាព
web-unit-requests = សំណើ
web-gender-male = ប្រុស
web-gender-female = ស្រី
web-gender-other = ផ្សេងទៀត
web-topic-sanction = ក្រោមទណ្ឌកម្ម
web-topic-crime = ឧក្រិដ្ឋកម្ម
web-topic-crime-fraud = ការក្លែងបន្លំ
web-topic-crime-traffick = ការជួញដូរ
web-topic-crime-fin = ឧក្រិដ្ឋកម្មហិរញ្ញវត្ថុ
web-topic-wanted = ត្រូវបានស្វែងរក
web-topic-poi = បុគ្គលគួរចាប់អារម្មណ៍
web-topic-role-pep = អ្នកនយោបាយ
web-known-on = ដឹងនៅ
web-known-now = ឥឡូវ
web-known-what = បង្ហាញអ្វីដែលថ្នាំងនេះដឹងនៅពេលនោះ។ សិទ្ធិមើលអាស្រ័យលើសញ្ញាថ្ងៃនេះ។
web-time-zone = ពេលវេលាតាម { $zone }។
web-language = ភាសា
web-language-unchecked = ភាសានេះមិនទាន់មានអ្នកនិយាយពិនិត្យទេ។ អ្វីមិនទាន់បកប្រែ បង្ហាញជាអង់គ្លេស។
web-jobs = { $count ->
    [0] គ្មានការងារ
   *[other] ការងារ { $count }
 }
web-account = គណនី
web-account-own = ពាក្យសម្ងាត់ និងវគ្គ
web-account-made = បានបង្កើត { $time }
web-sign-out = ចេញ
web-role-analyst = អ្នកវិភាគ
web-role-supervisor = អ្នកត្រួតពិនិត្យ
web-role-liaison-officer = មន្ត្រីទំនាក់ទំនង
web-role-consular-officer = មន្ត្រីកុងស៊ុល
web-role-victim-support = ជំនួយជនរងគ្រោះ
web-role-auditor = សវនករ
web-role-administrator = អ្នកគ្រប់គ្រង
web-sign-in = ចូល
web-sign-in-what = ប្រើគណនីរបស់ថ្នាំងនេះ ពាក្យសម្ងាត់ និងលេខកូដពីឧបករណ៍។
web-sign-in-again = ចូលម្តងទៀត
web-sign-in-again-what = វគ្គរបស់អ្នកបានចប់។ អ្វីដែលអ្នកបានវាយនៅក្រោយបង្អួចនេះ នៅដដែល។
web-sign-in-name = គណនី
web-sign-in-password = ពាក្យសម្ងាត់
web-sign-in-code = លេខកូដ
web-sign-in-code-what = លេខប្រាំមួយខ្ទង់ពីកម្មវិធីផ្ទៀងផ្ទាត់។ អាចបិទភ្ជាប់បាន។
web-keys = គ្រាប់ចុច
web-keys-key = គ្រាប់ចុច
web-keys-does = មុខងារ
web-keys-single = ប្រើអក្សរតែមួយជាគ្រាប់ចុច
web-key-search = ស្វែងរក
web-key-palette = ទៅ ធ្វើ
web-key-overlay = គ្រាប់ចុចទាំងអស់
web-key-go-situation = ទៅស្ថានភាព
web-key-go-inbox = ទៅប្រអប់ទទួល
web-key-go-reports = ទៅរបាយការណ៍
web-key-report-new = កត់ត្រារបាយការណ៍
web-key-report-stage = បញ្ចូលដំណាក់កាល
web-key-report-check = កត់ការពិនិត្យសុខទុក្ខ
web-key-go-estimate = ទៅការប៉ាន់ស្មាន
web-key-go-search = ទៅមនុស្ស និងអង្គការ
web-key-go-import = ទៅនាំចូល
web-key-go-activity = ទៅសកម្មភាព
web-key-go-looks = ទៅការមើល
web-key-next = ជួរបន្ទាប់
web-key-previous = ជួរមុន
web-key-open = បើក
web-key-preview = មើលជាមុន
web-key-back = ត្រឡប់ បិទ
web-key-evidence = ភស្តុតាង
web-key-undo-judgement = ដកការវិនិច្ឆ័យចុងក្រោយរបស់អ្នក
web-key-twin = ផែនទីជាតារាង
web-key-print = បោះពុម្ព
web-key-cite = ចម្លងសម្រង់
web-key-tab-before = ផ្ទាំងមុន
web-key-tab-after = ផ្ទាំងបន្ទាប់
web-palette = ទៅ ធ្វើ ស្វែងរក
web-palette-hint = អេក្រង់ សកម្មភាព ការស្វែងរកដែលបានរក្សាទុក ភាសា
web-palette-go = អេក្រង់
web-palette-act = សកម្មភាព
web-palette-saved = ការស្វែងរកដែលបានរក្សាទុក
web-palette-search = ស្វែងរកពាក្យនេះ
web-palette-none = គ្មានអ្វីត្រូវគ្នាទេ។
web-unreachable = ថ្នាំងមិនឆ្លើយតប
web-unreachable-what = វាប្រហែលកំពុងចាប់ផ្តើមឡើងវិញ ឬដាច់បណ្តាញ។ អ្វីដែលអ្នកវាយមិនបាត់ទេ សូមព្យាយាមម្តងទៀតបន្តិចទៀត។
web-broken = មានបញ្ហា
web-failure-code = កូដ៖
web-covered = បានបិទបាំង
web-value-more = បង្ហាញ { $count } តួអក្សរទៀត
web-explain = របៀបដែលបានលេខនេះ
web-explain-how = ដូចម្តេច?
web-explain-asked = សំណួរ
web-explain-inputs = ពី
web-explain-as-of = គិតត្រឹម
web-explain-method = វិធី
web-explain-figures = តួលេខផ្សព្វផ្សាយ { $count }
web-explain-position = ទីតាំង { $position } នៃកំណត់ហេតុ
web-explain-figures-method = តួលេខនៃសំណួរតែមួយដាក់ទន្ទឹមគ្នា។ មិនគិតមធ្យម មិនបូក មិនលុប។
web-reason = មូលហេតុ
web-receipt = បង្កាន់ដៃ { $commit }
web-receipt-when = បានសរសេរ និងចុះហត្ថលេខានៅ { $time }។
web-receipt-what = វាស្ថិតលើថាសក្រោមលេខនេះ។ អាចមានការសម្រេចមួយទៀតតាមក្រោយ តែមិនអាចសរសេរជាន់បានទេ។
web-evidence = ភស្តុតាង
web-kind = ប្រភេទ
web-date = កាលបរិច្ឆេទ
web-country = ប្រទេស
web-source = ប្រភព

## web: situation

web-views = ទិដ្ឋភាព
web-view-overview = ទិដ្ឋភាពទូទៅ
web-view-questions = សំណួរ
web-view-figures = តួលេខ
web-view-events = ព្រឹត្តិការណ៍
web-view-places = ទីកន្លែង
web-situation-sum = តួលេខសាធារណៈ { $figures } ពីអ្នកផ្សាយ { $publishers } · សំណួរ { $questions } { $judged ->
    [0] មិនទាន់វិនិច្ឆ័យ
   *[other] បានវិនិច្ឆ័យ { $judged }
 }
web-situation-note = តួលេខតាមការផ្សព្វផ្សាយ។ មិនទាន់ផ្ទៀងផ្ទាត់នៅទីនេះទេ។
web-situation-none = គ្មានតួលេខ
web-situation-none-what = នាំចូលតួលេខជាមួយប្រភព៖ តារាងមានជួរឈរសំណួរ តម្លៃ និងអ្នកផ្សាយ។
web-estimate-lead = តើមានមនុស្សប៉ុន្មាននាក់ដែលមិននៅក្នុងបញ្ជីណាមួយក្នុងចំណោមបញ្ជីដែលជាន់គ្នា តាមការប៉ាន់ស្មានពីប្រព័ន្ធច្រើន។ ចម្លើយគឺជាចន្លោះមួយ ឬការបដិសេធដោយមានហេតុផល។
web-estimate-table = តារាងចំនួន
web-estimate-table-what = ជួរឈរ 0 និង 1 សម្រាប់បញ្ជីនីមួយៗ និងជួរឈរមួយឈ្មោះ count៖ ចំនួនមនុស្សដែលនៅក្នុងបញ្ជីទាំងនោះប៉ុណ្ណោះ។ មានតែចំនួន កុំដាក់ឈ្មោះ។
web-estimate-file = យកតារាងពីឯកសារ
web-estimate-example = យកឧទាហរណ៍ប្រឌិត
web-estimate-example-said = ឧទាហរណ៍ស្ថិតក្នុងប្រអប់ហើយ។ លេខទាំងនោះជាការប្រឌិត។
web-estimate-method = វិធីសាស្ត្រ
web-estimate-method-all = វិធីសាស្ត្រទាំងអស់សម្រាប់ចំនួនបញ្ជីនេះ ដាក់ទន្ទឹមគ្នា
web-estimate-method-usual = វិធីសាស្ត្រដែលគួរប្រើសម្រាប់ចំនួនបញ្ជីនេះ
web-estimate-seed = គ្រាប់ពូជ (seed)
web-estimate-seed-what = គ្រាប់ពូជដដែលផ្តល់ដែនកំណត់ដដែល។
web-estimate-ask = ប៉ាន់ស្មាន
web-estimate-working = កំពុងគណនា។ បញ្ជីប្រាំអាចចំណាយពេលកន្លះនាទី ហើយធ្វើម្តងមួយសំណួរ។
web-estimate-stop = ឈប់រង់ចាំ
web-estimate-none = មិនទាន់បានសួរអ្វីទេ
web-estimate-none-what = ដាក់តារាងចំនួន។ ត្រូវភ្ជាប់កំណត់ត្រាជាមុនសិន៖ មនុស្សម្នាក់ដែលត្រូវរាប់ជាពីរនាក់ក្នុងបញ្ជីពីរធ្វើឱ្យចម្លើយខ្ពស់ពេក។
web-estimate-note = ការប៉ាន់ស្មានមិនត្រូវបានរក្សាទុកទេ។ សូមបោះពុម្ពអ្វីដែលត្រូវការ។
web-estimate-cells = ក្រឡាតាមដែលបានអាន
web-estimate-lists = នៅក្នុងបញ្ជីទាំងនេះប៉ុណ្ណោះ
web-estimate-people = ចំនួនមនុស្ស
web-estimate-on-none = មិននៅក្នុងបញ្ជីណាមួយ
web-estimate-unknown = មិនដឹង៖ នេះជាអ្វីដែលត្រូវប៉ាន់ស្មាន
web-estimate-chart = មនុស្សសរុប៖ ចន្លោះតាមវិធីសាស្ត្រនីមួយៗ
web-estimate-seen-mark = របារធម្មតា៖ បានឃើញ { $people }។ ឆ្នូត៖ ចន្លោះ។ បន្ទាត់ដាច់ៗ៖ តម្លៃកណ្តាល។
web-estimate-range = { $low } ដល់ { $high }
web-estimate-at-least = យ៉ាងតិច { $low }
web-estimate-refused = បានបដិសេធ
web-estimate-warnings = អ្វីដែលត្រូវដឹងមុនប្រើ
web-estimate-models = គំរូដែលចន្លោះនេះគ្របដណ្តប់
web-estimate-model = គំរូ
web-estimate-alone = មនុស្សសរុប តាមគំរូនេះតែមួយ
web-estimate-share = ចំណែកក្នុងការគូរឡើងវិញ ឬជំនឿ
web-estimate-drawn = តារាងគូរឡើងវិញ { $replicates } ដោយគ្រាប់ពូជ { $seed } ក្នុងនោះ { $failed } គ្មានការប៉ាន់ស្មាន។
web-estimate-assumes = អ្វីដែលវាសន្មត
web-estimate-lists-names = បញ្ជីតាមលេខ៖ { $lists }
web-print = បោះពុម្ព
web-working-copy = ច្បាប់ចម្លងការងារ បោះពុម្ពដោយ { $user } { $time } ទីតាំងកំណត់ហេតុ { $position }។ មិនមែនវត្ថុតាងទេ។
web-as-of = គិតត្រឹម
web-undated = គ្មានកាលបរិច្ឆេទ
web-figure-value = តម្លៃ
web-plot = ក្រាហ្វ
web-what-is-counted = អ្វីដែលរាប់
web-said-by = អ្នកនិយាយ ប្រភព
web-no-source = មិនបញ្ជាក់ប្រភព
web-date-unverified = កាលបរិច្ឆេទមិនទាន់ផ្ទៀងផ្ទាត់
web-figures-differ = តួលេខ { $count }
web-set-conflict = មិនអាចពិតទាំងអស់បានទេ
web-set-told-apart = ខុសគ្នាដោយអ្វីដែលរាប់ និងពេលវេលា
web-set-unjudged = មិនទាន់វិនិច្ឆ័យ
web-set-judged = បានវិនិច្ឆ័យ { $count }
web-set-method = ព្រួញ៖ “លើសពី”។ មិនគិតមធ្យម។
web-set-apart = អ្នកវិភាគដកចេញពីសំណួរនេះ
web-basis-proposed = គ្មានអ្នកណាសួរសំណួរនេះទេ៖ អ្នកដែលរាប់ រង្វាស់ ទីកន្លែង និងពេលវេលាត្រូវគ្នា។
web-basis-set-apart = អ្នកវិភាគបានដកតួលេខនេះចេញពីសំណួររបស់វា។
web-basis-short-stated = បានបញ្ជាក់
web-basis-short-proposed = បានស្នើ
web-more-than = លើសពី
web-at-most = យ៉ាងច្រើន
web-off-scale = ក្រៅមាត្រដ្ឋាន
web-in-conflict = ទំនាស់
web-preferred = បានជ្រើស
web-superseded = ត្រូវជំនួស
web-corroborated = បញ្ជាក់ដោយប្រភពផ្សេង
web-fate-held = កំពុងឃុំខ្លួន
web-fate-expected = រំពឹងថាចាកចេញ
web-fate-left = បានចាកចេញ
web-fate-counted = បានរាប់
web-sources = ប្រភព { $count }
web-sources-of = ប្រភព { $count } នៃ { $value }
web-judge-different = សំណួរផ្សេង
web-judge-superseded = ត្រូវជំនួស
web-judge-preferred = ជ្រើស ព្រោះ …
web-judge-different-question-title = តួលេខនេះឆ្លើយសំណួរផ្សេង
web-judge-superseded-title = តួលេខនេះត្រូវបានជំនួស
web-judge-preferred-title = នេះជាតួលេខដែលត្រូវប្រើ
web-judge-by = ដោយតួលេខណា
web-judge-by-none = គ្មានក្នុងចំណោមនេះ
web-judge-write = សរសេរទៅកំណត់ហេតុ
web-judge-hint = ជាពាក្យរបស់អ្នក សម្រាប់អ្នកអានមួយឆ្នាំក្រោយ។ កុំដាក់ឈ្មោះជនរងគ្រោះ។
web-consequence-different-question = “{ $what }” ចាកចេញពីសំណួរនេះ ហើយឈរតែម្នាក់ឯង។ ទាំងពីរនៅលើអេក្រង់។
web-consequence-superseded = “{ $what }” នៅលើអេក្រង់ ដោយមានសញ្ញាថាត្រូវជំនួស។
web-consequence-superseded-by = “{ $by }” ត្រូវបានបញ្ជាក់ជាតួលេខដែលបន្តពីវា។
web-consequence-preferred = “{ $what }” មានសញ្ញាថាបានជ្រើស។ តួលេខផ្សេងទៀតនៅក្បែរវា។
web-consequence-written = ការសម្រេចត្រូវចុះហត្ថលេខា និងសរសេរក្នុងកំណត់ហេតុក្រោមឈ្មោះអ្នក { $user }។
web-consequence-stays = គ្មានតួលេខណាត្រូវកែ ឬលុបទេ។ អាចមានការសម្រេចក្រោយទៀត។
web-verdict-different-question = សំណួរផ្សេង
web-verdict-superseded = ត្រូវជំនួស
web-verdict-preferred = បានជ្រើស
web-judged-different-question = សំណួរផ្សេង { $user } { $time }
web-judged-superseded = ត្រូវជំនួស { $user } { $time }
web-judged-preferred = បានជ្រើស { $user } { $time }
web-judgements = ការវិនិច្ឆ័យ
web-judge-withdraw = ដកវិញ
web-judge-withdraw-this = ដកវិញ៖ ការវិនិច្ឆ័យ “{ $verdict }”
web-judge-withdraw-title = ដកការវិនិច្ឆ័យនេះវិញ
web-judge-withdraw-act = ដកវិញ
web-judge-withdraw-follows = “{ $verdict }” របស់ { $user } អំពី “{ $what }” លែងមានសុពលភាព។
web-judge-withdraw-history = វានៅក្នុងប្រវត្តិនៃតួលេខ ជាមួយអ្នកដែលដកវិញ និងមូលហេតុ។
web-judge-withdraw-none = គ្មានការវិនិច្ឆ័យរបស់អ្នកដែលត្រូវដកវិញទេ។
web-map = ផែនទីទីកន្លែង
web-map-figures = តួលេខ { $count }
web-map-with-figures = ទីកន្លែងមានតួលេខ
web-map-town = ទីក្រុង
web-map-compound = បរិវេណ
web-map-note = ព្រំដែនសាមញ្ញ ភ្ជាប់មកជាមួយ; បន្ទាត់ដាច់ៗត្រង់កន្លែងមានវិវាទ; មិនកាន់ជំហរណាទេ។ មិនបានគូរ៖ { $count } កន្លែងគ្មានកូអរដោនេ។
web-timeline = បន្ទាត់ពេលវេលា
web-timeline-none = គ្មានព្រឹត្តិការណ៍ក្នុងរយៈពេលនេះ។
web-timeline-of = ព្រឹត្តិការណ៍ { $count } ពី { $from } ដល់ { $to }
web-timeline-unlabelled = ព្រឹត្តិការណ៍ { $count } គ្មានកន្លែងដាក់ឈ្មោះ៖ មើលព្រឹត្តិការណ៍។
web-multiples = សំណួរផ្សេងទៀត
web-form-bars = តាមរយៈពេលដែលតួលេខនីមួយៗរាប់
web-form-steps = បូកបន្តពីថ្ងៃមួយ
web-form-windows = របារ៖ រយៈពេលដែលតួលេខនីមួយៗរាប់
web-form-dots = តាមអ្វីដែលតួលេខនីមួយៗរាប់
web-answers = ចម្លើយ
web-question = សំណួរ
web-standing = ស្ថានភាព
web-event = ព្រឹត្តិការណ៍
web-other-names = ឈ្មោះផ្សេង
web-position = ទីតាំង
web-position-none = គ្មានប្រភពបញ្ជាក់
web-figure-population = អ្នកដែលរាប់
web-figure-measure = រង្វាស់
web-figure-place = ទីកន្លែង
web-figure-period = រយៈពេល
web-figure-publisher = អ្នកផ្សាយ
web-figure-title = ចំណងជើង
web-figure-published = ថ្ងៃផ្សាយ
web-figure-note = កំណត់សម្គាល់
web-figure-address = អាសយដ្ឋាន
web-figure-reference = ឯកសារយោង
web-figure-id = កំណត់ត្រា

## web: search

web-search-results = លទ្ធផល
web-search-note = អ្នកដែលបានបិទបាំងត្រូវរកឃើញ ហើយនៅបិទបាំង។
web-search-said = { $count ->
    [0] រកមិនឃើញ
   *[other] រកឃើញកំណត់ត្រា { $count }
 }
web-search-total = { $count ->
    [0] គ្មាន
   *[other] កំណត់ត្រា { $count }
 }
web-search-relaxed = គ្មានអ្វីមានគ្រប់ពាក្យ ទាំងនេះមានពាក្យខ្លះ
web-search-save = រក្សាទុកការស្វែងរក
web-search-saved = បានរក្សាទុក
web-search-saved-list = ការស្វែងរកដែលបានរក្សាទុក
web-search-saved-said = បានរក្សាទុកជា { $name }។
web-search-forget = លុបការស្វែងរក { $name }
web-search-name = ឈ្មោះ
web-search-name-what = មានតែអ្នកឃើញ។ ពាក្យស្វែងរកនៅលើថ្នាំង មិននៅក្នុងអាសយដ្ឋានទេ។
web-search-unknown = មិនស្គាល់ការស្វែងរកនេះ
web-search-unknown-what = វាត្រូវបានលុប ឬជារបស់អ្នកផ្សេង។ សូមវាយម្តងទៀតខាងលើ។
web-search-none = រកមិនឃើញអ្វីទេ
web-search-none-what = ពាក្យ ឬតម្រងតិចជាង រកឃើញច្រើនជាង។ អក្ខរាវិរុទ្ធ និងអក្សរផ្សេងៗបានអនុញ្ញាតរួចហើយ។
web-search-marks-what = សូមវាយពាក្យ ឈ្មោះ ឬលេខ ក្បែរសញ្ញា។
web-search-empty = មិនទាន់មានអ្វីក្នុងថ្នាំងនេះទេ
web-search-empty-what = នាំចូលតារាង បញ្ជី ឬឯកសារពីកម្មវិធីផ្សេង។
web-search-what = កំណត់ត្រា
web-search-detail = ប្រទេស ប្រធានបទ កាលបរិច្ឆេទ
web-search-statements = សេចក្តីថ្លែង
web-search-covered-match = ត្រូវនឹងអ្វីដែលបិទបាំង៖ { $props }
web-explain-everything = ទាំងអស់
web-explain-scope = អ្វីដែលអ្នកអាចមើលលើថ្នាំងនេះ
web-explain-search-method = ពាក្យគ្រប់អក្សរ អនុញ្ញាតអក្ខរាវិរុទ្ធខុសគ្នា; ត្រូវបំផុតមុន; { $ms } ms
web-filters = តម្រង
web-filters-clear = សម្អាតទាំងអស់
web-filter-remove = ដកចេញ
web-facet-schema = ប្រភេទ
web-facet-country = ប្រទេស
web-facet-dataset = សំណុំទិន្នន័យ
web-facet-handling = ការគ្រប់គ្រង
web-facet-date = កាលបរិច្ឆេទ
web-pages = ទំព័រ
web-page-before = មុន
web-page-after = បន្ទាប់
web-report-note = បញ្ជីបង្ហាញលេខ មិនមែនឈ្មោះទេ។ អ្នកដែលមើលបុគ្គលត្រូវបានកត់ត្រា។
web-report-said = របាយការណ៍ { $count }
web-report-count-day = រាប់នៅថ្ងៃ
web-report-log = កត់ត្រារបាយការណ៍
web-report-none = គ្មានរបាយការណ៍ទេ។
web-report-none-what = សូមនាំចូលសៀវភៅបញ្ជី ឬកត់ត្រាមួយ (២ នាទី) ។
web-report-overview = របាយការណ៍ទាំងអស់ក្នុងមួយក្រឡេក
web-report-rows = របាយការណ៍ អ្វីផុតកំណត់មុនមុនគេ
web-report-views = ទិដ្ឋភាពដែលបានរក្សាទុក
web-report-view-none = គ្មានអ្វីនៅទីនេះទេ។
web-report-view-none-what = គ្មានរបាយការណ៍ក្នុងទិដ្ឋភាពនេះនៅថ្ងៃនេះទេ។
web-report-shown = { $from }–{ $to } ក្នុងចំណោម { $count }
web-report-total = របាយការណ៍ { $count }
web-report-open = បើក { $count }
web-report-settled = បានដោះស្រាយ { $count }
web-report-on = នៅថ្ងៃ { $day }
web-report-open-days = បើក តាមថ្ងៃ
web-report-sum = ទាំងអស់
web-report-rows-of = { $what }៖ { $count }
web-report-months = តាមខែនៃរបាយការណ៍
web-report-month = ខែ
web-report-made = បានរាយការណ៍
web-report-bar = បានរាយការណ៍ និងបានដោះស្រាយ
web-report-number = របាយការណ៍
web-report-stage = ដំណាក់កាល
web-report-days = ថ្ងៃ
web-report-last-heard = ដំណឹងចុងក្រោយ
web-report-place = ទីកន្លែង
web-report-place-unknown = មិនដឹង
web-report-next = បន្ទាប់
web-report-days-late = យឺត { $count } ថ្ងៃ
web-report-by = មុនថ្ងៃ { $day }
web-report-disagreed = មិនស្របគ្នា { $count }
web-report-disagreed-here = មិនស្របគ្នា
web-report-fork = មន្ត្រីពីរនាក់បានបន្តពីដំណាក់កាលតែមួយក្នុងពេលតែមួយ។ ពាក្យទាំងពីរត្រូវបានរក្សាទុក; ដំណាក់កាលបន្ទាប់ដោះស្រាយវា។
web-report-further = ស្ថាប័នផ្សេងថាបុគ្គលបានទៅឆ្ងាយជាង។ ពាក្យទាំងពីរត្រូវបានរក្សាទុក។
web-report-missing = គ្មានរបាយការណ៍បែបនេះទេ
web-report-missing-what = វាមិនមាន ឬអ្នកមិនអាចមើលវាបានទេ។
web-report-covered = ឈ្មោះ ទំនាក់ទំនង និងពាក្យត្រូវបានបិទបាំង។
web-report-person = បុគ្គលដែលត្រូវបានរាយការណ៍
web-report-record = សេចក្តីថ្លែងទាំងអស់
web-report-days-open = ថ្ងៃបើក
web-report-enter-stage = បញ្ចូលដំណាក់កាល …
web-report-enter-act = បញ្ចូលដំណាក់កាល
web-report-enter-check = កត់ការពិនិត្យសុខទុក្ខ …
web-report-check-act = កត់ការពិនិត្យ
web-report-add-source = បន្ថែមប្រភព
web-report-stages = ដំណាក់កាល
web-report-no-date = គ្មានថ្ងៃ
web-report-entered = { $officer }, { $time }
web-report-came = មកជាមួយឯកសារ, { $time }
web-report-take-back = ដកវិញ
web-report-take-back-title = ដកវិញ៖ { $what }
web-report-may-follow = អាចបន្ត
web-report-known = អ្វីដែលដឹង
web-report-known-none = គ្មានអ្វីផ្សេងត្រូវបានប្រាប់ទេ។
web-report-checks = ការពិនិត្យសុខទុក្ខ
web-report-checks-none = មិនទាន់មានការពិនិត្យទេ។
web-report-by-whom = ដោយ
web-report-check-how = របៀប
web-report-check-note = អ្វីដែលបាននិយាយ ឬឃើញ
web-report-usual = បន្ទាប់ធម្មតា
web-report-unusual = ត្រូវការមូលហេតុ ឬបានប្រាប់រួច
web-report-reached = បានដល់នៅថ្ងៃ
web-report-date-hint = 2025-10-17 ឬ 2025-10 បើដឹងតែខែ
web-report-field-name = ឈ្មោះ
web-report-field-phone = ទូរស័ព្ទ
web-report-field-handle = ឈ្មោះគណនីទំនាក់ទំនង
web-report-field-birthDate = ថ្ងៃកំណើត
web-report-field-nationality = សញ្ជាតិ
web-report-field-passportNumber = លេខលិខិតឆ្លងដែន
web-report-field-lastContactAt = ទំនាក់ទំនងចុងក្រោយ
web-report-field-lastContactText = ខ្លឹមសារទំនាក់ទំនងចុងក្រោយ
web-report-field-placeText = ទីកន្លែង ដូចដែលបានសរសេរ
web-report-field-heldByText = បង្ខាំងដោយ តាមការប្រាប់
web-report-field-howLured = របៀបបោកបញ្ឆោត
web-report-field-accountsPaidText = គណនីដែលបានបង់ចូល តាមការប្រាប់
web-report-field-danger = គ្រោះថ្នាក់
web-report-child = អនីតិជន ឬប្រហែលជា
web-report-field-medicalNeeds = តម្រូវការវេជ្ជសាស្ត្រ
web-report-field-summary = តាមពាក្យអ្នករាយការណ៍
web-report-field-channel = បណ្តាញ
web-report-field-reportedAt = ថ្ងៃរាយការណ៍
web-report-field-reporterRelationship = អ្នករាយការណ៍ត្រូវជា
web-report-field-reporterPhone = ទូរស័ព្ទអ្នករាយការណ៍
web-report-field-reporterEmail = អ៊ីមែលអ្នករាយការណ៍
web-report-field-safeToCall = ហៅទូរស័ព្ទមានសុវត្ថិភាព
web-report-field-contactInstructions = របៀបទាក់ទង
web-report-field-reporterConsent = ការយល់ព្រមរបស់អ្នករាយការណ៍
web-report-field-outcome = លទ្ធផល
web-report-field-nextCheck = ការពិនិត្យបន្ទាប់
web-report-authority = ស្ថាប័នណាប្រាប់
web-report-authority-hint = ទទេ៖ ស្ថាប័ននេះ។ បើមិនដូច្នេះ លេខកូដ ដូចជា kh.npc ។
web-report-closing = មូលហេតុនៃការបិទ
web-report-cause = មូលហេតុនៃការស្លាប់ ឬកំពុងស៊ើបអង្កេត
web-report-kin-by = អ្នកជូនដំណឹងដល់គ្រួសារ
web-report-kin-at = ថ្ងៃជូនដំណឹងដល់គ្រួសារ
web-report-reason = មូលហេតុដែលខុសពីលំដាប់ធម្មតា
web-report-follows-beside = ដំណាក់កាលនេះនៅក្បែរអ្វីដែលស្ថាប័នផ្សេងបានប្រាប់; គ្មានអ្វីរបស់ពួកគេផ្លាស់ប្តូរទេ។
web-report-follows-journal = វាត្រូវបានសរសេរក្នុងកំណត់ហេតុក្រោមឈ្មោះអ្នក ហើយអាចដកវិញបាន។
web-report-follows-gone = គ្មាននរណាឃើញវាទៀតក្នុងបញ្ជី ចំនួន និងលើរបាយការណ៍។
web-report-follows-history = វានៅក្នុងប្រវត្តិ ជាមួយឈ្មោះ និងមូលហេតុរបស់អ្នក។
web-report-alike = ប្រហែលជាបានរាយការណ៍រួចហើយ
web-report-alike-what = របាយការណ៍ទាំងនេះប្រហែលជាអំពីបុគ្គលដដែល។ សូមប្រាប់ថាមួយៗដូចគ្នាឬទេ៖ គ្មានអ្វីត្រូវបានរក្សាទុកមុននោះទេ។
web-report-alike-others = របាយការណ៍ផ្សេងដែលប្រហែលជាអំពីបុគ្គលដដែល
web-report-alike-chance = លទ្ធភាព { $percent }%
web-report-alike-why = ហេតុផល
web-report-alike-person = ទាំងពីរសំដៅលើកំណត់ត្រាបុគ្គលតែមួយ។
web-report-judge = សម្រេច …
web-report-judge-title = តើ { $first } និង { $second } ជារបាយការណ៍តែមួយឬ?
web-report-judge-act = រក្សាទុកការសម្រេច
web-report-judge-follows = គ្មានអ្វីត្រូវបានច្របាច់ចូលគ្នាទេ៖ ក្នុងចំណោមរបាយការណ៍ដែលតែមួយ ទីមួយតំណាងឱ្យទាំងអស់ ហើយនីមួយៗរក្សាលេខ និងប្រភពរបស់ខ្លួន។
web-report-judge-follows-back = របាយការណ៍នីមួយៗនៅដោយខ្លួនវាវិញ។
web-report-one-with = វាតែមួយជាមួយ { $number } ដែលតំណាងឱ្យទាំងពីរ។
web-report-sources = ប្រភពនៅក្បែរគ្នា
web-report-source-none = គ្មានប្រភព
web-report-mail = ពីអ៊ីមែល
web-report-mail-text = បិទភ្ជាប់អ៊ីមែលនៅទីនេះ
web-report-mail-hint = អ្វីដែលនៅក្រោមស្លាក ដូចជា ឈ្មោះ៖ ត្រូវដាក់ក្នុងទម្រង់។ គ្មានអ្វីត្រូវបានរក្សាទុកមុនអ្នកទទួលរបាយការណ៍ទេ។
web-report-mail-read = អានវា
web-report-mail-file = ជ្រើសឯកសារ (.eml)
web-report-mail-done = ទម្រង់ត្រូវបានបំពេញពីអ៊ីមែល។ សូមពិនិត្យចន្លោះនីមួយៗ។
web-report-mail-left = មានក្នុងនោះ តែមិនប្រាប់ថារបស់នរណា៖
web-report-mail-attachments = ឯកសារភ្ជាប់ { $count } មិនត្រូវបានរក្សាទុកទេ។
web-report-who = នរណា
web-report-what = អ្វីបានកើតឡើង
web-report-teller = អ្នកប្រាប់
web-report-name-hint = មួយបន្ទាត់មួយការសរសេរ ជាអក្សរណាក៏បាន
web-report-phone-hint = ជាមួយលេខកូដប្រទេស បើមិនមែនរបស់ប្រទេសនេះ
web-report-not-said = មិនបានប្រាប់
web-report-source = ប្រភព
web-report-source-hint = ដូចជា គ្រួសារ តាមទូរស័ព្ទ។ កុំដាក់ឈ្មោះនរណានៅទីនេះ៖ អ្នកអានរបាយការណ៍ទាំងអស់ឃើញវា។
web-report-form-what = សូមបំពេញអ្វីដែលដឹង។ ឈ្មោះ ទូរស័ព្ទ គណនី លិខិតឆ្លងដែន ទីកន្លែង ឬពាក្យចុងក្រោយ មួយគ្រប់គ្រាន់ហើយ; អ្វីផ្សេងអាចបន្ថែមក្រោយ។
web-report-form-note = អ្វីដែលវាយនៅលើទំព័រនេះ រហូតដល់របាយការណ៍ត្រូវបានទទួល។
web-report-take = ទទួលរបាយការណ៍
web-report-taken = របាយការណ៍មានលេខ { $number } ។
web-report-see = មើលរបាយការណ៍
web-report-another = កត់ត្រាមួយទៀត
web-inbox-none = គ្មានអ្វីរង់ចាំអ្នកទេ។
web-inbox-none-what = គ្មានរបាយការណ៍យឺត និយាយពីគ្រោះថ្នាក់ ឬមានពាក្យមិនស្របគ្នាទេ។
web-inbox-count = { $count }
web-inbox-all = ទាំងអស់ { $count }
web-page-of = { $from } – { $to } ក្នុងចំណោម { $total }
web-page-last = មិនអាចទៅទំព័រក្រោយទៀតបានទេ៖ បង្រួមដោយតម្រង។
web-open-record = បើកកំណត់ត្រា
web-key-save = រក្សាទុកការស្វែងរក
web-key-page-after = ទំព័របន្ទាប់
web-key-page-before = ទំព័រមុន
web-covered-record = { $kind } បានបិទបាំង

## web: record

web-record-sum = សេចក្តីថ្លែង { $statements } ពីប្រភព { $sources } { $conflicts ->
    [0] គ្មានទំនាស់
   *[other] ទំនាស់ { $conflicts }
 }
web-record-originators = ម្ចាស់ដើម { $agencies }។
web-record-grades = កម្រិត { $grades }។
web-record-no-grade = គ្មានប្រភពណាបានដាក់កម្រិត។
web-record-note = កំណត់ហេតុនៅទីតាំង { $position } { $time }
web-since = តាំងពី { $date }
web-part-victim = ជនរងគ្រោះ
web-part-suspect = ជនសង្ស័យ
web-part-witness = សាក្សី
web-part-person-of-interest = អ្នកដែលចាប់អារម្មណ៍
web-part-undetermined = មិនទាន់កំណត់
web-tab-overview = ទិដ្ឋភាពទូទៅ
web-tab-statements = សេចក្តីថ្លែង
web-tab-links = តំណ
web-tab-timeline = បន្ទាត់ពេលវេលា
web-tab-documents = ឯកសារ
web-tab-history = ប្រវត្តិ
web-group-names = ឈ្មោះ
web-group-identity = អត្តសញ្ញាណ
web-group-contact = ទំនាក់ទំនង
web-group-places = អាសយដ្ឋាន
web-group-links = តំណ
web-group-dates = កាលបរិច្ឆេទ
web-group-other = ផ្សេងៗ
web-property = លក្ខណៈ
web-value = តម្លៃ
web-grade = កម្រិត
web-original = ដូចដែលបានសរសេរ
web-written-as = សរសេរជា
web-seen = បានទទួល
web-originator = ម្ចាស់ដើម
web-commit = កំណត់ចុះ
web-statement = សេចក្តីថ្លែង
web-withdrawn = បានដកវិញ
web-values-differ = តម្លៃ { $count }
web-statements-cut = បង្ហាញសេចក្តីថ្លែង { $shown } ដំបូង ក្នុងចំណោម { $total }។
web-links-chart = តំណ { $count } ជារូប; តារាងនិយាយដូចគ្នា
web-links-more = { $count } ទៀតក្នុងតារាង
web-links-none = គ្មានតំណ
web-links-none-what = គ្មានអ្វីដែលអ្នកអាចមើល ចង្អុលមកទីនេះ ហើយកំណត់ត្រានេះមិនចង្អុលទៅណាទេ។
web-links-cut = បង្ហាញតំណ { $count } ដំបូង។
web-link = តំណ
web-link-other = កំណត់ត្រាផ្សេង
web-link-by = តាមរយៈ
web-record-timeline-none = គ្មានកាលបរិច្ឆេទ
web-record-timeline-none-what = គ្មានសេចក្តីថ្លែងបើកចំហណាផ្តល់កាលបរិច្ឆេទទេ។
web-documents-note = មូលដ្ឋាននៃសេចក្តីថ្លែង តាមសំណុំទិន្នន័យ និងប្រភព។ កំណត់ចុះនាំទៅភស្តុតាងបញ្ជាក់។
web-author = ដោយ
web-happened = អ្វីបានកើតឡើង
web-history-stated = បានថ្លែង
web-history-withdrawn = បានដកវិញ
web-history-removed = បានលុប
web-history-ended = ដោយកំណត់ចុះ { $commit } { $time }
web-history-gone = ខ្លឹមសារលែងមាន ឬសម្រាប់សវនករ
web-proof = ការបញ្ជាក់
web-proof-get = យកការបញ្ជាក់
web-proof-said = បានទាញយកការបញ្ជាក់។
web-proof-note = ការបញ្ជាក់បង្ហាញអ្នកក្រៅ ដោយគ្មានបណ្តាញ ថាថ្នាំងនេះបានចុះកំណត់សេចក្តីថ្លែង៖ `liaison verify-proof FILE` ។
web-reads = អានថា
web-beside = ពីប្រភពដូចគ្នា ក្នុងកំណត់ចុះដូចគ្នា
web-covered-what = ឈ្មោះ ទំនាក់ទំនង និងអ្វីដែលប្រាប់ថាជានរណា ត្រូវបានបិទបាំង។
web-history-whole = ប្រវត្តិគឺជាកំណត់ហេតុទាំងមូលនៃកំណត់ត្រានេះរហូតដល់ឥឡូវ។ «ដឹងនៅ» មិនធ្វើឱ្យវាខ្លីទេ។ បន្ទាត់នីមួយៗប្រាប់ថាបានដឹងតាំងពីពេលណា។
web-print-title = បោះពុម្ពកំណត់ត្រានេះ
web-print-act = កត់ត្រា ហើយបោះពុម្ព
web-print-follows-look = ការដែលអ្នកបោះពុម្ពកំណត់ត្រានេះ ត្រូវបានកត់ត្រាក្នុងចំណោមការមើល ក្រោមឈ្មោះ { $user } ជាមួយគោលបំណង និងពេលវេលា។
web-print-follows-covered = អ្វីដែលបាំងលើអេក្រង់ ក៏បាំងលើក្រដាសដែរ។
web-print-follows-open = អ្វីដែលបើកលើអេក្រង់ ក៏បើកលើក្រដាសដែរ៖ សូមរក្សាវាតាមការកំណត់របស់វា។
web-print-follows-copy = វាជាច្បាប់ចម្លងសម្រាប់ធ្វើការពីអេក្រង់ ដែលមានប្រភពនៃការពិតនីមួយៗ។ វាមិនមែនជាវត្ថុតាងបិទត្រាទេ ហើយវាប្រាប់ដូច្នេះ។
web-print-unrecorded = មិនបានបោះពុម្ពទេ៖ សូមបោះពុម្ពដោយប៊ូតុងលើអេក្រង់ ដើម្បីកត់ត្រាថាអ្នកណាបោះពុម្ព និងសម្រាប់អ្វី។
web-print-title-record = { $kind } { $id }
web-print-node = ថ្នាំង
web-print-by = បោះពុម្ពដោយ
web-print-when = បោះពុម្ពនៅ
web-print-look = បានកត់ត្រាជា
web-print-look-number = ធាតុទី { $number } នៃខ្សែការមើល
web-print-journal = កំណត់ហេតុ
web-print-copy = ច្បាប់ចម្លងសម្រាប់ធ្វើការពីអេក្រង់។ មិនមែនជាវត្ថុតាងទេ៖ វត្ថុតាងបិទត្រាមានលេខ និងការបញ្ជាក់នៃសេចក្តីថ្លែងរបស់វា។
web-print-facts = អ្វីដែលបានថ្លែង
web-print-differs = តម្លៃខុសគ្នា
web-print-sources = ប្រភព
web-print-source = សំណុំទិន្នន័យ { $dataset } ម្ចាស់ដើម { $originator } កំណត់ចុះ { $commit } បានដឹងតាំងពី { $time } ។
web-print-prepared = រៀបចំដោយ
web-print-reviewed = ពិនិត្យដោយ
web-print-page = ទំព័រ
web-reveal = បើកមើលដោយមានគោលបំណង …
web-reveal-note = មានកត់ត្រា; បើក 5 នាទី។
web-reveal-title = បើកកំណត់ត្រានេះ
web-reveal-act = កត់ត្រាការមើល ហើយបើក
web-reveal-follows-look = ការមើលត្រូវកត់ត្រាក្រោមឈ្មោះអ្នក { $user } ជាមួយគោលបំណង និងម៉ោង។ មិនអាចលុបបាន។
web-reveal-follows-time = កំណត់ត្រានឹងបិទបាំងវិញក្រោយ 5 នាទី។
web-reveal-follows-auditor = សវនករអាចឃើញវា។
web-reveal-open = បើករហូតដល់ { $time } សម្រាប់៖ { $purpose }។
web-reveal-over = កំណត់ត្រាត្រូវបិទបាំងវិញហើយ។
web-reveal-said = ការមើលបានកត់ត្រា; កំណត់ត្រាបានបើក។
web-cover-again = បិទបាំងឥឡូវ
web-purpose = គោលបំណង
web-purpose-choose = សូមជ្រើសរើសគោលបំណង
web-purpose-rescue = សង្គ្រោះ
web-purpose-victim-support = ជំនួយជនរងគ្រោះ
web-purpose-repatriation = មាតុភូមិនិវត្តន៍
web-purpose-criminal-investigation = ការស៊ើបអង្កេតឧក្រិដ្ឋកម្ម
web-purpose-asset-recovery = ការប្រមូលទ្រព្យវិញ
web-purpose-prevention = ការបង្ការ
web-purpose-statistics = ស្ថិតិ
web-purpose-audit = សវនកម្ម

## web: looks, acts on accounts, and one's own account

web-looks-what = នរណាបានបើកមើល ឬបោះពុម្ពកំណត់ត្រាណា នៅពេលណា និងដើម្បីអ្វី។
web-acts-what = អ្វីដែលបានធ្វើលើគណនី វគ្គ និងថូខឹន ដោយនរណា និងនៅពេលណា។
web-looks-note = កំណត់ត្រានៅទីនេះតាមលេខសម្គាល់ ដោយគ្មានឈ្មោះ។
web-looks-records = ការមើលកំណត់ត្រា
web-looks-accounts = សកម្មភាពលើគណនី
web-looks-number = លេខ
web-looks-time = ពេលវេលា
web-looks-officer = មន្ត្រី
web-looks-by = ធ្វើដោយ
web-looks-record = កំណត់ត្រា
web-looks-roles = តួនាទី
web-looks-detail = តួនាទី វិសាលភាព
web-looks-way = របៀប
web-looks-nobody = គ្មាននរណាបានចូល
web-looks-confirmed = បញ្ជាក់ដោយ { $name }
web-looks-no-purpose = មិនបានប្រាប់
web-looks-more = និង { $count } ទៀត
web-looks-newest = ថ្មីបំផុត
web-looks-older = ចាស់ជាងនេះ
web-looks-csv-what = CSV មានថ្មីបំផុតយ៉ាងច្រើន { $count }។
web-looks-none = មិនទាន់មានធាតុទេ
web-looks-none-what = អ្នកដែលបើកមើល ឬបោះពុម្ពកំណត់ត្រា ឬធ្វើអ្វីលើគណនី បន្សល់ធាតុនៅទីនេះ។
web-looks-none-such = គ្មានធាតុបែបនេះទេ
web-looks-none-such-what = ឈ្មោះ និងលេខសម្គាល់ត្រូវដូចគ្នាទាំងមូល។ លក្ខខណ្ឌតិចជាង រកឃើញច្រើនជាង។
web-looks-said = { $count ->
    [0] គ្មានធាតុទេ។
   *[other] { $count } ធាតុ។
}
web-way-records-id = បើកមើលលើអេក្រង់
web-way-records-id-print = បានបោះពុម្ព
web-way-show = បើកមើលដោយពាក្យបញ្ជា
web-way-proof = ភស្តុតាង
web-way-export = ការនាំចេញ
web-act-made-account = បានបង្កើតគណនី
web-act-roles-changed = បានប្តូរតួនាទី
web-act-disabled-account = បានបិទគណនី
web-act-reset-account = បានកំណត់គណនីឡើងវិញ
web-act-confirmation-failed = ការបញ្ជាក់មិនបានសម្រេច
web-act-signed-in = បានចូល
web-act-sign-in-failed = ការចូលមិនបានសម្រេច
web-act-signed-out = បានចេញ
web-act-session-ended = វគ្គមួយបានចប់
web-act-sessions-ended = វគ្គបានចប់
web-act-password-changed = បានប្តូរពាក្យសម្ងាត់
web-act-password-refused = បានបដិសេធការប្តូរពាក្យសម្ងាត់
web-act-made-token = បានបង្កើតថូខឹន
web-act-revoked-token = បានដកសុពលភាពថូខឹន
web-scope-read = អាន
web-scope-import = នាំចូល
web-scope-export = នាំចេញ
web-scope-health = សុខភាព
web-password-title = ប្តូរពាក្យសម្ងាត់
web-password-what = ដោយពាក្យសម្ងាត់បច្ចុប្បន្ន និងលេខកូដ។ វគ្គផ្សេងរបស់អ្នកចប់; វគ្គនេះនៅដដែល។
web-password-present = ពាក្យសម្ងាត់បច្ចុប្បន្ន
web-password-new = ពាក្យសម្ងាត់ថ្មី
web-password-new-what = យ៉ាងតិច { $count } តួអក្សរ។ ប្រយោគមួយល្អបំផុត។
web-password-again = ពាក្យសម្ងាត់ថ្មីម្តងទៀត
web-password-unlike = ទាំងពីរមិនដូចគ្នាទេ។
web-password-code-what = លេខកូដថ្មីពីកម្មវិធីផ្ទៀងផ្ទាត់៖ លេខនីមួយៗប្រើបានតែម្តង។
web-password-change = ប្តូរ
web-password-changed = { $count ->
    [0] បានប្តូរពាក្យសម្ងាត់។ គ្មានវគ្គផ្សេងបើកទេ។
   *[other] បានប្តូរពាក្យសម្ងាត់។ វគ្គផ្សេង { $count } បានចប់។
}
web-sessions = វគ្គដែលបើក
web-sessions-what = កន្លែងដែលអ្នកបានចូល។ សូមបញ្ចប់វគ្គដែលអ្នកមិនស្គាល់ ហើយប្តូរពាក្យសម្ងាត់។
web-session-begun = បានចាប់ផ្តើម
web-session-used = ប្រើចុងក្រោយ
web-session-ends = ផុតកំណត់
web-session-address = អាសយដ្ឋាន
web-session-act = សកម្មភាព
web-session-this = វគ្គនេះ
web-session-end = បញ្ចប់
web-session-end-title = បញ្ចប់វគ្គនេះ
web-session-follows = វគ្គពី { $address } ដែលចាប់ផ្តើម { $time } ចប់ភ្លាម។
web-session-follows-recorded = វាត្រូវបានកត់ត្រាក្នុងសកម្មភាពលើគណនី។
web-sessions-end-others = បញ្ចប់វគ្គផ្សេងទាំងអស់
web-sessions-follows-others = { $count ->
   *[other] វគ្គផ្សេង { $count } របស់អ្នកចប់ភ្លាម។
}
web-sessions-ended-said = បានចប់។

## web: import and activity

web-activity-none = គ្មានការងារ
web-activity-none-what = ការនាំចូលនៅទីនេះជាមួយដំណើរការ ទោះចាកចេញពីទំព័រក៏ដោយ។
web-import-file = ឯកសារ
web-import-officer = អ្នកផ្ញើ
web-import-state = ស្ថានភាព
web-import-sent = បានផ្ញើ
web-import-rows = ជួរ
web-import-new = សេចក្តីថ្លែងថ្មី
web-import-aside = ជួរដាក់ដោយឡែក
web-import-imported = ជួរបាននាំចូល
web-import-mended = ជួរបានកែ
web-import-entities = កំណត់ត្រា
web-import-nothing-new = គ្មានអ្វីថ្មី
web-import-undone-by = ដកវិញដោយ { $commit }
web-import-state-sent = រង់ចាំសម្រេច
web-import-state-running = កំពុងដំណើរការ
web-import-state-done = ក្នុងកំណត់ហេតុ
web-import-state-failed = បរាជ័យ
web-import-state-stopped = បានបញ្ឈប់
web-import-state-undone = បានដកវិញ
web-import-note = ការនាំចូលមិនចែករំលែកអ្វីទេ។
web-import-choose = ជ្រើសឯកសារ ឬទម្លាក់នៅទីនេះ
web-import-what = តារាង (CSV, XLSX), FollowTheMoney, បញ្ជី OFAC និង UN។ មិនអានជាស្ថាពរមុនអ្នកឃើញអត្ថន័យជួរឈរទេ។
web-import-sending = កំពុងផ្ញើឯកសារ
web-import-size = { $bytes } បៃ
web-import-sent-by = ផ្ញើដោយ { $officer }
web-import-not-yours = { $officer } បានផ្ញើឯកសារនេះ ហើយសម្រេចអត្ថន័យជួរឈរ។ អ្នកអាចបោះចោលវា។
web-import-rows-not-yours = ជួរដែលទុកដោយឡែក បង្ហាញតែដល់ { $officer } ប៉ុណ្ណោះ។
web-import-stop = បញ្ឈប់
web-import-discard = បោះចោលឯកសារ
web-import-discard-title = បោះចោលឯកសារនេះ
web-import-discard-follows = “{ $file }” និងអ្វីដែលបានសម្រេចអំពីជួរឈររបស់វា ត្រូវលុបចេញពីថ្នាំងនេះ។
web-import-discard-journal = គ្មានអ្វីរបស់វានៅក្នុងកំណត់ហេតុទេ ដូច្នេះគ្មានអ្វីត្រូវដកវិញទេ។
web-import-discarded-said = បានបោះចោល “{ $file }”។
web-import-undo = ដកការនាំចូលវិញ
web-import-other = ឯកសារផ្សេង
web-import-failed = ការនាំចូលបានបរាជ័យ។
web-import-nothing-kept = គ្មានអ្វីក្នុងកំណត់ហេតុទេ; ឯកសារនៅទីនេះ អ្នកអាចចាប់ផ្តើមម្តងទៀត។
web-import-stopped-what = ការនាំចូលនេះបានបញ្ឈប់ ឬដាច់។ គ្មានអ្វីក្នុងកំណត់ហេតុទេ; ចាប់ផ្តើមម្តងទៀតខាងក្រោម។
web-import-undone-what = អ្វីៗដែលការនាំចូលនេះបាននាំមក ត្រូវបានដកវិញ។ កំណត់ហេតុបង្ហាញថាវាធ្លាប់មាន។
web-import-mapping = អត្ថន័យជួរឈរ
web-import-mapping-what = យកជួរឈរ { $taken } ក្នុងចំណោម { $all }។ កែអ្វីដែលខុស; មិនទាយនៅពេលក្រោយទេ។
web-import-column = ជួរឈរ
web-import-means = មានន័យថា
web-import-means-of = អត្ថន័យនៃ { $column }
web-import-why = ហេតុអ្វី
web-import-by-you = អ្នកបានជ្រើស
web-import-preview = ជួរដំបូងៗ
web-import-left-out = ទុកចោល
web-import-no-mapping = អានជា { $format }៖ ស្គាល់វាលរួចហើយ គ្មានអ្វីត្រូវសម្រេច។
web-import-about = អំពីឯកសារ
web-import-dataset-what = ទុកទទេ៖ ឈ្មោះឯកសារ។
web-import-source-what = អ្នកប្រគល់ ឬឯកសារ។ កុំដាក់ឈ្មោះជនរងគ្រោះ។
web-import-grade = កម្រិត
web-import-grade-none = មិនដាក់កម្រិត
web-import-grade-what = ភាពទុកចិត្តប្រភព A–F ភាពគួរឱ្យជឿ 1–6។
web-import-handling-own = ម្ចាស់ដើមប៉ុណ្ណោះ
web-import-handling-what = ទុកដដែល៖ គ្មានអ្វីចេញពីថ្នាំងនេះ។
web-import-follows = ជួរដែលអានបានទាំងអស់ក្លាយជាសេចក្តីថ្លែងមានហត្ថលេខា ក្នុងកំណត់ចុះតែមួយ។ ជួរដែលអានមិនបានដាក់ដោយឡែក មិនបាត់អ្វីផ្សេងទេ។ អាចដកការនាំចូលវិញបាន។
web-import-start = នាំចូល
web-import-reading = អានបាន { $rows } ជួរ { $rate } ក្នុងមួយវិនាទី
web-import-folding = បានសរសេរ និងចុះហត្ថលេខា; សេចក្តីថ្លែង { $statements } បង្ហាញហើយ
web-import-leave = អ្នកអាចចាកចេញពីទំព័រនេះ៖ ការនាំចូលបន្ត ហើយសកម្មភាពបង្ហាញវា។
web-import-see = មើលអ្វីដែលបានចូល
web-import-problem-rows = ជួរ { $count } ត្រូវដាក់ដោយឡែក
web-import-mend-what = សូមកែក្រឡា ហើយនាំចូលជួរទាំងនេះម្ដងទៀត។ ជួរផ្សេងទៀតនៅដដែល។ អ្វីដែលអ្នកវាយត្រូវបានរក្សាទុកជាមួយឯកសារនៅលើថ្នាំង សម្រាប់តែអ្នក រហូតដល់ផ្ញើ ឬដកការនាំចូលវិញ។
web-import-row = ជួរ
web-import-problem = បញ្ហា
web-import-problems = តម្លៃដែលទុកចោល
web-import-cell = { $column } ជួរ { $row }
web-import-mend = { $count ->
    [0] នាំចូលជួរដែលបានកែ
   *[other] នាំចូល { $count } ជួរដែលបានកែ
 }
web-import-mended-said = { $count ->
    [0] មិនទាន់អានជួរណាបានទេ
   *[other] { $count } ជួរនៅក្នុងកំណត់ហេតុ
 }
web-import-undo-title = ដកការនាំចូលនេះវិញ
web-import-undo-act = ដកអ្វីៗដែលវាបាននាំមក
web-import-undo-follows = សេចក្តីថ្លែង { $statements } នៃកំណត់ចុះ { $commits } ត្រូវលាក់ពីមនុស្សទាំងអស់ គ្រប់ទីកន្លែងលើថ្នាំងនេះ។
web-import-undo-stays = កំណត់ហេតុរក្សាថាវាធ្លាប់មាន និងអ្នកណាដកវិញ ព្រោះអ្វី។

## workbench: resolving

web-screen-resolve = វិនិច្ឆ័យអត្តសញ្ញាណ
web-tab-similar = ស្រដៀងគ្នា
web-key-go-resolve = ទៅវិនិច្ឆ័យអត្តសញ្ញាណ
web-key-same = ដូចគ្នា
web-key-different = ខុសគ្នា
web-key-unsure = មិនច្បាស់
web-key-undo = ដកចុងក្រោយវិញ
web-key-next-pair = គូបន្ទាប់
web-key-pair-before = គូមុន
web-verdict-same = ដូចគ្នា
web-verdict-different = ខុសគ្នា
web-verdict-unsure = មិនច្បាស់
web-resolve-queue = គូដែលរង់ចាំ
web-resolve-kind = ប្រភេទកំណត់ត្រា
web-resolve-kind-every = គ្រប់ប្រភេទ
web-resolve-pair = គូដែលបានជ្រើស
web-resolve-count = { $count } គូ តាមទម្ងន់
web-resolve-more = បង្ហាញ { $count } គូទៀត
web-resolve-question = តើពីរនេះជាតែមួយឬ?
web-resolve-odds = សរុប { $bits } ប៊ីត ប្រហែល { $odds } ទល់ 1 ក្នុងចំណោមកំណត់ត្រា { $records }
web-resolve-odds-sure = សរុប { $bits } ប៊ីត លើសពីមួយលានទល់ 1 ក្នុងចំណោមកំណត់ត្រា { $records }
web-resolve-note = ទម្ងន់៖ log2 នៃអនុបាតទំនង Fellegi–Sunter
web-resolve-reason-what = រក្សាក្នុងកំណត់ហេតុ។ ស្នើពីទម្ងន់; សូមសរសេរដោយខ្លួនឯង ហើយកុំបញ្ចេញឈ្មោះនរណា។
web-resolve-follows = គ្មានអ្វីត្រូវបានបញ្ចូលគ្នាទេ៖ កំណត់ត្រាទាំងពីរនៅដដែល។ ការដកវិញធ្វើឲ្យគូត្រឡប់មកវិញ។ តួនាទីក្នុងសំណុំរឿងមិនផ្ទេរទេ។
web-resolve-undo = ដកចុងក្រោយវិញ
web-resolve-undo-reason = ដកវិញនៅលើអេក្រង់ ភ្លាមៗក្រោយការវិនិច្ឆ័យ។
web-resolve-nothing = គ្មានគូរង់ចាំទេ
web-resolve-nothing-what = គ្មានកំណត់ត្រាពីរដែលអ្នកអាចមើល មានឈ្មោះ ឬលេខរួមគ្នា ឬទាំងអស់ត្រូវបានវិនិច្ឆ័យរួចហើយ។
web-resolve-done = { $verdict } កំណត់ចុះ { $commit }។
web-resolve-undone = បានដកកំណត់ចុះ { $commit } វិញ។
web-resolve-last = ចុងក្រោយ៖ { $verdict } កំណត់ចុះ { $commit }។
web-weights = អ្វីដែលគាំទ្រ និងប្រឆាំង
web-weights-kind = លក្ខណៈ
web-weights-first = ទីមួយ
web-weights-second = ទីពីរ
web-weights-agreement = ការប្រៀបធៀប
web-weights-bits = ទម្ងន់ (ប៊ីត)
web-weights-start = ចាប់ផ្តើម
web-weights-start-what = ឈ្មោះ ឬលេខបានភ្ជាប់ពួកវា
web-weights-total = សរុប
web-weights-legend = ពេញ៖ គាំទ្រ; ដាច់ៗ៖ ប្រឆាំង; រង្វង់៖ គ្មានភស្តុតាង
web-similar-none = គ្មានអ្វីស្រដៀងទេ
web-similar-none-what = គ្មានកំណត់ត្រាដែលអ្នកអាចមើល មានឈ្មោះ ឬលេខរួមជាមួយវាទេ។
web-similar-judged = { $verdict } វិនិច្ឆ័យដោយ { $user } { $time } កំណត់ចុះ { $commit }៖
web-similar-take-back = ដកវិញ
web-similar-take-back-title = ដកការវិនិច្ឆ័យនេះវិញ
web-similar-take-back-follows = អ្នកណាជាតែមួយ ត្រឡប់ទៅដូចមុនការវិនិច្ឆ័យនេះ។ វានៅក្នុងប្រវត្តិ ជាមួយមូលហេតុរបស់អ្នក។
web-one-with = វិនិច្ឆ័យថាជាតែមួយជាមួយ { $count }៖
web-said-alike = អានដូចគ្នា
web-one-with-others = តែមួយជាមួយកំណត់ត្រាផ្សេង { $count }
