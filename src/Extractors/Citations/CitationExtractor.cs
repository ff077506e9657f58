using System.Collections.Immutable;
using Ingest.Extractors.Citations.Parsing;
using Ingest.Extractors.Citations.Splitting;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Citations;

/// <summary>The entries of a policy's reference lists, each parsed. An entry that does not parse keeps its raw text, and a finding says so.</summary>
public sealed class CitationExtractor : IFactExtractor<Citation>
{
    public Extraction<Citation> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var citations = ImmutableArray.CreateBuilder<Citation>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var parser = new ReferenceParser();
        foreach (ReferenceEntry entry in Entries(policy))
        {
            string raw = entry.Span.Slice(policy.Text);
            if (!raw.AsSpan().ContainsAnyInRange('0', '9') && !raw.Any(char.IsLetter)) continue;
            ParsedReference parsed = parser.Parse(raw);
            citations.Add(parsed.ToCitation(entry.Label, raw, entry.Span));
            if (parsed.Unread is { } reason) findings.Add(Finding(policy.Document, entry, reason));
        }
        return new(citations.ToImmutable(), findings.ToImmutable());
    }

    /// <summary>The entries of the lists; of the notes at the foot of pages where there is no list.</summary>
    private static IReadOnlyList<ReferenceEntry> Entries(SectionedPolicy policy)
    {
        ReferenceEntry[] listed = [.. ReferenceSections.ListsOf(policy).SelectMany(l => ReferenceListSplitter.Split(policy.Text, l))];
        return listed.Length > 0 ? listed : FootnoteReferences.Of(policy);
    }

    private static Diagnostic Finding(PolicyDocument document, ReferenceEntry entry, UnreadReason reason)
    {
        string name = entry.Label is null ? "A reference" : $"Reference {entry.Label}";
        return reason == UnreadReason.Truncated
            ? new("truncated-citation", Severity.Warning, $"{name} breaks off; compare it with the document.", entry.Span, document.PageAt(entry.Span.Start))
            : new("unparsed-citation", Severity.Warning, $"{name} could not be taken apart; its text is kept as printed.", entry.Span, document.PageAt(entry.Span.Start));
    }
}
