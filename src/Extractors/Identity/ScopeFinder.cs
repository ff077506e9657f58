using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;

namespace Ingest.Extractors.Identity;

/// <summary>Lines of business and states that the header names; of ticked lists only what is ticked.</summary>
public static partial class ScopeFinder
{
    private const int HeadLines = 12;

    public static ImmutableArray<IdentityValue> LinesOfBusiness(string text, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields)
    {
        ImmutableArray<IdentityValue> marked = MarkedLines.Read(text, lines, fields);
        if (!marked.IsEmpty) return marked;
        ImmutableArray<IdentityValue> labelled = Items(text, fields, FieldName.LinesOfBusiness);
        if (!labelled.IsEmpty) return labelled;
        // Letterheads name the line of business in words of their own ("Medicaid", "… Commercial and Individual Exchange").
        var found = ImmutableArray.CreateBuilder<IdentityValue>();
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Front && l.Ordinal < HeadLines && l.Span.Length <= 80))
        {
            Match match = Business().Match(text, line.Span.Start, line.Span.Length);
            bool only = match.Success && match.Length >= line.Span.Length - 2;
            if (!match.Success || !(only || Letterhead().IsMatch(text[line.Span.Start..match.Index]))) continue;
            foreach (Match each in Business().EnumerateSlice(text, line.Span)) found.Add(new(Tidy(each.Value), new(each.Index, each.Index + each.Length), 0.8));
            break;
        }
        return found.ToImmutable();
    }

    public static ImmutableArray<IdentityValue> States(string text, ImmutableArray<Field> fields) =>
        [.. Items(text, fields, FieldName.States).Where(v => State().IsMatch(v.Value))];

    /// <summary>"Texas members" names no payer.</summary>
    public static bool IsState(string name) => name.Length > 2 && State().IsMatch(name);

    private static ImmutableArray<IdentityValue> Items(string text, ImmutableArray<Field> fields, FieldName name)
    {
        var found = ImmutableArray.CreateBuilder<IdentityValue>();
        foreach (Field field in fields.Where(f => f.Name == name && !f.Value.IsEmpty))
        {
            string value = field.Value.Slice(text);
            bool ticks = Tick().IsMatch(value) || Box().IsMatch(value);
            foreach (Match match in (ticks ? TickedItem() : Item()).Matches(value).Cast<Match>())
            {
                if (ticks && !Tick().IsMatch(match.Groups["mark"].Value)) continue;
                Group item = match.Groups["item"];
                string tidy = Tidy(item.Value);
                if (tidy.Length is < 2 or > 60 || found.Any(f => f.Value.Equals(tidy, StringComparison.OrdinalIgnoreCase))) continue;
                int start = field.Value.Start + item.Index;
                found.Add(new(tidy, new SourceSpan(start, start + item.Length).Trim(text), 0.9));
            }
        }
        return found.ToImmutable();
    }

    private static string Tidy(string item) => White().Replace(item, " ").Trim(' ', '.', ':', ';', ',', '*', '_');

    [GeneratedRegex(@"(?<item>[^;,|•\n]+?)(?:\s*(?:;|,|\||•|\n|$|\band\b(?=\s[A-Z])))", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<mark><input[^>]*>|[☒☑✓✔☐□■])\s*(?<item>[^<☒☑✓✔☐□■\n]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TickedItem();

    [GeneratedRegex(@"[☒☑✓✔■]|<input[^>]*\bchecked\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tick();

    [GeneratedRegex("[☐□]|<input", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Box();

    [GeneratedRegex(@"\b(?:Commercial|Individual Exchange|Exchange|Marketplace|Medicare Advantage|Medicare|Medicaid|Community Plan|Dual Eligible|CHIP|Federal Employee Program|FEP|Self-Funded)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Business();

    [GeneratedRegex(@"^[A-Z][\w®™ ]{2,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letterhead();

    [GeneratedRegex(
        "^(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|" +
        "Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|" +
        "South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Puerto Rico|[A-Z]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
