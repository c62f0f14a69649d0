# Negation, question forms, rows, domains
negation: not; no; isn't; is not; don't have; doesn't have; without; never; non; neither; nor; aren't; wasn't; hasn't; haven't; not on
question-form: why not; isn't there; is there no; whether or not
dismiss: not asking about; don't need; not interested in; forget; skip
ended: no longer; dropped
correction: my mistake; wrong; typo; correction; i meant; sorry i mean; i mean
row-before: row; item; number; entry; line; point; service
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
contrast: but; however; yet
negation: first suspected; at first suspected; first thought; at first thought; first feared; wrongly called
row-short: no; nr; num
row-link: of; in; on; from; please; for; which; what; who
row-ordinal: th item; th row; th line; th entry; th point; st item; st row; nd item; nd row; rd item; rd row
row-1: first item; first row; first entry
row-2: second item; second row; second entry
row-3: third item; third row; third entry
row-4: fourth item; fourth row; fourth entry
row-5: fifth item; fifth row; fifth entry
row-6: sixth item; sixth row; sixth entry
row-7: seventh item; seventh row; seventh entry
row-8: eighth item; eighth row; eighth entry
row-9: ninth item; ninth row; ninth entry
row-10: tenth item; tenth row; tenth entry
row-11: eleventh item; eleventh row; eleventh entry
row-12: twelfth item; twelfth row; twelfth entry
row-13: thirteenth item; thirteenth row; thirteenth entry
row-14: fourteenth item; fourteenth row; fourteenth entry
row-15: fifteenth item; fifteenth row; fifteenth entry
row-16: sixteenth item; sixteenth row; sixteenth entry
row-17: seventeenth item; seventeenth row; seventeenth entry
row-18: eighteenth item; eighteenth row; eighteenth entry
row-19: nineteenth item; nineteenth row; nineteenth entry
row-20: twentieth item; twentieth row; twentieth entry
not-stage: not senior high; not high school; not vocational; not a vocational; not kindergarten; not primary; not university; not at university; not college; not middle school; not nursery; not preschool; not a kindergarten
# Whose circumstance it is, when another person is asked about
of-others: elder sister; older sister; elder brother; older brother; her brother; his brother; her sister; his sister; their brother; their sister; the cousin; his cousin; her cousin; next door; neighbour; neighbours; neighbor; neighbors; classmate; my friend; the other one; the big one; the other twin; twin brother; twin sister
own-instead: asking about; i ask about; ask for; i only want; i only need; mine; our own; my own; my question; is healthy; not us; we are not; we aren't; not ours; this one; this is about; about the little one; about the younger; about the other
dismiss: not about; it's not about; nothing to do with; dropped the idea of; given up on
dismiss: don't send me; do not send me; don't give me; don't want; do not want; not asking for; no more
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
