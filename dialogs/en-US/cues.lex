# Negation, question forms, rows, domains
negation: not; no; isn't; is not; don't have; doesn't have; without; never; non; neither; nor; aren't; wasn't; hasn't; haven't; not on
question-form: why not; isn't there; is there no; whether or not
dismiss: not asking about; don't need; not interested in; forget; skip
ended: no longer; dropped
correction: my mistake; wrong; typo; correction; i meant; sorry i mean; i mean
row-before: row; item; no; number; entry; line; point; service
shown-before: the
shown-1: first one; the first; number one; option 1; 1st one
shown-2: second one; the second; number two; option 2; 2nd one
shown-3: third one; the third; number three; option 3; 3rd one
shown-4: fourth one; the fourth; 4th one
shown-5: fifth one; the fifth; 5th one
last-shown: last one; the last
domain-early-childhood: early childhood; childcare field
domain-education: education field; education domain
domain-health: health field; health domain
domain-housing: housing field; housing domain
domain-support: support field; support for the weak
domain-development: development field; development safeguards
duty: in charge of; responsible for; what does; duties; tasks; which rows; which items; which services; handle
national-doc: national list; national index; national level; ministry of; national document; nationwide; central government; work index; nationally
plan-doc: action plan; plan say; notice; the plan; according to the plan
definition: meant by; what is a; definition; define; meaning of; what does … mean; what counts as; who counts as; what exactly is
later: next year; next september; next autumn; next fall; in the future; later on; when she turns; when he turns; from what age; at what age; what age
refused: turned away; told us wait; told us to wait; too young; not accepted; refused; would not take; won't take
about-shown: that one; this one; who pays; do i need; is it free; do we need; online; go back; apply here; residence permit; the above; it cost
plan-doc: heze plan; heze's plan; city plan; city's plan; plan of heze; in the plan; plan…mentions|mentioned; the circular; circular say; this plan
which-list: which list; which lists; which of the … lists|list; which city's list; which of the four; which of the five; any of the lists; any of the five lists
duty: belong to; belongs to; rows of; rows under; items under; items of; assigned to; led by; falls to; fall to; rows for
domain-housing: housing heading; housing section; housing part; under housing
domain-education: education heading; education section; under education; schooling section
domain-health: health heading; health section; under health
domain-support: support heading; support section; support for the vulnerable
domain-development: development heading; development section; safeguards section
domain-early-childhood: early childhood heading; early childhood section
# The row in sight; doubt of it
this-row: about it; about that; about this; for it; for that; for this; do it; do that; get it; get that; ask them; call them; for them; this row; that row; this item; that item; this entry; this line of the list
doubt: really even; really for us; oh really; is it really; will they really; do they really; can they really; can we really; does it really; are they really; really possible; really allowed; really free; are you serious; are you sure; you sure; is that true; is this true; is it true; for real; are you certain; is that right; that right; hard to believe; can't believe; cannot believe; i doubt; sounds too good; too good to be true; you're joking; no kidding; honestly
shown-1: topmost; the top one; top one; uppermost
last-shown: bottom one; the bottom; very last
doubt?: really
clarifies: i mean the; the kind; the sort; not the…kind|one|sort
except: other than; besides; apart from; except; aside from
belongs: is it the; is that the; do i ask the; do i go to the
sibling: brother; sister; siblings; twin
