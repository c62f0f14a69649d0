# Ages, grades, births: the number before is read by code.
years: year old; yr old; year of age; yo; yrs old; y old; y o; yearold
years?: year; yr; y
months: month old; month; m; mo old; mth old; mth; mo
weeks: week old; week
days: day old
and: and
half-after: and a half; 1 2
almost-before: almost; nearly; about to be; soon; going on
under-before: not yet; not quite
below-before: under; below; younger than
turning: turn; turning; will be; will turn; becoming
turned: turned; has turned; just turned; became; just
next-month: next month; in a month; within a month; in one month
short-of: short of
today: today
tomorrow: tomorrow
yesterday: yesterday
last-month: last month
newborn: newborn; new born; just born; new baby; born last week; born yesterday
unborn: pregnant; expecting; due in; due date; expectant; unborn
born: born; birth; birthday; dob; date of birth; b day
zodiac-rat: year of the rat
zodiac-ox: year of the ox
zodiac-tiger: year of the tiger
zodiac-rabbit: year of the rabbit
zodiac-dragon: year of the dragon
zodiac-snake: year of the snake
zodiac-horse: year of the horse
zodiac-goat: year of the goat; year of the sheep
zodiac-monkey: year of the monkey
zodiac-rooster: year of the rooster
zodiac-dog: year of the dog
zodiac-pig: year of the pig
month-1: january; jan
month-2: february; feb
month-3: march
month-4: april
month-5: in may; may 2; of may; may 1
month-6: june; jun
month-7: july; jul
month-8: august; aug
month-9: september; sep; sept
month-10: october; oct
month-11: november; nov
month-12: december; dec
grade-1: grade 1; grade one; 1st grade; first grade; first grader; year 1; year one; 1st grader; primary 1
grade-2: grade 2; grade two; 2nd grade; second grade; second grader; year 2; year two; 2nd grader; primary 2
grade-3: grade 3; grade three; 3rd grade; third grade; third grader; year 3; year three; 3rd grader; primary 3
grade-4: grade 4; grade four; 4th grade; fourth grade; fourth grader; year 4; year four; 4th grader
grade-5: grade 5; grade five; 5th grade; fifth grade; fifth grader; year 5; year five; 5th grader
grade-6: grade 6; grade six; 6th grade; sixth grade; sixth grader; year 6; year six; 6th grader
grade-7: grade 7; grade seven; 7th grade; seventh grade; seventh grader; year 7; junior 1; junior one
grade-8: grade 8; grade eight; 8th grade; eighth grade; eighth grader; year 8; junior 2; junior two
grade-9: grade 9; grade nine; 9th grade; ninth grade; ninth grader; year 9; junior 3; junior three
grade-10: grade 10; grade ten; 10th grade; tenth grade; tenth grader; senior 1; senior one; year 10
grade-11: grade 11; 11th grade; eleventh grade; senior 2; senior two; year 11
grade-12: grade 12; 12th grade; twelfth grade; senior 3; senior three; year 12; final year of senior
class-small: small class; junior class kindergarten
class-big: big class; senior kindergarten class
entering-primary: start school; starting school; start primary; start primary school; going to school next year; school next year; enter primary school; enter primary; begin school; entering first grade; primary school; elementary school; state primary
entering-junior: start middle school; enter junior high
stage-preschool: kindergarten; preschool; nursery school; kindy; pre k; pre school
stage-compulsory: primary school; primary; elementary; middle school; junior high; junior middle; secondary school; junior secondary; pupil; schoolchild
stage-senior-high: senior high; high school; senior secondary; senior middle; upper secondary
stage-vocational: vocational; technical school; zhongzhuan; trade school; tech school; vocational school; vocational college; vocational high
stage-left: graduated; dropped out; left school; finished
elder: older; elder; oldest; eldest; bigger one; first child; big sister; big brother; the older one; older one
younger: younger; youngest; little one; smaller one; second child; little brother; little sister; the younger one; younger one
child-noun: son; daughter; girl; boy; kid; child; baby; toddler; infant; niece; nephew; grandson; granddaughter; student; pupil; little one; infant; teen; teenager; kids; children
adult-noun: i am; husband; wife; mother; father; grandma; grandpa; mum; mom; dad; grandmother; grandfather; i m
aged: are; is; they're; he's; she's
duration-before: for; since; past; within; last; over; next; every; in
duration-after: ago; now; later; from now; since
# "She's 13", "my sister is 13": these stand for the child before a bare number
child-noun: he's; she's; sister; brother; cousin; ward; lad; lass; wee one; kiddo; tot; bub; twin; twins; stepson; stepdaughter; schoolgirl; schoolboy; eldest; youngest
half-after: and a bit; and three quarters; and three-quarters; and a quarter
turning: going to be; gonna be
almost-before: pushing; nearing; close to; just under; coming up to; just short of
newborn: days-old
unborn: baby is due; baby due; giving birth; baby on the way
grade-7: first year of junior; first year at junior
grade-8: second year of junior; second year at junior
grade-9: third year of junior; third year at junior; last year of junior; final year of junior; last year of middle school; final year of middle school
grade-10: first year of senior; first year at senior; first year of high school
grade-11: second year of senior; second year at senior; second year of high school
grade-12: third year of senior; last year of senior; final year of senior; last year of high school; third year of high school
stage-vocational: technician school; cookery school; cookery college; hairdressing school; nursing school
stage-senior-high: upper school; gaozhong
child-of: boy of; girl of; son of; daughter of; child of; kid of; nephew of; niece of; baby of; pupil of; student of; aged; age; ages
# "is three and does not hear": what may follow an age in words
clause-after: and; but; now; so; already; who; with; because; since; when; while; today; or
