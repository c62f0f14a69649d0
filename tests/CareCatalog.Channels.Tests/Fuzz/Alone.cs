namespace CareCatalog.Channels.Tests.Fuzz;

/// <summary>Tests that measure the memory of the process: none other runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
