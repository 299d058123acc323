### 障害時の受付

outage-title = 障害時の受付
outage-lead = 端末・回線・センターが止まっても、受付は続けられます。1回押すと始まります。
outage-offer = みんなの受付が止まっているようです
outage-offer-sub = { $sure }　{ $name }
outage-begin = 障害時の受付にする
outage-by-hand = 番号がなくても始められます
outage-by-hand-011 = 回線がつながらない
outage-by-hand-901 = センターが止まっている
outage-by-hand-no-code = 端末が動かない
outage-why-cause = 「{ $name }」は、患者さんのカードではなく、みんなで使うところの原因が多いです。
outage-why-desks = 2つ以上の受付で、同じころに止まりました。
outage-why-read = ただし{ $time }に、うまく読めた人がいます。
outage-sure-nearly-sure = ほぼ確実
outage-sure-probable = たぶん
outage-sure-possible = もしかすると
outage-sure-told = 受付の人が始めました

outage-banner = 障害時の受付をしています（{ $time }から）
outage-banner-count = 書きとめた人 { $count }人
outage-banner-go = 障害時の画面
outage-over = 障害はおわりました
outage-over-left = 資格を確かめる人が、あと{ $count }人います
outage-over-go = 確かめる
outage-day-time = { $month }月{ $day }日 { $time }

outage-running = { $time }から　{ $reason }
outage-counts = 書きとめた人 { $written }人　変わりなし { $unchanged }人　証明を見せた人 { $shown }人
outage-everybody = みなさんに
outage-notice = 待合室のお知らせ
outage-notice-sub = 印刷・画面
outage-slips = 番号つきの紙
outage-slips-sub = 自分で書いてもらう
outage-call = センターに電話
outage-call-sub = 緊急時の機能をひらく
outage-repair = 直す手順
outage-repair-sub = 画面を見る・人に渡す
outage-patient = この患者さんは
outage-shows = 証明を見せられる
outage-shows-how = 資格確認書／資格情報のお知らせとカード／スマートフォンのマイナポータル。
outage-shows-note = 書く：記号・番号・枝番、負担割合。
outage-shows-press = 見せてもらった
outage-same = 前にも来ている
outage-same-how = 「前回から保険は変わっていませんか」と聞きます。変わりなければ、申立書と同じ扱いです。
outage-same-note = 書く：ありません。1回押すだけです。
outage-same-press = 変わりない
outage-none = どちらもない
outage-none-how = カードの表の4つを書きとめます。わかる人には、申立書も書いてもらいます。
outage-none-note = 書く：氏名、性別、生年月日、住所か保険者名。
outage-none-press = 4つを書きとめる
outage-none-form = 申立書を印刷
outage-pay = お支払い（いつもの割合です。全額にはしません）
outage-pay-most = 3割
outage-pay-most-who = 小学生から69歳まで
outage-pay-child = 2割
outage-pay-child-who = 小学校に入る前
outage-pay-old = 1〜3割
outage-pay-old-who = 70歳から（聞いた割合）
outage-counted-known-data = 1人、数えました。申立書を受け取ったのと同じです。
outage-counted-shown = 1人、数えました。
outage-end = 障害はおわった
outage-end-how = 読み取りがうまくいくと、自動でおわります。先にわかったときは、ここで押します。
outage-proposed = { $time }から、なおっているようです。
outage-not-over = まだ
outage-left = 資格を確かめる人 { $count }人

entry-title = 4つを書きとめる
entry-count = ここまで { $count }人
entry-saved = 書きとめました（{ $count }人目）。つぎの人を入れられます。
entry-again = この人は、もう書きとめてあります。
entry-another = 前の人は書きとめてあります。この人は、まだです。もう1回押すと、書きとめます。
entry-lead = カードの表だけを見ます。入れたものはすぐ封をされ、合言葉がないと読めません。
entry-name = 氏名
entry-name-hint = 漢字か カナ
entry-sex = 性別
entry-sex-male = 男
entry-sex-female = 女
entry-sex-unset = わからない
entry-born = 生年月日
entry-born-hint = S59.5.12、3590512、1984-5-12 のどれでも
entry-address = 住所
entry-insurer = または 保険者名
entry-slip = 紙の番号
entry-slip-hint = 紙から写すとき
entry-unchanged = 前回の保険から変わりないと聞いた
entry-by = 書いた人
entry-save = 書きとめる
entry-save-hint = Enter でも
entry-for = { $time }からの障害の分です

four-no-name = 氏名を入れてください。
four-no-sex = 性別をえらんでください。
four-no-born = 生年月日を入れてください。
four-no-address = 住所か保険者名の、どちらかを入れてください。
four-too-long = 長すぎます。短くしてください。
four-no-text = 文字として読めないものが入っています。打ち直してください。
four-my-number = 12けたの番号は、ここには書けません。残していません。
four-slip-taken = この番号の紙は、もう入っています。
four-born-unreadable = S59.5.12 か 1984-5-12 のように入れてください。
four-born-impossible = その日は、こよみにありません。カードをもう一度見てください。
four-born-other-era = その日は、{ $meant }です。
four-born-future = きょうより後の日です。カードをもう一度見てください。
four-born-too-old = 125年より前の日です。元号をもう一度見てください。
era-date = { $era }{ $year }年{ $month }月{ $day }日
era-date-both = { $era }{ $year }年{ $month }月{ $day }日（{ $western }年）

ledger-make-title = はじめに、合言葉を決めます
ledger-make-lead = 書きとめたものは、この合言葉でだけ読めます。忘れると、だれにも読めません。紙に書いて、鍵のかかる所にしまってください。
ledger-passphrase = 合言葉
ledger-passphrase-hint = { $count }文字から
ledger-again = もう一度
ledger-make = 決めて、始める
ledger-make-paper = 決めずに、紙の用紙で続ける
ledger-weak = { $count }文字より長い合言葉にしてください。
ledger-not-same = 2つの合言葉がちがいます。
ledger-wrong = 合言葉がちがいます。
ledger-wait = 続けてちがったので、{ $seconds }秒待ってください。
ledger-no-who = 名前を入れてください。だれが見たかを残します。
ledger-number = 12けたの番号は、使えません。

list-title = 資格を確かめる
list-left = あと{ $count }人
list-empty = 全員、おわりました
list-empty-how = 書きとめたものは、確かめてから{ $days }日で自動で消えます。
list-lead = 1人ずつ見て、センターで調べ、結果を押します。
list-open = 合言葉を入れると、名前を見られます
list-who = 見る人
list-open-press = ひらく
list-is-open = { $who }さんが見ています。見たことは、すべて残ります。
list-shut = しめる
list-next = つぎの人を見る
list-print = きょうの分を印刷
list-column-number = 番
list-column-time = 時刻
list-column-slip = 紙
list-column-by = 書いた人
list-column-state = ようす
list-column-until = いつまで
list-look = 見る
list-row = { $number }番
list-same = { $numbers }番は、同じ人かもしれません。
list-unreadable = { $numbers }番は、書きかえられたか、こわれていて読めません。紙を見てください。
list-state-waiting = まだ
list-state-found = 見つかった
list-state-former = 前の資格だけ
list-state-not-found = 見つからない
list-state-done = すみ

list-finished = おわった人 { $count }人
list-column-kept = いつ消えるか
kept-until = { $day }に、自動で消えます
kept-held = 残すと決めたので、消えません
person-is-done = 請求の用意ができています。
person-hold = 消さずに残す
person-hold-sub = 調べや訴えがあるとき
person-release = 残すのをやめる
person-release-sub = 決められた日に消えます

person-title = { $number }番の人
person-time = { $time }に受付
person-ask = センターで調べると
person-found = 見つかった
person-found-sub = いまの資格がある
person-former = 前の資格だけ
person-former-sub = いまのは出ない
person-not-found = 見つからない
person-not-found-sub = どちらも出ない
person-claim = 請求
person-claim-ordinary = ふつうの請求です
person-claim-ordinary-how = 見つかった保険者番号・記号・番号で請求します。
person-claim-former = 旧資格情報の請求です
person-claim-former-how = 見つかった前の保険者番号・記号・番号を入れ、旧資格情報と示します。
person-claim-unknown = 不詳の請求です
person-claim-unknown-how = つぎのとおりに入れます。勤め先と電話は、申立書から摘要欄に書きたします。
person-claim-insurer = 保険者番号
person-claim-insurer-else = 受けつけないとき
person-claim-symbol = 記号
person-claim-symbol-empty = 空のまま
person-claim-value = 番号
person-claim-remarks = 摘要欄
person-claim-body = 保険の種類もわからないときは、手もとの材料から、支払基金か国保連のどちらかに決めます。
person-unchanged = 前回の保険から変わりないと聞いています。前回の保険者番号で、先に確かめられます。
person-done = 請求の用意ができた
person-done-sub = つぎの人へ
person-back = まだにもどす
person-copy = 写す
person-copied = 写しました
person-skip = あとにする

day-title = 書きとめた人の控え
day-lead = { $day }に印刷。停電にそなえて、鍵のかかる引き出しにしまいます。おわったら、読めないようにして捨てます。
day-head = 見た記録の印：{ $head }
day-empty = きょうの分はありません。

call-page-title = センターに電話して、緊急時の機能をひらく
call-page-lead = 「緊急時医療情報・資格確認機能」は、電話しないと使えません。混むので、数分から数時間かかります。
call-page-ask = 聞かれること
call-page-code = 医療機関コード
call-page-name = 施設の名前
call-page-caller = 電話している人の名前
call-page-caller-you = あなたの名前
call-page-wish = 使いたい機能
call-page-wish-name = 緊急時医療情報・資格確認機能（資格情報照会・システム障害時）
call-page-back = 折り返しの電話
call-page-back-how = 届け出た番号にかかってきます。この電話に出られるようにします。
call-page-missing = 設定でたせます
call-page-say = そのまま読む：
call-page-script = { GIVEN($facility_name) ->
        [yes] { $facility_name }の受付です。
       *[no] 受付です。
    }{ GIVEN($facility_code) ->
        [yes] 医療機関コードは{ $facility_code }です。
       *[no] { "" }
    }{ GIVEN($since) ->
        [yes] { $since }から{ GIVEN($reason) ->
            [yes] 「{ $reason }」で
           *[no] { "" }
        }資格を確かめられません。
       *[no] 障害で資格を確かめられません。
    }「緊急時医療情報・資格確認機能」を使いたいので、ひらいてください。{ GIVEN($phone) ->
        [yes] 折り返しは、届け出た{ $phone }にお願いします。
       *[no] 折り返しは、届け出た番号にお願いします。
    }
call-page-steps = そのあと
call-page-step-1 = センターから、届け出た番号に電話がきます。
call-page-step-2 = 利用報告書の用紙が、メールで届きます。
call-page-step-3 = 実施機関が機能をひらき、電話で知らせます。
call-page-step-4 = 書きとめた人を1人ずつ調べます。
call-page-step-5 = 利用報告書を出します。
call-report = 利用報告書に書くこと
call-report-lead = 人の名前は入っていません。
call-report-from = 始まり
call-report-until = おわり
call-report-still = 続いています
call-report-reason = わけ
call-report-written = 書きとめた人
call-report-people = { $count }人
call-report-first = 最初の人
call-report-last = 最後の人
call-report-found = 見つかった
call-report-former = 前の資格だけ
call-report-not-found = 見つからなかった
call-report-waiting = まだ調べていない
call-report-other = ほかの方法で受けた人
call-report-none = 障害時の受付は、まだありません。

slips-title = 番号つきの紙
slips-lead = 患者さんに書いてもらい、あとで受付が入れます。番号があるので、2回入ることはありません。
slips-print = 印刷する
slips-more = { $first }番から{ $last }番
slips-next = つぎの{ $count }枚
slips-staff = 受付が書くところ　時刻　　　：　　　入れた人
notice-page-title = 待合室のお知らせ
notice-page-lead = A3で印刷します。A4の紙でも、縮めて印刷できます。

declaration-title = 被保険者資格等申立書
declaration-lead = マイナンバーカードで資格を確かめられなかったので、次のとおり申し立てます。わかるところだけ書いてください。
declaration-card = カードの表のとおり
declaration-name = 氏名
declaration-kana = フリガナ
declaration-born = 生年月日
declaration-born-eras = 明・大・昭・平・令　　　　年　　　月　　　日
declaration-sex = 性別
declaration-sexes = 男　・　女
declaration-address = 住所
declaration-contact = 連絡先
declaration-phone = 電話番号
declaration-insurance = 今の健康保険
declaration-kind = 保険の種類
declaration-kinds = □ 勤め先の保険（健保組合・協会けんぽ・共済・船員）　□ 国民健康保険　□ 国保組合　□ 後期高齢者医療　□ わからない
declaration-relation = 本人か家族か
declaration-relations = □ 本人　□ 家族　□ わからない
declaration-insurer = 保険者の名前
declaration-office = 勤め先の名前
declaration-office-place = 勤め先の場所
declaration-since = 入った時期
declaration-sinces = □ 1か月より前　□ この1か月の間　□ わからない
declaration-share = 負担の割合
declaration-shares = □ 3割　□ 2割　□ 1割　□ わからない
declaration-sign = 書いた日　　　　　年　　　月　　　日　　　　書いた人
declaration-relation-to = 代わりに書いた人は、本人との間がら
declaration-house = { GIVEN($name) ->
        [yes] { $name }　御中
       *[no] 　　　　　　　　　　　　　　　　御中
    }
declaration-keep = 受付の人へ：支払いが確定するまで保管し、そのあと読めないようにして捨てます。12けたの番号は書きません。
