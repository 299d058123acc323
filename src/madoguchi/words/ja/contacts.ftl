# Whom to call, and a sentence to read out. Every variable may be empty: each sentence reads on without it.

contact-call-centre = オンライン資格確認等コールセンター
    .say = こちら { $facility_name } 医療機関の受付です。顔認証付きカードリーダー { $code } { $name } の件でお電話しました。今日 { $since } 起きました。受付で試したことも お伝えできます。{ $tried } 医療機関コードも お伝えできます。{ $facility_code } そちらの障害かどうか、こちらで次に何をすればよいか、教えてください。
contact-vendor = 導入業者（システム業者）
    .say = お世話になっています。こちら { $facility_name } 医療機関の受付です。資格確認端末 { $code } { $name } の件でお電話しました。今日 { $since } 起きました。受付で試したことも お伝えできます。{ $tried } 見に来ていただくか、遠隔で見ていただけますか。
contact-maker = カードリーダーのメーカー
    .say = こちら { $facility_name } 医療機関の受付です。機種は { $reader } 顔認証付きカードリーダーです。エラー { $code } { $name } の件でお電話しました。今日 { $since } 起きました。受付で試したことも お伝えできます。{ $tried } 次に確かめることと、交換の手順を教えてください。
contact-carrier = 回線の事業者
    .say = こちら { $facility_name } 医療機関の受付です。オンライン資格確認に使っている回線のことでお電話しました。今日 { $since } つながらなくなりました。受付で試したことも お伝えできます。{ $tried } そちらで障害や工事、回線認証の変更がないか、調べてください。
contact-municipality = 市区町村のマイナンバーカード窓口
    .say = マイナンバーカードを医療機関で使うとき、リーダーに { $code } { $name } 表示が出ました。カードの状態を見て、必要な手続きを教えてください。
contact-insurer = 患者さんの保険者（健康保険組合・協会けんぽ・市区町村など）
    .say = こちら { $facility_name } 医療機関の受付です。オンライン資格確認で、そちらに加入の方の資格を確かめられませんでした。登録の状況を、ご本人か勤め先から確かめられるようにしてください。
contact-portal-notices = 医療機関等向け総合ポータルサイトのお知らせ
    .say = 電話ではなく、サイトの「障害情報・お知らせ」を見ます。{ $code } { $name } に合うお知らせがあれば、復旧を待ちます。
contact-eprescription = 電子処方箋管理サービス（ポータルサイトのお知らせ）
    .say = 電話の前に、ポータルサイトで電子処方箋のお知らせを見ます。載っていなければ、コールセンターに聞きます。
