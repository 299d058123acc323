### スタッフの画面

brand = 窓口
place-desk = 受付{ $desk }
place-date = { $month }月{ $day }日（{ $weekday }）
weekday-0 = 月
weekday-1 = 火
weekday-2 = 水
weekday-3 = 木
weekday-4 = 金
weekday-5 = 土
weekday-6 = 日

nav-label = ほかの画面
nav-desk = 受付の画面
nav-log = きろく
nav-settings = 設定
nav-booklet = 冊子を印刷
nav-practice = 練習する
nav-paper-form = 4つの書きとめ用紙

title-idle = 受付の画面
ask-label = リーダーに出た番号
ask-hint = ・・・
ask-small-label = リーダーに出た番号か、ことば
ask-small-hint = 番号か ことば
ask-words-label = ことばで書く
ask-words-hint = 例：カードを置いても動かない
ask-look = しらべる
ask-delete = 1つ消す
ask-no-code = 番号が出ていない
ask-keys = 数字

chain-label = カードからセンターまでの ようす

idle-nothing = いま、困りごとはありません
idle-last-good = 最後の読み取りは{ $time }、うまくいきました。
idle-no-reading = リーダーに番号が出たら、そのまま打ってください。
idle-power = 停電のとき
idle-power-text = 紙の冊子は、受付の引き出しへ。「冊子を印刷」で作れます。

step-now = いますること
step-ask = 教えてください
step-call = 電話する
step-fallback = まず、患者さん
step-minutes = { $minutes ->
    [0.5] 30秒
   *[other] { $minutes }分
  }
step-consent = ほかの人の受付が止まります。声をかけてから始めてください。
step-details = くわしく
step-details-cause = { $cause }：{ $percent }%
step-details-first = 「{ $step }」{ $minutes }分
step-details-rest = そのほかを先にしたときの平均：{ $steps }
step-details-other = ほかの手「{ $step }」（{ $minutes }分）：
step-photo = うちの写真
step-none = できることは ここまでです。下の「この患者さんは」で受付を続けてください。

answer-fixed = なおった
answer-fixed-sub = 読み取れました
answer-failed = なおらない
answer-failed-sub = つぎの手を見る
answer-yes = はい
answer-no = いいえ
answer-unknown = わからない
answer-skipped = いまはできない
answer-called = 電話した
answer-called-sub = 来てもらう・待つ
answer-no-reply = つながらない
answer-no-reply-sub = つぎの相手を見る
answer-do = そうする
answer-do-sub = 受付を続ける
answer-not-now = いまはしない
answer-referred = 伝えた
answer-referred-sub = 患者さんに話しました
answer-cannot = むずかしい

escalated-title = 連絡ずみ。直るのを待っています
escalated-text = 直ったら「なおった」を押してください。受付は「この患者さんは」で続けられます。
hand-over = 修理を渡す
handed-to = 修理は、ほかの人が見ています
handed-page = この画面を、直す人の端末で開いてください。
end-here = ここで終える

tries-ask = リーダーは「あと何回」と出していますか
tries-two = あと2回
tries-one = あと1回

dock-title = この患者さんは
dock-title-sub = 直るのを待たずに、受付できます。
dock-chosen = { $way } で受付中
dock-more = ほかの方法（{ $count }）
dock-show = 患者さんに見せる
dock-show-sub = 「{ $text }」の画面

call-title = なおらないとき、電話
call-title-now = 電話する相手
call-open = 受付中
call-closed = 時間外
call-until = { $time }まで
call-from = { $time }から
call-from-day = { $month }月{ $day }日 { $time }から
call-no-phone = 番号は設定でたせます
call-say = そのまま読む：
call-times = 起きた時刻の一覧（業者に見せる）
call-contract = 契約番号 { $contract }

others-title = ほかに { $count }件
others-place-none = 受付なし　{ $time }の結果から
others-place = 受付{ $desk }　{ $time }から
others-all = すべて見る（{ $count }件）
others-take = 引きうける
others-handed = 修理を渡しました

reminder-back-to-automatic = 自動運転に戻しましたか
reminder-done = 戻した

closed-title = 受付できました
closed-title-verified = 直ったことを、つぎの読み取りで確かめました
closed-title-abandoned = しばらく動きがないので、閉じました
closed-ask-cause = なにが原因でしたか（1回押すだけ）
closed-thanks = ありがとうございます。つぎに生かします。

choose-title = どれに近いですか
choose-none = どれもちがう


notice-count = きょう { $count }回

practice-mark = 練習
practice-title = 練習：どの番号でも ためせます
practice-text = ここで押したことは、記録や統計に入りません。患者さんの画面にも出ません。
practice-codes = 番号をえらぶ
practice-topics = 番号のない困りごと
practice-files = 結果ファイルを1つ置いてみる

paper-title = 4つの書きとめ用紙
paper-lead = 保険の情報を見られないときに、カードの表を見て書きとめます。裏の12けたの番号は書きません。
paper-name = 氏名（漢字か カナ）
paper-sex = 性別
paper-birth = 生年月日
paper-address = 住所 または 保険者名
paper-time = 受けつけた時刻
paper-staff = 書いた人
paper-print = 印刷する
paper-after = 直ったら、この紙で資格を確かめます。終わったら決められたとおりに捨てます。

handover-title = 修理を渡します
back-to-desk = 受付の画面へ
thumbs-up = 役にたった
thumbs-down = 役にたたなかった

idle-nothing-here = この受付に、困りごとはありません
shown-try-again = カードを置く
shown-out-of-case = ケースから出す
shown-right-card = カードを選ぶ
shown-enter-pin = 番号を入れる
shown-face-again = カメラを見る
shown-start-over = はじめから
shown-wait = 待つ
shown-staff-looks = 顔を見せる
shown-show-paper = 紙を見せる
shown-write-four = 4つを書く
shown-fill-form = 紙に書く
shown-together = 窓口でいっしょに
shown-take-card = カードをとる
shown-use-phone = スマホで
shown-done = できました
shown-welcome = はじめ
