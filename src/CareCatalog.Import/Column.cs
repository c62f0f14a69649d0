namespace CareCatalog.Import;

/// <summary>The columns of a published list.</summary>
internal enum Column
{
    Number,
    Domain,
    Audience,
    Service,
    Content,
    Departments,
    Guidance,
}
