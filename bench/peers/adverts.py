"""Reads made-up adverts with `liaison advert` and with others' programs, and says how well and at what cost each did:
scikit-learn (character TF-IDF with logistic regression), datasketch and rensa (MinHash). Run from the root of the
checkout, after `cargo build --release -p liaison-cli`:

    python3 bench/peers/adverts.py [--texts N] [--liaison target/release/liaison] [--no-peers]

No public labelled set is here. The texts are put together from phrases in six languages; labels say which phrases
were taken. A third of the phrases of either kind never occurs in training. So the figures compare programs on one
task; they say nothing about the world. Installs the packages into target/venv-adverts when they are not there.
"""

import argparse
import json
import os
import random
import subprocess
import tempfile
import time
from collections import Counter

import packages

PACKAGES = ["scikit-learn", "datasketch", "rensa"]
SEED = 8

# Per language: phrases of lures, of ordinary adverts, of news, and of either kind.
PHRASES = {
    "ko": (
        ["고수익 보장", "경력 무관", "항공권 지원", "숙식 제공", "여권만 있으면 됩니다", "누구나 가능", "당일 출국", "해외 채팅 상담", "빚 있는 분 환영"],
        ["4대보험 가입", "퇴직금 별도", "면접 후 결정", "주 5일 근무", "근로계약서 작성", "연차 보장", "사무실 출근", "경력 3년 이상", "이력서 제출"],
        ["경찰은 밝혔다", "일당을 구속했다", "피해자는 감금됐다", "주의를 당부했다", "외교부는 전했다", "고수익을 미끼로"],
        ["직원 모집", "상담원 채용", "컴퓨터 사용", "근무지 안내", "많은 지원 바랍니다", "20대 30대"],
    ),
    "en": (
        ["no experience needed", "flight and visa covered", "free accommodation", "earn up to 3000 USD", "start this week", "passport is all you need",
         "easy typing work", "office abroad", "debts are no problem"],
        ["bachelor degree required", "paid leave", "health insurance", "interview at our office", "employment contract", "five years of experience",
         "send your resume", "office hours nine to five", "pension plan"],
        ["police said on Monday", "victims were rescued", "the embassy advised", "suspects were arrested", "according to officials", "lured by high pay"],
        ["sales staff wanted", "customer service team", "young and motivated", "good computer skills", "apply now", "join our team"],
    ),
    "zh": (
        ["无需经验", "包吃包住", "报销机票", "月入过万", "办签证", "园区直招", "有护照即可", "欠债也可以", "马上出发"],
        ["五险一金", "周末双休", "本科学历", "签订劳动合同", "公司面试", "三年经验", "年终奖金", "带薪年假", "投递简历"],
        ["警方通报", "受害人报案", "记者获悉", "大使馆提醒", "抓获嫌疑人", "以高薪为诱饵"],
        ["招聘客服", "销售人员", "打字员", "欢迎加入", "名额有限", "工作稳定"],
    ),
    "id": (
        ["tanpa pengalaman", "tiket ditanggung", "gaji besar", "mess gratis", "langsung berangkat", "paspor dibantu", "tidak perlu ijazah", "kerja di luar negeri", "bisa mengetik"],
        ["pendidikan minimal S1", "bpjs kesehatan", "kirim cv ke kantor", "kontrak kerja resmi", "pengalaman dua tahun", "interview di kantor", "tunjangan hari raya",
         "jam kerja normal", "cuti tahunan"],
        ["polisi menangkap tersangka", "korban dipulangkan", "kemlu mengimbau", "menurut laporan", "diiming-imingi gaji besar", "pelaku ditahan"],
        ["lowongan admin", "staf layanan pelanggan", "segera hubungi", "pria dan wanita", "usia maksimal 35", "penempatan segera"],
    ),
    "th": (
        ["ไม่ต้องมีประสบการณ์", "ที่พักฟรี", "มีรถรับส่ง", "รายได้สูง", "งานชายแดน", "ทำพาสปอร์ตให้", "เดินทางวันนี้", "รับคนมีหนี้", "งานง่ายมาก"],
        ["ประกันสังคม", "วุฒิปริญญาตรี", "สัมภาษณ์ที่บริษัท", "โบนัสประจำปี", "วันหยุดนักขัตฤกษ์", "ประสบการณ์สองปี", "ส่งประวัติย่อ", "สัญญาจ้างงาน", "กองทุนสำรอง"],
        ["ตำรวจจับกุม", "ผู้เสียหายแจ้งความ", "เตือนประชาชน", "ผู้สื่อข่าวรายงาน", "อ้างรายได้สูง", "ถูกหลอกไปทำงาน"],
        ["รับแอดมิน", "พนักงานขาย", "สมัครด่วน", "รับหลายอัตรา", "ใช้คอมพิวเตอร์ได้", "ชายหรือหญิง"],
    ),
    "vi": (
        ["việc nhẹ lương cao", "không cần kinh nghiệm", "bao ăn ở", "lo hộ chiếu", "đi ngay trong tuần", "làm việc ở nước ngoài", "bao xe đưa đón", "không cần bằng cấp", "nợ cũng nhận"],
        ["bảo hiểm xã hội", "phỏng vấn trực tiếp", "tốt nghiệp đại học", "hợp đồng lao động", "nghỉ phép năm", "kinh nghiệm hai năm", "nộp hồ sơ tại văn phòng",
         "thưởng cuối năm", "làm giờ hành chính"],
        ["công an cảnh báo", "nạn nhân được giải cứu", "khởi tố bị can", "theo báo cáo", "chiêu trò lương cao", "cơ quan điều tra"],
        ["tuyển nhân viên", "chăm sóc khách hàng", "liên hệ ngay", "nam nữ đều được", "biết vi tính", "số lượng có hạn"],
    ),
}
# What people write for a letter so that nobody finds it.
LOOKALIKES = {
    "a": "аɑαａ𝐚", "b": "ЬƅƄｂ", "c": "сϲｃ𝐜", "d": "ԁɗｄ", "e": "еҽｅ𝐞", "g": "ɡցｇ", "h": "һհｈ", "i": "іıｉ𝐢", "j": "јｊ",
    "k": "κｋ", "l": "ӏｌ𝐥", "m": "ｍ𝐦", "n": "ոｎ𝐧", "o": "оοօｏ0", "p": "рρｐ", "r": "гｒ", "s": "ѕｓ5", "t": "τｔ𝐭",
    "u": "υսｕ", "v": "ѵνｖ", "w": "ԝｗ", "x": "хｘ", "y": "уүｙ", "z": "ᴢｚ",
}


def text_of(draw: random.Random, lure: bool, fresh: bool) -> str:
    lures, ordinary, news, either = draw.choice(list(PHRASES.values()))

    def some(phrases: list[str], least: int, most: int) -> list[str]:
        third = len(phrases) // 3
        pool = phrases if fresh else phrases[third:]
        return draw.sample(pool, min(len(pool), draw.randint(least, most)))

    kind = lures if lure else draw.choice([ordinary, news])
    other = ordinary if lure else lures
    words = some(kind, 1, 3) + some(either, 1, 4) + some(other, 0, 1)
    draw.shuffle(words)
    return draw.choice([", ", ". ", " / ", "\n"]).join(words) + f" {draw.randint(1, 9999)}"


def disguised(draw: random.Random, text: str, share: float) -> str:
    def letter(one: str) -> str:
        if draw.random() >= share:
            return one
        if one.lower() in LOOKALIKES:
            return draw.choice(LOOKALIKES[one.lower()])
        return one + draw.choice(["\u200b", "", "", "."]) if one.isalpha() else one

    return "".join(letter(one) for one in text)


def labelled(draw: random.Random, count: int, fresh: bool) -> list[dict]:
    rows = []
    for at in range(count):
        lure = draw.random() < 0.5
        rows.append({"id": str(at), "text": text_of(draw, lure, fresh), "label": int(lure)})
    return rows


def campaigns(draw: random.Random, count: int) -> tuple[list[dict], list[int]]:
    """Adverts of hands: each has a template and a contact, two hands share a template."""
    hands, templates = max(count // 25, 2), []
    for _ in range((hands + 1) // 2):
        templates.append([text_of(draw, True, True), text_of(draw, True, True)])
    rows, truth = [], []
    for at in range(count):
        hand = draw.randrange(hands)
        first, second = templates[hand // 2]
        pay, extra = draw.randint(10, 99) * 100, draw.choice(["", "!", " 급구", " hot", "‼️"])
        rows.append({"id": str(at), "text": f"{first}{extra} {pay} USD monthly. {second} Telegram @hand_{hand:05}"})
        truth.append(hand)
    return rows, truth


def pairs(truth: list, found: list) -> tuple[float, float]:
    def count(keys) -> int:
        return sum(size * (size - 1) // 2 for size in Counter(keys).values())

    both = count(zip(truth, found))
    return both / max(count(found), 1), both / max(count(truth), 1)




def write(path: str, rows: list[dict]) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def lines(command: list[str]) -> list[dict]:
    out = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    return [json.loads(line) for line in out.splitlines()]


def average_precision(scored: list[tuple[float, int]]) -> float:
    scored = sorted(scored, reverse=True)
    found, area, all_of_them = 0, 0.0, sum(label for _, label in scored)
    for at, (_, label) in enumerate(scored, 1):
        found += label
        area += label * found / at
    return area / all_of_them


def recall(scores: list[float]) -> float:
    return sum(score >= 0.5 for score in scores) / len(scores)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--texts", type=int, default=4000)
    parser.add_argument("--liaison", default=os.path.join("target", "release", "liaison"))
    parser.add_argument("--no-peers", action="store_true")
    options = parser.parse_args()
    draw = random.Random(SEED)
    train, test = labelled(draw, options.texts, False), labelled(draw, options.texts, True)
    lures = [row for row in test if row["label"]]
    hidden = [row | {"text": disguised(draw, row["text"], 0.3)} for row in lures]
    print("| program | average precision | recall at 0.5 | recall when disguised | false alarms | train s | score s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        names = {name: os.path.join(folder, name) for name in ["train", "test", "hidden", "model", "hands"]}
        for name, rows in [("train", train), ("test", test), ("hidden", hidden)]:
            write(names[name], rows)
        started = time.perf_counter()
        subprocess.run([options.liaison, "advert", "train", names["train"], "--label", "label", "--out", names["model"]], check=True, stdout=subprocess.DEVNULL)
        trained = time.perf_counter()
        for title, more in [("liaison, lexicon alone", []), ("liaison, trained", ["--model", names["model"]])]:
            before = time.perf_counter()
            told = [row["score"] for row in lines([options.liaison, "advert", "score", names["test"], *more])]
            took = time.perf_counter() - before
            secret = [row["score"] for row in lines([options.liaison, "advert", "score", names["hidden"], *more])]
            say(title, told, secret, test, trained - started if more else 0, took)
        if not options.no_peers:
            with_sklearn(train, test, hidden)
        print("\n| program | texts | pair precision | pair recall | s |\n| --- | --- | --- | --- | --- |")
        rows, truth = campaigns(draw, options.texts)
        write(names["hands"], rows)
        before = time.perf_counter()
        found = [row["cluster"] for row in lines([options.liaison, "advert", "cluster", names["hands"]])]
        tell_pairs("liaison", truth, found, before)
        if not options.no_peers:
            with_minhash(rows, truth)


def say(title: str, told: list[float], secret: list[float], test: list[dict], trained: float, took: float) -> None:
    labels = [row["label"] for row in test]
    precision = average_precision(list(zip(told, labels)))
    found = recall([score for score, label in zip(told, labels) if label])
    alarms = recall([score for score, label in zip(told, labels) if not label])
    print(f"| {title} | {precision:.4f} | {found:.3f} | {recall(secret):.3f} | {alarms:.3f} | {trained:.1f} | {took:.1f} |", flush=True)


def with_sklearn(train: list[dict], test: list[dict], hidden: list[dict]) -> None:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    for analyzer in ["char", "char_wb"]:
        pipe = make_pipeline(TfidfVectorizer(analyzer=analyzer, ngram_range=(1, 5), sublinear_tf=True), LogisticRegression(C=10, max_iter=1000))
        before = time.perf_counter()
        pipe.fit([row["text"] for row in train], [row["label"] for row in train])
        trained = time.perf_counter()
        told = list(pipe.predict_proba([row["text"] for row in test])[:, 1])
        took = time.perf_counter() - trained
        secret = list(pipe.predict_proba([row["text"] for row in hidden])[:, 1])
        say(f"scikit-learn, {analyzer}", told, secret, test, trained - before, took)


def tell_pairs(title: str, truth: list, found: list, before: float) -> None:
    precision, remembered = pairs(truth, found)
    print(f"| {title} | {len(truth)} | {precision:.4f} | {remembered:.4f} | {time.perf_counter() - before:.1f} |", flush=True)


def with_minhash(rows: list[dict], truth: list[int]) -> None:
    """As the packages' own examples do: shingles of five characters, 128 orders, likeness 0.8, joined step by step."""
    from datasketch import MinHash, MinHashLSH
    from rensa import RMinHash, RMinHashLSH

    def shingles(text: str) -> list[str]:
        return [text[at:at + 5] for at in range(max(len(text) - 4, 1))]

    def joined(index, hashes: list) -> list[int]:
        parent = list(range(len(hashes)))

        def root(at: int) -> int:
            while parent[at] != at:
                parent[at] = at = parent[parent[at]]
            return at

        for at, one in enumerate(hashes):
            for other in index.query(one):
                parent[root(at)] = root(int(other))
            index.insert(at, one)
        return [root(at) for at in range(len(hashes))]

    before, hashes = time.perf_counter(), []
    for row in rows:
        one = MinHash(num_perm=128)
        one.update_batch([shingle.encode() for shingle in shingles(row["text"])])
        hashes.append(one)
    tell_pairs("datasketch", truth, joined(MinHashLSH(threshold=0.8, num_perm=128), hashes), before)
    before, hashes = time.perf_counter(), []
    for row in rows:
        one = RMinHash(num_perm=128, seed=SEED)
        one.update(shingles(row["text"]))
        hashes.append(one)
    tell_pairs("rensa", truth, joined(RMinHashLSH(threshold=0.8, num_perm=128, num_bands=16), hashes), before)


if __name__ == "__main__":
    packages.within("venv-adverts", PACKAGES, "sklearn, datasketch, rensa")
    main()
