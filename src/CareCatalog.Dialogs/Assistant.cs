using CareCatalog.Dialogs.Answers;
using CareCatalog.Dialogs.Comparing;
using CareCatalog.Dialogs.Deciding;
using CareCatalog.Dialogs.Learning;
using CareCatalog.Dialogs.Lexicons;
using CareCatalog.Dialogs.Recognition;
using CareCatalog.Dialogs.Wording;
using CareCatalog.Search;
using CareCatalog.Search.Text;

namespace CareCatalog.Dialogs;

/// <summary>Hops 2 to 5: a pure function from a question to an answer. Immutable; safe to share between threads.</summary>
public sealed class Assistant
{
    private readonly CharacterTable characters;
    private const int MostLikely = 5;

    private readonly Reader reader;
    private readonly Composer composer;
    private readonly Writer chinese;
    private readonly Writer english;

    private Assistant(CharacterTable characters, LexiconSet lexicons, Func<string, TextClassifier> model, Writer chinese, Writer english)
    {
        this.characters = characters;
        reader = new Reader(lexicons, characters, model);
        composer = new Composer(characters);
        this.chinese = chinese;
        this.english = english;
    }

    /// <summary>Reads every word the assistant says and listens for.</summary>
    /// <param name="dialogsFolder">The folder <c>dialogs/</c>.</param>
    /// <param name="seedsFolder">The folder <c>seeds/</c>, for the table of characters.</param>
    /// <exception cref="InvalidDataException">A file is missing or damaged; the message names every problem.</exception>
    public static Assistant Load(string dialogsFolder, string seedsFolder)
    {
        var problems = new List<SeedProblem>();
        var characters = CharacterTable.Read(Path.Combine(seedsFolder, "characters.tsv"));
        var lexicons = LexiconSet.Read(dialogsFolder, characters, problems);
        var chinese = Locale.Read(Path.Combine(dialogsFolder, "zh-CN"), Language.Chinese, problems);
        var english = Locale.Read(Path.Combine(dialogsFolder, "en-US"), Language.English, problems);
        return problems.Count == 0
            ? new Assistant(characters, lexicons, name => Lessons.Model(dialogsFolder, name), WriterOf(chinese, dialogsFolder), WriterOf(english, dialogsFolder))
            : throw new InvalidDataException(string.Join('\n', problems));
    }

    private static Writer WriterOf(Locale locale, string dialogsFolder) => new(locale, ComparisonWriter.Load(dialogsFolder, locale.Language));

    /// <summary>Takes one turn. Never throws, whatever the text.</summary>
    public Turn Take(Conversation before, Question question, CatalogEdition edition, DateTimeOffset now)
    {
        var understanding = FollowUp.InReply(reader.Read(question, before, edition, now), before, edition);
        var profile = before.Profile.With(understanding, question.Jurisdiction);
        var move = Policy.Decide(understanding, profile, before, edition);
        // What is none of ours (a train to Jinan) does not move the family.
        if (move is Decline && before.Profile.Residence is not null) profile = profile with { Residence = before.Profile.Residence };
        var answer = Composer.Beside(before, composer.Compose(move, edition));
        var writer = WriterFor(understanding.Language);
        var reply = writer.Write(answer, profile, edition) with { Edition = edition.Version };
        return new Turn(before.After(understanding, profile, answer), question.HasPersonalData ? writer.Decline(reply) : reply);
    }

    /// <summary>How a message is understood and every row scored, as lines for a maintainer.</summary>
    public IEnumerable<string> Explain(Question question, CatalogEdition edition, DateTimeOffset now)
    {
        var understanding = reader.Read(question, Conversation.New, edition, now);
        var profile = Conversation.New.Profile.With(understanding, question.Jurisdiction);
        var words = reader.Find(question.Text).Select(found => $"word          {found.Kind} {found.Mention.Id} '{found.Words}' by '{found.Mention.Entry}'{(found.Mention.Strength == MentionStrength.Strong ? "" : " " + found.Mention.Strength)}");
        var likely = $"likely        {string.Join(' ', reader.Weigh(question.Text).Take(MostLikely).Select(pair => $"{pair.Id}:{pair.Share:0.00}"))}";
        return words.Append(likely).Concat(Explainer.Explain(understanding, profile, Policy.Decide(understanding, profile, Conversation.New, edition), edition, CatalogIndex.Of(edition, characters)));
    }

    /// <summary>The greeting a new conversation opens with.</summary>
    public Reply Greet(Language language) => WriterFor(language).Greeting;

    /// <summary>What is said when a store or the catalogue is out of reach: the public numbers are still shown.</summary>
    public Reply Unavailable(Language language) => WriterFor(language).Unavailable;

    private Writer WriterFor(Language language) => language == Language.English ? english : chinese;
}
