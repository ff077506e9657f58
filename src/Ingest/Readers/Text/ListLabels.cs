using System.Text.RegularExpressions;

namespace Ingest.Readers.Text;

internal enum LabelKind { Bullet, Number, UpperLetter, LowerLetter, UpperRoman, LowerRoman }

/// <param name="Printed">The label as printed, with its punctuation; null for a Markdown bullet, which is a mark and no text.</param>
/// <param name="Form">What else tells two series apart: the glyph of a bullet, the punctuation around a number.</param>
/// <param name="Length">Characters of the line up to the item's content.</param>
internal readonly record struct ListLabel(LabelKind Kind, int Ordinal, string Form, string? Printed, int Length)
{
    public bool IsSeries(ListLabel other) => Kind == other.Kind && string.Equals(Form, other.Form, StringComparison.Ordinal);

    public bool Follows(ListLabel other) => IsSeries(other) && (Kind == LabelKind.Bullet || Ordinal == other.Ordinal + 1);
}

/// <summary>Labels of list items at the start of a line: bullets, numbers, letters, roman numerals.</summary>
internal static partial class ListLabels
{
    private const string Bullets = "•●○◦▪■□▫–➢➤✓✔►‣·∙§\uF0B7\uF0A7\uF0D8\uF06F";

    [GeneratedRegex(@"^(?<open>\()?(?:(?<number>\d{1,3}(?:\.\d{1,2}){0,3})|(?<roman>[ivxIVX]{1,5})|(?<letter>[A-Za-z]))(?<close>\.\)|[.)])(?=\s|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    /// <summary>"1 - Diagnosis of …" and, under it, "1.1 Trial of …": numbers without a point of their own.</summary>
    [GeneratedRegex(@"^(?:(?<number>\d{1,2})(?<close> [-–])(?= [A-Z])|(?<number>\d{1,2}(?:\.\d{1,2}){1,3})(?= [A-Z]))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex DashedLabel();

    /// <summary>The label of a line in a list that is numbered "1 -", "1.1"; empty where it has none.</summary>
    /// <param name="inside">Whether a list so numbered is open, without which "1.1 …" is a quantity.</param>
    public static ListLabel[] OfDashed(string line, bool inside)
    {
        Match match = DashedLabel().Match(line);
        if (!match.Success || !match.Groups["close"].Success && !inside) return [];
        string number = match.Groups["number"].Value;
        int dot = number.LastIndexOf('.');
        return [new(LabelKind.Number, int.Parse(number[(dot + 1)..], System.Globalization.CultureInfo.InvariantCulture), number[..(dot + 1)] + Dash, match.Value, match.Length)];
    }

    /// <summary>The form of such labels.</summary>
    public const string Dash = " -";

    /// <summary>The readings of the label at the start of <paramref name="line"/>; two where a letter may be a roman numeral, none where it has none.</summary>
    public static ListLabel[] Of(string line, bool markdown)
    {
        if (line.Length == 0) return [];
        bool glyph = Bullets.Contains(line[0], StringComparison.Ordinal);
        bool mark = line[0] is '-' or '*' or '+' && line.Length > 1 && line[1] == ' ';
        if (mark || (glyph && line.Length > 1 && (line[1] is ' ' or '\t' || line[0] > '\u2021')) || (line[0] == 'o' && line.Length > 2 && line[1] is ' ' or '\t'))
        {
            return [new(LabelKind.Bullet, 0, mark && markdown ? "-" : line[..1], mark && markdown ? null : line[..1], 1)];
        }
        Match match = Label().Match(line);
        if (!match.Success) return [];
        string form = (match.Groups["open"].Success ? "(" : "") + match.Groups["close"].Value;
        ListLabel Make(LabelKind kind, int ordinal, string prefix = "") => new(kind, ordinal, prefix + form, match.Value, match.Length);
        if (match.Groups["number"].Success)
        {
            string number = match.Groups["number"].Value;
            int dot = number.LastIndexOf('.');
            return [Make(LabelKind.Number, int.Parse(number[(dot + 1)..], System.Globalization.CultureInfo.InvariantCulture), number[..(dot + 1)])];
        }
        string letters = match.Groups["roman"].Success ? match.Groups["roman"].Value : match.Groups["letter"].Value;
        bool upper = char.IsUpper(letters[0]);
        int value = Roman(letters.ToUpperInvariant());
        ListLabel? roman = value > 0 ? Make(upper ? LabelKind.UpperRoman : LabelKind.LowerRoman, value) : null;
        if (letters.Length > 1) return roman is { } only ? [only] : [];
        ListLabel letter = Make(upper ? LabelKind.UpperLetter : LabelKind.LowerLetter, char.ToUpperInvariant(letters[0]) - 'A' + 1);
        return roman is { } both ? [letter, both] : [letter];
    }

    /// <summary>Value of a roman numeral of I, V and X, 0 where it is not written as one.</summary>
    private static int Roman(string numeral)
    {
        int value = 0;
        for (int i = 0; i < numeral.Length; i++)
        {
            int digit = Digit(numeral[i]);
            if (digit == 0) return 0;
            value += i + 1 < numeral.Length && digit < Digit(numeral[i + 1]) ? -digit : digit;
        }
        return string.Equals(Write(value), numeral, StringComparison.Ordinal) ? value : 0;

        static int Digit(char c) => c switch { 'I' => 1, 'V' => 5, 'X' => 10, _ => 0 };

        static string Write(int value)
        {
            string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
            return value is > 0 and < 40 ? new string('X', value / 10) + ones[value % 10] : "";
        }
    }
}
