using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Testing;

/// <summary>Texts as nobody means them: any character at all, and pieces of sense strung together.</summary>
public static class Texts
{
    private static readonly string[] Pieces =
    [
        "孩子", "4岁", "四岁半", "快0岁", "不到0岁", "0岁", "刚满月", "虚岁", "属兔", "2021年3月生", "2020-09-01", "20200931", "born in May 2021", "turning 0",
        "青岛", "朝阳", "chaoyang", "长春 14", "370200-02", "371700-p04", "第", "第999项", "第二个", "不是", "没有", "低保", "孤儿", "打疫苗", "上小学", "初二", "大班",
        "18个月", "99个月", "three", "months old", "weeks old", "next month", "教育局", "病有所医", "还有吗", "哪个部门", "重新开始", "打孩子", "不想活了", "what", "why",
        "户口在", "人在", "从", "搬到", "老大", "老二", "的", "，", "。", "？", " ", "\n", "\t", "\0", "\u200f", "\u202e", "\ufeff", "e\u0301", "👶", "👨‍👩‍👧", "\ud83d", "\udc76",
        "ａｇｅ", "１２", "１３８００１３８０００", "13800138000", "11010119900307123x", "幼兒園", "xian", "youeryuan", "dayimiao", "...", "--", "-", "{", "}", "{title}", "…", "|", "+",
    ];

    /// <summary>Strings of any UTF-16 code units, lone surrogates and controls among them.</summary>
    public static Arbitrary<string> Any() => Arb.From(Gen.Frequency(
        (2, Units(0, 0x10000)), (1, Units(0, 0x100)), (1, Units(0x4e00, 0xa000)), (1, Units(0xd800, 0xe000)), (1, Units(0x0590, 0x0780)), (4, Sense())), Shorter);

    /// <summary>Pieces that recognisers listen for, in any order.</summary>
    public static Gen<string> Sense() =>
        from size in Gen.Choose(0, 24)
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces), size)
        select string.Concat(pieces);

    private static Gen<string> Units(int first, int end) =>
        from size in Gen.Choose(0, 60)
        from units in Gen.ArrayOf(Gen.Choose(first, end - 1), size)
        select units.Aggregate(new StringBuilder(), (text, unit) => text.Append((char)unit)).ToString();

    // A failing text is shown as short as it fails.
    private static IEnumerable<string> Shorter(string text)
    {
        for (var cut = text.Length / 2; cut > 0; cut /= 2)
            for (var at = 0; at + cut <= text.Length; at += cut)
                yield return text.Remove(at, cut);
    }
}
