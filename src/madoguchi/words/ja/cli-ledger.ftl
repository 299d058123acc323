### The command line of ledger, audit, backup and restore.

cli-ledger-passphrase = 台帳の合言葉：
cli-new-passphrase = 新しい合言葉：
cli-export-passphrase = 書き出しファイルの合言葉：
cli-backup-passphrase = バックアップの合言葉：
cli-passphrase-again = もう一度：

cli-ledger-waiting = 照会待ち
cli-ledger-found = 資格あり
cli-ledger-former = 旧資格
cli-ledger-not-found = 見つからず
cli-ledger-done = 済み
cli-ledger-male = 男
cli-ledger-female = 女
cli-ledger-unset = 性別の記載なし
cli-ledger-count = { $count }件
cli-ledger-unreadable = { $entry }：開けません。書きかえられたか、こわれています。紙の控えと照らし合わせてください。
cli-ledger-same = 同じ人かもしれません：{ $entries }
cli-ledger-exported = { $count }件を { $file } に暗号化して書き出しました。
cli-ledger-destroyed =
    { $count }件の中身と鍵を消しました。もう誰にも読めません。バックアップと書き出しファイルは残っています。いらなければ別に消してください。{ $emptied ->
        [yes] { "" }
       *[no] { " " }動いている窓口を一度閉じると、書きこみの控えからも消えます。
    }
cli-ledger-rotated = 合言葉を変え、鍵を新しくしました（第{ $version }版）。前の合言葉では開きません。変える前のバックアップは前の合言葉で開きます。
cli-ledger-held = { $entry } を保全しました。期日が来ても消えません。
cli-ledger-released = { $entry } の保全を解きました。期日が来ると消えます。

cli-audit-changed = { $number }行目から{ $until }行目：書きかえられたか、鍵なしで足されています。
cli-audit-inserted = { $number }行目：あとから差しこまれています。
cli-audit-removed = { $number }行目から{ $until }行目：抜き取られています。
cli-audit-cut = { $number }行目から{ $until }行目：控えの時にはあった行が、切り取られています。
cli-audit-other-anchor = { $number }行目：控えと違う記録です。記録ごと作り直されたか、控えの写し違いです。
cli-audit-no-key = 鍵（audit.key）がないので、{ $number }行目から{ $until }行目は確かめられません。
cli-audit-key-lost = { $number }行目から{ $until }行目：この行の鍵は失われ、途中で作り直されています。確かめられません。
cli-audit-entry-missing = 台帳の { $entry }：書いた記録はあるのに、消した記録なしになくなっています。
cli-audit-entry-unknown = 台帳の { $entry }：書いた記録がないのに、台帳にあります。
cli-audit-clock = （{ $number }行目で時計が戻っています。並びは番号のとおりです。）
cli-audit-head = 末尾の控え：{ $head }（{ $rows }行）
cli-audit-unproven-cut = 控えがないので、末尾が切り取られていないことは証明できません。日々の紙やバックアップの控えを --anchor で渡してください。
cli-audit-unproven-cut-after = { $number }行目より後が切り取られていないことは証明できません。もっと新しい控えがあれば渡してください。
cli-audit-unproven-key-holder = 鍵のファイルも持つ人が全体を作り直していないことは、控えがないと証明できません。
cli-audit-unproven-key-holder-after = 鍵のファイルも持つ人が { $number }行目より後を作り直していないことは、証明できません。
cli-audit-good = 記録は書かれたときのままです。
cli-audit-bad = 記録に手が入っています。上の行を、紙の控えとバックアップに照らして調べてください。

cli-backup-made = { $file } を作り、読み返して確かめました（中のファイル{ $files }個、手元に{ $generations }世代）。
cli-backup-head = 中の監査記録の控え：{ $head }
cli-backup-not-noted = バックアップはできましたが、今は記録に書けないため、作ったことが残っていません。
cli-restore-checked = { $made } のバックアップを最後まで読みました（ファイル{ $files }個）。何も変えていません。
cli-restore-done = { $made } のバックアップに戻しました（ファイル{ $files }個）。
cli-restore-good = データベースと監査記録は、そろっています。
cli-restore-flawed = 読めましたが、データベースか監査記録に手が入った跡があります。madoguchi audit verify で調べてください。

error-not-the-same =
    .title = 二度の入力が同じではありません
    .detail = 何も変えていません。
    .remedy = もう一度はじめから入れてください。

error-not-sure =
    .title = 消す前に、確かめます
    .detail = 台帳の鍵を消すと、中身は誰にも読めなくなります。何も変えていません。
    .remedy = 消してよければ、--sure を付けてください。

error-bad-anchor =
    .title = 控えの形ではありません
    .detail = 控えは、128-3f9a-c01d-… のように、行の番号と20けたの英数字です。
    .remedy = 日々の紙かバックアップの控えを、そのまま写してください。

error-backup-not-ours =
    .title = 窓口のファイルではありません
    .detail = バックアップや書き出しの形をしていません。何も変えていません。
    .remedy = ファイルの名前を確かめて、選び直してください。

error-backup-wrong-passphrase =
    .title = 合言葉が違います
    .detail = この合言葉では開きません。何も変えていません。
    .remedy = 作った時の合言葉を入れてください。あとで変えた合言葉では、前に作ったものは開きません。

error-backup-incomplete =
    .title = 途中までしかないファイルです
    .detail = 書いている途中で止まったか、写す途中で切れています。何も変えていません。
    .remedy = 一つ前の世代（名前の終わりに .1 などの付くもの）を使ってください。

error-backup-changed =
    .title = 中身が変わっているファイルです
    .detail = 作った時のままではありません。何も変えていません。
    .remedy = 一つ前の世代（名前の終わりに .1 などの付くもの）を使ってください。

error-backup-no-data =
    .title = ここには何もありません
    .detail = 窓口の記録か、バックアップのファイルが見つかりません。
    .remedy = 場所を --data かファイル名で確かめてください。

error-backup-data-exists =
    .title = 戻す先に、もう記録があります
    .detail = 上書きはしていません。
    .remedy = 別の場所を --data で選ぶか、今の記録を消してよければ --force を付けてください。先にバックアップを作ると安心です。

error-backup-desk-running =
    .title = 窓口が動いています
    .detail = 動いている間は戻せません。何も変えていません。
    .remedy = 窓口を閉じてから、もう一度してください。

error-backup-newer =
    .title = 新しい版で作られたバックアップです
    .detail = この版では読めません。何も変えていません。
    .remedy = 新しい版を入れてから戻してください。

error-backup-unwritable =
    .title = ここには書けません
    .detail = 空きがないか、書きこみの許可がありません。前のバックアップはそのままです。
    .remedy = ディスクの空きとフォルダーの許可を見るか、別の場所を選んでください。
