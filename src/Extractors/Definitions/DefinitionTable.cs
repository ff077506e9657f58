using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Definitions;

/// <summary>Tables of terms and meanings: the columns are known by their headers, else there are two of them.</summary>
internal static partial class DefinitionTable
{
    /// <summary>"Uniparental disomy" and "Female" are meanings in a table of abbreviations; a sign or a number is none. In UTF-16 units.</summary>
    private const int ShortestMeaning = 3;

    /// <summary>Columns of the term and of its meaning, -1 where the table defines nothing; <c>Headed</c> where the first row names them.</summary>
    public static (int Term, int Meaning, bool Headed) ColumnsOf(string text, TableBlock table)
    {
        TableCell[] first = table.Rows > 1 ? [.. table.Row(0).Where(c => c.Row == 0 && !c.Span.IsEmpty)] : [];
        TableCell? meaning = first.FirstOrDefault(c => MeaningHeader().IsMatch(c.Span.Slice(text)));
        TableCell? term = first.LastOrDefault(c => c != meaning && TermHeader().IsMatch(c.Span.Slice(text)))
            ?? (meaning is null ? null : first.LastOrDefault(c => c.Column < meaning.Column));
        if (term is not null && meaning is not null && term.Column != meaning.Column) return (term.Column, meaning.Column, true);
        return table.Columns == 2 ? (0, 1, term is not null || meaning is not null) : (-1, -1, false);
    }

    public static void Read(string text, TableBlock table, ImmutableArray<Definition>.Builder found)
    {
        (int termColumn, int meaningColumn, bool headed) = ColumnsOf(text, table);
        if (termColumn < 0 || (!headed && table.Cells.Count(c => c.Column == meaningColumn && c.Span.Slice(text).Any(char.IsLetter)) * 2 < table.Rows)) return;
        for (int row = headed ? 1 : 0; row < table.Rows; row++)
        {
            TableCell[] cells = [.. table.Row(row).Where(c => c.Row == row && !c.Span.IsEmpty)];
            if (cells.FirstOrDefault(c => c.Column == termColumn) is not { } first || cells.FirstOrDefault(c => c.Column == meaningColumn) is not { } second) continue;
            SourceSpan term = first.Span.Trim(text), meaning = second.Span.Trim(text);
            // The header again at the top of another page.
            if (headed && MeaningHeader().IsMatch(meaning.Slice(text))) continue;
            if (term.Length > DefinitionExtractor.LongestTerm || meaning.Length < ShortestMeaning || !meaning.Slice(text).Any(char.IsLetter) || !term.Slice(text).Any(char.IsLetter)) continue;
            found.Add(new(DefinitionExtractor.Tidy(term.Slice(text)), meaning.Slice(text), SourceSpan.Cover(term, meaning)));
        }
    }

    [GeneratedRegex(@"^\W*(?:(?:defined\s)?terms?|words?|phrases?|acronyms?|abbreviations?|name)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TermHeader();

    [GeneratedRegex(@"^\W*(?:definitions?|meanings?|explanation|descriptions?)\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MeaningHeader();
}
