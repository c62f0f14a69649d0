using Microsoft.Data.Sqlite;

namespace CareCatalog.Storage.Sqlite;

/// <summary>The statements of one connection, each prepared once; used by one thread at a time.</summary>
internal sealed class PreparedStatements(SqliteConnection connection)
{
    private readonly Dictionary<string, SqliteCommand> prepared = [];

    /// <summary>Runs a statement with its values in the places of ?1, ?2, …; returns how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object> values) => Prepare(sql, values).ExecuteNonQuery();

    /// <summary>A statement with its values in the places of ?1, ?2, …</summary>
    public SqliteCommand Prepare(string sql, params ReadOnlySpan<object> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var index = 1; index <= values.Length; index++)
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{index}" });
            prepared[sql] = command;
        }
        for (var index = 0; index < values.Length; index++) command.Parameters[index].Value = values[index];
        return command;
    }
}
