using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Codes;

/// <summary>One section read from top to bottom, with the head of codes that is in force.</summary>
internal sealed partial class CodeWalk(SectionedPolicy policy, Section section, ProseCodes prose, List<ListedCode> listed)
{
    /// <summary>The text of a code set on the line after its code is no longer than this, in UTF-16 units; AMA's longest are about 700.</summary>
    private const int LongestDescription = 900;

    private readonly string _text = policy.Text;
    private readonly TableCodes _tables = new(policy.Text, section.Ordinal);
    private readonly ListCodes _lists = new(policy.Text, section.Ordinal);
    private readonly List<Diagnostic> _unread = [];
    private CodeGroup _group;
    private ProseTrust _trust;

    /// <summary>Whether the last block was one code alone, whose description may stand in the next.</summary>
    private bool _awaitsDescription;

    /// <summary>Whether a line in the section heads codes though no reader took it for a heading: lists are read from there on, prose as before.</summary>
    private bool _listsBegun;

    /// <summary>Whether a list has been read under <see cref="_group"/> since a paragraph set it: prose after that list is about it, not of it.</summary>
    private bool _groupSpent;

    /// <summary>Whether <see cref="_group"/> is a lead-in that holds only for the list right after it.</summary>
    private bool _leadsList;

    /// <summary>What looked like codes and was not read as such.</summary>
    public IEnumerable<Diagnostic> Unclear => _tables.Unclear.Concat(_unread);

    /// <param name="before">The group of the section before: a heading that only names a system ("CPT") stands under it.</param>
    /// <param name="trustBefore">How the section before was read: a heading that only names a stance goes on with its codes.</param>
    /// <returns>Group and trust at the end of the section.</returns>
    public (CodeGroup Group, ProseTrust Trust) Run(CodeGroup before, ProseTrust trustBefore)
    {
        _trust = TrustOf(trustBefore);
        _group = HeadingGroup(before);
        if (section.HeadingSpan is { } heading) listed.AddRange(prose.Read(heading, CodeGroup.None, _trust == ProseTrust.Coding ? ProseTrust.Policy : _trust, section.Ordinal));
        foreach (Block block in policy.BlocksOf(section)) Read(block);
        return (_trust == ProseTrust.Coding ? _group : CodeGroup.None, _trust);
    }

    private ProseTrust TrustOf(ProseTrust before)
    {
        if (section.Kind == SectionKind.Coding) return ProseTrust.Coding;
        for (Section? at = section; at is not null; at = at.Parent is { } parent ? policy.Sections[parent] : null)
        {
            if (policy.HeadingOf(at) is { } heading && CodesHeading().IsMatch(heading)) return ProseTrust.Coding;
        }
        if (before == ProseTrust.Coding && policy.HeadingOf(section) is { Length: <= 120 } own && GroupStance.Of(own) is not null && BeginsWithCodes()) return ProseTrust.Coding;
        return section.Kind is SectionKind.Evidence or SectionKind.Background or SectionKind.Guidelines or SectionKind.Trials
            or SectionKind.Regulatory or SectionKind.Disclaimer ? ProseTrust.Report : ProseTrust.Policy;
    }

    private bool BeginsWithCodes() =>
        policy.BlocksOf(section) is [var first, ..] && (first is TableBlock table ? _tables.Read(table, CodeGroup.None, headMustName: false).Count > 0 : _lists.Read(first.Span, CodeGroup.None).Count > 0);

    private CodeGroup HeadingGroup(CodeGroup before)
    {
        if (policy.HeadingOf(section) is not { } heading) return CodeGroup.None;
        if (_trust != ProseTrust.Coding) return CodesHeading().IsMatch(heading) || EndsWithColon() ? CodeGroup.Under(CodeGroup.None, heading) : CodeGroup.None;
        CodeGroup around = CodeGroup.None;
        if (CodeColumns.SystemNamedAlone(heading) is not null && before.Stance is not null) around = before;
        else if (section.Parent is { } parent && policy.HeadingOf(policy.Sections[parent]) is { } outer && CodesHeading().IsMatch(outer)) around = CodeGroup.Under(CodeGroup.None, outer);
        return CodeGroup.Under(around, heading);
    }

    private bool EndsWithColon() => section.HeadingSpan is { } heading && heading.End < _text.Length && _text[heading.End] == ':';

    private void Read(Block block)
    {
        switch (block)
        {
            case TableBlock table:
                ReadTable(table);
                break;
            case ListItemBlock item:
                ReadRun(item.Content.IsEmpty ? item.Span : item.Content, inList: true);
                break;
            case ParagraphBlock paragraph:
                ReadRun(paragraph.Span, inList: false);
                break;
        }
    }

    private void ReadTable(TableBlock table)
    {
        int before = listed.Count;
        _awaitsDescription = false;
        listed.AddRange(_tables.Read(table, _group, headMustName: _trust == ProseTrust.Report));
        _groupSpent |= listed.Count > before;
        if (listed.Count > before || _trust == ProseTrust.Report || _tables.IsHistory(table)) return;
        (CodeGroup Group, bool LeadsList, bool Spent) outside = (_group, _leadsList, _groupSpent);
        foreach (TableCell cell in table.Cells.Where(c => !IsOtherNumber(table, c))) ReadCell(cell);
        // The heads of a table that holds no codes ("HCPCS Codes | Description", "N/A") head nothing below it.
        if (listed.Count == before && table is { Rows: > 1, Columns: > 1 }) (_group, _leadsList, _groupSpent) = outside;
        if (listed.Count == before && _trust == ProseTrust.Coding && table.Rows > 2 && table.Columns > 1 && MayHoldCodes(table))
            _unread.Add(new("code-table-not-understood", Severity.Warning, "A table under a heading of codes holds none that was recognised; compare it with the page.", table.Span));
    }

    /// <summary>Without a digit and without a head of codes a table lists something else: languages, links.</summary>
    private bool MayHoldCodes(TableBlock table) =>
        table.Cells.Any(c => (c.Row == 0 && CodeColumns.NamesCodes(c.Span.Slice(_text))) || c.Span.Slice(_text).AsSpan().ContainsAnyInRange('0', '9'));

    /// <summary>A cell under a head of other numbers ("ZIP", "Contractor").</summary>
    private bool IsOtherNumber(TableBlock table, TableCell cell) =>
        cell.Row > 0 && table.Cells.FirstOrDefault(c => c.Row == 0 && c.Column <= cell.Column && cell.Column < c.Column + c.ColumnSpan) is { Span.Length: < 40 } head
        && CodeColumns.NamesOtherNumbers(head.Span.Slice(_text).Trim()) && !CodeColumns.NamesCodes(head.Span.Slice(_text));

    /// <summary>A cell of a table without columns of codes: a layout table, or coverage set in cells.</summary>
    private void ReadCell(TableCell cell)
    {
        if (cell.Content.IsEmpty) ReadRun(cell.Span, inList: false);
        else foreach (Block block in cell.Content) Read(block);
    }

    private void ReadRun(SourceSpan run, bool inList)
    {
        if (run.Trim(_text).IsEmpty) return;
        bool awaits = _awaitsDescription;
        _awaitsDescription = false;
        if (_leadsList && !inList) (_group, _leadsList) = (CodeGroup.None, false);
        if (_trust != ProseTrust.Coding && !inList && CodeHeads.IsHeading(_text, run))
        {
            (_group, _leadsList, _listsBegun) = (CodeGroup.Under(CodeGroup.None, run.Slice(_text).Trim()), false, true);
            return;
        }
        if (_trust == ProseTrust.Coding || _listsBegun || _group.System is not null)
        {
            List<ListedCode> entries = _lists.Read(run, _group);
            if (entries.Count == 0 && _trust == ProseTrust.Coding && _lists.AfterLead(run, _group) is { Count: > 0 } led)
            {
                listed.AddRange(prose.Read(new(run.Start, led[0].Mention.Span.Start), _group, ProseTrust.Policy, section.Ordinal));
                entries = led;
            }
            listed.AddRange(entries);
            _awaitsDescription = entries is [{ Description: null } only] && only.Mention.Span == run.Trim(_text);
            _groupSpent |= entries.Count > 0;
            if (entries.Count > 0) return;
        }
        if (awaits && Describes(run))
        {
            listed[^1] = _lists.Described(listed[^1], run.Trim(_text));
            return;
        }
        List<ListedCode> named = prose.Read(run, _groupSpent ? _group with { Stance = null } : _group, _trust, section.Ordinal);
        listed.AddRange(named);
        if (named.Count > 0) return;
        if (CodeHeads.LabelOf(_text, run, _trust == ProseTrust.Coding) is { } label)
            (_group, _leadsList, _groupSpent) = (CodeGroup.Under(_trust == ProseTrust.Coding ? _group with { Stance = null } : CodeGroup.None, label), false, false);
        else if (_trust != ProseTrust.Coding && CodeHeads.LeadOf(_text, run) is { } lead)
            (_group, _leadsList, _groupSpent) = (CodeGroup.Under(CodeGroup.None, lead), true, false);
    }

    private bool Describes(SourceSpan run) =>
        run.Length <= LongestDescription && Description().IsMatch(_text.AsSpan(run.Start, run.Length)) && CodeHeads.LabelOf(_text, run, amongCodes: true) is null;

    [GeneratedRegex(@"\b(?:codes?|coding|CPT|HCPCS|ICD-10)\b|\bbilling (?:information|guidelines?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodesHeading();

    [GeneratedRegex(@"^\s*(?!(?:note|please|refer|see|for|this|these|the|all|any|inclusion|if|when)\b)[;\p{L}\d].*\p{L}{3}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Description();
}
