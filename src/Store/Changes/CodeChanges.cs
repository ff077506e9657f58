namespace Ingest.Store.Changes;

/// <summary>Codes that came, went, or are told of otherwise. A code listed several times is one code with several tellings.</summary>
internal static class CodeChanges
{
    public static IEnumerable<PolicyChange> Between(IReadOnlyList<CodeRow> before, IReadOnlyList<CodeRow> after)
    {
        ILookup<string, CodeRow> old = before.ToLookup(c => c.Name), now = after.ToLookup(c => c.Name);
        foreach (IGrouping<string, CodeRow> code in old.Where(c => !now.Contains(c.Key)))
            yield return new(ChangeKind.CodeRemoved, code.Key, Told(code), null);
        foreach (IGrouping<string, CodeRow> code in now.Where(c => !old.Contains(c.Key)))
            yield return new(ChangeKind.CodeAdded, code.Key, null, Told(code));
        foreach (IGrouping<string, CodeRow> code in now.Where(c => old.Contains(c.Key)))
        {
            if (!Meaning(old[code.Key]).SetEquals(Meaning(code))) yield return new(ChangeKind.CodeChanged, code.Key, Told(old[code.Key]), Told(code));
        }
    }

    private static HashSet<string> Meaning(IEnumerable<CodeRow> rows) =>
        [.. rows.Select(c => $"{Wording.Fold(c.Description)}|{Wording.Fold(c.Note)}|{c.Stance}|{c.EffectiveDate}|{c.EndDate}")];

    private static string Told(IEnumerable<CodeRow> rows) => string.Join(" / ", rows.Select(Told).Distinct());

    private static string Told(CodeRow c)
    {
        string?[] parts =
        [
            c.Description, c.Stance is null ? null : $"[{c.Stance}]", c.Note is null ? null : $"({c.Note})",
            c.EffectiveDate is null ? null : $"from {c.EffectiveDate}", c.EndDate is null ? null : $"until {c.EndDate}",
        ];
        string told = string.Join(' ', parts.OfType<string>());
        return told.Length > 0 ? told : c.Code;
    }
}
