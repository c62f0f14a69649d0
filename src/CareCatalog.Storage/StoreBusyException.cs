using System.Data.Common;

namespace CareCatalog.Storage;

/// <summary>More is waiting to be written than can be in good time; nothing was written. Try again shortly.</summary>
public sealed class StoreBusyException() : DbException("The store has more to write than it can in good time.");
