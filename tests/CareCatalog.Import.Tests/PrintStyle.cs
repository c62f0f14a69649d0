namespace CareCatalog.Import.Tests;

/// <summary>How an office prints its list.</summary>
/// <param name="Name">What it is called in file names.</param>
/// <param name="Heads">The heads of the six columns.</param>
/// <param name="IsMerged">Equal cells one below the other are merged.</param>
/// <param name="IsBroken">Contents are broken over lines.</param>
/// <param name="Between">What stands between departments.</param>
internal sealed record PrintStyle(string Name, string[] Heads, bool IsMerged, bool IsBroken, string Between)
{
    public static readonly PrintStyle Plain = new("plain", ["服务领域", "序号", "服务对象", "服务项目", "服务内容", "责任部门"], false, false, "、");

    public static readonly PrintStyle Merged = new("merged", ["领域", "序 号", "保障对象", "项目名称", "任务内容", "牵头部门"], true, false, "\n");

    public static readonly PrintStyle Broken = new("broken", ["", "序号", "服务对象", "服务项目", "服务内容", "承担部门"], true, true, "、");
}
