using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;

namespace Ingest.Extractors.Identity;

/// <summary>
/// Lines of business that are marked in a list or grid: boxes ("☒ Commercial ☐ Medicaid"), brackets ("[X] Commercial [ ] CHIP") and a bare cross after
/// the name ("Commercial x Medicaid x"). Only what is marked applies; a list without a marked line of business says nothing.
/// </summary>
internal static partial class MarkedLines
{
    /// <summary>Lines after its label over which a list of marks can run.</summary>
    private const int LongestList = 14;

    private const int FrontLines = 60;

    public static ImmutableArray<IdentityValue> Read(string text, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields)
    {
        foreach (Field field in fields.Where(f => f.Name == FieldName.LinesOfBusiness))
        {
            if (Grid(text, lines, field) is { IsEmpty: false } crossed) return crossed;
        }
        return Boxes(text, lines, [.. fields.Where(f => f.Name == FieldName.States).Select(f => f.Line.Ordinal)]);
    }

    /// <summary>Names with a cross after those that apply. Every word is a name or a cross, so that no list of plain names is mistaken for a grid.</summary>
    private static ImmutableArray<IdentityValue> Grid(string text, ImmutableArray<FieldLine> lines, Field field)
    {
        var found = ImmutableArray.CreateBuilder<IdentityValue>();
        int at = (field.Source ?? field.Line).Ordinal;
        bool crossed = false;
        SourceSpan span = field.Value.IsEmpty ? lines[at].Span : field.Value;
        for (int i = at; i < lines.Length && i < at + LongestList; i++, span = i < lines.Length ? lines[i].Span : default)
        {
            if (span.IsEmpty || lines[i].Zone != field.Line.Zone || !OnlyNames().IsMatch(span.Slice(text))) break;
            foreach (Match name in NameAndCross().EnumerateSlice(text, span))
            {
                if (!name.Groups["cross"].Success) continue;
                crossed = true;
                Group words = name.Groups["name"];
                found.Add(new(words.Value, new(words.Index, words.Index + words.Length), 0.85));
            }
        }
        return crossed ? found.ToImmutable() : [];
    }

    /// <summary>The first run of boxes in the header that names lines of business.</summary>
    private static ImmutableArray<IdentityValue> Boxes(string text, ImmutableArray<FieldLine> lines, HashSet<int> ofStates)
    {
        var found = ImmutableArray.CreateBuilder<IdentityValue>();
        int last = -1, business = 0;
        foreach (FieldLine line in lines.Where(l => l.Zone is LineZone.Front or LineZone.Body && l.Ordinal < FrontLines))
        {
            string printed = line.Span.Slice(text);
            MatchCollection boxes = (MarksFollow().IsMatch(printed) ? NameAndBox() : Box()).Matches(printed);
            if (boxes.Count == 0 || ofStates.Contains(line.Ordinal)) continue;
            if (last >= 0 && line.Ordinal - last > 3 && business > 0) break;
            if (last >= 0 && line.Ordinal - last > 3) found.Clear();
            last = line.Ordinal;
            foreach (Match box in boxes.Cast<Match>())
            {
                string name = box.Groups["name"].Value;
                if (Answer().IsMatch(name)) continue;
                if (Business().IsMatch(name)) business++;
                if (!box.Groups["marked"].Success) continue;
                string tidy = Remark().Replace(name, "").Trim(' ', '.', ':', ';', ',', '*', '_', '\t');
                int start = line.Span.Start + box.Groups["name"].Index;
                if (tidy.Length is > 1 and <= 80 && !found.Any(f => f.Value.Equals(tidy, StringComparison.OrdinalIgnoreCase))) found.Add(new(tidy, new SourceSpan(start, start + box.Groups["name"].Length).Trim(text), 0.85));
            }
        }
        return business > 0 ? found.ToImmutable() : [];
    }

    private const string Lob = @"commercial|medicare(?:\sadvantage)?|medicaid|aca|chip|exchange|marketplace|individual|group|hmo|ppo|pos|epo|qhp|tpa|self-?funded|fully\sinsured|dual|d-?snp|fehb?p?|essential\splan|masshealth|qualified";

    [GeneratedRegex(@"^\s*(?:(?:" + Lob + @")\b[/&,]?\s*(?:[xX✓✔]\b\s*)?)+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OnlyNames();

    [GeneratedRegex(@"(?<name>\b(?:" + Lob + @"))\b(?<cross>\s+[xX✓✔](?!\w))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NameAndCross();

    [GeneratedRegex(@"\b(?:" + Lob + @")\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Business();

    [GeneratedRegex(@"(?:(?<marked>[☒☑✓✔■]|\[\s?[xX✓]\s?\]|<input[^>]*\bchecked\b[^>]*>)|[☐□]|\[\s{0,2}\]|<input[^>]*>)\s*(?<name>[^☒☑✓✔■☐□\[<\n]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    /// <summary>"Commercial ☑ Medicaid ☐": the line begins with a name and ends with a mark.</summary>
    [GeneratedRegex(@"^(?:[^:☒☑✓✔■☐□\[]*:)?\s*\w[^:☒☑✓✔■☐□\[]*(?:[☒☑✓✔■☐□]|\[[\sxX✓]{0,3}\])(?:.*(?:[☒☑✓✔■☐□]|\[[\sxX✓]{0,3}\]))?\s*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MarksFollow();

    [GeneratedRegex(@"(?<name>\w[^:☒☑✓✔■☐□\[\n]*?)\s*(?:(?<marked>[☒☑✓✔■]|\[\s?[xX✓]\s?\])|[☐□]|\[\s{0,2}\])", RegexOptions.CultureInvariant)]
    private static partial Regex NameAndBox();

    [GeneratedRegex(@"\b(?:yes|no|n/?a)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    /// <summary>What is said beside the name: a telephone number, a footnote's sign.</summary>
    [GeneratedRegex(@"[;,]\s*(?:\(?\d{3}\)?[\s.-]?\d{3}[\s.-]?\d{4}.*|fax.*)$|\*+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Remark();
}
