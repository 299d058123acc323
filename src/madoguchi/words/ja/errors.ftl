### When the desk cannot take what it was given: what it is (.title), what became of it (.detail), what to do (.remedy).
### These texts take no values: what was sent may hold somebody's data and is never repeated.

error-bad-code =
    .title = 番号として読めませんでした
    .detail = 番号は、003 や 11 のような数字か、A-123 のような英字と数字です。
    .remedy = リーダーの画面に出ている番号だけを入れてください。番号が出ていないときは「番号が出ていない」を押してください。

error-unknown-problem =
    .title = この名前のトラブルは一覧にありません
    .detail = 一覧にあるのは、リーダーの番号と、窓口で起きるできごとの名前です。
    .remedy = /api/problems で一覧を見て、そこにある名前で呼んでください。

error-unknown-incident =
    .title = この記録は見つかりません
    .detail = この窓口には、その番号の記録がありません。
    .remedy = 受付の画面を開き直して、続いている記録から選んでください。

error-not-current-step =
    .title = 画面が先に進んでいます
    .detail = この答えは、ひとつ前の手順のものです。記録は変わっていません。
    .remedy = 今の手順を見て、そこで答えてください。

error-bad-outcome =
    .title = この答え方はできません
    .detail = この手順に合う答えではありません。記録は変わっていません。
    .remedy = fixed、failed、yes、no、unknown、skipped のうち、手順に合うものを送ってください。

error-too-large =
    .title = 大きすぎて読めません
    .detail = 送られたものが、読める大きさを超えています。何も取りこんでいません。
    .remedy = 端末が書いた結果のファイルを、1つだけ選んで送ってください。

error-not-xml =
    .title = 結果のファイルとして読めませんでした
    .detail = XML の形になっていないか、途中までしかありません。何も取りこんでいません。
    .remedy = 端末が書き終えるのを待って、もう一度選んでください。

error-xml-doctype =
    .title = このファイルは安全のため開きません
    .detail = 端末が書かない指定（DOCTYPE）が入っています。何も取りこんでいません。
    .remedy = 端末のフォルダーにある、もとのファイルを選んでください。

error-wrong-encoding =
    .title = 文字を読めませんでした
    .detail = UTF-8 でも Shift_JIS でもない文字が入っています。何も取りこんでいません。
    .remedy = 編集していない、もとのファイルを選んでください。

error-encrypted-zip =
    .title = 鍵のかかったファイルです
    .detail = パスワード付きの ZIP で届く形です。この窓口は中を見ません。
    .remedy = 端末やレセコンで開いたあとの、結果の XML ファイルを選んでください。

error-not-a-result =
    .title = 資格確認の結果ではありません
    .detail = XML としては読めましたが、資格確認の結果の形ではありません。何も取りこんでいません。
    .remedy = 名前が OQSsiquc01res で始まるファイルを選んでください。

error-empty =
    .title = 中身がありません
    .detail = 送られたものが空でした。記録は変わっていません。
    .remedy = 番号、言葉、ファイルのどれか1つを入れてください。

error-foreign-origin =
    .title = ほかのページからの操作は受けません
    .detail = この窓口の画面ではないページから送られました。記録は変わっていません。
    .remedy = 窓口の画面を開いて、そこから操作してください。

error-forged-host =
    .title = この宛先では開きません
    .detail = 開こうとした名前が、この窓口のものではありません。
    .remedy = 起動したときに出た宛先を、そのまま使ってください。

error-bad-desk =
    .title = 窓口の名前が読めませんでした
    .detail = 窓口の名前は、短い文字だけです。記録は変わっていません。
    .remedy = 1 や A のような、短い名前にしてください。

error-bad-json =
    .title = 送られた形を読めませんでした
    .detail = JSON の形になっていません。記録は変わっていません。
    .remedy = かっこや引用符がそろっているかを見て、送り直してください。

error-missing-field =
    .title = 足りない項目があります
    .detail = この操作に必要な項目が入っていません。記録は変わっていません。
    .remedy = /schema にある項目を足して、送り直してください。

error-unknown-field =
    .title = 知らない項目があります
    .detail = この操作にはない項目か、形の違う値が入っています。記録は変わっていません。
    .remedy = /schema にある項目だけにして、送り直してください。

error-idempotency-conflict =
    .title = 同じ鍵で、別の内容が届きました
    .detail = この Idempotency-Key は、すでに別の内容に使われています。記録は変わっていません。
    .remedy = 新しい鍵で送り直してください。

error-closed-incident =
    .title = この記録は、もう終わっています
    .detail = 終わった記録は変わりません。
    .remedy = また同じことが起きたときは、新しく始めてください。

error-unknown-way =
    .title = この進め方は一覧にありません
    .detail = この記録で選べる進め方ではありません。記録は変わっていません。
    .remedy = 画面の「この患者さんは」にある進め方から選んでください。

error-unknown-cause =
    .title = この原因は一覧にありません
    .detail = このトラブルの原因として知られているものではありません。記録は変わっていません。
    .remedy = 一覧の原因か、「わからない」を選んでください。

error-not-loopback =
    .title = このパソコンの中だけで開きます
    .detail = ほかの機器への入り口は、管理している人が「ほかの機器から開く」（/lan）で開けたものだけです。
    .remedy = --host を付けずに起動し、設定から /lan を開いてください。

error-port-busy =
    .title = この番号の口は、ほかで使われています
    .detail = 同じ窓口がもう動いているか、ほかのソフトが使っています。
    .remedy = もう開いている画面を使うか、--port で別の番号を選んでください。

error-no-data-directory =
    .title = 記録を置く場所が使えません
    .detail = フォルダーがないか、書きこみが許されていません。
    .remedy = 書きこめるフォルダーを --data で選んでください。

error-read-only =
    .title = 今は書きこめません
    .detail = 記録を読むことはできますが、足すことはできません。
    .remedy = ディスクの空きと、フォルダーの書きこみの許可を見てください。

error-broken-settings =
    .title = 設定のファイルが読めませんでした
    .detail = 設定の中に、読めないところがあります。もとのファイルはそのまま残しています。
    .remedy = 示された行を直すか、ファイルの名前を変えて、設定し直してください。

error-broken-catalogue =
    .title = トラブルの一覧が読めませんでした
    .detail = 一覧のファイルに合わないところがあるので、始めずに止まりました。
    .remedy = 示されたファイルの行と項目を直してください。

error-internal =
    .title = こちらの中で、つまずきました
    .detail = この窓口ソフトの側の不具合です。入れた内容のせいではありません。
    .remedy = 少し待って、もう一度試してください。続くときは madoguchi doctor の結果を担当者に渡してください。

error-not-found =
    .title = このページはありません
    .detail = 開こうとした場所には、何もありません。
    .remedy = 受付の画面（/）から進んでください。

error-method-not-allowed =
    .title = この場所では、その操作はできません
    .detail = 読むだけの場所に書こうとしたか、その逆です。記録は変わっていません。
    .remedy = /schema で、使える操作を見てください。

error-unsupported-media =
    .title = この形では受け取れません
    .detail = 送られた形の種類を読めません。何も取りこんでいません。
    .remedy = JSON、画面の入力欄、XML ファイルのどれかで送ってください。

error-unknown-language =
    .title = この言語の文は、まだありません
    .detail = 選べる言語の中にありません。
    .remedy = ja、ja-easy、en から選んでください。

error-unknown-step =
    .title = この番号に、その手順はありません
    .detail = 答えが書いてある手順の名前が、この番号の手順にありません。
    .remedy = madoguchi explain に番号と --json を付けると、手順の名前（id）が出ます。

error-unknown-sample =
    .title = この名前の見本はありません
    .detail = 見本の一覧に、その名前がありません。
    .remedy = madoguchi sample --list で一覧を見てください。

error-login-required =
    .title = ここは、名前を確かめてから開きます
    .detail = 設定や大切な記録を守るため、使う人を確かめます。15分使わないと、入り直しになります。
    .remedy = /login から入り、前のページに戻って続けてください。受付の案内は、このまま使えます。

error-not-paired =
    .title = この機器は、まだつながっていません
    .detail = ほかの機器から開くには、管理している人が作る文字がいります。記録は変わっていません。
    .remedy = /pair を開いて、8文字を入れてください。

error-not-for-this-device =
    .title = この機器では開かないページです
    .detail = この機器は、別の役目でつながっています。記録は変わっていません。
    .remedy = 受付の機器か、受付のパソコンで開いてください。

error-passphrase-first =
    .title = 先に合言葉を決めてください
    .detail = ほかの機器から開くには、管理している人の合言葉がいります。何も変わっていません。
    .remedy = /login/choose で合言葉を決めてください。

error-too-many =
    .title = 少しのあいだ、お待ちください
    .detail = この機器から続けてたくさん届いたので、ひと休みしています。記録は変わっていません。
    .remedy = 5秒ほど待って、もう一度お願いします。
