using System.Collections.Frozen;
using System.Collections.Immutable;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Identity;

/// <summary>The names, aliases and web domains of a directory, ready to be looked up. An alias with a dot and no space is a domain.</summary>
public sealed class PayerIndex
{
    private const int LongestName = 9;

    private readonly FrozenDictionary<string, Payer> _names;
    private readonly FrozenDictionary<string, Payer> _domains;

    public PayerIndex(PayerDirectory directory)
    {
        var names = new Dictionary<string, Payer>(StringComparer.Ordinal);
        var domains = new Dictionary<string, Payer>(StringComparer.OrdinalIgnoreCase);
        foreach (Payer payer in directory.Payers)
        {
            names.TryAdd(Key(payer.Name), payer);
            foreach (string alias in payer.Aliases)
            {
                if (IsDomain(alias)) domains.TryAdd(alias, payer);
                else names.TryAdd(Key(alias), payer);
            }
        }
        _names = names.ToFrozenDictionary(StringComparer.Ordinal);
        _domains = domains.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public bool IsEmpty => _names.Count == 0;

    /// <summary>The payer whose name begins the given one ("Carelon Medical Benefits Management, Inc."), by its longest alias.</summary>
    public Payer? ByName(string name)
    {
        string[] words = PayerNames.Words(name);
        for (int take = Math.Min(words.Length, LongestName); take > 0; take--)
        {
            if (_names.TryGetValue(string.Join(' ', words[..take]), out Payer? payer)) return payer;
        }
        return null;
    }

    public Payer? ByDomain(string host)
    {
        string rest = host;
        while (rest.Contains('.', StringComparison.Ordinal))
        {
            if (_domains.TryGetValue(rest, out Payer? payer)) return payer;
            rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..];
        }
        return null;
    }

    /// <summary>A host of others that is named after the payer it serves ("regence.example.com"): the first label is a name of the directory.</summary>
    public Payer? BySubdomain(string host)
    {
        string[] labels = host.Split('.');
        return labels.Length > 2 && labels[0].Length > 4 && _names.TryGetValue(labels[0].ToLowerInvariant(), out Payer? payer) ? payer : null;
    }

    /// <summary>Known names anywhere in a line, the longest at each place, each beginning with a capital or a digit.</summary>
    public IEnumerable<(SourceSpan Span, Payer Payer)> Within(string text, SourceSpan line)
    {
        if (IsEmpty) yield break;
        ImmutableArray<SourceSpan> words = WordsOf(text, line);
        for (int i = 0; i < words.Length; i++)
        {
            if (!char.IsUpper(text[words[i].Start])) continue;
            for (int take = Math.Min(LongestName, words.Length - i); take > 0; take--)
            {
                var span = new SourceSpan(words[i].Start, words[i + take - 1].End);
                if (!_names.TryGetValue(Key(span.Slice(text)), out Payer? payer)) continue;
                yield return (span, payer);
                i += take - 1;
                break;
            }
        }
    }

    private static ImmutableArray<SourceSpan> WordsOf(string text, SourceSpan line)
    {
        var words = ImmutableArray.CreateBuilder<SourceSpan>();
        int start = -1;
        for (int i = line.Start; i <= line.End; i++)
        {
            bool inWord = i < line.End && (char.IsLetterOrDigit(text[i]) || text[i] is '&' or '\'' or '’');
            if (inWord && start < 0) start = i;
            if (inWord || start < 0) continue;
            words.Add(new(start, text[i - 1] is '\'' or '’' ? i - 1 : text[i - 1] == 's' && text[i - 2] is '\'' or '’' ? i - 2 : i));
            start = -1;
        }
        return words.ToImmutable();
    }

    private static string Key(string name) => string.Join(' ', PayerNames.Words(name));

    private static bool IsDomain(string alias) => alias.Contains('.', StringComparison.Ordinal) && !alias.Contains(' ', StringComparison.Ordinal);
}
