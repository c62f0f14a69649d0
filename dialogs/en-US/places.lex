# Cues beside a place: home place (hukou) or residence
home-before: hometown in; hometown is in; home town in; hukou; hukou in; hukou is in; hukou is; registered in; registered at; registration in; insured in; insurance from; card from; hometown; hometown is; native of; left; originally from; originally; back in; back home in; home county; household in; hukou still in; moved away from
home-after: hukou; registration; insurance card; household
residence-before: in; to; near; around; at; live in; living in; lives in; now in; moved to; move to; arrived in; here in; stay in; reside in; resident of
residence-after: here; district; resident
not-before: not; not in; no longer in
locative-before: in; to; near; around; at; from; of; here
locative-after: district; county; city; prefecture; qu; shi; xian
suffix: district; county; city; prefecture; province; qu; xian; shi; sheng; town
away-before: from
street-after: road; street; rd; beer; noodle
