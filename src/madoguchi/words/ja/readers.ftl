# Reader models: what each shows that others do not, and the order of a restart.

reader-generic = 機種はまだ登録されていません
    .how = 本体の銘板の型番を見て、設定で選べます。選ばなくても案内は使えます。
reader-own-codes = この機種には、メーカー独自の番号もあります
    .how = 見なれない番号は書き写して、メーカーに伝えます。
reader-reads-phones = この機種は、スマホのマイナンバーカードも本体で読めます
    .how = スマホ用の機械を別に置く必要はありません。
reader-return-value = 番号といっしょに「復帰値」が出ることがあります
    .how = 復帰値も書き写して、メーカーに伝えます。管理コンソールや端末の画面にも出ます。
reader-paper-card = チップのない物を置くと、紙の証と受け取ることがあります
    .how = マイナンバーカードだけを置き直します。
reader-com-lost = 端末に「COM切断」と出たら、USBのつながりです
    .how = ケーブルを差し直し、別の差し込み口も試します。

restart-reader-off = リーダーの電源を切る
restart-terminal-off = 資格確認端末をシャットダウンする
restart-reader-on = リーダーの電源を入れる
restart-terminal-on = 資格確認端末の電源を入れる
