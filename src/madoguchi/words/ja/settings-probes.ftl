### 設定：自分で調べること

settings-probes = 自分で調べること
settings-probes-hint = ここに書いた相手と場所だけを見ます。書かないものは調べず、「未確認」になります。
settings-same-lan = 端末とこのパソコンは、同じLAN・ルーターですか
settings-same-lan-hint = 「はい」のときだけ、ルーターと回線をこのパソコンから調べて、端末のこととして扱います。分からなければ業者に聞いてください。
settings-same-lan-yes = はい
settings-same-lan-no = いいえ
settings-same-lan-unanswered = まだ答えない
settings-hosts-gateway = ルーターの相手
settings-hosts-gateway-hint = 1行に1つ、名前:ポート。例：192.168.1.1:80
settings-hosts-line = 回線の外の相手
settings-hosts-line-hint = ルーターの外で、いつも返事をする相手です。例：dns.example.jp:53
settings-hosts-centre = センターの入口
settings-hosts-centre-hint = 業者から聞いた相手があれば入れます。空のままでもかまいません。
settings-request-folder = 質問ファイルの置き場所
settings-request-folder-hint = レセコンが端末への質問を置くフォルダーです。見るだけです。
settings-certificate-file = 端末の証明書のファイル
settings-certificate-file-hint = もらっていれば入れます。なければ、下の日付だけで足ります。
settings-time-source = 院内の時刻のサーバー
settings-time-source-hint = 例：192.168.1.1。空のときは、端末のファイルの時刻と比べます。
settings-card-reader = このパソコンのカードリーダー
settings-card-reader-hint = このパソコンにつないだ調べ用のリーダーの名前です。顔認証つきリーダーのことではありません。
settings-bad-host = 相手の書きかたが読めません。「名前:ポート」の形で書いてください。
settings-bad-port = ポートの番号がありません。「名前:443」のように、1から65535までの数を付けてください。
settings-many-hosts = 相手は、1つの欄に4つまでです。
