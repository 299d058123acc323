### 1分でできる朝の点検

morning-title = 朝の点検
morning-left = あと{ $count }つ
morning-done = すみました
morning-more = 点検のしかた
morning-lead = 最初の患者さんの前に、1分だけ見ます。
morning-all-good = ぜんぶ良いです。いつでも受付を始められます。
morning-good = 良い
morning-open = この手順を見る

morning-screen = 画面がついている
    .how = リーダーの画面に「マイナンバーカードを置いてください」と出ているかを見ます。
    .good = ついている
    .bad = ついていない
    .mend = 電源とケーブルから順に見ていきます。
morning-automatic = 自動運転になっている
    .how = 端末のアプリが「自動運転」かを見ます。目視確認のままだと、顔でも暗証番号でも受けつけません。
    .good = 自動運転
    .bad = ちがう
    .mend = 端末のアプリで「自動運転」に戻してから、もう一度見ます。
morning-card = 自分のカードで音がする
    .how = 自分のマイナンバーカードを置いて、音か次の画面が出たら、取り消して終わります。番号は言わず、ほかの人のカードは使いません。
    .good = 出た
    .bad = 出ない
    .mend = 置き方とリーダーのふれる所から順に見ていきます。
morning-lens = カメラをふいた
    .how = カメラの窓を、やわらかい乾いた布でふきます。
    .good = ふいた
    .bad = くもる・割れている
    .mend = 明るさと向きから順に見ていきます。
