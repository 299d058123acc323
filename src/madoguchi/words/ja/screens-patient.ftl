### Everything around the three lines on the patient screen, and what its drawings say to those who cannot see them.

screen-patient-title = 受付のごあんない
screen-patient-language-name = 日本語
screen-patient-languages = ことば
screen-patient-read-aloud = 声できく
screen-patient-larger = 字を大きく
screen-patient-normal-size = 字をもとの大きさに
screen-patient-not-translated = ここはまだ訳がないので、{ $language }で出しています。
screen-patient-mark = 受付の人が見る番号
screen-patient-back-to-staff = 受付の画面に戻る

## Drawings

picture-card-on-reader = カードを機械に置く絵
picture-case = カードをケースから出す絵
picture-card-kinds = いくつかのカードから、マイナンバーカードを選ぶ絵
picture-keypad = 機械の画面で、4けたの番号を入れる絵
picture-face = 機械のカメラを、まっすぐ見る絵
picture-people-counter = カードを手に持って、受付の人に見せる絵
picture-wait = 待合室のいすに、すわって待つ絵
picture-paper = 紙を手に持って、受付の人に見せる絵
picture-four-lines = 紙の4つの行に、書く絵
picture-form = 受付の人といっしょに、紙に書く絵
picture-phone = スマートフォンを、受付の人に見せる絵
picture-done = カードを手に取って、にっこりする絵
picture-start-over = カードを置いて、はじめに戻る絵
picture-welcome = 受付の人が、こちらを向いてほほえむ絵
