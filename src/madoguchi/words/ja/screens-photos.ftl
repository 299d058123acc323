### うちの写真

photos-title = うちの写真
photos-lead = いちど撮っておくと、その手順のときに写真とメモが出ます。だれが受付でも、同じものを見つけられます。
photos-private = 写真は、この機械の中だけに置かれます。撮った場所と時刻は、しまう前に消します。患者さんや書類が写らないように撮ってください。
photos-file = 写真（5MBまで）
photos-note = メモ（どこにあるか、どの線か）
photos-keep = しまう
photos-remove = 写真を消す

photo-hub = ハブ
    .how = リーダーと端末の線が集まる小さな箱です。
photo-router = ルーター
    .how = 回線の入口にある箱です。ランプが見えるように撮ります。
photo-plug = コンセント
    .how = 抜いてよいプラグが分かるように撮ります。
photo-rack = 棚やラック
    .how = 機械がどこに並んでいるかを撮ります。
photo-reader-back = リーダーのうしろ
    .how = 電源とUSBの差し込み口を撮ります。
photo-terminal-power = 端末の電源ボタン
    .how = 押すところを撮ります。
photo-other-pc = ほかのパソコン
    .how = 結果のファイルを置いているパソコンを撮ります。

photo-too-large = 5MBより大きい写真です。小さくしてから、もう一度えらんでください。前の写真はそのままです。
photo-not-a-picture = 写真として読めませんでした。JPEG、PNG、WebPの写真をえらんでください。前の写真はそのままです。
photo-not-kept = 置き場所に書けませんでした。空きを確かめて、もう一度お願いします。前の写真はそのままです。
photo-long-note = メモは200文字までにしてください。
