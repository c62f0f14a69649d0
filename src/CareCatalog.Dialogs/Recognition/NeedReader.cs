using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Needs named in a message, and topics that the lists do not hold. The longest name wins where names overlap.</summary>
internal sealed class NeedReader(Lexicon needs, Lexicon outside, TextClassifier likely)
{
    // Weights of RowScore's scale: a name outweighs a hint, a longer name a shorter one.
    private const double Named = 10;
    private const double Sounded = 7;
    private const double Hinted = 3;
    private const int LengthCap = 8;
    private const double AskedBonus = 7;
    private const int ShortestClause = 5;
    private const float ForeignDespiteName = 0.9f;
    private const float LikelyForeign = 0.38f;
    private const float ForeignBesideTopic = 0.3f;
    private const double Likely = 12;
    private const float LeastShare = 0.02f;
    private const float HintShare = 0.2f;
    private const float SureShare = 0.4f;

    /// <summary>Circumstances that are benefits as well: denying them denies the need.</summary>
    private static readonly string[] Deniable = ["dibao", "tekun"];

    private readonly int noneAt = likely.Labels.TakeWhile(label => label != LabelledLine.None).Count();

    /// <summary>Reads the needs of a message.</summary>
    public NeedReading Read(Scan scan, IReadOnlyList<Mention> cues, IReadOnlyList<BodyMention> bodies, IReadOnlyList<CircumstanceReading> held, IReadOnlyList<(int Start, int End)> places)
    {
        var found = Outside(places, needs.Find(scan));
        var topics = Outside(places, outside.Find(scan)).Where(topic => topic.Strength != MentionStrength.Sound || Han.IsLatin(scan.Text.Text[topic.Start])).ToList();
        var denied = new HashSet<string>();
        var wanted = new Dictionary<string, WantedNeed>(StringComparer.Ordinal);
        var isAsked = false;
        foreach (var mention in found)
        {
            if (IsCovered(mention, found, topics, bodies) || IsDutyOf(mention, bodies, cues)) continue;
            if (Negation.IsDismissed(scan.Text, mention, cues) || (Deniable.Contains(mention.Id) && Negation.IsDenied(scan.Text, mention, cues)))
                denied.Add(mention.Id);
            else if (WithinOf(mention, held) is { } circumstance)
            {
                if (!circumstance.IsDenied) Add(wanted, mention with { Strength = MentionStrength.Weak }, 0);
            }
            else
            {
                var last = IsLast(scan, mention, found);
                isAsked |= last && mention.Strength != MentionStrength.Weak;
                Add(wanted, mention, last || IsAsked(scan, mention, cues) ? AskedBonus : 0);
            }
        }
        var shares = likely.Judge(scan.Text, []);
        var inferred = Weigh(wanted, shares, denied);
        var topic = topics.Where(topic => !found.Any(topic.IsSwallowedBy)).MaxBy(topic => topic.Weight);
        return new NeedReading
        {
            Needs = [.. wanted.Values.OrderByDescending(need => need.Weight)],
            Denied = [.. denied],
            IsAsked = isAsked,
            Inferred = inferred,
            IsForeign = !IsPinyin(scan.Text) && shares[noneAt] >= LeastForeign(topic, wanted.Values),
            Outside = topic?.Id,
        };
    }

    /// <summary>The shares of what a message as a whole may be about, the largest first.</summary>
    public IEnumerable<(string Id, float Share)> Weigh(Scan scan) => likely.Labels.Zip(likely.Judge(scan.Text, [])).OrderByDescending(pair => pair.Second);

    // How likely nothing of the lists has to be, beside what words name; a weak topic does not weigh against a need named.
    private static float LeastForeign(Mention? topic, IReadOnlyCollection<WantedNeed> wanted)
    {
        var isNamed = wanted.Any(need => need.IsNamed);
        return topic is not null && (topic.Strength != MentionStrength.Weak || !isNamed) ? ForeignBesideTopic : isNamed ? ForeignDespiteName : LikelyForeign;
    }

    // Within the name of a place a word says nothing of its own: Chengwu is no pet.
    private static IReadOnlyList<Mention> Outside(IReadOnlyList<(int Start, int End)> places, IReadOnlyList<Mention> mentions) =>
        places.Count == 0 || mentions.All(mention => !IsWithin(mention, places)) ? mentions : mentions.Where(mention => !IsWithin(mention, places)).ToList();

    private static bool IsWithin(Mention mention, IReadOnlyList<(int Start, int End)> places)
    {
        for (var i = 0; i < places.Count; i++)
            if (places[i].Start <= mention.Start && mention.End <= places[i].End) return true;
        return false;
    }

    // What the model makes of the whole message weighs the needs that words name; what only the model finds is kept apart.
    private List<WantedNeed> Weigh(Dictionary<string, WantedNeed> wanted, float[] shares, HashSet<string> denied)
    {
        var inferred = new List<WantedNeed>();
        for (var at = 0; at < shares.Length; at++)
        {
            var id = likely.Labels[at];
            if (shares[at] < LeastShare || id is LabelledLine.None or LabelledLine.Family || denied.Contains(id)) continue;
            if (wanted.TryGetValue(id, out var need) && need.IsNamed) wanted[id] = need with { Weight = need.Weight + (Likely * shares[at]) };
            else if (shares[at] >= SureShare) inferred.Add(new WantedNeed(id, Named + (Likely * shares[at]), true, true));
            else if (shares[at] >= HintShare) inferred.Add(new WantedNeed(id, Math.Max(need.Weight, Hinted + shares[at]), false, true));
        }
        return inferred;
    }

    // Syllables typed in Latin letters are no words the model knows.
    private static bool IsPinyin(FoldedText text) => text.HanCount > 0 && text.Words.Count > text.HanCount;

    // Whether a longer name, a topic outside, a body, or for a mere sound the characters that stand there, say something else:
    // of 卫健委 the 卫健 does not hint at health.
    private static bool IsCovered(Mention mention, IReadOnlyList<Mention> found, List<Mention> topics, IReadOnlyList<BodyMention> bodies)
    {
        // By number: this is asked of every mention, and enumerators of interfaces are allocated.
        for (var i = 0; i < found.Count; i++)
            if (found[i] is var other && (other.Strength == MentionStrength.Strong && mention.IsSwallowedBy(other)
                || mention.Strength == MentionStrength.Sound && other.Strength != MentionStrength.Sound && mention.Overlaps(other) && !other.IsSwallowedBy(mention))) return true;
        for (var i = 0; i < topics.Count; i++)
            if (mention.IsSwallowedBy(topics[i])) return true;
        for (var i = 0; i < bodies.Count; i++)
            if (bodies[i] is var body && body.Start < mention.End && mention.Start < body.End && mention.End - mention.Start <= body.End - body.Start + 1) return true;
        return false;
    }

    // 公安局管哪两项 asks for the body's rows: 公安…管 names no need of its own.
    private static bool IsDutyOf(Mention mention, IReadOnlyList<BodyMention> bodies, IReadOnlyList<Mention> cues)
    {
        if (mention.IsWhole || bodies.Count == 0) return false;
        return bodies.Any(body => body.Start <= mention.Start && mention.Start < body.End)
            && cues.Any(cue => cue.Id == "duty" && cue.Start <= mention.End && mention.End <= cue.End);
    }

    // The circumstance whose words a mention lies in; one that is denied before one that holds.
    private static CircumstanceReading? WithinOf(Mention mention, IReadOnlyList<CircumstanceReading> held)
    {
        CircumstanceReading? within = null;
        foreach (var circumstance in held)
            if (circumstance.Position <= mention.Start && mention.End <= circumstance.End && (within is null || circumstance.IsDenied)) within = circumstance;
        return within;
    }

    // A word that asks, in the clause of the mention.
    private static bool IsAsked(Scan scan, Mention mention, IReadOnlyList<Mention> cues)
    {
        for (var i = 0; i < cues.Count; i++)
            if (cues[i] is { Id: "asks" } asks && !IsParted(scan.Text.Text, Math.Min(asks.End, mention.End), Math.Max(asks.Start, mention.Start))) return true;
        return false;
    }

    private static bool IsParted(string text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Han.PartsClauses(text[i])) return true;
        return false;
    }

    // What stands in the sentence or clause that asks is what is wanted; the rest is the story around it.
    private static bool IsLast(Scan scan, Mention mention, IReadOnlyList<Mention> found)
    {
        var text = scan.Text.Text;
        for (var i = mention.End; i < text.Length; i++)
        {
            if (text[i] == '?') return true;
            if (Han.PartsClauses(text[i]) && i + 1 < text.Length && !GoesOn(text, i)) return text.AsSpan(i + 1).Trim().Length < ShortestClause || (scan.Text.HanCount == 0 && IsTold(text.AsSpan(i), i, found));
        }
        return true;
    }

    // "a kindergarten place, and insurance for the baby?" asks for both.
    private static bool GoesOn(string text, int comma) => text[comma] == ',' && text.AsSpan(comma + 1).StartsWith(" and ", StringComparison.Ordinal);

    // Nothing but who and where follows: "… a kindergarten place. We live in Jimo, hukou Gansu."
    private static bool IsTold(ReadOnlySpan<char> rest, int at, IReadOnlyList<Mention> found)
    {
        if (rest.Contains('?')) return false;
        for (var i = 0; i < found.Count; i++)
            if (found[i].Start >= at) return false;
        return true;
    }

    private static void Add(Dictionary<string, WantedNeed> wanted, Mention mention, double bonus)
    {
        var length = Math.Min(LengthCap, mention.Weight);
        var weight = mention.Strength switch
        {
            MentionStrength.Strong => Named + length,
            MentionStrength.Sound => Sounded + length,
            _ => Hinted + (length * 0.25),
        };
        if (mention.Strength != MentionStrength.Weak) weight += bonus;
        if (!wanted.TryGetValue(mention.Id, out var known) || known.Weight < weight)
            wanted[mention.Id] = new WantedNeed(mention.Id, weight, mention.Strength != MentionStrength.Weak);
    }
}
