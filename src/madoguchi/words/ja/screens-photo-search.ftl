### 写真でさがす

photo-search-title = 写真でさがす
photo-search-lead = リーダーの画面を、正面から、画面いっぱいに撮ってください。番号と名前が写っていれば足ります。
photo-search-private = 写真はこの機械の中で見るだけで、残しません。カードや書類、人の顔は写さないでください。
photo-search-take = 写真をとる
photo-search-again = もう一度とる
photo-search-choose = しまってある写真から えらぶ
photo-search-file = 写真（12MBまで）
photo-search-look = この写真でしらべる
photo-search-link = 写真でさがす
photo-search-found = これですか
photo-search-which = どちらか、はっきりしません
photo-search-confirm = リーダーの画面と同じものを、1回押してください。押すまで、何も始まりません。
photo-search-other = ほかのさがし方
photo-search-type = 番号を打つ
photo-search-opened = 受付の画面に出しました
photo-search-without = この機械では、写真を読めません
photo-search-without-text = 写真を読む部品が入っていません。番号を打つか、ことばで書けば、同じ答えが出ます。

photo-why-both = 番号と名前が、どちらも合いました
photo-why-title = 名前が合いました。番号は読めていません
photo-why-near = 似ています

photo-refused-title = 写真からは、決められませんでした
photo-refused-dark = 写真が暗くて、字が読めませんでした。明るくして、もう一度とってください。
photo-refused-glare = 光が画面に写りこんで、字が消えています。少し向きを変えて、もう一度とってください。
photo-refused-blur = 写真がぶれているか、ぼけています。両手で持って止め、ピントが合ってからとってください。
photo-refused-far = 画面が小さく写っています。近づいて、画面いっぱいにとってください。
photo-refused-number-alone = 番号のような数字はありましたが、エラーの名前が読めません。数字だけでは決めません。名前も入るように、画面いっぱいにとってください。
photo-refused-unknown-code = { $code } という番号に読めます。表にない番号です。画面の番号と同じなら、押して進めます。
photo-refused-no-error = 字は読めましたが、知っているエラーはありませんでした。エラーの画面かどうか、見てください。
photo-refused-no-text = 字が見つかりませんでした。リーダーの画面を、画面いっぱいにとってください。
photo-refused-private-number = 12けたの番号が写っていたので、読むのをやめ、写真は捨てました。リーダーの画面だけを、とってください。
photo-refused-not-a-picture = 写真として読めませんでした。JPEG、PNG、WebPの写真をえらんでください。
photo-refused-too-large = 12MBより大きい写真です。小さくしてから、もう一度えらんでください。
photo-refused-not-available = この機械では、写真を読めません。番号を打つか、ことばで書いてください。
photo-refused-busy = ほかの写真を読んでいます。少し待って、もう一度お願いします。
photo-refused-failed = 写真を読む部品が止まりました。もう一度ためすか、番号を打ってください。

error-photo-not-available =
    .title = この機械では、写真を読めません
    .detail = 写真を読む部品（ocr）が入っていません。何も変わっていません。
    .remedy = 番号かことばで調べてください。
error-photo-busy =
    .title = ほかの写真を読んでいます
    .detail = 写真は1枚ずつ読みます。この写真は見ていません。
    .remedy = 少し待って、もう一度送ってください。
error-photo-failed =
    .title = 写真を読む部品が止まりました
    .detail = 写真は捨てました。何も変わっていません。
    .remedy = もう一度ためすか、番号かことばで調べてください。
error-not-a-picture =
    .title = 写真として読めませんでした
    .detail = JPEG、PNG、WebPの写真ではないか、途中で切れています。
    .remedy = リーダーの画面を撮った写真をえらんでください。
