using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Positions;

/// <summary>
/// "Criteria for approval:", "Continuation criteria": with nothing but a list under it such a label says that the service is allowed where the
/// list is met. Where a sentence near by allows it already, the label only names that sentence's criteria.
/// </summary>
internal static partial class CriteriaLabels
{
    public const double Confidence = 0.6;

    /// <summary>Whether a label or heading in plain words stands for a stance of its own at <paramref name="section"/>.</summary>
    public static bool Allows(SectionedPolicy policy, Section section, string words, ImmutableArray<Position> taken)
    {
        if (!IsLabel(words)) return false;
        return !Later().IsMatch(words) ? !IsAllowedNear(policy, section, taken) : !taken.Any(p => p.Stance == Stance.MedicallyNecessary && p.Section == section.Ordinal && section.HeadingSpan is not null);
    }

    /// <summary>Whether a position in the section, around or beside it allows something.</summary>
    public static bool IsAllowedNear(SectionedPolicy policy, Section section, ImmutableArray<Position> taken) =>
        taken.Any(p => p.Stance == Stance.MedicallyNecessary && p.Section is { } at && (IsNear(policy, policy.Sections[at], section)
            || policy.Sections[at].Parent == section.Parent && at < section.Ordinal && Conditions.BreakOff(p.Statement)));

    public static bool IsLabel(string words) => words.Trim().TrimEnd(':', '.', ' ') is { Length: > 0 and <= 100 } label && Label().IsMatch(label);

    /// <summary>The same section, one around it, or one beside it under the same heading.</summary>
    private static bool IsNear(SectionedPolicy policy, Section other, Section section)
    {
        if (other.Ordinal == section.Ordinal || other.Parent is { } beside && beside == section.Parent) return true;
        for (int? up = section.Parent; up is { } at; up = policy.Sections[at].Parent)
        {
            if (at == other.Ordinal) return true;
        }
        return false;
    }

    private const string Kinds = "(?:initial|continu(?:ed|ation|ing)|renewal|reauthorization|re-authorization|recertification|approval|authorization|prior authorization|coverage|medical necessity|clinical|eligibility|medical|therapy|treatment)";

    [GeneratedRegex(
        $@"^(?:{Kinds}[ /&-]*(?:and |or )?){{1,4}}criteria(?: (?:for|\() ?[a-z ]{{3,40}}\)?)?$|^criteria for (?:the )?(?:{Kinds}[ /-]*(?:and |or )?){{1,4}}(?:(?:of|for) .{{2,60}})?$|^(?:approval|authorization|coverage) criteria$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    /// <summary>Going on with a treatment is decided by itself, whatever was said of starting it.</summary>
    [GeneratedRegex(@"\b(?:continu\w+|renewal|re-?authorization|recertification)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Later();
}
