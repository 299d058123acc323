### Why this step, and why the others come later. Figures stand only in the "more" sentences (detail-, why-not-detail-).

guide-minutes =
    { $minutes ->
        [0.5] 30 s
       *[other] { NUMBER($minutes, maximumFractionDigits: 1) } min
    }

## How sure

sureness-rare = rarely
sureness-sometimes = sometimes
sureness-even = half the time
sureness-usually = usually
sureness-nearly-always = almost always

## Why this step

reason-lead = First: “{ $step }” ({ $minutes }).
reason-same = “{ $other_step }” first would be about as good. Begin with whichever is easier.
reason-action-both = Before “{ $other_step }” because it is quicker and helps more often (helps: { $sureness }).
reason-action-likelier = Before “{ $other_step }” because it helps more often (helps: { $sureness }).
reason-action-quicker = Before “{ $other_step }” because it is quickly tried (helps: { $sureness }).
reason-action-altogether = Before “{ $other_step }” because it is quicker with all that follows (helps: { $sureness }).
reason-action-before-question = Before “{ $other_step }” because trying is quicker than finding out (helps: { $sureness }).
reason-action-before-fallback = Before “{ $other_step }” because it is worth a try before changing the way (helps: { $sureness }).
reason-action-before-escalation = Before “{ $other_step }” because it may be mended here (helps: { $sureness }).
reason-question = Before “{ $other_step }” because the answer changes what to do next.
reason-fallback = Before “{ $next_step }” so that the patient need not wait and you can go on calmly.
reason-fallback-refer = Before “{ $next_step }” because today’s visit can go on without the repair.
reason-escalation = Before trying more at the desk because handing over is quicker (mended here: { $sureness }).
reason-escalation-only = Nothing is left to try at the desk.

## Why not the others yet

why-not-same = “{ $step }” first would be about as good.
why-not-action = “{ $step }” comes later. “{ $other_step }” first is quicker on the whole (helps: { $sureness }).
why-not-question = “{ $step }” need not be found out yet. Just now it would take more than it saves.
why-not-fallback = “{ $step }” can wait until after “{ $other_step }”.
why-not-escalation = “{ $step }” comes later. “{ $other_step }” first is quicker on the whole (theirs to mend: { $sureness }).

## More

detail-action = It helps in { $p_fix }% of cases. Compared with “{ $other_step }” first it saves { $delta } on average. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-question = Finding out first saves { $delta } on average, compared with “{ $other_step }”. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-fallback = Changing the way first saves { $delta } on average, compared with “{ $other_step }” first. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-escalation = It is theirs to mend in { $p_fix }% of cases. Compared with “{ $other_step }” first it saves { $delta } on average. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-action-alone = It helps in { $p_fix }% of cases. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-question-alone = What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-fallback-alone = What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-escalation-alone = It is theirs to mend in { $p_fix }% of cases. What is still to come takes { $cost } minutes on average (waiting weighs more).
detail-doubt = Numbers weak: they are still assumed. With others in their place the first step stayed the same in { $share } % of trials. Where in doubt, the step that is easier for you is fine.
detail-telling = What told most was the result of “{ $step }”.
detail-telling-probe = What told most was the state of “{ $probe }”.
why-not-detail-same = First, it would cost { $cost } min on average too.
why-not-detail-action = First, it would cost { $cost } min on average, { $delta } more ({ $minutes }, helps in { $p_fix }% of cases).
why-not-detail-question = Finding out first would cost { $cost } min on average, { $delta } more ({ $minutes }).
why-not-detail-fallback = Changing the way first would cost { $cost } min on average, { $delta } more ({ $minutes }).
why-not-detail-escalation = Handing over first would cost { $cost } min on average, { $delta } more ({ $minutes }, theirs to mend in { $p_fix }% of cases).

## Held back by a rule

rule-pin-entry = “{ $step }” is held back. Until we know that two or more tries are left, the next slip may lock the card.
rule-face-try = “{ $step }” is held back. Two face tries a visit are enough, so that the card’s check number B does not lock.
rule-another-card = “{ $step }” comes after the patient has been looked after.
rule-restarts = “{ $step }” comes when the transaction under way has ended.
