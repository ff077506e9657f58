using System.Text.RegularExpressions;

namespace Ingest.Extractors.Language;

/// <summary>
/// A list label read as a place in a sequence: "iv)" is the fourth of its kind. Some labels have two readings ("i", "C"), so callers
/// ask whether one label follows another rather than for its value.
/// </summary>
/// <param name="Mark">What stands around the counter ("()", ".", ")"); for bullets the glyph. Labels of one level share it.</param>
/// <param name="Counter">The counter alone ("iv"); empty for bullets.</param>
public readonly partial record struct ListLabel(string Mark, string Counter)
{
    private enum LabelStyle { Digit, UpperLetter, LowerLetter, UpperRoman, LowerRoman }

    /// <summary>A sequence of letters that starts with "i", "v" … is far more often roman; longer counters are only roman.</summary>
    private const string RomanDigits = "ivxlc";

    public bool IsBullet => Counter.Length == 0;

    /// <summary>Whether counters are digits, capitals or small letters; two labels of one level never differ in it.</summary>
    public char Class => IsBullet ? '•' : char.IsAsciiDigit(Counter[0]) ? '1' : char.IsAsciiLetterUpper(Counter[0]) ? 'A' : 'a';

    /// <summary>Reads a label as printed, "A.", "(1)", "iv)", "•"; never fails: what has no counter is a bullet.</summary>
    public static ListLabel Parse(ReadOnlySpan<char> label)
    {
        // "1 -" is a number with its mark.
        string printed = label.Trim().ToString().Replace(" ", "", StringComparison.Ordinal);
        Match match = Numbered().Match(printed);
        // A lone small "o" is what a round bullet turns into where its font is lost.
        return match.Success && printed != "o"
            ? new(match.Groups["open"].Value + match.Groups["close"].Value, match.Groups["counter"].Value)
            : new(printed, "");
    }

    /// <summary>The counter for people: "A", "1", "iv"; null for bullets.</summary>
    public string? Name => IsBullet ? null : Counter;

    /// <summary>Whether this label can open a list: 1, A, a, I or i, or a bullet.</summary>
    public bool CanBeFirst => IsBullet || Counter is "1" or "A" or "a" or "I" or "i";

    /// <summary>Whether this label can come right after <paramref name="previous"/> in one list; a counter may skip one that was lost.</summary>
    public bool Follows(ListLabel previous)
    {
        if (Mark != previous.Mark || IsBullet != previous.IsBullet) return false;
        if (IsBullet) return true;
        foreach (LabelStyle style in Enum.GetValues<LabelStyle>())
        {
            if (Value(previous.Counter, style) is { } before && Value(Counter, style) is { } place && place - before is 1 or 2) return true;
        }
        return false;
    }

    /// <summary>1-based place of a counter in <paramref name="style"/>; null where it cannot be read so.</summary>
    private static int? Value(string counter, LabelStyle style) => style switch
    {
        LabelStyle.Digit => int.TryParse(counter, out int number) ? number : null,
        LabelStyle.UpperLetter => counter.Length == 1 && char.IsAsciiLetterUpper(counter[0]) ? counter[0] - 'A' + 1 : null,
        LabelStyle.LowerLetter => counter.Length == 1 && char.IsAsciiLetterLower(counter[0]) ? counter[0] - 'a' + 1 : null,
        LabelStyle.UpperRoman => char.IsUpper(counter[0]) ? Roman(counter.ToLowerInvariant()) : null,
        LabelStyle.LowerRoman => char.IsLower(counter[0]) ? Roman(counter) : null,
        _ => null,
    };

    private static int? Roman(string counter)
    {
        ReadOnlySpan<int> worth = [1, 5, 10, 50, 100];
        int sum = 0, largest = 0;
        for (int i = counter.Length - 1; i >= 0; i--)
        {
            int digit = RomanDigits.IndexOf(counter[i], StringComparison.Ordinal);
            if (digit < 0) return null;
            sum += worth[digit] < largest ? -worth[digit] : worth[digit];
            largest = Math.Max(largest, worth[digit]);
        }
        return sum;
    }

    [GeneratedRegex(@"^(?<open>(?:[\dA-Za-z]{1,3}\.){0,4}[(\[]?)(?<counter>\d{1,3}|[A-Za-z]|[ivxlcIVXLC]{2,6})(?<close>[.):\]\-]{0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
