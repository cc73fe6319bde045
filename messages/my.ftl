# Liaison in Burmese. Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = မီနူး
web-close = ပိတ်ရန်
web-cancel = မလုပ်တော့ပါ
web-help = အကူအညီ
web-loading = ဖွင့်နေသည်
web-again = ထပ်ကြိုးစားပါ
web-screens = မျက်နှာပြင်များ
web-language = ဘာသာစကား
web-screen-situation = အခြေအနေ
web-screen-search = လူများနှင့် အဖွဲ့အစည်းများ
web-screen-record = မှတ်တမ်း
web-screen-import = တင်သွင်းရန်
web-screen-activity = လုပ်ဆောင်မှု
web-rail-know = သိရှိရန်
web-rail-set-up = ပြင်ဆင်ရန်
web-search-label = ရှာဖွေရန်
web-search-hint = စာ၊ နံပါတ် သို့မဟုတ် နေရာ ရှာပါ
web-known-on = သိရှိသည့်အချိန်
web-known-now = ယခု
web-range = အချိန်ကာလ
web-range-all = ရက်စွဲအားလုံး
web-account = အကောင့်
web-sign-in = ဝင်ရန်
web-sign-out = ထွက်ရန်
web-sign-in-name = အကောင့်
web-sign-in-password = စကားဝှက်
web-sign-in-code = ကုဒ်
web-keys = ခလုတ်များ
web-evidence = အထောက်အထား
web-demonstration = စိတ်ကူးယဉ် လူများနှင့် အကောင့်များ
check-page-language = မြန်မာ
check-page-title = ဒီအလုပ်ကမ်းလှမ်းချက် ဘေးကင်းလား
check-page-check = စစ်ဆေးပါ
