using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Ingest.Extractors.Sections.Training;

/// <summary>
/// Labelled sections as tab-separated lines that diff well: document, payer, level, kind, what the first rules said, heading, place, the counts of the body and the hashes
/// of its first words. Headings are facts and stand as printed; nothing else of a document's text is kept.
/// </summary>
public static class SectionLabels
{
    private const string Header =
        "document\tpayer\tlevel\tkind\tfirst\theading\tplace\tblocks\tparagraphs\titems\ttables\tcharacters\tfields\tcodes\tdates\treferences\turls\tstances\ttrials\tstudies\tmodals\twords";

    private const int Columns = 22;

    private const string Unlabelled = "-";

    public static string Write(IEnumerable<LabelledPolicy> policies)
    {
        var lines = new StringBuilder(Header).Append('\n');
        foreach (LabelledPolicy policy in policies)
        {
            foreach ((SectionTraits traits, SectionKind? kind, SectionKind? first) in policy.Sections)
            {
                BodyTraits b = traits.Body;
                lines.Append(policy.Document).Append('\t').Append(policy.Payer).Append('\t').Append(traits.Level).Append('\t')
                    .Append(Name(kind)).Append('\t').Append(Name(first)).Append('\t').Append(traits.Heading.ReplaceLineEndings(" ").Replace('\t', ' '));
                foreach (int count in new[] { traits.Place, b.Blocks, b.Paragraphs, b.Items, b.Tables, b.Characters, b.Fields, b.Codes, b.Dates, b.References, b.Urls, b.Stances, b.Trials, b.Studies, b.Modals })
                {
                    lines.Append('\t').Append(count.ToString(CultureInfo.InvariantCulture));
                }
                lines.Append('\t').AppendJoin(' ', b.Words.Select(w => w.ToString("x4", CultureInfo.InvariantCulture))).Append('\n');
            }
        }
        return lines.ToString();
    }

    /// <exception cref="FormatException">A line has not the columns of the header, or a value that is none; the message names the line.</exception>
    public static ImmutableArray<LabelledPolicy> Parse(string text)
    {
        var policies = new List<(string Document, string Payer, List<LabelledSection> Sections)>();
        int number = 0;
        foreach (string line in text.Split('\n'))
        {
            number++;
            if (line.Length == 0 || (number == 1 && string.Equals(line, Header, StringComparison.Ordinal))) continue;
            string[] cells = line.TrimEnd('\r').Split('\t');
            if (cells.Length != Columns) throw new FormatException($"Line {number} has {cells.Length} columns, not {Columns}.");
            if (policies.Count == 0 || policies[^1].Document != cells[0]) policies.Add((cells[0], cells[1], []));
            policies[^1].Sections.Add(Section(cells, number, policies[^1].Sections));
        }
        return [.. policies.Select(p => new LabelledPolicy(p.Document, p.Payer, [.. p.Sections]))];
    }

    private static LabelledSection Section(string[] cells, int line, List<LabelledSection> before)
    {
        int Number(int column) => int.TryParse(cells[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? value : throw new FormatException($"Line {line}: '{cells[column]}' is no number.");
        ImmutableArray<ushort> words =
        [
            .. cells[21].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => ushort.TryParse(w, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort hash) ? hash : throw new FormatException($"Line {line}: '{w}' is no hash.")),
        ];
        var body = new BodyTraits(
            Number(7), Number(8), Number(9), Number(10), Number(11), Number(12), Number(13), Number(14), Number(15), Number(16), Number(17), Number(18), Number(19), Number(20), words);
        int level = Number(2);
        int parent = before.FindLastIndex(s => s.Traits.Level < level && s.Traits.Heading.Length > 0);
        return new(new(cells[5], level, parent < 0 ? null : parent, Number(6), body), Kind(cells[3], line), Kind(cells[4], line));
    }

    private static string Name(SectionKind? kind) => kind is { } k ? ContractName.Of(k) : Unlabelled;

    private static SectionKind? Kind(string cell, int line) =>
        cell == Unlabelled ? null : ContractName.TryParse(cell, out SectionKind kind) ? kind : throw new FormatException($"Line {line}: '{cell}' is no kind of section.");
}
