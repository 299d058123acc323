### 調べた結果：つながりの輪ごとに、何を見たか。

probe-clock = パソコンの時計
probe-disk = パソコンの空き容量
probe-memory = パソコンのメモリー
probe-uptime = パソコンの連続運転
probe-pcsc-reader = カードリーダー（このパソコン）
probe-terminal-certificate = 端末の証明書
probe-request-folder = 質問のフォルダー
probe-output-folder = 結果のフォルダー
probe-cable = LAN のケーブル
probe-gateway = ルーター
probe-name-resolution = 名前の引きあて
probe-line = 回線
probe-centre = センターの入口
probe-area-notice = ポータルのお知らせ

evidence-any-slow = { $seconds }秒待っても調べ終わらないので、やめました。分からないままです。
evidence-any-failed = 調べている途中で思わぬことが起き、分かりませんでした。

evidence-clock-good-server = 時刻のサーバーと合っています（ずれは1分以内）。
evidence-clock-good-files = 端末の新しいファイルの時刻と合っています（ずれは1分以内）。
evidence-clock-slow-server = 時刻のサーバーより、約{ $minutes }分おくれています。
evidence-clock-fast-server = 時刻のサーバーより、約{ $minutes }分すすんでいます。
evidence-clock-slow-files = 端末のファイルの時刻より、約{ $minutes }分おくれています。どちらの時計が合っているか、見比べてください。
evidence-clock-fast-files = 端末のファイルの時刻より、約{ $minutes }分すすんでいます。どちらの時計が合っているか、見比べてください。
evidence-clock-jumped-ahead = { $at } に、時計が{ $seconds }秒とんで先へ進みました。
evidence-clock-jumped-back = { $at } に、時計が{ $seconds }秒もどりました。
evidence-clock-nothing-to-compare = 比べるものがありません。新しい結果のファイルが届くか、時刻のサーバーを設定に入れると分かります。
evidence-clock-server-silent = 時刻のサーバーから返事がありません。比べられませんでした。
evidence-clock-server-garbage = 時刻のサーバーの返事が、時刻として読めません。比べられませんでした。

evidence-disk-good = 空きは { $megabytes } MB あります。
evidence-disk-tight = 空きが { $megabytes } MB しかありません。いらないファイルを片づけてください。
evidence-disk-full = 空きが { $megabytes } MB です。記録が書けなくなります。今すぐ片づけてください。
evidence-disk-untold = 空きを調べられませんでした。
evidence-memory-good = 空きは { $percent }% あります。
evidence-memory-tight = 空きが { $percent }% です。使っていないソフトを閉じてください。
evidence-memory-out = 空きが { $percent }% で、ほとんど動けません。ソフトを閉じるか、再起動してください。
evidence-uptime-good = { $days }日前から動いています。
evidence-uptime-long = { $days }日、再起動していません。診療のあとで一度、再起動しましょう。
evidence-uptime-untold = 起動した時が、今より後になっています。時計を確かめてください。

evidence-terminal-certificate-good = { $end } まで、あと{ $days }日あります。
evidence-terminal-certificate-open = { $end } まで、あと{ $days }日です。もう更新できます。
evidence-terminal-certificate-week = { $end } まで、あと{ $days }日です。今週のうちに業者と更新の日を決めてください。
evidence-terminal-certificate-now = { $end } まで、あと{ $days }日です。きょう更新してください。
evidence-terminal-certificate-ended = { $end } に切れて、{ $days }日たちました。
evidence-terminal-certificate-untold = 期限の日が、まだ設定に入っていません。
evidence-terminal-certificate-unreadable = 設定にある証明書のファイルが読めません。期限の日を入れてください。

evidence-output-folder-good = フォルダー「{ $folder }」は読めます。最後の結果は { $at } です。
evidence-output-folder-crowded = フォルダー「{ $folder }」は読めます。ファイルが{ $count }個以上あり、全部は見ていません。
evidence-output-folder-empty = フォルダー「{ $folder }」は読めますが、まだ結果が1つも来ていません。ここで合っているかは分かりません。
evidence-output-folder-unnamed = 見張るフォルダーが、設定に入っていません。
evidence-output-folder-missing = フォルダー「{ $folder }」がありません。
evidence-output-folder-place = フォルダー「{ $folder }」のある場所（共有やドライブ）ごと、見えません。
evidence-output-folder-unreadable = フォルダー「{ $folder }」を見る許可がありません。
evidence-output-folder-away = フォルダー「{ $folder }」のあるパソコンに、つながりません。電源を見てください。
evidence-output-folder-share-lost = フォルダー「{ $folder }」の共有が外れています。空の入れ物だけが見えています。
evidence-output-folder-full = フォルダー「{ $folder }」のディスクが、いっぱいです。
evidence-output-folder-refused = 端末が、この1時間に{ $count }件の質問を受けつけませんでした（最後は { $at }）。
evidence-output-folder-quiet = { $since } から結果が来ていません。同じ曜日は{ $days }日のうち{ $busy }日、この間に来ていました。

evidence-request-folder-good = フォルダー「{ $folder }」に、待ったままの質問はありません。
evidence-request-folder-slow = 端末が、{ $since } から{ $count }件の質問を取りに来ていません。
evidence-request-folder-stuck = 端末が、{ $since } から{ $count }件の質問を取りに来ていません。端末の連携アプリが止まっているようです。
evidence-request-folder-refused = 端末が、この1時間に{ $count }件の質問を受けつけませんでした（最後は { $at }）。
evidence-request-folder-unnamed = 質問のフォルダーが、設定に入っていません。
evidence-request-folder-missing = フォルダー「{ $folder }」がありません。
evidence-request-folder-unreadable = フォルダー「{ $folder }」を見る許可がありません。
evidence-request-folder-away = フォルダー「{ $folder }」のあるパソコンに、つながりません。電源を見てください。

evidence-network-unanswered = 端末がこのパソコンと同じ LAN・ルーターを使っているか、設定でまだ答えがありません。そのため調べていません。
evidence-network-other-lan = 端末は、このパソコンと別の LAN を使っています。ここからは分かりません。
evidence-cable-good = LAN につながっています（{ $count }本）。
evidence-cable-one-lost = 「{ $name }」のつながりが切れました。ほかの LAN は生きています。
evidence-cable-none = このパソコンが LAN から外れています。ケーブルを見てください。
evidence-cable-untold = LAN のつなぎ口が見つかりません。
evidence-gateway-good = ルーターが返事をしました。
evidence-gateway-quiet = ルーターの入口（ポート）は閉じていますが、LAN の上では返事があります。
evidence-gateway-neighbour = パソコンの近所の表では、ルーターが生きています。
evidence-gateway-gone = ルーターの返事がありません。電源とケーブルを見てください。
evidence-gateway-untold = ルーターを調べる手がかりがありません。ルーターのアドレスを設定に入れると分かります。
evidence-line-good = ルーターの外の相手（{ $count }か所）が返事をしました。
evidence-line-down = ルーターは生きていますが、その外の{ $count }か所から返事がありません。
evidence-line-down-router-untold = 外の{ $count }か所から返事がありません。ルーターが生きているかは分かりません。
evidence-line-behind-router = ルーターの返事がないので、その先の回線は分かりません。
evidence-line-no-host = 回線を調べる相手が、設定に入っていません。
evidence-line-no-name = 相手の名前を引けないので、回線は分かりません。
evidence-line-only-centre = センターの返事がありません。回線のせいか、センターのせいかは分かりません。
evidence-name-resolution-good = 名前からアドレスを引けています。
evidence-name-resolution-no-such-name = 「その名前はない」という返事でした。設定の名前か、名前のサーバーの設定を確かめてください。
evidence-name-resolution-down = ルーターは生きていますが、名前を引く返事がありません。
evidence-name-resolution-behind-router = ルーターの返事がないので、名前のことは分かりません。
evidence-name-resolution-no-name = 名前で書かれた相手が、設定にありません。
evidence-centre-good = センターの入口まで届きました。その中が動いているかまでは分かりません。
evidence-centre-refused = センターの入口が閉じています。
evidence-centre-down = 回線は生きていますが、センターの入口に届きません。
evidence-centre-line-untold = センターの入口に届きませんが、回線のせいかもしれず、分かりません。
evidence-centre-no-host = センターの入口が、設定に入っていません。
evidence-centre-no-name = センターの名前を引けないので、分かりません。

evidence-area-notice-none = 今に当てはまるお知らせは、貼られていません。
evidence-area-notice-down = お知らせによると、{ $at } から止まっています。
evidence-area-notice-planned = お知らせによると、予定された停止中です（{ $at } から）。
evidence-area-notice-over = お知らせによると、{ $at } に元に戻りました。
