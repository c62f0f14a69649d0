using CareCatalog.Channels.Privacy;

namespace CareCatalog.Channels.Tests.Privacy;

/// <summary>
/// Texts as families write them with personal data in them, made from parts. Names, roads and cues are drawn wider than
/// masks.lex, so that the figures are those of a stranger's text; what is planted is told beside the text.
/// </summary>
internal sealed class PersonalTexts(int seed)
{
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂兰玉萍红玲芬燕彬斌鹏浩宇轩子涵梓萱雨欣诗琪思雅若溪俊熙博文天佑嘉怡佳琳可心一诺依依晨阳志远建国海燕春梅冬雪银花长顺福贵铁柱二妮石头来弟";
    private static readonly string[] Surnames = [.. "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文".Select(c => c.ToString()), "欧阳", "司马", "诸葛", "上官"];
    private static readonly string[] Cues = ["我叫", "我家孩子叫", "女儿叫", "儿子叫", "姓名：", "孩子姓名", "我的名字是", "娃叫", "闺女大名", "他叫", "孩子名字叫", "联系人：", "老大叫", "大女儿名叫", "我是", "孩子全名", "小孩姓名 ", "家长姓名:", "孙子叫", "本人姓名"];
    private static readonly string[] After = ["，今年5岁", "今年上一年级", "。在青岛", "，户口在老家", "的孩子", "，想问打疫苗", "", "，女", "读初二", " 住在李沧", "，电话没变", "现在在长春打工", "想上幼儿园", "发烧了怎么办", "，2019年9月1日生", "刚转学过来"];
    private static readonly string[] Before = ["你好，", "", "请问", "老师您好 ", "在吗？", "麻烦问一下，", "我们刚来青岛，", "孩子4岁，", "想咨询入学："];
    private static readonly string[] Districts = ["青岛市市南区", "李沧区", "青岛黄岛区", "长春市朝阳区", "长春市南关区", "菏泽市牡丹区", "曹县", "朝阳市双塔区", "即墨区", "城阳区", "胶州市", "建平县"];
    private static readonly string[] Roads = ["香港中路", "九水路", "黑龙江南路", "人民大街", "红旗街", "中华西路", "龙山街四段", "长江东路", "八一路", "工农大路", "和平里胡同", "同志街", "文昌巷", "解放大道", "桃源路"];
    private static readonly string[] Estates = ["翠湖小区", "万科魅力之城", "中海国际社区", "金水花园", "阳光家园", "幸福新村", "银河公寓", "国信嘉园", "东方华府", "海信慧园", "机车厂家属院", "富力城", "御景苑", "福临公馆", "万达广场"];
    private static readonly string[] Villages = ["张楼村", "李家庄", "东河套屯", "西王埠社区", "吴店镇张庄村", "柳沟乡三道沟村"];
    private static readonly string[] AddressCues = ["我住在", "家住", "地址：", "住址是", "我们租在", "搬到", "现住", "住", "地址 ", "孩子户口挂在"];

    private readonly Random random = new(seed);

    /// <summary>A text and what must not be left of it.</summary>
    public (PersonalDataKind Kind, string Text, string Planted) Next()
    {
        var kind = random.Next(5) switch
        {
            0 => PersonalDataKind.ResidentId,
            1 => PersonalDataKind.Telephone,
            2 => PersonalDataKind.Card,
            3 => PersonalDataKind.Address,
            _ => PersonalDataKind.Name,
        };
        var (cue, planted) = kind switch
        {
            PersonalDataKind.ResidentId => (Pick("身份证", "我的身份证号是", "证件号：", "号码", "", "孩子身份证"), Dress(ResidentId(), 6, 8, 4)),
            PersonalDataKind.Telephone => (Pick("电话", "我手机", "打给我", "联系方式：", "", "tel:"), Telephone()),
            PersonalDataKind.Card => (Pick("卡号", "银行卡", "补贴打到", "", "建行卡 "), Dress(Card(), 4, 4, 4, 4)),
            PersonalDataKind.Address => (Pick(AddressCues) + Pick(Districts), Address()),
            _ => (Pick(Cues), Name()),
        };
        return (kind, Pick(Before) + cue + planted + (kind == PersonalDataKind.Name ? Pick(After) : Pick("，谢谢", "", "。孩子3岁", " 麻烦了", "，请问怎么办")), planted);
    }

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => random.Next(10)));

    private string ResidentId()
    {
        var place = Pick("370202", "370213", "220104", "371702", "211302", "410122", "510107", "650102", "440305");
        if (random.Next(8) == 0) return place + $"{random.Next(40, 99):00}{random.Next(1, 13):00}{random.Next(1, 29):00}" + Digits(3);
        var body = place + $"{random.Next(1940, 2026)}{random.Next(1, 13):00}{random.Next(1, 29):00}" + Digits(3);
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var check = "10X98765432"[weights.Select((weight, at) => weight * (body[at] - '0')).Sum() % 11];
        // Every fifth is mistyped.
        return body + (random.Next(5) == 0 ? (char)('0' + random.Next(10)) : random.Next(3) == 0 ? char.ToLowerInvariant(check) : check);
    }

    private string Card()
    {
        var body = Pick("622202", "621700", "622848", "456351", "524094", "370285") + Digits(random.Next(9, 13));
        var sum = body.Reverse().Select((digit, at) => (digit - '0') * (at % 2 == 0 ? 2 : 1)).Sum(digit => digit > 9 ? digit - 9 : digit);
        return body + (char)('0' + ((10 - (sum % 10)) % 10));
    }

    private string Telephone()
    {
        var mobile = "1" + Pick("3", "4", "5", "6", "7", "8", "9") + Digits(9);
        return random.Next(7) switch
        {
            0 => Pick("+86", "+86 ", "86-", "0086 ", "(+86)") + Dress(mobile, 3, 4, 4),
            1 => Pick("0532", "0431", "0530", "0421", "010", "021") + Pick("-", " ", "", "—") + Pick("8", "6", "5") + Digits(7),
            2 => "(" + Pick("0532", "0431") + ")" + Pick("8", "6") + Digits(3) + Pick("", "-", " ") + Digits(4),
            _ => Dress(mobile, 3, 4, 4),
        };
    }

    private string Dress(string number, params int[] groups) => random.Next(7) switch
    {
        0 => Group(number, " ", groups),
        1 => Group(number, Pick("-", "—", ".", " - "), groups),
        2 => string.Concat(number.Select(c => c is >= '!' and <= '~' ? (char)(c + 0xfee0) : c)),
        3 => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? "零一二三四五六七八九"[c - '0'] : c)),
        4 => string.Join(' ', number.AsEnumerable()),
        _ => number,
    };

    private static string Group(string number, string joint, int[] groups)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (var size in groups)
        {
            if (at >= number.Length) break;
            parts.Add(number.Substring(at, Math.Min(size, number.Length - at)));
            at += size;
        }
        if (at < number.Length) parts.Add(number[at..]);
        return string.Join(joint, parts);
    }

    private string Address()
    {
        var rooms = Pick($"{random.Next(1, 40)}号楼{random.Next(1, 6)}单元{random.Next(101, 2600)}室", $"{random.Next(1, 40)}栋{random.Next(101, 2600)}", $"{random.Next(1, 30)}-{random.Next(1, 5)}-{random.Next(101, 999)}",
            $"{Pick("A", "B", "3", "十二")}座{random.Next(101, 2600)}室", $"{random.Next(1, 20)}号楼", $"{Pick("一", "二", "三")}单元{random.Next(101, 900)}");
        return random.Next(5) switch
        {
            0 => $"{Pick(Roads)}{random.Next(1, 400)}号",
            1 => $"{Pick(Roads)}{random.Next(1, 400)}号{Pick(Estates)}{rooms}",
            2 => $"{Pick(Estates)}{rooms}",
            3 => Pick(Villages) + Pick("", $"{random.Next(1, 200)}号", $"{Pick("一", "二", "3")}组"),
            _ => Pick(Estates),
        };
    }

    private string Name() => random.Next(8) switch
    {
        0 => Pick("小宝", "妞妞", "乐乐", "阿强", "小雨", "豆豆"),
        1 => Pick(Surnames) + Given[random.Next(Given.Length)],
        _ => Pick(Surnames) + Given[random.Next(Given.Length)] + Given[random.Next(Given.Length)],
    };
}
