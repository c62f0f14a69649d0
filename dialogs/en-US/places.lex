# Cues beside a place: home place (hukou) or residence
home-before: hometown in; hometown is in; home town in; hukou; hukou in; hukou is in; hukou is; registered in; registered at; registration in; insured in; insurance from; card from; hometown; hometown is; native of; left; originally from; originally; back in; back home in; home county; household in; hukou still in; moved away from
home-after: hukou; registration; insurance card; household
residence-before: in; to; near; around; at; live in; living in; lives in; now in; moved to; move to; arrived in; here in; stay in; reside in; resident of
residence-after: here; district; resident
not-before: not; not in; no longer in
locative-before: in; to; near; around; at; from; of; here
locative-after: district; county; city; prefecture; qu; shi; xian
suffix: district; county; city; prefecture; province; qu; xian; shi; sheng; town; de
away-before: from
street-after: road; street; rd; beer; noodle
# The place one is sent back to, or that pays or registered, is not where one lives
home-before: insured at; insured with; enrolled at; covered by; going back to; go back to; goes back to; went back to; travel to; travelling to; traveling to; fly to; go all the way to; have to go to; must i go to; must we go to; must he go to; without going to; rather than going to; trip to; send papers to; cover|insurance|hukou|registration|scheme|papers|card|roll…still in|remains in|stayed in; papers from; papers are from; papers in; books from; hukou at; card is from; card of; people from; used to live in; lived before in; came over from; came up from; came down from; roots in
home-after: papers; hukou book; household book; id; registered; insured; folk; people; native; born; book
residence-before: living; living in; residing in; residing; residence; now living in; based in; settled in; rent in; renting in; room in; flat in; live near; nowadays in; currently in; at the moment in; here at; we are in; we're in; i am in; i'm in; staying in; staying with us in; with me in; with us in
home-before: insurance|yibao|cover|scheme|card|papers|roll|file…is in|are in|is from|is at|lies in; insurance is; yibao is; yibao in; yibao from; rather than in; rather than; instead of in; instead of; instead of going to; and not in; originates in; deregistered in
# Where one works, was treated or born is where one lives only when no other place is named
others-before: work in; works in; worked in; working in; work away in; works away in; working away in; job in; jobs in; study in; studies in; studied in; treated in; diagnosed in; operated on in; hospital in; born in; died in; killed in; bought in; jailed in; prison in; vaccinated in; moved here from; {parent}…is in|are in|stay in|stays in
home-before: had lived in; once lived in; before that in; came here from; moved here from
residence-before: now; today in; settled at; moved over to; brought him to; brought her to; brought them to
