### 見た記録：帳簿と障害のときにしたこと

audit-what-read = 見た
audit-what-unreadable = 見ようとしたが、読めなかった
audit-what-released = 残すのをやめた
audit-what-exported = 暗号にして書き出した
audit-what-rotated = 書きとめ帳の合言葉を変えた
audit-what-ledger-changed = 書きとめ帳のかぎが変わっていた
audit-what-reconciled-waiting = まだにもどした
audit-what-reconciled-found = 見つかった、とした
audit-what-reconciled-former = 前の資格だけ、とした
audit-what-reconciled-not-found = 見つからない、とした
audit-what-reconciled-done = 請求の用意ができた、とした
audit-what-visit-shown = 証明を見せてもらった（人数だけ）
audit-what-visit-known-data = 変わりなしと聞いた（人数だけ）
audit-what-backup-made = 控えを作った
audit-what-restored = 控えから戻した
