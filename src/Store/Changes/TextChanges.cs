using System.Text;
using Ingest.Store.Tables;

namespace Ingest.Store.Changes;

/// <summary>
/// Sentences that came or went outside every fact that is compared by itself, a row a section. A sentence that only moved, or whose
/// line breaks fall elsewhere, is no change.
/// </summary>
internal static class TextChanges
{
    public static IEnumerable<PolicyChange> Between(VersionFacts before, VersionFacts after)
    {
        List<Sentence> old = Sentences(before), now = Sentences(after);
        Pairing<Sentence> pairs = Pairing<Sentence>.Of(old, now, s => s.Folded, (_, _) => 0, 1);
        ILookup<string, Sentence> gone = pairs.Gone.ToLookup(s => s.Section), fresh = pairs.New.ToLookup(s => s.Section);
        IEnumerable<string> order = now.Concat(old).Select(s => s.Section).Distinct();
        foreach (string section in order)
        {
            if (gone.Contains(section) || fresh.Contains(section))
                yield return new(ChangeKind.TextChanged, section, Joined(gone[section]), Joined(fresh[section]));
        }
    }

    private static string? Joined(IEnumerable<Sentence> sentences)
    {
        string joined = string.Join('\n', sentences.Select(s => s.Text));
        return joined.Length == 0 ? null : joined;
    }

    private static List<Sentence> Sentences(VersionFacts version)
    {
        string text = version.Text;
        bool[] told = Told(version);
        int[] offsets = CodePoints.Offsets(text);
        var sentences = new List<Sentence>();
        foreach (SectionRow section in version.Sections)
        {
            // A table of contents repeats headings, with page numbers that change by themselves.
            if (section.Kind == "contents") continue;
            string name = section.Heading ?? "(no heading)";
            int end = offsets[Math.Min(section.End, offsets.Length - 1)];
            var words = new StringBuilder();
            for (int i = offsets[Math.Min(section.Start, offsets.Length - 1)]; i <= end; i++)
            {
                bool outside = i == end || told[i];
                if (outside || EndsHere(text, i))
                {
                    if (!outside) words.Append(text[i]);
                    Add(sentences, name, words);
                }
                else
                {
                    words.Append(char.IsWhiteSpace(text[i]) ? ' ' : text[i]);
                }
            }
        }
        return sentences;
    }

    private static void Add(List<Sentence> sentences, string section, StringBuilder words)
    {
        string sentence = words.ToString().Trim();
        words.Clear();
        string folded = Wording.Fold(sentence);
        // Left-overs between facts: labels, single numbers.
        if (folded.Count(char.IsLetter) >= 3) sentences.Add(new(section, sentence, folded));
    }

    private static bool EndsHere(string text, int at)
    {
        char c = text[at];
        if (c is '\n' or '\t') return true;
        return c is '.' or '!' or '?' or ';' && at + 2 < text.Length && text[at + 1] == ' ' && !char.IsLower(text[at + 2]);
    }

    /// <summary>Which UTF-16 units belong to facts that are compared by themselves.</summary>
    private static bool[] Told(VersionFacts version)
    {
        int[] offsets = CodePoints.Offsets(version.Text);
        bool[] told = new bool[version.Text.Length];
        IEnumerable<PlacedRow> facts = [.. version.Positions, .. version.Criteria, .. version.Codes, .. version.Dates, .. version.History, .. version.Citations];
        foreach (PlacedRow fact in facts)
        {
            if (fact.Start >= 0 && fact.End < offsets.Length) told.AsSpan(offsets[fact.Start], offsets[fact.End] - offsets[fact.Start]).Fill(true);
        }
        return told;
    }

    private sealed record Sentence(string Section, string Text, string Folded);
}
