using CareCatalog.Channels.BotFramework;
using CareCatalog.Testing;
using Microsoft.IdentityModel.Protocols;

namespace CareCatalog.Channels.Tests.BotFramework;

public sealed class IssuerKeysTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly Documents documents = new();

    private IssuerKeys Keys => new("https://issuer.example/metadata", documents, clock);

    [Fact]
    public async Task Find_KnownKey_ReadsOnceADay()
    {
        using var keys = Keys;
        for (var i = 0; i < 3; i++) Assert.NotNull(await keys.FindAsync("k1", default));
        Assert.Equal(1, documents.Readings);
        clock.Advance(TimeSpan.FromHours(25));
        Assert.NotNull(await keys.FindAsync("k1", default));
        Assert.Equal(2, documents.Readings);
    }

    [Fact]
    public async Task Find_UnknownKey_ReadsAgainButNotOften()
    {
        using var keys = Keys;
        Assert.Null(await keys.FindAsync("k2", default));
        documents.Names = ["k1", "k2"];
        Assert.Null(await keys.FindAsync("k2", default));
        Assert.Equal(1, documents.Readings);
        clock.Advance(TimeSpan.FromMinutes(6));
        Assert.NotNull(await keys.FindAsync("k2", default));
        Assert.Equal(2, documents.Readings);
    }

    [Fact]
    public async Task Find_AtOnceFromMany_ReadsOnce()
    {
        using var keys = Keys;
        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => keys.FindAsync("k1", default)));
        Assert.All(found, Assert.NotNull);
        Assert.Equal(1, documents.Readings);
    }

    [Fact]
    public async Task Find_IssuerOutOfReach_ServesOldKeysAndSaysSoWithoutAny()
    {
        using var keys = Keys;
        documents.AreThere = false;
        await Assert.ThrowsAsync<IOException>(() => keys.FindAsync("k1", default));
        documents.AreThere = true;
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(await keys.FindAsync("k1", default));
        documents.AreThere = false;
        clock.Advance(TimeSpan.FromHours(48));
        Assert.NotNull(await keys.FindAsync("k1", default));
    }

    private sealed class Documents : IDocumentRetriever
    {
        public string[] Names { get; set; } = ["k1"];

        public bool AreThere { get; set; } = true;

        public int Readings { get; private set; }

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            await Task.Yield();
            if (!AreThere) throw new IOException("out of reach");
            if (address.EndsWith("/keys", StringComparison.Ordinal))
                return $$"""{"keys":[{{string.Join(',', Names.Select(name => $$"""{"kty":"RSA","kid":"{{name}}","n":"AQAB","e":"AQAB"}"""))}}]}""";
            Readings++;
            return """{"issuer":"i","jwks_uri":"https://issuer.example/keys"}""";
        }
    }
}
