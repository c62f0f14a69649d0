using System.Security.Cryptography;
using System.Text;

namespace CareCatalog.Storage.Keys;

/// <summary>
/// 钥匙串: the keys that wrap each conversation's own key, and the key that names conversations in the store. Kept in one file
/// apart from the data; without it the data cannot be read, so one that is lost is never quietly replaced. Immutable.
/// </summary>
public sealed class KeyRing
{
    private const int NameBytes = 16;
    private const string Wrapped = "key";

    private readonly KeyRingFile file;
    private readonly Dictionary<int, byte[]> keys;

    private KeyRing(KeyRingFile file)
    {
        this.file = file;
        keys = file.Keys.ToDictionary(key => key.Id, key => key.Key);
        Fingerprint = Convert.ToHexStringLower(SHA256.HashData(file.Names))[..32];
    }

    /// <summary>Tells rings apart and gives no key away; kept beside the data. Stays the same when keys are rotated.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads the ring a store was written with, or makes the first one of a new store.</summary>
    /// <param name="path">The file.</param>
    /// <param name="fingerprint">The fingerprint the store carries; null when the store is new.</param>
    /// <exception cref="InvalidDataException">The ring is missing though there is data, is damaged, or is another store's.</exception>
    public static KeyRing Open(string path, string? fingerprint)
    {
        if (!File.Exists(path))
        {
            if (fingerprint is not null)
                throw new InvalidDataException($"The key ring {path} is missing, and the data in the store was written with it. Put the file back from where it was kept; see docs/runbooks/keys.md.");
            KeyRingFile.First().CreateAt(path);
        }
        var ring = new KeyRing(KeyRingFile.Read(path));
        return fingerprint is null || ring.Fingerprint == fingerprint
            ? ring
            : throw new InvalidDataException($"The key ring {path} is not the one the data in the store was written with; see docs/runbooks/keys.md.");
    }

    /// <summary>Adds a key under which new conversations are kept from the next start on; those there are stay readable.</summary>
    /// <returns>The number of the new key.</returns>
    /// <exception cref="InvalidDataException">The ring is missing or damaged.</exception>
    public static int Rotate(string path, TimeProvider clock)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"The key ring {path} is missing.");
        var rotated = KeyRingFile.Read(path).WithAnother(clock.GetUtcNow());
        rotated.ReplaceAt(path);
        return rotated.Keys[^1].Id;
    }

    /// <summary>The name of an id in the store: 32 hexadecimal digits from which nobody without the ring learns the id.</summary>
    public string NameOf(string id) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(file.Names, Encoding.UTF8.GetBytes(id)).AsSpan(0, NameBytes));

    /// <summary>What an audit entry is chained by: 32 bytes that nobody without the ring can make.</summary>
    internal byte[] Chain(byte[] before, string entry) => HMACSHA256.HashData(file.Names, (byte[])[.. "audit\n"u8, .. before, .. Encoding.UTF8.GetBytes(entry)]);

    /// <summary>A new key for a conversation, and the same wrapped, which is what is stored.</summary>
    internal (ConversationKey Key, byte[] Wrapped) NewKey(string conversation)
    {
        var key = RandomNumberGenerator.GetBytes(SealedBox.KeyBytes);
        var active = file.Keys[^1];
        var box = SealedBox.Close(active.Key, key, PlaceOf(conversation, active.Id));
        return (new ConversationKey(key, conversation), [.. BitConverter.GetBytes(active.Id), .. box]);
    }

    /// <summary>A conversation's key out of its wrapping.</summary>
    /// <exception cref="DamagedDataException">It was wrapped for another conversation, by another ring, or is damaged.</exception>
    internal ConversationKey Unwrap(byte[] wrapped, string conversation)
    {
        if (wrapped.Length < sizeof(int) || !keys.TryGetValue(BitConverter.ToInt32(wrapped), out var key))
            throw new DamagedDataException($"A {Wrapped} was wrapped by a key that is not on the ring.");
        return new ConversationKey(
            SealedBox.Open(key, wrapped.AsSpan(sizeof(int)), PlaceOf(conversation, BitConverter.ToInt32(wrapped))), conversation);
    }

    private static string PlaceOf(string conversation, int key) => $"conversation|{Wrapped}|{conversation}|{key}";
}
