using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Checks;

/// <summary>A coding section, sub-sections included, in which no code was found, though it does not say that there are none.</summary>
public sealed partial class CodingWithoutCodes : IPolicyCheck
{
    public IEnumerable<Diagnostic> Run(SectionedPolicy policy, PolicyFacts facts)
    {
        for (int i = 0; i < policy.Sections.Length; i++)
        {
            Section section = policy.Sections[i];
            if (section.Kind != SectionKind.Coding || (section.Parent is { } parent && policy.Sections[parent].Kind == SectionKind.Coding)) continue;
            int end = i + 1;
            while (end < policy.Sections.Length && (policy.Sections[end].Level > section.Level || policy.Sections[end].Kind == SectionKind.Coding)) end++;
            SourceSpan all = SourceSpan.Cover(section.Span, policy.Sections[end - 1].Span);
            i = end - 1;
            if (facts.Codes.Any(c => all.Contains(c.Span.Start)) || SaysNone().IsMatch(all.In(policy.Text))) continue;
            string heading = policy.HeadingOf(section) ?? "a section without heading";
            yield return new(
                "coding-without-codes", facts.Codes.IsEmpty ? Severity.Warning : Severity.Info,
                $"No code was found under “{heading}”, which looks like coding; compare it with the page.", section.HeadingSpan ?? section.Span);
        }
    }

    [GeneratedRegex(
        @"\b(?:no(?:t applicable| (?:specific |applicable |unique |relevant )*(?:codes?|CPT|HCPCS))|none|n/a|all diagnos[ei]s|(?:refer|see) (?:to )?(?:the )?\w+|not (?:an )?all[- ]inclusive)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaysNone();
}
