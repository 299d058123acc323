### 控え（バックアップ）と、書きとめたものの日数

morning-backup-title = 控え（バックアップ）
morning-backup-fresh = { $day }に作りました。
morning-backup-new = まだ、なくなって困るものはありません。
morning-backup-old = 最後に作ってから{ $days }日たちました（{ $day }）。手のあいたときに、作ってください。
morning-backup-never = まだ作っていません。手のあいたときに、作ってください。
morning-backup-how = USBメモリをさして、管理する人が「madoguchi backup --out ファイル」を動かします。合言葉で封がされ、読み返して確かめるところまで自動です。

settings-days = 日数
settings-keep-days = 障害で書きとめたものを、確かめてから消すまでの日数
settings-keep-days-hint = 1から3650まで。空のままなら30日。残すと決めたものは消えません。
settings-backup-days = 控えを作ってから、お知らせするまでの日数
settings-backup-days-hint = 1から365まで。空のままなら7日。
settings-bad-keep-days = 1から3650までの数で入れてください。
settings-bad-backup-days = 1から365までの数で入れてください。
