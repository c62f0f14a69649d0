using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Puts ages, births, grades and labels together into children, and keeps several children apart.</summary>
internal sealed class ChildReader(AgeReader ages, BirthReader births, StageReader stages)
{
    private const int LateEntry = 14;

    /// <summary>The children a message speaks of, in order; empty when it gives nothing about any.</summary>
    public IReadOnlyList<ChildReading> Read(Scan scan, DateOnly today)
    {
        var born = births.Read(scan, today).ToList();
        var facts = born.Concat(ages.Read(scan, today).Where(age => !born.Exists(birth => birth.Start < age.End && age.Start < birth.End)))
            .Concat(stages.Read(scan, today))
            .OrderBy(fact => fact.Start).ToList();
        var children = new List<Draft>();
        foreach (var fact in facts) Take(fact, children, today);
        NameByAge(children);
        return [.. children.Where(child => child.HasContent).Select(child => child.ToReading(today))];
    }

    private static void Take(ChildFact fact, List<Draft> children, DateOnly today)
    {
        var current = children.LastOrDefault();
        switch (fact)
        {
            case LabelFact label:
                if (children.Find(child => child.Label == label.Label) is { } known) Promote(children, known);
                else if (ByAge(children, label.Label) is { } meant) Promote(children, meant with { Label = label.Label }, meant);
                else if (current is { Label: ChildLabel.None, HasContent: false }) current.Label = label.Label;
                else children.Add(new Draft { Label = label.Label, Start = label.Start });
                break;
            // 2020年9月1日生，6岁: one child, and the birth says more.
            case AgeFact age when current is { Ages: { } told } && told.Overlaps(age.Months) && (current.Born is null) != (age.Born is null):
                if (age.Born is not null) (current.Ages, current.Born) = (age.Months, age.Born);
                break;
            case AgeFact age:
                if (current is null || (current.Ages is not null && !(current.IsNominal && !age.IsNominal)) || Clashes(current, age.Months))
                    children.Add(current = new Draft { Start = age.Start });
                (current.Ages, current.Born, current.IsNominal) = (age.Months, age.Born, age.IsNominal);
                break;
            case StageFact stage:
                if (current is null || (stage.IsGrade && (current.Grade is not null || Clashes(current, stage, today))))
                    children.Add(current = new Draft { Start = stage.Start });
                current.Take(stage);
                break;
        }
    }

    private static bool Clashes(Draft child, AgeRange ages) =>
        child.Grade?.Months is { } grade && !new AgeRange(grade.FromMonths - LateEntry, grade.ToMonths + LateEntry).Overlaps(ages);

    private static bool Clashes(Draft child, StageFact grade, DateOnly today) => child.Ages is { } ages && (grade.Months is { } months
        ? !new AgeRange(months.FromMonths - LateEntry, months.ToMonths + LateEntry).Overlaps(ages)
        : !SchoolYear.StagesAt(ages, today).Intersect(grade.Stages).Any());

    // "Two kids, 5 and 16 … the older one": the label finds the child by its age.
    private static Draft? ByAge(List<Draft> children, ChildLabel label)
    {
        var unnamed = children.Where(child => child.Label == ChildLabel.None && child.Ages is not null).ToList();
        if (unnamed.Count < 2 || label == ChildLabel.Third) return null;
        return label == ChildLabel.Elder ? unnamed.MaxBy(child => child.Ages!.Value.ToMonths) : unnamed.MinBy(child => child.Ages!.Value.FromMonths);
    }

    private static void Promote(List<Draft> children, Draft child, Draft? replaced = null)
    {
        children.Remove(replaced ?? child);
        children.Add(child);
    }

    private static void NameByAge(List<Draft> children)
    {
        if (children is not [{ Ages: { } first } a, { Ages: { } second } b] || first == second) return;
        var (elder, younger) = first.FromMonths > second.FromMonths ? (a, b) : (b, a);
        if (elder.Label == ChildLabel.None && younger.Label != ChildLabel.Elder) elder.Label = ChildLabel.Elder;
        if (younger.Label == ChildLabel.None && elder.Label == ChildLabel.Elder) younger.Label = ChildLabel.Younger;
    }

    private sealed record Draft
    {
        public ChildLabel Label { get; set; }

        public AgeRange? Ages { get; set; }

        public (DateOnly First, DateOnly Last)? Born { get; set; }

        public bool IsNominal { get; set; }

        public StageFact? Grade { get; set; }

        public List<Stage> Said { get; } = [];

        public int Start { get; init; }

        public bool HasContent => Ages is not null || Grade is not null || Said.Count > 0 || Label != ChildLabel.None;

        public void Take(StageFact fact)
        {
            if (fact.IsGrade) Grade = fact;
            else foreach (var stage in fact.Stages) if (!Said.Contains(stage)) Said.Add(stage);
        }

        public ChildReading ToReading(DateOnly today) => new()
        {
            Label = Label,
            Start = Start,
            Ages = Ages ?? Grade?.Months,
            Stages = StagesOn(today),
            IsPlaced = Ages is not null || Grade is not null,
        };

        // A grade is the stage; an age gives stages, which what is said narrows when it can. A mother of a child of four may
        // ask about primary school: that is a need, and leaves the child where it is.
        private IReadOnlyList<Stage> StagesOn(DateOnly today)
        {
            // The class asked for (小班收不收) gives way to an age; the grade a pupil is in does not.
            if (Grade is { } grade && (Ages is null || grade.Stages[0] > Stage.Preschool)) return Said.Count > 0 && !Said.Intersect(grade.Stages).Any() ? [.. grade.Stages, .. Said] : grade.Stages;
            if (Ages is not { } ages) return Said;
            var byAge = Born is { } born ? SchoolYear.StagesOfBirths(born.First, born.Last, today) : SchoolYear.StagesAt(ages, today);
            if (Said.Count == 0) return byAge;
            var both = byAge.Intersect(Said).ToList();
            return both.Count > 0 || byAge.Count > 0 && Ages is not null ? (both.Count > 0 ? both : byAge) : Said;
        }
    }
}
