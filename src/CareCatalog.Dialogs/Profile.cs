using CareCatalog.Dialogs.Recognition;

namespace CareCatalog.Dialogs;

/// <summary>家庭情况: what the conversation knows of the family. Bands and codes only; nothing that identifies a child.</summary>
public sealed record Profile
{
    /// <summary>A family of which nothing is known.</summary>
    public static readonly Profile Unknown = new();

    // What belongs to a child rather than to the family.
    // So much apart, two ages are two children's unless something is put right or foreseen.
    private const int AnotherChild = 36;

    private static readonly string[] OfChild =
        ["orphan", "de-facto-unattended", "key-at-risk", "hiv", "disabled", "severe-mental", "left-behind", "at-risk", "temporary-guardianship"];

    // Brothers and sisters have the same parents.
    private static readonly string[] OfParents = ["orphan", "de-facto-unattended"];

    /// <summary>Residence, as precise as said; null when unknown.</summary>
    public JurisdictionCode? Residence { get; init; }

    /// <summary>Where they are registered; null when unknown.</summary>
    public JurisdictionCode? Home { get; init; }

    /// <summary>The children, in the order they came up.</summary>
    public IReadOnlyList<ChildProfile> Children { get; init; } = [];

    /// <summary>The children the talk is about now, as positions in <see cref="Children"/>.</summary>
    public IReadOnlyList<int> Focus { get; init; } = [];

    /// <summary>Circumstances of the family.</summary>
    public IReadOnlyList<string> Circumstances { get; init; } = [];

    /// <summary>Circumstances denied of the family.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>The children the talk is about.</summary>
    internal IEnumerable<ChildProfile> InFocus => Focus.Select(index => Children[index]);

    /// <summary>Every circumstance that holds for those the talk is about.</summary>
    internal IEnumerable<string> Held => Focus.Count == 0 ? Circumstances : Circumstances.Concat(InFocus.SelectMany(child => child.Circumstances)).Distinct();

    /// <summary>The circumstances that change what a later message asks for: those of the child talked about, and a disaster.</summary>
    internal IEnumerable<string> Spoken => Held.Where(id => OfChild.Contains(id) || id == "disaster");

    /// <summary>Every circumstance denied for those the talk is about.</summary>
    internal IEnumerable<string> NotHeld => Focus.Count == 0 ? Denied : Denied.Concat(InFocus.SelectMany(child => child.Denied)).Distinct();

    /// <summary>This family with what a message says.</summary>
    internal Profile With(Understanding understanding, JurisdictionCode? context)
    {
        var children = Children.ToList();
        var focus = new List<int>();
        foreach (var reading in understanding.Children)
        {
            var known = children.Count;
            var at = Place(children, reading, focus, understanding.Cues.Contains("correction") || understanding.Cues.Contains("later") || understanding.Has("no"), understanding.Cues.Contains("later"));
            if (!focus.Contains(at)) focus.Add(at);
            if (at == known && understanding.Cues.Contains("sibling")) children[at] = children[at] with { Circumstances = [.. InFocus.SelectMany(child => child.Circumstances).Where(OfParents.Contains).Distinct()] };
        }
        if (focus.Count == 0) focus.AddRange(Focus);
        var family = this with { Residence = understanding.Places.Residence?.Code ?? understanding.Choice ?? Residence ?? context, Home = understanding.Places.Home?.Code ?? Home };
        foreach (var circumstance in understanding.Circumstances)
            family = OfChild.Contains(circumstance.Id)
                ? Attach(family, children, focus, understanding.Children, circumstance)
                : family.Of(circumstance);
        return family with { Children = children, Focus = focus };
    }

    // A label finds its child; without one, what is said is about the child in focus, or else about a new one.
    private int Place(List<ChildProfile> children, ChildReading reading, List<int> placed, bool isSame, bool isForLater)
    {
        var at = reading.Label != ChildLabel.None
            ? Labelled(children, reading)
            : Focus.Where(index => !placed.Contains(index) && (isSame || !IsAnother(children[index], reading))).DefaultIfEmpty(-1).First();
        if (at < 0 && reading.Label != ChildLabel.None)
            at = Focus.Where(index => !placed.Contains(index) && children[index].Label == ChildLabel.None && children[index].Ages is null).DefaultIfEmpty(-1).First();
        if (at < 0)
        {
            // The first child named 老二 makes the one known before the 老大.
            if (reading.Label == ChildLabel.Younger && children is [{ Label: ChildLabel.None } only]) children[0] = only with { Label = ChildLabel.Elder };
            children.Add(new ChildProfile());
            at = children.Count - 1;
        }
        children[at] = children[at].With(reading, isForLater);
        return at;
    }

    private static bool IsAnother(ChildProfile child, ChildReading reading) =>
        child.Ages is { } known && reading.Ages is { } said
        && (said.FromMonths - known.ToMonths >= AnotherChild || known.FromMonths - said.ToMonths >= AnotherChild);

    // 大的 and 最小的 of children told without a label are those by age; 老二 of three is the second.
    private static int Labelled(List<ChildProfile> children, ChildReading reading)
    {
        var at = children.FindIndex(child => child.Label == reading.Label);
        if (at >= 0 || reading.Ages is not null) return at;
        var byAge = Enumerable.Range(0, children.Count).Where(index => children[index].Ages is not null && children[index].Label == ChildLabel.None)
            .OrderByDescending(index => children[index].FromMonths).ToList();
        return byAge.Count < 2 ? -1 : reading.Label switch
        {
            ChildLabel.Elder => byAge[0],
            ChildLabel.Younger => byAge[1],
            _ => byAge.Count > 2 ? byAge[2] : -1,
        };
    }

    private static Profile Attach(
        Profile family, List<ChildProfile> children, List<int> focus, IReadOnlyList<ChildReading> readings, CircumstanceReading circumstance)
    {
        if (focus.Count == 0)
        {
            children.Add(new ChildProfile());
            focus.Add(children.Count - 1);
        }
        // Of several children in one message, the one spoken of last before the circumstance.
        var nearest = readings.Select((reading, index) => (reading.Start, index)).LastOrDefault(pair => pair.Start <= circumstance.Position).index;
        var targets = readings.Count > 1 && focus.Count == readings.Count ? [focus[nearest]] : focus.AsEnumerable();
        foreach (var at in targets) children[at] = children[at].With(circumstance);
        return family;
    }

    private Profile Of(CircumstanceReading reading) => reading.IsDenied
        ? this with { Circumstances = [.. Circumstances.Where(id => id != reading.Id)], Denied = [.. Denied.Append(reading.Id).Distinct()] }
        : this with { Circumstances = [.. Circumstances.Append(reading.Id).Distinct()], Denied = [.. Denied.Where(id => id != reading.Id)] };
}
