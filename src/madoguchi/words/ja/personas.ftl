### 練習用の人たち: カードの何がめずらしいか（だれも本物ではありません）

persona-adult = どこにも悪いところのない大人のカード
persona-black-dot = 名前に「●」が出る人のカード
persona-child = 子どものカード（署名用の証明書がなく、5回目の誕生日まで）
persona-ended = 証明書が切れて、3か月よりあとのカード（006）
persona-face-only = 暗証番号のない「顔認証マイナンバーカード」
persona-foreign = 外国から来て住む人のカード（ローマ字の名前、在留期限まで）
persona-grace = 証明書が切れて数週間のカード（資格の確認だけできる）
persona-licence = リーダーに置かれた運転免許証（002）
persona-locked = 暗証番号が止まったカード（004）
persona-notice = 証明書の期限まで3か月以内のカード
persona-old = 昔の住基カード（002）
persona-phone = スマートフォンのマイナンバーカード
persona-rare-kanji = 名前に 髙 﨑 𠮷 のあるカード
persona-residence = リーダーに置かれた在留カード（002）
persona-revoked = 証明書が失効したカード（カードを見てもわからない）
persona-transit = リーダーに置かれた交通系のカード（002）
