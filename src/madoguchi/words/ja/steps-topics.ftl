### Steps for what has no number of its own, for the staff: a short request, then how. Questions are asked of the staff.

## No number at all

step-asks-for-login = ログインの画面が出ていますか
    .how = 端末の画面を見ます。名前や合言葉を入れる欄があれば、「はい」です。
step-take-left-card-away = 直前の受付を見て、カードを取る
    .how = まず、今しがた読んだ方の結果が、レセコンに届いたかを見ます。届いていれば、カードの置き忘れです。リーダーのカードを取り、持ち主の方にすぐ返します。
step-check-reader-power = リーダーの電源を確かめる
    .how = 電源コードを両端で差し直します。コンセントと、延長コードのスイッチも見ます。
step-log-in-again = 端末にログインし直す
    .how = いつもの利用者でログインします。受付の画面が開くまで待ちます。わからないときは、入れずに導入業者に聞きます。

## Eligibility

step-has-new-proof = 新しい保険の紙をお持ちですか
    .how = 「最近、保険が変わりましたか」と小さな声で聞きます。資格確認書、資格情報のお知らせ、マイナポータルの画面が使えます。
step-looked-up-by-number = 記号・番号で照会しましたか
    .how = カードではなく、番号を手で入れた（または前回の番号を使った）なら、「はい」です。
step-take-new-proof = 新しい保険の紙で受け付ける
    .how = 保険者、記号・番号・枝番、負担割合を書き写します。カルテの保険も、今日の日付で直します。
step-read-card-instead = カードを読み直す
    .how = 患者さんに、リーダーでもう一度カードを読んでもらいます。手で入れた番号より、新しい保険が出やすくなります。
step-look-up-again = 番号を見直して照会する
    .how = 保険者番号、記号、番号、枝番、生年月日を、1つずつ紙と見くらべてから送ります。
step-look-up-new-insurer = 新しい保険で照会し直す
    .how = 結果に出ている新しい保険者を、レセコンに取りこみます。出ていなければ、カードか新しい番号で照会します。
step-look-up-closer = 枝番も入れて照会し直す
    .how = 枝番と生年月日を入れると、ご家族と分かれて1人にしぼれます。
step-look-up-assistance = 医療扶助も照会する
    .how = 照会の種類を「医療扶助」にして送ります。声に出さず、画面だけで確かめます。
step-go-declaration = 申立書で受付を進める
    .how = わかるところだけ書いてもらい、いつもの負担割合で会計します。請求の前に、もう一度照会します。
step-refer-insurer = 保険者に確かめてもらう
    .how = 患者さんに、勤め先か保険者へ聞いてもらいます。「機械に登録がまだ見えませんでした」と伝えます。診察は続けます。

## The terminal's answer

step-correct-request = 送る内容を直す
    .how = 結果のメッセージを読み、番号・生年月日・日付を直して送り直します。
step-send-request-again = もう一度送る
    .how = 同じ内容を1回だけ送り直します。続けて何度も送りません。

## Share of cost

step-share-on-paper = 負担割合の書かれた紙がありますか
    .how = 資格確認書、高齢受給者証、資格情報のお知らせを見せてもらいます。
step-update-chart-share = カルテの負担割合を直す
    .how = 今日の結果とカルテを見くらべ、結果の割合を取りこみます。適用の日付も見ます。
step-use-share-on-paper = 紙の負担割合で会計する
    .how = 紙の割合と有効期限を書き写します。保険者の登録が直ったら、照会し直します。
step-go-told-share = うかがった割合で会計する
    .how = 患者さんに割合を聞いて会計します。「あとで差額を直すことがあります」と伝えます。

## Somebody else's data

step-close-and-read-own = 画面を閉じ、ご本人のを読む
    .how = ほかの方の内容は、見せず、印刷せず、カルテに入れません。画面を閉じてから、ご本人のカードを読み直します。
step-report-other-person = 責任者とコールセンターに報告
    .how = 時刻、リーダー、出た画面の種類だけを伝えます。ほかの方の名前や番号は、電話で言わず、書き残しません。

## Terminal update

step-check-in-still-works = 更新中でも、受付はできますか
    .how = 次の患者さんのカードが読めれば、「はい」です。
step-postpone-update = 「あとで」を選ぶ
    .how = 更新の画面で「あとで」を選び、最後の患者さんのあとに行います。今日中に行うよう、メモを残します。
step-let-update-finish = 更新が終わるまで待つ
    .how = 先に「数分止まります」と声をかけます。途中で電源を切りません。終わったら、カードを1枚読んで確かめます。

## Face

step-face-photo-is-old = カードの写真と、今のお顔が違いますか
    .how = 成長した方、やせた方、眼鏡が変わった方では、顔認証が合いにくくなります。目視確認が向いています。
step-uncover-face = 顔が見えるようにしてもらう
    .how = マスク、帽子、眼鏡を少し外してもらい、まっすぐ見てもらいます。顔認証は、この来院で2回までです。

## Phone instead of card

step-phone-reader-here = スマホ用の読み取りがありますか
    .how = 横に置いたスマホ用の機械か、スマホも読めるリーダーがあれば、「はい」です。
step-card-renewed-lately = 最近、カードを更新しましたか
    .how = カードの証明を更新すると、スマホの分は入れ直しが必要です。
step-choose-phone-on-reader = 「スマートフォン」を選び直す
    .how = はじめに戻り、患者さんに「スマートフォン」と、機種（iPhoneかAndroid）を選んでもらいます。
step-hold-phone-again = スマホを当て直してもらう
    .how = 画面をつけたまま、上の端をスマホ用の機械に当て、音が鳴るまで動かさないでもらいます。厚いケースは外します。
step-check-phone-reader = スマホ用の機械を差し直す
    .how = USBケーブルを端末に差し直し、ランプがつくのを待ちます。
step-use-plastic-card = 実物のカードで読んでもらう
    .how = カードをお持ちなら、リーダーで「カード」を選び直してもらいます。
step-refer-phone-reissue = スマホの分を入れ直してもらう
    .how = 患者さんのスマホのマイナポータルから、あとで申しこめます。今日はほかの証明で受け付けます。

## A number nobody knows, a line nobody answers

step-code-has-letters = 英字のつく番号ですか
    .how = 画面の番号を、英字も記号もそのまま書き写します。
step-start-reading-over = はじめから読み直す
    .how = カードを取り、はじめの画面に戻るのを待って、もう一度置いてもらいます。
step-call-again-later = 15分おいて、かけ直す
    .how = 待つあいだに受付を進めます。かけた時刻を書き、開いている時間を確かめます。

## Causes

cause-data-old_number_asked = 前の保険の番号で照会した
cause-data-number_mistyped = 手で入れた番号が、紙と違う
cause-data-assistance_not_asked = 医療扶助を照会していない
cause-data-asked_too_widely = 枝番がなく、ご家族も当たった
cause-desk-chart_not_renewed = カルテの保険が、前のまま
cause-desk-result_in_wrong_chart = 結果が、別の方のカルテに入った
cause-desk-no_phone_reader = スマホ用の機械がない
cause-desk-card_left_on_reader = 前の方のカードの置き忘れ
cause-insurer-change_with_new_paper = 保険が変わり、新しい紙をお持ち
cause-insurer-two_registrations = 登録が2つ重なっている
cause-insurer-share_late = 負担割合の登録が遅れている
cause-insurer-share_part_missing = 高齢受給者証の登録がない
cause-insurer-linked_wrongly = 登録が、別の方と結びついている
cause-patient-card_chosen_instead_of_phone = 「カード」を選んでいる
cause-patient-phone_moved_early = スマホが早く離れた
cause-patient-face_covered = マスクや帽子で、顔が隠れている
cause-card-phone_not_set_up = スマホにカードが入っていない
cause-card-photo_looks_different = カードの写真と、今のお顔が違う
cause-reader-phone_reader_unplugged = スマホ用の機械の接続
cause-reader-no_power = リーダーに電気が来ていない
cause-reader-own_trouble = リーダーの、機種だけの不具合
cause-terminal-request_unreadable = 端末が、送った内容を読めない
cause-terminal-update_asked_for = 更新のお願いが出ている
cause-terminal-logged_out = 端末のログインが切れた
cause-terminal-own_trouble = 端末の、ほかの不具合
cause-centre-many_calls = 電話が混み合っている
