namespace Ingest.Extractors.Positions;

/// <summary>How plainly a phrase takes a stance, from what only leans to one to a full "is considered …".</summary>
internal enum ClaimStrength { Leaning, Plain, Explicit }

/// <summary>One stance taken in a statement. Offsets are into the statement's <see cref="Wording.Plain"/> wording.</summary>
/// <param name="Subject">What the stance is on, where the statement names it.</param>
/// <param name="Start">Where the phrase that takes the stance begins.</param>
/// <param name="End">Where it ends; conditions follow.</param>
internal readonly record struct StanceClaim(Stance Stance, string? Subject, int Start, int End, ClaimStrength Strength, double Confidence)
{
    /// <summary>Whether the words of the claim's own clause say that criteria decide.</summary>
    public bool Conditional { get; init; }
}
