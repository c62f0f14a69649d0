using System.Globalization;
using CareCatalog.Storage.Keys;
using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>Copies of a database: taken while the host runs, put back while it does not. What was deleted on request stays deleted.</summary>
public static class SqliteBackup
{
    /// <summary>No copy is kept longer, in days.</summary>
    public const int LongestKept = 7;

    private const string Prefix = "carecatalog-";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Writes a copy into a folder, proves it sound, and deletes copies there that are too old.</summary>
    /// <param name="database">The database, in use or not.</param>
    /// <param name="folder">Where copies are kept; made when it is not there.</param>
    /// <param name="keepDays">How long, 1 to <see cref="LongestKept"/> days.</param>
    /// <param name="clock">Names the copy and judges the age of others.</param>
    /// <returns>The copy's path.</returns>
    /// <exception cref="InvalidDataException">There is no database, or the copy is not sound.</exception>
    public static string Write(string database, string folder, int keepDays, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keepDays, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keepDays, LongestKept);
        if (!File.Exists(database)) throw new InvalidDataException($"{database} is not there.");
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var copy = Path.Combine(folder, $"{Prefix}{now.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}.db");
        var draft = copy + ".part";
        File.Delete(draft);
        Told(database, () =>
        {
            using var source = Open(database, SqliteOpenMode.ReadOnly);
            using var target = Open(draft, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(target);
            SqliteSchema.Execute(target, "PRAGMA journal_mode = DELETE");
            if ((string)Ask(target, "PRAGMA integrity_check")! != "ok") throw new InvalidDataException($"{database} is damaged: its copy is not sound.");
        });
        File.Move(draft, copy, overwrite: true);
        foreach (var old in Directory.EnumerateFiles(folder, Prefix + "*.db").Where(file => IsOlder(file, now.AddDays(-keepDays)))) File.Delete(old);
        return copy;
    }

    /// <summary>Puts a copy in the database's place, without the conversations deleted on request since it was taken.</summary>
    /// <param name="copy">As <see cref="Write"/> wrote it.</param>
    /// <param name="database">The database; the host must be stopped.</param>
    /// <param name="keyRingPath">The key ring the copy was written with.</param>
    /// <param name="withoutDeletions">Whether to go on where the present database, which knows the deletions, is lost or unreadable.</param>
    /// <returns>How many conversations were left out.</returns>
    /// <exception cref="InvalidDataException">The copy is not sound or another ring's, the database is in use, or the deletions are lost.</exception>
    public static int Restore(string copy, string database, string keyRingPath, bool withoutDeletions)
    {
        if (!File.Exists(copy)) throw new InvalidDataException($"{copy} is not there.");
        var draft = Path.GetFullPath(database) + ".restoring";
        Directory.CreateDirectory(Path.GetDirectoryName(draft)!);
        File.Copy(copy, draft, overwrite: true);
        try
        {
            var deletions = Deletions(database, withoutDeletions);
            var leftOut = Told(copy, () => Prepare(draft, copy, keyRingPath, deletions));
            File.Delete(database + "-wal");
            File.Delete(database + "-shm");
            File.Move(draft, database, overwrite: true);
            return leftOut;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static int Prepare(string draft, string copy, string keyRingPath, List<(string Name, long At)> deletions)
    {
        using var connection = Open(draft, SqliteOpenMode.ReadWrite);
        if ((string)Ask(connection, "PRAGMA integrity_check")! != "ok") throw new InvalidDataException($"{copy} is damaged.");
        if (Ask(connection, "SELECT fingerprint FROM key_ring") is not string fingerprint) throw new InvalidDataException($"{copy} is no copy of this product's.");
        KeyRing.Open(keyRingPath, fingerprint);
        SqliteSchema.Prepare(connection, copy);
        SqliteSchema.Execute(connection, "PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
        var statements = new PreparedStatements(connection);
        var leftOut = 0;
        foreach (var (name, at) in deletions)
        {
            statements.Run("INSERT OR REPLACE INTO deletion VALUES (?1, ?2)", name, at);
            statements.Run("DELETE FROM handoff WHERE conversation = ?1 AND opened < ?2", name, at);
            // What was said after the deletion was said anew.
            if (statements.Run("DELETE FROM conversation WHERE name = ?1 AND last_turn < ?2", name, at) == 0) continue;
            leftOut++;
            foreach (var table in new[] { "entry", "outbox", "inbound" }) statements.Run($"DELETE FROM {table} WHERE conversation = ?1", name);
        }
        SqliteSchema.Execute(connection, "COMMIT");
        return leftOut;
    }

    private static List<(string Name, long At)> Deletions(string database, bool withoutDeletions)
    {
        if (!File.Exists(database))
            return withoutDeletions ? [] : throw Lost(database, "is not there");
        try
        {
            using var connection = Open(database, SqliteOpenMode.ReadWrite);
            SqliteSchema.Execute(connection, "PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT conversation, at FROM deletion";
            using var row = command.ExecuteReader();
            var deletions = new List<(string, long)>();
            while (row.Read()) deletions.Add((row.GetString(0), row.GetInt64(1)));
            return deletions;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new InvalidDataException($"{database} is in use; stop the host first.");
        }
        catch (SqliteException) when (withoutDeletions)
        {
            return [];
        }
        catch (SqliteException)
        {
            throw Lost(database, "cannot be read");
        }
    }

    private static InvalidDataException Lost(string database, string how) => new(
        $"{database} {how}, so it is not known who asked for deletion since the copy was taken. With --without-deletions it is put back all the same; delete by hand what must stay deleted.");

    private static bool IsOlder(string file, DateTimeOffset limit) => DateTimeOffset.TryParseExact(
        Path.GetFileNameWithoutExtension(file)[Prefix.Length..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var taken) && taken < limit;

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static object? Ask(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar();
    }

    private static void Told(string file, Action work) => Told(file, () =>
    {
        work();
        return true;
    });

    private static T Told<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException failure)
        {
            throw new InvalidDataException($"{file}: {failure.Message}", failure);
        }
    }
}
