# 端末の結果ファイルから分かったこと。理由の一行として、スタッフの画面に出ます。個人の情報は入りません。

exchange-good = 資格は有効です
exchange-validity-2 = 資格有効性が 2（無効）の結果です
exchange-validity-3 = 資格有効性が 3（無効・新しい資格あり）の結果です
exchange-validity-4 = 資格有効性が 4（該当資格なし）の結果です
exchange-validity-5 = 資格有効性が 5（複数該当）の結果です
exchange-header-abnormal = 処理が「異常終了」で返ってきました
exchange-person-error = この患者さんの確認が「エラー」で返ってきました
exchange-black-dot = 結果の中に ● があります。カルテの文字は、そのまま残してください
exchange-expiring = 期限が近いという知らせが付いています
exchange-side-information = 付帯情報が付いています。端末の画面の文を見てください
exchange-unclear = 有効かどうかが書かれていない結果です。端末の画面を見てください
exchange-refused-half = 書きかけのまま10分たったファイルがあります
exchange-refused-unreadable = 10分のあいだ開けなかったファイルがあります
exchange-refused-encrypted = 結果が暗号化された形（ZIP）で届いています。この窓口は中を見ません
exchange-refused-size = 大きすぎるので、読まなかったファイルがあります
exchange-refused-doctype = 安全のため、読まなかったファイルがあります
exchange-refused-not-a-result = 名前は結果でも、中身がちがうファイルがあります

error-unreadable-file =
    .title = ファイルを開けませんでした
    .detail = その場所にないか、読む許可がありません。記録は変わっていません。
    .remedy = 場所と名前を見て、もう一度指定してください。

error-unwritable-folder =
    .title = フォルダーに書けませんでした
    .detail = その場所に書く許可がないか、空きがありません。
    .remedy = 書ける場所を --out で指定してください。

cli-recognise-unknown = 近いものが見つかりません
cli-recognise-nothing = 知らせることはありません
cli-sample-near = 近い名前：{ $names }
