using Ingest.Extractors.Citations.Labelling;

namespace Ingest.Benchmarks.Citations;

/// <summary>Counts over labelled references: tokens a label, fields (exact but for punctuation and case), whole references.</summary>
public sealed class FieldScores
{
    public static readonly ReferenceLabel[] Fields =
    [
        ReferenceLabel.Author, ReferenceLabel.Title, ReferenceLabel.Container, ReferenceLabel.Date, ReferenceLabel.Volume, ReferenceLabel.Issue,
        ReferenceLabel.Pages, ReferenceLabel.Doi, ReferenceLabel.Url,
    ];

    private readonly Dictionary<ReferenceLabel, (int Hit, int Extra, int Missed)> _tokens = [], _fields = [];
    private int _whole, _references, _tokensRight, _tokensAll;

    public void Add(TaggedReference reference, ReferenceLabel[] found)
    {
        TaggedReference gold = reference.AsAsked();
        bool whole = true;
        for (int i = 0; i < found.Length; i++)
        {
            _tokensAll++;
            if (found[i] == gold.Labels[i])
            {
                _tokensRight++;
                Count(_tokens, gold.Labels[i], 1, 0, 0);
                continue;
            }
            Count(_tokens, gold.Labels[i], 0, 0, 1);
            Count(_tokens, found[i], 0, 1, 0);
        }
        foreach (ReferenceLabel field in Fields)
        {
            string want = Value(gold, gold.Labels, field), got = Value(gold, found, field);
            if (want == got)
            {
                if (want.Length > 0) Count(_fields, field, 1, 0, 0);
                continue;
            }
            whole = false;
            Count(_fields, field, 0, got.Length > 0 ? 1 : 0, want.Length > 0 ? 1 : 0);
        }
        _references++;
        if (whole) _whole++;
    }

    public void Print(TextWriter to)
    {
        to.WriteLine($"{"field",-12}{"token P",9}{"R",7}{"F1",7}   {"field P",9}{"R",7}{"F1",7}{"count",8}");
        double tokenMean = 0, fieldMean = 0;
        foreach (ReferenceLabel field in Fields)
        {
            (double p, double r, double f) = Rates(_tokens.GetValueOrDefault(field));
            (double fp, double fr, double ff) = Rates(_fields.GetValueOrDefault(field));
            (int hit, _, int missed) = _fields.GetValueOrDefault(field);
            to.WriteLine($"{field,-12}{p,9:F3}{r,7:F3}{f,7:F3}   {fp,9:F3}{fr,7:F3}{ff,7:F3}{hit + missed,8}");
            tokenMean += f / Fields.Length;
            fieldMean += ff / Fields.Length;
        }
        to.WriteLine($"mean token F1 {tokenMean:F3}, mean field F1 {fieldMean:F3}, token accuracy {(double)_tokensRight / _tokensAll:F4}");
        to.WriteLine($"whole references right {(double)_whole / _references:F3} of {_references}");
    }

    public static string Value(TaggedReference reference, IReadOnlyList<ReferenceLabel> labels, ReferenceLabel field) =>
        string.Concat(Enumerable.Range(0, labels.Count).Where(i => labels[i] == field)
            .SelectMany(i => reference.Tokens[i].Slice(reference.Text)).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static void Count(Dictionary<ReferenceLabel, (int, int, int)> counts, ReferenceLabel label, int hit, int extra, int missed)
    {
        (int h, int e, int m) = counts.GetValueOrDefault(label);
        counts[label] = (h + hit, e + extra, m + missed);
    }

    private static (double P, double R, double F) Rates((int Hit, int Extra, int Missed) c)
    {
        double p = c.Hit == 0 ? 0 : (double)c.Hit / (c.Hit + c.Extra), r = c.Hit == 0 ? 0 : (double)c.Hit / (c.Hit + c.Missed);
        return (p, r, p + r == 0 ? 0 : 2 * p * r / (p + r));
    }
}
