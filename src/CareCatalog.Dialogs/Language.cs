namespace CareCatalog.Dialogs;

/// <summary>The languages the assistant answers in.</summary>
public enum Language
{
    /// <summary>Chinese, <c>zh-CN</c>.</summary>
    Chinese,

    /// <summary>English, <c>en-US</c>.</summary>
    English,
}
