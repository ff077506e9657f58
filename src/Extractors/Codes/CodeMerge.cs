using System.Collections.Immutable;
using Ingest.Extractors.Positions;

namespace Ingest.Extractors.Codes;

/// <summary>
/// One row for each code, system and stance. A code that is listed several times under one stance is one row, at its surest listing; one under two
/// stances is two rows, each where it takes its stance; a listing without stance adds its words to the row that has one.
/// </summary>
internal static class CodeMerge
{
    public static ImmutableArray<PolicyCode> Merge(List<ListedCode> listed)
    {
        var rows = ImmutableArray.CreateBuilder<PolicyCode>();
        foreach (var same in listed.GroupBy(l => (l.Mention.System, l.Mention.Code, l.Mention.CodeEnd)))
        {
            ImmutableArray<ListedCode> all = [.. same.OrderBy(l => l.Place).ThenBy(l => l.Span)];
            ImmutableArray<Stance> stances = [.. all.Where(l => l.Stance is not null).Select(l => l.Stance!.Value).Distinct()];
            if (stances.IsEmpty)
            {
                rows.Add(Row(all, null));
                continue;
            }
            foreach (Stance stance in stances) rows.Add(Row([.. all.Where(l => l.Stance == stance), .. all.Where(l => l.Stance is null)], stance));
        }
        return [.. rows.OrderBy(r => r.Span).ThenBy(r => r.Stance)];
    }

    /// <summary>The row of one code under one stance. It stands where the code is described, if anywhere, else at its first listing.</summary>
    private static PolicyCode Row(ImmutableArray<ListedCode> listings, Stance? stance)
    {
        ListedCode home = listings.FirstOrDefault(l => l.Description is not null && l.Place <= ListingPlace.CodeList) ?? listings.OrderBy(l => l.Place).First();
        var remarks = default(CodeRemark);
        foreach (ListedCode listing in listings) remarks = new(remarks.Note ?? listing.Remark.Note, null, remarks.Effective ?? listing.Remark.Effective, remarks.End ?? listing.Remark.End);
        string? group = (home.Group.Label is not null && (stance is null || home.Stance == stance) ? home : listings.FirstOrDefault(l => l.Group.Label is not null))?.Group.Label;
        string? note = home.Mention.IsWildcard ? Join("with open places", remarks.Note) : remarks.Note;
        double sure = 1;
        foreach (ListedCode listing in listings) sure *= 1 - listing.Confidence;
        return new(
            home.Mention.Code, home.Mention.CodeEnd, home.Mention.System, home.Description, note, group, stance, remarks.Effective, remarks.End,
            home.Section, home.Span, Math.Round(Math.Min(0.99, Math.Max(home.Confidence, 1 - sure)), 2));
    }

    private static string Join(string first, string? second) => second is null ? first : $"{first}; {second}";
}
