using System.Globalization;

namespace Ingest.Commands;

/// <summary>Writes CSV as RFC 4180 has it. NULL is an empty field; an empty string does not occur in the store.</summary>
internal static class Csv
{
    public static void WriteRow(TextWriter output, IEnumerable<object?> values)
    {
        bool first = true;
        foreach (object? value in values)
        {
            if (!first) output.Write(',');
            first = false;
            output.Write(Field(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        }
        output.Write("\r\n");
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
