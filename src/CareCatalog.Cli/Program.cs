using System.CommandLine;
using CareCatalog.Cli;
using CareCatalog.Cli.Channels;

var root = new RootCommand("CareCatalog: answers questions of migrant children's families out of the published lists of care services.")
{
    AskCommand.Build(),
    ExplainCommand.Build(),
    EvalCommand.Build(),
    CheckCommand.Build(),
    ExportCommand.Build(),
    ImportCommand.Build(),
    CompareCommand.Build(),
    DiffCommand.Build(),
    ErrataCommand.Build(),
    EditionCommands.Publish(),
    EditionCommands.Rollback(),
    EditionCommands.List(),
    ChannelCheckCommand.Build(),
};
var parsed = root.Parse(args);
return parsed.Errors.Count > 0 ? Usage(parsed) : await parsed.InvokeAsync();

// Exit codes: 0 sound, 1 failure, 2 usage, 3 findings.
static int Usage(ParseResult parsed)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("See 'carecatalog --help'.");
    return 2;
}
