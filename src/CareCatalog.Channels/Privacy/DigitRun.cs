namespace CareCatalog.Channels.Privacy;

/// <summary>Digits that may make one number: those that follow one another, and those joined by blanks, hyphens and their like.</summary>
/// <param name="line">The text.</param>
/// <param name="places">Where the digits stand, in order; never empty.</param>
internal sealed class DigitRun(FoldedLine line, List<int> places)
{
    private const int WidestJoint = 3;
    private const int MostGroups = 6;

    /// <summary>How many digits there are.</summary>
    public int Count => places.Count;

    /// <summary>The digit at a position of the run.</summary>
    public int this[int index] => line.DigitAt(places[index]);

    /// <summary>Every run of a text.</summary>
    public static IEnumerable<DigitRun> In(FoldedLine line)
    {
        var places = new List<int>();
        for (var i = 0; i < line.Text.Length; i++)
        {
            if (line.DigitAt(i) >= 0)
            {
                places.Add(i);
            }
            else if (places.Count > 0 && (!line.Joins(i) || i - places[^1] > WidestJoint))
            {
                yield return new DigitRun(line, places);
                places = [];
            }
        }
        if (places.Count > 0) yield return new DigitRun(line, places);
    }

    /// <summary>Where a digit stands in the text.</summary>
    public int PlaceOf(int index) => places[index];

    /// <summary>Whether a group of digits written together begins here, or the run ends.</summary>
    public bool IsEdge(int index) => index == 0 || index == Count || places[index] != places[index - 1] + 1;

    /// <summary>How many digits are written together from here on.</summary>
    public int GroupAt(int index)
    {
        var end = index + 1;
        while (!IsEdge(end)) end++;
        return end - index;
    }

    /// <summary>A stretch as a number.</summary>
    public long Value(int start, int count)
    {
        var value = 0L;
        for (var i = start; i < start + count; i++) value = (value * 10) + this[i];
        return value;
    }

    /// <summary>Whether a stretch is grouped as people group one number: in few groups, or in groups of one size.</summary>
    public bool IsOneNumber(int start, int end)
    {
        var sizes = Groups(start, end);
        return sizes.Count <= MostGroups || sizes.Take(sizes.Count - 1).All(size => size == sizes[0]);
    }

    /// <summary>The sizes of the groups of a stretch.</summary>
    public List<int> Groups(int start, int end)
    {
        var sizes = new List<int>();
        for (var at = start; at < end; at += sizes[^1]) sizes.Add(Math.Min(GroupAt(at), end - at));
        return sizes;
    }
}
