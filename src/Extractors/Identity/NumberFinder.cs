using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;
using Ingest.Extractors.Fields;
using Ingest.Extractors.Sections;

namespace Ingest.Extractors.Identity;

/// <summary>
/// Finds the policy's number: labelled, alone at the head of the document, beside the title, or in the furniture. Null where none is printed;
/// a label with an empty value is the document saying that there is none.
/// </summary>
public static partial class NumberFinder
{
    private const int HeadLines = 14;

    /// <summary>Lines in which a title can close with its number.</summary>
    private const int TitleLines = 6;

    public static IdentityValue? Find(SectionedPolicy policy, ImmutableArray<FieldLine> lines, ImmutableArray<Field> fields, Payer? payer)
    {
        string text = policy.Text;
        IdentityValue? labelled = Labelled(text, fields);
        if ((labelled ?? Wrapped(text, lines)) is { } printed) return printed;
        if (payer is not null && ByPattern(text, lines, payer) is { } patterned) return patterned;
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Front).Take(HeadLines))
        {
            if ((PolicyNumberForm.AfterKind(text, line.Span) ?? PolicyNumberForm.BeforeTitle(text, line.Span)) is { } named) return Value(text, named, 0.9);
        }
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Front).Take(HeadLines))
        {
            if (PolicyNumberForm.Alone(text, line.Span) is { } alone && !InTable(line)) return Value(text, alone, alone.Length == line.Span.Length ? 0.9 : 0.8);
        }
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Front && l.Table is null).Take(TitleLines))
        {
            if (PolicyNumberForm.AfterTitle(text, line.Span) is { } after && after.Start - line.Span.Start > 10) return Value(text, after, 0.7);
        }
        return Repeated(text, lines);
    }

    private static IdentityValue? Labelled(string text, ImmutableArray<Field> fields)
    {
        foreach (Field field in fields.Where(f => f.Name == FieldName.Number).OrderBy(f => Rank(f.Line.Zone)))
        {
            if (field.Value.IsEmpty) continue;
            if (PolicyNumberForm.AtStart(text, field.Value) is { } number) return Value(text, number, Rank(field.Line.Zone) == 0 ? 0.98 : 0.9);
        }
        foreach (Field field in fields.Where(f => f.Name == FieldName.Title && !f.Value.IsEmpty))
        {
            if (PolicyNumberForm.AfterTitle(text, field.Value) is { } merged) return Value(text, merged, 0.85);
        }
        return null;
    }

    /// <summary>"Policy" and "No. 99" on two lines: what is left of a label that was wrapped.</summary>
    private static IdentityValue? Wrapped(string text, ImmutableArray<FieldLine> lines)
    {
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Front && l.Ordinal is > 0 and < HeadLines))
        {
            Match label = RestOfLabel().Match(text, line.Span.Start, line.Span.Length);
            if (!label.Success || !EndsInPolicy().IsMatch(lines[line.Ordinal - 1].Span.Slice(text))) continue;
            if (PolicyNumberForm.AtStart(text, new(label.Index + label.Length, line.Span.End)) is { } number && number.End == line.Span.End) return Value(text, number, 0.85);
        }
        return null;
    }

    /// <summary>A directory's pattern in the header or furniture.</summary>
    private static IdentityValue? ByPattern(string text, ImmutableArray<FieldLine> lines, Payer payer)
    {
        foreach (Regex form in payer.NumberForms)
        {
            foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Furniture || (l.Zone == LineZone.Front && l.Ordinal < HeadLines)))
            {
                Match match = form.Match(text, line.Span.Start, line.Span.Length);
                if (match.Success) return Value(text, new(match.Index, match.Index + match.Length), 0.85);
            }
        }
        return null;
    }

    /// <summary>A number of speaking form at the start or end of running headers or footers.</summary>
    private static IdentityValue? Repeated(string text, ImmutableArray<FieldLine> lines)
    {
        foreach (FieldLine line in lines.Where(l => l.Zone == LineZone.Furniture))
        {
            if (PolicyNumberForm.Alone(text, line.Span) is { } start && HasLetter(text, start)) return Value(text, start, 0.7);
            if (PolicyNumberForm.AfterTitle(text, line.Span) is { } end) return Value(text, end, 0.65);
        }
        return null;
    }

    private static bool HasLetter(string text, SourceSpan span)
    {
        foreach (char c in span.In(text))
        {
            if (char.IsLetter(c)) return true;
        }
        return false;
    }

    private static bool InTable(FieldLine line) => line.Table is { Rows: > 12 };

    private static int Rank(LineZone zone) => zone switch { LineZone.Front => 0, LineZone.Furniture => 1, LineZone.Administrative => 2, _ => 3 };

    private static IdentityValue Value(string text, SourceSpan span, double confidence) => new(PolicyNumberForm.Normalise(span.Slice(text)), span, confidence);

    [GeneratedRegex(@"\G(?:no\.|number|#)\s*:?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RestOfLabel();

    [GeneratedRegex(@"\bpolicy$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EndsInPolicy();
}
