using CareCatalog.Dialogs.Lexicons;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Grades, classes and stages of school: 大班, 三年级, 初二, 中专, 2nd grade; what was left or waved away is not counted.</summary>
internal sealed class StageReader(Lexicon ages, Lexicon cues)
{
    private const int LeftDistance = 6;
    private const int DismissDistance = 6;

    /// <summary>The grades and stages a message gives.</summary>
    public IEnumerable<ChildFact> Read(Scan scan, DateOnly today)
    {
        var mentions = ages.Find(scan);
        var turns = cues.Find(scan);
        foreach (var mention in mentions)
        {
            if (mentions.Any(other => IsOutranked(mention, other)) || IsLeft(mention, mentions, turns)) continue;
            if (LabelOf(mention.Id) is var label && label != ChildLabel.None) yield return new LabelFact(mention.Start, mention.End, label);
            else if (Read(mention, today) is { } fact) yield return fact;
        }
    }

    // A sound never outranks the characters that stand there: 儿子高一 is no 职高一.
    private static bool IsOutranked(Mention mention, Mention other) => other.Strength == MentionStrength.Sound
        ? mention.Strength == MentionStrength.Sound && mention.IsSwallowedBy(other)
        : mention.IsSwallowedBy(other) || mention.Strength == MentionStrength.Sound && mention.Overlaps(other);

    private static ChildLabel LabelOf(string id) => id switch
    {
        "elder" => ChildLabel.Elder,
        "younger" => ChildLabel.Younger,
        "third" => ChildLabel.Third,
        _ => ChildLabel.None,
    };

    private static StageFact? Read(Mention mention, DateOnly today)
    {
        StageFact Of(bool isGrade, AgeRange? months, params Stage[] stages) => new(mention.Start, mention.End, stages, months, isGrade);
        if (mention.Id.StartsWith("grade-", StringComparison.Ordinal) && int.TryParse(mention.Id.AsSpan(6), out var grade))
            return Of(true, SchoolYear.AgesInGrade(grade, today), grade <= 9 ? Stage.Compulsory : Stage.SeniorHigh);
        return mention.Id switch
        {
            "vocational-year" => Of(true, null, Stage.Vocational),
            "class-nursery" => Of(true, AgeRange.Years(1, 2), Stage.Infancy),
            "class-small" => Of(true, AgeRange.Years(3, 4), Stage.Preschool),
            "class-middle" => Of(true, AgeRange.Years(4, 5), Stage.Preschool),
            "class-big" => Of(true, AgeRange.Years(5, 6), Stage.Preschool),
            "entering-primary" => Of(false, null, Stage.Preschool, Stage.Compulsory),
            "entering-junior" => Of(false, null, Stage.Compulsory),
            "entering-senior" => Of(false, null, Stage.Compulsory, Stage.SeniorHigh),
            "stage-preschool" => Of(false, null, Stage.Preschool),
            "stage-compulsory" => Of(false, null, Stage.Compulsory),
            "stage-senior-high" => Of(false, null, Stage.SeniorHigh),
            "stage-vocational" => Of(false, null, Stage.Vocational),
            _ => null,
        };
    }

    private static bool IsLeft(Mention stage, IReadOnlyList<Mention> mentions, IReadOnlyList<Mention> turns) =>
        mentions.Any(left => left.Id == "stage-left" && left.Start >= stage.End && left.Start - stage.End <= LeftDistance)
        || Negation.BeginsWithin(stage, turns, "not-stage")
        || turns.Any(turn => turn.Id == "dismiss" && turn.End <= stage.Start && stage.Start - turn.End <= DismissDistance);
}
