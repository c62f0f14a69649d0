using CareCatalog.Dialogs.Answers;
using CareCatalog.Dialogs.Recognition;
using CareCatalog.Search;

namespace CareCatalog.Dialogs.Deciding;

/// <summary>Says how a message was understood, what was decided and how every row scores.</summary>
internal static class Explainer
{
    private const int MostRows = 8;

    public static IEnumerable<string> Explain(
        Understanding said, Profile profile, Move move, CatalogEdition edition, CatalogIndex index)
    {
        yield return $"language      {said.Language}";
        yield return $"place         {said.Places.Residence?.Name ?? "-"}  home {said.Places.Home?.Name ?? "-"}  choices {string.Join(' ', said.Places.Choices.Select(place => place.Code))}";
        foreach (var child in said.Children)
            yield return $"child         {child.Label} months {child.Ages?.FromMonths}-{child.Ages?.ToMonths} stages {string.Join(' ', child.Stages)}";
        yield return $"circumstances {string.Join(' ', said.Circumstances.Select(held => (held.IsDenied ? "not " : "") + held.Id))}";
        yield return $"needs         {Listed(said.Needs.Needs)}  likely {Listed(said.Needs.Inferred)}  outside {said.Needs.Outside ?? "-"}";
        yield return $"reference     {said.Reference?.ToString() ?? "-"}  bodies {string.Join(' ', said.Bodies)}  domain {said.Domain?.ToString() ?? "-"}";
        yield return $"commands      {string.Join(' ', said.Commands)}  cues {string.Join(' ', said.Cues)}  dangers {string.Join(' ', said.Dangers)}";
        yield return $"move          {move.GetType().Name}";
        if (InquiryOf(move) is not { } inquiry) yield break;
        var list = Finder.ListFor(inquiry, edition);
        foreach (var match in index.Search(inquiry.In(list)).Take(MostRows))
            foreach (var line in index.Explain(inquiry.In(list), match.Item.Id)!.Lines())
                yield return line;
    }

    private static string Listed(IEnumerable<WantedNeed> needs) => string.Join(' ', needs.Select(need => $"{need.Id}:{need.Weight:0.0}{(need.IsNamed ? "!" : "")}"));

    private static Inquiry? InquiryOf(Move move) => move switch
    {
        LookUp lookUp => lookUp.Inquiry,
        Compare compare => compare.Inquiry,
        AskPlace ask => ask.Inquiry,
        Warn warn => warn.Inquiry,
        _ => null,
    };
}
