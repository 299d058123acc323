### The backup, and how many days what was written down is kept

morning-backup-title = Backup
morning-backup-fresh = Made on { $day }.
morning-backup-new = Nothing is kept yet that would be missed.
morning-backup-old = The last one is { $days } days old ({ $day }). Please make one when there is a quiet moment.
morning-backup-never = None was made yet. Please make one when there is a quiet moment.
morning-backup-how = Plug in a USB stick; the administrator runs "madoguchi backup --out FILE". It is sealed with a passphrase and read back by itself.

settings-days = Days
settings-keep-days = Days until what was written down in an outage is deleted, after it was looked up
settings-keep-days-hint = 1 to 3650. Empty means 30 days. What is put on hold is not deleted.
settings-backup-days = Days after a backup until you are reminded
settings-backup-days-hint = 1 to 365. Empty means 7 days.
settings-bad-keep-days = Please enter a number from 1 to 3650.
settings-bad-backup-days = Please enter a number from 1 to 365.
