namespace CareCatalog.Dialogs.Recognition;

/// <summary>Which of several children is meant.</summary>
public enum ChildLabel
{
    /// <summary>Not said.</summary>
    None,

    /// <summary>老大, the older one.</summary>
    Elder,

    /// <summary>老二, the younger one.</summary>
    Younger,

    /// <summary>老三.</summary>
    Third,
}
