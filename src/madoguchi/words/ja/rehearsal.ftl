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
