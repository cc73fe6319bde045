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
