# Liaison in Chinese (simplified). Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = 菜单
web-close = 关闭
web-cancel = 取消
web-help = 帮助
web-loading = 正在加载
web-again = 重试
web-screens = 界面
web-language = 语言
web-screen-situation = 态势
web-screen-search = 人员与组织
web-screen-record = 记录
web-screen-import = 导入
web-screen-activity = 任务
web-rail-know = 掌握
web-rail-set-up = 设置
web-search-label = 搜索
web-search-hint = 搜索任何文字、号码或地点
web-known-on = 截至所知
web-known-now = 现在
web-range = 时间范围
web-range-all = 所有日期
web-account = 账户
web-sign-in = 登录
web-sign-out = 退出
web-sign-in-name = 账户
web-sign-in-password = 密码
web-sign-in-code = 验证码
web-keys = 按键
web-evidence = 证据
web-demonstration = 虚构的人员与账户
