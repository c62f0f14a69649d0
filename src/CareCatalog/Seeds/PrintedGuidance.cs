namespace CareCatalog.Seeds;

/// <summary>One cell of guidance with the ministry and the content it stands beside.</summary>
/// <param name="Department">承担部门.</param>
/// <param name="Content">服务内容.</param>
/// <param name="Text">工作索引.</param>
internal sealed record PrintedGuidance(Cell Department, Cell Content, Cell Text);
