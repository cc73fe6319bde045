# Liaison in Vietnamese. Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = Trình đơn
web-close = Đóng
web-cancel = Hủy
web-help = Trợ giúp
web-loading = Đang tải
web-again = Thử lại
web-screens = Màn hình
web-language = Ngôn ngữ
web-screen-situation = Tình hình
web-screen-search = Người và tổ chức
web-screen-record = Hồ sơ
web-screen-import = Nhập
web-screen-activity = Hoạt động
web-rail-know = Nắm tin
web-rail-set-up = Thiết lập
web-search-label = Tìm kiếm
web-search-hint = Tìm mọi chữ viết, số hoặc địa điểm
web-known-on = Như đã biết vào
web-known-now = bây giờ
web-range = Khoảng thời gian
web-range-all = Mọi ngày
web-account = Tài khoản
web-sign-in = Đăng nhập
web-sign-out = Đăng xuất
web-sign-in-name = Tài khoản
web-sign-in-password = Mật khẩu
web-sign-in-code = Mã
web-keys = Phím
web-evidence = Chứng cứ
web-demonstration = Người và tài khoản hư cấu
