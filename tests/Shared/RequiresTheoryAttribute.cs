using Xunit;

namespace CareCatalog.Testing;

/// <summary>As <see cref="RequiresFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresTheoryAttribute : TheoryAttribute
{
    public RequiresTheoryAttribute(params string[] tools) => Skip = Tools.Missing(tools);
}
