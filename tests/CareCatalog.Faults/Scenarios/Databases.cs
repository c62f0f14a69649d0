using Microsoft.Data.Sqlite;

namespace CareCatalog.Faults.Scenarios;

/// <summary>Looks at a database file the host has closed.</summary>
internal static class Databases
{
    public static object? Ask(string file, string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }

    /// <summary>Whether SQLite finds its file sound.</summary>
    public static bool IsSound(string file) => (string)Ask(file, "PRAGMA integrity_check")! == "ok";
}
