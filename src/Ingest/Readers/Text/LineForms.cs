using System.Text.RegularExpressions;

namespace Ingest.Readers.Text;

/// <summary>The forms of lines by which <see cref="BlockPass"/> tells what they are or whether they begin something.</summary>
internal static partial class LineForms
{
    [GeneratedRegex(@"^(?<marks>#{1,6})\s+(?<text>\S.*?)\s*#*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    public static partial Regex MarkedHeading();

    [GeneratedRegex(@"^(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:[-*_]\s){2,}[-*_])$", RegexOptions.CultureInvariant)]
    public static partial Regex Rule();

    [GeneratedRegex(@"^[\s|:\t-]*-{3,}[\s|:\t-]*$", RegexOptions.CultureInvariant)]
    public static partial Regex TableRule();

    [GeneratedRegex(@"^(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*[.,;]?|®|™|TM|SM)$", RegexOptions.CultureInvariant)]
    public static partial Regex Superscript();

    /// <summary>A row that stands on its own line: a date, a procedure or diagnosis code, the number of a policy, or a short label with a colon.</summary>
    [GeneratedRegex(@"^(?:\d{1,2}/(?:\d{1,2}/)?\d{2,4}\b|\d{4}[0-9A-Z](?:\s|,\s?[0-9A-Z])|[A-Z]\d{4}(?:\s|,\s?[0-9A-Z])|NCT\d{8}\b|https?:|[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\s|\d{1,2}\.\d{2}\.\d{2,3}\s+[A-Z]|[A-Z]{2,6}(?:[-.][A-Z]{2,6})*[-.]\d{2,}\s+[A-Z]|(?:CPT|HCPCS|ICD-?10)[\w®/ -]{0,30}:\s|[A-Z*][A-Za-z()/#*. ]{2,38}:(?:\s|$))", RegexOptions.CultureInvariant)]
    public static partial Regex RowStart();

    [GeneratedRegex(@"^(?:Table|Figure|Exhibit)\s+\w{1,3}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Caption();

    [GeneratedRegex(@"^\**[A-Z][\w()/# ]{2,40}:\**(?:\s+\S|$)", RegexOptions.CultureInvariant)]
    public static partial Regex Field();

    /// <summary>A line that is the name of a code set heads the codes below it, whatever stands right above.</summary>
    [GeneratedRegex(@"^(?:CPT|HCPCS|ICD-?10(?:-CM|-PCS)?|CPT\s?/\s?HCPCS|Revenue|Modifier)[®*]?(?:\s(?:Level II|procedure|diagnosis))?(?:\scodes?)?:?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex NamesCodes();

    /// <summary>Columns set apart by blanks.</summary>
    [GeneratedRegex(@"\S {3,}\S", RegexOptions.CultureInvariant)]
    public static partial Regex Columns();

    /// <summary>What <see cref="TitleField"/> can match at most: its label, marks and 200 characters. In UTF-16 units.</summary>
    public const int LongestTitleField = 240;

    /// <summary>A labelled title that is long enough to have been broken.</summary>
    [GeneratedRegex(@"^\**(?:(?:policy|guideline|document)\s)?(?:title|subject|name):\**\s.{30,200}$", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    public static partial Regex TitleField();

    /// <summary>An identifier that only goes on with a reference.</summary>
    [GeneratedRegex(@"^(?:PMID|PMCID|doi)\b[:\s]*[\d.]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Identifier();
}
