using CareCatalog.Search.Text;
using CareCatalog.Testing;
using FsCheck;
using FsCheck.Fluent;

namespace CareCatalog.Search.Tests;

/// <summary>The inverted index gives what the formula gives.</summary>
public class PostingsTests
{
    private static readonly string[] Words = ["入园", "入学", "报销", "疫苗", "学", "a", "bus", "card", "4", "2026", "，", " "];

    [Fact]
    public void AddTo_RandomDocumentsAndQueries_EqualsNaiveModel() => Prop.ForAll(Arb.From(Collections()), sample =>
    {
        var numbers = new TermNumbers();
        var fields = sample.Documents.Select(document => document.Select((text, field) => (text, 1.0 + field)).ToArray()).ToArray();
        var postings = Postings.Build([.. fields.Select(document => (IReadOnlyList<(FoldedText, double)>)[.. document.Select(field => (Fold(field.text), field.Item2))])], numbers);
        numbers.Weigh([postings], fields.Length);
        var naive = new NaiveRanking(fields);

        var scores = new double[fields.Length];
        foreach (var term in NaiveRanking.Terms(sample.Query).Distinct())
            if (numbers.TryGet(term, out var number)) postings.AddTo(scores, number, numbers.IdfOf(number));

        // Weights are kept in 16 bits: three digits.
        return Enumerable.Range(0, fields.Length).All(document => Math.Abs(
            scores[document] - naive.Score(document, sample.Query, term => NaiveRanking.Idf(naive.DocumentsWith(term), naive.Count))) < 0.05);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Build_NoDocuments_IsEmpty()
    {
        var postings = Postings.Build([], new TermNumbers());
        Assert.Equal(0, postings.RowCount);
        Assert.Equal(0, postings.RowsWith(0));
    }

    [Fact]
    public void RowsWith_Term_CountsRowsNotOccurrences()
    {
        var numbers = new TermNumbers();
        var postings = Postings.Build([[(Fold("低保，低保"), 1.0)], [(Fold("低保"), 1.0)], [(Fold("疫苗"), 1.0)]], numbers);
        Assert.True(numbers.TryGet("低保", out var term));
        Assert.Equal(2, postings.RowsWith(term));
    }

    private static Gen<(string[][] Documents, string Query)> Collections() =>
        from count in Gen.Choose(1, 8)
        from documents in Gen.ArrayOf(Gen.ArrayOf(Sentence(), 3), count)
        from query in Sentence()
        select (documents, query);

    private static Gen<string> Sentence() =>
        from size in Gen.Choose(0, 12)
        from words in Gen.ArrayOf(Gen.Elements(Words), size)
        select string.Concat(words);

    private static FoldedText Fold(string text) => FoldedText.Of(text, OurSeeds.Characters);
}
