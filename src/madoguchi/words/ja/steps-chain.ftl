### 端末・回線・センター・ポータル・電子処方箋の手順と原因。題は24字まで、やり方は1文か2文。

## 再起動

step-restart-chain = リーダーと端末を、順番に入れ直す
    .how = 「数分、受付が止まります」と声をかけてから始めます。リーダーを切る、端末を終了する、リーダーを入れる、端末を入れる、の順です。
step-restart-terminal = 端末を再起動する
    .how = 「数分、受付が止まります」と声をかけてから、端末のメニューで再起動します。読み取りの途中ではしません。
step-restart-reader = リーダーの電源を入れ直す
    .how = リーダーの電源を切り、10数えてから入れます。置く画面にもどるまで待ちます。

## 待つ、見る

step-wait-and-retry = 5分待って、もう一度ためす
    .how = 待つあいだは何も押しません。5分たったら、次の患者さんのカードで1回だけためします。
step-look-at-portal-notices = ポータルに障害のお知らせはありますか
    .how = 医療機関等向け総合ポータルサイトを開き、今日の障害情報を見ます。端末がつながらなければ、別のパソコンかスマホで開きます。お知らせは遅れて出ることもあります。
step-try-number-lookup = 記号・番号で調べると、出ますか
    .how = 端末かレセコンから、保険の記号・番号で1人だけ資格を調べます。カルテの番号を使ってかまいません。
step-neighbours-fail = 近くの医院や薬局でも、使えませんか
    .how = 近くの医院か薬局に1件だけ電話で聞きます。聞ける所がなければ「わからない」にします。
step-first-registration-now = はじめての登録の途中でしたか
    .how = リーダーに、保険証として登録する画面が出ていたかを思い出します。見ていなければ「わからない」にします。
step-passed-just-now = この30分に、ほかの人は通りましたか
    .how = 同じリーダーを顔認証で通った人がいたかを、受付の一覧で見ます。
step-insurer-changed-lately = 最近、保険が変わりましたか
    .how = まわりに聞こえない声で、仕事や住所、保険が変わったかをたずねます。答えにくそうなら聞かずに「わからない」にします。

## 回線

step-reseat-lan-cable = 端末のLANケーブルをさし直す
    .how = 端末のうしろのLANケーブルを抜き、カチッと鳴るまでさします。30秒待って、もう一度ためします。
step-plug-router-line = ルーターの回線ケーブルをさし直す
    .how = 壁や回線の箱からルーターに来ているケーブルを、抜いてさし直します。ランプが落ちつくまで1分ほど待ちます。
step-restart-router = ハブとルーターの電源を入れ直す
    .how = ほかのパソコンのネットも数分止まるので、先に声をかけます。ハブとルーターの電源を抜き、30秒たったらルーター、ハブの順に入れます。
step-redo-line-authentication = 回線認証をやり直す
    .how = 回線認証は、この回線を使ってよいかを確かめる手続きです。回線の事業者の書類にある番号を用意し、書類のとおりに端末から行います。
step-other-pc-online = 同じ回線のほかのパソコンは、使えますか
    .how = 同じルーターにつながるパソコンで、ふつうのサイトを1つ開きます。端末だけ別の回線なら「わからない」にします。
step-line-changed-lately = 最近、回線や住所を変えましたか
    .how = 引っ越し、回線の契約の変更、ルーターの交換、回線の工事があったかを思い出します。

## 端末の電子証明書

step-certificate-date-passed = 電子証明書の期限は、過ぎましたか
    .how = 電子証明書は、この医院の端末だと示すデータです。「電子証明書発行通知書」にある期限を見ます。
step-certificate-renewed-lately = 最近、電子証明書を更新しましたか
    .how = 更新した人に聞くか、端末の右下の証明書ソフトの記録を見ます。
step-set-terminal-clock = 端末の日付と時刻を合わせる
    .how = 端末の右下の日付を、スマホの日付と見くらべます。ちがっていたら、業者の了解をとって合わせます。
step-choose-new-certificate = 新しい電子証明書を選び直す
    .how = 更新したのに古い証明書が残っていると、古い方が使われます。業者に聞きながら、古い方を外します。
step-renew-certificate = 電子証明書を取り直す
    .how = ポータルサイトから再発行を申し込み、郵送で届いた番号を使って端末に入れます。届くまで数日かかります。

## 結果の置き場所

step-other-pc-on = 結果を受けるパソコンは、ついていますか
    .how = 結果のファイルを置くパソコンを見ます。画面が暗くても、ランプがついて動けば「はい」です。端末だけで使っているなら「わからない」にします。
step-folder-changed-lately = そのパソコンの設定を変えましたか
    .how = パスワードの変更、フォルダーの移動、パソコンの入れかえが最近あったかを思い出します。
step-wake-other-pc = 結果を受けるパソコンをつける
    .how = 電源を入れるか、スリープから起こします。いつもの画面まで進んだら、もう一度ためします。
step-open-shared-folder = 端末から共有フォルダーを開き直す
    .how = 端末で結果の共有フォルダーを開きます。パスワードを聞かれたら、院内の控えにあるものを入れます。
step-make-room = 結果を受けるパソコンのごみ箱を空にする
    .how = 空き容量がないと、結果を書けません。ごみ箱の中がいらないことを確かめて、空にします。結果のフォルダーは消しません。

## 暗証番号なしの許可

step-use-pin-once = 暗証番号を、1回だけためす
    .how = 番号を覚えていて、あと2回以上残っているとわかる方だけです。番号は聞かず、患者さんがリーダーに入れます。それ以外の方には使わず、「いまはできない」にします。

## 端末

step-close-other-windows = 端末のほかの画面を閉じる
    .how = 端末で開いたままの、ほかのソフトやブラウザーの画面を閉じます。顔認証の画面はそのままにします。
step-on-for-days = 端末は、何日もつけたままですか
    .how = 最後に端末の電源を切った日を思い出します。今朝つけたなら「いいえ」です。
step-updated-lately = 今日か昨日、端末の更新がありましたか
    .how = 「更新中」や「再起動が必要です」の表示があったかを思い出します。見ていなければ「わからない」にします。

## この患者さんの受付を進める

step-go-other-proof = ほかの証明で、受付を進める
    .how = 直るのを待たずに、下の一覧の上から順に聞きます。資格確認書があれば、それで受付できます。
step-go-ledger = 4つの情報を紙に書いて、受付を進める
    .how = ほかの証明がないときだけ、カードの表を見て、名前、性別、生年月日、住所（または保険者）を用紙に書きます。裏は見ません。
step-go-terminal-result = 端末の画面で資格を見て、受付を進める
    .how = 確認はできていて、結果のファイルだけが届いていません。端末の画面の結果を見て、レセコンに手で入れます。
step-go-together = 窓口でいっしょに確かめて、進める
    .how = 患者さんを窓口に呼び、まわりに聞こえない声で、下の一覧の上から順に確かめます。会計はいつもの負担割合です。
step-go-paper-prescription = 処方箋を紙にして、受付を進める
    .how = 保険の確認はできています。処方箋だけを、今日は紙にします。

## 修理を渡す

step-call-call-centre = コールセンターに電話する
    .how = 医療機関コードを手元に置いて電話します。こみ合うときは、待つあいだも次の患者さんの受付を進めます。
step-call-vendor = 導入業者に電話する
    .how = 下の文をそのまま読みます。ためしたことを先に言うと、早く進みます。
step-call-maker = リーダーのメーカーに電話する
    .how = リーダーのうらの型番を手元に置いて電話します。下の文をそのまま読みます。
step-call-carrier = 回線の事業者に電話する
    .how = 契約番号を手元に置いて電話します。下の文をそのまま読みます。
step-declare-outage = 障害として、復旧を待つ
    .how = 受付のみんなに「復旧までほかの証明で受付します」と伝えます。ポータルのお知らせを30分ごとに見ます。
step-register-later = 登録は、あとでしてもらう
    .how = 今日は登録をやめて、受付を進めます。登録は、スマホのマイナポータルか、次に来たときのリーダーでできると伝えます。
step-call-eprescription = 電子処方箋の窓口に問い合わせる
    .how = ポータルの電子処方箋のお知らせを見て、なければ問い合わせます。そのあいだも紙の処方箋で進められます。

## 原因

cause-terminal-lan_cable = 端末のLANケーブルのゆるみ
cause-terminal-network_stuck = 端末の通信が止まった
cause-line-router_stuck = ハブかルーターが止まった
cause-line-plug_loose = ルーターの回線ケーブルのゆるみ
cause-line-carrier = 回線の事業者の障害
cause-line-isp = インターネットの事業者の障害
cause-line-authentication_lost = 回線認証が外れた
cause-centre-down = センターの障害
cause-centre-jammed = センターの一時的な混雑
cause-centre-permission_refused = センターが暗証番号なしの利用を認めなかった
cause-centre-check_failing = センターの証明書の確認が動いていない
cause-centre-certificate_revoked = この医院の証明書がセンターで止められた
cause-card-permission_unanswered = カードとのやり取りが途中で切れた
cause-terminal-certificate_expired = 端末の電子証明書の期限切れ
cause-terminal-certificate_revoked = 端末の電子証明書が止められた
cause-terminal-certificate_refused = 端末の電子証明書が受け付けられない
cause-terminal-old_certificate_chosen = 古い電子証明書が使われている
cause-terminal-clock_wrong = 端末の日付か時刻のずれ
cause-terminal-output_pc_off = 結果を受けるパソコンが切れている
cause-terminal-output_share_lost = 共有フォルダーとのつながりが切れた
cause-terminal-output_no_right = 共有フォルダーに書く許可がない
cause-terminal-output_missing = 結果のフォルダーがない
cause-terminal-output_full = 結果を受けるパソコンに空きがない
cause-terminal-app_stuck = 端末のソフトが止まった
cause-terminal-app_broken = 端末のソフトがこわれた
cause-terminal-memory_short = 端末のメモリー不足
cause-terminal-update_running = 端末が更新の途中
cause-terminal-update_half_done = 端末の更新が途中で止まった
cause-terminal-hardware_worn = 端末の部品の故障
cause-terminal-settings_wrong = 端末の設定が正しくない
cause-terminal-settings_unread = 端末が設定を読みそこねた
cause-portal-busy = マイナポータルの混雑
cause-portal-down = マイナポータルの障害
cause-portal-registration_slow = はじめての登録だけが遅い
cause-insurer-change_in_progress = 保険の切りかえの途中
cause-insurer-coverage_ended = 前の保険の期間が終わった
cause-insurer-data_wrong = 保険者の登録のちがい
cause-insurer-not_registered_yet = 保険者の登録がまだ
cause-prescription-service_down = 電子処方箋サービスの障害
cause-prescription-jammed = 電子処方箋サービスの一時的な混雑
