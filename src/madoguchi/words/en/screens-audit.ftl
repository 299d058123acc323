### The log of looks: what was done with the ledger and in an outage

audit-what-read = looked at
audit-what-unreadable = tried to look; it could not be read
audit-what-released = kept no longer
audit-what-exported = exported, encrypted
audit-what-rotated = ledger passphrase changed
audit-what-ledger-changed = the ledger's key had been exchanged
audit-what-reconciled-waiting = put back to waiting
audit-what-reconciled-found = marked as found
audit-what-reconciled-former = marked as former only
audit-what-reconciled-not-found = marked as not found
audit-what-reconciled-done = claim ready
audit-what-visit-shown = proof was shown (counted only)
audit-what-visit-known-data = nothing changed (counted only)
audit-what-backup-made = backup made
audit-what-restored = restored from a backup
