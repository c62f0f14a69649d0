using System.Text;
using CareCatalog.Channels.Callbacks;
using CareCatalog.Dialogs;

namespace CareCatalog.Channels.Tests.Callbacks;

public sealed class MessageTurnTests
{
    [Fact]
    public void Write_LongReply_IsCutInPieces_AndTheChoicesStandWithTheLast()
    {
        var text = string.Concat(Enumerable.Range(0, 200).Select(i => $"第{i}句话，说的是办事要找哪个部门。"));
        var entries = MessageTurn.Write(new Reply { Outcome = "answered", Language = "zh", Text = text, Buttons = ["详细说说"] }).Select(MessageTurn.Read).ToList();
        Assert.Equal($"{text}1. 详细说说", string.Concat(entries.Select(entry => entry.Text)).Replace("\n", "", StringComparison.Ordinal));
        Assert.All(entries, entry => Assert.InRange(Encoding.UTF8.GetByteCount(entry.Text), 1, 2048));
        Assert.All(entries.SkipLast(1), entry => Assert.Empty(entry.Choices));
        Assert.Equal(["详细说说"], entries[^1].Choices);
        Assert.True(entries.Count > 3);
    }
}
