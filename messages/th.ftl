# Liaison in Thai. Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = เมนู
web-close = ปิด
web-cancel = ยกเลิก
web-help = ความช่วยเหลือ
web-loading = กำลังโหลด
web-again = ลองอีกครั้ง
web-screens = หน้าจอ
web-language = ภาษา
web-screen-situation = สถานการณ์
web-screen-search = บุคคลและองค์กร
web-screen-record = บันทึก
web-screen-import = นำเข้า
web-screen-activity = กิจกรรม
web-rail-know = รับรู้
web-rail-set-up = ตั้งค่า
web-search-label = ค้นหา
web-search-hint = ค้นหาทุกอักษร หมายเลข หรือสถานที่
web-known-on = ตามที่ทราบเมื่อ
web-known-now = ขณะนี้
web-range = ช่วงเวลา
web-range-all = ทุกวันที่
web-account = บัญชี
web-sign-in = เข้าสู่ระบบ
web-sign-out = ออกจากระบบ
web-sign-in-name = บัญชี
web-sign-in-password = รหัสผ่าน
web-sign-in-code = รหัส
web-keys = แป้น
web-evidence = หลักฐาน
web-demonstration = บุคคลและบัญชีสมมติ
check-page-language = ไทย
check-page-title = งานที่เสนอนี้ปลอดภัยไหม
check-page-paste = วางข้อความเสนองานที่นี่
check-page-kept = ไม่มีการเก็บข้อมูล คำตอบมาจากข้อความนี้และรายการสาธารณะเท่านั้น
check-page-check = ตรวจสอบ
check-page-empty = โปรดวางข้อความก่อน
check-page-limit = ส่งมาหลายข้อความแล้ว โปรดรอสิบนาที
check-page-many = มีสัญญาณมากของข้อเสนอที่ล่อคนไปบังคับใช้แรงงาน
check-page-some = มีสัญญาณบางอย่างของข้อเสนอที่ล่อคนไปบังคับใช้แรงงาน
check-page-few = พบสัญญาณที่รู้จักน้อย แต่ไม่ได้แปลว่าปลอดภัย
check-page-advice = ก่อนตอบ
check-page-advice-passport = อย่าส่งหนังสือเดินทางหรือสำเนาให้ใคร และอย่ายื่นให้ใครเก็บ
check-page-advice-held = ถ้าคุณหรือคนรู้จักถูกกักตัว โทรหาตำรวจหรือสถานทูต ผู้ถูกบังคับไม่ใช่ผู้ผิด

## exhibits: sealed

exhibit-page-number = พยานเอกสาร
exhibit-page-case = คดี
exhibit-page-agency = หน่วยงาน
exhibit-page-officer = จัดทำโดย
exhibit-page-sealed = ผนึกเมื่อ
exhibit-page-sources = แหล่งที่มา
exhibit-page-committed = คอมมิต { $commit }, { $time }
exhibit-page-redacted = ส่วนที่ตัดออก
exhibit-page-redacted-none = ไม่มีส่วนที่อ้างถึงถูกตัดออก
exhibit-page-covered = ระบุตัวบุคคล
exhibit-page-method = วิธีตรวจสอบ
exhibit-page-how = แต่ละข้อความมีหลักฐานว่าโหนดของหน่วยงานได้บันทึกไว้แล้ว ค่าแฮชของทั้งหมดถูกบันทึกเมื่อผนึก ด้วยไฟล์ชุดนี้ คำสั่ง "liaison exhibit verify" ตรวจได้ทั้งสองอย่างโดยไม่ต้องถามใคร
exhibit-page-hash = SHA-256 ของพยานเอกสาร
exhibit-page-root = ลายนิ้วมือของกุญแจราก
exhibit-page-seal = คอมมิตของการผนึก
exhibit-page-checkpoint = บันทึกเมื่อผนึก
exhibit-page-program = โปรแกรม
exhibit-page-prepared = จัดทำโดย
exhibit-page-reviewed = ตรวจทานโดย
