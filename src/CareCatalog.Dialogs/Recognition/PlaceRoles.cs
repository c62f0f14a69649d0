using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Whether a place named is the residence, the home place, or neither, by the words beside its name.</summary>
internal static class PlaceRoles
{
    private const int LatinReach = 8;

    /// <summary>The role of a place by the cues beside its name.</summary>
    /// <param name="text">The message.</param>
    /// <param name="start">Where the name begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    /// <param name="cues">The cues of places in the message.</param>
    /// <param name="earlier">The places named before it.</param>
    public static PlaceRole RoleOf(FoldedText text, int start, int end, IReadOnlyList<Mention> cues, List<PlaceMention> earlier)
    {
        // 青岛市北区, "Licang, Qingdao": the second name goes with the first.
        if (earlier.Count > 0 && earlier[^1].Role != PlaceRole.Denied && IsJoined(text, earlier[^1].End, start)) return earlier[^1].Role;
        var isLatin = Han.IsLatin(text.Text[start]);
        var from = earlier.Count > 0 ? earlier[^1].End : 0;
        // 云南户口在黄岛: the household register is Yunnan's; 人在青岛户口在菏泽: it is that of Heze.
        var taken = earlier.Count > 0 && earlier[^1].Role != PlaceRole.Residence ? from : -1;
        var residence = Nearest("residence-before", 2, LatinReach);
        // 户口不在青岛 is said by who lives there.
        if (Nearest("not-before", 1, 3) is { } denial && (residence is null || !denial.IsSwallowedBy(residence))) return PlaceRole.Denied;
        // A hospital or school of a place is no home there.
        if (residence is null && IsAfter("institution-after", 0)) return PlaceRole.Elsewhere;
        var here = IsAfter("residence-after", 0);
        if (Nearest("others-before", 1, 4) is { } others && (residence is null || residence.End <= others.End)) return PlaceRole.Elsewhere;
        // The nearer cue decides; of two that end together the longer: 外地户口在青岛 is about Qingdao.
        if (Nearest("home-before", 4, LatinReach) is { } home && home.Start != taken && !(here && home.End < start - 1)
            && (residence is null || (home.End, -home.Start).CompareTo((residence.End, -residence.Start)) > 0)) return PlaceRole.Home;
        if (here && !IsAfter("home-after", 2)) return PlaceRole.Residence;
        if (IsAfter("home-after", 0) && !(residence is not null && IsAfter("home-before", 2))) return PlaceRole.Origin;
        if (Nearest("away-before", 1, 2) is not null) return PlaceRole.Origin;
        return residence is not null ? PlaceRole.Residence : PlaceRole.Named;

        Mention? Nearest(string id, int han, int latin)
        {
            Mention? nearest = null;
            foreach (var cue in cues)
                if (cue.Id == id && cue.End <= start && cue.Start >= from && start - cue.End <= (isLatin ? latin : han) && SameClause(text, SkipColon(text, cue.End), start)
                    && (nearest is null || (cue.End, -cue.Start).CompareTo((nearest.End, -nearest.Start)) > 0)) nearest = cue;
            return nearest;
        }

        bool IsAfter(string id, int longerThan)
        {
            foreach (var cue in cues)
                if (cue.Id == id && cue.Start >= end && cue.Start - end <= (isLatin ? 2 : 0) && cue.End - cue.Start > longerThan && SameClause(text, end, cue.Start)) return true;
            return false;
        }
    }

    private static bool IsJoined(FoldedText text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (text.Text[i] is not ' ' && !(text.Text[i] == ',' && text.HanCount == 0)) return false;
        return to - from <= 2;
    }

    // "hukou: Nanyang"
    private static int SkipColon(FoldedText text, int at) => at < text.Text.Length && text.Text[at] == ':' ? at + 1 : at;

    private static bool SameClause(FoldedText text, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Han.PartsClauses(text.Text[i])) return false;
        return true;
    }
}
