# What can cost something if it is overlooked, and how the payment goes.

caution-pin-third-try-locks = 暗証番号は、3回目のまちがいでロックします
    .how = 「あと1回」と出たら、もう入力しません。前の日や前の病院での分も数えられていて、目視確認をしても減りません。正しく入ると数え直しになります。
caution-face-ten-misses-lock = 顔の読み取りは、1回の来院で2回までにします
    .how = 続けて10回合わないと、カード側がロックするという報告があります。2回で合わなければ、暗証番号か目視確認にします。
caution-number-b-ten-misses-lock = 券面の読みちがいが10回続くと、照合番号Bがロックします
    .how = 同じカードを何度も読ませません。汚れやケースを見て、合わなければ別の方法にします。
caution-another-card-only-consenting-staff = 「別のカード」は、同意した職員本人のカードだけです
    .how = 患者さんの受付を先に進めてから試します。本人確認の方法を選ぶ画面で止めます。最後まで進めると、患者さんではない人の結果が残ります。
caution-restart-stops-everyone = 再起動の数分間は、だれも受付できません
    .how = 先に「数分止まります」と声をかけます。読み取りの途中ではしません。
caution-claims-stop-too = この証明書が切れると、オンライン請求も止まります
    .how = 請求の締め切りの前に間に合うか、業者に確かめます。
caution-back-to-automatic = 端末で目視確認にしたら、終わったあと自動運転に戻します
    .how = 戻さないと、次の患者さんが顔認証を使えません。
caution-never-say-unpaid = 保険料のことや、資格がないことを、その場で決めつけて言いません
    .how = 登録が間に合っていないだけのことが多くあります。「今日は機械で確かめられませんでした」と言います。
caution-keep-form-until-paid = 申立書は、支払いが確定するまで保管します
    .how = 確定したら、読めないようにして廃棄します。
caution-report-other-person = ほかの人の情報は、見せず、使わず、すぐ報告します
    .how = 画面を閉じ、印刷せず、院内の責任者とコールセンターに伝えます。
caution-no-my-number = カードの裏の12けたの番号は、書かず、写さず、聞きません
    .how = 使うのは表の面だけです。

payment-usual-share = 会計は、いつもの負担割合です
    .how = 機械で確かめられなくても、全額（10割）にする必要はありません。
payment-usual-share-declared = 会計は、申立書などで聞いた負担割合です
    .how = 3割（小学校に入る前は2割、70歳以上は1〜3割）。全額（10割）にする必要はありません。
payment-nothing-changes = 会計は変わりません
    .how = いつもどおりに進めます。
payment-ask-insurer-share = 負担割合は、資格確認書などの紙を見て決めます
    .how = 紙がなければ聞いた割合で会計し、保険者に確かめます。あとで差額を直せます。
