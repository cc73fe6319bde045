# Liaison in Indonesian. Not checked by a speaker of the language yet.
# Begun: the words of the frame. What is missing stands in English.

web-menu = Menu
web-close = Tutup
web-cancel = Batal
web-help = Bantuan
web-loading = Memuat
web-again = Coba lagi
web-screens = Layar
web-language = Bahasa
web-screen-situation = Situasi
web-screen-search = Orang dan organisasi
web-screen-record = Catatan
web-screen-import = Impor
web-screen-activity = Aktivitas
web-rail-know = Ketahui
web-rail-set-up = Atur
web-search-label = Cari
web-search-hint = Cari aksara, nomor, atau tempat apa pun
web-known-on = Yang diketahui pada
web-known-now = sekarang
web-range = Rentang waktu
web-range-all = Semua tanggal
web-account = Akun
web-sign-in = Masuk
web-sign-out = Keluar
web-sign-in-name = Akun
web-sign-in-password = Kata sandi
web-sign-in-code = Kode
web-keys = Tombol
web-evidence = Bukti
web-demonstration = Orang dan akun fiktif
