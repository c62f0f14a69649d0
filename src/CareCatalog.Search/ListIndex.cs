using CareCatalog.Search.Text;

namespace CareCatalog.Search;

/// <summary>The index of one list: its rows, its passages.</summary>
internal sealed class ListIndex
{
    // Field weights of BM25F: the service's name tells most, guidance least.
    private const double ServiceWeight = 2.5;
    private const double AudienceWeight = 1.0;
    private const double ContentWeight = 1.2;
    private const double DepartmentWeight = 0.8;
    private const double GuidanceWeight = 0.4;

    private readonly CareList list;
    private readonly Postings items;
    private readonly Postings passages;

    public ListIndex(CareList list, TermNumbers numbers, CharacterTable characters)
    {
        this.list = list;
        items = Postings.Build([.. list.Items.Select(item => FieldsOf(item, characters))], numbers);
        passages = Postings.Build([.. list.Passages.Select(passage => FieldsOf(passage, characters))], numbers);
    }

    public ListIndex(CareList list, Postings items, Postings passages)
    {
        this.list = list;
        this.items = items;
        this.passages = passages;
    }

    public IEnumerable<Postings> All => [items, passages];

    /// <summary>The postings of the rows.</summary>
    public Postings Items => items;

    /// <summary>A row by its place, from 0.</summary>
    public ServiceItem RowAt(int row) => list.Items[row];

    public IReadOnlyList<Match> Search(SearchQuery query, List<int> terms, TermNumbers numbers)
    {
        Span<double> text = stackalloc double[items.RowCount];
        foreach (var term in terms) items.AddTo(text, term, numbers.IdfOf(term));
        var matches = new List<Match>();
        for (var row = 0; row < items.RowCount; row++)
        {
            var score = new RowScore(list.Items[row], query, text[row]);
            if (score.IsShown) matches.Add(score.ToMatch());
        }
        matches.Sort(static (a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Item.Id.CompareTo(b.Item.Id));
        return matches;
    }

    public IReadOnlyList<PassageMatch> SearchPassages(SearchQuery query, List<int> terms, TermNumbers numbers)
    {
        Span<double> text = stackalloc double[passages.RowCount];
        foreach (var term in terms) passages.AddTo(text, term, numbers.IdfOf(term));
        var matches = new List<PassageMatch>();
        for (var row = 0; row < passages.RowCount; row++)
        {
            var needs = RowScore.NeedsMet(list.Passages[row].Needs, query.Needs, out var needScore);
            var textScore = RowScore.TextScore(text[row]);
            if (needScore + textScore > 0) matches.Add(new PassageMatch(list.Passages[row], needScore + textScore, needs, textScore));
        }
        matches.Sort(static (a, b) => b.Score.CompareTo(a.Score));
        return matches;
    }

    public Explanation? Explain(SearchQuery query, List<int> terms, TermNumbers numbers, ItemId id)
    {
        for (var row = 0; row < items.RowCount; row++)
        {
            if (list.Items[row].Id != id) continue;
            Span<double> text = stackalloc double[items.RowCount];
            foreach (var term in terms) items.AddTo(text, term, numbers.IdfOf(term));
            return new RowScore(list.Items[row], query, text[row]).Explain();
        }
        return null;
    }

    private static (FoldedText, double)[] FieldsOf(ServiceItem item, CharacterTable characters) =>
    [
        (FoldedText.Of(item.Service, characters), ServiceWeight),
        (FoldedText.Of(item.Audience, characters), AudienceWeight),
        (FoldedText.Of(item.ContentReading, characters), ContentWeight),
        (FoldedText.Of(string.Join(' ', item.Departments), characters), DepartmentWeight),
        (FoldedText.Of(string.Join('\n', item.Guidance.Select(guidance => guidance.Text)), characters), GuidanceWeight),
    ];

    private static (FoldedText, double)[] FieldsOf(Passage passage, CharacterTable characters) =>
        [(FoldedText.Of(passage.Section, characters), ServiceWeight), (FoldedText.Of(passage.Text, characters), ContentWeight)];
}
