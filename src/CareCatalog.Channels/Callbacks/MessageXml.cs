using System.Globalization;
using System.Text;
using System.Xml;

namespace CareCatalog.Channels.Callbacks;

/// <summary>The XML of callbacks: one element <c>xml</c> with fields in it. No document type, no entities, no second field of a name.</summary>
public static class MessageXml
{
    private const int MostFields = 64;

    private static readonly XmlReaderSettings Locked = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = BoundedBody.Largest,
        MaxCharactersFromEntities = 1,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    private static readonly XmlWriterSettings Plain = new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) };

    /// <summary>The fields by name; null when it is not such XML. Fields that hold elements of their own are passed over.</summary>
    public static IReadOnlyDictionary<string, string>? Read(Stream xml) => Read(() => XmlReader.Create(xml, Locked));

    /// <summary>The same of a text.</summary>
    public static IReadOnlyDictionary<string, string>? Read(string xml) => Read(() => XmlReader.Create(new StringReader(xml), Locked));

    /// <summary>Writes fields; numbers as they are, texts as character data.</summary>
    public static string Write(params ReadOnlySpan<(string Name, string Value)> fields)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Plain))
        {
            writer.WriteStartElement("xml");
            foreach (var (name, value) in fields)
            {
                writer.WriteStartElement(name);
                if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)) writer.WriteString(value);
                else writer.WriteCData(value);
                writer.WriteEndElement();
            }
        }
        return text.ToString();
    }

    private static Dictionary<string, string>? Read(Func<XmlReader> open)
    {
        try
        {
            using var reader = open();
            if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "xml") return null;
            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            if (!reader.IsEmptyElement && !ReadFields(reader, fields)) return null;
            // Whatever follows must be well-formed too.
            while (reader.Read())
            {
            }
            return fields;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool ReadFields(XmlReader reader, Dictionary<string, string> fields)
    {
        reader.ReadStartElement();
        while (reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType != XmlNodeType.Element || fields.Count == MostFields) return false;
            if (!fields.TryAdd(reader.Name, ReadField(reader))) return false;
        }
        return true;
    }

    private static string ReadField(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }
        var (text, depth) = (new StringBuilder(), reader.Depth);
        while (reader.Read() && reader.Depth > depth)
            if (reader.Depth == depth + 1 && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text.Append(reader.Value);
        reader.ReadEndElement();
        return text.ToString();
    }
}
