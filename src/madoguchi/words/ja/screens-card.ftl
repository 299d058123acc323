### 「カードをしらべる」: このパソコンのカードリーダーにのせたカードを、暗証番号を送らずに見る

card-title = カードをしらべる
card-lead = このパソコンのカードリーダーにカードをのせて、ボタンを押します。暗証番号は送りません。お名前や写真は読まず、何も残しません。
card-press = カードをしらべる
card-again = 同じカードを、もう一度しらべる
card-another = べつのカードでしらべる
card-another-hint = 同意した職員のカードをのせて押すと、カードとリーダーのどちらかを切り分けられます。
card-place = 患者さんのカードは、患者さんの前で、ご本人にのせてもらいます。
card-why = わかったこと
card-tries = 残りの回数
card-tries-pin = 暗証番号（4けた）
card-tries-number_b = 照合番号B
card-tries-left = あと { $tries } 回
card-tries-none = 入力は止まっています
card-tries-unread = 読めませんでした
card-open = 「{ $code }」の手順を見る
card-note = 今の記録（{ $name }）に、リーダーのようすを書きそえる
card-noted = 書きそえました。
card-choose = 使うカードリーダーを選ぶ
card-choose-lead = このパソコンから見えるカードリーダーです。ここで選んだ1台のほかは、さわりません。
card-choose-none = いまは1台も見えません。つないでから、もう一度しらべてください。
card-forget = 選んだリーダーを忘れる
card-uses = 使うリーダー：{ $reader }
card-limits = これでわからないこと：失効しているか、顔認証や券面の読み取りのようす、端末とセンターのようす。

card-says-good = このカードに、悪いところは見つかりません
card-says-card = カードのほうに、わけがありそうです
card-says-reader = カードリーダーのほうに、わけがありそうです
card-says-service = パソコンの、カードを読む働きが止まっています
card-says-undecided = カードかリーダーか、まだ分かれません
card-says-nothing = まだ、何も言えません
card-says-absent = カードを置いてください

card-sure-high = ほぼ確か
card-sure-middle = たぶん
card-sure-low = まだ半々

card-found-not-available = このパソコンには、カードを読むための部品（pcsc）が入っていません。ほかの働きは、そのまま使えます。
card-found-too-slow = カードリーダーからの返事が、まだ来ません。少し待ってから、もう一度しらべてください。
card-found-service-missing = パソコンの「スマートカード」のサービスが動いていません。ケーブルのせいではありません。
card-found-no-reader-named = どのカードリーダーを使うかが、まだ決まっていません。
card-found-reader-gone = カードリーダー「{ $reader }」が、パソコンから見えません。ケーブルと電源を見ます。
card-found-no-readers = パソコンから見えるカードリーダーが、1台もありません。ケーブルと電源を見ます。
card-found-card-held = いま、ほかのプログラムがこのカードを使っています。それが終わってから、もう一度しらべてください。
card-found-unheard-of = カードリーダーが、知らない番号（{ $number }）を返しました。この番号を業者に伝えられます。
card-found-card-absent = カードリーダーの上に、カードがありません。
card-found-card-silent = カードはのっていますが、ICチップが応えません。
card-found-card-garbled = カードの最初のあいさつが、途中でくずれています。
card-found-answer-cut = 読んでいる途中で、カードの返事が切れました。カードが動いたときも、こうなります。
card-found-other-card =
    { $kind ->
        [driving-licence] のっているのは、運転免許証です。
        [residence-card] のっているのは、在留カードです。
       *[other] マイナンバーカードの働きが、ひとつも応えません。ほかのカードです。
    }
card-found-old-card = のっているのは、古い住基カードです。
card-found-application-missing = カードの中に、あるはずの働きが見つかりません。もう一度しらべても同じでした。
card-found-application-broken = カードの中の働きが「できない」（{ $status }）と応えました。もう一度しらべても同じでした。
card-found-certificate-broken = カードの中の利用者証明用電子証明書を、読みとれません。もう一度しらべても同じでした。
card-found-certificate-missing = 利用者証明用電子証明書が、カードに入っていません。
card-found-certificate-ended = 利用者証明用電子証明書の期限が過ぎ、そのあとの約3か月も過ぎています（期限切れ）。失効かどうかは、ここではわかりません。
card-found-certificate-grace = 利用者証明用電子証明書の期限は過ぎましたが、資格の確認だけは、まだ約3か月のあいだできます。更新をすすめてください。
card-found-certificate-notice = 利用者証明用電子証明書の期限まで、3か月以内です。市区町村で、無料で更新できます。
card-found-certificate-good = 利用者証明用電子証明書は、期限の中です。失効かどうかは、ここではわかりません。
card-found-number-b-locked = 照合番号Bは、もう受けつけません。直せるのは市区町村の窓口だけです。今日は目視確認か暗証番号で続けられます。
card-found-pin-locked = 暗証番号は使えません。はじめから暗証番号のない「顔認証マイナンバーカード」でも、こう見えます。顔認証と目視確認は、そのまま使えます。
card-found-pin-wrong = 入れた暗証番号が、カードの番号と合いませんでした。あと{ $tries }回です。
card-found-photo-broken = 顔写真のデータが、途中までしかありません。
card-found-number-b-wrong = 券面から読んだ番号が、カードと合いませんでした。同じ読み取りを、くり返さないでください。
card-found-phone = これは、スマートフォンのマイナンバーカードです。
card-found-pin-left =
    { $tries ->
        [1] 暗証番号は、あと1回です。入れてもらわず、顔か目視確認にします。
       *[other] 暗証番号は、あと{ $tries }回入れられます。
    }
card-found-number-b-left = 照合番号Bは、あと{ $tries }回です。
card-found-counter-unread = 残りの回数を、カードが言いませんでした。わからないあいだは、暗証番号を入れてもらいません。
card-found-card-good = カードもカードリーダーも、応えています。

card-found-another-was-good =
    { $minutes ->
        [0] 同じリーダーで、たった今、べつのカードが読めました。リーダーは動いています。
       *[other] 同じリーダーで、{ $minutes }分前に、べつのカードが読めました。リーダーは動いています。
    }
card-found-one-was-good =
    { $minutes ->
        [0] 同じリーダーで、たった今、カードが読めました。リーダーは動いているようです。置き方か、このカードを見ます。
       *[other] 同じリーダーで、{ $minutes }分前に、カードが読めました。リーダーは動いているようです。置き方か、このカードを見ます。
    }
card-found-other-was-at-fault = このカードは読めました。先ほど読めなかったカードのほうに、わけがありそうです。
card-found-two-cards-failed = べつのカードも、このリーダーで読めません。リーダーのほうに、わけがありそうです。
card-found-good-elsewhere = 同じカードが、先ほど、べつのリーダーで読めました。このリーダーのほうに、わけがありそうです。
card-found-undecided = まだ切り分けがすんでいません。同意した職員のカードで、もう一度しらべてください。

evidence-pcsc-reader-there = カードリーダー「{ $reader }」が、パソコンから見えています。
evidence-pcsc-reader-gone = カードリーダー「{ $reader }」が、パソコンから見えません。
evidence-pcsc-reader-service = パソコンの「スマートカード」のサービスが動いていません。
evidence-pcsc-reader-not-set = 使うカードリーダーが、設定に入っていません。
evidence-pcsc-reader-not-available = このパソコンには、カードを読むための部品（pcsc）が入っていません。

error-bad-address =
    .title = つなぐ先として読めませんでした
    .detail = つなぐ先は、127.0.0.1:35963 のように、番地と番号で書きます。
    .remedy = --vpcd 127.0.0.1:35963 のように書いて、もう一度どうぞ。

error-not-this-machine =
    .title = ほかの機械にはつなぎません
    .detail = 練習用のカードは、このパソコンの中だけで使います。
    .remedy = --vpcd に 127.0.0.1 か localhost を書いてください。

error-no-virtual-reader =
    .title = 仮想リーダーが見つかりません
    .detail = そこでは、vpcd が待っていません。
    .remedy = pcscd と vsmartcard-vpcd が動いているか、番号が合っているかを見てください。

error-unknown-card-fault =
    .title = その名前の「こわし方」はありません
    .detail = 練習用のカードには、決まった名前のこわし方だけがあります。
    .remedy = docs/protocol/card.md の一覧にある名前を --fault に書いてください。

error-unknown-persona =
    .title = その名前の練習用の人はいません
    .detail = 一覧は madoguchi replica persona で見られます。
    .remedy = 一覧にある名前を --persona に書いてください。
