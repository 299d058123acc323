### やさしい日本語: short, spaced between phrases, every kanji with its reading. The order and the rules are those of ja/patient.ftl.

## Calm lines

calm-visit-goes-on =
    だいじょうぶです。{ $facility ->
        [dental] きょうの 治療[ちりょう]は、受[う]けられます。
        [pharmacy] 薬[くすり]の 受付[うけつけ]は、このまま つづけられます。
       *[other] きょうの 診察[しんさつ]は、受[う]けられます。
    }
calm-no-hurry = だいじょうぶです。ゆっくりで いいですよ。
calm-welcome = 受付[うけつけ]は、こちらです。ゆっくりで いいですよ。
calm-done = うけつけ できました。ありがとうございます。

## At the reader

patient-welcome =
    .calm = { calm-welcome }
    .do = マイナンバーカードを、機械[きかい]に 置[お]いてください。
    .else = カードが ないときは、受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。

patient-try-again =
    .calm = { calm-no-hurry }
    .do = カードを とって、もう いちど 機械[きかい]に 置[お]いてください。
    .else = うまく いかないときは、受付[うけつけ]の 人[ひと]が 手伝[てつだ]います。

patient-out-of-case =
    .calm = { calm-no-hurry }
    .do = カードを ケースから 出[だ]して、機械[きかい]に 置[お]いてください。
    .else = 出[だ]しにくいときは、受付[うけつけ]の 人[ひと]が 手伝[てつだ]います。

patient-right-card =
    .calm = { calm-no-hurry }
    .do = マイナンバーカードだけを、機械[きかい]に 置[お]いてください。
    .else = どの カードか わからないときは、受付[うけつけ]の 人[ひと]に 見[み]せてください。

patient-enter-pin =
    .calm = { calm-no-hurry }
    .do = 4けたの 番号[ばんごう]を、機械[きかい]に 入[い]れてください。
    .note = 番号[ばんごう]は、だれにも 言[い]わなくて いいです。
    .else = 思[おも]い出[だ]せないときは、ほかの 方法[ほうほう]が あります。受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。

patient-face-again =
    .calm = { calm-no-hurry }
    .do = 機械[きかい]の カメラを、まっすぐ 見[み]てください。
    .else = 見[み]にくいときは、受付[うけつけ]の 人[ひと]が 手伝[てつだ]います。

patient-start-over =
    .calm = { calm-no-hurry }
    .do = 機械[きかい]で、もう いちど はじめから すすめてください。
    .else = 止[と]まったときは、受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。

patient-take-card =
    .calm = { calm-visit-goes-on }
    .do = 機械[きかい]から、カードを とってください。
    .note = このあとは、受付[うけつけ]の 人[ひと]が つづけます。
    .else = わからないときは、受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。

## With the people at the desk

patient-wait =
    .calm = { calm-visit-goes-on }
    .do = いすに すわって、待[ま]ってください。
    .note = 受付[うけつけ]の 人[ひと]が、よびに 行[い]きます。
    .else = からだが つらいときは、すぐに 受付[うけつけ]の 人[ひと]に 言[い]ってください。

patient-staff-looks =
    .calm = { calm-visit-goes-on }
    .do = 受付[うけつけ]の 人[ひと]に、カードの 顔写真[かおじゃしん]を 見[み]せてください。
    .note =
        { $tries ->
            [1] 番号[ばんごう]は、もう 入[い]れなくて いいです。あと1回[かい]は、残[のこ]しておきます。
            [2] 番号[ばんごう]は、もう 入[い]れなくて いいです。あと2回[かい]は、残[のこ]しておきます。
           *[other] 番号[ばんごう]は、入[い]れなくて いいです。
        }
    .else = わからないときは、受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。

patient-show-paper =
    .calm = { calm-visit-goes-on }
    .do = 健康保険[けんこうほけん]の 紙[かみ]を、受付[うけつけ]の 人[ひと]に 見[み]せてください。
    .note = 「資格確認書[しかくかくにんしょ]」という 紙[かみ]でも いいです。
    .else = 紙[かみ]が ないときは、ほかの 方法[ほうほう]が あります。受付[うけつけ]の 人[ひと]に 言[い]ってください。

patient-use-phone =
    .calm = { calm-visit-goes-on }
    .do = スマートフォンを 持[も]って、受付[うけつけ]の 人[ひと]に 声[こえ]を かけてください。
    .note = 画面[がめん]は、いっしょに 開[ひら]きます。
    .else = スマートフォンが なくても、受付[うけつけ]の 人[ひと]が 手伝[てつだ]います。

patient-write-four =
    .calm = { calm-visit-goes-on }
    .do = 受付[うけつけ]の 紙[かみ]に、4つの ことを 書[か]いてください。
    .note = 名前[なまえ]、性別[せいべつ]、生[う]まれた 日[ひ]、住所[じゅうしょ]です。
    .else = 書[か]きにくいときは、受付[うけつけ]の 人[ひと]が かわりに 書[か]きます。

patient-fill-form =
    .calm = { calm-visit-goes-on }
    .do = 受付[うけつけ]の 紙[かみ]に、わかる ところを 書[か]いてください。
    .note = 今[いま]の 健康保険[けんこうほけん]の ことを 書[か]く 紙[かみ]です。
    .else = わからない ところは、受付[うけつけ]の 人[ひと]が いっしょに 見[み]ます。

patient-together =
    .calm = { calm-visit-goes-on }
    .do = カードを 持[も]って、窓口[まどぐち]に 来[き]てください。
    .note = 窓口[まどぐち]で、いっしょに 確[たし]かめます。
    .else = 動[うご]きにくいときは、そこで 受付[うけつけ]の 人[ひと]を よんでください。

patient-done =
    .calm = { calm-done }
    .do = カードを おとりください。
    .else = わからないことは、受付[うけつけ]の 人[ひと]に 聞[き]いてください。

## Added by the screen to patient-wait, each only where it is proved true

patient-card-is-fine = カードは だいじょうぶです。
patient-machine-being-mended = 機械[きかい]を 直[なお]しています。
