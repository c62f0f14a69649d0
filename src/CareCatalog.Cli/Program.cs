using System.CommandLine;
using System.CommandLine.Parsing;
using CareCatalog.Cli;
using CareCatalog.Cli.Channels;

var root = new RootCommand("CareCatalog: answers questions of migrant children's families out of the published lists of care services.")
{
    AskCommand.Build(),
    ExplainCommand.Build(),
    EvalCommand.Build(),
    CheckCommand.Build(),
    LearnCommand.Build(),
    ExportCommand.Build(),
    ImportCommand.Build(),
    CompareCommand.Build(),
    DiffCommand.Build(),
    ErrataCommand.Build(),
    EditionCommands.Publish(),
    EditionCommands.Rollback(),
    EditionCommands.List(),
    ChannelCheckCommand.Build(),
    DataCommands.Backup(),
    DataCommands.Restore(),
    DataCommands.RotateKeys(),
};
var parsed = root.Parse(args);
// A mistyped option would else be taken for the question; what follows a bare -- is taken as it stands.
var unknown = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
    .Where(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)).Select(token => $"Unrecognized option '{token.Value}'.");
var errors = parsed.Errors.Select(error => error.Message).Concat(unknown).ToList();
return errors.Count > 0 ? Usage(errors) : await parsed.InvokeAsync();

// Exit codes: 0 sound, 1 failure, 2 usage, 3 findings.
static int Usage(IEnumerable<string> errors)
{
    foreach (var error in errors) Console.Error.WriteLine(error);
    Console.Error.WriteLine("See 'carecatalog --help'.");
    return 2;
}
