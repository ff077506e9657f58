namespace Ingest.Extractors.Sections.Features;

/// <summary>A section among the others of its document, with what the rules say of all of them.</summary>
internal readonly record struct SectionView(IReadOnlyList<SectionTraits> All, SectionJudgement[] Rules, int Index)
{
    public SectionTraits Section => All[Index];

    public SectionTraits? Parent => Section.Parent is { } parent ? All[parent] : null;

    /// <summary>The section so many places on (negative: before); null outside the document.</summary>
    public SectionTraits? At(int offset) => Index + offset >= 0 && Index + offset < All.Count ? All[Index + offset] : null;

    public SectionKind? RuleAt(int offset) => Index + offset >= 0 && Index + offset < All.Count ? Rules[Index + offset].Kind : null;
}
