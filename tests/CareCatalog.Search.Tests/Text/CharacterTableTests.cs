using CareCatalog.Search.Text;
using CareCatalog.Testing;

namespace CareCatalog.Search.Tests.Text;

public class CharacterTableTests
{
    [Theory]
    [InlineData('園', '园')]
    [InlineData('於', '于')]
    [InlineData('乾', '乾')]
    [InlineData('a', 'a')]
    [InlineData('青', '青')]
    public void Simplify_Character_GivesSimplifiedForm(char character, char expected) => Assert.Equal(expected, OurSeeds.Characters.Simplify(character));

    [Theory]
    [InlineData('学', "xue")]
    [InlineData('女', "nv")]
    [InlineData('a', null)]
    public void ReadingOf_Character_GivesCommonestWithoutTone(char character, string? expected) => Assert.Equal(expected, OurSeeds.Characters.ReadingOf(character));

    [Theory]
    [InlineData("字\t字")]
    [InlineData("字符\t字\tzi")]
    [InlineData("字\t字\tzi\tx")]
    public void Read_DamagedLine_NamesFileAndLine(string line)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $"character\tsimplified\tpinyin\n学\t学\txue\n{line}\n");
            var failure = Assert.Throws<InvalidDataException>(() => CharacterTable.Read(file));
            Assert.Contains($"{file}:3", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
