using System.Text.RegularExpressions;
using Ingest.Extractors.Dates;
using Ingest.Extractors.Documents;

namespace Ingest.Extractors.Trials;

/// <summary>
/// Reads trials in running text, and tables of trials that lost their cells: an entry begins with its number and goes on, perhaps over several
/// short blocks, to the next number.
/// </summary>
internal sealed partial class TrialEntries(string text)
{
    /// <summary>An entry set as text is its name, its enrolment and date: more blocks, or longer ones, are other matter.</summary>
    private const int MostBlocks = 5, LongestBlock = 320;

    private (string Nct, SourceSpan Span)? _open;
    private int _blocks;
    private string? _state, _stateOfOpen;

    public List<Trial> Found { get; } = [];

    public void Read(SourceSpan block)
    {
        string words = block.Slice(text);
        (string Nct, SourceSpan Span)[] numbers = [.. TrialWords.Numbers(text, block)];
        if (numbers.Length == 0)
        {
            if (TrialWords.IsStatusAlone(words))
            {
                Close();
                _state = TrialWords.StatusIn(words);
            }
            else if (_open is { } open && ++_blocks < MostBlocks && words.Length <= LongestBlock && !Foot().IsMatch(words)) _open = (open.Nct, SourceSpan.Cover(open.Span, block));
            else Close();
            return;
        }
        Close();
        for (int i = 0; i < numbers.Length; i++)
        {
            int from = i == 0 ? block.Start : numbers[i - 1].Span.End;
            bool begins = Lead().IsMatch(text.AsSpan(from, numbers[i].Span.Start - from)) || LineStart().IsMatch(text.AsSpan(from, numbers[i].Span.Start - from));
            SourceSpan entry = begins ? new SourceSpan(numbers[i].Span.Start, i + 1 < numbers.Length ? numbers[i + 1].Span.Start : block.End).Trim(text) : numbers[i].Span;
            (_open, _blocks, _stateOfOpen) = ((numbers[i].Nct, entry), begins ? 0 : MostBlocks, begins ? _state : null);
            if (i + 1 < numbers.Length || !begins) Close();
        }
    }

    public void Close()
    {
        if (_open is not { } open) return;
        _open = null;
        string words = White().Replace(open.Span.Slice(text), " ");
        Match number = Number().Match(words);
        string rest = number.Success ? words[number.Length..].Trim(' ', ':', '-', '–', '.') : "";
        Match end = CountAndDate().Match(rest);
        string title = (end.Success ? rest[..end.Index] : rest).Trim(' ', ',', ';', '.', '(', ')');
        PartialDate? completion = end.Success ? TrialWords.CompletionIn(end.Groups["date"].Value) : null;
        int? count = end.Groups["n"].Success ? TrialWords.CountIn(end.Groups["n"].Value) : null;
        string? state = end.Success ? TrialWords.StatusIn(rest[end.Index..]) ?? _stateOfOpen : _stateOfOpen;
        Found.Add(new(open.Nct, title.Length > 8 && title.Contains(' ', StringComparison.Ordinal) ? title : null, state, count, completion, open.Span));
    }

    [GeneratedRegex(@"^[\s•·▪*(\-–]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\n[\s•·▪*(\-–]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"^NCT\s?(?:No\.?\s?)?\d{8}(?:\s?[a-z](?![a-z]))?", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    /// <summary>The end of a table row set as text: "118 March 2024", with the state of the trial after it.</summary>
    [GeneratedRegex(
        @"(?:\b(?<n>\d{1,3}(?:,\d{3})+|\d{1,6})\s+)?(?<date>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s(?:19|20)\d\d)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CountAndDate();

    [GeneratedRegex(@"^(?:NCT\s?:|https?:|[a-z†*]?\s?denotes\b|NCT No|Table\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foot();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex White();
}
