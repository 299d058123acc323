### What the patient screen says: .calm first, then the one thing to .do, then who helps (.else); .note only where it helps.
### A frightened person reads this at arm's length. No name, no number of a card, no reason. $facility and $tries are all it may ask.
### The calm line is always one of the calm-… messages: its first sentence is the large one, and it must be true.

## Calm lines

calm-visit-goes-on =
    だいじょうぶです。{ $facility ->
        [dental] 今日の治療は、受けられます。
        [pharmacy] お薬の受付は、このまま続けられます。
       *[other] 今日の診察は、受けられます。
    }
calm-no-hurry = だいじょうぶです。ゆっくりでいいですよ。
calm-welcome = 受付は、こちらです。ゆっくりでいいですよ。
calm-done = 受付ができました。ありがとうございます。

## At the reader

patient-welcome =
    .calm = { calm-welcome }
    .do = マイナンバーカードを、機械に置いてください。
    .else = カードがないときは、受付の人に声をかけてください。

patient-try-again =
    .calm = { calm-no-hurry }
    .do = カードを一度取って、もう一度、機械に置いてください。
    .else = うまくいかないときは、受付の人がお手伝いします。

patient-out-of-case =
    .calm = { calm-no-hurry }
    .do = カードをケースから出して、機械に置いてください。
    .else = 出しにくいときは、受付の人がお手伝いします。

patient-right-card =
    .calm = { calm-no-hurry }
    .do = マイナンバーカードだけを、機械に置いてください。
    .else = どのカードか迷うときは、受付の人に見せてください。

patient-enter-pin =
    .calm = { calm-no-hurry }
    .do = 4けたの暗証番号を、機械に入れてください。
    .note = 番号は、だれにも言わなくていいです。
    .else = 思い出せないときは、ほかの方法があります。受付の人に声をかけてください。

patient-face-again =
    .calm = { calm-no-hurry }
    .do = 機械のカメラを、まっすぐ見てください。
    .else = 見にくいときは、受付の人がお手伝いします。

patient-start-over =
    .calm = { calm-no-hurry }
    .do = 機械で、もう一度はじめから進めてください。
    .else = 途中で止まったときは、受付の人に声をかけてください。

patient-take-card =
    .calm = { calm-visit-goes-on }
    .do = 機械から、カードを取ってください。
    .note = このあとは、受付の人が続けます。
    .else = わからないときは、受付の人に声をかけてください。

## With the people at the desk

patient-wait =
    .calm = { calm-visit-goes-on }
    .do = いすにすわって、お待ちください。
    .note = 受付の人が、呼びに行きます。
    .else = からだがつらいときは、すぐに受付の人に言ってください。

# At one or two tries left, the rest is something we keep. In every other case nothing needs to be typed either.
patient-staff-looks =
    .calm = { calm-visit-goes-on }
    .do = 受付の人に、カードの顔写真を見せてください。
    .note =
        { $tries ->
            [1] 番号は、もう入れなくていいです。あと1回は、残しておきます。
            [2] 番号は、もう入れなくていいです。あと2回は、残しておきます。
           *[other] 番号は、入れなくていいです。
        }
    .else = わからないときは、受付の人に声をかけてください。

patient-show-paper =
    .calm = { calm-visit-goes-on }
    .do = 健康保険のことが書いてある紙を、受付の人に見せてください。
    .note = 「資格確認書」や「資格情報のお知らせ」という紙です。
    .else = 紙がないときは、ほかの方法があります。受付の人に言ってください。

patient-use-phone =
    .calm = { calm-visit-goes-on }
    .do = スマートフォンを持って、受付の人に声をかけてください。
    .note = どの画面を開くかは、いっしょに見ます。
    .else = スマートフォンがなくても、受付の人がほかの方法をさがします。

patient-write-four =
    .calm = { calm-visit-goes-on }
    .do = 受付の紙に、4つのことを書いてください。
    .note = お名前、性別、生まれた日、住所の4つです。
    .else = 書きにくいときは、受付の人が代わりに書きます。

patient-fill-form =
    .calm = { calm-visit-goes-on }
    .do = 受付の紙に、わかるところを書いてください。
    .note = 今の健康保険のことを書く紙です。
    .else = わからないところは、受付の人がいっしょに見ます。

patient-together =
    .calm = { calm-visit-goes-on }
    .do = カードを持って、窓口に来てください。
    .note = 窓口で、いっしょに確かめます。
    .else = 動きにくいときは、その場で受付の人を呼んでください。

patient-done =
    .calm = { calm-done }
    .do = カードをお取りください。
    .else = わからないことは、受付の人に聞いてください。

## Added by the screen to patient-wait, each only where it is proved true

patient-card-is-fine = カードは、だいじょうぶです。
patient-machine-being-mended = 機械を直しています。
