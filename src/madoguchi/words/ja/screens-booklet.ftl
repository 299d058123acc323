### 冊子

booklet-title = 窓口の冊子
booklet-made = { $day }に作成
booklet-lead = リーダーに出た番号を見つけて、そのところを開いてください。機械が止まっていても、この紙だけで受付を続けられます。
booklet-codes = 番号で引く
booklet-topics = 番号のないとき
booklet-go-on = この患者さんは（直るのを待ちません）
booklet-note = 書きとめ：{ $note }
booklet-ways = 続け方のくわしい説明
booklet-steps = 直す順番（なおったら、そこで終わり）
booklet-call = 電話とそのまま読む文
booklet-patient = 患者さんに見せることば
booklet-to-list = 一覧へもどる
booklet-print = 印刷する
booklet-file = 1つのファイルで持っておく
booklet-written = 冊子を書きました：{ $file }
booklet-days-mon-fri = 月〜金
booklet-days-sat = 土
booklet-days-sun = 日
