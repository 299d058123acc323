### The frame of the patient screen in やさしい日本語.

screen-patient-title = 受付[うけつけ]の あんない
screen-patient-language-name = やさしい日本語[にほんご]
screen-patient-languages = ことば
screen-patient-read-aloud = 声[こえ]で きく
screen-patient-larger = 字[じ]を 大[おお]きく
screen-patient-normal-size = 字[じ]を はじめの 大[おお]きさに
screen-patient-not-translated = ここは、{ $language }で 出[だ]しています。
screen-patient-mark = 受付[うけつけ]の 人[ひと]が 見[み]る 番号[ばんごう]
screen-patient-back-to-staff = 受付[うけつけ]の 画面[がめん]に もどる

## Drawings

picture-card-on-reader = カードを 機械[きかい]に 置[お]く 絵[え]
picture-case = カードを ケースから 出[だ]す 絵[え]
picture-card-kinds = いくつかの カードから、マイナンバーカードを 選[えら]ぶ 絵[え]
picture-keypad = 機械[きかい]の 画面[がめん]で、4けたの 番号[ばんごう]を 入[い]れる 絵[え]
picture-face = 機械[きかい]の カメラを、まっすぐ 見[み]る 絵[え]
picture-people-counter = カードを 手[て]に 持[も]って、受付[うけつけ]の 人[ひと]に 見[み]せる 絵[え]
picture-wait = いすに すわって 待[ま]つ 絵[え]
picture-paper = 紙[かみ]を 手[て]に 持[も]って、受付[うけつけ]の 人[ひと]に 見[み]せる 絵[え]
picture-four-lines = 紙[かみ]の 4つの ところに、書[か]く 絵[え]
picture-form = 受付[うけつけ]の 人[ひと]と いっしょに、紙[かみ]に 書[か]く 絵[え]
picture-phone = スマートフォンを、受付[うけつけ]の 人[ひと]に 見[み]せる 絵[え]
picture-done = カードを 手[て]に とって、にっこりする 絵[え]
picture-start-over = カードを 置[お]いて、はじめに もどる 絵[え]
picture-welcome = 受付[うけつけ]の 人[ひと]が、にっこりする 絵[え]
