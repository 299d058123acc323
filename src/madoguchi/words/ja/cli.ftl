### Headings of the command line.

cli-steps = 順に試すこと
cli-ways = この患者さんの受付を続けるには
cli-cautions = 気をつけること
cli-calls = 電話する相手
cli-patient-ja = 患者さんに（日本語）
cli-patient-ja-easy = 患者さんに（やさしい日本語）
cli-patient-en = 患者さんに（英語）
cli-check-tier = { $tier }：{ $count }件
cli-check-result =
    { $count ->
        [0] 足りないものはありません
       *[other] 足りないもの：{ $count }件
    }
