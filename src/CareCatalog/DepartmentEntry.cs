namespace CareCatalog;

/// <summary>责任部门: a body under the name a list prints, with what people call it and what it corresponds to.</summary>
/// <param name="Name">As printed in lists, as in 市卫生健康委.</param>
/// <param name="EnglishName">For English answers, as in Municipal Health Commission.</param>
/// <param name="Body">Id shared by all names of the same kind of body over all levels, as in <c>health-commission</c>.</param>
/// <param name="Aliases">What people call it: 卫健委, 卫生局, health bureau.</param>
/// <param name="LocalCounterpart">For a national ministry, the usual local body's name, as in 当地卫生健康部门; null for local bodies.</param>
/// <param name="EnglishLocalCounterpart">The same in English; null for local bodies.</param>
public sealed record DepartmentEntry(
    string Name, string EnglishName, string Body, IReadOnlyList<string> Aliases,
    string? LocalCounterpart, string? EnglishLocalCounterpart);
