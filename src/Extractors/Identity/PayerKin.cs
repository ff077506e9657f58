using System.Text.RegularExpressions;

namespace Ingest.Extractors.Identity;

/// <summary>
/// Names of one payer in one document: the short form given in brackets ("Example Health Plan (EHP)"), initials, and names that begin with each
/// other ("Example Health", "Example Health Plan"). Evidence for one is evidence for the others; the written-out name is preferred to initials.
/// </summary>
internal static partial class PayerKin
{
    /// <summary>Of what speaks for a kindred name, the part that speaks for this one.</summary>
    private const double Share = 0.5;

    public static void Join(string text, Dictionary<string, PayerCandidate> candidates)
    {
        PayerCandidate[] all = [.. candidates.Values.OrderBy(c => c.Span.Start)];
        var own = all.ToDictionary(c => c, c => c.Score);
        foreach (PayerCandidate name in all)
        {
            foreach (PayerCandidate other in all)
            {
                if (name == other) continue;
                if (IsShortFor(text, other.Name, name.Name)) name.OfKin += own[other] + 0.1;
                else if (!IsShortFor(text, name.Name, other.Name) && Begins(name.Name, other.Name)) name.OfKin += Share * own[other];
            }
        }
    }

    /// <summary>Whether the short name stands for the long one: its initials at the start, or given in brackets after it.</summary>
    private static bool IsShortFor(string text, string brief, string name)
    {
        if (brief.Length < 3 || name.Length <= brief.Length || !Initials().IsMatch(brief)) return false;
        string initials = string.Concat(PayerNames.Words(name).Where(w => w is not ("and" or "of" or "the")).Select(w => w[0]));
        return (initials.Length > 2 && brief.StartsWith(initials, StringComparison.OrdinalIgnoreCase)) || text.Contains($"{name} ({brief})", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Begins(string a, string b)
    {
        string[] x = PayerNames.Words(a), y = PayerNames.Words(b);
        return x.Zip(y).All(p => p.First == p.Second) && x.Take(Math.Min(x.Length, y.Length)).Any(w => !PayerNames.IsGeneric(w) && w is not ("blue" or "cross" or "shield"));
    }

    [GeneratedRegex("^[A-Z]{3,8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();
}
