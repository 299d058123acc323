### きろく

log-title = きろく
log-lead = 受付であったことを、あとから見られます。患者さんの名前や番号は入っていません。
log-practice = 練習は、きろくにも数にも入りません。
log-from = 始まりの日
log-to = 終わりの日
log-all = すべて
log-show = しぼりこむ
log-misread = 読めない条件が1つあったので、外して表示しています。
log-again = この7日間に{ $count }回、同じことが起きています
log-again-how = そのたびに直すより、業者に見てもらいます。下の日時をそのまま伝えてください。
log-total = { $count }件
log-file = 表計算ソフト用のファイル（CSV）
log-nothing = この条件のきろくはありません。
log-pages = ページ
log-page = { $page } / { $pages } ページ
log-newer = 新しいほう
log-older = 古いほう
log-name = 名前
log-count = 件数
log-others = そのほか
log-as-table = 表で見る

log-chart-days = 日ごとの件数
log-chart-problems = 多かった困りごと
log-chart-hows = どう終わったか
log-chart-summary = { $what }。合わせて{ $total }件。いちばん多いのは{ $most }の{ $count }件です。

log-column-opened = 始まり
log-column-problem = 番号
log-column-name = 困りごと
log-column-desk = 受付
log-column-status = 状態
log-column-how = 終わり方
log-column-minutes = 分
log-column-fixed = なおした手
log-column-way = 受付の続け方
log-column-cause = 原因
log-column-source = 知らせたもの
log-column-incident = 控え番号

log-status-open = 対応中
log-status-escalated = 連絡ずみ
log-status-closed = 終わり

log-how-reported = なおった
log-how-verified = なおった（次の読み取りで確認）
log-how-escalated = ほかの人が対応
log-how-abandoned = 動きがなく終了
log-how-unfinished = まだ終わっていない

log-source-staff = 受付の人
log-source-file = 結果ファイル
