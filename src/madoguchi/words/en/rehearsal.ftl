# Rehearsal (madoguchi rehearse)

rehearsal-head = code cause                                 ended         min   called
rehearsal-verdict-cured = cured
rehearsal-verdict-continued = went on
rehearsal-verdict-escalated_right = handed over
rehearsal-verdict-wrong = WRONG
rehearsal-codes = problem                     here   guide  ratio    page    best
rehearsal-near = within 15 %
rehearsal-replica-off = the replica is lighter: what helps always helps there
rehearsal-model-off = the guide expects less: look into its chances and minutes
rehearsal-ended = { $faults } causes: { $cured } cured, { $continued } went on, { $escalated_right } handed to the right place, { $wrong } wrong
rehearsal-sum = { $right } ended right, { $saving } under the page’s order, { $best } times what somebody needs who knows the cause

error-unknown-fault =
    .title = There is nothing of that name
    .detail = It is no code, no topic and no cause.
    .remedy = Look at the names with madoguchi replica fault list.
error-nothing-to-rehearse =
    .title = Nothing was named to rehearse
    .detail = There is neither a code nor a cause.
    .remedy = Write a code, as in madoguchi rehearse 011, or --all.

# A drill for a person (--drill)

rehearsal-drill-title = A drill at the desk
rehearsal-drill-mark = Practice. Everybody in it is invented, and nothing of it is official.
rehearsal-drill-head = Something is the matter at the reader
rehearsal-drill-how = Try a check-in on the reader's screen and enter the number it shows at the desk. Carry out the desk's steps with the buttons below, and try at the reader again after each. There is no hurry.
rehearsal-drill-kiosk = The reader's screen
rehearsal-drill-desk = The desk (practice)
rehearsal-drill-fallback = Go on with this patient
rehearsal-drill-action = Do something
rehearsal-drill-escalation = Ask or call somebody
rehearsal-drill-so-far = What you did so far
rehearsal-drill-look-again = something has changed: look at the reader
rehearsal-drill-end = The end
rehearsal-drill-done = Look back
rehearsal-drill-thanks = Thank you, well done
rehearsal-drill-over = The cause is gone.
rehearsal-drill-not-over = The cause is still there. Stopping half way is practice too.
rehearsal-drill-was = It was this: { $cause } ({ $problem }).
rehearsal-drill-yours = What you did
rehearsal-drill-best = The order the desk proposes
rehearsal-drill-nothing = You looked, and did nothing
rehearsal-drill-minutes = Minutes
rehearsal-drill-unit = Not by the clock: the usual minutes of each step. A minute for which the patient waits counts as three.
rehearsal-drill-patient = As the patient saw it
rehearsal-drill-felt = They waited at the reader for about { $minutes } minutes and were asked for something { $asked } times.
rehearsal-drill-kind = Going on with the patient first makes the wait shorter. What could not be mended is nobody's fault.
rehearsal-drill-open = The page of the drill  { $page }
rehearsal-drill-wait = Press Enter here when you are done.
