using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Codes;

/// <summary>
/// What the policy lists as its codes: in tables, lists and text under headings of codes, and in the sentences in which it takes its positions.
/// Codes that only the history or the references name are not the policy's. <see cref="CodeMerge"/> tells how several listings become rows.
/// </summary>
public sealed partial class CodeExtractor : IFactExtractor<PolicyCode>
{
    public Extraction<PolicyCode> Extract(SectionedPolicy policy, PolicyFacts soFar)
    {
        var listed = new List<ListedCode>();
        var prose = new ProseCodes(policy.Text, soFar.Positions);
        CodeGroup before = CodeGroup.None;
        foreach (Section section in policy.Sections)
        {
            if (section.Kind is SectionKind.References or SectionKind.History or SectionKind.Contents or SectionKind.Related or SectionKind.Keywords) continue;
            before = new Walk(policy, section, prose, listed).Run(before);
        }
        string? number = soFar.Identity.Number?.Value;
        if (number is not null) listed.RemoveAll(l => IsPartOf(l.Mention.Code, number) && l.Place >= ListingPlace.Position);
        return CodeMerge.Merge(listed);
    }

    private static bool IsPartOf(string code, string number) => number.Contains(code, StringComparison.OrdinalIgnoreCase);

    /// <summary>One section read from top to bottom, with the head of codes that is in force.</summary>
    private sealed class Walk(SectionedPolicy policy, Section section, ProseCodes prose, List<ListedCode> listed)
    {
        private readonly string _text = policy.Text;
        private readonly TableCodes _tables = new(policy.Text, section.Ordinal);
        private readonly ListCodes _lists = new(policy.Text, section.Ordinal);
        private CodeGroup _group;
        private ProseTrust _trust;

        /// <param name="before">The group of the section before: a heading that only names a system ("CPT") stands under it.</param>
        /// <returns>The group at the end of the section.</returns>
        public CodeGroup Run(CodeGroup before)
        {
            _trust = TrustOf();
            _group = HeadingGroup(before);
            if (section.HeadingSpan is { } heading) listed.AddRange(prose.Read(heading, CodeGroup.None, _trust == ProseTrust.Coding ? ProseTrust.Policy : _trust, section.Ordinal));
            foreach (Block block in policy.BlocksOf(section)) Read(block);
            return _trust == ProseTrust.Coding ? _group : CodeGroup.None;
        }

        private ProseTrust TrustOf()
        {
            if (section.Kind == SectionKind.Coding) return ProseTrust.Coding;
            for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
            {
                if (policy.HeadingOf(at) is { } heading && CodesHeading().IsMatch(heading)) return ProseTrust.Coding;
            }
            return section.Kind is SectionKind.Evidence or SectionKind.Background or SectionKind.Guidelines or SectionKind.Trials
                or SectionKind.Regulatory or SectionKind.Disclaimer ? ProseTrust.Report : ProseTrust.Policy;
        }

        private CodeGroup HeadingGroup(CodeGroup before)
        {
            if (policy.HeadingOf(section) is not { } heading) return CodeGroup.None;
            CodeGroup around = CodeGroup.None;
            if (CodeColumns.SystemNamedAlone(heading) is not null && before.Stance is not null) around = before;
            if (_trust != ProseTrust.Coding) return CodeGroup.None;
            if (around.Stance is null && section.Parent is { } parent && policy.HeadingOf(policy.Sections[parent]) is { } outer && CodesHeading().IsMatch(outer))
                around = CodeGroup.Under(CodeGroup.None, outer);
            return CodeGroup.Under(around, heading);
        }

        private void Read(Block block)
        {
            switch (block)
            {
                case TableBlock table:
                    ReadTable(table);
                    break;
                case ListItemBlock item:
                    ReadRun(item.Content.IsEmpty ? item.Span : item.Content);
                    break;
                case ParagraphBlock paragraph:
                    ReadRun(paragraph.Span);
                    break;
            }
        }

        private void ReadTable(TableBlock table)
        {
            int before = listed.Count;
            listed.AddRange(_tables.Read(table, _group, headMustName: _trust == ProseTrust.Report));
            if (listed.Count > before || _trust == ProseTrust.Report) return;
            foreach (TableCell cell in table.Cells) ReadCell(cell);
        }

        /// <summary>A cell of a table without columns of codes: a layout table, or coverage set in cells.</summary>
        private void ReadCell(TableCell cell)
        {
            if (cell.Content.IsEmpty) ReadRun(cell.Span);
            else foreach (Block block in cell.Content) Read(block);
        }

        private void ReadRun(SourceSpan run)
        {
            if (_trust == ProseTrust.Coding || _group.System is not null)
            {
                List<ListedCode> entries = _lists.Read(run, _group);
                listed.AddRange(entries);
                if (entries.Count > 0) return;
            }
            List<ListedCode> named = prose.Read(run, _group, _trust, section.Ordinal);
            listed.AddRange(named);
            if (named.Count == 0 && CodeHeads.LabelOf(_text, run, _trust == ProseTrust.Coding) is { } label) _group = CodeGroup.Under(_group with { Stance = null }, label);
        }
    }

    [GeneratedRegex(@"\b(?:codes?|coding|CPT|HCPCS|ICD-10)\b|\bbilling (?:information|guidelines?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodesHeading();
}
