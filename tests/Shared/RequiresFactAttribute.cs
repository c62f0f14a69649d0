using Xunit;

namespace CareCatalog.Testing;

/// <summary>A test that needs what a machine may lack; it is skipped by name there, but never where CI is true.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    public RequiresFactAttribute(params string[] tools) => Skip = Tools.Missing(tools);
}
