using CareCatalog.Dialogs.Deciding;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Answers;

/// <summary>Hop 5: a move to an answer.</summary>
internal sealed class Composer(CharacterTable characters)
{
    private const int MostRows = 5;

    private readonly Finder finder = new(characters);

    /// <summary>Carries out a move.</summary>
    public Answer Compose(Move move, CatalogEdition edition) => move switch
    {
        LookUp lookUp => Find(lookUp, edition),
        Show show => Rows(show.Ids, show.Aspect, edition),
        TellLine tell => new LineTold(tell.Line),
        ShowRows rows => Numbered(rows, edition),
        ListRows list => List(list, edition),
        Compare compare => Side(compare, edition),
        AskPlace ask => new NeedsDetail(new Ask("place", ask.Choices), finder.Find(ask.Inquiry with { Residence = null }, edition)),
        Decline { IsNear: true } => new NotFound(null),
        Decline => new OutOfScope(),
        Warn warn => new Danger(warn.Kinds, warn.Inquiry is { } inquiry ? finder.Find(inquiry, edition) : null),
        Say say => Speak(say.Speech),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, "an unknown move"),
    };

    /// <summary>An answer as it is given after what came before: the numbers stay in sight for a turn after a danger.</summary>
    public static Answer Beside(Conversation before, Answer answer) =>
        before.InDanger && answer is Found found ? found with { Remarks = [.. found.Remarks, new Remark(Remark.AfterDanger)] } : answer;

    private Answer Find(LookUp lookUp, CatalogEdition edition)
    {
        var elsewhere = OfOtherCounties(lookUp.Inquiry, edition);
        if (finder.Find(lookUp.Inquiry, edition) is not { } found)
            return lookUp.Else is { } other ? Find(other, edition) : elsewhere is { Row: { } row } ? new Found([Known(row)], []) { Remarks = [elsewhere] }
                : lookUp.Inquiry.Needs.Any(need => need.IsNamed) ? new NotFound(null) : new OutOfScope();
        if (lookUp.Except.Count > 0) return Further(found, lookUp.Except);
        found = found with { Aspect = lookUp.Aspect, Remarks = elsewhere is null ? found.Remarks : [elsewhere, .. found.Remarks] };
        return lookUp.Inquiry.IsDefinition ? new Defined(found) : found;
    }

    private static Answer Further(Found found, IReadOnlyList<string> shown)
    {
        var rows = found.Rows.Where(match => !shown.Contains(match.Item.Id.ToString())).ToList();
        IReadOnlyList<ItemId> more = [.. found.More.Where(id => !shown.Contains(id.ToString()))];
        return rows.Count == 0 ? new SmallTalk("nothing-more") : new Found(rows, []) { More = more };
    }

    // The row that meets what is asked surest, when it is for other counties than theirs.
    private static Remark? OfOtherCounties(Inquiry inquiry, CatalogEdition edition)
    {
        if (inquiry.Residence is not { } place || place.Prefecture == place || inquiry.Needs.FirstOrDefault(need => need.IsNamed).Id is not { } need) return null;
        var row = edition.ListOf(place.Prefecture)?.Items.FirstOrDefault(item =>
            item.Eligibility.Counties.Count > 0 && item.Needs.Contains(need) && !item.Eligibility.Counties.Contains(place));
        return row is null ? null : new Remark(Remark.OtherCounties, edition.Find(place), row);
    }

    private static Answer Rows(IReadOnlyList<string> ids, Aspect aspect, CatalogEdition edition)
    {
        var rows = ids.Select(id => ItemId.TryParse(id, out var item) ? edition.Find(item) : null).OfType<ServiceItem>().ToList();
        var passages = ids.Select(id => PassageId.TryParse(id, out var passage) ? edition.Find(passage) : null).OfType<Passage>().ToList();
        return rows.Count + passages.Count == 0 ? new NotFound(null) : new Found([.. rows.Select(Known)], passages) { Aspect = aspect };
    }

    private static Answer Numbered(ShowRows wanted, CatalogEdition edition)
    {
        var list = edition.ListOf(wanted.Place is { } place ? Finder.ListOf(place, edition) : JurisdictionCode.Nation)!;
        var rows = wanted.Numbers.Select(number => edition.Find(new ItemId(list.Code, number))).OfType<ServiceItem>().Distinct().ToList();
        return rows.Count == 0 ? new NotFound(list.Items.Count) : new Found([.. rows.Select(Known)], []) { Aspect = wanted.Aspect };
    }

    private static Answer List(ListRows wanted, CatalogEdition edition)
    {
        var list = edition.ListOf(wanted.Place is { } place ? Finder.ListOf(place, edition) : JurisdictionCode.Nation)!;
        var byBody = wanted.Bodies.Select(body => edition.Departments.Where(entry => entry.Body == body).Select(entry => entry.Name).ToHashSet()).ToList();
        var names = byBody.SelectMany(body => body).ToHashSet();
        var rows = list.Items.Where(item => wanted.Service is { } service ? item.Service == service
            : wanted.Domain is { } domain ? item.Domain == domain : item.Departments.Any(names.Contains)).ToList();
        // Of several bodies, the rows they share; when they share none, each one's.
        var shared = rows.Where(item => byBody.TrueForAll(body => item.Departments.Any(body.Contains))).ToList();
        if (shared.Count > 0) rows = shared;
        if (wanted.PrefersPassages && list.Passages.Any(passage => passage.Departments.Any(names.Contains))) rows = [];
        var passages = rows.Count > 0 ? [] : list.Passages.Where(passage => passage.Departments.Any(names.Contains)).Take(2).ToList();
        if (rows.Count + passages.Count == 0) return new NotFound(null);
        return new Found([.. rows.Take(MostRows).Select(Known)], passages)
        {
            More = [.. rows.Skip(MostRows).Select(item => item.Id)],
            Ask = wanted.Place is null ? Ask.Place : null,
            Remarks = wanted.Place is { IsNation: false } asked && list.Code.IsNation
                ? [new Remark(Remark.Uncovered, edition.Find(asked))] : [],
        };
    }

    private Answer Side(Compare compare, CatalogEdition edition)
    {
        if (compare.Inquiry.Needs.Count == 0) return new Compared(Comparison.Of(edition, [.. compare.Places.Select(place => Finder.ListOf(place.Code, edition))]));
        var rows = new List<Match>();
        foreach (var place in compare.Places)
            if (finder.Find(compare.Inquiry with { Residence = place.Code, IsNational = false }, edition) is { Rows: [var best, ..] })
                rows.Add(best);
        return rows.Count == 0 ? new NeedsDetail(Ask.Need, null) : new Found([.. rows.DistinctBy(match => match.Item.Id)], []) { IsComparison = true };
    }

    /// <summary>A row that is shown as it is, without a search.</summary>
    public static Match Known(ServiceItem item) => new(item, 0, Fit.Open, []);

    private static Answer Speak(Speech speech) => speech switch
    {
        Speech.Reset => new Reset(),
        Speech.Privacy => new PrivacyNotice("privacy"),
        Speech.Deleted => new PrivacyNotice("privacy-deleted"),
        Speech.NothingRemembered => new PrivacyNotice("privacy-nothing"),
        Speech.Handoff => new HandedOff(),
        Speech.WhatINeed => new NeedsDetail(Ask.Need, null),
        Speech.Greeting => new SmallTalk("greeting"),
        Speech.Thanks => new SmallTalk("thanks"),
        Speech.Goodbye => new SmallTalk("goodbye"),
        Speech.Relieved => new SmallTalk("relieved"),
        Speech.WhoIAm => new SmallTalk("who-i-am"),
        Speech.NothingMore => new SmallTalk("nothing-more"),
        Speech.Coverage => new SmallTalk("coverage"),
        _ => new SmallTalk("acknowledged"),
    };
}
