namespace CareCatalog.Web.Api;

/// <summary>One page of rows.</summary>
/// <param name="Edition">The edition they are of.</param>
/// <param name="Total">How many rows match in all.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Size">How many rows a page holds.</param>
/// <param name="Items">The rows, the nation's first, then by code and number.</param>
internal sealed record ServicePage(string Edition, int Total, int Page, int Size, IReadOnlyList<ServiceView> Items);
