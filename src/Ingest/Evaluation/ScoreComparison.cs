using System.Collections.Immutable;

namespace Ingest.Evaluation;

/// <param name="Before">What became of it in the earlier run; null where it was not there.</param>
public sealed record FactChange(string Document, string Field, string Fact, Verdict? Before, Verdict? After, string? Got);

/// <summary>What a change of the code did to every fact of every document.</summary>
public sealed record ScoreComparison(ImmutableArray<FactChange> Better, ImmutableArray<FactChange> Worse, int Same)
{
    /// <summary>
    /// An extra fact that is gone is better, a new one worse; else a fact is better or worse as it became right or wrong. Facts of
    /// documents that only one of the runs scored are left out.
    /// </summary>
    public static ScoreComparison Of(ImmutableArray<ScoredFact> before, ImmutableArray<ScoredFact> after)
    {
        HashSet<string> both = [.. before.Select(f => f.Document).Intersect(after.Select(f => f.Document))];
        var better = ImmutableArray.CreateBuilder<FactChange>();
        var worse = ImmutableArray.CreateBuilder<FactChange>();
        int same = 0;
        ILookup<(string Document, string Field, string Fact), ScoredFact> old = Keyed(before), now = Keyed(after);
        foreach (var key in old.Select(g => g.Key).Union(now.Select(g => g.Key)))
        {
            // A key may occur more than once (two entries that begin alike): matched in order.
            ScoredFact[] a = [.. old[key]], b = [.. now[key]];
            for (int i = 0; i < Math.Max(a.Length, b.Length); i++)
            {
                ScoredFact? was = i < a.Length ? a[i] : null, became = i < b.Length ? b[i] : null;
                bool wasGood = Good(was), isGood = Good(became);
                if (wasGood == isGood)
                {
                    same++;
                    continue;
                }
                var change = new FactChange(key.Document, key.Field, key.Fact, was?.Verdict, became?.Verdict, became?.Got ?? was?.Got);
                (isGood ? better : worse).Add(change);
            }
        }
        return new(better.ToImmutable(), worse.ToImmutable(), same);

        // A fact that only one run has is an extra of that run.
        static bool Good(ScoredFact? fact) => fact is null || fact.Verdict == Verdict.Right;
        ILookup<(string Document, string Field, string Fact), ScoredFact> Keyed(ImmutableArray<ScoredFact> facts) =>
            facts.Where(f => both.Contains(f.Document)).ToLookup(f => (f.Document, f.Field, f.Fact));
    }
}
