### madoguchi guide --model：ご自分のモデルのファイルが使えないとき。

error-broken-model =
    .title = モデルのファイルが読めませんでした
    .detail = 合わないところが見つかったので、計算せずに止まりました。
    .remedy = 示されたファイルの行と項目を直してください（書き方：docs/guide/model.md）。
