namespace CareCatalog.Cli;

/// <summary>An option names no place, or several.</summary>
internal sealed class UnknownPlaceException(string message) : Exception(message);
