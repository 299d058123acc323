# 資格確認端末（練習用）の画面と、結果ファイルに書くことば
replica-terminal-title = 資格確認端末
replica-terminal-practice = 練習 ── 本物の端末ではありません
replica-terminal-unofficial = 非公式。公開されている情報から観察された動きをまねています。人物・番号はすべて架空です。
replica-terminal-other-language = English

replica-terminal-mode = 運転モード
replica-terminal-mode-automatic = 自動運転
replica-terminal-mode-automatic-how = 患者さんがリーダーで顔認証か暗証番号をえらびます。
replica-terminal-mode-visual = 目視確認
replica-terminal-mode-visual-how = 職員が顔を見て確かめます。終わったら「自動運転」に戻してください。
replica-terminal-passcode = リーダーで1人だけ目視にするときのパスコード: { $code }

replica-terminal-certificate = 端末の電子証明書
replica-terminal-certificate-good = 使えます
replica-terminal-certificate-not-yet = まだ有効期間が始まっていません
replica-terminal-certificate-expired = 有効期限が切れています
replica-terminal-certificate-revoked = 失効しています
replica-terminal-certificate-unreadable = 読み取れません
replica-terminal-certificate-real = 本物の証明書は、この練習用の端末では使えません
replica-terminal-certificate-end = 有効期限: { $end }
replica-terminal-certificate-soon = あと{ $days }日で切れます。更新の手続きをしてください。

replica-terminal-settings = 設定
replica-terminal-settings-bad = 設定を読み取れないか、内容が食い違っています
replica-terminal-restart = 再起動の順番
replica-terminal-restart-how = リーダーを切る → 端末を切る → リーダーを入れる → 端末を入れる

replica-terminal-screen-login = ログインしてください
replica-terminal-screen-login-how = もう一度ログインするまで、受付は進みません。
replica-terminal-screen-update-asked = 更新プログラムがあります
replica-terminal-screen-update-asked-how = 受付はこのまま続けられます。更新は診療のあとにできます。
replica-terminal-screen-update-running = 更新しています
replica-terminal-screen-update-running-how = 終わるまで電源を切らないでください。受付はそのあと進みます。
replica-terminal-screen-update-half = 更新が途中で止まっています
replica-terminal-screen-update-half-how = 受付は進みません。
replica-terminal-screen-frozen = 応答していません
replica-terminal-screen-frozen-how = リーダーは待ったままになります。

replica-terminal-abnormal = 練習: 資格確認端末で処理できませんでした（{ $code }）

replica-terminal-refused-name = この名前の要求には答えられません
replica-terminal-refused-encoding = 文字コードは UTF-8 か Shift_JIS だけです
replica-terminal-refused-size = ファイルが大きすぎます
replica-terminal-refused-doctype = 文書型宣言（DOCTYPE）のあるファイルは受け取りません
replica-terminal-refused-malformed = XMLとして読めません
replica-terminal-refused-encrypted = 暗号化されたファイルは読めません
replica-terminal-refused-empty = 中身がありません
replica-terminal-refused-not-a-question = 要求のファイルではありません
replica-terminal-refused-missing = 必要な項目がありません
replica-terminal-refused-value = 項目の値が正しくありません
replica-terminal-refused-too-many = 人数が多すぎます
replica-terminal-refused-institution = 医療機関コードがこの端末のものと違います
