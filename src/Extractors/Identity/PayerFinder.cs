using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

/// <summary>
/// Decides who published the document. Every mention in a telling place adds to its name; a directory only makes names canonical and lets a web
/// address or a known name in header, footer or notices count. With an empty directory the name is the document's own.
/// </summary>
public sealed partial class PayerFinder(PayerDirectory directory)
{
    /// <summary>What one kind of place can add to a name, however often it repeats.</summary>
    private const double PlaceLimit = 6;

    /// <summary>What a name that no directory knows has to reach: one telling place, or several hints.</summary>
    private const double Enough = 3.5;

    private readonly PayerIndex _index = new(directory);

    public (IdentityValue? Payer, string? Slug, ImmutableArray<Diagnostic> Diagnostics) Find(
        SectionedPolicy policy, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields)
    {
        var candidates = new Dictionary<string, PayerCandidate>(StringComparer.Ordinal);
        var strangers = new List<SourceSpan>();
        foreach (PayerMention mention in PayerMentions.Find(policy, lines, fields))
        {
            string printed = policy.Document.Slice(mention.Span);
            if (PayerNames.Clean(printed) is not { } name) continue;
            Payer? known = _index.ByName(name);
            if (known is null) strangers.Add(mention.Span);
            Add(candidates, known?.Slug ?? PayerNames.Slug(name), known?.Name ?? name, mention.Span, mention.Weight, mention.Place, known is not null);
        }
        foreach (FieldLine line in lines.Where(l => l.Zone is not LineZone.Foreign && IsOwn(l.Section)))
        {
            double weight = line.Zone switch { LineZone.Furniture => 2, LineZone.Front when line.Ordinal < 15 => 2, LineZone.Body or LineZone.History => 0.5, _ => 1 };
            foreach ((SourceSpan span, Payer payer) in _index.Within(policy.Text, line.Span))
            {
                // A known name inside a longer one that nobody knows is another's: "Example Priority Health" is not "Priority Health".
                if (strangers.Exists(s => s.Start < span.Start && span.End <= s.End)) continue;
                Add(candidates, payer.Slug, payer.Name, span, weight, "name in " + line.Zone, true);
            }
        }
        AddDomains(policy, lines, candidates);
        Confirm(policy, candidates);
        PayerKin.Join(policy.Text, candidates);

        PayerCandidate[] ranked = [.. candidates.Values.Where(c => c.Known || (c.Score >= Enough && c.IsNamed)).OrderByDescending(c => c.Score).ThenBy(c => c.Span.Start)];
        if (ranked.Length == 0)
        {
            return (null, null, [new("payer-not-named", Severity.Warning, "No payer is named in header, footer, copyright or notices; record the payer by review.", null)]);
        }
        PayerCandidate best = ranked[0];
        double rival = ranked.Length > 1 ? ranked[1].Score : 0;
        double confidence = Math.Round(Math.Clamp(0.55 + 0.03 * best.Score + (best.Known ? 0.1 : 0) - 0.2 * rival / best.Score, 0.3, 0.99), 2);
        ImmutableArray<Diagnostic> unclear = rival > 0.8 * best.Score
            ? [new("payer-unclear", Severity.Info, $"Both {best.Name} and {ranked[1].Name} could be the payer; check which of them publishes the document.", ranked[1].Span)]
            : [];
        return (new(best.Name, best.Span, confidence), PayerNames.Slug(best.Known ? best.Slug : best.Name), unclear);
    }

    private static void Add(Dictionary<string, PayerCandidate> candidates, string slug, string name, SourceSpan span, double weight, string place, bool known)
    {
        if (slug.Length == 0) return;
        if (!candidates.TryGetValue(slug, out PayerCandidate? candidate)) candidates[slug] = candidate = new PayerCandidate(slug, name, span) { Known = known };
        double before = candidate.ByPlace.GetValueOrDefault(place);
        // Repeats on every page say little more than the first time.
        candidate.ByPlace[place] = Math.Min(weight < 2 ? weight * 1.5 : PlaceLimit, before + (before == 0 ? weight : weight / 4));
    }

    private void AddDomains(SectionedPolicy policy, ImmutableArray<FieldLine> lines, Dictionary<string, PayerCandidate> candidates)
    {
        var hosts = policy.Document.Links.Where(l => HostOf(l.Target) is not null && IsOwn(policy.SectionAt(l.Span.Start))).Select(l => (l.Span, Host: HostOf(l.Target)!))
            .Concat(lines.Where(l => l.Zone != LineZone.Foreign && IsOwn(l.Section))
                .SelectMany(l => Hosts().EnumerateSlice(policy.Text, l.Span)).Select(m => (Span: new SourceSpan(m.Index, m.Index + m.Length), Host: m.Groups["host"].Value)))
            .ToList();
        foreach ((SourceSpan span, string host) in hosts)
        {
            if ((_index.ByDomain(host) ?? _index.BySubdomain(host)) is { } payer) Add(candidates, payer.Slug, payer.Name, span, 3, "web address", true);
            // An address confirms a name that begins with its stem: www.example-health.org and "Example Health".
            string stem = host.Split('.')[^2].Replace("-", "", StringComparison.Ordinal);
            foreach (PayerCandidate named in candidates.Values.Where(c => stem.Length > 3 && c.Slug.Replace("-", "", StringComparison.Ordinal).StartsWith(stem, StringComparison.OrdinalIgnoreCase)))
                named.ByPlace["web address"] = Math.Max(named.ByPlace.GetValueOrDefault("web address"), 3);
        }
    }

    /// <summary>Sources in references and evidence have names and addresses too; only the payer's own matter counts.</summary>
    private static bool IsOwn(Section? section) => section?.Kind is not (SectionKind.References or SectionKind.Evidence or SectionKind.Background or SectionKind.Guidelines
        or SectionKind.Regulatory or SectionKind.Medicare or SectionKind.Trials or SectionKind.Definitions);

    /// <summary>The file's author is a hint: it confirms a name that the document has, and gives none.</summary>
    private static void Confirm(SectionedPolicy policy, Dictionary<string, PayerCandidate> candidates)
    {
        string? author = policy.Document.Metadata.Author is { } a && PayerNames.Clean(a) is { } name ? PayerNames.Slug(name) : null;
        if (author is not null && candidates.TryGetValue(author, out PayerCandidate? named)) named.ByPlace["author"] = 2;
    }

    private static string? HostOf(string target) => Uri.TryCreate(target, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" && uri.Host.Contains('.', StringComparison.Ordinal) ? uri.Host : null;

    [GeneratedRegex(@"\b(?:https?://)?(?<host>(?:[\w-]+\.)+(?:com|org|net|health))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hosts();
}
