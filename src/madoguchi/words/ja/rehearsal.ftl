# 練習（madoguchi rehearse）

rehearsal-head = 表示 原因                                  結果            分   相手
rehearsal-verdict-cured = 直った
rehearsal-verdict-continued = 受付を続けた
rehearsal-verdict-escalated_right = 正しく渡した
rehearsal-verdict-wrong = ちがった
rehearsal-codes = 問題                        実際   ガイド     比   ページ順   最短
rehearsal-near = ±15%以内
rehearsal-replica-off = 練習環境のほうが軽い（効く手順が必ず効くため）
rehearsal-model-off = ガイドの見込みのほうが軽い（確率か時間を見直す）
rehearsal-ended = 全{ $faults }件: 直った { $cured } / 受付を続けた { $continued } / 正しく渡した { $escalated_right } / ちがった { $wrong }
rehearsal-sum = 正しく終わった割合 { $right }、ページの順より { $saving } 短い、答えを知っている人の { $best } 倍

error-unknown-fault =
    .title = その名前のものはありません
    .detail = エラー番号、話題、原因のどれでもありません。
    .remedy = madoguchi replica fault list で名前を確かめてください。
error-nothing-to-rehearse =
    .title = 何を練習するか決まっていません
    .detail = エラー番号も原因も書かれていません。
    .remedy = madoguchi rehearse 011 のように番号を書くか、--all を付けてください。

# 人のための練習（--drill）

rehearsal-drill-title = 窓口の練習
rehearsal-drill-mark = 練習です。出てくる人はすべて架空で、公式のものではありません。
rehearsal-drill-head = リーダーに、何かが起きています
rehearsal-drill-how = リーダーの画面で受付を試し、出た番号を窓口の画面に入れます。窓口の画面が出す手順を、下のボタンで行います。行うたびに、リーダーでもう一度試してください。急がなくて大丈夫です。
rehearsal-drill-kiosk = リーダーの画面
rehearsal-drill-desk = 窓口の画面（練習）
rehearsal-drill-fallback = この患者さんを先に進める
rehearsal-drill-action = 手を動かす
rehearsal-drill-escalation = 頼む・電話する
rehearsal-drill-so-far = ここまでにしたこと
rehearsal-drill-look-again = 様子が変わりました。リーダーで確かめてください
rehearsal-drill-end = 終わり
rehearsal-drill-done = ふり返る
rehearsal-drill-thanks = おつかれさまでした
rehearsal-drill-over = 原因はなくなりました。
rehearsal-drill-not-over = 原因はまだ残っています。途中で終えても、練習には十分です。
rehearsal-drill-was = 原因は「{ $cause }」でした（{ $problem }）。
rehearsal-drill-yours = したこと
rehearsal-drill-best = 窓口の画面がすすめる順
rehearsal-drill-nothing = 見ていただけで、何もしていません
rehearsal-drill-minutes = かかる分
rehearsal-drill-unit = 実際の時計ではなく、手順ごとの目安の分です。患者さんを待たせる1分は、3分と数えます。
rehearsal-drill-patient = 患者さんから見ると
rehearsal-drill-felt = リーダーの前で待った時間は約{ $minutes }分、何かをお願いされたのは{ $asked }回でした。
rehearsal-drill-kind = 先に進めてから直すと、待つ時間は短くなります。直せなかったことは、だれのせいでもありません。
rehearsal-drill-open = 練習のページ  { $page }
rehearsal-drill-wait = 終わったら、ここで Enter を押してください。
