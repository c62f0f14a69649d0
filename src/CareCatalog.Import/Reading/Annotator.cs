using System.Globalization;
using System.Text.RegularExpressions;

namespace CareCatalog.Import.Reading;

/// <summary>Proposes the needs of a row and whom it is for, out of its words and the likest rows of other lists.</summary>
internal sealed class Annotator
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly CatalogEdition edition;
    private readonly Neighbourhood neighbourhood;
    private readonly ImportWords words;
    private readonly Regex ages;
    private readonly Regex others;

    public Annotator(CatalogEdition edition, Neighbourhood neighbourhood, ImportWords words)
    {
        this.edition = edition;
        this.neighbourhood = neighbourhood;
        this.words = words;
        static string Either(IEnumerable<string> texts) => string.Join('|', texts.OrderByDescending(text => text.Length).Select(Regex.Escape));
        var years = Either(words.Of("age", "years").DefaultIfEmpty("-"));
        ages = new Regex($"([0-9]{{1,2}})(?:{years})?(?:{Either(words.Of("age", "between").DefaultIfEmpty("-"))})([0-9]{{1,2}})(?:{years})", RegexOptions.NonBacktracking);
        // Beside migrant children, others whom the row is for as well: no restriction.
        others = new Regex(
            $"(?<={Either(words.Of("audience", "everyone").DefaultIfEmpty("-"))})(?:(?:{Either(words.Of("audience", "and").DefaultIfEmpty("-"))})(?:{Either(edition.Circumstances.Select(known => known.Name).DefaultIfEmpty("-"))})(?:{Either(words.Of("audience", "who").DefaultIfEmpty("-"))}))+",
            RegexOptions.None, Patience);
    }

    public DraftRow Annotate(DraftRow row, IReadOnlyList<Neighbour> near)
    {
        var text = row.Service.Reading + row.Content.Reading;
        var needs = NeedsOf(text, near);
        return row with
        {
            Needs = needs,
            NeedsSureness = Math.Round(near.Count == 0 ? 0.2 : Math.Clamp(near[0].Likeness + 0.1, 0.2, 0.97), 2),
            Eligibility = EligibilityOf(row, near, out var sureness),
            EligibilitySureness = Math.Round(sureness, 2),
        };
    }

    private List<string> NeedsOf(string text, IReadOnlyList<Neighbour> near)
    {
        var named = edition.Needs.Where(need => need.Name.Length >= 4 && text.Contains(need.Name, StringComparison.Ordinal)).Select(need => need.Id).ToList();
        var votes = near.Where(other => other.Likeness >= 0.6).SelectMany(other => other.Row.Needs.Select((id, rank) => (id, Weight: other.Likeness - (rank * 0.02))))
            .GroupBy(vote => vote.id).Select(group => (Id: group.Key, Weight: group.Max(vote => vote.Weight))).OrderByDescending(vote => vote.Weight).ToList();
        var pairs = Letters.Pairs(text);
        var fitting = votes.Where(vote => (vote.Weight >= 0.75 && near[0].Row.Needs.Contains(vote.Id)) || Shares(vote.Id, pairs)).Select(vote => vote.Id);
        var needs = fitting.Concat(named).Distinct().ToList();
        return needs.Count > 0 ? needs : near.Count > 0 ? [near[0].Row.Needs[0]] : [];
    }

    private bool Shares(string id, HashSet<int> pairs) =>
        edition.Needs.FirstOrDefault(need => need.Id == id) is { } need && Letters.Pairs(need.Name) is { Count: > 0 } own && own.Count(pairs.Contains) >= own.Count * 0.5;

    private Eligibility EligibilityOf(DraftRow row, IReadOnlyList<Neighbour> near, out double sureness)
    {
        var audience = row.Audience.Reading;
        var alike = neighbourhood.OfAudience(audience);
        var model = alike is { Likeness: >= 0.7 } ? alike.Row.Eligibility : Eligibility.Everyone;
        var match = ages.Match(audience);
        // As sure as the audience is known from elsewhere; of one that no other list has, half.
        sureness = Math.Clamp(alike?.Likeness ?? 0, 0.5, 0.97);
        var partly = !match.Success && (match = ages.Match(row.Content.Reading)).Success;
        var several = audience.Contains('\uFF1B', StringComparison.Ordinal);
        var stages = words.StagesIn(audience).ToList();
        if (stages.Count == 0) stages = [.. words.StagesIn(row.Service.Reading)];
        return new Eligibility
        {
            Ages = match.Success ? AgesOf(match) : null,
            AgesForPartOnly = match.Success && (partly || several),
            Stages = stages.Count > 0 ? stages : near.Count > 0 && near[0].Likeness >= 0.7 ? near[0].Row.Eligibility.Stages : [],
            Circumstances = alike is { Likeness: >= 0.7 } ? model.Circumstances
                : [.. CircumstancesIn(others.Replace(audience, ""))],
            CircumstancesForPartOnly = model.CircumstancesForPartOnly,
        };
    }

    private IEnumerable<string> CircumstancesIn(string audience) =>
        edition.Circumstances.Where(circumstance => audience.Contains(circumstance.Name, StringComparison.Ordinal)).Select(circumstance => circumstance.Id);

    private static AgeRange? AgesOf(Match match)
    {
        var (from, to) = (int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
        return from <= to ? AgeRange.Years(from, to) : null;
    }
}
