### madoguchi guide --explain の見出し。計算の行そのものは記号と数字だけです。

cli-explain-scale = ことばの段階：{ $words }。質問に「わからない」と答える見込み：{ $unknown }（どの原因でも同じ）
cli-explain-causes = 原因のはじめの見込み＝重み ÷ 重みの合計 ×（1 − ファイルにない原因の見込み）
cli-explain-chances = 原因ごとの、答えの見込み（行動は「なおらない」見込み、質問の「はい」「いいえ」は×（1 −「わからない」））
cli-explain-known = 機械が見たこと：{ $known }　決まりで出さない手：{ $masked }
cli-explain-situations = 場面ごとの計算（分）。待っている患者さんの1分の重みは { $weight }。場面の値は、いちばん上の手の値です。
    行動と質問＝（分＋歩く分）×（1＋重み）＋患者さんの負担＋Σ 答えの見込み×[次の場面]。つなぐ＝分＋受付を先に進める分＋担当ちがいの見込み×やりなおしの分
cli-explain-waiting = 患者さんが待っている
cli-explain-gone-on = 受付は先に進んだ

cli-check-models = 仮の数字への頼りぐあい：数字をいろいろに変えた世界のうち、最初の一手が同じままの割合（{ $limit }%未満は「数字が弱い」）。つづく3行は、測る値打ちの大きい数字（かっこ内は、分かると平均で減る分）
cli-check-models-weak = { $problem }：{ $share }%　数字が弱い
cli-check-models-firm = { $problem }：{ $share }%
cli-check-models-stale = { $problem }：数字が変わりました。scripts/doubt を実行してください。
