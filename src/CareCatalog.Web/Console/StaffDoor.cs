using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareCatalog.Web.Console;

/// <summary>Judges names and passwords, and locks an account after too many wrong ones.</summary>
internal sealed class StaffDoor(IOptions<ConsoleOptions> options, TimeProvider clock)
{
    private static readonly PasswordHasher<StaffAccount> Hasher = new();

    // What a name nobody has is compared with, so that it takes as long as one somebody has.
    private static readonly StaffAccount Nobody = new() { Name = "nobody", PasswordHash = Hasher.HashPassword(new(), Guid.NewGuid().ToString()) };

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Until)> wrong = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What <see cref="StaffAccount.PasswordHash"/> is for a password.</summary>
    public static string Hash(string password) => Hasher.HashPassword(new StaffAccount(), password);

    /// <summary>Whether there is an account of this name.</summary>
    public bool Knows(string name) => options.Value.Accounts.Any(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the name and password are those of an account that is not locked.</summary>
    public bool Admits(string name, string password)
    {
        var now = clock.GetUtcNow();
        var account = options.Value.Accounts.FirstOrDefault(account => string.Equals(account.Name, name, StringComparison.OrdinalIgnoreCase));
        var right = Hasher.VerifyHashedPassword(account ?? Nobody, (account ?? Nobody).PasswordHash, password) != PasswordVerificationResult.Failed;
        // Names nobody has are not remembered; they would fill the memory.
        if (account is null) return false;
        var past = wrong.GetValueOrDefault(account.Name);
        if (past.Wrong >= options.Value.AttemptsBeforeLock && now < past.Until) return false;
        if (right)
        {
            wrong.TryRemove(account.Name, out _);
            return true;
        }
        var until = now.AddMinutes(options.Value.LockMinutes);
        wrong.AddOrUpdate(account.Name, (1, until), (_, before) => now < before.Until ? (before.Wrong + 1, until) : (1, until));
        return false;
    }
}
