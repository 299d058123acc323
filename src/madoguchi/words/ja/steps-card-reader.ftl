### Steps with the card and the reader, for the staff: a short request, then how. Questions are asked of the staff.

## Looks and questions

step-last-card-read = 前の患者さんのカードは読めましたか
    .how = 前の方が読めていれば、リーダーはたいてい動いています。
step-last-face-read = 前の患者さんは、顔認証で通りましたか
    .how = 前の方が通っていれば、カメラはたいてい動いています。
step-try-staff-card = 職員のカードは、読めますか
    .how = 患者さんの受付を先に進めてから、同意した職員本人のカードで試します。本人確認の方法を選ぶ画面が出たら、そこで止めて、カードを取ります。
step-has-my-number-card = マイナンバーカードをお持ちですか
    .how = 表に顔写真があるカードか、患者さんに見てもらいます。今日お持ちでなければ、「いいえ」を押します。
step-knows-pin = 4けたの番号に、心あたりがありますか
    .how = 「番号は言わなくて大丈夫です。思い出せそうですか」と聞きます。番号は聞かず、書きません。
step-card-is-own = ご本人のカードですか
    .how = ご家族のカードと入れかわることがあります。お名前と写真を、患者さんに見てもらいます。
step-store-reset-possible = スマホと署名用パスワードがありますか
    .how = 6〜16文字の英数字で、4けたとは別のものです。おぼえているかだけを聞き、中身は聞きません。
step-many-face-tries = 顔認証を、何度も試しましたか
    .how = この前の来院や、ほかの病院の分も聞きます。続けて合わないと、この番号になることがあります。
step-phone-used = スマホをかざしましたか
    .how = スマホに入れたカードには、期限のあとの「使える期間」がありません。
step-paper-arrived = 資格確認書は、届いていますか
    .how = 期限が過ぎた方には、申しこまなくても届くことがあります。お財布やお手紙を見てもらいます。
step-expiry-date-passed = カードの期限の日は、過ぎていますか
    .how = 表の「電子証明書の有効期限」を、患者さんに見てもらいます。空らんなら「わからない」を押します。
step-read-elsewhere = このカードは、最近ほかで読めましたか
    .how = 病院や薬局、コンビニの機械で使えたかを、患者さんに聞きます。
step-print-worn = カードの表の文字は、うすいですか
    .how = 生年月日、有効期限、右下の4けたの数字を、患者さんに見てもらいます。消えかけていれば、「はい」です。
step-reader-lit = リーダーの画面は、ついていますか
    .how = 電源のランプと画面を見ます。暗いときは、電源のさしこみも見ます。
step-reader-moved = 今日、リーダーや線を動かしましたか
    .how = そうじや模様がえ、切替器の操作も入ります。
step-settings-changed = 最近、リーダーの設定を変えましたか
    .how = 交換、移動、きのうの夜の更新も入ります。
step-mode-switched = 途中で、目視確認に切り替えましたか
    .how = ほかの職員が端末で切り替えていないかも、声をかけて聞きます。
step-picture-blank = 画面の顔が、暗いか白いですか
    .how = リーダーの画面に写る様子を見ます。何も写らないときも、「はい」です。
step-panel-damaged = 画面に、割れや線がありますか
    .how = ななめから見ると、わかりやすいです。
step-panel-wet = 画面が、ぬれたり汚れたりしていますか
    .how = 消毒液や水のしずく、はがれかけたフィルムを見ます。

## With the patient

step-reseat-card = カードを、置き直してもらう
    .how = 一度取って、3つ数えてから、まっすぐ置いてもらいます。音が鳴るまで、そのまま待ちます。
step-take-out-of-case = カードを、ケースから出してもらう
    .how = ケースやカバー、お財布から出して、カードだけを置いてもらいます。
step-clean-card = カードを、布でふいてもらう
    .how = やわらかい、かわいた布をわたします。表も裏も、軽くふけば十分です。
step-place-right-card = マイナンバーカードを置いてもらう
    .how = 表に顔写真があるカードです。お名前と写真も、ご本人に見てもらいます。
step-remove-other-objects = リーダーの上を、空にする
    .how = ほかのカード、紙、スマホ、小物をどけます。そのあと、マイナンバーカードを1枚だけ置いてもらいます。
step-enter-pin-again = 番号を、入れ直してもらう
    .how = 「市区町村で決めた4けたです。ゆっくりどうぞ」と伝え、画面から目をそらします。「あと1回」と出たら入れずに、顔か目視確認にします。
step-use-pin = 4けたの暗証番号で受付する
    .how = 番号をおぼえている方だけ、リーダーの画面にご自分で入れてもらいます。番号は聞きません。
step-use-face = 顔認証で受付する
    .how = リーダーで「顔認証」を選び、画面のわくに顔を合わせてもらいます。2回で合わなければ、目視確認にします。
step-stand-in-frame = わくの中に、ひとりで立ってもらう
    .how = 帽子とマスクを取り、わくに顔を合わせてもらいます。付き添いの方には、少し下がってもらいます。
step-start-over = 少し待って、はじめからやり直す
    .how = 最初の画面にもどるまで待ちます。カードを取って、もう一度置いてもらいます。

## At the reader

step-check-usb = リーダーのUSBを、さし直す
    .how = リーダー側と端末側の両方を、一度ぬいて、奥までさします。1分待って、画面がもどるのを見ます。
step-other-usb-port = USBを、端末の別の口にさす
    .how = 分岐する部品（USBハブ）を通しているときは、端末に直接さします。
step-clean-reading-glass = リーダーの読み取り面をふく
    .how = カードの表を写すガラスや小さなカメラを、かわいた布でふきます。
step-clean-lens = リーダーのレンズをふく
    .how = 顔を写すカメラを、めがね用などのやわらかい布でふきます。きずや割れがないかも見ます。
step-shade-light = 強い光を、さえぎる
    .how = カーテンを閉めるか、リーダーの向きを少し変えます。カメラとカードに、日ざしや照明が直接当たらないようにします。
step-dry-panel = リーダーの画面を、ふく
    .how = かわいた布で、水や消毒液をふきます。手がぬれていたら、手もふいてもらいます。
step-back-to-automatic = 自動運転に戻す
    .how = 端末の「顔認証付きカードリーダー操作」で、自動運転になっているかを見ます。目視確認のままなら、戻します。

## Going on

step-go-visual = 目視確認で受付する
    .how = リーダーか端末で目視確認に切り替え、お顔とカードの写真を見くらべます。端末で切り替えたときは、終わったら自動運転に戻します。
step-go-face = 顔認証で受付する
    .how = リーダーで「顔認証」を選んでもらいます。2回で合わなければ、目視確認にします。

## Handing over

step-refer-municipality = 市区町村の窓口を案内する
    .how = 今日の受付を済ませてから、下の文をメモにして渡します。急がなくてよいことも伝えます。
step-refer-store-reset = コンビニでの初期化を案内する
    .how = スマホのアプリで予約し、使える店の機械で行います。できない店もあるので、むずかしければ市区町村を案内します。
step-refer-plastic-card = スマホでなく、カードを置いてもらう
    .how = カードの証明がまだ有効なら、カードで受付できます。スマホの分は、カードの更新のあとで作り直すよう伝えます。
step-watch-next-card = 次の患者さんで、様子を見る
    .how = この患者さんの受付が済んでいれば、いま直すものはありません。次の方も同じなら、もう一度番号を入れてください。

## Causes

cause-card-not_seated = カードの置き方が、ずれている
cause-card-covered = カードが、ケースに入っている
cause-card-other_cards_with_it = ほかのカードが、重なっている
cause-card-chip_silent = カードのICチップが応えない
cause-card-not_brought = 今日は、カードをお持ちでない
cause-card-swapped_in_family = ご家族のカードと入れかわっている
cause-card-pin_locked = カードが4けたの番号をロックした
cause-card-pin_locked_password_known = 番号のロック（署名用パスワードは分かる）
cause-card-face_misread_often = カードの表の読み取りが、何度もずれた
cause-card-face_never_matched = 顔認証が、何度も合わなかった
cause-card-certificate_ended = 電子証明書の期限と、そのあとの3か月が過ぎた
cause-card-certificate_revoked = 電子証明書が止められている（失効）
cause-card-phone_certificate_ended = スマホの電子証明書が終わっている
cause-card-application_broken = カードの中のアプリの不具合
cause-card-lifted_early = 読み終わる前に、カードが動いた
cause-card-dirty = カードの表の汚れ
cause-card-photo_damaged = カードの中の写真の不具合
cause-card-print_worn = カードの印刷がうすい
cause-card-lies_askew = カードがななめか、裏になっている
cause-patient-other_card = ほかのカードや紙が置かれた
cause-patient-several_cards = カードが2枚以上、置かれた
cause-patient-slip = 指がとなりのキーに当たった
cause-patient-forgot = 番号が思い出せない
cause-patient-other_number = 別の番号を入れた
cause-patient-outside_the_frame = 顔が、わくの外にある
cause-patient-several_faces = うしろの人も写っている
cause-desk-object_on_reader = リーダーの上や下に、物がある
cause-desk-mode_switched_midway = 途中で、モードが切り替わった
cause-desk-left_in_visual_mode = 目視確認のままになっている
cause-desk-light_on_camera = カメラに、強い光が当たっている
cause-reader-hung = リーダーの動きが止まっている
cause-reader-coupling_weak = リーダーの、カードを読む力が弱っている
cause-reader-panel_misses_touch = リーダーの画面の反応がずれている
cause-reader-misreads_faces_of_cards = リーダーが、カードの表を読みちがえる
cause-reader-answers_garbled = リーダーの読み取りが乱れている
cause-reader-cable_loose = リーダーのケーブルがゆるんでいる
cause-reader-port_asleep = USBの口やハブが休んでいる
cause-reader-electronics_failed = リーダー本体の故障
cause-reader-glass_dirty = 読み取り面の汚れ
cause-reader-light_mirrors = 照明が、カードに映りこんでいる
cause-reader-face_camera_failed = カードの表を写すカメラの故障
cause-reader-lens_dirty = レンズの汚れ
cause-reader-camera_hung = 顔のカメラが止まっている
cause-reader-camera_failed = 顔のカメラの故障
cause-reader-panel_wet = 画面の水や汚れ
cause-reader-panel_damaged = 画面の割れや傷
cause-reader-settings_lost = リーダーの設定が消えている
cause-terminal-reader_service_stuck = 端末の、リーダーを動かす部分が止まっている
cause-terminal-reader_driver_lost = 端末が、リーダーを見失っている（更新のあとなど）
cause-terminal-mode_never_settles = 端末のモードが決まらない
cause-terminal-reader_screen_stuck = 端末からリーダーの画面に指示が届かない
cause-terminal-settings_not_handed_over = 端末からリーダーに設定が渡っていない
cause-terminal-reader_program_changed = リーダー用のプログラムが変わった
