### What hangs in the waiting room while the machines rest, and the paper slip that patients fill in themselves.

waiting-notice-calm =
    { $facility ->
        [dental] きょうの治療も お支払いも いつもどおりです
        [pharmacy] きょうのお薬の受付も お支払いも いつもどおりです
       *[other] きょうの診察も お支払いも いつもどおりです
    }
waiting-notice-why = 健康保険を確かめる機械が、いまお休みしています。
waiting-notice-show = 受付で、このうち1つを見せてください。
waiting-notice-paper = 「資格確認書」という紙
waiting-notice-letter = 「資格情報のお知らせ」という紙と、マイナンバーカード
waiting-notice-phone = スマートフォンの「マイナポータル」の画面
waiting-notice-same = 前に来たときと健康保険が同じなら、「同じです」と言ってください。
waiting-notice-none = どれもなくても、だいじょうぶです。受付の紙に書いてください。
waiting-notice-help = わからないことは、受付の人に聞いてください。

slip-title = 受付の紙
slip-number = 番号
slip-lead = マイナンバーカードの表を見て、書いてください。裏の番号は書きません。
slip-name = 名前（漢字かカタカナ）
slip-sex = 性別
slip-male = 男
slip-female = 女
slip-born = 生まれた日
slip-address = 住所（健康保険の名前でもいいです）
slip-hand-in = 書けたら、受付の人にわたしてください。
