using CareCatalog.Channels.DirectLine;

namespace CareCatalog.Channels.Tests.DirectLine;

public sealed class SigningKeyTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("carecatalog-").FullName;

    private DirectLineOptions Options => new() { TokenKeyFile = Path.Combine(folder, "data", "directline.key") };

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Find_FirstRun_MakesAKeyThatIsKept()
    {
        var key = SigningKey.Find(Options);
        Assert.Equal(32, key.Length);
        Assert.Equal(key, SigningKey.Find(Options));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options.TokenKeyFile));
    }

    [Fact]
    public async Task Find_ManyHostsAtOnce_AllReadOneKey()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Convert.ToHexString(SigningKey.Find(Options)))));
        Assert.Single(keys.Distinct());
        Assert.Single(Directory.GetFiles(Path.Combine(folder, "data")));
    }

    [Fact]
    public void Find_Secret_DerivesTheSameKeyOnEveryNode()
    {
        var options = Options;
        options.Secret = "s";
        Assert.Equal(SigningKey.Find(options), SigningKey.Find(options));
        Assert.False(Directory.Exists(Path.Combine(folder, "data")));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    public void Find_PoorKey_IsRefusedByPlace(string key)
    {
        var options = Options;
        options.TokenKey = key;
        Assert.Contains("DirectLine:TokenKey", Assert.Throws<InvalidDataException>(() => SigningKey.Find(options)).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        File.WriteAllText(options.TokenKeyFile, key);
        options.TokenKey = null;
        Assert.Contains(options.TokenKeyFile, Assert.Throws<InvalidDataException>(() => SigningKey.Find(options)).Message, StringComparison.Ordinal);
    }
}
