namespace Ingest.Store.Changes;

/// <summary>What a person would see on reading both versions, in the order of its weight.</summary>
internal static class ChangeFinder
{
    /// <summary>Two statements this alike are one that was reworded.</summary>
    private const double Reworded = 0.6;

    /// <summary>Reference entries share journal and year easily; the same work needs nearly all words in common.</summary>
    private const double SameWork = 0.8;

    public static IReadOnlyList<PolicyChange> Created(VersionFacts version) =>
        [new(ChangeKind.Created, version.Number, null, version.Title ?? version.Number ?? Wording.Shorten(version.Text.Trim(), 80))];

    public static IReadOnlyList<PolicyChange> Between(VersionFacts before, VersionFacts after)
    {
        var changes = new List<PolicyChange>();
        if (after.Archived && !before.Archived) changes.Add(new(ChangeKind.Retired, after.Number, before.Title, after.Title));
        if (Wording.Fold(before.Title) != Wording.Fold(after.Title)) changes.Add(new(ChangeKind.TitleChanged, after.Number, before.Title, after.Title));
        changes.AddRange(Positions(before, after));
        changes.AddRange(Criteria(before, after));
        changes.AddRange(CodeChanges.Between(before.Codes, after.Codes));
        changes.AddRange(Dates(before, after));
        changes.AddRange(History(before, after));
        changes.AddRange(Citations(before, after));
        changes.AddRange(TextChanges.Between(before, after));
        return [.. changes.Select(c => c with { Subject = Wording.Shorten(c.Subject, 200), Before = Wording.Shorten(c.Before), After = Wording.Shorten(c.After) })];
    }

    private static IEnumerable<PolicyChange> Positions(VersionFacts before, VersionFacts after)
    {
        if (before.Stance != after.Stance) yield return new(ChangeKind.StanceChanged, "policy", before.Stance, after.Stance);
        Pairing<PositionRow> pairs = Pairing<PositionRow>.Of(
            before.Positions, after.Positions,
            p => $"{p.Stance}|{p.Conditional}|{Wording.Fold(p.Statement)}",
            (a, b) => Wording.Likeness(Wording.Fold(a.Statement), Wording.Fold(b.Statement)), Reworded);
        foreach ((PositionRow a, PositionRow b) in pairs.Changed)
        {
            // Reworded with the same stance is a change of text, which the reader wants apart from a change of mind.
            bool sameMind = a.Stance == b.Stance && a.Conditional == b.Conditional;
            yield return new(sameMind ? ChangeKind.TextChanged : ChangeKind.StanceChanged, Subject(b), Line(a), Line(b));
        }
        foreach (PositionRow p in pairs.Gone) yield return new(ChangeKind.StanceChanged, Subject(p), Line(p), null);
        foreach (PositionRow p in pairs.New) yield return new(ChangeKind.StanceChanged, Subject(p), null, Line(p));

        static string Subject(PositionRow p) => p.Subject ?? Wording.Shorten(p.Statement, 80)!;
        static string Line(PositionRow p) => $"{p.Stance}{(p.Conditional ? " (criteria)" : "")}: {p.Statement}";
    }

    private static IEnumerable<PolicyChange> Criteria(VersionFacts before, VersionFacts after)
    {
        Dictionary<long, CriterionRow> old = before.Criteria.ToDictionary(c => c.Id), now = after.Criteria.ToDictionary(c => c.Id);
        Pairing<CriterionRow> pairs = Pairing<CriterionRow>.Of(
            before.Criteria, after.Criteria,
            c => $"{c.Operator}|{c.Minimum}|{Wording.Fold(c.Text)}",
            (a, b) => Wording.Likeness(Wording.Fold(a.Text), Wording.Fold(b.Text)), Reworded);
        foreach ((CriterionRow a, CriterionRow b) in pairs.Changed) yield return new(ChangeKind.CriteriaChanged, Path(b, now), Line(a), Line(b));
        foreach (CriterionRow c in pairs.Gone) yield return new(ChangeKind.CriteriaChanged, Path(c, old), Line(c), null);
        foreach (CriterionRow c in pairs.New) yield return new(ChangeKind.CriteriaChanged, Path(c, now), null, Line(c));

        static string Line(CriterionRow c) => c.Operator is null ? c.Text : $"[{c.Operator}{(c.Minimum is { } n ? $" {n}" : "")}] {c.Text}";

        // The root's words and the labels down to the criterion: where a reader finds it.
        static string Path(CriterionRow criterion, Dictionary<long, CriterionRow> all)
        {
            var labels = new Stack<string>();
            CriterionRow at = criterion;
            while (at.Parent is { } parent && all.TryGetValue(parent, out CriterionRow? up))
            {
                labels.Push(at.Label ?? "•");
                at = up;
            }
            string root = Wording.Shorten(at.Text, 80)!;
            return labels.Count == 0 ? root : $"{root} › {string.Join(" › ", labels)}";
        }
    }

    private static IEnumerable<PolicyChange> Dates(VersionFacts before, VersionFacts after)
    {
        ILookup<string, string> old = before.Dates.ToLookup(d => d.Kind, d => d.Date), now = after.Dates.ToLookup(d => d.Kind, d => d.Date);
        foreach (string kind in old.Select(g => g.Key).Union(now.Select(g => g.Key)).Order(StringComparer.Ordinal))
        {
            string[] a = [.. old[kind].Distinct()], b = [.. now[kind].Distinct()];
            if (!a.SequenceEqual(b)) yield return new(ChangeKind.DateChanged, kind, Joined(a), Joined(b));
        }
        static string? Joined(string[] dates) => dates.Length == 0 ? null : string.Join(", ", dates);
    }

    private static IEnumerable<PolicyChange> History(VersionFacts before, VersionFacts after)
    {
        HashSet<string> known = [.. before.History.Select(Key)];
        return after.History.Where(h => !known.Contains(Key(h))).Select(h => new PolicyChange(ChangeKind.HistoryAdded, h.Date, null, h.Note ?? h.Actor ?? h.Date));

        static string Key(HistoryRow h) => $"{h.Date}|{Wording.Fold(h.Note ?? h.Actor)}";
    }

    private static IEnumerable<PolicyChange> Citations(VersionFacts before, VersionFacts after)
    {
        HashSet<string> old = [.. before.Citations.SelectMany(Identifiers)], now = [.. after.Citations.SelectMany(Identifiers)];
        Pairing<CitationRow> pairs = Pairing<CitationRow>.Of(
            [.. before.Citations.Where(c => !Identifiers(c).Any(now.Contains))], [.. after.Citations.Where(c => !Identifiers(c).Any(old.Contains))],
            c => Wording.Fold(c.Raw), (a, b) => Wording.Likeness(Wording.Fold(a.Raw), Wording.Fold(b.Raw)), SameWork);
        // The same work told otherwise: a guideline in its next edition, a corrected page number.
        foreach ((CitationRow a, CitationRow b) in pairs.Changed) yield return new(ChangeKind.TextChanged, "reference", a.Raw, b.Raw);
        foreach (CitationRow c in pairs.Gone) yield return new(ChangeKind.CitationRemoved, c.Doi ?? c.Pmid, c.Raw, null);
        foreach (CitationRow c in pairs.New) yield return new(ChangeKind.CitationAdded, c.Doi ?? c.Pmid, null, c.Raw);

        static IEnumerable<string> Identifiers(CitationRow c)
        {
            if (c.Doi is not null) yield return "doi:" + c.Doi.ToLowerInvariant();
            if (c.Pmid is not null) yield return "pmid:" + c.Pmid;
        }
    }
}
