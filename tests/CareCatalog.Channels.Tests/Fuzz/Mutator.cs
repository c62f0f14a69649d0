using System.Text;

namespace CareCatalog.Channels.Tests.Fuzz;

/// <summary>Damages texts: bytes, pieces, and values for values nobody means. The same seed damages the same way.</summary>
internal sealed class Mutator(int seed, IReadOnlyList<string> corpus)
{
    private static readonly string[] Pieces =
    [
        "null", "true", "-0", "1e999", "123456789012345678901234567890", "\"\"", "{}", "[]", "[[[[[[[[", "\\ud800", "\\u0000", "\u0000", "\u202e", "\ufeff", "\uffff", "👶",
        "\"type\":\"message\",", "\"text\":", "\"id\":5,", "\"conversation\":null,", "\"serviceUrl\":\"https://169.254.169.254/\",", "\"deliveryMode\":\"expectReplies\",",
        "\"membersAdded\":[null],", "\"attachments\":[[]],", "\"value\":{\"text\":[]},", "\"channelData\":\"x\",", "..", "../../", "%2e%2e", "' OR 1=1 --", "<!--", "-->", "<![CDATA[", "]]>",
        "<!DOCTYPE xml [<!ENTITY e \"boom\">]>", "&e;", "&#0;", "&#x10ffff;", "<xml>", "</xml>", "<Content>", "</Content>", "<Encrypt>", "<MsgId>1</MsgId>", "<?xml version=\"1.1\"?>",
    ];

    // These break no syntax, so that what they are put into comes as far as what reads it.
    private static readonly string[] Words =
    [
        "", " ", "0", "1", "-1", "..", ".", "%2e%2e%2f", "青岛 打疫苗", "谢谢", "4岁", "😀", "‮​", new string('a', 600), new string('长', 4001), "19:x@thread;y/z",
        "https://169.254.169.254/", "https://smba.trafficmanager.net/cn/", "file:///etc/passwd", "http://10.0.0.1/", "expectReplies", "message", "invoke", "conversationUpdate",
        "endOfConversation", "adaptiveCard/action", "msteams", "slack", "text", "voice", "image", "event", "CLICK", "subscribe", "unsubscribe", "en-US", "13800138000",
    ];

    private readonly Random random = new(seed);

    /// <summary>The next damaged text, in bytes that need not be UTF-8.</summary>
    public byte[] Next()
    {
        var bytes = Encoding.UTF8.GetBytes(corpus[random.Next(corpus.Count)]).ToList();
        for (var damage = random.Next(3); damage >= 0; damage--) Damage(bytes);
        return [.. bytes];
    }

    private void Damage(List<byte> bytes)
    {
        var at = random.Next(bytes.Count + 1);
        switch (random.Next(12))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                break;
            case 2:
                bytes.RemoveRange(at, random.Next(Math.Min(64, bytes.Count - at) + 1));
                break;
            case 3:
                var length = random.Next(Math.Min(64, bytes.Count - at) + 1);
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                bytes.AddRange(Encoding.UTF8.GetBytes(corpus[random.Next(corpus.Count)]).Skip(at));
                break;
            case 5:
                bytes.Insert(at, (byte)random.Next(256));
                break;
            default:
                Replace(bytes, at);
                break;
        }
    }

    // What stands between two quotation marks, or within an element.
    private void Replace(List<byte> bytes, int at)
    {
        var from = Enumerable.Range(at, bytes.Count - at).Append(-1).First(place => place < 0 || IsOpening(bytes, place));
        var to = from < 0 ? -1 : bytes.FindIndex(from + 1, value => value is (byte)'"' or (byte)'<');
        if (to < 0) return;
        bytes.RemoveRange(from + 1, to - from - 1);
        bytes.InsertRange(from + 1, Encoding.UTF8.GetBytes(Words[random.Next(Words.Length)]));
    }

    private static bool IsOpening(List<byte> bytes, int at) => bytes[at] switch
    {
        (byte)'"' => at > 0 && bytes[at - 1] is (byte)':' or (byte)'{' or (byte)',',
        (byte)'>' => bytes.IndexOf((byte)'<', at) is >= 0 and var end && end + 1 < bytes.Count && bytes[end + 1] == (byte)'/',
        _ => false,
    };
}
