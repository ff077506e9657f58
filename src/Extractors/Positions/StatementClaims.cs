using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Ingest.Extractors.Positions;

/// <summary>The stances of one statement by its form: sentences by the grammar, headings where they say a whole one, cells and lines by their labels.</summary>
internal static partial class StatementClaims
{
    /// <summary>Headings longer than this are sentences set in bold.</summary>
    private const int LongestTitle = 80;

    /// <summary>What a label in the same line is said of has at least so many letters.</summary>
    private const int LeastLabelled = 10;

    public static IEnumerable<StanceClaim> Of(Statement statement)
    {
        if (statement.IsQuestion) return [];
        ImmutableArray<StanceClaim> claims = StanceGrammar.Read(statement.Words, statement.LeadsList);
        if (statement.Form == StatementForm.Heading)
            return StanceLabels.Read(statement.Words).Count > 0 ? [] : claims.Where(c => c.Strength == ClaimStrength.Explicit || c.Stance == Stance.PriorAuthorization || c.Strength == ClaimStrength.Plain && (statement.LeadsList || statement.Words.Length > LongestTitle));
        if (claims.IsEmpty && RunInLabel(statement) is { Count: > 0 } labelled) return labelled;
        // An item's leaning words most often are one of the criteria of what stands above it.
        if (statement.Form == StatementForm.ListItem)
            return claims.Where(c => c.Strength > ClaimStrength.Leaning || c.Conditional && c.Stance == Stance.MedicallyNecessary);
        if (!claims.IsEmpty || statement.Form != StatementForm.Cell) return claims;
        return CellClaims(statement);
    }

    /// <summary>A cell that is a stance is said of its row; a cell under a stance is what the stance is on.</summary>
    private static IEnumerable<StanceClaim> CellClaims(Statement statement)
    {
        bool isStance = statement.RowLabel is { } row && StanceLabels.Read(row).Count == 0 && StanceLabels.Read(statement.Words).Count > 0;
        if (statement.ColumnHeader is { } asked && StatementReader.IsAnswer(statement.Words))
        {
            bool granted = statement.Words.StartsWith('Y') || statement.Words.StartsWith('y') || statement.Words.StartsWith("req", StringComparison.OrdinalIgnoreCase);
            if (granted && StanceGrammar.Read(asked, leadsList: false) is [{ Stance: Stance.PriorAuthorization } required]) yield return required with { Subject = statement.RowLabel is { } named && LinesOfBusiness.OfLabel(named) is null ? named : null };
            yield break;
        }
        // "Service | Covered | Not covered": the cell says under which conditions, the row of what.
        bool ofRow = !isStance && statement.RowLabel is not null && statement.RowHeader is { } heading && StanceLabels.Read(heading).Count == 0 && statement.ColumnHeader is not null;
        bool all = !isStance && statement.RowLabel is not null && Wide().IsMatch(statement.Words);
        if (!isStance && !all && (statement.ColumnHeader is null || statement.Words.Length < (ofRow ? 5 : 12) || ofRow && StanceLabels.IsEmpty(statement.Words))) yield break;
        string label = isStance ? statement.Words : statement.ColumnHeader ?? "";
        foreach (Stance stance in StanceLabels.Read(label))
            yield return new(stance, isStance || all || ofRow ? statement.RowLabel : Clauses.Tidy(statement.Words), 0, 0, ClaimStrength.Plain, 0.7)
            {
                Conditional = StanceLabels.IsConditional(label) || ofRow && !all && stance == Stance.MedicallyNecessary,
            };
    }

    /// <summary>What says only that nothing of the row is left out.</summary>
    [GeneratedRegex(@"^(?:all|any|every)(?: other)?(?: uses?| indications?| conditions?| services?| situations?)?\.?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    /// <summary>"Not covered: X": a stance as the label of what it is on, in one line.</summary>
    private static List<StanceClaim> RunInLabel(Statement statement)
    {
        int colon = statement.Words.IndexOf(':');
        if (colon <= 0 || colon + LeastLabelled > statement.Words.Length) return [];
        string label = statement.Words[..colon], said = statement.Words[(colon + 1)..].Trim();
        if (StanceLabels.IsEmpty(said) || StanceLabels.IsOfCodes(said)) return [];
        return
        [
            .. StanceLabels.Read(label).Select(s => new StanceClaim(s, StanceLabels.IsConditional(label) ? null : Clauses.UpToCondition(said.TrimEnd('.')), 0, colon, ClaimStrength.Plain, 0.7)
            {
                Conditional = StanceLabels.IsConditional(label) || Conditions.Decide("", statement.Words[colon..], s, statement.LeadsList),
            }),
        ];
    }
}
