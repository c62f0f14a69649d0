namespace CareCatalog.Browser.Tests;

/// <summary>The screen a page is looked at on.</summary>
public sealed record Look(int Width, int Height, string Language = "zh-CN", bool Scripts = true)
{
    public static readonly Look Narrow = new(320, 568);
    public static readonly Look Phone = new(390, 844);
    public static readonly Look Desktop = new(1280, 800);

    public Look English => this with { Language = "en-US" };

    public Look WithoutScripts => this with { Scripts = false };
}
