### Headings of madoguchi guide --explain. The lines of arithmetic are signs and figures only.

cli-explain-scale = The scale of words: { $words }. Chance that a question gets "don't know": { $unknown } (the same for every cause)
cli-explain-causes = Chance of each cause at first = weight / sum of weights x (1 - chance of a cause nobody listed)
cli-explain-chances = Chance of each answer under each cause (an action: that it does not help; yes and no of a question: x (1 - "don't know"))
cli-explain-known = What machines saw: { $known }; steps that a rule keeps back: { $masked }
cli-explain-situations = Situation by situation, in minutes. A minute of a waiting patient weighs { $weight }. A situation is worth its first step.
    Action or question = (minutes + walk) x (1 + weight) + burden on the patient + sum of chance x [next situation]. Handing over = minutes + taking the patient over + chance that it is not theirs x rework
cli-explain-waiting = the patient waits
cli-explain-gone-on = the visit goes on

cli-check-models = How far first steps hang on assumed numbers: the share of worlds with other numbers in which the first step stays the best (below { $limit } %: numbers weak). The three lines below each are the numbers most worth measuring (in brackets the minutes that knowing them saves on average)
cli-check-models-weak = { $problem }: { $share } %, numbers weak
cli-check-models-firm = { $problem }: { $share } %
cli-check-models-stale = { $problem }: the numbers have changed. Run scripts/doubt.
