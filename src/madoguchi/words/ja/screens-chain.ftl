### リーダーからセンターまでの つながり

chain-desk = このパソコン
chain-reader = リーダー
chain-terminal = 端末
chain-folder = フォルダー
chain-lan = ルーター
chain-line = 回線
chain-centre = センター
chain-prescription = 電子処方箋

chain-good = 良い
chain-doubtful = あやしい
chain-down =
    { $link ->
        [line] 不通
        [lan] 返事なし
       *[other] 停止
    }
chain-unknown = 未確認
chain-good-at = 良い知らせ { $time }
chain-last-good = 最後に良かったのは
chain-day-time = { $month }月{ $day }日 { $time }
chain-since = { $time } から
chain-over = 「{ $problem }」は、{ $time } から良くなっています。
chain-over-lead = 機械が見たかぎりでは、もう使えます。1件読み取れたら、終わりにしてください。
chain-over-close = 終わりにする
others-place-probe = このパソコンが { $time } に見つけました。
log-source-probe = このパソコンの調べ
chain-from-probe = 患者さんが来る前に、このパソコンが見つけました。

chain-title = つながりの ようす
chain-lead = このパソコンが自分で調べて分かったことです。「未確認」は、良いとも悪いとも言えないという意味です。
chain-look = いま しらべる
chain-looking = しらべています。終わったものから、ここに出ます。
chain-not-yet = まだ調べていません。
chain-settings = 設定で「端末とこのパソコンは同じLAN・ルーターですか」に答えると、ルーターと回線も調べられます。
chain-settings-go = 設定をひらく
chain-notices-go = ポータルのお知らせを貼る
chain-sure-firm = たしか
chain-sure-likely = たぶん
chain-sure-weak = あやふや
chain-sure-none = 分からない
chain-sure-percent = { $sure }（{ $percent }%）

probe-other-desk = ほかの受付
evidence-other-desk-good = { $minutes ->
        [0] たった今、
       *[other] { $minutes }分前に、
    }ほかの受付で読み取れています。
evidence-other-desk-down = { $count }つの受付で、同じころに読み取れなくなっています。
evidence-other-desk-alone = 受付が1つなので、くらべられません。
evidence-other-desk-nothing = この10分、ほかの受付の読み取りがありません。

morning-way = センターまでの道
    .how = ルーターの外まで返事があるかを、このパソコンが調べます。
    .good = 良かった
    .bad = つながらない
    .mend = ルーターと回線を順に見ていきます。
morning-folder = 結果の置き場所
    .how = 端末の結果が入るフォルダーを読めるかを、このパソコンが調べます。
    .good = 読めた
    .bad = 読めない
    .mend = フォルダーのあるパソコンから順に見ていきます。
morning-known = このパソコンが調べました（{ $time }）。
morning-known-read = { $time } に1件読み取れたので、良いと見ました。
morning-overrule = ちがう

notices-title = ポータルのお知らせ
notices-lead = 医療機関等向け総合ポータルサイトのお知らせを貼ると、何が・いつから・もう直ったかを読みとります。
notices-label = お知らせの文
notices-hint = そのまま貼ってください。文は残しません。読みとったことだけを使います。
notices-read = 読みとる
notices-empty = 文がまだ入っていません。お知らせを貼ってください。
notices-long = 長すぎます。お知らせ1件分だけを貼ってください。
notices-understood = こう読みとりました
notices-confirm = 合っている。使う
notices-drop = 使わない
notices-useless = 何が止まっているか、または直ったかが読みとれません。この文は使いません。
notices-kept = 受けとりました。つながりと手順に入れました。
notices-now = いま使っているお知らせ
notices-ended = もう直った
notices-is-over = 直ったというお知らせです。
notices-is-planned = 前もって決まった休止（メンテナンス）のお知らせです。
notices-is-down = 止まっているというお知らせです。
notices-is-untold = 止まったのか直ったのか、書かれていません。
notices-service-centre = オンライン資格確認
notices-service-portal = ポータルサイト
notices-service-prescription = 電子処方箋
notices-service-line = 回線
notices-no-service = どのサービスか、書かれていません。
notices-since = { $time } から
notices-until = { $time } まで
