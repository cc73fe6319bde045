# Liaison in Lao. Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = ເມນູ
web-close = ປິດ
web-cancel = ຍົກເລີກ
web-help = ຊ່ວຍເຫຼືອ
web-loading = ກຳລັງໂຫຼດ
web-again = ລອງອີກ
web-screens = ໜ້າຈໍ
web-language = ພາສາ
web-screen-situation = ສະຖານະການ
web-screen-search = ບຸກຄົນ ແລະ ອົງການ
web-screen-record = ບັນທຶກ
web-screen-import = ນຳເຂົ້າ
web-screen-activity = ກິດຈະກຳ
web-rail-know = ຮັບຮູ້
web-rail-set-up = ຕັ້ງຄ່າ
web-search-label = ຄົ້ນຫາ
web-search-hint = ຄົ້ນຫາທຸກອັກສອນ ເລກ ຫຼື ສະຖານທີ່
web-known-on = ຕາມທີ່ຮູ້ເມື່ອ
web-known-now = ດຽວນີ້
web-range = ຊ່ວງເວລາ
web-range-all = ທຸກວັນທີ
web-account = ບັນຊີ
web-sign-in = ເຂົ້າລະບົບ
web-sign-out = ອອກຈາກລະບົບ
web-sign-in-name = ບັນຊີ
web-sign-in-password = ລະຫັດຜ່ານ
web-sign-in-code = ລະຫັດ
web-keys = ແປ້ນ
web-evidence = ຫຼັກຖານ
web-demonstration = ບຸກຄົນ ແລະ ບັນຊີສົມມຸດ
check-page-language = ລາວ
check-page-title = ວຽກທີ່ສະເໜີນີ້ປອດໄພບໍ?
check-page-check = ກວດ
