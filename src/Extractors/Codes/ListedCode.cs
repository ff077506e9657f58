using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

/// <summary>Where in a policy a code was read, the surest first.</summary>
internal enum ListingPlace { CodeTable, CodeList, CodingProse, Position, Prose }

/// <summary>The head over a run of codes: its words, the stance and the code system that they name.</summary>
internal readonly record struct CodeGroup(string? Label, Stance? Stance, CodeSystem? System)
{
    public static CodeGroup None => default;

    /// <summary>Reads a label; what it does not say it takes over from the group around it.</summary>
    public static CodeGroup Under(CodeGroup around, string label) =>
        new(label, GroupStance.Of(label) ?? around.Stance, CodeLabels.NamedIn(label) ?? around.System);
}

/// <summary>One reading of one code at one place; a code that the policy lists several times has several.</summary>
/// <param name="Span">Starts with the code; covers its description where that follows.</param>
internal sealed record ListedCode(
    CodeMention Mention, SourceSpan Span, string? Description, CodeRemark Remark, CodeGroup Group, int Section, ListingPlace Place, double Confidence)
{
    public Stance? Stance => Remark.Stance ?? Group.Stance;

    public PartialDate? Effective => Remark.Effective;
}
