### 設定

field-my-number = 12けたの番号は、ここには入れないでください。書いたものは消しました。

settings-title = 設定
settings-lead = なにも入れなくても使えます。入れておくと、電話で読む文や案内が、ここに合ったものになります。
settings-saved = 保存しました。
settings-save = 保存する
settings-look = { $count }か所を見直してください。まだ何も保存していません。
settings-not-kept = 置き場所に書けませんでした。空きを確かめて、もう一度お願いします。前の設定はそのままです。

settings-kind = 施設の種類
settings-kind-medical = 医科
settings-kind-dental = 歯科
settings-kind-pharmacy = 薬局
settings-kind-hospital = 病院
settings-name = 施設の名前
settings-name-hint = 電話で読む文の最初に入ります。
settings-code = 医療機関コード・薬局コード
settings-code-hint = 7けた（都道府県などを付けるときは10けた）
settings-phone = 電話番号

settings-contacts = 電話の相手
settings-contacts-hint = コールセンターの番号は、はじめから入っています。ほかの相手を入れておくと、困ったときにすぐ出ます。
settings-contact-name = 会社や担当の名前
settings-contact-contract = 契約番号・お客さま番号
settings-hours-mon-fri = 月〜金の受付時間
settings-hours-sat = 土曜の受付時間
settings-hours-sun = 日曜の受付時間

settings-reader = リーダーの機種
settings-reader-hint = 本体の銘板にあります。選ばなくても使えます。
settings-reader-generic = わからない・この中にない

settings-waiting = 待っている患者さんの重み
settings-waiting-hint = 重いほど、直すより先に「ほかの方法で受付を続ける」をすすめます。
settings-waiting-light = 軽い（待つ人が少ない）
settings-waiting-normal = ふつう
settings-waiting-heavy = 重い（いつも混んでいる）

settings-patient-languages = 患者さんの画面のことば
settings-staff-language = 受付の画面のことば

settings-folders = 結果ファイルの置き場所
settings-folders-hint = 1行に1つ。見るだけで、ファイルを動かしたり書きかえたりしません。入れておくと、結果から自動で気づきます。
settings-folder-good = 見えています
settings-folder-bad = 見えません。つながりと、見る許しを確かめてください。

settings-certificate = 端末の証明書が切れる日
settings-certificate-hint = 「電子証明書発行通知書」にある日付です。近づいたら、ここと受付の画面でお知らせします。

settings-bad-choice = この中から1つえらんでください。
settings-bad-code = 7けたか10けたの数字で入れてください。
settings-bad-phone = 数字とハイフンで入れてください（例：03-0000-0000）。
settings-bad-name = 60文字までの1行で入れてください。
settings-bad-hours = 「9:00-12:00, 13:00-18:00」の形で入れてください。
settings-no-language = 1つ以上えらんでください。
settings-many-folders = 置き場所は8つまでです。
settings-bad-folder = はじめから書いた場所を、1行に1つ入れてください（例：C:\OQS\res または \\名前\共有）。
settings-bad-day = 「2027-01-29」の形の日付で入れてください。
