### 電話で読む6つの言葉

telephone-title = 電話で読む6つの言葉
telephone-short = 電話で聞かれたら、この6つを読みます
telephone-large = 大きく見る
telephone-lead = 「{ $name }」の今のようすを、6つの言葉にしました。上から順に、ゆっくり読みます。
telephone-private = 番号・リーダーの型・調べたこと・試したことだけが入っています。患者さんのことは入っていません。
telephone-none = この困りごとには、まだ言葉がありません。番号と試したことを、そのまま伝えてください。
telephone-yes = はい
telephone-no = いいえ
telephone-tried = 試した
telephone-not-heard-count = 言葉は6つです。間に空白を入れて、もう一度打ってください。
telephone-not-heard-word = { $place }番目の言葉が一覧にありません。もう一度聞いてください。
telephone-not-heard-perhaps = { $place }番目の言葉が一覧にありません。「{ $word }」ではありませんか。
telephone-not-heard-sum = どれか1つが違うか、順番が入れ替わっています。初めからもう一度、1つずつ読んでもらってください。
telephone-not-heard-range = 言葉は合っていますが、このソフトより新しい版で作られたようです。新しい版で読んでください。

decode-title = 聞いた言葉を読みとる
decode-lead = 受付から電話で聞いた6つの言葉が何を言っているかを見ます。
decode-label = 6つの言葉
decode-hint = ひらがなでもカタカナでも、空白なしでもかまいません。
decode-go = 読みとる
decode-reader = リーダー：{ $reader }
decode-probes = 調べたこと
decode-no-probes = 分かっていることはありません。
decode-tried = 試したこと
decode-not-tried = まだ何も試していません。
decode-booklet = この番号の手順を冊子で見る
