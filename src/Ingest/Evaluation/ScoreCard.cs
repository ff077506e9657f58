using System.Collections.Immutable;

namespace Ingest.Evaluation;

/// <summary>What became of one fact when it was held against the gold.</summary>
public enum Verdict
{
    Right,

    /// <summary>Found, and not in the gold.</summary>
    Extra,

    /// <summary>In the gold, and not found.</summary>
    Missed,

    /// <summary>Found with another value than the gold has.</summary>
    Wrong,
}

/// <param name="Fact">What the fact is, equal in every run: the gold's key, or the extra fact itself.</param>
/// <param name="Got">For <see cref="Verdict.Wrong"/>: the value found.</param>
public sealed record ScoredFact(string Document, string Field, string Fact, Verdict Verdict, string? Got = null);

/// <summary>True positives, false positives and false negatives.</summary>
public readonly record struct Tally(int Right, int Extra, int Missed)
{
    public int Sum => Right + Extra + Missed;

    public double Precision => Right + Extra > 0 ? (double)Right / (Right + Extra) : 0;

    public double Recall => Right + Missed > 0 ? (double)Right / (Right + Missed) : 0;

    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static Tally operator +(Tally left, Tally right) => new(left.Right + right.Right, left.Extra + right.Extra, left.Missed + right.Missed);
}

/// <summary>All facts of a store held against all gold files of a folder.</summary>
/// <param name="Payers">Payer by document, as the gold names it.</param>
/// <param name="Fields">Every field that the gold speaks of, also where there was nothing to find and nothing was found.</param>
/// <param name="SpansGood">Facts whose span slices back to their source, of <paramref name="SpansAll"/>.</param>
public sealed record ScoreCard(
    ImmutableArray<ScoredFact> Facts, ImmutableDictionary<string, string> Payers, ImmutableSortedSet<string> Fields, int SpansGood, int SpansAll)
{
    public int Documents => Payers.Count;

    /// <summary>In order of field name. A wrong value counts as one too many and one too few.</summary>
    public IReadOnlyList<(string Field, Tally Tally)> ByField(Func<ScoredFact, bool>? filter = null)
    {
        ILookup<string, ScoredFact> byField = Facts.Where(f => filter is null || filter(f)).ToLookup(f => f.Field);
        return [.. Fields.Select(field => (field, Count(byField[field])))];
    }

    /// <summary>Mean F1 over the fields that have anything to score.</summary>
    public double Mean(Func<ScoredFact, bool>? filter = null) =>
        ByField(filter).Where(f => f.Tally.Sum > 0).Select(f => f.Tally.F1).DefaultIfEmpty(0).Average();

    private static Tally Count(IEnumerable<ScoredFact> facts)
    {
        Tally sum = default;
        foreach (ScoredFact fact in facts)
        {
            sum += fact.Verdict switch
            {
                Verdict.Right => new Tally(1, 0, 0),
                Verdict.Extra => new Tally(0, 1, 0),
                Verdict.Missed => new Tally(0, 0, 1),
                _ => new Tally(0, 1, 1),
            };
        }
        return sum;
    }
}
