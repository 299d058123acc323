# Whom to call, and a sentence to read out. Every variable may be empty: each sentence leaves out what is not known.

## Pieces

said-caller = { GIVEN($facility_name) ->
        [yes] { $facility_name }の受付です。
       *[no] { $facility ->
            [pharmacy] 保険薬局の受付です。
           *[other] 医療機関の受付です。
        }
    }
said-reader = { GIVEN($reader) ->
        [yes] 顔認証付きカードリーダー（{ $reader }）
       *[no] 顔認証付きカードリーダー
    }
said-shown = { GIVEN($code) ->
        [yes] に「{ $code }{ GIVEN($name) ->
            [yes] { " " }{ $name }
           *[no] { "" }
        }」と出て
       *[no] { GIVEN($name) ->
            [yes] の「{ $name }」の件で
           *[no] がうまく動かず
        }
    }
said-since = { GIVEN($since) ->
        [yes] { $since }からです。
       *[no] { "" }
    }
said-tried = { GIVEN($tried) ->
        [yes] 試したこと：{ $tried }。
       *[no] { "" }
    }
said-code = { GIVEN($facility_code) ->
        [yes] 医療機関コードは{ $facility_code }です。
       *[no] { "" }
    }

## Contacts

contact-call-centre = オンライン資格確認等コールセンター
    .say = { said-caller }{ said-code }{ said-reader }{ said-shown }、困っています。{ said-since }{ said-tried }そちらで障害が起きていないか、こちらで次に何をすればよいか、教えてください。
contact-vendor = 導入業者（システム業者）
    .say = お世話になっています。{ said-caller }{ said-reader }{ said-shown }、困っています。{ said-since }{ said-tried }見に来ていただくか、遠隔で見ていただけますか。
contact-maker = リーダーのメーカー
    .say = { said-caller }{ said-reader }{ said-shown }、困っています。{ said-since }{ said-tried }次に確かめることと、交換になるときの手順を教えてください。
contact-carrier = 回線の事業者
    .say = { said-caller }オンライン資格確認に使っている回線がつながりません。{ said-since }{ said-tried }障害や工事、回線認証の変更がないか、調べてください。
contact-municipality = 市区町村のマイナンバーカード窓口
    .say = 医療機関でマイナンバーカードを使ったら、機械{ said-shown }、窓口に来ました。カードの状態を見て、必要な手続きを教えてください。
contact-insurer = 患者さんの保険者（健康保険組合・協会けんぽ・市区町村など）
    .say = { said-caller }オンライン資格確認で、そちらにご加入の方の資格を確かめられませんでした。登録がどうなっているか、ご本人か勤め先から確かめるには、どうすればよいですか。
contact-portal-notices = 医療機関等向け総合ポータルサイトのお知らせ
    .say = 電話ではなく、サイトの障害情報とお知らせを見ます。今の様子に合うお知らせがあれば、復旧を待ちます。
contact-eprescription = 電子処方箋管理サービス（ポータルサイトのお知らせ）
    .say = 電話の前に、ポータルサイトで電子処方箋のお知らせを見ます。載っていなければ、コールセンターに聞きます。
