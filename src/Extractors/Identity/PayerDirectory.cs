using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Identity;

/// <summary>A payer as data: its canonical name, other names in use, and the form of its policy numbers (regular expressions).</summary>
public sealed record Payer(string Slug, string Name, ImmutableArray<string> Aliases, ImmutableArray<string> NumberPatterns)
{
    private readonly Lazy<ImmutableArray<Regex>> _forms = new(() => [.. NumberPatterns.Select(p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))]);

    /// <summary>The patterns, built once for all documents of the payer.</summary>
    public ImmutableArray<Regex> NumberForms => _forms.Value;
}

/// <summary>The payers that are known by name. Extraction works with none; knowing some only makes names canonical.</summary>
public sealed record PayerDirectory(ImmutableArray<Payer> Payers)
{
    public static PayerDirectory Empty { get; } = new([]);

    /// <summary>Changes whenever a name, alias or pattern does.</summary>
    public string Fingerprint => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(
        string.Join('\n', Payers.Select(p => $"{p.Slug}|{p.Name}|{string.Join(';', p.Aliases)}|{string.Join(';', p.NumberPatterns)}")))))[..12];
}
