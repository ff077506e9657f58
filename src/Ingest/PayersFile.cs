using System.Collections.Immutable;
using Ingest.Extractors.Identity;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Ingest;

/// <summary>
/// Reads <c>payers.yml</c>: a list <c>payers</c> of <c>slug</c>, <c>name</c>, <c>aliases</c> and <c>numbers</c> (regular expressions).
/// </summary>
public static class PayersFile
{
    private const string Resource = "Ingest.payers.yml";

    /// <summary>The payers that ship with this build.</summary>
    public static PayerDirectory Default { get; } = Embedded();

    /// <exception cref="InvalidDataException">The file cannot be read, or is not of that form; the message says where.</exception>
    public static PayerDirectory Load(string path)
    {
        try
        {
            using StreamReader reader = File.OpenText(path);
            return Parse(reader, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} cannot be read: {error.Message}", error);
        }
    }

    private static PayerDirectory Embedded()
    {
        using Stream? stream = typeof(PayersFile).Assembly.GetManifestResourceStream(Resource);
        if (stream is null) return PayerDirectory.Empty;
        using var reader = new StreamReader(stream);
        return Parse(reader, "payers.yml");
    }

    private static PayerDirectory Parse(TextReader reader, string path)
    {
        try
        {
            IDeserializer yaml = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
            PayersNode? root = yaml.Deserialize<PayersNode?>(reader);
            return new([.. (root?.Payers ?? []).Select((node, i) => new Payer(
                node.Slug ?? throw new InvalidDataException($"{path}: payer {i + 1} has no slug."),
                node.Name ?? throw new InvalidDataException($"{path}: payer {node.Slug} has no name."),
                [.. node.Aliases ?? []], [.. node.Numbers ?? []]))]);
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"{path}, line {error.Start.Line}: {error.InnerException?.Message ?? error.Message}", error);
        }
    }

    private sealed class PayersNode
    {
        public List<PayerNode>? Payers { get; set; }
    }

    private sealed class PayerNode
    {
        public string? Slug { get; set; }

        public string? Name { get; set; }

        public List<string>? Aliases { get; set; }

        public List<string>? Numbers { get; set; }
    }
}
