using System.Globalization;
using Ingest.Commands;

namespace Ingest.Evaluation;

/// <summary>A score card for people.</summary>
internal sealed class ScorePage(TextPage page, bool everything)
{
    /// <summary>Facts listed a document or field, unless everything is asked for.</summary>
    private const int Short = 6;

    /// <param name="bare">The same gold read with no payer known by name; null where that was not asked for.</param>
    public void Fields(ScoreCard card, ScoreCard? bare)
    {
        string[] header = bare is null ? ["field", "P", "R", "F1", "tp/fp/fn"] : ["field", "P", "R", "F1", "tp/fp/fn", "F1 without payers"];
        Dictionary<string, Tally> without = bare?.ByField().ToDictionary(f => f.Field, f => f.Tally) ?? [];
        page.Table(header, card.ByField().Select(f => (IReadOnlyList<string?>)
        [
            f.Field, Number(f.Tally.Precision), Number(f.Tally.Recall), Number(f.Tally.F1), $"{f.Tally.Right}/{f.Tally.Extra}/{f.Tally.Missed}",
            .. bare is null ? Array.Empty<string>() : [without.TryGetValue(f.Field, out Tally tally) ? Number(tally.F1) : "—"],
        ]));
        page.Line($"span law: {card.SpansGood}/{card.SpansAll} facts slice back to their source");
        page.Line($"mean F1 over {card.ByField().Count(f => f.Tally.Sum > 0)} fields, {card.Documents} documents: {page.Bold(Number(card.Mean()))}{(bare is null ? "" : $" ({Number(bare.Mean())} without payers)")}");
    }

    public void Payers(ScoreCard card)
    {
        page.Heading("By payer");
        page.Table(["payer", "documents", "mean F1"], card.Payers.GroupBy(p => p.Value).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            HashSet<string> documents = [.. g.Select(p => p.Key)];
            return (IReadOnlyList<string?>)[g.Key, documents.Count.ToString(CultureInfo.InvariantCulture), Number(card.Mean(f => documents.Contains(f.Document)))];
        }));
    }

    public void Worst(ScoreCard card, int documents)
    {
        page.Heading("To look at first");
        foreach ((string document, double mean) in card.Payers.Keys.Select(d => (d, card.Mean(f => f.Document == d))).OrderBy(d => d.Item2).ThenBy(d => d.d, StringComparer.Ordinal).Take(documents))
        {
            page.Line($"{page.Bold(document)}  {Number(mean)}");
            foreach (var field in card.Facts.Where(f => f.Document == document && f.Verdict != Verdict.Right).GroupBy(f => f.Field).OrderByDescending(g => g.Count()))
            {
                foreach (ScoredFact fact in everything ? field : field.Take(Short))
                    page.Wrapped($"  {field.Key,-18} {fact.Verdict.ToString().ToLowerInvariant(),-6} ", fact.Fact + (fact.Got is null ? "" : $" → got \"{TextPage.OneLine(fact.Got, 160)}\""));
                if (!everything && field.Count() > Short) page.Line(page.Dim($"  {field.Key,-18} … and {field.Count() - Short} more (-v)"));
            }
        }
    }

    public void Comparison(ScoreComparison comparison, string against)
    {
        page.Heading($"Against {against}: {comparison.Better.Length} better, {comparison.Worse.Length} worse, {comparison.Same} same");
        var fields = comparison.Better.Concat(comparison.Worse).Select(c => c.Field).Distinct().Order(StringComparer.Ordinal);
        foreach (string field in fields)
        {
            FactChange[] better = [.. comparison.Better.Where(c => c.Field == field)], worse = [.. comparison.Worse.Where(c => c.Field == field)];
            page.Line($"{page.Bold(field)}: {better.Length} better, {worse.Length} worse");
            Changes(worse, page.Bad("worse "));
            Changes(better, page.Good("better"));
        }

        void Changes(FactChange[] changes, string mark)
        {
            foreach (FactChange c in everything ? changes : changes.Take(Short))
                page.Wrapped($"  {mark} ", $"{c.Document}: {TextPage.OneLine(c.Fact, 160)} ({Word(c.Before)} → {Word(c.After)}{(c.Got is null ? "" : $", \"{TextPage.OneLine(c.Got, 80)}\"")})");
            if (!everything && changes.Length > Short) page.Line(page.Dim($"         … and {changes.Length - Short} more (-v)"));
        }

        static string Word(Verdict? verdict) => verdict?.ToString().ToLowerInvariant() ?? "not there";
    }

    private static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
