### The notice and the slip in やさしい日本語: the same order, every kanji with its reading.

waiting-notice-calm =
    { $facility ->
        [dental] きょうの 治療[ちりょう]も、お金[かね]も、いつもと 同[おな]じです
        [pharmacy] きょうの お薬[くすり]の 受付[うけつけ]も、お金[かね]も、いつもと 同[おな]じです
       *[other] きょうの 診察[しんさつ]も、お金[かね]も、いつもと 同[おな]じです
    }
waiting-notice-why = 健康[けんこう]保険[ほけん]を 見[み]る 機械[きかい]が、いま 休[やす]んでいます。
waiting-notice-show = 受付[うけつけ]で、この 中[なか]の 1つを 見[み]せてください。
waiting-notice-paper = 「資格[しかく]確認書[かくにんしょ]」という 紙[かみ]
waiting-notice-letter = 「資格[しかく]情報[じょうほう]の お知[し]らせ」という 紙[かみ]と、マイナンバーカード
waiting-notice-phone = スマートフォンの「マイナポータル」の 画面[がめん]
waiting-notice-same = 健康[けんこう]保険[ほけん]が 前[まえ]と 同[おな]じ 人[ひと]は、「同[おな]じです」と 言[い]ってください。
waiting-notice-none = どれも なくても、だいじょうぶです。受付[うけつけ]の 紙[かみ]に 書[か]いてください。
waiting-notice-help = わからないときは、受付[うけつけ]の 人[ひと]に 聞[き]いてください。

slip-title = 受付[うけつけ]の 紙[かみ]
slip-number = 番号[ばんごう]
slip-lead = マイナンバーカードの 表[おもて]を 見[み]て、書[か]いてください。裏[うら]の 番号[ばんごう]は 書[か]きません。
slip-name = 名前[なまえ]（漢字[かんじ]か カタカナ）
slip-sex = 性別[せいべつ]
slip-male = 男[おとこ]
slip-female = 女[おんな]
slip-born = 生[う]まれた 日[ひ]
slip-address = 住所[じゅうしょ]（健康[けんこう]保険[ほけん]の 名前[なまえ]でも いいです）
slip-hand-in = 書[か]いたら、受付[うけつけ]の 人[ひと]に わたしてください。
