using System.Text.RegularExpressions;

namespace Ingest.Readers.Html;

/// <summary>How deep the elements of a page nest, before anything is built of them: the parser's time grows with the square of the depth.</summary>
internal static partial class HtmlNesting
{
    /// <summary>Site builders reach about a hundred; pages with forgotten end tags a few hundred.</summary>
    public const int Deepest = 1000;

    /// <summary>Elements that end without an end tag (HTML, 13.1.2) say nothing of nesting, and void ones have none.</summary>
    [GeneratedRegex(@"</?(?!(?:p|li|td|th|tr|dt|dd|option|br|img|input|meta|link|hr|col|wbr|area|base|embed|source|track|param|tbody|thead)[\s>/])[a-z][a-z0-9:-]*[\s>/]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    public static bool IsTooDeep(string page)
    {
        int depth = 0;
        foreach (ValueMatch tag in Tag().EnumerateMatches(page))
        {
            bool selfClosed = page[tag.Index + tag.Length - 1] == '/';
            depth = page[tag.Index + 1] == '/' ? Math.Max(0, depth - 1) : selfClosed ? depth : depth + 1;
            if (depth > Deepest) return true;
        }
        return false;
    }
}
