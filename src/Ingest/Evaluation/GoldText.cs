using System.Text;
using System.Text.Json;

namespace Ingest.Evaluation;

/// <summary>How the gold compares texts, and how its loose forms are read.</summary>
internal static class GoldText
{
    /// <summary>Lower case; Markdown marks dropped; runs of anything but ASCII letters and digits as one space.</summary>
    public static string Norm(string? text)
    {
        if (text is null) return "";
        var norm = new StringBuilder(text.Length);
        bool gap = false;
        foreach (char raw in text)
        {
            char c = char.ToLowerInvariant(raw);
            if (c is '*' or '_' or '#' or '\\') continue;
            if (!char.IsAsciiLetterOrDigit(c))
            {
                gap = true;
                continue;
            }
            if (gap && norm.Length > 0) norm.Append(' ');
            gap = false;
            norm.Append(c);
        }
        return norm.ToString();
    }

    /// <summary>A scalar as text; null for JSON null.</summary>
    public static string? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        _ => element.GetRawText(),
    };

    /// <summary>Where a list stands in the place of one value, each of its values is right.</summary>
    public static IReadOnlyList<string?> Accepted(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(Scalar)] : [Scalar(element)];

    /// <summary>An array of arrays of scalars, each as a tuple joined by a bar.</summary>
    public static IEnumerable<string> Tuples(JsonElement list) => list.EnumerateArray().Select(t => string.Join(" | ", t.EnumerateArray().Select(Scalar)));
}
