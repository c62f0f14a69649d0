using CareCatalog.Dialogs.Answers;
using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs.Recognition;

/// <summary>Hop 2: the recognisers in a row, and what they make together.</summary>
internal sealed class Reader
{
    // What is longer is no question; recognisers that compare mentions with one another must not be kept busy by it.
    private const int MostRead = 4_000;

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private readonly LexiconSet lexicons;
    private readonly LanguageReader languages;
    private readonly PlaceReader places;
    private readonly ChildReader children;
    private readonly CircumstanceReader circumstances;
    private readonly NeedReader needs;
    private readonly ReferenceReader references;
    private readonly DangerReader dangers;
    private readonly MatterReader matters;

    public Reader(LexiconSet lexicons, CharacterTable characters, Func<string, TextClassifier> model)
    {
        this.lexicons = lexicons;
        var numerals = new NumeralReader(lexicons.Lines);
        languages = new LanguageReader(characters);
        places = new PlaceReader(lexicons, characters);
        children = new ChildReader(
            new AgeReader(lexicons["ages"], numerals), new BirthReader(lexicons["ages"], numerals), new StageReader(lexicons["ages"], lexicons["cues"]));
        circumstances = new CircumstanceReader(lexicons["circumstances"]);
        needs = new NeedReader(lexicons["needs"], lexicons["outside"], model("needs"));
        references = new ReferenceReader(lexicons["cues"], lexicons["ages"], numerals);
        matters = new MatterReader([lexicons["ages"], lexicons["places"], lexicons["circumstances"], lexicons["commands"], lexicons["cues"], lexicons["fillers"]]);
        dangers = new DangerReader(new DangerSigns(lexicons["danger"], lexicons["safe"]), model("danger"), model("danger-kind"));
    }

    /// <summary>The gazetteer the places are read by.</summary>
    public Gazetteer GazetteerOf(CatalogEdition edition) => places.GazetteerOf(edition);

    /// <summary>Reads a message.</summary>
    public Understanding Read(Question question, Conversation before, CatalogEdition edition, DateTimeOffset now)
    {
        var scan = lexicons.Scan(question.Text.Length > MostRead ? question.Text[..MostRead] : question.Text);
        var today = DateOnly.FromDateTime(now.ToOffset(Shanghai).DateTime);
        var cues = Written(lexicons["cues"].Find(scan), scan.Text);
        var commands = lexicons["commands"].Find(scan);
        var held = circumstances.Read(scan, cues);
        var bodies = DepartmentReader.Read(scan.Text, edition);
        var reading = places.Read(scan, edition, before.Profile.Residence ?? question.Jurisdiction, before.Choices);
        (int Start, int End)[] lists = [.. reading.Spans, .. SpansOf("national", commands)];
        var hasMatter = matters.Read(scan, reading.Spans);
        var wanted = needs.Read(scan, cues, bodies, held, reading.Spans);
        return new Understanding
        {
            Text = scan.Text,
            Today = today,
            Language = LanguageOf(question, scan.Text, before, commands),
            Places = reading,
            Children = children.Read(scan, today),
            Circumstances = held,
            Needs = commands.Any(command => command.Id == "which-side") ? wanted : BesideKnown(wanted, scan, before, edition),
            Reference = references.Read(scan, lists),
            Rest = RestOf(scan.Text.Text, lists),
            Bodies = bodies.Count == 0 ? [] : bodies.Select(mention => mention.Body).Distinct().ToArray(),
            Domain = DomainOf(cues),
            Commands = IdsOf(commands, command => (command.Strength == MentionStrength.Strong || IsAll(command, scan.Text.Text)) && !commands.Any(command.IsSwallowedBy)),
            Choice = ChoiceOf(scan.Text, before),
            HasMatter = hasMatter,
            Cues = IdsOf(cues, static _ => true),
            Dangers = dangers.Read(scan, hasMatter),
        };
    }

    /// <summary>Everything the lexicons find in a message, by kind, for explanations.</summary>
    public IEnumerable<(string Kind, Mention Mention, string Words)> Find(string message)
    {
        var scan = lexicons.Scan(message);
        return lexicons.Kinds.Order(StringComparer.Ordinal).SelectMany(kind => lexicons[kind].Find(scan)
            .Select(mention => (kind, mention, scan.Text.Original[mention.Start..mention.End])));
    }

    /// <summary>What the model makes of a message as a whole, the likeliest first, for explanations.</summary>
    public IEnumerable<(string Id, float Share)> Weigh(string message) => needs.Weigh(lexicons.Scan(message));

    // What is known of a child says what is asked for it: of a disabled one, "does the school pay for meals" asks for more.
    private NeedReading BesideKnown(NeedReading wanted, Scan scan, Conversation before, CatalogEdition edition)
    {
        if (wanted.Needs.Count + wanted.Inferred.Count == 0 || before.Profile.Spoken.ToList() is not { Count: > 0 } held) return wanted;
        var known = edition.Circumstances.Where(circumstance => held.Contains(circumstance.Id)).Select(circumstance => scan.Text.HanCount > 0 ? circumstance.Name : circumstance.EnglishName);
        var whole = lexicons.Scan(string.Join(", ", known) + ", " + scan.Text.Original);
        var cues = Written(lexicons["cues"].Find(whole), whole.Text);
        var read = needs.Read(whole, cues, DepartmentReader.Read(whole.Text, edition), circumstances.Read(whole, cues), []);
        var list = edition.ListOf(before.Profile.Residence is { } place ? Finder.ListOf(place, edition) : JurisdictionCode.Nation)!;
        var theirs = read.Needs.Where(need => need.IsNamed && list.Items.Any(item => item.Needs.Contains(need.Id)));
        return wanted with { Needs = [.. wanted.Needs.Where(need => need.IsNamed).Concat(theirs).Concat(wanted.Needs).DistinctBy(need => need.Id).OrderByDescending(need => need.Weight)] };
    }

    // What steers the reading are small words, whose sounds are everywhere: 那部分 is not 哪部分.
    private static IReadOnlyList<Mention> Written(IReadOnlyList<Mention> cues, FoldedText text) =>
        cues.All(cue => IsWritten(cue, text)) ? cues : cues.Where(cue => IsWritten(cue, text)).ToList();

    private static bool IsWritten(Mention cue, FoldedText text) => cue.Strength != MentionStrength.Sound || Han.IsLatin(text.Text[cue.Start]);

    private static IEnumerable<(int Start, int End)> SpansOf(string id, IReadOnlyList<Mention> mentions) =>
        mentions.Where(mention => mention.Id == id).Select(mention => (mention.Start, mention.End));

    // The ids of some mentions, each once. Few: a set would cost more than it saves.
    private static List<string> IdsOf(IReadOnlyList<Mention> mentions, Func<Mention, bool> counts)
    {
        var ids = new List<string>();
        for (var i = 0; i < mentions.Count; i++)
            if (counts(mentions[i]) && !ids.Contains(mentions[i].Id)) ids.Add(mentions[i].Id);
        return ids;
    }

    // A word too general beside others decides when nothing else is said.
    private static bool IsAll(Mention mention, string text) => !HasLetters(text.AsSpan(0, mention.Start)) && !HasLetters(text.AsSpan(mention.End));

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) return true;
        return false;
    }

    private static string RestOf(string text, ReadOnlySpan<(int Start, int End)> lists)
    {
        var rest = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length; at++)
            if (char.IsLetterOrDigit(text[at]) && !IsWithin(at, lists)) rest[length++] = text[at];
        return new string(rest[..length]);
    }

    private static bool IsWithin(int at, ReadOnlySpan<(int Start, int End)> spans)
    {
        foreach (var (start, end) in spans)
            if (start <= at && at < end) return true;
        return false;
    }

    private Language LanguageOf(Question question, FoldedText text, Conversation before, IReadOnlyList<Mention> commands) =>
        question.Language
        ?? (commands.Any(command => command.Id == "speak-english") ? Language.English
            : commands.Any(command => command.Id == "speak-chinese") ? Language.Chinese
            : languages.Read(text, before.Language));

    // "2" after two places were offered.
    private static JurisdictionCode? ChoiceOf(FoldedText text, Conversation before) =>
        int.TryParse(text.Text.AsSpan().Trim(), out var number) && number >= 1 && number <= before.Choices.Count ? before.Choices[number - 1] : null;

    private static Domain? DomainOf(IReadOnlyList<Mention> cues) =>
        cues.FirstOrDefault(cue => cue.Id.StartsWith("domain-", StringComparison.Ordinal))?.Id switch
        {
            "domain-early-childhood" => Domain.EarlyChildhood,
            "domain-education" => Domain.Education,
            "domain-health" => Domain.Health,
            "domain-housing" => Domain.Housing,
            "domain-support" => Domain.Support,
            "domain-development" => Domain.Development,
            _ => null,
        };
}
