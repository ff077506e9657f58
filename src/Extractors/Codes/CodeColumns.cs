using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

internal enum ColumnRole { Other, Code, Description, Note, Effective, End, StanceMark, System }

/// <summary>What one column of a table holds. <paramref name="Description"/> and <paramref name="Stance"/> are of code columns and marks.</summary>
/// <param name="System">Code system that the head names.</param>
/// <param name="Stance">Stance that the head takes ("Not Medically Necessary", "Prior authorization required").</param>
/// <param name="Partner">For a code column: the column with its descriptions; null where there is none.</param>
internal readonly record struct CodeColumn(ColumnRole Role, CodeSystem? System, Stance? Stance, int? Partner);

/// <summary>Tells the roles of a table's columns from their heads and, where these say nothing, from what stands in them.</summary>
internal static partial class CodeColumns
{
    /// <summary>Share of a column's filled cells that must hold nothing but codes where the head does not name codes.</summary>
    private const double PureShare = 0.6;

    public static ImmutableArray<CodeColumn> Of(TableGrid grid, CodeSystem? expected, bool headMustName)
    {
        var roles = new CodeColumn[grid.Columns];
        for (int column = 0; column < grid.Columns; column++) roles[column] = RoleOf(grid, column, expected, headMustName);
        for (int column = 0; column < grid.Columns; column++)
        {
            if (roles[column] is { Role: ColumnRole.Code, System: not CodeSystem.Modifier }) roles[column] = roles[column] with { Partner = PartnerOf(grid, roles, column) };
        }
        return [.. roles];
    }

    public static bool NamesCodes(string head) => CodeHead().IsMatch(head) && !OtherNumberHead().IsMatch(head);

    /// <summary>Whether a head names numbers of another kind.</summary>
    public static bool NamesOtherNumbers(string head) => OtherNumberHead().IsMatch(head);

    private static CodeColumn RoleOf(TableGrid grid, int column, CodeSystem? expected, bool headMustName)
    {
        string head = grid.Head(column);
        CodeSystem? system = CodeLabels.NamedIn(head);
        Stance? stance = GroupStance.Of(head);
        int filled = 0, pure = 0, holding = 0, marks = 0, systems = 0;
        foreach (string cell in grid.Body(column))
        {
            filled++;
            if (SystemCell().IsMatch(cell)) { systems++; continue; }
            if (Mark().IsMatch(cell) || NoMark().IsMatch(cell)) marks++;
            IReadOnlyList<CodeMention> mentions = CodeScanner.Find(cell, new SourceSpan(0, cell.Length), system ?? expected);
            if (mentions.Count == 0) continue;
            holding++;
            if (IsPure(cell, mentions)) pure++;
        }
        if (filled == 0) return default;
        int worded = filled - systems;
        bool named = NamesCodes(head);
        bool byHead = named && holding > 0 && (pure * 3 >= worded || (pure > 0 && system is not null && grid.HasOwnHead(column)));
        bool byBody = !headMustName && pure > 0 && pure >= PureShare * worded && !OtherNumberHead().IsMatch(head) && (pure > 1 || worded == 1);
        if (byHead || byBody) return new(ColumnRole.Code, system, stance, null);
        if (systems > 0 && systems * 2 >= filled) return new(ColumnRole.System, null, null, null);
        if (stance is not null && marks * 2 >= filled) return new(ColumnRole.StanceMark, null, stance, null);
        if (EndHead().IsMatch(head)) return new(ColumnRole.End, null, null, null);
        if (EffectiveHead().IsMatch(head)) return new(ColumnRole.Effective, null, null, null);
        if (DescriptionHead().IsMatch(head)) return new(ColumnRole.Description, null, stance, null);
        return NoteHead().IsMatch(head) && (stance is null || RemarkHead().IsMatch(head)) ? new(ColumnRole.Note, null, stance, null) : new(ColumnRole.Other, null, stance, null);
    }

    /// <summary>The next column to the right that describes, before the next column of codes; else a description by its head to the left.</summary>
    private static int? PartnerOf(TableGrid grid, CodeColumn[] roles, int code)
    {
        int? first = null;
        for (int column = code + 1; column < roles.Length && roles[column].Role != ColumnRole.Code; column++)
        {
            if (roles[column].Role == ColumnRole.Description) return column;
            if (roles[column].Role == ColumnRole.Other && first is null && HoldsWords(grid, column) && !ExampleHead().IsMatch(grid.Head(column))) first = column;
        }
        if (first is not null) return first;
        for (int column = code - 1; column >= 0 && roles[column].Role != ColumnRole.Code; column--)
        {
            if (roles[column].Role == ColumnRole.Description) return column;
        }
        return null;
    }

    private static bool HoldsWords(TableGrid grid, int column)
    {
        string[] cells = [.. grid.Body(column)];
        return cells.Length > 0 && cells.Count(Words().IsMatch) * 2 >= cells.Length;
    }

    /// <summary>Whether a cell holds codes, their separators and marks, and nothing else.</summary>
    private static bool IsPure(string cell, IReadOnlyList<CodeMention> mentions)
    {
        int at = 0;
        foreach (CodeMention mention in mentions)
        {
            if (!Glue().IsMatch(cell.AsSpan(at, mention.Span.Start - at))) return false;
            at = mention.Span.End;
        }
        return Glue().IsMatch(cell.AsSpan(at));
    }

    public static bool IsMark(string cell) => Mark().IsMatch(cell);

    /// <summary>The system named by a cell or row that holds only that ("CPT", "HCPCS Level II", "ICD-10-CM Diagnosis").</summary>
    public static CodeSystem? SystemNamedAlone(string cell) => SystemCell().IsMatch(cell) ? CodeLabels.NamedIn(cell) : null;

    [GeneratedRegex(@"\b(?:codes?|CPT|HCPCS|ICD|CDT|NDCs?|DRGs?|modifiers?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CodeHead();

    [GeneratedRegex(
        @"\b(?:policy|page|PMID|year|NCT|reference|phone|fax|zip|state|sample|patients?|enrol\w+|dates?|K number|510|author|study|trial|units?|quantity|qty|fees?|prices?|rates?|amounts?|contractors?|npi|mue|volume)\b|^(?:n|no\.?|#)$|code (?:description|descriptor|definition|text|type|set)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherNumberHead();

    [GeneratedRegex(@"descri|definition|nomenclature|narrative|explanation|\bprocedures?\b|\bservices?\b|\bdrug\b|\bdiagnosis\b|^name|\btest name|\bmeaning", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DescriptionHead();

    [GeneratedRegex(@"comment|\bnotes?\b|instruction|limitation|requirement|restriction|additional|rationale|\bstatus|^coverage(?: position| status| determination)?$|determination|auth|\bPA\b|guidance|remarks?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoteHead();

    /// <summary>Heads of remarks even where they name a stance; a stance alone heads a column of descriptions.</summary>
    [GeneratedRegex(@"comment|notes?\b|instruction|requirement|limit|required", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RemarkHead();

    [GeneratedRegex(@"example|\(labs?\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExampleHead();

    [GeneratedRegex(@"effective|start|begin|eff\.? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EffectiveHead();

    [GeneratedRegex(@"\b(?:end|term(?:ination)?|expir\w+|deleted|discontinued)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndHead();

    [GeneratedRegex(@"^\s*(?:[xX✓✔√☒☑•●]|yes|y|required)\s*\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\s*(?:no|n|n/?a|none|not required|[-–—])\s*\.?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoMark();

    [GeneratedRegex(@"\p{L}{3}", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex(
        @"^(?>(?:CPT|HCPCS|ICD[-\s‐‑–]?10(?:[-\s‐‑–]?(?:CM|PCS))?|CDT|NDC|MS-DRG|DRG|rev(?:enue)?|modifiers?|[®™\s/&,():-]|and|codes?|level|II|I|category|diagnosis|procedures?|numbers?)+)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SystemCell();

    [GeneratedRegex(@"^(?:[\s,;:/&*†‡§¶^#+()\[\].•–-]|and|or|CPT|HCPCS|ICD-10(?:-CM|-PCS)?|codes?|®|™|\d\)|\^\d)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Glue();
}
