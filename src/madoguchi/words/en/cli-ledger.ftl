### The command line of ledger, audit, backup and restore.

cli-ledger-passphrase = Passphrase of the ledger:
cli-new-passphrase = New passphrase:
cli-export-passphrase = Passphrase of the export:
cli-backup-passphrase = Passphrase of the backup:
cli-passphrase-again = Once more:

cli-ledger-waiting = to look up
cli-ledger-found = found
cli-ledger-former = former number
cli-ledger-not-found = not found
cli-ledger-done = done
cli-ledger-male = male
cli-ledger-female = female
cli-ledger-unset = sex not written down
cli-ledger-count =
    { $count ->
        [one] { $count } entry
       *[other] { $count } entries
    }
cli-ledger-unreadable = { $entry }: does not open. It was changed or damaged. Compare it with what is on paper.
cli-ledger-same = Perhaps the same person: { $entries }
cli-ledger-exported =
    { $count ->
        [one] { $count } entry was written, encrypted, to { $file }.
       *[other] { $count } entries were written, encrypted, to { $file }.
    }
cli-ledger-destroyed =
    The key and the content of { $count } entries are gone; nobody can read them any more. Backups and exports are still there: delete them, too, if they are not needed.{ $emptied ->
        [yes] { "" }
       *[no] { " " }Close the running desk once, and they are gone from its write log as well.
    }
cli-ledger-rotated = The passphrase was changed and the key made new (version { $version }). The old passphrase opens nothing here any more. Backups from before open with the old one.
cli-ledger-held = { $entry } is held: it stays, whatever its day.
cli-ledger-released = { $entry } is no longer held: it goes when its day comes.

cli-audit-changed = Row { $number } to { $until }: changed, or put in without the key.
cli-audit-inserted = Row { $number }: was put in afterwards.
cli-audit-removed = Row { $number } to { $until }: was taken out.
cli-audit-cut = Row { $number } to { $until }: was there when the head was noted, and has been cut off.
cli-audit-other-anchor = Row { $number }: is not the row that was noted. The log was made anew, or the head was copied with a slip.
cli-audit-no-key = Without the key (audit.key) nothing proves row { $number } to { $until }.
cli-audit-key-lost = Row { $number } to { $until }: their key was lost and a new one made. Nothing proves them.
cli-audit-entry-missing = Ledger entry { $entry }: was written, and is gone without having been deleted.
cli-audit-entry-unknown = Ledger entry { $entry }: is there, and nobody wrote it.
cli-audit-clock = (The clock went back at row { $number }. The order is that of the numbers.)
cli-audit-head = Head to note down: { $head } ({ $rows } rows)
cli-audit-unproven-cut = Without a head noted before, nothing proves that the end was not cut off. Give one from a daily sheet or a backup with --anchor.
cli-audit-unproven-cut-after = Nothing proves that what came after row { $number } was not cut off. Give a newer head if there is one.
cli-audit-unproven-key-holder = Without a noted head nothing proves that somebody who also has the key file did not make all of it anew.
cli-audit-unproven-key-holder-after = Nothing proves that somebody who also has the key file did not make what follows row { $number } anew.
cli-audit-good = The log is as it was written.
cli-audit-bad = Somebody has worked on the log. Compare the rows above with paper and backups.

cli-backup-made = { $file } was written and read back ({ $files } files inside, { $generations } generations kept).
cli-backup-head = Head of the audit log inside: { $head }
cli-backup-not-noted = The backup is good, but nothing can be written to the records now, so they do not know of it.
cli-restore-checked = The backup of { $made } was read to its end ({ $files } files). Nothing was changed.
cli-restore-done = Restored to the backup of { $made } ({ $files } files).
cli-restore-good = Database and audit log are whole.
cli-restore-flawed = It can be read, but somebody has worked on the database or the audit log. Look with madoguchi audit verify.

error-not-the-same =
    .title = The two are not the same
    .detail = Nothing was changed.
    .remedy = Begin once more.

error-not-sure =
    .title = First a question
    .detail = Without its key nobody can ever read the ledger again. Nothing was changed.
    .remedy = If that is wanted, add --sure.

error-bad-anchor =
    .title = This is not a head of the audit log
    .detail = A head is a row number and 20 hexadecimal digits, as in 128-3f9a-c01d-…
    .remedy = Copy it from the daily sheet or from a backup as it stands.

error-backup-not-ours =
    .title = This is not a file of the desk
    .detail = It has not the form of a backup or an export. Nothing was changed.
    .remedy = Look at its name and choose again.

error-backup-wrong-passphrase =
    .title = Another passphrase
    .detail = It does not open with this one. Nothing was changed.
    .remedy = Give the passphrase it was made with. One that was chosen later does not open what was made before.

error-backup-incomplete =
    .title = Only the beginning of a file
    .detail = Writing or copying it stopped half-way. Nothing was changed.
    .remedy = Use the one before it (its name ends with .1 or another number).

error-backup-changed =
    .title = The file is not as it was made
    .detail = Something in it was changed. Nothing was done with it.
    .remedy = Use the one before it (its name ends with .1 or another number).

error-backup-no-data =
    .title = There is nothing here
    .detail = No records of a desk, or no such backup, were found.
    .remedy = Look at the place given with --data, or at the name of the file.

error-backup-data-exists =
    .title = There are records already
    .detail = Nothing was overwritten.
    .remedy = Choose another place with --data, or add --force if what is there may go. A backup of it first is wise.

error-backup-desk-running =
    .title = The desk is running
    .detail = Nothing is restored while it runs. Nothing was changed.
    .remedy = Close the desk and do it again.

error-backup-newer =
    .title = Made by a newer version
    .detail = This version does not read it. Nothing was changed.
    .remedy = Install the newer version, then restore.

error-backup-unwritable =
    .title = Nothing can be written here
    .detail = There is no space, or no permission. Earlier backups are as they were.
    .remedy = Look at the free space and the permissions, or choose another place.
