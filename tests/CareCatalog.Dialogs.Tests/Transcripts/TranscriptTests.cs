namespace CareCatalog.Dialogs.Tests.Transcripts;

/// <summary>Whole conversations, word for word.</summary>
public class TranscriptTests
{
    private const string Rewrite = "CARECATALOG_WRITE_TRANSCRIPTS";

    private static readonly string[] Names =
        [.. Directory.EnumerateFiles(Transcript.Folder, "*.md").Select(file => Path.GetFileName(file)).Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Files => [.. Names];

    [Theory]
    [MemberData(nameof(Files))]
    public void Take_Transcript_SaysWordForWordWhatIsWritten(string name)
    {
        var file = Path.Combine(Transcript.Folder, name);
        var written = File.ReadAllText(file);
        var transcript = Transcript.Read(written);
        Assert.InRange(transcript.Messages.Count, 3, 8);
        var replayed = transcript.Replay();
        if (Environment.GetEnvironmentVariable(Rewrite) == "1") File.WriteAllText(file, replayed);
        Assert.Equal(written, replayed);
    }

    [Fact]
    public void Folder_Transcripts_AreMany() => Assert.InRange(Names.Length, 25, int.MaxValue);
}
