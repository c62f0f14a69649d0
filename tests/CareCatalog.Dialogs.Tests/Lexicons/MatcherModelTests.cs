using CareCatalog.Dialogs.Lexicons;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Dialogs.Tests.Lexicons;

/// <summary>Whether an entry is found at all agrees with a matcher that tries every way.</summary>
public class MatcherModelTests
{
    private static readonly string[] Words = ["甲", "乙", "丙", "甲乙", "丁戊"];
    private static readonly string[] Letters = ["甲", "乙", "丙", "丁", "戊", "己", "，", "。", "己己己己己己己己"];

    [Fact]
    public void Find_RandomEntryAndMessage_AgreesWithTryingEveryWay() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Arb.From(Cases()), sample =>
    {
        using var lexica = Lexica.Of($"a: {string.Join('+', sample.Chains.Select(chain => string.Join('…', chain.Select(part => string.Join('|', part)))))}");
        return lexica.Mentions(sample.Message).Count > 0 == sample.Chains.All(chain => Holds(chain, 0, -1, sample.Message));
    }));

    private static bool Holds(string[][] chain, int index, int end, string message)
    {
        if (index == chain.Length) return true;
        foreach (var word in chain[index])
            for (var at = message.IndexOf(word, Math.Max(end, 0), StringComparison.Ordinal); at >= 0; at = message.IndexOf(word, at + 1, StringComparison.Ordinal))
                if ((index == 0 || (at - end <= 10 && !message[end..at].Contains('。', StringComparison.Ordinal))) && Holds(chain, index + 1, at + word.Length, message))
                    return true;
        return false;
    }

    private static Gen<(string[][][] Chains, string Message)> Cases()
    {
        var part = from size in Gen.Choose(1, 2) from words in Gen.ArrayOf(Gen.Elements(Words), size) select words.Distinct().ToArray();
        var chain = from size in Gen.Choose(1, 3) from parts in Gen.ArrayOf(part, size) select parts;
        return from size in Gen.Choose(1, 2)
               from chains in Gen.ArrayOf(chain, size)
               from length in Gen.Choose(0, 14)
               from letters in Gen.ArrayOf(Gen.Elements(Letters), length)
               select (chains, string.Concat(letters));
    }
}
