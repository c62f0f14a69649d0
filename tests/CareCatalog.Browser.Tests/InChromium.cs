namespace CareCatalog.Browser.Tests;

/// <summary>Tests that share the browser and the host; each opens a window of its own.</summary>
[CollectionDefinition(Name)]
public sealed class InChromium : ICollectionFixture<Chromium>
{
    public const string Name = "chromium";
}
