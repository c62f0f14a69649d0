using System.CommandLine;
using CareCatalog.Storage.Keys;
using CareCatalog.Storage.Sqlite;

namespace CareCatalog.Cli;

/// <summary><c>backup</c>, <c>restore</c> and <c>rotate-keys</c>: what operators do with the data of a host on SQLite.</summary>
internal static class DataCommands
{
    public static Command Backup()
    {
        var folder = new Argument<string>("folder") { Description = "Where copies are kept" };
        var days = new Option<int>("--keep-days") { Description = $"How long, 1 to {SqliteBackup.LongestKept}", DefaultValueFactory = _ => SqliteBackup.LongestKept };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > SqliteBackup.LongestKept) result.AddError($"--keep-days is from 1 to {SqliteBackup.LongestKept}.");
        });
        var database = Database();
        var command = new Command("backup", "Copies the database while the host runs, proves the copy sound, and deletes copies that are too old. The key ring is not in it.") { folder, days, database };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            Console.WriteLine(SqliteBackup.Write(result.GetValue(database)!, result.GetValue(folder)!, result.GetValue(days), TimeProvider.System));
            return 0;
        }));
        return command;
    }

    public static Command Restore()
    {
        var copy = new Argument<string>("copy") { Description = "The copy to put back" };
        var lost = new Option<bool>("--without-deletions") { Description = "Go on although the present database, which knows who asked for deletion, is lost" };
        var (database, ring) = (Database(), KeyRingOption());
        var command = new Command("restore", "Puts a copy back, without what was deleted on request since; the host must be stopped.") { copy, lost, database, ring };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            var leftOut = SqliteBackup.Restore(result.GetValue(copy)!, result.GetValue(database)!, result.GetValue(ring)!, result.GetValue(lost));
            Console.WriteLine($"restored; {leftOut} conversations deleted since were left out");
            return 0;
        }));
        return command;
    }

    public static Command RotateKeys()
    {
        var ring = KeyRingOption();
        var command = new Command("rotate-keys", "Adds a key to the ring; new conversations are kept under it once the hosts are started again.") { ring };
        command.SetAction(result => CommonOptions.Guard(() =>
        {
            Console.WriteLine($"key {KeyRing.Rotate(result.GetValue(ring)!, TimeProvider.System)} is on the ring; start the hosts again");
            return 0;
        }));
        return command;
    }

    private static Option<string> Database() => new("--database") { Description = "The database", DefaultValueFactory = _ => Path.Combine("data", "carecatalog.db") };

    private static Option<string> KeyRingOption() => new("--key-ring") { Description = "The key ring", DefaultValueFactory = _ => Path.Combine("data", "keyring.json") };
}
