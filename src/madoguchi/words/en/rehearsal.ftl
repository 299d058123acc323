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
