### なぜこの一手なのか、なぜほかはあとなのか。数字は「くわしく」の文（detail-、why-not-detail-）だけに出ます。

guide-minutes =
    { $minutes ->
        [0.5] 30秒
       *[other] { NUMBER($minutes, maximumFractionDigits: 1) }分
    }

## たしからしさ

sureness-rare = まれ
sureness-sometimes = ときどき
sureness-even = 半々
sureness-usually = たいてい
sureness-nearly-always = ほぼ必ず

## いまの一手の理由

reason-lead = まず「{ $step }」（{ $minutes }）。
reason-same = 「{ $other_step }」が先でも、どちらでもほぼ同じです。やりやすいほうからどうぞ。
reason-action-both = 「{ $other_step }」より先にする理由：短い時間ですみ、なおることも多いため（なおる見込み：{ $sureness }）。
reason-action-likelier = 「{ $other_step }」より先にする理由：なおることが多いため（なおる見込み：{ $sureness }）。
reason-action-quicker = 「{ $other_step }」より先にする理由：短い時間でためせるため（なおる見込み：{ $sureness }）。
reason-action-altogether = 「{ $other_step }」より先にする理由：あとの手順まで合わせると早くすむため（なおる見込み：{ $sureness }）。
reason-action-before-question = 「{ $other_step }」より先にする理由：確かめるより、ためすほうが早いため（なおる見込み：{ $sureness }）。
reason-action-before-fallback = 「{ $other_step }」より先にする理由：ほかの方法に移る前に、ためす値打ちがあるため（なおる見込み：{ $sureness }）。
reason-action-before-escalation = 「{ $other_step }」より先にする理由：つなぐ前に、ここでなおることがあるため（なおる見込み：{ $sureness }）。
reason-question = 「{ $other_step }」より先にする理由：答えによって、次の一手が変わるため。
reason-fallback = 「{ $next_step }」より先にする理由：患者さんをお待たせせずに、落ち着いて進められるため。
reason-fallback-refer = 「{ $next_step }」より先にする理由：今日の受付は、なおるのを待たずに進められるため。
reason-escalation = 窓口でためすより先にする理由：つなぐほうが早くすむため（窓口でなおる見込み：{ $sureness }）。
reason-escalation-only = 理由：窓口でためせることは残っていないため。

## ほかの手が、いまではない理由

why-not-same = 「{ $step }」が先でも、どちらでもほぼ同じです。
why-not-action = 「{ $step }」はあとにします。「{ $other_step }」が先のほうが早くすみます（なおる見込み：{ $sureness }）。
why-not-question = 「{ $step }」は、まだ確かめなくて大丈夫です。いまは、確かめる手間のほうが大きいためです。
why-not-fallback = 「{ $step }」に移るのは、「{ $other_step }」のあとでも間に合います。
why-not-escalation = 「{ $step }」はあとにします。「{ $other_step }」が先のほうが早くすみます（その相手の受けもちである見込み：{ $sureness }）。

## くわしく

detail-action = なおる見込みは { $p_fix }%。「{ $other_step }」を先にするより、平均で{ $delta }短くすみます。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-question = 先に確かめると、「{ $other_step }」に進むより、平均で{ $delta }短くすみます。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-fallback = 先に移ると、「{ $other_step }」を先にするより、平均で{ $delta }短くすみます。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-escalation = その相手の受けもちである見込みは { $p_fix }%。「{ $other_step }」を先にするより、平均で{ $delta }短くすみます。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-action-alone = なおる見込みは { $p_fix }%。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-question-alone = このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-fallback-alone = このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-escalation-alone = その相手の受けもちである見込みは { $p_fix }%。このあとにかかる手間は、平均で{ $cost }分です（お待たせする時間は重くみています）。
detail-doubt = 数字が弱い：もとの数字はまだ仮のもので、変えて試すと、最初の一手が同じままだったのは { $share }% でした。迷うときは、やりやすい手からで大丈夫です。
detail-telling = いちばん手がかりになったのは、「{ $step }」の結果です。
detail-telling-probe = いちばん手がかりになったのは、「{ $probe }」のようすです。
why-not-detail-same = 先にしても、かかる手間は平均で{ $cost }分です。
why-not-detail-action = 先にすると、かかる手間は平均で{ $cost }分、{ $delta }長くなります（{ $minutes }、なおる見込み { $p_fix }%）。
why-not-detail-question = 先に確かめると、かかる手間は平均で{ $cost }分、{ $delta }長くなります（{ $minutes }）。
why-not-detail-fallback = 先に移ると、かかる手間は平均で{ $cost }分、{ $delta }長くなります（{ $minutes }）。
why-not-detail-escalation = 先にすると、かかる手間は平均で{ $cost }分、{ $delta }長くなります（{ $minutes }、その相手の受けもちである見込み { $p_fix }%）。

## 決まりがあって、いまは出さない手

rule-pin-entry = 「{ $step }」は、いまは出しません。残り回数が2回以上と分かるまでは、次のまちがいでロックされるおそれがあるためです。
rule-face-try = 「{ $step }」は、いまは出しません。顔認証は1回の来院で2回までにして、照合番号Bのロックを防ぎます。
rule-another-card = 「{ $step }」は、患者さんの受付を先に進めてからにします。
rule-restarts = 「{ $step }」は、処理が終わってからにします。
