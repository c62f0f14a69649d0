# 年龄、年级、出生：前面的数由程序读
three-months: 仨月; 仨月大
two-months: 俩月; 俩月大
years: 岁; 周岁; 岁了; 周岁了; 岁大
months: 个月; 个月大; 月大; 个来月; 个多月
months-half: 个半月
weeks: 周大; 个星期
days: 天大
days-of: 天的宝宝; 天的娃; 天的孩子; 天的小孩; 天的新生儿; 天的婴儿
days-since: 天
and: 和; 跟; 与; 还有
half-after: 半
more-after: 多; 出头; 多点
nominal: 虚岁; 虚
full-years: 周岁
almost-before: 快; 快要; 马上; 眼看; 将近; 差不多; 就要; 快满; 马上满
under-before: 不到; 不满; 没满; 未满; 还没满; 没到; 还没到
below-after: 以下; 以内; 之内
just-before: 刚满; 刚过; 刚刚满; 满; 过了; 刚过完
turn: 满; 过生日; 生日
next-month: 下个月; 下月
short-of: 差; 还差; 再过; 还有; 再有; 过; 差个
new-year: 过年; 年后; 过完年
today: 今天; 今儿; 今日
tomorrow: 明天; 明儿
yesterday: 昨天; 昨儿; 前天
newborn: 刚出生; 新生儿; 刚生; 刚生下来; 坐月子; 月子里; 才生; 刚生了; 出生没几天; 刚落地
one-month: 刚满月; 满月; 满月了; 没满月
hundred-days: 百天; 一百天; 百日
unborn: 预产期; 怀孕; 怀着; 快生了; 待产; 孕妇; 肚子里的; 大肚子; 有了身子; 还没出生
born: 的娃; 的孩子; 的宝宝; 生; 出生; 生的; 生人; 出生的; 生日; 出生日期; 生于
born-last: 年的; 春天的; 夏天的; 秋天的; 冬天的; 春上的; 秋上的; 冬上的; 年底的; 腊月的; 冬月的; 开春的; 入冬的
years-ago-0: 今年
years-ago-1: 去年; 头年; 旧年
years-ago-2: 前年
years-ago-3: 大前年
season-spring: 春天; 春上; 开春; 春季; 春节
season-summer: 夏天; 夏上; 夏季; 伏天
season-autumn: 秋天; 秋上; 秋季; 秋后; 中秋
season-winter: 冬天; 冬上; 冬季; 入冬; 腊月; 冬月; 年底
zodiac-rat: 属鼠; 属老鼠; 属耗子
zodiac-ox: 属牛
zodiac-tiger: 属虎; 属老虎
zodiac-rabbit: 属兔; 属兔子
zodiac-dragon: 属龙; 龙宝宝
zodiac-snake: 属蛇; 属小龙; 蛇宝宝
zodiac-horse: 属马; 马宝宝
zodiac-goat: 属羊; 属绵羊
zodiac-monkey: 属猴; 猴宝宝
zodiac-rooster: 属鸡; 属小鸡
zodiac-dog: 属狗
zodiac-pig: 属猪; 猪宝宝
year-unit: 年
month-unit: 月; 月份
day-unit: 日; 号
# 在读年级
grade-1: 一年级; 1年级; 小一; 刚上小学; 小学一年级
grade-2: 二年级; 2年级; 小二
grade-3: 三年级; 3年级; 小三
grade-4: 四年级; 4年级; 小四
grade-5: 五年级; 5年级; 小五
grade-6: 六年级; 6年级; 小六
grade-7: 初一; 七年级; 7年级
grade-8: 初二; 八年级; 8年级
grade-9: 初三; 九年级; 9年级
grade-10: 高一; 普高一; 高中一年级; 普高一年级
grade-11: 高二; 高中二年级; 普高二年级
grade-12: 高三; 高中三年级; 普高三年级
vocational-year: 中专一年级; 中专二年级; 中专三年级; 职高一年级; 职高二年级; 职高三年级; 职一; 职二; 职三; 技校一年级; 技校二年级; 中职一年级; 中职二年级; 职高一; 职高二; 职高三
class-nursery: 托班; 托管班小小班; 亲子班
class-small: 小班; 幼儿园小班
class-middle: 中班; 幼儿园中班
class-big: 大班; 幼儿园大班; 学前班
entering-primary: 幼升小; 明年上小学; 明年该上小学; 明年就上小学; 明年该上学; 明年上学; 明年念小学; 明年读小学; 明年入学; 明年九月上小学; 该上小学; 要上小学; 该念小学; 上小学; 念小学; 读小学; 读一年级; 上一年级; 念一年级; 上学年龄; 到了上学
entering-junior: 小升初; 上初中; 读初中; 念初中
entering-senior: 上高中; 读高中; 念高中
# 学段
stage-preschool: 幼儿园; 幼稚园; 上园; 入园; 学前; 幼儿班
stage-compulsory: 小学; 初中; 义务教育; 小学生; 初中生; 中小学
stage-senior-high: 高中; 普高; 高中生; 一中; 二中; 三中; 县中
stage-vocational: 中专; 职高; 技校; 中职; 职业学校; 职业高中; 技工学校; 卫校; 护校; 职校; 中等职业; 职业中专; 中技; 职中
stage-left: 毕业; 不念了; 不上了; 不读了; 辍学; 念完; 读完; 不上学了; 退学
# 称呼
elder: 老大; 他姐; 她姐; 他哥; 她哥; 大姐; 大哥; 大的; 大宝; 姐姐; 哥哥; 大儿子; 大女儿; 大闺女; 大孩子; 大娃; 大妞; 大姑娘; 大小子
younger: 老二; 他弟; 她弟; 他妹; 她妹; 小的; 二宝; 弟弟; 妹妹; 小儿子; 小女儿; 小闺女; 二胎; 小孩子那个; 二娃; 老小; 小妹; 小宝; 二女儿; 二儿子; 二闺女
third: 老三; 三宝; 三娃
child-noun: 孩子; 娃; 娃儿; 小孩; 宝宝; 儿子; 女儿; 闺女; 小子; 孙子; 孙女; 外孙; 外孙女; 侄子; 侄女; 外甥; 男孩; 女孩; 娃娃; 宝贝; 小囡; 丫头; 大的; 小的; 老大; 老二; 学生; 姑娘; 妞
adult-noun: 我今年; 本人; 爸; 妈; 爷爷; 奶奶; 姥姥; 姥爷; 老公; 老婆; 丈夫; 爱人; 外婆; 外公; 我爹; 我娘; 老伴
# 一段时间，不是年龄
duration-before: 没; 不到; 住了; 住; 来; 到; 搬; 待了; 待; 干了; 租; 工作; 确诊; 失业; 来了; 等了; 交了; 上了; 办了; 病了; 半; 离开; 走了; 欠
duration-after: 给; 多少; 发; 能领; 领; 补; 交; 挣; 工资; 花; 几百; 几千; 前; 了没; 以前; 以内; 之内; 内; 一次; 以上
