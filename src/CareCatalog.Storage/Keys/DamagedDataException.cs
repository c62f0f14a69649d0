using System.Data.Common;

namespace CareCatalog.Storage.Keys;

/// <summary>What is stored cannot be opened. Told like an outage of the store: nothing is answered out of what cannot be trusted.</summary>
public sealed class DamagedDataException(string message, Exception? cause = null) : DbException(message, cause);
