namespace CareCatalog.Web.Tests;

/// <summary>Tests that share one running host; each uses conversations of its own.</summary>
[CollectionDefinition(Name)]
public sealed class OnOneHost : ICollectionFixture<RunningHost>
{
    public const string Name = "host";
}
