using System.Text;
using CareCatalog.Dialogs;

namespace CareCatalog.Storage.Keys;

/// <summary>The key of one conversation: everything kept of it is sealed with it, and unreadable once its row is gone.</summary>
internal sealed class ConversationKey(byte[] key, string conversation)
{
    /// <summary>Seals the state of a version.</summary>
    public byte[] Seal(Conversation state, long version) => SealedBox.Close(key, Encoding.UTF8.GetBytes(state.ToJson()), StateAt(version));

    /// <summary>Opens the state of a version; of one that was swept, which is empty, a new one.</summary>
    public Conversation OpenState(byte[] box, long version) =>
        box.Length == 0 ? Conversation.New : Conversation.FromJson(Encoding.UTF8.GetString(SealedBox.Open(key, box, StateAt(version))));

    /// <summary>Seals an entry of the transcript.</summary>
    public byte[] Seal(TranscriptEntry entry) => SealedBox.Close(key, Encoding.UTF8.GetBytes(entry.Payload), EntryAt(entry.Position));

    /// <summary>Opens an entry of the transcript.</summary>
    public TranscriptEntry OpenEntry(byte[] box, long position) =>
        new(position, Encoding.UTF8.GetString(SealedBox.Open(key, box, EntryAt(position))));

    /// <summary>Seals where a waiting reply goes to.</summary>
    public byte[] SealAddress(string address, long position) => SealedBox.Close(key, Encoding.UTF8.GetBytes(address), AddressAt(position));

    /// <summary>Opens where a waiting reply goes to.</summary>
    public string OpenAddress(byte[] box, long position) => Encoding.UTF8.GetString(SealedBox.Open(key, box, AddressAt(position)));

    private string AddressAt(long position) => $"outbox|address|{conversation}|{position}";

    private string StateAt(long version) => $"conversation|state|{conversation}|{version}";

    private string EntryAt(long position) => $"entry|payload|{conversation}|{position}";
}
